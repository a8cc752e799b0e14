package rules

import "strings"

// Small words of English, and of the languages in which "todo" means "all".
var (
	englishWords = []string{" the ", " and ", " of ", " is ", " are "}
	romanceWords = []string{" que ", " de ", " del ", " los ", " las ", " para ", " uma ", " com ", " da ", " el ", " y "}
)

// saysTodo says whether "todo" is a word of the language that the document is
// written in, as in Spanish and Portuguese.
func (v *view) saysTodo() bool {
	english, romance := 0, 0
	for _, s := range v.doc.Sections {
		lower := lowerASCII(s.Content.Prose)
		for _, w := range englishWords {
			english += strings.Count(lower, w)
		}
		for _, w := range romanceWords {
			romance += strings.Count(lower, w)
		}
	}
	return romance > english
}

// saysTodo says whether "todo" is a word of the document's language.
func (s *Scope) saysTodo() bool { return s.ask(askTodo, "") == 1 }

// isWordOfText says whether a mark is a word of the document's language.
func isWordOfText(s *Scope, mark string) bool {
	return strings.EqualFold(mark, "todo") && mark != "TODO" && mark != "ToDo" && s.saysTodo()
}
