package actions

import (
	"context"
	"fmt"

	"github.com/designls/designls/server/diagram/svg"
	"github.com/designls/designls/server/estimate"
)

// diagramCapacity draws the numbers that the system must carry, stated and derived,
// as a table, and says the same in a table of its own.
func diagramCapacity(_ context.Context, m *material) (draft, error) {
	figures := m.capacity()
	if len(figures) < 2 {
		return draft{}, &Refusal{Reason: "the document does not state enough to compute a capacity from; state how many reads and writes there are a second or a day, and how large one is, such as \"10 million writes per month\" and \"1 KB per post\""}
	}
	title := "Capacity"
	if t := m.doc.Title(); t != "" {
		title += ": " + t
	}
	rows := "| figure | value | from |\n|---|---|---|\n"
	for _, f := range figures {
		rows += fmt.Sprintf("| %s | %s | %s |\n", tableCell(f.Name), tableCell(f.Value), tableCell(f.How))
	}
	file := m.pictureFile("capacity")
	body := fmt.Sprintf("## Capacity\n\n![%s](%s)\n\n%s\nAverages unless it says peak; storage is for one copy of the data, with nothing deleted.", altText(title), linkTo(file), rows)
	return draft{
		body: body, files: []File{{file, string(svg.Capacity{Title: title, Figures: figures}.Bytes())}},
		summary: fmt.Sprintf("Drew the capacity in %s as %s.", count(len(figures), "figure"), file),
	}, nil
}

const statedHere = "stated"

// mostPeak is by how much the peak of a rate can exceed its average and still be
// that of the same rate.
const mostPeak = 20

// capacity are the figures of throughput, bandwidth and storage.
func (m *material) capacity() []svg.Figure {
	var all []svg.Figure
	sides := []struct{ fact, name, flow string }{{"write-qps", "writes", "in, from writes"}, {"read-qps", "reads", "out, from reads of one item each"}}
	for _, side := range sides {
		all = append(all, m.rateFigures(side.fact, side.name)...)
	}
	for _, side := range sides {
		rate, okRate := m.average(side.fact)
		size, okSize := m.sizeOf(side.fact)
		if okRate && okSize {
			all = append(all, derivedFigure("Bandwidth", side.flow, estimate.Transfer(rate.Value, size.Value)))
		}
	}
	if d, ok := m.storageAfter(estimate.Year, "a year"); ok {
		all = append(all, derivedFigure("Storage", "after a year", d))
	}
	if d, ok := m.storageAfter(3*estimate.Year, "3 years"); ok {
		all = append(all, derivedFigure("Storage", "after 3 years", d))
	}
	return all
}

// rateFigures are the average and the peak of reads or of writes.
func (m *material) rateFigures(fact, name string) []svg.Figure {
	var all []svg.Figure
	average, ok := m.average(fact)
	if ok {
		f := svg.Figure{Group: "Throughput", Name: name + ", average", Value: estimate.Number(average.Value) + " a second", How: statedHere}
		if d, converts := estimate.PerSecond(average.Quantity); converts {
			f = derivedFigure("Throughput", f.Name, d)
		}
		all = append(all, f)
	}
	peak, stated := m.peakOf(fact)
	switch {
	case stated && ok && (peak.Value < average.Value || peak.Value > mostPeak*average.Value):
		// the peak of something else, such as what one write causes
	case stated:
		all = append(all, svg.Figure{Group: "Throughput", Name: name + ", peak", Value: estimate.Number(peak.Value) + " a second", How: statedHere})
	case ok:
		f := derivedFigure("Throughput", name+", peak", estimate.Peak(average.Value, estimate.PeakFactor))
		f.How += " (the factor is assumed)"
		all = append(all, f)
	}
	return all
}

func derivedFigure(group, name string, d estimate.Derived) svg.Figure {
	return svg.Figure{Group: group, Name: name, Value: d.Result, How: "= " + d.Derivation}
}
