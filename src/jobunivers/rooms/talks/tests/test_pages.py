# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.plan.models import Activity
from jobunivers.rooms.tailored.tests.making import MANAGER, WAREHOUSE, make_profile, make_run
from jobunivers.rooms.talks import actions, queries
from jobunivers.rooms.talks.models import CueCard, Proposal, Talk, TalkKind, TalkState
from jobunivers.rooms.talks.queries.staff_page import MODEL
from jobunivers.rooms.talks.tests.making import (
    card_entry,
    give_reason,
    make_point,
    make_talk,
    show,
    text,
)
from jobunivers.rooms.vacancies.tests.factories import ODENSE, make_application, make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


def page_of(citizen: Person, talk: Talk | None = None) -> str:
    return f"/medarbejder/borgere/{citizen.pk}/samtale/" + (f"{talk.pk}/" if talk else "")


def test_the_page_asks_why_and_leads_back(as_omar: KommuneClient, kirsten: Person) -> None:
    answer = as_omar.get(page_of(kirsten))

    assert answer.status_code == 302
    assert "/grund/" in answer["Location"]
    assert "samtale" in answer["Location"]


def test_what_lies_before_the_two_is_logged_and_written_down(
    as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)

    page = text(as_omar, page_of(kirsten))

    assert "Den første samtale" in page
    assert "Planen er tom" in page
    assert "Begynd med borgerens egne ord" in page  # a cue card
    assert "Valgt af en computer efter faste regler" in page
    with working_for(talk.municipality_id):
        shown = Proposal.objects.filter(talk=talk)
        assert {one.code for one in shown if one.kind == "focus"} >= {"first_talk", "plan_empty"}
        assert all(one.version for one in shown)
        assert {one.part for one in Look.objects.filter(citizen_id=kirsten.pk)} >= {"talks"}


def test_she_sees_each_subject_in_her_words_and_says_not_this(
    as_omar: KommuneClient, as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    text(as_omar, page_of(kirsten))
    hers = text(as_kirsten, f"/samtaler/{talk.pk}/")
    assert "Din plan er tom endnu" in hers

    said = {"kind": "focus", "code": "plan_empty", "state": "aside"}
    assert as_kirsten.post(f"/samtaler/{talk.pk}/forslag/", said).status_code == 302

    page = text(as_omar, page_of(kirsten))
    before, after = page.split("Lagt til side", 1)
    assert "Planen er tom" not in before.split('id="fokus"')[1]
    assert "borgeren har sagt: ikke det" in after
    assert "Det tager vi ikke op" in text(as_kirsten, f"/samtaler/{talk.pk}/")


def test_everything_proposed_to_staff_stands_on_her_page_too(
    as_omar: KommuneClient, as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    make_profile(kirsten)
    make_run(kirsten, [make_vacancy("Lagerchef i Skejby")])
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)

    assert "Lagerchef i Skejby" in text(as_omar, page_of(kirsten))

    hers = text(as_kirsten, f"/samtaler/{talk.pk}/")
    assert "Lagerchef i Skejby" in hers
    page = queries_of(talk)
    for line in page.focus:
        assert line.text in hers


def queries_of(talk: Talk) -> queries.HerTalk:
    with working_for(talk.municipality_id):
        return queries.her_talk(talk=talk, language="da", at=timezone.now())


def test_a_job_goes_into_her_plan_with_one_click_and_only_once(
    as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    vacancy = make_vacancy()
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    show(talk, "job", str(vacancy.pk))
    said = {"kind": "job", "code": str(vacancy.pk), "state": "used", "plan": "1"}

    for _ in range(2):
        as_omar.post(f"{page_of(kirsten, talk)}forslag/", said)

    with working_for(talk.municipality_id):
        [activity] = Activity.objects.filter(citizen_id=kirsten.pk)
        assert (activity.state, activity.thing_id) == ("suggested", vacancy.pk)
        assert Proposal.objects.get(talk=talk, kind="job").state == "used"


def test_a_proposal_nobody_made_changes_nothing(
    as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    talk = make_talk(kirsten, omar)
    for said in (
        {"kind": "job", "code": "x" * 900, "state": "used", "plan": "1"},
        {"kind": "nothing", "code": "1", "state": "used"},
        {"kind": "focus", "code": "offer", "state": "broken"},
        {},
    ):
        assert as_omar.post(f"{page_of(kirsten, talk)}forslag/", said).status_code == 302

    with working_for(talk.municipality_id):
        assert not Proposal.objects.exists()


def test_two_who_write_the_same_referat_both_keep_their_words(
    as_omar: KommuneClient, as_ida: KommuneClient, kirsten: Person, omar: Person
) -> None:
    for browser in (as_omar, as_ida):
        give_reason(browser, kirsten)
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    path = f"{page_of(kirsten, talk)}referat/"
    assert as_omar.post(path, {"text": "Omars ord", "version": "0"}).status_code == 302

    answer = as_ida.post(path, {"text": "Idas ord", "version": "0"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Omars ord" in page
    assert "Idas ord" in page
    assert as_ida.post(path, {"text": "Begges ord", "version": "1"}).status_code == 302


def test_another_kommunes_talk_does_not_exist(
    as_lise: KommuneClient, as_jonas: KommuneClient, kirsten: Person, jonas: Person, omar: Person
) -> None:
    talk = make_talk(kirsten, omar)

    assert as_lise.get(page_of(kirsten)).status_code == 404
    assert as_jonas.get(f"/samtaler/{talk.pk}/").status_code == 404
    give_reason(as_lise, jonas)
    assert as_lise.get(page_of(jonas, talk)).status_code == 404
    assert as_lise.post(f"{page_of(jonas, talk)}tilstand/", {"state": "held"}).status_code == 404


def test_another_citizens_talk_does_not_exist_for_her(
    as_mads: KommuneClient, kirsten: Person, omar: Person
) -> None:
    talk, point = make_talk(kirsten, omar), make_point(kirsten)

    assert as_mads.get(f"/samtaler/{talk.pk}/").status_code == 404
    assert as_mads.post("/samtaler/punkt/", {"words": "x", "talk": talk.pk}).status_code == 404
    assert as_mads.post(f"/samtaler/punkt/{point.pk}/fjern/").status_code == 404


@pytest.mark.parametrize(("days", "said"), [(-40, "30 dage tilbage"), (500, "mere end et år")])
def test_a_talk_far_away_in_time_is_a_slip_of_the_finger(
    days: int, said: str, as_omar: KommuneClient, kirsten: Person
) -> None:
    give_reason(as_omar, kirsten)
    day = timezone.localdate() + timedelta(days=days)

    answer = as_omar.post(
        f"{page_of(kirsten)}ny/",
        {"kind": "job", "form": "phone", "day": day.isoformat(), "clock": "10:00", "minutes": "30"},
    )

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_talk_is_planned_moved_and_called_off(
    as_omar: KommuneClient, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    give_reason(as_omar, kirsten)
    day = timezone.localdate() + timedelta(days=7)
    said = {
        "kind": "job",
        "form": "phone",
        "day": day.isoformat(),
        "clock": "10.15",
        "minutes": "30",
    }
    as_omar.post(f"{page_of(kirsten)}ny/", said)
    with working_for(kirsten.municipality_id or 0):
        talk = Talk.objects.get()

    moved = {"form": "virtual", "day": day.isoformat(), "clock": "11:00", "version": "1"}
    assert as_omar.post(f"{page_of(kirsten, talk)}flyt/", moved).status_code == 302
    assert as_omar.post(f"{page_of(kirsten, talk)}flyt/", moved).status_code == 409
    assert "11.00" in text(as_kirsten, "/samtaler/")

    as_omar.post(f"{page_of(kirsten, talk)}tilstand/", {"state": "cancelled"})
    assert "Aflyst" in text(as_kirsten, f"/samtaler/{talk.pk}/")


def test_she_puts_her_own_points_on_the_agenda_before(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    as_kirsten.post("/samtaler/punkt/", {"words": "Min <b>bil</b>"})
    assert as_kirsten.post("/samtaler/punkt/", {"words": "   "}).status_code == 422
    make_talk(kirsten, omar)

    page = text(as_omar, page_of(kirsten))

    assert "Min &lt;b&gt;bil&lt;/b&gt;" in page
    assert "Borgerens eget punkt" in page


def test_a_point_that_is_too_long_is_not_lost(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    talk, long = make_talk(kirsten, omar), "Om min ryg " * 40
    for sent in (
        as_kirsten.post("/samtaler/punkt/", {"words": long}),
        as_kirsten.post("/samtaler/punkt/", {"words": long, "talk": talk.pk}),
        as_omar.post(f"{page_of(kirsten, talk)}punkt/", {"words": long}),
    ):
        assert sent.status_code == 422
        assert long.strip() in sent.content.decode()
        assert "Skriv det kortere, højst 300 tegn." in sent.content.decode()
    wrong = as_omar.post(f"{page_of(kirsten, talk)}deltager/", {"name": "Bo Bisidder", "role": "x"})
    assert wrong.status_code == 422
    assert 'value="Bo Bisidder"' in wrong.content.decode()


def test_a_point_beyond_what_a_talk_holds_stays_in_the_form(as_kirsten: KommuneClient) -> None:
    for number in range(20):
        as_kirsten.post("/samtaler/punkt/", {"words": f"Punkt {number}"})
    answer = as_kirsten.post("/samtaler/punkt/", {"words": "Et til"})
    assert answer.status_code == 422
    assert 'value="Et til"' in answer.content.decode()


def test_a_point_for_a_talk_that_has_just_ended_waits_for_the_next(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    talk = make_talk(kirsten, omar, state=TalkState.HELD)
    as_kirsten.post("/samtaler/punkt/", {"words": "Om kurset", "talk": talk.pk})
    page = text(as_kirsten, "/samtaler/")
    assert "Om kurset" in page
    assert "Samtalen er slut" in page


def test_what_changed_since_the_last_talk_stands_there(
    as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    make_application(kirsten, title="Gammel ansøgning", at=timezone.now() - timedelta(days=9))
    make_talk(
        kirsten, omar, state=TalkState.HELD, at=timezone.now() - timedelta(days=5),
        starts_at=timezone.now() - timedelta(days=5),
    )  # fmt: skip
    make_application(kirsten, title="Ny ansøgning på havnen")

    page = text(as_omar, page_of(kirsten))

    assert "Siden sidst" in page
    assert "Ny ansøgning på havnen" in page
    assert "Gammel ansøgning" not in page


def test_a_talk_that_was_held_stands_as_it_was(
    as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    show(talk, "focus", "no_application", days=33)
    as_omar.post(f"{page_of(kirsten, talk)}tilstand/", {"state": "held"})

    page = text(as_omar, page_of(kirsten, talk))

    assert "i 33 dage" in page
    assert "Tag op" not in page
    assert "Planlæg næste samtale" in page


def test_switched_off_nothing_is_proposed_and_the_talk_is_held_as_before(
    as_omar: KommuneClient, kirsten: Person, omar: Person, anne: Person
) -> None:
    give_reason(as_omar, kirsten)
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    with working_for(talk.municipality_id):
        trust.switch(code=MODEL, on=False, reason="Pause", actor_id=anne.pk, at=timezone.now())

    page = text(as_omar, page_of(kirsten))

    assert "Kommunen har slået forslagene fra" in page
    assert "Den første samtale" not in page
    with working_for(talk.municipality_id):
        assert not Proposal.objects.filter(kind__in=["focus", "card"]).exists()


# --- the map -----------------------------------------------------------------------------


def test_the_map_and_its_list_hold_the_jobs_in_her_work_within_the_radius(
    as_omar: KommuneClient, kirsten: Person, index: Callable[[], None]
) -> None:
    give_reason(as_omar, kirsten)
    make_profile(kirsten, wish=MANAGER)
    near = make_vacancy("Lagerchef nær", occupation_uri=MANAGER, isco="1324")
    make_vacancy("Lagerchef langt væk", occupation_uri=MANAGER, isco="1324", **ODENSE)
    make_vacancy("Lagermedarbejder nær", occupation_uri=WAREHOUSE, isco="9333")
    index()

    page = text(as_omar, f"{page_of(kirsten)}kort/")

    assert "Lagerchef nær" in page
    assert "Lagerchef langt væk" not in page
    assert "Lagermedarbejder nær" not in page
    [feature] = as_omar.get(f"{page_of(kirsten)}kort/punkter/").json()["features"]
    assert feature["properties"]["count"] == 1
    assert str(near.pk) in feature["properties"]["url"]
    assert "Lagerchef langt væk" in text(as_omar, f"{page_of(kirsten)}kort/?km=100")
    assert "Lagermedarbejder nær" in text(as_omar, f"{page_of(kirsten)}kort/?fag=alle")


@pytest.mark.parametrize("query", ["?km=7&fag=x", "?km=-1", "?km=&side=zz", "?km=99999999999&fag="])
def test_a_strange_address_of_the_map_is_answered_as_usual(
    query: str, as_omar: KommuneClient, kirsten: Person, index: Callable[[], None]
) -> None:
    give_reason(as_omar, kirsten)
    make_profile(kirsten)
    index()

    assert "inden for 50 km" in text(as_omar, f"{page_of(kirsten)}kort/{query}")
    assert as_omar.get(f"{page_of(kirsten)}kort/punkter/{query}").status_code == 200


def test_who_has_told_no_place_or_no_wish_is_told_how(
    as_omar: KommuneClient, kirsten: Person, mads: Person, index: Callable[[], None]
) -> None:
    for person in (kirsten, mads):
        give_reason(as_omar, person)
    make_profile(kirsten, place=False)
    make_profile(mads, wish="")
    index()

    assert "hvor borgeren bor" in text(as_omar, f"{page_of(kirsten)}kort/")
    assert "ikke skrevet et ønske" in text(as_omar, f"{page_of(mads)}kort/")
    assert as_omar.get(f"{page_of(kirsten)}kort/punkter/").json()["features"] == []


def test_jobs_in_one_place_are_one_point_with_their_number(
    as_omar: KommuneClient, kirsten: Person, index: Callable[[], None]
) -> None:
    give_reason(as_omar, kirsten)
    make_profile(kirsten, wish=MANAGER)
    for number in range(12):
        make_vacancy(f"Lagerchef {number}", occupation_uri=MANAGER, isco="1324")
    index()

    [feature] = as_omar.get(f"{page_of(kirsten)}kort/punkter/").json()["features"]

    assert (feature["properties"]["count"], feature["properties"]["title"]) == (
        12, "12 job Aarhus C",
    )  # fmt: skip


# --- cue cards ---------------------------------------------------------------------------


def test_a_kommunes_own_version_stands_instead_of_the_countrys(
    as_eva: KommuneClient, as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    said = {**form_of(card_entry()), "seen": "0"}

    assert as_eva.post("/administration/notatkort/open-the-talk/", said).status_code == 302

    page = text(as_omar, page_of(kirsten))
    assert "Vores eget kort" in page
    assert "Begynd med borgerens egne ord" not in page
    assert as_eva.post("/administration/notatkort/open-the-talk/", said).status_code == 409


def form_of(entry: actions.CardEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in entry.__slots__}


def test_a_card_taken_out_of_use_is_not_shown_and_its_versions_stay(
    as_eva: KommuneClient, as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    make_talk(kirsten, omar, state=TalkState.UNDER_WAY)

    as_eva.post("/administration/notatkort/open-the-talk/fjern/")

    assert "Begynd med borgerens egne ord" not in text(as_omar, page_of(kirsten))
    assert "Landets version 1" in text(as_eva, "/administration/notatkort/open-the-talk/")
    assert "Vises ikke" in text(as_eva, "/administration/notatkort/")


def test_an_adviser_pins_and_hides_cards_for_herself_alone(
    as_omar: KommuneClient, as_tove: KommuneClient, kirsten: Person, omar: Person
) -> None:
    for browser in (as_omar, as_tove):
        give_reason(browser, kirsten)
    make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    here = page_of(kirsten)

    as_omar.post("/medarbejder/notatkort/open-the-talk/", {"wish": "hidden", "next": "//evil.dk"})
    as_omar.post("/medarbejder/notatkort/with-an-interpreter/", {"wish": "pinned"})

    mine = text(as_omar, here).split("Kort, du har skjult")
    assert "Begynd med borgerens egne ord" not in mine[0]
    assert "Samtale med tolk" in mine[0]
    assert "Begynd med borgerens egne ord" in mine[1]
    assert "Samtale med tolk" not in text(as_tove, here)


def test_a_new_card_without_a_situation_is_refused_and_two_titles_alike_are_two_cards(
    as_anne: KommuneClient, anne: Person
) -> None:
    said = form_of(card_entry())
    assert as_anne.post("/administration/notatkort/nyt/", {**said, "tags": []}).status_code == 422

    for _ in range(2):
        assert as_anne.post("/administration/notatkort/nyt/", said).status_code == 302

    with working_for(anne.municipality_id or 0):
        own = CueCard.objects.filter(municipality__isnull=False).order_by("key")
        assert [one.key for one in own] == ["our-own-card", "our-own-card-2"]


def test_the_countrys_cards_are_at_least_twenty_and_every_tag_is_known(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        rows = CueCard.objects.filter(municipality=None)
        known = {tag for tag, _words in queries.all_tags("da", {})}
        assert rows.count() >= 20
        assert {tag for row in rows for tag in row.tags} <= known
        assert actions.ensure_cards(at=timezone.now()) == 0


# --- others -------------------------------------------------------------------------------


def test_a_manager_sees_shares_and_nobodys_name(
    as_bente: KommuneClient, kirsten: Person, omar: Person
) -> None:
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    for number in range(25):
        show(talk, "job", str(number + 1))

    page = text(as_bente, "/leder/samtaler/")

    assert "0 %" in page
    assert omar.name not in page
    assert kirsten.name not in page


def test_ones_own_talks_name_whom_they_are_with_and_that_is_kept(
    as_omar: KommuneClient, as_ida: KommuneClient, kirsten: Person, omar: Person
) -> None:
    make_talk(kirsten, omar)

    assert kirsten.name in text(as_omar, "/medarbejder/samtaler/")
    assert kirsten.name not in text(as_ida, "/medarbejder/samtaler/")
    with working_for(omar.municipality_id or 0):
        [event] = Event.objects.filter(kind="talks.names_shown")
        assert event.data == {"citizens": [kirsten.pk]}


def test_agreements_are_not_written_in_another_kind_of_talk(
    as_omar: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY, kind=TalkKind.OTHER)

    answer = as_omar.post(f"{page_of(kirsten, talk)}aftale/", {"words": "Du ringer"})

    assert answer.status_code == 422
    assert "hører til i en jobsamtale" in answer.content.decode()


# --- her own page ---------------------------------------------------------------------------


def test_her_page_begins_with_the_next_talk_and_offers_no_first_meeting(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    assert "Næste samtale" not in text(as_kirsten, "/min-side/")
    make_talk(kirsten, omar)

    page = text(as_kirsten, "/min-side/")
    assert page.index("Næste samtale") < page.index("Nyt til dig")
    assert f"Med {omar.name}" in page
    assert "Du har ikke bestilt et møde" not in page


def test_a_talk_whose_time_is_long_gone_is_not_the_next(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    long_ago = timezone.now() - timedelta(days=3)
    make_talk(kirsten, omar, starts_at=long_ago, at=long_ago - timedelta(days=1))

    assert "Med Omar" not in text(as_kirsten, "/min-side/")


# --- how often the database is asked --------------------------------------------------------


def statements(browser: KommuneClient, path: str) -> int:
    for _ in range(2):
        assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return len(captured)


def test_however_much_there_is_the_page_of_the_two_asks_no_more_often(
    as_omar: KommuneClient, as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    give_reason(as_omar, kirsten)
    make_profile(kirsten)
    make_run(kirsten, [make_vacancy(f"Job {number}") for number in range(12)])
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)

    def more() -> None:
        make_talk(
            kirsten, omar, starts_at=timezone.now() + timedelta(days=9 + Talk.objects.count())
        )
        make_application(kirsten)
        make_point(kirsten, f"Punkt {Talk.objects.count()}")

    with working_for(talk.municipality_id):
        more()
    few = statements(as_omar, page_of(kirsten)), statements(as_kirsten, f"/samtaler/{talk.pk}/")
    with working_for(talk.municipality_id):
        for _ in range(8):
            more()

    many = statements(as_omar, page_of(kirsten)), statements(as_kirsten, f"/samtaler/{talk.pk}/")
    assert (many[0] <= few[0] <= 32, many[1] <= few[1] <= 17) == (True, True), (few, many)
    assert statements(as_kirsten, "/samtaler/") <= 16
