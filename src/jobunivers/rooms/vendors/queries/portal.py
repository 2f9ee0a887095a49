# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm's people see of their own firm: solutions, what needs doing, figures."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.agreements import queries as agreements
from jobunivers.rooms.marketplace.queries import (
    Offer,
    OfferState,
    OfferVersion,
    Source,
    effects_of,
    versions_of,
)
from jobunivers.rooms.vendors.models import (
    Gate,
    Leaving,
    PublishedMonth,
    Said,
    SaidWords,
    SolutionDecision,
)
from jobunivers.rooms.vendors.queries.disclosure import FEWEST, Shown
from jobunivers.rooms.vendors.queries.gates import Checked, checked
from jobunivers.rooms.vendors.queries.grounds import falls
from jobunivers.rooms.vendors.queries.members import Membership
from jobunivers.rooms.vendors.queries.pages import blocked_words, titles
from jobunivers.rooms.vendors.queries.talking import decisions, leaving, unread
from jobunivers.rooms.vendors.queries.words import Told, changed_answers, changed_version

MOST_WORDS = 20
STATES: dict[str, Promise] = {
    "draft": gettext_lazy("Kladde"),
    "waits": gettext_lazy("Venter på at blive læst"),
    "sent_back": gettext_lazy("Sendt tilbage"),
    "held": gettext_lazy("Godkendt, men holdt tilbage"),
    "approved": gettext_lazy("På markedet"),
    "leaving": gettext_lazy("Holder op"),
    "withdrawn": gettext_lazy("Taget ned"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One solution in a firm's list; `to_do` is what is asked of the firm, "" for nothing."""

    offer: Offer
    title: str
    state: str
    state_words: str
    to_do: str
    unread: int
    newer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A firm's first page."""

    lines: list[Line]
    month: date | None
    users: int | None  # of the newest month, of all solutions that may be told
    prices: list[tuple[int, str, str, date]]  # unanswered: number, kommune, agreement, day


def own_solutions(vendor_id: int, *, reader_id: int, on: date) -> list[Line]:
    """Return a firm's solutions, those that ask for something first, then the latest changed."""
    rows = Offer.objects.filter(vendor_id=vendor_id, source=Source.MARKET)
    offers = list(rows.select_related("current", "vendor").order_by("-changed_at", "-pk"))
    pks = [one.pk for one in offers]
    newest = _newest(pks)
    backed = _sent_back(pks)
    gone = leaving(pks)
    new = unread(reader_id=reader_id, reader_is_firm=True, offer_ids=pks)
    gates = {one.offer_id: one for one in Gate.objects.filter(offer_id__in=pks)}
    fallen = falls(on=on)
    named = titles(offers)
    lines = []
    for one in offers:
        version = newest.get(one.pk)
        state = state_of(one, version, sent_back=one.pk in backed, leaves=one.pk in gone)
        gate = gates.get(one.pk) or Gate(offer=one)
        found = checked(one, on=on, version=version, gate=gate, fallen=fallen)
        lines.append(
            Line(
                offer=one,
                title=named[one.pk],
                state=state,
                state_words=str(STATES[state]),
                to_do=_to_do(state, found, new.get(one.pk, 0)),
                unread=new.get(one.pk, 0),
                newer=one.current_id is not None
                and version is not None
                and version.pk != one.current_id,
            )
        )
    return sorted(lines, key=lambda line: not line.to_do)


def state_of(offer: Offer, newest: OfferVersion | None, *, sent_back: bool, leaves: bool) -> str:
    """Return how far a solution is, as a code of `STATES`."""
    waits = newest is not None and newest.submitted_at is not None and newest.approved_at is None
    draft = newest is not None and newest.submitted_at is None
    if waits:
        return "waits"
    if draft and sent_back:
        return "sent_back"
    if offer.state == OfferState.WITHDRAWN:
        return "withdrawn"
    if leaves:
        return "leaving"
    if offer.state == OfferState.APPROVED:
        return "held" if offer.blocked else "approved"
    return "draft"


def _to_do(state: str, found: Checked, new: int) -> str:
    if state == "sent_back":
        return _("Læs, hvorfor den er sendt tilbage, og ret den.")
    if state in {"held", "waits", "draft"} and found.lacks_said:
        names = ", ".join(dict.fromkeys(one.name.lower() for one in found.lacks_said))
        return _("Svar på tjeklisten: %(names)s.") % {"names": names}
    if state == "draft":
        return _("Send den ind, når beskrivelsen er klar.")
    return _("Læs beskeden.") if new else ""


def _newest(pks: Collection[int]) -> dict[int, OfferVersion]:
    rows = OfferVersion.objects.filter(offer_id__in=pks).order_by("offer_id", "-number")
    return {one.offer_id: one for one in rows.distinct("offer_id")}


def _sent_back(pks: Collection[int]) -> set[int]:
    """Return the solutions whose last decision was a no."""
    rows = SolutionDecision.objects.filter(offer_id__in=pks).order_by("offer_id", "-at", "-pk")
    last = rows.distinct("offer_id").values_list("offer_id", "said")
    return {pk for pk, said in last if said == Said.SENT_BACK}


def home(member: Membership, *, on: date) -> Home:
    """Return what a firm's first page shows; prices to who answers for them."""
    lines = own_solutions(member.vendor.pk, reader_id=member.person_id, on=on)
    rows = PublishedMonth.objects.filter(offer_id__in=[one.offer.pk for one in lines])
    newest = rows.order_by("-month").values_list("month", flat=True).first()
    users: int | None = None
    if newest is not None:
        told = [Shown.read(one.figures).users for one in rows.filter(month=newest)]
        known = [one for one in told if one is not None]
        users = sum(known) if known else None
    prices = agreements.asked_of_firm(member.vendor.pk) if member.administers else []
    return Home(lines=lines, month=newest, users=users, prices=prices)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """One solution as its firm sees it.

    Attributes:
        news: what the newest version says otherwise than the one people see.
        changed: what the written answers say otherwise than those that count.
        back: the no that was given last, while it is the last word.
    """

    offer: Offer
    title: str
    newest: OfferVersion
    state: str
    state_words: str
    is_draft: bool
    waits: bool
    news: list[Told]
    checked: Checked
    held: str
    changed: list[Told]
    back: SolutionDecision | None
    versions: list[OfferVersion]
    unread: int
    leaving: Leaving | None


def own_page(offer: Offer, *, reader_id: int, on: date, language: str) -> OwnPage:
    """Return everything about a solution that its firm may know."""
    versions = versions_of(offer)
    newest = versions[0]
    said = decisions(offer.pk)
    back = said[0] if said and said[0].said == Said.SENT_BACK else None
    gone = leaving([offer.pk]).get(offer.pk)
    found = checked(offer, on=on, version=newest)
    state = state_of(offer, newest, sent_back=back is not None, leaves=gone is not None)
    return OwnPage(
        offer=offer,
        title=titles([offer])[offer.pk],
        newest=newest,
        state=state,
        state_words=str(STATES[state]),
        is_draft=newest.submitted_at is None,
        waits=newest.submitted_at is not None and newest.approved_at is None,
        news=changed_version(offer.current, newest) if newest.pk != offer.current_id else [],
        checked=found,
        held=blocked_words(offer.blocked),
        changed=changed_answers(found.accepted, found.said, language) if found.waits else [],
        back=back if newest.submitted_at is None else None,
        versions=versions,
        unread=unread(reader_id=reader_id, reader_is_firm=True, offer_ids=[offer.pk]).get(
            offer.pk, 0
        ),
        leaving=gone,
    )


def skill_names(version: OfferVersion, language: str) -> dict[str, str]:
    """Return the names of the competences a version gives."""
    return dict(taxonomy.labels(version.skills, language))


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One published month; `kommuner` are names with people."""

    month: date
    shown: Shown
    kommuner: list[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a firm may know of the use of one solution."""

    months: list[MonthLine]
    raters: int | None
    average: float | None
    words: list[str]
    effect: str


def figures(offer_id: int, *, language: str) -> Figures:
    """Return the published months of a solution, newest first, its stars, words and effect."""
    rows = PublishedMonth.objects.filter(offer_id=offer_id).order_by("-month")[:36]
    months = [_month(one) for one in rows]
    rated = next((one.shown for one in months if one.shown.raters), None)
    return Figures(
        months=months,
        raters=rated.raters if rated else None,
        average=rated.average if rated else None,
        words=_said_words(offer_id) if rated else [],
        effect=effects_of([offer_id], language).get(offer_id, ""),
    )


def _month(row: PublishedMonth) -> MonthLine:
    shown = Shown.read(row.figures)
    named = []
    for code, people in shown.kommuner:
        place = places.kommune(code)
        named.append((place.name if place else code, people))
    return MonthLine(row.month, shown, named)


def _said_words(offer_id: int) -> list[str]:
    """Return what people wrote, in no order that tells when; nothing where few have rated."""
    rows = SaidWords.objects.filter(offer_id=offer_id).values_list("words", flat=True)
    return sorted(rows, key=lambda text: (len(text), text))[:MOST_WORDS]


__all__ = [
    "FEWEST", "STATES", "Figures", "Home", "Line", "MonthLine", "OwnPage", "figures", "home",
    "own_page", "own_solutions", "skill_names", "state_of",
]  # fmt: skip
