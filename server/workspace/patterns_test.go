package workspace

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryBuiltInPatternCompiles(t *testing.T) {
	for _, p := range append(DefaultInclude, DefaultExclude...) {
		if _, err := compileGlob(p); err != nil {
			t.Errorf("%q: %v", p, err)
		}
	}
}

func TestWhatIsADesignDocumentByDefault(t *testing.T) {
	yes := `design/x.md
design.md
docs/design/payments.md
docs/Design/Payments.MD
docs/design-docs/x.markdown
docs/designs/2024/x.md
design_docs/x.md
docs/system_design/x.md
system-design-primer/twitter.md
rfcs/0001-x.md
tikv-rfcs/0083-x.md
rfc/x.md
text/rfc-12-x.md
docs/my-rfc.md
docs/RFC 7.md
doc/adr/0001-record.md
docs/adrs/x.md
docs/architecture/decisions/0001-x.md
docs/adr-0004.md
docs/proposals/x.md
go-proposals/45713-workspace.md
keps/1040-priority.md
keps/sig-node/1287-in-place-update/README.md
oteps/0035-x.md
checkout-design-v2.md
redesign-of-checkout.md
docs/designdoc/x.md
design2/x.md
proposals/0012-x/index.md
docs/arc42/05-building-blocks.md
payments-tech-spec.md
docs/proposals-done/201812-receive.md
docs/architecture-decisions/adr008-names.md
rfd/0018-agent-loading.md
doc/vxlan/vxlan-hld.md
doc/HLD.md
teps/0012-api.md
geps/gep-1364/index.md
rfd/0042/README.md
docs/hld/payments.md
rfcs/0007-style-guide.md
design/guided-tours.md
design/security.md`
	no := `README.md
docs/guide.md
design/README.md
design/readme.zh-CN.md
design/index.md
docs/design/CHANGELOG.md
docs/design/2024/README.md
rfcs/0000-template.md
keps/NNNN-kep-template/README.md
docs/adr/templates/x.md
designer/notes.md
designls/docs/rules.md
quadrant.md
docs/perfcounters.md
adrenaline/x.md
design/x.go
design/diagram.png
design/x.mdx
node_modules/design/x.md
a/vendor/b/design/x.md
.github/design/x.md
design/.drafts/x.md
server/testdata/design/x.md
docs/design-system/button.md
design-tokens.md
CODE_OF_CONDUCT.md
rfcs/CONTRIBUTING.md
docs/for-designers.md
docs/design-guide.md
docs/design/style-guide.md
rfcs/how-to.md
docs/how-to-write-an-rfc.md
docs/graphic-design/logo.md
rfcs/2019/README.md
designer-guide.md
docs/responsive-design.md
design/INSTALL.md
proposal.md
threshold.md
docs/rfdata/x.md`
	f := openFolder(t, t.TempDir())
	for _, p := range strings.Split(yes, "\n") {
		if !f.IsDesign(p, nil) {
			t.Errorf("%s is not taken for a design document", p)
		}
	}
	for _, p := range strings.Split(no, "\n") {
		if f.IsDesign(p, nil) {
			t.Errorf("%s is taken for a design document", p)
		}
	}
}

func TestAFolderOfProposalsAsTheWholeWorkspace(t *testing.T) {
	for name, want := range map[string]bool{
		"rfcs": true, "tikv-rfcs": true, "designs": true, "design": true, "adr": true, "proposal": true, "rfd": true, "Design-Docs": true, "system-design-primer": true,
		"web-design": false, "designls": false, "rfc2822-parser": false, "payments": false, "adr-tools": false,
	} {
		f := openFolder(t, filepath.Join(t.TempDir(), name))
		if got := f.IsDesign("0001-x.md", nil); got != want {
			t.Errorf("a document at the root of %s: %v, want %v", name, got, want)
		}
		if f.IsDesign("README.md", nil) {
			t.Errorf("the README of %s is taken for a design document", name)
		}
	}
}

func TestConfiguredPatterns(t *testing.T) {
	for _, tt := range []struct {
		name, config, yes, no string
	}{
		{"include adds", "documents: {include: [docs/arch/**]}", "docs/arch/x.md design/x.md", "docs/arch/README.md docs/x.md"},
		{"a folder by its name", "documents: {include: [docs/arch]}", "docs/arch/a/x.md", "docs/arch/README.md docs/architecture/x.md"},
		{"a trailing slash", "documents: {include: [docs/arch/]}", "docs/arch/x.md", "docs/x.md"},
		{"a name at any depth", "documents: {include: [SPEC.md]}", "spec.md a/b/Spec.md", "specs.md"},
		{"a rooted name", "documents: {include: [/SPEC.md, ./LLD.md]}", "spec.md a/lld.md", "a/spec.md"},
		{"a README by its name", "documents: {include: [services/*/README.md]}", "services/a/README.md", "README.md services/a/b/README.md"},
		{"another kind of file by its name", "documents: {include: [plan.txt, '*.mdx']}", "a/plan.txt", "a/x.mdx plan.md"},
		{"exclude takes out", "documents: {exclude: [docs/design/old]}", "docs/design/x.md", "docs/design/old/x.md"},
		{"exclude wins", "documents: {include: [a/**], exclude: [a/b]}", "a/x.md", "a/b/x.md"},
		{"a template by its folder", "documents: {include: [templates/**]}", "templates/x.md", ""},
		{"without defaults", "documents: {defaults: false, include: [a/**]}", "a/x.md", "design/x.md"},
		{"never in others' work", "documents: {include: ['**/*.md', node_modules/a.md]}", "a.md", "node_modules/a.md"},
		{"a malformed pattern is left out", "documents: {include: ['[a', b/**]}", "b/x.md", ""},
	} {
		dir := t.TempDir()
		write(t, dir, ConfigName, tt.config)
		f := openFolder(t, dir)
		for _, p := range strings.Fields(tt.yes) {
			if !f.IsDesign(p, nil) {
				t.Errorf("%s: %s is not taken for a design document", tt.name, p)
			}
		}
		for _, p := range strings.Fields(tt.no) {
			if f.IsDesign(p, nil) {
				t.Errorf("%s: %s is taken for a design document", tt.name, p)
			}
		}
	}
}
