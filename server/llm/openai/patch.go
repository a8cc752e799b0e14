package openai

import (
	"bytes"
	"context"
	"io"
	"net/http"
)

// What the API client cannot be made to write is put right in what it wrote:
// it leaves out a temperature of 0, for which the smallest other number stands
// until here, and it reads only replies that it has asked to be streamed.
var (
	almostZero = []byte(`"temperature":1e-45`)
	zero       = []byte(`"temperature":0`)
	streamed   = []byte(`"stream":true`)
	unstreamed = []byte(`"stream":false`)
)

type unstreamedKey struct{}

// withoutStream asks for a reply in one piece, which is turned into a stream
// here.
func withoutStream(ctx context.Context) context.Context {
	return context.WithValue(ctx, unstreamedKey{}, true)
}

func patch(req *http.Request) error {
	if req.GetBody == nil {
		return nil
	}
	reader, err := req.GetBody()
	if err != nil {
		return err
	}
	was, err := io.ReadAll(reader)
	if err != nil {
		return err
	}
	body := replaceField(was, almostZero, zero)
	if req.Context().Value(unstreamedKey{}) != nil {
		body = replaceField(body, streamed, unstreamed)
	}
	if len(body) == len(was) {
		return nil
	}
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	req.ContentLength = int64(len(body))
	req.Body, err = req.GetBody()
	return err
}

// replaceField replaces the last occurrence of a field. It cannot be a part of
// a string: there its quotes would be escaped.
func replaceField(body, old, replacement []byte) []byte {
	at := bytes.LastIndex(body, old)
	if at < 0 {
		return body
	}
	return bytes.Join([][]byte{body[:at], body[at+len(old):]}, replacement)
}
