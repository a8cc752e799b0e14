package knowledge

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestDataMatchesItsSchema(t *testing.T) {
	for pattern, schema := range map[string]string{
		"facts.yaml": "facts", "components.yaml": "components", "change.yaml": "system", "decision.yaml": "system",
		"systems/*.yaml": "system", "styles/*.yaml": "style",
		"technologies/*.yaml": "technologies", "patterns/*.yaml": "patterns", "books.yaml": "books", "interview.yaml": "interview",
	} {
		validator := schemaOf(t, schema)
		names, _ := fs.Glob(data, pattern)
		if len(names) == 0 {
			t.Errorf("%s: no file", pattern)
		}
		for _, name := range names {
			content, err := data.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var value any
			if err := yaml.Unmarshal(content, &value); err != nil {
				t.Fatal(err)
			}
			if err := validator.Validate(value); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open(filepath.Join("schemas", name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	parsed, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(name, parsed); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile(name)
}

// TestExpressionsCompile compiles every expression of the data, which the
// program would otherwise meet only with the document that needs it.
func TestExpressionsCompile(t *testing.T) {
	try := func(where string, expressions ...string) {
		for _, e := range expressions {
			if _, err := regexp.Compile(e); err != nil {
				t.Errorf("%s: %v", where, err)
			}
		}
	}
	for _, f := range Facts() {
		for _, v := range f.Values {
			try(f.ID, v.Noun, v.Each, v.Period, v.Label, v.Parent, v.Clause, v.Of, v.Near, v.Before, v.Unless)
		}
		for _, s := range f.Statements {
			try(f.ID, s.Match, s.Need, s.Unless)
		}
		for _, l := range f.Lists {
			try(f.ID, l.Heading, l.Unless, l.Lead)
		}
	}
	for _, s := range slices.Concat(Systems(), []System{Change(), Decision()}) {
		try(s.ID, s.Signals.Titles...)
		for _, m := range s.Signals.Text {
			try(s.ID, m.Match)
		}
		for _, q := range s.Questions {
			try(s.ID+"/"+q.ID, q.AnsweredBy...)
		}
	}
	for _, s := range Styles() {
		for _, m := range slices.Concat(s.Recognize.Paths, s.Recognize.Titles) {
			try(s.ID, m.Match)
		}
	}
	for _, c := range Components() {
		try(c.Name, c.Mentions)
	}
	for _, box := range Interview() {
		for _, part := range box.Parts {
			try(part.Name, part.Said)
		}
	}
	for _, p := range Patterns() {
		try(p.ID, slices.Concat(p.Signals, p.Answers)...)
	}
}

// TestIDsAreUniqueAndLead checks what the schemas cannot say.
func TestIDsAreUniqueAndLead(t *testing.T) {
	facts := map[string]bool{}
	for _, f := range Facts() {
		if facts[f.ID] {
			t.Errorf("fact %s is there twice", f.ID)
		}
		facts[f.ID] = true
	}
	lead := func(where string, ids []string) {
		for _, id := range ids {
			if !facts[id] {
				t.Errorf("%s: there is no fact %q", where, id)
			}
		}
	}
	for _, f := range Facts() {
		lead(f.ID, f.Covers)
	}
	for _, c := range Components() {
		lead(c.Name, c.Facts)
	}
	for _, box := range Interview() {
		for _, part := range box.Parts {
			lead(part.Name, part.Facts)
		}
	}
	if len(Systems()) < 16 {
		t.Errorf("only %d kinds of systems", len(Systems()))
	}
	for _, s := range Systems() {
		seen := map[string]bool{}
		for _, q := range s.Questions {
			if seen[q.ID] {
				t.Errorf("%s/%s is there twice", s.ID, q.ID)
			}
			seen[q.ID] = true
			lead(s.ID+"/"+q.ID, q.Covers)
		}
		if len(s.Parts) == 0 || len(s.Signals.Titles) == 0 || len(s.Signals.Text) == 0 {
			t.Errorf("%s cannot be recognized or laid out", s.ID)
		}
	}
	for _, s := range Styles() {
		for _, id := range s.Template.Sections {
			if !slices.ContainsFunc(s.Sections, func(spec SectionSpec) bool { return spec.ID == id }) {
				t.Errorf("template %s: there is no section %q", s.ID, id)
			}
		}
	}
}
