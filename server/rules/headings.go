package rules

import "github.com/designls/designls/server/document"

// Headings returns the headings that the section stands under and its own, from
// the top, as in "Design > Storage". The document's title is left out: it says
// what the document is about, not what the section is for.
func (s *Scope) Headings() string {
	s.ask(askHeadings, "")
	return s.view.headings(s.section)
}

func (v *view) headings(s *document.Section) string {
	path := ""
	for i := s.Index; i >= 0; i = v.doc.Sections[i].Parent {
		title := v.doc.Sections[i].Title()
		if v.doc.Sections[i].Level() == 1 && v.isTitle(i) {
			break
		}
		if path != "" {
			title += " > " + path
		}
		path = title
	}
	return path
}

// isTitle says whether a section's heading is the first of the document.
func (v *view) isTitle(index int) bool {
	return index == 0 || index == 1
}
