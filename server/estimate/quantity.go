// Package estimate reads the quantities that people write in design documents
// ("10 million users", "40 read requests per second", "p99 < 200 ms", "~450 GB
// in 3 years", "10:1"), and derives further ones from them together with the
// text that shows how. It does no I/O.
package estimate

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// Dimension is what a quantity measures.
type Dimension uint8

// The dimensions, each with the unit in which Quantity.Value counts.
const (
	Count    Dimension = iota // things
	Rate                      // things per second
	Bytes                     // bytes
	ByteRate                  // bytes per second
	Duration                  // seconds
	Percent                   // percent
	Ratio                     // the first number over the second
)

var dimensionNames = [...]string{"count", "rate", "bytes", "byte-rate", "duration", "percent", "ratio"}

func (d Dimension) String() string { return dimensionNames[d] }

// Quantity is a number with its unit, as found in a text.
type Quantity struct {
	Dimension Dimension
	Value     float64   // in the unit of the dimension
	Period    string    // of a rate: "second", "minute", "hour", "day", "week", "month" or "year", as written
	Noun      string    // what is counted, in lower case: "paste writes"
	Each      string    // what one of it belongs to: "paste" in "1 KB per paste"
	Bound     string    // "under", "over", "about" or ""
	Span      text.Span // from the number to the end of the unit
}

// units by the name they are written with, in the unit of their dimension.
var (
	durations = map[string]float64{
		"ns": 1e-9, "nanosecond": 1e-9, "µs": 1e-6, "μs": 1e-6, "us": 1e-6, "usec": 1e-6, "microsecond": 1e-6,
		"ms": 1e-3, "msec": 1e-3, "millisecond": 1e-3, "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60,
		"h": 3600, "hr": 3600, "hour": 3600, "day": Day, "week": 7 * Day, "month": Month, "year": Year, "yr": Year,
	}
	byteUnits = map[string]float64{
		"byte": 1, "B": 1, "KB": 1e3, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "EB": 1e18,
		"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40, "PiB": 1 << 50,
		"kilobyte": 1e3, "megabyte": 1e6, "gigabyte": 1e9, "terabyte": 1e12, "petabyte": 1e15,
	}
	bitRates = map[string]float64{
		"kbps": 125, "Kbps": 125, "kbit/s": 125, "Mbps": 125e3, "Mbit/s": 125e3, "Gbps": 125e6, "Gbit/s": 125e6, "Tbps": 125e9, "Tbit/s": 125e9,
		"KB/s": 1e3, "kB/s": 1e3, "MB/s": 1e6, "GB/s": 1e9, "TB/s": 1e12, "KBps": 1e3, "MBps": 1e6, "GBps": 1e9,
	}
	rateUnits = map[string]string{
		"rps": "requests", "qps": "queries", "tps": "transactions", "iops": "i/o operations", "wps": "writes",
		"req/s": "requests", "reqs/s": "requests", "ops/s": "operations", "writes/s": "writes", "reads/s": "reads",
		"requests/s": "requests", "queries/s": "queries", "messages/s": "messages", "msg/s": "messages", "events/s": "events", "/s": "", "/sec": "",
	}
	numerals = map[string]float64{
		"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20,
	}
	multipliers = map[string]float64{
		"k": 1e3, "K": 1e3, "M": 1e6, "mn": 1e6, "bn": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
		"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
	}
)

// Lengths of time in seconds. A month is a twelfth of a year.
const (
	Day   = 86400.0
	Month = Year / 12
	Year  = 365 * Day
)

// periodSeconds is the length of the period that a rate is written per.
func periodSeconds(word string) (name string, seconds float64) {
	name = strings.TrimSuffix(word, "s")
	switch name {
	case "", "sec":
		name = "second"
	case "min":
		name = "minute"
	case "hr", "h":
		name = "hour"
	}
	return name, durations[name]
}
