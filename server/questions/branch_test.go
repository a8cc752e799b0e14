package questions

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func TestBranchesAreReadAsTheyAreRendered(t *testing.T) {
	const body = "## Side branches\n\nMine.\n\n" + "* [X]  How   is it split? \n" + "```\n- [ ] in code\n```\n- no box\n"
	list := body + RenderBranch("Kafka", false) + "\n" + RenderBranch("Redis", true)
	content := "- [ ] outside\n\n<!-- designls:begin branches kind=branches source=a body=b -->\n" + list + "\n<!-- designls:end branches -->\n"
	d := document.Parse(text.NewMapper(content), nil)
	type short struct {
		Text string
		Done bool
	}
	var got []short
	for _, b := range Branches(d) {
		got = append(got, short{b.Text, b.Done})
		if b.Box.Len() != 1 || b.Block != "branches" {
			t.Errorf("%q: box %v of block %q", b.Text, b.Box, b.Block)
		}
	}
	if diff := cmp.Diff([]short{{"How is it split?", true}, {"Kafka", false}, {"Redis", true}}, got); diff != "" {
		t.Error(diff)
	}
}
