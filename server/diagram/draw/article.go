package draw

import "strings"

// object is what is sent or read, with the article that labels leave out. Names, plurals
// and what cannot be counted have none.
func object(words []string) string {
	text := strings.Join(words, " ")
	if len(words) == 0 || len(words) > 5 {
		return text
	}
	last := words[len(words)-1]
	switch first := words[0]; {
	case determiners[strings.ToLower(first)], uncountable[strings.ToLower(last)]:
		return text
	case strings.ToLower(last) != last, !isLetters(last), strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss"), strings.HasSuffix(last, "ing"):
		return text // a name, a plural, something that is done
	}
	for _, w := range words[1:] {
		if inner[w] {
			return text
		}
	}
	return "the " + text
}

var (
	determiners = set("a an the its their this that these those all any each every no some both it them one two three new")
	uncountable = set("data metadata media traffic information feedback content progress liveness health load work access back up down off out over it them only first again together")
	inner       = set("to of for with that which from in on by as and or if when after about via through into at")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func isLetters(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && r != '-' {
			return false
		}
	}
	return s != ""
}
