package server_test

import (
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/goleak"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/lsptest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestExitCodes(t *testing.T) {
	for name, tt := range map[string]struct {
		leave func(*lsptest.Editor) int
		want  int
	}{
		"exit after shutdown":    {(*lsptest.Editor).Shutdown, server.ExitClean},
		"exit without shutdown":  {func(e *lsptest.Editor) int { e.Notify("exit", "null"); return e.Wait() }, server.ExitUnclean},
		"the connection ends":    {func(e *lsptest.Editor) int { e.Hangup(); return e.Wait() }, server.ExitUnclean},
		"a header without sense": {func(e *lsptest.Editor) int { e.Write("What?\r\n\r\n"); return e.Wait() }, server.ExitUnclean},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				e := lsptest.Start(t, t.TempDir(), lsptest.Config{})
				if code := tt.leave(e); code != tt.want {
					t.Errorf("exit code %d, want %d", code, tt.want)
				}
			})
		})
	}
}

func TestRequestsOutOfTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := lsptest.Start(t, t.TempDir(), lsptest.Config{Raw: true})
		wantError := func(method string, code jsonrpc2.Code) {
			t.Helper()
			_, err := e.Call(t.Context(), method, "{}")
			if wire, ok := err.(*jsonrpc2.Error); !ok || wire.Code != code {
				t.Errorf("%s: got %v, want code %d", method, err, code)
			}
		}
		wantError("textDocument/hover", jsonrpc2.ServerNotInitialized)
		e.Notify("textDocument/didOpen", `{"textDocument":{"uri":"file:///a.md","languageId":"markdown","version":1,"text":"x"}}`)
		if _, err := e.Call(t.Context(), "initialize", `{"processId":null,"rootUri":null,"capabilities":{}}`); err != nil {
			t.Fatal(err)
		}
		wantError("initialize", jsonrpc2.InvalidRequest)
		wantError("textDocument/rename", jsonrpc2.MethodNotFound)
		wantError("no/such/method", jsonrpc2.MethodNotFound)
		if _, err := e.Call(t.Context(), "shutdown", "null"); err != nil {
			t.Fatal(err)
		}
		wantError("textDocument/hover", jsonrpc2.InvalidRequest)
		wantError("shutdown", jsonrpc2.InvalidRequest)
	})
}

func TestTheConnectionOutlivesNonsense(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := lsptest.Start(t, t.TempDir(), lsptest.Config{})
		frame := func(body string) { e.Write("Content-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + body) }
		frame(`{"jsonrpc":"2.0","method":`)
		frame(`[]`)
		frame(`{"jsonrpc":"2.0","id":null}`)
		e.Notify("$/unknown", `{"a":1}`)
		e.Notify("unknown/notification", `[1,2]`)
		e.Notify("textDocument/didChange", `{"textDocument":7}`)
		e.Notify("textDocument/didChange", `"nonsense"`)
		e.Notify("textDocument/didSave", `{}`)
		e.Notify("$/cancelRequest", `{"id":12345}`)
		e.Notify("$/cancelRequest", `{"id":{}}`)
		e.Notify("$/setTrace", `{"value":"verbose"}`)
		if code := e.Shutdown(); code != server.ExitClean {
			t.Errorf("exit code %d", code)
		}
	})
}

func TestADeadClientEndsTheServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dies := time.Now().Add(time.Minute)
		options := server.Options{ProcessAlive: func(pid int) bool { return pid == 42 && time.Now().Before(dies) }}
		e := lsptest.Start(t, t.TempDir(), lsptest.Config{Options: options, ProcessID: new(int32(42))})
		if code := e.Wait(); code != server.ExitUnclean {
			t.Errorf("exit code %d", code)
		}
		if late := time.Since(dies); late > 10*time.Second {
			t.Errorf("it took %v to notice", late)
		}
	})
}

func TestAnInvisibleClientIsNotWatched(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		options := server.Options{ProcessAlive: func(int) bool { return false }}
		e := lsptest.Start(t, t.TempDir(), lsptest.Config{Options: options, ProcessID: new(int32(42))})
		<-time.After(time.Hour) // of the bubble, which takes no time
		if code := e.Shutdown(); code != server.ExitClean {
			t.Errorf("exit code %d", code)
		}
	})
}

func TestOnlyThisMachineMayConnect(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0", "192.0.2.1:0", "[::]:0", "example.org:0", "7998"} {
		listener, err := server.Listen(t.Context(), address)
		if err == nil {
			listener.Close()
			t.Errorf("listening on %s", address)
		} else if !strings.Contains(err.Error(), "127.0.0.1") {
			t.Errorf("%s: %v does not say what to do", address, err)
		}
	}
}
