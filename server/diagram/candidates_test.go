package diagram

import "testing"

// candidateNames are parts by what the words of their names are.
var candidateNames = []struct{ name, prose, want string }{
	{"one of a kind", "The scheduler polls the trip service. A tenant runs a custom scheduler, which calls the matcher.", "custom scheduler -> matcher|scheduler -> trip service"},
	{"an adjective inside", "The gateway asks the public key cache. The public key cache polls the trip service.", "gateway -> public key cache|public key cache -> trip service"},
	{"two versions", "The gateway sends rides to TripFEv1 or to TripFEv2. TripFEv2 calls the matcher. TripFE is a name for both.", "gateway -> tripfev1|gateway -> tripfev2|tripfev2 -> matcher"},
	{"one version", "TripFE calls the matcher. The gateway calls TripFE. TripFEv2 polls the trip service.", "gateway -> tripfev2|tripfev2 -> matcher|tripfev2 -> trip service"},
	{"two that end alike in bold", "- **Ride Mail Worker**: polls the trip service.\n- **Mail Worker**: calls the gateway.", "mail worker -> gateway|ride mail worker -> trip service"},
	{"who uses a product", "The etcd client caches keys. The gateway asks the etcd client. The etcd client calls the etcd cluster.", "etcd client -> etcd|gateway -> etcd client"},
	{"a name with its adjective in a heading", "### Slow Trip Scheduler\n\nSlow trip scheduler polls the trip service.\n\n### New Matcher\n\nThe matcher calls the gateway.", "matcher -> gateway|slow trip scheduler -> trip service"},
	{"pictures before names", "- **🚖 Trip Service**: polls the 🗄️ Fare Database.\n- 🔌 **Mail Gateway** - reads from the trip service.\n\n## 🧠 Matcher\n\nIt calls the trip service.\n\n## 🚫 Non-goals\n\nThe gateway calls the matcher.", "mail gateway -> trip service|matcher -> trip service|trip service -> fare database"},
	{"pictures in labels", "```mermaid\nflowchart LR\n  A[\"🌐 Web App\"] --> B[\"⚙️ Matcher\"]\n  B --> C[(\"🗄️ Fare Database ✨\")]\n```\n\nThe web app polls the matcher.", "matcher -> fare database|web app -> matcher"},
	{"a program and what it is told", "The `fares init` command calls the trip service. Then `fares init --force` sends fares to the matcher.", "fares init -> matcher|fares init -> trip service"},
	{"a command in quotes", "The \"fares test\" command calls the trip service. When \"fares test -v\" is building, it sends fares to the matcher.", "fares test -> matcher|fares test -> trip service"},
	{"words in quotes", "The \"good old\" matcher calls the trip service.", "matcher -> trip service"},
	{"a program with a page of its own", "An operator polls the trip service. The [fareq](https://example.org/wiki/fareq) sends fares to the matcher.", "fareq -> matcher|operator -> trip service"},
	{"a link to an author", "Written by [marek](https://github.com/marek), who calls the matcher.", ""},
	{"what acts again and again", "The herald sends fares to the trip service. Each herald calls the matcher. The gateway notifies the herald.", "gateway -> herald|herald -> matcher|herald -> trip service"},
	{"what acts once", "The idyll sends a message. The gateway notifies the matcher.", "gateway -> matcher"},
	{"told apart by letters", "Service A calls service B, and `service C` polls `service D`. If a service fails, A gateway calls the matcher.", "gateway -> matcher|service a -> service b|service c -> service d"},
	{"told apart by numbers", "Then scheduler-0 polls worker-2.", "scheduler-0 -> worker-2"},
	{"a role of something", "The follower acts as the agent of the leader. The agent sends logs to the learner. The follower calls the leader.", "agent -> learner|follower -> leader"},
	{"a role", "CloudFront serves as our delivery network. The gateway calls the matcher.", "gateway -> matcher"},
	{"a script that is run", "The matcher invokes `tools/fares`, and `tools/fares` calls the trip service. The gateway writes to `fares.conf`.", "matcher -> tools/fares|tools/fares -> trip service"},
	{"code that does something", "`TripNode` sends fares to the matcher.", "tripnode -> matcher"},
	{"a program that is run", "The matcher will invoke `tripd`. The `tripd` program polls the trip service.", "matcher -> tripd|tripd -> trip service"},
	{"a store by its last letters", "The gateway writes fares to the faredb. The matcher reads fares from the faredb.", "gateway -> faredb|matcher -> faredb"},
	{"a cache by its last letters", "The gateway reads fares from the dcache. The matcher writes fares to the farecache.", "gateway -> dcache|matcher -> farecache"},
	{"a word that only ends like one", "The gateway is an observer. The restore calls the matcher.", ""},
	{"which one is meant", "The new matcher calls the existing trip service.", "matcher -> trip service"},
}

func TestCandidateNames(t *testing.T) {
	for _, n := range candidateNames {
		t.Run(n.name, func(t *testing.T) { statement{n.prose, n.want}.check(t) })
	}
}
