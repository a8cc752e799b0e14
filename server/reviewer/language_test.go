package reviewer

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
)

// Text in several languages, each about a store.
const (
	english = "Orders are kept in a relational store with one primary and two replicas, and a queue hands them to the warehouse within a minute. "
	russian = "Заказы хранятся в реляционной базе PostgreSQL с одним основным узлом и двумя репликами, а очередь Kafka передаёт их на склад в течение минуты. "
	chinese = "订单保存在关系数据库 PostgreSQL 中，有一个主节点和两个副本；队列 Kafka 在一分钟之内把它们交给仓库，仓库的服务再把结果写回数据库，并通知用户订单的状态已经改变。"
	greek   = "Οι παραγγελίες φυλάσσονται σε μια σχεσιακή βάση με έναν κύριο κόμβο και δύο αντίγραφα, και μια ουρά τις παραδίδει στην αποθήκη. "
)

func TestForeignLetters(t *testing.T) {
	for name, test := range map[string]struct{ reply, doc, want string }{
		"the same":                            {english, english, ""},
		"another language of the same script": {"Bestellungen liegen in einer Datenbank mit einem Hauptknoten und zwei Kopien, und eine Schlange gibt sie dem Lager.", english, ""},
		"Chinese for English":                 {chinese, english, "Chinese or Japanese"},
		"English for Chinese":                 {english, chinese + chinese, "Latin"},
		"Tamil for English":                   {strings.Repeat("தமிழ் எழுத்து ", 20), english, "foreign"},
		"Russian for English":                 {russian, english, "Cyrillic"},
		"English for Russian":                 {english, russian, "Latin"},
		"Greek for Russian":                   {greek, russian, "Greek"},
		"a reply full of names for Russian":   {"Kafka, PostgreSQL, Redis, ClickHouse, Kubernetes, Elasticsearch, RabbitMQ, MongoDB, Cassandra и кэш перед ними", russian, ""},
		"a document in two":                   {chinese, english + chinese, ""},
		"a quotation":                         {english + english + "Он называет это «складом».", english, ""},
		"too short to tell":                   {"订单", english, ""},
		"a document that is too short":        {english, "# 订单\n", ""},
	} {
		if got := foreign(sharesOf(test.reply), sharesOf(test.doc)); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestAReplyInOtherLettersIsAskedForOnceMore(t *testing.T) {
	doc := parse("# Orders\n\n" + english + "\n")
	overview := func(body string) string { return "## Overview\n\n" + body }
	prose := Task{Prompt: promptOf(t, "insert-overview"), Doc: doc}
	prose.Prompt.Promises = []string{"Overview"}
	findings := Task{Prompt: promptOf(t, "critique"), Doc: doc}
	for name, test := range map[string]struct {
		run     func(*Reviewer) (string, error)
		replies []string
		want    string // in what comes of it
		refused bool
	}{
		"prose":                {proseBy(t, prose), []string{overview(chinese), overview(english)}, "relational store", false},
		"prose that stays so":  {proseBy(t, prose), []string{overview(chinese), overview(russian)}, "", true},
		"prose with a diagram": {proseBy(t, prose), []string{overview(english + "\n\n```mermaid\nflowchart LR\n a[" + chinese + "] --> b\n```\n")}, "relational store", false},
		"JSON":                 {findingsBy(t, findings), []string{oneFinding("two replicas", chinese), oneFinding("two replicas", english)}, "relational store", false},
		"JSON that stays so":   {findingsBy(t, findings), []string{oneFinding("two replicas", chinese), oneFinding("two replicas", chinese)}, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.Replies(test.replies...)
			got, err := test.run(reviewing(m))
			if m.Left() != 0 || strings.Contains(got, "订单保") != strings.Contains(test.replies[0], "mermaid") {
				t.Errorf("%d replies were not asked for, and there is %q", m.Left(), got)
			}
			if (err != nil) != test.refused || !strings.Contains(got, test.want) {
				t.Errorf("%q, %v", got, err)
			}
			if err != nil && (!strings.Contains(err.Error(), "letters, and the document is not") || !strings.Contains(err.Error(), "unchanged")) {
				t.Error(err)
			}
			last := m.Requests()[len(m.Requests())-1].Messages
			if asked := last[len(last)-1]; len(test.replies) > 1 && (asked.Role != llm.User || !strings.Contains(asked.Content, "document is not") && !strings.Contains(asked.Content, "language of the document")) {
				t.Errorf("asked %q", asked.Content)
			}
		})
	}
}

// A team may want its documents in another language.
func TestAPromptOfATeamMayAskForAnotherLanguage(t *testing.T) {
	task := Task{Prompt: promptOf(t, "insert-overview"), Doc: parse("# Orders\n\n" + english + "\n")}
	task.Prompt.Team, task.Prompt.Promises = true, nil
	if got, err := proseBy(t, task)(reviewing(fake.Replies(chinese))); err != nil || !strings.Contains(got, "订单") {
		t.Errorf("%q, %v", got, err)
	}
}

func proseBy(t *testing.T, task Task) func(*Reviewer) (string, error) {
	return func(r *Reviewer) (string, error) {
		p, err := r.Prose(t.Context(), task, nil)
		return p.Markdown, err
	}
}

func findingsBy(t *testing.T, task Task) func(*Reviewer) (string, error) {
	return func(r *Reviewer) (string, error) {
		f, err := r.Findings(t.Context(), task, nil)
		if len(f.Open) == 0 {
			return "", err
		}
		return f.Open[0].Message, err
	}
}
