package document

import "github.com/designls/designls/server/text"

// Content is the parsed text of one section. It is immutable and shared by all
// versions of the document in which the section reads the same; every span in
// it counts from the start of the section (Section.Span.Start).
type Content struct {
	Hash   Hash
	Source string

	// Prose has the length of Source. What the author says in words stands where
	// it stands in Source; bytes of anything else are replaced: markup by spaces,
	// inline code, links' targets, images, HTML and ~~struck words~~ by Opaque, and whatever
	// separates two blocks, code blocks, quotes and generated text by Break. So
	// a regular expression run over Prose finds words at their place, and never
	// in code, addresses or quotations.
	Prose string

	Nodes      []Node     // blocks and inlines in document order, parents first
	Sentences  []Sentence // of Prose, none across two blocks
	Directives []Directive

	markers []marker
	anchors []string // names that the author gives to places
}

// The bytes that stand in Content.Prose for what is not prose.
const (
	Opaque = '\x1a' // part of the sentence, yet not words: inline code, an address, an image
	Break  = '\x00' // between two blocks
)

// Hash identifies text within this process; it is not stable across runs.
type Hash uint64

// Sentence is a sentence of prose, or a heading or table cell as a whole.
type Sentence struct {
	Span  text.Span
	Block int // index in Content.Nodes of the paragraph, heading or cell
}

// Directive is a designls-ignore comment.
type Directive struct {
	Rules  []string
	Reason string
	Span   text.Span // the comment
	Target text.Span // where the rules are silent
}

// Node is a piece of markdown: a block or an inline.
type Node struct {
	Kind    Kind
	Checked bool      // of a task box
	Span    text.Span // all of it, with its markers
	Inner   text.Span // what the markers enclose
	Parent  int       // index in Content.Nodes, -1 for a block at the top
	Level   int       // of a heading
	*Words            // never nil; most nodes share the empty one, since there are so many
}

// Words are what some kinds of nodes carry beside their text.
type Words struct {
	Info  string // of a fence: the words after the opening marker
	Dest  string // of a link or image: where it leads
	Label string // of a footnote, a footnote reference or a link definition
}

var noWords = &Words{}

// Kind says what a Node is.
type Kind uint8

// The kinds of nodes.
const (
	KindOther Kind = iota
	KindHeading
	KindParagraph
	KindList
	KindItem
	KindQuote
	KindFence // a code block between ``` or ~~~
	KindCode  // an indented code block
	KindHTML  // a block of HTML or a comment
	KindTable
	KindHeaderRow
	KindRow
	KindCell
	KindBreak // a thematic break
	KindFootnote
	KindDefinition // a link reference definition
	KindText
	KindCodeSpan
	KindEmphasis
	KindStrong
	KindStrike
	KindLink
	KindImage
	KindAutoLink
	KindInlineHTML
	KindFootnoteRef
	KindTaskBox
)

// Language is the first word of a fence's info string, in lower case, without
// the attributes that some tools put there: "mermaid" for "```Mermaid {width=50}".
func (n Node) Language() string { return language(n.Info) }

// Text returns the node's source.
func (c *Content) Text(n Node) string { return c.Source[n.Span.Start:n.Span.End] }

// Ancestor returns the index of the nearest node of the kind that holds node i,
// or -1.
func (c *Content) Ancestor(i int, kind Kind) int {
	for p := c.Nodes[i].Parent; p >= 0; p = c.Nodes[p].Parent {
		if c.Nodes[p].Kind == kind {
			return p
		}
	}
	return -1
}
