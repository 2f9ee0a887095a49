# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A helper acts in a citizen's name only after her yes, only where it is for, never unseen."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions, queries
from jobunivers.rooms.entrance.models import Confirmed, HelpSession, Shown
from jobunivers.rooms.journey import queries as profiles
from jobunivers.testing.browsers import KommuneClient, browser, text_of
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
YES = {"understood": "on", "shown": "passport"}


def _asks(helper: KommuneClient, citizen: Person) -> int:
    """Let a helper ask; return the number of the help."""
    answer = helper.post(f"/medarbejder/skranke/borger/{citizen.pk}/")
    return int(str(answer["Location"]).rstrip("/").rsplit("/", 1)[-1])


def _begins(helper: KommuneClient, citizen: Person) -> int:
    """Let help begin at the counter; return its number."""
    pk = _asks(helper, citizen)
    assert helper.post(f"/medarbejder/skranke/{pk}/", YES)["Location"] == "/aarhus/velkommen/"
    return pk


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def helper(clock: object, aarhus: Municipality, ida: Person) -> KommuneClient:
    return browser(aarhus, ida)


def test_before_she_says_yes_nothing_opens(helper: KommuneClient, kirsten: Person) -> None:
    assert helper.get("/velkommen/").status_code == 403
    pk = _asks(helper, kirsten)

    assert helper.get("/velkommen/").status_code == 403
    assert helper.get("/profil/").status_code == 403
    page = text_of(helper.get(f"/medarbejder/skranke/{pk}/"))
    assert "Kirsten Holm, må jeg hjælpe dig?" in page
    assert "Det varer højst en time" in page


def test_a_yes_without_proof_or_without_the_yes_opens_nothing(
    helper: KommuneClient, kirsten: Person
) -> None:
    pk = _asks(helper, kirsten)

    for half in ({"understood": "on"}, {"shown": "passport"}, {}):
        assert helper.post(f"/medarbejder/skranke/{pk}/", half).status_code == 422
    assert helper.get("/velkommen/").status_code == 403


def test_the_helper_writes_in_her_name_and_stands_in_the_log_as_who_did_it(
    helper: KommuneClient, aarhus: Municipality, kirsten: Person, ida: Person
) -> None:
    _begins(helper, kirsten)

    assert "Velkommen, Kirsten Holm" in text_of(helper.get("/velkommen/"))
    assert "Du hjælper Kirsten Holm" in text_of(helper.get("/profil/"))
    assert helper.post("/profil/oensker/", {"words": "Gartner"}).status_code == 302
    assert helper.post("/velkommen/hjaelp-til-skaermen/", {"wish": "in_person"}).status_code == 302

    with working_for(aarhus.pk):
        page = profiles.profile_page(citizen_id=kirsten.pk)
        assert page is not None
        assert [row.words for row in page.wishes] == ["Gartner"]
        wish = queries.own_wish_of(kirsten.pk)
        assert wish is not None
        assert wish.actor_id == ida.pk
        for kind in ("journey.profile_changed", "entrance.own_wish_said"):
            event = Event.objects.filter(kind=kind).latest("pk")
            assert (event.citizen_id, event.actor_id) == (kirsten.pk, ida.pk)
        assert profiles.profile_of(citizen_id=ida.pk) is None, "nothing is written of the helper"


def test_she_sees_who_helped_her(
    helper: KommuneClient, aarhus: Municipality, kirsten: Person, ida: Person
) -> None:
    _begins(helper, kirsten)
    for _ in range(3):
        helper.get("/velkommen/")
        helper.get("/profil/")

    with working_for(aarhus.pk):
        looks = Look.objects.filter(citizen_id=kirsten.pk).order_by("pk")
        assert [(one.viewer_id, one.part, one.reason) for one in looks] == [
            (ida.pk, "entrance", "counter"),
            (ida.pk, "profile", "counter"),
        ]
        kinds = Notice.objects.filter(person_id=kirsten.pk).values_list("kind", flat=True)
        assert set(kinds) == {"entrance.help_asked", "entrance.help_begun"}
    hers = browser(aarhus, kirsten)
    assert "Hjælp ved skranken, som du sagde ja til" in text_of(hers.get("/hvem-har-set/"))
    assert "Ida Toft hjælper dig nu" in text_of(hers.get("/velkommen/hjaelp/"))
    assert "Ida Toft" in text_of(hers.get("/beskeder/"))


@pytest.mark.parametrize(
    "address",
    ["/min-side/", "/ansoegninger/", "/hvem-har-set/", "/velkommen/hjaelp/", "/gemte-job/"],
)
def test_what_is_not_for_helpers_stays_closed(
    address: str, helper: KommuneClient, kirsten: Person
) -> None:
    _begins(helper, kirsten)

    assert helper.get(address).status_code == 403


def test_the_helpers_own_pages_stay_the_helpers(helper: KommuneClient, kirsten: Person) -> None:
    _begins(helper, kirsten)

    page = text_of(helper.get("/medarbejder/"))
    assert "Ida Toft" in page
    assert "Du hjælper Kirsten Holm" in page


def test_it_ends_by_itself_after_an_hour(
    helper: KommuneClient, kirsten: Person, clock: time_machine.Traveller
) -> None:
    _begins(helper, kirsten)
    for minutes in (20, 40, 59):  # a helper at work: the session itself is alive
        clock.move_to(NOW + timedelta(minutes=minutes))
        assert helper.get("/velkommen/").status_code == 200
    clock.move_to(NOW + timedelta(minutes=60))

    answer = helper.post("/profil/oensker/", {"words": "Gartner"})

    assert answer["Location"] == "/aarhus/medarbejder/skranke/"
    assert helper.get("/profil/").status_code == 403
    with working_for(kirsten.municipality_id):
        assert profiles.profile_of(citizen_id=kirsten.pk) is None


def test_she_can_stop_it_at_once(
    helper: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    pk = _begins(helper, kirsten)

    browser(aarhus, kirsten).post(f"/velkommen/hjaelp/{pk}/", {"svar": "stop"})

    assert helper.get("/velkommen/")["Location"] == "/aarhus/medarbejder/skranke/"
    assert helper.get("/velkommen/").status_code == 403


def test_the_helper_ends_it(helper: KommuneClient, kirsten: Person) -> None:
    pk = _begins(helper, kirsten)

    helper.post(f"/medarbejder/skranke/{pk}/slut/")

    assert helper.get("/velkommen/").status_code == 403


def test_she_says_yes_on_her_own_phone(
    helper: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    pk = _asks(helper, kirsten)
    hers = browser(aarhus, kirsten)
    assert "Ida Toft vil gerne hjælpe dig" in text_of(hers.get("/velkommen/hjaelp/"))

    hers.post(f"/velkommen/hjaelp/{pk}/", {"svar": "ja"})

    assert helper.get(f"/medarbejder/skranke/{pk}/")["Location"] == "/aarhus/velkommen/"
    assert helper.get("/velkommen/").status_code == 200
    with working_for(aarhus.pk):
        event = Event.objects.get(kind="entrance.help_confirmed")
        assert event.actor_id == kirsten.pk


def test_no_means_no(helper: KommuneClient, aarhus: Municipality, kirsten: Person) -> None:
    pk = _asks(helper, kirsten)
    browser(aarhus, kirsten).post(f"/velkommen/hjaelp/{pk}/", {"svar": "nej"})

    answer = helper.post(f"/medarbejder/skranke/{pk}/", YES)

    assert answer["Location"] == "/aarhus/medarbejder/skranke/"
    assert helper.get("/velkommen/").status_code == 403


def test_an_old_question_cannot_be_said_yes_to(
    helper: KommuneClient, kirsten: Person, clock: time_machine.Traveller
) -> None:
    pk = _asks(helper, kirsten)
    clock.move_to(NOW + timedelta(minutes=15))

    assert helper.post(f"/medarbejder/skranke/{pk}/", YES)["Location"].endswith("/skranke/")
    assert helper.get("/velkommen/").status_code == 403


def test_a_helper_cannot_take_a_colleagues_help_or_say_yes_for_her(
    helper: KommuneClient, aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    pk = _begins(helper, kirsten)
    colleague = browser(aarhus, omar)

    assert colleague.get(f"/medarbejder/skranke/{pk}/").status_code == 404
    assert colleague.post(f"/medarbejder/skranke/{pk}/", YES).status_code == 404
    assert colleague.post(f"/medarbejder/skranke/borger/{kirsten.pk}/")["Location"].endswith(
        "/medarbejder/skranke/"
    ), "somebody helps her already"
    assert helper.post(f"/velkommen/hjaelp/{pk}/", {"svar": "ja"}).status_code == 403
    session = colleague.session
    session["help"] = pk
    session.save()
    assert colleague.get("/velkommen/").status_code == 302, "a forged session opens nothing"
    assert colleague.get("/velkommen/").status_code == 403


def test_another_kommune_can_neither_ask_nor_use_it(
    helper: KommuneClient, kirsten: Person, odense: Municipality, lise: Person, jonas: Person
) -> None:
    pk = _begins(helper, kirsten)
    as_lise = browser(odense, lise)

    assert as_lise.post(f"/medarbejder/skranke/borger/{kirsten.pk}/").status_code == 404
    assert as_lise.get(f"/medarbejder/skranke/{pk}/").status_code == 404
    session = as_lise.session
    session["help"] = pk
    session.save()
    assert as_lise.get("/velkommen/").status_code in {302, 403}
    assert as_lise.get("/velkommen/").status_code == 403
    helper.prefix = "/odense"
    answer = helper.get("/velkommen/")
    assert "/odense/log-ind/" in answer["Location"], "the helper's own browser is nobody there"


def test_only_those_who_help_citizens_may_ask(
    aarhus: Municipality, kirsten: Person, mads: Person, eva: Person, bente: Person
) -> None:
    for person in (mads, eva, bente):
        asked = browser(aarhus, person).post(f"/medarbejder/skranke/borger/{kirsten.pk}/")
        assert asked.status_code == 403


def test_a_member_of_staff_cannot_be_helped(helper: KommuneClient, omar: Person) -> None:
    assert helper.post(f"/medarbejder/skranke/borger/{omar.pk}/").status_code == 404


def test_names_are_shown_only_when_asked_for_and_it_is_remembered(
    helper: KommuneClient, aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    assert "Kirsten" not in text_of(helper.get("/medarbejder/skranke/"))
    found = text_of(helper.get("/medarbejder/skranke/?navn=kirst"))

    assert "Kirsten Holm" in found
    assert "Mads" not in found
    with working_for(aarhus.pk):
        event = Event.objects.get(kind="entrance.names_shown")
        assert event.data["citizen_ids"] == [kirsten.pk]


def test_to_ask_another_ends_what_was(helper: KommuneClient, kirsten: Person, mads: Person) -> None:
    _begins(helper, kirsten)
    _asks(helper, mads)

    assert helper.get("/velkommen/").status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"confirmed_at": NOW, "confirmed": "own_login", "ends_at": NOW + timedelta(minutes=61)},
        {"confirmed_at": NOW, "confirmed": "at_the_counter", "ends_at": NOW + timedelta(hours=1)},
        {"confirmed_at": None, "confirmed": "", "ends_at": NOW + timedelta(minutes=5)},
    ],
    ids=["longer than an hour", "nothing shown", "without a yes"],
)
def test_the_database_refuses_help_that_may_not_be(
    wrong: dict[str, object], aarhus: Municipality, kirsten: Person, ida: Person
) -> None:
    with working_for(aarhus.pk):
        row = actions.ask_to_help(citizen_id=kirsten.pk, helper_id=ida.pk, at=NOW)
        with pytest.raises(IntegrityError), transaction.atomic():
            HelpSession.objects.filter(pk=row.pk).update(**wrong)


def test_a_second_yes_finds_the_question_closed(
    aarhus: Municipality, kirsten: Person, ida: Person
) -> None:
    with working_for(aarhus.pk):
        row = actions.ask_to_help(citizen_id=kirsten.pk, helper_id=ida.pk, at=NOW)
        actions.say_yes_herself(session=row, at=NOW)
        with pytest.raises(actions.NotWaiting):
            actions.say_yes_at_the_counter(session=row, shown=Shown.PASSPORT, at=NOW)
        row.refresh_from_db()
        assert row.confirmed == Confirmed.OWN_LOGIN
