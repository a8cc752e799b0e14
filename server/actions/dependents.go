package actions

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// followers are the facts that follow from a fact, or are decided by it.
var followers = map[string][]string{
	"users":         {"write-qps", "read-qps", "throughput", "storage", "memory", "bandwidth"},
	"write-qps":     {"storage", "bandwidth", "ratio"},
	"read-qps":      {"memory", "bandwidth", "ratio"},
	"object-size":   {"storage", "bandwidth", "memory"},
	"ratio":         {"read-qps"},
	"retention":     {"storage"},
	"growth":        {"storage", "users"},
	"regions":       {"consistency", "availability", "durability", "read-latency", "write-latency"},
	"availability":  {"regions", "consistency"},
	"consistency":   {"availability", "write-latency"},
	"durability":    {"write-latency"},
	"usage-pattern": {"write-qps", "read-qps"},
}

// dependent is a sentence that depends on the change.
type dependent struct {
	passage
	whys    []string
	follows []string // titles of facts that follow from what changes
}

func (d *dependent) why() string {
	whys := d.whys
	if len(d.follows) > 0 {
		whys = append(whys, "states what follows from it: "+joined(d.follows))
	}
	return strings.Join(whys, "; ")
}

// dependents collects the sections that depend on a change, each with its first
// sentence that does.
type dependents struct {
	*material
	requirement
	bySection map[int]*dependent
}

// touchedBy lists the sections that depend on the change, in document order.
func (m *material) touchedBy(c requirement) []*dependent {
	ds := &dependents{m, c, map[int]*dependent{}}
	for _, f := range c.facts {
		ds.fact(f)
	}
	for _, p := range m.passages() {
		for _, t := range c.topics {
			if t.namedIn(p, p.Span) {
				ds.add(p, "names "+t.name())
			}
		}
		for _, name := range c.nodes {
			if containsWord(p.lower, name) {
				ds.add(p, "names "+name)
			}
		}
	}
	return slices.SortedFunc(maps.Values(ds.bySection), func(a, b *dependent) int { return a.Section.Index - b.Section.Index })
}

// at is the entry of a sentence's section, nil where the sentence does not count.
func (ds *dependents) at(p passage) *dependent {
	if ds.span.Len() > 0 && ds.span.Overlaps(p.Span) || p.Heading {
		return nil
	}
	if ds.bySection[p.Section.Index] == nil {
		ds.bySection[p.Section.Index] = &dependent{passage: p}
	}
	return ds.bySection[p.Section.Index]
}

func (ds *dependents) add(p passage, why string) {
	if d := ds.at(p); d != nil && !slices.Contains(d.whys, why) {
		d.whys = append(d.whys, why)
	}
}

func (ds *dependents) follows(p passage, title string) {
	if d := ds.at(p); d != nil && !slices.Contains(d.follows, title) {
		d.follows = append(d.follows, title)
	}
}

// fact adds the sentences that state a fact, cite its number or its place, or state
// what follows from it, and the sections that are about it.
func (ds *dependents) fact(f knowledge.Known) {
	fact, _ := knowledge.FactByID(f.Fact)
	var values []estimate.Quantity
	var numbers []string
	for _, k := range ds.stated() {
		p, ok := ds.passageAt(k.Span.Start)
		switch {
		case !ok:
		case k.Fact == f.Fact:
			ds.add(p, "states the "+fact.Title)
			if n := ds.itemNumber(p); n != "" {
				numbers = append(numbers, n)
			}
			if k.Value != nil {
				values = append(values, *k.Value)
			}
		case slices.Contains(followers[f.Fact], k.Fact):
			follows, _ := knowledge.FactByID(k.Fact)
			ds.follows(p, follows.Title)
		}
	}
	for _, p := range ds.passages() {
		if cites(p, values) {
			ds.add(p, "uses the same number")
		}
		if citesItem(p, numbers) {
			ds.add(p, "refers to that goal")
		}
	}
	ds.sectionsAbout(f.Fact)
}

// aboutFact names the sections that a fact decides, whatever they state.
var aboutFact = map[string]func() *regexp.Regexp{
	"availability":  text.Pattern(`(?i)\b(fail\w*|availab\w*|redundan\w*|disaster|resilien\w*)\b`),
	"consistency":   text.Pattern(`(?i)\b(consisten\w*|replicat\w*|conflict\w*)\b`),
	"durability":    text.Pattern(`(?i)\b(durab\w*|backups?|recovery|replicat\w*)\b`),
	"regions":       text.Pattern(`(?i)\b(regions?|deployment|replicat\w*|disaster|fail\w*)\b`),
	"read-latency":  text.Pattern(`(?i)\b(latency|read path|performance|caches?|caching)\b`),
	"write-latency": text.Pattern(`(?i)\b(latency|write path|performance)\b`),
	"retention":     text.Pattern(`(?i)\b(retention|storage|archiv\w*|deletion)\b`),
	"security":      text.Pattern(`(?i)\b(security|privacy|authenticat\w*|authori\w*|threats?)\b`),
}

// sectionsAbout adds the sections whose heading says that they are about a fact.
func (ds *dependents) sectionsAbout(id string) {
	about := aboutFact[id]
	if about == nil {
		return
	}
	last := -1
	for _, p := range ds.passages() {
		if p.Section.Index != last && p.says() && about().MatchString(p.Section.Title()) {
			last = p.Section.Index
			fact, _ := knowledge.FactByID(id)
			ds.add(p, "its subject turns on "+fact.Title)
		}
	}
}

func (m *material) passageAt(offset int) (passage, bool) {
	at := slices.IndexFunc(m.passages(), func(p passage) bool { return p.Span.Start <= offset && offset < p.Span.End })
	if at < 0 {
		return passage{}, false
	}
	return m.passages()[at], true
}

// cites says whether a sentence holds one of the numbers, of the same dimension.
func cites(p passage, values []estimate.Quantity) bool {
	if len(values) == 0 || !digit().MatchString(p.Text) {
		return false
	}
	for _, q := range estimate.Find(p.Text) {
		for _, v := range values {
			if q.Dimension == v.Dimension && q.Value == v.Value && q.Value > 1 || q.Dimension == v.Dimension && q.Value == v.Value && q.Dimension == estimate.Duration {
				return true
			}
		}
	}
	return false
}

var (
	itemStart = text.Pattern(`^\s*(\d{1,2})[.)]\s+$`)
	itemCited = text.Pattern(`(?i)\b(?:goals?|requirements?|objectives?) (\d{1,2})\b`)
)

// itemNumber is the number of the list item that a sentence begins, when its section
// lists goals.
func (m *material) itemNumber(p passage) string {
	content := m.doc.Text.Content()
	line := content[strings.LastIndexByte(content[:p.Span.Start], '\n')+1 : p.Span.Start]
	found := itemStart().FindStringSubmatch(line)
	if found == nil || !leading().MatchString(p.Section.Title()) {
		return ""
	}
	return found[1]
}

func citesItem(p passage, numbers []string) bool {
	for _, cited := range itemCited().FindAllStringSubmatch(p.Text, -1) {
		if slices.Contains(numbers, cited[1]) {
			return true
		}
	}
	return false
}
