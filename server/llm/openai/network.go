package openai

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"net"
	"strings"
	"syscall"

	"github.com/designls/designls/server/llm"
)

// failed is a failure of a request of this client's.
func (c *Client) failed(kind llm.Kind, detail string, cause error) *llm.Error {
	return &llm.Error{Kind: kind, Host: c.host, Model: c.options.Model, Detail: detail, Err: cause}
}

// explain turns whatever ended a request into what Complete returns. ctx is the
// one of the caller, and cause why the request's own was ended.
func (c *Client) explain(ctx context.Context, cause, err error) error {
	var (
		late    overdue
		refusal *failure
		known   *llm.Error
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return known
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case ctx.Err() != nil:
		return c.failed(llm.Timeout, "", ctx.Err())
	case errors.As(cause, &late):
		return c.failed(llm.Timeout, late.Error(), late)
	case errors.As(err, &refusal):
		return c.explainFailure(refusal)
	}
	return c.explainBroken(err)
}

// badReplies are ways in which what came is no reply.
var badReplies = []error{errTooLong, errNotUTF8, errHTML, errNoEvents, errNoChoices}

// explainBroken is for what no server said.
func (c *Client) explainBroken(err error) error {
	var elsewhere redirected
	if errors.As(err, &elsewhere) {
		return c.failed(llm.BadReply, elsewhere.Error(), err)
	}
	for _, bad := range badReplies {
		if errors.Is(err, bad) {
			return c.failed(llm.BadReply, bad.Error(), err)
		}
	}
	var syntax *json.SyntaxError
	var mistyped *json.UnmarshalTypeError
	if errors.As(err, &syntax) || errors.As(err, &mistyped) {
		return c.failed(llm.BadReply, "it is not the JSON that it should be", err)
	}
	var midway broken
	if errors.As(err, &midway) {
		return c.failed(llm.CutOff, "the connection broke", errors.Join(llm.ErrBroken, err))
	}
	return c.failed(llm.Unreachable, unreachable(err), err)
}

// unreachable says in a few words why there is no connection.
func unreachable(err error) string {
	var (
		name      *net.DNSError
		operation *net.OpError
		wait      interface{ Timeout() bool }
		unsure    *tls.CertificateVerificationError
		authority x509.UnknownAuthorityError
		foreign   x509.HostnameError
		plain     tls.RecordHeaderError
	)
	switch {
	case errors.As(err, &operation) && operation.Op == "proxyconnect":
		return "the proxy did not connect"
	case errors.As(err, &name) && name.IsNotFound:
		return "there is no host of that name"
	case errors.As(err, &name):
		return "its name could not be looked up"
	case errors.As(err, &foreign):
		return "its certificate is for another host"
	case errors.As(err, &authority):
		return "its certificate is from an authority that this machine does not know"
	case errors.As(err, &unsure):
		return "its certificate is not valid"
	case errors.As(err, &plain), strings.Contains(err.Error(), "server gave HTTP response to HTTPS client"):
		return "it does not speak TLS; does the address start with http://?"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "nothing listens there"
	case errors.As(err, &wait) && wait.Timeout():
		return "it did not answer"
	}
	return "the connection broke"
}
