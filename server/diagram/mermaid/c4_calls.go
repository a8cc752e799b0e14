package mermaid

import (
	"maps"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// quoteArguments puts quotes around the texts of a call. The first arguments are
// names: one, or two of a relation; without quotes they are fine, except at the
// end, where mermaid would read on past the parenthesis.
func quoteArguments(_ *scene, l line) []text.Edit {
	c, ok := callOf(l.text)
	if !ok {
		return nil
	}
	names := 1
	if strings.HasPrefix(c.name, "Rel") || c.name == "BiRel" || c.name == "UpdateRelStyle" {
		names = 2
	}
	var edits []text.Edit
	for i, at := range c.args {
		said := at.Of(l.text)
		plain := !strings.HasPrefix(said, `"`) && !strings.HasPrefix(said, "$")
		if plain && said != "" && (i >= names || strings.ContainsAny(said, "“”'")) {
			edits = append(edits, l.replace(at.Start, at.End, `"`+strings.Trim(straight.Replace(said), `"'`)+`"`))
		}
	}
	return edits
}

// addArgument adds what a call cannot do without: the label of an element is its
// name again, that of a relation the word uses.
func addArgument(_ *scene, l line) []text.Edit {
	c, ok := callOf(l.text)
	need := calls[c.name]
	if !ok || len(c.args) != need-1 || c.args[0].Len() == 0 {
		return nil
	}
	label := "uses"
	if need == 2 {
		label = strings.Trim(c.args[0].Of(l.text), `"`)
	}
	at := c.args[len(c.args)-1].End
	return []text.Edit{l.replace(at, at, `, "`+label+`"`)}
}

// addBoth gives a boundary or an element without arguments a name and a label.
func addBoth(_ *scene, l line) []text.Edit {
	c, ok := callOf(l.text)
	if !ok || calls[c.name] != 2 || len(c.args) != 1 || c.args[0].Len() > 0 {
		return nil
	}
	id := strings.ToLower(c.name)
	return []text.Edit{l.replace(c.end, c.end, id+`, "`+strings.ReplaceAll(c.name, "_", " ")+`"`)}
}

var argument = lazily(`"(.*?)"(\s*(?:,|\)\s*\{?\s*$))`)

// singleInnerQuotes turns quotes that do not end an argument into single ones.
func singleInnerQuotes(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, m := range argument().FindAllStringSubmatchIndex(l.text, -1) {
		if in := l.text[m[2]:m[3]]; strings.Contains(in, `"`) {
			edits = append(edits, l.replace(m[2], m[3], strings.ReplaceAll(in, `"`, "'")))
		}
	}
	return edits
}

// otherNames are what elements are called elsewhere.
var otherNames = map[string]string{
	"Database": "SystemDb", "Db": "SystemDb", "DB": "SystemDb", "Queue": "SystemQueue", "User": "Person", "Actor": "Person", "Service": "System",
	"ExternalSystem": "System_Ext", "System_External": "System_Ext", "Container_External": "Container_Ext", "Relation": "Rel", "Relationship": "Rel",
	"Rel_Neighbor": "Rel", "Lay_R": "Rel_R", "Lay_D": "Rel_D",
}

// nearestCall writes a name that mermaid has for one that it has not.
func nearestCall(_ *scene, l line) []text.Edit {
	c, ok := callOf(l.text)
	if _, known := calls[c.name]; !ok || known {
		return nil
	}
	name, ok := otherNames[c.name]
	if !ok {
		name, ok = text.Nearest(c.name, slices.Sorted(maps.Keys(calls)))
	}
	if !ok {
		return nil
	}
	return []text.Edit{l.replace(0, len(c.name), name)}
}

var c4Arrow = lazily(`^([\w.-]+?)\s*(?:-{1,2}>{1,2}|=+>|→)\s*(?:\|"?([^|]*?)"?\|\s*)?([\w.-]+)\s*(?::\s*"?(.*?)"?)?$`)

func arrowToRel(_ *scene, l line) []text.Edit {
	m := c4Arrow().FindStringSubmatch(l.text)
	if m == nil {
		return nil
	}
	label := m[2] + m[4]
	if label == "" {
		label = "uses"
	}
	return []text.Edit{l.replace(0, len(l.text), "Rel("+m[1]+", "+m[3]+`, "`+strings.ReplaceAll(label, `"`, "'")+`")`)}
}

var plantUML = lazily(`^(?:!\w+|@\w+|LAYOUT_\w+\(|SHOW_\w+\(|HIDE_\w+\(|Add\w+Tag\(|Lay_\w+\(|SetDefaultLegendEntries\(|skinparam\b)`)

func dropPlantUML(s *scene, l line) []text.Edit {
	if !plantUML().MatchString(l.text) {
		return nil
	}
	return []text.Edit{{Span: s.wholeLine(l)}}
}

// dropEmptyBoundary removes a boundary around nothing.
func dropEmptyBoundary(s *scene) (text.Span, []text.Edit) {
	for i := 1; i < len(s.lines); i++ {
		open, close := s.lines[i-1], s.lines[i]
		if strings.HasSuffix(open.text, "{") && close.text == "}" {
			span := text.Span{Start: s.wholeLine(open).Start, End: s.wholeLine(close).End}
			return open.span, []text.Edit{{Span: span}}
		}
	}
	return text.Span{}, nil
}
