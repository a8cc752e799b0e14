package openai

import (
	"context"
	"fmt"
	"time"
)

// watchdog ends a request that has been silent for too long, or lasts too long.
type watchdog struct {
	timeouts Timeouts
	cancel   context.CancelCauseFunc
	allowed  time.Duration // of silence
	silence  *time.Timer
	total    *time.Timer
}

// overdue is why a watchdog ended a request.
type overdue struct {
	after time.Duration
	what  string
}

func (o overdue) Error() string { return fmt.Sprintf("%s for %s", o.what, o.after) }

// watch returns a context that the watchdog ends. The caller stops the watchdog.
func watch(ctx context.Context, t Timeouts) (context.Context, *watchdog) {
	ctx, cancel := context.WithCancelCause(ctx)
	w := &watchdog{timeouts: t, cancel: cancel, allowed: t.FirstByte}
	w.silence = time.AfterFunc(t.FirstByte, func() { cancel(overdue{w.allowed, "it was silent"}) })
	w.total = time.AfterFunc(t.Total, func() { cancel(overdue{t.Total, "it has been at it"}) })
	return withWatchdog(ctx, w), w
}

// alive says that something has come.
func (w *watchdog) alive() {
	if w != nil && w.silence.Stop() {
		w.silence.Reset(w.allowed)
	}
}

// speaking says that words have come: from here on a pause means more.
func (w *watchdog) speaking() {
	if w.allowed != w.timeouts.Idle {
		w.allow(w.timeouts.Idle)
	}
}

// allow sets how long a silence may last from here on.
func (w *watchdog) allow(d time.Duration) {
	if w.silence.Stop() {
		w.allowed = d
		w.silence.Reset(d)
	}
}

func (w *watchdog) stop() {
	w.silence.Stop()
	w.total.Stop()
	w.cancel(nil)
}

type watchdogKey struct{}

func withWatchdog(ctx context.Context, w *watchdog) context.Context {
	return context.WithValue(ctx, watchdogKey{}, w)
}

// watchdogOf returns what watches over a request; nil when nothing does.
func watchdogOf(ctx context.Context) *watchdog {
	w, _ := ctx.Value(watchdogKey{}).(*watchdog)
	return w
}
