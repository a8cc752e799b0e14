package questions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Speaker is one of the two who talk in a document.
type Speaker string

// The speakers, as they stand in the document. You are the author.
const (
	Reviewer Speaker = "Reviewer"
	You      Speaker = "You"
)

// Turn is what one speaker says in a conversation that a managed block holds:
//
//	**Reviewer** (estimations, minutes 5-15): How many ...?
//
//	**You:** About 2 million a day.
//
// A turn goes on until the next one begins.
type Turn struct {
	Speaker  Speaker
	Note     string    // what stands in parentheses after the name, such as the time-box
	Text     string    // markdown; "" for a turn that is still to be written
	Span     text.Span // the turn, in the document
	TextSpan text.Span // what is said; empty, and where it goes, while there is nothing
}

var turnStart = text.Pattern(`^[ \t]{0,3}(?:[-*+>]\s+|#{1,6}\s+)?(?:\*\*|__)(Reviewer|You)(?:\*\*|__)?(?:\s*\(([^()\n]*)\)\s*)?:(?:\*\*|__)?[ \t]*`)

// Turns returns what is said in a block, in order. Lines in code are no turns.
func Turns(d *document.Document, block *document.Block) []Turn {
	content := d.Text.Content()
	var all []Turn
	eachLine(content, block.Inner, func(line text.Span, fenced bool) {
		m := turnStart().FindStringSubmatchIndex(line.Of(content))
		if fenced || m == nil {
			return
		}
		if n := len(all); n > 0 {
			all[n-1].Span.End = line.Start
		}
		t := Turn{Speaker: Speaker(line.Of(content)[m[2]:m[3]]), Span: text.Span{Start: line.Start, End: block.Inner.End}}
		if m[4] >= 0 {
			t.Note = line.Of(content)[m[4]:m[5]]
		}
		t.TextSpan.Start = line.Start + m[1]
		all = append(all, t)
	})
	for i := range all {
		all[i].read(content)
	}
	return all
}

// read takes what is said from the turn's span.
func (t *Turn) read(content string) {
	t.Span = trim(content, t.Span)
	said := text.Span{Start: t.TextSpan.Start, End: max(t.TextSpan.Start, t.Span.End)}
	t.TextSpan = trim(content, said)
	if written := strings.TrimSpace(comment().ReplaceAllString(t.TextSpan.Of(content), "")); !unwritten().MatchString(written) {
		t.Text = written
	}
}

// OpenTurn is the last turn of a conversation when it is the author's: the one to
// be written, or to be sent.
func OpenTurn(d *document.Document, block *document.Block) (Turn, bool) {
	all := Turns(d, block)
	if len(all) == 0 || all[len(all)-1].Speaker != You {
		return Turn{}, false
	}
	return all[len(all)-1], true
}

// Render writes the turn in the form that Turns reads, without a final newline.
func (t Turn) Render() string {
	if t.Note != "" {
		return strings.TrimRight(fmt.Sprintf("**%s** (%s): %s", t.Speaker, t.Note, t.Text), " ")
	}
	return strings.TrimRight(fmt.Sprintf("**%s:** %s", t.Speaker, t.Text), " ")
}

// OneTurn is what the reviewer says in a text that may go on with what others say,
// as the replies of models do: without its own label, and up to the next turn.
func OneTurn(said string) string {
	end := len(said)
	start := 0
	eachLine(said, text.Span{End: len(said)}, func(line text.Span, fenced bool) {
		m := turnStart().FindStringSubmatchIndex(line.Of(said))
		switch {
		case fenced || m == nil || line.Start >= end:
		case strings.TrimSpace(said[start:line.Start]) == "" && line.Of(said)[m[2]:m[3]] == string(Reviewer):
			start = line.Start + m[1]
		default:
			end = line.Start
		}
	})
	return strings.TrimSpace(said[start:max(start, end)])
}
