# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walking in a tree of XML or JSON that anybody may have written."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from jobunivers.integrations.profiles.records import MOST, Unreadable

Json = Mapping[str, object]


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML document that keeps to itself.

    Raises:
        Unreadable: it is no XML, or it has entities or a document type of its own.
    """
    if b"<!ENTITY" in data:
        raise Unreadable("unsafe")  # the parser refuses them as well; this says it plainly
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable("broken") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("unsafe")
    return root


def name_of(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def below(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Return the elements of that path, whatever their namespaces, at most `MOST`."""
    if not names:
        yield element
        return
    count = 0
    for child in element:
        if name_of(child) == names[0] and count < MOST:
            count += 1
            yield from below(child, *names[1:])


def text_of(element: etree._Element) -> str:
    """Return the text of an element and of what is in it."""
    return "".join(str(part) for part in element.itertext()).strip()


def text_at(element: etree._Element, *names: str) -> str:
    """Return the text of the first element of that path that has some."""
    for found in below(element, *names):
        if text := text_of(found):
            return text
    return ""


def attribute_at(element: etree._Element, attribute: str, *names: str) -> str:
    """Return an attribute of the first element of that path."""
    return next((str(found.get(attribute) or "") for found in below(element, *names)), "")


def child_of(value: object, *names: str) -> object:
    """Return what lies at a path in JSON; None when nothing does. Case does not matter."""
    for name in names:
        if not isinstance(value, Mapping):
            return None
        found = {str(key).casefold(): inner for key, inner in value.items()}
        value = found.get(name.casefold())
    return value


def objects(value: object, *names: str) -> list[Json]:
    """Return the objects of a list in JSON, at most `MOST`; one alone is a list of one."""
    found = child_of(value, *names)
    if isinstance(found, Mapping):
        return [found]
    if not isinstance(found, Sequence) or isinstance(found, str | bytes):
        return []
    return [one for one in found[:MOST] if isinstance(one, Mapping)]


def values(value: object, *names: str) -> list[object]:
    """Return a list in JSON, at most `MOST` of it; a text alone is a list of one."""
    found = child_of(value, *names)
    if isinstance(found, str):
        return [found]
    if isinstance(found, Sequence) and not isinstance(found, bytes):
        return list(found[:MOST])
    return []
