package mermaid

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Bundle reads a grammar: the script that scripts/grammar builds, or the bytecode that it
// makes of it, compressed or not. An error that is fs.ErrNotExist means that there is none.
type Bundle func() ([]byte, error)

// The folder holds more than the bundle, so that a program builds without it.
//
//go:embed grammar
var folder embed.FS

const (
	scriptFile   = "grammar/mermaid.js.gz"
	compiledFile = "grammar/mermaid.qjs.gz"
)

// Embedded is the bundle that was built into the program, or ErrNoGrammar: bytecode, or the
// script on the few machines with another byte order.
func Embedded() ([]byte, error) {
	if littleEndian {
		if code, err := folder.ReadFile(compiledFile); err == nil {
			return code, nil
		}
	}
	return folder.ReadFile(scriptFile)
}

var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// HasEmbedded reports whether a bundle was built into the program.
func HasEmbedded() bool {
	_, err := fs.Stat(folder, scriptFile)
	return err == nil
}

// read returns the bundle unpacked.
func (b Bundle) read() ([]byte, error) {
	data, err := b()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoGrammar
	}
	if err == nil && bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		data, err = unpack(data)
	}
	if err != nil {
		return nil, fmt.Errorf("mermaid's grammar cannot be read, so diagrams get only a small check of their own: %w", err)
	}
	return data, nil
}

func unpack(data []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// isBytecode tells bytecode from a script: it begins with a byte that no text has.
func isBytecode(bundle []byte) bool { return len(bundle) > 0 && bundle[0] < '\t' }
