package mermaid

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"modernc.org/quickjs"
)

const (
	engineMemory = 256 << 20 // bytes; loaded it has some 20 MB, and a large diagram takes another 60
	collectAfter = 8 << 20   // bytes allocated between two collections
)

// limits are those of one parse.
type limits struct {
	time time.Duration
	// grace is how long a parse may go on that nobody waits for any more. To stop it
	// costs the engine.
	grace time.Duration
}

// engine is the script engine with the bundle loaded. It is not safe for
// concurrent use.
type engine struct {
	vm     *quickjs.VM
	limits limits
}

// newEngine runs the bundle. The limits are for each parse, not for this.
func newEngine(bundle []byte, limits limits) (*engine, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("the script engine for mermaid's grammar does not start: %w", err)
	}
	e := &engine{vm, limits}
	vm.SetMemoryLimit(engineMemory)
	vm.SetGCThreshold(collectAfter)
	if err := e.start(bundle); err != nil {
		return nil, errors.Join(fmt.Errorf("mermaid's grammar does not load, so diagrams get only a small check of their own: %w", err), e.close())
	}
	return e, nil
}

func (e *engine) start(bundle []byte) error {
	if err := e.run(bundle); err != nil {
		return err
	}
	if _, err := e.vm.ExecutePendingJobs(); err != nil {
		return err
	}
	if _, err := e.version(); err != nil {
		return err
	}
	return e.vm.SetEvalTimeout(e.limits.time)
}

func (e *engine) run(bundle []byte) (err error) {
	if isBytecode(bundle) {
		_, err = e.vm.EvalBytecode(bundle)
	} else {
		// The value of the script is of no use, and might not be convertible.
		_, err = e.vm.Eval(string(bundle)+"\n;0", quickjs.EvalGlobal)
	}
	return err
}

func (e *engine) version() (string, error) {
	v, err := e.vm.Eval("designlsVersion", quickjs.EvalGlobal)
	return fmt.Sprint(v), err
}

// check parses one source. After an error the engine can only be closed.
func (e *engine) check(ctx context.Context, source string) (*reply, error) {
	r := new(reply)
	return r, e.ask(ctx, "designlsCheck", "designlsVerdict", source, r)
}

// ask has a function of the bundle work on a source, and decodes what another one
// then answers. The work is a promise, which settles while the pending jobs run.
func (e *engine) ask(ctx context.Context, begin, answer, source string, into any) error {
	defer e.stopAfter(ctx)()
	if _, err := e.vm.Call(begin, source); err != nil {
		return stopped(err)
	}
	if _, err := e.vm.ExecutePendingJobs(); err != nil {
		return stopped(err)
	}
	v, err := e.vm.Call(answer)
	if err != nil {
		return stopped(err)
	}
	said, ok := v.(string)
	if !ok {
		return errors.New("it did not answer")
	}
	return json.Unmarshal([]byte(said), into)
}

// errStopped says that a parse was stopped, by the context or the timeout.
var errStopped = errors.New("stopped")

func stopped(err error) error {
	var e *quickjs.Error
	if errors.As(err, &e) && e.Name == "InternalError" && e.Message == "interrupted" {
		return errStopped
	}
	return err
}

// stopAfter stops the parse that runs when ctx is done and the grace is over. The
// function it returns ends that; after it nothing is stopped any more.
func (e *engine) stopAfter(ctx context.Context) (end func()) {
	var mu sync.Mutex
	var ended bool
	var grace *time.Timer
	interrupt := func() {
		mu.Lock()
		defer mu.Unlock()
		if !ended {
			e.vm.Interrupt()
		}
	}
	stop := context.AfterFunc(ctx, func() {
		mu.Lock()
		defer mu.Unlock()
		if !ended {
			grace = time.AfterFunc(e.limits.grace, interrupt)
		}
	})
	return func() {
		stop()
		mu.Lock()
		defer mu.Unlock()
		ended = true
		if grace != nil {
			grace.Stop()
		}
	}
}

func (e *engine) close() error { return e.vm.Close() }
