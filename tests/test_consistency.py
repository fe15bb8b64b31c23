"""What must agree: rules and their texts, readers and writers and their pages, the languages of the glossary."""

from __future__ import annotations

import ast
import re
import shutil
import string
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from filrouge.domain.coherence.engine import rules
from filrouge.domain.coherence.messages import placeholders
from filrouge.domain.model import ITEM_KINDS, LANGUAGES, Text
from filrouge.library import frameworks, rule_texts
from filrouge.library.text_files import text_names, texts

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
CODES = [rule.code for rule in rules()]
# What a distribution on the index is imported as, where the two names differ.
IMPORTED_AS = {
    "PyYAML": "yaml",
    "markdown-it-py": "markdown_it",
    "python-docx": "docx",
    "django-allauth": "allauth",
    "django-pghistory": "pghistory",
    "django-pgtrigger": "pgtrigger",
}
# What the settings name as an app or a middleware, and no file imports.
NAMED_IN_SETTINGS = {"django_htmx", "django_prose_editor", "whitenoise"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "filrouge").rglob("*.py")):
        yield path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_its_texts_and_its_page(code: str) -> None:
    text = rule_texts()[code]
    for part in (text.title, text.message, text.why, text.mend, text.breaks, text.keeps):
        assert all(words.strip() for words in part.all())
    for language in LANGUAGES:
        assert f"\n## {code}\n" in (REFERENCE / f"rules.{language}.md").read_text("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_a_test(code: str) -> None:
    """The tests of the rules hold, for each code, an example that breaks it and one that keeps it."""
    folder = ROOT / "tests" / "domain" / "coherence"
    named = [path.name for path in folder.rglob("*.py") if code in path.read_text("utf-8")]
    assert named, f"no test under {folder.relative_to(ROOT)} speaks of {code}"


def test_no_text_is_left_of_a_rule_that_is_gone() -> None:
    assert sorted(rule_texts()) == sorted(CODES)


def test_frameworks_speak_of_rules_that_exist() -> None:
    families = {code[:3] for code in CODES}
    for framework in frameworks():
        named = {*framework.rules, *(code for code, _ in framework.severities)}
        assert named <= families | set(CODES), framework.kind


def test_rules_speak_of_frameworks_that_exist() -> None:
    kinds = {framework.kind for framework in frameworks()}
    assert all(set(rule.frameworks) <= kinds for rule in rules())


def sentences() -> Iterator[tuple[str, Text]]:
    for name in text_names():
        for key, text in texts(name).items():
            yield f"{name}.{key}", text
    for code, rule in rule_texts().items():
        yield f"{code}.message", rule.message


def _only_counted(sentence: str) -> set[str]:
    """Values that choose between one word and several, and are not printed: a language may need no such choice."""
    fields = [(name, form or "") for _, name, form, _ in string.Formatter().parse(sentence) if name]
    printed = {name for name, form in fields if "|" not in form or "=" in form}
    return {name for name, _ in fields} - printed


@pytest.mark.parametrize(("key", "text"), [pytest.param(key, text, id=key) for key, text in sentences()])
def test_a_sentence_uses_the_same_values_in_every_language(key: str, text: Text) -> None:
    used = {language: placeholders(text[language]) - _only_counted(text[language]) for language in LANGUAGES}
    assert len(set(used.values())) == 1, used


def test_every_sentence_asked_for_by_its_name_exists() -> None:
    known = {f"{name}.{key}" for name in text_names() for key in texts(name)}
    asked = {
        (str(path), node.args[0].value)
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] == "text"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and re.fullmatch(r"[a-z-]+\.[\w.-]+", node.args[0].value)
    }
    assert {one for one in asked if one[1] not in known} == set()


def _codes_given_to(name: str) -> Iterator[tuple[str, str]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == name and node.args):
                continue
            if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                yield str(path), node.args[0].value


@pytest.mark.parametrize(("call", "file"), [("Note", "notes"), ("Unreadable", "errors")])
def test_every_code_of_a_note_or_an_error_has_a_sentence_and_a_place_in_the_documentation(call: str, file: str) -> None:
    page = (REFERENCE / "codes.md").read_text("utf-8")
    for path, code in _codes_given_to(call):
        assert code in texts(file), f"{path}: {code} has no sentence in {file}.yaml"
        assert f"### `{code}`" in page


def _has_sentence(code: str) -> bool:
    file, _, key = code.rpartition(".")
    return any(key in texts(one) for one in ([file] if file else ["cli", "server"]) if one in text_names())


@pytest.mark.parametrize("call", ["Problem", "NotAllowed", "Conflict", "ServerProblem"])
def test_every_problem_has_a_sentence(call: str) -> None:
    assert [code for code in _codes_given_to(call) if not _has_sentence(code[1])] == []


def test_every_format_read_is_documented() -> None:
    from filrouge.cli.files import SUFFIXES

    page = (REFERENCE / "formats.md").read_text("utf-8")
    assert [suffix for suffix in sorted(SUFFIXES) if f"`{suffix}`" not in page] == []


def test_the_glossary_holds_every_term_in_four_languages() -> None:
    page = (REFERENCE / "glossary.md").read_text("utf-8")
    entries = re.split(r"^### ", page, flags=re.MULTILINE)[1:]
    assert len(entries) > 30
    for entry in entries:
        title, *lines = [line for line in entry.split("\n## ")[0].splitlines() if line.strip()]
        assert len(title.split(" · ")) == len(LANGUAGES), title
        assert [line[:5] for line in lines] == [f"- {language}:" for language in LANGUAGES], title
        assert all(len(line) > 15 for line in lines), title


def test_the_glossary_names_every_kind_of_statement() -> None:
    page = (REFERENCE / "glossary.md").read_text("utf-8")
    terms = {line.rsplit(" · ", 1)[-1] for line in page.splitlines() if line.startswith("### ")}
    assert {kind.replace("_", " ") for kind in ITEM_KINDS} <= terms


def _names(requirements: Iterator[str]) -> set[str]:
    return {re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0].lower().replace("_", "-") for line in requirements}


def test_the_pinned_libraries_are_those_that_the_package_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = [one for extra in project["project"]["optional-dependencies"].values() for one in extra]
    asked = {"core.txt": set[str](), "server.txt": _names(iter(extras)), "dev.txt": _names(iter(extras))}
    asked["dev.txt"] |= _names(one for one in project["dependency-groups"]["dev"] if isinstance(one, str))
    for file, more in asked.items():
        content = (ROOT / "requirements" / file).read_text("utf-8")
        pinned = _names(line for line in content.splitlines() if "==" in line)
        assert _names(iter(project["project"]["dependencies"])) | more <= pinned, "run `make refresh`"
        assert content.count("==") <= content.count("--hash=sha256:"), f"{file} pins something without a hash"


def test_the_same_version_is_pinned_everywhere() -> None:
    pinned: dict[str, set[str]] = {}
    for file in (ROOT / "requirements").glob("*.txt"):
        for name, version in re.findall(r"^([\w.\[\]-]+)==(\S+)", file.read_text("utf-8"), re.MULTILINE):
            pinned.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in pinned.items() if len(versions) > 1} == {}


def _imported(folder: str) -> set[str]:
    """The names of the outside packages that the Python files of a folder import."""
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    ours = {"filrouge", "tests", "tools", "bench"} | {path.stem for path in (ROOT / "tests").iterdir()}
    return found - set(sys.stdlib_module_names) - ours


def _asked(names: list[str | dict[str, str]]) -> set[str]:
    plain = (re.split(r"[<>=\[]", one)[0] for one in names if isinstance(one, str))
    return {IMPORTED_AS.get(name, name.lower().replace("-", "_")) for name in plain}


def test_the_package_asks_for_what_it_imports_and_for_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    core = _asked(project["project"]["dependencies"])
    server = _asked(project["project"]["optional-dependencies"]["server"])
    assert _imported("filrouge") == core | server - NAMED_IN_SETTINGS
    groups = project["dependency-groups"]
    tools = _asked(groups["dev"]) | _asked(groups["catalogues"])
    assert _imported("tests") | _imported("tools") | _imported("bench") <= core | server | tools


def test_an_installed_package_holds_every_file_of_the_package(tmp_path: Path) -> None:
    """What is not Python (texts, frameworks, samples, styles) is forgotten easily, and missed only once installed."""
    ours = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "filrouge", tmp_path / "source" / "filrouge", ignore=ours)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path / "source")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*build, "--wheel-dir", str(tmp_path), str(tmp_path / "source")], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    files = (path for path in (ROOT / "filrouge").rglob("*") if path.is_file() and path.suffix not in {".pyc", ".po"})
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert {path.relative_to(ROOT).as_posix() for path in files} - held == set()
