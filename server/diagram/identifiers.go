package diagram

// Identifiers returns a function that gives names identifiers, each other than all
// that it has given before: letters, digits and "_", with no meaning of their own in
// any diagram language.
func Identifiers() func(name string) string { return newIDs().unique }
