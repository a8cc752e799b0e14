// Package report prints the outcome of a review: as text for people, as JSON and
// SARIF for programs, and as annotations for GitHub.
//
// Every format prints the same findings in the same order: by file as they were
// given, and by place within a file.
package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// File is one reviewed document.
type File struct {
	Path     string // as it is printed, with slashes
	Text     *text.Mapper
	Findings []finding.Finding // sorted by place
	Decided  []finding.Decided // found again, but decided in the ledger
}

// Review is what is printed.
type Review struct {
	Files    []File
	Rules    []rules.Rule    // those that ran, in the order of the table
	ByModels []rules.ByModel // what only a model reports
	Version  string          // of designls
}

// Options is how it is printed. Only text heeds them.
type Options struct {
	Color bool
	Width int // columns of the terminal; 0 means 100
}

// Format is the name of an output format.
type Format string

// The formats, in the order in which help lists them.
const (
	Text   Format = "text"
	JSON   Format = "json"
	SARIF  Format = "sarif"
	GitHub Format = "github"
)

// Formats lists all formats.
func Formats() []string {
	return []string{string(Text), string(JSON), string(SARIF), string(GitHub)}
}

// Write prints a review in a format.
func Write(w io.Writer, format Format, review Review, options Options) error {
	switch format {
	case Text:
		return writeText(w, review, options)
	case JSON:
		return writeJSON(w, review)
	case SARIF:
		return writeSARIF(w, review)
	case GitHub:
		return writeGitHub(w, review)
	}
	return fmt.Errorf("there is no format %q; choose one of %s", format, strings.Join(Formats(), ", "))
}

// homepage is where the project lives; rule pages are below it.
const homepage = "https://github.com/designls/designls"
