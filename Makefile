# `make help` lists what there is.

# Programs in internal/gen are built with this tag only, so that `go install ./...` installs lintel alone.
GEN        := go run -tags gen
STATICCHECK = go tool -modfile=tools.mod staticcheck -tags gen
ACTIONLINT  = go tool -modfile=tools.mod actionlint
FUZZTIME   ?= 30s

.PHONY: all build live test lint generate new schema bench fuzz cross pages help
all: build test lint ## The default: build, test, lint

build: ## The program, as ./lintel (TAGS=aws also reads live accounts, and takes minutes to build)
	CGO_ENABLED=0 go build -trimpath -tags "$(TAGS)" -o lintel ./cmd/lintel

live: ## The program with the SDK of AWS, which reads live accounts; release builds are made so
	CGO_ENABLED=0 go build -trimpath -tags aws -o lintel ./cmd/lintel
	go vet -tags aws ./parser/awslive ./cmd/lintel
	go test -tags aws ./parser/awslive
	go test -tags aws -run Live ./cmd/lintel

test: ## All tests
	go test ./...

lint: ## Formatting, vet, staticcheck; actionlint for workflows and, through those that use it, the action
	@unformatted="$$(gofmt -l .)"; test -z "$$unformatted" || { echo "gofmt would change:"; echo "$$unformatted"; exit 1; }
	go vet -tags gen ./...
	$(STATICCHECK) ./...
	$(ACTIONLINT) .github/workflows/*.yml examples/github/*.yml

generate: ## checks/all, docs/checks, docs/coverage and the schemas of the outputs, from the checks
	$(GEN) ./internal/gen/checks

new: ## The two files of a new check: make new CHECK=aws/ebs/volume_unencrypted
	@test -n "$(CHECK)" || { echo "say which: make new CHECK=aws/ebs/volume_unencrypted"; exit 2; }
	$(GEN) ./internal/gen/newcheck $(CHECK)

schema: ## The vocabulary, from providers' schemas: make schema SCHEMAS=DIR
	@test -n "$(SCHEMAS)" || { echo "say where the schemas are: make schema SCHEMAS=DIR"; exit 2; }
	$(GEN) ./internal/gen/schema -from $(SCHEMAS) -to model/vocabulary/schema

bench: ## The budgets, measured on generated projects (BENCH="-runs 9 -gogc 400" for other settings)
	$(GEN) ./internal/gen/bench $(BENCH)

fuzz: ## Each fuzz target for FUZZTIME (30s)
	@for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
		done; \
	done

cross: ## Compile for each system and processor that is released for
	@for os in windows darwin linux; do \
		for arch in amd64 arm64; do \
			echo "$$os/$$arch"; \
			CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -o /dev/null ./cmd/lintel || exit 1; \
		done; \
	done

pages: ## The manual page and the completions that a release holds, in build/pages
	mkdir -p build/pages
	go run ./cmd/lintel man >build/pages/lintel.1
	for shell in bash zsh fish; do go run ./cmd/lintel completion $$shell >build/pages/lintel.$$shell || exit 1; done
	go run ./cmd/lintel completion powershell >build/pages/lintel.ps1

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12
