package workspace

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/designls/designls/server/finding"
)

// LedgerName is the path of the ledger in a workspace folder.
const LedgerName = ".designls/ledger.jsonl"

// ErrNoLedger is why a decision cannot be kept: its document lies in no folder.
var ErrNoLedger = errors.New("the decision was not kept, because the document is in no workspace folder; open the folder it belongs to")

// ledgerFile is a ledger on disk. It is read when somebody asks, and again only
// after it changed.
type ledgerFile struct {
	path string

	mu       sync.Mutex
	read     stamp
	ledger   *finding.Ledger
	problems []finding.Problem
	err      error
}

// stamp tells one state of a file from another.
type stamp struct {
	modified time.Time
	size     int64
	known    bool
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{modified: info.ModTime(), size: info.Size(), known: true}
}

// LedgerPath is where the folder's ledger is, or would be; empty when the folder
// is not on disk.
func (f *Folder) LedgerPath() string {
	if f.ledger == nil {
		return ""
	}
	return f.ledger.path
}

// Ledger returns the decisions of the folder, and the lines of the file that are
// damaged. A missing file is an empty ledger. With an error the ledger is empty,
// and the error says so in a sentence.
func (f *Folder) Ledger() (*finding.Ledger, []finding.Problem, error) {
	if f.ledger == nil {
		return nil, nil, nil
	}
	f.ledger.mu.Lock()
	defer f.ledger.mu.Unlock()
	f.ledger.refresh()
	return f.ledger.ledger, f.ledger.problems, f.ledger.err
}

// refresh is called with the lock held.
func (l *ledgerFile) refresh() {
	info, err := os.Stat(l.path)
	if err != nil {
		l.read, l.ledger, l.problems, l.err = stamp{}, nil, nil, nil
		if !errors.Is(err, fs.ErrNotExist) {
			l.err = l.unread(err)
		}
		return
	}
	now := stampOf(info)
	if now == l.read {
		return
	}
	l.read, l.ledger, l.problems, l.err = now, nil, nil, nil
	data, err := os.ReadFile(l.path)
	if err != nil {
		l.read, l.err = stamp{}, l.unread(err)
		return
	}
	l.ledger, l.problems = finding.ParseLedger(data)
}

func (l *ledgerFile) unread(err error) error {
	return fmt.Errorf("the ledger was not read, so findings that were dismissed are shown again; check that %s is a file you may read: %w", l.path, err)
}

// Decide keeps a decision: it sets its time and appends it to the folder's
// ledger, which is made if there is none. What is in the file already is never
// rewritten.
func (f *Folder) Decide(e finding.Entry, now time.Time) error {
	if f.ledger == nil {
		return ErrNoLedger
	}
	f.ledger.mu.Lock()
	defer f.ledger.mu.Unlock()
	f.ledger.refresh()
	if err := appendLine(f.ledger.path, f.ledger.ledger.Stamp(e, now).Line()); err != nil {
		return fmt.Errorf("the decision was not kept, and the finding stays open; check that you may write %s: %w", f.ledger.path, err)
	}
	return nil
}

// appendLine adds a line to a file. If somebody left the last line without its
// ending, it gets one first, or both lines would be lost.
func appendLine(path string, line []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	open, err := lastLineIsOpen(file)
	if err != nil {
		return err
	}
	if open {
		line = append([]byte("\n"), line...)
	}
	_, err = file.Write(line) // in one call, so that two writers do not mix
	return err
}

func lastLineIsOpen(file *os.File) (bool, error) {
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil || size == 0 {
		return false, err
	}
	last := make([]byte, 1)
	_, err = file.ReadAt(last, size-1)
	return last[0] != '\n', err
}
