package workspace

import (
	"errors"
	"fmt"
	"io/fs"
)

// FileFault is why a file cannot be read as a document.
type FileFault uint8

// The faults.
const (
	Unreadable FileFault = iota
	Missing
	Directory
	Irregular // a pipe, a device, a socket
	TooLarge
	Binary
	NotUTF8
)

// FileError says in one sentence why a file was not read, and what to do.
type FileError struct {
	Path  string
	Fault FileFault
	Size  int64  // of a file that is TooLarge
	Found string // what a file that is NotUTF8 has instead
	Err   error  // what the system said, or nil
}

// Unwrap gives what the system said.
func (e *FileError) Unwrap() error { return e.Err }

// Error is a whole sentence for the user.
func (e *FileError) Error() string {
	switch e.Fault {
	case Missing:
		return fmt.Sprintf("%s was not read: there is no such file; check the path", e.Path)
	case Directory:
		return fmt.Sprintf("%s was not read: it is a directory; name a file in it", e.Path)
	case Irregular:
		return fmt.Sprintf("%s was not read: it is not a regular file; name a markdown file", e.Path)
	case TooLarge:
		return fmt.Sprintf("%s was not read: it has %d MB, and documents may have up to %d MB; split it", e.Path, e.Size>>20, MaxSize>>20)
	case Binary:
		return fmt.Sprintf("%s was not read: it holds zero bytes, so it is no text; name a markdown file", e.Path)
	case NotUTF8:
		return fmt.Sprintf("%s was not read: it is not UTF-8 text %s; save it as UTF-8", e.Path, e.Found)
	}
	return fmt.Sprintf("%s was not read: %v; check that you may read it", e.Path, e.cause())
}

// cause is what the system said, without the path, which stands there already.
func (e *FileError) cause() error {
	var path *fs.PathError
	if errors.As(e.Err, &path) {
		return path.Err
	}
	return e.Err
}
