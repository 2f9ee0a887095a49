# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fill the demo's market through the rooms' doors: firms, offers in versions, shelves.

Filled again, what says the same stays as it is, and what says otherwise becomes a new version.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.launching.actions import connect, register_tool
from jobunivers.rooms.launching.queries import connection_of, tool_of
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.actions import COUNTRY, OWN, OfferEntry, Placing, VendorEntry
from jobunivers.rooms.marketplace.queries import (
    Format,
    Kind,
    Offer,
    OfferState,
    OfferVersion,
    Source,
    Stance,
    Way,
)
from jobunivers.rooms.vendors.actions import fill_gate
from jobunivers.rooms.vendors.queries import ProcessorAnswer, checked, usual_answers
from jobunivers.science.calendars import moment
from jobunivers.simulator.life.scene import HERE
from jobunivers.simulator.market_words import Firm, Goods, firms, goods

_SATURDAY = 5
_REVIEW_AFTER = timedelta(days=365)
_LICENCE = "CC-BY-4.0"
# What the people of the demo have used.
_THROUGH, _BEGUN = ("laes-et-jobopslag", "efter-et-afslag"), ("forbered-jobsamtalen",)
_KEPT = ("naerjob-kort", "papirfugl-cv")
_NO_SUCH = "example"  # RFC 2606: leads nowhere
# What a kommune of the demo says otherwise than the country, and why.
_SAID: Mapping[str, tuple[tuple[str, str, Stance, str], ...]] = {
    "0751": (
        ("samtalen", "forbered-jobsamtalen", Stance.FEATURE, "Mange skal til samtale lige nu."),
        ("cv", "papirfugl-cv", Stance.FEATURE, "Vores jobrådgivere bruger det hver dag."),
        ("jobsoegning", "skiftehold-vagter", Stance.HIDE, "For mange vagter blev aflyst."),
    ),
    "0740": (
        ("jobsoegning", "naerjob-kort", Stance.FEATURE, "Godt, når man bor uden for byen."),
        ("hverdagen", "hjulspor-samkoersel", Stance.FEATURE, "Bussen går ikke kl. 5."),
        ("samtalen", "oevebane-opkald", Stance.HIDE, "Vi prøver den af selv først."),
    ),
}


def fill(*, at: datetime, today: datetime) -> int:
    """Fill the market of all and of the opened kommuner; return how many offers are new or changed.

    Nobody is told of the past. What all share is written while working for the national one, where
    there is none for the first kommune: what happened is remembered somewhere.

    Args:
        at: when it stood on the shelves first.
        today: the day from which the days of events are counted.
    """
    opened = tenancy.opened()
    home = tenancy.national() or next(iter(opened), None)
    with events.quietly(), working_for(home.pk if home else None):
        actions.ensure_shelves(at=at)
        with writing_shared():
            vendors = {one.key: actions.save_vendor(key=one.key, entry=_firm(one), at=at).pk
                       for one in firms()}  # fmt: skip
        skills = _skills()
        told = [one for one in goods() if not one.kommune]
        with writing_shared():
            changed = _offers(told, vendors, skills, at=at, today=today)
        _answer(told, at=at)
        _connect(told, at=at)
        _place(told, at=at)
    with events.quietly():
        for municipality in opened:
            own = [one for one in goods() if one.kommune == municipality.code]
            with working_for(municipality.pk):
                changed += _offers(own, vendors, skills, at=at, today=today)
                _place(own, at=at)
                _say_otherwise(municipality.code, at=at)
    return changed


def _answer(told: list[Goods], *, at: datetime) -> None:
    """Let firms answer the checklist where nothing is answered; every fifth rents in the USA."""
    there = _there(one.key for one in told if one.vendor)
    places = {firm.key: (place, firm) for place, firm in enumerate(firms())}
    on = timezone.localdate(at)
    for one in told:
        offer = there.get(one.key)
        if offer is None or checked(offer, on=on).gate is not None:
            continue
        place, firm = places[one.vendor]
        answers = usual_answers(firm.name, on=on)
        if place % 5 == 0:
            rented = ProcessorAnswer(
                name="Prærie Cloud Inc.", country="US", ground="adequacy:US", sub=True
            )
            answers = replace(answers, processors=(*answers.processors, rented))
        fill_gate(offer=offer, answers=answers, at=at)


def _connect(told: list[Goods], *, at: datetime) -> None:
    """Let firms that log people in by us or are launched be connected; their sites are nowhere."""
    there = _there(one.key for one in told if one.way in {Way.OIDC, Way.LTI})
    for one in told:
        offer, site = there.get(one.key), f"https://{one.vendor}.{_NO_SUCH}"
        if offer is None:
            continue
        if one.way == Way.LTI and tool_of(offer.pk) is None:
            register_tool(
                offer=offer,
                login_uri=f"{site}/lti/login",
                launch_uri=f"{site}/lti/{one.key}",
                redirect_uris=[f"{site}/lti/launch"],
                keys_uri=f"{site}/lti/keys",
                deep_link_uri=f"{site}/lti/pick",
                at=at,
            )
        if one.way == Way.OIDC and connection_of(offer.pk) is None:
            connect(
                offer=offer,
                redirect_uris=[f"{site}/tilbage"],
                login_uri=f"{site}/start",
                public=False,
                at=at,
            )


def skill_uris(labels: Iterable[str]) -> list[str]:
    """Return competences' addresses by their Danish labels; those nobody knows are left out."""
    known = _skills()
    return [known[label] for label in labels if label in known]


def _skills() -> dict[str, str]:
    wanted = {label for one in goods() for label in one.skills}
    rows = taxonomy.skills().filter(label_da__in=wanted).order_by("pk")
    return dict(rows.values_list("label_da", "uri"))


def _firm(firm: Firm) -> VendorEntry:
    return VendorEntry(
        name=firm.name,
        cvr=firm.cvr,
        about_da=firm.da,
        about_en=firm.en,
        website=f"https://{firm.key}.{_NO_SUCH}/",
        support_email=f"hjaelp@{firm.key}.{_NO_SUCH}",
        fictitious=True,
    )


def _offers(
    told: list[Goods],
    vendors: Mapping[str, int],
    skills: Mapping[str, str],
    *,
    at: datetime,
    today: datetime,
) -> int:
    """Write offers that are not there or say something else; return of how many."""
    there = _there(one.key for one in told)
    changed = 0
    for one in told:
        offer = there.get(one.key)
        entry = _entry(one, skills, today, offer.current if offer else None)
        if offer is None:
            _write_new(one, vendors.get(one.vendor), entry, at=at)
        elif _says_otherwise(offer, entry):
            _write_anew(offer, entry, at=today)
        else:
            continue
        changed += 1
    return changed


def _there(keys: Iterable[str]) -> dict[str, Offer]:
    rows = Offer.objects.filter(key__in=list(keys)).select_related("current")
    return {one.key: one for one in rows.order_by("pk")}


def _says_otherwise(offer: Offer, entry: OfferEntry) -> bool:
    """Say whether an offer of ours is to be written anew; one that staff took away stays away."""
    if offer.state == OfferState.WITHDRAWN or offer.current is None:
        return False
    return any(getattr(offer.current, name) != value for name, value in entry.columns().items())


def _write_new(told: Goods, vendor_id: int | None, entry: OfferEntry, *, at: datetime) -> None:
    offer = actions.new_offer(
        key=told.key,
        kind=Kind(told.kind),
        source=_source(told),
        vendor_id=vendor_id,
        entry=entry,
        review_on=(at + _REVIEW_AFTER).date(),
        at=at,
    )
    _publish(offer, at=at)
    actions.block(offer=offer, codes=[], at=at)


def _write_anew(offer: Offer, entry: OfferEntry, *, at: datetime) -> None:
    actions.save_version(offer=offer, version=offer.version, entry=entry, at=at)
    _publish(offer, at=at)


def _publish(offer: Offer, *, at: datetime) -> None:
    made = actions.submit(offer=offer, at=at)
    actions.approve(offer=offer, number=made.number, at=at)


def _source(told: Goods) -> Source:
    if told.vendor:
        return Source.MARKET
    return Source.LOCAL if told.kommune else Source.SHARED


def _entry(
    told: Goods, skills: Mapping[str, str], today: datetime, now: OfferVersion | None
) -> OfferEntry:
    starts, ends = _times(told, today, now)
    site = told.vendor or "bibliotek"
    return OfferEntry(
        title_da=told.da,
        title_en=told.en,
        summary_da=told.sum_da,
        summary_en=told.sum_en,
        about_da=told.about_da,
        about_en=told.about_en,
        format=Format(told.format),
        way=Way(told.way),
        level=told.level,
        languages=list(told.languages),
        minutes=told.minutes,
        skills=[skills[label] for label in told.skills if label in skills],
        categories=list(told.categories),
        kommuner=list(told.kommuner),
        address=told.address,
        starts_at=starts,
        ends_at=ends,
        seats=told.seats,
        url=f"https://{site}.{_NO_SUCH}/{told.key}" if told.way in {"link", "oidc", "lti"} else "",
        contact=f"tilmelding@{site}.{_NO_SUCH}" if told.way == "contact" else "",
        data=list(told.data),
        price_da=told.price,
        statements=dict(told.statements),
        body={"steps": [dict(one) for one in told.steps]} if told.steps else {},
        translated="person",
        licence="" if told.vendor else _LICENCE,
        written_by="" if told.vendor else "Jobunivers",
    )


def _times(
    told: Goods, today: datetime, now: OfferVersion | None
) -> tuple[datetime | None, datetime | None]:
    """Return when an event begins and ends; one that lies ahead already is not moved."""
    if told.in_days is None:
        return None, None
    if now is not None and now.starts_at is not None and now.starts_at > today:
        return now.starts_at, now.ends_at
    day = today.astimezone(HERE).date() + timedelta(days=told.in_days)
    if day.weekday() >= _SATURDAY:
        day += timedelta(days=7 - day.weekday())
    starts = moment(day, time.fromisoformat(told.clock))
    # A course of several days: its first day; how long it takes in all is told by `minutes`.
    return starts, starts + timedelta(minutes=min(told.minutes or 60, 360))


def _place(told: list[Goods], *, at: datetime) -> None:
    """Let the country, or the kommune worked for, put its offers on their shelves."""
    pks = {one.key: one.pk for one in _there(one.key for one in told).values()}
    places = [
        Placing(shelf_key=shelf, offer_id=pks[one.key], order=order)
        for order, one in enumerate(told, start=1)
        for shelf in one.shelves
    ]
    whose = OWN if told and told[0].kommune else COUNTRY
    actions.place_many(places, whose=whose, at=at)


def _say_otherwise(code: str, *, at: datetime) -> None:
    said = _SAID.get(code, ())
    pks = {one.key: one.pk for one in _there(key for _, key, _, _ in said).values()}
    actions.place_many(
        [
            Placing(shelf_key=shelf, offer_id=pks[key], stance=stance, order=1, why=why)
            for shelf, key, stance, why in said
        ],
        whose=OWN,
        at=at,
    )


def let_personas_use(*, at: datetime) -> None:
    """Let the citizens one can log in as have kept and begun something, once; nobody is told."""
    then = at - timedelta(days=2)
    with events.quietly():
        for one in identity.personas():
            if one.person.role == Role.CITIZEN:
                _use(one.person.pk, at=then)


def _use(citizen_id: int, *, at: datetime) -> None:
    # Two that are through, one in the middle, two kept: something of all that a page can show.
    for number, key in enumerate((*_THROUGH, *_BEGUN)):
        offer = queries.offer_by_key(key)
        if offer is None or queries.use_of(citizen_id=citizen_id, offer_id=offer.pk) is not None:
            continue
        begun, name = at + timedelta(minutes=25 * number), f"demo:{citizen_id}:{key}"
        actions.start(citizen_id=citizen_id, offer=offer, way=Way.OWN, key=name, at=begun)
        if key in _THROUGH:
            done = begun + timedelta(minutes=15)
            actions.complete(citizen_id=citizen_id, offer=offer, key=f"{name}:done", at=done)
    for key in _KEPT:
        offer = queries.offer_by_key(key)
        if offer is not None:
            actions.keep(citizen_id=citizen_id, offer=offer, at=at)


def offers_standing(course: str | None, *, at: datetime) -> list[Offer]:
    """Return what a citizen of a course may take from the shelves, by key."""
    ids = queries.standing_ids(course, at=at)
    return list(queries.on_offer().filter(pk__in=ids).order_by("key", "pk"))
