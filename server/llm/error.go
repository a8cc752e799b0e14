package llm

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind is what went wrong, as far as it matters for what to do next.
type Kind string

// What can go wrong with a request to a model.
const (
	KeyMissing     Kind = "key-missing"      // the server wants a key, and none is set
	KeyWrong       Kind = "key-wrong"        // the server does not accept the key, or not for this
	ModelUnknown   Kind = "model-unknown"    // the server does not have this model
	Quota          Kind = "quota"            // the account has used up what it may
	RateLimit      Kind = "rate-limit"       // too many requests at the moment
	ContextTooLong Kind = "context-too-long" // the request does not fit into the model's window
	Timeout        Kind = "timeout"          // the server said nothing for too long
	CutOff         Kind = "cut-off"          // the reply ended before it was complete
	Refused        Kind = "refused"          // the model or a content filter would not answer
	Unreachable    Kind = "unreachable"      // no connection: name, network, certificate
	Server         Kind = "server"           // the server failed
	BadReply       Kind = "bad-reply"        // what came cannot be used: no reply of this API, or not JSON where it must be
	Rejected       Kind = "rejected"         // the server does not accept the request, for a reason of its own
	LocalOnly      Kind = "local-only"       // the document says that it must not leave the machine
	Budget         Kind = "budget"           // the token budget does not allow it
	Declined       Kind = "declined"         // the user did not agree that text is sent
)

// Error is a failed request. It never contains a key, nor text of the document.
type Error struct {
	Kind   Kind
	Host   string // where the request went; "" for the editor's model
	Model  string
	Detail string // what the server said, or more about what happened; may be empty

	RetryAfter time.Duration // how long to wait before trying again; 0 when not said
	Offers     []string      // beside ModelUnknown, models that the server does have; may be empty
	Err        error         // the cause, for the log; may be nil
}

// Error says in one sentence what failed, that the document is unchanged, and
// what to do next.
func (e *Error) Error() string {
	s, known := sentences[e.Kind]
	if !known {
		s = sentences[Server]
	}
	fill := strings.NewReplacer("{host}", e.host(), "{model}", e.model())
	what := fill.Replace(s.what)
	if detail := strings.TrimRight(strings.TrimSpace(e.Detail), ". "); detail != "" {
		what += " (" + detail + ")"
	}
	return what + "; the document is unchanged: " + fill.Replace(e.next(s.next))
}

// next is what to do, in more detail than the sentence of the kind where there is some.
func (e *Error) next(usually string) string {
	switch {
	case e.Kind == RateLimit && e.RetryAfter > 0:
		return fmt.Sprintf("try again in %s", max(e.RetryAfter.Round(time.Second), time.Second))
	case e.Kind == ModelUnknown && len(e.Offers) > 0:
		return usually + ", such as " + strings.Join(e.Offers, " or ")
	}
	return usually
}

func (e *Error) host() string {
	if e.Host == "" {
		return "the editor's model"
	}
	return e.Host
}

func (e *Error) model() string {
	if e.Model == "" {
		return "the model"
	}
	return "the model " + e.Model
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Retryable reports whether the same request may succeed a little later.
func (e *Error) Retryable() bool {
	switch e.Kind {
	case RateLimit, Server, Unreachable, Timeout:
		return true
	case CutOff, BadReply:
		// A connection that broke may hold the next time. A reply that is too
		// long will be too long again.
		return errors.Is(e.Err, ErrBroken)
	}
	return false
}

// ErrBroken is the cause of a CutOff or BadReply that is an accident of the
// connection, and not of what was asked.
var ErrBroken = errors.New("the connection broke")

// sentence is how a kind is told: what failed, and what to do next.
type sentence struct{ what, next string }

var sentences = map[Kind]sentence{
	KeyMissing: {"{host} wants a key, and none is set",
		"set OPENAI_API_KEY where designls is started, or the key in your editor, then try again"},
	KeyWrong: {"{host} does not accept the key",
		"check the key in OPENAI_API_KEY or in your editor, and what it may do"},
	ModelUnknown: {"{host} does not have {model}",
		"set DESIGNLS_MODEL, or openai.model in your editor, to one that it has"},
	Quota: {"the quota at {host} is used up",
		"see to the plan and billing there, or use the builtin engine"},
	RateLimit: {"{host} is getting too many requests",
		"try again in a minute"},
	ContextTooLong: {"the request is too long for {model}",
		"run it on one section, or use a model with a larger window"},
	Timeout: {"{host} did not answer in time",
		"try again, or allow it more time"},
	CutOff: {"the reply of {model} ended before it was complete",
		"try again, on a smaller section if it happens again"},
	Refused: {"{model} would not answer this",
		"reword what it may have stumbled over, or use another model"},
	Unreachable: {"{host} cannot be reached",
		"check OPENAI_BASE_URL, the network and the proxy, then try again"},
	Server: {"{host} failed on this request",
		"try again later, or use the builtin engine"},
	BadReply: {"{host} sent a reply that cannot be used",
		"try again; if it stays so, check OPENAI_BASE_URL, or use another model"},
	Rejected: {"{host} does not accept the request",
		"check what that server and {model} can do, or use the builtin engine"},
	LocalOnly: {"nothing was sent to {host}, because this document is marked local-only",
		"use the builtin engine, or take local-only out of its front matter"},
	Budget: {"nothing was sent to {host}, because the token budget does not allow it",
		"raise budget.monthlyTokens or DESIGNLS_MONTHLY_TOKENS, or use the builtin engine"},
	Declined: {"nothing was sent to {host}, because you did not agree to it",
		"run the action again to be asked again, or use the builtin engine"},
}

// KindOf returns the kind of a failed request, and "" for any other error. A
// deadline of the caller's is a Timeout.
func KindOf(err error) Kind {
	var e *Error
	switch {
	case errors.As(err, &e):
		return e.Kind
	case errors.Is(err, context.DeadlineExceeded):
		return Timeout
	}
	return ""
}
