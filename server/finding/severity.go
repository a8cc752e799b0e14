package finding

import (
	"fmt"
	"strings"
)

// Severity says how loudly a finding is shown; a greater one is graver.
type Severity uint8

// The severities. A rule that is Off shows nothing.
const (
	Off Severity = iota
	Hint
	Information
	Warning
	Error
)

var severityNames = [...]string{Off: "off", Hint: "hint", Information: "information", Warning: "warning", Error: "error"}

// SeverityNames are the names of all severities, the gravest first.
func SeverityNames() []string {
	return []string{"error", "warning", "information", "hint", "off"}
}

// ParseSeverity finds a severity by its name, in any case. The error names what
// is allowed.
func ParseSeverity(name string) (Severity, error) {
	for s, known := range severityNames {
		if strings.EqualFold(name, known) {
			return Severity(s), nil
		}
	}
	return Off, fmt.Errorf("%q is no severity; allowed are %s", name, strings.Join(SeverityNames(), ", "))
}

// String is the name of the severity.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("severity %d", uint8(s))
}

// AtLeast reports whether s is as grave as least, or graver. Off never is.
func (s Severity) AtLeast(least Severity) bool { return s != Off && s >= least }

// MarshalText writes the name, for JSON and YAML.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *Severity) UnmarshalText(name []byte) error {
	parsed, err := ParseSeverity(string(name))
	*s = parsed
	return err
}
