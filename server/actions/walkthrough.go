package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/knowledge"
)

// walkthrough lays out the ten steps in which a problem is told in an interview.
func walkthrough(ctx context.Context, m *material) (draft, error) {
	p, err := m.problem()
	if err != nil {
		return draft{}, err
	}
	picture, story, err := m.flowPicture(ctx, p.system)
	if err != nil {
		return draft{}, err
	}
	w := walk{material: m, problem: p}
	parts := []string{
		"## Walkthrough",
		"Ten steps, with what the document states and what is known of such systems in place. Telling it as a story takes a model, or you.",
		"### 1. The problem\n\n" + w.tell(),
		"### 2. Functional requirements\n\n" + w.functional(),
		"### 3. Non-functional requirements\n\n" + w.nonFunctional(),
		"### 4. API contracts\n\n" + w.contracts(),
		"### 5. High-level design\n\n" + w.highLevelParts(),
		"### 6. Flow diagram\n\n" + picture + "\n\n**Flow description.** " + story,
		"### 7. Deep dive\n\n" + w.dive(),
		"### 8. Assumptions\n\n" + w.assumptions(),
		"### 9. Simplifications\n\n" + w.simplifications(),
		"### 10. Scaling\n\n" + m.scaling(),
	}
	return draft{body: strings.Join(parts, "\n\n"), whole: true, summary: "Laid out the ten steps for " + p.task + "."}, nil
}

type walk struct {
	*material
	problem problem
}

// tell says what is to be built, and what makes it hard.
func (w walk) tell() string {
	s := "Design " + w.problem.task + "."
	if p, ok := w.purpose(); ok {
		s += " In the words of the document: " + quoted(p) + "."
	}
	for _, q := range w.problem.system.Questions {
		if q.Critical {
			return s + " What makes it hard comes first: " + lowerFirst(q.Ask) + " It decides " + lowerFirst(q.Decides)
		}
	}
	return s
}

// functional lists what the system does, each with the part that serves it in brackets.
func (w walk) functional() string {
	var lines []string
	for _, k := range w.facts("use-cases") {
		if line := clip(k.Quote, 160); len(lines) < 8 {
			if part, ok := w.serves(k.Quote); ok {
				line += " (" + part.Name + ")"
			}
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 {
		return bullets(lines)
	}
	for _, part := range w.problem.system.Parts {
		lines = append(lines, fmt.Sprintf("%s (%s)", upperFirst(part.Does), part.Name))
	}
	if len(lines) == 0 {
		return "The document lists no use cases. Name two or three, each with the component that serves it in brackets."
	}
	return "Of most systems of this kind; strike what is out of scope:\n\n" + bullets(lines)
}

// anyPart are words that tell no part from another.
var anyPart = []string{"service", "services", "system", "server", "store", "pipeline", "users", "that", "with", "from"}

// serves is the part of such systems that shares most words with a use case.
func (w walk) serves(useCase string) (knowledge.Part, bool) {
	var best knowledge.Part
	most := 0
	for _, part := range w.problem.system.Parts {
		shared := 0
		for _, word := range strings.FieldsFunc(strings.ToLower(part.Name+" "+part.Does), notLetter) {
			if len(word) >= 4 && !slices.Contains(anyPart, word) && strings.Contains(strings.ToLower(useCase), word[:min(len(word), 5)]) {
				shared++
			}
		}
		if shared > most {
			best, most = part, shared
		}
	}
	return best, most > 0
}

// nonFunctional lists the goals that are stated, and for the others what is assumed.
func (w walk) nonFunctional() string {
	var l list
	for _, item := range []struct {
		name  string
		facts []string
	}{{"Scale", []string{"users", "write-qps", "read-qps"}}, {"Latency", []string{"read-latency", "write-latency", "latency"}},
		{"Availability", []string{"availability"}}, {"Consistency", []string{"consistency"}}, {"Durability", []string{"durability"}}} {
		lines := w.quotes(3, item.facts...)
		if len(lines) == 0 {
			f, _ := knowledge.FactByID(item.facts[0])
			lines = []string{"Assumed: " + lowerFirst(upper(f.Assume)) + " *Why:* " + lowerFirst(upper(f.Because))}
		}
		l.add(item.name, lines)
	}
	return l.String()
}

func (w walk) contracts() string {
	if stated := draw.Contracts(w.graph()); stated != "" {
		return stated
	}
	return "The document names no operations. One row for each use case:\n\n| use case | call and parameters | answer | repeated, it |\n|---|---|---|---|\n| – | – | – | – |"
}

func (w walk) highLevelParts() string {
	var lines []string
	for _, n := range w.layers() {
		line := "**" + draw.Markdown(n.Name) + "**"
		if n.Description != "" {
			line += ": " + clip(n.Description, 120)
		}
		lines = append(lines, line+source(w.doc.SectionAt(n.Places[0].Start)))
	}
	if len(lines) > 0 {
		return "The parts that the document names:\n\n" + bullets(lines)
	}
	for _, part := range w.problem.system.Parts {
		lines = append(lines, fmt.Sprintf("**%s** %s", part.Name, part.Does))
	}
	if len(lines) == 0 {
		return "The document names no parts yet."
	}
	return "The parts that most such systems have:\n\n" + bullets(lines)
}

// flowPicture is the whiteboard diagram of the stated flows with their story, or
// what to draw where none are stated.
func (m *material) flowPicture(ctx context.Context, s knowledge.System) (picture, story string, err error) {
	g := m.graph()
	if d, drawErr := draw.Whiteboard(g, m.doc.Title()); drawErr == nil && len(d.Pictures) > 0 {
		if err := m.in.accept(ctx, d.Pictures[:1]); err != nil {
			return "", "", err
		}
		return "```mermaid\n" + strings.TrimRight(d.Pictures[0].Source, "\n") + "\n```", d.Story(g), nil
	}
	var names []string
	for _, part := range s.Parts {
		names = append(names, part.Name)
	}
	picture = "The document states no flows. Draw at most twelve boxes, and label each arrow with what passes."
	if len(names) > 0 {
		picture = "The document states no flows. Draw a box each for " + joined(names) + ", and label each arrow with what passes."
	}
	return picture, "Tell one write and one read from the user's wish to the answer: who is asked, by which contract, what is stored on the way.", nil
}

// dive is the question of such systems that decides most.
func (w walk) dive() string {
	for i := range w.problem.system.Questions {
		q := &w.problem.system.Questions[i]
		if q.Critical {
			return w.tellQuestion(dive{question: q})
		}
	}
	return "Take the component whose failure stops most, and tell its availability, consistency, scale, replication, failover and what becomes of conflicting writes."
}

// assumptions are those that hold while nobody has answered.
func (w walk) assumptions() string {
	var lines []string
	for _, q := range w.open() {
		if a := q.Assumption(); a != "" {
			lines = append(lines, a+fmt.Sprintf(" (Q%d)", q.Number))
		}
	}
	for _, q := range w.problem.system.Questions {
		if _, asked := w.question(w.problem.system.ID + "/" + q.ID); q.Critical && !asked && len(lines) < 6 {
			lines = append(lines, upper(q.Assume)+" *If not:* "+lowerFirst(upper(q.Changes)))
		}
	}
	if len(lines) == 0 {
		return "None is needed: what such a design turns on is stated."
	}
	return bullets(lines)
}

func (w walk) simplifications() string {
	if stated := w.quotes(mostQuotes, "out-of-scope"); len(stated) > 0 {
		return "Left out on purpose:\n\n" + bullets(stated)
	}
	f, _ := knowledge.FactByID("out-of-scope")
	return "Nothing is stated to be out of scope. Assumed: " + lowerFirst(upper(f.Assume)) + " *Why:* " + lowerFirst(upper(f.Because))
}
