package actions

import (
	"strconv"
	"strings"

	"github.com/designls/designls/server/text"
)

// atThePeak finds a peak that is stated beside its average: "9,200 a second on
// average and about 37,000 at the peak".
var atThePeak = text.Pattern(`(?i)(\d[\d,]*(?:\.\d+)?)( thousand| million|k)?(?: (?:a|per) second)? at (?:the |its )?peak\b`)

// spokenPeak is the peak of a rate that a sentence about it states without saying
// again what is counted, per second.
func (m *material) spokenPeak(fact string) (perSecond float64, said string) {
	for _, k := range m.facts(fact) {
		found := atThePeak().FindStringSubmatch(k.Quote)
		if found == nil {
			continue
		}
		n, err := strconv.ParseFloat(strings.ReplaceAll(found[1], ",", ""), 64)
		if err != nil {
			continue
		}
		switch strings.TrimSpace(strings.ToLower(found[2])) {
		case "thousand", "k":
			n *= 1e3
		case "million":
			n *= 1e6
		}
		return n, found[0]
	}
	return 0, ""
}
