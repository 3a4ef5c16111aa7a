# make run    set everything up and do the main job on a sample: the window, or the command line where there is no display
# make test   set everything up and pass every test
# make test-labse  the same for encoders of one's own: brings torch into an environment of its own
# make audit  known weaknesses of what uv.lock pins (asks the network)
# make check  formatting, lint, types, layers and tests: what has to hold before a commit

.PHONY: run test test-labse audit check lint clean
.DELETE_ON_ERROR:

BIN := .venv/bin
READY := .venv/.ready
SAMPLE := seeds/000_ed9df4b2a4667265.txt

$(READY): pyproject.toml uv.lock packaging/environment
	@packaging/environment
	@touch $@

run: $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && packaging/system-libraries; then \
		$(BIN)/taqabul $(SAMPLE); \
	else \
		mkdir -p out && $(BIN)/taqabul align $(SAMPLE) && \
		$(BIN)/taqabul align $(SAMPLE) -o out/sample.tmx -o out/sample.csv -o out/sample.jsonl; \
	fi

test: $(READY)
	@packaging/system-libraries
	@packaging/postgresql
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

.venv-labse/.ready: pyproject.toml $(READY)
	@.venv/bin/python -m venv .venv-labse
	@.venv-labse/bin/pip install --quiet --disable-pip-version-check -e '.[labse]' hypothesis pytest pytest-cov pytest-qt pytest-randomly pytest-timeout
	@touch $@

test-labse: .venv-labse/.ready
	@packaging/system-libraries
	@QT_QPA_PLATFORM=offscreen .venv-labse/bin/pytest tests/align/test_transformers.py

audit: $(READY)
	@command -v uv >/dev/null || { echo "make audit needs uv: https://docs.astral.sh/uv/"; exit 1; }
	@mkdir -p out && uv export --quiet --frozen --all-extras --no-emit-project --format requirements-txt -o out/locked.txt
	@uvx pip-audit --strict --disable-pip --require-hashes -r out/locked.txt || { \
		echo "make audit: what is named above is known to be weak, or could not be looked up, and then nothing is known of it"; exit 1; }

lint: $(READY)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test

clean:
	rm -rf .venv .venv-labse .uv out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
