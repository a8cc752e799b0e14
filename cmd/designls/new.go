package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/knowledge"
)

func newNew(s streams) *cobra.Command {
	var title string
	cmd := &cobra.Command{
		Use:   "new TEMPLATE FILE",
		Short: "Start a document from a template",
		Example: `  designls new adr docs/adr/0008-use-a-queue.md
  designls new design-doc docs/design/feed.md --title "Home feed"`,
		Args: exactly("TEMPLATE", "FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			if title == "" {
				title = titleOf(args[1])
			}
			return startDocument(s, args[0], args[1], title)
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "title of the document (default: from the file's name)")
	describeLate(cmd, func() string {
		return `new writes a document with the sections of a house style and, in each, what belongs
there. It never overwrites a file. Templates: ` + strings.Join(knowledge.Templates(), ", ") + "."
	})
	return cmd
}

func startDocument(s streams, template, file, title string) error {
	content := knowledge.Template(template, title)
	if content == "" {
		return usageError{unknown("template", template, knowledge.Templates())}
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("cannot make the folder of %s: %w", file, err)
	}
	if err := createFile(file, content); err != nil {
		return err
	}
	_, err := fmt.Fprintln(s.out, file)
	return err
}

// createFile writes a file that must not be there yet.
func createFile(name, content string) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists already and was left unchanged; choose another name", name)
	}
	if err != nil {
		return fmt.Errorf("cannot create the document: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.WriteString(content)
	return err
}

// titleOf makes a title from the name of a file: "0008-use-a-queue.md" becomes
// "Use a queue".
func titleOf(file string) string {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	name = strings.TrimLeft(name, "0123456789-_. ")
	name = strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	if name == "" {
		return "Untitled"
	}
	letters := []rune(name)
	letters[0] = unicode.ToUpper(letters[0])
	return string(letters)
}
