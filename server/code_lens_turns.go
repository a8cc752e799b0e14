package server

import (
	"strings"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// deepDive is the action that follows a side branch.
const deepDive = "deep-dive"

// branches offers to follow each side branch that is not ticked off.
func (l *lenses) branches() {
	a, err := l.action(l.folder, deepDive)
	if err != nil || l.disabled(a.ID) {
		return
	}
	for _, b := range questions.Branches(l.doc) {
		if !b.Done {
			l.add(b.Span, a.Title, commandRun, runArguments{Action: a.ID, URI: string(l.uri), Options: map[string]string{actions.OptionTopic: b.Text}})
		}
	}
}

// talks says whether a block holds a conversation, and offers to send the author's
// turn, or to end an interview.
func (l *lenses) talks(a actions.Action, b *document.Block) bool {
	if !a.Talks {
		return false
	}
	turn, open := questions.OpenTurn(l.doc, b)
	if !open {
		return true
	}
	at := text.Span{Start: turn.Span.Start, End: turn.TextSpan.Start}
	send := runArguments{Action: a.ID, URI: string(l.uri)}
	l.add(at, "Send", commandRun, send)
	finish := send
	finish.Options = map[string]string{actions.OptionFinish: "true"}
	l.add(at, "Finish", commandRun, finish)
	l.clock(b, at, send)
	return true
}

// clock offers to stop the clock of an interview, or to have it go on.
func (l *lenses) clock(b *document.Block, at text.Span, run runArguments) {
	switch timed, paused := actions.Timing(b); {
	case paused:
		run.Options = map[string]string{actions.OptionPause: "false"}
		l.add(at, "Resume the Clock", commandRun, run)
	case timed:
		run.Options = map[string]string{actions.OptionPause: "true"}
		l.add(at, "Pause the Clock", commandRun, run)
	}
}

// again are the options with which a block is written once more: a block about one
// topic is about that topic again. It answers false for what cannot be repeated.
func again(b *document.Block, content string) (options map[string]string, ok bool) {
	switch {
	case b.Kind == "change":
		return nil, false // of a change that has been made nothing is left to be applied
	case b.ID == b.Kind || b.Attrs["section"] != "" && b.Kind != deepDive:
		return nil, true
	}
	for line := range strings.Lines(b.Markdown(content)) {
		title := strings.TrimSpace(strings.TrimLeft(line, "#"))
		for _, lead := range []string{"Deep dive: ", "Why "} {
			if topic, found := strings.CutPrefix(title, lead); found && strings.HasPrefix(line, "#") {
				return map[string]string{actions.OptionTopic: topic}, true
			}
		}
	}
	return nil, true
}
