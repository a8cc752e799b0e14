package lsptest

import (
	"context"
	"strings"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// Open opens a file with the text that it has on disk.
func (e *Editor) Open(path string) {
	e.t.Helper()
	e.OpenText(path, e.ReadFile(path))
}

// OpenText opens a file with a text that need not be saved.
func (e *Editor) OpenText(path, text string) {
	e.t.Helper()
	e.mu.Lock()
	e.buffers[e.URI(path)] = &buffer{version: 1, text: text}
	e.mu.Unlock()
	e.notify(e.Server.DidOpen(context.Background(), &protocol.DidOpenTextDocumentParams{TextDocument: protocol.TextDocumentItem{
		URI: e.URI(path), LanguageID: protocol.LanguageKindMarkdown, Version: 1, Text: text,
	}}))
}

// Close closes a file and forgets what was not saved.
func (e *Editor) Close(path string) {
	e.t.Helper()
	e.mu.Lock()
	delete(e.buffers, e.URI(path))
	e.mu.Unlock()
	e.notify(e.Server.DidClose(context.Background(), &protocol.DidCloseTextDocumentParams{TextDocument: e.id(path)}))
}

// Save writes a buffer to disk.
func (e *Editor) Save(path string) {
	e.t.Helper()
	e.WriteFile(path, e.Text(path))
	e.notify(e.Server.DidSave(context.Background(), &protocol.DidSaveTextDocumentParams{TextDocument: e.id(path)}))
}

// Replace changes the first place where the buffer has old, like somebody who
// types there.
func (e *Editor) Replace(path, old, new string) {
	e.t.Helper()
	at := strings.Index(e.Text(path), old)
	if at < 0 {
		e.t.Fatalf("%s has no %q:\n%s", path, old, e.Text(path))
	}
	e.Edit(path, at, at+len(old), new)
}

// Edit replaces the bytes from start to end.
func (e *Editor) Edit(path string, start, end int, new string) {
	e.t.Helper()
	e.change(e.URI(path), []edit{{start, end, new}})
}

// SetText replaces the whole text, without saying where it changed.
func (e *Editor) SetText(path, text string) {
	e.t.Helper()
	e.typing.Lock()
	defer e.typing.Unlock()
	e.mu.Lock()
	b := e.buffers[e.URI(path)]
	b.text = text
	b.version++
	version := b.version
	e.mu.Unlock()
	e.sendChange(e.URI(path), version, &protocol.TextDocumentContentChangeWholeDocument{Text: text})
}

// Text returns the text of a buffer.
func (e *Editor) Text(path string) string {
	e.t.Helper()
	e.mu.Lock()
	defer e.mu.Unlock()
	b := e.buffers[e.URI(path)]
	if b == nil {
		e.t.Fatalf("%s is not open", path)
	}
	return b.text
}

// Version returns the version of a buffer.
func (e *Editor) Version(path string) int32 {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.buffers[e.URI(path)].version
}

// SetVersion gives a buffer a version without telling the server.
func (e *Editor) SetVersion(path string, version int32) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.buffers[e.URI(path)].version = version
}

// Range is where a buffer has a text for the first time.
func (e *Editor) Range(path, quote string) protocol.Range {
	e.t.Helper()
	text := e.Text(path)
	at := strings.Index(text, quote)
	if at < 0 {
		e.t.Fatalf("%s has no %q:\n%s", path, quote, text)
	}
	return protocol.Range{Start: position(text, at, e.Encoding), End: position(text, at+len(quote), e.Encoding)}
}

// Quote returns the text of a buffer in a range.
func (e *Editor) Quote(path string, r protocol.Range) string {
	e.t.Helper()
	text := e.Text(path)
	found, err := resolve(text, []protocol.TextEdit{{Range: r}}, e.Encoding)
	if err != nil {
		e.t.Errorf("%s: %v", path, err)
		return ""
	}
	return text[found[0].start:found[0].end]
}

// change makes edits in a buffer and tells the server.
func (e *Editor) change(u uri.URI, edits []edit) {
	e.typing.Lock()
	defer e.typing.Unlock()
	e.mu.Lock()
	b := e.buffers[u]
	if e.onChange != nil {
		e.onChange(u, edits)
	}
	changes := b.apply(edits, e.Encoding)
	version := b.version
	e.mu.Unlock()
	e.sendChange(u, version, changes...)
}

func (e *Editor) sendChange(u uri.URI, version int32, changes ...protocol.TextDocumentContentChangeEvent) {
	e.notify(e.Server.DidChange(context.Background(), &protocol.DidChangeTextDocumentParams{
		TextDocument:   protocol.VersionedTextDocumentIdentifier{TextDocumentIdentifier: protocol.TextDocumentIdentifier{URI: u}, Version: version},
		ContentChanges: changes,
	}))
}

func (e *Editor) id(path string) protocol.TextDocumentIdentifier {
	return protocol.TextDocumentIdentifier{URI: e.URI(path)}
}

func (e *Editor) notify(err error) {
	if err != nil {
		e.t.Errorf("sending to the server: %v", err)
	}
}
