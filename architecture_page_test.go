package designls

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func architecturePage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestThePageNamesEveryPackage holds the map of the code against the code.
func TestThePageNamesEveryPackage(t *testing.T) {
	page := architecturePage(t)
	for name := range uses {
		if !strings.Contains(page, "`"+name+"`") {
			t.Errorf("ARCHITECTURE.md does not say what `%s` is for", name)
		}
	}
}

// TestThePageNamesEveryLibrary: who adds a library says why there.
func TestThePageNamesEveryLibrary(t *testing.T) {
	const direct = "{{if not .Indirect}}{{if not .Main}}{{.Path}}{{end}}{{end}}"
	out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", direct, "all").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	libraries := strings.Fields(string(out))
	if len(libraries) < 10 {
		t.Fatalf("only %d libraries: %v", len(libraries), libraries)
	}
	page := architecturePage(t)
	for _, path := range libraries {
		host, name, _ := strings.Cut(path, "/")
		if !strings.Contains(page, "`"+path) && (host == "github.com" || !strings.Contains(page, "`"+name)) {
			t.Errorf("ARCHITECTURE.md does not say why `%s` is used", path)
		}
	}
}

// TestThePageNamesEveryPackageOfNpm leaves out types, and the rules of a linter that it
// names.
func TestThePageNamesEveryPackageOfNpm(t *testing.T) {
	manifest, err := os.ReadFile("extension/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var needs struct{ Dependencies, DevDependencies map[string]string }
	if err := json.Unmarshal(manifest, &needs); err != nil || len(needs.DevDependencies) < 8 {
		t.Fatalf("%v: %v", err, needs)
	}
	page := architecturePage(t)
	maps.Copy(needs.DevDependencies, needs.Dependencies)
	for name := range needs.DevDependencies {
		if !strings.HasPrefix(name, "@types/") && name != "@eslint/js" && !strings.Contains(page, "`"+name+"`") {
			t.Errorf("ARCHITECTURE.md does not say why `%s` is used", name)
		}
	}
}
