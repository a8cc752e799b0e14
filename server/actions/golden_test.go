package actions

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden runs the actions one after the other on a document, as an author
// would, and compares the blocks that they leave. The first file of an archive
// is the document; the others are named after the actions.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := blocks(t, string(archive.Files[0].Data))
			if *update {
				archive.Files = append(archive.Files[:1], got...)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(byName(archive.Files[1:]), byName(got)); diff != "" {
				t.Errorf("-want +got (run with -update when it is meant):\n%s", diff)
			}
		})
	}
}

func blocks(t *testing.T, content string) []txtar.File {
	var found []txtar.File
	for _, action := range Table() {
		after, result := apply(t, action.ID, content)
		block := result.Summary
		if b := parse(after).Block(result.Block); b != nil {
			block = b.Span.Of(after)
		}
		found = append(found, txtar.File{Name: action.ID, Data: []byte(block + "\n")})
		content = after
	}
	return append(found, txtar.File{Name: "outline", Data: []byte(outline(content))})
}

// outline is the order of headings and blocks.
func outline(content string) string {
	var b strings.Builder
	for line := range strings.Lines(content) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "<!-- designls:") {
			b.WriteString(line)
		}
	}
	return b.String()
}

func byName(files []txtar.File) map[string]string {
	all := map[string]string{}
	for _, f := range files {
		all[f.Name] = string(f.Data)
	}
	return all
}
