package mermaid

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"modernc.org/quickjs"
)

const (
	engineMemory = 256 << 20 // bytes; loaded it has some 20 MB, and a large diagram takes another 60
	collectAfter = 8 << 20   // bytes allocated between two collections
)

// engine is the script engine with the bundle loaded. It is not safe for
// concurrent use.
type engine struct {
	vm *quickjs.VM
}

// newEngine runs the bundle. The timeout is for each parse, not for this.
func newEngine(script string, timeout time.Duration) (*engine, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("the script engine for mermaid's grammar does not start: %w", err)
	}
	e := &engine{vm}
	vm.SetMemoryLimit(engineMemory)
	vm.SetGCThreshold(collectAfter)
	if err := e.start(script, timeout); err != nil {
		return nil, errors.Join(fmt.Errorf("mermaid's grammar does not load, so diagrams get only a small check of their own: %w", err), e.close())
	}
	return e, nil
}

func (e *engine) start(script string, timeout time.Duration) error {
	// The value of the script is of no use, and might not be convertible.
	if _, err := e.vm.Eval(script+"\n;0", quickjs.EvalGlobal); err != nil {
		return err
	}
	if _, err := e.vm.ExecutePendingJobs(); err != nil {
		return err
	}
	if _, err := e.version(); err != nil {
		return err
	}
	return e.vm.SetEvalTimeout(timeout)
}

func (e *engine) version() (string, error) {
	v, err := e.vm.Eval("designlsVersion", quickjs.EvalGlobal)
	return fmt.Sprint(v), err
}

// check parses one source. Parsing is a promise, which settles while the pending
// jobs run. When ctx is done it stops within moments; the engine stays usable,
// because mermaid resets itself before each parse.
func (e *engine) check(ctx context.Context, source string) (*reply, error) {
	defer context.AfterFunc(ctx, e.vm.Interrupt)()
	if _, err := e.vm.Call("designlsCheck", source); err != nil {
		return nil, stopped(err)
	}
	if _, err := e.vm.ExecutePendingJobs(); err != nil {
		return nil, stopped(err)
	}
	v, err := e.vm.Call("designlsVerdict")
	if err != nil {
		return nil, stopped(err)
	}
	said, ok := v.(string)
	if !ok {
		return nil, errors.New("it did not answer")
	}
	r := new(reply)
	return r, json.Unmarshal([]byte(said), r)
}

// stopped turns the engine's "interrupted" into ErrTooSlow; whether the context
// was the reason is known to the caller.
func stopped(err error) error {
	var e *quickjs.Error
	if errors.As(err, &e) && e.Name == "InternalError" && e.Message == "interrupted" {
		return ErrTooSlow
	}
	return err
}

func (e *engine) close() error { return e.vm.Close() }
