package rules

import (
	"net/url"
	"path"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// link is something in a section that leads somewhere.
type link struct {
	span   text.Span // all of it
	words  text.Span // what a reader clicks on; empty for an image and in HTML
	dest   string
	destAt text.Span // where the destination is written, empty when unknown
	image  bool
}

var htmlLink = pattern(`(?i)<(a|img)\s[^>]*?\b(?:href|src)\s*=\s*["']([^"'<>]+)["'][^>]*>`)

// linksOf lists the links that are written in the section. A reference link is
// written where its destination is: in the definition.
func linksOf(c *document.Content) []link {
	var links []link
	for _, n := range c.Nodes {
		switch n.Kind {
		case document.KindLink, document.KindImage:
			l := link{span: n.Span, words: n.Inner, dest: n.Dest, image: n.Kind == document.KindImage}
			if l.destAt = findDest(c, n); l.destAt.Len() > 0 {
				links = append(links, l)
			}
		case document.KindDefinition:
			links = append(links, link{span: n.Span, dest: n.Dest, destAt: findDest(c, n)})
		case document.KindHTML, document.KindInlineHTML:
			links = appendHTML(links, c.Text(n), n.Span.Start)
		}
	}
	return links
}

// findDest looks for the destination behind the words, as it is written.
func findDest(c *document.Content, n document.Node) text.Span {
	from := max(n.Inner.End, n.Span.Start)
	if n.Kind == document.KindDefinition {
		from = n.Span.Start + strings.Index(c.Text(n), "]:") + 1
	} else if !strings.HasPrefix(c.Source[from:n.Span.End], "](") {
		return text.Span{}
	}
	i := strings.Index(c.Source[from:n.Span.End], n.Dest)
	if i < 0 || n.Dest == "" {
		return text.Span{}
	}
	return text.Span{Start: from + i, End: from + i + len(n.Dest)}
}

func appendHTML(links []link, html string, at int) []link {
	if !strings.Contains(html, "=") {
		return links
	}
	for _, m := range htmlLink().FindAllStringSubmatchIndex(html, -1) {
		links = append(links, link{
			span: text.Span{Start: at + m[0], End: at + m[1]}, dest: html[m[4]:m[5]],
			destAt: text.Span{Start: at + m[4], End: at + m[5]}, image: strings.EqualFold(html[m[2]:m[3]], "img"),
		})
	}
	return links
}

// anchorOf returns the name that a link within the document leads to.
func anchorOf(dest string) (name string, ok bool) {
	name, ok = strings.CutPrefix(dest, "#")
	if !ok || isTemplate(dest) {
		return "", false
	}
	if decoded, err := url.PathUnescape(name); err == nil {
		name = decoded
	}
	name = strings.TrimPrefix(name, "user-content-")
	return name, name != "" && name != "top" && !strings.HasPrefix(name, ":~:") && !strings.HasPrefix(name, "/") && !strings.HasPrefix(name, "!")
}

var (
	scheme  = pattern(`^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#|\\|~|@)`)
	domain  = pattern(`(?i)^(?:www\.[^/]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|gov|edu|info|app|cloud|co|us|uk|de|eu|ai))(?:/|$|:)`)
	fileExt = pattern(`\.[A-Za-z][A-Za-z0-9]{0,7}$`)
)

// localPath returns the path of a link to a file beside the document, relative
// to the document's folder. It is careful: a path from the root of a site, a
// name without an extension, which a wiki or a site generator may resolve, and
// a slot of a template are none.
func localPath(dest string) (string, bool) {
	dest, _, _ = strings.Cut(dest, "#")
	dest, _, _ = strings.Cut(dest, "?")
	if dest == "" || isTemplate(dest) || scheme().MatchString(dest) || domain().MatchString(dest) {
		return "", false
	}
	if decoded, err := url.PathUnescape(dest); err == nil {
		dest = decoded
	}
	explicit := strings.HasPrefix(dest, "./") || strings.HasPrefix(dest, "../")
	if strings.HasSuffix(dest, "/") || !explicit && !fileExt().MatchString(dest) {
		return "", false
	}
	return path.Clean(dest), true
}

// isTemplate says whether a destination is still to be filled in by a program.
func isTemplate(dest string) bool {
	_, err := url.PathUnescape(dest) // fails for a "%v"
	return err != nil || strings.ContainsAny(dest, "{}<>$*|") || strings.Contains(dest, "...")
}

// linkCounts says how many of the targets that a document links to there are.
type linkCounts struct{ found, missing int }

func countLinks(targets map[string]bool, exists func(string) bool) linkCounts {
	var n linkCounts
	for target := range targets {
		if exists(target) {
			n.found++
		} else {
			n.missing++
		}
	}
	return n
}

func (v *view) hasFile(file string) bool {
	return v.env.Exists != nil && fileExists(file, v.env.Exists)
}

// fileExists also accepts what a site generator makes a file of: a page is
// linked to as "x.html" or "x", and written in x.md.
func fileExists(file string, exists func(string) bool) bool {
	if exists(file) {
		return true
	}
	switch ext := path.Ext(file); ext {
	case ".html", ".htm":
		return exists(strings.TrimSuffix(file, ext) + ".md")
	case "":
		return exists(file+".md") || exists(path.Join(file, "index.md"))
	}
	return false
}
