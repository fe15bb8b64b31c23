"""The words of every part of a document, kept in the index of search by triggers: in the same transaction as the change,
for the changed parts alone, whichever way the change came."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import migrations

#: Every string of a structured part, but those that are its title, its kind and its number.
_CONTENT = """(
  SELECT string_agg(word #>> '{}', ' ') FROM jsonb_path_query(
    part.content - 'title' - 'text' - 'kind' - 'number', 'strict $.** ? (@.type() == "string")') word
)"""
_SAID = "part.deadline, part.quantity, array_to_string(part.owners, ' ')"


@dataclass(frozen=True)
class _Source:
    """A table whose rows have words: what is their title and their text (objects by language), the number before the
    title, and what stands in every language alike."""

    table: str
    kind: str
    titles: str
    texts: str = "'{}'::jsonb"
    number: str = "''"
    alike: str = "''"
    document: str = "part.document_id"


_SOURCES = (
    _Source(
        "documents_document",
        "'document'",
        "part.title",
        alike="array_to_string(part.legal_basis, ' ')",
        document="part.id",
    ),
    _Source("documents_section", "'section'", "part.title", "part.body", "part.number"),
    _Source(
        "documents_block",
        "part.kind",
        "coalesce(part.content -> 'title', part.content -> 'text', '{}'::jsonb)",
        number="coalesce(part.content ->> 'number', '')",
        alike=_CONTENT,
    ),
    _Source(
        "objectives_objective",
        "'objective'",
        "part.text",
        "part.details",
        "part.number",
        f"concat_ws(' ', {_SAID}, part.baseline, array_to_string(part.stakeholders, ' '))",
    ),
    _Source(
        "objectives_action", "'action'", "part.text", "part.details", "part.number", f"concat_ws(' ', {_SAID}, part.means)"
    ),
)

#: The words of restricted HTML, in which a ``<`` of the text is always written as an entity.
_PLAIN = r"""
CREATE FUNCTION filrouge_plain(html text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(regexp_replace(replace(replace(replace(replace(replace(
    regexp_replace(coalesce(html, ''), '<[^>]*>', ' ', 'g'),
    '&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&'), '\s+', ' ', 'g'))
$$
"""
_GONE = """
CREATE FUNCTION filrouge_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM common_searchentry entry USING changed WHERE entry.part_id = changed.id;
  RETURN NULL;
END $$
"""


def _said(source: _Source, rows: str) -> str:
    """The entries that these rows should have. What stands in no language stands in the document's main one."""
    return f"""
    SELECT part.id AS part_id, part.entity_id, {source.document} AS document_id, {source.kind} AS kind, one.language,
      btrim(concat_ws(' ', {source.number}, filrouge_plain(words.titles ->> one.language))) AS title,
      btrim(concat_ws(' ', filrouge_plain(words.texts ->> one.language), {source.alike})) AS text
    FROM {rows} part
    JOIN documents_document document ON document.id = {source.document}
    CROSS JOIN LATERAL (SELECT {source.titles} AS titles, {source.texts} AS texts) words
    CROSS JOIN LATERAL unnest(ARRAY['fr', 'nl', 'de', 'en']) one(language)
    WHERE words.titles ? one.language OR words.texts ? one.language
      OR (words.titles = '{{}}'::jsonb AND words.texts = '{{}}'::jsonb AND one.language = document.language)
    """


def _stored(source: _Source, rows: str) -> str:
    return f"""
    INSERT INTO common_searchentry AS entry (part_id, entity_id, document_id, kind, language, title, text, plain)
    SELECT part_id, entity_id, document_id, kind, language, title, text, '' FROM ({_said(source, rows)}) said
    WHERE title <> '' OR text <> ''
    ON CONFLICT (part_id, language) DO UPDATE SET kind = EXCLUDED.kind, title = EXCLUDED.title, text = EXCLUDED.text
    WHERE (entry.kind, entry.title, entry.text) IS DISTINCT FROM (EXCLUDED.kind, EXCLUDED.title, EXCLUDED.text)
    """


def _made(source: _Source) -> migrations.RunSQL:
    table, name = source.table, f"filrouge_find_{source.table}"
    function = f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      {_stored(source, "changed")};
      DELETE FROM common_searchentry entry USING changed WHERE entry.part_id = changed.id AND NOT EXISTS (
        SELECT FROM ({_said(source, "changed")}) said WHERE said.part_id = entry.part_id
          AND said.language = entry.language AND (said.title <> '' OR said.text <> ''));
      RETURN NULL;
    END $$
    """
    triggers = [
        f"CREATE TRIGGER {table}_{event} AFTER {event} ON {table} REFERENCING {version} TABLE AS changed "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {called}()"
        for event, version, called in (
            ("insert", "NEW", name),
            ("update", "NEW", name),
            ("delete", "OLD", "filrouge_forget"),
        )
    ]
    undone = [f"DROP TRIGGER {table}_{event} ON {table}" for event in ("insert", "update", "delete")]
    return migrations.RunSQL(
        [function, *triggers, _stored(source, table)],
        [*undone, f"DROP FUNCTION {name}()", "DELETE FROM common_searchentry"],
    )


class Migration(migrations.Migration):
    dependencies = (
        ("coherence", "0002_initial"),
        ("common", "0003_plain_words"),
        ("documents", "0003_acts_without_a_day"),
        ("objectives", "0002_initial"),
    )

    operations = (
        migrations.RunSQL([_PLAIN], ["DROP FUNCTION filrouge_plain(text)"]),
        migrations.RunSQL([_GONE], ["DROP FUNCTION filrouge_forget()"]),
        *(_made(source) for source in _SOURCES),
    )
