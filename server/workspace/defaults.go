package workspace

import (
	"path"
	"strings"
	"sync"

	"github.com/designls/designls/server/text"
)

// DefaultInclude are the patterns of the files that are design documents if
// nothing else is configured. They go by whole words, so that a folder
// "designer" or a file "quadrant.md" is left alone.
var DefaultInclude = []string{
	"**/design{,s,doc,docs}/**", "**/design{,s,doc,docs}[-_. 0-9]*/**", "**/*[-_. ]design{,s,doc,docs}/**", "**/*system[-_ ]design*/**",
	"**/rfc{,s}/**", "**/rfc{,s}[-_. 0-9]*/**", "**/*[-_. ]rfc{,s}/**",
	"**/adr{,s}/**", "**/adr{,s}[-_. 0-9]*/**", "**/*[-_. ]adr{,s}/**", "**/decisions/**", "**/*[-_. ]decisions/**", "**/*decision[-_ ]records/**",
	"**/docs/proposals/**", "**/proposals/**", "**/proposals[-_. ]*/**", "**/*[-_. ]proposals/**",
	"**/{kep,otep,tep,gep,enhancement}s/**", "**/rfd{,s}/**", "**/hld{,s}/**", "**/arc42/**",
	"*design*.{md,markdown}", "{rfc,rfd,adr,kep,arc42,hld}{,[-_. 0-9]*}.{md,markdown}", "*[-_. ]{rfc,rfd,adr,kep,arc42,hld}{,[-_. 0-9]*}.{md,markdown}",
	"*{tech,technical}[-_ ]{spec,specification}*.{md,markdown}",
}

// DefaultExclude are the patterns of files among those that are no design
// documents all the same: templates, which consist of placeholders, what is about
// designers, and design systems of user interfaces.
var DefaultExclude = []string{
	"**/{,*[-_. ]}template{,s}/**", "{,*[-_. ]}template.{md,markdown}", "template[-_.]*.{md,markdown}",
	"design[-_ ]{system,token,language}{,s}", "design[-_ ]{system,token,language}{,s}.{md,markdown}",
	"*designer*.{md,markdown}", "{,*[-_. ]}{web,responsive,material,graphic,visual,brand}[-_ ]design*.{md,markdown}",
	"**/{web,graphic,visual,brand}[-_ ]design/**",
}

var builtin = sync.OnceValue(func() patterns {
	return patterns{include: compileAll(DefaultInclude), exclude: compileAll(DefaultExclude)}
})

// compileAll is for patterns of the program itself; a test compiles them one by
// one.
func compileAll(list []string) globs {
	var gs globs
	for _, p := range list {
		if g, err := compileGlob(p); err == nil {
			gs = append(gs, g)
		}
	}
	return gs
}

// proposalRoot are names of folders which hold design documents and nothing
// else. When such a folder is the whole workspace, the paths in it do not show
// it, so its own name counts.
var proposalRoot = text.Pattern(`^design$|^(.*[-_. ])?(designs|design-?docs?|rfcs|rfds?|adrs?|proposals?|keps|oteps|enhancements|decisions)$|system[-_ ]design`)

// frontPages are files that introduce a folder, housekeeping files those which
// repositories have by custom. Neither is a design document, whatever folder it
// lies in, unless its name is given.
var (
	frontPage    = text.Pattern(`^(readme|_?index)([-_.].*)?$`)
	housekeeping = text.Pattern(`^(summary|toc|_sidebar|glossary|changelog|changes|release[-_]notes|contributing|contributors|install|installation|getting[-_]started|upgrading|releasing|credits|` +
		`code[-_]of[-_]conduct|licen[cs]e|copying|notice|authors|maintainers|owners|codeowners|governance|todo|agents|claude)([-.].*)?$|` +
		`^how[-_ ]to([-_ ].*)?$|^((design|style|rfc|rfd|adr|kep|contributor|writing)[-_ ])*(guide|guideline)s?$`)
	// numbered is a folder that holds one proposal, whose README is the proposal
	// itself: "keps/sig-node/1287-in-place-update/README.md", "geps/gep-1364/index.md",
	// "rfd/0042/README.md".
	numbered = text.Pattern(`^\d+[-_].*\pL|^[a-z]{3,4}-\d+$|^0\d{3}$`)
)

// isFrontPage reports whether a path names a file that only introduces others.
func isFrontPage(lower string) bool {
	name := path.Base(lower)
	switch {
	case housekeeping().MatchString(strings.TrimSuffix(name, path.Ext(name))):
		return true
	case frontPage().MatchString(strings.TrimSuffix(name, path.Ext(name))):
		return !numbered().MatchString(path.Base(path.Dir(lower)))
	}
	return false
}

// neverWalked are folders that hold the work of others or of tools. Folders
// whose name begins with a dot are not walked either.
var neverWalked = map[string]bool{
	"node_modules": true, "bower_components": true, "vendor": true, "third_party": true, "testdata": true,
	"site-packages": true, "__pycache__": true, "venv": true,
}

func isSkippedFolder(name string) bool {
	return neverWalked[strings.ToLower(name)] || len(name) > 1 && name[0] == '.' && name != ".."
}

// isMarkdown goes by the name of a file.
func isMarkdown(lower string) bool {
	return strings.HasSuffix(lower, ".md") || strings.HasSuffix(lower, ".markdown")
}
