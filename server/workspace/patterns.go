package workspace

import (
	"path"
	"slices"
	"strings"
)

// patterns are those of one place that can configure them.
type patterns struct{ include, exclude globs }

// detection decides by its path whether a file is a design document.
type detection struct {
	layers   []patterns // the most specific first
	defaults bool       // whether the built-in patterns count, after all layers
	root     string     // name of the workspace folder, in lower case
}

// isDesign decides about a path relative to the workspace folder, with slashes.
// Where a layer says something, the layers below it are not asked; in a layer,
// what is excluded is out even if it is included. An included folder still does
// not make its README a design document; including it by its name does.
func (d detection) isDesign(rel string) bool {
	if slices.ContainsFunc(strings.Split(path.Dir(rel), "/"), isSkippedFolder) {
		return false
	}
	lower := strings.ToLower(rel)
	for _, layer := range d.layers {
		switch {
		case layer.exclude.match(lower):
			return false
		case layer.includes(lower):
			return true
		}
	}
	return d.defaults && d.isDefault(lower)
}

func (p patterns) includes(lower string) bool {
	front := isFrontPage(lower)
	return slices.ContainsFunc(p.include, func(g glob) bool {
		return g.names(lower) || !front && isMarkdown(lower) && g.match(lower)
	})
}

func (d detection) isDefault(lower string) bool {
	if !isMarkdown(lower) || isFrontPage(lower) || builtin().exclude.match(lower) {
		return false
	}
	return proposalRoot().MatchString(d.root) || builtin().include.match(lower)
}
