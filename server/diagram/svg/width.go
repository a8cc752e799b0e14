package svg

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Width is how wide a text is at most, in the widest of the usual fonts for
// screens.
func Width(s string, size float64) float64 {
	ems, state := 0.0, -1
	for s != "" {
		var cluster string
		var cells int
		cluster, s, cells, state = uniseg.FirstGraphemeClusterInString(s, state)
		ems += clusterWidth([]rune(cluster)[0], cells)
	}
	return ems * size
}

// clusterWidth is that of one character as a reader sees it, in ems.
func clusterWidth(r rune, cells int) float64 {
	switch {
	case cells == 0:
		return 0
	case cells > 1:
		return 1.15
	case strings.ContainsRune("ijl|'!.,:;", r):
		return 0.36
	case strings.ContainsRune("fr()[]{}/\\- \"", r) || r == 't':
		return 0.44
	case strings.ContainsRune("MW@%", r):
		return 1
	case strings.ContainsRune("mw+=<>~&", r):
		return 0.98
	case r > unicode.MaxASCII:
		return 0.9
	case unicode.IsUpper(r):
		return 0.79
	}
	return 0.65
}

// Clip shortens a text to a width, with an ellipsis.
func Clip(s string, size, width float64) string {
	if Width(s, size) <= width {
		return s
	}
	kept, state := "", -1
	for rest := s; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if Width(kept+cluster+"…", size) > width {
			break
		}
		kept += cluster
	}
	return strings.TrimRight(kept, " ") + "…"
}
