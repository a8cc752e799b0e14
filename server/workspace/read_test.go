package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadGivesTheTextAsItIs(t *testing.T) {
	for name, content := range map[string]string{"empty": "", "BOM": "\ufeff# T\r\n", "non-ASCII": "漢字 😀 e\u0301\n", "replacement": "a \ufffd b"} {
		got, err := Read(write(t, t.TempDir(), "x.md", content))
		if err != nil || got != content {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	large := write(t, dir, "large.md", "")
	if err := os.Truncate(large, 50<<20); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		path  string
		fault FileFault
		says  string
	}{
		{filepath.Join(dir, "none.md"), Missing, "there is no such file; check the path"},
		{filepath.Join(dir, "large.md", "x.md"), Unreadable, "not a directory"},
		{dir, Directory, "it is a directory; name a file in it"},
		{os.DevNull, Irregular, "not a regular file"},
		{large, TooLarge, "it has 50 MB, and documents may have up to 16 MB"},
		{write(t, dir, "binary.md", "PNG\x00\x01"), Binary, "zero bytes"},
		{write(t, dir, "utf16.md", "\xff\xfea\x00"), NotUTF8, "not UTF-8 text but UTF-16 (little endian); save it as UTF-8"},
		{write(t, dir, "utf16be.md", "\xfe\xff\x00a"), NotUTF8, "UTF-16 (big endian)"},
		{write(t, dir, "latin1.md", "a\n\ufffd\nna\xefve\n"), NotUTF8, "not UTF-8 text (line 3 has the byte 0xEF)"},
	} {
		content, err := Read(tt.path)
		var fault *FileError
		if !errors.As(err, &fault) || fault.Fault != tt.fault || !strings.Contains(err.Error(), tt.says) || !strings.HasPrefix(err.Error(), tt.path+" was not read: ") || content != "" {
			t.Errorf("%s: %q, %v; want %q", tt.path, content, err, tt.says)
		}
	}
}

func TestReadWithoutPermission(t *testing.T) {
	path := write(t, t.TempDir(), "x.md", "text")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(path); err == nil {
		t.Skip("skipped: this user may read every file")
	}
	_, err := Read(path)
	var fault *FileError
	if !errors.As(err, &fault) || fault.Fault != Unreadable || !errors.Is(err, os.ErrPermission) || strings.Count(err.Error(), path) != 1 {
		t.Errorf("%v", err)
	}
}

func TestCheckText(t *testing.T) {
	if err := CheckText("-", strings.Repeat("x", MaxSize+1)); err == nil || !strings.Contains(err.Error(), "up to 16 MB") {
		t.Errorf("a text that is too large: %v", err)
	}
	if err := CheckText("-", "fine"); err != nil {
		t.Error(err)
	}
}
