# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only way to a citizen for those who help her: with a reason, and written down.

Here, below the rooms, because several of them open a citizen, and she is asked for once a day.
Those whose citizen she is need no reason from themselves: that she is theirs is the reason, and
she reads it as every other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.sessions.backends.base import SessionBase
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from jobunivers.foundation.http import Request
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Person, Role
from jobunivers.trust.actions import known_protected, look
from jobunivers.trust.words import STAFF_REASONS

SESSION_REASONS = "casework_reasons"
Provider = Callable[[int, Sequence[int], date], Mapping[int, str]]
"""Member of staff, citizens, the day → those of them that are hers, with the reason's code."""

_providers: list[Provider] = []


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a member of staff looks at a citizen, in the words of trust and her own."""

    code: str
    note: str

    @property
    def words(self) -> str:
        """Return it as the member of staff reads it."""
        return str(STAFF_REASONS.get(self.code, self.code))


@dataclass(frozen=True, slots=True)
class Opened:
    """A citizen who was opened, and why."""

    person: Person
    reason: Reason

    @property
    def reason_words(self) -> str:
        """Return why as the member of staff reads it."""
        return self.reason.words


def provide_assigned(provider: Provider) -> None:
    """Say whose citizens need no reason, and by which code of `words.REASONS` it is logged.

    Said in a room's `apps.py`; the first provider that knows a citizen gives the reason.
    """
    if provider not in _providers:
        _providers.append(provider)


def assigned_among(staff_id: int, citizen_ids: Sequence[int], *, today: date) -> dict[int, str]:
    """Return those of these citizens that are the member of staff's own today, each with why."""
    found: dict[int, str] = {}
    for provider in _providers:
        left = [pk for pk in citizen_ids if pk not in found]
        if not left:
            break
        found.update(provider(staff_id, left, today))
    return found


def citizen_or_404(request: Request, pk: int) -> Person:
    """Return the name and id of a citizen. Those who help citizens of her kommune may.

    Nothing else of her may be shown: use `with_citizen` for that.
    """
    person = identity.person(pk=pk) if request.user.role in ADVISING else None
    if person is None or person.role != Role.CITIZEN:
        raise Http404
    return person


def mark_page(request: Request) -> None:
    """Let the page say that it is about a citizen whose name and address are kept back.

    `ui/page.html` shows it under the heading, so every page about her does.
    """
    marks: dict[str, str] = getattr(request, "page_marks", {})
    marks["protected"] = _("Beskyttet navn og adresse: sig og vis dem ikke til andre")
    request.page_marks = marks  # type: ignore[attr-defined]


def with_citizen(
    request: Request, pk: int, *, parts: Iterable[str], today: date, back: str = ""
) -> Opened | HttpResponseRedirect:
    """Return a citizen who may be shown, each part logged; else the way to the question why.

    Args:
        request: who asks.
        pk: the citizen; who is not of the kommune is 404.
        parts: what is shown of her (`words.PARTS`); none, for an act that shows nothing.
        today: the day in Denmark.
        back: where the question leads when it is answered. Without it: this page; after an act,
            which cannot be done again by itself, her own page.
    """
    citizen = citizen_or_404(request, pk)
    reason = reason_today(request, pk, today=today)
    if reason is None:
        here = request.get_full_path() if request.method in {"GET", "HEAD"} else ""
        return ask_why(pk, back=back or here)
    if citizen.is_protected:
        mark_page(request)
    for part in parts:
        look(
            request,
            citizen_id=pk,
            part=part,
            reason=reason.code,
            note=reason.note,
            protected=citizen.is_protected,
        )
    return Opened(citizen, reason)


def ask_why(pk: int, *, back: str = "") -> HttpResponseRedirect:
    """Lead to the question why, and from there to `back`."""
    address = reverse("casework:citizen_reason", args=[pk])
    return HttpResponseRedirect(f"{address}?{urlencode({'next': back})}" if back else address)


def reason_today(request: Request, pk: int, *, today: date) -> Reason | None:
    """Return the reason this member of staff gave for this citizen today, or that she is hers."""
    given = request.session.get(SESSION_REASONS, {}).get(str(pk))
    if given is not None and given["day"] == today.isoformat():
        return Reason(given["code"], given["note"])
    code = assigned_among(request.user.pk or 0, [pk], today=today).get(pk)
    return None if code is None else Reason(code, "")


def keep_reason(session: SessionBase, *, citizen_id: int, reason: Reason, today: date) -> None:
    """Keep a reason in the session to the end of the day; those of earlier days are let go."""
    day = today.isoformat()
    kept = {pk: one for pk, one in session.get(SESSION_REASONS, {}).items() if one["day"] == day}
    kept[str(citizen_id)] = {"code": reason.code, "note": reason.note, "day": day}
    session[SESSION_REASONS] = kept


def names_for(request: Request, ids: Iterable[int], *, today: date) -> dict[int, str]:
    """Return what a list calls these citizens to who asks; see `names_to`."""
    people = _people(ids)
    known_protected(request, {one.pk: one.is_protected for one in people})
    return _called(request.user.pk or 0, people, today=today)


def names_to(staff_id: int, ids: Iterable[int], *, today: date) -> dict[int, str]:
    """Return what a list calls these citizens to a member of staff; who is gone is not in it.

    Protected citizens go by their initials unless they are her own. One question more is asked
    only where somebody is protected.
    """
    return _called(staff_id, _people(ids), today=today)


def _people(ids: Iterable[int]) -> list[Person]:
    wanted = set(ids)
    return identity.people(ids=wanted) if wanted else []


def _called(staff_id: int, people: Sequence[Person], *, today: date) -> dict[int, str]:
    hidden = [one.pk for one in people if one.is_protected]
    own = assigned_among(staff_id, hidden, today=today) if hidden else {}
    return {one.pk: one.name if one.pk in own else one.shown_name for one in people}
