package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/designls/designls/server/text"
)

// Block is generated text between markers:
//
//	<!-- designls:begin ID kind=recap source=HASH body=HASH -->
//	...markdown...
//	<!-- designls:end ID -->
type Block struct {
	ID     string
	Kind   string            // the action that writes such blocks
	Source string            // SourceHash of what the text was made from
	Body   string            // BodyHash of the text as it was written
	Attrs  map[string]string // all attributes of the begin marker
	Span   text.Span         // from the first byte of the begin marker to the last of the end marker
	Begin  text.Span         // the begin marker
	End    text.Span         // the end marker
	Inner  text.Span         // the lines between the markers
}

// marker is one begin or end comment. Its span counts from the section's start.
type marker struct {
	begin bool
	id    string
	attrs map[string]string
	span  text.Span
}

var (
	markerPattern    = text.Pattern(`<!--\s*designls:(begin|end)(?:\s+([^\s>]+))?((?:\s+[\w-]+=[^\s>]*)*)\s*-->`)
	attributePattern = text.Pattern(`([\w-]+)=(\S*)`)
)

func parseMarkers(html string, at int) []marker {
	var found []marker
	for _, m := range markerPattern().FindAllStringSubmatchIndex(html, -1) {
		k := marker{begin: html[m[2]:m[3]] == "begin", attrs: map[string]string{}, span: text.Span{Start: at + m[0], End: at + m[1]}}
		if m[4] >= 0 {
			k.id = html[m[4]:m[5]]
		}
		for _, a := range attributePattern().FindAllStringSubmatch(html[m[6]:m[7]], -1) {
			k.attrs[a[1]] = a[2]
		}
		found = append(found, k)
	}
	return found
}

// Edited says whether the author has changed the text since it was written.
func (b *Block) Edited(content string) bool {
	return b.Body != "" && b.Body != BodyHash(b.Markdown(content))
}

// Markdown is the text between the markers.
func (b *Block) Markdown(content string) string { return content[b.Inner.Start:b.Inner.End] }

// BodyHash identifies generated text across machines: 12 hexadecimal digits of
// the SHA-256 of its lines. Line endings and blanks at the ends of lines and of
// the text do not count, since editors change those unasked.
func BodyHash(markdown string) string {
	h := sha256.New()
	for line := range strings.Lines(strings.TrimSpace(markdown)) {
		fmt.Fprintln(h, strings.TrimRight(line, " \t\r\n"))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// RenderBlock writes a managed block around a body, without a final newline.
// Extra attributes are "key=value" words. A source of "" is left out: such a block is
// never older than its source.
func RenderBlock(id, kind, source, body string, attrs ...string) string {
	body = strings.Trim(body, "\n")
	head := []string{"designls:begin", id, "kind=" + kind}
	if source != "" {
		head = append(head, "source="+source)
	}
	head = append(append(head, "body="+BodyHash(body)), attrs...)
	return fmt.Sprintf("<!-- %s -->\n\n%s\n\n<!-- designls:end %s -->", strings.Join(head, " "), body, id)
}

// pairMarkers joins begin and end markers, given with absolute spans in document
// order. What does not pair is reported and belongs to the author's text.
func pairMarkers(content string, markers []marker) (blocks []*Block, problems []Problem) {
	seen := map[string]bool{}
	var open *marker
	report := func(m marker, format string, args ...any) {
		problems = append(problems, Problem{Code: "managed-block", Span: m.span, Message: fmt.Sprintf(format, args...)})
	}
	for i := range markers {
		m := markers[i]
		switch {
		case m.id == "":
			report(m, "This marker names no block, so it is ignored. Add the block's id, or remove the marker.")
		case m.begin && open != nil:
			report(*open, "Block %q has no end marker before block %q begins, so it is not managed. Add \"<!-- designls:end %s -->\", or remove this marker to keep the text as your own.", open.id, m.id, open.id)
			open = &m
		case m.begin:
			open = &m
		case open == nil:
			report(m, "This marker ends block %q, which was not begun, so it is ignored. Remove it.", m.id)
		case open.id != m.id:
			report(m, "This marker ends block %q, but %q is open, so it is ignored. Blocks cannot be nested; remove it or name the open block.", m.id, open.id)
		case seen[m.id]:
			report(*open, "There is an earlier block %q; this one is left alone. Give it an id of its own, or remove its markers to keep the text as your own.", m.id)
			open = nil
		default:
			seen[m.id] = true
			blocks = append(blocks, newBlock(content, *open, m))
			open = nil
		}
	}
	if open != nil {
		report(*open, "Block %q has no end marker, so it is not managed. Add \"<!-- designls:end %s -->\" after its text, or remove this marker.", open.id, open.id)
	}
	return blocks, problems
}

func newBlock(content string, begin, end marker) *Block {
	inner := text.Span{Start: begin.span.End, End: end.span.Start}
	if _, next := cutLine(content, inner.Start); next <= inner.End {
		inner.Start = next
	}
	return &Block{
		ID: begin.id, Kind: begin.attrs["kind"], Source: begin.attrs["source"], Body: begin.attrs["body"], Attrs: begin.attrs,
		Span: text.Span{Start: begin.span.Start, End: end.span.End}, Begin: begin.span, End: end.span, Inner: inner,
	}
}
