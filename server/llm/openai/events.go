package openai

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"time"
	"unicode/utf8"
)

var (
	errNotUTF8  = errors.New("it is not valid UTF-8")
	errHTML     = errors.New("it is a web page")
	errNoEvents = errors.New("it is neither a stream of events nor JSON")
	errUnmarked = errors.New("the stream ended without its mark")
)

// events reads the body of a reply as the API client can take it: lines of
// data and nothing else. Servers send comments to keep a connection alive,
// names of events, errors in the middle of a stream or instead of one, a whole
// JSON reply where a stream was asked for, or a web page of some proxy.
type events struct {
	body    io.Closer
	lines   *bufio.Reader
	watch   *watchdog
	json    bool   // the body is one JSON reply
	begun   bool   // the kind of the body is known
	marked  bool   // the mark of the end has come
	pending []byte // made, and not read yet
	err     error  // after pending
}

func newEvents(resp *http.Response, w *watchdog) *events {
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	return &events{
		body:  resp.Body,
		lines: bufio.NewReaderSize(&limited{resp.Body, mostBytes}, 16<<10),
		watch: w,
		json:  kind == "application/json",
	}
}

// mostDrained is how long to wait for the end of a body after the end of its
// stream, so that the connection can be used again.
const mostDrained = 50 * time.Millisecond

// Close implements io.Closer.
func (e *events) Close() error {
	if e.marked {
		e.watch.allow(mostDrained)
		_, _ = io.CopyN(io.Discard, e.lines, 1<<10) // if it does not end, the connection does
	}
	return e.body.Close()
}

// Read implements io.Reader.
func (e *events) Read(p []byte) (int, error) {
	for len(e.pending) == 0 {
		if e.err != nil {
			return 0, e.err
		}
		if e.err = e.fill(); e.err == io.EOF && !e.marked { //nolint:errorlint // a joined one is another
			e.err = errUnmarked
		}
	}
	n := copy(p, e.pending)
	e.pending = e.pending[n:]
	return n, nil
}

// fill makes something pending, or says why there is no more.
func (e *events) fill() error {
	if !e.begun {
		if err := e.begin(); err != nil {
			return err
		}
	}
	if e.json {
		return e.whole()
	}
	line, err := e.line()
	e.watch.alive()
	line = bytes.TrimSpace(line)
	if data, ok := bytes.CutPrefix(line, []byte("data:")); ok {
		return e.data(bytes.TrimSpace(data), err)
	}
	return err
}

// begin tells from the first byte what the body is, since the header is not
// always right.
func (e *events) begin() error {
	for {
		first, err := e.lines.Peek(1)
		if err != nil {
			return err
		}
		switch first[0] {
		case ' ', '\r', '\n', '\t', 0xEF, 0xBB, 0xBF: // white space, or a byte order mark
			_, _ = e.lines.Discard(1)
			continue
		case '{':
			e.json = true
		case '<':
			return errHTML
		case ':', 'd', 'e', 'i', 'r': // a comment, data, event, id or retry
		default:
			return errNoEvents
		}
		e.begun = true
		return nil
	}
}

// line reads one line; a line without an end comes with io.EOF.
func (e *events) line() ([]byte, error) {
	var long []byte
	for {
		part, err := e.lines.ReadSlice('\n')
		if err == nil && long == nil {
			return part, nil
		}
		if long = append(long, part...); len(long) > mostLine {
			return nil, errTooLong
		}
		if err != bufio.ErrBufferFull { //nolint:errorlint // documented to be exactly this
			return long, err
		}
		e.watch.alive()
	}
}

// data takes one event. readErr is what followed it on the wire.
func (e *events) data(data []byte, readErr error) error {
	switch {
	case readErr != nil && !complete(data):
		return errors.Join(io.ErrUnexpectedEOF, readErr) // half an event
	case !utf8.Valid(data):
		return errNotUTF8
	case bytes.Contains(data, []byte(`"error"`)):
		if f := parseFailure(http.StatusOK, data); f != nil {
			return f
		}
	}
	if bytes.HasPrefix(data, errorFirst) { // which the client takes for a failure, even if there is none
		data = append([]byte("{ "), data[1:]...)
	}
	e.pend(data)
	if bytes.Equal(data, doneMark) {
		e.marked = true
		return io.EOF
	}
	return readErr
}

var (
	doneMark   = []byte("[DONE]")
	errorFirst = []byte(`{"error":`)
)

func complete(data []byte) bool {
	return json.Valid(data) || bytes.Equal(data, doneMark)
}

func (e *events) pend(data []byte) {
	e.pending = append(append(append(make([]byte, 0, len(data)+8), "data: "...), data...), '\n')
}

// whole turns a JSON reply into the events that would have carried it.
func (e *events) whole() error {
	body, err := io.ReadAll(&limited{e.lines, mostLine})
	switch {
	case err != nil:
		return err
	case !utf8.Valid(body):
		return errNotUTF8
	}
	if f := parseFailure(http.StatusOK, body); f != nil {
		return f
	}
	data, err := asEvent(body)
	if err != nil {
		return err
	}
	e.pend(data)
	e.pending = append(e.pending, "data: [DONE]\n"...)
	e.marked = true
	return io.EOF
}
