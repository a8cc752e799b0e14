// Package e2e drives the built program as its users do: from a shell, and from
// real editors that are set up as docs/editors.md says.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// programFolder holds the built program; it is first on the PATH of all tests.
var programFolder string

func TestMain(m *testing.M) { os.Exit(buildAndRun(m)) }

func buildAndRun(m *testing.M) int {
	folder, err := os.MkdirTemp("", "designls-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	programFolder = folder
	build := exec.Command("go", "build", "-o", program(), "../cmd/designls")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the program: %v\n%s", err, out)
		return 1
	}
	if err := os.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

func program() string {
	name := filepath.Join(programFolder, "designls")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return name
}

// needs returns the path of an editor. Without it the test is skipped, or fails
// where DESIGNLS_REQUIRE_EDITORS says that all editors have to be there.
func needs(t *testing.T, editor, debianPackage string) string {
	t.Helper()
	path, err := exec.LookPath(editor)
	if err == nil {
		return path
	}
	message := fmt.Sprintf("%s is not installed (Debian package %s)", editor, debianPackage)
	if os.Getenv("DESIGNLS_REQUIRE_EDITORS") != "" {
		t.Fatal(message)
	}
	t.Skip(message)
	return ""
}
