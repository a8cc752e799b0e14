package prompts

import (
	"encoding/json"
	"slices"
	"testing"
)

// strictKeywords are those that OpenAI's strict mode takes everywhere.
var strictKeywords = []string{"title", "description", "type", "properties", "required", "additionalProperties", "items", "enum"}

// TestSchemasSatisfyStrictMode holds the schemas against the published limits of
// structured outputs: closed objects, everything required, few levels.
func TestSchemasSatisfyStrictMode(t *testing.T) {
	if len(Schemas()) < 6 {
		t.Fatalf("schemas: %v", Schemas())
	}
	for _, name := range Schemas() {
		data, _ := Schema(name)
		var root map[string]any
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		if root["type"] != "object" {
			t.Errorf("%s: the root is no object", name)
		}
		if n := checkStrict(t, name, root, 1); n > 100 {
			t.Errorf("%s has %d properties, and 100 are allowed", name, n)
		}
	}
}

func checkStrict(t *testing.T, at string, node map[string]any, depth int) (properties int) {
	if depth > 5 {
		t.Errorf("%s: more than five levels", at)
	}
	for keyword := range node {
		if !slices.Contains(strictKeywords, keyword) {
			t.Errorf("%s has the keyword %q", at, keyword)
		}
	}
	if items, ok := node["items"].(map[string]any); ok {
		properties += checkStrict(t, at+"/items", items, depth)
	}
	members, _ := node["properties"].(map[string]any)
	if node["type"] != "object" {
		return properties
	}
	required, _ := node["required"].([]any)
	if node["additionalProperties"] != false || len(required) != len(members) {
		t.Errorf("%s is open, or not all of it is required", at)
	}
	for name, member := range members {
		if !slices.Contains(required, any(name)) {
			t.Errorf("%s/%s is not required", at, name)
		}
		properties += 1 + checkStrict(t, at+"/"+name, member.(map[string]any), depth+1)
	}
	return properties
}
