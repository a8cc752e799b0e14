package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/cache"
	"github.com/designls/designls/server/llm/fake"
)

func TestCacheIsDescribedAndCleared(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		t.Setenv(name, home)
	}
	dir, err := cache.DefaultDir()
	if err != nil {
		t.Fatal(err)
	}
	c, err := cache.Open(cache.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Model(fake.Replies("x")).Complete(t.Context(), llm.Request{}, nil); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		args []string
		want string
	}{
		{[]string{"cache"}, dir + ": 1 reply, "},
		{[]string{"cache", "clear"}, "removed 1 reply, "},
		{[]string{"cache"}, dir + ": 0 replies, 0 B"},
	} {
		var out, complaints bytes.Buffer
		if code := execute(context.Background(), streams{out: &out, err: &complaints}, step.args); code != exitClean {
			t.Errorf("%v exits with %d: %s", step.args, code, &complaints)
		}
		if !strings.HasPrefix(out.String(), step.want) {
			t.Errorf("%v prints %q, want %q...", step.args, &out, step.want)
		}
	}
}
