package reviewer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// assumedContext is the window of a model that does not say how large it is:
// what most servers have that run a model locally.
const assumedContext = 16 << 10

// NewBrief decides what a model gets to read for a task, and writes the request.
// The same task gives the same brief. What does not fit is left out, the least
// valuable for its length first, and Parts says so.
//
// The error is an *llm.Error: LocalOnly for a document that must not leave the
// machine, ContextTooLong where not even the task fits.
func NewBrief(t Task, c Counter, w llm.Window) (Brief, error) {
	if LocalOnly(t.Doc) || t.Prompt.DoesRead(prompts.ReadBrief) && localBrief(t.Extra) {
		return Brief{}, &llm.Error{Kind: llm.LocalOnly}
	}
	b := newBuilder(t, c, w)
	task, err := b.instructions(b.data(true))
	if err != nil {
		return Brief{}, err
	}
	fixed := b.overhead(task)
	if room := b.limit - fixed; room < leastMaterial {
		return Brief{}, &llm.Error{Kind: llm.ContextTooLong, Detail: fmt.Sprintf("the task alone takes %d of its %d tokens", fixed, b.context)}
	}
	b.gather()
	b.fit(b.limit - fixed)
	return b.finish()
}

// leastMaterial is how many tokens of material a task needs to make sense.
const leastMaterial = 64

// builder makes one brief.
type builder struct {
	task     Task
	counter  Counter
	context  int // tokens of the window
	reserve  int // of them, for the reply
	limit    int // of the request
	vault    *Vault
	secrets  []text.Span // of the document
	code     string      // of the fence
	system   string
	focus    []*document.Section
	answers  []questions.Question
	kind     string // of system
	pieces   []*piece
	turns    []llm.Message
	schema   *llm.Schema
	stated   []knowledge.Known
	excluded map[*document.Block]bool

	drawn     *diagram.Graph // of the document, once it was asked for
	drawnOnce bool
}

func newBuilder(t Task, c Counter, w llm.Window) *builder {
	b := &builder{task: t, counter: c, context: w.Context}
	if b.context <= 0 {
		b.context = assumedContext
	}
	b.reserve = reserve(t.Prompt, b.context, w.Output)
	b.limit = b.context - b.reserve - b.context/50 // servers count a little otherwise than we do
	b.hideSecrets()
	b.code = fenceCode(b.everything())
	b.system = prompts.Persona()
	b.schema = schemaOf(t)
	b.answers = questions.Parse(t.Doc)
	b.excluded = b.excludedBlocks()
	b.focus = b.focusSections()
	b.turns = b.hiddenTurns()
	if t.Prompt.DoesRead(prompts.ReadSystem) {
		b.kind = systemOf(t.Doc).Name
	}
	return b
}

// replyTokens is how long the replies of each kind of result are, generously.
var replyTokens = map[string]int{
	prompts.Block: 4096, prompts.Findings: 3072, prompts.Graph: 4096, prompts.Edit: 4096, prompts.Turn: 2048,
}

// reserve is what of a window is kept for the reply.
func reserve(p prompts.Prompt, context, output int) int {
	tokens := replyTokens[p.Result]
	if len(p.Promises) > 15 {
		tokens *= 2 // a whole design
	}
	if output > 0 {
		tokens = min(tokens, output)
	}
	return min(tokens, context/3)
}

// LocalOnly says whether a document must not be sent to a model: its front
// matter says "local-only: true", by itself or in the group "designls". Front
// matter that cannot be read but speaks of it counts as saying so.
func LocalOnly(d *document.Document) bool {
	f := d.FrontMatter
	if f == nil {
		return false
	}
	group, _ := f.Value("designls").(map[string]any)
	for _, v := range []any{f.Value("local-only"), group["local-only"]} {
		switch v := v.(type) {
		case nil:
		case bool:
			return v
		default:
			return fmt.Sprint(v) != "no" // what is not understood is taken for the safe side
		}
	}
	return f.Err != nil && strings.Contains(f.Inner.Of(d.Text.Content()), "local-only")
}

// localBrief says whether one of the files beside the document is kept local.
func localBrief(extra []Extra) bool {
	return slices.ContainsFunc(extra, func(e Extra) bool { return LocalOnly(document.Parse(text.NewMapper(e.Text), nil)) })
}

// schemaOf is the schema of the reply, nil for prose. A conversation is prose
// until it is closed.
func schemaOf(t Task) *llm.Schema {
	if t.Prompt.Schema == "" || t.Prompt.Result == prompts.Turn && t.Options[prompts.OptionFinish] != "true" {
		return nil
	}
	data, ok := prompts.Schema(t.Prompt.Schema)
	if !ok {
		return nil
	}
	return &llm.Schema{Name: t.Prompt.Schema, JSON: data}
}

func systemOf(d *document.Document) knowledge.System {
	var prose strings.Builder
	for _, s := range d.Sections {
		prose.WriteString(s.Content.Prose)
	}
	words := strings.NewReplacer(string(rune(document.Break)), "\n", string(rune(document.Opaque)), " ").Replace(prose.String())
	system, ok := knowledge.RecognizeSystem(d.Title(), words)
	if !ok {
		return knowledge.System{}
	}
	return system
}

// data is what the body of the prompt is filled in with.
func (b *builder) data(partial bool) prompts.Data {
	t, o := b.task, b.task.Options
	d := prompts.Data{
		Mode: "full", Scope: b.scope(), System: b.kind, Delta: t.partly() && !t.Portion, Partial: partial,
		Earlier: t.Earlier != "", Brief: len(b.extra()) > 0,
		Change: b.vault.Hide(o[prompts.OptionChange]), Topic: b.vault.Hide(o[prompts.OptionTopic]), Problem: b.vault.Hide(o[prompts.OptionProblem]),
		Turn: len(t.Turns)/2 + 1, Finish: o[prompts.OptionFinish] == "true",
	}
	if o["mode"] == "short" {
		d.Mode = "short"
	}
	d.Minutes, _ = strconv.Atoi(o[prompts.OptionMinutes])
	for _, q := range b.answers {
		if q.Answered() {
			d.Answered++
		} else {
			d.Open++
		}
	}
	return d
}

// scope is what the task works on.
func (b *builder) scope() string {
	switch t := b.task; {
	case t.Selection.Len() > 0:
		return "selection"
	case t.Section != nil || len(t.Only) > 0:
		return "section"
	}
	return "document"
}
