# `make` alone lists what can be made. `make site` and `make test` need nothing but Debian 12 and Swift 6.3.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup generator site install serve test golden trials mutants lint format dictionary fonts reference validate check bench clean

LIBRARIES = git pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libxxhash-dev libexpat1-dev zlib1g-dev libsqlite3-dev libssl-dev libpcre2-dev libthai-dev libjemalloc-dev libvips-tools librsvg2-bin poppler-utils
SWIFT_FILES = Package.swift Sources Tests $(wildcard Benchmarks/Package.swift Benchmarks/Sources)
SAANFLAGS ?=
# Where the tests are built: elsewhere where the generator is built at the same time.
TESTS ?= .build
PORT ?= 8000
PREFIX ?= /usr/local

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install the Debian libraries that are missing
	@.ci/install $(LIBRARIES)

generator: setup ## Build the generator
	swift build -c release --product saan --static-swift-stdlib

site: generator ## Build the generator, then this repository's own website into public/
	.build/release/saan build --source . --output public $(SAANFLAGS)

install: ## Copy saan, its themes and gazetteer below PREFIX (after `make site`; /usr/local needs sudo)
	install -D .build/release/saan $(PREFIX)/bin/saan
	mkdir -p $(PREFIX)/share/saan && cp -R themes gazetteer $(PREFIX)/share/saan/

serve: generator ## Look at the website on this machine while you write (Ctrl-C stops it; PORT=8080 picks another port)
	.build/release/saan serve --source . --port $(PORT) $(SAANFLAGS)

test: setup ## Run the tests
	swift test --scratch-path $(TESTS)

golden: setup ## Write the expected pages and messages of the tests anew, to be read in the diff
	SAAN_UPDATE=1 swift test || true
	git diff --stat -- Tests docs

trials: setup ## Run the trials at full length: fuzzing, builds that are killed (takes half an hour)
	SAAN_TRIALS=1 swift test --filter Trials

mutants: setup ## Change single behaviours of the program, and list the changes that no test notices (20 minutes)
	Tests/Mutants/run

lint: ## Check the Swift style
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

format: ## Write the Swift files in the house style
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

dictionary: ## Make the dictionary of Thai words anew from its lists
	@.ci/install libdatrie1-bin
	Sources/CThaiWords/make-dictionary

fonts: ## Make the fonts of share cards anew from those of Debian
	@.ci/install fonts-noto-core fonttools
	themes/commons/fonts/make-fonts

reference: ## Write docs/reference.md from the program's own tables
	swift run saan reference > docs/reference.md

validate: ## Run independent validators over public/
	.ci/validate public

check: setup ## Everything CI wants: lint, tests, the site without a warning, the validators
	@.ci/check

bench: setup ## Measure against Hugo and others (takes minutes)
	Benchmarks/run

clean: ## Remove what was built
	rm -rf .build .build-tests public .ci/.venv
