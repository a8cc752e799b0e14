package cache_test

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/cache"
	"github.com/designls/designls/server/llm/fake"
)

const password = "s3cret-of-the-team"

// store is a Redis or Valkey server that runs for one test.
type store struct {
	t       *testing.T
	program string
	address string
	command *exec.Cmd
	ask     *redis.Client
}

// startStore starts a server. Without one on this machine the test is skipped, or fails
// where DESIGNLS_REQUIRE_REDIS says that there has to be one.
func startStore(t *testing.T) *store {
	t.Helper()
	for _, name := range []string{"valkey-server", "redis-server"} {
		if path, err := exec.LookPath(name); err == nil {
			s := &store{t: t, program: path, address: freeAddress(t)}
			s.ask = redis.NewClient(&redis.Options{Addr: s.address, Password: password, DisableIdentity: true})
			t.Cleanup(func() { _ = s.ask.Close() })
			s.start()
			t.Cleanup(s.stop)
			return s
		}
	}
	const message = "neither valkey-server nor redis-server is installed (Debian package redis-server)"
	if os.Getenv("DESIGNLS_REQUIRE_REDIS") != "" {
		t.Fatal(message)
	}
	t.Skip(message)
	return nil
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }() // only its port was wanted
	return l.Addr().String()
}

// start runs it, with nothing on disk, and waits until it answers.
func (s *store) start() {
	s.t.Helper()
	_, port, _ := net.SplitHostPort(s.address) // it was made of both
	s.command = exec.CommandContext(s.t.Context(), s.program, "--port", port, "--bind", "127.0.0.1",
		"--save", "", "--appendonly", "no", "--requirepass", password, "--dir", s.t.TempDir())
	if err := s.command.Start(); err != nil {
		s.t.Fatal(err)
	}
	for end := time.Now().Add(10 * time.Second); s.ask.Ping(s.t.Context()).Err() != nil; runtime.Gosched() {
		if time.Now().After(end) {
			s.t.Fatalf("%s does not answer", s.program)
		}
	}
}

func (s *store) stop() {
	_ = s.command.Process.Kill() // it may have ended
	_ = s.command.Wait()
}

func (s *store) url() string { return "redis://:" + password + "@" + s.address + "/0" }

func (s *store) keys() []string {
	s.t.Helper()
	keys, err := s.ask.Keys(s.t.Context(), "*").Result()
	if err != nil {
		s.t.Fatal(err)
	}
	return keys
}

// TestFiftyPeoplePayOnce: each has a machine of their own, and asks what all ask.
func TestFiftyPeoplePayOnce(t *testing.T) {
	s, model := startStore(t), echo()
	ask(t, open(t, cache.Options{Dir: t.TempDir(), URL: s.url()}).Model(model), request("q"))
	var all sync.WaitGroup
	for range 49 {
		dir := t.TempDir()
		all.Go(func() {
			c, err := cache.Open(cache.Options{Dir: dir, URL: s.url(), Note: func(err error) { t.Errorf("told: %v", err) }})
			if err != nil {
				t.Error(err)
				return
			}
			defer func() { _ = c.Close() }() // what matters has been read
			if reply, err := c.Model(model).Complete(t.Context(), request("q"), nil); err != nil || !reply.Cached || reply.Text != "re: q" {
				t.Errorf("%+v, %v", reply, err)
			}
		})
	}
	all.Wait()
	if n := len(model.Requests()); n != 1 {
		t.Errorf("%d requests were paid for", n)
	}
	keys := s.keys()
	if len(keys) != 1 || !strings.HasPrefix(keys[0], "designls:reply:") || strings.Contains(keys[0], "q\"") {
		t.Fatalf("the team has %v", keys)
	}
	if left := s.ask.TTL(t.Context(), keys[0]).Val(); left < 29*24*time.Hour || left > 30*24*time.Hour {
		t.Errorf("it is kept for %s", left)
	}
}

// TestARefusedReplyLeavesTheTeam: what was of no use is not there for others.
func TestARefusedReplyLeavesTheTeam(t *testing.T) {
	s := startStore(t)
	m := open(t, cache.Options{Dir: t.TempDir(), URL: s.url()}).Model(echo())
	for _, keep := range []bool{true, false} {
		ctx, attempt := llm.Begin(t.Context())
		if _, err := m.Complete(ctx, request("q"), nil); err != nil {
			t.Fatal(err)
		}
		attempt.End(keep)
		if (len(s.keys()) == 1) != keep {
			t.Errorf("the team has %v", s.keys())
		}
	}
}

// TestAStoreThatGoesAwayAndComesBack is told once, and the work goes on beside it.
func TestAStoreThatGoesAwayAndComesBack(t *testing.T) {
	s := startStore(t)
	var told []string
	dir := t.TempDir()
	m := open(t, cache.Options{Dir: dir, URL: s.url(), Note: func(err error) { told = append(told, err.Error()) }}).Model(echo())
	ask(t, m, request("before"))
	s.stop()
	for i := range 3 {
		ask(t, m, request(fmt.Sprint("while it is gone ", i)))
	}
	if !ask(t, m, request("before")).Cached || !ask(t, m, request("while it is gone 1")).Cached {
		t.Error("it is not kept here either")
	}
	if len(told) != 1 || !strings.Contains(told[0], s.address) || !strings.Contains(told[0], "this machine only") || strings.Contains(told[0], password) {
		t.Errorf("told %q", told)
	}
	s.start()
	if reply := ask(t, open(t, cache.Options{Dir: dir, URL: s.url()}).Model(fake.Replies("new")), request("after")); reply.Cached || len(s.keys()) != 1 {
		t.Errorf("%+v; the team has %v", reply, s.keys())
	}
}

// TestAStoreThatIsNotForUs: a wrong password, no memory left, or read only.
func TestAStoreThatIsNotForUs(t *testing.T) {
	for name, test := range map[string]struct {
		password string
		prepare  func(context.Context, *redis.Client) error
	}{
		"a wrong password": {"wrong", func(context.Context, *redis.Client) error { return nil }},
		"no memory left": {password, func(ctx context.Context, c *redis.Client) error {
			return c.ConfigSet(ctx, "maxmemory", "1").Err()
		}},
		"too few replicas": {password, func(ctx context.Context, c *redis.Client) error {
			return c.ConfigSet(ctx, "min-replicas-to-write", "1").Err()
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := startStore(t)
			if err := test.prepare(t.Context(), s.ask); err != nil {
				t.Fatal(err)
			}
			var told []string
			url := "redis://:" + test.password + "@" + s.address + "/0"
			m := open(t, cache.Options{Dir: filepath.Join(t.TempDir(), "replies"), URL: url, Note: func(err error) { told = append(told, err.Error()) }}).Model(echo())
			ask(t, m, request("q"))
			if !ask(t, m, request("q")).Cached {
				t.Error("it is not kept here")
			}
			if len(told) != 1 || strings.Contains(told[0], test.password) || !strings.Contains(told[0], "replies are kept on this machine only") {
				t.Errorf("told %q", told)
			}
		})
	}
}
