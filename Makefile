# Each target prints one line per step and nothing else when all is well.
# What a target needs is checked first; what it fetches is cached outside the
# repository, in $DESIGNLS_TOOLS (default: ~/.cache/designls-tools).

SHELL := /bin/sh
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS := -s -w -X main.version=$(VERSION)
STEP := @scripts/step

.PHONY: build demo test e2e lint bench bench-diagrams bench-model docs grammar model-server release vsix clean

build: grammar ## bin/designls, with the diagram grammar inside
	@scripts/require go git make
	$(STEP) "build: bin/designls $(VERSION)" env CGO_ENABLED=0 go build -trimpath -ldflags "$(LDFLAGS)" -o bin/designls ./cmd/designls

demo: build ## review an example, then show what an action would insert
	@scripts/demo

# The race detector leaves out the script engine that runs mermaid's parsers, which
# it would slow down forty times; the engine is used behind a mutex.
test: grammar ## every test, with the race detector
	@scripts/require go git make node npm
	@scripts/gotest test -race -gcflags='modernc.org/...=-race=false' ./...
	$(STEP) "test: the extension" scripts/extension/npm test

e2e: build ## only the tests that drive the built program: command line and real editors
	@scripts/gotest e2e -count=1 ./e2e/...
	@scripts/extension/ui

lint: ## formatting, go vet, staticcheck, dependency directions
	@scripts/require go git make
	@scripts/lint
	$(STEP) "lint: the extension" scripts/extension/npm lint

bench: grammar ## benchmarks of every package
	@scripts/require go git make
	@go test -run '^$$' -bench . -benchmem ./... | grep -v 'no test files'

bench-diagrams: grammar ## diagrams: agreement with mermaid, render failures, time, size, F1, and bin/diagrams/contact-sheet.png
	@scripts/require go git make
	@go run ./scripts/bench-diagrams

docs: ## write the generated pages again (docs/rules, actions.md, settings.md, command-line.md, reviewer.md) and the manifest of the extension
	@scripts/require go git make
	$(STEP) "docs: generated pages" go test ./cmd/designls ./server/rules -run '^TestReferencePages' -update
	$(STEP) "docs: manifest of the extension" scripts/extension/npm manifest

grammar: ## mermaid's own parsers, for the binary; does nothing when they are as they should be
	@scripts/grammar/ensure

model-server: ## real servers for the tests of models: llama-server and aimock, built once
	@scripts/modelserver/ensure

bench-model: model-server ## what the program adds to a request to a model, on a real server
	@DESIGNLS_REQUIRE_MODEL_SERVER=1 go test -run '^$$' -bench 'Model' -benchtime 100x ./server/llm/openai | grep -E '^(Benchmark|FAIL|---|panic)'

release: grammar ## stripped binaries for six platforms and their checksums in dist/
	@scripts/require go git make
	@scripts/release "$(VERSION)" "$(LDFLAGS)"

vsix: release ## the VS Code extension: one .vsix for each platform, in dist/
	@scripts/extension/vsix

clean: ## remove what make wrote into the repository; the tool cache stays
	$(STEP) "clean: bin dist grammar" rm -rf bin dist extension/dist extension/out server/diagram/mermaid/grammar/mermaid.*.gz server/diagram/mermaid/grammar/.inputs
