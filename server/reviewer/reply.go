package reviewer

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// sifted is a reply from whose lists items may be left out that do not fit.
type sifted interface{ leftOut(items int) }

// decodeReply reads a reply that has to be JSON of a schema into a value. What a
// model writes around the JSON, such as a fence or a greeting, is passed over, and
// what it means is taken where the schema wants it in other words. The error says
// what is wrong in words that a model understands, and quotes the reply as it came:
// with the words that stand for secrets, which only a value that fits has put back.
func decodeReply(reply string, schema []byte, v *Vault, to any) error {
	raw, err := findJSON(reply)
	if err != nil {
		return err
	}
	if len(schema) > 0 {
		if raw, err = fitted(schema, raw, to); err != nil {
			return err
		}
	}
	raw = []byte(v.RestoreJSON(string(raw)))
	if err := json.Unmarshal(raw, to); err != nil {
		return fmt.Errorf("the JSON does not have the form that was asked for: %w", err)
	}
	return nil
}

// fitted is a value that fits a schema.
func fitted(schema, raw []byte, to any) ([]byte, error) {
	n, err := parseSchema(schema)
	if err != nil {
		return nil, err
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, fmt.Errorf("it is not valid JSON: %w", err)
	}
	v = n.adapt(v)
	if s, ok := to.(sifted); ok {
		s.leftOut(n.sift(v))
	}
	if err := n.check("", v); err != nil {
		return nil, err
	}
	return json.Marshal(v)
}

// findJSON is the first object in a text that is complete.
func findJSON(s string) ([]byte, error) {
	var first error
	for at := strings.IndexByte(s, '{'); at >= 0; {
		var raw json.RawMessage
		err := json.NewDecoder(strings.NewReader(s[at:])).Decode(&raw)
		if err == nil {
			return raw, nil
		}
		if first == nil {
			first = err
		}
		next := strings.IndexByte(s[at+1:], '{')
		if next < 0 || at > 1<<16 { // an object begins early, or it is none
			break
		}
		at += 1 + next
	}
	if first != nil {
		return nil, fmt.Errorf("it is not valid JSON: %w", first)
	}
	return nil, errors.New("it has no JSON object")
}
