package diagram

import (
	"github.com/designls/designls/server/document"
)

// inventory is a list, or the headings of the sections below one, with those of
// its items that are nothing but a name. Where most of them name components, the
// others do too.
type inventory struct {
	items int // how many items there are
	names []int
}

// inventoryNouns say in the plural that components follow: "The services are:".
var inventoryNouns = map[string]bool{
	"component": true, "service": true, "microservice": true, "subsystem": true, "module": true, "process": true, "daemon": true, "server": true, "actor": true, "participant": true,
	"application": true, "binary": true, "player": true, "controller": true, "worker": true, "agent": true, "tool": true, "utility": true, "program": true,
}

// optionWords announce what one could take rather than what there is.
var optionWords = map[string]bool{"example": true, "product": true, "vendor": true}

// noteItem takes a list item that is nothing but a name into the inventory of its
// list.
func (r *sectionReader) noteItem(mention int) {
	r.out.mentions[mention].marks |= markTitle
	r.addToInventory(mention)
}

// noteExplained takes the name of "- **Gateway**: routes requests" into the
// inventory of its list.
func (r *sectionReader) noteExplained(s *sentence) {
	if r.item != nil && r.first && len(s.chunks) > 2 && s.chunks[0].kind == chunkPhrase && s.chunks[0].np.mention >= 0 && (s.chunks[1].kind == chunkColon || s.chunks[1].kind == chunkStop) {
		r.addToInventory(s.chunks[0].np.mention)
		if s.chunks[2].kind == chunkPhrase && s.chunks[2].np.det != "" {
			s.declare(s.chunks[0].np.mention, s.chunks[2].np)
		}
	}
}

func (r *sectionReader) addToInventory(mention int) {
	if r.leadsOptions {
		r.out.mentions[mention].marks |= markExample
		return
	}
	r.relateListed(mention)
	list := r.item.within
	inv := r.inventories[list]
	if inv == nil {
		inv = &inventory{items: itemsOf(r.content, list)}
		r.inventories[list] = inv
	}
	inv.names = append(inv.names, mention)
	switch {
	case r.item.parent != nil:
	case r.leadsComponents:
		r.out.mentions[mention].marks |= markNamed
	case r.leadsExamples >= 0:
		r.out.mentions[mention].marks |= markExample
		r.out.aliases = append(r.out.aliases, alias{of: r.leadsExamples, name: mention, example: true})
	}
}

func itemsOf(c *document.Content, list int) int {
	n := 0
	for i := list + 1; i < len(c.Nodes); i++ {
		if c.Nodes[i].Kind == document.KindItem && c.Nodes[i].Parent == list {
			n++
		}
	}
	return n
}

// noteLead finds out whether the sentence before a list announces components, or
// products that something can be made of: "The store can be:".
func (r *sectionReader) noteLead(s *sentence, about []int) {
	r.leadsComponents, r.leadsExamples, r.leadsOptions = false, -1, false
	for _, t := range s.tokens {
		r.leadsOptions = r.leadsOptions || optionWords[Singular(t.lower)]
	}
	for i, c := range s.chunks {
		if c.kind == chunkPhrase {
			last := s.tokens[c.np.to-1].lower
			r.leadsComponents = isPlural(last) && inventoryNouns[Singular(last)] && !s.isSubordinate(i)
		}
	}
	if v := s.lastVerb(); !r.leadsComponents && v >= 0 && s.chunks[v].vg.lemma() == "be" && len(about) == 1 && r.out.mentions[about[0]].kind.Holds() {
		r.leadsExamples = about[0]
	}
}

// leastListed is how many items an inventory has at least.
const leastListed = 3

// noteInventories marks the names that stand in a list of components, and the
// headings beside those of components.
func (m *merger) noteInventories() {
	below := map[int]*inventoryOf{} // section: its subsections
	for i := range m.parts {
		p := &m.parts[i]
		if p.standing != standsFull {
			continue
		}
		for _, inv := range p.local.inventories {
			all := &inventoryOf{items: inv.items}
			for _, k := range inv.names {
				all.names = append(all.names, p.of(k).root())
			}
			all.note()
		}
		if p.section.Heading == nil {
			continue
		}
		all := below[p.section.Parent]
		if all == nil {
			all = &inventoryOf{}
			below[p.section.Parent] = all
		}
		if all.items++; p.local.title >= 0 {
			all.names = append(all.names, p.of(p.local.title).root())
		}
	}
	for _, all := range below {
		all.note()
	}
}

type inventoryOf struct {
	items int
	names []*candidate
}

func (all *inventoryOf) note() {
	accepted := 0
	for _, c := range all.names {
		if c.accepted && c.kind != Person {
			accepted++
		}
	}
	if all.items < leastListed || 2*accepted < all.items {
		return
	}
	for _, c := range all.names {
		c.listed = true
	}
}
