# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How statements are given back."""

from collections.abc import Mapping, Sequence
from typing import Any

_BY_ID = ("mbox", "mbox_sha1sum", "openid", "account")


def by_ids(statement: Mapping[str, Any]) -> dict[str, Any]:
    """Return a statement in which people, activities and verbs are named by identifiers alone."""
    told = dict(statement)
    for name in ("actor", "authority"):
        if name in told:
            told[name] = _person(told[name])
    told["verb"] = {"id": told["verb"]["id"]}
    told["object"] = _target(told["object"])
    context = dict(told.get("context", {}))
    for name in ("instructor", "team"):
        if name in context:
            context[name] = _person(context[name])
    around = context.get("contextActivities")
    if around:
        context["contextActivities"] = {
            name: [{"id": one["id"]} for one in some] for name, some in around.items()
        }
    return told | ({"context": context} if context else {})


def _target(target: Mapping[str, Any]) -> dict[str, Any]:
    kind = target.get("objectType", "Activity")
    if kind == "Activity":
        return (
            {"objectType": kind, "id": target["id"]}
            if "objectType" in target
            else {"id": target["id"]}
        )
    if kind == "SubStatement":
        return by_ids(target)
    return dict(target) if kind == "StatementRef" else _person(target)


def _person(person: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: person[name] for name in ("objectType", *_BY_ID) if name in person}
    members: Sequence[Mapping[str, Any]] = person.get("member", ())
    if members and not any(name in person for name in _BY_ID):
        kept["member"] = [_person(one) for one in members]
    return kept
