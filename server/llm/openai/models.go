package openai

import (
	"context"
	"slices"

	"github.com/designls/designls/server/llm"
)

// Models lists the names of the models that the server has. It sends the key
// and no text. Failures are those of Complete.
func (c *Client) Models(ctx context.Context) ([]string, error) {
	if c.options.Key == "" && c.wantsKey() {
		return nil, c.failed(llm.KeyMissing, "", nil)
	}
	watched, dog := watch(ctx, c.options.Timeout)
	defer dog.stop()
	list, err := c.api.ListModels(watched)
	if err != nil {
		return nil, c.explain(ctx, context.Cause(watched), err)
	}
	var names []string
	for _, m := range list.Models {
		names = append(names, m.ID)
	}
	slices.Sort(names)
	return names, nil
}
