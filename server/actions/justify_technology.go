package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

const mostCards = 6 // for a document as a whole

// justifyTechnology writes a card for each technology that the author names: what
// it implements and favours, why it is here, what else would do.
func justifyTechnology(_ context.Context, m *material) (draft, error) {
	named := m.technologies()
	if len(named) == 0 {
		_, where := m.scope()
		if surrounding := m.surroundings(); where == "document" && len(surrounding) > 0 {
			return draft{}, &Refusal{Reason: fmt.Sprintf("the document decides for no technology in a sentence of its own; it names %s as what is there already or what else there is: select one of them to have its card", someOf(surrounding, 5))}
		}
		return draft{}, &Refusal{Reason: fmt.Sprintf("the %s names no technology that there is a card for, so nothing can be said about it without a model; there are cards for %d, from %s to %s",
			where, len(knowledge.Technologies()), "PostgreSQL", "Kubernetes")}
	}
	parts := []string{"## Why these technologies"}
	if len(named) == 1 {
		parts[0] = "## Why " + named[0].name()
	} else {
		parts = append(parts, "What each implements and gives up, what the document says for it, and what a reviewer would still ask.")
	}
	open := 0
	for _, t := range named[:min(len(named), mostCards)] {
		card, missing := m.card(t)
		if len(named) > 1 {
			card = "### " + t.name() + "\n\n" + card
		}
		parts = append(parts, card)
		open += missing
	}
	if rest := namesOf(named[min(len(named), mostCards):]); len(rest) > 0 {
		parts = append(parts, "Also named, and less central: "+joined(rest)+". Run the action on a section that names them.")
	}
	d := draft{body: strings.Join(parts, "\n\n"), summary: fmt.Sprintf("Wrote %s; %s open.", count(min(len(named), mostCards), "card"), countAre(open, "point"))}
	return m.about(d, "technology", named), nil
}

// surroundings are the technologies that a document names without choosing them.
func (m *material) surroundings() []string {
	return namesOf(slices.DeleteFunc(slices.Clone(m.topics()), func(t *topic) bool { return t.technology == nil }))
}

// about gives the block of a single topic that was selected a name of its own.
func (m *material) about(d draft, kind string, named []*topic) draft {
	one := m.in.Selection.Len() > 0 || m.atCursor() || m.in.Options[prompts.OptionTopic] != ""
	if one && len(named) == 1 {
		d.id = kind + "-" + named[0].id()
	}
	return d
}

// technologies are those that the action works on, for a document as a whole the
// most spoken of, and none that is named as an alternative only.
func (m *material) technologies() []*topic {
	if name := m.in.Options[prompts.OptionTopic]; name != "" {
		return slices.DeleteFunc(slices.Clone(m.topics()), func(t *topic) bool { return t.technology == nil || !strings.EqualFold(t.name(), name) })
	}
	span, where := m.scope()
	if m.atCursor() {
		span, where = m.in.Selection, "selection"
	}
	named := slices.DeleteFunc(m.topicsWithin(span), func(t *topic) bool { return t.technology == nil })
	if where != "document" {
		return named
	}
	named = slices.DeleteFunc(named, func(t *topic) bool { return m.isAside(t) || !m.service() && !m.isChosen(t) })
	slices.SortStableFunc(named, func(a, b *topic) int { return len(b.places) - len(a.places) })
	return named
}

// isChosen says whether a sentence decides for a technology. What changes a part of
// something names much that it neither chose nor could do without.
func (m *material) isChosen(t *topic) bool {
	return slices.ContainsFunc(m.own(t.places), func(p passage) bool {
		return !p.Heading && !p.rejects(t) && (decided().MatchString(p.Text) || weighed().MatchString(p.Text) || m.isDecision(p))
	})
}

// isAside says whether a topic is named only as another design or in passing.
func (m *material) isAside(t *topic) bool {
	return !slices.ContainsFunc(t.places, func(p passage) bool { return !apart().MatchString(m.path(p.Section)) && !p.rejects(t) })
}

var (
	rejecting = text.Pattern(`(?i)\b(instead of|rather than|as opposed to|unlike|in place of|replaces?|replacing|compared (to|with)|similar to|inspired by|such as|like|e\.g\.)\s+(an? |the |using |plain )?\W*$`)
	setApart  = text.Pattern(`(?i)^\W*(alternatives?|alternatively|we (also )?(considered|rejected|looked at)|(considered|rejected) alternatives?)\b|\beither\b.{0,120}\bor\b`)
	likening  = text.Pattern(`(?i)\b(is|are|was|were) (not|no longer|never) (used|needed|an option)\b`)
)

// rejects says whether a sentence names a topic only to set itself apart from it.
func (p passage) rejects(t *topic) bool {
	if setApart().MatchString(p.Text) {
		return true
	}
	prose := p.Section.Content.Prose[p.Span.Start-p.Section.Span.Start : p.Span.End-p.Section.Span.Start]
	for _, mention := range p.mentions() {
		same := topic{technology: mention.Technology, pattern: mention.Pattern}
		if same.id() == t.id() && !rejecting().MatchString(prose[:mention.Span.Start]) && !likening().MatchString(prose[mention.Span.End:]) {
			return false
		}
	}
	return true
}

func namesOf(topics []*topic) []string {
	var names []string
	for _, t := range topics {
		names = append(names, t.name())
	}
	return names
}

// card says of a technology what is known of it and what the document says, and
// counts what is open.
func (m *material) card(t *topic) (string, int) {
	tech, places := t.technology, m.own(t.places)
	var l list
	l.add("Concepts and patterns", tech.Concepts)
	l.add("Tradeoffs", []string{tech.Favors})
	l.add("Why here", m.reasons(places))
	l.add("How it meets the requirement", m.requirements(tech))
	l.add("When part of it fails", m.failing(tech, places))
	l.add("Limits to hold the numbers against", tech.Limits)
	l.add("Fits when", tech.Fits)
	l.add("When to choose otherwise", tech.Poor)
	missing := m.unsaid(t, places)
	body := tech.Is + m.usedIn(places) + "\n\n" + strings.TrimRight(l.String(), "\n") +
		"\n\n**Alternatives**\n\n" + m.alternatives(t)
	if len(missing) > 0 {
		body += "\n\n**A reviewer would ask**\n\n" + bullets(missing)
	}
	return body, len(missing)
}

func (m *material) usedIn(places []passage) string {
	if links := sectionsOf(places, 4); links != "" {
		return " Named in " + links + "."
	}
	return ""
}

// imposed finds a sentence by which a technology was not for the author to choose.
var imposed = text.Pattern(`(?i)\b(is|are) (given|mandated|prescribed|imposed)\b|\b(company|house|corporate) standard\b|\b(must|has to|have to) use\b`)

func (p passage) imposes() bool { return !p.Heading && imposed().MatchString(p.Text) }

// reasons are the sentences that say something for the choice.
func (m *material) reasons(places []passage) []string {
	if at := slices.IndexFunc(places, passage.imposes); at >= 0 {
		return []string{"It is a constraint, not a choice: " + quoted(places[at])}
	}
	var told []passage
	for _, p := range telling(places, 3) {
		if p.weight() > 0 {
			told = append(told, p)
		}
	}
	if len(told) > 0 {
		return quotedAll(told)
	}
	if said := telling(places, 1); len(said) > 0 {
		return []string{"The document gives no reason. It says: " + quoted(said[0])}
	}
	return []string{"The document names it without a reason."}
}

// requirements are what the document states of that which decides about a technology.
func (m *material) requirements(tech *knowledge.Technology) []string {
	var lines, open []string
	for _, id := range tech.Facts {
		f, _ := knowledge.FactByID(id)
		if quotes := m.quotes(2, id); len(quotes) > 0 {
			lines = append(lines, upperFirst(f.Title)+": "+strings.Join(quotes, "; "))
		} else if !f.Part {
			open = append(open, f.Title)
		}
	}
	if len(open) > 0 {
		lines = append(lines, "Not stated, though it decides: "+joined(open)+".")
	}
	return lines
}

var agreedOn = text.Pattern(`\b(format|protocol|standard|language|framework|network)\b`)

// isRun says whether a technology is something that runs and can be down, and no
// format or protocol, nor a service that others run around the whole world.
func isRun(tech *knowledge.Technology) bool { return !agreedOn().MatchString(tech.Kind) }

var failingWords = text.Pattern(`(?i)\b(fail(s|ed|ure|over|ing)?|crash\w*|outages?|(is|are|goes|go) (down|away|lost|unavailable)|los(e|es|t|ing)|standbys?|promot\w+|takes? over|unavailab\w+|restart\w*)\b`)

func (m *material) failing(tech *knowledge.Technology, places []passage) []string {
	lines := []string{tech.Failover}
	if said := saying(places, failingWords(), 2); len(said) > 0 {
		return append(lines, "The document: "+strings.Join(quotedAll(said), "; "))
	}
	if !isRun(tech) {
		return lines
	}
	return append(lines, "The document does not say what happens then.")
}

// unsaid is what a justification of the technology has to say and the document does not.
func (m *material) unsaid(t *topic, places []passage) []string {
	var open []string
	given := slices.ContainsFunc(places, passage.imposes)
	if !given && !slices.ContainsFunc(places, func(p passage) bool { return p.weight() > 0 || reasoned().MatchString(p.Text) }) {
		open = append(open, fmt.Sprintf("Why %s, in terms of a requirement of this document?", t.name()))
	}
	if !given && !m.weighsAny(t) {
		open = append(open, fmt.Sprintf("Which alternative was weighed, such as %s, and what decided against it?", t.technology.Alternatives[0].Name))
	}
	if isRun(t.technology) && len(saying(places, failingWords(), 1)) == 0 {
		open = append(open, fmt.Sprintf("What does the design do while %s is down, and what is lost when it comes back?", t.name()))
	}
	return open
}
