package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"
)

// MaxSize is the size in bytes up to which a file is taken for a document. It is
// ten times what the longest design documents have, and keeps a mistaken path
// from filling the memory.
const MaxSize = 16 << 20

// Read returns the text of a file. Its errors are of type *FileError.
func Read(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", &FileError{Path: path, Fault: faultOf(err), Err: err}
	}
	if err := checkInfo(path, info); err != nil {
		return "", err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", &FileError{Path: path, Fault: faultOf(err), Err: err}
	}
	content := string(data)
	if err := CheckText(path, content); err != nil {
		return "", err
	}
	return content, nil
}

func faultOf(err error) FileFault {
	if errors.Is(err, fs.ErrNotExist) {
		return Missing
	}
	return Unreadable
}

func checkInfo(path string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return &FileError{Path: path, Fault: Directory}
	case !info.Mode().IsRegular():
		return &FileError{Path: path, Fault: Irregular}
	case info.Size() > MaxSize:
		return &FileError{Path: path, Fault: TooLarge, Size: info.Size()}
	}
	return nil
}

// CheckText says whether content, from a file or from standard input, can be
// read as a document. Its errors are of type *FileError.
func CheckText(name, content string) error {
	switch {
	case len(content) > MaxSize:
		return &FileError{Path: name, Fault: TooLarge, Size: int64(len(content))}
	case utf16Name(content) != "":
		return &FileError{Path: name, Fault: NotUTF8, Found: "but " + utf16Name(content)}
	case strings.IndexByte(content, 0) >= 0:
		return &FileError{Path: name, Fault: Binary}
	case !utf8.ValidString(content):
		return &FileError{Path: name, Fault: NotUTF8, Found: firstBadByte(content)}
	}
	return nil
}

func utf16Name(content string) string {
	switch {
	case strings.HasPrefix(content, "\xff\xfe"):
		return "UTF-16 (little endian)"
	case strings.HasPrefix(content, "\xfe\xff"):
		return "UTF-16 (big endian)"
	}
	return ""
}

func firstBadByte(content string) string {
	for i, r := range content {
		if r != utf8.RuneError || strings.HasPrefix(content[i:], "\ufffd") {
			continue
		}
		line := 1 + strings.Count(content[:i], "\n")
		return fmt.Sprintf("(line %d has the byte 0x%02X)", line, content[i])
	}
	return ""
}
