package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/workspace"
)

// What the VS Code extension is told of the server: its commands and settings
// are made from it. The tests of the extension hold its manifest against this.
type extensionTables struct {
	Actions  []extensionAction  `json:"actions"`
	Settings []extensionSetting `json:"settings"`

	Templates []extensionTemplate `json:"templates"`
	Rules     []extensionRule     `json:"rules"`
}

type extensionRule struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Severity string `json:"severity,omitempty"` // missing where a model chooses it
}

type extensionTemplate struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Content string `json:"content"` // with "${title}" for the title
}

type extensionAction struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Scope []string `json:"scope"`
}

type extensionSetting struct {
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Allowed     []string        `json:"allowed,omitempty"`
	Default     json.RawMessage `json:"default"`
	Description string          `json:"description"`
}

func tablesForExtension() extensionTables {
	var t extensionTables
	for _, a := range actions.Table() {
		t.Actions = append(t.Actions, extensionAction{ID: a.ID, Title: a.Title, Scope: a.Scope})
	}
	for _, s := range workspace.Settings() {
		if s.Places&workspace.Editor == 0 {
			continue
		}
		setting := extensionSetting{Name: s.Name, Type: s.Type, Default: json.RawMessage(s.Default), Description: s.Description}
		if s.Allowed != nil {
			setting.Allowed = s.Allowed(known())
		}
		t.Settings = append(t.Settings, setting)
	}
	for _, id := range knowledge.Templates() {
		style, _ := knowledge.StyleByID(id)
		t.Templates = append(t.Templates, extensionTemplate{ID: id, Name: style.Name, Content: knowledge.Template(id, "${title}")})
	}
	for _, r := range rules.Table() {
		t.Rules = append(t.Rules, extensionRule{ID: r.ID, Title: r.Title, Severity: r.Severity.String()})
	}
	for _, r := range rules.ByModels() {
		t.Rules = append(t.Rules, extensionRule{ID: r.ID, Title: r.Title})
	}
	return t
}

// TestReferencePagesOfTheExtension holds the tables that the extension is built
// from against the code. "make docs" writes them again.
func TestReferencePagesOfTheExtension(t *testing.T) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(tablesForExtension()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("..", "..", "extension", "src", "tables.json")
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run make docs", err)
	}
	if diff := cmp.Diff(string(bytes.ReplaceAll(have, []byte("\r\n"), []byte("\n"))), b.String()); diff != "" {
		t.Errorf("extension/src/tables.json is stale; run make docs (-file +code):\n%s", diff)
	}
}
