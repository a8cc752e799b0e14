package main

import (
	"fmt"
	"io"
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// newLogger logs to a file, or to stderr when no file is named; never to stdout,
// which belongs to the protocol.
func newLogger(stderr io.Writer, file, level string) (*zap.Logger, error) {
	var least zapcore.Level
	if err := least.UnmarshalText([]byte(level)); err != nil || least > zapcore.ErrorLevel {
		return nil, usageError{unknown("log level", level, []string{"debug", "info", "warn", "error"})}
	}
	sink := zapcore.AddSync(stderr)
	if file != "" {
		// A log names files of the user's, so it is the user's alone.
		f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, fmt.Errorf("cannot write the log: %w; name another --log-file", err)
		}
		sink = f
	}
	config := zap.NewProductionEncoderConfig()
	config.EncodeTime = zapcore.ISO8601TimeEncoder
	core := zapcore.NewCore(zapcore.NewConsoleEncoder(config), zapcore.Lock(sink), least)
	return zap.New(core), nil
}
