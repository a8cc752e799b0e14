package knowledge

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestDichotomiesMatchTheirSchema(t *testing.T) {
	file, err := os.Open("schemas/dichotomies.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("dichotomies.schema.json", schema); err != nil {
		t.Fatal(err)
	}
	compiledSchema, err := compiler.Compile("dichotomies.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var data any
	if err := yaml.Unmarshal(dichotomyData, &data); err != nil {
		t.Fatal(err)
	}
	if err := compiledSchema.Validate(data); err != nil {
		t.Error(err)
	}
}

// TestDichotomiesAreUsable checks what a schema cannot say.
func TestDichotomiesAreUsable(t *testing.T) {
	if len(Dichotomies()) < 25 {
		t.Errorf("only %d dichotomies", len(Dichotomies()))
	}
	seen := map[string]bool{}
	for _, d := range Dichotomies() {
		if seen[d.ID] {
			t.Errorf("%s is there twice", d.ID)
		}
		seen[d.ID] = true
		for _, term := range d.Poles[0].Terms {
			if slices.Contains(d.Poles[1].Terms, term) {
				t.Errorf("%s: %q stands for both sides", d.ID, term)
			}
		}
		for _, term := range slices.Concat(d.Poles[0].Terms, d.Poles[1].Terms, d.About) {
			if term != strings.ToLower(term) || strings.ContainsAny(term, "-\t") || term != strings.Join(strings.Fields(term), " ") {
				t.Errorf("%s: %q can never match: terms are in lower case, with blanks for hyphens", d.ID, term)
			}
		}
		for _, o := range d.Options {
			if strings.HasSuffix(o.Fits, ".") || strings.HasSuffix(o.Costs, ".") || strings.ContainsAny(o.Name+o.Fits+o.Costs, "|\n") {
				t.Errorf("%s: %s does not fit into a row of a table", d.ID, o.Name)
			}
		}
	}
}
