"""XML from a stranger: no document type, no entity, no network, no endless depth."""

from __future__ import annotations

from lxml import etree

from filrouge.formats.readers.limits import Unreadable

Element = etree._Element
_TYPE = "<!DOCTYPE"


def parse_xml(data: bytes) -> Element:
    """The root of an XML part.

    Raises :class:`Unreadable`: ``external-entity`` for any document type declaration (office formats have none, and it
    is what every entity attack needs), ``too-deep`` past 256 levels, ``damaged`` when it is not well-formed.
    """
    if _declares_type(data):
        raise Unreadable("external-entity")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("too-deep" if "xcessive depth" in str(error) else "damaged") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("external-entity")
    return root


def _declares_type(data: bytes) -> bool:
    if _TYPE.encode() in data:
        return True
    return b"\x00" in data[:64] and any(_TYPE.encode(name) in data for name in ("utf-16-le", "utf-16-be"))


def names(prefix_to_uri: dict[str, str]) -> dict[str, str]:
    """A table from ``prefix:`` to ``{uri}``, for :func:`tag`."""
    return {prefix: "{" + uri + "}" for prefix, uri in prefix_to_uri.items()}
