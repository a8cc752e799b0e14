package reviewer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/text"
)

// graphLines are the stated flows and parts, those of the focus first.
func (b *builder) graphLines() []string {
	g := b.graph()
	if g == nil {
		return nil
	}
	names := map[string]string{}
	var parts, flows, others []string
	for _, n := range g.Nodes {
		names[n.ID] = n.Name
		about := n.Kind.String()
		if n.Technology != "" {
			about += ", " + n.Technology
		}
		if len(n.Redundant) > 0 {
			about += ", more than one"
		}
		if len(b.focus) == 0 || slices.ContainsFunc(n.Places, func(p diagram.Place) bool { return b.inFocus(p.Span) }) {
			parts = append(parts, fmt.Sprintf("- %s (%s)", n.Name, about))
		}
	}
	for _, f := range g.Flows {
		line := strings.TrimSuffix(fmt.Sprintf("- %s -> %s: %s", names[f.From], names[f.To], f.Label), ": ")
		if len(b.focus) == 0 || b.inFocus(f.Place.Span) {
			flows = append(flows, line)
		} else {
			others = append(others, line)
		}
	}
	if b.task.partly() {
		others = nil
	}
	return slices.Concat(flows, parts, others)
}

// knowledgeLines are what is known of the technologies and patterns that the
// focus names, or the document, the more often named first.
func (b *builder) knowledgeLines() []string {
	counts := map[string]int{}
	var names []string
	cards := map[string]string{}
	for _, s := range b.task.Doc.Sections {
		if len(b.focus) > 0 && !slices.Contains(b.focus, s) || s.Managed != nil {
			continue
		}
		for _, m := range knowledge.Mentions(s.Content.Prose) {
			name, card := cardOf(m)
			if counts[name] == 0 {
				names = append(names, name)
				cards[name] = card
			}
			counts[name]++
		}
	}
	slices.SortStableFunc(names, func(x, y string) int { return counts[y] - counts[x] })
	var lines []string
	for _, n := range names {
		lines = append(lines, cards[n])
	}
	return lines
}

// cardOf is what is known of something, on a line.
func cardOf(m knowledge.Mention) (name, card string) {
	if t := m.Technology; t != nil {
		card = fmt.Sprintf("- %s, %s: %s Favours: %s", t.Name, t.Kind, oneLine(t.Is), oneLine(t.Favors))
		if len(t.Poor) > 0 {
			card += " A poor fit when " + oneLine(t.Poor[0]) + "."
		}
		return t.Name, card + " On failure: " + oneLine(t.Failover)
	}
	p := m.Pattern
	card = fmt.Sprintf("- %s: answers %s", p.Name, oneLine(p.Problem))
	if len(p.Tradeoffs) > 0 {
		card += " Costs: " + oneLine(p.Tradeoffs[0])
	}
	if len(p.Asks) > 0 {
		card += " A design has to say: " + oneLine(p.Asks[0])
	}
	return p.Name, card
}

// everything is all text from outside that a brief can hold.
func (b *builder) everything() []string {
	t := b.task
	texts := []string{t.Doc.Text.Content(), t.Earlier}
	for _, e := range t.Extra {
		texts = append(texts, e.Name, e.Text)
	}
	for _, m := range t.Turns {
		texts = append(texts, m.Content)
	}
	for _, d := range t.Decided {
		texts = append(texts, d.Entry.Reason)
	}
	texts = append(texts, t.Derived...)
	for _, key := range sortedKeys(t.Options) {
		texts = append(texts, t.Options[key])
	}
	return texts
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// hideSecrets fills the vault, and remembers where the document has secrets.
func (b *builder) hideSecrets() {
	b.vault, b.secrets = b.task.study.secrets(b)
}

// hidden is a piece of the document with its secrets replaced, also one of which
// it has only a part.
func (b *builder) hidden(piece text.Span) string {
	content := b.task.Doc.Text.Content()
	var own strings.Builder
	at := piece.Start
	for _, secret := range b.secrets {
		if secret.End <= at || secret.Start >= piece.End {
			continue
		}
		own.WriteString(content[at:max(at, secret.Start)])
		own.WriteString(b.vault.word(secret.Of(content)))
		at = min(secret.End, piece.End)
	}
	own.WriteString(text.Span{Start: at, End: piece.End}.Of(content))
	return own.String()
}

// hiddenTurns are the turns of the conversation, without their secrets. The
// latest are kept when there are more than fit into half of the window.
func (b *builder) hiddenTurns() []llm.Message {
	var turns []llm.Message
	room := b.limit / 2
	for i := len(b.task.Turns) - 1; i >= 0; i-- {
		m := b.task.Turns[i]
		m.Content = b.vault.Hide(m.Content)
		if room -= messageTokens + b.count(m.Content); room < 0 && len(turns) > 0 {
			break
		}
		turns = append(turns, m)
	}
	slices.Reverse(turns)
	return turns
}
