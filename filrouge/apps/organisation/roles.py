"""The one table that says what each role may do. Everything asks it: policies, pages, and the page that shows it."""

from __future__ import annotations

#: What may be done, in the order in which the table is shown.
ACTIONS = (
    "see",  # what is adopted or ended, and the entity's registers
    "see_proposed",  # what is put before an authority
    "see_draft",  # what is still being written
    "edit",  # documents, objectives, actions, registers
    "contribute",  # the actions and objectives that one's own unit answers for
    "waive",  # set a finding aside, with a reason
    "import",  # bring a file in
    "export",  # take a file out
    "record",  # acts: adoption, approval, copy; a new version
    "audit",  # who changed what
    "people",  # roles and invitations
    "entity",  # the entity itself, its units, its Word templates
)

_READING = frozenset({"see", "export"})
_WRITING = frozenset({"see", "see_proposed", "see_draft", "edit", "contribute", "waive", "import", "export", "audit"})

#: role → what it may do in its entity. No evaluator, inspector or authority edits the text that is judged.
ROLES: dict[str, frozenset[str]] = {
    "mandate_holder": _WRITING | {"record"},
    "policy_adviser": _WRITING | {"record", "entity"},
    "contributor": frozenset({"see", "see_proposed", "see_draft", "contribute", "export"}),
    "authority": _READING | {"see_proposed", "record"},
    "inspector": _READING | {"audit"},
    "evaluator": _READING | {"see_proposed"},
    "reader": frozenset({"see"}),
    "administrator": frozenset({"see", "audit", "people", "entity"}),
}

#: Roles that hold in the entities below theirs too: those who compare many, and those who keep the installation.
INHERITED = frozenset({"inspector", "administrator"})

#: What is read and changes nothing: of a role in a successor this much holds in its predecessors.
READING = frozenset({"see", "see_proposed", "see_draft", "export", "audit"})
