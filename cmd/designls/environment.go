package main

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"

	"github.com/designls/designls/server/workspace"
)

// What the environment says about models. Settings of an editor count before it; a
// file of the workspace says nothing of this.
const (
	engineVariable  = "DESIGNLS_ENGINE"
	modelVariable   = "DESIGNLS_MODEL"
	baseURLVariable = "OPENAI_BASE_URL"
	keyVariable     = "OPENAI_API_KEY"
	azureVariable   = "OPENAI_API_VERSION" // as Azure's own clients call it
	headersVariable = "DESIGNLS_HEADERS"   // may have secrets in them, so they are never a setting
	consentVariable = "DESIGNLS_CONSENT"   // "yes": text may be sent without being asked

	contextVariable     = "DESIGNLS_CONTEXT_TOKENS"
	monthlyVariable     = "DESIGNLS_MONTHLY_TOKENS"
	perMinuteVariable   = "DESIGNLS_REQUESTS_PER_MINUTE"
	promptPriceVariable = "DESIGNLS_PROMPT_PRICE"
	replyPriceVariable  = "DESIGNLS_REPLY_PRICE"
)

// withEnvironment adds what the environment says of a model to what settings say.
func withEnvironment(m workspace.Model) (workspace.Model, error) {
	m.Model = cmp.Or(m.Model, os.Getenv(modelVariable))
	m.BaseURL = cmp.Or(m.BaseURL, os.Getenv(baseURLVariable))
	if isAzure(m.BaseURL) { // elsewhere it would change the addresses of requests
		m.AzureVersion = cmp.Or(m.AzureVersion, os.Getenv(azureVariable))
	}
	var errs []error
	for _, v := range []struct {
		name string
		to   func(float64)
	}{
		{contextVariable, func(n float64) { m.Context = cmp.Or(m.Context, int(n)) }},
		{monthlyVariable, func(n float64) { m.Monthly = cmp.Or(m.Monthly, int(n)) }},
		{promptPriceVariable, func(n float64) { m.PromptPrice = cmp.Or(m.PromptPrice, n) }},
		{replyPriceVariable, func(n float64) { m.ReplyPrice = cmp.Or(m.ReplyPrice, n) }},
	} {
		n, err := numberIn(v.name)
		errs = append(errs, err)
		v.to(n)
	}
	return m, errors.Join(errs...)
}

// isAzure says whether an address has the API of Azure, by deployments. That of
// Azure which is like OpenAI's own, below /openai/v1, has no version.
func isAzure(base string) bool {
	u, err := url.Parse(base)
	return err == nil && strings.HasSuffix(u.Hostname(), ".azure.com") && strings.Trim(u.Path, "/") == ""
}

// numberIn reads a variable that has to be a number from 0 on; 0 when it is not set.
func numberIn(name string) (float64, error) {
	value := strings.TrimSpace(os.Getenv(name))
	if value == "" {
		return 0, nil
	}
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || n < 0 || n > 1e12 || n != n {
		return 0, fmt.Errorf("%s is %q, which is not a number from 0 up, so nothing was sent; set it to one such as 100000", name, value)
	}
	return n, nil
}

// headersIn reads the headers for each request: "name=value,name=value", each value
// with %2C for a comma, as OpenTelemetry writes them.
func headersIn(list string) (map[string]string, error) {
	headers := map[string]string{}
	for pair := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		name, value, found := strings.Cut(pair, "=")
		value, err := url.PathUnescape(strings.TrimSpace(value))
		if name = strings.TrimSpace(name); !found || err != nil || !isToken(name) || strings.ContainsAny(value, "\r\n\x00") {
			// What stands there may be a secret, and is not told.
			return nil, fmt.Errorf("%s cannot be used, so nothing was sent; it has to look like X-Team=search,X-Project=42", headersVariable)
		}
		headers[name] = value
	}
	return headers, nil
}

// isToken says whether a text can be the name of a header.
func isToken(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || r >= 0x7f || strings.ContainsRune(`()<>@,;:\"/[]?={}`, r)
	})
}
