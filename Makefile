# `make run` starts the portal on a machine that has nothing but Python and make.

VENV := .venv
PY := $(VENV)/bin/python
# PYTHON=/path/to/python chooses the Python that the virtual environment is made with.
PYTHONS := $(if $(PYTHON),$(PYTHON),python3.13 python3.12 python3.11 python3.14 python3 python)
FIND_PYTHON = for python in $(PYTHONS); do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && break; \
	python=; done

# An environment that no longer runs, after an upgrade of Python say, is made anew.
ifneq ($(shell $(PY) -c 'print("runs")' 2>/dev/null),runs)
.PHONY: $(VENV)/.requirements $(VENV)/.requirements-dev
endif

# ITEMS: how many agenda items `make bench` makes up.
ITEMS ?= 50000

.DEFAULT_GOAL := help
.PHONY: help install run test lint format screenshots audit bench bench-reading

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

install: $(VENV)/.requirements  ## install what the portal needs, into .venv

run: $(VENV)/.requirements  ## start the portal on http://127.0.0.1:8000 (PORT=8001 make run for another port)
	@$(PY) manage.py serve

test: $(VENV)/.requirements-dev  ## run every test
	@$(PY) -m pytest -n 2 --dist worksteal

lint: $(VENV)/.requirements-dev  ## check the code
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

screenshots: $(VENV)/.requirements-dev  ## take pictures of every type of page into docs/screenshots, and those of the README (needs Chromium)
	@$(PY) -m minutes_portal.tests.screenshots

bench: $(VENV)/.requirements-dev  ## measure the portal over made-up records (ITEMS=1000000 make bench for another number)
	@$(PY) manage.py bench --items $(ITEMS)

audit: $(VENV)/.requirements-dev  ## score every type of page as Lighthouse would (needs Chromium)
	@$(PY) -m minutes_portal.tests.audit

bench-reading: $(VENV)/.requirements  ## measure how fast documents are read and stored
	@$(PY) manage.py bench_reading

format: $(VENV)/.requirements-dev  ## put the code into shape
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

$(VENV)/.requirements: requirements.txt
	@$(PY) -m pip --version >/dev/null 2>&1 || { $(FIND_PYTHON); \
	if [ -z "$$python" ]; then \
		echo "The portal needs Python 3.11 or newer: install it, or name it as in 'make $(or $(MAKECMDGOALS),install) PYTHON=/path/to/python3.11'." >&2; \
		exit 1; fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "This Python cannot make virtual environments: install its venv package (on Debian and Ubuntu: apt install python3-venv)." >&2; \
		exit 1; fi; \
	"$$python" -m venv --clear $(VENV); }
	@echo "Installing what the portal needs into $(VENV); the first time takes a minute or so."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.requirements-dev: $(VENV)/.requirements requirements-dev.txt
	@echo "Installing what the tests need into $(VENV)."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
