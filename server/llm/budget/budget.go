// Package budget counts the tokens that are paid for, for each run and for each
// workspace and month, and stops when a month's are used up.
package budget

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/designls/designls/server/llm"
)

// Options say what is counted where.
type Options struct {
	Dir       string // where usage is kept, see DefaultDir; made when it is needed
	Workspace string // its root: each has a count of its own
	Monthly   int    // tokens of a calendar month; 0 is no budget

	// Warn is told once a month and process that four fifths are used.
	Warn func(Warning)

	// Note is told, once, that usage cannot be written down. The work goes on.
	Note func(error)

	Count func(text string) int // of tokens; nil: a rough estimate
}

// Warning is how much of a budget is used.
type Warning struct{ Used, Monthly int }

func (w Warning) String() string {
	return fmt.Sprintf("%d of the %d tokens that this workspace may use this month are used", w.Used, w.Monthly)
}

// Book is the account of one workspace. It is safe for concurrent use, also by
// several processes.
type Book struct {
	options Options

	mu       sync.Mutex
	month    account
	reserved int    // by requests that are running
	warned   string // the month
	noted    bool
}

// Open returns the account of a workspace. Nothing is read or written yet.
func Open(o Options) *Book {
	if o.Count == nil {
		o.Count = func(text string) int { return (len(text) + 3) / 4 }
	}
	return &Book{options: o}
}

// Month returns what was used this month, by all processes.
func (b *Book) Month() (llm.Usage, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.account(time.Now()).read()
}

// Run returns a model whose usage is counted, by itself and in the book.
func (b *Book) Run(m llm.Model) *Run { return &Run{Model: m, book: b} }

// Run is a model with a meter: one run of the reviewer.
type Run struct {
	llm.Model
	book *Book

	mu    sync.Mutex
	spent llm.Usage
}

// Spent is what was used so far by this run.
func (r *Run) Spent() llm.Usage {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.spent
}

// Complete implements llm.Model. It fails with the kind Budget, without sending
// anything, when the request does not fit into what is left.
func (r *Run) Complete(ctx context.Context, q llm.Request, write func(chunk string)) (llm.Reply, error) {
	held, err := r.book.reserve(r.Model, q)
	if err != nil {
		return llm.Reply{}, err
	}
	reply, err := r.Model.Complete(ctx, q, write)
	paid := reply.Usage
	if reply.Cached {
		paid = llm.Usage{}
	}
	r.mu.Lock()
	r.spent = r.spent.Add(paid)
	r.mu.Unlock()
	r.book.settle(r.Model, held, paid)
	return reply, err
}

// reserve sets aside what a request will take at least, so that requests that
// run at the same time do not use the same tokens.
func (b *Book) reserve(m llm.Model, q llm.Request) (int, error) {
	if b.options.Monthly <= 0 {
		return 0, nil
	}
	tokens := b.options.Count(q.System)
	for _, message := range q.Messages {
		tokens += b.options.Count(message.Content)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	used, err := b.used(time.Now())
	if err != nil {
		return 0, refused(m, "what was used this month cannot be read", err)
	}
	b.warn(used)
	if used+b.reserved+tokens > b.options.Monthly {
		return 0, refused(m, fmt.Sprintf("%d of %d tokens of this month are used, and this takes about %d more",
			used+b.reserved, b.options.Monthly, tokens), nil)
	}
	b.reserved += tokens
	return tokens, nil
}

func refused(m llm.Model, detail string, cause error) error {
	return &llm.Error{Kind: llm.Budget, Host: m.Host(), Model: m.Name(), Detail: detail, Err: cause}
}

// settle writes down what a request has taken.
func (b *Book) settle(m llm.Model, held int, paid llm.Usage) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.reserved -= held
	if paid.Total() == 0 {
		return
	}
	now := time.Now()
	if err := b.account(now).write(entry{At: now.UTC(), Host: m.Host(), Model: m.Name(), Usage: paid}); err != nil {
		b.note(err)
		return
	}
	if used, err := b.used(now); err == nil {
		b.warn(used)
	}
}

// used is how many tokens count against the budget.
func (b *Book) used(now time.Time) (int, error) {
	used, err := b.account(now).read()
	return used.Total(), err
}

// account is the one of the month, of which the next begins by itself.
func (b *Book) account(now time.Time) *account {
	if name := fileName(b.options, now); b.month.path != name {
		b.month = account{path: name}
	}
	return &b.month
}

func (b *Book) warn(used int) {
	limit := b.options.Monthly
	if limit <= 0 || used < limit-limit/5 || b.warned == b.month.path {
		return
	}
	b.warned = b.month.path
	if b.options.Warn != nil {
		b.options.Warn(Warning{used, limit})
	}
}

func (b *Book) note(err error) {
	if !b.noted && b.options.Note != nil {
		b.options.Note(fmt.Errorf("the tokens that were used cannot be written down, so they are missing in this month's count: %w", err))
	}
	b.noted = true
}
