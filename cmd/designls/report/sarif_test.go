package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestSARIFValidatesAgainstTheSchema(t *testing.T) {
	schema := compileSchema(t, publishedSchema(t))
	for name, review := range map[string]Review{"sample": sample(), "empty": {}} {
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
