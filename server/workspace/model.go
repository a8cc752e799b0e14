package workspace

import "time"

// Engines are who can review, in the order in which they are documented.
func Engines() []string { return []string{EngineBuiltin, EngineOpenAI, EngineEditor} }

// Model is how a model is reached and what it may cost. There is no key: that
// comes from the environment. Values can be compared.
type Model struct {
	BaseURL, Model, AzureVersion string        // "" takes what the environment says
	Context                      int           // tokens; 0 for what is known of the model
	FirstToken, Idle, Total      time.Duration // 0 for the usual
	Monthly                      int           // tokens; 0 is no limit
	PromptPrice, ReplyPrice      float64       // of a million tokens; 0 when unknown
}

// modelLayer is what one place says of the model.
type modelLayer struct {
	BaseURL, Model, AzureVersion              *string
	Context, FirstToken, Idle, Total, Monthly *float64
	PromptPrice, ReplyPrice                   *float64
}

// over lays what is said over what holds so far.
func (l modelLayer) over(m *Model) {
	set(&m.BaseURL, l.BaseURL)
	set(&m.Model, l.Model)
	set(&m.AzureVersion, l.AzureVersion)
	set(&m.PromptPrice, l.PromptPrice)
	set(&m.ReplyPrice, l.ReplyPrice)
	for to, from := range map[*int]*float64{&m.Context: l.Context, &m.Monthly: l.Monthly} {
		if from != nil {
			*to = int(*from)
		}
	}
	for to, from := range map[*time.Duration]*float64{&m.FirstToken: l.FirstToken, &m.Idle: l.Idle, &m.Total: l.Total} {
		if from != nil {
			*to = time.Duration(*from * float64(time.Second))
		}
	}
}

// engine reads who reviews. A file of the workspace can only forbid models.
func (d *decoder) engine(v *value) *string {
	if d.place == TeamFile && v.v != EngineBuiltin {
		d.report(d.setting, d.spanOf(v), "engine can only be %q in a workspace file, which forbids models; it must never choose where text is sent. It is ignored; set the engine in your editor or your environment.", EngineBuiltin)
		return nil
	}
	return d.name(v, Engines())
}

func (d *decoder) text(v *value) *string {
	s, ok := v.v.(string)
	if !ok {
		d.wrong(v, "a text")
		return nil
	}
	return &s
}

// mostNumber keeps seconds and tokens within what can be counted.
const mostNumber = 1e9

// number reads a number that is not negative.
func (d *decoder) number(v *value) *float64 {
	var n float64
	switch x := v.v.(type) {
	case float64:
		n = x
	case int:
		n = float64(x)
	case int64:
		n = float64(x)
	case uint64:
		n = float64(x)
	default:
		d.wrong(v, "a number from 0 up")
		return nil
	}
	if !(n >= 0 && n <= mostNumber) {
		d.wrong(v, "a number from 0 up")
		return nil
	}
	return &n
}
