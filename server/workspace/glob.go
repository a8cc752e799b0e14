package workspace

import (
	"errors"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// glob is a pattern for paths, as gitignore has them: relative to the folder,
// with slashes, in any case; without a slash it means a name at any depth; where
// it matches a folder it matches all that is in it.
type glob struct {
	pattern string // lower case
	named   bool   // its last element has no wildcard
}

func compileGlob(pattern string) (glob, error) {
	p := strings.TrimPrefix(strings.TrimSpace(pattern), "./")
	switch {
	case strings.HasPrefix(p, "!"):
		return glob{}, errors.New("a pattern cannot be negated; documents.exclude takes files out")
	case p == ".." || strings.HasPrefix(p, "../"):
		return glob{}, errors.New("a pattern cannot leave the workspace folder")
	}
	rooted := strings.HasPrefix(p, "/")
	p = strings.ToLower(strings.Trim(p, "/"))
	if p == "" {
		return glob{}, errors.New("the pattern is empty")
	}
	if !rooted && !strings.Contains(p, "/") {
		p = "**/" + p
	}
	if !doublestar.ValidatePattern(p) {
		return glob{}, errors.New("the pattern is not closed or ends in a backslash")
	}
	return glob{pattern: p, named: !strings.ContainsAny(path.Base(p), `*?[{\`)}, nil
}

// match reports whether the glob means the path, which is in lower case, or a
// folder that it lies in.
func (g glob) match(lower string) bool {
	return doublestar.MatchUnvalidated(g.pattern+"/**", lower) // "/**" matches nothing, too
}

// names reports whether the glob gives the file's own name.
func (g glob) names(lower string) bool {
	return g.named && doublestar.MatchUnvalidated(g.pattern, lower)
}

// globs are patterns of which any may match.
type globs []glob

func (gs globs) match(lower string) bool {
	for _, g := range gs {
		if g.match(lower) {
			return true
		}
	}
	return false
}
