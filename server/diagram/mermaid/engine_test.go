package mermaid

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestWithoutABundle(t *testing.T) {
	g := New(func() ([]byte, error) { return nil, fs.ErrNotExist })
	for range 2 {
		if _, err := g.Check(t.Context(), "flowchart LR"); !errors.Is(err, ErrNoGrammar) {
			t.Errorf("Check: got %v", err)
		}
	}
	if err := g.Warm(t.Context()); !errors.Is(err, ErrNoGrammar) {
		t.Errorf("Warm: got %v", err)
	}
	if err := g.Close(); err != nil {
		t.Errorf("Close: got %v", err)
	}
}

func TestABundleThatIsNone(t *testing.T) {
	for name, bundle := range map[string]Bundle{
		"unreadable":     func() ([]byte, error) { return nil, fs.ErrPermission },
		"no script":      func() ([]byte, error) { return []byte("this is no script"), nil },
		"another script": func() ([]byte, error) { return []byte("var x = 1"), nil },
		"half a gzip":    func() ([]byte, error) { return []byte("\x1f\x8b\x08"), nil },
		"bytecode":       Script(func() ([]byte, error) { return []byte("\x05\x01\x00"), nil }),
		"throws":         func() ([]byte, error) { return []byte("throw new Error('no')"), nil },
	} {
		g := New(bundle)
		_, err := g.Check(t.Context(), "flowchart LR")
		if err == nil || errors.Is(err, ErrNoGrammar) || !strings.Contains(err.Error(), "grammar") {
			t.Errorf("%s: got %v", name, err)
		}
		if err := g.Close(); err != nil {
			t.Errorf("%s: Close: %v", name, err)
		}
	}
}

// scripted is a grammar whose parser is a script of the test.
func scripted(t *testing.T, check string) *Grammar {
	t.Helper()
	script := `var designlsVersion = "1", verdict = null;
function designlsVerdict() { return verdict; }
function designlsCheck(text) { ` + check + ` }`
	g := New(func() ([]byte, error) { return []byte(script), nil })
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	return g
}

const stuckOrNot = `if (text === "stuck") for (;;); verdict = JSON.stringify({ kind: "pie" });`

func TestAnInputWithoutEndIsStopped(t *testing.T) {
	g := scripted(t, stuckOrNot)
	g.limits.time = 50 * time.Millisecond
	for range 2 { // the second answer is remembered
		if _, err := g.Check(t.Context(), "stuck"); !errors.Is(err, ErrTooSlow) {
			t.Errorf("got %v", err)
		}
	}
	if v, err := g.Check(t.Context(), "fine"); err != nil || !v.OK || v.Kind != Pie {
		t.Errorf("after that: got %v, %v", v, err)
	}
}

func TestACanceledCheckEndsAtOnce(t *testing.T) {
	g := scripted(t, stuckOrNot)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := g.Check(ctx, "stuck"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if v, err := g.Check(t.Context(), "fine"); err != nil || !v.OK {
		t.Errorf("after that: got %v, %v", v, err)
	}
	if _, known := g.Known("stuck"); known {
		t.Error("a canceled check left a verdict")
	}
}

func TestAWaitingCheckCanBeCanceled(t *testing.T) {
	g := scripted(t, stuckOrNot)
	busy, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { g.Check(busy, "stuck"); close(done) }()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := g.Check(ctx, "fine"); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	stop()
	<-done
}

func TestAFailingParserIsReplaced(t *testing.T) {
	g := scripted(t, `if (text === "memory") { var a = []; for (;;) a.push(new Array(1e6).fill(0)); } verdict = JSON.stringify({ kind: "pie" });`)
	if _, err := g.Check(t.Context(), "memory"); err == nil {
		t.Error("more memory than there may be was given")
	}
	if v, err := g.Check(t.Context(), "fine"); err != nil || !v.OK {
		t.Errorf("after that: got %v, %v", v, err)
	}
}

func TestAParserThatSaysNothing(t *testing.T) {
	g := scripted(t, ``)
	if _, err := g.Check(t.Context(), "x"); err == nil || !strings.Contains(err.Error(), "not checked") {
		t.Errorf("got %v", err)
	}
}

func TestAfterClose(t *testing.T) {
	g := scripted(t, stuckOrNot)
	if v, err := g.Check(t.Context(), "fine"); err != nil || !v.OK {
		t.Fatal(v, err)
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Check(t.Context(), "other"); !errors.Is(err, ErrClosed) {
		t.Errorf("got %v", err)
	}
	if _, known := g.Known("fine"); !known {
		t.Error("what was known is forgotten")
	}
}

func TestATooLongSourceIsRefused(t *testing.T) {
	g := scripted(t, stuckOrNot)
	if _, err := g.Check(t.Context(), strings.Repeat("x", MaxSource+1)); !errors.Is(err, ErrTooLong) {
		t.Errorf("got %v", err)
	}
}

func TestVerdictsAreKeptInBounds(t *testing.T) {
	var c cache[answer]
	key := func(i int) hash { return hash{byte(i), byte(i >> 8)} }
	for i := range 10 * cacheHalf {
		c.put(key(i), answer{})
		c.get(key(0))
		if n := len(c.young) + len(c.old); n > 2*cacheHalf {
			t.Fatalf("%d verdicts are kept", n)
		}
	}
	if _, ok := c.get(key(0)); !ok {
		t.Error("a verdict that is asked for is forgotten")
	}
	if _, ok := c.get(key(1)); ok {
		t.Error("an old verdict is never forgotten")
	}
}

func TestManyAskAtOnce(t *testing.T) {
	g := grammar(t)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 20 {
				source := fmt.Sprintf("flowchart LR\n  a --> b%d\n", (i+j)%10)
				if j%3 == 0 {
					source = fmt.Sprintf("flowchart LR\n  a -> b%d\n", (i+j)%10)
				}
				if v, err := g.Check(t.Context(), source); err != nil || v.OK != (j%3 != 0) {
					t.Errorf("got %v, %v", v, err)
				}
			}
		})
	}
	all.Wait()
}

// TestCanceledParsesLeaveNoTraces stops parses at many moments, on one engine,
// and then compares every verdict with that of a fresh one.
func TestCanceledParsesLeaveNoTraces(t *testing.T) {
	t.Parallel()
	used, fresh := grammar(t), grammar(t)
	used.limits.grace = 0
	all := examples(t)
	for i, e := range all {
		if i%20 != 0 {
			continue
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i%40)*100*time.Microsecond)
		if _, err := used.Check(ctx, e.source+"\n"); err != nil && ctx.Err() == nil {
			t.Errorf("%s: %v", e.name, err)
		}
		cancel()
	}
	for _, e := range all {
		got, want := check(t, used, e.source), check(t, fresh, e.source)
		if got.OK != want.OK || got.Kind != want.Kind || !got.OK && got.Error.Span != want.Error.Span {
			t.Errorf("%s: got %+v, want %+v", e.name, got.Error, want.Error)
		}
	}
}

func TestVersion(t *testing.T) {
	if v, err := grammar(t).Version(t.Context()); err != nil || !strings.HasPrefix(v, "12.") {
		t.Errorf("got %q, %v", v, err)
	}
}

// TestTheScriptSaysWhatTheBytecodeSays holds the two forms of the bundle together: a
// program for other machines, or a file that a user names, has the script.
func TestTheScriptSaysWhatTheBytecodeSays(t *testing.T) {
	compiled := grammar(t)
	if code, err := Bundle(Embedded).read(); err != nil || !isBytecode(code) {
		t.Fatalf("the program has no bytecode: %v", err)
	}
	script := New(func() ([]byte, error) { return folder.ReadFile(scriptFile) })
	defer script.Close()
	if code, err := script.bundle.read(); err != nil || isBytecode(code) {
		t.Fatalf("the program has no script: %v", err)
	}
	for _, e := range examples(t)[:60] {
		if diff := cmp.Diff(check(t, script, e.source), check(t, compiled, e.source)); diff != "" {
			t.Errorf("%s: the script and the bytecode disagree:\n%s", e.name, diff)
		}
	}
}

// TestBytecodeIsThatOfTheEngine reads the versions from the header and from go.mod, which a
// binary of go test does not know.
func TestBytecodeIsThatOfTheEngine(t *testing.T) {
	mod, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	code, err := folder.ReadFile(compiledFile)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(mod), engineModule+" ")
	version, _, _ := strings.Cut(rest, "\n")
	version, _, _ = strings.Cut(version, " ")
	if version == "" || !isOf(code, version) {
		t.Errorf("the bytecode is not of version %q; run make grammar", version)
	}
	if isOf(code, "v0.0.1") {
		t.Error("bytecode of another engine would be loaded")
	}
	if isOf([]byte("no gzip"), "") {
		t.Error("what has no header would be loaded")
	}
}
