package workspace

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// ChangeFolders opens and closes workspace folders, by their URIs.
func (s *Session) ChangeFolders(added, removed []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.update(func(next *Snapshot) {
		next.folders = slices.DeleteFunc(slices.Clone(next.folders), func(f *Folder) bool {
			gone := func(u string) bool { return key(u) == f.URI }
			return slices.ContainsFunc(removed, gone) || slices.ContainsFunc(added, gone)
		})
		for _, u := range added {
			next.folders = append(next.folders, s.folder(key(u)))
		}
		next.outside = nil
		for _, f := range next.Open() {
			s.findOutside(next, f)
		}
	})
}

// findOutside looks for the folder of a file that lies in none of the
// workspace's.
func (s *Session) findOutside(next *Snapshot, f *File) {
	if f.Path == "" || next.Folder(f.URI) != next.nowhere {
		return
	}
	root, err := FindRoot(f.Path)
	if err != nil {
		return
	}
	next.outside = withEntry(next.outside, root, newFolder(URI(root), s.editor[""], s.known))
}

// folder reads a folder of the workspace.
func (s *Session) folder(k string) *Folder {
	editor, ok := s.editor[k]
	if !ok {
		editor = s.editor[""]
	}
	return newFolder(k, editor, s.known)
}

// Configure takes over the editor's settings, which are decoded JSON: what is
// under "designls". The scope is the URI of the folder they hold for, or empty
// for all folders that have none of their own. What cannot be used is returned.
func (s *Session) Configure(scope string, settings any) []Problem {
	s.mu.Lock()
	defer s.mu.Unlock()
	if scope != "" {
		scope = key(scope)
	}
	l, problems := decode(editorTree(settings), Editor, s.known)
	s.editor[scope] = l
	s.update(func(next *Snapshot) { s.reload(next, func(*Folder) bool { return true }) })
	return problems
}

// editorTree takes off the name of the section, which some editors send along,
// around the settings or before each of them.
func editorTree(settings any) *value {
	outer, ok := settings.(map[string]any)
	if inner, alone := outer["designls"]; ok && alone && len(outer) == 1 {
		return fromJSON(inner)
	}
	tree := fromJSON(settings)
	if members, ok := tree.v.([]member); ok {
		for i := range members {
			members[i].key = strings.TrimPrefix(members[i].key, "designls.")
		}
	}
	return tree
}

// reload reads folders again.
func (s *Session) reload(next *Snapshot, which func(*Folder) bool) {
	next.folders = slices.Clone(next.folders)
	for i, f := range next.folders {
		if which(f) {
			next.folders[i] = s.folder(f.URI)
		}
	}
	next.outside = maps.Clone(next.outside)
	for root, f := range next.outside {
		if which(f) {
			next.outside[root] = newFolder(f.URI, s.editor[""], s.known)
		}
	}
	next.nowhere = newFolder("", s.editor[""], s.known)
}

// FilesChanged hears that files on disk were made, changed or removed, by their
// URIs. A changed .designls.yaml is read at once, and so is a changed prompt.
func (s *Session) FilesChanged(uris []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	changed := map[string]bool{} // roots
	for _, u := range uris {
		name, ok := Path(u)
		if !ok {
			continue
		}
		s.current.disk.forget(name)
		if filepath.Base(name) == ConfigName {
			changed[filepath.Dir(name)] = true
		}
		if root, ok := isPrompt(name); ok {
			changed[root] = true
		}
	}
	s.update(func(next *Snapshot) {
		if len(changed) > 0 {
			s.reload(next, func(f *Folder) bool { return changed[f.Root] })
		}
	})
}

// WatchPatterns are the files of which the session wants to hear, as patterns of
// the protocol.
func WatchPatterns() []string {
	return []string{"**/*.{md,markdown}", "**/" + ConfigName, "**/" + path.Clean(LedgerName)}
}
