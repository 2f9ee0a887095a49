# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of xAPI as data: IEEE 9274.1.1-2023 (2.0) and the community's 1.0.3, part 2."""

from typing import Any

from jobunivers.science.xapi import values
from jobunivers.science.xapi.rules import (
    Rule,
    Shape,
    Wrong,
    add,
    duration,
    each,
    extensions,
    inside,
    iri,
    language,
    language_map,
    number,
    one_of,
    one_or_each,
    scaled,
    size,
    text,
    timestamp,
    truth,
    uuid,
    written,
)

VOIDED = "http://adlnet.gov/expapi/verbs/voided"
IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
_INTERACTIONS = (
    "true-false", "choice", "fill-in", "long-fill-in", "matching",
    "performance", "sequencing", "likert", "numeric", "other",
)  # fmt: skip
_COMPONENTS = ("choices", "scale", "source", "target", "steps")
_OF_TWO = 2  # an authority that is a group: the program and who uses it


def _identified(value: Any, place: str, wrong: Wrong) -> None:
    if sum(name in value for name in IDENTIFIERS) != 1:
        add(wrong, place, "identifier")


def _identified_or_with_members(value: Any, place: str, wrong: Wrong) -> None:
    known = sum(name in value for name in IDENTIFIERS)
    if known > 1:
        add(wrong, place, "identifier")
    elif not known and not value.get("member"):
        add(wrong, inside(place, "member"), "missing")


ACCOUNT = Shape({"homePage": iri, "name": text}, needed=("homePage", "name"))
_WHO: dict[str, Rule] = {
    "name": text,
    "mbox": written(values.is_mailto, "mailto"),
    "mbox_sha1sum": written(values.is_sha1, "sha1"),
    "openid": iri,
    "account": ACCOUNT,
}
AGENT = Shape({"objectType": one_of("Agent"), **_WHO}, also=(_identified,))
GROUP = Shape(
    {"objectType": one_of("Group"), **_WHO, "member": each(AGENT)},
    needed=("objectType",),
    also=(_identified_or_with_members,),
)


def who(value: Any, place: str, wrong: Wrong) -> None:
    """Look at an agent or a group."""
    group = isinstance(value, dict) and value.get("objectType") == "Group"
    (GROUP if group else AGENT)(value, place, wrong)


def authority(value: Any, place: str, wrong: Wrong) -> None:
    """Look at who vouches for a statement: an agent, or a program together with its user."""
    before = len(wrong)
    who(value, place, wrong)
    if len(wrong) == before and value.get("objectType") == "Group":
        if any(name in value for name in IDENTIFIERS):
            add(wrong, place, "identifier")
        if len(value.get("member", ())) != _OF_TWO:
            add(wrong, inside(place, "member"), "range")


VERB = Shape({"id": iri, "display": language_map}, needed=("id",))
_COMPONENT = Shape({"id": text, "description": language_map}, needed=("id",))


def _components_are_different(value: Any, place: str, wrong: Wrong) -> None:
    for name in _COMPONENTS:
        ids = [one["id"] for one in value.get(name, ())]
        if len(set(ids)) != len(ids):
            add(wrong, inside(place, name), "same")


def _an_interaction_says_which(value: Any, place: str, wrong: Wrong) -> None:
    asked = ("correctResponsesPattern", *_COMPONENTS)
    if "interactionType" not in value and any(name in value for name in asked):
        add(wrong, inside(place, "interactionType"), "missing")


DEFINITION = Shape(
    {
        "name": language_map,
        "description": language_map,
        "type": iri,
        "moreInfo": iri,
        "extensions": extensions,
        "interactionType": one_of(*_INTERACTIONS),
        "correctResponsesPattern": each(text),
        **{name: each(_COMPONENT) for name in _COMPONENTS},
    },
    also=(_an_interaction_says_which, _components_are_different),
)
ACTIVITY = Shape(
    {"objectType": one_of("Activity"), "id": iri, "definition": DEFINITION}, needed=("id",)
)
REFERENCE = Shape({"objectType": one_of("StatementRef"), "id": uuid}, needed=("objectType", "id"))


def _lowest_and_highest(value: Any, place: str, wrong: Wrong) -> None:
    low, raw, high = (value.get(name) for name in ("min", "raw", "max"))
    said = [one for one in (low, raw, high) if one is not None]
    if said != sorted(said) or (low is not None and low == high):
        add(wrong, place, "range")


SCORE = Shape(
    {"scaled": scaled, "raw": number, "min": number, "max": number}, also=(_lowest_and_highest,)
)
RESULT = Shape(
    {
        "score": SCORE,
        "success": truth,
        "completion": truth,
        "response": text,
        "duration": duration,
        "extensions": extensions,
    }
)
_AROUND = one_or_each(ACTIVITY)
_CONTEXT: dict[str, Rule] = {
    "registration": uuid,
    "instructor": who,
    "team": GROUP,
    "contextActivities": Shape(dict.fromkeys(("parent", "grouping", "category", "other"), _AROUND)),
    "revision": text,
    "platform": text,
    "language": language,
    "statement": REFERENCE,
    "extensions": extensions,
}
_TYPES = each(iri, at_least=1)
_AGENTS: dict[str, Rule] = {
    "contextAgents": each(
        Shape(
            {"objectType": one_of("contextAgent"), "agent": AGENT, "relevantTypes": _TYPES},
            needed=("objectType", "agent"),
        )
    ),
    "contextGroups": each(
        Shape(
            {"objectType": one_of("contextGroup"), "group": GROUP, "relevantTypes": _TYPES},
            needed=("objectType", "group"),
        )
    ),
}
ATTACHMENT = Shape(
    {
        "usageType": iri,
        "display": language_map,
        "description": language_map,
        "contentType": written(values.is_media_type, "media_type"),
        "length": size,
        "sha2": written(values.is_sha2, "sha2"),
        "fileUrl": iri,
    },
    needed=("usageType", "display", "contentType", "length", "sha2"),
)


def _of_an_activity_alone(value: Any, place: str, wrong: Wrong) -> None:
    if value["object"].get("objectType", "Activity") == "Activity":
        return
    for name in ("revision", "platform"):
        if name in value.get("context", {}):
            add(wrong, inside(inside(place, "context"), name), "object")


def _voids_a_statement(value: Any, place: str, wrong: Wrong) -> None:
    if value["verb"]["id"] == VOIDED and value["object"].get("objectType") != "StatementRef":
        add(wrong, inside(place, "object"), "object")


_OBJECTS: dict[str, Rule] = {
    "Activity": ACTIVITY,
    "Agent": AGENT,
    "Group": GROUP,
    "StatementRef": REFERENCE,
}


def _object(others: dict[str, Rule]) -> Rule:
    known = {**_OBJECTS, **others}

    def look(value: Any, place: str, wrong: Wrong) -> None:
        kind = value.get("objectType", "Activity") if isinstance(value, dict) else "Activity"
        rule = known.get(kind) if isinstance(kind, str) else None
        if rule is None:
            add(wrong, inside(place, "objectType"), "choice")
        else:
            rule(value, place, wrong)

    return look


def _never(value: Any, place: str, wrong: Wrong) -> None:  # noqa: ARG001 - it is not looked at
    add(wrong, place, "nested")


def statement_of(spoken: str) -> Shape:
    """Return the shape of a statement where "1.0" or "2.0" is spoken."""
    context = Shape(_CONTEXT | (_AGENTS if spoken == "2.0" else {}))
    shared: dict[str, Rule] = {
        "actor": who,
        "verb": VERB,
        "result": RESULT,
        "context": context,
        "timestamp": timestamp,
        "attachments": each(ATTACHMENT),
    }
    needed, also = ("actor", "verb", "object"), (_of_an_activity_alone, _voids_a_statement)
    part = Shape(
        {
            **shared,
            "objectType": one_of("SubStatement"),
            "object": _object({"SubStatement": _never}),
        },
        needed=("objectType", *needed),
        also=also,
    )
    return Shape(
        {
            **shared,
            "id": uuid,
            "object": _object({"SubStatement": part}),
            "stored": timestamp,
            "authority": authority,
            "version": written(lambda said: values.is_version(said, spoken), "version"),
        },
        needed=needed,
        also=also,
    )
