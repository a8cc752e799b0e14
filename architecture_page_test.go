package designls

import (
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
