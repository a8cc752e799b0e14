package diagram

// nameTask takes the verb that a heading or a term begins with for a part of a name where
// it tells the task of what follows: "Sync worker", "Upload service: stores files".
func nameTask(tokens []token) {
	end := 0
	for end < len(tokens) && end < 4 && tokens[end].tag != tagColon && tokens[end].tag != tagOpen {
		end++
	}
	if end < 2 || end > 3 || tokens[0].tag != tagVerb || tokens[0].form != formBase || !tasks[tokens[0].lower] {
		return
	}
	for _, t := range tokens[1:end] {
		if t.tag != tagNoun {
			return
		}
	}
	if h, ok := tokens[end-1].headOf(); ok && h.strength >= weak && !isPlural(tokens[end-1].lower) {
		tokens[0].tag, tokens[0].verb = tagNoun, nil
	}
}

// tasks are verbs that names of components begin with, and that one does not order to do
// to a component.
var tasks = map[string]bool{
	"sync": true, "ingest": true, "fetch": true, "upload": true, "download": true, "crawl": true, "publish": true, "poll": true, "scan": true, "parse": true, "render": true, "resolve": true,
	"dispatch": true, "compact": true, "merge": true, "encode": true, "transcode": true, "replicate": true, "deliver": true, "compute": true, "enrich": true, "aggregate": true,
	"retry": true, "export": true, "import": true, "analyze": true, "recommend": true, "shorten": true, "redirect": true, "read": true, "write": true, "match": true, "search": true,
	"archive": true, "backup": true, "collect": true, "convert": true, "authenticate": true, "ship": true, "subscribe": true, "settle": true,
}
