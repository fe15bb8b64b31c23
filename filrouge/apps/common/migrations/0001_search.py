"""The dictionaries of search: each language's inflection, without accents."""

from __future__ import annotations

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

_STEMS = {"fr": "french", "nl": "dutch", "de": "german", "en": "english"}


def _made(language: str, name: str) -> migrations.RunSQL:
    kinds = "hword, hword_part, word"
    return migrations.RunSQL(
        f"CREATE TEXT SEARCH CONFIGURATION filrouge_{language} (COPY = {name}); "
        f"ALTER TEXT SEARCH CONFIGURATION filrouge_{language} "
        f"ALTER MAPPING FOR {kinds} WITH unaccent, {name}_stem;",
        f"DROP TEXT SEARCH CONFIGURATION filrouge_{language};",
    )


class Migration(migrations.Migration):
    initial = True
    operations = (
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        *(_made(language, name) for language, name in _STEMS.items()),
    )
