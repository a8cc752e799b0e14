package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// throughput lists the stated rates, and derives averages and peaks per second.
// Beside a rate that is stated, such as rides a day, none is assumed.
func (m *material) throughput() []string {
	lines := m.quotes(mostQuotes+2, "write-qps", "read-qps", "throughput")
	for _, side := range []struct{ fact, name string }{{"write-qps", "writes"}, {"read-qps", "reads"}} {
		lines = append(lines, m.derivedRate(side.fact, side.name)...)
		if !m.states(side.fact) && !m.states("throughput") && m.service() && m.in.Section == nil {
			lines = append(lines, m.rateFromUsers(side.fact, side.name))
		}
	}
	return lines
}

// derivedRate converts the average rate to seconds where that is not stated, and
// derives the peak where that is not.
func (m *material) derivedRate(fact, name string) []string {
	avg, ok := m.average(fact)
	if !ok {
		return nil
	}
	var lines []string
	if d, converts := estimate.PerSecond(avg.Quantity); converts {
		lines = append(lines, derivedLine(name+", average", d))
	}
	_, stated := m.peakOf(fact)
	if spoken, _ := m.spokenPeak(fact); !stated && spoken == 0 {
		d := estimate.Peak(avg.Value, estimate.PeakFactor)
		lines = append(lines, derivedLine(name+", peak", d)+"; "+m.peakNote())
	}
	return lines
}

var bursts = text.Pattern(`(?i)\b(burst|spik|flash|within minutes|first (few |ten |five )?minutes)`)

// peakNote says how far the assumed factor can be relied on.
func (m *material) peakNote() string {
	for _, k := range m.facts("usage-pattern") {
		if bursts().MatchString(k.Quote) {
			return "the factor of 3 is for a daily rhythm, and the document speaks of bursts, so the true peak is higher: state it"
		}
	}
	return "the factor of 3 is assumed, as is common for one daily rhythm"
}

// perUser is what the assumptions about rates say that an active user does in a day.
var perUser = map[string]float64{"write-qps": 10, "read-qps": 100}

const assumedActive = 1e6 // users on a day, by the assumption about users

// rateFromUsers gives the assumption about a rate, with what it comes to for the
// users that are stated or assumed.
func (m *material) rateFromUsers(fact, name string) string {
	users, whose := assumedActive, "the assumed 1 million active users"
	if stated := m.figures("users"); len(stated) > 0 {
		if stated[0].Dimension != estimate.Count {
			return m.assumption(fact)
		}
		users = stated[0].Value
		whose = fmt.Sprintf("the stated %s users, if all are active", estimate.Number(users))
		if activeUsers().MatchString(stated[0].Noun) {
			whose = fmt.Sprintf("the stated %s users of a day", estimate.Number(users))
		}
	}
	perSecond := users * perUser[fact] / estimate.Day
	return m.assumption(fact) + fmt.Sprintf(" For %s: about %s %s a second (= %s x %s a day / 86,400 seconds), %s at the peak.",
		whose, estimate.Number(perSecond), name, estimate.Number(users), estimate.Number(perUser[fact]), estimate.Number(perSecond*estimate.PeakFactor))
}

// activeUsers matches what users of a day are counted as.
var activeUsers = text.Pattern(`(?i)\b(?:dau|daily|active|a day|per day)\b`)

func derivedLine(name string, d estimate.Derived) string {
	return fmt.Sprintf("*Derived*, %s: %s (= %s)", name, d.Result, d.Derivation)
}

// ratio gives the stated ratio, or the one that the rates come to.
func (m *material) ratio() []string {
	lines := m.quotes(mostQuotes, "ratio")
	reads, okReads := m.average("read-qps")
	writes, okWrites := m.average("write-qps")
	if len(lines) == 0 && okReads && okWrites && writes.Value > 0 {
		lines = append(lines, fmt.Sprintf("*Derived*: about %s to 1 (= %s reads / %s writes a second)",
			estimate.Number(reads.Value/writes.Value), estimate.Number(reads.Value), estimate.Number(writes.Value)))
	}
	if len(lines) == 0 {
		lines = m.weak("ratio")
	}
	return lines
}

// weak lists what is said about a fact without its number.
func (m *material) weak(fact string) []string {
	var lines []string
	for _, k := range m.facts(fact) {
		lines = append(lines, m.quote(k)+" - without a number")
	}
	return lines
}

// traffic gives item sizes and volumes, and derives the volume in and out.
func (m *material) traffic() []string {
	lines := m.quotes(mostQuotes, "object-size", "bandwidth")
	for _, side := range []struct{ fact, name string }{{"write-qps", "in, from writes"}, {"read-qps", "out, from reads of one item each"}} {
		rate, okRate := m.average(side.fact)
		size, okSize := m.sizeOf(side.fact)
		if okRate && okSize {
			lines = append(lines, derivedLine(side.name, estimate.Transfer(rate.Value, size.Value)))
		}
	}
	return lines
}

// storage gives the stated volumes, and derives what they come to.
func (m *material) storage() []string {
	lines := m.quotes(mostQuotes, "storage")
	if d, ok := m.storageAfter(3*estimate.Year, "3 years"); ok && !m.statesTotal() {
		lines = append(lines, derivedLine("after 3 years, nothing deleted, one copy", d))
	}
	if len(lines) == 0 && m.service() && m.in.Section == nil {
		lines = append(lines, m.assumption("storage"))
	}
	return lines
}

// statesTotal says whether an amount of storage is stated, and not only a growth.
func (m *material) statesTotal() bool {
	for _, f := range m.figures("storage") {
		if f.Dimension == estimate.Bytes {
			return true
		}
	}
	return false
}

// storageAfter derives the storage after a time from the growth that is stated,
// else from the rate of writes and the size of an item.
func (m *material) storageAfter(seconds float64, span string) (estimate.Derived, bool) {
	for _, f := range m.figures("storage") {
		if f.Dimension == estimate.ByteRate {
			return estimate.Accumulate(f.Value, seconds, span), true
		}
	}
	rate, okRate := m.average("write-qps")
	size, okSize := m.sizeOf("write-qps")
	if !okRate || !okSize {
		return estimate.Derived{}, false
	}
	return estimate.StoragePer(rate.Value, size.Value, seconds, span), true
}

// memory gives what is stated, and derives the size of a cache for a fifth of a
// day's reads, by the rule of thumb that a fifth of the items serve most of them.
func (m *material) memory() []string {
	lines := m.quotes(mostQuotes, "memory")
	rate, okRate := m.average("read-qps")
	size, okSize := m.sizeOf("read-qps")
	if len(lines) == 0 && okRate && okSize {
		bytes := rate.Value * estimate.Day * size.Value / 5
		lines = append(lines, fmt.Sprintf("*Derived*, cache for a fifth of a day's reads, no item read twice (an upper bound): about %s (= %s a second x 86,400 seconds x %s x 20%%)",
			estimate.Size(bytes), estimate.Number(rate.Value), estimate.Size(size.Value)))
	}
	return lines
}

// derived says whether a fact that is not stated follows from others.
func (m *material) derived(fact string) bool {
	switch fact {
	case "ratio":
		return len(m.ratio()) > 0 && !strings.Contains(strings.Join(m.ratio(), ""), "without a number")
	case "storage":
		_, ok := m.storageAfter(estimate.Year, "")
		return ok
	case "memory":
		return len(m.memory()) > 0
	}
	return false
}
