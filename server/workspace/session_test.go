package workspace

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/text"
)

func insert(line, character uint32, s string) []text.Change {
	at := text.Position{Line: line, Character: character}
	return []text.Change{{Range: &text.Range{Start: at, End: at}, Text: s}}
}

func TestABufferFromOpenToClose(t *testing.T) {
	s := NewSession(known)
	dir := t.TempDir()
	path := write(t, dir, "design/x.md", "# On disk\n")
	u := URI(path)

	onDisk, err := s.Snapshot().File(u)
	if err != nil || onDisk.Open || onDisk.Document().Title() != "On disk" {
		t.Fatalf("before: %+v, %v", onDisk, err)
	}
	if err := s.Open(u, "markdown", 1, "# 😀 open\n"); err != nil {
		t.Fatal(err)
	}
	opened := s.Snapshot()
	edits, err := s.Change(u, 2, insert(0, 5, "re"), text.UTF16)
	if err != nil || len(edits) != 1 || edits[0].Span.Start != 7 {
		t.Fatalf("change: %v, %v", edits, err)
	}
	f, err := s.Snapshot().File(u)
	if err != nil || !f.Open || f.Version != 2 || f.Text.Content() != "# 😀 reopen\n" || f.Language != "markdown" || f.Path != path {
		t.Errorf("after the change: %+v, %v", f, err)
	}
	if old := opened.Buffer(u); old.Version != 1 || old.Text.Content() != "# 😀 open\n" {
		t.Errorf("the older snapshot changed: %+v", old)
	}
	if err := s.Close(u); err != nil {
		t.Fatal(err)
	}
	if f, err := s.Snapshot().File(u); err != nil || f != onDisk {
		t.Errorf("after closing: %+v, %v", f, err)
	}
}

func TestMessagesThatDoNotFitAreRefused(t *testing.T) {
	s := NewSession(known)
	const u = "untitled:Untitled-1"
	if _, err := s.Change(u, 1, nil, text.UTF16); !errors.Is(err, ErrNotOpen) {
		t.Errorf("a change of what is not open: %v", err)
	}
	if err := s.Close(u); !errors.Is(err, ErrNotOpen) {
		t.Errorf("closing what is not open: %v", err)
	}
	if _, err := s.Snapshot().File(u); !errors.Is(err, ErrNotOpen) {
		t.Errorf("a buffer that is not open: %v", err)
	}
	if err := s.Open(u, "markdown", 5, "text\n"); err != nil {
		t.Fatal(err)
	}
	for _, version := range []int32{4, 5} {
		if _, err := s.Change(u, version, insert(0, 0, "x"), text.UTF16); !errors.Is(err, ErrStaleVersion) || !strings.Contains(err.Error(), "version 5 is held") {
			t.Errorf("version %d after 5: %v", version, err)
		}
	}
	backwards := []text.Change{{Range: &text.Range{Start: text.Position{Character: 3}}, Text: "x"}}
	if _, err := s.Change(u, 6, append(insert(0, 0, "y"), backwards...), text.UTF16); err == nil || !strings.Contains(err.Error(), "the text is unchanged") {
		t.Errorf("a range that ends before it starts: %v", err)
	}
	f := s.Snapshot().Buffer(u)
	if f.Version != 5 || f.Text.Content() != "text\n" {
		t.Errorf("a refused message changed the buffer: %+v", f)
	}
	if err := s.Open(u, "plaintext", 1, "again"); err != nil {
		t.Error(err)
	}
	if f := s.Snapshot().Buffer(u); f.Version != 1 || f.Text.Content() != "again" {
		t.Errorf("opened twice: %+v", f)
	}
}

func TestATextTooLargeIsKeptButNotReviewed(t *testing.T) {
	s := NewSession(known)
	u := URI(filepath.Join(t.TempDir(), "design.md"))
	var fault *FileError
	if err := s.Open(u, "markdown", 1, strings.Repeat("x", MaxSize+1)); !errors.As(err, &fault) || fault.Fault != TooLarge {
		t.Errorf("opened with %v", err)
	}
	if f := s.Snapshot().Buffer(u); s.Snapshot().IsDesign(f) {
		t.Error("it is taken for a design document")
	}
	if _, err := s.Change(u, 2, []text.Change{{Text: "# T\n"}}, text.UTF16); err != nil {
		t.Fatal(err)
	}
	if f := s.Snapshot().Buffer(u); !s.Snapshot().IsDesign(f) {
		t.Error("it is not taken for a design document after it got small")
	}
}

func TestADocumentIsParsedOnceAndReusesTheVersionBefore(t *testing.T) {
	s := NewSession(known)
	u := URI(filepath.Join(t.TempDir(), "design.md"))
	if err := s.Open(u, "markdown", 1, "# A\n\ntext\n\n# B\n\ntext\n"); err != nil {
		t.Fatal(err)
	}
	first := s.Snapshot().Buffer(u).Document()
	if s.Snapshot().Buffer(u).Document() != first {
		t.Error("parsed twice")
	}
	for version := int32(2); version < 5; version++ { // nobody asks for versions 2 and 3
		if _, err := s.Change(u, version, insert(2, 0, "x"), text.UTF16); err != nil {
			t.Fatal(err)
		}
	}
	last := s.Snapshot().Buffer(u).Document()
	if last.Sections[2].Content != first.Sections[2].Content {
		t.Error("the section that did not change was parsed again")
	}
	if last.Sections[1].Content == first.Sections[1].Content {
		t.Error("the section that changed was not parsed again")
	}
}

func TestFoldersMayBeNested(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ConfigName, "template: rfc")
	write(t, dir, "inner/"+ConfigName, "template: adr")
	s := NewSession(known)
	s.ChangeFolders([]string{URI(dir), URI(filepath.Join(dir, "inner")) + "/"}, nil)
	snapshot := s.Snapshot()
	for name, want := range map[string][2]string{
		"x.md": {"rfc", "x.md"}, "inner/a b/x.md": {"adr", "a b/x.md"}, "inner2/x.md": {"rfc", "inner2/x.md"},
	} {
		u := URI(filepath.Join(dir, filepath.FromSlash(name)))
		got := [2]string{snapshot.Folder(u).Config.Template, snapshot.Rel(u)}
		if got != want {
			t.Errorf("%s: template and path %v, want %v", name, got, want)
		}
	}
	s.ChangeFolders(nil, []string{URI(filepath.Join(dir, "inner"))})
	if got := s.Snapshot().Folder(URI(filepath.Join(dir, "inner", "x.md"))).Config.Template; got != "rfc" {
		t.Errorf("after the inner folder was closed: %s", got)
	}
	if len(s.Snapshot().Folders()) != 1 || len(snapshot.Folders()) != 2 {
		t.Error("the wrong folders are open")
	}
	s.ChangeFolders([]string{URI(dir)}, nil)
	if len(s.Snapshot().Folders()) != 1 {
		t.Error("a folder that is opened again is there twice")
	}
}

func TestAFileOutsideEveryFolderFindsItsOwn(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "repo/"+ConfigName, "template: rfc")
	u := URI(write(t, dir, "repo/design/x.md", ""))
	s := NewSession(known)
	s.Configure("", map[string]any{"questions": map[string]any{"mode": "short"}})
	if err := s.Open(u, "markdown", 1, "# X\n"); err != nil {
		t.Fatal(err)
	}
	snapshot := s.Snapshot()
	f := snapshot.Folder(u)
	if f.Config.Template != "rfc" || f.Config.QuestionsMode != QuestionsShort || snapshot.Rel(u) != "design/x.md" || !snapshot.IsDesign(snapshot.Buffer(u)) {
		t.Errorf("folder %+v, path %s", f, snapshot.Rel(u))
	}
	s.ChangeFolders([]string{URI(filepath.Join(dir, "repo"))}, nil)
	if got := len(s.Snapshot().Folders()); got != 1 {
		t.Errorf("%d folders after it was opened", got)
	}
	unknown := s.Snapshot().Folder(URI(filepath.Join(dir, "elsewhere.md")))
	if unknown.Config.Template != "" || unknown.Config.QuestionsMode != QuestionsShort {
		t.Errorf("elsewhere: %+v", unknown.Config)
	}
	if got := s.Snapshot().Rel(URI(filepath.Join(dir, "elsewhere.md"))); got != "elsewhere.md" {
		t.Errorf("elsewhere the path is %s", got)
	}
}

func TestWhichBuffersAreDesignDocuments(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ConfigName, "documents: {exclude: [design/old]}")
	s := NewSession(known)
	s.ChangeFolders([]string{URI(dir), "vscode-vfs://github/a/b"}, nil)
	yes, no := "---\ndesignls: true\n---\n", "---\ndesignls: false\n---\n"
	for _, tt := range []struct {
		uri, language, content string
		want                   bool
	}{
		{URI(dir) + "/design/x.md", "markdown", "# X\n", true},
		{URI(dir) + "/design/x.md", "markdown", no, false},
		{URI(dir) + "/design/old/x.md", "markdown", "# X\n", false},
		{URI(dir) + "/design/old/x.md", "markdown", yes, true},
		{URI(dir) + "/notes/x.md", "markdown", "# X\n", false},
		{URI(dir) + "/notes/x.md", "markdown", yes, true},
		{"untitled:Untitled-1", "markdown", "# X\n", false},
		{"untitled:Untitled-1", "markdown", yes, true},
		{"untitled:Untitled-1", "plaintext", yes, false},
		{"git:/repo/design/x.md", "markdown", yes, false},
		{"vscode-vfs://github/a/b/design/x.md", "markdown", "# X\n", true},
		{"vscode-vfs://github/a/b/notes.md", "markdown", "# X\n", false},
		{"vscode-vfs://github/a/c/design/x.md", "markdown", "# X\n", false},
	} {
		if err := s.Open(tt.uri, tt.language, 1, tt.content); err != nil {
			t.Fatal(err)
		}
		if got := s.Snapshot().IsDesign(s.Snapshot().Buffer(tt.uri)); got != tt.want {
			t.Errorf("%s (%s) with %q: %v, want %v", tt.uri, tt.language, tt.content, got, tt.want)
		}
	}
}

func TestFilesThatChangeOutsideTheEditor(t *testing.T) {
	dir := t.TempDir()
	linked := write(t, dir, "linked.md", "# One\n")
	s := NewSession(known)
	s.ChangeFolders([]string{URI(dir)}, nil)
	before, err := s.Snapshot().File(URI(linked))
	if err != nil {
		t.Fatal(err)
	}
	if same, _ := s.Snapshot().File(URI(linked)); same != before {
		t.Error("an unchanged file is read again")
	}
	info, _ := os.Stat(linked)
	write(t, dir, "linked.md", "# Two\n")
	if err := os.Chtimes(linked, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	s.FilesChanged([]string{URI(linked), "untitled:x"})
	if f, err := s.Snapshot().File(URI(linked)); err != nil || f.Document().Title() != "Two" {
		t.Errorf("after the change: %v", err)
	}

	config := write(t, dir, ConfigName, "template: rfc\ncolour: red\n")
	if got := s.Snapshot().Folders()[0].Config.Template; got != "" {
		t.Errorf("settings were read before anybody said so: %q", got)
	}
	s.FilesChanged([]string{URI(config)})
	if f := s.Snapshot().Folders()[0]; f.Config.Template != "rfc" || len(f.File.Problems) != 1 || f.File.Path != config {
		t.Errorf("after the settings changed: %+v", f)
	}
	if err := os.Remove(config); err != nil {
		t.Fatal(err)
	}
	s.FilesChanged([]string{URI(config)})
	if f := s.Snapshot().Folders()[0]; f.Config.Template != "" || f.File != nil {
		t.Errorf("after the settings were removed: %+v", f)
	}
}

func TestExists(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "img/a b.png", "")
	u := URI(write(t, dir, "design/x.md", ""))
	s := NewSession(known)
	s.ChangeFolders([]string{URI(dir)}, nil)
	for _, open := range []string{u, URI(filepath.Join(dir, "design", "unsaved.md")), "untitled:x"} {
		if err := s.Open(open, "markdown", 1, ""); err != nil {
			t.Fatal(err)
		}
	}
	f := s.Snapshot().Buffer(u)
	got := map[string]bool{}
	for _, target := range []string{"../img/a b.png", "/img/a b.png", "../img", "x.md", "unsaved.md", "none.md", "/none.md", "../../none.md"} {
		got[target] = s.Snapshot().Exists(f, target)
	}
	want := map[string]bool{
		"../img/a b.png": true, "/img/a b.png": true, "../img": true, "x.md": true, "unsaved.md": true,
		"none.md": false, "/none.md": false, "../../none.md": false,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !s.Snapshot().Exists(s.Snapshot().Buffer("untitled:x"), "none.md") {
		t.Error("a link of a buffer without a file is called broken")
	}
}

func TestEachFolderHasTheEditorsSettingsForIt(t *testing.T) {
	a, b := URI(t.TempDir()), URI(t.TempDir())
	s := NewSession(known)
	s.ChangeFolders([]string{a, b}, nil)
	s.Configure("", map[string]any{"template": "rfc"})
	s.Configure(a, map[string]any{"template": "adr"})
	var got []string
	for _, f := range s.Snapshot().Folders() {
		got = append(got, f.Config.Template)
	}
	if diff := cmp.Diff([]string{"adr", "rfc"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSnapshotsAreReadWhileTheSessionChanges(t *testing.T) {
	s := NewSession(known)
	u := URI(filepath.Join(t.TempDir(), "design", "x.md"))
	if err := s.Open(u, "markdown", 0, "# T\n"); err != nil {
		t.Fatal(err)
	}
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				snapshot := s.Snapshot()
				f := snapshot.Buffer(u)
				if want := fmt.Sprint("T", strings.Repeat("x", int(f.Version))); f.Document().Title() != want || !snapshot.IsDesign(f) {
					t.Errorf("version %d has the title %q", f.Version, f.Document().Title())
					return
				}
			}
		})
	}
	for version := int32(1); version < 200; version++ {
		if _, err := s.Change(u, version, insert(0, 3, "x"), text.UTF16); err != nil {
			t.Error(err)
		}
		s.Configure("", map[string]any{})
		s.FilesChanged([]string{u})
	}
	close(done)
	readers.Wait()
}
