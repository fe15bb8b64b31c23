# Everything runs in a virtual environment of its own, made by the first target that needs it.
# Needs Python 3.11 or later, make and git; pip fetches the rest, pinned and with hashes.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCALE ?= fr
export FILROUGE_DATA_DIR ?= $(CURDIR)/build/data

export FILROUGE_REFERENCE_DIR

.DEFAULT_GOAL := help
.PHONY: help install demo sample test check bench docs format refresh clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "make %-10s %s\n", $$1, $$2}'

# --- set-up -----------------------------------------------------------------------------------------------------

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Filrouge needs Python 3.11 or later: make PYTHON=python3.12 …'; exit 1; }
	$(PYTHON) -m venv $(VENV)

# What the command needs, and nothing of the developer's tools.
$(VENV)/.core: requirements/core.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes --requirement requirements/core.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# What the shared place needs: the pages, the worker and a private PostgreSQL.
$(VENV)/.server: requirements/server.txt $(VENV)/.core
	$(PIP) install --quiet --require-hashes --requirement requirements/server.txt
	@touch $@

# The texts of the pages, compiled; git keeps them readable.
$(VENV)/.texts: $(shell find filrouge/web -name '*.po') | $(VENV)/.server
	$(BIN)/python tools/messages.py --compile
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.core
	$(PIP) install --quiet --require-hashes --requirement requirements/dev.txt
	@touch $@

install: $(VENV)/.dev $(VENV)/.texts ## Make the environment: the command, its libraries and the developer's tools

# --- use --------------------------------------------------------------------------------------------------------

demo: $(VENV)/.server $(VENV)/.texts ## Open the shared place on an invented zone (LOCALE=fr, nl, de or en); Ctrl+C stops it
	@$(BIN)/filrouge demo --lang $(LOCALE)

sample: $(VENV)/.core ## Write an invented letter to try the command line on, with its report (LOCALE=fr, nl, de or en)
	@$(BIN)/filrouge sample --lang $(LOCALE) --output build/sample

test: $(VENV)/.dev $(VENV)/.texts ## Run the tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev $(VENV)/.texts ## Format, style, types, layers, templates, migrations, texts and documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint filrouge
	$(BIN)/python tools/messages.py --check
	$(BIN)/python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run --settings filrouge.config.settings
	$(BIN)/python tools/reference.py --check
	$(BIN)/python -m pytest -q tests/test_architecture.py tests/test_consistency.py tests/test_docs.py

bench: $(VENV)/.dev ## Measure reading, checking, cold start, memory, the pages and how well is read, in one run
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/pages.py
	@$(BIN)/python bench/statements.py

docs: $(VENV)/.dev ## Write the generated pages of docs/reference anew
	$(BIN)/python tools/reference.py

format: $(VENV)/.dev ## Format and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

refresh: ## Pin the newest libraries anew, with hashes and without addresses
	$(PYTHON) -m venv build/refresh
	build/refresh/bin/python -m pip install --quiet --disable-pip-version-check uv
	for set in 'core --group build' 'server --group build --group catalogues --extra server --extra embedded' \
	    'dev --group dev --extra server --extra embedded'; do \
	  build/refresh/bin/uv pip compile pyproject.toml --quiet --upgrade $${set#* } --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-annotate --output-file requirements/$${set%% *}.txt || exit 1; \
	done

clean: ## Remove what was made: environment, caches, reports
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find filrouge tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} +
	find filrouge -name '*.mo' -delete
