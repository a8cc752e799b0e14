package server

import (
	"context"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// Kinds of the code actions that are no quick fixes.
const (
	kindAction protocol.CodeActionKind = "refactor.designls" // runs an action of the reviewer
	kindFile   protocol.CodeActionKind = "source.designls"   // concerns the file as a whole
	kindFixAll protocol.CodeActionKind = "source.fixAll.designls"
)

// codeAction answers "textDocument/codeAction". Nothing here takes time: what
// does is a command, and runs when it is chosen.
func (s *session) codeAction(_ context.Context, r *review, p *protocol.CodeActionParams) ([]protocol.CommandOrCodeAction, error) {
	m := &menu{session: s, review: r, at: r.span(p.Range), asked: p}
	if r.design {
		m.fixes()
		m.fixEverything()
		m.actions()
	}
	m.file()
	return m.items, nil
}

// menu collects code actions, in the order in which a user sees them.
type menu struct {
	*session
	*review
	at    text.Span
	asked *protocol.CodeActionParams
	items []protocol.CommandOrCodeAction
}

// wants reports whether the client asks for a kind of code action.
func (m *menu) wants(kind protocol.CodeActionKind) bool {
	only := m.asked.Context.Only
	for _, asked := range only {
		if asked == "" || kind == asked || strings.HasPrefix(string(kind), string(asked)+".") {
			return true
		}
	}
	return len(only) == 0
}

// add offers a code action, if the client asks for its kind. A client which knows
// only commands gets one that does the same.
func (m *menu) add(kind protocol.CodeActionKind, a protocol.CodeAction) {
	if !m.wants(kind) {
		return
	}
	a.Kind = &kind
	if m.features.codeActionLiterals {
		m.items = append(m.items, &a)
		return
	}
	command := a.Command
	if a.Edit != nil {
		if !m.features.applyEdit {
			return
		}
		encoded, err := protocol.Marshal(a.Edit)
		if err != nil {
			return // the protocol's own types encode
		}
		command = commandTo(a.Title, commandApply, applyArguments{Label: a.Title, Edit: []byte(encoded), URI: string(m.review.uri), Version: m.review.version})
	}
	m.items = append(m.items, &command)
}

// edit is a code action that makes edits.
func (m *menu) edit(title string, edits []text.Edit) protocol.CodeAction {
	edits = withEOL(edits, m.doc.Text.Content())
	return protocol.CodeAction{Title: title, Edit: m.workspaceEdit(m.review.file, edits, title)}
}

// automatic reports whether the client asks by itself, as when the caret moves,
// to know whether there is something to offer.
func (m *menu) automatic() bool {
	return m.asked.Context.TriggerKind == protocol.CodeActionTriggerKindAutomatic
}

// actions offers the actions of the reviewer. When nobody asked they stay away,
// or every line would have a light bulb.
func (m *menu) actions() {
	section := m.doc.SectionAt(m.at.Start)
	onHeading := section.Heading != nil && section.Heading.Span.Start <= m.at.Start && m.at.Start <= section.Heading.Span.End
	if m.automatic() && len(m.items) == 0 && !onHeading {
		return
	}
	for _, a := range m.session.actions(m.folder) {
		if m.disabled(a.ID) {
			continue
		}
		arguments := runArguments{Action: a.ID, URI: string(m.uri)}
		if a.Takes("selection") {
			arguments.Range = &m.asked.Range
		}
		m.add(kindAction, protocol.CodeAction{Title: a.Title, Command: commandTo(a.Title, commandRun, arguments)})
		if onHeading && section.Heading.Level > 1 && a.Takes("section") {
			arguments.Section = "#" + section.Heading.Slug
			title := a.Title + " (this section)"
			m.add(kindAction, protocol.CodeAction{Title: title, Command: commandTo(title, commandRun, arguments)})
		}
	}
}

// file offers to include the file, or to leave it alone.
func (m *menu) file() {
	if m.automatic() || m.doc == nil {
		return
	}
	title := titleInclude
	if m.design {
		title = titleExclude
	}
	edits, err := workspace.SetEnabled(m.doc, !m.design)
	if err != nil || len(edits) == 0 {
		return // the command of that name says why, when it is called
	}
	m.add(kindFile, m.edit(title, edits))
}
