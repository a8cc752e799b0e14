package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var (
	// What GitHub's runner reads as syntax in the message of a workflow command,
	// and in addition in its properties.
	escapeMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

var githubLevels = map[finding.Severity]string{
	finding.Error: "error", finding.Warning: "warning", finding.Information: "notice", finding.Hint: "notice",
}

// writeGitHub prints one workflow command for each finding, which GitHub shows
// as an annotation at the line.
func writeGitHub(w io.Writer, review Review) error {
	b := bufio.NewWriter(w)
	for _, file := range review.Files {
		for _, f := range file.Findings {
			fmt.Fprintf(b, "::%s %s::%s\n", githubLevels[f.Severity], githubProperties(file, f), escapeMessage.Replace(advice(f)))
		}
	}
	return b.Flush()
}

// githubProperties leaves the columns out where a finding spans lines: GitHub
// rejects them there.
func githubProperties(file File, f finding.Finding) string {
	r := file.Text.SpanRange(f.Span, text.UTF32)
	place := fmt.Sprintf("line=%d,endLine=%d", r.Start.Line+1, r.End.Line+1)
	if r.Start.Line == r.End.Line {
		place += fmt.Sprintf(",col=%d,endColumn=%d", r.Start.Character+1, max(r.End.Character, r.Start.Character+1))
	}
	return fmt.Sprintf("file=%s,%s,title=%s", escapeProperty.Replace(file.Path), place, escapeProperty.Replace(f.Rule))
}

// advice is the message with why it matters and what to do, as plain text.
func advice(f finding.Finding) string {
	lines := []string{f.Message}
	if f.Why != "" {
		lines = append(lines, f.Why)
	}
	for _, option := range f.Options {
		lines = append(lines, "- "+option)
	}
	return strings.Join(lines, "\n")
}
