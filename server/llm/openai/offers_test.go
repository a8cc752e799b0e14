package openai

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/llm"
)

// lacking does not have the model, and lists others.
func lacking(list http.HandlerFunc, lists *int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			*lists++
			list(w, r)
			return
		}
		problem(404, `{"error":{"message":"The model does not exist","code":"model_not_found"}}`)(w, r)
	}
}

func listOf(names ...string) http.HandlerFunc {
	var data []string
	for _, n := range names {
		data = append(data, fmt.Sprintf(`{"id":%q,"object":"model"}`, n))
	}
	return problem(200, `{"object":"list","data":[`+strings.Join(data, ",")+`]}`)
}

func TestAnUnknownModelComesWithThoseThatThereAre(t *testing.T) {
	many := []string{"whisper-1", "Test-MODEL-2", "test-model-x", "testing", "zeta", "alpha", "beta"}
	for name, test := range map[string]struct {
		list  http.HandlerFunc
		azure string
		want  []string
		asked int
	}{
		"the closest first":    {listOf(many...), "", []string{"Test-MODEL-2", "test-model-x", "testing", "alpha", "beta"}, 1},
		"one":                  {listOf("llama"), "", []string{"llama"}, 1},
		"none":                 {listOf(), "", nil, 1},
		"what is no name":      {listOf("a b", "x\ny", "", strings.Repeat("n", 81), "ok"), "", []string{"ok"}, 1},
		"a list that fails":    {problem(500, `{"error":{"message":"boom"}}`), "", nil, 1},
		"a list of other form": {problem(200, `<html>`), "", nil, 1},
		"Azure":                {listOf(many...), "2024-10-21", nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			lists := 0
			c := newFaulty(t, lacking(test.list, &lists)).start(Options{Key: secret, AzureVersion: test.azure})
			_, err := c.Complete(t.Context(), question(), nil)
			e, _ := err.(*llm.Error)
			if e == nil || e.Kind != llm.ModelUnknown || !slices.Equal(e.Offers, test.want) || lists != test.asked {
				t.Fatalf("asked for %d lists: %v", lists, err)
			}
			checkSentence(t, err)
			if len(test.want) > 0 && !strings.HasSuffix(err.Error(), "such as "+strings.Join(test.want, " or ")) {
				t.Error(err)
			}
		})
	}
}

// A list that does not come keeps nobody waiting.
func TestAListOfModelsThatHangsIsNotWaitedFor(t *testing.T) {
	lists := 0
	hang := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	inBubble(t, Options{}, lacking(hang, &lists), func(t *testing.T, c *Client) {
		begin := time.Now()
		_, err := c.Complete(t.Context(), question(), nil)
		if e, _ := err.(*llm.Error); e == nil || e.Kind != llm.ModelUnknown || len(e.Offers) != 0 {
			t.Error(err)
		}
		synctest.Wait()
		if took := time.Since(begin); took != offersWithin || lists != 1 {
			t.Errorf("waited %s for %d lists", took, lists)
		}
	})
}
