"""The JSON Schemas, by which an editor helps whoever writes a library file, accept and refuse what the loader does."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from filrouge import library

ROOT = Path(library.__file__).parent
KINDS = {"frameworks": "framework", "plans": "plan", "texts": "texts", "rules": "rules", "profile": "profile"}
FILES = [(file, KINDS[file.parent.name]) for folder in KINDS for file in sorted((ROOT / folder).glob("*.yaml"))]


def schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


def validator(name: str) -> Draft202012Validator:
    common = schema("common")
    registry: Registry[Any] = Registry().with_resource(common["$id"], Resource.from_contents(common))
    return Draft202012Validator(schema(name), registry=registry)


def content(file: Path) -> Any:
    """As JSON has it: the keys of a mapping are strings."""
    return json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("name", [*KINDS.values(), "common"])
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("file", "name"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_every_file_keeps_its_schema(file: Path, name: str) -> None:
    assert [error.message for error in validator(name).iter_errors(content(file))] == []


@pytest.mark.parametrize(("file", "name"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_a_schema_named_to_editors_is_the_right_one(file: Path, name: str) -> None:
    named = [
        line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("# yaml-language-server")
    ]
    assert named in ([], [f"# yaml-language-server: $schema=../schemas/{name}.schema.json"])


def test_a_schema_refuses_what_the_loader_refuses() -> None:
    good = content(ROOT / "frameworks" / "mission-letter.yaml")
    check = validator("framework")
    for spoil in (
        lambda made: made["title"].pop("de"),
        lambda made: made.pop("marks"),
        lambda made: made["marks"].update(nl=[]),
        lambda made: made["sections"][0].update(colour="red"),
        lambda made: made["levels"][0].update(forms=["bullets"]),
        lambda made: made["levels"][0].update(kind="deed"),
        lambda made: made.update(severities={"DOC101": "grave"}),
    ):
        made = copy.deepcopy(good)
        spoil(made)
        assert not check.is_valid(made)
