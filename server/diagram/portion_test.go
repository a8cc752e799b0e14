package diagram

import "testing"

// TestPortions reads whom a part of several things, or several named before, stand for.
func TestPortions(t *testing.T) {
	for name, s := range map[string]statement{
		"each of some":           {"The gateway sends the fares to each of the matchers.", "gateway -> matchers"},
		"each of several before": {"The gateway notifies the matcher and the trip service. The mail worker polls each of those services.", "gateway -> matcher|gateway -> trip service|mail worker -> matcher|mail worker -> trip service"},
		"several before":         {"The gateway calls the matcher service and the trip service. The mail worker polls these services.", "gateway -> matcher service|gateway -> trip service|mail worker -> matcher service|mail worker -> trip service"},
		"none of them":           {"The gateway sends the fares to none of the matchers.", ""},
	} {
		t.Run(name, func(t *testing.T) { s.check(t) })
	}
}
