// Package gitdiff tells which lines of a working tree changed since a revision,
// by asking git.
package gitdiff

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Lines is a range of lines, counted from zero, Last included.
type Lines struct{ First, Last int }

// Changes are the changed lines of one working tree.
type Changes struct {
	top   string // of the working tree, without symbolic links
	files map[string][]Lines
	added map[string]bool // not known to git: every line is new
}

// Top is the folder of the working tree to which a folder belongs, found without
// asking git; the folder itself when there is none.
func Top(folder string) string {
	for top := folder; ; top = filepath.Dir(top) {
		if _, err := os.Lstat(filepath.Join(top, ".git")); err == nil {
			return top
		}
		if filepath.Dir(top) == top {
			return folder
		}
	}
}

// Since asks git what changed between a revision and the working tree to which a
// folder belongs, whether committed or not.
func Since(ctx context.Context, folder, revision string) (*Changes, error) {
	top, err := git(ctx, folder, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("what changed since %q is not known: %w; leave --since out to review everything", revision, err)
	}
	c := &Changes{top: strings.TrimRight(top, "\r\n"), added: map[string]bool{}}
	// Resolved first, so that a revision can never be taken for an option.
	commit, err := git(ctx, c.top, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("git knows no revision %q; give a commit, branch or tag", revision)
	}
	patch, err := git(ctx, c.top, "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff",
		"--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", strings.TrimSpace(commit), "--")
	if err != nil {
		return nil, err
	}
	c.files = parsePatch(patch)
	untracked, err := git(ctx, c.top, "ls-files", "-z", "--others", "--exclude-standard")
	if err != nil {
		return nil, err
	}
	for _, name := range strings.Split(untracked, "\x00") {
		c.added[name] = true
	}
	return c, nil
}

// Touch reports whether any of the lines from first to last of a file changed.
// A file outside the working tree has none.
func (c *Changes) Touch(file string, first, last int) bool {
	name, err := c.name(file)
	if err != nil {
		return false
	}
	if c.added[name] {
		return true
	}
	for _, l := range c.files[name] {
		if first <= l.Last && l.First <= last {
			return true
		}
	}
	return false
}

// name is how git calls a file.
func (c *Changes) name(file string) (string, error) {
	absolute, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(absolute))
	if err != nil {
		return "", err
	}
	name, err := filepath.Rel(c.top, filepath.Join(folder, filepath.Base(absolute)))
	return filepath.ToSlash(name), err
}

func git(ctx context.Context, folder string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", folder}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("git is not installed, and --since needs it")
	case err != nil:
		return "", fmt.Errorf("git %s failed: %s", args[0], firstLine(said.String(), err))
	}
	return out.String(), nil
}

func firstLine(said string, err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	if line == "" {
		return err.Error()
	}
	return line
}
