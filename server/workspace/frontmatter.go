package workspace

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// frontMatterKeys are what front matter can say in its "designls" group.
var frontMatterKeys = []string{"enabled", "template", "rules", "local-only"}

// Enabled returns what a document's front matter says about being a design
// document, which counts more than its path: "designls: true" or "false", or
// "enabled" in a group of settings. A group that does not say it means yes.
func Enabled(f *document.FrontMatter) (enabled, said bool) {
	switch v := f.Value("designls").(type) {
	case bool:
		return v, true
	case map[string]any:
		on, ok := v["enabled"].(bool)
		return on || !ok, true
	}
	return false, false
}

// FrontMatterProblems are the mistakes in a document's own settings, except for
// its rules, which whoever runs them checks.
func FrontMatterProblems(doc *document.Document, known Known) []document.Problem {
	f := doc.FrontMatter
	switch v := f.Value("designls").(type) {
	case nil, bool:
		return nil
	case map[string]any:
		return groupProblems(doc, v, known)
	default:
		return []document.Problem{frontMatterProblem(doc, "designls",
			"designls is %v in the front matter, where true, false or a group of settings is expected. It is ignored.", fromJSON(v))}
	}
}

func groupProblems(doc *document.Document, group map[string]any, known Known) []document.Problem {
	var problems []document.Problem
	for _, k := range slices.Sorted(maps.Keys(group)) {
		v := fromJSON(group[k])
		name, isText := v.v.(string)
		_, isBool := v.v.(bool)
		switch {
		case !slices.Contains(frontMatterKeys, k):
			problems = append(problems, frontMatterProblem(doc, k, "designls has no setting %q in front matter, so it is ignored. %s", k, suggestion(k, frontMatterKeys)))
		case k == "enabled" && !isBool:
			problems = append(problems, frontMatterProblem(doc, k, "designls.enabled is %v in the front matter, where true or false is expected. It is ignored.", v))
		case k == "local-only" && !isBool:
			problems = append(problems, frontMatterProblem(doc, k, "designls.local-only is %v in the front matter, where true or false is expected. The document is kept off the network.", v))
		case k == "template" && !isText:
			problems = append(problems, frontMatterProblem(doc, k, "designls.template is %v in the front matter, where the name of a house style is expected. It is ignored.", v))
		case k == "template" && len(known.Templates) > 0 && !slices.Contains(known.Templates, name):
			problems = append(problems, frontMatterProblem(doc, k, "designls.template is %q in the front matter, which is not known, so it is ignored. %s", name, suggestion(name, known.Templates)))
		}
	}
	return problems
}

// frontMatterProblem places a problem at the first line that sets the key.
func frontMatterProblem(doc *document.Document, key, format string, args ...any) document.Problem {
	span := doc.FrontMatter.Inner
	line := regexp.MustCompile(`["']?\b` + regexp.QuoteMeta(key) + `\b["']?[ \t]*[:=\]][^\r\n]*`)
	if at := line.FindStringIndex(span.Of(doc.Text.Content())); at != nil {
		span = text.Span{Start: span.Start + at[0], End: span.Start + at[1]}
	}
	return document.Problem{Code: "front-matter", Span: span, Message: fmt.Sprintf(format, args...)}
}
