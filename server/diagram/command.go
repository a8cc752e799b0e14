package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// isCommand says whether inline code is spelled as a program with what it is told to do:
// "kubeadm init".
func isCommand(w string) bool {
	program, deed, ok := strings.Cut(w, " ")
	return ok && len(w) <= 30 && isLowerWord(program) && isLowerWord(deed)
}

func isLowerWord(w string) bool {
	for i := range len(w) {
		if (w[i] < 'a' || w[i] > 'z') && (w[i] != '-' || i == 0) {
			return false
		}
	}
	return len(w) > 1
}

// isTool says whether a text goes on with a noun for what can be run: "the `go test`
// command".
func isTool(rest string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(rest, " \x1a`"), " ")
	return toolNouns[Singular(strings.Trim(word, ".,;:)"))]
}

var toolNouns = map[string]bool{"command": true, "subcommand": true, "tool": true, "cli": true, "binary": true, "process": true, "program": true, "script": true, "executable": true, "sub-command": true}

// quotedCommands returns the commands that a section has in quotes where others have inline
// code: "when "go test" builds".
func quotedCommands(c *document.Content) (out []string) {
	for _, s := range c.Sentences {
		prose := c.Prose[s.Span.Start:s.Span.End]
		for {
			_, after, ok := strings.Cut(prose, `"`)
			if !ok {
				break
			}
			w, rest, ok := strings.Cut(after, `"`)
			if !ok {
				break
			}
			if w = w[:toolEnd(w)]; isCommand(w) {
				if isTool(rest) {
					out = append(out, w)
				} else if isDeed(rest) || isRun(rest) {
					out = append(out, "`"+w)
				}
			}
			prose = rest
		}
	}
	return out
}

// isRun says whether a text goes on with what a program is doing: "is building".
func isRun(rest string) bool {
	fields := strings.Fields(rest[:min(len(rest), 40)])
	if len(fields) < 2 || fields[0] != "is" {
		return false
	}
	v, form := words().lemma(fields[1])
	return v != nil && form == formGerund && v.acts
}

// joinQuoted makes one token of a command in quotes that the document names.
func joinQuoted(tokens []token, coined map[string]bool) []token {
	for i := 0; i+3 < len(tokens) && len(coined) > 0; i++ {
		if tokens[i].text != `"` {
			continue
		}
		w := tokens[i+1].text + " " + tokens[i+2].text
		if !coined[w] {
			continue
		}
		end := i + 3
		for end < len(tokens) && tokens[end].text != `"` {
			end++
		}
		if end == len(tokens) {
			return tokens
		}
		tokens[i] = token{text: w, lower: w, span: text.Span{Start: tokens[i+1].span.Start, End: tokens[i+2].span.End}, code: true, name: true, bold: tokens[i+1].bold}
		tokens = append(tokens[:i+1], tokens[end+1:]...)
	}
	return tokens
}
