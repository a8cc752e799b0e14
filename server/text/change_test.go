package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func at(line, character, endLine, endCharacter uint32) *Range {
	return &Range{Position{line, character}, Position{endLine, endCharacter}}
}

func TestChangesApplyInOrder(t *testing.T) {
	m, edits, err := NewMapper("one\ntwo\n").Apply([]Change{
		{at(0, 0, 0, 0), "😀\n"},
		{at(0, 2, 0, 2), "!"},
		{at(2, 0, 2, 3), "2"},
	}, UTF16)
	if err != nil {
		t.Fatal(err)
	}
	if want := "😀!\none\n2\n"; m.Content() != want {
		t.Errorf("got %q, want %q", m.Content(), want)
	}
	want := []Edit{{Span{0, 0}, "😀\n"}, {Span{4, 4}, "!"}, {Span{10, 13}, "2"}}
	if diff := cmp.Diff(want, edits); diff != "" {
		t.Errorf("edits (-want +got):\n%s", diff)
	}
}

func TestAWholeTextBecomesItsDifferences(t *testing.T) {
	before := "one\ntwo\nthree\n"
	m, edits, err := NewMapper(before).Apply([]Change{{nil, "zero\none\ntwo\nTHREE\n"}}, UTF16)
	if err != nil || m.Content() != "zero\none\ntwo\nTHREE\n" {
		t.Fatalf("got %q, %v", m.Content(), err)
	}
	if at, intact := MoveAll(Span{4, 7}, edits); !intact || at.Of(m.Content()) != "two" {
		t.Errorf("what did not change moved to %v %v", at, intact)
	}
}

func TestAReversedRangeChangesNothing(t *testing.T) {
	m := NewMapper("one\n")
	_, _, err := m.Apply([]Change{{at(0, 0, 0, 0), "x"}, {at(0, 3, 0, 1), "y"}}, UTF16)
	if err == nil || m.Content() != "one\n" {
		t.Errorf("got %q, %v", m.Content(), err)
	}
}

func TestChangesThatJoinAndSplitLineEndings(t *testing.T) {
	for _, tt := range []struct {
		name, before string
		change       Change
		want         string
	}{
		{"LF put after CR", "a\rb", Change{at(1, 0, 1, 0), "\n"}, "a\r\nb"},
		{"CR put before LF", "a\nb", Change{at(0, 1, 0, 1), "\r"}, "a\r\nb"},
		{"text between CR and LF", "a\r", Change{at(1, 0, 1, 0), "x\n"}, "a\rx\n"},
		{"past the end", "a\n", Change{at(7, 7, 9, 9), "b"}, "a\nb"},
		{"all removed", "a\r\nb\n", Change{at(0, 0, 2, 0), ""}, ""},
	} {
		m, _, err := NewMapper(tt.before).Apply([]Change{tt.change}, UTF16)
		if err != nil {
			t.Fatal(err)
		}
		checkSame(t, tt.name, m, tt.want)
	}
}

// checkSame fails unless m is what NewMapper makes of content.
func checkSame(t *testing.T, name string, m *Mapper, content string) {
	t.Helper()
	if m.Content() != content {
		t.Fatalf("%s: got %q, want %q", name, m.Content(), content)
	}
	if diff := cmp.Diff(NewMapper(content).starts, m.starts); diff != "" {
		t.Fatalf("%s: line starts of %q (-new +kept):\n%s", name, content, diff)
	}
	if m.ascii && !isASCII(content) {
		t.Fatalf("%s: %q is taken for ASCII", name, content)
	}
}

// large is about 1 MB of lines as documents have them.
func large() string {
	return strings.Repeat("A line of a design document, with about as many words as they have.\n\n", 1<<20/70)
}

func BenchmarkNewMapper1MB(b *testing.B) {
	content := large()
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		NewMapper(content)
	}
}

func BenchmarkNewMapperCRLF1MB(b *testing.B) {
	content := strings.ReplaceAll(large(), "\n", "\r\n")
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		NewMapper(content)
	}
}

func BenchmarkApplyKeystroke1MB(b *testing.B) {
	m := NewMapper(large())
	change := []Change{{at(9000, 4, 9000, 4), "x"}}
	for b.Loop() {
		if _, _, err := m.Apply(change, UTF16); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApplyWholeText1MB(b *testing.B) {
	m := NewMapper(large())
	after, _, _ := m.Apply([]Change{{at(9000, 4, 9000, 4), "x"}}, UTF16)
	change := []Change{{nil, after.Content()}}
	for b.Loop() {
		if _, _, err := m.Apply(change, UTF16); err != nil {
			b.Fatal(err)
		}
	}
}
