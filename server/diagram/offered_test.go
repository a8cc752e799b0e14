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
		{"The Exporter implementation acquires a token from the token service, then calls the log server.", "exporter -> log server|exporter -> token service"},
		{"The upload worker will acquire a token from the token service at startup time, then call the log server.", "upload worker -> log server|upload worker -> token service"},
		{"Users cannot see the status in the admin UI.", ""},
		{"The scheduler service allows users to sleep well.", ""},
		{"The render worker has no access to the asset store.", ""},
	} {
		s.check(t)
	}
}

// Who is off, and who only reads the design, does nothing.
func TestWhoDoesNothing(t *testing.T) {
	for _, s := range []statement{
		{"If the read cache is disabled, queries are sent to the orders database.", ""},
		{"Vendors are advised to follow these rules:\n\n- A parameter is added to the orders database.", ""},
		{"The upload worker is started, and files are sent to the archive store.", "upload worker -> archive store"},
	} {
		s.check(t)
	}
}

// What stands between two parts hands on.
func TestGoBetween(t *testing.T) {
	for _, s := range []statement{
		{"The edge collector acts as a bridge between the mobile app and the metrics database.", "edge collector -> metrics database|mobile app -> edge collector"},
		{"The session gateway serves as an intermediary between the mobile app and the chat server.", "mobile app -> session gateway|session gateway -> chat server"},
		{"The session gateway is the link between the mobile app and the chat server.", "mobile app -> session gateway|session gateway -> chat server"},
		{"The session gateway is not a proxy between the mobile app and the chat server.", ""},
		{"There is no proxy between the mobile app and the chat server.", ""},
	} {
		s.check(t)
	}
}
