package main

import (
	"fmt"
	"strings"
	"sync"

	"github.com/rivo/uniseg"
)

// progress counts the documents that are done in the last line of a terminal. Nil, and
// elsewhere than on a terminal, it shows nothing.
type progress struct {
	mu        sync.Mutex
	done, all int
	to        streams
	columns   int  // 0: no terminal
	shown     bool // a bar stands in the last line
}

const (
	barWidth     = 24
	usualColumns = 80
	clearLine    = "\r\x1b[2K"
)

func newProgress(s streams, all int) *progress {
	p := &progress{all: all, to: s}
	if columns, ok := terminalColumns(s.err); ok {
		if p.columns = columns; columns <= 0 {
			p.columns = usualColumns
		}
	}
	return p
}

// step counts a document that is done.
func (p *progress) step(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.columns == 0 {
		return
	}
	p.print(clearLine + p.line(name))
	if p.shown = p.done < p.all; !p.shown {
		p.print("\n")
	}
}

// aside has something printed where the bar stands.
func (p *progress) aside(print func()) {
	if p == nil {
		print()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		p.print(clearLine)
		p.shown = false
	}
	print()
}

// print shows progress. That it cannot be shown does not matter.
func (p *progress) print(s string) { _, _ = fmt.Fprint(p.to.err, s) }

// line is the bar, no wider than the terminal: what wraps is not cleared.
func (p *progress) line(name string) string {
	full := barWidth * p.done / p.all
	line := fmt.Sprintf("[%s%s] %d of %d reviewed: ", strings.Repeat("#", full), strings.Repeat(" ", barWidth-full), p.done, p.all)
	return line + tailOf(name, p.columns-1-len(line))
}

// tailOf is a text, or as much of its end as is so wide.
func tailOf(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return s
	}
	var parts []string
	for g := uniseg.NewGraphemes(s); g.Next(); {
		parts = append(parts, g.Str())
	}
	for len(parts) > 0 && uniseg.StringWidth(strings.Join(parts, "")) > width-3 {
		parts = parts[1:]
	}
	if len(parts) == 0 {
		return ""
	}
	return "..." + strings.Join(parts, "")
}
