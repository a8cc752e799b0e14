package server

import (
	"maps"
	"slices"
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/rules"
)

// opinions are what models have found, by document. They stay while a document is
// closed, and are found again by the words that they are about.
type opinions struct {
	mu       sync.Mutex
	latest   map[string]*opinion // by key
	memories map[string]*reviewer.Memory
}

// opinion is what a document's reviews by models have found. It does not change.
type opinion struct {
	found map[string][]finding.Finding // by id of the action
}

// memory is what the reviewer remembers of a document.
func (o *opinions) memory(documentURI string) *reviewer.Memory {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.memories == nil {
		o.memories = map[string]*reviewer.Memory{}
	}
	k := key(documentURI)
	if o.memories[k] == nil {
		o.memories[k] = &reviewer.Memory{}
	}
	return o.memories[k]
}

// of is the opinion about a document; nil when there is none.
func (o *opinions) of(documentURI string) *opinion {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.latest[key(documentURI)]
}

// keep takes over what an action has found by a model, instead of what it found
// before.
func (o *opinions) keep(documentURI, action string, found []finding.Finding) {
	o.mu.Lock()
	defer o.mu.Unlock()
	next := &opinion{found: map[string][]finding.Finding{}}
	if before := o.latest[key(documentURI)]; before != nil {
		for id, list := range before.found {
			next.found[id] = list
		}
	}
	next.found[action] = slices.DeleteFunc(slices.Clone(found), func(f finding.Finding) bool { return f.Source == finding.SourceRules })
	if o.latest == nil {
		o.latest = map[string]*opinion{}
	}
	o.latest[key(documentURI)] = next
}

// merged are the findings of the rules and those of models whose words still stand
// in the document, by place. What both have found is told once.
func (o *opinion) merged(doc *document.Document, report *rules.Report) []finding.Finding {
	if o == nil {
		return report.Findings
	}
	all := slices.Clone(report.Findings)
	for _, id := range slices.Sorted(maps.Keys(o.found)) {
		for _, f := range o.found[id] {
			f, ok := reviewer.Reanchor(doc, f)
			same := func(g finding.Finding) bool { return g.Rule == f.Rule && g.Span.Overlaps(f.Span) }
			if !ok || report.Silenced(f) || slices.ContainsFunc(all, same) {
				continue
			}
			f.Severity = report.Severity(f.Rule, f.Severity)
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, finding.Compare)
	return all
}

// decisions are what people have decided about findings of the document, those that
// nobody has at the moment included.
func (r *review) decisions() []finding.Decided {
	all := slices.Clone(r.decided)
	ledger, _, _ := r.folder.Ledger()
	for _, e := range ledger.Of(r.path) {
		known := func(d finding.Decided) bool { return d.Entry.ID == e.ID }
		if e.Decision != finding.Open && !slices.ContainsFunc(all, known) {
			all = append(all, finding.Decided{Entry: e, Finding: finding.Finding{Rule: e.Rule, Quote: e.Quote, Subject: e.Subject, Section: e.Section}})
		}
	}
	return all
}
