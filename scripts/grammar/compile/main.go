// Command compile turns the script of mermaid's parsers into the bytecode of the script
// engine, which loads ten times faster:
//
//	go run ./scripts/grammar/compile mermaid.js.gz mermaid.qjs.gz
//
// The bytecode is that of the version of modernc.org/libquickjs in go.mod. It is the same
// on all platforms that have the byte order of this one.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/libquickjs"

	"github.com/designls/designls/server/diagram/mermaid"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: compile SCRIPT.js.gz BYTECODE.qjs.gz")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "the diagram grammar was not compiled:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	script, err := read(from)
	if err != nil {
		return err
	}
	code, err := compile(script)
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err == nil {
		w.Comment = mermaid.EngineVersion() // by which the program knows whether it may load this
		_, err = w.Write(code)
	}
	if err := errors.Join(err, w.Close()); err != nil {
		return err
	}
	return os.WriteFile(to, packed.Bytes(), 0o644)
}

func read(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	script, err := io.ReadAll(r)
	return string(script), err
}

// compile leaves out the source and where in it things are: nobody debugs mermaid here,
// and with them the bytecode is four times as large.
func compile(script string) ([]byte, error) {
	tls := libc.NewTLS()
	defer tls.Close()
	engine := lib.XJS_NewRuntime(tls)
	lib.XJS_SetStripInfo(tls, engine, lib.MJS_STRIP_DEBUG|lib.MJS_STRIP_SOURCE)
	lib.XJS_SetMaxStackSize(tls, engine, 0) // no limit: mermaid's code is nested deeply
	context := lib.XJS_NewContext(tls, engine)
	// The value of the script is of no use, and might not be convertible.
	text, err := libc.CString(script + "\n;0")
	if err != nil {
		return nil, err
	}
	name, err := libc.CString("mermaid.js")
	if err != nil {
		return nil, err
	}
	code := lib.XJS_Eval(tls, context, text, lib.Tsize_t(len(script)+len("\n;0")), name, lib.MJS_EVAL_TYPE_GLOBAL|lib.MJS_EVAL_FLAG_COMPILE_ONLY)
	if lib.XJS_HasException(tls, context) != 0 {
		return nil, errors.New("the script engine cannot read the script")
	}
	size := int(unsafe.Sizeof(lib.Tsize_t(0)))
	length := tls.Alloc(size)
	bytecode := lib.XJS_WriteObject(tls, context, length, code, lib.MJS_WRITE_OBJ_BYTECODE)
	if bytecode == 0 {
		return nil, errors.New("the script engine cannot write its bytecode")
	}
	n := binary.NativeEndian.Uint64(append(libc.GoBytes(length, size), make([]byte, 8)...))
	return libc.GoBytes(bytecode, int(n)), nil // the process ends, and frees the rest
}
