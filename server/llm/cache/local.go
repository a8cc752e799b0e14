package cache

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	store "github.com/rogpeppe/go-internal/cache"
)

const usually = 256 << 20 // bytes

// local keeps replies in files, in the store of the go command: safe for
// several processes, none of which waits for another, and a file that was not
// written to its end is not there. That store forgets by age; here it is also
// kept small.
type local struct {
	dir  string
	most int64

	mu    sync.Mutex
	store *store.Cache
	size  int64 // at the last look, and what was put since
	puts  int   // since then
}

func newLocal(dir string, most int64) *local {
	if most <= 0 {
		most = usually
	}
	return &local{dir: dir, most: most}
}

// open makes the folder at first use, for nobody but the user to read.
func (l *local) open() (*store.Cache, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store != nil {
		return l.store, nil
	}
	if err := os.MkdirAll(l.dir, 0o700); err != nil {
		return nil, err
	}
	var err error
	l.store, err = store.Open(l.dir)
	return l.store, err
}

func (l *local) get(k key) []byte {
	s, err := l.open()
	if err != nil {
		return nil
	}
	value, _, err := s.GetBytes(store.ActionID(k))
	if err != nil {
		return nil
	}
	return value
}

// remove takes a reply out. The store has no such operation: it leads from a name to
// what is kept by a file, without which there is nothing.
func (l *local) remove(k key) error {
	err := os.Remove(filepath.Join(l.dir, fmt.Sprintf("%02x", k[0]), fmt.Sprintf("%x-a", k)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// lookAgain is after how many replies the folder is measured again, as other
// processes put some there too.
const lookAgain = 64

func (l *local) put(k key, value []byte) error {
	s, err := l.open()
	if err != nil {
		return err
	}
	if err := s.PutBytes(store.ActionID(k), value); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.size += int64(len(value))
	l.puts++
	if l.puts == 1 || l.puts > lookAgain || l.size > l.most {
		l.size, l.puts = trim(l.dir, l.most), 1
	}
	return nil
}

// file is one of the store's.
type file struct {
	path string
	size int64
	used time.Time
}

func list(dir string) (all []file, total int64) {
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "-a") && !strings.HasSuffix(path, "-d") {
			return nil //nolint:nilerr // what cannot be read, or is not of the store, is left alone
		}
		if info, err := d.Info(); err == nil {
			all = append(all, file{path, info.Size(), info.ModTime()})
			total += info.Size()
		}
		return nil
	})
	return all, total
}

// trim removes what was not used for longest until a fifth is free, if there is
// too much. The store notes a use when the last one is an hour ago.
func trim(dir string, most int64) int64 {
	all, total := list(dir)
	if total <= most {
		return total
	}
	slices.SortFunc(all, func(a, b file) int { return cmp.Compare(a.used.UnixNano(), b.used.UnixNano()) })
	for _, f := range all {
		if total <= most-most/5 {
			break
		}
		if os.Remove(f.path) == nil {
			total -= f.size
		}
	}
	return total
}

// DefaultDir is where replies are kept for a user.
func DefaultDir() (string, error) {
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, "designls", "replies"), err
}

// Size returns how many replies are kept in a folder, and the bytes they take.
func Size(dir string) (replies int, bytes int64) {
	all, total := list(dir)
	return count(all), total
}

func count(all []file) (replies int) {
	for _, f := range all {
		if strings.HasSuffix(f.path, "-a") {
			replies++
		}
	}
	return replies
}

// Clear removes all replies from a folder, and nothing else that may be there.
// It returns what Size did before.
func Clear(dir string) (replies int, bytes int64, err error) {
	all, total := list(dir)
	for _, f := range all {
		if e := os.Remove(f.path); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return count(all), total, err
}
