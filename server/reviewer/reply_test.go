package reviewer

import (
	"strings"
	"testing"
)

const pairSchema = `{"type":"object","required":["a"],"additionalProperties":false,"properties":{
	"a":{"type":"string","enum":["x","y"]},"n":{"type":"integer","minimum":1,"maximum":3},
	"l":{"type":"array","maxItems":1,"items":{"type":"number"}},"b":{"type":"boolean"},"s":{"type":"string","maxLength":2}}}`

func TestJSONIsFoundInProse(t *testing.T) {
	tests := map[string]string{
		`{"a":"x"}`: "x",
		"Sure! Here it is:\n```json\n{\"a\":\"y\"}\n```\nAnything else?": "y",
		`Use {braces} like this: {"a":"x"} and {"a":"y"}`:                "x",
	}
	for reply, want := range tests {
		var v struct{ A string }
		if err := decodeReply(reply, []byte(pairSchema), nil, &v); err != nil || v.A != want {
			t.Errorf("%q: got %q, %v", reply, v.A, err)
		}
	}
}

func TestRepliesAreHeldAgainstTheirSchema(t *testing.T) {
	tests := map[string]string{
		``:                     "no JSON object",
		`I would rather not.`:  "no JSON object",
		`{"a":"x"`:             "not valid JSON",
		`{}`:                   `has no "a"`,
		`{"a":"z"}`:            "allowed are [x y]",
		`{"a":"x","n":1.5}`:    "where integer is expected",
		`{"a":"x","n":4}`:      "out of range",
		`{"a":"x","l":[1,2]}`:  "has 2 items",
		`{"a":"x","l":["1"]}`:  "where number is expected",
		`{"a":"x","b":"true"}`: "where boolean is expected",
		`{"a":"x","s":"äöü"}`:  "has 3 characters",
		`{"a":null}`:           "allowed are",
	}
	for reply, want := range tests {
		var v map[string]any
		if err := decodeReply(reply, []byte(pairSchema), nil, &v); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", reply, err, want)
		}
	}
	var v map[string]any
	if err := decodeReply(`{}`, []byte(`{"oneOf":[]}`), nil, &v); err == nil || !strings.Contains(err.Error(), "bug") {
		t.Errorf("a schema that is not understood is passed over: %v", err)
	}
	if err := decodeReply(`{"a":"X ","q":1}`, []byte(pairSchema), nil, &v); err != nil || len(v) != 1 || v["a"] != "x" {
		t.Errorf("what is meant is not taken: %v, %v", v, err)
	}
	if err := decodeReply(`{"a":"x","n":3,"l":[1],"b":true,"s":"ä"}`, []byte(pairSchema), nil, &v); err != nil {
		t.Error(err)
	}
}

func TestWordsOfAListMayBeWrittenInAnotherWay(t *testing.T) {
	severity := &node{Enum: []any{"error", "warning", "information", "hint"}}
	sure := &node{Enum: []any{"certain", "likely", "possible"}}
	rule := &node{Enum: []any{"false-dichotomy"}}
	for _, test := range []struct {
		node        *node
		value, want any
	}{
		{severity, "CRITICAL", "error"}, {severity, "High", "error"}, {severity, "info", "information"}, {severity, "Low", "information"},
		{severity, "colossal", "colossal"}, {severity, 0.95, 0.95}, {severity, nil, nil},
		{sure, "high", "certain"}, {sure, "Medium", "likely"}, {sure, 0.95, "certain"}, {sure, 0.7, "likely"}, {sure, 0.2, "possible"},
		{sure, 85.0, "likely"}, {sure, "90 %", "certain"}, {sure, "0.3", "possible"}, {sure, -1.0, -1.0}, {sure, 1000.0, 1000.0},
		{rule, "False Dichotomy", "false-dichotomy"}, {rule, "false_dichotomy", "false-dichotomy"},
	} {
		if got := test.node.adapt(test.value); got != test.want {
			t.Errorf("%v is taken for %v, want %v", test.value, got, test.want)
		}
	}
}
