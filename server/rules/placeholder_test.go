package rules

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

func TestPlaceholder(t *testing.T) {
	tests := map[string]string{
		"alone":                    "# A\n\n«TBD»\n",
		"with a full stop":         "# A\n\n«TBD».\n",
		"in italics":               "# A\n\n*«TBD»*.\n",
		"in the middle":            "# A\n\nThe retention is «TBD» for now.\n",
		"in parentheses":           "# A\n\nKeys are rotated («TODO»: say how often).\n",
		"with a name":              "# A\n\n«TODO»(mara): numbers.\n",
		"at the start":             "# A\n\n«TODO» add the numbers.\n",
		"in brackets":              "# A\n\n[«TODO»: describe how it is estimated.]\n",
		"in a heading":             "# A\n\n## Scaling («TBD»)\n\nText.\n",
		"one per row":              "# A\n\n| what | value |\n|---|---|\n| users | «TBD» |\n| reads | 5 |\n| «TBD» | TBD |\n",
		"one per sentence":         "# A\n\nFirst «TBD», or TBD. Second «TBD».\n\n«FIXME»: third.\n",
		"question marks":           "# A\n\nPeak load: «???»\n",
		"two question marks":       "# A\n\n| a | b |\n|---|---|\n| x | «??» |\n",
		"to be decided":            "# A\n\n«To be decided» during implementation.\n",
		"still to be":              "# A\n\nThe region is «yet to be determined».\n",
		"in brackets to be":        "# A\n\nSee RFC 12 «(number to be defined)».\n",
		"lorem":                    "# A\n\n«Lorem ipsum» dolor sit amet.\n",
		"template brackets":        "# A\n\n«[Insert the diagram]»\n",
		"template sentence":        "# A\n\n«Describe the data model here.»\n",
		"coming soon":              "# A\n\n«Coming soon.»\n",
		"number of an RFC":         "# A\n\nAs in «RFCNNNN».\n",
		"XXX":                      "# A\n\n«XXX»: is this right?\n",
		"empty section":            "# A\n\nText.\n\n## «Drawbacks»\n\n## Risks\n\nNone.\n",
		"empty but for a comment":  "# A\n\nText.\n\n## «Drawbacks»\n\n<!-- what speaks against it -->\n",
		"empty setext":             "A\n=\n\nText.\n\n«Drawbacks»\n---------\n",
		"empty title of a chapter": "# A\n\nText.\n\n# «B»\n",

		"missing number": "# A\n\nThe p99 is «XX ms».\n\nAt «NN QPS» it holds.\n",
		"slot":           "# A\n\nThe owner is «<insert name>».\n\n«<your-service-here>»\n",
		"not decided":    "# A\n\n«We have not yet decided» where it runs. It is fast.\n\n«We still need to decide» on this.\n",
		"later":          "# A\n\nThe «limits will be added later».\n\nThe table: «details to follow».\n",

		"lower case":            "# A\n\n- «tbd» (workshop in May)\n- Partition count: «t.b.d».\n- Retention is «tbd», as said.\n",
		"value after a label":   "# A\n\nBackpressure: «TBA»\n",
		"other spellings":       "# A\n\n«ToDo»\n\n«wip»\n\n## B\n\n«to do: decide between two stores»\n",
		"cells":                 "# A\n\n| what | value |\n|---|---|\n| a | «tbd» |\n| b | ? |\n| c | «to define» |\n| d | «to be clarified» |\n",
		"missing figures":       "# A\n\nAbout «XX million» a day. Deleted after «?? hours».\n\nThat is «$XXX» per month. Keep for «? months», ask legal. It takes «___ TB».\n",
		"missing date":          "# A\n\n- «YYYY-MM-DD»: alpha\n\nLast updated: «YYYY-MM-DD»\n",
		"missing ticket":        "# A\n\n**Jira**: «PROJ-XXXX»\n\nIssue: «#NNN»\n",
		"braces":                "# A\n\n«{Describe how compliance is confirmed.}»\n\nEvery «{{N}}» seconds it runs.\n",
		"slots in metadata":     "# A\n\n| | |\n|---|---|\n| Approver | «<name>» |\n\nOwner: «<Name of the architect>»\n",
		"brackets":              "# A\n\n«[image to be added]»\n\nIssue: «(fill in)»\n\nOwner: Ann «(to confirm)»\n\nSegments: see doc «(link?)»\n\nSize: N GB «(calculate later)»\n\ndiagram: «(will draw)»\n",
		"slots of arc42":        "# A\n\n| Role | Contact |\n|---|---|\n| *«\\<Role-1\\>»* | *\\<Contact-1\\>* |\n| *«\\<Role-2>»* | |\n\n**«\\<Diagram or table>»**\n\n- «\\<insert the scenario>»\n",
		"slots as arguments":    "# A\n\n| Slot | Meaning |\n|---|---|\n| \\<pod> | its name |\n\n## \\<name>\n\nCalled with \\<name> it stops.\n",
		"results in a column":   "# A\n\n| op | result |\n|---|---|\n| load | **TODO** |\n| store | ok (void) |\n",
		"what a function does":  "# A\n\n## insertRow(row, at)\n\nInsert a row.\n\n## DESCRIBE\n\nDescribe a table.\n",
		"no default":            "# A\n\n- Default: not specified\n- Limit: «not specified»\n",
		"forecast of others":    "# A\n\nThe draft (it is expected to be finalized any day now) says so.\n",
		"all in Spanish":        "# Diseño\n\nEl tráfico de los clientes pasa por la pasarela.\n\n| Parte | Alcance |\n|---|---|\n| API | Todo |\n\n- Todo\n\nTodo: el resto.\n\n- «TODO»\n",
		"open in other tongues": "# A\n\n«À définir».\n\n- «Por definir»\n\n«Wird noch ergänzt».\n\n«未定»。\n\nIl reste à définir les seuils avec l'équipe.\n\n| Status |\n|---|\n| noch offen |\n",
		"struck":                "# A\n\nIt takes ~~TBD~~ 5 ms.\n",
		"fragments":             "# A\n\nAlerts: «to be defined» with SRE.\n\n«Not decided yet».\n\n«Did not get to this».\n\n«Left blank for now».\n",
		"further down":          "# A\n\nThe cache is invalidated with each change, but more details on that will be provided later.\n",
		"parts to come":         "# A\n\nThe «list of the codes is still missing», we wait for B.\n\n«Test cases will be described here».\n\nThe «thresholds per country will be added at a later stage».\n",
		"nothing but dots":      "# A\n\nText.\n\n## «Open points»\n\n-\n\n## «Risks»\n\n...\n",
		"somebody's part":       "# A\n\n«(Obi to write this part)»\n\n«[@ann to confirm]»\n",
		"quarter":               "# A\n\nStart: «Q?» 2025\n\nSize: ~ «?MB»\n\nRides: «XXM»\n\nAbout «<number>» queries.\n",
		"date in the metadata":  "# A\n\n| | |\n|---|---|\n| Sign-off date | «dd/mm/yyyy» |\n",
		"pending":               "# A\n\nThreat model: «outstanding»\n\nSurge pricing - «TODO» if time permits\n",
		"decided later":         "# A\n\nThe region «will be decided later».\n\nThe calendar «will be provided by Treasury at a later date».\n",
		"pending at run time":   "# A\n\nPending orders are retried. Status: pending. (Users to add are listed.) Team - TODO list.\n",
		"dates in the text":     "# A\n\n## B\n\n| field | format |\n|---|---|\n| date | dd/mm/yyyy |\n",
		"not yet":               "# A\n\nWhat happens then «is not decided yet». The region «is not yet defined».\n",
		"skipped":               "# A\n\n«(skip for now, come back later)»\n\nTechnical story: «[link]»\n\nPilot: «date to be agreed»\n\nAbout «$N» per month.\n\nNumbers («XXX» insert link)\n",
		"not yet at run time":   "# A\n\nIf the leader is not yet determined, clients wait. See [list items] and [list marker].\n",
		"values left open":      "# A\n\nOwner of the dashboard = «?»\n\nThe threshold is «0.XX». Decision by: «2025-??-??»\n\nCost: «tbd» by the guild.\n",
		"orders to oneself":     "# A\n\n«Insert approval flow»\n\nResults: «(paste table)»\n\nLimit: 5 % «(placeholder, Finance to confirm)»\n\n- one\n- «(more?)»\n",
		"list of dots":          "# A\n\nThe steps:\n\n«1. ...\n2. ...»\n\nThat is all.\n",
		"will be settled":       "# A\n\nHardware: «will be defined with IT»\n\n## B\n\n«to be continued»\n",
		"steps":                 "# A\n\n1. Insert the card\n2. ...\n\nInsert the card and wait until the light is green again, then go. Retries will be agreed between the nodes.\n",
		"progress":              "# A\n\n| step | status |\n|---|---|\n| load test | TODO |\n\n| todo | done |\n|---|---|\n| a | b |\n\nStatus: WIP\n",
		"what it stands for":    "# A\n\nTBD stands for \"to be delivered\". A to-do is a note; our wip limit is 3.\n",
		"features to come":      "# A\n\nSharding will be added later. More nodes will be added when load is above 70%.\n",
		"missing at run time":   "# A\n\nIf the list is still missing, the client asks again. A row that is not defined is skipped.\n",
		"what is not written":   "# A\n\nNot written to disk: the cache. Nothing is left out. Which of them is needed? Soon after, it ends.\n",
		"formats":               "# A\n\nDates are written as YYYY-MM-DD, colours as #XXXXXX; tickets look like ABC-XXX here.\n",
		"arguments":             "# A\n\nCalled with <name> and {id}, it prints {{name}} and /users/{user id}.\n",
		"questions with units":  "# A\n\nIs it 5 or 6? Seconds matter. Why? Users wait.\n",

		"code":                    "# A\n\nThe tag `TODO` and\n\n```\nTODO: x\n```\n",
		"comment":                 "# A\n\n<!-- TODO: x -->\n\nText.\n",
		"quotation":               "# A\n\n> TODO: they wrote\n\nText.\n",
		"TODO tests":              "# A\n\nTODO tests are run but not counted.\n",
		"heading is a name":       "# A\n\nText.\n\n## `--jitless`\n\n## 1.2.3\n\n## We buy instead of building.\n",
		"a TODO list":             "# A\n\nUsers keep a TODO list; TODO items sync.\n",
		"TODO app":                "# TODO app\n\nTODO lists are shared.\n",
		"list of work":            "# A\n\n## TODO\n\n- load test\n",
		"a noun":                  "# A\n\nWe left a TODO and the recommendation in the code.\n",
		"quoted":                  "# A\n\nFields that say \"TBD\" are rejected.\n",
		"link text":               "# A\n\nIt has [a TODO and a note](https://example.com).\n",
		"placeholder pod":         "# A\n\nA placeholder pod is created; the placeholder is replaced.\n",
		"XXX bytes":               "# A\n\nIt grows by XX-XXX bytes.\n",
		"decided by somebody":     "# A\n\nThe leader is still to be determined by the quorum. Shards are to be assigned.\n",
		"to be done":              "# A\n\nBatch jobs that do not need to be done in real time. Limits have to be defined up front. It supports remote schemas (these have to be added with `add` first).\n\n«(Numbers still need to be added)»\n",
		"marks of open questions": "# A\n\n## Open issues\n\n- TBD: whether to merge them.\n- Who is on call (TBD)?\n- Who owns it? (TBD)\n\n## Unresolved questions\n\n«TBD».\n\n- «???»\n",
		"open questions":          "# A\n\n## Open questions\n\n- The region is yet to be determined.\n",
		"really":                  "# A\n\nWhy does this matter??? Because.\n",
		"tags":                    "# A\n\nA <b>bold</b> <input type=\"text\"> <br> and <insert a=\"b\">.\n",
		"status codes":            "# A\n\nUp to 5XX % of 4XX errors, N nodes and X ms.\n",
		"decided by nodes":        "# A\n\nA slot that is not yet decided is retried. We need to decide which node leads. They will be added to the queue later.\n",
		"array":                   "# A\n\nThe value of [describe](https://example.com) and a[add].\n",
		"here":                    "# A\n\nWe describe the tradeoffs here: they are few. Clients list the objects; here they are cached.\n",
		"subsections":             "# A\n\n## Design\n\n### Reads\n\nText.\n",
		"title of a lower level":  "## Feed service\n\n## Design\n\nText.\n",
		"no title":                "## «Goals»\n\n## Design\n\nText.\n",
		"taken up":                "# A\n\nText.\n\n### Use cases\n\n## Use case 1: read\n\nText.\n\n## «Uses»\n\n## Used by\n\nText.\n",
		"title":                   "# A\n\n## Design\n\nText.\n",
		"only a title":            "# A\n",
		"image only":              "# A\n\n## Picture\n\n![flow](https://example.com/x.png)\n",
		"diagram only":            "# A\n\n## Picture\n\n```mermaid\ngraph TD\n```\n",
		"generated text":          "# A\n\n<!-- designls:begin r kind=recap -->\n\nTBD\n\n<!-- designls:end r -->\n\nText.\n",
		"generated section":       "# A\n\nText.\n\n<!-- designls:begin r kind=recap -->\n\n## Recap\n\nTODO: x\n\n## Empty\n\n<!-- designls:end r -->\n",
		"only generated text":     "# A\n\nText.\n\n## Recap\n\n<!-- designls:begin r kind=recap -->\n\nText.\n\n<!-- designls:end r -->\n",
		"file name":               "# A\n\nSee TODO.md and TBD-1 in the tracker; KEP-0123 too.\n",
		"front matter":            "---\ntitle: TBD\n---\n\n# A\n\nText.\n",
		"marked as not available": "# A\n\nNot applicable.\n",
	}
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) { checkMarked(t, placeholder, marked, Environment{}) })
	}
}

func TestPlaceholderSaysWhatIsMissing(t *testing.T) {
	for content, want := range map[string]string{
		"# A\n\n## Storage\n\nTBD\n":                                                `"TBD" stands where part of "Storage" still has to be written.`,
		"# A\n\n| w | v |\n|-|-|\n| peak reads | TBD |\n":                           `"TBD" stands where the value of "peak reads" still has to be written.`,
		"# A\n\nX (TODO: say who rotates the keys).\n":                              `"TODO: say who rotates the keys" is still to be done.`,
		"# A\n\nOwner: Ann\nReviewers: TBD\n":                                       `"TBD" stands where the value of "Reviewers" still has to be written.`,
		"# A\n\n- **Alerts**: to be defined with SRE.\n":                            `"to be defined" leaves the value of "Alerts" open, and does not say who decides it and when.`,
		"# A\n\nTBD: the limit per tenant.\n":                                       `"TBD: the limit per tenant." is still to be decided.`,
		"# A\n\nTODO: this would need a log, do\nwe want that?\n":                   `"TODO: this would need a log, do we want that?" is still to be done.`,
		"# A\n\n(TODO: this is possible per tablet but is not currently supported)": `"TODO: this is possible per tablet but is not currently..." is still to be done.`,
		"# A\n\n## Keys\n\nTo be decided during the rollout.\n":                     `"To be decided" leaves part of "Keys" open, and does not say who decides it and when.`,
		"TBD\n": `"TBD" stands where part of the introduction still has to be written.`,
	} {
		f := check(t, content).Findings
		if len(f) != 1 || f[0].Message != want {
			t.Errorf("%q: got %+v, want %q", content, f, want)
		}
	}
}

func TestPlaceholderFixes(t *testing.T) {
	content := "# A\n\n## Keys\n\nRotated (TODO: how often).\n\n## Drawbacks\n\n"
	fixed := applyFixes(t, content, "Turn into an open question", "Remove the empty section")
	if want := "# A\n\n## Keys\n\nRotated (Open question: how often).\n\n"; fixed != want {
		t.Errorf("got %q, want %q", fixed, want)
	}
}

func TestOptionalSectionIsOnlyAHint(t *testing.T) {
	f := check(t, "# A\n\nText.\n\n## Infrastructure needed (optional)\n").Findings
	if len(f) != 1 || f[0].Severity != finding.Hint {
		t.Errorf("got %+v", f)
	}
}

// applyFixes applies the first fix with each of the titles.
func applyFixes(t *testing.T, content string, wanted ...string) string {
	t.Helper()
	var edits []text.Edit
	for _, f := range check(t, content).Findings {
		for _, fix := range f.Fixes {
			if len(wanted) > 0 && strings.HasPrefix(fix.Title, wanted[0]) {
				edits, wanted = append(edits, fix.Edits...), wanted[1:]
				break
			}
		}
	}
	if len(wanted) > 0 {
		t.Errorf("no fix %q", wanted)
	}
	fixed, err := text.ApplyEdits(content, edits)
	if err != nil {
		t.Fatal(err)
	}
	return fixed
}
