package reviewer

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/llm"
)

// What a message costs beside its text, and a whole request: names of roles and
// the marks between them.
const (
	messageTokens = 6
	requestTokens = 8
	boundaryToken = 1 // two pieces may have a token more together than apart
)

// fenceCode is what the fence around the material carries: a word that none of
// the texts has, so that nothing in them can close it. It is the same for nearly
// all documents, so that a server can keep what it has read before.
func fenceCode(texts []string) string {
	for n := 0; ; n++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "designls material %d", n))
		code := hex.EncodeToString(sum[:4])
		if !slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(strings.ToLower(t), code) }) {
			return code
		}
	}
}

// instructions is the part of the message that tells what to do.
func (b *builder) instructions(d prompts.Data) (string, error) {
	body, err := b.task.Prompt.Render(d)
	if err != nil {
		return "", err
	}
	head := "# Task: " + b.task.Prompt.Title + "\n\n"
	if d.Scope != "document" {
		head += "The focus is what the material marks as \"focus\"; the rest is there to judge it by.\n\n"
	}
	return head + strings.TrimSpace(body) + "\n", nil
}

// overhead counts what is sent beside the material.
func (b *builder) overhead(task string) int {
	n := requestTokens + 2*messageTokens + b.count(b.system) + b.count(task) + b.count(b.open()+b.closing())
	if b.schema != nil {
		n += b.count(string(b.schema.JSON))
	}
	for _, m := range b.turns {
		n += messageTokens + b.count(m.Content)
	}
	return n
}

func (b *builder) count(s string) int {
	if s == "" {
		return 0
	}
	return b.counter.Count(s) + boundaryToken
}

func (b *builder) open() string    { return "<<<MATERIAL " + b.code + "\n" }
func (b *builder) closing() string { return "MATERIAL>>> " + b.code + "\n\n" }

// label is the line above a piece. Nothing in a document can be taken for one,
// since it carries the code.
func (b *builder) label(what string) string { return "=" + b.code + "= " + what + "\n" }

// finish writes the request from the pieces that were chosen. Should it be
// longer than the sum of its pieces, what is worth least goes.
func (b *builder) finish() (Brief, error) {
	for {
		task, err := b.instructions(b.data(b.partial()))
		if err != nil {
			return Brief{}, err
		}
		r := b.request(task)
		tokens := b.countRequest(r)
		if tokens > b.limit && b.drop() {
			continue
		}
		if tokens > b.limit {
			return Brief{}, &llm.Error{Kind: llm.ContextTooLong, Detail: fmt.Sprintf("%d tokens, where %d fit", tokens, b.limit)}
		}
		return Brief{Request: r, Parts: b.parts(task), Tokens: tokens, Reserve: b.reserve, Vault: b.vault}, nil
	}
}

func (b *builder) request(task string) llm.Request {
	r := llm.Request{System: b.system, Schema: b.schema}
	r.Messages = append([]llm.Message{{Role: llm.User, Content: b.material() + task}}, b.turns...)
	return r
}

func (b *builder) countRequest(r llm.Request) int {
	n := requestTokens + messageTokens + b.counter.Count(r.System)
	for _, m := range r.Messages {
		n += messageTokens + b.counter.Count(m.Content)
	}
	if r.Schema != nil {
		n += b.counter.Count(string(r.Schema.JSON))
	}
	return n
}

// material writes the fence with the chosen pieces in it.
func (b *builder) material() string {
	var m strings.Builder
	m.WriteString(b.open())
	last := ""
	for _, p := range b.pieces {
		v, ok := p.variant()
		if !ok {
			last = ""
			continue
		}
		if label := p.label(v.form); label != last || p.section == nil {
			m.WriteString(b.label(b.vault.Hide(label))) // headings may hold secrets, too
			last = label
		}
		m.WriteString(strings.TrimRight(v.text, "\n") + "\n")
		if p.section != nil {
			m.WriteString("\n")
		}
	}
	m.WriteString(b.closing())
	return m.String()
}

// parts account for the request: what is in it, and what was left out.
func (b *builder) parts(task string) []Part {
	parts := []Part{{Name: "persona", Form: Whole, Tokens: b.count(b.system)}}
	var left []Part
	for _, p := range b.pieces {
		part := Part{Name: p.name, Section: p.section, Form: Omitted}
		if p.section != nil {
			part.Hash = SectionHash(b.task.Doc, p.section)
		}
		v, ok := p.variant()
		switch {
		case ok:
			part.Form, part.Tokens = v.form, v.tokens
			parts = append(parts, part)
			continue
		case p.section != nil && p.section.Heading != nil:
			part.Form = Outline
		}
		part.Tokens = p.whole()
		left = append(left, part)
	}
	parts = append(parts, Part{Name: "task", Form: Whole, Tokens: b.count(task)})
	if b.schema != nil {
		parts = append(parts, Part{Name: "schema", Form: Whole, Tokens: b.count(string(b.schema.JSON))})
	}
	for _, m := range b.turns {
		parts = append(parts, Part{Name: "turn", Form: Whole, Tokens: messageTokens + b.count(m.Content)})
	}
	return append(parts, left...)
}
