package server

import (
	"context"
	"encoding/json"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// The commands. Their one argument is an object.
const (
	commandRun     = "designls.run"     // runArguments: run an action
	commandDecide  = "designls.decide"  // decideArguments: keep a decision about a finding
	commandInclude = "designls.include" // documentArguments: treat as a design document
	commandExclude = "designls.exclude" // documentArguments: leave alone
	commandApply   = "designls.apply"   // applyArguments: make an edit, for clients whose code actions have none
	commandNext    = "designls.next"    // nextArguments: go to the next finding
	commandPreview = "designls.preview" // runReference: what a run with "preview" would write
	commandInsert  = "designls.insert"  // runReference: write that

	// These only answer, without a model: what is known of a document.
	commandFindings  = "designls.findings"  // sectionArguments: findingsAnswer
	commandGraph     = "designls.graph"     // sectionArguments: graphAnswer
	commandEstimates = "designls.estimates" // sectionArguments: estimatesAnswer
)

// A command is begun in order with the notifications, like a request.
type command func(s *session, argument []byte, params *protocol.ExecuteCommandParams) (answer, error)

var commands = map[string]command{
	commandRun:     runCommand,
	commandDecide:  withArgument(decide),
	commandInclude: withArgument(enable(true)),
	commandExclude: withArgument(enable(false)),
	commandApply:   withArgument(apply),
	commandNext:    withArgument(next),
	commandPreview: withArgument(tellPreview),
	commandInsert:  withArgument(insert),

	commandFindings:  aboutDocument(tellFindings),
	commandGraph:     aboutDocument(tellGraph),
	commandEstimates: aboutDocument(tellEstimates),
}

// commandNames are the commands in alphabetical order.
func commandNames() []string {
	var names []string
	for name := range commands {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// executeCommand answers "workspace/executeCommand".
func executeCommand(s *session, raw jsonrpc2.RawMessage) (answer, error) {
	params, err := decode[protocol.ExecuteCommandParams](raw)
	if err != nil {
		return nil, err
	}
	run, known := commands[params.Command]
	if !known {
		return nil, invalid("There is no command %q; there are %q.", params.Command, commandNames())
	}
	if len(params.Arguments) != 1 {
		return nil, invalid("%s takes one argument, an object, and got %d.", params.Command, len(params.Arguments))
	}
	return run(s, params.Arguments[0], params)
}

// withArgument makes a command of a function that is given the argument.
func withArgument[A any](begin func(*session, *A) (answer, error)) command {
	return func(s *session, raw []byte, params *protocol.ExecuteCommandParams) (answer, error) {
		argument, err := decodeArgument[A](raw, params.Command)
		if err != nil {
			return nil, err
		}
		return begin(s, argument)
	}
}

func decodeArgument[A any](raw []byte, command string) (*A, error) {
	argument := new(A)
	if err := json.Unmarshal(raw, argument); err != nil {
		return nil, invalid("The argument of %s cannot be read: %v.", command, err)
	}
	return argument, nil
}

// commandTo is a command with its argument, for code actions and lenses.
func commandTo(title, name string, argument any) protocol.Command {
	encoded, err := json.Marshal(argument)
	if err != nil {
		encoded = []byte("null") // then the command says what it lacks
	}
	return protocol.Command{Title: title, Command: name, Arguments: []protocol.LSPAny{encoded}}
}

// failed is the answer to a request that cannot be carried out, through no fault
// of the client's.
func failed(err error) error {
	return jsonrpc2.NewError(jsonrpc2.Code(protocol.LSPErrorCodesRequestFailed), sentence(err))
}

// documentArguments are the argument of commands about a document.
type documentArguments struct {
	URI string `json:"uri"`
}

// enable makes the command that says in the front matter whether a document is a
// design document.
func enable(on bool) func(*session, *documentArguments) (answer, error) {
	title := map[bool]string{true: titleInclude, false: titleExclude}[on]
	return func(s *session, a *documentArguments) (answer, error) {
		p := s.beginChange(a.URI, title)
		return func(ctx context.Context) (any, error) {
			defer p.leave()
			if err := p.enable(ctx, on); err != nil {
				return nil, failed(err)
			}
			return nil, nil
		}, nil
	}
}
