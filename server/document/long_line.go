package document

// maxLine is how many bytes a line can have that is read as markdown. Longer
// ones hold embedded images, data or mischief; the time that goldmark takes can
// grow with the square of how much brackets and quotes a line nests.
const maxLine = 8 << 10

// withoutLongLines returns the text with every byte of an overlong line replaced
// by a letter, so that all places stay as they are.
func withoutLongLines(source string) string {
	var out []byte
	for at := 0; at < len(source); {
		next := lineAfter(source, at)
		if next-at > maxLine {
			if out == nil {
				out = []byte(source)
			}
			for i := at; i < next && source[i] != '\n' && source[i] != '\r'; i++ {
				out[i] = 'x'
			}
		}
		at = next
	}
	if out == nil {
		return source
	}
	return string(out)
}
