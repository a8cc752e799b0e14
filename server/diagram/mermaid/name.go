package mermaid

import (
	"strings"
	"unicode"
)

// identifier makes a name that every kind of diagram takes from what a person
// would call the thing: "Order service (v2)" becomes Order_service_v2.
func identifier(said string) string {
	words := strings.FieldsFunc(said, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	id := strings.Join(words, "_")
	if id == "" {
		return "node"
	}
	if strings.EqualFold(id, "end") {
		return "End_"
	}
	return id
}

// inLabel is text that can stand between quotes.
func inLabel(said string) string {
	return strings.ReplaceAll(strings.TrimSpace(straight.Replace(said)), `"`, "#quot;")
}

// straight turns the quotes of word processors into those of the keyboard.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'")
