package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/sketch"
	"github.com/designls/designls/server/diagram/svg"
)

// pictures are the figures of a product as SVG, or those that the action draws
// itself.
func (p product) pictures(ctx context.Context, g *mermaid.Grammar) ([][]byte, error) {
	var all [][]byte
	for _, f := range p.result.Files {
		all = append(all, []byte(f.Content))
	}
	if len(all) > 0 {
		return all, nil
	}
	for _, source := range p.figures() {
		picture, err := sketch.SVG(ctx, g, source, p.title())
		if err != nil {
			return nil, fmt.Errorf("%s was not drawn: %w", p.in.display, err)
		}
		all = append(all, picture)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%q made no diagram, so there is nothing to write as SVG; leave --format svg out to see what it made", p.action.ID)
	}
	return all, nil
}

// title is that of the document with the name of the picture.
func (p product) title() string {
	title := p.before.Title()
	if title == "" {
		title = filepath.Base(p.in.display)
	}
	return title + ": " + strings.TrimSuffix(strings.TrimPrefix(p.action.Title, "Insert "), " diagram")
}

// writePictures writes the pictures beside the document, or where --output says.
func (p product) writePictures(ctx context.Context, s streams, f runFlags, g *mermaid.Grammar) error {
	pictures, err := p.pictures(ctx, g)
	if err != nil {
		return err
	}
	if f.output == stdinName {
		if len(pictures) > 1 {
			return fmt.Errorf("%q drew %d pictures, and standard output takes one; name a file", p.action.ID, len(pictures))
		}
		_, err := s.out.Write(pictures[0])
		return err
	}
	var files []change
	for i, picture := range pictures {
		c, err := newChange(p.pictureName(f.output, i), string(picture), f.force)
		if err != nil {
			return err
		}
		files = append(files, c)
	}
	if err := applyChanges(files); err != nil {
		return err
	}
	for _, c := range files {
		if _, err := fmt.Fprintf(s.out, "%s: drawn\n", filepath.ToSlash(c.path)); err != nil {
			return err
		}
	}
	return nil
}

// pictureName is DOC.KIND.svg beside the document, or what the user named; a
// number tells further pictures apart.
func (p product) pictureName(output string, number int) string {
	name := output
	if name == "" {
		kind := strings.TrimPrefix(p.action.ID, "diagram-")
		if kind == "describe-diagram" || kind == "fix-diagram" {
			kind = "diagram"
		}
		name = strings.TrimSuffix(p.in.path, filepath.Ext(p.in.path)) + "." + kind + ".svg"
	}
	if number == 0 {
		return name
	}
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), number+1, ext)
}

// newChange is the writing of a picture. It refuses to replace a file that this
// program did not write, unless that is forced.
func newChange(path, content string, force bool) (change, error) {
	if err := svg.Check([]byte(content)); err != nil {
		return change{}, fmt.Errorf("%s was not written: %w; this is a bug, please report it", path, err)
	}
	current, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return change{path: path, after: content}, nil
	case err != nil:
		return change{}, unwritten(path, err)
	case !svg.Ours(current) && !force:
		return change{}, unwritten(path, errors.New("it was not written by designls; name another file with --output, or pass --force to replace it"))
	}
	before := string(current)
	return change{path: path, before: &before, after: content}, nil
}
