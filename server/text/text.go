// Package text owns everything about places in a text: byte spans, the line
// and character positions of the Language Server Protocol in each of its three
// encodings, edits, the changes an editor sends, and anchors that move with
// edits.
//
// Inside designls a place is always a span of bytes. Positions exist only where
// a message is read or written, and only a Mapper converts between the two.
//
// A line ends with "\n", "\r\n" or a lone "\r", as the protocol says. In the
// UTF-16 and UTF-32 encodings a byte which is not part of valid UTF-8 counts as
// one character, because that is what it becomes (U+FFFD) once it is decoded.
package text

// Span is a range of bytes, Start included and End not.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether the byte at offset lies in the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// ContainsSpan reports whether all of o lies in s.
func (s Span) ContainsSpan(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte, or one is empty and lies
// strictly inside the other.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Shift returns the span moved by so many bytes.
func (s Span) Shift(by int) Span { return Span{s.Start + by, s.End + by} }

// Of returns the part of content which the span covers. A span that reaches
// past the content is cut to it.
func (s Span) Of(content string) string {
	start := min(max(s.Start, 0), len(content))
	return content[start:min(max(s.End, start), len(content))]
}

// EOL is the line ending that content uses most, "\r\n" or "\n", for text that
// is put into it.
func EOL(content string) string {
	crlf, lf := countEOL(content)
	if crlf > lf {
		return "\r\n"
	}
	return "\n"
}

func countEOL(content string) (crlf, lf int) {
	for i := 0; i < len(content); i++ {
		if content[i] != '\n' {
			continue
		}
		if i > 0 && content[i-1] == '\r' {
			crlf++
		} else {
			lf++
		}
	}
	return crlf, lf
}
