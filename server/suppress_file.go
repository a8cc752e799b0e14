package server

import (
	"errors"
	"regexp"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// errFrontMatterForm is why a rule cannot be silenced for a document.
var errFrontMatterForm = errors.New("the front matter is not in a form that can be changed safely, so the document is unchanged; set the rule to off under designls.rules there yourself")

// ruleForm is a way in which front matter says, or does not say yet, how grave
// the rules are: a regular expression, and what to write where it has matched
// "value". RULE in both is the rule's id, INDENT in the second is what was
// matched as "indent".
type ruleForm struct{ pattern, write string }

// ruleForms are tried in order, for YAML and for TOML.
var ruleForms = map[string][]ruleForm{
	"yaml": {
		{`^designls:[ \t]*\r?\n(?:[ \t]+.*\r?\n|\r?\n)*?[ \t]+rules:[ \t]*\r?\n(?:[ \t]+.*\r?\n|\r?\n)*?[ \t]+RULE:[ \t]*(?P<value>[^\s#]+)`, "off"},
		{`^designls:[ \t]*\r?\n(?:[ \t]+.*\r?\n|\r?\n)*?[ \t]+rules:[ \t]*\r?\n(?P<value>)(?P<indent>[ \t]+)\S`, "INDENTRULE: off\n"},
		{`^designls:[ \t]*\r?\n(?P<value>)(?P<indent>[ \t]+)\S`, "INDENTrules:\nINDENTINDENTRULE: off\n"},
		{`^designls:[ \t]*\{[^}\n]*\brules:[ \t]*\{[^}\n]*\bRULE:[ \t]*(?P<value>[^\s,}]+)`, "off"},
		{`^designls:[ \t]*\{[^}\n]*\brules:[ \t]*\{(?P<value>)[ \t]*[^ \t}]`, "RULE: off, "},
		{`^designls:[ \t]*\{(?P<value>)[ \t]*[^ \t}]`, "rules: {RULE: off}, "},
		{`^designls:(?P<value>[ \t]*true)\b`, "\n  rules:\n    RULE: off"},
		{`\A(?P<value>)`, "designls:\n  rules:\n    RULE: off\n"},
	},
	"toml": {
		{`^\[designls\.rules\][ \t]*\r?\n(?:[^\[\r\n].*\r?\n|\r?\n)*?RULE[ \t]*=[ \t]*(?P<value>[^\s#]+)`, `"off"`},
		{`^\[designls\.rules\][ \t]*\r?\n(?P<value>)`, "RULE = \"off\"\n"},
		{`(?P<value>)\z`, "[designls.rules]\nRULE = \"off\"\n"},
	},
}

// ignoreInFile returns the edit that turns a rule off in the document's front
// matter. It fails where the front matter is written in a way it does not know.
func ignoreInFile(doc *document.Document, rule string) (text.Edit, error) {
	edit, ok := ruleEdit(doc, rule)
	if !ok {
		return text.Edit{}, errFrontMatterForm
	}
	after, err := text.ApplyEdits(doc.Text.Content(), []text.Edit{edit})
	if err != nil {
		return text.Edit{}, err
	}
	if !turnsOff(document.Parse(text.NewMapper(after), nil).FrontMatter, rule) {
		return text.Edit{}, errFrontMatterForm
	}
	return edit, nil
}

func ruleEdit(doc *document.Document, rule string) (text.Edit, bool) {
	front, content := doc.FrontMatter, doc.Text.Content()
	if front == nil {
		at := len(content) - len(strings.TrimPrefix(content, "\ufeff"))
		return text.Edit{Span: text.Span{Start: at, End: at}, New: "---\ndesignls:\n  rules:\n    " + rule + ": off\n---\n\n"}, true
	}
	inner := front.Inner.Of(content)
	for _, form := range ruleForms[front.Format] {
		pattern := regexp.MustCompile("(?m)" + strings.ReplaceAll(form.pattern, "RULE", regexp.QuoteMeta(rule)))
		match := pattern.FindStringSubmatchIndex(inner)
		if match == nil {
			continue
		}
		indent := groupOf(pattern, match, "indent").Of(inner)
		written := strings.NewReplacer("RULE", rule, "INDENT", indent).Replace(form.write)
		return text.Edit{Span: groupOf(pattern, match, "value").Shift(front.Inner.Start), New: written}, true
	}
	return text.Edit{}, false
}

// groupOf is where a named group of an expression matched; empty for one that the
// expression does not have.
func groupOf(pattern *regexp.Regexp, match []int, name string) text.Span {
	i := pattern.SubexpIndex(name)
	if i < 0 {
		return text.Span{}
	}
	return text.Span{Start: match[2*i], End: match[2*i+1]}
}

func turnsOff(front *document.FrontMatter, rule string) bool {
	settings, _ := front.Value("designls").(map[string]any)
	severities, _ := settings["rules"].(map[string]any)
	switch v := severities[rule].(type) {
	case bool:
		return !v
	case string:
		severity, err := finding.ParseSeverity(v)
		return err == nil && severity == finding.Off
	}
	return false
}
