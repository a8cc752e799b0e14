package main

import (
	"fmt"
	"os"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"github.com/designls/designls/server/llm/cache"
)

// cacheVariable names the server of a team's shared replies. It may have a
// password in it, so it is never a setting or an argument.
const cacheVariable = "DESIGNLS_CACHE_URL"

func newCache(s streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "cache",
		Short: "Tell where replies of models are kept, and how much they take",
		Long: `cache tells where the replies of language models are kept on this machine, and how much
they take. A request that was made before is answered from there: nothing is sent, and
nothing is paid. What was not used for longest goes when there is too much. With
` + cacheVariable + ` set to the address of a Redis or Valkey server, a team shares them.`,
		Example: "  designls cache\n  designls cache clear",
		Args:    exactly(),
		RunE:    func(*cobra.Command, []string) error { return describeCache(s) },
	}
	c.AddCommand(&cobra.Command{
		Use:     "clear",
		Short:   "Remove the replies that are kept on this machine",
		Example: "  designls cache clear",
		Args:    exactly(),
		RunE:    func(*cobra.Command, []string) error { return clearCache(s) },
	})
	return c
}

func describeCache(s streams) error {
	dir, err := cacheDir()
	if err != nil {
		return err
	}
	replies, size := cache.Size(dir)
	_, err = fmt.Fprintf(s.out, "%s: %s, %s\n", dir, repliesOf(replies), humanize.IBytes(uint64(size)))
	if err == nil && os.Getenv(cacheVariable) != "" {
		_, err = fmt.Fprintf(s.out, "shared with a team by %s\n", cacheVariable)
	}
	return err
}

func clearCache(s streams) error {
	dir, err := cacheDir()
	if err != nil {
		return err
	}
	replies, size, err := cache.Clear(dir)
	if err != nil {
		return fmt.Errorf("not all replies could be removed from %s; remove that folder yourself: %w", dir, err)
	}
	_, err = fmt.Fprintf(s.out, "removed %s, %s, from %s\n", repliesOf(replies), humanize.IBytes(uint64(size)), dir)
	if err == nil && os.Getenv(cacheVariable) != "" {
		_, err = fmt.Fprintf(s.out, "what a team shares by %s was not touched\n", cacheVariable)
	}
	return err
}

func cacheDir() (string, error) {
	dir, err := cache.DefaultDir()
	if err != nil {
		return "", fmt.Errorf("this user has no cache folder, so no replies are kept: %w", err)
	}
	return dir, nil
}

func repliesOf(n int) string {
	if n == 1 {
		return "1 reply"
	}
	return fmt.Sprintf("%d replies", n)
}
