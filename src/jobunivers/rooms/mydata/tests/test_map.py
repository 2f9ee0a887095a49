# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What Mine data needs of every model that is mapped."""

from collections.abc import Iterator

from django.db import models

from jobunivers.foundation import datamap
from jobunivers.foundation.datamap import About, Holding
from jobunivers.rooms.mydata.actions import erasures

# There are never many of them: they live for minutes, to the end of a batch, or while it is open.
FEW = {
    "launching.AccessToken",
    "launching.LoginCode",
    "launching.LtiLaunch",
    "retention.Hold",
    "retention.Member",
}


def _is_led(model: type[models.Model], column: str) -> bool:
    """Say whether rows of a column's value are found by an index of the kommune."""
    meta = model._meta
    field = next(one for one in meta.concrete_fields if column in {one.name, one.attname})
    if field.primary_key or field.unique or getattr(field, "db_index", False):
        return True
    indexed = [tuple(one.fields) for one in meta.indexes if one.condition is None]
    indexed += [
        tuple(one.fields)
        for one in meta.constraints
        if isinstance(one, models.UniqueConstraint) and one.condition is None
    ]
    first = [[name.lstrip("-") for name in names if name != "municipality"] for names in indexed]
    return any(names[:1] in ([field.name], [field.attname]) for names in first)


def _ways(holding: Holding) -> Iterator[tuple[type[models.Model], str]]:
    model = holding.model
    *joins, last = holding.subject.split("__")
    for name in joins:
        yield model, name
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]
    yield model, last


def test_every_kind_of_a_citizens_data_is_found_by_an_index() -> None:
    slow = [
        holding.label
        for holding in datamap.holdings_about(About.CITIZEN)
        if holding.label not in FEW and not all(_is_led(*way) for way in _ways(holding))
    ]

    assert slow == [], "counting these would read a whole kommune"


def test_what_she_wrote_for_herself_she_can_delete() -> None:
    offered = {label for one in erasures() for label in one.labels}

    kept = [
        holding.label
        for holding in datamap.holdings_about(About.CITIZEN)
        if holding.purpose == "own" and not holding.hers and holding.label not in offered
    ]

    assert kept == []


def test_what_may_be_deleted_is_mapped_and_named_once() -> None:
    codes = [one.code for one in erasures()]

    assert len(codes) == len(set(codes)) > 0
    for one in erasures():
        for label in one.labels:
            assert datamap.holding(label).about is About.CITIZEN
