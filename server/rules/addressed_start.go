package rules

var (
	// orderWords are words of which every order to a model has one near its start.
	orderWords = setOf(`ignore disregard forget override ai llm llms language gpt chatgpt claude gemini copilot chatbot chatbots chat automated automatic robot`)

	// openingWords are such words where an order begins with them.
	openingWords = setOf("reveal print output repeat show tell as since because if when")
)

const (
	orderReach   = 10 // words of a sentence that are looked at
	openingReach = 4
)

// startsOrder has, for each first letter, a bit for each length of those words, so
// that most words need no look-up.
var startsOrder = func() (lengths ['z' + 1]uint16) {
	for _, words := range []map[string]bool{orderWords, openingWords} {
		for w := range words {
			lengths[w[0]] |= 1 << len(w)
		}
	}
	return lengths
}()

// beginsLikeOrder looks for what every order has near its start, which costs much
// less than the expressions.
func beginsLikeOrder(sentence string) bool {
	var word [12]byte
	for at, words := 0, 0; at < len(sentence) && words < orderReach; {
		n := 0
		for at+n < len(sentence) && isLetter(sentence[at+n]) {
			if n < len(word) {
				word[n] = sentence[at+n] | 0x20
			}
			n++
		}
		if n == 0 {
			at++
			continue
		}
		words++
		w := word[:min(n, len(word))]
		if n <= len(word) && startsOrder[w[0]]&(1<<n) != 0 && (orderWords[string(w)] || words <= openingReach && openingWords[string(w)]) {
			return true
		}
		if at += n; n == 1 && w[0] == 'a' && at+1 < len(sentence) && sentence[at] == '.' && sentence[at+1]|0x20 == 'i' {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
