// Package gguf writes tiny language models that real servers load, for tests:
// nothing is downloaded, and what a model says is known beforehand.
//
// The format is GGUF version 3, as llama.cpp documents it: a header, metadata,
// descriptions of tensors, and their data, aligned to 32 bytes.
package gguf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
)

// Types of metadata, as numbered by the format.
const (
	typeUint32  = 4
	typeInt32   = 5
	typeFloat32 = 6
	typeBool    = 7
	typeString  = 8
	typeArray   = 9
)

const alignment = 32

type pair struct {
	key   string
	value any // uint32, float32, bool, string, or a slice of int32, float32 or string
}

// tensor is a matrix of float32, or a vector.
type tensor struct {
	name string
	dims []uint64
	data []float32
}

// writer puts values after each other. Writing to a buffer cannot fail.
type writer struct{ bytes.Buffer }

func (w *writer) put(values ...any) {
	for _, v := range values {
		if s, ok := v.(string); ok {
			w.put(uint64(len(s)), []byte(s))
			continue
		}
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			panic(err) // a type that has no size: a mistake of this package
		}
	}
}

func (w *writer) align() {
	for w.Len()%alignment != 0 {
		w.WriteByte(0)
	}
}

func write(to io.Writer, meta []pair, tensors []tensor) error {
	var w writer
	w.put([]byte("GGUF"), uint32(3), uint64(len(tensors)), uint64(len(meta)))
	for _, p := range meta {
		w.put(p.key)
		if err := w.value(p.value); err != nil {
			return fmt.Errorf("gguf: %s: %w", p.key, err)
		}
	}
	offset := uint64(0)
	for _, t := range tensors {
		w.put(t.name, uint32(len(t.dims)), t.dims, uint32(0), offset) // 0: float32
		size := uint64(len(t.data)) * 4
		offset += (size + alignment - 1) / alignment * alignment
	}
	w.align()
	for _, t := range tensors {
		w.put(t.data)
		w.align()
	}
	_, err := w.WriteTo(to)
	return err
}

func (w *writer) value(v any) error {
	switch v := v.(type) {
	case uint32:
		w.put(uint32(typeUint32), v)
	case float32:
		w.put(uint32(typeFloat32), v)
	case bool:
		w.put(uint32(typeBool), v)
	case string:
		w.put(uint32(typeString), v)
	case []int32:
		w.put(uint32(typeArray), uint32(typeInt32), uint64(len(v)), v)
	case []float32:
		w.put(uint32(typeArray), uint32(typeFloat32), uint64(len(v)), v)
	case []string:
		w.put(uint32(typeArray), uint32(typeString), uint64(len(v)))
		for _, s := range v {
			w.put(s)
		}
	default:
		return fmt.Errorf("no type for %T", v)
	}
	return nil
}
