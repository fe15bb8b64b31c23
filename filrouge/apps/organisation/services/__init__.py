"""What may be done to entities, people, units and registers: each checks the right, changes and is recorded at once."""

from filrouge.apps.organisation.services.entities import create_entity, edit_entity, merge_entities
from filrouge.apps.organisation.services.people import (
    Invited,
    accept_invitation,
    close_account,
    end_role,
    erase_person,
    give_role,
    invite,
    join_by_invitation,
    mend_account,
    reopen_account,
    withdraw,
)
from filrouge.apps.organisation.services.registers import (
    add_stakeholder,
    add_stakeholders,
    answer_profile,
    edit_stakeholder,
    remove_stakeholder,
)
from filrouge.apps.organisation.services.units import (
    add_unit,
    add_unit_name,
    edit_unit,
    remove_unit,
    say_no_unit,
    unsay_no_unit,
)

__all__ = [
    "Invited",
    "accept_invitation",
    "add_stakeholder",
    "add_stakeholders",
    "add_unit",
    "add_unit_name",
    "answer_profile",
    "close_account",
    "create_entity",
    "edit_entity",
    "edit_stakeholder",
    "edit_unit",
    "end_role",
    "erase_person",
    "give_role",
    "invite",
    "join_by_invitation",
    "mend_account",
    "merge_entities",
    "remove_stakeholder",
    "remove_unit",
    "reopen_account",
    "say_no_unit",
    "unsay_no_unit",
    "withdraw",
]
