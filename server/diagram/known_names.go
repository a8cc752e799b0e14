package diagram

// knownNames keeps what names are compared by: a document repeats the same few
// names in all its sections.
type knownNames map[string]*knownName

type knownName struct {
	key  string
	keys *keys // nil until it is asked for
}

// mostNames is how many names are kept; a document that has more begins anew.
const mostNames = 10_000

func (k knownNames) get(name string) *knownName {
	n := k[name]
	if n == nil {
		if len(k) >= mostNames {
			clear(k)
		}
		n = &knownName{key: nameKey(name)}
		k[name] = n
	}
	return n
}

// key is nameKey.
func (k knownNames) key(name string) string { return k.get(name).key }

func (k knownNames) keysOf(name string) *keys {
	n := k.get(name)
	if n.keys == nil {
		n.keys = newKeys(n.key, name)
	}
	return n.keys
}
