package main

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// What the program exits with.
const (
	exitClean    = 0 // done; review: nothing as grave as --fail-on
	exitFindings = 1 // review: something as grave as --fail-on
	exitFailure  = 2 // usage, unreadable input, internal failure

	exitSignal = 128 // and the number of the signal that the program was ended by: 130 for Ctrl-C
)

// exitError ends the program with a code. Its text is printed unless it is empty.
type exitError struct {
	code    int
	message string
}

func (e exitError) Error() string { return e.message }

// usageError says what is wrong with how the program was called.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

// conclude prints what went wrong, and returns the code for it. What a signal has kept
// from being done has failed because of the signal.
func conclude(ctx context.Context, stderr io.Writer, err error) int {
	code := concluded(stderr, err)
	var by interruption
	if code == exitFailure && errors.As(context.Cause(ctx), &by) {
		return by.exitCode()
	}
	return code
}

func concluded(stderr io.Writer, err error) int {
	if err == nil {
		return exitClean
	}
	if err.Error() != "" {
		complain(stderr, err)
	}
	var exit exitError
	if errors.As(err, &exit) {
		return exit.code
	}
	return exitFailure
}

// complain prints one failure as one line. There is nobody to tell when even
// that fails.
func complain(stderr io.Writer, err error) {
	_, _ = fmt.Fprintf(stderr, "designls: %v\n", err)
}
