package main

import (
	"maps"
	"strings"
	"testing"

	"github.com/designls/designls/server/workspace"
)

// alone clears what the environment of the test says of models.
func alone(t *testing.T) {
	t.Helper()
	for _, name := range []string{
		engineVariable, modelVariable, baseURLVariable, keyVariable, keysVariable, azureVariable, headersVariable, consentVariable,
		contextVariable, monthlyVariable, perMinuteVariable, promptPriceVariable, replyPriceVariable,
	} {
		t.Setenv(name, "")
	}
}

func TestTheEnvironmentFillsWhatSettingsLeaveOpen(t *testing.T) {
	alone(t)
	for name, value := range map[string]string{
		modelVariable: "m", baseURLVariable: "https://x.openai.azure.com/", azureVariable: "2024-10-21",
		contextVariable: "16000", monthlyVariable: " 1e6 ", promptPriceVariable: "2.5", replyPriceVariable: "10",
	} {
		t.Setenv(name, value)
	}
	got, err := withEnvironment(workspace.Model{})
	want := workspace.Model{
		Model: "m", BaseURL: "https://x.openai.azure.com/", AzureVersion: "2024-10-21", Context: 16000, Monthly: 1_000_000, PromptPrice: 2.5, ReplyPrice: 10,
	}
	if got != want || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
	said := workspace.Model{Model: "s", BaseURL: "https://y.azure.com", AzureVersion: "v", Context: 1, Monthly: 2, PromptPrice: 3, ReplyPrice: 4}
	if got, err := withEnvironment(said); got != said || err != nil {
		t.Errorf("settings %+v became %+v, %v", said, got, err)
	}
}

func TestTheVersionOfAzureIsForItsOwnAPIOnly(t *testing.T) {
	alone(t)
	t.Setenv(azureVariable, "2024-10-21")
	for base, want := range map[string]string{
		"": "", "http://127.0.0.1:8080/v1": "", "https://x.openai.azure.com/openai/v1": "", "https://x.openai.azure.com": "2024-10-21",
	} {
		if got, _ := withEnvironment(workspace.Model{BaseURL: base}); got.AzureVersion != want {
			t.Errorf("%q has the version %q", base, got.AzureVersion)
		}
	}
}

func TestNumbersThatAreNone(t *testing.T) {
	for _, value := range []string{"many", "-1", "1e99", "NaN"} {
		alone(t)
		t.Setenv(monthlyVariable, value)
		if _, err := withEnvironment(workspace.Model{}); err == nil || !strings.Contains(err.Error(), monthlyVariable) || !strings.Contains(err.Error(), "nothing was sent") {
			t.Errorf("%s: %v", value, err)
		}
	}
}

func TestHeaders(t *testing.T) {
	for list, want := range map[string]map[string]string{
		"":                           {},
		"X-Team=search, X-N = a%2Cb": {"X-Team": "search", "X-N": "a,b"},
		"k=a=b,":                     {"k": "a=b"},
	} {
		if got, err := headersIn(list); err != nil || !maps.Equal(got, want) {
			t.Errorf("%q: %v, %v", list, got, err)
		}
	}
	for _, list := range []string{"secret", "=secret", "X Y=secret", "k=secret%0d%0aX: y", "k=secret%zz"} {
		if _, err := headersIn(list); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", list, err)
		}
	}
}
