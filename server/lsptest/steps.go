package lsptest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// steps are what a scenario can do. Arguments are words or quoted strings; after
// each step the server is given the time to do all it wants.
//
//	open PATH / close PATH / save PATH
//	check [PATH]                 all markers hold; without PATH in all open documents
//	diagnostics PATH NAME        the diagnostics are those in want/NAME
//	text PATH NAME               the text is that in want/NAME
//	disk PATH NAME               so is the file on disk
//	remember PATH / same PATH    the text is as it was when it was last remembered
//	type PATH AT "new"           at a named place
//	replace PATH "old" "new"
//	write PATH "content"         on disk, and the server is told that the file changed
//	settings "json"              the user changes the settings
//	actions PATH AT NAME         the titles of the code actions offered at a place
//	action PATH AT "title"       takes one of them
//	run ACTION PATH [SECTION]    runs an action by its command
//	outline|folds|lenses|hints PATH NAME
//	blocks PATH NAME             the managed blocks and their states
//	answer "title"               what the user will choose, when asked
//	refuse "reason"              the editor refuses edits from now on; "" ends that
//	said re"..." / asked re"..." / unsaid
//	request METHOD "params" re"answer or error"
//	notify METHOD "params"
var steps = map[string]func(*scenario, []argument){
	"open":        (*scenario).stepOpen,
	"close":       func(s *scenario, a []argument) { s.Close(a[0].text) },
	"save":        func(s *scenario, a []argument) { s.Save(a[0].text) },
	"check":       (*scenario).stepCheck,
	"diagnostics": (*scenario).stepDiagnostics,
	"text":        func(s *scenario, a []argument) { s.golden(a[1].text, s.Text(a[0].text)) },
	"disk":        func(s *scenario, a []argument) { s.golden(a[1].text, s.ReadFile(a[0].text)) },
	"remember":    func(s *scenario, a []argument) { s.remembered = s.Text(a[0].text) },
	"same":        (*scenario).stepSame,
	"type":        (*scenario).stepType,
	"replace": func(s *scenario, a []argument) {
		s.Replace(a[0].text, s.variant.argument(a[1].text), s.variant.argument(a[2].text))
	},
	"write":    (*scenario).stepWrite,
	"settings": func(s *scenario, a []argument) { s.Configure(a[0].text) },
	"actions":  (*scenario).stepActions,
	"action":   (*scenario).stepAction,
	"run":      (*scenario).stepRun,
	"outline":  (*scenario).stepOutline,
	"blocks":   (*scenario).stepBlocks,
	"folds":    (*scenario).stepFolds,
	"lenses":   (*scenario).stepLenses,
	"hints":    (*scenario).stepHints,
	"answer":   func(s *scenario, a []argument) { s.Answer(a[0].text) },
	"refuse":   func(s *scenario, a []argument) { s.RefuseEdits(a[0].text) },
	"said":     func(s *scenario, a []argument) { s.expectOne("said", s.Messages(), a) },
	"asked":    func(s *scenario, a []argument) { s.expectOne("asked", s.Questions(), a) },
	"unsaid": func(s *scenario, _ []argument) {
		if told := s.Messages(); len(told) > 0 {
			s.t.Errorf("the user was told %q", told)
		}
	},
	"request": (*scenario).stepRequest,
	"notify":  func(s *scenario, a []argument) { s.Notify(a[0].text, s.paths(a[1].text)) },
}

var wordPattern = regexp.MustCompile("^\\s*((?:re)?(?:\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)|\\S+)")

// run does the steps of a scenario, or those that are left out.
func (s *scenario) run(script string) {
	if strings.TrimSpace(script) == "" {
		for _, f := range s.archive.Files {
			if _, document := s.markers[f.Name]; document {
				script += "open " + f.Name + "\n"
			}
		}
		script += "check\n"
	}
	for line := range strings.Lines(script) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := s.step(line); err != nil {
			s.t.Fatalf("%s: %v", line, err)
		}
		s.Settle()
	}
}

func (s *scenario) step(line string) error {
	var words []argument
	for rest := line; strings.TrimSpace(rest) != ""; {
		m := wordPattern.FindString(rest)
		rest = rest[len(m):]
		word := strings.TrimSpace(m)
		if !strings.ContainsAny(word[len(word)-1:], "\"`") {
			words = append(words, argument{text: word})
			continue
		}
		quoted, err := parseArguments(word)
		if err != nil {
			return err
		}
		words = append(words, quoted...)
	}
	do, known := steps[words[0].text]
	if !known {
		return fmt.Errorf("there is no such step")
	}
	s.t.Logf("step: %s", line)
	do(s, words[1:])
	return nil
}

func (s *scenario) stepOpen(a []argument) {
	s.Open(a[0].text)
	s.opened = append(s.opened, a[0].text)
}

func (s *scenario) stepType(a []argument) {
	at := s.place(a[0].text, a[1].text).at
	s.Edit(a[0].text, at, at, s.variant.argument(a[2].text))
}

func (s *scenario) stepSame(a []argument) {
	if diff := lineDiff(s.remembered, s.Text(a[0].text)); diff != "" {
		s.t.Errorf("%s has changed (-remembered +now):\n%s", a[0].text, diff)
	}
}

// place is the marker that names a place.
func (s *scenario) place(path, name string) *marker {
	for _, m := range s.markers[path] {
		if m.kind == "at" && m.args[0].text == name {
			m.used = true
			return m
		}
	}
	s.t.Fatalf("%s has no marker @at(%q)", path, name)
	return nil
}

// expectOne fails unless one of the texts matches.
func (s *scenario) expectOne(what string, texts []string, a []argument) {
	if !slices.ContainsFunc(texts, a[0].matches) {
		s.t.Errorf("nothing that was %s matches %v: %q", what, a[0], texts)
	}
}

// paths puts the URI of a file for {PATH}.
func (s *scenario) paths(params string) string {
	return pathPattern.ReplaceAllStringFunc(params, func(m string) string { return string(s.URI(m[2 : len(m)-2])) })
}

var pathPattern = regexp.MustCompile(`\{\{[^}]*\}\}`)
