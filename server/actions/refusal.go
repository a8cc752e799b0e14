package actions

// Refusal is the error of an action that cannot do its work on the document as it
// is. Nothing failed: it says what the document would need.
type Refusal struct{ Reason string }

func (r *Refusal) Error() string { return r.Reason }
