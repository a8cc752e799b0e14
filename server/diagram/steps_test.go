package diagram

import "testing"

// TestPicturesOfPartsAndOfSteps tells flowcharts of systems, also where a part is
// named with a word that can be a verb, from those of processes.
func TestPicturesOfPartsAndOfSteps(t *testing.T) {
	for name, test := range map[string]struct {
		diagram string
		parts   int
	}{
		"names that begin with a verb": {"flowchart LR\n a[Feed API] --> b[Feed Service]\n b --> c[(Feed Cache)]\n b --> d[Post Service]\n a --> e[Search service]", 5},
		"services of all kinds":        {"flowchart TD\n a[Upload API] --> b[Import worker]\n b --> c[Audit log]\n b --> d[Monitor]\n b --> e[Process Manager]", 5},
		"a question among parts":       {"flowchart LR\n a[Web app] --> b[Edge gateway]\n b --> c{Logged in?}\n c --> d[Order service]\n c --> e[Login service]", 5},
		"a process":                    {"flowchart TD\n a[Receive request] --> b{Valid?}\n b -->|yes| c[Store the order]\n b -->|no| d[Reject request]\n c --> e[Notify user]", 0},
		"a process with a product":     {"flowchart TD\n a[Read from Kafka] --> b[Validate message]\n b --> c[Write to PostgreSQL]\n c --> d[Commit offset]", 0},
		"objects":                      {"flowchart TD\n a[JobSet] -->|owns| b[PodGroup]\n b -->|ref| c[Workload API]\n a -->|creates and owns| c", 0},
		"states":                       {"flowchart TD\n a[Started] --> b[Running]\n b --> c[Stopped]", 0},
	} {
		t.Run(name, func(t *testing.T) {
			g, ok := ReadDiagram(test.diagram)
			if !ok || len(g.Nodes) != test.parts {
				t.Errorf("%d parts, want %d: %v", len(g.Nodes), test.parts, names(g))
			}
		})
	}
}
