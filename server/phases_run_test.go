package server_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// A design grows from a brief of one sentence to sections 1 to 6, a deep dive into
// a side branch, and a new requirement, in documents with either line ending.
func TestADesignGrowsFromABrief(t *testing.T) {
	for name, eol := range map[string]string{"LF": "\n", "CRLF": "\r\n"} {
		t.Run(name, func(t *testing.T) {
			tell(t, strings.ReplaceAll(problem, "\n", eol), func(s *story) {
				s.clarify()
				s.summarize()
				s.design()
				s.dive()
				s.change()
				if path := os.Getenv("DESIGNLS_TEST_STORY"); path != "" && eol == "\n" {
					if err := os.WriteFile(path, []byte(s.Text(doc)), 0o600); err != nil {
						t.Error(err)
					}
				}
			})
		})
	}
}

func (s *story) clarify() {
	s.t.Helper()
	end := s.act("ask-questions", nil, scripted(s.t, "questions.json"))
	s.has("## Clarifying questions", "**Q1.** How many photos", "critical)", "*Assumed if unanswered:* A user posts 0.5 photos a day", "by=fake")
	if !strings.Contains(end, "4 questions") {
		s.t.Errorf("ended %q", end)
	}
}

func (s *story) summarize() {
	s.t.Helper()
	s.answer(1, "about 0.5")
	s.answer(2, "a singer has 40 million")
	s.act("summarize", nil, scripted(s.t, "summary-1.md"))
	if sent := s.sent(); !strings.Contains(sent, "ANSWERED: about 0.5") || !strings.Contains(sent, "OPEN. Assumed: Five seconds") {
		s.t.Errorf("the answers are not sent:\n%s", sent)
	}
	s.has("Answer: about 0.5\n", "## Feature expectations [5 min]", "## Estimations [10 min]")

	s.answer(3, "5 s")
	people := "read a feed of the people they follow." + s.eol
	s.writes(people, people+s.eol+strings.ReplaceAll(goals, "\n", s.eol))
	s.act("summarize", nil, scripted(s.t, "summary-2.md"))
	if sent := s.sent(); !strings.Contains(sent, "written by this action before") || strings.Count(sent, "opens the feed ten times a day") != 1 {
		s.t.Errorf("the earlier summary is not sent, once:\n%s", sent)
	}
	s.has("Answer: a singer has 40 million\n", "Answer: 5 s\n", "a photo reaches feeds within 5 s (Q3)")
	if n := strings.Count(s.Text(doc), "## Feature expectations"); n != 1 {
		s.t.Errorf("%d summaries", n)
	}
}

func (s *story) design() {
	s.t.Helper()
	s.act("propose-design", nil, scripted(s.t, "design.md"))
	s.has("## Overview", "## Design goals [5 min]", "## High-level design [5-10 min]", "## Deep dive [15-20 min]", "## Justify [5 min]", "## Recap", "### Complicating factors still open")
	d := s.parsed()
	if n := len(diagramsOf(d)); n != 2 {
		s.t.Errorf("%d diagrams", n)
	}
	var listed []string
	for _, b := range questions.Branches(d) {
		listed = append(listed, b.Text)
	}
	if len(listed) != 3 || !strings.HasPrefix(listed[0], "Celebrity threshold: ") || strings.Count(s.Text(doc), "## Side branches") != 1 {
		s.t.Errorf("side branches %q", listed)
	}
}

func (s *story) dive() {
	s.t.Helper()
	topic := questions.Branches(s.parsed())[0].Text
	if lenses := s.lenses(); strings.Count(lenses, `"action":"deep-dive"`) != 3 {
		s.t.Errorf("lenses %s", lenses)
	}
	s.act("deep-dive", map[string]string{"topic": topic}, scripted(s.t, "deep-dive.md"))
	all := questions.Branches(s.parsed())
	if !all[0].Done || all[1].Done || all[2].Done {
		s.t.Errorf("after the dive: %+v", all)
	}
	if last := all[len(all)-1]; len(all) != 4 || !strings.HasPrefix(last.Text, "Bursts: ") {
		s.t.Errorf("what the dive opens is not in the list: %+v", all)
	}
	s.has("Deep dive: Celebrity threshold", "At 100,000, one post never costs more")
	s.act("deep-dive", map[string]string{"topic": "Celebrity threshold"}, scripted(s.t, "deep-dive.md")) // as the lens "Run again" does
	if n := strings.Count(s.Text(doc), "## Deep dive: Celebrity threshold"); n != 1 || len(questions.Branches(s.parsed())) != 4 {
		s.t.Errorf("%d dives, branches %+v", n, questions.Branches(s.parsed()))
	}
}

func (s *story) change() {
	s.t.Helper()
	blocks := s.parsed().Blocks
	before := s.Text(doc)
	s.own = strings.NewReplacer("20 million", "50 million", "7,000 feeds", "17,500 feeds").Replace(s.own)
	s.act("apply-change", map[string]string{"change": "The service has to carry 50 million daily users."}, scripted(s.t, "change.json"))
	s.has("What changed and why", "**Design a photo feed**: The new requirement states the number.", "Peak load is 17,500 feeds a second.", "Looked at, and still right", "- Summarise what we know (`summary`)", "(`design`)", "Is growth even over regions?")
	for _, b := range blocks {
		if now := s.parsed().Block(b.ID); now == nil || now.Span.Of(s.Text(doc)) != b.Span.Of(before) {
			s.t.Errorf("the block %q has changed", b.ID)
		}
	}
}

func (s *story) parsed() *document.Document {
	return document.Parse(text.NewMapper(s.Text(doc)), nil)
}

// lenses are the code lenses, as the server sends them.
func (s *story) lenses() string {
	s.t.Helper()
	params, err := json.Marshal(map[string]any{"textDocument": map[string]any{"uri": s.URI(doc)}})
	if err != nil {
		s.t.Fatal(err)
	}
	lenses, err := s.Call(s.t.Context(), "textDocument/codeLens", string(params))
	if err != nil {
		s.t.Fatal(err)
	}
	return lenses
}
