package server

// foldersParams are the parameters of "workspace/didChangeWorkspaceFolders".
type foldersParams struct {
	Event struct {
		Added   []workspaceFolder `json:"added"`
		Removed []workspaceFolder `json:"removed"`
	} `json:"event"`
}

// workspaceFolder is one as the client tells it. The protocol package takes a
// folder without a URI for the root of the disk.
type workspaceFolder struct {
	URI string `json:"uri"`
}

// didChangeWorkspaceFolders handles "workspace/didChangeWorkspaceFolders".
func (s *session) didChangeWorkspaceFolders(params *foldersParams) error {
	s.changeFolders(folderURIs(params.Event.Added), folderURIs(params.Event.Removed))
	s.pullSettings()
	return nil
}

func (s *session) changeFolders(added, removed []string) {
	s.changed(func() { s.workspace.ChangeFolders(added, removed) })
	s.diagnoseAll()
}

func folderURIs(folders []workspaceFolder) []string {
	var uris []string
	for _, f := range folders {
		if f.URI != "" {
			uris = append(uris, f.URI)
		}
	}
	return uris
}
