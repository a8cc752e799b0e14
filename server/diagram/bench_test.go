package diagram

import (
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// benchmarkDocument is a design of about so many bytes in sections of a kilobyte
// or two, each with components of its own.
func benchmarkDocument(size int) *document.Document {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		name := string(rune('A'+i%26)) + string(rune('a'+i/26%26))
		b.WriteString(strings.NewReplacer("The order", "The "+name, "checkout", name+" checkout", "# Shop", "## Part "+name).Replace(shop) + "\n")
		b.WriteString("- The **" + name + " API** does the following:\n    - Reads from the **" + name + " Cache**\n    - Writes to the **Main Database**\n\n")
	}
	return document.Parse(text.NewMapper(b.String()), nil)
}

// BenchmarkExtract extracts everything, as when a document is opened.
func BenchmarkExtract(b *testing.B) {
	doc := benchmarkDocument(150_000)
	b.SetBytes(150_000)
	for b.Loop() {
		Extract(doc)
	}
}

// BenchmarkMerge extracts what is known section by section, as at a keystroke.
func BenchmarkMerge(b *testing.B) {
	doc := benchmarkDocument(150_000)
	var e Extractor
	e.Extract(doc)
	for b.Loop() {
		e.Extract(doc)
	}
}

// BenchmarkSection extracts one section of growing size.
func BenchmarkSection(b *testing.B) {
	for _, n := range []int{1, 10, 100} {
		content := document.Parse(text.NewMapper(strings.Repeat(strings.TrimPrefix(shop, "# Shop"), n)), nil).Sections[0].Content
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(content.Source)))
			for b.Loop() {
				readSection(content, nil, knownNames{})
			}
		})
	}
}

func BenchmarkBlast(b *testing.B) {
	g := Extract(benchmarkDocument(150_000))
	busiest := busiestNode(g)
	for b.Loop() {
		g.Blast(busiest)
	}
}

// busiestNode is the node at the end of most flows, which has the widest reach to measure.
func busiestNode(g *Graph) (busiest string) {
	flows := map[string]int{}
	for _, f := range g.Flows {
		flows[f.From]++
		flows[f.To]++
	}
	for _, n := range g.Nodes {
		if busiest == "" || flows[n.ID] > flows[busiest] {
			busiest = n.ID
		}
	}
	return busiest
}

// BenchmarkDocuments extracts real documents, where there are some.
func BenchmarkDocuments(b *testing.B) {
	var docs []*document.Document
	size := 0
	for _, content := range documents(b) {
		docs = append(docs, document.Parse(text.NewMapper(content), nil))
		size += len(content)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, d := range docs {
			Extract(d)
		}
	}
}

// BenchmarkDocumentsMerge extracts them from what is known of their sections.
func BenchmarkDocumentsMerge(b *testing.B) {
	type known struct {
		doc *document.Document
		e   *Extractor
	}
	var docs []known
	for _, content := range documents(b) {
		k := known{document.Parse(text.NewMapper(content), nil), &Extractor{}}
		k.e.Extract(k.doc)
		docs = append(docs, k)
	}
	b.ReportMetric(float64(len(docs)), "documents")
	for b.Loop() {
		for _, k := range docs {
			k.e.Extract(k.doc)
		}
	}
}
