package openai

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/designls/designls/server/llm"
)

const (
	offersWithin = 3 * time.Second // asking for them may take no longer: the failure is known
	mostOffers   = 5
	longestName  = 80 // of a model; what is longer is none
)

// withOffers asks a server that does not have the model which ones it has, so that
// the failure can name some. Nobody is asked at Azure: a request names a
// deployment there, and its list is of the models that one could deploy.
func (c *Client) withOffers(ctx context.Context, err error) error {
	var unknown *llm.Error
	if !errors.As(err, &unknown) || unknown.Kind != llm.ModelUnknown || c.options.AzureVersion != "" {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, offersWithin)
	defer cancel()
	names, listErr := c.Models(ctx)
	if listErr != nil {
		return err // the failure says enough
	}
	told := *unknown
	told.Offers = c.closest(names)
	return &told
}

// closest are the names that are most like that of the model, so that a slip is
// seen; then those that come first in the alphabet.
func (c *Client) closest(names []string) []string {
	names = slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return name == "" || len(name) > longestName || strings.ContainsFunc(name, unprintable)
	})
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Compare(common(b, c.options.Model), common(a, c.options.Model))
	})
	return names[:min(len(names), mostOffers)]
}

func unprintable(r rune) bool { return r <= ' ' || r >= 0x7f }

// common is how much two names have in common: the length of what both begin with.
func common(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
