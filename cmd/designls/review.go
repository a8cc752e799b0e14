package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/designls/designls/cmd/designls/report"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
)

// never is the value of --fail-on with which findings do not matter to the exit code.
const never = "never"

type reviewFlags struct {
	format string
	failOn string
	since  string
	engineFlags
}

func newReview(s streams) *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review [PATH...]",
		Short: "Review documents and print what was found",
		Long: `review prints findings about design documents. A folder is searched for design
documents, a file that is named is always reviewed, "-" stands for standard input;
without a PATH the current folder is searched.

It exits with 0 when there is nothing as grave as --fail-on, with 1 when there is, with 2
when something could not be reviewed, and with 130 when you stop it by Ctrl-C.`,
		Example: `  designls review
  designls review --fail-on warning docs/design/feed.md
  designls review --format github --since origin/main docs`,
		RunE: func(cmd *cobra.Command, args []string) error { return review(cmd.Context(), s, f, args) },
	}
	cmd.Flags().StringVar(&f.format, "format", string(report.Text), "print as `FORMAT`: "+strings.Join(report.Formats(), ", "))
	cmd.Flags().StringVar(&f.failOn, "fail-on", finding.Error.String(), "exit with 1 for findings of this `SEVERITY` or graver: "+strings.Join(failOnNames(), ", "))
	cmd.Flags().StringVar(&f.since, "since", "", "only findings on lines that changed since this git `REVISION`")
	f.engineFlags.add(cmd)
	return cmd
}

func failOnNames() []string {
	var names []string
	for _, name := range finding.SeverityNames() {
		if name != finding.Off.String() {
			names = append(names, name)
		}
	}
	return append(names, never)
}

func review(ctx context.Context, s streams, f reviewFlags, paths []string) error {
	least, err := f.check()
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	hurry()
	r := newReviewer(s, f.since)
	defer r.grammar.close()
	inputs := r.collect(ctx, paths)
	if f.model() {
		r.model, r.progress = newModelReviewer(s, f.yes, r.grammar.grammar, r.note), newProgress(s, len(inputs))
		r.model.aside = r.progress.aside
		defer r.model.close()
	}
	files := r.reviewAll(ctx, inputs)
	err = report.Write(s.out, report.Format(f.format), report.Review{
		Files: files, Rules: rules.Table(), ByModels: rules.ByModels(), Version: programVersion(),
	}, textOptions(s.out))
	r.conclude(ctx, len(inputs))
	switch {
	case err != nil:
		return fmt.Errorf("the review cannot be printed: %w", err)
	case r.failed():
		return exitError{code: exitFailure}
	case gravest(files).AtLeast(least) && f.failOn != never:
		return exitError{code: exitFindings}
	}
	return nil
}

// Garbage is collected when there is so much of it as of what is in use, in percent,
// and earlier when the program grows beyond so many bytes.
const (
	reviewGarbage = 250
	reviewMemory  = 320 << 20
)

// hurry has garbage collected less often: a review is over in seconds and gives all
// its memory back.
func hurry() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(reviewGarbage)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(reviewMemory)
	}
}

// check says what is wrong with the values of the flags before any work is done.
func (f reviewFlags) check() (least finding.Severity, err error) {
	if err := checkName("format", f.format, report.Formats()); err != nil {
		return 0, err
	}
	if err := checkName("severity", f.failOn, failOnNames()); err != nil {
		return 0, err
	}
	if err := f.engineFlags.check(); err != nil {
		return 0, err
	}
	if f.failOn == never {
		return finding.Error, nil
	}
	return finding.ParseSeverity(f.failOn)
}

func gravest(files []report.File) finding.Severity {
	worst := finding.Off
	for _, file := range files {
		for _, f := range file.Findings {
			worst = max(worst, f.Severity)
		}
	}
	return worst
}
