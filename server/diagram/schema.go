package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// Entity is a table of a schema.
type Entity struct {
	Name    string
	Columns []Column
	Place   Place
}

// Column is a column of an entity.
type Column struct {
	Name, Type string
	Key        bool   // part of the primary key
	References string // name of the entity that it points to, or ""
}

var (
	createTable = text.Pattern("(?i)\\bcreate\\s+(?:external\\s+|temporary\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?([\\w.\"`\\[\\]-]+)\\s*\\(")
	keyClause   = text.Pattern(`(?i)^\s*(?:constraint\s+\S+\s+)?primary\s+key\s*\(([^)]*)\)`)
	foreignKey  = text.Pattern("(?i)^\\s*(?:constraint\\s+\\S+\\s+)?foreign\\s+key\\s*\\(([^)]*)\\)\\s*references\\s+([\\w.\"`-]+)")
	references  = text.Pattern("(?i)\\breferences\\s+([\\w.\"`-]+)")
	primaryKey  = text.Pattern(`(?i)\bprimary\s+key\b`)
	columnLine  = text.Pattern("(?i)^\\s*[`\"\\[]?(\\w+)[`\"\\]]?\\s+(\\w+(?:\\s*\\([^)]*\\))?(?:\\[\\]|<[^>]*>)?)")
	noColumn    = text.Pattern(`(?i)^\s*(unique|index|key|check|constraint|partition|clustering|exclude|with)\b`)
	sqlType     = text.Pattern(`(?i)^(tiny|small|medium|big)?(int|integer|serial|text|blob)\b|^(n?var)?n?char\b|^(uuid|bool|boolean|date|datetime|timestamp|timestamptz|time|timeuuid|decimal|numeric|float|double|real|json|jsonb|bytea|binary|varbinary|enum|money|bit|counter|inet)\b`)
)

// readDDL finds the tables that SQL creates. Places count from the text's start.
func readDDL(sql string) []*Entity {
	if !containsAny(sql, "create", "CREATE", "Create") {
		return nil
	}
	var out []*Entity
	sql = sqlComment().ReplaceAllStringFunc(sql, blankOut)
	for _, m := range createTable().FindAllStringSubmatchIndex(sql, -1) {
		body := sql[m[1]:]
		end := matchingBracket(body)
		e := &Entity{Name: cleanName(sql[m[2]:m[3]]), Place: Place{text.Span{Start: m[0], End: m[1] + end}, FromSchema}}
		for _, part := range splitColumns(body[:end]) {
			e.addColumn(part)
		}
		out = append(out, e)
	}
	return out
}

// matchingBracket is where the bracket that is open at the start closes.
func matchingBracket(s string) int {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(s)
}

func splitColumns(s string) []string {
	var out []string
	start, depth := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				out = append(out, s[start:i])
				start = i + 1
			}
		}
	}
	return append(out, s[start:])
}

// cleanName drops quotes and the schema before a table's name.
func cleanName(s string) string {
	s = strings.Trim(s, "\"`[]")
	return strings.Trim(s[strings.LastIndexByte(s, '.')+1:], "\"`[]")
}

// addColumn reads one definition between the brackets of CREATE TABLE.
func (e *Entity) addColumn(def string) {
	def = strings.TrimSpace(def)
	if m := keyClause().FindStringSubmatch(def); m != nil {
		e.mark(m[1], func(c *Column) { c.Key = true })
		return
	}
	if m := foreignKey().FindStringSubmatch(def); m != nil {
		e.mark(m[1], func(c *Column) { c.References = cleanName(m[2]) })
		return
	}
	m := columnLine().FindStringSubmatch(def)
	if m == nil || noColumn().MatchString(def) {
		return
	}
	c := Column{Name: m[1], Type: m[2], Key: primaryKey().MatchString(def)}
	if r := references().FindStringSubmatch(def); r != nil {
		c.References = cleanName(r[1])
	}
	e.Columns = append(e.Columns, c)
}

func (e *Entity) mark(names string, set func(*Column)) {
	for _, name := range strings.FieldsFunc(names, func(r rune) bool { return r == ',' || r == ' ' || r == '(' }) {
		for i := range e.Columns {
			if strings.EqualFold(e.Columns[i].Name, cleanName(name)) {
				set(&e.Columns[i])
			}
		}
	}
}

var sqlComment = text.Pattern(`--[^\n]*|/\*[^*]*\*/`)

// readColumns reads a bare list of columns, one a line, as the table of the
// given name: what people write who leave out CREATE TABLE. It returns nil when
// the text is anything else.
func readColumns(code, name string) *Entity {
	e := &Entity{Name: name, Place: Place{text.Span{Start: 0, End: len(code)}, FromSchema}}
	for l := range strings.Lines(code) {
		l = strings.TrimRight(strings.TrimSpace(l), ",;")
		if l == "" || strings.HasPrefix(l, "--") {
			continue
		}
		m := columnLine().FindStringSubmatch(l)
		if !keyClause().MatchString(l) && !foreignKey().MatchString(l) && (m == nil || !sqlType().MatchString(m[2])) {
			return nil
		}
		e.addColumn(l)
	}
	if len(e.Columns) < 2 {
		return nil
	}
	return e
}
