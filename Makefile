# The two commands of the README, and shorthands. `make help` lists them.
BUILD := build/release
DEMO := build/demo

.PHONY: demo test build deps tidy clean help

demo: build  ## install what is missing, build, read examples/pages and write a dossier
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/examples.db $(DEMO)/examples.html
	$(BUILD)/synoptic read examples/pages -o $(DEMO)/examples.db
	$(BUILD)/synoptic dossier $(DEMO)/examples.db -o $(DEMO)/examples.html
	@echo
	@echo "The dossier lies at $(CURDIR)/$(DEMO)/examples.html: open it in a browser."
	@echo "The program is $(CURDIR)/$(BUILD)/synoptic; try it on your own pages:"
	@echo "    $(BUILD)/synoptic read YOUR/PAGES -o story.db && $(BUILD)/synoptic dossier story.db -o story.html"

test: build  ## build with sanitizers as well and run all tests
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev
	@ctest --preset dev
	@echo "all tests passed"

build: deps
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target synoptic

deps:
	@scripts/install_deps.sh

tidy:  ## clang-format and clang-tidy over src/
	@scripts/install_deps.sh --tidy
	@git ls-files 'src/*.cpp' 'src/*.hpp' 'tests/*.cpp' 'tests/*.hpp' | xargs clang-format-14 --dry-run --Werror
	@cmake --workflow --preset tidy

clean:
	rm -rf build

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10
