package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// change is what becomes of one file.
type change struct {
	path   string
	before *string // nil for a file that is not there
	after  string
}

// applyChanges changes several files, all of them or none: everything is written
// beside its place first, and what was put in place is taken back when something
// later fails.
func applyChanges(changes []change) error {
	var done []change
	for _, c := range changes {
		if err := c.apply(); err != nil {
			for _, d := range slices.Backward(done) {
				err = errors.Join(err, d.undo())
			}
			return err
		}
		done = append(done, c)
	}
	return nil
}

func (c change) apply() error {
	if c.before != nil {
		return replaceFile(c.path, *c.before, c.after)
	}
	const readable = 0o644
	temporary, err := writeBeside(c.path, c.after, readable)
	if err != nil {
		return fmt.Errorf("%s was not written: %w", c.path, err)
	}
	// A link, unlike a rename, fails when somebody has made the file meanwhile; not
	// every file system has links.
	switch err = os.Link(temporary, c.path); {
	case err == nil:
		return os.Remove(temporary)
	case !errors.Is(err, fs.ErrExist):
		err = os.Rename(temporary, c.path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s was not written: %w", c.path, err), os.Remove(temporary))
	}
	return nil
}

func (c change) undo() error {
	if c.before == nil {
		return os.Remove(c.path)
	}
	return replaceFile(c.path, c.after, *c.before)
}

// beside is a path that is given relative to a document.
func beside(document, relative string) string {
	return filepath.Join(filepath.Dir(document), filepath.FromSlash(relative))
}
