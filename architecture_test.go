// Package designls holds the tests of what spans all packages: which way
// dependencies point, and what is not written anywhere.
package designls

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/designls/designls/"

// uses says, for each package, which of our packages it may import. A package
// that is not listed here fails the test: decide where it belongs.
var uses = map[string][]string{
	"server/memo":      {},
	"server/text":      {},
	"server/document":  {"server/text", "server/memo"},
	"server/finding":   {"server/text"},
	"server/estimate":  {"server/text"},
	"server/knowledge": {"server/text", "server/document", "server/estimate"},
	"server/questions": {"server/text", "server/document"},
	"server/rules":     {"server/text", "server/document", "server/finding", "server/knowledge", "server/memo", "server/questions", "server/diagram", "server/diagram/mermaid", "server/estimate"},
	"server/workspace": {"prompts", "server/text", "server/document", "server/finding"},
	"server/actions": {
		"prompts", "server/text", "server/document", "server/finding", "server/knowledge", "server/questions", "server/rules",
		"server/estimate", "server/diagram", "server/diagram/draw", "server/diagram/mermaid", "server/reviewer", "server/llm", "server/diagram/svg",
	},
	"server/diagram":                     {"server/text", "server/document", "server/memo"},
	"server/diagram/mermaid":             {"server/text"},
	"server/diagram/mermaid/mermaidtest": {},
	"server/diagram/draw":                {"server/diagram"},
	"server/diagram/svg":                 {},
	"server/diagram/sketch":              {"server/diagram/mermaid", "server/diagram/svg"},
	"prompts":                            {"server/text", "server/document"},
	"server/reviewer": {
		"prompts", "server/text", "server/document", "server/finding", "server/knowledge", "server/questions", "server/rules",
		"server/estimate", "server/diagram", "server/diagram/mermaid", "server/llm",
	},
	"server/llm":               {},
	"server/llm/fake":          {"server/llm"},
	"server/llm/editor":        {"server/llm"},
	"server/llm/openai":        {"server/llm"},
	"server/llm/limit":         {"server/llm"},
	"server/llm/budget":        {"server/llm"},
	"server/llm/tokens":        {"server/memo"},
	"server/llm/cache":         {"server/llm"},
	"server/llm/internal/gguf": {},
	"server": {
		"server/text", "server/document", "server/finding", "server/knowledge", "server/questions", "server/rules",
		"server/estimate", "server/workspace", "server/actions", "server/diagram", "server/diagram/mermaid", "server/diagram/sketch", "server/diagram/svg", "server/reviewer", "server/llm", "server/llm/editor",
	},
	"server/lsptest":          {"server", "server/text"},
	"cmd/designls/gitdiff":    {},
	"cmd/designls/report":     {"server/text", "server/finding", "server/rules"},
	"cmd/designls":            nil, // the top: anything
	"e2e":                     {},
	"scripts/bench-diagrams":  {},
	"scripts/grammar/compile": {"server/diagram/mermaid"},
}

// pure packages do no input or output of their own.
var pure = []string{
	"server/memo", "server/text", "server/document", "server/estimate", "server/finding", "server/knowledge",
	"server/questions", "server/rules", "server/actions", "server/diagram", "server/diagram/mermaid", "server/diagram/draw",
	"server/diagram/svg", "server/diagram/sketch", "server/llm", "server/llm/fake", "server/reviewer",
}

var ioPackages = []string{"os", "os/exec", "net", "net/http", "syscall", "io/ioutil", "log"}

// reachers may import what opens connections; all others cannot. The program itself
// only names them: server/llm/openai asks models, server/llm/cache a team's store,
// server listens on a port of this machine (serve --listen), and the last two are for
// tests and benchmarks.
var reachers = map[string][]string{
	"server/llm/openai":                  {"net", "net/http", "crypto/tls", "github.com/sashabaranov/go-openai"},
	"server/llm/cache":                   {"github.com/redis/go-redis/v9", "github.com/redis/go-redis/v9/maintnotifications"},
	"server":                             {"net"},
	"server/lsptest":                     {"net"},
	"server/diagram/mermaid/mermaidtest": {"net", "net/http"},
}

// reaches says whether a package opens connections. net/url and net/netip do not.
func reaches(path string) bool {
	if path == "net/url" || path == "net/netip" || path == "net/mail" {
		return false
	}
	return path == "net" || strings.HasPrefix(path, "net/") || path == "crypto/tls" ||
		strings.HasPrefix(path, "github.com/redis/") || strings.HasPrefix(path, "github.com/sashabaranov/") || strings.HasPrefix(path, "golang.org/x/net")
}

// speakers may know JSON-RPC and the types of the protocol.
var speakers = []string{"server", "server/lsptest"}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func (p goPackage) name() string { return strings.TrimPrefix(p.ImportPath, module) }

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", "./...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(p.ImportPath, module) {
			all = append(all, p)
		}
	}
}

func TestDependenciesPointOneWay(t *testing.T) {
	for _, p := range listPackages(t) {
		allowed, listed := uses[p.name()]
		if !listed {
			t.Errorf("%s is not in the table of this test: add what it may use", p.name())
			continue
		}
		for _, i := range p.Imports {
			ours, isOurs := strings.CutPrefix(i, module)
			if isOurs && allowed != nil && !slices.Contains(allowed, ours) {
				t.Errorf("%s must not import %s", p.name(), ours)
			}
			if strings.HasPrefix(i, "go.lsp.dev/") && i != "go.lsp.dev/uri" && !slices.Contains(speakers, p.name()) {
				t.Errorf("%s must not know the protocol, but imports %s", p.name(), i)
			}
			if slices.Contains(pure, p.name()) && slices.Contains(ioPackages, i) {
				t.Errorf("%s must do no I/O, but imports %s", p.name(), i)
			}
			if reaches(i) && !slices.Contains(reachers[p.name()], i) {
				t.Errorf("%s must not reach other machines, but imports %s", p.name(), i)
			}
		}
	}
}

// TestCodeIsFreeOf keeps out what has a better form everywhere in this project.
func TestCodeIsFreeOf(t *testing.T) {
	eachFile(t, func(path string, set *token.FileSet, file *ast.File) {
		test := strings.HasSuffix(path, "_test.go")
		ast.Inspect(file, func(n ast.Node) bool {
			name := called(n)
			place := ""
			if n != nil {
				place = set.Position(n.Pos()).String()
			}
			switch {
			case name == "time.Sleep" && !imports(file, "testing/synctest"):
				t.Errorf("%s: time.Sleep: wait for what is to happen", place)
			case !test && strings.HasPrefix(path, "server") && isPrint(name):
				t.Errorf("%s: %s: stdout belongs to the protocol; log it or return it", place, name)
			case isInit(n):
				t.Errorf("%s: init(): list it in a table, where a reader sees it", place)
			}
			return true
		})
	})
}

// imports reports whether a file imports a package. In one that imports
// testing/synctest a sleep takes no time and waits for all else to be done.
func imports(file *ast.File, path string) bool {
	return slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == strconv.Quote(path) })
}

func isPrint(name string) bool {
	return name == "print" || name == "println" || name == "fmt.Print" || name == "fmt.Printf" || name == "fmt.Println"
}

func isInit(n ast.Node) bool {
	f, ok := n.(*ast.FuncDecl)
	return ok && f.Recv == nil && f.Name.Name == "init"
}

// called is the name of the function that a node calls, as it is written there.
func called(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return ""
	}
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
	}
	return ""
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	documented := map[string]bool{}
	eachFile(t, func(path string, _ *token.FileSet, file *ast.File) {
		folder := filepath.ToSlash(filepath.Dir(path))
		documented[folder] = documented[folder] || file.Doc != nil
	})
	for folder, said := range documented {
		if !said {
			t.Errorf("%s has no package comment", folder)
		}
	}
}

func eachFile(t *testing.T, visit func(path string, set *token.FileSet, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && path != "." && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "testdata") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		visit(path, set, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsForbiddenIsSeen(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nfunc init() { time.Sleep(1); println() }", 0)
	if err != nil {
		t.Fatal(err)
	}
	var seen []string
	ast.Inspect(file, func(n ast.Node) bool {
		if name := called(n); name != "" {
			seen = append(seen, name)
		}
		if isInit(n) {
			seen = append(seen, "init")
		}
		return true
	})
	if got, want := strconv.Quote(strings.Join(seen, " ")), `"init time.Sleep println"`; got != want {
		t.Errorf("saw %s, want %s", got, want)
	}
}
