package openai

import "encoding/json"

// isStrict reports whether a schema is of the kind that OpenAI enforces: each
// object closed, and all its properties required. Others are sent as a loose
// schema, rather than refused.
func isStrict(schema []byte) bool {
	var v any
	return json.Unmarshal(schema, &v) == nil && strict(v)
}

func strict(v any) bool {
	switch v := v.(type) {
	case []any:
		for _, each := range v {
			if !strict(each) {
				return false
			}
		}
	case map[string]any:
		if properties, isObject := v["properties"].(map[string]any); isObject && !closed(v, properties) {
			return false
		}
		for _, each := range v {
			if !strict(each) {
				return false
			}
		}
	}
	return true
}

func closed(object, properties map[string]any) bool {
	if object["additionalProperties"] != false {
		return false
	}
	required, _ := object["required"].([]any)
	names := map[any]bool{}
	for _, name := range required {
		names[name] = true
	}
	for name := range properties {
		if !names[name] {
			return false
		}
	}
	return true
}
