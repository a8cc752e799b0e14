package rules

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// TestIncrementalEqualsFresh cuts random pieces out of the examples, one version
// after another, and checks that what is remembered never differs from what a
// new checker finds, and that every finding and fix fits the text.
func TestIncrementalEqualsFresh(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	paths, _ := filepath.Glob("../../examples/*/*.md")
	top, _ := filepath.Glob("../../examples/*.md")
	for _, path := range append(paths, top...) {
		original, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		v := newVersions(Table()...)
		v.env = Environment{Path: path, Exists: onDisk(path), OnPanic: func(rule string, value any, stack []byte) {
			t.Errorf("rule %s panicked: %v\n%s", rule, value, stack)
		}}
		for range 20 {
			content := spoil(string(original), random)
			got, _ := v.next(content)
			want := NewChecker(Table()).Check(document.Parse(text.NewMapper(content), nil), v.env)
			if diff := cmp.Diff(want, got, cmp.AllowUnexported(Report{}, choices{})); diff != "" {
				t.Fatalf("%s: -fresh +incremental:\n%s", path, diff)
			}
			for _, f := range got.Findings {
				checkFinding(t, content, f)
			}
		}
	}
}

func spoil(content string, random *rand.Rand) string {
	from := random.IntN(len(content))
	to := from + random.IntN((len(content)-from)/4+1)
	content = content[:from] + content[to:]
	switch random.IntN(4) {
	case 0:
		return strings.ReplaceAll(content, "\n", "\r\n")
	case 1:
		return content[:from] + "\xff\xfe\n# \n[" + content[from:]
	}
	return content
}
