package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

const defaultWidth = 100

// palette is what is colored, and how.
type palette struct {
	place, dim, mark, label *color.Color
	severity                map[finding.Severity]*color.Color
}

func newPalette(on bool) palette {
	paint := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return palette{
		place: paint(color.Bold),
		dim:   paint(color.Faint),
		mark:  paint(color.FgRed, color.Bold),
		label: paint(color.FgCyan),
		severity: map[finding.Severity]*color.Color{
			finding.Error:       paint(color.FgRed, color.Bold),
			finding.Warning:     paint(color.FgYellow, color.Bold),
			finding.Information: paint(color.FgBlue, color.Bold),
			finding.Hint:        paint(color.FgGreen, color.Bold),
		},
	}
}

// textPrinter prints for people. Its methods ignore write errors: the buffered
// writer keeps the first one, and Flush returns it.
type textPrinter struct {
	palette
	w     *bufio.Writer
	width int
	said  map[string]bool // what was explained already in the document at hand
}

func writeText(w io.Writer, review Review, options Options) error {
	p := textPrinter{palette: newPalette(options.Color), w: bufio.NewWriter(w), width: options.Width}
	if p.width <= 0 {
		p.width = defaultWidth
	}
	for _, file := range review.Files {
		p.said = map[string]bool{}
		for _, f := range file.Findings {
			p.finding(file, f)
		}
	}
	p.decided(review.Files)
	fmt.Fprintln(p.w, summary(review))
	return p.w.Flush()
}

// finding prints one finding: the head in the form that editors parse, then the
// source, then why it matters and what can be done.
func (p textPrinter) finding(file File, f finding.Finding) {
	fmt.Fprintf(p.w, "%s: %s: %s %s\n", p.place.Sprint(place(file, f.Span)),
		p.severity[f.Severity].Sprint(f.Severity), printable(f.Message), p.dim.Sprintf("[%s]", f.Rule))
	p.source(file.Text, f.Span)
	p.once("why", f.Why)
	for i, option := range f.Options {
		if i == 0 {
			p.paragraph("do", option)
		} else {
			p.once("or", option)
		}
	}
	for _, r := range f.Related {
		p.paragraph("see", place(file, r.Span)+": "+r.Message)
	}
	fmt.Fprintln(p.w)
}

// place is where a span starts, as people count.
func place(file File, span text.Span) string {
	return file.Path + ":" + file.Text.OffsetPosition(span.Start, text.UTF32).String()
}

func (p textPrinter) source(m *text.Mapper, span text.Span) {
	number := strconv.Itoa(m.LineOf(span.Start) + 1)
	gutter := max(5, len(number)+1)
	e := cutExcerpt(m, span, p.width-gutter-3)
	blank, carets := e.underline()
	fmt.Fprintf(p.w, "%s %s%s%s\n", p.dim.Sprintf("%*s |", gutter, number), e.before, p.mark.Sprint(e.marked), e.after)
	fmt.Fprintf(p.w, "%s %s%s\n", p.dim.Sprintf("%*s |", gutter, ""), blank, p.mark.Sprint(carets))
}

// once prints a paragraph that the reader has not read above: the second finding
// of a kind needs its reason no more.
func (p textPrinter) once(label, body string) {
	if body != "" && !p.said[body] {
		p.said[body] = true
		p.paragraph(label, body)
	}
}

// paragraph prints a labelled text, indented below the source line.
func (p textPrinter) paragraph(label, body string) {
	const indent = 8
	for i, line := range wrap(body, p.width-indent) {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(p.w, "%s%s%s\n", p.label.Sprintf("%6s", label), strings.Repeat(" ", indent-6), line)
	}
}

// decided lists what would be a finding had nobody decided about it.
func (p textPrinter) decided(files []File) {
	printed := false
	for _, file := range files {
		for _, d := range file.Decided {
			if !printed {
				fmt.Fprintln(p.w, p.place.Sprint("Decided earlier"))
			}
			printed = true
			fmt.Fprintf(p.w, "  %s %s %s\n", place(file, d.Finding.Span), p.dim.Sprintf("[%s]", d.Finding.Rule), decision(d))
		}
	}
	if printed {
		fmt.Fprintln(p.w)
	}
}

func decision(d finding.Decided) string {
	said := strings.ReplaceAll(string(d.Entry.Decision), "-", " ")
	if d.Entry.By != "" {
		said += " by " + printable(d.Entry.By)
	}
	if d.Entry.Reason != "" {
		said += ": " + printable(d.Entry.Reason)
	}
	return said
}

// summary counts: "3 findings in 2 documents: 1 error, 2 warnings; 1 decided earlier".
func summary(review Review) string {
	counts := map[finding.Severity]int{}
	total, decided := 0, 0
	for _, file := range review.Files {
		total += len(file.Findings)
		decided += len(file.Decided)
		for _, f := range file.Findings {
			counts[f.Severity]++
		}
	}
	said := fmt.Sprintf("%s in %s", plural(total, "finding"), plural(len(review.Files), "document"))
	var parts []string
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Information, finding.Hint} {
		if n := counts[s]; n > 0 {
			parts = append(parts, plural(n, s.String()))
		}
	}
	if len(parts) > 0 {
		said += ": " + strings.Join(parts, ", ")
	}
	if decided > 0 {
		said += fmt.Sprintf("; %d decided earlier", decided)
	}
	return said
}

func plural(n int, noun string) string {
	if n != 1 && noun != finding.Information.String() {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
