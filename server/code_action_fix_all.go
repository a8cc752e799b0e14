package server

import (
	"fmt"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// fixAll offers to make the safe fixes of the rules of findings in the whole document.
func (m *menu) fixAll(here []finding.Finding) {
	offered := map[string]bool{}
	for _, f := range here {
		if offered[f.Rule] {
			continue
		}
		offered[f.Rule] = true
		if edits, n := safeFixes(m.findings, f.Rule); n > 1 {
			m.add(protocol.CodeActionKindQuickFix, m.edit(fmt.Sprintf("Fix all %s in this document", f.Rule), edits))
		}
	}
}

// fixEverything offers to make all safe fixes, where the client asks for that, as some
// do when a file is saved.
func (m *menu) fixEverything() {
	if len(m.asked.Context.Only) == 0 || !m.wants(kindFixAll) {
		return
	}
	if edits, n := safeFixes(m.findings, ""); n > 0 {
		m.add(kindFixAll, m.edit("Fix all that is safe to fix", edits))
	}
}

// safeFixes are the preferred fixes of a rule, or of all for "", as far as they do
// not touch one another. It also returns how many they are.
func safeFixes(found []finding.Finding, rule string) (edits []text.Edit, n int) {
	for _, f := range found {
		if rule != "" && f.Rule != rule {
			continue
		}
		for _, fix := range f.Fixes {
			if fix.Preferred && len(fix.Edits) > 0 && !touches(edits, fix.Edits) {
				edits = append(edits, fix.Edits...)
				n++
				break
			}
		}
	}
	return edits, n
}

func touches(edits, more []text.Edit) bool {
	for _, a := range edits {
		for _, b := range more {
			if a.Span.Start <= b.Span.End && b.Span.Start <= a.Span.End {
				return true
			}
		}
	}
	return false
}
