package actions

import (
	"os"
	"testing"
)

func BenchmarkActions(b *testing.B) {
	content, err := os.ReadFile("../../../shared/corpus/keps/1040-priority-and-fairness.md")
	if err != nil {
		b.Skip("no published documents beside the repository")
	}
	d := parse(string(content))
	for _, action := range Table() {
		b.Run(action.ID, func(b *testing.B) {
			for b.Loop() {
				if _, err := action.Offline(b.Context(), Input{Doc: d}); err != nil {
					b.Skip("not for this document: ", err)
				}
			}
		})
	}
}
