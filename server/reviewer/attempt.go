package reviewer

import (
	"context"
	"errors"

	"github.com/designls/designls/server/llm"
)

// OfUse says whether the replies of a run are worth keeping, by the error that it
// ended with. Those that were refused are not, or who tries again would get them
// again; those before a cancelled or failed request are paid for, and good.
func OfUse(err error) bool {
	var refused *ReplyError
	if errors.As(err, &refused) {
		return false
	}
	switch llm.KindOf(err) {
	case "":
		return err == nil || errors.Is(err, context.Canceled)
	case llm.BadReply, llm.CutOff, llm.Refused:
		return false
	}
	return true
}
