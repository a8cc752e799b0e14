package server_test

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/questions"
)

// What a good model would write, and what models make of it.
func TestRepliesThatHaveToBeMended(t *testing.T) {
	design := scripted(t, "design.md")
	cut := func(from, to string) (part, rest string) {
		a, b := strings.Index(design, from), strings.Index(design, to)
		return design[a:b], design[:a] + design[b:]
	}
	justify, unjustified := cut("## Justify", "## Side branches")
	broken := strings.Replace(design, `Rel(user, feed, "Posts and reads")`, `Rel(user, feed "Posts and reads"`, 1)
	source, _, _ := strings.Cut(design[strings.Index(design, "```mermaid"):], "\n## Deep dive")
	for name, c := range map[string]struct {
		replies []string
		asks    string // in the last request
	}{
		"a part is missing":        {[]string{unjustified, justify}, "- Justify\n"},
		"a diagram is broken":      {[]string{broken, source}, "Mermaid does not accept"},
		"headings are too high":    {[]string{strings.ReplaceAll("\n"+design, "\n##", "\n#")}, ""},
		"headings are too low":     {[]string{strings.ReplaceAll("\n"+design, "\n##", "\n####")}, ""},
		"a title is above":         {[]string{"# The design\n\n" + strings.ReplaceAll("\n"+design, "\n##", "\n##")}, ""},
		"it is in a fence":         {[]string{"Here is the design:\n\n````markdown\n" + design + "````\n\nLet me know what you think."}, ""},
		"lines end in CRLF":        {[]string{strings.ReplaceAll(design, "\n", "\r\n")}, ""},
		"markers and comments":     {[]string{strings.Replace(design, "## Justify", "<!-- designls:begin design kind=design -->\n<!-- designls-ignore -->\n\n## Justify", 1) + "\n<!-- designls:end design -->\n"}, ""},
		"a comment is never ended": {[]string{design + "\n<!-- designls:end design"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			tell(t, problem+"\n"+goals, func(s *story) {
				end := s.act("propose-design", nil, c.replies...)
				if !strings.Contains(s.sent(), c.asks) {
					t.Errorf("the last request was\n%s", s.sent())
				}
				s.has("\n## Overview", "\n## Justify [5 min]\n", "\n### Complicating factors still open\n", "C4Context", "leaves 133 ms")
				d := s.parsed()
				if len(d.Blocks) != 2 || len(diagramsOf(d)) != 2 || len(questions.Branches(d)) != 3 || strings.Contains(s.Text(doc), "designls-ignore") {
					t.Errorf("ended %q with\n%s", end, s.Text(doc))
				}
			})
		})
	}
}

// Prose around JSON is no reason to ask again; another schema is.
func TestRepliesInJSONThatHaveToBeMended(t *testing.T) {
	asked := scripted(t, "questions.json")
	for name, replies := range map[string][]string{
		"prose around it": {"Sure! Here are my questions:\n\n```json\n" + asked + "```\n\nI hope this helps {smile}."},
		"another type":    {strings.Replace(asked, `"critical":false`, `"critical":"no"`, 1), asked},
		"it is cut off":   {asked[:len(asked)/2], asked},
	} {
		t.Run(name, func(t *testing.T) {
			tell(t, problem, func(s *story) {
				s.act("ask-questions", nil, replies...)
				s.has("**Q1.**", "**Q4.** Is video in scope?")
			})
		})
	}
}

// Keys never leave, and stand in the document afterwards as before.
func TestSecretsStayHere(t *testing.T) {
	const key = "AKIA" + "Q3EGTL5JKP2VZ7WN"
	own := problem + "\n## Access\n\nThe uploader signs with the access key " + key + ".\n\nPeak load is 7,000 feeds a second.\n"
	tell(t, own, func(s *story) {
		s.act("summarize", nil, scripted(t, "summary-1.md"))
		hidden := placeholderIn(t, s.sent())
		s.own = strings.Replace(s.own, "signs with the access key "+key+".", "signs with "+key+" in each region.", 1)
		s.act("apply-change", map[string]string{"change": "There are two regions, both use " + key + "."},
			`{"edits":[{"section":"Access","replace":"signs with the access key `+hidden+`.","insert":false,"text":"signs with `+hidden+` in each region.","reason":"Two regions."}],"unaffected":[],"summary":"Two regions.","open":[]}`)
		s.has("signs with " + key + " in each region.")
		for _, r := range s.model.Requests() {
			if strings.Contains(sentText(r), key) {
				t.Error("the key was sent")
			}
		}
	})
}

// placeholderIn is what stands for the key in a request.
func placeholderIn(t *testing.T, sent string) string {
	t.Helper()
	_, after, found := strings.Cut(sent, "signs with the access key ")
	hidden, _, ended := strings.Cut(after, ".\n")
	if !found || !ended {
		t.Fatalf("the section was not sent:\n%s", sent)
	}
	return hidden
}
