package actions

import (
	"cmp"
	"context"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// modelDesign has the model lay out the design. The side branches of its reply
// become the list that deep dives work through.
func modelDesign(ctx context.Context, a *assignment) (draft, error) {
	d, err := modelBlock(ctx, a)
	if err != nil {
		return draft{}, err
	}
	body, branches := takeBranches(d.body)
	d.body = a.redrawn(ctx, body)
	if len(branches) > 0 {
		d.branches = a.listedBranches(branches)
	}
	return d, nil
}

// modelDive has the model write a subsection on a topic, which need not be one that
// the program knows. A side branch is ticked off, and what the dive leaves aside is
// listed after it.
func modelDive(ctx context.Context, a *assignment) (draft, error) {
	d := dive{name: a.topicName()}
	b, chosen := a.chosenBranch()
	if a.base.body == "" {
		a.base.id, a.base.whole = "deep-dive-"+slug(d.name), !a.inSection()
	}
	if chosen {
		d.branch = &b
		a.base.id, a.base.whole = "deep-dive-"+slug(d.name), true
		a.base.placed, a.base.at = true, b.block.Span.End
	}
	made, err := modelBlock(ctx, a)
	if err != nil {
		return draft{}, err
	}
	body, branches := takeBranches(made.body)
	made.body = "## Deep dive: " + d.name + "\n\n" + atLevel(body, draftLevel+1)
	switch {
	case chosen:
		made.branches = a.lists(a.tickedOff(d), branches)
	case len(branches) > 0:
		made.branches = a.listedBranches(branches)
	}
	return made, nil
}

// topicName is what a deep dive is about, fit for a heading. A side branch reads
// "Topic: what is to be decided".
func (a *assignment) topicName() string {
	if b, ok := a.chosenBranch(); ok {
		topic, _, _ := strings.Cut(b.text, ": ")
		return clip(strings.TrimRight(harmless(topic), "?"), 90)
	}
	if d, ok := a.diveInto(); ok {
		return d.name
	}
	title := ""
	if a.inSection() {
		title = a.in.Section.Title()
	}
	name := cmp.Or(oneLine(a.in.Options[prompts.OptionTopic]), oneLine(a.in.Selection.Of(a.doc.Text.Content())), title, a.doc.Title())
	return clip(strings.TrimRight(harmless(name), "?"), 90)
}

var (
	taskItem  = text.Pattern(`^(\s*[-*+]\s+)\[[ xX]\]\s+(.*\S)\s*$`)
	plainItem = text.Pattern(`^[-*+]\s+(.*\S)\s*$`)
)

// gatherer takes the side branches out of a draft.
type gatherer struct {
	kept, branches []string
	within         int      // level of the section of side branches, 0 outside of it
	aside          []string // its lines
	told           bool     // it says more than a list
}

// takeBranches takes the side branches out of a draft: the section of that name,
// where it is a mere list, and the boxes of tasks elsewhere, so that there is one
// place at which each is ticked off.
func takeBranches(body string) (rest string, branches []string) {
	g, fenced := &gatherer{}, false
	for _, line := range strings.Split(body, "\n") {
		fenced = fenced != strings.HasPrefix(strings.TrimSpace(line), "```")
		if heading := atxHeading().FindStringSubmatch(line); heading != nil && !fenced {
			g.enter(len(heading[1]), heading[2])
		}
		if !fenced {
			line = g.item(line)
		}
		if g.within > 0 {
			g.aside = append(g.aside, line)
		} else {
			g.kept = append(g.kept, line)
		}
	}
	g.leave()
	return strings.TrimSpace(strings.Join(g.kept, "\n")), g.branches
}

// enter begins a section.
func (g *gatherer) enter(level int, title string) {
	if g.within > 0 && level > g.within {
		return
	}
	g.leave()
	if strings.HasPrefix(strings.ToLower(title), "side branches") {
		g.within = level
	}
}

// leave ends the section of side branches.
func (g *gatherer) leave() {
	if g.told {
		g.kept = append(g.kept, g.aside...)
	}
	g.within, g.aside, g.told = 0, nil, false
}

// item notes the branch of a line, and returns the line without a box.
func (g *gatherer) item(line string) string {
	task, item := taskItem().FindStringSubmatch(line), plainItem().FindStringSubmatch(line)
	switch {
	case task != nil:
		g.branches = append(g.branches, task[2])
		return task[1] + task[2]
	case g.within > 0 && item != nil:
		g.branches = append(g.branches, item[1])
	case g.within > 0 && strings.TrimSpace(line) != "" && len(g.aside) > 0:
		g.told = true
	}
	return line
}

// lists is the text of a list of side branches with what is new after it.
func (m *material) lists(written string, fresh []string) string {
	known := map[string]bool{}
	for _, b := range questions.Branches(m.doc) {
		known[strings.ToLower(b.Text)] = true
	}
	var lines []string
	for _, line := range fresh {
		line = oneLine(line)
		if key := strings.ToLower(line); !known[key] {
			known[key] = true
			lines = append(lines, questions.RenderBranch(line, false))
		}
	}
	return strings.TrimSpace(written + "\n" + strings.Join(lines, "\n"))
}
