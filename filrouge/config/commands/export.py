"""``filrouge export``: a stored document as a file."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from filrouge.cli.files import deliver
from filrouge.cli.language import chosen
from filrouge.config.commands.import_files import acting
from filrouge.config.connections import holding
from filrouge.config.loading import load, need_schema
from filrouge.config.problems import ServerProblem


def run(
    document: str, format: str, output: Path | None, account: str | None, part: str | None, lang: str | None
) -> int:
    """Write the document; without ``output`` to a file of its own name in the folder where one is."""
    language = chosen(lang)
    with holding():
        load()
        need_schema()
        from filrouge.apps.common.problems import Problem
        from filrouge.apps.exchange.services import giving

        stored, user = _asked(document, account)
        spoken = tuple(dict.fromkeys((stored.language, *stored.languages)))
        wish = giving.Wish(format, language, spoken, part or "")
        try:
            file = giving.give_now(user, stored, wish)
        except Problem as problem:
            raise ServerProblem("not-exported", why=problem.sentence(language)) from None
    deliver(file.data, output or Path(file.name))
    return 0


def _asked(key: str, account: str | None) -> tuple[Any, Any]:
    """The document with this id, as far as the account may see it. Raises ServerProblem."""
    from filrouge.apps.documents.models import Document
    from filrouge.apps.documents.selectors import documents_for

    try:
        id = uuid.UUID(key.rstrip("/").rsplit("/", 1)[-1])
    except ValueError:
        raise ServerProblem("no-document", given=key) from None
    stored = Document.objects.filter(pk=id).select_related("entity").first()
    if stored is None:
        raise ServerProblem("no-document", given=key)
    _, user = acting(stored.entity.code, account, "export")
    seen = documents_for(user).filter(pk=id).first()
    if seen is None:
        raise ServerProblem("no-document", given=key)
    return seen, user
