package lsptest

import (
	"slices"
	"strings"

	"go.lsp.dev/uri"
	"golang.org/x/tools/txtar"
)

// moveMarkers keeps the markers at their places while the text is edited.
func (s *scenario) moveMarkers(u uri.URI, edits []edit) {
	for path, markers := range s.markers {
		if s.URI(path) != u {
			continue
		}
		for _, m := range markers {
			shift := 0
			for _, e := range edits {
				if e.start <= m.at {
					shift += len(e.text) - (min(e.end, m.at) - e.start)
				}
			}
			m.at += shift
		}
	}
}

// golden compares a result with a golden file of the archive, or rewrites it.
func (s *scenario) golden(name, got string) {
	s.t.Helper()
	got = s.variant.plain(got)
	s.compared["want/"+name] = true
	if *update && s.variant == variants[0] {
		for i, f := range s.archive.Files {
			if f.Name == "want/"+name {
				s.archive.Files[i].Data = []byte(got)
				return
			}
		}
		s.archive.Files = append(s.archive.Files, txtar.File{Name: "want/" + name, Data: []byte(got)})
		return
	}
	if diff := lineDiff(s.file("want/"+name), got); diff != "" {
		s.t.Errorf("want/%s (-want +got):\n%s", name, diff)
	}
}

// complain reports the markers and the golden files that nothing has looked at.
func (s *scenario) complain() {
	unused := func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want/") && !s.compared[f.Name] }
	if *update && s.variant == variants[0] {
		s.archive.Files = slices.DeleteFunc(s.archive.Files, unused)
	}
	for _, f := range s.archive.Files {
		if unused(f) {
			s.t.Errorf("the golden file %s is compared with nothing", f.Name)
		}
	}
	for path, markers := range s.markers {
		for _, m := range markers {
			if !m.used {
				s.t.Errorf("%s:%d: the marker @%s%v was not used", path, m.line, m.kind, m.args)
			}
		}
	}
}
