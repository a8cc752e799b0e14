package main

import (
	"cmp"
	"encoding/json"
	"net/url"
	"os"
	"strings"

	"github.com/designls/designls/server/llm/openai"
)

// keysVariable has keys by the servers that they are for, as a JSON object:
// {"https://api.example.com": "sk-..."}. Editors that keep a key for each server set
// it, because folders of one window can name different servers.
const keysVariable = "DESIGNLS_API_KEYS"

// keyFor is the key for an address, and the variable that it is from: the key kept for
// that very server, or else the one of the environment.
func keyFor(base string) (key, from string) {
	var keys map[string]string
	if json.Unmarshal([]byte(os.Getenv(keysVariable)), &keys) == nil {
		if own := keys[originOf(cmp.Or(base, openai.DefaultBaseURL))]; own != "" {
			return own, keysVariable
		}
	}
	return os.Getenv(keyVariable), keyVariable
}

// originOf is the scheme, host and port of an address, as browsers write them.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	scheme, host := strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	usual := map[string]string{"http": ":80", "https": ":443"}[scheme]
	return scheme + "://" + strings.TrimSuffix(host, usual)
}
