package server

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// contain runs f and turns a panic in it into an error: logged with its stack,
// told to the user once for each place, and nothing else is taken down.
func (s *session) contain(place string, f func()) (failure error) {
	defer func() {
		if p := recover(); p != nil {
			s.log.Error("panic", zap.String("in", place), zap.Any("value", p), zap.ByteString("stack", debug.Stack()))
			s.reportOnce(place)
			failure = fmt.Errorf("%s failed because of a bug in designls; the document is unchanged and the log says more: %w", place, jsonrpc2.ErrInternal)
		}
	}()
	f()
	return nil
}

// reportOnce tells the user of a bug, but not again when it shows at every
// keystroke.
func (s *session) reportOnce(place string) {
	s.sayOnce(protocol.MessageTypeError, fmt.Sprintf("designls has a bug in %s, which did nothing; the document is unchanged and everything else goes on. Please report it with the log.", place))
}

// background runs f beside the connection until it returns; its context ends with
// the session, which waits for it.
func (s *session) background(place string, f func(ctx context.Context)) {
	s.tasks.Go(func() {
		// contain has logged and told the user what there is to say.
		_ = s.contain(place, func() { f(s.ctx) })
	})
}

// say shows one sentence to the user. It may be called from anywhere: it does not
// wait for the client.
func (s *session) say(kind protocol.MessageType, sentence string) {
	s.background("say", func(ctx context.Context) {
		err := s.client.ShowMessage(ctx, &protocol.ShowMessageParams{Type: kind, Message: sentence})
		if err != nil {
			s.log.Debug("a message was not shown", zap.Error(err))
		}
	})
}

// sayOnce shows a sentence that the user has not been shown in this session.
func (s *session) sayOnce(kind protocol.MessageType, sentence string) {
	if _, told := s.told.LoadOrStore(sentence, true); !told {
		s.say(kind, sentence)
	}
}

// sentence is an error as one is shown: from a capital letter to a full stop.
func sentence(err error) string {
	said := err.Error()
	first, size := utf8.DecodeRuneInString(said)
	return string(unicode.ToUpper(first)) + strings.TrimRight(said[size:], ".") + "."
}
