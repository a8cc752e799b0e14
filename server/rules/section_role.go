package rules

import "strings"

var (
	goalWords = []string{"goal", "objective", "requirement", "non-functional", "nonfunctional", "nfr", "quality attribute", "constraint", "expectation",
		"success criteria", "acceptance criteria", "quality", "use case", "drivers", "decision driver", "what we want", "must have", "slo", "service level"}
	notGoals = []string{"non-goal", "nongoal", "non goal", "anti-goal", "out of scope", "out-of-scope", "not in scope", "not covered", "future work", "alternative", "rejected", "considered options",
		"prior art", "related work", "background", "history", "glossary", "terminology", "definitions", "appendix", "references", "drawback", "disadvantage",
		"downside", "pros and", "cons of", "negative", "consequence", "trade-off", "tradeoff", "risk", "open question", "unresolved", "test", "current state", "current situation", "status quo",
		"further reading", "changelog", "comparison", "option", "faq", "user stor", "graduation", "questions", "lessons", "limitations", "how can", "what are"}
)

// role is what a section is for, as far as it matters to requirements.
type role uint8

const (
	plainText role = iota
	requirements
	noRequirements
)

// roleOf reads the role off the headings over a section, "Design > Goals". The
// nearest heading that says anything decides.
func roleOf(path string) role {
	headings := strings.Split(strings.ToLower(path), " > ")
	for i := len(headings) - 1; i >= 0; i-- {
		switch heading := headings[i]; {
		case mixesGoals(heading):
			return plainText
		case startsWordOf(heading, notGoals):
			return noRequirements
		case startsWordOf(heading, goalWords):
			return requirements
		}
	}
	return plainText
}

// mixesGoals holds for "Goals and non-goals", where only the text tells which.
func mixesGoals(heading string) bool {
	return strings.Count(heading, "goal") > 1 || strings.Contains(heading, "scope") && strings.Contains(heading, "goal")
}

// startsWordOf says whether one of the parts begins where a word of s begins.
func startsWordOf(s string, parts []string) bool {
	for _, p := range parts {
		for from := 0; from < len(s); {
			i := strings.Index(s[from:], p)
			if i < 0 {
				break
			}
			if i += from; i == 0 || !isWord(s[i-1]) {
				return true
			}
			from = i + 1
		}
	}
	return false
}
