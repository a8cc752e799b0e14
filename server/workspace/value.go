package workspace

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// value is one value of a settings tree, whether it came from JSON or YAML:
// a string, a bool, a number, nil, a list or a group.
type value struct {
	v    any // string, bool, a number, nil, []*value or []member
	span text.Span
}

// member is one entry of a group.
type member struct {
	key   string
	span  text.Span // of the key
	value *value
}

// fromJSON makes the tree of decoded JSON. Members are in the order of their
// keys, so that problems come in the same order each time.
func fromJSON(v any) *value {
	switch v := v.(type) {
	case map[string]any:
		members := make([]member, 0, len(v))
		for _, k := range slices.Sorted(maps.Keys(v)) {
			members = append(members, member{key: k, value: fromJSON(v[k])})
		}
		return &value{v: members}
	case []any:
		items := make([]*value, len(v))
		for i := range v {
			items[i] = fromJSON(v[i])
		}
		return &value{v: items}
	}
	return &value{v: v}
}

// String says what the value is, for a message.
func (v *value) String() string {
	switch x := v.v.(type) {
	case nil:
		return "empty"
	case string:
		return fmt.Sprintf("%q", shortened(x))
	case []*value:
		return "a list"
	case []member:
		return "a group of settings"
	case bool:
		return fmt.Sprint(x)
	}
	return fmt.Sprintf("the number %v", v.v)
}

// shortened keeps a value from filling the message about it.
func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return strings.TrimSpace(string(r[:57])) + "..."
	}
	return s
}
