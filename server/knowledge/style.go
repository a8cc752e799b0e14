package knowledge

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Style is a house style: a way in which documents of one kind are laid out.
type Style struct {
	ID        string        `yaml:"id"`
	Name      string        `yaml:"name"` // as it reads in a sentence: "a design document"
	Recognize recognition   `yaml:"recognize"`
	Sections  []SectionSpec `yaml:"sections"`
	Template  template      `yaml:"template"`
}

// SectionSpec is a section that a style expects.
type SectionSpec struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`    // the heading to suggest
	Level    int      `yaml:"level"`    // the level of that heading, 2 unless said
	Required bool     `yaml:"required"` // a reviewer would ask for it; otherwise it is only nice to have
	Open     bool     `yaml:"open"`     // headings of the document's own subject stand for it
	Synonyms []string `yaml:"synonyms"` // what else such a section is called, see newPhrase
	Why      string   `yaml:"why"`      // one sentence: what is lost without it
	Skeleton string   `yaml:"skeleton"` // markdown to start from, without the heading

	title    []string // the words of Title
	synonyms []phrase // Synonyms, ready to be looked for
}

type recognition struct {
	Threshold int             `yaml:"threshold"`
	Paths     []weightedMatch `yaml:"paths"`
	Titles    []weightedMatch `yaml:"titles"`
	Headings  []weightedNames `yaml:"headings"`
}

type weightedMatch struct {
	Match  string `yaml:"match"`
	Weight int    `yaml:"weight"`
}

type weightedNames struct {
	Is     []string `yaml:"is"`
	Weight int      `yaml:"weight"`

	words [][]string // of Is
}

// HeadingLevel is the level to give the section's heading in a document whose
// title has level one.
func (s SectionSpec) HeadingLevel() int {
	if s.Level == 0 {
		return 2
	}
	return s.Level
}

var styles = sync.OnceValue(func() []Style {
	all := decodeAll[Style]("styles/*.yaml")
	for i := range all {
		all[i].prepare()
	}
	return all
})

// prepare takes apart, once, what headings are compared with.
func (s *Style) prepare() {
	for i := range s.Recognize.Headings {
		group := &s.Recognize.Headings[i]
		group.words = outlineWords(group.Is)
	}
	for i := range s.Sections {
		spec := &s.Sections[i]
		spec.title = words(spec.Title)
		for _, synonym := range spec.Synonyms {
			spec.synonyms = append(spec.synonyms, newPhrase(synonym))
		}
	}
}

// StyleIDs returns the ids of all house styles without reading them: each file is
// named after its style.
func StyleIDs() []string {
	names, err := fs.Glob(data, "styles/*.yaml")
	if err != nil {
		panic(fmt.Sprintf("bug: embedded styles: %v", err))
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(path.Base(name), ".yaml")
	}
	return names
}

// Styles returns every house style, ordered by id. The result is shared: read only.
func Styles() []Style { return styles() }

// StyleByID finds a style by the id that settings and front matter use.
func StyleByID(id string) (Style, bool) {
	at := slices.IndexFunc(styles(), func(s Style) bool { return s.ID == id })
	if at < 0 {
		return Style{}, false
	}
	return styles()[at], true
}

// Missing returns the required sections of the style that no heading stands for.
func (s Style) Missing(headings []string) []SectionSpec {
	return slices.DeleteFunc(s.Absent(headings), func(spec SectionSpec) bool { return !spec.Required })
}

// Absent returns every section of the style, required or nice to have, that no
// heading stands for. Headings are plain text, the title first; passing the
// bold words that open a paragraph along with them is fine.
func (s Style) Absent(headings []string) []SectionSpec {
	outline := outlineWords(headings)
	var absent []SectionSpec
	for _, spec := range s.Sections {
		stated := slices.ContainsFunc(outline, spec.names) || spec.Open && s.foreign(outline) >= 2
		if !stated {
			absent = append(absent, spec)
		}
	}
	return absent
}

// foreign counts the headings below the title that stand for no section.
func (s Style) foreign(outline [][]string) (n int) {
	for i, heading := range outline {
		if i > 0 && !slices.ContainsFunc(s.Sections, func(spec SectionSpec) bool { return spec.names(heading) }) {
			n++
		}
	}
	return n
}

// names says whether a heading, given as its words, is a name of the section.
func (s SectionSpec) names(heading []string) bool {
	return slices.Equal(s.title, heading) ||
		slices.ContainsFunc(s.synonyms, func(name phrase) bool { return name.in(heading) })
}

// Names says whether a heading stands for the section.
func (s SectionSpec) Names(heading string) bool { return s.names(words(heading)) }

func outlineWords(headings []string) [][]string {
	outline := make([][]string, len(headings))
	for i, heading := range headings {
		outline[i] = words(heading)
	}
	return outline
}

var compiledCache sync.Map

// compiled returns the expression of a data file, compiled once.
func compiled(expression string) *regexp.Regexp {
	if found, ok := compiledCache.Load(expression); ok {
		return found.(*regexp.Regexp)
	}
	made, _ := compiledCache.LoadOrStore(expression, regexp.MustCompile(expression))
	return made.(*regexp.Regexp)
}
