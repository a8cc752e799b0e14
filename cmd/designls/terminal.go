package main

import (
	"cmp"
	"io"
	"os"
	"strings"

	"github.com/fatih/color"
	"golang.org/x/term"

	"github.com/designls/designls/cmd/designls/report"
)

// The width of text on a terminal: wider is hard to read.
const (
	leastWidth = 60
	mostWidth  = 110
)

// isTerminal says whether somebody sits at a stream.
func isTerminal(stream any) bool {
	f, isFile := stream.(*os.File)
	return isFile && term.IsTerminal(int(f.Fd()))
}

// textOptions says how to print text to w. Color is for terminals only, and for
// those who did not turn it off with NO_COLOR or TERM=dumb.
func textOptions(w io.Writer) report.Options {
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return report.Options{}
	}
	options := report.Options{Color: !color.NoColor}
	if columns, ok := terminalColumns(w); ok && columns > 0 {
		options.Width = min(max(columns, leastWidth), mostWidth)
	}
	return options
}

// terminalColumns is the width of the terminal that w is. Not ok means that it is
// none; 0 columns, that it does not tell.
func terminalColumns(w io.Writer) (columns int, ok bool) {
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0, true
	}
	return columns, true
}

// onlyASCII says whether the environment names an encoding without the characters
// that boxes are drawn with.
func onlyASCII() bool {
	locale := strings.ToLower(cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG")))
	return locale != "" && !strings.Contains(locale, "utf")
}
