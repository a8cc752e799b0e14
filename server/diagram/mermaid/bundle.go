package mermaid

import (
	"bytes"
	"compress/gzip"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Bundle reads a grammar: the script that scripts/grammar builds, compressed or
// not. An error that is fs.ErrNotExist means that there is none.
type Bundle func() ([]byte, error)

// The folder holds more than the bundle, so that a program builds without it.
//
//go:embed grammar
var folder embed.FS

// Embedded is the bundle that was built into the program, or ErrNoGrammar.
func Embedded() ([]byte, error) {
	return folder.ReadFile("grammar/mermaid.js.gz")
}

// HasEmbedded reports whether a bundle was built into the program.
func HasEmbedded() bool {
	_, err := fs.Stat(folder, "grammar/mermaid.js.gz")
	return err == nil
}

// script is the bundle's text, unpacked.
func (b Bundle) script() (string, error) {
	data, err := b()
	if errors.Is(err, fs.ErrNotExist) {
		return "", ErrNoGrammar
	}
	if err == nil && bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		data, err = unpack(data)
	}
	if err != nil {
		return "", fmt.Errorf("mermaid's grammar cannot be read, so diagrams get only a small check of their own: %w", err)
	}
	return string(data), nil
}

func unpack(data []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
