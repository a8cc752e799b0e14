package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestEmacs(t *testing.T) {
	emacs := needs(t, "emacs", "emacs-nox")
	needsLibraries(t, emacs)
	folder, file := newWorkspace(t)
	config := filepath.Join(t.TempDir(), "init.el")
	write(t, config, setUp(t, "emacs"))
	driver, err := filepath.Abs("testdata/emacs.el")
	if err != nil {
		t.Fatal(err)
	}
	// Without --batch, Emacs activates packages by itself.
	check(t, drive(t, folder, emacs, "--batch", "--funcall", "package-activate-all", "--load", config, "--load", driver, "--eval", "(designls-test-run \""+file+"\")"))
}

func needsLibraries(t *testing.T, emacs string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), emacs, "--batch", "--eval", "(progn (require 'eglot) (require 'markdown-mode))")
	if out, err := cmd.CombinedOutput(); err != nil {
		if os.Getenv("DESIGNLS_REQUIRE_EDITORS") != "" {
			t.Fatalf("Emacs lacks a library: %v\n%s", err, out)
		}
		t.Skip("Emacs lacks eglot or markdown-mode (Debian packages elpa-eglot and elpa-markdown-mode)")
	}
}
