# make run: everything is set up, then the app is served. make test: everything is set up, then every test runs.
PORT ?= 8501
# Extra arguments for pip, for instance an installation without internet (see `make wheels`):
#   make run PIP_ARGS="--no-index --find-links wheels"
PIP_ARGS ?=
# Minutes of the long run of `make load`; without it the steps of load:
#   make load DAUER=30
DAUER ?=

# More than nothing: `make bench` also imports and measures cities of 35, 540 and 10,997 areas, about half an hour.
GROSS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_ARGS)
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

.PHONY: run test check lint accessibility bench load lock wheels vulnerabilities clean help
.DEFAULT_GOAL := run

run: .venv/.installed ## App einrichten und auf http://localhost:$(PORT) starten
	@exec sh scripts/run.sh "$(PORT)"

test: .venv/.installed-dev ## alles einrichten und alle Tests ausführen, auch die im Browser
	@CHROMIUM="$$($(BIN)/python -m scripts.ensure_chromium)" && export CHROMIUM && exec $(BIN)/python -m pytest -n auto --dist worksteal

lint: .venv/.installed-dev ## Format, Stil, Typen und Importrichtung prüfen
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test ## alles prüfen: lint und test

accessibility: .venv/.installed-dev ## Barrierefreiheit aller Seiten im Browser prüfen (docs/barrierefreiheit.md)
	@CHROMIUM="$$($(BIN)/python -m scripts.ensure_chromium)" && export CHROMIUM && \
		exec env BARRIEREN=alle $(BIN)/python -m pytest -n auto tests/browser/test_barrierefreiheit.py \
		tests/browser/test_tastatur.py tests/browser/test_tastaturwege.py tests/browser/test_darstellung.py \
		tests/views/test_theme.py tests/web/test_streamlitskripte.py

bench: .venv/.installed-dev ## Messungen im Browser, GROSS=1: auch Städte jeder Größe; schreibt docs/performance.md
	@CHROMIUM="$$($(BIN)/python -m scripts.ensure_chromium)" && export CHROMIUM && $(BIN)/python -m bench $(if $(GROSS),&& exec $(BIN)/python -m bench.groesse)

load: .venv/.installed-dev ## viele Sitzungen zugleich, DAUER=30: Minuten mit Kommen und Gehen; schreibt docs/performance.md
	@exec $(BIN)/python -m bench.load $(if $(DAUER),--dauer $(DAUER))

lock: .venv/.installed-dev ## requirements*.txt aus requirements*.in neu festschreiben
	$(LOCK) --upgrade requirements.in -o requirements.txt
	$(LOCK) --upgrade requirements-dev.in -o requirements-dev.txt

wheels: .venv/.installed ## Pakete nach wheels/ laden, für eine Einrichtung ohne Internet
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check -r requirements.txt -w wheels

vulnerabilities: .venv/.installed-dev ## festgeschriebene Pakete auf bekannte Sicherheitslücken prüfen; braucht Internet
	@$(BIN)/python -m scripts.vulnerabilities

clean: ## .venv und Zwischenstände entfernen; var/ (Datenbank) bleibt
	rm -rf .venv .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache build

help: ## diese Übersicht
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST)

.venv/bin/python:
	@sh scripts/make_venv.sh

# The stamps make the second run quick: pip runs again only when the locked versions change.
.venv/.installed: requirements.txt | .venv/bin/python
	@echo "Installiere die Pakete der App …"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	@echo "Installiere die Pakete für Tests und Prüfungen …"
	@$(PIP) -r requirements-dev.txt
	@touch $@
