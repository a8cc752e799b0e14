package workspace

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// ConfigName is the name of the file at the root of a workspace folder in which
// a team shares its settings.
const ConfigName = ".designls.yaml"

// Folder is a workspace folder with its configuration. It never changes; only
// its ledger is read again when the file has changed.
type Folder struct {
	URI    string
	Root   string // absolute path; empty if the folder is not on this machine's disk
	Config Config
	File   *ConfigFile // nil when the folder has none

	PromptFiles []PromptFile // of the team

	ledger *ledgerFile
}

// ConfigFile is a .designls.yaml as it was read.
type ConfigFile struct {
	Path     string
	Text     *text.Mapper // for the places of the problems
	Problems []Problem
}

// OpenFolder reads the configuration of the folder at a path, without any
// editor, as the command line sees it.
func OpenFolder(root string, known Known) (*Folder, error) {
	absolute, err := filepath.Abs(root)
	if err != nil {
		return nil, fmt.Errorf("%s was not opened: %w", root, err)
	}
	return newFolder(URI(absolute), layer{}, known), nil
}

// newFolder reads .designls.yaml and lays it over what the editor configures.
func newFolder(folderURI string, editor layer, known Known) *Folder {
	f := &Folder{URI: folderURI}
	f.Root, _ = Path(folderURI)
	layers := []layer{editor}
	if f.Root != "" {
		f.ledger = &ledgerFile{path: filepath.Join(f.Root, filepath.FromSlash(LedgerName))}
		trusted := editor.trusted == nil || *editor.trusted
		f.PromptFiles = readPrompts(f.Root, trusted)
		known = known.with(f.Prompts())
		var team layer
		team, f.File = readConfigFile(filepath.Join(f.Root, ConfigName), known)
		layers = append(layers, team)
	}
	f.Config = configure(strings.ToLower(path.Base(f.slashRoot())), layers...)
	return f
}

// readConfigFile reads a .designls.yaml; one that is not there is nil.
func readConfigFile(name string, known Known) (layer, *ConfigFile) {
	content, err := Read(name)
	if fault, ok := err.(*FileError); ok && fault.Fault == Missing {
		return layer{}, nil
	}
	file := &ConfigFile{Path: name, Text: text.NewMapper(content)}
	if err != nil {
		file.Problems = []Problem{{Message: "The settings of this workspace do not count: " + err.Error() + "."}}
		return layer{}, file
	}
	tree, problem := fromYAML(file.Text)
	if problem != nil {
		file.Problems = []Problem{*problem}
		return layer{}, file
	}
	l, problems := decode(tree, TeamFile, known)
	file.Problems = problems
	return l, file
}

// slashRoot is the folder's path as it stands in its URI.
func (f *Folder) slashRoot() string {
	if f.Root != "" {
		return filepath.ToSlash(f.Root)
	}
	return f.URI
}

// Rel is the path of a file relative to the folder, with slashes, as settings
// and the ledger have it. It is not ok for files outside the folder.
func (f *Folder) Rel(file string) (rel string, ok bool) {
	if f.Root == "" {
		return "", false
	}
	rel, err := filepath.Rel(f.Root, file)
	rel = filepath.ToSlash(rel)
	return rel, err == nil && rel != ".." && !strings.HasPrefix(rel, "../")
}

// IsDesign decides whether the file at a path relative to the folder, with
// slashes, is a design document. The document is for its front matter, which
// counts more than its path; it may be nil.
func (f *Folder) IsDesign(rel string, doc *document.Document) bool {
	if doc != nil {
		if enabled, said := Enabled(doc.FrontMatter); said {
			return enabled
		}
	}
	return rel != "" && f.Config.detection.isDesign(rel)
}

// Exists reports whether a link in a document leads to a file or folder. The
// target is a decoded path relative to the document, or with a leading slash to
// the folder, as repositories' web pages have it.
func (f *Folder) Exists(documentPath, target string) bool {
	base := filepath.Dir(documentPath)
	if strings.HasPrefix(target, "/") && f.Root != "" {
		base = f.Root
	}
	_, err := os.Stat(filepath.Join(base, filepath.FromSlash(target)))
	return err == nil
}

// FindRoot returns the folder that a file or directory belongs to: the nearest
// one above it, or itself, which has a .designls.yaml, a .designls folder or a
// repository; without any, the directory itself or the one the file is in.
func FindRoot(name string) (string, error) {
	start, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(start); err != nil || !info.IsDir() {
		start = filepath.Dir(start)
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		for _, mark := range []string{ConfigName, path.Dir(LedgerName), ".git"} {
			if _, err := os.Stat(filepath.Join(dir, mark)); err == nil {
				return dir, nil
			}
		}
		if dir == filepath.Dir(dir) {
			return start, nil
		}
	}
}
