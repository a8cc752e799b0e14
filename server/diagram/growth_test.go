package diagram

import (
	"fmt"
	"strings"
	"testing"
)

// repeated is a text with so many lines of a kind, each with names of its own.
func repeated(head, line string, n int) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		b.WriteString(strings.NewReplacer("#", fmt.Sprint(i), "@", fmt.Sprint(i+1)).Replace(line))
	}
	return b.String()
}

func TestKeepsWhatManyLinesSay(t *testing.T) {
	const many = 2 * mostOpen
	for name, c := range map[string]struct {
		markdown string
		count    func(*Graph) int
		want     int
	}{
		"messages without answer": {repeated("```mermaid\nsequenceDiagram\n", "a#->>a@: call\n", many) + "```\n", func(g *Graph) int { return len(g.Flows) }, many},
		"the last is answered":    {repeated("```mermaid\nsequenceDiagram\n", "a#->>a@: call\n", many) + fmt.Sprintf("a%d->>a%d: ok\n```\n", many, many-1), func(g *Graph) int { return len(g.Flows) }, many},
		"tables":                  {repeated("```sql\n", "CREATE TABLE t# (id int);\nCREATE TABLE T# (id int);\n", many) + "```\n", func(g *Graph) int { return len(g.Entities) }, many},
		"drawn entities":          {repeated("```mermaid\nerDiagram\n", "T# ||--o{ T@ : has\n", many) + "```\n", func(g *Graph) int { return len(g.Entities) }, many + 1},
		"calls of services":       {repeated("```proto\n", "service S# {\n rpc Get (A) returns (B);\n}\n", many) + "```\n", func(g *Graph) int { return len(g.Endpoints) }, many},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.count(graph(c.markdown)); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

func TestSpellingsBeyondTheFirstFewAreCounted(t *testing.T) {
	c := &candidate{}
	for range 2 {
		for i := range 3 * fewSpellings {
			c.spelled(fmt.Sprint("name ", i)).count++
		}
	}
	if len(c.spellings) != 3*fewSpellings {
		t.Fatalf("%d spellings", len(c.spellings))
	}
	for _, s := range c.spellings {
		if s.count != 2 {
			t.Errorf("%s was counted %d times", s.name, s.count)
		}
	}
}
