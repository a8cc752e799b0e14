package questions

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// BranchesKind is the kind of the managed block that lists what a design leaves
// aside, to be followed one by one.
const BranchesKind = "branches"

// Branch is an item of that list: "- [ ] How is a shard split?". The author ticks
// it off, or whatever follows it does.
type Branch struct {
	Text  string    // on one line
	Done  bool      // ticked off
	Block string    // id of the managed block
	Span  text.Span // the text, in the document
	Box   text.Span // what stands between the brackets
}

var branchLine = text.Pattern(`^\s*[-*+]\s+\[([ xX])\]\s+(.*\S)\s*$`)

// Branches returns the branches that a document lists, in order.
func Branches(d *document.Document) []Branch {
	content := d.Text.Content()
	var all []Branch
	for _, block := range d.Blocks {
		if block.Kind != BranchesKind {
			continue
		}
		eachLine(content, block.Inner, func(line text.Span, fenced bool) {
			m := branchLine().FindStringSubmatchIndex(line.Of(content))
			if fenced || m == nil {
				return
			}
			b := Branch{
				Block: block.ID,
				Box:   text.Span{Start: line.Start + m[2], End: line.Start + m[3]},
				Span:  text.Span{Start: line.Start + m[4], End: line.Start + m[5]},
			}
			b.Done = strings.TrimSpace(b.Box.Of(content)) != ""
			b.Text = strings.Join(strings.Fields(b.Span.Of(content)), " ")
			all = append(all, b)
		})
	}
	return all
}

// RenderBranch writes an item of the list, without a line ending.
func RenderBranch(text string, done bool) string {
	if done {
		return "- [x] " + text
	}
	return "- [ ] " + text
}
