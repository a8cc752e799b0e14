package mermaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// tokens are the parsers' names of what people know by another name.
var tokens = map[string]string{
	"NEWLINE": "the end of the line", "NL": "the end of the line", "EOF": "the end of the diagram", EndOfText: "the end of the diagram",
	"EOF_IN_STRUCT": "the end of the diagram", "SEMI": "a semicolon", "SPACE": "a space", "PS": "(", "PE": ")", "SQS": "[", "SQE": "]",
	"DIAMOND_START": "{", "DIAMOND_STOP": "}", "STRUCT_START": "{", "STRUCT_STOP": "}", "BLOCK_START": "{", "BLOCK_STOP": "}", "LBRACE": "{", "RBRACE": "}",
	"PIPE": "|", "COLON": ":", "COMMA": ",", "STR": "text in quotes", "STRING": "text in quotes", "TEXT": "text", "TXT": "a colon and a text",
	"NODE_STRING": "a name", "ALPHA": "a name", "ID": "a name", "UNICODE_TEXT": "a name", "ACTOR": "the name of a participant", "LINK": "an arrow",
	"LINE": "a line", "DOTTED_LINE": "a dotted line", "NUM": "a number", "taskData": "a colon and what belongs to the task", "SQUARE_BRACES_END": "]",
	"NUMBER_WITH_DECIMAL": "a number", "ATTRIBUTE_WORD": "the name of an attribute", "ATTRIBUTE_KEY": "a key (PK, FK or UK)", "end": "end",
	"left_of": "left of", "right_of": "right of", "over": "over", "LOW_RISK": "low", "MED_RISK": "medium", "HIGH_RISK": "high",
}

// fewExpected is up to how many tokens it helps to say what could stand there.
const fewExpected = 4

var yamlPlace = lazily(`\.? \(\d+:\d+\)$`)

var internal = lazily(`undefined|not a function|cannot read|null`)

// inWords says what a parser says.
func inWords(v Verdict, source string) string {
	e := v.Error
	here := shorten(e.Span.Of(source))
	switch {
	case e.FrontMatter:
		return "The front matter is not YAML: " + yamlPlace().ReplaceAllString(e.Message, "") + "."
	case v.Kind == Unknown && (strings.TrimSpace(source) == "" || strings.Contains(e.Message, "No diagram type")):
		return unknownKind(source)
	case v.Kind == Unknown:
		return firstSentence(e.Message)
	case strings.HasPrefix(e.Message, "Edge limit exceeded"):
		return "Mermaid draws at most 500 arrows in one flowchart; split it into several."
	case e.Token == EndOfText && len(survey(source).lines) == 0:
		return "There is nothing in this diagram but its first line."
	case v.Kind == C4 && wrongCall(e, source) != "":
		return wrongCall(e, source)
	case v.Kind == Sequence && nobody().MatchString(lineAt(source, e.Span)):
		return "A message goes from one participant to another, and one of the two has no name here."
	case e.Token == EndOfText:
		return fmt.Sprintf("The diagram ends after %q before something in it is complete%s.", here, expected(e))
	case e.End:
		return fmt.Sprintf("Something is missing after %q%s.", here, expected(e))
	case internal().MatchString(e.Message):
		return fmt.Sprintf("Mermaid cannot make sense of %q here.", here)
	case e.Token == "" && !strings.HasPrefix(e.Message, "Unrecognized") && !strings.HasPrefix(e.Message, "unexpected character"):
		return firstSentence(e.Message) // not the grammar's but of what it describes, and said in words
	}
	return fmt.Sprintf("Mermaid does not understand %q here%s.", here, expected(e))
}

var otherLanguages = lazily(`^(?:(@startuml|skinparam)|((?:strict\s+)?(?:di)?graph\s+\w*\s*\{|digraph))`)

var nobody = lazily(`^\s*(?:-{1,2}(?:>{1,2}|x|\))|[^:]*?-{1,2}(?:>{1,2}|x|\))[+-]?\s*(?::|$))`)

// lineAt is the line of a source that a span begins in.
func lineAt(source string, at text.Span) string {
	start := strings.LastIndexByte(source[:at.Start], '\n') + 1
	line, _, _ := strings.Cut(source[start:], "\n")
	return strings.TrimRight(line, "\r")
}

// otherLanguage reports whether a source is in the language of another tool.
func otherLanguage(source string) bool {
	o := survey(source)
	return otherLanguages().MatchString(o.header.Of(source))
}

func unknownKind(source string) string {
	o := survey(source)
	said := o.header.Of(source)
	m := otherLanguages().FindStringSubmatch(said)
	switch {
	case strings.TrimSpace(source) == "":
		return "The diagram is empty."
	case said == "":
		return "There is nothing in the diagram but comments and settings."
	case m != nil && m[1] != "":
		return "This is PlantUML, not mermaid."
	case m != nil:
		return "This is Graphviz, not mermaid."
	}
	return fmt.Sprintf("%q is not a kind of diagram that mermaid knows; a diagram begins with one, like flowchart TD or sequenceDiagram.", shorten(said))
}

// expected says what could stand there, when that is little enough to help.
func expected(e *SyntaxError) string {
	var names []string
	for _, t := range e.Expected {
		name, ok := tokens[t]
		if !ok {
			return ""
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 || len(names) > fewExpected {
		return ""
	}
	last := names[len(names)-1]
	if len(names) == 1 {
		return "; it expects " + last
	}
	return "; it expects " + strings.Join(names[:len(names)-1], ", ") + " or " + last
}

func firstSentence(message string) string {
	message = strings.TrimPrefix(message, "Error: ")
	if i := strings.Index(message, ". "); i > 0 {
		message = message[:i]
	}
	return "Mermaid says: " + strings.TrimRight(message, ".") + "."
}

// shorten keeps a quote readable.
func shorten(s string) string {
	const most = 40
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}
