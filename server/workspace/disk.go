package workspace

import (
	"os"
	"sync"

	"github.com/designls/designls/server/text"
)

// disk keeps files that were read from disk until they change there.
type disk struct {
	mu    sync.Mutex
	files map[string]diskFile
}

type diskFile struct {
	stamp stamp
	file  *File
}

// maxDiskFiles bounds what is kept; it is more than one document links to.
const maxDiskFiles = 64

func (d *disk) file(path string) (*File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &FileError{Path: path, Fault: faultOf(err), Err: err}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if known, ok := d.files[path]; ok && known.stamp == stampOf(info) {
		return known.file, nil
	}
	content, err := Read(path)
	if err != nil {
		return nil, err
	}
	f := newFile(File{URI: URI(path), Path: path, Text: text.NewMapper(content)}, nil)
	if len(d.files) >= maxDiskFiles || d.files == nil {
		d.files = map[string]diskFile{}
	}
	d.files[path] = diskFile{stamp: stampOf(info), file: f}
	return f, nil
}

// forget drops a file of which something was heard: two writes in one tick of
// the file system's clock may leave the same stamp.
func (d *disk) forget(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.files, path)
}
