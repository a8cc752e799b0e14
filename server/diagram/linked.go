package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
)

// linkedIn returns the words in small letters that a section links to pages about them:
// the "[acpid](https://wiki.example.org/Acpid)" is a program, where no word of the
// language is linked so.
func linkedIn(c *document.Content) (out []string) {
	for _, n := range c.Nodes {
		if n.Kind != document.KindLink || n.Words == nil || !strings.Contains(n.Words.Dest, "//") {
			continue
		}
		w := strings.Trim(n.Inner.Of(c.Source), "`*_")
		if len(w) > 3 && len(w) <= 40 && isCoinable(w) && !strings.ContainsAny(w, " (){}=<>\\$:;,*\"@#%&|[]_") && isPageOf(strings.ToLower(n.Words.Dest), w) {
			out = append(out, w)
		}
	}
	return out
}

// isPageOf says whether an address names a word as its host, a folder, or a page.
func isPageOf(dest, w string) bool {
	_, path, _ := strings.Cut(dest, "//")
	if strings.Count(strings.TrimRight(path, "/"), "/") == 1 && (strings.HasPrefix(path, "github.com/") || strings.HasPrefix(path, "gitlab.com/")) {
		return false // an author's own page
	}
	for {
		i := strings.Index(path, w)
		if i < 0 {
			return false
		}
		end := i + len(w)
		if (i == 0 || !isASCIIWord(path[i-1])) && (end == len(path) || !isASCIIWord(path[end])) {
			return true
		}
		path = path[end:]
	}
}
