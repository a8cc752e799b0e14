package mermaid

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what is got into the golden files")

// A golden file holds diagrams, each with what is said of it after arrows:
//
//	flowchart LR
//	  a -> b
//	=> the part that is marked
//	=> the message
//	=> the title of the first fix
//	flowchart LR
//	  a --> b
//	====
const (
	goldenEnd  = "====\n"
	goldenSays = "=> "
)

// golden compares what is said of each diagram in the files of a folder. With
// -update it writes the files instead.
func golden(t *testing.T, folder string, say func(t *testing.T, source string) string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files in %s: %v", folder, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { goldenFile(t, file, say) })
	}
}

func goldenFile(t *testing.T, file string, say func(t *testing.T, source string) string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var written strings.Builder
	for _, entry := range goldenEntries(string(data)) {
		source, want := entry[0], entry[1]
		got := say(t, source)
		written.WriteString(source + got + goldenEnd)
		if diff := cmp.Diff(want, got); diff != "" && !*update {
			t.Errorf("of\n%s(-want +got)\n%s", source, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(written.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// goldenEntries parts a file into diagrams and what is said of them.
func goldenEntries(data string) [][2]string {
	var all [][2]string
	for _, entry := range strings.Split(data, goldenEnd) {
		if entry == "" {
			continue
		}
		source, said, found := strings.Cut(entry, "\n"+goldenSays)
		if found {
			source, said = source+"\n", goldenSays+said
		}
		all = append(all, [2]string{source, said})
	}
	return all
}

// goldenSources are the diagrams of a folder's files.
func goldenSources(t testing.TB, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range goldenEntries(string(data)) {
			all = append(all, entry[0])
		}
	}
	return all
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
