package rules

import "runtime/debug"

// run calls a rule. A panic costs the findings of this rule on this section.
func (c *Checker) run(rule Rule, s *Scope) (r result) {
	c.computed.Add(1)
	defer func() {
		if value := recover(); value != nil {
			r = result{ran: true, asked: s.asked}
			c.reportPanic(rule.ID, value, s.view.env.OnPanic)
		}
	}()
	if rule.Document != nil {
		return result{true, rule.Document(s), s.asked}
	}
	var found []Placed
	for _, f := range rule.Section(s) {
		found = append(found, Placed{Finding: f})
	}
	return result{true, found, s.asked}
}

func (c *Checker) reportPanic(rule string, value any, report func(string, any, []byte)) {
	if _, told := c.panicked.LoadOrStore(rule, true); !told && report != nil {
		report(rule, value, debug.Stack())
	}
}
