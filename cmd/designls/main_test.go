package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ran is the outcome of one run of the program.
type ran struct {
	code     int
	out, err string
}

// run runs the program in this process.
func run(t *testing.T, stdin string, args ...string) ran {
	t.Helper()
	var out, said bytes.Buffer
	code := execute(t.Context(), streams{in: strings.NewReader(stdin), out: &out, err: &said}, args)
	return ran{code: code, out: out.String(), err: said.String()}
}

// inFolder makes a folder of files and goes there. A name that ends with a slash
// is a folder.
func inFolder(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		writeFile(t, filepath.Join(dir, name), content)
	}
	t.Chdir(dir)
}

func TestWrongUsageExitsWithTwoAndOneSentence(t *testing.T) {
	inFolder(t, map[string]string{"a.md": "# A\n"})
	for _, c := range []struct{ args, want string }{
		{"reviw", `there is no command "reviw"; did you mean "review"?`},
		{"review --formt json", `there is no option "--formt"; did you mean "--format"?`},
		{"review --since", `flag needs an argument: --since; see "designls review --help"`},
		{"review --format jsn a.md", `there is no format "jsn"; did you mean "json"?`},
		{"review --fail-on fatal a.md", `there is no severity "fatal"; choose one of error, warning, information, hint, never`},
		{"review --engine openia a.md", `there is no engine "openia"; did you mean "openai"?`},
		{"explain placehlder", `there is no rule or action "placehlder"; did you mean "placeholder"?`},
		{"explain", `"designls explain" takes NAME, but was given 0; see "designls explain --help"`},
		{"new adrr x.md", `there is no template "adrr"; did you mean "adr"?`},
		{"version now", `"designls version" takes no arguments, but was given 1; see "designls version --help"`},
		{"run mock-interviewer a.md --option pause=maybe", `--option pause takes true or false, not "maybe"`},
		{"run mock-interviewer a.md --option minutes=half", `--option minutes takes a number of minutes, not "half"`},
		{"run --diff --write insert-recap a.md", `--diff and --write exclude each other; give one of them`},
		{"new adr -", `"new" writes a file and no standard output; give the file a name`},
		{"serve --stdio --listen 127.0.0.1:0", `--stdio and --listen exclude each other; give one of them`},
		{"serve --log-level loud", `there is no log level "loud"; choose one of debug, info, warn, error`},
		{"serve --listen 0.0.0.0:0", `will not listen on "0.0.0.0:0": only this machine may connect; give 127.0.0.1, [::1] or localhost`},
	} {
		got := run(t, "", strings.Fields(c.args)...)
		if want := "designls: " + c.want + "\n"; got.code != exitFailure || got.err != want || got.out != "" {
			t.Errorf("%s: exit %d\nstderr %q\n  want %q\nstdout %q", c.args, got.code, got.err, want, got.out)
		}
	}
}

func TestEveryCommandHasHelpWithAnExample(t *testing.T) {
	commands := newRoot(streams{}).Commands()
	if len(commands) < 9 {
		t.Errorf("only %d commands", len(commands))
	}
	for _, c := range commands {
		if c.Name() == "completion" || c.Name() == "help" {
			continue
		}
		got := run(t, "", c.Name(), "--help")
		if got.code != exitClean || !strings.Contains(got.out, "Examples:\n  designls "+c.Name()) {
			t.Errorf("%s --help exits with %d and prints:\n%s%s", c.Name(), got.code, got.out, got.err)
		}
	}
}
