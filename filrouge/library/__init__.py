"""What Filrouge knows before it reads anything: frameworks, reference plans, and every sentence a person reads.

All of it is YAML under this folder, read when it is asked for and kept. Each string that a person reads stands in the
four languages of the interface (:data:`filrouge.domain.model.LANGUAGES`); a file that leaves one out is refused, and
every mistake in a file is a :class:`LibraryError` that names file and line. JSON Schemas of the same shapes, for
editors, are in ``schemas/``.

**A framework**, ``frameworks/KIND.yaml``: what a kind of document is made of
(:class:`~filrouge.domain.model.Framework`)::

    kind: mission-letter          # the name of the file
    version: 1
    title: {fr: …, nl: …, de: …, en: …}
    description: {fr: …, …}
    source: who made it, and whether it binds
    marks: {fr: [phrase, …], …}   # phrases typical of this kind, for detection
    sections:                     # in order; a section may hold sections
      - id: mandate               # our name for it, never shown
        number: "1"               # optional: as the framework prints it
        title: {…}
        guidance: {…}             # one or two sentences, in our words
        required: true            # optional, false unless said
        aliases: {fr: […], …}     # optional, any language: other titles seen for it
        source: EXODUS, art. 72   # optional
        sections: […]
    levels:                       # what it states, and how each level is recognised
      - kind: strategic_objective # one of ITEM_KINDS
        names: {fr: [singular, plural, synonym, …], …}
        forms: [label, lead_in]   # label, lead_in, heading, numbered, bulleted
        parent: priority          # optional: the kind it hangs under
        sections: [objectives]    # optional: where the forms hold; anywhere unless said
    parts:                        # optional: parts whose headings are numbered themes
      - {code: T, names: {…}}
    severities: {DOC101: info}    # optional: where this kind departs from the rule
    rules: [MAN101, …]            # optional
    prose: true                   # optional: authors bind themselves in running text too
    catalogue: integrity          # optional: the catalogue of instruments that goes with it

Two levels may share a ``kind`` when some forms hold anywhere and others only in some sections. A section that is
``required`` is there when it, or a section under it, is. ``number`` is given only where a published template prints it.

**A reference plan**, ``plans/SLUG.yaml`` (:class:`~filrouge.domain.model.ReferencePlan`)::

    framework: national-security-plan
    title: {…}
    abbreviation: PNS 2016-2019   # opens the pointer of each objective
    from: 2016
    until: 2019
    source: …
    themes:
      - code: P3
        title: {…}
        objectives: {1: {fr: …, …}, 2: {…}}   # official number: short label in our words
        headings:
          - {code: A, title: {…}, objectives: {…}}

**A catalogue of instruments**, ``catalogues/NAME/*.yaml``: see :mod:`filrouge.library.catalogue_file`.

**Sentences**, ``texts/NAME.yaml``: ``key: {fr: …, nl: …, de: …, en: …}`` with the placeholders that
:func:`filrouge.domain.coherence.messages.render` fills, asked for as ``text("NAME.key", language, count=3)``, or all of
a file as ``texts("NAME")``.

**Texts of the rules**, ``rules/*.yaml``, any number of rules in a file::

    DOC101: {title: {…}, message: {…}, why: {…}, mend: {…}, breaks: {…}, keeps: {…}}
"""

from filrouge.library.catalogue_file import catalogue, catalogues
from filrouge.library.errors import LibraryError, UnknownName
from filrouge.library.framework_file import framework, frameworks
from filrouge.library.plan_file import plan, plans
from filrouge.library.text_files import RuleText, rule_texts, text, texts

__all__ = [
    "LibraryError",
    "RuleText",
    "UnknownName",
    "catalogue",
    "catalogues",
    "framework",
    "frameworks",
    "plan",
    "plans",
    "rule_texts",
    "text",
    "texts",
]
