package mermaid

import (
	"fmt"
)

func inheritsInWords(o *outline) []Issue {
	return o.issues(slip{
		message: "Mermaid knows no extends and no implements: this becomes one class with a long name.",
		title:   "Write the relation",
		line:    extends,
	})
}

func barePlurality(o *outline) []Issue {
	return o.issues(slip{
		message: "How many there are stands in quotes; without them it becomes a part of the name of the class.",
		title:   "Put the numbers in quotes",
		line:    quoteBoth,
	})
}

var declared = lazily(`^(interface|enum|enumeration|abstract|struct|package|module|trait)\s+\w+$`)

// deadDeclaration finds declarations of other languages, which draw nothing.
func deadDeclaration(o *outline) []Issue {
	var issues []Issue
	for _, l := range o.lines {
		if m := declared().FindStringSubmatch(l.text); m != nil {
			issues = append(issues, Issue{
				Span:    l.span,
				Message: fmt.Sprintf("Mermaid draws nothing of this line: a class diagram has only class, and <<%s>> in its body.", m[1]),
			})
		}
	}
	return issues
}

func twoWordClass(o *outline) []Issue {
	if len(inheritsInWords(o)) > 0 {
		return nil
	}
	return o.issues(slip{
		message: "The words of this name become one word in the drawing.",
		title:   "Write a name and a label",
		line:    rewrite(`^class\s+(\w+)\s+(\w+)$`, `class $1$2["$1 $2"]`),
	})
}

var sqlWords = lazily(`(?i)^\S+\s+[\w.-]+(?:\s+(?:PK|FK|UK)\b,?)*\s+((?:NOT|NULL|PRIMARY|FOREIGN|UNIQUE|DEFAULT|AUTO_?INCREMENT|REFERENCES|INDEX|KEY)\b[^"]*)`)

// sqlInAttribute finds words of SQL after an attribute, which become attributes.
func sqlInAttribute(o *outline) []Issue {
	return o.issues(slip{
		message: "Mermaid takes these words for another attribute; keys are written PK, FK or UK, and all else in quotes.",
		title:   "Write the attribute as mermaid does",
		line:    whenMatches(sqlWords, erAttribute),
	})
}

var cardOpen = lazily(`^[\w-]*\[[^\]]*$`)

// openCards finds cards of a kanban board that are not closed.
func openCards(o *outline) []Issue {
	return o.issues(slip{
		message: "The bracket is not closed, so what follows is taken for a part of this card.",
		title:   "Close the bracket",
		line:    whenMatches(cardOpen, rewrite(`$`, "]")),
	})
}
