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
	"runtime/debug"
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

// Embedded is the bundle that was built into the program, or fs.ErrNotExist: bytecode, or
// the script where the bytecode is that of another engine, and on the few machines with
// another byte order.
func Embedded() ([]byte, error) {
	if littleEndian {
		if code, err := folder.ReadFile(compiledFile); err == nil && isOf(code, EngineVersion()) {
			return code, nil
		}
	}
	return folder.ReadFile(scriptFile)
}

// Script is a bundle that comes from outside of the program. It has to be a script: the
// engine trusts bytecode, and may crash with what another engine has made.
func Script(outside Bundle) Bundle {
	return func() ([]byte, error) {
		data, err := outside()
		if err == nil {
			data, err = unpacked(data)
		}
		if err == nil && isBytecode(data) {
			return nil, errBytecode
		}
		return data, err
	}
}

var errBytecode = errors.New("it is no script; name the file mermaid.js.gz that make grammar builds")

const engineModule = "modernc.org/libquickjs"

// EngineVersion is the version of the script engine in this program, and empty in the
// binaries of go test, which do not know.
func EngineVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, module := range info.Deps {
		if module.Path == engineModule && module.Replace != nil {
			return module.Replace.Version
		} else if module.Path == engineModule {
			return module.Version
		}
	}
	return ""
}

// isOf says whether compressed bytecode was made by a version of the engine, which its
// header tells. The empty version takes any.
func isOf(code []byte, engine string) bool {
	r, err := gzip.NewReader(bytes.NewReader(code))
	return err == nil && (engine == "" || r.Comment == engine)
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
	if err == nil {
		data, err = unpacked(data)
	}
	if err != nil {
		return nil, fmt.Errorf("mermaid's grammar cannot be read, so diagrams get only a small check of their own: %w", err)
	}
	return data, nil
}

func unpacked(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return data, nil
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// isBytecode tells bytecode from a script: it begins with a byte that no text has.
func isBytecode(bundle []byte) bool { return len(bundle) > 0 && bundle[0] < '\t' }
