package mermaid

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// mutantsOfEach is how many mutants of each case are compared with real mermaid.
const mutantsOfEach = 3

// pieces are what authors put, or forget, in the wrong place.
var pieces = []string{
	"(", ")", "[", "]", "{", "}", `"`, "'", "|", ":", ";", ",", "#", "%%", "<", ">", "&", "/", `\`, "@", "`", "~",
	"-->", "->", "->>", "-.->", "==>", "=>", "--", "---", "→", "“", "”", "’", "–", "end", "End", "\n", "\r\n", "\t", " ",
	"subgraph x\n", "\nend\n", "<br>", "<b>x</b>", "#35;", "é", "🚀", "%%{init: {}}%%", "\n%% note\n", "1", "-1", "class ", "style ", "default",
}

// mutants makes n broken, or not so broken, variants of each source. They are the
// same in each run.
func mutants(sources []string, n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	var all []string
	for _, s := range sources {
		for range n {
			all = append(all, mutant(r, s))
		}
	}
	return all
}

func mutant(r *rand.Rand, source string) string {
	runes := []rune(source)
	if len(runes) < 2 {
		return source + pieces[r.IntN(len(pieces))]
	}
	at, piece := r.IntN(len(runes)), []rune(pieces[r.IntN(len(pieces))])
	switch r.IntN(6) {
	case 0: // a character is missing
		return string(slices.Delete(runes, at, at+1))
	case 1: // a character is another
		return string(slices.Replace(runes, at, at+1, piece...))
	case 2: // a character is doubled
		return string(slices.Insert(runes, at, runes[at]))
	case 3: // a line is missing, or twice there
		return anotherLine(r, source)
	case 4: // the end is missing
		return string(runes[:at])
	}
	return string(slices.Insert(runes, at, piece...))
}

func anotherLine(r *rand.Rand, source string) string {
	lines := strings.SplitAfter(source, "\n")
	at := r.IntN(len(lines))
	if r.IntN(2) == 0 {
		return strings.Join(slices.Delete(lines, at, at+1), "")
	}
	return strings.Join(slices.Insert(lines, at, lines[at]), "")
}
