package workspace

import (
	"path/filepath"
	"strings"

	"go.lsp.dev/uri"
)

// URI is the "file" URI of an absolute path, in the spelling editors use.
func URI(path string) string { return string(uri.File(path)) }

// Path is the path of a "file" URI in the form of this system. Other URIs, such
// as that of a buffer without a file, have none.
func Path(documentURI string) (path string, ok bool) {
	if len(documentURI) < len("file:") || !strings.EqualFold(documentURI[:len("file:")], "file:") {
		return "", false // the parser takes what has no scheme for a file
	}
	u, err := uri.Parse(documentURI)
	if err != nil {
		return "", false
	}
	return filepath.Clean(filepath.FromSlash(u.FsPath())), true
}

// scheme is the part of a URI before its colon.
func scheme(documentURI string) string {
	u, err := uri.Parse(documentURI)
	if err != nil {
		return ""
	}
	return u.Scheme()
}

// key is the one spelling of a URI under which it is kept: editors differ in
// what they escape, and may differ between two messages.
func key(documentURI string) string {
	if path, ok := Path(documentURI); ok {
		return URI(path)
	}
	if u, err := uri.Parse(documentURI); err == nil {
		return string(u)
	}
	return documentURI
}
