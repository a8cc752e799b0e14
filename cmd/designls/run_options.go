package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/designls/designls/prompts"
)

// runOptions are what an action can be told beside the document.
var runOptions = []string{prompts.OptionChange, prompts.OptionTopic, prompts.OptionProblem, prompts.OptionMinutes, prompts.OptionFinish, prompts.OptionPause, prompts.OptionBrief}

// readOptions reads what stands after --option into what an action takes.
func readOptions(given []string, into map[string]string) error {
	for _, one := range given {
		key, value, found := strings.Cut(one, "=")
		if !found || !slices.Contains(runOptions, key) {
			return usageError{fmt.Sprintf("--option takes KEY=VALUE with one of the keys %s, not %q", strings.Join(runOptions, ", "), one)}
		}
		if what := wanted(key, value); what != "" {
			return usageError{fmt.Sprintf("--option %s takes %s, not %q", key, what, value)}
		}
		into[key] = value
	}
	return nil
}

// wanted is what an option takes when its value is something else.
func wanted(key, value string) string {
	switch key {
	case prompts.OptionFinish, prompts.OptionPause:
		if value != "true" && value != "false" {
			return "true or false"
		}
	case prompts.OptionMinutes:
		if n, err := strconv.Atoi(value); err != nil || n < 0 {
			return "a number of minutes"
		}
	}
	return ""
}
