package server_test

import (
	"testing"
	"time"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/lsptest"
)

func TestScenarios(t *testing.T) {
	lsptest.RunScenarios(t, "testdata/scenarios", func() server.Options {
		return server.Options{Version: "test", User: "tester", Now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }}
	})
}
