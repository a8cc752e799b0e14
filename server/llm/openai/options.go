// Package openai speaks to servers with OpenAI's chat-completions API: OpenAI
// itself, Azure, and what offers the same, such as vLLM, llama.cpp, Ollama and
// LM Studio.
//
// The servers differ in what they accept and in how they fail. What one of them
// refuses is learned from its answer and left out from then on (quirks.go); what
// it sends is cleaned before it is read (events.go), and each failure becomes an
// llm.Error (classify.go, network.go).
package openai

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	openai "github.com/sashabaranov/go-openai"

	"github.com/designls/designls/server/llm"
)

// DefaultBaseURL is where requests go when Options name no other place.
const DefaultBaseURL = "https://api.openai.com/v1"

// Options say which model to use and how to reach it. Only Model is required.
type Options struct {
	BaseURL string // of the API, usually ending in /v1; "" is DefaultBaseURL
	Key     string // "" for servers that want none
	Model   string // for Azure the name of the deployment

	// AzureVersion is the api-version of an Azure endpoint, such as
	// "2024-10-21"; "" for all other servers.
	AzureVersion string

	Headers map[string]string                     // sent with every request
	Proxy   func(*http.Request) (*url.URL, error) // nil: from the environment
	Timeout Timeouts

	// Window is what fits; zero fields are taken from what is known of the
	// model, or learned from what the server says.
	Window llm.Window

	// Count counts the tokens of a text. It is used where the server does not
	// say, and to notice that it has left out a part of the request. nil: a
	// rough estimate, and nothing is noticed.
	Count func(text string) int
}

// Timeouts are how long to wait; 0 is the default of each.
type Timeouts struct {
	Connect   time.Duration // for name, connection and TLS: 15 s
	FirstByte time.Duration // of silence before the first words, while a model may reason: 5 min
	Idle      time.Duration // of silence after that: 1 min
	Total     time.Duration // for all of it: 30 min
}

func (t Timeouts) orDefaults() Timeouts {
	for _, f := range []struct {
		at      *time.Duration
		usually time.Duration
	}{
		{&t.Connect, 15 * time.Second},
		{&t.FirstByte, 5 * time.Minute},
		{&t.Idle, time.Minute},
		{&t.Total, 30 * time.Minute},
	} {
		if *f.at <= 0 {
			*f.at = f.usually
		}
	}
	return t
}

// Client is a model at a server. It is safe for concurrent use.
type Client struct {
	options Options
	host    string
	api     *openai.Client
	doer    *doer

	mu     sync.Mutex
	quirks quirks
	window llm.Window // learned
}

// New returns a client. Nothing is sent yet. It fails on an address that cannot
// be one.
func New(o Options) (*Client, error) {
	if o.BaseURL == "" {
		o.BaseURL = DefaultBaseURL
	}
	base, err := parseBase(o.BaseURL)
	if err != nil {
		return nil, err
	}
	if o.Model == "" {
		return nil, fmt.Errorf("no model is chosen for %s: set DESIGNLS_MODEL to one that it has", base.Host)
	}
	o.Timeout = o.Timeout.orDefaults()
	c := &Client{options: o, host: hostOf(base), doer: newDoer(o)}
	c.quirks = c.firstQuirks()
	c.api = openai.NewClientWithConfig(c.config())
	return c, nil
}

func parseBase(address string) (*url.URL, error) {
	base, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, fmt.Errorf("OPENAI_BASE_URL is not an address that can be used: it has to look like %s", DefaultBaseURL)
	case base.Scheme != "http" && base.Scheme != "https", base.Host == "":
		return nil, fmt.Errorf("OPENAI_BASE_URL is %q, but has to start with http:// or https:// and a host, like %s", base.Redacted(), DefaultBaseURL)
	case base.User != nil:
		return nil, fmt.Errorf("OPENAI_BASE_URL has a user name or password in it: set the key in OPENAI_API_KEY instead")
	}
	return base, nil
}

// hostOf is the host as people write it: with a port only when it is not the
// usual one.
func hostOf(u *url.URL) string {
	usual := map[string]string{"http": ":80", "https": ":443"}[u.Scheme]
	return strings.TrimSuffix(u.Host, usual)
}

func (c *Client) config() openai.ClientConfig {
	o := c.options
	config := openai.DefaultConfig(o.Key)
	if o.AzureVersion != "" {
		config = openai.DefaultAzureConfig(o.Key, o.BaseURL)
		config.APIVersion = o.AzureVersion
		config.AzureModelMapperFunc = nil // the name of the deployment as it is
	}
	config.BaseURL = o.BaseURL
	config.HTTPClient = c.doer
	return config
}

// Name implements llm.Model.
func (c *Client) Name() string { return c.options.Model }

// Host implements llm.Model.
func (c *Client) Host() string { return c.host }

// Close ends connections that wait for further requests.
func (c *Client) Close() { c.doer.client.CloseIdleConnections() }

// wantsKey reports whether a server is known to answer nobody without a key.
func (c *Client) wantsKey() bool {
	return c.options.AzureVersion != "" || c.host == "api.openai.com" || strings.HasSuffix(c.host, ".azure.com")
}
