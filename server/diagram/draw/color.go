package draw

import "github.com/designls/designls/server/diagram"

// gray is for lines and texts that have no box behind them: it holds a contrast
// of 4 against the white and against the near black of the pages that mermaid is
// drawn on.
const gray = "#777777"

// paint is a box's colors: white on fill has a contrast above 4.5, and the border
// sets the box off from a dark page.
type paint struct{ class, fill, border string }

var (
	paintPerson    = paint{"person", "#0b4a85", "#6aa9e0"}
	paintContainer = paint{"container", "#1366b0", "#7db8ec"}
	paintStore     = paint{"store", "#2c6e37", "#79c088"}
	paintQueue     = paint{"queue", "#7a4a10", "#d79a4b"}
	paintCache     = paint{"cache", "#0d6b74", "#5fc0ca"}
	paintExternal  = paint{"external", "#5f6368", "#a9adb3"}
)

func paintOf(k diagram.Kind) paint {
	switch k {
	case diagram.Person:
		return paintPerson
	case diagram.Store:
		return paintStore
	case diagram.Queue:
		return paintQueue
	case diagram.Cache:
		return paintCache
	case diagram.External:
		return paintExternal
	}
	return paintContainer
}

// classes defines the colors that the boxes use.
func (s *script) classes(boxes []*box) {
	used := map[string]bool{}
	for _, b := range boxes {
		c := paintOf(b.kind)
		if !used[c.class] {
			used[c.class] = true
			s.line("  classDef %s fill:%s,stroke:%s,color:#ffffff", c.class, c.fill, c.border)
		}
	}
}
