package openai

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"

	"github.com/designls/designls/server/llm"
)

func TestUnreachable(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	secure := httptest.NewUnstartedServer(good("hello"))
	secure.Config.ErrorLog = quiet()
	secure.StartTLS()
	defer secure.Close()
	open := httptest.NewServer(good("hello"))
	defer open.Close()
	noProxy := func(*http.Request) (*url.URL, error) { return url.Parse("http://" + closed.Addr().String()) }
	for _, test := range []struct {
		name string
		o    Options
		says string
	}{
		{"nothing there", Options{BaseURL: "http://" + closed.Addr().String() + "/v1"}, "nothing listens there"},
		{"no such name", Options{BaseURL: "http://no-such-host.invalid/v1"}, "name"},
		{"unknown certificate", Options{BaseURL: secure.URL}, "an authority that this machine does not know"},
		{"no TLS", Options{BaseURL: strings.Replace(open.URL, "http:", "https:", 1)}, "it does not speak TLS"},
		{"no proxy", Options{BaseURL: open.URL, Proxy: noProxy}, ""},
		{"no proxy for TLS", Options{BaseURL: secure.URL, Proxy: noProxy}, "the proxy did not connect"},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.o.Key = secret
			_, err := newClient(t, test.o).Complete(t.Context(), question(), nil)
			if llm.KindOf(err) != llm.Unreachable || !strings.Contains(err.Error(), test.says) {
				t.Fatalf("got %v, want %q", err, test.says)
			}
			checkSentence(t, err)
		})
	}
}

func TestProxyIsUsed(t *testing.T) {
	var asked string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.String()
		good("hello")(w, r)
	}))
	defer proxy.Close()
	to, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := newClient(t, Options{BaseURL: "http://models.example.com/v1", Proxy: http.ProxyURL(to)})
	if _, err := c.Complete(t.Context(), question(), nil); err != nil || asked != "http://models.example.com/v1/chat/completions" {
		t.Errorf("asked the proxy for %q, %v", asked, err)
	}
}

func TestAzure(t *testing.T) {
	var path, key string
	server := newFaulty(t, func(w http.ResponseWriter, r *http.Request) {
		path, key = r.URL.String(), r.Header.Get("Api-Key")
		good("hello")(w, r)
	})
	server.Start()
	defer server.Close()
	c := newClient(t, Options{BaseURL: server.URL, Key: secret, Model: "gpt-4.1:team", AzureVersion: "2024-10-21"})
	if _, err := c.Complete(t.Context(), question(), nil); err != nil {
		t.Error(err)
	}
	if path != "/openai/deployments/gpt-4.1:team/chat/completions?api-version=2024-10-21" || key != secret {
		t.Errorf("asked %s with the key %q", path, key)
	}
}

func TestWhatIsNotAtAnAddressTellsHowItLooks(t *testing.T) {
	gone := problem(404, `{"error":{"code":"404","message":"Resource not found"}}`)
	for version, want := range map[string]string{"": "usually ends in /v1", "2024-10-21": "without a path"} {
		_, err := newFaulty(t, gone).start(Options{Key: secret, AzureVersion: version}).Complete(t.Context(), question(), nil)
		if llm.KindOf(err) != llm.BadReply || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", version, err)
		}
	}
	c := newClient(t, Options{BaseURL: "https://x.openai.azure.com", Key: secret})
	if got := c.usualAddress(); !strings.Contains(got, "/openai/v1") {
		t.Error(got)
	}
}

func TestModelsAreListed(t *testing.T) {
	server := newFaulty(t, problem(200, `{"object":"list","data":[{"id":"b","object":"model"},{"id":"a","object":"model"}]}`))
	names, err := server.start(Options{}).Models(t.Context())
	if err != nil || fmt.Sprint(names) != "[a b]" {
		t.Errorf("got %v, %v", names, err)
	}
	wrong := newFaulty(t, problem(401, `{"error":{"message":"no"}}`))
	if _, err := wrong.start(Options{Key: secret}).Models(t.Context()); llm.KindOf(err) != llm.KeyWrong {
		t.Errorf("got %v", err)
	}
}

func TestAddressesThatCannotBeUsed(t *testing.T) {
	for _, address := range []string{"localhost:8080", "ftp://x/v1", "http://", "http://user:pass@x/v1", "://"} {
		if _, err := New(Options{BaseURL: address, Model: "m"}); err == nil || strings.Contains(err.Error(), "pass@") || !strings.Contains(err.Error(), "OPENAI_BASE_URL") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := New(Options{}); err == nil || !strings.Contains(err.Error(), "DESIGNLS_MODEL") {
		t.Errorf("without a model: %v", err)
	}
}

func TestHostIsAsPeopleWriteIt(t *testing.T) {
	for address, want := range map[string]string{
		"": "api.openai.com", "https://x.example:443/v1": "x.example", "http://localhost:11434/v1": "localhost:11434", "http://[::1]:80/v1": "[::1]",
	} {
		if got := newClient(t, Options{BaseURL: address}).Host(); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// TestHugeRepliesAreStopped: neither the memory nor the time for them is spent.
func TestHugeRepliesAreStopped(t *testing.T) {
	piece := strings.Repeat("x", 1<<16)
	for name, serve := range map[string]http.HandlerFunc{
		"as one line":    flood(`data: {"choices":[{"index":0,"delta":{"content":"`, piece),
		"as JSON":        flood(`{"choices":[{"message":{"content":"`, piece),
		"as many events": flood("", said(piece)),
		"as comments":    flood("", ": "+piece+"\n"),
		"as a failure":   func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500); flood("", piece)(w, r) },
	} {
		t.Run(name, func(t *testing.T) {
			var sent int64
			server := newFaulty(t, func(w http.ResponseWriter, r *http.Request) { serve(counting{w, &sent}, r) })
			c := server.start(Options{Key: secret})
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := c.Complete(t.Context(), question(), nil)
			runtime.ReadMemStats(&after)
			if kind := llm.KindOf(err); kind != llm.BadReply && kind != llm.Server {
				t.Fatalf("got %v", err)
			}
			checkSentence(t, err)
			server.Close()               // waits for the handler, so the count is final
			if sent > mostBytes+16<<20 { // what the system buffers was sent, and not read
				t.Errorf("%d MB were sent", sent>>20)
			}
		})
	}
}

type counting struct {
	http.ResponseWriter
	n *int64
}

func (c counting) Write(p []byte) (int, error) {
	n, err := c.ResponseWriter.Write(p)
	*c.n += int64(n)
	return n, err
}

// flood sends 100 MB, or what is taken of it.
func flood(first, piece string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		_, err := io.WriteString(w, first)
		for sent := 0; err == nil && sent < 100<<20; sent += len(piece) {
			_, err = io.WriteString(w, piece)
		}
	}
}
