package reviewer

import (
	"context"
	"strings"

	"github.com/designls/designls/prompts"
)

// complete asks for the parts that are lacking, and adds them to what there is.
func (t *talk) complete(ctx context.Context, body string, lacking []string) (string, error) {
	question, err := prompts.FollowUp("missing-parts", map[string]any{"Missing": lacking})
	if err != nil {
		return "", err
	}
	t.tell.doing("Asking for what is missing: " + strings.Join(lacking, ", "))
	more, err := t.again(ctx, question, nil)
	if err != nil {
		if ctx.Err() != nil {
			return "", err
		}
		return body, nil // what there is, is worth having; what it lacks is told
	}
	return completed(body, levelled(clean(more), t.task.Prompt.Promises), t.task.Prompt.Promises), nil
}

// completed is a draft with what was asked for once more. A model may write all of it
// again, and that stands for the draft then; what brings no part that was lacking, such
// as the same words again, is left out.
func completed(body, more string, promises []string) string {
	lacking := len(missing(body, promises))
	if lacking < len(promises) && len(missing(more, promises)) == 0 {
		return more
	}
	if whole := inserted(body, more, promises); len(missing(whole, promises)) < lacking {
		return whole
	}
	return body
}

// inserted puts parts into a draft where the order of the promises wants them.
func inserted(body, more string, promises []string) string {
	text, found := headingsOf(more)
	if len(found) == 0 {
		return body + "\n\n" + more
	}
	for i, h := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1].line
		}
		part := strings.TrimSpace(strings.Join(text[h.line:end], "\n"))
		body = insertPart(body, part, h.title, promises)
	}
	return body
}

// insertPart puts a part before the first part that is promised after it.
func insertPart(body, part, title string, promises []string) string {
	text, found := headingsOf(body)
	later := false
	for _, promise := range promises {
		if promised(title, []string{promise}) {
			later = true
			continue
		}
		if !later {
			continue
		}
		for _, h := range found {
			if promised(h.title, []string{promise}) && h.level == draftLevel {
				head, tail := strings.Join(text[:h.line], "\n"), strings.Join(text[h.line:], "\n")
				return strings.TrimSpace(strings.TrimSpace(head) + "\n\n" + part + "\n\n" + tail)
			}
		}
	}
	return strings.TrimSpace(body) + "\n\n" + part
}
