package main

import (
	"fmt"
	"slices"
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
		into[key] = value
	}
	return nil
}
