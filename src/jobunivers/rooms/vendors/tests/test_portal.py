# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm's own pages: describing, handing in, answering, talking, leaving."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.files.tests.making import pdf_bytes, pdf_upload
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace.models import OfferVersion
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors import actions
from jobunivers.rooms.vendors.models import Gate, Leaving, SolutionMessage, VendorMember
from jobunivers.rooms.vendors.queries.steps import STEPS
from jobunivers.rooms.vendors.tests.portal_making import (
    OWN,
    describe,
    described,
    drafted,
    firm_of,
    fresh,
    on_market,
    page,
)
from jobunivers.rooms.vendors.tests.test_pages import QUEUE, _answers
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def test_a_firm_describes_hands_in_and_is_approved(
    as_vera: KommuneClient, as_nadia: KommuneClient, national: Municipality
) -> None:
    assert "I har ingen løsninger endnu" in page(as_vera.get("/leverandoer/"))
    begun = {"kind": "tool", "title_da": "CV på en time", "summary_da": "Skriv et CV."}
    answer = as_vera.post(f"{OWN}ny/", begun)
    assert answer.status_code == 302
    offer_path = answer["Location"].removeprefix(as_vera.prefix).removesuffix("beskriv/")
    assert describe(as_vera, offer_path).status_code == 302
    shown = page(as_vera.get(offer_path))
    assert "Send ind" in shown
    assert "Den første" in shown
    seen = shown.split('name="seen" value="')[1].split('"')[0]
    as_vera.post(f"{offer_path}handling/", {"handling": "indsend", "seen": seen})
    assert "venter på at blive læst" in page(as_vera.get(offer_path))
    assert "CV på en time" in page(as_nadia.get(QUEUE))
    pk = offer_path.strip("/").rpartition("/")[2]
    waiting = page(as_nadia.get(f"{QUEUE}{pk}/"))
    stamp = waiting.split('name="handed_in" value="')[1].split('"')[0]
    told = {"act": "godkend", "number": "1", "handed_in": stamp}
    assert as_nadia.post(f"{QUEUE}{pk}/afgoer/", told).status_code == 302
    assert "Godkendt, men holdt tilbage" in page(as_vera.get(offer_path))
    assert "Svar på tjeklisten" in page(as_vera.get("/leverandoer/"))


def test_who_is_sent_back_reads_why_and_keeps_her_own_words(
    as_vera: KommuneClient, as_nadia: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = drafted(vera)
    describe(as_vera, f"{OWN}{offer.pk}/")
    offer = fresh(offer, national)
    as_vera.post(f"{OWN}{offer.pk}/handling/", {"handling": "indsend", "seen": offer.version})
    told = {"act": "send-tilbage", "number": "1", "why": "Skriv prisen."}
    as_nadia.post(f"{QUEUE}{offer.pk}/afgoer/", told)
    shown = page(as_vera.get(f"{OWN}{offer.pk}/"))
    assert "Skriv prisen." in shown
    assert "Sendt tilbage" in page(as_vera.get("/leverandoer/"))
    with working_for(national.pk):
        assert OfferVersion.objects.get(offer=offer).note == "Den første"


def test_what_waits_is_not_written_in_until_it_is_taken_back(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = drafted(vera)
    path = f"{OWN}{offer.pk}/"
    describe(as_vera, path)
    handed_in = {"handling": "indsend", "seen": fresh(offer, national).version}
    as_vera.post(f"{path}handling/", handed_in)
    seen = str(fresh(offer, national).version)
    answer = as_vera.post(f"{path}beskriv/", described(title_da="Ændret imens", seen=seen))
    assert answer.status_code == 409
    assert "Ændret imens" in page(answer)
    with working_for(national.pk):
        assert OfferVersion.objects.get(offer=offer).title_da == "CV på en time"
    as_vera.post(f"{path}handling/", {"handling": "tag-tilbage"})
    assert as_vera.post(f"{path}handling/", {"handling": "tag-tilbage"}).status_code == 409
    seen = str(fresh(offer, national).version)
    told = described(title_da="Ændret imens", seen=seen)
    assert as_vera.post(f"{path}beskriv/", told).status_code == 302


def test_what_is_only_begun_is_not_handed_in_but_described_first(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = drafted(vera)
    path = f"{OWN}{offer.pk}/"
    assert "Send ind" not in page(as_vera.get(path))
    answer = as_vera.post(f"{path}handling/", {"handling": "indsend", "seen": "1"})
    assert answer["Location"].endswith("/beskriv/hvad/")
    with working_for(national.pk):
        assert OfferVersion.objects.get(offer=offer).submitted_at is None
    describe(as_vera, path)
    assert "Send ind" in page(as_vera.get(path))
    seen = fresh(offer, national).version
    as_vera.post(f"{path}handling/", {"handling": "indsend", "seen": seen})
    # Nobody writes a long form only to hear that it waits.
    assert 'name="about_da"' not in page(as_vera.get(f"{path}beskriv/"))


def test_who_decides_decides_about_what_she_has_read(
    as_vera: KommuneClient, as_nadia: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = drafted(vera)
    path = f"{OWN}{offer.pk}/"
    describe(as_vera, path)
    handed_in = {"handling": "indsend", "seen": fresh(offer, national).version}
    as_vera.post(f"{path}handling/", handed_in)
    read = page(as_nadia.get(f"{QUEUE}{offer.pk}/"))
    stamp = read.split('name="handed_in" value="')[1].split('"')[0]
    as_vera.post(f"{path}handling/", {"handling": "tag-tilbage"})
    seen = str(fresh(offer, national).version)
    as_vera.post(f"{path}beskriv/", described(title_da="Noget helt andet", seen=seen))
    seen = str(fresh(offer, national).version)
    as_vera.post(f"{path}handling/", {"handling": "indsend", "seen": seen})
    told = {"act": "godkend", "number": "1", "handed_in": stamp}
    assert as_nadia.post(f"{QUEUE}{offer.pk}/afgoer/", told).status_code == 409
    assert fresh(offer, national).current is None


def test_two_of_a_firm_write_at_once_and_the_second_sees_both(
    as_vera: KommuneClient, as_viktor: KommuneClient, vera: Person
) -> None:
    offer = drafted(vera)
    path = f"{OWN}{offer.pk}/beskriv/"
    assert as_vera.post(path, described(about_da="Fra Vera")).status_code == 302
    answer = as_viktor.post(path, described(about_da="Fra Viktor"))
    assert answer.status_code == 409
    assert "Fra Vera" in page(answer)
    assert "Fra Viktor" in page(answer)
    seen = page(answer).split('name="seen" value="')[1].split('"')[0]
    assert as_viktor.post(path, described(about_da="Fra Viktor", seen=seen)).status_code == 302


@pytest.mark.parametrize(
    "bad",
    [
        {"title_da": ""},
        {"url": ""},
        {"url": "javascript:alert(1)"},
        {"url": "http://nordlys.example/cv"},
        {"way": "contact", "contact": ""},
        {"way": "own"},
        {"minutes": "0"},
        {"minutes": "en time"},
        {"skills": "zzzz findes ikke"},
        {"kommuner": "Andeby"},
        {"ends_at": "2026-12-01T10:00"},
        {"categories": "findes-ikke"},
        {"about_da": "x" * 20_001},
        {"gets": "cpr"},
        {"seen": "x"},
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_saved(
    as_vera: KommuneClient, vera: Person, bad: dict[str, str]
) -> None:
    offer = drafted(vera)
    (name,) = bad if "contact" not in bad else ["contact"]
    step = next(one for one in STEPS if name in ("seen", *one.fields))
    answer = as_vera.post(f"{OWN}{offer.pk}/beskriv/{step.code}/", described(**bad))
    assert answer.status_code == 422
    with working_for(vera.municipality_id):
        assert OfferVersion.objects.get(offer=offer).about_da == ""


def test_long_texts_and_html_are_kept_and_shown_as_text(
    as_vera: KommuneClient, vera: Person
) -> None:
    offer = drafted(vera)
    text = "<script>alert(1)</script>" + "æ" * 19_900
    told = described(about_da=text, kommuner="Aarhus\nodense kommune", says_ai="Ingen AI.")
    assert describe(as_vera, f"{OWN}{offer.pk}/", **told).status_code == 302
    shown = page(as_vera.get(f"{OWN}{offer.pk}/udgaver/1/"))
    assert "<script>alert" not in shown
    assert "&lt;script&gt;" in shown
    assert "Aarhus, Odense" in shown
    assert "Brug af AI: Ingen AI." in shown


def test_another_firms_solution_is_not_there(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    with working_for(national.pk):
        other = make_offer(at=timezone.now())
    for part in (
        "",
        "beskriv/hvad/",
        "svar/",
        "beskeder/",
        "tal/",
        "teknik/",
        "traek/",
        "udgaver/1/",
    ):
        assert as_vera.get(f"{OWN}{other.pk}/{part}").status_code == 404, part
    assert as_vera.post(f"{OWN}{other.pk}/handling/", {"handling": "bliv"}).status_code == 404
    assert as_vera.get(f"{OWN}99999999999999999999/").status_code == 404


def test_an_editor_does_what_editors_do_and_no_more(
    as_viktor: KommuneClient, viktor: Person
) -> None:
    offer = drafted(viktor)
    assert as_viktor.get(f"{OWN}{offer.pk}/").status_code == 200
    for part in ("medarbejdere/", "profil/", f"loesninger/{offer.pk}/traek/"):
        assert as_viktor.get(f"/leverandoer/{part}").status_code == 403, part


def test_a_firm_answers_itself_and_somebody_else_accepts(
    as_vera: KommuneClient, as_nadia: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = on_market(vera, data=["name"])
    path = f"{OWN}{offer.pk}/svar/"
    bad = pdf_upload(content=pdf_bytes(script="app.alert(1)"))
    assert as_vera.post(path, _answers() | {"dpa_file": bad}).status_code == 422
    old = (timezone.localdate(timezone.now()) - timedelta(days=400)).isoformat()
    told = _answers(statement_on=old) | {"dpa_file": pdf_upload()}
    assert as_vera.post(path, told).status_code == 302
    assert "Erklæringen er for gammel" in page(as_vera.get(f"{OWN}{offer.pk}/"))
    assert as_vera.post(path, _answers(seen="1")).status_code == 302
    assert as_vera.post(path, _answers(seen="1", faults="Nu")).status_code == 409
    accepted = {"act": "godkend-svar", "number": "2"}
    assert as_nadia.post(f"{QUEUE}{offer.pk}/afgoer/", accepted).status_code == 302
    assert fresh(offer, national).blocked == []
    kept = Gate.objects.get().accepted["dpa_file"]
    assert as_vera.get(f"/leverandoer/dokument/{kept}/")["Content-Type"] == "application/pdf"
    assert as_vera.get(f"{QUEUE}{offer.pk}/").status_code == 403


def test_both_sides_write_and_see_what_is_new(
    as_vera: KommuneClient, as_nadia: KommuneClient, vera: Person
) -> None:
    offer = drafted(vera)
    own, theirs = f"{OWN}{offer.pk}/beskeder/", f"{QUEUE}{offer.pk}/beskeder/"
    assert as_vera.post(own, {"words": " ", "seen": "0"}).status_code == 422
    as_vera.post(own, {"words": "Hvad mangler der?", "seen": "0"})
    as_vera.post(own, {"words": "Hvad mangler der?", "seen": "0"})
    assert SolutionMessage.objects.count() == 1
    assert "1 ulæst" in page(as_nadia.get(f"{QUEUE}{offer.pk}/"))
    first = page(as_nadia.get(theirs))
    assert "Vera Nord" in first
    assert "<strong>ny</strong>" in first
    assert "<strong>ny</strong>" not in page(as_nadia.get(theirs))
    as_nadia.post(theirs, {"words": "<b>Prisen</b>", "seen": "1"})
    assert "1 ulæst besked" in page(as_vera.get("/leverandoer/"))
    read = page(as_vera.get(own))
    assert "Nadia" not in read
    assert "De, der driver platformen" in read
    assert "&lt;b&gt;Prisen" in read
    assert "ulæst" not in page(as_vera.get("/leverandoer/"))


def test_a_solution_goes_with_notice_and_may_stay_after_all(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = on_market(vera)
    path = f"{OWN}{offer.pk}/"
    today = timezone.localdate(timezone.now())
    soon = {"from_on": (today + timedelta(days=3)).isoformat(), "why": "Vi lukker"}
    assert as_vera.post(f"{path}traek/", soon).status_code == 422
    told = {"from_on": (today + timedelta(days=30)).isoformat(), "why": "Vi lukker"}
    assert as_vera.post(f"{path}traek/", told).status_code == 302
    assert "Vi lukker" in page(as_vera.get(path))
    as_vera.post(f"{path}handling/", {"handling": "bliv"})
    with working_for(national.pk):
        assert actions.leave_due(at=timezone.now() + timedelta(days=40)) == 0
    as_vera.post(f"{path}traek/", told)
    with working_for(national.pk):
        assert actions.leave_due(at=timezone.now() + timedelta(days=40)) == 1
        assert actions.leave_due(at=timezone.now() + timedelta(days=40)) == 0
    assert fresh(offer, national).state == "withdrawn"
    assert Leaving.objects.filter(done_at__isnull=False).count() == 1


def test_somebody_who_has_stopped_is_out_at_once(
    as_vera: KommuneClient, as_viktor: KommuneClient, viktor: Person
) -> None:
    assert as_viktor.get("/leverandoer/").status_code == 200
    row = VendorMember.objects.get(person_id=viktor.pk)
    assert as_vera.post(f"/leverandoer/medarbejdere/{row.pk}/stop/", {}).status_code == 302
    gone = as_viktor.get("/leverandoer/")
    assert gone.status_code == 302
    assert "/log-ind/" in gone["Location"]
    assert as_viktor.post(f"{OWN}ny/", {}).status_code == 401


def test_a_last_day_that_has_passed_ends_a_session_before_the_night_does(
    as_viktor: KommuneClient, viktor: Person
) -> None:
    today = timezone.localdate(timezone.now())
    VendorMember.objects.filter(person_id=viktor.pk).update(until_on=today)
    gone = as_viktor.get("/leverandoer/")
    assert gone.status_code == 302
    assert "/log-ind/" in gone["Location"]
    with working_for(viktor.municipality_id):
        assert actions.end_due(at=timezone.now()) == 1


def test_a_firm_keeps_somebody_who_decides_and_invites_others(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    own = VendorMember.objects.get(person_id=vera.pk)
    path = f"/leverandoer/medarbejdere/{own.pk}/stop/"
    assert as_vera.post(path, {}).status_code == 422
    told = {"name": "Vibeke Dal", "email": "vibeke@nordlys.example", "rank": "administrator"}
    assert (
        as_vera.post("/leverandoer/medarbejdere/ny/", told | {"rank": "konge"}).status_code == 422
    )
    assert as_vera.post("/leverandoer/medarbejdere/ny/", told).status_code == 302
    assert "Vibeke Dal" in page(as_vera.get("/leverandoer/medarbejdere/"))
    assert as_vera.post(path, {}).status_code == 302
    assert firm_of(vera).name == "Nordlys Læring ApS"
    with working_for(national.pk):
        invited = VendorMember.objects.exclude(pk=own.pk).get()
        assert Person.objects.get(pk=invited.person_id).role == "vendor"


def test_two_write_the_profile_and_a_wrong_number_is_refused(
    as_vera: KommuneClient, vera: Person
) -> None:
    told: dict[str, Any] = {"name": "Nordlys A/S", "cvr": "12 34 56 78", "seen": "1"}
    assert as_vera.post("/leverandoer/profil/", told).status_code == 422
    told["cvr"] = "99 99 00 07"
    assert as_vera.post("/leverandoer/profil/", told).status_code == 302
    assert firm_of(vera).cvr == "99990007"
    answer = as_vera.post("/leverandoer/profil/", told | {"name": "Noget andet"})
    assert answer.status_code == 409
    assert "Nordlys A/S" in page(answer)
    assert "Noget andet" in page(answer)


def test_a_withdrawn_solution_can_be_handed_in_again(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = on_market(vera)
    with working_for(national.pk):
        actions.withdraw(offer=offer, why="Fejl", at=timezone.now(), actor_id=1)
    assert "Taget ned" in page(as_vera.get(f"{OWN}{offer.pk}/"))
    seen = str(fresh(offer, national).version)
    as_vera.post(f"{OWN}{offer.pk}/beskriv/", described(seen=seen))
    seen = str(fresh(offer, national).version)
    as_vera.post(f"{OWN}{offer.pk}/handling/", {"handling": "indsend", "seen": seen})
    with working_for(national.pk):
        actions.approve(offer=fresh(offer, national), number=2, at=timezone.now(), actor_id=1)
    assert fresh(offer, national).state == "approved"


def test_how_systems_speak_is_set_up_and_secrets_are_shown_once(
    as_vera: KommuneClient, vera: Person
) -> None:
    offer = on_market(vera)
    path = f"{OWN}{offer.pk}/teknik/"
    bad = {"login_uri": "http://nordlys.example/start", "redirect_uris": "https://n.example/t"}
    assert as_vera.post(path, bad).status_code == 422
    told = {"login_uri": "https://nordlys.example/start", "redirect_uris": "https://n.example/t"}
    first = as_vera.post(path, told)
    assert "client_secret" in page(first)
    assert first["Cache-Control"] == "no-store"
    assert "client_secret" not in page(as_vera.get(path))
    assert "client_secret" in page(as_vera.post(f"{path}hemmelighed/"))
    made = page(as_vera.post(f"{path}noegle/"))
    assert "Hemmeligheden vises kun nu" in made
    number = made.split(f"{path}noegle/")[1].split("/")[0]
    assert "Hemmeligheden" in page(as_vera.post(f"{path}noegle/{number}/", {"handling": "skift"}))
    assert as_vera.post(f"{path}noegle/{number}/", {"handling": "x"}).status_code == 404
    assert as_vera.post(f"{path}noegle/99999999/", {"handling": "luk"}).status_code == 404
