package main

import (
	"io"
	"os"

	"github.com/fatih/color"
	"golang.org/x/term"

	"github.com/designls/designls/cmd/designls/report"
)

// The width of text on a terminal: wider is hard to read.
const (
	leastWidth = 60
	mostWidth  = 110
)

// textOptions says how to print text to w. Color is for terminals only, and for
// those who did not turn it off with NO_COLOR or TERM=dumb.
func textOptions(w io.Writer) report.Options {
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return report.Options{}
	}
	options := report.Options{Color: !color.NoColor}
	if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
		options.Width = min(max(columns, leastWidth), mostWidth)
	}
	return options
}
