package reviewer

import (
	"slices"
	"strconv"
	"strings"
)

// adapt makes a value fit a schema where its meaning is plain: names that the
// schema does not know are left out, and a word of a list may be written in
// another way. What else does not fit is left as it is.
func (n *node) adapt(v any) any {
	switch v := v.(type) {
	case map[string]any:
		n.adaptObject(v)
		return v
	case []any:
		if n.Items != nil {
			for i := range v {
				v[i] = n.Items.adapt(v[i])
			}
		}
		return v
	}
	if n.Enum != nil && !slices.Contains(n.Enum, v) {
		return n.choice(v)
	}
	return v
}

func (n *node) adaptObject(v map[string]any) {
	for name, member := range v {
		switch inner, known := n.Properties[name]; {
		case known:
			v[name] = inner.adapt(member)
		case n.Additional != nil && !*n.Additional:
			delete(v, name)
		}
	}
}

// synonyms are other words for those of the schemas; of several that is meant
// which the list has.
var synonyms = map[string][]string{
	"fatal": {"error"}, "blocker": {"error"}, "critical": {"error"}, "severe": {"error"}, "major": {"error"},
	"high": {"error", "certain"}, "very-high": {"error", "certain"}, "sure": {"certain"}, "definite": {"certain"}, "confirmed": {"certain"},
	"warn": {"warning"}, "moderate": {"warning", "likely"}, "medium": {"warning", "likely"}, "probable": {"likely"}, "probably": {"likely"},
	"info": {"information"}, "informational": {"information"}, "note": {"information"}, "notice": {"information"}, "minor": {"information"},
	"low": {"information", "possible"}, "very-low": {"hint", "possible"}, "unsure": {"possible"}, "maybe": {"possible"}, "possibly": {"possible"},
	"trivial": {"hint"}, "nit": {"hint"}, "suggestion": {"hint"},
	"kept": {"keep"}, "keeps": {"keep"}, "uphold": {"keep"}, "upheld": {"keep"}, "confirm": {"keep"}, "valid": {"keep"},
	"refuted": {"refute"}, "reject": {"refute"}, "rejected": {"refute"}, "drop": {"refute"}, "invalid": {"refute"},
}

// choice is the word of the list that a value means, or the value.
func (n *node) choice(v any) any {
	if share, ok := shareOf(v); ok && slices.Contains(n.Enum, any("certain")) {
		return confidence(share)
	}
	word, ok := v.(string)
	if !ok {
		return v
	}
	word = strings.Join(strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return strings.ContainsRune(" \t_-.!", r) }), "-")
	for _, way := range append([]string{word}, synonyms[word]...) {
		if slices.Contains(n.Enum, any(way)) {
			return way
		}
	}
	return v
}

// shareOf reads a number from 0 to 1, or in percent.
func shareOf(v any) (float64, bool) {
	share, ok := v.(float64)
	if s, isText := v.(string); isText {
		number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
		f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if share, ok = f, err == nil; percent {
			share /= 100
		}
	}
	if share > 1 {
		share /= 100
	}
	return share, ok && share >= 0 && share <= 1
}

// From which share on a model that counts its confidence means a word.
const (
	certainFrom = 0.9
	likelyFrom  = 0.6
)

func confidence(share float64) string {
	switch {
	case share >= certainFrom:
		return "certain"
	case share >= likelyFrom:
		return "likely"
	}
	return "possible"
}

// sift takes out of the lists of an object what does not fit their schema, and
// returns how much that is. A list of which nothing would be left stays.
func (n *node) sift(v any) (left int) {
	object, _ := v.(map[string]any)
	for name, inner := range n.Properties {
		list, ok := object[name].([]any)
		if !ok || inner.Items == nil {
			continue
		}
		fit := slices.DeleteFunc(slices.Clone(list), func(item any) bool { return inner.Items.check("", item) != nil })
		if len(fit) > 0 {
			left += len(list) - len(fit)
			object[name] = fit
		}
	}
	return left
}
