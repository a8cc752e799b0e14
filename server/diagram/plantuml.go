package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	plantArrow = text.Pattern(`^(\[[^\]]+\]|"[^"]+"|:[^:]+:|[\w.]+)\s*(<?<?[-.=]+(?:\[[^\]]*\])?(?:up|down|left|right|[udlr])?[-.=]*>?>?)\s*(\[[^\]]+\]|"[^"]+"|:[^:]+:|[\w.]+)\s*(?::\s*(.*))?$`)
	plantPart  = text.Pattern(`^(participant|actor|person|database|queue|component|node|cloud|entity|boundary|control|collections|rectangle|storage|agent|artifact|stack)\s+(?:(\[[^\]]+\]|"[^"]+"|[\w.]+)\s+as\s+)?(\[[^\]]+\]|"[^"]+"|[\w.]+)`)
)

// readPlantUML reads the parts and messages of a diagram in the notation of PlantUML, or
// returns nil for one of classes, states or activities.
func readPlantUML(source string) *picture {
	p := &picture{kind: "drawing", byID: map[string]int{}}
	lines := diagramLines(source)
	if strings.Contains(source, "Rel(") || strings.Contains(source, "Rel_") {
		p.kind = "c4" // the macros of C4-PlantUML
		p.readC4(lines)
		return p
	}
	for _, l := range lines {
		switch word := firstWord(l.text); {
		case word == "class", word == "state", word == "start", word == "enum", word == "abstract", word == "object", word == "usecase", strings.Contains(l.text, "[*]"):
			return nil
		case strings.HasPrefix(word, "'"), strings.HasPrefix(word, "@"), strings.HasPrefix(word, "!"):
		case plantPart().MatchString(l.text):
			p.addPlantPart(plantPart().FindStringSubmatch(l.text), l)
		default:
			if m := plantArrow().FindStringSubmatch(l.text); m != nil && strings.ContainsAny(m[2], "<>") {
				p.addPlantArrow(m, l)
			}
		}
	}
	return p
}

// addPlantPart takes "database "Order store" as db", and its name last: "db as "Order store"".
func (p *picture) addPlantPart(m []string, l line) {
	name, id := m[2], m[3]
	if strings.HasPrefix(id, `"`) && name != "" {
		name, id = id, name
	}
	if name == "" {
		name = id
	}
	n := &p.nodes[p.plantNode(id, l)]
	n.name, n.tech = splitLabel(strings.Trim(name, `[]"`))
	n.span = l.span()
	switch m[1] {
	case "actor", "person":
		n.kind = Person
	case "database", "storage":
		n.kind = Store
	case "queue":
		n.kind = Queue
	}
}

func (p *picture) addPlantArrow(m []string, l line) {
	e := edge{from: p.plantNode(m[1], l), to: p.plantNode(m[3], l), label: plainLabel(m[4]), span: l.span()}
	back, forth := strings.Contains(m[2], "<"), strings.Contains(m[2], ">")
	if forth {
		p.edges = append(p.edges, e)
	}
	if back {
		e.from, e.to = e.to, e.from
		p.edges = append(p.edges, e)
	}
}

func (p *picture) plantNode(id string, l line) int {
	return p.node(strings.Trim(id, `[]":`), l.at+max(strings.Index(l.text, id), 0))
}
