package mermaid

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/designls/designls/server/text"
)

// example is one diagram of testdata/cases.
type example struct {
	name   string
	source string
	ok     bool
	mark   text.Span // the offending token
	marked bool
}

func examples(t testing.TB) []example {
	t.Helper()
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var all []example
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			all = append(all, newExample(t, filepath.Base(file)+": "+f.Name, string(f.Data)))
		}
	}
	return all
}

func newExample(t testing.TB, name, data string) example {
	t.Helper()
	e := example{name: name, ok: strings.Contains(name, ": ok: ")}
	if !e.ok && !strings.Contains(name, ": broken: ") {
		t.Fatalf("%s: a name begins with ok: or broken:", name)
	}
	before, rest, marked := strings.Cut(data, "«")
	token, after, _ := strings.Cut(rest, "»")
	e.marked, e.mark = marked, text.Span{Start: len(before), End: len(before) + len(token)}
	e.source = before + token + after
	if strings.Contains(name, "windows") {
		e.source = strings.ReplaceAll(e.source, "\n", "\r\n")
	}
	return e
}
