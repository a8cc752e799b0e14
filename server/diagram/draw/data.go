package draw

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/designls/designls/server/diagram"
)

// Data draws the tables of the schemas with their keys and references, as an
// entity-relationship diagram.
func Data(g *diagram.Graph) (Drawing, error) {
	if len(g.Entities) == 0 {
		return Drawing{}, errNoData
	}
	entities := g.Entities[:min(len(g.Entities), mostEntities)]
	d := Drawing{Pictures: []Picture{{Source: printData(entities)}}}
	var cut []string
	for _, e := range g.Entities[len(entities):] {
		cut = append(cut, Markdown(e.Name))
	}
	if len(cut) > 0 {
		d.LeftOut = append(d.LeftOut, "Left out, so that the picture can be read: "+enumerate(cut, mostNamed)+".")
	}
	for _, e := range entities {
		if more := len(e.Columns) - mostColumns; more > 0 {
			d.LeftOut = append(d.LeftOut, fmt.Sprintf("%s has %d more columns.", Markdown(e.Name), more))
		}
	}
	return d, nil
}

func printData(entities []*diagram.Entity) string {
	s := &script{}
	s.line("erDiagram")
	n := newNames()
	ids := map[string]string{}
	for _, e := range entities {
		if key := strings.ToLower(e.Name); ids[key] == "" {
			ids[key] = n.id(e.Name)
		}
	}
	for _, e := range entities {
		s.entity(ids[strings.ToLower(e.Name)], e)
	}
	for _, e := range entities {
		s.references(n, ids, e)
	}
	s.line("%%%%{init: {%s}}%%%%", readable)
	return s.String()
}

func (s *script) entity(id string, e *diagram.Entity) {
	short, _ := shorten(e.Name, nameWords, nameRunes)
	head := id
	if short != "" && short != id {
		head = fmt.Sprintf(`%s["%s"]`, id, escape(short))
	}
	if len(e.Columns) == 0 {
		s.line("  %s", head)
		return
	}
	s.line("  %s {", head)
	for _, c := range e.Columns[:min(len(e.Columns), mostColumns)] {
		s.line("    %s %s%s", attribute(c.Type, "unknown"), attribute(c.Name, "unnamed"), keys(c))
	}
	s.line("  }")
}

func keys(c diagram.Column) string {
	switch {
	case c.Key && c.References != "":
		return " PK, FK"
	case c.Key:
		return " PK"
	case c.References != "":
		return " FK"
	}
	return ""
}

// references draws one line for each table that a table points to.
func (s *script) references(n *names, ids map[string]string, e *diagram.Entity) {
	columns := map[string][]string{}
	var order []string
	for _, c := range e.Columns {
		if c.References == "" {
			continue
		}
		key := strings.ToLower(c.References)
		if columns[key] == nil {
			order = append(order, key)
		}
		columns[key] = append(columns[key], c.Name)
		if ids[key] == "" {
			ids[key] = n.id(c.References)
		}
	}
	for _, key := range order {
		text, _ := shorten(strings.Join(columns[key], ", "), labelWords, labelRunes)
		s.line(`  %s ||--o{ %s : "%s"`, ids[key], ids[strings.ToLower(e.Name)], escape(text))
	}
}

// scale are the digits of a type such as numeric(10, 2); older mermaid takes no comma.
var scale = regexp.MustCompile(`\([^()]*,[^()]*\)`)

// keyWords would be read as keys of an entity rather than as the names of its columns.
var keyWords = map[string]bool{"pk": true, "fk": true, "uk": true, "direction": true, "title": true}

// attribute makes a word that an entity may have for a type or a name.
func attribute(s, none string) string {
	var b strings.Builder
	for _, r := range scale.ReplaceAllString(clean(s), "") {
		switch {
		case r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)), r == '_':
			b.WriteRune(r)
		case strings.ContainsRune("()[]", r) && b.Len() > 0:
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	word := strings.TrimRight(b.String(), "_")
	if short := firstRunes(word, nameRunes); short != word {
		word = strings.Map(func(r rune) rune {
			if strings.ContainsRune("()[]", r) {
				return -1
			}
			return r
		}, short)
	}
	if word == "" {
		return none
	}
	if !unicode.IsLetter(rune(word[0])) || keyWords[strings.ToLower(word)] {
		return "n_" + word
	}
	return word
}
