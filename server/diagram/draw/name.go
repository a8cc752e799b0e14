package draw

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// What a label may take.
const (
	nameWords, nameRunes   = 5, 36 // of a box, which folds them
	frameWords, frameRunes = 8, 48
	titleWords, titleRunes = 12, 60
	slimRunes              = 34 // of a title over one column of boxes
	labelWords, labelRunes = 4, 30
	aboutWords, aboutRunes = 6, 40
)

// shorten cuts a text after some words and runes, and says whether it did.
func shorten(s string, words, runes int) (string, bool) {
	fields := strings.Fields(clean(s))
	cut := len(fields) > words
	if cut {
		fields = fields[:words]
	}
	for len(fields) > 1 && utf8.RuneCountInString(strings.Join(fields, " ")) > runes {
		fields, cut = fields[:len(fields)-1], true
	}
	short := strings.Join(fields, " ")
	if utf8.RuneCountInString(short) > runes {
		short, cut = firstRunes(short, runes), true
	}
	if cut {
		short = strings.TrimRight(short, " ,;:.-") + "…"
	}
	return short, cut
}

// gist is as much of a description as there is room for, up to where one could stop: without the
// half of a clause at its end.
func gist(description string) string {
	short, cut := shorten(description, aboutWords, aboutRunes)
	if !cut {
		return short
	}
	words, all := strings.Fields(strings.TrimSuffix(short, "…")), strings.Fields(clean(description))
	if len(words) >= len(all) { // one long word
		return short
	}
	n := len(words)
	for n > 1 && leadsOn(all[n-1]) {
		n--
	}
	phrase := strings.Join(all[:n], " ")
	if inner[all[n]] || strings.ContainsAny(all[n-1], ",;:") {
		return strings.TrimRight(phrase, ",;:")
	}
	if at := strings.LastIndexAny(phrase, ",;:"); at > 0 && strings.Contains(phrase[:at], " ") {
		return phrase[:at]
	}
	return phrase + "…"
}

// leadsOn says whether a word only leads to what comes after it.
func leadsOn(word string) bool { return inner[word] || determiners[word] }

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// names gives what is drawn identifiers and short labels, both unique.
type names struct {
	ids    map[string]bool
	labels map[string]bool
	long   []string // legend entries for the labels that were shortened
}

func newNames() *names { return &names{map[string]bool{}, map[string]bool{}, nil} }

func (n *names) id(want string) string {
	base := safeID(want)
	return unique(n.ids, base, "_")
}

// box is the text in the box of a part.
func (n *names) box(name string) string { return n.label(headed(name)) }

// label is the text in a box. One that was shortened is explained in the legend.
func (n *names) label(name string) string { return n.within(name, nameWords, nameRunes) }

// frame is the title of a frame, which has more room.
func (n *names) frame(name string) string { return n.within(name, frameWords, frameRunes) }

func (n *names) within(name string, words, runes int) string {
	short, cut := shorten(name, words, runes)
	if short == "" {
		short = "unnamed"
	}
	if cut {
		short = unique(n.labels, short, " ")
		n.long = append(n.long, Markdown(short)+": "+Markdown(name))
	}
	n.labels[strings.ToLower(short)] = true
	return short
}

func unique(taken map[string]bool, base, separator string) string {
	for name, i := base, 2; ; i++ {
		if key := strings.ToLower(name); !taken[key] {
			taken[key] = true
			return name
		}
		name = base + separator + itoa(i)
	}
}

var articles = map[string]bool{"a": true, "an": true, "the": true, "its": true, "their": true}

// ordinal is the number that authors put before the label of a step: the pictures
// and stories here have numbers of their own.
var ordinal = regexp.MustCompile(`^[(#]?\d+(?:\.\d+)*[.):]?\s+`)

func unnumbered(s string) string {
	s = clean(s)
	if m := ordinal.FindString(s); m != "" && strings.ContainsAny(m, ".):") {
		return s[len(m):]
	}
	return s
}

// label is the text at an arrow: a few words without articles.
func label(s string) string {
	var words []string
	for _, w := range strings.Fields(unnumbered(s)) {
		if !articles[strings.ToLower(w)] {
			words = append(words, w)
		}
	}
	short, _ := shorten(strings.Join(words, " "), labelWords, labelRunes)
	return short
}
