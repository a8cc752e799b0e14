package server_test

import (
	"context"
	"fmt"
	"net"
	"testing"

	"go.lsp.dev/jsonrpc2"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/lsptest"
)

func TestEachClientHasASessionOfItsOwn(t *testing.T) {
	lsptest.EmptyPools()
	ctx, stop := context.WithCancel(t.Context())
	listener, err := server.Listen(ctx, "127.0.0.1:0")
	if err != nil {
		t.Skipf("this machine does not let tests listen: %v", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.ServeListener(ctx, listener, server.Options{Version: "test"}) }()
	var clients []jsonrpc2.Conn
	for i := range 3 {
		pipe, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		client := jsonrpc2.NewConn(jsonrpc2.NewStream(pipe))
		client.Go(t.Context(), jsonrpc2.MethodNotFoundHandler)
		clients = append(clients, client)
		var result struct {
			ServerInfo struct{ Version string } `json:"serverInfo"`
		}
		params := jsonrpc2.RawMessage(fmt.Sprintf(`{"processId":null,"rootUri":null,"capabilities":{},"clientInfo":{"name":"%d"}}`, i))
		if _, err := client.Call(t.Context(), "initialize", params, &result); err != nil {
			t.Errorf("client %d: %v", i, err)
		}
	}
	if _, err := clients[0].Call(t.Context(), "shutdown", nil, nil); err != nil {
		t.Error(err)
	}
	if _, err := clients[1].Call(t.Context(), "textDocument/hover", jsonrpc2.RawMessage(`{"textDocument":{"uri":"file:///none.md"},"position":{"line":0,"character":0}}`), nil); err == nil || err.Error() == "" {
		t.Error("the second session should answer that there is no such file")
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("serving ended with %v", err)
	}
	for _, client := range clients {
		<-client.Done()
	}
}
