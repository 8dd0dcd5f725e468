# The commands of the project. `make report` is all a new user needs: it sets up .venv and compares the shipped events.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVENTS := $(notdir $(patsubst %/event.toml,%,$(wildcard seeds/*/event.toml)))

.PHONY: report reports test check bench clean

reports: $(VENV)/ready
	for event in $(EVENTS); do $(BIN)/framing compare seeds/$$event --out reports/$$event --formats html,md,csv,json || exit 1; done
	$(BIN)/framing schema --tables > reports/tables.md
	$(BIN)/framing classroom seeds/us-iraq-dialogue --out reports/classroom

report: reports

test: $(VENV)/ready-dev
	$(BIN)/pytest

check: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/framing check
	$(BIN)/pytest

bench: $(VENV)/ready-bench
	-$(BIN)/python -m tests.bench.polnear dev
	-$(BIN)/python -m tests.bench.newswcl50 unseen
	-$(BIN)/python -m tests.bench.topic_sentences
	-$(BIN)/python -m tests.bench.babe
	-$(BIN)/python -m tests.bench.frac
	-$(BIN)/python -m tests.bench.events
	-$(BIN)/python -m tests.bench.voices
	$(BIN)/python -m tests.bench.speed

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=python3.12, say"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/ready-bench: $(VENV)/ready-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,bench]'
	@touch $@
