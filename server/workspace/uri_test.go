package workspace

import (
	"runtime"
	"testing"
)

func TestPathsAndURIs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("skipped: these are paths of other systems")
	}
	for u, want := range map[string]string{
		"file:///a/b.md":                 "/a/b.md",
		"file:///a%20b/c%23d%3Fe.md":     "/a b/c#d?e.md",
		"file:///a b/c.md":               "/a b/c.md",
		"file:///caf%C3%A9/%F0%9F%98%80": "/café/😀",
		"file:///a/../b//c.md":           "/b/c.md",
		"file:///a/100%.md":              "/a/100%.md",
		"FILE:///a/b.md":                 "/a/b.md",
	} {
		got, ok := Path(u)
		if !ok || got != want {
			t.Errorf("the path of %s is %q, want %q", u, got, want)
		}
		if back, _ := Path(URI(got)); back != want {
			t.Errorf("%q comes back as %q", want, back)
		}
	}
	for _, u := range []string{"untitled:Untitled-1", "git:/a/b.md", "https://x/y.md", ":", "%%", "", "/plain"} {
		if got, ok := Path(u); ok {
			t.Errorf("%s has the path %q", u, got)
		}
	}
}

func TestOneFileHasOneKey(t *testing.T) {
	for _, same := range [][]string{
		{"file:///a%20b/c.md", "file:///a b/c.md", "file:///a%20b/./c.md"},
		{"file:///caf%C3%A9.md", "file:///café.md", "file:///caf%c3%a9.md"},
		{"file:///c%3A/x.md", "file:///C:/x.md", "file:///c:/x.md"},
		{"untitled:Untitled-1"},
	} {
		for _, u := range same {
			if key(u) != key(same[0]) {
				t.Errorf("%s and %s are kept apart: %s and %s", u, same[0], key(u), key(same[0]))
			}
		}
	}
}
