package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/finding"
)

var (
	noon  = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	vague = finding.Finding{Rule: "vague-requirement", Quote: "must be fast", Section: "Goals"}
)

func decideOn(f finding.Finding) finding.Entry {
	return finding.NewEntry("design/x.md", f, finding.Dismissed, "we know")
}

func decided(t *testing.T, folder *Folder, f finding.Finding) bool {
	t.Helper()
	ledger, problems, err := folder.Ledger()
	if err != nil || len(problems) != 0 {
		t.Errorf("ledger: %v, %v", problems, err)
	}
	_, ok := ledger.Decision("design/x.md", f)
	return ok
}

func TestDecisionsAreKept(t *testing.T) {
	folder := openFolder(t, t.TempDir())
	if decided(t, folder, vague) {
		t.Error("there is a decision before any")
	}
	if err := folder.Decide(decideOn(vague), noon); err != nil {
		t.Fatal(err)
	}
	if !decided(t, folder, vague) || !decided(t, openFolder(t, folder.Root), vague) {
		t.Error("the decision is not found again")
	}
	back := decideOn(vague)
	back.Decision = finding.Open
	if err := folder.Decide(back, noon.Add(-time.Hour)); err != nil {
		t.Fatal(err)
	}
	if decided(t, folder, vague) {
		t.Error("the decision was not taken back, because the clock went back")
	}
	data, _ := os.ReadFile(folder.LedgerPath())
	if n := strings.Count(string(data), "\n"); n != 2 {
		t.Errorf("the ledger has %d lines:\n%s", n, data)
	}
}

func TestALineWithoutItsEndingIsNotDamaged(t *testing.T) {
	folder := openFolder(t, t.TempDir())
	other := vague
	other.Section = "Scope"
	e := decideOn(other)
	e.Time = noon
	write(t, folder.Root, LedgerName, strings.TrimSuffix(string(e.Line()), "\n"))
	if err := folder.Decide(decideOn(vague), noon); err != nil {
		t.Fatal(err)
	}
	if !decided(t, folder, vague) || !decided(t, folder, other) {
		t.Error("one of the two decisions is lost")
	}
}

func TestALedgerChangedByOthersIsReadAgain(t *testing.T) {
	folder := openFolder(t, t.TempDir())
	path := write(t, folder.Root, LedgerName, "garbage\n")
	if _, problems, err := folder.Ledger(); len(problems) != 1 || problems[0].Line != 1 || err != nil {
		t.Errorf("problems %v, %v", problems, err)
	}
	if err := folder.Decide(decideOn(vague), noon); err != nil {
		t.Fatal(err)
	}
	ledger, problems, _ := folder.Ledger()
	if len(problems) != 1 || ledger.Len() != 1 {
		t.Errorf("%d decisions, problems %v", ledger.Len(), problems)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if decided(t, folder, vague) {
		t.Error("the ledger is gone and the decision still holds")
	}
}

func TestALedgerThatCannotBeUsed(t *testing.T) {
	folder := openFolder(t, t.TempDir())
	if err := os.MkdirAll(folder.LedgerPath(), 0o755); err != nil {
		t.Fatal(err)
	}
	ledger, _, err := folder.Ledger()
	if err == nil || ledger.Len() != 0 || !strings.Contains(err.Error(), "shown again") {
		t.Errorf("reading: %v", err)
	}
	if err := folder.Decide(decideOn(vague), noon); err == nil || !strings.Contains(err.Error(), "the finding stays open") {
		t.Errorf("writing: %v", err)
	}

	file := openFolder(t, t.TempDir())
	write(t, file.Root, filepath.Dir(LedgerName), "not a directory")
	if err := file.Decide(decideOn(vague), noon); err == nil {
		t.Error("a ledger in a file that is no directory is written")
	}

	nowhere := NewSession(known).Snapshot().Folder("untitled:x")
	if err := nowhere.Decide(decideOn(vague), noon); !errors.Is(err, ErrNoLedger) {
		t.Errorf("outside every folder: %v", err)
	}
	if ledger, problems, err := nowhere.Ledger(); ledger.Len() != 0 || problems != nil || err != nil || nowhere.LedgerPath() != "" {
		t.Errorf("outside every folder: %v, %v", problems, err)
	}
}
