package draw

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/designls/designls/server/diagram"
)

// commonNouns are the words for what a part of a system is. A name that ends with one says what the
// part is, and has an article and a capital as other words have; a name of its own has not.
var commonNouns = set(`
	user client customer visitor owner seller buyer merchant follower admin administrator operator developer clerk driver reviewer reader author
	server service database db cache queue store ledger index log topic stream bucket table volume filesystem warehouse lake registry repository replica shard
	worker job consumer producer sender publisher subscriber processor executor handler engine scheduler controller manager coordinator planner agent daemon sidecar plugin
	api app application gateway balancer proxy router broker frontend backend endpoint webhook browser phone device sensor dashboard
	system platform component module layer provider node cluster pod container host machine instance network cdn webserver
	task command creator relay ring sink
	hub ingester distributor querier collector exporter crawler compactor leader tracker mailer notifier resolver validator`)

// ownNames are what is written small at the beginning, too.
var ownNames = set("etcd kubelet kubectl kubeadm nginx memcached containerd runc systemd redis kafka postgres mysql sqlite docker consul")

// compound matches words with a hyphen, which begin with a capital as others do; "kube-proxy" does not.
var compound = regexp.MustCompile(`^(?:third|first|read|write|long|short|high|low|multi|cross|front|back|in|fan|load|end|real|pre|self)-`)

// common says whether a name is one of words, such as "payment service", and not its own, such as
// "Kafka" or "kube-apiserver".
func common(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 || len(words) > nameWords || determiners[words[0]] { // a title is no name of words
		return false
	}
	last := words[len(words)-1]
	return isLetters(last) && (commonNouns[last] || commonNouns[diagram.Singular(last)])
}

// headed is a name as it stands in a box: words begin with a capital.
func headed(name string) string {
	name = clean(name)
	first, _, _ := strings.Cut(name, " ")
	if !common(name) || ownNames[first] || !isLetters(first) || strings.Contains(first, "-") && !compound.MatchString(first) {
		return name
	}
	return string(unicode.ToUpper(rune(name[0]))) + name[1:]
}
