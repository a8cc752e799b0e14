package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/text"
)

// questionsReply is the reply of the schema "questions".
type questionsReply struct {
	Questions []struct {
		Topic, Ask, Decides string
		Critical            bool
		Assumption          string
		Why, Changes        string
	}
}

const modelPrefix = "reviewer/" // of the ids of questions that a model asks

// modelQuestions has the model ask; what was asked before stays, with its answers.
func modelQuestions(ctx context.Context, a *assignment) (draft, error) {
	reply, usage, err := reviewer.Structured[questionsReply](ctx, a.in.Reviewer, a.task(), a.report)
	if err != nil {
		return draft{}, err
	}
	block := a.doc.Block(blockID(a.in, questions.Kind))
	kept := a.keptEntries(block)
	fresh := a.asks(reply, kept)
	name := a.in.Reviewer.Name()
	if block == nil && len(fresh) == 0 {
		return draft{summary: fmt.Sprintf("%s finds nothing left to ask%s; the document is unchanged.", name, tokens(usage))}, nil
	}
	d := draft{body: questionsHeading, kept: a.introduction() + "\n\n" + entriesText(kept, fresh), merged: true, author: name}
	if block != nil {
		if own := ownPreamble(a.doc, block); own != "" {
			d.kept = own + "\n\n" + entriesText(kept, fresh)
			if strings.HasPrefix(own, "#") {
				d.body = ""
			}
		}
	}
	d.summary = fmt.Sprintf("%s By %s%s.", asked(kept, fresh), name, tokens(usage))
	return d, nil
}

// asks are the questions of a reply that are new, as entries.
func (a *assignment) asks(reply questionsReply, kept []entry) []entry {
	most := mostOpen
	if a.in.Options[OptionMode] == ModeShort {
		most = shortOpen
	}
	number, waiting := 0, 0
	for _, e := range kept {
		number = max(number, e.Number)
		waiting += 1 - truth(e.Answered())
	}
	var fresh []entry
	for _, q := range reply.Questions {
		c := candidate{id: a.questionID(q.Topic), Question: knowledge.Question{
			Ask: plainLine(q.Ask), Decides: plainLine(q.Decides), Critical: q.Critical,
			Assume: plainLine(q.Assumption), Because: plainLine(q.Why), Changes: plainLine(q.Changes),
		}}
		known := func(e entry) bool { return e.ID == c.id || strings.EqualFold(oneLine(e.Ask), c.Ask) }
		if c.Ask == "" || c.Assume == "" || slices.ContainsFunc(kept, known) || slices.ContainsFunc(fresh, known) {
			continue
		}
		if waiting+len(fresh) >= most {
			break
		}
		fresh = append(fresh, c.entry(number+len(fresh)+1))
	}
	return fresh
}

var notSlug = text.Pattern(`[^a-z0-9/]+`)

// questionID is that of a question of the program's own when the model names one.
func (a *assignment) questionID(topic string) string {
	topic = strings.Trim(notSlug().ReplaceAllString(strings.ToLower(topic), "-"), "-/")
	if _, own := a.candidate(topic); own {
		return topic
	}
	if _, own := a.candidate(factPrefix + topic); own {
		return factPrefix + topic
	}
	return modelPrefix + strings.ReplaceAll(topic, "/", "-")
}

// plainLine is a text of the model's on one line, which ends no entry of a block.
func plainLine(s string) string {
	return harmless(strings.Trim(oneLine(strings.ReplaceAll(s, "**", "")), " "))
}
