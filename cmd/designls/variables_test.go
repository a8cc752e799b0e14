package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	askedFor = regexp.MustCompile(`os\.(?:Getenv|LookupEnv)\("(\w+)"\)`)
	named    = regexp.MustCompile(`Variable\s*=\s*"([A-Z_]+)"`)
)

// TestEveryVariableIsDocumented holds that a page for users names each variable of
// the environment that the program asks for.
func TestEveryVariableIsDocumented(t *testing.T) {
	t.Chdir("../..")
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var docs strings.Builder
	for _, page := range pages {
		docs.WriteString(readFile(t, page))
	}
	known := 0
	for _, name := range variables(t, "cmd", "server") {
		known++
		if !regexp.MustCompile("\\b" + name + "\\b").MatchString(docs.String()) {
			t.Errorf("no page of docs names %s, which the program asks the environment for", name)
		}
	}
	if known < 20 {
		t.Errorf("only %d variables were found in the code", known)
	}
}

// variables are those for which the code of the program asks the environment.
func variables(t *testing.T, folders ...string) []string {
	t.Helper()
	var names []string
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			code, err := os.ReadFile(path)
			for _, pattern := range []*regexp.Regexp{askedFor, named} {
				for _, m := range pattern.FindAllStringSubmatch(string(code), -1) {
					names = append(names, m[1])
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}
