package server

import (
	"slices"

	"github.com/designls/designls/server/text"
)

// follower collects the edits that are made in a buffer from some moment on, so
// that places found before can be found again. It is lost when the buffer is
// closed or opened anew.
type follower struct {
	edits []text.Edit
	lost  bool
}

// followers are all followers, by the URI of their buffer. session.mu guards
// them, together with the text of the buffers.
type followers map[string][]*follower

func (fs *followers) follow(uri string) *follower {
	if *fs == nil {
		*fs = followers{}
	}
	f := &follower{}
	(*fs)[uri] = append((*fs)[uri], f)
	return f
}

func (fs followers) leave(uri string, f *follower) {
	fs[uri] = slices.DeleteFunc(fs[uri], func(other *follower) bool { return other == f })
	if len(fs[uri]) == 0 {
		delete(fs, uri)
	}
}

func (fs followers) edited(uri string, edits []text.Edit) {
	for _, f := range fs[uri] {
		f.edits = append(f.edits, edits...)
	}
}

func (fs followers) lose(uri string) {
	for _, f := range fs[uri] {
		f.lost = true
	}
	delete(fs, uri)
}
