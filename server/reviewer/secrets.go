package reviewer

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/designls/designls/server/text"
)

// Vault keeps the secrets of a text while the text is elsewhere. Each is replaced
// by a word such as REDACTEDSECRET1X, the same wherever the secret stands. The
// words have nothing that markdown escapes or wraps, so they come back as they
// went. It is safe for concurrent use; the nil Vault hides and restores nothing.
type Vault struct {
	stem        string // begins the words; no text that was given to NewVault has it
	placeholder *regexp.Regexp

	mu      sync.Mutex
	secrets []string // the n-th word stands for secrets[n-1]
}

const (
	stem = "REDACTEDSECRET"
	tail = "X" // ends the words, so that digits can follow
)

// NewVault takes the secrets out of texts, in the order in which they are given.
// They have to be all the texts that will be hidden.
func NewVault(texts ...string) *Vault {
	v := &Vault{stem: stem}
	for contains(texts, v.stem) {
		v.stem += "S"
	}
	v.placeholder = regexp.MustCompile(`(?i)` + v.stem + `([1-9][0-9]{0,5})` + tail)
	for _, t := range texts {
		v.Hide(t)
	}
	return v
}

func contains(texts []string, stem string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(strings.ToUpper(t), stem) })
}

// Len is the number of different secrets.
func (v *Vault) Len() int {
	if v == nil {
		return 0
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.secrets)
}

// Hide replaces the secrets of a text.
func (v *Vault) Hide(s string) string {
	if v == nil {
		return s
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	var b strings.Builder
	at := 0
	for _, span := range unite(append(findSecrets(s), v.repeated(s)...)) {
		b.WriteString(s[at:span.Start])
		b.WriteString(v.placeholderOf(span.Of(s)))
		at = span.End
	}
	return b.String() + s[at:]
}

// find returns where the secrets of a text stand, in order.
func (v *Vault) find(s string) []text.Span {
	v.mu.Lock()
	defer v.mu.Unlock()
	return unite(append(findSecrets(s), v.repeated(s)...))
}

// word is what a secret is replaced by.
func (v *Vault) word(secret string) string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.placeholderOf(secret)
}

func (v *Vault) placeholderOf(secret string) string {
	return v.stem + strconv.Itoa(v.number(secret)) + tail
}

// number is that of a secret, a new one if it is not known yet.
func (v *Vault) number(secret string) int {
	if i := slices.Index(v.secrets, secret); i >= 0 {
		return i + 1
	}
	v.secrets = append(v.secrets, secret)
	return len(v.secrets)
}

// repeated finds the known secrets where nothing around them tells that they are
// some. A weak one, such as a password that is a common word, is not looked for.
func (v *Vault) repeated(s string) []text.Span {
	var found []text.Span
	for _, secret := range v.secrets {
		if !unmistakable(secret) {
			continue
		}
		for at := 0; ; {
			i := strings.Index(s[at:], secret)
			if i < 0 {
				break
			}
			found = append(found, text.Span{Start: at + i, End: at + i + len(secret)})
			at += i + len(secret)
		}
	}
	return found
}

// Restore puts the secrets back, in whatever case the words have come back.
func (v *Vault) Restore(s string) string {
	return v.restore(s, func(secret string) string { return secret })
}

// RestoreJSON puts the secrets back into JSON, where the words stand in strings.
func (v *Vault) RestoreJSON(s string) string {
	return v.restore(s, func(secret string) string {
		quoted, err := json.Marshal(secret)
		if err != nil {
			return secret // no string fails
		}
		return string(quoted[1 : len(quoted)-1])
	})
}

func (v *Vault) restore(s string, written func(secret string) string) string {
	if v.Len() == 0 {
		return s
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.placeholder.ReplaceAllStringFunc(s, func(word string) string {
		n, err := strconv.Atoi(v.placeholder.FindStringSubmatch(word)[1])
		if err != nil || n > len(v.secrets) {
			return word
		}
		return written(v.secrets[n-1])
	})
}

// unite sorts spans and joins those that overlap.
func unite(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var united []text.Span
	for _, s := range spans {
		if last := len(united) - 1; last >= 0 && s.Start < united[last].End {
			united[last].End = max(united[last].End, s.End)
			continue
		}
		united = append(united, s)
	}
	return united
}
