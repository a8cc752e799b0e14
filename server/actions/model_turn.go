package actions

import (
	"context"
	"fmt"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/reviewer"
)

// modelTurn has the model say the next turn of a conversation. What was said stays
// word for word.
func modelTurn(ctx context.Context, a *assignment) (draft, error) {
	c := a.conversation(a.prompt.Kind)
	if d, asked := a.pause(c); asked && a.prompt.Kind == interviewerKind {
		return d, nil
	}
	finish := a.in.Options[prompts.OptionFinish] == "true"
	if c.block != nil && (!c.said && !finish || c.closed()) {
		return draft{summary: over(c)}, nil
	}
	t := a.task()
	t.Earlier, t.Turns = "", c.messages(finish)
	if finish && a.prompt.Schema != "" {
		return a.scored(ctx, c, t)
	}
	p, err := a.in.Reviewer.Prose(ctx, t, a.report)
	if err != nil {
		return draft{}, err
	}
	said := questions.OneTurn(p.Markdown)
	if said == "" {
		return draft{}, fmt.Errorf("%s said nothing in its turn, so the conversation is unchanged; send it again", a.in.Reviewer.Name())
	}
	turns := []questions.Turn{{Speaker: questions.Reviewer, Note: a.minute(finish), Text: atLevel(said, min(level(a.in)+1, 6))}}
	if !finish {
		turns = append(turns, questions.Turn{Speaker: questions.You})
	}
	d := a.goesOn(a.prompt.Kind, c, talkHeadings[a.prompt.Kind]+"\n\nWrite after “You:”, and send it.", turns...)
	d.author = a.in.Reviewer.Name()
	d.summary = fmt.Sprintf("%s has said its turn%s.", a.in.Reviewer.Name(), tokens(p.Usage))
	return d, nil
}

// minute notes in a turn when it was said, and whether it is the last.
func (a *assignment) minute(finish bool) string {
	if finish {
		return debriefNote
	}
	if minutes := a.in.Options[prompts.OptionMinutes]; minutes != "" {
		return "minute " + minutes
	}
	return ""
}

// messages are the turns for the model, the oldest first. The author's that is
// still to be written is none. Who judges the conversation sees when a turn was said.
func (c conversation) messages(timed bool) []llm.Message {
	var all []llm.Message
	for _, t := range c.turns {
		role := llm.Assistant
		if t.Speaker == questions.You {
			role = llm.User
		}
		if t.Text != "" {
			said := t.Text
			if timed && t.Note != "" {
				said = "(" + t.Note + ") " + said
			}
			all = append(all, llm.Message{Role: role, Content: said})
		}
	}
	return all
}

// scores are a debrief as the schema of that name describes it.
type scores struct {
	Scores []struct {
		ID               string
		Score            int
		Evidence, Advice string
	}
	Phases []struct {
		Name          string
		Planned, Used int
		Comment       string
	}
	Strengths, Improvements []string
	Verdict, Summary        string
}

// scored closes an interview with the model's debrief. A score whose evidence was
// never said counts as one without evidence.
func (a *assignment) scored(ctx context.Context, c conversation, t reviewer.Task) (draft, error) {
	s, usage, err := reviewer.Structured[scores](ctx, a.in.Reviewer, t, a.report)
	if err != nil {
		return draft{}, err
	}
	d := a.goesOn(a.prompt.Kind, c, talkHeadings[a.prompt.Kind], questions.Turn{Speaker: questions.Reviewer, Note: debriefNote, Text: s.markdown(c)})
	d.author = a.in.Reviewer.Name()
	d.summary = fmt.Sprintf("%s has closed the interview%s: %s.", a.in.Reviewer.Name(), tokens(usage), s.Verdict)
	return d, nil
}

func (s scores) markdown(c conversation) string {
	rows := []string{"| behaviour | score | what you said | what would have been better |", "|---|---|---|---|"}
	for _, one := range s.Scores {
		evidence := "–"
		if c.wasSaid(one.Evidence) {
			evidence = "“" + harmless(clip(oneLine(one.Evidence), 160)) + "”"
		}
		rows = append(rows, fmt.Sprintf("| %s | %d of 4 | %s | %s |", tableCell(harmless(one.ID)), one.Score, tableCell(evidence), tableCell(harmless(one.Advice))))
	}
	parts := []string{harmless(oneLine(s.Summary)), "**Verdict: " + harmless(s.Verdict) + "**", strings.Join(rows, "\n")}
	var times []string
	for _, p := range s.Phases {
		used := "time unknown"
		if p.Used >= 0 {
			used = fmt.Sprintf("%d of %d minutes", p.Used, p.Planned)
		}
		times = append(times, fmt.Sprintf("%s (%s): %s", harmless(p.Name), used, harmless(oneLine(p.Comment))))
	}
	for _, list := range []struct {
		title string
		lines []string
	}{{"Time", times}, {"Strengths", s.Strengths}, {"To practise", s.Improvements}} {
		if len(list.lines) > 0 {
			parts = append(parts, "**"+list.title+"**\n\n"+harmless(bullets(list.lines)))
		}
	}
	return strings.Join(parts, "\n\n")
}

// wasSaid says whether words stand in one of the author's turns.
func (c conversation) wasSaid(words string) bool {
	words = strings.ToLower(oneLine(strings.Trim(words, " \"“”.…")))
	for _, t := range c.turns {
		if words != "" && t.Speaker == questions.You && strings.Contains(strings.ToLower(oneLine(t.Text)), words) {
			return true
		}
	}
	return false
}
