package server

import (
	"cmp"
	"fmt"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// fixes offers what can be done about each finding at the place.
func (m *menu) fixes() {
	var here []finding.Finding
	for _, f := range m.findings {
		if f.Span.Start <= m.at.End && m.at.Start <= f.Span.End {
			here = append(here, f)
		}
	}
	for _, f := range here {
		m.fix(f)
	}
	m.fixAll(here)
	for _, f := range here {
		which := ""
		if len(here) > 1 {
			which = fmt.Sprintf(" (%s: %s)", f.Rule, shorten(cmp.Or(f.Subject, f.Quote)))
		}
		m.decide(f, which)
	}
	ignored := map[string]bool{}
	for _, f := range here {
		if !ignored[f.Rule] {
			ignored[f.Rule] = true
			m.ignore(f)
		}
	}
}

// fix offers the finding's own fixes.
func (m *menu) fix(f finding.Finding) {
	for _, fix := range f.Fixes {
		var a protocol.CodeAction
		if fix.Action != "" {
			action, err := m.action(m.folder, fix.Action)
			if err != nil || m.disabled(action.ID) {
				continue
			}
			arguments := runArguments{Action: action.ID, URI: string(m.uri), Section: m.sourceOf(f)}
			a = protocol.CodeAction{Title: fix.Title, Command: commandTo(fix.Title, commandRun, arguments)}
		} else {
			a = m.edit(fix.Title, fix.Edits)
		}
		if fix.Preferred && m.features.preferredActions {
			a.IsPreferred = ref(true)
		}
		m.quick(f, a)
	}
}

// sourceOf names the section from which the block that a finding is about was made.
func (m *menu) sourceOf(f finding.Finding) string {
	for _, b := range m.doc.Blocks {
		if b.Span.ContainsSpan(f.Span) {
			return sectionOf(b)
		}
	}
	return ""
}

// decide offers to settle a finding without changing the design.
func (m *menu) decide(f finding.Finding, which string) {
	arguments := decideArguments{URI: string(m.uri), Finding: f.ID(), Decision: finding.AcceptedRisk}
	title := "Accept this risk" + which
	m.quick(f, protocol.CodeAction{Title: title, Command: commandTo(title, commandDecide, arguments)})
	arguments.Decision = finding.Dismissed
	title = "Dismiss, because…" + which
	m.quick(f, protocol.CodeAction{Title: title, Command: commandTo(title, commandDecide, arguments)})
}

// ignore offers to silence the rule of a finding.
func (m *menu) ignore(f finding.Finding) {
	m.quick(f, m.edit(fmt.Sprintf("Ignore %s here", f.Rule), []text.Edit{ignoreHere(m.doc, f.Rule, f.Span.Start)}))
	if edit, err := ignoreInFile(m.doc, f.Rule); err == nil {
		m.quick(f, m.edit(fmt.Sprintf("Ignore %s in this file", f.Rule), []text.Edit{edit}))
	}
}

func (m *menu) quick(f finding.Finding, a protocol.CodeAction) {
	a.Diagnostics = m.diagnosed(f)
	m.add(protocol.CodeActionKindQuickFix, a)
}

// diagnosed are the client's own diagnostics of a finding, which it may want to
// see beside the code action.
func (m *menu) diagnosed(f finding.Finding) []protocol.Diagnostic {
	own := m.diagnosticOf(m.review, f)
	for _, d := range m.asked.Context.Diagnostics {
		if d.Range == own.Range && d.Code == own.Code && d.Message == own.Message {
			return []protocol.Diagnostic{d}
		}
	}
	return nil
}

// shorten cuts a quote to what fits in a menu.
func shorten(quote string) string {
	const most = 30
	runes := []rune(quote)
	if len(runes) <= most {
		return quote
	}
	return string(runes[:most]) + "…"
}
