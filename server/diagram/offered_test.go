package diagram

import "testing"

// People use what they work in, and parts what they make use of.
func TestWhatPeopleWorkWith(t *testing.T) {
	for _, s := range []statement{
		{"Users can see the status of their volumes in the admin UI.", "users -> admin ui"},
		{"Operators restart a job from the ops console.", "operators -> ops console"},
		{"The SSH plugin allows users to change fields.", "users -> ssh plugin"},
		{"All API servers make use of the managed reconciler.", "api servers -> managed reconciler"},
		{"The render worker has access to the asset store.", "render worker -> asset store"},
		{"The query frontend maintains a work queue per tenant in which it stores requests.", "query frontend -> work queue"},
		{"Users cannot see the status in the admin UI.", ""},
		{"The scheduler service allows users to sleep well.", ""},
		{"The render worker has no access to the asset store.", ""},
	} {
		s.check(t)
	}
}
