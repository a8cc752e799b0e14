package reviewer

import (
	"encoding/json"
	"strings"
	"testing"
)

// Shapes as they are published, put together so that no scanner takes this file for a leak.
var leaked = []string{
	"AKIA" + "Q3EGRPNWLT2XVB6M", "ghp_" + strings.Repeat("aB3", 12), "github_pat_" + strings.Repeat("Zx9", 10), "glpat-" + "q8Zr2Lx0Vn5Tb7Yc4Md9",
	"xoxb-" + "2839472938-abcdEFGH", "sk_live_" + "q8Zr2Lx0Vn5Tb7Yc4Md9", "sk-proj-" + "q8Zr2Lx0Vn5Tb7Yc4Md9", "AIza" + strings.Repeat("q8Zr2", 7),
	"npm_" + strings.Repeat("q8Zr2L", 6), "hvs." + strings.Repeat("q8Zr2L", 5), "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiI0MiJ9Zz." + "q8Zr2Lx0Vn5Tb7",
	"-----BEGIN RSA PRIVATE " + "KEY-----\nMIIEq8Zr2Lx0\n\nVn5Tb7\n-----END RSA PRIVATE " + "KEY-----",
}

func TestSecretsAreReplacedAndPutBack(t *testing.T) {
	for _, secret := range leaked {
		content := "Before " + secret + " after.\n\nAgain: `" + secret + "`."
		v := NewVault(content)
		hidden := v.Hide(content)
		if strings.Contains(hidden, secret) || v.Len() != 1 || strings.Count(hidden, "REDACTEDSECRET1X") != 2 {
			t.Errorf("%.12s...: hidden as %q", secret, hidden)
		}
		if back := v.Restore(hidden); back != content {
			t.Errorf("%.12s...: restored as %q", secret, back)
		}
	}
}

func TestWhatIsNamedASecretIsReplaced(t *testing.T) {
	for content, secret := range map[string]string{
		"postgres://app:s3cr3t@db.internal:5432/app":        "s3cr3t",
		"mongodb+srv://u:Pa55wort@cluster0.mongodb.net":     "Pa55wort",
		"password: hunter2!":                                "hunter2!",
		`"api_key": "a81bc81bdead4e5d"`:                     "a81bc81bdead4e5d",
		"DB_PASSWORD=Tr0ub4dor&3":                           "Tr0ub4dor&3",
		"Authorization: Bearer q8Zr2Lx0Vn5Tb7Yc":            "q8Zr2Lx0Vn5Tb7Yc",
		"AccountKey=" + strings.Repeat("q8Zr", 21) + "ab==": strings.Repeat("q8Zr", 21) + "ab==",
	} {
		v := NewVault(content)
		if hidden := v.Hide(content); strings.Contains(hidden, secret) || v.Restore(hidden) != content {
			t.Errorf("%q: hidden as %q", content, hidden)
		}
	}
}

func TestWhatIsNoSecretStays(t *testing.T) {
	for _, content := range []string{
		"The password: bcrypt, twelve rounds.", "password_hash: sha256", "api_key: string", "token: bucket", "password: ${DB_PASSWORD}", "secret: <your-secret>",
		"AKIA" + "IOSFODNN7EXAMPLE", "commit 9fceb02d0ae598e95dc970b74767f19372d61af8", "id 123e4567-e89b-12d3-a456-426614174000", "https://user@example.com/path?q=1",
		"postgres://user:password@localhost/db", "redis://localhost:6379/0", "secret: arn:aws:secretsmanager:eu-west-1:1:secret:db-3", "sha256:" + strings.Repeat("ab12", 16),
		"The key is user:123.", "idempotency_key: 01HZX3T9", "partition key: tenant_id2", "page_token=abc123", "Access token: 15 minutes", "ssk-12", "api.internal.example.com:8443",
	} {
		if v := NewVault(content); v.Len() > 0 {
			t.Errorf("%q is hidden as %q", content, v.Hide(content))
		}
	}
}

func TestWordsComeBackHoweverAModelWritesThem(t *testing.T) {
	secret := leaked[0]
	v := NewVault("key " + secret)
	for _, written := range []string{"`REDACTEDSECRET1X`", "**REDACTEDSECRET1X**", "redactedsecret1x", "\"REDACTEDSECRET1X\",", "(REDACTEDSECRET1X)2"} {
		if !strings.Contains(v.Restore(written), secret) {
			t.Errorf("%s is not restored", written)
		}
	}
	if got := v.Restore("REDACTEDSECRET2X REDACTEDSECRET10X"); strings.Contains(got, secret) {
		t.Errorf("a word that was never given is restored: %s", got)
	}
}

func TestJSONStaysJSON(t *testing.T) {
	key := leaked[len(leaked)-1]
	v := NewVault(key)
	var reply struct{ Quote string }
	if err := json.Unmarshal([]byte(v.RestoreJSON(`{"quote": "see `+v.Hide(key)+`"}`)), &reply); err != nil || reply.Quote != "see "+key {
		t.Errorf("%v: %q", err, reply.Quote)
	}
}

func FuzzRestoreUndoesHide(f *testing.F) {
	for _, secret := range leaked {
		f.Add("a " + secret + " b")
	}
	f.Add("REDACTEDSECRET1X password: hunter2! redactedsecret1x")
	f.Add("postgres://a:REDACTEDSECRET1X9@h password=REDACTEDSECRET1X")
	f.Fuzz(func(t *testing.T, content string) {
		v := NewVault(content)
		if back := v.Restore(v.Hide(content)); back != content {
			t.Errorf("%q became %q", content, back)
		}
	})
}
