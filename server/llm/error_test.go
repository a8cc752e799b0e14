package llm_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/llm"
)

var kinds = []llm.Kind{
	llm.KeyMissing, llm.KeyWrong, llm.ModelUnknown, llm.Quota, llm.RateLimit, llm.ContextTooLong, llm.Timeout, llm.CutOff,
	llm.Refused, llm.Unreachable, llm.Server, llm.BadReply, llm.Rejected, llm.LocalOnly, llm.Budget, llm.Declined,
}

func TestEveryKindIsOneSentence(t *testing.T) {
	for _, kind := range kinds {
		for _, host := range []string{"api.example.com", ""} {
			e := &llm.Error{Kind: kind, Host: host, Model: "gpt-4.1", Detail: "it said so."}
			s := e.Error()
			if !strings.Contains(s, "; the document is unchanged: ") || !strings.Contains(s, "(it said so)") ||
				strings.ContainsAny(s, "{}\n") || strings.Contains(s, ". ") || strings.HasSuffix(s, ".") {
				t.Errorf("%s: %s", kind, s)
			}
			if kind != llm.Server && strings.HasPrefix(s, (&llm.Error{Kind: llm.Server, Host: host}).Error()[:20]) &&
				strings.Contains(s, "failed on this request") {
				t.Errorf("%s has no sentence of its own", kind)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		e    llm.Error
		want string
	}{
		{
			llm.Error{Kind: llm.RateLimit, Host: "api.example.com", RetryAfter: 20 * time.Second},
			"api.example.com is getting too many requests; the document is unchanged: try again in 20s",
		},
		{
			llm.Error{Kind: llm.ModelUnknown, Host: "localhost:11434", Model: "lama3"},
			"localhost:11434 does not have the model lama3; the document is unchanged: set DESIGNLS_MODEL, or openai.model in your editor, to one that it has",
		},
		{
			llm.Error{Kind: llm.ModelUnknown, Host: "localhost:11434", Model: "lama3", Offers: []string{"llama3.2", "qwen3"}},
			"localhost:11434 does not have the model lama3; the document is unchanged: set DESIGNLS_MODEL, or openai.model in your editor, to one that it has, such as llama3.2 or qwen3",
		},
		{
			llm.Error{Kind: llm.Timeout, Detail: "it was silent for 5m0s"},
			"the editor's model did not answer in time (it was silent for 5m0s); the document is unchanged: try again, or allow it more time",
		},
	} {
		if got := test.e.Error(); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for _, test := range []struct {
		err  error
		want llm.Kind
	}{
		{nil, ""},
		{context.Canceled, ""},
		{context.DeadlineExceeded, llm.Timeout},
		{fmt.Errorf("section 3: %w", &llm.Error{Kind: llm.Quota}), llm.Quota},
	} {
		if got := llm.KindOf(test.err); got != test.want {
			t.Errorf("KindOf(%v) is %q, want %q", test.err, got, test.want)
		}
	}
}
