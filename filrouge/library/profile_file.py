"""The checklist of an entity's profile from YAML, ``profile/checklist.yaml``::

source: where the points come from
groups:
  - id: territory
    title: {fr: …, nl: …, de: …, en: …}
    questions:
      - id: area                      # kept with the answer: never changed, never given to another question
        title: {…}                    # short, the name of the point
        question: {…}                 # one sentence, in our words
        section: societal-context     # the section of a framework in which the answer is used
        months: 12                    # after which an answer is to be looked at again
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from filrouge.domain.model import Text
from filrouge.library.errors import ROOT, Fault
from filrouge.library.fields import Fields
from filrouge.library.framework_file import framework
from filrouge.library.yaml_file import Value, load

#: The framework whose sections the checklist points to.
KIND = "mission-letter"


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """A question about an entity; ``section`` is the framework's section that its answer serves, ``months`` how long
    an answer holds."""

    id: str
    title: Text
    question: Text
    section: str
    months: int


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """Questions about one matter."""

    id: str
    title: Text
    questions: tuple[ProfileQuestion, ...]


@dataclass(frozen=True)
class Profile:
    """The whole checklist."""

    source: Text
    groups: tuple[ProfileGroup, ...]

    @cached_property
    def questions(self) -> dict[str, ProfileQuestion]:
        """Every question by its id, in the order of the checklist."""
        return {question.id: question for group in self.groups for question in group.questions}


@cache
def profile() -> Profile:
    """The installed checklist. Raises LibraryError."""
    return load_profile(ROOT / "profile" / "checklist.yaml")


def load_profile(file: Path) -> Profile:
    """A checklist from any file of that shape. Raises LibraryError with file and line."""
    return load(file, _profile)


def _profile(value: Value) -> Profile:
    top = Fields(value)
    top.only("source", "groups")
    seen: set[str] = set()
    groups = tuple(_group(Fields(member, at), seen) for at, member in top.items("groups", required=True))
    return Profile(top.text("source"), groups)


def _group(fields: Fields, seen: set[str]) -> ProfileGroup:
    fields.only("id", "title", "questions")
    questions = tuple(_question(Fields(member, at), seen) for at, member in fields.items("questions", required=True))
    return ProfileGroup(fields.string("id"), fields.text("title"), questions)


def _question(fields: Fields, seen: set[str]) -> ProfileQuestion:
    fields.only("id", "title", "question", "section", "months")
    name = fields.string("id")
    if name in seen:
        raise Fault((*fields.at, "id"), f"the question {name!r} stands there twice")
    seen.add(name)
    section = fields.one_of("section", tuple(framework(KIND).sections_by_id))
    return ProfileQuestion(name, fields.text("title"), fields.text("question"), section, fields.integer("months"))
