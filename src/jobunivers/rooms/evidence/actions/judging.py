# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what is told may be told: about whom, by whom, and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from jobunivers.rooms.evidence.queries.words import words_of
from jobunivers.rooms.launching.queries import Known, known_by
from jobunivers.rooms.marketplace.queries import Offer, OfferUse
from jobunivers.science.xapi import moment

OLDEST = timedelta(days=366)
CLOCKS_DIFFER = timedelta(minutes=5)
_FORBIDDEN = frozenset({"issuer", "stranger", "not_started", "taken_back"})
_BY_OTHER_MEANS = ("mbox", "mbox_sha1sum", "openid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends, proven by a key.

    Attributes:
        issuer: the homePage of every account of the kommune.
        page: our page of the offer: one of the names of the solution as a whole.
    """

    offer: Offer
    issuer: str
    page: str

    def means_the_whole(self, activity: str) -> bool:
        """Say whether an activity is the solution itself: our page of it, or its own address."""
        own = self.offer.current.url if self.offer.current else ""
        return activity.rstrip("/") in {self.page.rstrip("/"), own.rstrip("/")} - {""}


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong with a request: in which statement, where in it, and what."""

    index: int
    place: str
    code: str

    @property
    def words(self) -> str:
        """Return it in English, for whoever programs against the interface."""
        return f"{self.place or 'the statement'}: {words_of(self.code)}"


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """Nothing of a request is stored: its HTTP status, and what is wrong."""

    def __init__(self, status: int, wrongs: Sequence[Wrong]) -> None:
        super().__init__(status, list(wrongs))
        self.status = status
        self.wrongs = tuple(wrongs)


def citizens_of(
    statements: Sequence[Mapping[str, Any]], *, sender: Sender, at: datetime
) -> list[int]:
    """Return the citizen each right statement is about.

    Raises:
        Refused: one is about somebody who is not this vendor's to tell of, or not of this time.
    """
    subjects = {_subject(one) for one in statements} - {""}
    known = _known(subjects, sender)
    started = _started({one.citizen_id for one in known.values()}, sender)
    wrongs = [
        Wrong(index, place, code)
        for index, one in enumerate(statements)
        for place, code in _wrongs(one, sender=sender, known=known, started=started, at=at)
    ]
    if wrongs:
        hers = all(wrong.code in _FORBIDDEN for wrong in wrongs)
        raise Refused(403 if hers else 400, wrongs)
    return [known[_subject(one)].citizen_id for one in statements]


def _known(subjects: set[str], sender: Sender) -> dict[str, Known]:
    if not subjects or sender.offer.vendor_id is None:
        return {}
    return known_by(subjects=subjects, vendor_id=sender.offer.vendor_id, offer_id=sender.offer.pk)


def _started(citizens: set[int], sender: Sender) -> dict[int, datetime]:
    rows = OfferUse.objects.filter(offer_id=sender.offer.pk, citizen_id__in=citizens)
    return dict(rows.order_by("pk").values_list("citizen_id", "started_at"))


def _subject(statement: Mapping[str, Any]) -> str:
    return str(statement["actor"].get("account", {}).get("name", ""))


def _wrongs(
    statement: Mapping[str, Any],
    *,
    sender: Sender,
    known: Mapping[str, Known],
    started: Mapping[int, datetime],
    at: datetime,
) -> Iterator[tuple[str, str]]:
    if code := _of_her(statement, sender=sender, known=known, started=started):
        yield "actor", code
        return
    begun = started[known[_subject(statement)].citizen_id]
    if code := _of_its_time(statement, begun=begun, at=at):
        yield "timestamp", code
    for place, person in _others(statement):
        if any(name in person for name in _BY_OTHER_MEANS):
            yield place, "people"
    if any("fileUrl" not in one for one in _attachments(statement)):
        yield "attachments", "attachment"


def _of_her(
    statement: Mapping[str, Any],
    *,
    sender: Sender,
    known: Mapping[str, Known],
    started: Mapping[int, datetime],
) -> str:
    actor = statement["actor"]
    if "account" not in actor or actor.get("objectType") == "Group":
        return "account"
    if actor["account"]["homePage"] != sender.issuer:
        return "issuer"
    who = known.get(actor["account"]["name"])
    if who is None:
        return "stranger"
    if who.citizen_id not in started:
        return "not_started"
    return "" if who.agreed else "taken_back"


def _of_its_time(statement: Mapping[str, Any], *, begun: datetime, at: datetime) -> str:
    said = moment(statement["timestamp"]) if "timestamp" in statement else at
    if said is None or said > at + CLOCKS_DIFFER:
        return "future"
    if said < at - OLDEST:
        return "too_old"
    return "before_start" if said < begun - CLOCKS_DIFFER else ""


def _others(statement: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Find everybody a statement names besides its actor and who vouches for it."""
    target = statement["object"]
    if target.get("objectType") == "SubStatement":
        yield from _with_members("object.actor", target["actor"])
        for place, person in _others(target):
            yield f"object.{place}", person
    elif target.get("objectType") in {"Agent", "Group"}:
        yield from _with_members("object", target)
    context = statement.get("context", {})
    for name in ("instructor", "team"):
        if name in context:
            yield from _with_members(f"context.{name}", context[name])
    for one in context.get("contextAgents", ()):
        yield "context.contextAgents", one["agent"]
    for one in context.get("contextGroups", ()):
        yield from _with_members("context.contextGroups", one["group"])


def _with_members(place: str, person: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield place, person
    for one in person.get("member", ()):
        yield f"{place}.member", one


def _attachments(statement: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from statement.get("attachments", ())
    if statement["object"].get("objectType") == "SubStatement":
        yield from statement["object"].get("attachments", ())
