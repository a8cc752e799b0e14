package workspace

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// SetEnabled returns the edits by which a document's front matter says that it
// is, or is not, a design document. It fails where the front matter cannot be
// read, or is written in a way that it does not know.
func SetEnabled(doc *document.Document, enabled bool) ([]text.Edit, error) {
	if on, said := Enabled(doc.FrontMatter); said && on == enabled {
		return nil, nil
	}
	if f := doc.FrontMatter; f != nil && f.Err != nil {
		return nil, fmt.Errorf("the front matter is not valid %s, so the document is unchanged; repair it first", strings.ToUpper(f.Format))
	}
	before := doc.Text.Content()
	edits := []text.Edit{enabledEdit(doc, enabled)}
	after, err := text.ApplyEdits(before, edits)
	if err != nil {
		return nil, err
	}
	on, said := Enabled(document.Parse(text.NewMapper(after), nil).FrontMatter)
	if !said || on != enabled {
		return nil, fmt.Errorf("the front matter says what designls is in a form that cannot be changed safely, so the document is unchanged; write \"designls: %v\" there yourself", enabled)
	}
	return edits, nil
}

// Where front matter says it, in the order tried. The text of the group "value"
// is replaced, or what is missing is put at its place.
var enabledForms = sync.OnceValue(func() map[string][]enabledForm {
	return map[string][]enabledForm{
		"yaml": {
			{regexp.MustCompile(`(?m)^designls:[ \t]*(?P<value>true|false)\b`), "%v"},
			{regexp.MustCompile(`(?m)^designls:[ \t]*(?:#[^\r\n]*)?\r?\n(?:[ \t]+.*\r?\n|\r?\n)*?[ \t]+enabled:[ \t]*(?P<value>[^\s#]+)`), "%v"},
			{regexp.MustCompile(`(?m)^designls:[ \t]*(?:#[^\r\n]*)?(?P<value>)\r?\n(?P<indent>[ \t]+)\S`), "\n%senabled: %v"},
			{regexp.MustCompile(`(?m)^designls:[ \t]*\{[^}\n]*\benabled:[ \t]*(?P<value>[^\s,}]+)`), "%v"},
			{regexp.MustCompile(`(?m)^designls:[ \t]*\{(?P<value>)`), "enabled: %v, "},
			{regexp.MustCompile(`(?m)^designls:(?P<value>[^\r\n]*)`), " %v"},
			{regexp.MustCompile(`^(?P<value>)`), "designls: %v\n"},
		},
		"toml": {
			{regexp.MustCompile(`(?m)^designls[ \t]*=[ \t]*(?P<value>true|false)\b`), "%v"},
			{regexp.MustCompile(`(?m)^\[designls\][ \t]*\r?\n(?:[^\[\r\n].*\r?\n|\r?\n)*?enabled[ \t]*=[ \t]*(?P<value>[^\s#]+)`), "%v"},
			{regexp.MustCompile(`(?m)^\[designls\][ \t]*(?P<value>)\r?$`), "\nenabled = %v"},
			{regexp.MustCompile(`^(?P<value>)`), "designls = %v\n"},
		},
	}
})

type enabledForm struct {
	pattern *regexp.Regexp
	write   string
}

func enabledEdit(doc *document.Document, enabled bool) text.Edit {
	content := doc.Text.Content()
	if doc.FrontMatter == nil {
		return newFrontMatter(content, enabled)
	}
	inner := doc.FrontMatter.Inner
	for _, form := range enabledForms()[doc.FrontMatter.Format] {
		m := form.pattern.FindStringSubmatchIndex(inner.Of(content))
		if m == nil {
			continue
		}
		args := []any{enabled}
		if i := form.pattern.SubexpIndex("indent"); i >= 0 {
			args = []any{inner.Of(content)[m[2*i]:m[2*i+1]], enabled}
		}
		i := form.pattern.SubexpIndex("value")
		written := strings.ReplaceAll(fmt.Sprintf(form.write, args...), "\n", text.EOL(content))
		return text.Edit{Span: text.Span{Start: m[2*i], End: m[2*i+1]}.Shift(inner.Start), New: written}
	}
	return text.Edit{}
}

func newFrontMatter(content string, enabled bool) text.Edit {
	start := 0
	if strings.HasPrefix(content, bom) {
		start = len(bom)
	}
	eol := text.EOL(content)
	lines := []string{"---", fmt.Sprintf("designls: %v", enabled), "---", ""}
	if rest := content[start:]; rest != "" && strings.TrimLeft(rest, "\r\n") == rest {
		lines = append(lines, "")
	}
	return text.Edit{Span: text.Span{Start: start, End: start}, New: strings.Join(lines, eol)}
}
