package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestDoctorTellsOfTheModel(t *testing.T) {
	asked := 0
	models := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprint(w, `{"object":"list","data":[{"id":"test-model"}]}`)
	}))
	t.Cleanup(models.Close)
	withModel(t, reviewed)
	t.Setenv(baseURLVariable, models.URL+"/v1")
	t.Setenv(engineVariable, "openai")
	t.Setenv(consentVariable, "")
	inFolder(t, map[string]string{"docs/design/feed.md": feed})
	got := run(t, "", "doctor")
	for _, want := range []string{"openai: test-model at 127.0.0.1", "set in OPENAI_API_KEY", "not given yet", "0 tokens used this month", "0 replies", "not asked"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is not told:\n%s", want, got.out)
		}
	}
	if asked != 0 || strings.Contains(got.out, "sk-secret") {
		t.Errorf("%d requests\n%s", asked, got.out)
	}
	if got := run(t, "", "doctor", "--online"); asked != 1 || got.code != exitClean || !strings.Contains(got.out, "answers, and has test-model") {
		t.Errorf("%d requests, exit %d\n%s", asked, got.code, got.out)
	}
	models.Close()
	if got := run(t, "", "doctor", "--online"); got.code != exitFailure || !strings.Contains(got.out, "cannot be used") {
		t.Errorf("exit %d\n%s", got.code, got.out)
	}
	t.Setenv(engineVariable, "")
	if got := run(t, "", "doctor"); !strings.Contains(got.out, "builtin, which works offline") {
		t.Errorf("without a setting:\n%s", got.out)
	}
	t.Setenv(engineVariable, "opnai")
	if got := run(t, "", "doctor"); got.code != exitFailure || !strings.Contains(got.out, `there is no engine "opnai"; did you mean "openai"?`) {
		t.Errorf("exit %d\n%s", got.code, got.out)
	}
}
