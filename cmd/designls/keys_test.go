package main

import (
	"strings"
	"testing"
)

// TestKeysThatCannotBeReadSendNoOther: the key of the environment is for another server.
func TestKeysThatCannotBeReadSendNoOther(t *testing.T) {
	s := withModel(t, reviewed)
	t.Setenv(keysVariable, "sk-hidden")
	inFolder(t, map[string]string{"feed.md": feed})
	got := run(t, "", "run", "insert-recap", "feed.md", "--engine", "openai")
	if got.code != exitFailure || !strings.Contains(got.err, keysVariable+" cannot be read, so nothing was sent") || strings.Contains(got.err, "sk-hidden") || s.requests() != 0 {
		t.Errorf("%d requests, exit %d\n%s", s.requests(), got.code, got.err)
	}
}

func TestAKeyIsForOneServer(t *testing.T) {
	const keys = `{"https://api.openai.com": "sk-openai", "http://localhost:8080": "sk-local", "https://other.example": ""}`
	for _, test := range []struct{ name, base, keys, key, from string }{
		{"the usual server", "", keys, "sk-openai", keysVariable},
		{"another path", "https://API.openai.com:443/v2", keys, "sk-openai", keysVariable},
		{"a port", "http://localhost:8080/v1", keys, "sk-local", keysVariable},
		{"another port", "http://localhost:8081/v1", keys, "sk-environment", keyVariable},
		{"another scheme", "http://api.openai.com/v1", keys, "sk-environment", keyVariable},
		{"a server with that name in its own", "https://api.openai.com.example/v1", keys, "sk-environment", keyVariable},
		{"an empty key", "https://other.example/v1", keys, "sk-environment", keyVariable},
		{"no keys", "", "", "sk-environment", keyVariable},
		{"no object", "", `["sk-openai"]`, "sk-environment", keyVariable},
		{"no address", ":", keys, "sk-environment", keyVariable},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(keysVariable, test.keys)
			t.Setenv(keyVariable, "sk-environment")
			if key, from := keyFor(test.base); key != test.key || from != test.from {
				t.Errorf("%q has the key %q of %s, want %q of %s", test.base, key, from, test.key, test.from)
			}
		})
	}
}
