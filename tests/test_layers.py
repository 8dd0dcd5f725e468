"""The folder listing is the architecture: layers, no cycles, small files and functions, names that say what is in them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "framing"
LAYERS = (
    ("errors", "spans", "files", "rows", "shipped", "version"),
    ("topics", "articles"),
    ("text",),
    ("voices",),
    ("evidence", "claims"),
    ("analysis",),
    ("classifier", "events"),
    ("comparison", "intake"),
    ("report",),
    ("classroom",),
    ("pipeline", "editing"),
    ("cli", "web"),
)
"""From the lowest up. DESIGN puts voices, evidence and claims in one layer; the latter two ask in whose voice a span stands, so they lie above.
The classroom pack lies above the report: it uses its markup and words."""
ONE_LAYER_MAY_MEET = ("errors", "files", "rows")
"""Single files of one layer that import each other: reading files raises errors, rows are read from files."""
BANNED = {"utils", "helpers", "common", "misc", "types", "manager", "handler", "processor", "base", "core"}
MOST_LINES_OF_FILE, MOST_LINES_OF_FUNCTION, MOST_PARAMETERS = 300, 40, 6
Function = ast.FunctionDef | ast.AsyncFunctionDef


def list_modules() -> list[Path]:
    """Return every module of the package."""
    return sorted(path for path in ROOT.rglob("*.py") if "shipped" not in path.relative_to(ROOT).parts[:-1])


@cache
def parse(path: Path) -> ast.Module:
    """Parse a module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def name_of(path: Path) -> str:
    """Return a module's dotted name."""
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def find_imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, module) for every import of the package's own modules, wherever in the file it stands."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.ImportFrom):
            if node.level or (node.module or "").split(".")[0] == "framing":
                yield node.lineno, "." * node.level + (node.module or "")
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "framing")


def folder_of(module: str) -> str:
    """Return the folder or single file below framing/ that a module belongs to."""
    return module.split(".")[1]


def find_functions(path: Path) -> Iterator[Function]:
    """Yield every function and method of a module."""
    yield from (node for node in ast.walk(parse(path)) if isinstance(node, Function))


LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = list_modules()
INNER = [path for path in MODULES if path != ROOT / "__init__.py"]
each_module = pytest.mark.parametrize("path", MODULES, ids=name_of)
each_inner_module = pytest.mark.parametrize("path", INNER, ids=name_of)


def test_every_folder_has_a_layer() -> None:
    """A new folder or file of framing/ is given its place in the list above."""
    assert {folder_of(name_of(path)) for path in INNER} <= set(LEVEL)


@each_inner_module
def test_imports_go_down(path: Path) -> None:
    """A module imports its own folder and lower layers only."""
    own = folder_of(name_of(path))
    wrong = []
    for line, module in find_imports(path):
        other = folder_of(module) if module.count(".") else own
        meets = other == own or {own, other} <= set(ONE_LAYER_MAY_MEET)
        if LEVEL[other] > LEVEL[own] or (LEVEL[other] == LEVEL[own] and not meets):
            wrong.append(f"{path.name}:{line}: {own} imports {module}")
    assert not wrong


@each_inner_module
def test_imports_name_the_defining_module(path: Path) -> None:
    """Imports are absolute and go to modules, never to the package root or a folder's __init__."""
    wrong = []
    for line, module in find_imports(path):
        place = ROOT.parent.joinpath(*module.split("."))
        if module.startswith(".") or not place.with_suffix(".py").is_file():
            wrong.append(f"{path.name}:{line}: {module}")
    assert not wrong


def test_imports_form_no_cycle() -> None:
    """No module imports itself by way of others, at the top of the file or inside functions."""
    graph = {name_of(path): {module for _, module in find_imports(path)} for path in INNER}
    done: set[str] = set()

    def walk(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " -> ".join((*above, module))
        if module not in done:
            for other in sorted(graph.get(module, ())):
                walk(other, (*above, module))
            done.add(module)

    for module in graph:
        walk(module, ())


@each_module
def test_file_name_says_something(path: Path) -> None:
    """No file or folder is called utils, helpers, core or the like."""
    assert not BANNED & set(path.relative_to(ROOT).with_suffix("").parts)


@each_module
def test_file_is_short(path: Path) -> None:
    """A file has at most 300 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES_OF_FILE


@each_module
def test_functions_are_short(path: Path) -> None:
    """A function has at most 40 lines."""
    long = [f.name for f in find_functions(path) if (f.end_lineno or 0) - f.lineno + 1 > MOST_LINES_OF_FUNCTION]
    assert not long


@each_module
def test_functions_take_few_parameters(path: Path) -> None:
    """A function takes at most 6 parameters, self and cls not counted."""
    many = []
    for function in find_functions(path):
        every = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
        if len([one for one in every if one.arg not in ("self", "cls")]) > MOST_PARAMETERS:
            many.append(function.name)
    assert not many


@each_module
def test_every_module_opens_with_a_sentence(path: Path) -> None:
    """A module's docstring opens with one sentence that says what a reader finds there."""
    first = (ast.get_docstring(parse(path)) or "").split("\n\n")[0]
    assert first.rstrip().endswith((".", ":"))


@each_inner_module
def test_nothing_runs_at_import(path: Path) -> None:
    """At the top of a module stand definitions only: no loop, no call by itself."""
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.If)
    body = [node for node in parse(path).body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))]
    assert not [f"line {node.lineno}" for node in body if not isinstance(node, allowed)]
