package rules

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Rescue is a sentence, or a row of a table, that says what becomes of a system
// without one of its parts: what stands in, how the part is brought back, or that
// its absence is borne.
type Rescue struct {
	Span    text.Span // in the document
	Section *document.Section
	Every   bool // it is said of every part

	words string
	row   bool // of a table about failures, whose first cell names what fails
}

// Rescues lists them in the order of the document, without generated text.
func Rescues(doc *document.Document) []Rescue {
	var all []Rescue
	for _, s := range doc.Sections {
		if s.Managed != nil || inAside(s.Path()) {
			continue
		}
		for _, t := range savings(s) {
			r := Rescue{Span: t.span.Shift(s.Span.Start), Section: s, words: t.own, row: t.row}
			r.Every = everyPart().MatchString(t.own) && rescuing().MatchString(t.own)
			if !isDrawn(s.Content, t.span) && !slices.ContainsFunc(doc.Blocks, func(b *document.Block) bool { return b.Span.Overlaps(r.Span) }) {
				all = append(all, r)
			}
		}
	}
	return all
}

// isDrawn says whether a text is a block of code or a drawing, which nobody can quote
// as what the author says.
func isDrawn(c *document.Content, span text.Span) bool {
	return slices.ContainsFunc(c.Nodes, func(n document.Node) bool {
		return (n.Kind == document.KindFence || n.Kind == document.KindCode) && n.Span.ContainsSpan(span)
	})
}

var (
	everyPart = pattern(`\b(?:all|every|each)(?: [\w-]+)? (?:components?|services?|parts?|tiers?|nodes?|stores?|databases?|servers?|instances?|deployments?|pods?|process(?:es)?)\b`)

	// rescuing are the words of saving that tell by themselves what is done.
	rescuing = pattern(`\b(?:replicas?|replicated|replicates?|replication factor|stand-?bys?|stands? by|fail-?over|fails? over|failing over|tak(?:es?|ing) over|back-?ups?|back(?:s|ed) up|snapshots?|restor(?:e|es|ed|ing)|restart\w*|redundan\w+|quorum|promot\w+|re-?elect\w*|elect(?:s|ed|ion)?|rebuil\w+|recovers?|recovered|recovering|disaster recovery|recovery (?:time|point|job)|rehydrat\w*|replay\w*|fall(?:s|ing)? back|fallback|degrad\w+|fail(?:s|ing)? (?:open|closed|safe)|surviv\w+|tolerat\w+|acceptable|reschedul\w+|respawn\w*|multi-az|active-(?:active|passive))\b`)
)

// rescueReach is how far from a part's name, in bytes, the words may stand that tell of
// its failure.
const rescueReach = 70

// Of says whether it is of a part that goes by some names that it speaks, and not
// of another one in the same sentence.
func (r Rescue) Of(names ...string) bool {
	words := r.words
	if r.row {
		words, _, _ = strings.Cut(strings.Trim(words, cellEnd), cellEnd)
	}
	for _, name := range names {
		if lowerASCII(name) == lowerASCII(r.Section.Title()) && rescuing().MatchString(words) {
			return true
		}
		for _, at := range namesIn(words, lowerASCII(name)) {
			if r.row || r.tells(at) {
				return true
			}
		}
	}
	return false
}

// tells says whether what stands near a name tells of a failure: what is done about
// it, or "when X is down".
func (r Rescue) tells(name text.Span) bool {
	clause := clauseAround(r.words, name)
	near := r.words[max(clause.Start, name.Start-rescueReach):name.Start] + r.words[name.End:min(clause.End, name.End+rescueReach)] // without the name: "fallback processor"
	if m := rescuing().FindStringIndex(near); m != nil && !nothingSaves().MatchString(near[:m[0]]) {
		return true
	}
	before, after := r.words[max(0, name.Start-30):name.Start], r.words[name.End:min(len(r.words), name.End+30)]
	return supposing().MatchString(before) && downWords().MatchString(after) || downWords().MatchString(before) && strings.Contains(r.words, ",")
}

// clauseAround is what stands between the commas around a name, "whose standby ..."
// included.
func clauseAround(words string, name text.Span) text.Span {
	c := text.Span{Start: strings.LastIndexAny(words[:name.Start], ",;:") + 1, End: len(words)}
	for end := name.End; end < len(words); end++ {
		if strings.IndexByte(",;:", words[end]) >= 0 && !goesOnAbout(words[end+1:]) {
			c.End = end
			break
		}
	}
	return c
}

// goesOnAbout says whether what follows a comma still tells of what stands before.
func goesOnAbout(rest string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	switch first {
	case "whose", "which", "with", "and", "so", "where":
		return true
	}
	return false
}

// namesIn lists the places of a name as whole words, a plural counting too.
func namesIn(words, name string) (found []text.Span) {
	name = strings.TrimSuffix(name, "s")
	for from := 0; name != ""; {
		i := strings.Index(words[from:], name)
		if i < 0 {
			break
		}
		i += from
		end := i + len(name)
		if strings.HasPrefix(words[end:], "s") {
			end++
		}
		if (i == 0 || !isWord(words[i-1])) && (end == len(words) || !isWord(words[end]) && words[end] != '-') {
			found = append(found, text.Span{Start: i, End: end})
		}
		from = i + 1
	}
	return found
}
