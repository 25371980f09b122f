# Two commands set everything up on a machine that has Python 3.11 or later, pip and make:
#   make demo    make test
# pip follows this machine's own configuration; the pins of constraints.txt are for these targets alone.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
PYTEST := $(BIN)/python -m pytest
WORKERS ?= 2
MAP := out/ladder-map.html
WHEELS := out/wheels
# Of another computer that make wheels is for: PLATFORM=win_amd64 PYTHON_VERSION=3.11
PLATFORM ?=
PYTHON_VERSION ?=

.PHONY: help demo test oracle agreement pages mutation bench bounds picture golden data interruptions fuzz strangers sentences safety \
	lowest newest sdist-test wheels wheels-test clean script-check export-tools
.DEFAULT_GOAL := help

help:
	@echo "make demo      install, answer one question on the terminal, draw the map"
	@echo "make test      every check: ruff, mypy, import-linter, pytest in a real browser, coverage"
	@echo "make oracle    the whole of the measures of which make test takes a tenth"
	@echo "make agreement the page beside the engine: 20,000 assessments, 2,000 best plans; every door beside the others"
	@echo "make pages     every page in a browser, in the whole of its looks, states and routes"
	@echo "make mutation  mutation score of eligibility and paths"
	@echo "make bench     how fast: start-up, best plans, loading, growth, reading, the site, the map in a browser"
	@echo "make bounds    what hostile texts, pages, records and profiles cost, in processor time and memory"
	@echo "make export-tools  every export read back by the tool that it is for"
	@echo "make script-check  types and lint of the pages' scripts, where Node is"
	@echo "make picture   take the pictures of a city's pages in the README anew"
	@echo "make golden    take today's output as the approved output"
	@echo "make data      compile data/catalog.json, the schemas and the tables of the grammar anew"
	@echo "make interruptions  a kill and a full disk at every writing operation: nothing torn, no draft left"
	@echo "make fuzz      50,000 damaged documents read: no traceback, no hang, no flood of memory"
	@echo "make strangers  what is read of the documents of employers that no layout was made for"
	@echo "make sentences  what is read of small documents of our own wording, beside the right reading"
	@echo "make safety    nobody is told of a way that their documents do not have: people, cuts, variants, in full"
	@echo "make lowest    the lowest versions that pyproject.toml takes: every command answers as here"
	@echo "make newest    the same with the newest versions on the index"
	@echo "make sdist-test  make test in the source distribution, unpacked where there is no git"
	@echo "make wheels    a folder for a computer without a network: PLATFORM=win_amd64 PYTHON_VERSION=3.11"
	@echo "make wheels-test  installs from that folder without a network: every command answers as here"
	@echo "make clean     remove what make has made"

# A machine may lack the venv module's ensurepip (Debian's does); pip itself can then fill the folder.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "ladder needs Python 3.11 or later: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV) \
		&& $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }

$(VENV)/.installed-demo: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[test]'
	@touch $(VENV)/.installed-demo $@

$(VENV)/.installed-mutation: $(VENV)/.installed
	$(PIP) --editable '.[test,mutation]'
	@touch $@

script-check:
	sh .ci/script_check

demo: $(VENV)/.installed-demo
	$(BIN)/ladder path us-nd/0441 us-nd/0443
	@mkdir -p out
	$(BIN)/ladder map -o $(MAP)
	@echo "The map is in $(MAP): open it in any browser."

# Every check runs, whatever the ones before it found; the run fails if one of them failed. Compiled modules are kept,
# also where the environment says otherwise: every worker and every program under test would compile them anew.
test: $(VENV)/.installed
	@failed=; unset PYTHONDONTWRITEBYTECODE; \
	LADDER_BROWSER=$$(sh .ci/browser) || failed="$$failed browser"; export LADDER_BROWSER; \
	$(BIN)/ruff check . || failed="$$failed ruff-check"; \
	$(BIN)/ruff format --check . || failed="$$failed ruff-format"; \
	$(BIN)/mypy || failed="$$failed mypy"; \
	$(BIN)/lint-imports --no-cache || failed="$$failed lint-imports"; \
	$(PYTEST) -n $(WORKERS) --dist worksteal --cov --cov-report= || failed="$$failed pytest"; \
	$(BIN)/python tests/house/coverage_gate.py || failed="$$failed coverage"; \
	test -z "$$failed" || { echo "make test: failed:$$failed" >&2; exit 1; }

oracle: $(VENV)/.installed
	LADDER_FULL=1 $(PYTEST) -n $(WORKERS) --dist worksteal tests/oracle tests/properties \
		tests/rendering/site/test_all_pages.py tests/rendering/reports/test_catalog_reports.py tests/measures tests/roster \
		tests/patterns tests/paths

agreement: $(VENV)/.installed
	LADDER_FULL=1 $(PYTEST) -n $(WORKERS) --dist worksteal tests/agreement tests/doors

pages: $(VENV)/.installed
	LADDER_BROWSER=$$(sh .ci/browser); export LADDER_BROWSER; \
	LADDER_FULL=1 $(PYTEST) -n $(WORKERS) --dist worksteal tests/browser

mutation: $(VENV)/.installed-mutation
	$(BIN)/mutmut run
	$(BIN)/mutmut results

bench: $(VENV)/.installed
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.roster_files
	$(BIN)/python -m benchmarks.exports
	$(BIN)/python -m benchmarks.gatekeepers
	$(BIN)/python -m benchmarks.what_if
	$(BIN)/python -m benchmarks.roster_evaluation
	LADDER_BROWSER=$$(sh .ci/browser) $(BIN)/python -m benchmarks.map_page

picture: $(VENV)/.installed
	@mkdir -p out
	$(BIN)/python -m tests.browser.picture out

golden: $(VENV)/.installed
	LADDER_GOLDEN=update $(PYTEST) -q tests -k golden --approve

data: $(VENV)/.installed-demo
	$(BIN)/ladder catalog build --catalog data -o data/catalog.json
	@test -d ../shared/corpora || echo "data/cities stays: the documents of the cities are not beside this checkout"
	@for city in us-ca-los-angeles us-pa-philadelphia; do name=$${city#us-??-}; \
		test -d ../shared/corpora/$$name || continue; rm -rf out/cities/$$name; mkdir -p out/cities; \
		$(BIN)/ladder read --facts --jurisdiction $$city -o out/cities/$$name ../shared/corpora/$$name >out/$$name.txt \
		&& $(BIN)/ladder catalog build --catalog out/cities/$$name -o data/cities/$$name.json || exit 1; done
	$(BIN)/ladder schema -o data/schema --overwrite
	$(BIN)/python -c "from ladder.reading.requirement_grammar import tables; tables.write_tables()"

interruptions: $(VENV)/.installed
	$(BIN)/python -m tests.writing.interruptions

bounds: $(VENV)/.installed
	$(BIN)/python -m benchmarks.bounds

fuzz: $(VENV)/.installed
	$(BIN)/python -m tests.fuzz --count 50000
	LADDER_FULL=1 $(PYTEST) -n $(WORKERS) --dist worksteal tests/reading

strangers: $(VENV)/.installed
	$(BIN)/python -m tests.reading.strangers.documents

sentences: $(VENV)/.installed
	$(BIN)/python -m tests.reading.strangers.sentences

export-tools: $(VENV)/.installed
	LADDER_BROWSER=$$(sh .ci/browser) sh .ci/export_tools $(BIN)/python

safety: $(VENV)/.installed
	$(BIN)/python -m tests.reading.safety

# Each of these makes an environment of its own, and says so where pip reaches no index.
lowest newest: $(VENV)/.installed
	$(BIN)/python -m tests.packaging.bounds $@

sdist-test: $(VENV)/.installed
	$(BIN)/python -m tests.packaging.sdist

wheels: $(VENV)/.installed
	$(BIN)/python -m tests.packaging.wheels make $(WHEELS) --platform '$(PLATFORM)' --python-version '$(PYTHON_VERSION)'

wheels-test: $(VENV)/.installed
	$(BIN)/python -m tests.packaging.wheels try $(WHEELS)

clean:
	rm -rf $(VENV) out build dist mutants .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
