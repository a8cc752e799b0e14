package document

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown parses CommonMark and GitHub's extensions to it.
//
// Of goldmark's footnotes only the block parser is used: the rest of that
// extension drops definitions without a reference, and moves the others to the
// end, while the sections of a document are parsed apart.
var markdown = newMarkdown()

func newMarkdown() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithInlineParsers(
			util.Prioritized(footnoteRefs{}, 101),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(), 999),
		),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
	return p
}

// parseMarkdown returns goldmark's tree of a text, in which the given references
// are known besides those that the text defines.
func parseMarkdown(source []byte, references []parser.Reference) ast.Node {
	context := parser.NewContext()
	for _, r := range references {
		context.AddReference(r)
	}
	return markdown.Parse(gtext.NewReader(source), parser.WithContext(context))
}

// parseReferences returns the link references that a text defines.
func parseReferences(source []byte) []parser.Reference {
	context := parser.NewContext()
	markdown.Parse(gtext.NewReader(source), parser.WithContext(context))
	return context.References()
}

var kindFootnoteRef = ast.NewNodeKind("FootnoteRef")

// footnoteRef is "[^label]" in running text, whether or not there is a
// definition: saying that there is none is a rule's business.
type footnoteRef struct {
	ast.BaseInline
	label string
}

func (*footnoteRef) Kind() ast.NodeKind { return kindFootnoteRef }

func (n *footnoteRef) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Label": n.label}, nil)
}

type footnoteRefs struct{}

func (footnoteRefs) Trigger() []byte { return []byte{'['} }

func (footnoteRefs) Parse(_ ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if len(line) < 4 || line[1] != '^' {
		return nil
	}
	for i := 2; i < len(line); i++ {
		switch line[i] {
		case ']':
			if i == 2 {
				return nil
			}
			block.Advance(i + 1)
			return &footnoteRef{label: string(line[2:i])}
		case '[', ' ', '\t', '\r', '\n':
			return nil
		}
	}
	return nil
}
