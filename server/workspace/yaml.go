package workspace

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// fromYAML makes the tree of a YAML file, with the place of every key and scalar
// in the mapper's text. A problem means that there is no tree.
func fromYAML(m *text.Mapper) (*value, *Problem) {
	if err := document.CheckMetadata(m.Content()); err != nil {
		return nil, &Problem{Message: fmt.Sprintf("The file is not read: %v.", err)}
	}
	// The parser miscounts lines that end with "\r\n", and takes a byte order
	// mark for a letter.
	source := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(m.Content(), bom))
	r := yamlReader{mapper: m, anchors: map[string]*value{}}
	file, err := parser.ParseBytes([]byte(source), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, r.problem(err)
	}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			return r.read(doc.Body), nil
		}
	}
	return &value{}, nil
}

const bom = "\ufeff"

type yamlReader struct {
	mapper  *text.Mapper
	anchors map[string]*value
}

func (r *yamlReader) problem(err error) *Problem {
	p := &Problem{Message: "The file is not valid YAML, so none of it is read."}
	var at yaml.Error
	if errors.As(err, &at) {
		p.Message = fmt.Sprintf("The file is not valid YAML, so none of it is read: %s.", at.GetMessage())
		if t := at.GetToken(); t != nil {
			p.Span = r.span(t)
		}
	}
	return p
}

func (r *yamlReader) read(n ast.Node) *value {
	switch n := n.(type) {
	case nil:
		return &value{}
	case *ast.MappingNode:
		return &value{v: r.members(n.Values), span: r.span(n.GetToken())}
	case *ast.MappingValueNode:
		return &value{v: r.members([]*ast.MappingValueNode{n}), span: r.span(n.GetToken())}
	case *ast.SequenceNode:
		items := make([]*value, len(n.Values))
		for i := range n.Values {
			items[i] = r.read(n.Values[i])
		}
		return &value{v: items, span: r.span(n.GetToken())}
	case *ast.TagNode:
		return r.read(n.Value)
	case *ast.AnchorNode:
		v := r.read(n.Value)
		r.anchors[n.Name.String()] = v
		return v
	case *ast.AliasNode:
		return r.alias(n)
	}
	return r.scalar(n)
}

// alias is the value that was named; one which is not known is empty.
func (r *yamlReader) alias(n *ast.AliasNode) *value {
	if v, ok := r.anchors[n.Value.String()]; ok {
		return v
	}
	return &value{span: r.span(n.GetToken())}
}

func (r *yamlReader) scalar(n ast.Node) *value {
	v := &value{span: r.span(n.GetToken())}
	switch s := n.(type) {
	case *ast.LiteralNode:
		v.v = s.Value.Value
	case ast.ScalarNode:
		v.v = s.GetValue()
	}
	return v
}

func (r *yamlReader) members(nodes []*ast.MappingValueNode) []member {
	members := make([]member, len(nodes))
	for i, n := range nodes {
		t := n.Key.GetToken()
		members[i] = member{key: t.Value, span: r.span(t), value: r.read(n.Value)}
	}
	return members
}

// span is the place of a token's first line. The parser counts lines and runes,
// from one.
func (r *yamlReader) span(t *token.Token) text.Span {
	p := text.Position{Line: uint32(max(t.Position.Line-1, 0)), Character: uint32(max(t.Position.Column-1, 0))}
	if p.Line == 0 && strings.HasPrefix(r.mapper.Content(), bom) {
		p.Character++
	}
	start := r.mapper.PositionOffset(p, text.UTF32)
	origin, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	line := r.mapper.LineSpan(int(p.Line))
	return text.Span{Start: start, End: max(start, min(start+len(origin), line.End))}
}
