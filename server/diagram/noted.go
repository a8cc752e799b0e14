package diagram

// noteRoles marks the names of a sentence by what they are in it.
func (s *sentence) noteRoles() {
	for i, c := range s.chunks {
		if c.kind != chunkPhrase || c.np.mention < 0 {
			continue
		}
		m := &s.section.out.mentions[c.np.mention]
		if i == 0 {
			m.markIf(s.section.item != nil && s.section.first, markLeads)
			m.passing = m.passing || s.isByline(m)
			continue
		}
		if p := s.chunks[i-1]; p.kind == chunkPrep {
			m.markIf(reaches[p.word], markReached)
			m.passing = m.passing || i == 1 && (p.word == "like" || p.word == "unlike") // "Like Cassandra, it"
			m.markIf(p.word == "as" && i == 1 && m.kind == Person, markStory)
		}
	}
}

// reaches are the prepositions before what can be reached.
var reaches = map[string]bool{
	"to": true, "from": true, "by": true, "with": true, "via": true, "through": true, "into": true, "on": true, "in": true, "at": true, "between": true, "using": true,
}

// isByline holds for who is behind the document: "Author: A. Writer".
func (s *sentence) isByline(m *mention) bool {
	return len(s.chunks) > 1 && s.chunks[1].kind == chunkColon && bylines[m.key]
}

var bylines = map[string]bool{
	"author": true, "coauthor": true, "reviewer": true, "approver": true, "owner": true, "maintainer": true, "editor": true, "contributor": true, "writer": true, "assignee": true, "team": true, "expert": true,
}
