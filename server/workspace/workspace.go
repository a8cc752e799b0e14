// Package workspace knows the files: which of them are design documents, what
// the editor holds of them and what the disk does, how they are configured, and
// the ledger of decisions that is kept beside them. It is the only package below
// the server that reads or writes.
//
// A Session is what changes: the editor's messages go into it. It hands out
// Snapshots, which never change, so that work on one version of the documents is
// never disturbed by the next keystroke.
//
// What is configured in several places is settled by the more specific one:
//
//	built-in values < editor settings < .designls.yaml < front matter < a comment at the place
//
// The file of the team stands above the settings of one editor because review in
// CI sees only the file, and the two should agree.
package workspace

import "github.com/designls/designls/server/text"

// Known lists the names that settings may use. A list that is empty is not
// checked.
type Known struct {
	Rules     []string // ids of the rules
	Templates []string // ids of the house styles
	Actions   []string // ids of the actions, whose prompts can be switched off
}

// Problem is a setting that cannot be used. All others count.
type Problem struct {
	Setting string    // its full name, such as "documents.include"; empty when the file as a whole is meant
	Message string    // a sentence: what was found, what is allowed, what happens instead
	Span    text.Span // where, if the setting comes from a file
}
