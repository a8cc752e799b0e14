package reviewer

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/text"
)

// form is the published format of a kind of secret. The first group is what is
// secret of a match, or all of it where there is no group.
type form struct {
	about   string
	marks   []string // in lower case; a text without any of them has none such
	pattern func() *regexp.Regexp
}

func newForm(about, pattern string, marks ...string) form {
	return form{about, marks, text.Pattern(pattern)}
}

// forms are those whose shape alone tells that they are secrets.
var forms = []form{
	newForm("private key", `-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|\z)`, "private key"),
	newForm("AWS access key id", `\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b`, "akia", "asia", "abia", "acca"),
	newForm("GitHub token", `\b(?:gh[opsur]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})\b`, "gho_", "ghp_", "ghs_", "ghu_", "ghr_", "github_pat_"),
	newForm("GitLab token", `\bgl(?:pat|dt|rt|cbt|ptt|agent)-[A-Za-z0-9_-]{20,}`, "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glagent-"),
	newForm("Slack token", `\bxox[abeoprs](?:\.xox[bp])?-[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{20,}`, "xox", "xapp-"),
	newForm("Slack webhook", `https://hooks\.slack\.com/(?:services|workflows)/([A-Za-z0-9+/]{30,})`, "hooks.slack.com"),
	newForm("Stripe key", `\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/=]{24,})`, "k_live_", "k_test_", "whsec_"),
	newForm("key of a model's API", `\bsk-(?:[a-z]+[0-9]*-){0,3}[A-Za-z0-9_-]{20,}`, "sk-"),
	newForm("Google API key", `\b(?:AIza[0-9A-Za-z_-]{35}|GOCSPX-[0-9A-Za-z_-]{28}|ya29\.[0-9A-Za-z_-]{20,})`, "aiza", "gocspx-", "ya29."),
	newForm("package registry token", `\b(?:npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,}|rubygems_[0-9a-f]{48}|dckr_pat_[A-Za-z0-9_-]{27})\b`, "npm_", "pypi-", "rubygems_", "dckr_pat_"),
	newForm("mail service key", `\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}|\bkey-[0-9a-f]{32}\b`, "sg.", "key-"),
	newForm("Twilio key", `\bSK[0-9a-f]{32}\b`, "sk"),
	newForm("cloud token", `\b(?:do[opr]_v1_[0-9a-f]{64}|hf_[A-Za-z]{34}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|dapi[0-9a-f]{32}|hv[sb]\.[A-Za-z0-9_-]{24,}|dp\.pt\.[A-Za-z0-9]{40,}|[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,})`,
		"_v1_", "hf_", "shpat_", "shpca_", "shppa_", "shpss_", "dapi", "hvs.", "hvb.", "dp.pt.", ".atlasv1."),
	newForm("age key", `\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b`, "age-secret-key-"),
	newForm("Telegram token", `\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b`, ":aa"),
	newForm("Azure key", `(?i)\b(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,}={0,2})`, "accesskey=", "accountkey="),
	newForm("signature of a URL", `[?&](?:sig|X-Amz-Signature|X-Goog-Signature)=([A-Za-z0-9%+/=]{40,})`, "sig=", "signature="),
	newForm("JSON web token", `\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}`, "eyj"),
}

// named are those that only what stands before them makes secrets. Their values
// are looked at again, since documents are full of examples.
var named = []form{
	newForm("password in an address", `\b[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\s:/@?#"'<>]*:([^\s/@"'<>]{3,200})@[A-Za-z0-9\[]`, "://"),
	newForm("HTTP credentials", `(?i)\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token)\s+([A-Za-z0-9._~+/=-]{12,})`, "authorization"),
	newForm("setting", `(?i)(?:pass(?:word|wd|phrase)|pwd|secret|(?:secret|private|access|api|account|encryption|signing|auth)[_.-]?key|(?:access|auth|api|bearer|refresh|secret|bot|session|private)[_.-]?token)["'`+"`"+`]?\s{0,3}(?::=|=>|[:=])\s{0,3}["'`+"`"+`]?([^\s"'`+"`"+`,;<>(){}|\[\]\\]{6,200})`,
		"pass", "pwd", "secret", "key", "token"),
}

// findSecrets returns where the secrets of a text stand. The places may overlap.
func findSecrets(s string) []text.Span {
	lower := strings.ToLower(s)
	var found []text.Span
	for _, f := range forms {
		found = append(found, f.find(s, lower, func(v string) bool { return !example(v) })...)
	}
	for _, f := range named {
		found = append(found, f.find(s, lower, guarded)...)
	}
	return found
}

func (f form) find(s, lower string, secret func(string) bool) []text.Span {
	if !anyIn(lower, f.marks) {
		return nil
	}
	var found []text.Span
	for _, m := range f.pattern().FindAllStringSubmatchIndex(s, -1) {
		span := text.Span{Start: m[0], End: m[1]}
		if len(m) > 2 && m[2] >= 0 {
			span = text.Span{Start: m[2], End: m[3]}
		}
		if secret(span.Of(s)) {
			found = append(found, span)
		}
	}
	return found
}

func anyIn(s string, marks []string) bool {
	for _, m := range marks {
		if strings.Contains(s, m) {
			return true
		}
	}
	return false
}

var (
	standsForSecret = text.Pattern(`(?i)^[$%{<*]|^(?:x{3,}|\*{3,}|\.{3,})|x{6,}|\*{4,}|your[_-]|redacted|change-?me|placeholder|^(?:arn|vault|op|env|file|ref|https?|projects?|secrets?|s3|gs|kms|ssm)[:/]|^\.{0,2}/|process\.env|getenv|^(?:os|env|config|settings|secrets?|vault)\.`)
	algorithm       = text.Pattern(`(?i)^(?:sha-?\d+|argon2\w*|[bs]crypt|md5|base\d+|pbkdf2\S*|aes[\w-]*|[hrep]s\d{3}|ed25519|x25519|rsa-?\d*|utf-?8|u?int\d*|float\d*|v?\d[\d.]*)[.:)]*$`)
	isExample       = text.Pattern(`(?i)example|0{8,}|1234567890|abcdefghij`)
	hasLetter       = text.Pattern(`[A-Za-z]`)
	hasOther        = text.Pattern(`[0-9!@#$%^&*]`)
)

// example says whether a secret is one that manuals print.
func example(v string) bool {
	return !strings.Contains(v, "PRIVATE KEY") && isExample().MatchString(v)
}

// guarded says whether a value that is called a password or a key is one, and
// not a word, a type, a reference to where the secret is kept, or an example.
func guarded(v string) bool {
	if example(v) || standsForSecret().MatchString(v) || algorithm().MatchString(v) {
		return false
	}
	return hasLetter().MatchString(v) && hasOther().MatchString(strings.TrimRight(v, ".!"))
}

// unmistakable says whether a secret is recognized anywhere, since no word or name
// looks like it.
func unmistakable(v string) bool {
	return len(v) >= 20 || len(v) >= 8 && hasLetter().MatchString(v) && strings.ContainsAny(v, "0123456789")
}
