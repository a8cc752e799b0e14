package openai

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/llm"
)

// pipes are connections without a network, so that time can be that of a
// synctest bubble.
type pipes struct {
	ends chan net.Conn
	once sync.Once
}

func (p *pipes) Accept() (net.Conn, error) {
	if c, ok := <-p.ends; ok {
		return c, nil
	}
	return nil, net.ErrClosed
}
func (p *pipes) Close() error   { p.once.Do(func() { close(p.ends) }); return nil }
func (p *pipes) Addr() net.Addr { return &net.UnixAddr{Name: "pipe"} }

// inBubble runs a test against a server, in a bubble where no time passes.
func inBubble(t *testing.T, o Options, serve http.HandlerFunc, test func(t *testing.T, c *Client)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		p := &pipes{ends: make(chan net.Conn)}
		server := &http.Server{ReadHeaderTimeout: time.Hour, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body) // only then does a server see that the client is gone
			serve(w, r)
		})}
		var running sync.WaitGroup
		running.Go(func() { _ = server.Serve(p) }) // ends with ErrServerClosed
		o.BaseURL, o.Model, o.Key = "http://pipe/v1", "test-model", secret
		c, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		c.doer.client.Transport.(*http.Transport).DialContext = func(context.Context, string, string) (net.Conn, error) {
			client, end := net.Pipe()
			p.ends <- end
			return client, nil
		}
		test(t, c)
		c.Close()
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		running.Wait()
	})
}

// slowly waits before each event.
func slowly(wait time.Duration, events ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		for _, e := range events {
			select {
			case <-time.After(wait):
			case <-r.Context().Done():
				return
			}
			_, _ = w.Write([]byte(e))
			w.(http.Flusher).Flush()
		}
	}
}

func TestTimeouts(t *testing.T) {
	answer := []string{said("one "), said("two"), stopped, used, done}
	comments := strings.Split(strings.Repeat(": waiting\n\n|", 20), "|")
	timeouts := Timeouts{FirstByte: 5 * time.Minute, Idle: time.Minute, Total: 10 * time.Minute}
	for _, test := range []struct {
		name  string
		serve http.HandlerFunc
		want  string // "" for a reply
		after time.Duration
	}{
		{"a model that thinks for long", inSteps(4*time.Minute, 50*time.Second, answer...), "", 7*time.Minute + 20*time.Second},
		{"silence before the first byte", slowly(6*time.Minute, answer...), "it was silent for 5m0s", 5 * time.Minute},
		{"silence after it", inSteps(0, 2*time.Minute, answer...), "it was silent for 1m0s", time.Minute},
		{"comments keep it alive", slowly(20*time.Second, append(comments, answer...)...), "", 8*time.Minute + 40*time.Second},
		{"but not for ever", slowly(4*time.Minute, comments...), "it has been at it for 10m0s", 10 * time.Minute},
	} {
		t.Run(test.name, func(t *testing.T) {
			inBubble(t, Options{Timeout: timeouts}, test.serve, func(t *testing.T, c *Client) {
				started := time.Now()
				_, err := c.Complete(t.Context(), question(), nil)
				if took := time.Since(started); took != test.after {
					t.Errorf("took %s, want %s", took, test.after)
				}
				if test.want == "" && err == nil {
					return
				}
				if llm.KindOf(err) != llm.Timeout || !strings.Contains(err.Error(), test.want) {
					t.Fatalf("got %v, want %q", err, test.want)
				}
				checkSentence(t, err)
			})
		})
	}
}

// inSteps waits once, and then between events.
func inSteps(first, between time.Duration, events ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		slowly(first, events[0])(w, r)
		slowly(between, events[1:]...)(w, r)
	}
}

func TestCancelIsSeenAtTheServerAtOnce(t *testing.T) {
	for _, when := range []time.Duration{time.Second, 90 * time.Second} { // before and after the first words
		seen := make(chan time.Time, 1)
		serve := func(w http.ResponseWriter, r *http.Request) {
			inSteps(30*time.Second, 0, said("one"), said(" two"))(w, r)
			<-r.Context().Done()
			seen <- time.Now()
		}
		inBubble(t, Options{Timeout: Timeouts{Idle: time.Hour}}, serve, func(t *testing.T, c *Client) {
			seen = make(chan time.Time, 1)
			ctx, cancel := context.WithCancel(t.Context())
			var cancelled time.Time
			time.AfterFunc(when, func() { cancelled = time.Now(); cancel() })
			_, err := c.Complete(ctx, question(), nil)
			if !errors.Is(err, context.Canceled) || llm.KindOf(err) != "" {
				t.Errorf("got %v", err)
			}
			if returned := time.Since(cancelled); returned != 0 {
				t.Errorf("returned after %s", returned)
			}
			if late := (<-seen).Sub(cancelled); late != 0 {
				t.Errorf("seen at the server after %s", late)
			}
		})
	}
}

func TestDeadlineOfTheCallerIsATimeout(t *testing.T) {
	inBubble(t, Options{}, slowly(time.Hour, done), func(t *testing.T, c *Client) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := c.Complete(ctx, question(), nil)
		if llm.KindOf(err) != llm.Timeout {
			t.Errorf("got %v", err)
		}
	})
}

func TestNothingIsWrittenAfterTheReturn(t *testing.T) {
	inBubble(t, Options{}, slowly(time.Second, said("one"), said("two"), said("three")), func(t *testing.T, c *Client) {
		ctx, cancel := context.WithCancel(t.Context())
		returned := false
		_, err := c.Complete(ctx, question(), func(string) {
			if returned {
				t.Error("written after the return")
			}
			cancel()
		})
		returned = true
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		time.Sleep(time.Minute)
	})
}
