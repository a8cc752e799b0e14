package reviewer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// node is a JSON Schema, as far as those of the prompts go. Keywords that are not
// listed here make the schema itself unusable, so that none is passed over.
type node struct {
	Schema      string           `json:"$schema"`
	ID          string           `json:"$id"`
	Title       string           `json:"title"`
	Description string           `json:"description"`
	Type        string           `json:"type"`
	Properties  map[string]*node `json:"properties"`
	Required    []string         `json:"required"`
	Additional  *bool            `json:"additionalProperties"`
	Items       *node            `json:"items"`
	Enum        []any            `json:"enum"`
	MinItems    *int             `json:"minItems"`
	MaxItems    *int             `json:"maxItems"`
	MinLength   *int             `json:"minLength"`
	MaxLength   *int             `json:"maxLength"`
	Minimum     *float64         `json:"minimum"`
	Maximum     *float64         `json:"maximum"`
}

// parseSchema reads a schema.
func parseSchema(schema []byte) (*node, error) {
	var n node
	d := json.NewDecoder(bytes.NewReader(schema))
	d.DisallowUnknownFields()
	if err := d.Decode(&n); err != nil {
		return nil, fmt.Errorf("a bug in designls: the schema of the reply cannot be used: %w", err)
	}
	return &n, nil
}

func (n *node) check(at string, v any) error {
	if n.Enum != nil && !slices.Contains(n.Enum, v) {
		return fmt.Errorf("%s is %s; allowed are %v", place(at), short(v), n.Enum)
	}
	switch v := v.(type) {
	case map[string]any:
		return n.checkObject(at, v)
	case []any:
		return n.checkList(at, v)
	case string:
		return n.checkText(at, v)
	case float64:
		return n.checkNumber(at, v)
	case bool:
		return n.expect(at, "boolean", v)
	}
	return n.expect(at, "null", v)
}

func (n *node) expect(at, found string, v any) error {
	if n.Type != "" && n.Type != found {
		return fmt.Errorf("%s is %s, where %s is expected", place(at), short(v), n.Type)
	}
	return nil
}

func (n *node) checkObject(at string, v map[string]any) error {
	if err := n.expect(at, "object", v); err != nil {
		return err
	}
	for _, name := range n.Required {
		if _, ok := v[name]; !ok {
			return fmt.Errorf("%s has no %q", place(at), name)
		}
	}
	for name, member := range v {
		inner, known := n.Properties[name]
		if !known && n.Additional != nil && !*n.Additional {
			return fmt.Errorf("%s has %q, which is not expected", place(at), name)
		}
		if known {
			if err := inner.check(at+"/"+name, member); err != nil {
				return err
			}
		}
	}
	return nil
}

func (n *node) checkList(at string, v []any) error {
	if err := n.expect(at, "array", v); err != nil {
		return err
	}
	if beyond(len(v), n.MinItems, n.MaxItems) {
		return fmt.Errorf("%s has %d items, which is too few or too many", place(at), len(v))
	}
	for i, item := range v {
		if n.Items == nil {
			break
		}
		if err := n.Items.check(fmt.Sprintf("%s/%d", at, i), item); err != nil {
			return err
		}
	}
	return nil
}

func (n *node) checkText(at, v string) error {
	if err := n.expect(at, "string", v); err != nil {
		return err
	}
	if beyond(len([]rune(v)), n.MinLength, n.MaxLength) {
		return fmt.Errorf("%s has %d characters, which is too few or too many", place(at), len([]rune(v)))
	}
	return nil
}

func (n *node) checkNumber(at string, v float64) error {
	whole := n.Type == "integer" && v == float64(int64(v))
	if err := n.expect(at, "number", v); err != nil && !whole {
		return err
	}
	if n.Minimum != nil && v < *n.Minimum || n.Maximum != nil && v > *n.Maximum {
		return fmt.Errorf("%s is %v, which is out of range", place(at), v)
	}
	return nil
}

func beyond(size int, least, most *int) bool {
	return least != nil && size < *least || most != nil && size > *most
}

func place(at string) string {
	if at == "" {
		return "the reply"
	}
	return at
}

func short(v any) string {
	s := []rune(fmt.Sprintf("%v", v))
	if len(s) > 60 {
		return string(s[:60]) + "..."
	}
	return fmt.Sprintf("%q", string(s))
}
