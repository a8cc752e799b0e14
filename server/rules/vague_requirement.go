package rules

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var vagueRequirement = Rule{
	ID: "vague-requirement", Title: "Requirements that cannot be measured", Severity: finding.Information,
	What: "Marks a requirement or goal that names a quality (fast, highly available, scalable, many users, as soon as possible) with no figure beside it: " +
		"none in the sentence, in the sentences next to it, in its list item or table row. What is not asked for (background, alternatives, non-goals, questions, comparisons) is left alone.",
	Why: "A quality without a figure fits every design, so it decides nothing, and nobody can say later whether it was met. " +
		"The figure is what tells one machine from a hundred, and a nightly job from a stream.",
	Bad:     "# Search\n\n## Goals\n\n- The search service must be highly available.\n- Suggestions should appear quickly.\n",
	Good:    "# Search\n\n## Goals\n\n- The search service answers 99.95% of requests over any 30 days.\n- Suggestions should appear quickly: p95 within 120 ms at 3,000 requests/s.\n",
	Fixes:   []string{"insert the skeleton of a measurable target after the phrase"},
	Section: func(s *Scope) []finding.Finding { return vagueRequirements(s, vagueTerms()) },
}

var vagueTerms = sync.OnceValue(newVagueVocabulary)

// claim is a vague term that a sentence asks for.
type claim struct {
	class *vagueClass
	span  text.Span // of the phrase
	from  int       // where the clause that claims it begins
	how   obligation
}

// vagueRequirements makes one finding of all that a sentence leaves open.
func vagueRequirements(s *Scope, v *vagueVocabulary) []finding.Finding {
	matches := v.lexicon.findIn(s)
	if len(matches) == 0 {
		return nil
	}
	r := requirementReader{scope: s, content: s.Content(), vocabulary: v}
	var found []finding.Finding
	for len(matches) > 0 {
		sentence := sentenceAt(r.content, matches[0].Span.Start)
		n := 1
		for n < len(matches) && sentence >= 0 && matches[n].Span.Start < r.content.Sentences[sentence].Span.End {
			n++
		}
		if sentence >= 0 {
			if claims := r.claims(sentence, matches[:n]); len(claims) > 0 {
				found = append(found, r.finding(claims))
			}
		}
		matches = matches[n:]
	}
	return found
}

func (r *requirementReader) finding(claims []claim) finding.Finding {
	f := finding.Finding{
		Span:     withMarkup(r.content, text.Span{Start: claims[0].from, End: claims[len(claims)-1].span.End}),
		Severity: finding.Hint,
		Why:      "Without a figure this holds for every design, decides none, and cannot be checked when it is built.",
	}
	fix := finding.Fix{Title: "Insert a measurable target to fill in"}
	var asks []string
	for _, same := range byClass(claims) {
		class := same[0].class
		asks = append(asks, fmt.Sprintf("%s %s", r.phrases(same), class.ask))
		f.Options = append(f.Options, fmt.Sprintf("State %s.", class.ask))
		at := afterMarkup(r.content, same[0].span.End)
		fix.Edits = append(fix.Edits, text.Edit{Span: text.Span{Start: at, End: at}, New: class.blank})
	}
	if slices.ContainsFunc(claims, func(c claim) bool { return c.how == demanded && !c.class.minor }) {
		f.Severity = finding.Information
	}
	f.Message = "This cannot be measured: " + strings.Join(asks, "; ") + "."
	f.Options = append(f.Options, "Point to the place where the target is stated, or drop the sentence if nothing depends on it.")
	f.Fixes = []finding.Fix{fix}
	return f
}

// byClass puts claims of one class together: one figure answers them all. Of
// phrases that overlap ("latency should be fast", "fast") the first is kept.
func byClass(claims []claim) [][]claim {
	var classes [][]claim
	for _, c := range claims {
		i := slices.IndexFunc(classes, func(same []claim) bool { return same[0].class == c.class })
		switch {
		case i < 0:
			classes = append(classes, []claim{c})
		case !slices.ContainsFunc(classes[i], func(other claim) bool { return other.span.Overlaps(c.span) }):
			classes[i] = append(classes[i], c)
		}
	}
	return classes
}

// phrases names what claims say, with the verb for what they lack.
func (r *requirementReader) phrases(claims []claim) string {
	var quoted []string
	for _, c := range claims {
		phrase := fmt.Sprintf("%q", strings.Join(strings.Fields(c.span.Of(r.content.Source)), " "))
		if !slices.Contains(quoted, phrase) {
			quoted = append(quoted, phrase)
		}
	}
	if len(quoted) == 1 {
		return quoted[0] + " needs"
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " and " + quoted[last] + " need"
}

// afterMarkup moves an offset out of the emphasis or link in which words end.
func afterMarkup(c *document.Content, at int) int {
	for _, n := range c.Nodes {
		if isMarkup(n.Kind) && n.Span.Start < at && at <= n.Inner.End {
			return n.Span.End
		}
	}
	return at
}

// withMarkup widens a span to the markers of emphasis that it begins or ends in.
func withMarkup(c *document.Content, s text.Span) text.Span {
	for _, n := range c.Nodes {
		if !isMarkup(n.Kind) {
			continue
		}
		if n.Inner.Start == s.Start && n.Inner.End <= s.End {
			s.Start = n.Span.Start
		}
		if n.Inner.End == s.End && n.Span.Start >= s.Start {
			s.End = n.Span.End
		}
	}
	return s
}

func isMarkup(kind document.Kind) bool {
	return kind == document.KindEmphasis || kind == document.KindStrong || kind == document.KindStrike || kind == document.KindLink
}
