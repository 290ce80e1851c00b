# Every command a visitor or a developer needs; `make` alone lists them.

export PORT ?= 8000
export PRACTICE_INSTANCE ?= $(CURDIR)/instance

PYTHON := .venv/bin/python
PRACTICE := .venv/bin/practice
# One process for each core; say PYTEST_ARGS= for one process, or PYTEST_ARGS="-k name" for some tests.
PYTEST_ARGS ?= -n auto

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-check demo run test check bench format lint types imports browser \
	postgres migrations-check docs docs-check lock sbom clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# -- for everyone ------------------------------------------------------------------------------------------------------

demo: setup ## Show Practice with three fictional couples on http://127.0.0.1:8000
	@exec $(PRACTICE) demo

run: setup ## Start your own practice
	@exec $(PRACTICE) serve

setup: ## Make ready to run: system libraries, .venv, locked packages
	@scripts/setup.sh

# -- for developers ----------------------------------------------------------------------------------------------------

test: setup-dev ## Run the tests (no browser, no PostgreSQL)
	@$(PYTHON) -m pytest $(PYTEST_ARGS)

check: setup-check ## Run everything that must hold before a change is handed in
	@scripts/check.sh

format: setup-dev ## Put the code into the house format
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix --quiet . || true

lint: setup-dev ## Look for mistakes and departures from house style
	@$(PYTHON) -m ruff check .

types: setup-dev ## Check types, strictly
	@$(PYTHON) -m mypy

imports: setup-dev ## Check that imports run down the layers only
	@.venv/bin/lint-imports

browser: setup-check ## Run the tests that drive a browser
	@$(PYTHON) -m pytest -m browser tests/browser

postgres: setup-check ## Run the tests that need PostgreSQL, on one started for them
	@scripts/postgres.sh run $(PYTHON) -m pytest -m postgres
	@PRACTICE_TEST_DATABASE=postgres scripts/postgres.sh run $(PYTHON) -m pytest $(PYTEST_ARGS) tests/integration

migrations-check: setup-check ## Run the migration tests on SQLite and PostgreSQL
	@scripts/postgres.sh run $(PYTHON) -m pytest -m "not browser" tests/migrations

bench: setup-check ## Measure the performance budgets and write docs/reference/performance.md
	@scripts/postgres.sh run $(PYTHON) -m bench

docs: setup-dev ## Write the generated pages of docs/reference again
	@$(PRACTICE) docs

docs-check: setup-dev ## Check that the generated pages are up to date
	@$(PRACTICE) docs --check

lock: setup-dev ## Write the lock files again (UPGRADE=--upgrade for newer releases)
	@scripts/lock.sh $(UPGRADE)
	@$(PYTHON) scripts/bill_of_materials.py

sbom: setup-dev ## Write the bill of materials again, after a vendored file changed
	@$(PYTHON) scripts/bill_of_materials.py

setup-dev:
	@scripts/setup.sh dev

setup-check:
	@scripts/setup.sh check

clean: ## Remove what was made here, except instance/ with its keys and data
	@rm -rf .venv .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache test-results build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
