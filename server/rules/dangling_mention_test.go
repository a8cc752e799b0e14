package rules

import "testing"

func TestDanglingMention(t *testing.T) {
	const numbered = "# Design\n\n## 1. Goals\n\nx\n\n## 2. Storage\n\nx\n\n### 2.1 Keys\n\n![a](https://e.com/a.png)\n\n*Figure 1: a*\n\n| a |\n|---|\n| b |\n\n## Appendix A: Costs\n\n"
	const plain = "# Design\n\n## Goals\n\nx\n\n## Storage\n\n### Keys\n\n**Hot path.** x\n\n"
	tests := map[string]string{
		"section":            numbered + "As «section 7» says.",
		"capital":            numbered + "«Section 3» says.",
		"subsection":         numbered + "See «Section 2.4».",
		"sign":               numbered + "See «§3.1».",
		"abbreviation":       numbered + "See «Sec. 9».",
		"figure":             numbered + "«Figure 3» shows it; see «Fig. 4».",
		"table":              numbered + "The costs are in «Table 2».",
		"appendix":           numbered + "«Appendix B» lists the costs.",
		"without numbers":    plain + "See «section 7».",
		"figure, none":       plain + "«Figure 1» shows it.",
		"this document":      plain + "See «section 9» of this document.",
		"in a table":         numbered + "| see |\n|---|\n| «section 7» |",
		"quoted name":        plain + "See the \"«Failover»\" section.",
		"curly quotes":       plain + "As described in section “«Failover modes»”.",
		"plain name":         plain + "This is covered in the «disaster recovery» section below.",
		"one word in common": plain + "See the \"«Storage engine tuning»\" section.",

		"several":          numbered + "«Sections 7» and «9», and sections 1–2; see «Figures 3» and «4».",
		"chapter":          numbered + "The formats are listed in «chapter 13».",
		"annex":            plain + "The calendar is in «Annex 2».",
		"no full stop":     plain + "Query flow: «Fig 3».",
		"diagram":          plain + "«Diagram 2» shows it.",
		"below":            numbered + "Retention is set out in «4.7» below.",
		"named below":      plain + "See also \"«Failure recovery»\" below.",
		"named chapter":    plain + "Please refer to the chapter \"«Security Concept»\" for that.",
		"next diagram":     plain + "The architecture is «presented in the next diagram»:",
		"code, no drawing": plain + "```\nPOST /urls\n```\n\n«Fig. 1» shows it.",

		"paragraph":     numbered + "For locking see «paragraph 4.5».",
		"picture below": plain + "The states are in «the pic» below. It retries («see diagram» above).",

		"further up":     plain + "Permissions are covered further up, in \"«Roles»\".",
		"here after all": numbered + "It is described in RFC 97 and in «section 6» below.",
		"number above":   numbered + "See «3.2» above.",

		"chapter by name": plain + "The steps are those of chapter \"«Optimisation»\".",
		"name of a guide": plain + "See the \"«Labelling guide»\" section.",

		"no diagram": plain + "«The diagram» below shows it. Then «the following sequence diagram» shows more.",
		"no table":   plain + "«The table» above has the costs.",

		"a diagram":            plain + "```mermaid\ngraph TD\n```\n\nThe diagram above shows it.",
		"a table":              plain + "| a |\n|---|\n| b |\n\nThe table above and the following table: both.",
		"a table as a picture": plain + "The table below has it.\n\n![t](https://e.com/t.png)",
		"a linked diagram":     plain + "The diagram below is [kept elsewhere](https://e.com/d).",
		"a database table":     plain + "The following table is locked, and the users table is not.",
		"there":                numbered + "See section 2.1, Section 1, §2, Figure 1, Table 1 and Appendix A.",
		"counted by renderer":  plain + "See section 2 and section 2.1.",
		"second picture":       plain + "![a](https://e.com/a.png)\n\n![b](https://e.com/b.png)\n\nFigure 2 shows it.",
		"drawn in code":        plain + "```\n+-+\nFigure 3: flow\n```\n\nFigure 3 shows it.",
		"named in the image":   plain + "![Figure 4](https://e.com/a.png)\n\nFigure 4 shows it.",
		"RFC":                  numbered + "As RFC 9110 says in section 15.4.",
		"paper":                numbered + "See section 5.3 of the Raft paper.",
		"linked text":          numbered + "[Raft](https://raft.github.io) has it in section 5.3.",
		"sentence before":      numbered + "The Raft paper has it. Section 5.3 explains why.",
		"on the next line":     plain + "This implements Section 9.2 of\nDetecting the Lost Update Problem. See the \"Tuning\" section of \"help cp\".",
		"of something":         numbered + "See Section 12 of Kleppmann, and Figure 7 in Xu.",
		"in code":              numbered + "`section 7`",
		"section of a file":    plain + "The transformations in section \"all\" come first.",
		"a figure":             plain + "We need a figure 8 knot; table 3 is free in the restaurant.",
		"name that is there":   plain + "See the \"Storage\" section, the \"hot path\" section and the keys section above.",
		"number of its own":    plain + "The previous section above and this section below.",
		"bold with an aside":   plain + "See \"Silent failover\" below.\n\n- **Silent failover (manual):** text.",
		"heading":              plain + "## Section 9\n\nText.",
		"linked":               plain + "[Section 9](#storage) has it.",
		"in a drawing":         plain + "```\n+--+\n```\n\nFigure 1 shows it.",
		"numbered line":        numbered + "2.4 No order is lost.\n2.5 All are signed.\n\nAs per section 2.4 and section 2.5.",
		"paragraphs":           plain + "We wrote paragraph 3 of the law.",
		"in a reference":       numbered + "See [2] section 4.1, [Ongaro14], appendix section 3.10 and the [Raft14] section 8.\n\nBut [x] is in «section 9».",
		"named text":           numbered + "See OWASP ASVS section 3.3 and POSIX Section 9.",
		"chapters elsewhere":   plain + "Chapter 5 explains it. See the vendor's manual, chapter 13.",
		"numbered annexes":     plain + "## Annex: calendar\n\nx\n\n## Second\n\nAnnex 1 has it.",
		"captions":             plain + "Diagram 2: flow\n\nSee Figure 2 and Diagram 2.",
		"version below":        plain + "Runs in 4.7 and below.",
		"letters":              plain + "Section A handles it.",
	}
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) { checkMarked(t, danglingReference, marked+"\n", Environment{}) })
	}
}
