package estimate

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// PeakFactor is by how much the peak is assumed to exceed the average where a
// document says nothing: consumer traffic of one time zone has a busiest hour
// of two to three times its average.
const PeakFactor = 3

// Derived is a quantity that follows from others, with the way it was reached.
type Derived struct {
	Value      float64
	Result     string // "about 3.8 a second"
	Derivation string // "10 million a month / 2.63 million seconds"
}

// PerSecond derives the average per second of a rate that is stated per minute
// or longer.
func PerSecond(q Quantity) (Derived, bool) {
	if q.Dimension != Rate || q.Period == "second" || q.Period == "" {
		return Derived{}, false
	}
	seconds := durations[q.Period]
	return Derived{
		Value:      q.Value,
		Result:     fmt.Sprintf("about %s a second", Number(q.Value)),
		Derivation: fmt.Sprintf("%s a %s / %s seconds", Number(q.Value*seconds), q.Period, Number(seconds)),
	}, true
}

// Peak derives the peak of an average rate.
func Peak(average, factor float64) Derived {
	return Derived{
		Value:      average * factor,
		Result:     fmt.Sprintf("about %s a second", Number(average*factor)),
		Derivation: fmt.Sprintf("%s a second x %s", Number(average), Number(factor)),
	}
}

// StoragePer derives what accumulates over a time when so many items of a size
// are written per second and none is deleted.
func StoragePer(perSecond, size, seconds float64, span string) Derived {
	return Derived{
		Value:      perSecond * size * seconds,
		Result:     "about " + Size(perSecond*size*seconds),
		Derivation: fmt.Sprintf("%s a second x %s x %s seconds (%s)", Number(perSecond), Size(size), Number(seconds), span),
	}
}

// Accumulate derives what a stream of bytes adds up to over a time.
func Accumulate(bytesPerSecond, seconds float64, span string) Derived {
	return Derived{
		Value:      bytesPerSecond * seconds,
		Result:     "about " + Size(bytesPerSecond*seconds),
		Derivation: fmt.Sprintf("%s a day x %s days (%s)", Size(bytesPerSecond*Day), Number(seconds/Day), span),
	}
}

// Transfer derives the traffic that requests of a size cause.
func Transfer(perSecond, size float64) Derived {
	return Derived{
		Value:      perSecond * size,
		Result:     "about " + Size(perSecond*size) + "/s",
		Derivation: fmt.Sprintf("%s a second x %s", Number(perSecond), Size(size)),
	}
}

// Downtime derives how long a service may be down in a year at an availability
// in percent.
func Downtime(percent float64) Derived {
	down := Year * (100 - percent) / 100
	return Derived{
		Value:      down,
		Result:     "at most " + Time(down) + " of downtime a year",
		Derivation: fmt.Sprintf("(100%% - %s%%) x 365 days", strconv.FormatFloat(percent, 'f', -1, 64)),
	}
}

// Number writes a number with three digits that count: "3.81", "1.2 million".
func Number(v float64) string {
	switch {
	case v >= 999.5e9:
		return digits(v/1e12) + " trillion"
	case v >= 999.5e6:
		return digits(v/1e9) + " billion"
	case v >= 999.5e3:
		return digits(v/1e6) + " million"
	}
	return thousands(digits(v))
}

// Size writes a number of bytes in decimal units.
func Size(bytes float64) string {
	units := []string{"bytes", "KB", "MB", "GB", "TB", "PB", "EB"}
	i := 0
	for ; bytes >= 999.5 && i < len(units)-1; i++ {
		bytes /= 1000
	}
	return digits(bytes) + " " + units[i]
}

// Time writes a length of time in the largest unit that fits.
func Time(seconds float64) string {
	for _, u := range []struct {
		name   string
		length float64
	}{{"days", Day}, {"hours", 3600}, {"minutes", 60}, {"s", 1}, {"ms", 1e-3}} {
		if seconds >= u.length*0.9995 {
			return digits(seconds/u.length) + " " + u.name
		}
	}
	return digits(seconds*1e6) + " µs"
}

func digits(v float64) string {
	if v == 0 {
		return "0"
	}
	decimals := max(0, 2-int(math.Floor(math.Log10(math.Abs(v))+1e-12)))
	s := strconv.FormatFloat(v, 'f', min(decimals, 6), 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func thousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}
