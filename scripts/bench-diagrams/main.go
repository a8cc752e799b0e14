// Command bench-diagrams measures what docs/benchmarks.md says of diagrams, and prints
// it: agreement with real mermaid, what is drawn and whether it can be read, the time and
// the memory of verdicts, and how well the graph is read. It draws a contact sheet, too.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	engine = "-gcflags=modernc.org/...=-race=false"
	out    = "bin/diagrams" // which git ignores
	sample = "examples"
)

// measures in the order in which they are printed.
var measures = []func() error{agreement, verdicts, graph, program, drawings}

func main() {
	failed := false
	for _, measure := range measures {
		if err := measure(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// test runs tests and prints the lines of their logs that match.
func test(lines string, args ...string) error {
	output, err := exec.Command("go", append([]string{"test", engine, "-count=1", "-v"}, args...)...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("go test %s: %w\n%s", strings.Join(args, " "), err, output)
	}
	found := regexp.MustCompile(lines).FindAllStringSubmatch(string(output), -1)
	if len(found) == 0 {
		return fmt.Errorf("go test %s measured nothing; run it with -v to see why", strings.Join(args, " "))
	}
	for _, m := range found {
		if nanoseconds, err := strconv.ParseInt(m[len(m)-1], 10, 64); err == nil {
			m[len(m)-1] = time.Duration(nanoseconds).Round(100 * time.Nanosecond).String()
		}
		fmt.Println(strings.Join(m[1:], " "))
	}
	return nil
}

func agreement() error {
	fmt.Println("# Verdicts, ours and those of mermaid in Chromium")
	return test(`(\d+ of \d+ verdicts agree.*)`, "./server/diagram/mermaid", "-run", "^TestVerdictsAreThoseOfRealMermaid$")
}

func verdicts() error {
	fmt.Println("# Time for a verdict: to load the grammar, cold by kind and lines, known")
	return test(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(\d+) ns/op`, "./server/diagram/mermaid", "-run", "^$", "-benchtime", "300ms", "-bench", "^BenchmarkLoad$|^BenchmarkCheck$/^(flowchart|sequence|c4|er|state)$/^10+_lines$|^BenchmarkCheckKnown$")
}

func graph() error {
	fmt.Println("# The graph of labelled documents: precision, recall, F1")
	return test(`corpus_test.go:\d+: ((?:development|held-out): .*)`, "./server/diagram", "-run", "^TestGraphOfLabelledDocuments$")
}

func drawings() error {
	fmt.Println("# Drawings of all documents, in Chromium")
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	folder, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	os.Setenv("DESIGNLS_SHEET", folder)
	return test(`sheet_test.go:\d+: (.*)`, "./server/diagram/draw", "-run", "^TestContactSheet$")
}

// program builds the program with and without the grammar, and reviews with both.
func program() error {
	fmt.Println("# The program: size, and peak memory of a review of " + sample)
	folder, err := os.MkdirTemp("", "bench-diagrams")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	overlay := filepath.Join(folder, "overlay.json")
	if err := leaveOutGrammar(overlay); err != nil {
		return err
	}
	return errors.Join(
		weigh("with the grammar", filepath.Join(folder, "with")),
		weigh("without", filepath.Join(folder, "without"), "-overlay", overlay),
	)
}

// leaveOutGrammar writes a file that has go build see neither form of the grammar.
func leaveOutGrammar(overlay string) error {
	bundles, err := filepath.Glob("server/diagram/mermaid/grammar/*.gz")
	if err != nil {
		return err
	}
	replace := map[string]string{}
	for _, bundle := range bundles {
		absolute, err := filepath.Abs(bundle)
		if err != nil {
			return err
		}
		replace[absolute] = ""
	}
	content, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(overlay, content, 0o600)
}

func weigh(name, binary string, flags ...string) error {
	build := exec.Command("go", append(append([]string{"build", "-trimpath", "-ldflags", "-s -w", "-o", binary}, flags...), "./cmd/designls")...)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if output, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, output)
	}
	info, err := os.Stat(binary)
	if err != nil {
		return err
	}
	review := exec.Command(binary, "review", "--fail-on", "never", sample)
	if output, err := review.CombinedOutput(); err != nil {
		return fmt.Errorf("%s review: %w\n%s", name, err, output)
	}
	fmt.Printf("%s: %.1f MB, %d MiB\n", name, float64(info.Size())/1e6, peak(review.ProcessState)>>20)
	return nil
}

// peak is the most memory that a process had, in bytes.
func peak(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	switch {
	case !ok:
		return 0
	case runtime.GOOS == "darwin":
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}
