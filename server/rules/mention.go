package rules

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	numberMention = pattern(`\b(?:([Ss]ections?|[Ss]ec\.|[Cc]hapters?|Appendix|appendix|[Aa]nnex)|(Figures?|Figs?\.?|Tables?|Listing|Diagram|Picture)|(?:[Ss]ee|[Ii]n|[Bb]y) (figures?|figs?\.|tables?|listing))` +
		`[ \t\r\n]+([0-9]+(?:\.[0-9]+)*|[A-Z])\b|§ ?([0-9]+(?:\.[0-9]+)*)|\b[Ii]n ([0-9]+(?:\.[0-9]+)+) (?:below|above)\b`)

	// furtherNumber continues "sections 3".
	furtherNumber = pattern(`^(?:,? (?:and|or|to) |, ?|[–-])([0-9]+(?:\.[0-9]+)*)\b`)
)

// mention is "section 4.2" in a sentence.
type mention struct {
	span   text.Span // of it all, or of a further number
	before string    // the sentence up to it
	after  string
	kind   string // "section", "figure", ...
	number string
}

// mentionsIn lists the numbered parts that a sentence mentions.
func mentionsIn(words string) (found []mention) {
	if !strings.ContainsAny(words, "0123456789") && !lettered(words) {
		return nil
	}
	for _, m := range numberMention().FindAllStringSubmatchIndex(words, -1) {
		kind, number := "section", text.Span{}
		start := m[0]
		for _, group := range []int{1, 2, 3} {
			if m[2*group] >= 0 {
				kind, start = partName(words[m[2*group]:m[2*group+1]]), m[2*group]
			}
		}
		for _, group := range []int{4, 5, 6} {
			if m[2*group] >= 0 {
				number = text.Span{Start: m[2*group], End: m[2*group+1]}
			}
		}
		if m[12] >= 0 {
			start = m[12]
		}
		found = append(found, mention{text.Span{Start: start, End: number.End}, words[:m[0]], words[number.End:], kind, number.Of(words)})
		if !strings.HasSuffix(words[start:number.Start], "s ") {
			continue
		}
		for end := number.End; ; {
			next := furtherNumber().FindStringSubmatchIndex(words[end:])
			if next == nil {
				break
			}
			span := text.Span{Start: end + next[2], End: end + next[3]}
			found = append(found, mention{span, words[:m[0]], words[span.End:], kind, span.Of(words)})
			end = span.End
		}
	}
	return found
}

// partName is the one name for the parts that have several.
func partName(name string) string {
	switch name = strings.TrimRight(strings.ToLower(name), "."); name {
	case "sec", "sections":
		return "section"
	case "chapters":
		return "chapter"
	case "fig", "figs", "figures", "diagram", "picture":
		return "figure"
	case "annex":
		return "appendix"
	case "tables":
		return "table"
	}
	return name
}

// lettered says whether one capital letter stands alone as a word, as in "Appendix
// B".
func lettered(words string) bool {
	for i := 1; i < len(words); i++ {
		if c := words[i]; 'A' <= c && c <= 'Z' && words[i-1] <= ' ' && (i+1 == len(words) || !isWord(words[i+1])) {
			return true
		}
	}
	return false
}
