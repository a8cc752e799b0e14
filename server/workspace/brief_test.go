package workspace

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func TestABriefComesFromTheFolder(t *testing.T) {
	parent := t.TempDir()
	write(t, parent, "outside.md", "Secret.\n")
	root := filepath.Join(parent, "work")
	write(t, root, "briefs/spotify.md", "Design Spotify.\n")
	folder := openFolder(t, root)
	at := filepath.Join(root, "design", "music.md")
	tests := []struct{ front, given, content, fault string }{
		{"brief: ../briefs/spotify.md", "", "Design Spotify.\n", ""},
		{"brief: /briefs/spotify.md", "", "Design Spotify.\n", ""},
		{"title: x", "../briefs/spotify.md", "Design Spotify.\n", ""},
		{"title: x", "", "", ""},
		{"brief: ../../outside.md", "", "", "outside the workspace folder"},
		{"brief: ../briefs/sputify.md", "", "", "sputify.md) was not read: there is no such file; check the path"},
	}
	for _, test := range tests {
		doc := document.Parse(text.NewMapper("---\n"+test.front+"\n---\n# A\n"), nil)
		_, content, err := folder.Brief(at, doc, test.given)
		if content != test.content || (err == nil) != (test.fault == "") || err != nil && (!strings.Contains(err.Error(), test.fault) || strings.Count(err.Error(), "was not read") != 1) {
			t.Errorf("%+v: %q, %v", test, content, err)
		}
	}
}
