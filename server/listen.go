package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"sync"

	"go.uber.org/zap"
)

// Listen opens a listener on an address of this machine only, such as
// "127.0.0.1:0". Whoever can connect can have files read, so an address that
// other machines reach is refused.
func Listen(ctx context.Context, address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %q: %w; give an address such as 127.0.0.1:7998", address, err)
	}
	ip, err := netip.ParseAddr(host)
	if host != "localhost" && (err != nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("will not listen on %q: only this machine may connect; give 127.0.0.1, [::1] or localhost", address)
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %q: %w; choose another port", address, err)
	}
	if !listener.Addr().(*net.TCPAddr).IP.IsLoopback() {
		listener.Close()
		return nil, fmt.Errorf("will not listen on %q: %s is not an address of this machine alone; give 127.0.0.1", address, listener.Addr())
	}
	return listener, nil
}

// ServeListener gives each client that connects a session of its own, until ctx
// ends. It closes the listener, and returns once all sessions are over.
func ServeListener(ctx context.Context, listener net.Listener, options Options) error {
	options = options.withDefaults()
	stop := context.AfterFunc(ctx, func() { listener.Close() })
	defer stop()
	var sessions sync.WaitGroup
	defer sessions.Wait()
	for {
		conn, err := listener.Accept()
		if ctx.Err() != nil {
			if conn != nil {
				conn.Close()
			}
			return nil
		}
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("accepting clients on %s ended: %w; start designls again", listener.Addr(), err)
		}
		sessions.Go(func() {
			code := Serve(ctx, conn, options)
			options.Logger.Info("client left", zap.Int("code", code))
		})
	}
}
