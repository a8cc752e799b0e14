package reviewer

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// Basis is what a text of a model was made from, in the order of the document:
// short hashes of the sections that it has read, and of the questions with their
// answers. The block of such a text carries it, so that it is known later, and on
// another machine, what has changed since.
type Basis struct{ Sections, Answers []string }

const (
	hashLength = 6   // hexadecimal digits: one in 16 million changes goes unseen
	mostHashes = 300 // in a marker that people still want to see
)

var basisForm = text.Pattern(`^([0-9a-f]*)/([0-9a-f]*)$`)

// ParseBasis reads what String has written. It is false for anything else.
func ParseBasis(s string) (Basis, bool) {
	m := basisForm().FindStringSubmatch(s)
	if m == nil || len(m[1])%hashLength+len(m[2])%hashLength != 0 {
		return Basis{}, false
	}
	return Basis{inPieces(m[1]), inPieces(m[2])}, true
}

func inPieces(s string) []string {
	var all []string
	for piece := range slices.Chunk([]byte(s), hashLength) {
		all = append(all, string(piece))
	}
	return all
}

// String is one word, or "" where that would be too long.
func (b Basis) String() string {
	if len(b.Sections)+len(b.Answers) > mostHashes {
		return ""
	}
	return strings.Join(b.Sections, "") + "/" + strings.Join(b.Answers, "")
}

// News is what a document says otherwise than when a text was made from it.
type News struct {
	Sections  []*document.Section
	Questions []questions.Question
}

// Since compares a document, or a section of it, with the basis of a text. It is
// false when so much is new, or something has gone without a trace, that the text
// has to be written anew.
func (b Basis) Since(d *document.Document, within *document.Section) (News, bool) {
	var news News
	sections, asked := authored(d, within), questions.Parse(d)
	now := basisOf(d, sections, asked)
	for i, s := range sections {
		if !slices.Contains(b.Sections, now.Sections[i]) {
			news.Sections = append(news.Sections, s)
		}
	}
	for i, q := range asked {
		if !slices.Contains(b.Answers, now.Answers[i]) {
			news.Questions = append(news.Questions, q)
		}
	}
	few := float64(len(news.Sections)) <= mostChanged*float64(len(sections))
	return news, few && !lost(b.Sections, now.Sections) && !lost(b.Answers, now.Answers)
}

// Read is the basis of a text that a model has written after it read some sections
// and all answers, and knew others from an earlier text with this basis.
func (b Basis) Read(d *document.Document, within *document.Section, read []*document.Section) Basis {
	var known []*document.Section
	for _, s := range authored(d, within) {
		if slices.Contains(read, s) || slices.Contains(b.Sections, sectionBasis(d, s)) {
			known = append(known, s)
		}
	}
	return basisOf(d, known, questions.Parse(d))
}

// authored are the sections that the author has written. Those of questions count
// by their answers.
func authored(d *document.Document, within *document.Section) []*document.Section {
	return slices.DeleteFunc(written(d, within), func(s *document.Section) bool { return s.Managed != nil })
}

func basisOf(d *document.Document, sections []*document.Section, asked []questions.Question) Basis {
	var b Basis
	for _, s := range sections {
		b.Sections = append(b.Sections, sectionBasis(d, s))
	}
	for _, q := range asked {
		sum := sha256.Sum256([]byte(q.ID + "\n" + oneLine(q.Ask) + "\n" + oneLine(q.Answer)))
		b.Answers = append(b.Answers, hex.EncodeToString(sum[:])[:hashLength])
	}
	return b
}

func sectionBasis(d *document.Document, s *document.Section) string {
	return SectionHash(d, s)[:hashLength]
}

// lost says whether something that was there has gone, with nothing new between
// what stood before it and what stood after it.
func lost(before, now []string) bool {
	for i := 0; i < len(before); {
		if slices.Contains(now, before[i]) {
			i++
			continue
		}
		gone := 0
		at := -1
		if i > 0 {
			at = slices.Index(now, before[i-1])
		}
		for ; i < len(before) && !slices.Contains(now, before[i]); i++ {
			gone++
		}
		fresh := 0
		for at++; at < len(now) && !slices.Contains(before, now[at]); at++ {
			fresh++
		}
		if gone > fresh {
			return true
		}
	}
	return false
}
