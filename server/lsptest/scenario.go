package lsptest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"golang.org/x/tools/txtar"

	"github.com/designls/designls/server"
)

var update = flag.Bool("update", false, "write what the scenarios give into their golden files")

// RunScenarios runs every scenario of a folder in every variant, each with a
// server of its own. A scenario is a txtar archive:
//
//	A comment that says what it shows.
//	-- flags --              words: bare, pull (capabilities)
//	-- settings.json --      the user's designls settings
//	-- docs/design.md --     documents, with markers, and other files of the workspace
//	-- steps --              what is done, see steps; without, all documents are opened and checked
//	-- want/name --          golden texts, which -update rewrites
func RunScenarios(t *testing.T, folder string, options func() server.Options) {
	names, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no scenarios in %s: %v", folder, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for i, v := range variants {
				t.Run(v.name, func(t *testing.T) {
					synctest.Test(t, func(t *testing.T) { runScenario(t, archive, v, options()) })
				})
				if i == 0 && *update && !t.Failed() {
					if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
}

// scenario is a scenario being run in one variant.
type scenario struct {
	*Editor
	t       *testing.T
	archive *txtar.Archive
	variant variant
	markers map[string][]*marker // by document
	opened  []string

	remembered string          // a text
	compared   map[string]bool // golden files
}

func runScenario(t *testing.T, archive *txtar.Archive, v variant, options server.Options) {
	s := &scenario{t: t, archive: archive, variant: v, markers: map[string][]*marker{}, compared: map[string]bool{}}
	dir := t.TempDir()
	config := Config{Options: options, Settings: s.file("settings.json")}
	config.Capabilities = s.capabilities(strings.Fields(s.file("flags")))
	if err := s.write(dir); err != nil {
		t.Fatal(err)
	}
	s.Editor = Start(t, dir, config)
	s.onChange = s.moveMarkers
	s.Settle()
	s.run(s.file("steps"))
	s.Settle()
	s.complain()
	if code := s.Shutdown(); code != server.ExitClean {
		t.Errorf("exit code %d", code)
	}
}

func (s *scenario) capabilities(flags []string) []Capability {
	list := []Capability{Full}
	for _, flag := range flags {
		switch flag {
		case "bare":
			list = append(list, Bare)
		case "pull":
			list = append(list, Pull)
		default:
			s.t.Fatalf("unknown flag %q", flag)
		}
	}
	return append(list, Encodings(s.variant.encoding))
}

// file returns a file of the archive, "" when there is none.
func (s *scenario) file(name string) string {
	for _, f := range s.archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// write puts the files of the workspace on disk.
func (s *scenario) write(dir string) error {
	for _, f := range s.archive.Files {
		if f.Name == "flags" || f.Name == "settings.json" || f.Name == "steps" || strings.HasPrefix(f.Name, "want/") {
			continue
		}
		content := string(f.Data)
		if strings.HasSuffix(f.Name, ".md") {
			var err error
			if content, s.markers[f.Name], err = parseMarkers(content); err != nil {
				return fmt.Errorf("%s: %w", f.Name, err)
			}
			content = s.variant.document(content, s.markers[f.Name])
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}
