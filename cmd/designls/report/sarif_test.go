package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/designls/designls/server/rules"
)

func TestSARIFValidatesAgainstTheSchema(t *testing.T) {
	schema := compileSchema(t, publishedSchema(t))
	for name, review := range map[string]Review{"sample": sample(), "empty": {}, "a model's": byModel()} {
		var b strings.Builder
		if err := Write(&b, SARIF, review, Options{}); err != nil {
			t.Fatal(err)
		}
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(b.String()))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v\n%s", name, err, b.String())
		}
	}
}

// byModel is a review in which a model has reported something that no rule does.
func byModel() Review {
	review := sample()
	review.ByModels = rules.ByModels()
	file := review.Files[0]
	found := file.Findings[0]
	found.Rule, found.Source = "consistency", "gpt-4.1"
	review.Files = []File{{Path: file.Path, Text: file.Text, Findings: append(slices.Clone(file.Findings), found)}}
	return review
}

func TestSARIFDescribesWhatAModelReports(t *testing.T) {
	var b strings.Builder
	if err := Write(&b, SARIF, byModel(), Options{}); err != nil {
		t.Fatal(err)
	}
	parsed, err := sarif.FromString(b.String())
	if err != nil {
		t.Fatal(err)
	}
	run := parsed.Runs[0]
	described := run.Tool.Driver.Rules
	var ids []string
	for _, r := range described {
		ids = append(ids, *r.ID)
	}
	if last := described[len(described)-1]; *last.ID != "consistency" || len(ids) != len(sample().Rules)+1 || *last.ShortDescription.Text == "" {
		t.Errorf("described are %v", ids)
	}
	for _, r := range run.Results {
		if *described[r.RuleIndex].ID != *r.RuleID {
			t.Errorf("%s leads to the rule %d", *r.RuleID, r.RuleIndex)
		}
	}
}

func TestSARIFIsReadByOthers(t *testing.T) {
	parsed, err := sarif.FromString(render(t, SARIF, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(parsed.Runs[0].Results); n != 3 {
		t.Errorf("another program reads %d results, want 3", n)
	}
}

func compileSchema(t *testing.T, source string) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", document); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}

// publishedSchema is the SARIF 2.1.0 schema, which the go-sarif module carries in
// a constant that it does not export.
func publishedSchema(t *testing.T) string {
	t.Helper()
	folder, err := exec.CommandContext(t.Context(), "go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(folder)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var schema string
	ast.Inspect(file, func(n ast.Node) bool {
		if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			schema, err = strconv.Unquote(literal.Value)
		}
		return err == nil
	})
	if err != nil || !strings.Contains(schema, "(SARIF) Version 2.1.0") {
		t.Fatalf("no SARIF 2.1.0 schema in the go-sarif module: %v", err)
	}
	return schema
}
