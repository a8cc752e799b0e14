package main

import (
	"cmp"
	"encoding/json"
	"fmt"
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
	keys, _ := ownKeys() // what is wrong with them keysFault tells
	if own := keys[originOf(cmp.Or(base, openai.DefaultBaseURL))]; own != "" {
		return own, keysVariable
	}
	return os.Getenv(keyVariable), keyVariable
}

func ownKeys() (keys map[string]string, err error) {
	if list := strings.TrimSpace(os.Getenv(keysVariable)); list != "" {
		err = json.Unmarshal([]byte(list), &keys)
	}
	return keys, err
}

// keysFault says that the keys by server cannot be read: another one would be sent
// instead. What stands there is secret, and is not told.
func keysFault() error {
	if _, err := ownKeys(); err != nil {
		return fmt.Errorf(`%s cannot be read, so nothing was sent; it has to look like {"https://api.example.com": "sk-..."}`, keysVariable)
	}
	return nil
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
