# According: what a developer types. `make` alone lists it.
# Needs Python 3.11 or later, pip and make; everything else is installed into .venv.

PYTHON ?= python3
VENV ?= .venv
# Where the corpora and their yardsticks are; `make evaluate` and `make train` alone need them.
ACCORDING_SHARED ?= ../shared
K ?=
P ?=

DEMO := src/according/demo
DEMO_PAGE := moroto-1-abduction.html
DEMO_STORY := corentyne-1-wire.txt

BIN := $(VENV)/bin
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
TRAINING := $(VENV)/.installed-training
PINNED := $(BIN)/python -m pip install -c constraints.txt

export ACCORDING_SHARED

.DEFAULT_GOAL := help
.PHONY: help demo test lint fix check evaluate docs golden trace page train clean

help:  ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: $(RUN)  ## read the ten invented reports of the package, and lay out the story that six of them tell
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT INT TERM; \
	export ACCORDING_DB="$$folder/demo.db" PATH="$(abspath $(BIN)):$$PATH"; \
	show() { printf '\n$$ %s\n' "$$*"; "$$@"; }; \
	show according read $(DEMO)/*-*.*; \
	show according show $(DEMO)/$(DEMO_PAGE); \
	show according sources --limit 8; \
	show according stories; \
	show according story $(DEMO)/$(DEMO_STORY)

test: $(DEV)  ## run the tests; `make test K=words` runs those whose names hold the words
	$(BIN)/python -m pytest $(if $(K),-k "$(K)")

lint: $(DEV)  ## ruff (rules and format) and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict

fix: $(DEV)  ## repair what ruff can repair, and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

check: lint test  ## all that is asked of a change

evaluate: $(RUN)  ## measure on the development data, and fail below evaluation/floors.toml (ARGS="--help" for more)
	$(BIN)/python -m evaluation $(ARGS)

docs: $(RUN)  ## rewrite the generated pages of docs/reference
	$(BIN)/python docs/generate.py

golden: $(DEV)  ## rewrite the golden pages of tests/golden; look at the difference before you commit it
	$(BIN)/python -m pytest tests --rewrite-golden

trace: page $(RUN)  ## show what the page P=... is after each stage
	$(BIN)/python -m evaluation.trace "$(P)"

page:
	@test -n "$(P)" || { echo 'which page? make trace P=page.html'; exit 2; }

train: $(TRAINING)  ## train the encoder's heads and export the weights; resumes where it stopped (ARGS="--help" for more)
	$(BIN)/python -m according.training train --data $(ACCORDING_SHARED)/data/train $(ARGS)

clean:  ## remove .venv and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis evaluation/out
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "According needs Python 3.11 or later; $(PYTHON) is `$(PYTHON) --version 2>&1`. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN): pyproject.toml constraints.txt | $(BIN)/python
	$(PINNED) -e .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	$(PINNED) -e '.[dev]'
	@touch $@ $(RUN)

$(TRAINING): pyproject.toml constraints.txt | $(BIN)/python
	$(PINNED) -e '.[training]'
	@touch $@ $(RUN)
