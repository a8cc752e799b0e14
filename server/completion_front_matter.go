package server

import (
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// metadata is front matter in which somebody is writing. While it is incomplete it
// need not be any yet as far as the document is concerned.
type metadata struct {
	format string // "yaml" or "toml"
	start  int    // of the first line between the fences
}

// frontMatterAround returns the front matter that an offset lies in, or nil.
func frontMatterAround(content string, at int) *metadata {
	start := len(content) - len(strings.TrimPrefix(content, "\ufeff"))
	first, _, _ := strings.Cut(content[start:], "\n")
	fence := strings.TrimRight(first, " \t\r")
	format := map[string]string{"---": "yaml", "+++": "toml"}[fence]
	m := &metadata{format: format, start: start + len(first) + 1}
	if format == "" || at < m.start || m.start > len(content) {
		return nil
	}
	end := m.start
	for line := range strings.Lines(content[m.start:]) {
		if strings.TrimRight(line, " \t\r\n") == fence {
			if at <= end {
				return m
			}
			return nil
		}
		end += len(line)
	}
	return nil
}

// frontMatterLine is a line up to the place: a key being typed, or a value.
var frontMatterLine = text.Pattern(`^([ \t]*)(?:([\w.-]+)[ \t]*[:=][ \t]*)?"?([\w.-]*)$`)

// frontMatter offers the keys that designls reads, and their values.
func (c *completer) frontMatter(front *metadata) {
	m := frontMatterLine().FindStringSubmatch(c.line)
	if m == nil {
		return
	}
	indent, key, typed := m[1], m[2], m[3]
	group := c.enclosing(front, indent)
	if key != "" {
		c.values(front, group, key, typed)
		return
	}
	for _, k := range c.keys(group) {
		c.add(protocol.CompletionItem{Label: k.name, Kind: protocol.CompletionItemKindProperty, Detail: protocol.NewOptional(k.what)}, len(typed), k.name+assigns(front), "")
	}
}

func assigns(front *metadata) string {
	if front.format == "toml" {
		return " = "
	}
	return ": "
}

type frontMatterKey struct{ name, what string }

// keys are the keys that can stand in a group of settings, "" for the top.
func (c *completer) keys(group string) []frontMatterKey {
	switch group {
	case "":
		return []frontMatterKey{{"title", "what the document is called"}, {source, "settings for designls, or true or false for being a design document"}}
	case source:
		return []frontMatterKey{{"enabled", "whether this is a design document"}, {"template", "the house style"}, {"rules", "severities of rules in this document"}}
	case "rules":
		var keys []frontMatterKey
		for _, r := range c.options.Rules {
			keys = append(keys, frontMatterKey{r.ID, r.Title})
		}
		return keys
	}
	return nil
}

// values offers what a key can be set to.
func (c *completer) values(front *metadata, group, key, typed string) {
	var values []string
	quote := ""
	switch {
	case group == "" && key == source, group == source && key == "enabled":
		values = []string{"true", "false"}
	case key == "template" && (group == source || group == ""):
		for _, style := range knowledge.Styles() {
			values = append(values, style.ID)
		}
		quote = quoted(front, c.line)
	case group == "rules":
		values = finding.SeverityNames()
		quote = quoted(front, c.line)
	}
	for _, v := range values {
		c.add(protocol.CompletionItem{Label: v, Kind: protocol.CompletionItemKindValue}, len(typed), quote+v+quote, "")
	}
}

// quoted is the mark that a text in TOML needs, if it is not there yet.
func quoted(front *metadata, line string) string {
	if front.format == "toml" && !strings.Contains(line, `"`) {
		return `"`
	}
	return ""
}

var groupLine = text.Pattern(`^([ \t]*)([\w-]+):[ \t]*$|^\[(?:designls\.)?([\w-]+)\][ \t]*$`)

// enclosing is the group of settings that the place lies in: by indentation in
// YAML, by the header above it in TOML.
func (c *completer) enclosing(front *metadata, indent string) string {
	above := c.doc.Text.Content()[front.start : c.at-len(c.line)]
	lines := strings.Split(strings.TrimRight(above, "\r\n"), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		m := groupLine().FindStringSubmatch(strings.TrimRight(lines[i], "\r"))
		switch {
		case m == nil:
		case front.format == "toml" && m[3] != "":
			return m[3]
		case front.format == "yaml" && m[2] != "" && len(m[1]) < len(indent):
			return m[2]
		}
	}
	return ""
}
