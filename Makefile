# Two commands do everything: `make site` builds the handbook into site/, `make test` proves it.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# What makes the pages: mkdocs or zensical.
ENGINE ?= mkdocs
READY  := $(VENV)/.ready
TOOLS  := $(VENV)/.tools-ready
ZENSICAL := $(VENV)/.zensical-ready

LOCKED := --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
          --custom-compile-command "make lock" --python-version 3.11

.PHONY: help site offline release new serve check test budget mutate bench lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

site: $(READY) $(if $(filter zensical,$(ENGINE)),$(ZENSICAL)) ## build the handbook into site/
	@$(BIN)/handbook build --require-pdf --engine $(ENGINE)

offline: $(READY) ## put the handbook into handbook.zip, which opens from a disk without a network
	@$(BIN)/handbook build --require-pdf --offline handbook.zip

release: $(READY) ## build the handbook, and put all files of a release into release/
	@$(BIN)/handbook bundle

serve: $(READY) ## show the handbook in a browser and follow every change
	@$(BIN)/handbook serve

new: $(READY) ## make a commented file: make new KIND=technique NAME=my-technique
	@$(BIN)/handbook new $(or $(KIND),$(error Say what to make: make new KIND=technique NAME=my-technique)) \
	  $(or $(NAME),$(error Say its name: make new KIND=technique NAME=my-technique))

check: $(READY) ## report all problems in the content
	@$(BIN)/handbook check

test: $(TOOLS) ## lint, types and all tests, browser included
	@$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet . && $(BIN)/mypy
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.hosting.servers
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

budget: $(TOOLS) ## measure every page in site/ on a phone and list what is too long or too heavy
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.budget

mutate: $(TOOLS) ## change the code in 320 ways and list what no test notices
	@$(BIN)/python -m tests.mutation

bench: $(TOOLS) ## time the build and the live preview
	@$(BIN)/python -m tests.bench

lock: ## write the lists of packages anew from pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile $(LOCKED) --extra build -o requirements.txt pyproject.toml
	@$(BIN)/uv pip compile $(LOCKED) --extra build --extra zensical -c requirements.txt -o requirements-zensical.txt pyproject.toml
	@$(BIN)/uv pip compile $(LOCKED) --extra build --extra dev -c requirements-zensical.txt -o requirements-dev.txt pyproject.toml

clean: ## remove everything that was made
	rm -rf $(VENV) site handbook.zip release .release-new .site-new .site-old .building .print .schema mutants .pytest_cache .mypy_cache \
	  .ruff_cache *.egg-info

$(READY): requirements.txt pyproject.toml
	@said=$$($(PYTHON) -c 'import sys; print("it is", sys.version.split()[0]); sys.exit(sys.version_info < (3, 11))' 2>&1) \
	  || { echo "Python 3.11 or newer is needed. '$(PYTHON)' said: $$said. Give another one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
	  || { echo "Python's venv module is missing. On Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): $(READY) requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(ZENSICAL): $(READY) requirements-zensical.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-zensical.txt
	@touch $@
