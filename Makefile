# From a fresh clone: `make run` opens the studio, `make test` tests it. ARGS goes to the command.
PY := .venv/bin/python
ARGS ?=

help:
	@echo "make run           the window (where there is no display: the tour)"
	@echo "make tour          every view, drawn without a display into tour/"
	@echo "make test          the tests; some of them: make test ARGS='tests/latent -k mix'"
	@echo "make lint          ruff and mypy"
	@echo "make format        what ruff can put right by itself"
	@echo "make bench         how fast it is here"
	@echo "make translations  collect the window's texts, compile the translations"
	@echo "make clean         remove what these made, .venv included"

# .venv is made anew where it is missing or pyproject.toml has changed.
.venv/.ready: pyproject.toml .ci/setup
	@.ci/setup .
	@touch $@

.venv/.ready-dev: pyproject.toml .ci/setup
	@.ci/setup '.[dev]'
	@touch $@ .venv/.ready

run: .venv/.ready
	@if [ -z "$(ARGS)" ] && [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo "There is no display here. Instead of the window: the tour, whose pictures go to tour/"; \
		$(PY) -m ganstudio tour tour/; \
	else \
		$(PY) -m ganstudio $(ARGS); \
	fi

tour: .venv/.ready
	$(PY) -m ganstudio tour tour/

test: .venv/.ready-dev
	$(PY) -m pytest $(if $(ARGS),$(ARGS),-n 2)

lint: .venv/.ready-dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

format: .venv/.ready-dev
	$(PY) -m ruff check --fix-only
	$(PY) -m ruff format

bench: .venv/.ready-dev
	$(PY) -m benchmarks $(ARGS)

# A new language: copy ganstudio.ts to ganstudio_de.ts, translate it with pyside6-linguist.
translations: .venv/.ready-dev
	@mkdir -p build
	$(PY) .ci/error_sentences >build/error_sentences.py
	.venv/bin/pyside6-lupdate build/error_sentences.py \
		$$(find ganstudio -name '*.py' | sort) -no-obsolete -locations none \
		-ts resources/translations/ganstudio.ts $$(ls resources/translations/ganstudio_*.ts 2>/dev/null)
	for text in resources/translations/ganstudio_*.ts; do \
		[ ! -e "$$text" ] || .venv/bin/pyside6-lrelease "$$text"; done

clean:
	rm -rf .venv build dist tour .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find ganstudio trainers tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

.PHONY: help run tour test lint format bench translations clean
