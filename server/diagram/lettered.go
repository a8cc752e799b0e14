package diagram

// isLetter says whether a token is the letter that tells one of several parts from the
// others: "service A", but not "If the service fails, A".
func isLetter(tokens []token, i int) bool {
	if i == 0 || len(tokens[i].text) != 1 || !isCapital(tokens[i].text) || tokens[i].text == "I" || tokens[i-1].tag != tagNoun || tokens[i-1].code {
		return false
	}
	h, ok := tokens[i-1].headOf()
	return ok && h.kind != Person
}

// isLettered says whether a phrase ends with a noun for a part and its letter.
func (r *phraseReader) isLettered(from, to int) bool {
	return to-from > 1 && isLetter(r.tokens, to-1) && r.tokens[to-1].tag == tagNoun
}

// withoutLetter is a word or a piece of inline code without the letter or the number that
// tells one of several parts from the others: "service A", "worker-2".
func withoutLetter(w string) string {
	n := len(w)
	for n > 0 && w[n-1] >= '0' && w[n-1] <= '9' {
		n--
	}
	if n == len(w) && n > 2 && w[n-2] == ' ' && isCapital(w[n-1:]) {
		n--
	}
	if n < len(w) && n > 3 && (w[n-1] == ' ' || w[n-1] == '-') {
		return w[:n-1]
	}
	return w
}
