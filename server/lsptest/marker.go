package lsptest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Markers stand in the documents of a scenario as comments, and are taken out
// before the server sees the text. Each is about the place right after it; when
// a line has nothing but markers, that is the start of the next line.
//
//	<!--@diag("rule", re"message")-->       a diagnostic begins here
//	<!--@diag("rule", re"message", "text")--> ... and covers this text
//	<!--@hover(re"text")-->                 the hover here says this; without arguments there is none
//	<!--@complete("label", "label")-->      these are offered here; without arguments nothing is
//	<!--@at("name")-->                      names the place for the steps
type marker struct {
	kind string
	args []argument
	at   int // in the text without markers
	line int // in the scenario, counted from one
	used bool
}

// argument is a string or, after "re", a regular expression.
type argument struct {
	text string
	re   *regexp.Regexp
}

func (a argument) matches(s string) bool {
	if a.re != nil {
		return a.re.MatchString(s)
	}
	return a.text == s
}

func (a argument) String() string {
	if a.re != nil {
		return "re" + strconv.Quote(a.re.String())
	}
	return strconv.Quote(a.text)
}

var (
	markerPattern   = regexp.MustCompile(`<!--@(\w+)\((.*?)\)-->`)
	markerLine      = regexp.MustCompile(`(?m)^((?:<!--@\w+\(.*?\)-->)+)\n`)
	argumentPattern = regexp.MustCompile("^\\s*(re)?(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)\\s*(?:,|$)")
)

// parseMarkers takes the markers out of a text.
func parseMarkers(source string) (text string, markers []*marker, err error) {
	source = markerLine.ReplaceAllString(source, "$1")
	var b strings.Builder
	last := 0
	for _, m := range markerPattern.FindAllStringSubmatchIndex(source, -1) {
		b.WriteString(source[last:m[0]])
		last = m[1]
		args, err := parseArguments(source[m[4]:m[5]])
		if err != nil {
			return "", nil, fmt.Errorf("%s: %w", source[m[0]:m[1]], err)
		}
		markers = append(markers, &marker{kind: source[m[2]:m[3]], args: args, at: b.Len()})
	}
	b.WriteString(source[last:])
	text = b.String()
	for _, m := range markers {
		m.line = 1 + strings.Count(text[:m.at], "\n")
	}
	return text, markers, nil
}

func parseArguments(source string) ([]argument, error) {
	var args []argument
	for source = strings.TrimSpace(source); source != ""; source = strings.TrimSpace(source) {
		m := argumentPattern.FindStringSubmatch(source)
		if m == nil {
			return nil, fmt.Errorf("the arguments %q cannot be read", source)
		}
		source = source[len(m[0]):]
		text, err := strconv.Unquote(m[2])
		if err != nil {
			return nil, err
		}
		a := argument{text: text}
		if m[1] != "" {
			if a.re, err = regexp.Compile(text); err != nil {
				return nil, err
			}
		}
		args = append(args, a)
	}
	return args, nil
}
