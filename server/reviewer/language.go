package reviewer

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// A script is the letters that languages are written in. Which of the languages that
// share one it is, is not looked at: that would be wrong too often in text full of
// names.
type script struct {
	name   string
	tables []*unicode.RangeTable
	weight int // of a letter, beside one of an alphabet: about how much it says
}

// scripts are those that are told apart. Japanese and Chinese share one.
var scripts = []script{
	{"Latin", []*unicode.RangeTable{unicode.Latin}, 1},
	{"Cyrillic", []*unicode.RangeTable{unicode.Cyrillic}, 1},
	{"Greek", []*unicode.RangeTable{unicode.Greek}, 1},
	{"Arabic", []*unicode.RangeTable{unicode.Arabic}, 1},
	{"Hebrew", []*unicode.RangeTable{unicode.Hebrew}, 1},
	{"Devanagari", []*unicode.RangeTable{unicode.Devanagari}, 1},
	{"Thai", []*unicode.RangeTable{unicode.Thai}, 1},
	{"Korean", []*unicode.RangeTable{unicode.Hangul}, 3},
	{"Chinese or Japanese", []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}, 3},
}

// When a reply is taken for one in another script: never on a few words, nor for
// names of Latin letters in a text of other ones.
const (
	leastLetters = 80   // of the reply, and of the document
	foreignShare = 0.4  // of a reply, in a script of which the document has next to nothing
	ownShare     = 0.6  // of a document, in a script of which the reply has next to nothing
	nextToNone   = 0.02 // names, a sign, a quotation
)

// lettering is how much of a text is written in each of the scripts.
type lettering struct {
	of      []float64 // by index in scripts
	letters int
}

func sharesOf(s string) lettering {
	counts, total, letters := make([]int, len(scripts)), 0, 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if i := scriptOf(r); i >= 0 {
			counts[i] += scripts[i].weight
			total += scripts[i].weight
		}
	}
	of := make([]float64, len(scripts))
	for i, n := range counts {
		of[i] = float64(n) / float64(max(total, 1))
	}
	return lettering{of, letters}
}

// main names the script that most is written in.
func (l lettering) main() string {
	most := slices.Max(l.of)
	if most == 0 {
		return "foreign" // one of those that are not told apart
	}
	return scripts[slices.Index(l.of, most)].name
}

func scriptOf(r rune) int {
	if r < unicode.MaxASCII {
		return 0
	}
	return slices.IndexFunc(scripts, func(s script) bool { return unicode.In(r, s.tables...) })
}

// foreign says in which script a reply is plainly written, when that is none of the
// document's; "" when it is, or when one cannot tell.
func foreign(reply, own lettering) string {
	if reply.letters < leastLetters || own.letters < leastLetters {
		return ""
	}
	for i, s := range scripts {
		if reply.of[i] >= foreignShare && own.of[i] <= nextToNone {
			return s.name
		}
		if own.of[i] >= ownShare && reply.of[i] <= nextToNone {
			return reply.main()
		}
	}
	return ""
}

// foreign is the script of a text of the model's that is plainly not the document's.
// A prompt of a team may well ask for another language.
func (t *talk) foreign(reply string) string {
	if t.task.Prompt.Team {
		return ""
	}
	if t.own.of == nil {
		t.own = sharesOf(t.readable())
	}
	return foreign(sharesOf(reply), t.own)
}

// readable is what the author has written, in this document and to the action.
func (t *talk) readable() string {
	var b strings.Builder
	for _, s := range t.task.Doc.Sections {
		b.WriteString(s.Content.Prose + "\n")
	}
	for _, e := range t.task.Extra {
		b.WriteString(e.Text + "\n")
	}
	for _, option := range t.task.Options {
		b.WriteString(option + "\n")
	}
	return b.String()
}

// proseOf is what is written in a draft, without code, links and diagrams.
func proseOf(markdown string) string {
	var b strings.Builder
	for _, s := range document.Parse(text.NewMapper(markdown), nil).Sections {
		b.WriteString(s.Content.Prose + "\n")
	}
	return b.String()
}

// copied are members of replies that repeat the document.
var copied = []string{"quote", "replace", "section"}

// sentencesIn are the texts of a JSON reply that the model has written itself: not what
// it copies, nor single words and names.
func sentencesIn(reply string) string {
	raw, err := findJSON(reply)
	var v any
	if err != nil || json.Unmarshal(raw, &v) != nil {
		return ""
	}
	var b strings.Builder
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, member := range v {
				if !slices.Contains(copied, name) {
					walk(member)
				}
			}
		case []any:
			for _, item := range v {
				walk(item)
			}
		case string:
			if len(v) >= shortText {
				b.WriteString(proseOf(v))
			}
		}
	}
	walk(v)
	return b.String()
}

// shortText is a word or a name, in bytes, rather than a sentence.
const shortText = 24
