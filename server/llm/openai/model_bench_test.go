package openai

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/llm"
)

// BenchmarkModelFirstByte measures what this client adds to the time until the
// first byte of a reply, against a bare client with the same request, in turn.
// The request has the size of a document of 64 KB.
func BenchmarkModelFirstByte(b *testing.B) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		good("hello")(w, r)
	}))
	defer server.Close()
	c, err := New(Options{BaseURL: server.URL, Key: secret, Model: "m"})
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	r := llm.Request{Messages: []llm.Message{{Role: llm.User, Content: strings.Repeat("text of a document ", 64<<10/19)}}}
	body := []byte(`{"model":"m","stream":true,"messages":[{"role":"user","content":"` + r.Messages[0].Content + `"}]}`)
	var ours, bare []time.Duration
	for b.Loop() {
		started := time.Now()
		var first time.Time
		if _, err := c.Complete(b.Context(), r, func(string) { first = time.Now() }); err != nil {
			b.Fatal(err)
		}
		ours = append(ours, first.Sub(started))
		started = time.Now()
		bare = append(bare, bareFirstByte(b, server.URL, body).Sub(started))
	}
	b.ReportMetric(median(ours).Seconds()*1000, "ms-ours")
	b.ReportMetric(median(bare).Seconds()*1000, "ms-bare")
	b.ReportMetric((median(ours)-median(bare)).Seconds()*1000, "ms-added")
}

func bareFirstByte(b *testing.B, url string, body []byte) time.Time {
	resp, err := http.Post(url+"/chat/completions", "application/json", bytes.NewReader(body)) //nolint:noctx // the barest there is
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	if _, err := io.ReadFull(resp.Body, make([]byte, 1)); err != nil {
		b.Fatal(err)
	}
	at := time.Now()
	_, _ = io.Copy(io.Discard, resp.Body)
	return at
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// BenchmarkModelCancel measures how long a real server goes on after a cancel.
func BenchmarkModelCancel(b *testing.B) {
	var all []time.Duration
	s := startReal(b, looping)
	c, err := New(Options{BaseURL: s.url, Key: secret, Model: "tiny"})
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	for b.Loop() {
		all = append(all, cancelReal(b, s, c))
		s.forget()
	}
	b.ReportMetric(median(all).Seconds()*1000, "ms-p50")
	b.ReportMetric(all[len(all)*99/100].Seconds()*1000, "ms-p99")
}

// BenchmarkModelMemory measures what is held while 1 MB of text streams in.
func BenchmarkModelMemory(b *testing.B) {
	events := strings.Repeat(said(strings.Repeat("x", 64)), 1<<20/64) + stopped + used + done
	server := httptest.NewServer(stream(events))
	defer server.Close()
	c, err := New(Options{BaseURL: server.URL, Key: secret, Model: "m"})
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	b.ReportAllocs()
	var most uint64
	for b.Loop() {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		before, pieces := m.HeapAlloc, 0
		reply, err := c.Complete(b.Context(), question(), func(string) {
			if pieces++; pieces%1024 == 0 {
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc-min(before, m.HeapAlloc))
			}
		})
		if err != nil || len(reply.Text) != 1<<20 {
			b.Fatal(len(reply.Text), err)
		}
	}
	b.ReportMetric(float64(most)/(1<<20), "MB-held")
}
