# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody's browser, and one of each thing that an address is about."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.utils import timezone

from jobunivers.foundation.notices.tests.making import notice_objects
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Assurance, Person, Persona
from jobunivers.identity.tests.making import login_objects, protected_objects
from jobunivers.rooms.agreements.tests.making import address_objects as agreement_objects
from jobunivers.rooms.audit.tests.making import address_objects as audit_objects
from jobunivers.rooms.availability.tests.making import address_objects as availability_objects
from jobunivers.rooms.casework.actions import filters as casework_filters
from jobunivers.rooms.casework.tests.making import address_objects as attention_objects
from jobunivers.rooms.decisions.tests.making import address_objects as decided_objects
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.entrance.models import Form, Telling
from jobunivers.rooms.entrance.tests.making import make_video_item
from jobunivers.rooms.evidence.tests.making import address_objects as evidence_objects
from jobunivers.rooms.followup.tests.making import address_objects as followed_objects
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Competence, EducationLevel, Wish
from jobunivers.rooms.launching.tests.making import address_objects as launch_objects
from jobunivers.rooms.law.tests.making import address_objects as law_objects
from jobunivers.rooms.library.tests.making import address_objects as library_objects
from jobunivers.rooms.marketplace.tests.catalogue import address_objects as market_objects
from jobunivers.rooms.marketplace.tests.making_shelves import shelf_objects
from jobunivers.rooms.mydata.tests.making import address_objects as mydata_objects
from jobunivers.rooms.outreach.tests.making import a_rule, gone_out
from jobunivers.rooms.plan.tests.making import address_objects as plan_objects
from jobunivers.rooms.retention.tests.making import address_objects as kept_objects
from jobunivers.rooms.segmentation.tests.page_making import address_objects
from jobunivers.rooms.tailored.models import Signal
from jobunivers.rooms.tailored.tests.making import make_run
from jobunivers.rooms.talks.tests.making import address_objects as talk_objects
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.queries.following import theme_target
from jobunivers.rooms.vacancies.tests.factories import (
    make_document,
    make_interview,
    make_proposal,
    make_rejected,
    make_source,
    make_vacancy,
)
from jobunivers.rooms.vendors.tests.making import address_objects as vendor_objects
from jobunivers.rooms.vendors.tests.portal_making import firm_objects
from jobunivers.rooms.webhooks.tests.making import address_objects as webhook_objects
from jobunivers.rooms.week.tests.making import address_objects as week_objects
from jobunivers.science.calendars import Period
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from tests.addresses.lines import WHO
from tests.addresses.table import TABLE


class World(NamedTuple):
    """Everybody's browser, and the objects that belong to Kirsten or Aarhus."""

    browsers: dict[str, KommuneClient]
    objects: dict[str, dict[str, Any]]

    def path(self, address: str) -> str:
        """Return the address with the objects' ids in it."""
        about = self.objects.get(TABLE[address].about, {})
        for part, value in about.items():
            for kind in ("int", "str", "slug", "uuid"):
                address = address.replace(f"<{kind}:{part}>", str(value))
        assert "<" not in address, f"no object for {address}"
        return f"/{address}"


def addresses(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield before + str(pattern.pattern)
        else:
            yield from addresses(pattern, before + str(pattern.pattern))


def _at_the_entrance(citizen: Person, adviser: Person) -> dict[str, dict[str, Any]]:
    """Return a first meeting, help that is asked for, and an item with a video."""
    now = timezone.now()
    period = Period(now + timedelta(days=3), now + timedelta(days=3, hours=1))
    (slot,) = entrance.open_slots(
        adviser_id=adviser.pk, periods=[period], capacity=1, form=Form.IN_PERSON, place="", at=now
    )
    meeting = entrance.book(citizen_id=citizen.pk, actor_id=citizen.pk, slot_id=slot.pk, at=now)
    asked = entrance.ask_to_help(citizen_id=citizen.pk, helper_id=adviser.pk, at=now)
    video = make_video_item(adviser)
    return {
        "meeting": {"pk": meeting.pk},
        "slot": {"pk": slot.pk},
        "help": {"pk": asked.pk},
        "video": {"pk": video.pk, "key": video.key, "language": "da"},
        "guide": {"key": "profil"},
    }


def _hers(citizen: Person) -> dict[str, int]:
    """Return the ids of one of each thing a citizen has."""
    now = timezone.now()
    profile = journey.ensure_profile(citizen_id=citizen.pk, at=now)
    job = journey.ExperienceEntry(title="Gartner", started_on=date(2020, 1, 1))
    school = journey.EducationEntry(title="Gartner", level=EducationLevel.VOCATIONAL)
    experience = journey.add_experience(profile=profile, entry=job, at=now)
    education = journey.add_education(profile=profile, entry=school, at=now)
    journey.add_competences(profile=profile, named=[journey.Named("Beskæring")], at=now)
    journey.add_wish(profile=profile, named=journey.Named("Gartner"), at=now)
    theme = theme_target("dyr")
    assert theme is not None
    followed = vacancies.follow(citizen_id=citizen.pk, target=theme, at=now)
    search = vacancies.save_search(citizen_id=citizen.pk, name="Have", query="q=have", at=now)
    return {
        "experience": experience.pk,
        "education": education.pk,
        "competence": Competence.objects.get(profile=profile).pk,
        "wish": Wish.objects.get(profile=profile).pk,
        "search": search.pk,
        "followed": followed.pk,
        "application": make_document(citizen).application_id,
        "interview": make_interview(citizen).pk,
        "proposal": make_proposal(citizen).pk,
        "signal": Signal.objects.create(
            citizen_id=citizen.pk, source="akasse", kind="wish", key="x", words="Kok", told_at=now
        ).pk,
        "telling": Telling.objects.create(
            citizen_id=citizen.pk, source="file", name="cv.pdf", format="pdf", told_at=now
        ).pk,
        "persona": Persona.objects.create(
            person=citizen, story_da="-", story_en="-", assurance=Assurance.SUBSTANTIAL
        ).pk,
    }


@pytest.fixture
def world(
    aarhus: Municipality,
    kirsten: Person,
    omar: Person,
    tove: Person,
    eva: Person,
    anne: Person,
    visitor: KommuneClient,
    as_kirsten: KommuneClient,
    as_mads: KommuneClient,
    as_omar: KommuneClient,
    as_ida: KommuneClient,
    as_tove: KommuneClient,
    as_bente: KommuneClient,
    as_eva: KommuneClient,
    as_anne: KommuneClient,
    as_nadia: KommuneClient,
    as_jonas: KommuneClient,
    vera: Person,
    index: Callable[[], None],
) -> World:
    staff = (as_omar, as_ida, as_tove, as_bente, as_eva, as_anne)
    everybody = (visitor, as_kirsten, as_mads, *staff, as_nadia, as_jonas)
    own = make_source(code="egne-job", municipality=aarhus)
    vacancy = make_vacancy("Gartner", source=own)
    with working_for(aarhus.pk):
        rejected = make_rejected(own)
        ids = _hers(kirsten)
        told = notice_objects(kirsten)
        entered = _at_the_entrance(kirsten, omar)
        placed = address_objects(kirsten, tove, anne)
        planned = plan_objects(kirsten, omar)
        judged = availability_objects(kirsten, omar)
        weekly = week_objects(kirsten)
        noticed = attention_objects(kirsten)
        talked = talk_objects(kirsten, omar)
        pushed = gone_out(omar, kirsten)
        chosen = decided_objects(kirsten, anne)
        send_rule = a_rule(omar)
        followed = followed_objects(kirsten, omar, anne)
        watched = audit_objects(omar, kirsten)
        written = library_objects(aarhus, eva, anne)
        marketed = market_objects(kirsten) | shelf_objects() | launch_objects()
        marketed |= evidence_objects(kirsten) | webhook_objects()
        marketed |= agreement_objects()
        asked = mydata_objects(kirsten) | kept_objects(kirsten, eva, anne)
        make_run(kirsten, [vacancy])
        kept = casework_filters.save_filter(
            owner_id=omar.pk, name="Uden CV", query="cv=nej", shared=True, at=timezone.now()
        )
        tenancy.save_logo(
            municipality=aarhus, image=b"x", content_type="image/png", at=timezone.now()
        )
    objects: dict[str, dict[str, Any]] = {name: {"pk": pk} for name, pk in ids.items()}
    objects["kept"] = {"pk": kept.pk}
    objects |= (
        told
        | asked
        | chosen
        | entered
        | placed
        | planned
        | judged
        | weekly
        | law_objects()
        | noticed
        | talked
        | followed
        | marketed
        | vendor_objects()
        | firm_objects(vera)
        | written
        | watched
        | {
            "vacancy": {"pk": vacancy.pk, "vacancy_id": vacancy.pk},
            "source": {"pk": own.pk},
            "rejected": {"pk": rejected.pk},
            "citizen": {"pk": kirsten.pk},
            "suggested": {"pk": kirsten.pk, "vacancy_id": vacancy.pk},
            "model": {"code": "matching"},
            "dataset": {"code": "profile"},
            "login": login_objects(kirsten),
            "outside": {"code": "mitid"},
            "staff": {"pk": omar.pk},
            "protected": protected_objects(add_person(aarhus, "Bo Falk", "citizen")),
            "signals": {"source": "akasse"},
            "consent": {"source": "akasse", "purpose": "profile"},
            "document": {"pk": ids["application"], "kind": "cv"},
            "source_code": {"code": "akasse"},
            "code": {"code": "0851"},
            "version": {"version": aarhus.theme_version},
            "icon": {"version": aarhus.theme_version, "size": 192, "shape": "maske"},
            "kind": {"kind": "punkter"},
            "push": {"pk": pushed.pk},
            "send_rule": {"pk": send_rule.pk},
            "work": {"group": "132"},
        }
    )
    return World(dict(zip(WHO, everybody, strict=True)), objects)


@pytest.fixture
def statuses_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a refusal be a status without its page: of ten answers eight are refusals.

    What error pages say and look like is seen where pages are read, in front's own tests and in
    the test of the strict policy.
    """

    def bare(_request: HttpRequest, _template: str, status: int) -> HttpResponse:
        return HttpResponse(status=status)

    monkeypatch.setattr("jobunivers.front.errors._page", bare)


def ask(browser: KommuneClient, method: str, path: str) -> str:
    """Return what an address answers, and leave everything as it was."""
    cookies = {name: morsel.value for name, morsel in browser.cookies.items()}
    browser.raise_request_exception = False
    with transaction.atomic():
        answer = browser.generic(method, path)
        transaction.set_rollback(True)
    browser.cookies.clear()
    browser.cookies.load(cookies)
    # A page is led to the login; a form keeps what was typed, and gets a page that says so.
    to_log_in = (
        answer.status_code == 302 and "/log-ind/?next=" in answer["Location"]
        if method == "GET"
        else answer.status_code == 401
    )
    return "login" if to_log_in else str(answer.status_code)
