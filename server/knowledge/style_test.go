package knowledge

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRecognizesStyleAndMissingSections(t *testing.T) {
	tests := []struct {
		name, path, headings, style, missing string
	}{
		{"nothing to go by", "notes.md", "Notes|Monday|Tuesday", "", ""},
		{"a bare brief", "spotify.md", "Design Spotify", "", ""},
		{"a readme in a design folder", "design/README.md", "Overview|Install|Usage", "", ""},
		{"nygard record", "docs/adr/0004-queue.md", "4. Use a queue|Status|Context|Decision|Consequences", "adr", ""},
		{"record cut short", "docs/adr/0005-db.md", "Use Postgres|Status|Context", "adr", "decision,consequences"},
		{"madr record", "x.md", "Use Postgres|Context and Problem Statement|Considered Options|Decision Outcome|Positive Consequences", "adr", ""},
		{"alternatives by another name", "designs/feed.md", "Feed|Background|Goals|Non-goals|Proposed design|Ideas we rejected", "design-doc", ""},
		{"options by another name", "designs/feed.md", "Feed|Background|Goals and non-goals|Proposed design|Other options we looked at|Rollout", "design-doc", ""},
		{"non-goals are no goals", "designs/feed.md", "Feed|Background|Non-goals|Design|Alternatives considered", "design-doc", "goals"},
		{"no alternatives", "designs/feed.md", "Feed|1. Context|2. Goals|3. Non-goals|4. Detailed design|5. Rollout", "design-doc", "alternatives"},
		{"design under its own names", "designs/feed.md", "Feed|Background|Goals|Non-goals|Fan-out service|Timeline store|Rejected alternatives|Rollout plan", "design-doc", ""},
		{"rfc in a design folder", "docs/design/quiesce.md", "Summary|Motivation|Detailed design|Drawbacks|Alternatives", "", ""},
		{"whole rfc in a design folder", "docs/design/context.md", "Summary|Motivation|Detailed design|Drawbacks|Alternatives|Unresolved questions", "rfc", ""},
		{"rfc without alternatives", "rfcs/12-x.md", "X|Summary|Motivation|Detailed design|Drawbacks", "rfc", "alternatives"},
		{"go proposal", "design/1-x.md", "Proposal: X|Abstract|Background|Proposal|Rationale|Compatibility|Implementation", "go-proposal", ""},
		{"interview answer", "x.md", "Design a URL shortener|Functional requirements|Non-functional requirements|Back-of-the-envelope estimation|High-level design", "interview", "deep-dive"},
		{"arc42", "architecture.md", "Shop|Introduction and Goals|Constraints|Context and Scope|Solution Strategy|Building Block View|Runtime View|Architecture Decisions|Risks and Technical Debt", "arc42", "quality"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			headings := strings.Split(test.headings, "|")
			style, ok := RecognizeStyle(headings, test.path, nil)
			if ok != (test.style != "") || ok && style.ID != test.style {
				t.Fatalf("recognized %v %q, want %q", ok, style.ID, test.style)
			}
			if got := ids(style.Missing(headings)); ok && got != test.missing {
				t.Errorf("missing %q, want %q", got, test.missing)
			}
		})
	}
}

func TestDeclaredStyleSettlesIt(t *testing.T) {
	for _, front := range []map[string]any{{"template": "adr"}, {"designls": map[string]any{"template": "adr"}}} {
		style, ok := RecognizeStyle([]string{"Anything"}, "x.md", front)
		if !ok || style.ID != "adr" {
			t.Errorf("%v: got %q", front, style.ID)
		}
	}
}

func TestPublishedDocumentsLackNothingThatTheyHave(t *testing.T) {
	want := map[string]string{
		"go-proposals/25530-sumdb.md":                      "go-proposal",
		"go-proposals/35112-scaling-the-page-allocator.md": "go-proposal",
		"go-proposals/44167-gc-pacer-redesign.md":          "go-proposal",
		"go-proposals/45713-workspace.md":                  "go-proposal",
		"oteps/0035-opentelemetry-protocol.md":             "rfc",
		"oteps/0156-columnar-encoding.md":                  "rfc",
	}
	for folder, style := range map[string]string{"keps": "kep", "system-design-primer": "interview", "tikv-rfcs": "rfc"} {
		files, _ := filepath.Glob(filepath.Join(corpus, folder, "*.md"))
		for _, file := range files {
			want[filepath.ToSlash(filepath.Join(folder, filepath.Base(file)))] = style
		}
	}
	got := map[string]string{}
	for name, text := range corpusDocuments(t) {
		headings := headingsOf(text)
		style, ok := RecognizeStyle(headings, name, nil)
		if !ok {
			continue
		}
		got[name] = style.ID
		if missing := ids(style.Missing(headings)); missing != "" {
			t.Errorf("%s (%s): missing %s", name, style.ID, missing)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("styles (-want +got):\n%s", diff)
	}
}

func TestTemplatesAreCompleteDocumentsOfTheirStyle(t *testing.T) {
	if diff := cmp.Diff([]string{"adr", "design-doc", "interview", "rfc"}, Templates()); diff != "" {
		t.Fatal(diff)
	}
	for _, id := range Templates() {
		text := Template(id, "Design a ticket shop")
		headings := headingsOf(text)
		style, ok := RecognizeStyle(headings, id+"/0001.md", nil)
		if !ok || style.ID != id {
			t.Errorf("%s: its template is taken for %q", id, style.ID)
		}
		if missing := ids(style.Missing(headings)); missing != "" {
			t.Errorf("%s: template misses %s", id, missing)
		}
	}
	if Template("kep", "x") != "" || Template("nonsense", "x") != "" {
		t.Error("a template for an id that is not listed")
	}
}

func ids(specs []SectionSpec) string {
	var all []string
	for _, spec := range specs {
		all = append(all, spec.ID)
	}
	return strings.Join(all, ",")
}

const corpus = "../../../shared/corpus"

// corpusDocuments reads the published documents that lie beside the
// repository on some machines; a test that needs them skips elsewhere.
func corpusDocuments(t *testing.T) map[string]string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(corpus, "*", "*.md"))
	if len(files) == 0 {
		t.Skip("no published documents beside the repository")
	}
	documents := map[string]string{}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := filepath.Rel(corpus, file)
		documents[filepath.ToSlash(name)] = string(content)
	}
	return documents
}

var (
	fence   = regexp.MustCompile("(?s)```.*?```")
	heading = regexp.MustCompile(`(?m)^#{1,6}\s+(.*?)\s*#*$`)
	link    = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

func headingsOf(markdown string) []string {
	var all []string
	for _, match := range heading.FindAllStringSubmatch(fence.ReplaceAllString(markdown, ""), -1) {
		all = append(all, link.ReplaceAllString(match[1], "$1"))
	}
	return all
}

func TestStyleFilesAreNamedAfterTheirStyles(t *testing.T) {
	var ids []string
	for _, style := range Styles() {
		ids = append(ids, style.ID)
	}
	if diff := cmp.Diff(ids, StyleIDs()); diff != "" {
		t.Errorf("ids of the styles (-files +names):\n%s", diff)
	}
}
