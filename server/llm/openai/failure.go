package openai

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// failure is what a server said when it did not do what was asked.
type failure struct {
	status     int // 200 when it came within a reply
	code       string
	kind       string // "type" on the wire
	param      string
	message    string
	page       bool // a web page
	context    int  // tokens that fit, where the server says so
	retryAfter time.Duration
}

func (f *failure) Error() string {
	return fmt.Sprintf("status %d, code %q, type %q, param %q: %s", f.status, f.code, f.kind, f.param, f.message)
}

// says reports whether one of the words stands in what the server said.
func (f *failure) says(words ...string) bool {
	all := strings.ToLower(f.code + "\n" + f.kind + "\n" + f.param + "\n" + f.message)
	for _, w := range words {
		if strings.Contains(all, w) {
			return true
		}
	}
	return false
}

func readFailure(resp *http.Response) *failure {
	body, _ := io.ReadAll(io.LimitReader(resp.Body, mostErrorBytes)) // half of it is better than nothing
	f := parseFailure(resp.StatusCode, body)
	if f == nil {
		f = &failure{status: resp.StatusCode}
		trimmed := bytes.TrimSpace(body)
		f.page = bytes.HasPrefix(trimmed, []byte("<"))
		if !f.page {
			f.message = string(trimmed)
		}
	}
	if f.retryAfter = retryAfter(resp.Header, time.Now()); f.retryAfter == 0 {
		f.retryAfter = saidRetry(f.message)
	}
	return f
}

// wireError is the error object, in all forms in which servers send it: the
// code may be a string, a number or null.
type wireError struct {
	Message json.RawMessage `json:"message"`
	Code    json.RawMessage `json:"code"`
	Type    json.RawMessage `json:"type"`
	Param   json.RawMessage `json:"param"`
	Context int             `json:"n_ctx"` // llama.cpp
	Inner   struct {
		Code json.RawMessage `json:"code"`
	} `json:"innererror"` // Azure
}

// parseFailure finds the error in a body or an event: {"error": {...}},
// {"error": "..."}, or the error object itself with a message or a detail.
// It is nil when there is none.
func parseFailure(status int, body []byte) *failure {
	var outer struct {
		Error  json.RawMessage `json:"error"`
		Detail json.RawMessage `json:"detail"`
		wireError
	}
	if json.Unmarshal(body, &outer) != nil {
		return nil
	}
	f := &failure{status: status}
	var inner wireError
	switch {
	case plain(outer.Error) == "" && status == http.StatusOK:
		return nil // part of a good reply
	case bytes.HasPrefix(outer.Error, []byte("{")):
		_ = json.Unmarshal(outer.Error, &inner) // what could be read of it is used
	case plain(outer.Error) != "":
		inner = wireError{Message: outer.Error, Type: outer.Type}
	case plain(outer.Message) != "":
		inner = outer.wireError
	default:
		inner = wireError{Message: detail(outer.Detail)}
	}
	f.message, f.kind, f.param, f.context = plain(inner.Message), plain(inner.Type), plain(inner.Param), inner.Context
	f.code = strings.TrimSpace(plain(inner.Code) + " " + plain(inner.Inner.Code))
	return f
}

// plain is a JSON value as text: a string without quotes, null as nothing.
func plain(raw json.RawMessage) string {
	var s string
	switch {
	case json.Unmarshal(raw, &s) == nil:
		return s
	case string(raw) == "null" || string(raw) == "false":
		return ""
	}
	return string(raw)
}

// detail reads what FastAPI sends: a text, or a list of what does not fit. The
// list quotes the request, which is left out.
func detail(raw json.RawMessage) json.RawMessage {
	var list []struct {
		Where []any  `json:"loc"`
		What  string `json:"msg"`
	}
	if json.Unmarshal(raw, &list) != nil {
		return raw
	}
	var said []string
	for _, d := range list {
		said = append(said, strings.Trim(fmt.Sprint(d.Where), "[]")+": "+d.What)
	}
	text, _ := json.Marshal(strings.Join(said, "; ")) // a string always can
	return text
}

// retryAfter reads how long a server wants to be left alone: seconds, a date,
// or the milliseconds that Azure and OpenAI send.
func retryAfter(h http.Header, now time.Time) time.Duration {
	if ms, err := strconv.ParseFloat(h.Get("Retry-After-Ms"), 64); err == nil && ms > 0 {
		return seconds(ms / 1000)
	}
	value := h.Get("Retry-After")
	if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
		return seconds(s)
	}
	if at, err := http.ParseTime(value); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}

// inSeconds finds it in words, where a proxy has dropped the header: "Please retry after
// 86400 seconds." (Azure), "Please try again in 1.5s." (OpenAI).
var inSeconds = regexp.MustCompile(`(?i)(?:retry after|try again in) ([0-9]{1,6}(?:\.[0-9]{1,3})?) ?s`)

func saidRetry(message string) time.Duration {
	m := inSeconds.FindStringSubmatch(message)
	if m == nil {
		return 0
	}
	s, _ := strconv.ParseFloat(m[1], 64) // digits, and few of them
	return seconds(s)
}

func seconds(s float64) time.Duration {
	const most = 24 * time.Hour
	return time.Duration(math.Min(s, most.Seconds()) * float64(time.Second))
}
