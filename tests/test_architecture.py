"""The budgets and the habits that keep the project easy to change. Import contracts stand in ``pyproject.toml``."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from filrouge.domain.model import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES, LONG_FILE_LINES, FUNCTION_LINES, TEST_LINES = 400, 800, 50, 1000
# The few files that may be longer, each with its reason.
LONG_FILES: dict[str, str] = {}
# Inner layers first; a layer may import those before it. ``formats`` and ``library`` stand side by side.
RANKS = {"domain": 0, "formats": 1, "library": 1, "apps": 2, "cli": 3, "web": 3, "config": 4}
# Modules that cost too much to load before a command is known.
HEAVY = (
    "django",
    "docx",
    "docxtpl",
    "granian",
    "lxml",
    "markdown_it",
    "openpyxl",
    "pypdfium2",
    "rapidfuzz",
    "rich",
    "snowballstemmer",
    "yaml",
)
# Names of bodies, laws and plans are long, and stand everywhere in the same words.
OFFICIAL_NAMES = (
    "inspection générale de la police fédérale et de la police locale",
    "loi du 7 décembre 1998 organisant un service de police intégré structuré à deux niveaux",
    "plans zonaux de sécurité",
    "plan national de sécurité",
)
BINARY = {".png", ".docx", ".odt", ".pdf", ".xlsx", ".ico", ".zip"}


@cache
def project_files() -> tuple[Path, ...]:
    """Every file of the project that git would keep, or, without git, every file outside the ignored folders."""
    asked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode == 0 and asked.stdout:
        names = [ROOT / name for name in asked.stdout.split("\0") if name]
    else:
        ignored = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}
        names = [
            path
            for path in ROOT.rglob("*")
            if not any(part in ignored or part.endswith(("_cache", ".egg-info")) for part in path.parts)
        ]
    return tuple(sorted(path for path in names if path.is_file()))


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """The project's files that hold text: path from the root, and content."""
    return tuple(
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in project_files()
        if path.suffix not in BINARY
    )


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    """The Python files under these folders, but for the migrations, which Django writes."""
    for name, content in text_files():
        written = "/migrations/0" in name
        if name.endswith(".py") and name.split("/")[0] in folders and not written:
            yield name, content


def test_files_stay_within_their_budget() -> None:
    too_long = []
    for name, content in sources("filrouge", "tools", "bench", "tests"):
        budget = TEST_LINES if name.startswith("tests/") else LONG_FILE_LINES if name in LONG_FILES else FILE_LINES
        lines = content.count("\n")
        if lines > budget:
            too_long.append(f"{name}: {lines} lines, at most {budget}")
    assert not too_long, "\n".join(too_long)


def test_the_list_of_long_files_is_short_and_true() -> None:
    lines = {name: content.count("\n") for name, content in sources("filrouge", "tools", "bench")}
    assert len(LONG_FILES) <= 5
    assert all(lines.get(name, 0) > FILE_LINES for name in LONG_FILES), "a name on the list needs no exception any more"


def test_functions_stay_within_their_budget() -> None:
    too_long = []
    for name, content in sources("filrouge", "tools", "bench", "tests"):
        for node in ast.walk(ast.parse(content)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    too_long.append(f"{name}:{node.lineno} {node.name}: {lines} lines, at most {FUNCTION_LINES}")
    assert not too_long, "\n".join(too_long)


def test_no_module_is_imported_upward_by_its_name() -> None:
    """``importlib.import_module("filrouge.cli…")`` escapes the import linter, so it is looked for here."""
    upward = []
    for name, content in sources("filrouge"):
        layer = name.split("/")[1]
        for node in ast.walk(ast.parse(content)):
            if not (isinstance(node, ast.Call) and "import" in ast.unparse(node.func)):
                continue
            for word in (a.value for a in ast.walk(node) if isinstance(a, ast.Constant) and isinstance(a.value, str)):
                other = word.split(".")[1] if word.startswith("filrouge.") else layer
                if other != layer and RANKS.get(other, 9) >= RANKS.get(layer, 9):
                    upward.append(f"{name}:{node.lineno} imports {word}")
    assert not upward, "\n".join(upward)


def test_no_package_gives_away_a_name_of_its_own_module() -> None:
    """Importing ``package.rules`` rebinds ``package.rules``: a function of that name would become a module."""
    hidden = []
    for name, content in sources("filrouge"):
        folder = ROOT / Path(name).parent
        if not name.endswith("/__init__.py"):
            continue
        modules = {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
        package = ".".join(Path(name).parent.parts)
        for node in ast.parse(content).body:
            if isinstance(node, ast.ImportFrom):
                given = {alias.asname or alias.name for alias in node.names}
                hidden += [f"{name}: {one}" for one in given & modules if node.module != f"{package}.{one}"]
    assert not hidden, "\n".join(hidden)


def test_every_layer_is_known_to_the_ranks() -> None:
    layers = {name.split("/")[1] for name, _ in sources("filrouge") if name.count("/") > 1}
    assert layers <= set(RANKS)


@pytest.mark.parametrize("module", ["filrouge", "filrouge.cli", "filrouge.library", "filrouge.formats.readers"])
def test_a_command_starts_without_the_heavy_modules(module: str) -> None:
    """The cold start is kept short by its structure; ``make bench`` measures it."""
    asked = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    assert out.stdout.split() == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        name
        for name, content in sources("filrouge", "tools", "bench", "tests")
        if content.strip() and not ast.get_docstring(ast.parse(content))
    ]
    assert not silent, "\n".join(silent)


def _remarks(name: str, content: str) -> Iterator[tuple[int, str]]:
    """The comments of a Python file, or every line of another file, with their numbers."""
    if name.endswith(".py"):
        for token in tokenize.generate_tokens(io.StringIO(content).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
    else:
        yield from enumerate(content.splitlines(), 1)


def test_no_unfinished_work_is_left() -> None:
    mark = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")
    left = [
        f"{name}:{number}: {line.strip()}"
        for name, content in text_files()
        if name.endswith((".py", ".md", ".toml", ".css", ".js", ".html"))
        for number, line in _remarks(name, content)
        if mark.search(line)
    ]
    left += [name for name, content in sources("filrouge") if "raise NotImplementedError" in content]
    assert not left, "\n".join(left)


def test_no_file_names_the_machine_it_was_made_on() -> None:
    """Neither the folders of a workplace nor the host of a package registry belong in the project."""
    words = (
        "/wo" + "rk/",
        "/t" + "mp/",
        "/ro" + "ot/",
        "/op" + "t/",
        "/ho" + "me/",
        "pypi" + ".",
        "pythonhosted" + ".org",
        "--index" + "-url",
        "--find" + "-links",
    )
    named = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, content in text_files()
        for number, line in enumerate(content.splitlines(), 1)
        if any(word in line for word in words)
    ]
    assert not named, "\n".join(named)


def test_no_folder_is_an_empty_room() -> None:
    files: dict[Path, list[Path]] = {}
    for path in project_files():
        for folder in path.parents:
            if folder != ROOT and ROOT in folder.parents:
                files.setdefault(folder, []).append(path)
    empty = [
        str(folder.relative_to(ROOT)) for folder, held in files.items() if not any(path.stat().st_size for path in held)
    ]
    assert not empty, "\n".join(empty)


def _incomplete(value: object, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        keys = {str(key) for key in value}
        words = [key for key in value if isinstance(value[key], str)]
        if keys & set(LANGUAGES) and keys <= set(LANGUAGES) and words:
            missing = [language for language in LANGUAGES if not str(value.get(language) or "").strip()]
            if missing:
                yield f"{where}: {', '.join(missing)}"
        for key, inner in value.items():
            yield from _incomplete(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for rank, inner in enumerate(value):
            yield from _incomplete(inner, f"{where}[{rank}]")


def test_every_text_of_the_library_stands_in_four_languages() -> None:
    missing: list[str] = []
    for name, content in text_files():
        if name.startswith("filrouge/library/") and name.endswith(".yaml"):
            missing += _incomplete(yaml.load(content, yaml.CSafeLoader), name)
    assert not missing, "\n".join(missing)


def test_nothing_is_copied_from_the_reference_documents(reference_dir: Path) -> None:
    """Facts, names and codes carry over; sentences do not. A run of twelve words in common is a copied sentence."""
    run = 12

    def runs(content: str) -> Iterator[tuple[str, ...]]:
        plain = " ".join(re.findall(r"\w+", content.lower()))
        for official in OFFICIAL_NAMES:
            plain = plain.replace(official, "0")
        words = plain.split()
        for start in range(len(words) - run + 1):
            piece = tuple(words[start : start + run])
            if sum(word.isalpha() for word in piece) >= run - 3:
                yield piece

    theirs: set[tuple[str, ...]] = set()
    for folder in ("sources", "gold"):
        for path in (reference_dir / folder).iterdir():
            theirs.update(runs(path.read_text("utf-8")))
    copied = []
    for name, content in text_files():
        if name == "LICENSE" or name.startswith("requirements/"):
            continue
        if name.startswith("filrouge/library/plans/"):  # the titles of a plan's themes are names: they carry over
            content = re.sub(r"title: *\{[^}]*\}|^ *title: *\n(?: +\w\w: .*\n)+", "", content, flags=re.MULTILINE)
        found = next((piece for piece in runs(content) if piece in theirs), None)
        if found:
            copied.append(f"{name}: {' '.join(found)}")
    assert not copied, "\n".join(copied)
