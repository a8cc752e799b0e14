package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/designls/designls/server/workspace"
)

// stdinName stands for standard input among the paths.
const (
	stdinName    = "-"
	stdinDisplay = "<stdin>"
)

// input is one document to review.
type input struct {
	path    string // as given or found, or stdinName
	display string // as it is printed
	place   *place
}

// collect turns the paths of a command line into documents, each once. What
// cannot be found is a fault; the rest is reviewed.
func (r *reviewer) collect(ctx context.Context, paths []string) []input {
	var inputs []input
	seen := map[string]bool{}
	for _, path := range paths {
		found, err := r.expand(ctx, path)
		if err != nil {
			r.fault(err)
		}
		for _, in := range found {
			if !seen[in.display] {
				seen[in.display] = true
				inputs = append(inputs, in)
			}
		}
	}
	return inputs
}

// expand finds the documents that a path stands for. An error does not spoil
// those it returns.
func (r *reviewer) expand(ctx context.Context, path string) ([]input, error) {
	in, err := r.named(path)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); path == stdinName || err != nil || !info.IsDir() {
		return []input{in}, nil // reading it tells what is wrong with it
	}
	files, err := in.place.Walk(ctx, path)
	if len(files) == 0 {
		err = errors.Join(err, fmt.Errorf("%s has no design documents; name files, or say in %s which are (documents.include)", path, workspace.ConfigName))
	}
	var inputs []input
	for _, file := range files {
		inputs = append(inputs, newInput(file, in.place))
	}
	return inputs, err
}

// named is the one document that a path names; a folder is none.
func (r *reviewer) named(path string) (input, error) {
	if path == stdinName {
		here, err := r.places.of(".")
		return input{path: path, display: stdinDisplay, place: here}, err
	}
	here, err := r.places.of(path)
	return newInput(path, here), err
}

func newInput(path string, here *place) input {
	return input{path: path, display: filepath.ToSlash(filepath.Clean(path)), place: here}
}

// read returns the text of a document.
func (in input) read(stdin io.Reader) (string, error) {
	if in.path != stdinName {
		return workspace.Read(in.path)
	}
	data, err := io.ReadAll(io.LimitReader(stdin, workspace.MaxSize+1))
	if err != nil {
		return "", fmt.Errorf("standard input was not read: %w", err)
	}
	content := string(data)
	return content, workspace.CheckText("standard input", content)
}

// absolute is where the document is on disk; standard input counts as a file of
// the working directory.
func (in input) absolute() (string, error) {
	if in.path == stdinName {
		return filepath.Abs("stdin.md")
	}
	return filepath.Abs(in.path)
}
