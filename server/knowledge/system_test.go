package knowledge

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func TestRecognizesSystemsFromBriefs(t *testing.T) {
	for title, want := range map[string]string{
		"Design Spotify": "video", "Design Uber": "ride-dispatch", "Design a rate limiter": "rate-limiter", "Design WhatsApp": "chat",
		"Design Ticketmaster": "booking", "Design YouTube": "video", "Design Twitter": "feed", "Design Dropbox": "file-sync",
		"Design a distributed cache": "key-value-store", "Design Google Docs": "collaborative-editor", "Design a payment system": "payments",
		"Design a notification service": "notifications", "Design a web crawler": "crawler", "Design a distributed job scheduler": "job-scheduler",
		"Design a metrics monitoring system": "metrics", "Design search autocomplete": "search", "Design TinyURL": "url-shortener",
		"Design an ad click aggregation system": "ad-clicks", "Design S3-like object storage": "object-store", "Design Yelp": "proximity",
		"Design Kafka": "message-queue", "Design Amazon's sales rank by category feature": "leaderboard",
		"Design a parking lot": "", "Design Mint.com": "", "Coordinated leader election": "", "Use joint consensus": "",
	} {
		got, ok := RecognizeSystem(title, title)
		if ok != (want != "") || ok && got.ID != want {
			t.Errorf("%s: got %q", title, got.ID)
		}
	}
}

func TestRecognizesSystemsFromTheirText(t *testing.T) {
	brief := "We need a service in which riders request a trip and a nearby driver is offered it. Drivers report their position."
	if got, ok := RecognizeSystem("Project Falcon", brief); !ok || got.ID != "ride-dispatch" {
		t.Errorf("got %q", got.ID)
	}
	if got, ok := RecognizeSystem("Project Falcon", strings.Repeat("The compiler inlines calls. ", 100)+brief); ok {
		t.Errorf("a single mention makes it a %s", got.ID)
	}
}

func TestRecognizesPublishedSystemsAndNoOthers(t *testing.T) {
	want := map[string]string{
		"system-design-primer/pastebin.md":    "url-shortener",
		"system-design-primer/twitter.md":     "feed",
		"system-design-primer/web_crawler.md": "crawler",
	}
	got := map[string]string{}
	for name, content := range corpusDocuments(t) {
		d := document.Parse(text.NewMapper(content), nil)
		var prose strings.Builder
		for _, s := range d.Sections {
			prose.WriteString(s.Content.Prose)
		}
		if s, ok := RecognizeSystem(d.Title(), prose.String()); ok {
			got[name] = s.ID
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBankQuestionsAreAnsweredByTheText(t *testing.T) {
	chat, _ := RecognizeSystem("Design WhatsApp", "Design WhatsApp")
	for _, q := range chat.Questions {
		switch q.ID {
		case "encryption":
			if !q.AnsweredIn("messages are end-to-end encrypted.") || q.AnsweredIn("messages are stored.") {
				t.Error("encryption is not recognized")
			}
		case "group-size":
			if !q.AnsweredIn("groups of up to 200 members") {
				t.Error("the size of groups is not recognized")
			}
		}
	}
}

func TestTellsServicesFromLibraries(t *testing.T) {
	service := strings.Repeat("The API takes requests from clients and stores them in a database. ", 20)
	library := strings.Repeat("The scanner marks live heap objects before it sweeps the arena. ", 20)
	if !ServesTraffic(service) || ServesTraffic(library) || !ServesTraffic("Design Spotify") {
		t.Error("services and libraries are mixed up")
	}
}
