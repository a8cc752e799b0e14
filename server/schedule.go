package server

import (
	"context"
	"sync"
)

// schedule runs jobs in the background, of those with one name one at a time. A
// job that is asked for while it runs is run once more afterwards: so the newest
// state is always worked on, what lies in between may be left out, and results
// come in order.
type schedule struct {
	mu   sync.Mutex
	jobs map[string]*job
}

type job struct{ again bool }

// superseded is what a job asks to find out whether it will be run again, and so
// may leave its result out.
type superseded func() bool

// do has a job run soon. It does not wait. The place is what the user is told of
// when the job panics.
func (s *session) do(name, place string, work func(context.Context, superseded)) {
	q := &s.schedule
	q.mu.Lock()
	defer q.mu.Unlock()
	if j := q.jobs[name]; j != nil {
		j.again = true
		return
	}
	if q.jobs == nil {
		q.jobs = map[string]*job{}
	}
	j := &job{}
	q.jobs[name] = j
	s.background(place, func(ctx context.Context) {
		for q.next(name, j) {
			// One that panics has been logged, and may do better on the next text.
			_ = s.contain(place, func() { work(ctx, func() bool { return q.asked(j) || ctx.Err() != nil }) })
		}
	})
	j.again = true
}

// next takes the order to run a job, or forgets the job when there is none.
func (q *schedule) next(name string, j *job) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !j.again {
		delete(q.jobs, name)
		return false
	}
	j.again = false
	return true
}

func (q *schedule) asked(j *job) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return j.again
}
