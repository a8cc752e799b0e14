package budget

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/designls/designls/server/llm"
)

// entry is one request, as a line of the file.
type entry struct {
	At    time.Time `json:"at"`
	Host  string    `json:"host,omitempty"`
	Model string    `json:"model"`
	Usage llm.Usage `json:"usage"`
}

// account is the file of one workspace and month. Lines are only appended, each
// with one write, so that processes need not wait for each other; what others
// have written since the last look is read then.
type account struct {
	path  string
	seen  int64     // bytes that have been read
	total llm.Usage // in them
}

// fileName keeps the path of the workspace to itself.
func fileName(o Options, now time.Time) string {
	workspace := sha256.Sum256([]byte(filepath.Clean(o.Workspace)))
	return filepath.Join(o.Dir, fmt.Sprintf("%x-%s.jsonl", workspace[:8], now.Format("2006-01")))
}

// read returns the usage of all entries together.
func (a *account) read() (llm.Usage, error) {
	f, err := os.Open(a.path)
	if errors.Is(err, fs.ErrNotExist) {
		a.seen, a.total = 0, llm.Usage{} // somebody has removed it: it counts from there
		return llm.Usage{}, nil
	}
	if err != nil {
		return llm.Usage{}, err
	}
	defer func() { _ = f.Close() }() // it was only read
	if info, err := f.Stat(); err == nil && info.Size() < a.seen {
		a.seen, a.total = 0, llm.Usage{}
	}
	added, err := io.ReadAll(io.NewSectionReader(f, a.seen, 1<<62))
	if err != nil {
		return llm.Usage{}, err
	}
	whole := added[:bytes.LastIndexByte(added, '\n')+1] // the rest is being written
	for line := range bytes.Lines(whole) {
		var e entry
		if json.Unmarshal(line, &e) == nil { // a line that a crash has cut is left out
			a.total = a.total.Add(e.Usage)
		}
	}
	a.seen += int64(len(whole))
	return a.total, nil
}

func (a *account) write(e entry) error {
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(a.path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(a.path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(append(line, '\n'))
	return errors.Join(err, f.Close())
}

// DefaultDir is where usage is kept for a user.
func DefaultDir() (string, error) {
	if runtime.GOOS != "linux" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "designls", "usage"), err
	}
	if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "designls", "usage"), nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "state", "designls", "usage"), err
}
