"""The parameters of a notebook: what its cell declares, what a profile sets, values of the declared type and in their range.

The cell tagged `parameters` is the only list. The runner checks against it before anything is loaded; `collect` checks again in the
notebook, where plain papermill may have injected an unknown name (it only warns) or the text `false` (which Python takes for true).
"""

import ast
import difflib
import re

from helpers import UserError
from helpers.files.packages import project_root
from helpers.parameters.notebook import Parameter, cells, find_notebook, notebooks, read_parameters
from helpers.parameters.values import ROLES, RULES, convert, forms, load_yaml, of_role, partial_checkpointing

__all__ = [
    "ROLES", "RULES", "Parameter", "cells", "convert", "find_notebook", "forms", "notebooks", "of_role", "partial_checkpointing",
    "read_parameters",
]  # fmt: skip
DEFAULT_PROFILE = "t4"  # the name of the defaults themselves; it needs no file


def check_names(names, known, stem: str) -> None:
    """Raise UserError for the first of `names` that is not in `known`, with the nearest name."""
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            secret = re.search("(^|_)(token|key)$|secret|passw|credential|apikey", name, re.IGNORECASE)
            if secret and not difflib.get_close_matches(name, known, n=1, cutoff=0.8):
                raise UserError(f"There is no parameter {name} in {stem}: secrets go to .env or to the host's secrets, not into a record.")
            hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}."
            raise UserError(f"There is no parameter {name} in {stem}: {hint}")


def profile_names(stem: str) -> list[str]:
    """Return the profiles that a notebook has, `t4` (the defaults) first."""
    folder = project_root() / "notebooks" / "profiles"
    return [DEFAULT_PROFILE, *sorted({path.parent.name for path in folder.glob(f"*/{stem}.yml")} - {DEFAULT_PROFILE})]


def read_profile(profile: str, stem: str, declared: dict[str, Parameter]) -> dict[str, object]:
    """Return the values that a profile sets, converted. Raise UserError naming the file if it cannot be used."""
    if profile not in (known := profile_names(stem)):
        raise UserError(f"{stem} has no profile {profile}: it has {', '.join(known)}.")
    path = project_root() / "notebooks" / "profiles" / profile / f"{stem}.yml"
    if not path.is_file():
        return {}  # the defaults
    where = path.relative_to(project_root()).as_posix()
    try:
        values = load_yaml(path.read_text(encoding="utf-8")) or {}
        if not isinstance(values, dict) or not all(isinstance(name, str) for name in values):
            raise ValueError("it wants one `name: value` a line")
        if own := [name for name in ROLES["run"] if name in values]:
            raise ValueError(f"{own[0]} says which run it is, and is no value of a profile: leave it out")
        check_names(values, declared, stem)
        return {name: convert(name, value, declared[name]) for name, value in values.items()}
    except ValueError as problem:
        raise UserError(f"{where} cannot be read: {problem}") from None
    except UserError as problem:
        raise UserError(f"{where}: {problem}") from None


def collect(stem: str, namespace: dict) -> dict[str, object]:
    """Return the parameters of the running notebook, checked; `namespace` is its `globals()`, into which converted values go.

    Raise UserError for an unknown name, a wrong type, a value that cannot be used, a token, or a parameters cell that was not run.
    """
    declared = read_parameters(project_root() / "notebooks" / f"{stem}.ipynb")
    injected = _injected_names(namespace.get("In", []))
    check_names(injected, declared, stem)
    apply_profile(stem, declared, namespace, injected)
    values: dict[str, object] = {}
    for name, parameter in declared.items():
        if name not in namespace:
            older = "if you have, this notebook is older than the helpers that Setup fetched: open it anew from the repository"
            raise UserError(f"{name} has no value: run the Parameters cell first; {older}.")
        given = namespace[name]
        values[name] = convert(name, given, parameter)
        if type(given) is not type(values[name]) and (type(given), parameter.type) != (int, "float"):
            print(f"{name}: {given!r} is taken as {values[name]!r}")
    if "scheduler" in values:  # the notebook trains
        from helpers.parameters.trainer import check_trainer

        check_trainer(values)
    namespace.update(values)
    if values.get("target_modules") == ["all-linear"]:
        namespace["target_modules"] = "all-linear"  # as PEFT knows it
    return values


def apply_profile(stem: str, declared: dict[str, Parameter], namespace: dict, injected: list[str]) -> None:
    """Put the profile's values into the `namespace`, but for those that papermill or a hand has set, and print which.

    The runner reads the profile itself and leaves the parameter empty. Raise UserError with the list of profiles for an unknown one.
    """
    asked = namespace.get("profile") if "profile" in declared else ""
    if not asked:
        return
    values = read_profile(convert("profile", asked, declared["profile"]), stem, declared)
    kept = [name for name in values if name in injected or namespace.get(name) not in (declared[name].default, values[name])]
    namespace.update({name: value for name, value in values.items() if name not in kept})
    print(f"profile {asked} sets {len(values) - len(kept)} parameters{'; as you set them: ' if kept else ''}{', '.join(kept)}")


def _injected_names(history: list[str]) -> list[str]:
    """Return the names assigned by papermill's own cell, which starts with the line `# Parameters` and only assigns."""
    names = []
    for source in history:
        if isinstance(source, str) and source.split("\n", 1)[0].strip() == "# Parameters":
            try:
                statements = ast.parse(source).body
            except SyntaxError:
                continue
            if all(isinstance(statement, ast.Assign) for statement in statements):
                names += [statement.targets[0].id for statement in statements if isinstance(statement.targets[0], ast.Name)]
    return names
