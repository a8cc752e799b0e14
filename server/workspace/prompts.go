package workspace

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/text"
)

// PromptsName is the folder in a workspace folder that holds the prompts of a
// team, one file for each action.
const PromptsName = ".designls/prompts"

// What is read of a folder of prompts. A prompt is a page or two.
const (
	maxPrompts    = 100
	maxPromptSize = 64 << 10
)

// PromptFile is a prompt of a team as it was read.
type PromptFile struct {
	Path     string
	Text     *text.Mapper // for the places of the problems
	Prompt   prompts.Prompt
	Problems []prompts.Problem // why it is no action; none when it is one
}

// readPrompts reads the prompts of the folder at a root, in the order of the
// menu. Of files that nobody trusts it says only that they are there.
func readPrompts(root string, trusted bool) []PromptFile {
	taken := prompts.Taken()
	var files []PromptFile
	for _, name := range promptNames(root) {
		path := filepath.Join(root, filepath.FromSlash(PromptsName), name)
		f := PromptFile{Path: path, Text: text.NewMapper("")}
		if !trusted {
			f.Problems = []prompts.Problem{{Message: "This prompt is not offered, because the workspace is not trusted. Trust it in the editor, or set workspace.trusted."}}
			files = append(files, f)
			continue
		}
		f.read(taken)
		if len(f.Problems) == 0 {
			taken[f.Prompt.ID], taken[f.Prompt.Kind] = name, name
		}
		files = append(files, f)
	}
	slices.SortStableFunc(files, func(a, b PromptFile) int { return a.Prompt.Order - b.Prompt.Order })
	return files
}

// promptNames are the files of a folder of prompts, by name. What is no plain
// file, such as a link to another place, is none.
func promptNames(root string) []string {
	entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(PromptsName)))
	if err != nil {
		return nil // there is none, or nobody may look into it
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.EqualFold(filepath.Ext(e.Name()), ".md") && !strings.EqualFold(e.Name(), "README.md") && len(names) < maxPrompts {
			names = append(names, e.Name())
		}
	}
	return names
}

func (f *PromptFile) read(taken map[string]string) {
	content, err := Read(f.Path)
	switch {
	case err != nil:
		f.Problems = []prompts.Problem{{Message: "This prompt is not offered: " + err.Error() + "."}}
		return
	case len(content) > maxPromptSize:
		f.Problems = []prompts.Problem{{Message: fmt.Sprintf("This prompt is not offered: it has %d KB, and %d KB are allowed.", len(content)>>10, maxPromptSize>>10)}}
		return
	}
	f.Text = text.NewMapper(content)
	f.Prompt, f.Problems = prompts.Parse(content, maps.Clone(taken))
}

// Prompts are the prompts of the folder's team that are actions.
func (f *Folder) Prompts() []prompts.Prompt {
	var usable []prompts.Prompt
	for _, file := range f.PromptFiles {
		if len(file.Problems) == 0 {
			usable = append(usable, file.Prompt)
		}
	}
	return usable
}

// with are the names with those of actions that a team adds.
func (k Known) with(team []prompts.Prompt) Known {
	if len(k.Actions) == 0 {
		return k // nothing is checked
	}
	k.Actions = slices.Clone(k.Actions)
	for _, p := range team {
		k.Actions = append(k.Actions, p.ID)
	}
	return k
}

// isPrompt says whether a file is one of the prompts of the folder at a root.
func isPrompt(name string) (root string, ok bool) {
	dir := filepath.Dir(name)
	marked := filepath.FromSlash("/" + PromptsName)
	if !strings.HasSuffix(dir, marked) {
		return "", false
	}
	return strings.TrimSuffix(dir, marked), true
}
