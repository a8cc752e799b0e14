package reviewer

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
)

// atATime is how many portions a model is asked about.
const atATime = 4

// reading is what came of a portion.
type reading struct {
	found   []finding.Finding
	dropped Dropped
	usage   llm.Usage
	known   bool // nothing was sent
	err     error
	attempt *llm.Attempt // nil when nobody was asked
}

// read has the model read all portions, some at a time. When one of them comes to
// nothing no more are begun, and the replies to the others are kept, so that whoever
// tries again pays only for what is lacking.
func (r *Reviewer) read(ctx context.Context, s *survey, report func(Progress)) []reading {
	all := r.readings(ctx, s, report)
	defer raise(all)
	failed := slices.ContainsFunc(all, func(p reading) bool { return p.err != nil })
	for _, p := range all {
		switch {
		case p.attempt == nil:
		case p.err == nil && failed:
			p.attempt.Keep()
		default:
			p.attempt.End(OfUse(p.err))
		}
	}
	return all
}

func (r *Reviewer) readings(ctx context.Context, s *survey, report func(Progress)) []reading {
	if len(s.portions) == 1 {
		return []reading{r.readOne(ctx, s, s.portions[0], report)}
	}
	var (
		all    = make([]reading, len(s.portions))
		next   = make(chan int)
		tell   = counting(report, len(s.portions))
		failed atomic.Bool
		tasks  sync.WaitGroup
	)
	for range min(atATime, len(s.portions)) {
		tasks.Go(func() {
			for i := range next {
				all[i] = r.readBeside(ctx, s, s.portions[i])
				if all[i].err != nil {
					failed.Store(true)
				}
				tell()
			}
		})
	}
	for i := range s.portions {
		if failed.Load() {
			break
		}
		next <- i
	}
	close(next)
	tasks.Wait()
	return all
}

// panicked is a panic while a portion was read beside others, with its stack.
type panicked struct{ error }

// raise raises a panic again where whoever has asked for the review can contain it.
func raise(all []reading) {
	for _, p := range all {
		var bug panicked
		if errors.As(p.err, &bug) {
			panic(bug.Error())
		}
	}
}

func (r *Reviewer) readBeside(ctx context.Context, s *survey, p portion) (out reading) {
	defer func() {
		if value := recover(); value != nil {
			out.err = panicked{fmt.Errorf("%v\n%s", value, debug.Stack())}
		}
	}()
	return r.readOne(ctx, s, p, nil)
}

// counting tells how many portions have been read.
func counting(report func(Progress), all int) func() {
	if report == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := -1
	tell := func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		report(Progress{Doing: fmt.Sprintf("Reading the document in portions: %d of %d", done, all)})
	}
	tell()
	return tell
}

func (r *Reviewer) readOne(ctx context.Context, s *survey, p portion, report func(Progress)) (out reading) {
	if ctx.Err() != nil {
		return reading{err: ctx.Err()}
	}
	ctx, attempt := llm.Begin(ctx)
	defer func() {
		if out.attempt == nil { // of a panic, no reply is worth keeping
			attempt.End(false)
		}
	}()
	talk := r.talk(p.task, p.brief, report)
	var reply findingsReply
	if out.err = structured(ctx, talk, &reply); out.err != nil {
		out.usage, out.attempt = talk.usage, attempt
		return out
	}
	out.dropped.Malformed = reply.malformed
	out.found = s.check(reply, talk, &out.dropped)
	if r.o.SecondLook {
		out.found = talk.secondLook(ctx, out.found, &out.dropped)
	}
	out.usage, out.known, out.err, out.attempt = talk.usage, talk.known == talk.asked, ctx.Err(), attempt
	return out
}
