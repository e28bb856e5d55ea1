# One command each: `make graph` builds and checks the graph of the bundled report, `make test` runs the tests.
# Both set up what they need in .venv; after that they work offline.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
REPORT := graphs/sources/CTOC-COP-WG.4-2010-6.md

.DEFAULT_GOAL := help
.PHONY: help graph test lint types soak bench docs notebook wheel clean

help: ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rapporteur needs Python 3.11 or later: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

graph: $(READY) ## Build, check and write the graph of the bundled report into graphs/
	$(BIN)/rapporteur build $(REPORT) --out graphs

test: $(READY) ## Run the tests
	$(BIN)/python -m pytest -m "not soak" --numprocesses auto --maxprocesses 4 --dist loadfile tests src

lint: $(READY) ## Style of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## Types, strict
	$(BIN)/mypy

soak: $(READY) ## The long rounds of every test
	$(BIN)/python -m pytest -m soak tests

bench: $(READY) ## Measure speed
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/growth.py
	$(BIN)/python bench/passages.py
	$(BIN)/python bench/store.py
	$(BIN)/python bench/search.py
	$(BIN)/python bench/related.py
	$(BIN)/python bench/serve.py

docs: $(READY) ## Write the pages that are derived: questions, commands, vocabulary
	$(BIN)/python docs/generate.py

notebook: $(READY) ## Run all notebooks and keep what they show
	$(BIN)/python notebooks/execute.py

wheel: $(READY) ## Build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what was set up
	rm -rf $(VENV) dist
