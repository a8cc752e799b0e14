package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/dustin/go-humanize"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/cache"
	"github.com/designls/designls/server/llm/openai"
	"github.com/designls/designls/server/workspace"
)

// engine tells who reviews the documents of a workspace, and what that needs. Only
// online is the server of a model asked, for the names of its models.
func (d *diagnosis) engine(ctx context.Context, at *place, online bool) {
	switch engine := cmp.Or(at.Config.Engine, os.Getenv(engineVariable), workspace.EngineBuiltin); engine {
	case workspace.EngineBuiltin:
		d.say("engine", "%s, which works offline; nothing leaves this machine", engine)
		if at.Config.Engine == "" && os.Getenv(modelVariable) != "" {
			d.say("", "%s is set, and is asked with --engine openai or %s=openai", modelVariable, engineVariable)
		}
	case workspace.EngineOpenAI:
		d.model(ctx, at, online)
	case workspace.EngineEditor:
		d.say("engine", "%s: the model that an editor offers; on the command line builtin", engine)
	default:
		d.say("engine", "%s", engine)
		d.fault(errors.New(unknown("engine", engine, []string{workspace.EngineBuiltin, workspace.EngineOpenAI, workspace.EngineEditor})))
	}
}

func (d *diagnosis) model(ctx context.Context, at *place, online bool) {
	settings, err := withEnvironment(at.Config.Model)
	client, _, clientErr := newClient(settings)
	if err = errors.Join(err, clientErr); err != nil {
		d.say("engine", "%s", workspace.EngineOpenAI)
		d.fault(err)
		return
	}
	defer client.Close()
	d.say("engine", "%s: %s at %s", workspace.EngineOpenAI, client.Name(), client.Host())
	key, from := keyFor(settings.BaseURL)
	d.say("key", "%s", map[bool]string{true: "set in " + from, false: "none in " + from}[key != ""])
	d.consent(at, client.Host())
	d.budget(server.Connection{Model: settings, Workspace: at.Root, Warn: func(string) {}})
	d.replies()
	if !online {
		d.say("server", "not asked; doctor --online does")
		return
	}
	d.server(ctx, client)
}

func (d *diagnosis) consent(at *place, host string) {
	switch {
	case os.Getenv(consentVariable) == "yes":
		d.say("consent", "given by %s", consentVariable)
	case openConsents().Given(at.Root, host):
		d.say("consent", "given for this workspace and %s", host)
	default:
		d.say("consent", "not given yet: you are asked before anything is sent to %s", host)
	}
}

func (d *diagnosis) budget(c server.Connection) {
	book, err := bookOf(c)
	var month llm.Usage
	if err == nil {
		month, err = book.Month()
	}
	used := month.Total()
	switch {
	case err != nil:
		d.fault(fmt.Errorf("the tokens used this month cannot be read: %w", err))
	case c.Monthly > 0:
		d.say("budget", "%d of %d tokens used this month", used, c.Monthly)
	default:
		d.say("budget", "%d tokens used this month; no limit is set (budget.monthlyTokens, %s)", used, monthlyVariable)
	}
}

func (d *diagnosis) replies() {
	dir, err := cacheDir()
	if err != nil {
		d.fault(err)
		return
	}
	replies, size := cache.Size(dir)
	shared := ""
	if os.Getenv(cacheVariable) != "" {
		shared = ", shared with a team by " + cacheVariable
	}
	d.say("cache", "%s: %s, %s%s", dir, repliesOf(replies), humanize.IBytes(uint64(size)), shared)
}

func (d *diagnosis) server(ctx context.Context, client *openai.Client) {
	names, err := client.Models(ctx)
	switch {
	case err != nil:
		d.say("server", "cannot be used")
		d.fault(err)
	case !slices.Contains(names, client.Name()):
		d.say("server", "answers, and lists %s; %s is not among them", countOf(len(names), "model"), client.Name())
	default:
		d.say("server", "answers, and has %s", client.Name())
	}
}
