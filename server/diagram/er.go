package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	erEntity   = text.Pattern(`^"?([\w -]+?)"?\s*(?:\[.*\])?\s*\{`)
	erRelation = text.Pattern(`^"?([\w -]+?)"?\s+([|}o]{1,2}(?:--|\.\.)[|{o]{1,2})\s+"?([\w -]+?)"?\s*(?::\s*(.*))?$`)
)

// readEntities reads an entity-relationship diagram.
func (p *picture) readEntities(lines []line) {
	p.entityOf = map[string]*Entity{}
	var open *Entity
	for _, l := range lines {
		switch {
		case open != nil && strings.HasPrefix(l.text, "}"):
			open = nil
		case open != nil:
			open.addAttribute(l.text)
		case erEntity().MatchString(l.text):
			open = p.entity(erEntity().FindStringSubmatch(l.text)[1], l)
		default:
			if m := erRelation().FindStringSubmatch(l.text); m != nil {
				p.entity(m[1], l)
				p.entity(m[3], l)
			}
		}
	}
}

func (p *picture) entity(name string, l line) *Entity {
	if e := p.entityOf[name]; e != nil {
		return e
	}
	e := &Entity{Name: name, Place: Place{l.span(), FromDiagram}}
	p.entityOf[name] = e
	p.entities = append(p.entities, e)
	return e
}

// addAttribute reads "type name PK".
func (e *Entity) addAttribute(s string) {
	f := strings.Fields(s)
	if len(f) < 2 {
		return
	}
	c := Column{Name: f[1], Type: f[0]}
	for _, k := range f[2:] {
		c.Key = c.Key || strings.Trim(k, ",") == "PK"
	}
	e.Columns = append(e.Columns, c)
}
