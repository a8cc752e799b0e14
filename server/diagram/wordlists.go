package diagram

import (
	"slices"
	"strings"
)

// readList calls add with each line's name and items.
func readList(file string, add func(name string, items []string)) {
	data, err := lexiconFiles.ReadFile("lexicon/" + file + ".txt")
	if err != nil {
		panic(err) // the file is compiled in
	}
	for line := range strings.Lines(string(data)) {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		if ok && !strings.HasPrefix(name, "#") {
			add(name, splitItems(rest))
		}
	}
}

// splitItems cuts at blanks, but for those between double quotes.
func splitItems(s string) []string {
	var items []string
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			items = append(items, part)
		} else {
			items = append(items, strings.Fields(part)...)
		}
	}
	return items
}

func (l *lexicon) addHeads(name string, items []string) {
	kind, strength, _ := strings.Cut(name, " ")
	for _, w := range items {
		if _, known := l.heads[w]; !known {
			l.heads[w] = head{parseKind(kind), strengths[strength]}
		}
	}
}

func (l *lexicon) addTechnologies(kind string, items []string) {
	for _, name := range items {
		fields := strings.Fields(name)
		l.tech[name] = parseKind(kind)
		last := fields[len(fields)-1]
		l.techLast[last] = max(l.techLast[last], len(fields))
	}
}

func (l *lexicon) addNouns(group string, items []string) {
	for _, w := range items {
		l.nouns[w] = group
		if group == "protocol" {
			l.protocols[w] = w
		}
	}
}

func (l *lexicon) addVerb(lemma string, items []string) {
	v := &verb{lemma: lemma, acts: true}
	side := &v.to
	for _, item := range items {
		switch item {
		case "d":
			v.direct = true
		case "b":
			v.origin = true
		case "r":
			v.access |= Read
		case "w":
			v.access |= Write
		case "a":
			v.async = true
		case "l":
			v.light = true
		case ">":
			side = &v.to
		case "<":
			side = &v.from
		case "^":
			side = &v.back
		default:
			*side = append(*side, item)
		}
	}
	if slices.Contains(v.to, "to") && v.access&Write != 0 {
		v.to = append(v.to, "toward", "towards")
	}
	v.transfers = len(v.to) > 0
	l.verbs[lemma] = v
}

func (l *lexicon) addActions(group string, items []string) {
	for _, w := range items {
		if form, lemma, ok := strings.Cut(w, "="); ok {
			l.irregular[form] = lemma
		} else if group == "noun" {
			l.deeds = append(l.deeds, w)
		} else if l.verbs[w] == nil {
			l.verbs[w] = &verb{lemma: w, acts: group == "act"}
		}
	}
}
