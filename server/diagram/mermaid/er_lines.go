package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var attribute = lazily(`^([+#-]?)(\S+)\s+([\w.-]+|"[^"]+")((?:\s*,?\s*\b(?:PK|FK|UK)\b)*)\s*(.*)$`)

// erAttribute writes an attribute so that mermaid reads it: the type in one word,
// and what is neither type nor name nor key in quotes.
func erAttribute(s *scene, l line) []text.Edit {
	if !s.inBody(l) {
		return nil
	}
	said := keysInWords.Replace(joinType(l.text))
	m := attribute().FindStringSubmatch(said)
	if m == nil {
		if oneWord().MatchString(said) {
			return []text.Edit{l.replace(0, len(l.text), "string "+said)}
		}
		return nil
	}
	put := strings.NewReplacer("<", "[", ">", "]", "'", "").Replace(m[2]) + " " + strings.ReplaceAll(strings.Trim(m[3], `"`), " ", "_")
	if keys := strings.Fields(strings.ReplaceAll(m[4], ",", " ")); len(keys) > 0 {
		put += " " + strings.Join(keys, ", ")
	}
	if key := strings.Trim(m[5], "()[]"); m[4] == "" && (key == "PK" || key == "FK" || key == "UK") {
		return []text.Edit{l.replace(0, len(l.text), put+" "+key)}
	}
	if rest := strings.Trim(m[5], `"()[];, `+"\t"); rest != "" {
		put += ` "` + strings.ReplaceAll(strings.TrimLeft(rest, "-/%#= "), `"`, "") + `"`
	}
	if put == l.text {
		return nil
	}
	return []text.Edit{l.replace(0, len(l.text), put)}
}

var (
	oneWord  = lazily(`^[\w.-]+$`)
	inParens = lazily(`^[^"\s]*\([^)]*\)`)
	twoWords = strings.NewReplacer("double precision", "double", "character varying", "varchar", "timestamp with time zone", "timestamptz", "timestamp without time zone", "timestamp")
)

// keysInWords are the keys as SQL writes them.
var keysInWords = strings.NewReplacer("PRIMARY KEY", "PK", "primary key", "PK", "FOREIGN KEY", "FK", "foreign key", "FK", " UNIQUE", " UK", " unique", " UK")

// joinType makes one word of a type.
func joinType(said string) string {
	said = twoWords.Replace(said)
	return inParens().ReplaceAllStringFunc(said, func(t string) string {
		return strings.NewReplacer(" ", "", ",", "-", "'", "").Replace(t)
	})
}

// inBody reports whether a line stands between braces.
func (o *outline) inBody(l line) bool {
	depth := 0
	for _, m := range o.lines {
		if m.span == l.span {
			break
		}
		if strings.HasSuffix(m.text, "{") && m.text != "{" || m.text == "{" {
			depth++
		}
		if strings.HasPrefix(m.text, "}") && len(m.text) == 1 {
			depth--
		}
	}
	return depth > 0 && l.text != "}"
}
