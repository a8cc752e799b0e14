package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

// Consents are what the user has agreed to: that text of a workspace goes to a
// host. They are kept with the user, never in the workspace.
type Consents struct {
	path string // "" keeps them for as long as the program runs

	mu    sync.Mutex
	given []consent
}

type consent struct {
	Workspace string    `json:"workspace"` // root
	Host      string    `json:"host"`
	Time      time.Time `json:"time"`
}

// OpenConsents keeps consents in a file.
func OpenConsents(path string) *Consents { return &Consents{path: path} }

// DefaultConsents is the file in which a user's consents are kept.
func DefaultConsents() (string, error) {
	if dir := os.Getenv("XDG_STATE_HOME"); runtime.GOOS == "linux" && filepath.IsAbs(dir) {
		return filepath.Join(dir, "designls", "consent.json"), nil
	}
	if runtime.GOOS != "linux" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "designls", "consent.json"), err
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "state", "designls", "consent.json"), err
}

// Given says whether the user has agreed. What cannot be read was not agreed to.
func (c *Consents) Given(root, host string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	_ = c.read()
	return slices.ContainsFunc(c.given, func(one consent) bool { return one.Workspace == root && one.Host == host })
}

// Give remembers that the user has agreed.
func (c *Consents) Give(root, host string, now time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.read(); err != nil {
		return err
	}
	c.given = append(c.given, consent{root, host, now.UTC().Truncate(time.Second)})
	if c.path == "" {
		return nil
	}
	data, err := json.MarshalIndent(c.given, "", "  ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(c.path), 0o700)
	}
	if err == nil {
		err = replace(c.path, append(data, '\n'))
	}
	return err
}

// replace writes a file whole or not at all.
func replace(path string, data []byte) error {
	part, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // only for this user
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // not there any more when all went well
	_, err = part.Write(data)
	if err = errors.Join(err, part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), path)
}

// read is called with the lock held. A file that is damaged says nothing, and is
// written anew with the next consent.
func (c *Consents) read() error {
	if c.path == "" {
		return nil
	}
	data, err := os.ReadFile(c.path)
	if errors.Is(err, fs.ErrNotExist) {
		c.given = nil
		return nil
	}
	if err == nil {
		c.given = nil
		if json.Unmarshal(data, &c.given) != nil {
			c.given = nil
		}
	}
	return err
}

// ConsentQuestion says who would get what.
func ConsentQuestion(n reviewer.Notice, m workspace.Model) string {
	sections := slices.DeleteFunc(slices.Clone(n.Sections), func(s string) bool { return s == "" })
	what := "text"
	switch {
	case len(sections) > mostNamed:
		what = fmt.Sprintf("%s and %d more sections", strings.Join(inQuotes(sections[:mostNamed]), ", "), len(sections)-mostNamed)
	case len(sections) > 0:
		what = strings.Join(inQuotes(sections), ", ")
	}
	if len(n.Files) > 0 {
		what += ", and the file " + strings.Join(inQuotes(slices.Clone(n.Files)), ", ")
	}
	question := fmt.Sprintf("May designls send text of %s to %s? It is %s: about %d tokens, for the model %s", n.Path, n.Host, what, n.Tokens, n.Model)
	if cost := spentOf(llm.Usage{Prompt: n.Tokens, Completion: n.Reserve}, m).Cost; cost > 0 {
		question += fmt.Sprintf(", at a cost of at most about %.2f by the prices you have set", roundedUp(cost))
	}
	switch {
	case n.Secrets == 1:
		question += "; 1 text that looks like a secret is taken out"
	case n.Secrets > 1:
		question += fmt.Sprintf("; %d texts that look like secrets are taken out", n.Secrets)
	}
	return question + "."
}

// roundedUp is a cost in whole hundredths.
func roundedUp(cost float64) float64 {
	const millionths = 1e6 // as a cost is told; without them 0.07 would come to 0.08
	return math.Ceil(math.Round(cost*millionths)/(millionths/100)) / 100
}

const mostNamed = 4

func inQuotes(names []string) []string {
	for i, name := range names {
		names[i] = "“" + name + "”"
	}
	return names
}

// The answers to the question.
const (
	consentWorkspace = "Allow for this workspace"
	consentOnce      = "Once"
	consentNo        = "No"
)

// consent asks whether text of a folder may be sent, unless that was agreed to.
func (s *session) consent(ctx context.Context, f *workspace.Folder, n reviewer.Notice) error {
	if n.Host == "" || s.options.Consents.Given(f.Root, n.Host) {
		return nil
	}
	declined := &llm.Error{Kind: llm.Declined, Host: n.Host, Model: n.Model}
	answer, err := s.askAs(ctx, protocol.MessageTypeWarning, ConsentQuestion(n, f.Config.Model), []string{consentWorkspace, consentOnce, consentNo})
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		declined.Detail, declined.Err = "the editor cannot ask you", err
		return declined
	case answer == consentWorkspace:
		if err := s.options.Consents.Give(f.Root, n.Host, s.options.Now()); err != nil {
			s.sayOnce(protocol.MessageTypeWarning, fmt.Sprintf("Your consent cannot be written down, so you will be asked again: %v.", err))
		}
		return nil
	case answer == consentOnce:
		return nil
	}
	return declined
}
