package workspace

import (
	"maps"
	"slices"

	"github.com/designls/designls/server/finding"
)

// Config is how a workspace folder is configured, all places taken together. It
// is shared and must not be changed.
type Config struct {
	Template        string                      // id of the house style that all documents follow, "" to recognize it
	Rules           map[string]finding.Severity // severities that differ from the rules' own
	DisabledActions []string                    // not to be offered
	Diagnostics     bool                        // show findings while writing
	CodeLens        bool
	ConfirmEdits    bool // show what an action has made before it is put into the document
	InlayHints      bool
	QuestionsMode   string // QuestionsFull or QuestionsShort
	Engine          string // one of Engines; "" when nobody has said
	SecondLook      bool   // by a model at its own findings
	Model           Model

	detection detection
}

// configure lays the layers over each other, the most specific last. The root is
// the name of the workspace folder, in lower case.
func configure(root string, layers ...layer) Config {
	c := Config{
		Rules: map[string]finding.Severity{}, Diagnostics: true, CodeLens: true, InlayHints: true,
		QuestionsMode: QuestionsFull, SecondLook: true,
		detection: detection{defaults: true, root: root},
	}
	for _, l := range layers {
		set(&c.Template, l.template)
		set(&c.Diagnostics, l.diagnostics)
		set(&c.CodeLens, l.codeLens)
		set(&c.ConfirmEdits, l.confirm)
		set(&c.InlayHints, l.inlayHints)
		set(&c.QuestionsMode, l.questions)
		set(&c.Engine, l.engine)
		set(&c.SecondLook, l.secondLook)
		l.model.over(&c.Model)
		set(&c.detection.defaults, l.defaults)
		maps.Copy(c.Rules, l.rules)
		c.DisabledActions = append(c.DisabledActions, l.disabled...)
		c.detection.layers = slices.Insert(c.detection.layers, 0, l.patterns)
	}
	return c
}

func set[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}
