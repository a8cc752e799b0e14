package rules

import "github.com/designls/designls/server/finding"

var unitRule = Rule{
	ID: "unit", Title: "A quantity whose unit is wrong or missing", Severity: finding.Warning,
	What:    "Marks a calculation, or a figure in other words, that is off by exactly eight with a rate in bits on one side and bytes on the other: bits were taken for bytes.",
	Why:     "Two readers take it for two different things, and a factor of eight decides whether a link is wide enough.",
	Bad:     "# Video\n\nThe link carries 10 Gb/s = 10 GB/s.\n",
	Good:    "# Video\n\nThe link carries 10 Gb/s = 1.25 GB/s.\n",
	ByModel: "A quantity without a unit where it matters which, or with one that cannot be meant: bits for bytes in a figure that stands alone, a day for a second, MB for MiB at a limit.",
	Fixes:   []string{"write the figure that follows, in the author's unit"},
	Section: func(s *Scope) []finding.Finding { return miscalculated(s, true) },
}
