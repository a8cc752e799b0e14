// Package mermaidtest asks real mermaid, in headless Chromium, what it makes of
// a diagram. Only tests use it.
//
// The page comes from a small server of the test's own, asks it for diagrams and
// posts back what happened; nothing but Chromium and mermaid is needed.
package mermaidtest

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"time"
)

//go:embed page.html page.js measure.js
var page embed.FS

// Outcome is what mermaid made of one diagram.
type Outcome struct {
	Kind        string // mermaid's own name
	ParseError  string // "" when it parses
	RenderError string // "" when it was drawn, or was not asked to be
	SVG         string // "" unless it was asked to be drawn
	Width       int    // of the drawing, in pixels
	Height      int
	Boxes       []Box
	Overlaps    []string // texts that lie on other texts or on boxes that are not theirs
	Crossed     []string // arrows through boxes that they do not join
	Struck      []string // arrows through texts
	Dim         []string // texts whose contrast to what is behind them is below 4.5
}

// Box is where a box of a drawing is, in pixels from its upper left corner.
type Box struct {
	ID                  string
	X, Y, Width, Height float64
}

// Browser is a running Chromium. Close ends it.
type Browser struct {
	mu     sync.Mutex // one diagram at a time
	asked  chan job
	told   chan Outcome
	server *http.Server
	chrome *exec.Cmd
	folder string
}

// Look is how a host shows diagrams: a theme of mermaid's, and the page behind it.
type Look struct {
	Name  string
	Theme string
	Page  string // its color
	Light bool   // texts of the page are light
	Wide  int    // of the screen, in pixels; 0 for that of a laptop
}

// Looks are those of the hosts that most diagrams are seen on. A tablet's screen is also
// what Chromium has without a window, with which programs make pictures of diagrams.
var Looks = []Look{
	{Name: "GitHub light", Theme: "default", Page: "#ffffff"},
	{Name: "GitHub dark", Theme: "dark", Page: "#0d1117", Light: true},
	{Name: "GitLab light", Theme: "neutral", Page: "#ffffff"},
	{Name: "GitLab dark", Theme: "dark", Page: "#18171d", Light: true},
	{Name: "VS Code light", Theme: "default", Page: "#f8f8f8"},
	{Name: "VS Code dark", Theme: "dark", Page: "#1f1f1f", Light: true},
	Narrow,
}

// Narrow is a screen on which C4 diagrams find room for the fewest boxes in a row.
var Narrow = Look{Name: "GitHub on a tablet", Theme: "default", Page: "#ffffff", Wide: 800}

type job struct {
	Source string
	Draw   bool
	Look
}

// Start opens the browser on a page with mermaid, the distributed script of the
// npm package.
func Start(ctx context.Context, chromium string, mermaid []byte) (*Browser, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "mermaidtest")
	if err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	b := &Browser{asked: make(chan job), told: make(chan Outcome), folder: folder}
	b.server = &http.Server{Handler: b.routes(mermaid), ReadHeaderTimeout: time.Minute}
	go b.server.Serve(listener) // ends with Close
	b.chrome = exec.CommandContext(ctx, chromium, flags(folder, screen, "http://"+listener.Addr().String()+"/")...)
	b.chrome.WaitDelay = 5 * time.Second
	if err := b.chrome.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("chromium does not start: %w", err), b.server.Close(), os.RemoveAll(folder))
	}
	return b, nil
}

// screen is that of a laptop: C4 diagrams are laid out by the width of the screen, not of the page.
const screen = "--screen-info={1440x900}"

func flags(folder, size, address string) []string {
	return []string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=" + folder, size, address,
	}
}

// Parse asks only whether a diagram parses.
func (b *Browser) Parse(ctx context.Context, source string) (Outcome, error) {
	return b.ask(ctx, job{Source: source})
}

// Draw asks for its drawing, too, as it looks on a white page.
func (b *Browser) Draw(ctx context.Context, source string) (Outcome, error) {
	return b.DrawOn(ctx, source, Looks[0])
}

// DrawOn asks for its drawing as a host shows it.
func (b *Browser) DrawOn(ctx context.Context, source string, look Look) (Outcome, error) {
	return b.ask(ctx, job{Source: source, Draw: true, Look: look})
}

// ask hands a diagram to the page and waits for what it says. After an error the
// browser can only be closed: the page may be busy without end.
func (b *Browser) ask(ctx context.Context, j job) (Outcome, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	select {
	case b.asked <- j:
	case <-ctx.Done():
		return Outcome{}, fmt.Errorf("the page with mermaid did not ask for a diagram: %w", ctx.Err())
	}
	select {
	case o := <-b.told:
		return o, nil
	case <-ctx.Done():
		return Outcome{}, fmt.Errorf("mermaid did not come to an end with %q: %w", j.Source, ctx.Err())
	}
}

// Close ends Chromium and removes its files.
func (b *Browser) Close() error {
	err := b.server.Close()
	b.chrome.Process.Kill() // it fails only when it has ended already
	b.chrome.Wait()         // with "killed"
	return errors.Join(err, b.clear())
}

// clear removes the browser's files, which its dying helpers may still be writing.
func (b *Browser) clear() (err error) {
	for range 100 {
		if err = os.RemoveAll(b.folder); err == nil {
			return nil
		}
		runtime.Gosched()
	}
	return err
}

func (b *Browser) routes(mermaid []byte) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, page, "page.html") })
	mux.Handle("GET /", http.FileServerFS(page))
	mux.HandleFunc("GET /mermaid.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(mermaid)
	})
	mux.HandleFunc("GET /next", func(w http.ResponseWriter, r *http.Request) {
		select {
		case j := <-b.asked:
			json.NewEncoder(w).Encode(j)
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("POST /outcome", func(w http.ResponseWriter, r *http.Request) {
		var o Outcome
		if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		select {
		case b.told <- o:
		case <-r.Context().Done():
		}
	})
	return mux
}
