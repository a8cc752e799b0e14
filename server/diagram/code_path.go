package diagram

import (
	"strings"
	"unicode"
)

// isCodePath says whether inline code is spelled as a file, a package or a member of one:
// "tools/provision", "http.FileServer".
func isCodePath(w string) bool {
	if len(w) < 4 || len(w) > 40 || !strings.ContainsAny(w[1:len(w)-1], "./") {
		return false
	}
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != '.' && r != '/' && r != '-' && r != '_' && !unicode.IsDigit(r):
			return false
		}
	}
	if 3*letters <= 2*len(w) || w[0] == '.' || w[0] == '/' || w[len(w)-1] == '/' {
		return false
	}
	last := w[strings.LastIndexByte(w, '.')+1:]
	return last == w || isCapital(last) || strings.Contains(w, "/") && len(last) < 4 // no "spec.nodeName"
}

// isInvoked says whether some words end with a verb for starting a program: "invokes".
func isInvoked(before string) bool {
	fields := strings.Fields(strings.ToLower(before))
	if len(fields) == 0 {
		return false
	}
	last := fields[len(fields)-1]
	if last == "by" && len(fields) > 1 {
		last = fields[len(fields)-2]
	}
	switch v, _ := words().lemma(strings.Trim(last, "(,")); {
	case v == nil:
		return false
	default:
		return v.lemma == "invoke" || v.lemma == "call" || v.lemma == "run" || v.lemma == "execute"
	}
}
