package openai

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// Limits of what is read from a server.
const (
	mostBytes      = 64 << 20 // of a stream, whose events are many times longer than their text
	mostLine       = 8 << 20  // of one event
	mostText       = 8 << 20  // of a reply
	mostErrorBytes = 64 << 10 // of the body of a failure
)

// doer carries requests for the API client: it puts right what that cannot
// say, and turns what servers answer into what it can read, or into a failure.
type doer struct {
	client  *http.Client
	headers map[string]string
}

func newDoer(o Options) *doer {
	proxy := o.Proxy
	if proxy == nil {
		proxy = http.ProxyFromEnvironment
	}
	dialer := &net.Dialer{Timeout: o.Timeout.Connect}
	return &doer{
		headers: o.Headers,
		client: &http.Client{
			CheckRedirect: checkRedirect,
			Transport: &http.Transport{
				Proxy:               proxy,
				DialContext:         dialer.DialContext,
				TLSHandshakeTimeout: o.Timeout.Connect,
				ForceAttemptHTTP2:   true,
				DisableCompression:  true, // a compressed stream arrives in lumps
				MaxIdleConnsPerHost: 8,
				IdleConnTimeout:     o.Timeout.Idle,
			},
		},
	}
}

// redirected is a redirect that is not followed: it would carry key and text to
// where the user did not send them.
type redirected struct{ to *url.URL }

func (r redirected) Error() string {
	return fmt.Sprintf("it redirects to %s://%s%s", r.to.Scheme, r.to.Host, r.to.Path)
}

// checkRedirect follows a redirect only within a server, and only one that
// repeats the request as it is.
func checkRedirect(next *http.Request, via []*http.Request) error {
	first := via[0]
	same := next.URL.Host == first.URL.Host && next.URL.Scheme == first.URL.Scheme && next.Method == first.Method
	if !same || len(via) >= 5 {
		return redirected{next.URL}
	}
	return nil
}

// Do implements the API client's idea of an HTTP client. Whatever is not a
// success is a *failure.
func (d *doer) Do(req *http.Request) (*http.Response, error) {
	for name, value := range d.headers {
		req.Header.Set(name, value)
	}
	if req.Header.Get("User-Agent") == "" {
		req.Header.Set("User-Agent", "designls")
	}
	// Some servers close a connection that they have offered to keep. With this
	// the transport then takes a new one; an empty list is not sent.
	req.Header["Idempotency-Key"] = []string{}
	if err := patch(req); err != nil {
		return nil, err
	}
	resp, err := d.client.Do(req)
	if err != nil {
		return nil, err
	}
	watch := watchdogOf(req.Context())
	watch.alive()
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		defer func() { _ = resp.Body.Close() }() // what matters has been read
		return nil, readFailure(resp)
	}
	if strings.HasSuffix(req.URL.Path, "/chat/completions") {
		resp.Body = newEvents(resp, watch)
	} else {
		resp.Body = limitBody(resp.Body, mostLine)
	}
	return resp, nil
}

// errTooLong is a reply that was stopped, because nobody wants so much.
var errTooLong = errors.New("the reply is far too long")

type limitedBody struct {
	io.Reader
	io.Closer
}

// limitBody fails with errTooLong when there is more than n bytes.
func limitBody(body io.ReadCloser, n int64) io.ReadCloser {
	return limitedBody{&limited{body, n}, body}
}

type limited struct {
	from io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errTooLong
	}
	return n, err
}
