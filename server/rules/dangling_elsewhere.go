package rules

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// namedBefore says whether the word before "section 3" is the name of another
// text: "see OWASP ASVS section 3".
func namedBefore(before string) bool {
	before = strings.TrimRight(before, " \t\r\n")
	if citation().MatchString(before) {
		return true
	}
	word := before[strings.LastIndexAny(before, " \t\r\n([\"")+1:]
	return word != "" && word[0] >= 'A' && word[0] <= 'Z' && isWord(word[len(word)-1]) && len(referring.find(strings.ToLower(word))) == 0
}

// citation matches what a list of references has a number or a key for, before
// the part of it that is meant: "see [2] section 4.1", "[Ongaro14], appendix ...".
var citation = pattern(`\[[A-Za-z0-9][\w .+&-]{0,24}\][,:]?(?:\s+(?i:in|appendix|annex|chapter))?$`)

var referring = newLexicon("see", "in", "as", "the", "this", "our", "per", "from", "of", "and", "also", "both", "refer", "by", "to", "cf", "like", "with", "unlike", "following", "compare",
	"consult", "read", "under", "if", "while", "when", "since", "because", "main", "appendix", "note", "next", "previous", "or", "for", "on", "at", "through", "until", "using", "given", "only", "although")

// elsewhere says whether what follows a mention puts it into another document.
func elsewhere(after string) bool {
	m := whose().FindStringIndex(after)
	return m != nil && !ours().MatchString(after[m[1]:])
}

var whose = pattern(`^[\s,"”]*(?:sections?\s+)?(?:\(?(?:of|in|from)\s|\x1a|\[)\s*`)

var ours = pattern(`^(?:this|the present|our) (?:document|design|proposal|doc|rfc|kep|adr|paper|page|section|text)\b`)

// foreign are words that make a sentence one about another text.
var foreign = newLexicon("rfc", "paper", "papers", "book", "thesis", "et al", "iso", "ieee", "ietf", "w3c", "nist", "standard", "standards",
	"spec", "specification", "specifications", "documentation", "docs", "manual", "guide", "handbook", "article", "blog", "post", "law", "act", "gdpr",
	"hipaa", "license", "contract", "agreement", "report", "whitepaper", "draft", "textbook", "edition", "page", "pages", "pp", "original", "readme", "wiki", "proposal", "kep", "otep")

// isExternal says whether a sentence, or the one before it in the same block,
// links to or talks of another text, whose sections may be meant.
func isExternal(c *document.Content, sentence document.Sentence, mentions []finding.Finding) bool {
	block := c.Nodes[sentence.Block].Span
	for _, other := range c.Sentences {
		if other.Block != sentence.Block || other.Span.Start > sentence.Span.Start {
			continue
		}
		if refersAway(c, other.Span, mentions) {
			return true
		}
	}
	for _, n := range c.Nodes {
		if block.ContainsSpan(n.Span) && (n.Kind == document.KindLink || n.Kind == document.KindAutoLink || n.Kind == document.KindFootnoteRef) &&
			n.Span.Start < sentence.Span.End && !strings.HasPrefix(n.Dest, "#") {
			return true
		}
	}
	return false
}

func refersAway(c *document.Content, span text.Span, mentions []finding.Finding) bool {
	lower := lowerASCII(span.Of(c.Prose))
	for _, m := range foreign.find(lower) {
		if slices.ContainsFunc(mentions, func(f finding.Finding) bool { return f.Span.Contains(span.Start + m.Span.Start) }) {
			continue // a word of the name
		}
		before := strings.TrimRight(lower[:m.Span.Start], " \t\r\n")
		if !strings.HasSuffix(before, "this") && !strings.HasSuffix(before, "our") {
			return true
		}
	}
	return false
}
