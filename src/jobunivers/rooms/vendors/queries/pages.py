# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages about solutions show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from jobunivers.rooms.launching.queries.terms import hands_over
from jobunivers.rooms.marketplace.queries import (
    Offer,
    OfferState,
    OfferVersion,
    Source,
    shelved_ids,
    versions_of,
)
from jobunivers.rooms.vendors.models import CvrAnswer, Gate, GroundFall, Leaving
from jobunivers.rooms.vendors.queries import grounds as known
from jobunivers.rooms.vendors.queries.answers import Answers, ProcessorAnswer, answers_of
from jobunivers.rooms.vendors.queries.checklist import NAMES
from jobunivers.rooms.vendors.queries.cvr import answers_on, differs
from jobunivers.rooms.vendors.queries.gates import Checked, checked
from jobunivers.rooms.vendors.queries.talking import leaving, unread
from jobunivers.rooms.vendors.queries.words import (
    Told,
    changed_answers,
    changed_version,
    told_answers,
)

WAITING, ANSWERED, HELD, ALL = "", "svar", "holdt", "alle"


def solutions(which: str) -> QuerySet[Offer]:
    """Return solutions on the market: with a version that waits, answers that wait, held, all."""
    versions = OfferVersion.objects.filter(
        offer=OuterRef("pk"), submitted_at__isnull=False, approved_at=None
    )
    unread = Gate.objects.filter(offer=OuterRef("pk")).exclude(accepted_version=F("version"))
    rows = Offer.objects.filter(source=Source.MARKET).select_related("current", "vendor")
    if which == ANSWERED:
        rows = rows.filter(Exists(unread))
    elif which == HELD:
        rows = rows.filter(state=OfferState.APPROVED).exclude(blocked=[])
    elif which != ALL:
        rows = rows.filter(Exists(versions)).exclude(state=OfferState.WITHDRAWN)
    return rows.order_by("changed_at", "pk")


def titles(offers: list[Offer]) -> dict[int, str]:
    """Return what each is called: as people see it, or as its newest draft says."""
    drafts = OfferVersion.objects.filter(offer__in=[one.pk for one in offers if not one.current])
    named = dict(drafts.order_by("number").values_list("offer_id", "title_da"))
    return {
        one.pk: one.current.title_da if one.current else named.get(one.pk, one.key)
        for one in offers
    }


def title_of(offer_id: int) -> str:
    """Return what a solution is called."""
    row = Offer.objects.filter(pk=offer_id).select_related("current").first()
    return titles([row])[offer_id] if row else ""


def blocked_words(codes: list[str]) -> str:
    """Return the lines of the checklist that hold something back, in words."""
    return ", ".join(str(NAMES[code]).lower() if code in NAMES else code for code in codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionPage:
    """One solution for those who decide.

    Attributes:
        waits: the version that waits; `news` is what is new in it.
        answers: what counts, in words; `changed` is what was written since.
    """

    offer: Offer
    title: str
    waits: OfferVersion | None
    news: list[Told]
    checked: Checked
    answers: list[Told]
    changed: list[Told]
    wrote_it: bool
    handed_in: str
    unread: int
    leaving: Leaving | None
    register: CvrAnswer | None


def solution_page(offer: Offer, *, reader_id: int, on: date, language: str) -> SolutionPage:
    """Return everything about a solution that whoever decides must know."""
    versions = versions_of(offer)
    waits = next((one for one in versions if one.submitted_at and not one.approved_at), None)
    found = checked(offer, on=on, version=waits)
    gate = found.gate
    return SolutionPage(
        offer=offer,
        title=titles([offer])[offer.pk],
        waits=waits,
        news=changed_version(offer.current, waits) if waits else [],
        checked=found,
        answers=told_answers(found.accepted, language) if gate and gate.accepted_version else [],
        changed=changed_answers(found.accepted, found.said, language) if found.waits else [],
        wrote_it=gate is not None and gate.said_by_id == reader_id,
        handed_in=stamp(waits.submitted_at) if waits and waits.submitted_at else "",
        unread=unread(reader_id=reader_id, reader_is_firm=False, offer_ids=[offer.pk]).get(
            offer.pk, 0
        ),
        leaving=leaving([offer.pk]).get(offer.pk),
        register=_register(offer),
    )


def stamp(at: datetime) -> str:
    """Return a moment to the microsecond, as a form sends it back."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f%z")


def _register(offer: Offer) -> CvrAnswer | None:
    """Return what the register of firms says of the firm, where it is not what the firm says."""
    vendor = offer.vendor
    if vendor is None or not vendor.cvr:
        return None
    answer = answers_on([vendor.cvr]).get(vendor.cvr)
    return answer if answer and differs(vendor.name, answer) else None


@dataclass(frozen=True, slots=True)
class Sent:
    """One firm that has data of a solution: who, which, where, why.

    `data`: what is handed over, in words; `outside`: out of the EU and the EEA; `fallen` when the
    ground holds no more.
    """

    offer_id: int
    title: str
    vendor: str
    fictitious: bool
    name: str
    sub: bool
    country: str
    ground: str
    assessment: str
    assessed_on: date | None
    fallen: GroundFall | None
    data: str = ""
    outside: bool = False


def register(*, on: date, language: str) -> list[Sent]:
    """Return all that approved solutions have said of where data are, by firm and title."""
    rows = Gate.objects.filter(
        Q(offer__state=OfferState.APPROVED), offer__source=Source.MARKET, accepted_version__gt=0
    )
    gone = known.falls(on=on)
    lines = [
        _sent(gate, one, gone, language)
        for gate in rows.select_related("offer__current", "offer__vendor")
        for one in answers_of(gate.accepted).processors
    ]
    return sorted(lines, key=lambda one: (one.vendor.lower(), one.title.lower(), one.sub, one.name))


def _sent(gate: Gate, one: ProcessorAnswer, gone: dict[str, GroundFall], language: str) -> Sent:
    current, vendor = gate.offer.current, gate.offer.vendor
    ground = known.grounds().get(one.ground)
    english = current.title_en if current and language == "en" else ""
    return Sent(
        offer_id=gate.offer_id,
        title=english or (current.title_da if current else gate.offer.key),
        vendor=vendor.name if vendor else "",
        fictitious=vendor.fictitious if vendor else False,
        name=one.name,
        sub=one.sub,
        country=known.country_name(one.country, language),
        ground=ground.words(language) if ground else "",
        assessment=one.assessment,
        assessed_on=one.assessed_on,
        fallen=gone.get(one.ground),
        data=" · ".join(hands_over(gate.offer)),
        outside=not known.is_inside(one.country),
    )


@dataclass(frozen=True, slots=True)
class Leaning:
    """A ground, whether it is marked as fallen, and how many solutions lean on it."""

    ground: known.Ground
    words: str
    source: str
    fall: GroundFall | None
    solutions: int


def leaning(*, on: date, language: str) -> list[Leaning]:
    """Return every ground outside the EU, those that most lean on first."""
    used: dict[str, set[int]] = {}
    for gate in Gate.objects.exclude(offer__state=OfferState.WITHDRAWN):
        for one in answers_of(gate.accepted).processors:
            used.setdefault(one.ground, set()).add(gate.offer_id)
    marks, gone = known.marked(), known.falls(on=on)
    lines = [
        Leaning(
            one,
            one.words(language),
            one.source(language),
            marks.get(code) or gone.get(code),
            len(used.get(code, ())),
        )
        for code, one in known.grounds().items()
        if code != known.INSIDE
    ]
    return sorted(lines, key=lambda line: (-line.solutions, line.words))


@dataclass(frozen=True, slots=True)
class Shelved:
    """A solution on a kommune's shelves with its answers."""

    offer: Offer
    title: str
    held: str
    answers: list[Told]


def on_our_shelves(*, on: date) -> QuerySet[Offer]:
    """Return the solutions of firms that stand on some shelf of the kommune, held back or not."""
    rows = Offer.objects.filter(
        pk__in=shelved_ids(day=on), source=Source.MARKET, state=OfferState.APPROVED
    )
    return rows.select_related("current", "vendor").order_by("vendor__name", "key")


def with_answers(offers: list[Offer], *, language: str) -> Iterator[Shelved]:
    """Return each with the answers that count."""
    gates = Gate.objects.filter(offer__in=offers)
    kept: dict[int, Answers] = {one.offer_id: answers_of(one.accepted) for one in gates}
    named = titles(offers)
    for one in offers:
        answers = told_answers(kept.get(one.pk, Answers()), language)
        told = [line for line in answers if line.now]
        yield Shelved(one, named[one.pk], blocked_words(one.blocked), told)
