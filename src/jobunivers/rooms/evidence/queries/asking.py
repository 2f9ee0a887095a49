# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a request for statements asks for (1.0.3, part 3, 2.1.3; 2.0, 4.1.6)."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jobunivers.rooms.evidence.queries.statements import MOST_AT_ONCE, Wanted
from jobunivers.science import xapi

_OF_MANY = frozenset(
    {
        "agent", "verb", "activity", "registration", "since", "until", "limit", "ascending",
        "related_activities", "related_agents",
    }
)  # fmt: skip
_ALWAYS = frozenset({"format", "attachments"})
CURSOR = "efter"  # ours: where the rest of an answer begins
_LONGEST = 8_000


class NotAsked(Exception):  # noqa: N818 - it reads as what is wrong
    """A request that asks for nothing that can be answered: its HTTP status, and why."""

    def __init__(self, why: str, *, status: int = 400) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One statement, or those that fit.

    Attributes:
        one: the identifier of the statement that is asked for; None: many are.
        voided: it is asked for as one that was taken back.
        account: (homePage, name) of whom they are about; ("", "") for somebody who has no
            account, None for anybody.
        ids: in the answer things are named by their identifiers alone.
    """

    one: uuid.UUID | None
    voided: bool
    wanted: Wanted
    account: tuple[str, str] | None
    limit: int
    ids: bool


def asked(sent: Mapping[str, str]) -> Asked:
    """Read a request.

    Raises:
        NotAsked: a parameter is not known, does not go with another, or is wrong.
    """
    if unknown := set(sent) - _OF_MANY - _ALWAYS - {"statementId", "voidedStatementId", CURSOR}:
        raise NotAsked(f"no such parameter: {min(unknown)[:40]}")
    if any(len(value) > _LONGEST or "\0" in value for value in sent.values()):
        raise NotAsked("a parameter is too long or not text")
    form = sent.get("format", "exact")
    if form == "canonical" or _truth(sent, "attachments"):
        raise NotAsked("format=canonical and attachments=true are not kept here", status=501)
    if form not in {"exact", "ids"}:
        raise NotAsked("format must be exact or ids")
    single = {"statementId", "voidedStatementId"} & set(sent)
    if single and (len(single) > 1 or set(sent) - _ALWAYS - single):
        raise NotAsked("statementId and voidedStatementId stand alone")
    name = next(iter(single), "")
    return Asked(
        one=_uuid(sent, name) if name else None,
        voided=name == "voidedStatementId",
        wanted=Wanted() if name else _wanted(sent),
        account=_account(sent["agent"]) if "agent" in sent else None,
        limit=_limit(sent.get("limit", "0")),
        ids=form == "ids",
    )


def _wanted(sent: Mapping[str, str]) -> Wanted:
    if _truth(sent, "related_activities") or _truth(sent, "related_agents"):
        raise NotAsked("related_activities and related_agents are not kept here", status=501)
    for name in ("verb", "activity"):
        if name in sent and not xapi.is_iri(sent[name]):
            raise NotAsked(f"{name} must be an IRI")
    return Wanted(
        verb=sent.get("verb", ""),
        activity=sent.get("activity", ""),
        registration=_uuid(sent, "registration") if "registration" in sent else None,
        since=_moment(sent, "since"),
        until=_moment(sent, "until"),
        ascending=_truth(sent, "ascending"),
        after=_cursor(sent[CURSOR]) if CURSOR in sent else None,
    )


def _account(text: str) -> tuple[str, str]:
    try:
        agent: Any = xapi.read(text.encode("utf-8", "surrogatepass"))
    except xapi.Unreadable as wrong:
        raise NotAsked(f"agent: {wrong.problem.words}") from wrong
    if wrongs := xapi.check_person(agent):
        raise NotAsked(f"agent: {wrongs[0].words}")
    account = agent.get("account", {"homePage": "", "name": ""})
    return account["homePage"], account["name"]


def _uuid(sent: Mapping[str, str], name: str) -> uuid.UUID:
    if not xapi.is_uuid(sent[name]):
        raise NotAsked(f"{name} must be a UUID")
    return uuid.UUID(sent[name])


def _moment(sent: Mapping[str, str], name: str) -> datetime | None:
    if name not in sent:
        return None
    found = xapi.moment(sent[name])
    if found is None:
        raise NotAsked(f"{name} must be a timestamp (a + in an address is written %2B)")
    return found


def _truth(sent: Mapping[str, str], name: str) -> bool:
    value = sent.get(name, "false")
    if value not in {"true", "false"}:
        raise NotAsked(f"{name} must be true or false")
    return value == "true"


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004 - digits
        raise NotAsked("limit must be a number, 0 for as many as we give at once")
    return min(int(text) or MOST_AT_ONCE, MOST_AT_ONCE)


def _cursor(text: str) -> tuple[datetime, int]:
    stamp, _mark, row = text.rpartition("~")
    try:
        at, pk = datetime.fromisoformat(stamp), int(row) if row.isascii() and row.isdigit() else -1
    except ValueError:
        at, pk = None, -1
    if at is None or at.tzinfo is None or not 0 <= pk < 2**63:
        raise NotAsked(f"{CURSOR} is not one of ours")
    return at, pk


def cursor_of(at: datetime, pk: int) -> str:
    """Return where an answer goes on after a statement."""
    return f"{at.isoformat()}~{pk}"
