package text

import (
	"fmt"
	"slices"
	"strings"
)

// Mapper converts between the bytes of one text and positions in it. It never
// changes; Apply returns another one. The zero Mapper is not valid.
type Mapper struct {
	content string
	starts  []int // offset of the first byte of each line, beginning with 0
	ascii   bool  // every byte is known to be one character
}

// NewMapper makes the mapper of a text.
func NewMapper(content string) *Mapper {
	starts := make([]int, 1, strings.Count(content, "\n")+1)
	starts = appendLineStarts(starts, content, 0, len(content))
	return &Mapper{content: content, starts: starts, ascii: isASCII(content)}
}

// appendLineStarts appends the starts of the lines whose ending (its last byte)
// lies in content[from:to].
func appendLineStarts(starts []int, content string, from, to int) []int {
	for from < to {
		length := strings.IndexByte(content[from:to], '\n')
		if length < 0 {
			return appendLoneReturns(starts, content, from, to)
		}
		starts = appendLoneReturns(starts, content, from, from+length)
		from += length + 1
		starts = append(starts, from)
	}
	return starts
}

func appendLoneReturns(starts []int, content string, from, to int) []int {
	for {
		i := strings.IndexByte(content[from:to], '\r')
		if i < 0 {
			return starts
		}
		from += i + 1
		if from == len(content) || content[from] != '\n' {
			starts = append(starts, from)
		}
	}
}

// Content is the text itself.
func (m *Mapper) Content() string { return m.content }

// LineCount is the number of lines; a text that ends with a line ending has an
// empty line after it, and the empty text has one line.
func (m *Mapper) LineCount() int { return len(m.starts) }

// LineSpan is the span of a line, counted from zero, without its line ending. A
// line past the last is empty and lies at the end of the text.
func (m *Mapper) LineSpan(line int) Span {
	if line < 0 || line >= len(m.starts) {
		return Span{len(m.content), len(m.content)}
	}
	start, end := m.starts[line], len(m.content)
	if line+1 == len(m.starts) {
		return Span{start, end}
	}
	end = m.starts[line+1] - 1
	if end > start && m.content[end] == '\n' && m.content[end-1] == '\r' {
		end--
	}
	return Span{start, end}
}

// LineOf is the number of the line, counted from zero, that holds the byte at
// offset. A line ending belongs to the line it ends.
func (m *Mapper) LineOf(offset int) int {
	line, found := slices.BinarySearch(m.starts, offset)
	if found {
		return line
	}
	return max(line-1, 0)
}

// OffsetPosition is the position of a byte. An offset outside the text is taken
// to its nearest end, one inside a rune to the start of the rune, and one inside
// a line ending to the end of the line.
func (m *Mapper) OffsetPosition(offset int, enc Encoding) Position {
	offset = min(max(offset, 0), len(m.content))
	line := m.LineOf(offset)
	span := m.LineSpan(line)
	prefix := min(offset, span.End) - span.Start
	if !m.ascii {
		s := m.content[span.Start:span.End]
		prefix = enc.units(s[:runeStart(s, prefix)])
	}
	return Position{Line: uint32(line), Character: uint32(prefix)}
}

// SpanRange is the range of a span of bytes.
func (m *Mapper) SpanRange(s Span, enc Encoding) Range {
	return Range{m.OffsetPosition(s.Start, enc), m.OffsetPosition(s.End, enc)}
}

// PositionOffset is the byte at a position. A character past the end of its line
// means the end of that line, a line past the last means the end of the text,
// and a position inside a rune means the start of the rune.
func (m *Mapper) PositionOffset(p Position, enc Encoding) int {
	if int64(p.Line) >= int64(len(m.starts)) {
		return len(m.content)
	}
	line := m.LineSpan(int(p.Line))
	if m.ascii {
		return line.Start + int(min(int64(p.Character), int64(line.Len())))
	}
	units := int(min(int64(p.Character), int64(line.Len())))
	return line.Start + enc.advance(line.Of(m.content), units)
}

// RangeSpan is the span of a range. It fails only when the range ends before it
// starts: what lies past the end of a line or of the text is cut to it.
func (m *Mapper) RangeSpan(r Range, enc Encoding) (Span, error) {
	s := Span{m.PositionOffset(r.Start, enc), m.PositionOffset(r.End, enc)}
	if s.End < s.Start {
		return Span{}, fmt.Errorf("the range %v-%v ends before it starts", r.Start, r.End)
	}
	return s, nil
}
