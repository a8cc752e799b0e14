package cache

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

const (
	remoteWithin = time.Second         // for one answer: the model itself is not much slower
	remoteRest   = time.Minute         // without asking a server that did not answer
	remoteFor    = 30 * 24 * time.Hour // a reply is kept, from when it was put
	remotePrefix = "designls:reply:"
)

// remote keeps replies at a Redis or Valkey server. While that does not answer
// it is left alone for a minute at a time, so that no request waits for it.
type remote struct {
	client *redis.Client
	host   string

	mu   sync.Mutex
	rest time.Time // until when
}

// silent takes what the client would print on its own; failures come back from
// each call.
type silent struct{}

func (silent) Printf(context.Context, string, ...any) {}

func newRemote(url string) (*remote, error) {
	o, err := redis.ParseURL(url)
	if err != nil {
		// The error of the library quotes the address, which may have a password.
		return nil, fmt.Errorf("DESIGNLS_CACHE_URL cannot be used, so replies are kept on this machine only: " +
			"it has to look like redis://host:6379/0, or rediss:// for TLS")
	}
	redis.SetLogger(silent{})
	o.DialTimeout, o.ReadTimeout, o.WriteTimeout, o.PoolTimeout = remoteWithin, remoteWithin, remoteWithin, remoteWithin
	o.ContextTimeoutEnabled = true
	o.MaxRetries = -1 // none: the model is asked instead
	o.DialerRetries = 1
	o.DisableIdentity = true
	o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	return &remote{client: redis.NewClient(o), host: o.Addr}, nil
}

func (r *remote) close() error { return r.client.Close() }

func (r *remote) get(ctx context.Context, k key) ([]byte, error) {
	if r.resting() {
		return nil, nil
	}
	value, err := r.client.Get(ctx, name(k)).Bytes()
	if errors.Is(err, redis.Nil) {
		return nil, nil
	}
	return value, r.heed(ctx, err)
}

func (r *remote) put(ctx context.Context, k key, value []byte) error {
	if r.resting() {
		return nil
	}
	return r.heed(ctx, r.client.Set(ctx, name(k), value, remoteFor).Err())
}

func (r *remote) remove(ctx context.Context, k key) error {
	if r.resting() {
		return nil
	}
	return r.heed(ctx, r.client.Del(ctx, name(k)).Err())
}

func name(k key) string { return fmt.Sprintf("%s%x", remotePrefix, k) }

func (r *remote) resting() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return time.Now().Before(r.rest)
}

// heed leaves a server alone that has failed. A request that was cancelled says
// nothing about it.
func (r *remote) heed(ctx context.Context, err error) error {
	if err == nil || errors.Is(ctx.Err(), context.Canceled) {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rest = time.Now().Add(remoteRest)
	return err
}
