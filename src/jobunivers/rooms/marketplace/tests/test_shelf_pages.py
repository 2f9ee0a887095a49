# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editors fill shelves, see them as a citizen, and find what needs a hand."""

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.models import (
    LinkCheck,
    LinkState,
    Offer,
    Rating,
    Shelf,
    ShelfEntry,
    Source,
    Stance,
)
from jobunivers.rooms.marketplace.tests.making import NOW, make_offer
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
HYLDER = "/administration/hylder/"
Making = Callable[..., Offer]


@pytest.fixture(autouse=True)
def the_countrys_shelves(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        actions.ensure_shelves(at=NOW)


@pytest.fixture
def make(aarhus: Municipality) -> Making:
    def making(*, on: str = "cv", whose: actions.Whose = actions.COUNTRY, **more: Any) -> Offer:
        with working_for(aarhus.pk):
            offer = make_offer(**more)
            if on:
                actions.place(shelf_key=on, offer_id=offer.pk, whose=whose, at=NOW)
            return offer

    return making


def text(browser: KommuneClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    return html.unescape(re.sub(r"<[^>]+>|\s+", " ", answer.content.decode()))


def standing(kommune: Municipality, course: str | None = None) -> frozenset[int]:
    with working_for(kommune.pk):
        return queries.standing_ids(course, at=timezone.now())


def test_an_editor_hides_what_the_country_shows_and_lets_it_be_shown_again(
    as_eva: KommuneClient, aarhus: Municipality, odense: Municipality, make: Making
) -> None:
    offer = make(title_da="CV-hjælp")
    page = text(as_eva, f"{HYLDER}cv/")
    assert "CV-hjælp" in page
    assert "Landets" in page
    stand = f"{HYLDER}cv/{offer.pk}/staar/"
    for _ in range(2):  # twice is once
        assert as_eva.post(stand, {"stand": "skjul"}).status_code == 302
        assert standing(aarhus) == frozenset()
    assert standing(odense) == {offer.pk}
    assert "Jeres egen" in text(as_eva, f"{HYLDER}cv/")
    as_eva.post(stand, {"stand": "fjern"})
    assert standing(aarhus) == {offer.pk}
    assert as_eva.post(stand, {"stand": "noget andet"}).status_code == 404


def test_an_editor_finds_an_offer_and_sets_it_on_a_shelf_once(
    as_eva: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    offer = make(on="", title_da="Skriv et CV på en time", categories=["cv"])
    other = make(on="", title_da="Truckkort")
    draft = make(on="", title_da="Skriv senere", approved=False)
    assert "Skriv et CV på en time" in text(as_eva, f"{HYLDER}cv/tilfoej/")
    found = text(as_eva, f"{HYLDER}cv/tilfoej/?q=skriv time")
    assert "Skriv et CV på en time" in found
    assert "Truckkort" not in found
    assert "Ingen passer" in text(as_eva, f"{HYLDER}cv/tilfoej/?q=xyzzy")
    for _ in range(2):
        assert as_eva.post(f"{HYLDER}cv/tilfoej/", {"tilbud": offer.pk}).status_code == 302
    assert standing(aarhus) == {offer.pk}
    assert "Ingen passer" in text(as_eva, f"{HYLDER}cv/tilfoej/?q=skriv time")
    for wrong in (draft.pk, 0, "x", 10**30, other.pk + 1000):
        assert as_eva.post(f"{HYLDER}cv/tilfoej/", {"tilbud": wrong}).status_code == 404


def test_another_kommunes_offer_is_on_no_shelf_here(
    as_eva: KommuneClient, odense: Municipality
) -> None:
    with working_for(odense.pk):
        theirs = make_offer(source=Source.LOCAL, title_da="Kun i Odense")
        actions.place(shelf_key="cv", offer_id=theirs.pk, at=NOW)
        words = actions.ShelfWords(title_da="Odenses hylde")
        actions.save_shelf(key="odense", whose=actions.OWN, entry=words, seen=0, at=NOW)
    assert "Kun i Odense" not in text(as_eva, f"{HYLDER}cv/tilfoej/?q=Odense")
    assert as_eva.post(f"{HYLDER}cv/tilfoej/", {"tilbud": theirs.pk}).status_code == 404
    for path in (f"cv/{theirs.pk}/", "odense/", "odense/ret/", "odense/tilfoej/"):
        assert as_eva.get(HYLDER + path).status_code == 404
    for path in (f"tilbud/{theirs.pk}/tag-ned/", f"cv/{theirs.pk}/staar/"):
        assert as_eva.post(HYLDER + path, {"stand": "vis"}).status_code == 404


def test_a_word_has_courses_and_days_and_two_windows_lose_nothing(
    as_eva: KommuneClient, as_anne: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    offer = make(title_da="Kort kursus")
    path = f"{HYLDER}cv/{offer.pk}/"
    with working_for(aarhus.pk):
        names = sorted(queries.shelf_course_names("da"))
    said = {
        "stance": "hide",
        "courses": names[:1],
        "why": "Evas ord",
        "seen": 0,
        "least_version": 1,
    }
    assert as_eva.post(path, said).status_code == 302
    assert standing(aarhus, names[0]) == frozenset()
    assert standing(aarhus) == {offer.pk}

    answer = as_anne.post(path, said | {"stance": "feature", "why": "Annes ord"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Evas ord" in shown
    assert "Annes ord" in shown
    again = re.search(r'name="seen" value="(\d+)"', shown)
    assert again is not None
    later = said | {"stance": "feature", "why": "Annes ord", "seen": again[1], "courses": []}
    assert as_anne.post(path, later).status_code == 302
    assert "Fremhæves" in text(as_eva, f"{HYLDER}cv/")

    wrong = said | {"starts_on": "2026-12-02", "ends_on": "2026-12-01"}
    assert as_eva.post(path, wrong).status_code == 422
    assert as_eva.post(path, said | {"stance": "noget"}).status_code == 422
    assert as_eva.post(path, said | {"courses": ["findes-ikke"]}).status_code == 422


def test_offers_and_shelves_are_moved_by_buttons(
    as_eva: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    first, second = make(title_da="Første"), make(title_da="Anden")
    page = as_eva.get(f"{HYLDER}cv/").content.decode()
    assert page.index("Første") < page.index("Anden")
    as_eva.post(f"{HYLDER}cv/{second.pk}/flyt/", {"foer": first.pk})
    page = as_eva.get(f"{HYLDER}cv/").content.decode()
    assert page.index("Anden") < page.index("Første")
    as_eva.post(f"{HYLDER}cv/{second.pk}/flyt/", {"foer": ""})
    page = as_eva.get(f"{HYLDER}cv/").content.decode()
    assert page.index("Første") < page.index("Anden")
    as_eva.post(f"{HYLDER}laering/flyt/", {"foer": "jobsoegning"})
    page = as_eva.get(HYLDER).content.decode()
    assert page.index("hylder/laering/") < page.index("hylder/jobsoegning/")
    for wrong in ({"foer": "findes-ikke"}, {"foer": "cv"}):
        assert as_eva.post(f"{HYLDER}cv/flyt/", wrong).status_code == 302


def test_an_own_shelf_is_set_up_renamed_and_taken_away(
    as_eva: KommuneClient, as_anne: KommuneClient, aarhus: Municipality
) -> None:
    said = {"title_da": "Ny", "title_en": "New"}
    for _ in range(2):  # a word that addresses use, and the same name again
        assert as_eva.post(f"{HYLDER}ny/", said).status_code == 302
    with working_for(aarhus.pk):
        keys = list(Shelf.objects.filter(municipality=aarhus).order_by("pk").values_list("key"))
    assert keys == [("ny-1",), ("ny-1-2",)]
    assert as_eva.post(f"{HYLDER}ny/", {"title_da": ""}).status_code == 422

    changed = {"title_da": "Vores CV", "seen": 0}
    assert as_eva.post(f"{HYLDER}cv/ret/", changed).status_code == 302
    answer = as_anne.post(f"{HYLDER}cv/ret/", {"title_da": "Mit CV", "seen": 0})
    assert answer.status_code == 409
    assert "Vores CV" in answer.content.decode()
    assert "Mit CV" in answer.content.decode()
    as_eva.post(f"{HYLDER}cv/fjern/")
    assert "CV og ansøgning" in text(as_eva, HYLDER)


def test_taken_down_in_one_press_and_put_back(
    as_eva: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    offer = make(title_da="Virker ikke")
    down = f"{HYLDER}tilbud/{offer.pk}/tag-ned/"
    for _ in range(2):
        answer = as_eva.post(down, {"naeste": "https://ondt.example/"})
        assert answer.headers["Location"].endswith(HYLDER)
    assert standing(aarhus) == frozenset()
    assert "Taget ned" in text(as_eva, f"{HYLDER}cv/")
    assert "Virker ikke" in text(as_eva, HYLDER)
    answer = as_eva.post(f"{HYLDER}tilbud/{offer.pk}/saet-tilbage/", {"naeste": "/aarhus" + HYLDER})
    assert answer.status_code == 302
    assert standing(aarhus) == {offer.pk}


def test_the_shelves_are_seen_as_a_citizen_of_a_course_a_day_and_a_level(
    as_eva: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    make(title_da="For alle")
    close, later = make(on="", title_da="Kun tæt støtte"), make(on="", title_da="Til jul")
    gone = make(title_da="Trukket")
    day = timezone.localdate(timezone.now())
    with working_for(aarhus.pk):
        [course, *_] = sorted(queries.shelf_course_names("da"))
        placing = {"shelf_key": "cv", "at": NOW}
        actions.place(offer_id=close.pk, courses=[course], **placing)  # type: ignore[arg-type]
        starts = day + timedelta(days=3)
        actions.place(offer_id=later.pk, starts_on=starts, least_version=3, **placing)  # type: ignore[arg-type]
        with writing_shared():
            actions.withdraw(offer=gone, why="-", at=NOW)
    page = text(as_eva, f"{HYLDER}proev/")
    assert "Den er kun for andre forløb." in page
    assert "Den vises først fra en senere dag." in page
    assert "Den er trukket tilbage og vises ikke." in page
    page = text(as_eva, f"{HYLDER}proev/?forloeb={course}&dag={starts}&trin=2")
    assert "Den kræver et højere trin, end kommunen er på." in page
    assert "Den er kun for andre forløb." not in page
    for odd in ("?dag=sludder", "?forloeb=findes-ikke&trin=99", "?dag=9999-12-31"):
        assert as_eva.get(f"{HYLDER}proev/{odd}").status_code == 200


def test_the_country_is_filled_by_those_who_run_the_platform_and_clusters_by_their_editors(
    as_nadia: KommuneClient,
    as_eva: KommuneClient,
    aarhus: Municipality,
    odense: Municipality,
    make: Making,
) -> None:
    offer, local = make(on="", title_da="Til alle"), make(on="", source=Source.LOCAL)
    assert as_nadia.post(f"{HYLDER}cv/tilfoej/", {"tilbud": offer.pk}).status_code == 302
    assert standing(odense) == {offer.pk}
    assert as_eva.get(f"{HYLDER}?hvis=fyn").status_code == 404
    made = as_nadia.post(f"{HYLDER}klynger/ny/", {"name": "Fyn", "kommuner": ["0461"]})
    assert made.status_code == 302
    assert "Odense" in text(as_nadia, f"{HYLDER}klynger/")
    assert as_eva.get(f"{HYLDER}?hvis=fyn").status_code == 404
    taken = as_nadia.post(f"{HYLDER}klynger/ny/", {"name": "Øst", "kommuner": ["0461", "0751"]})
    assert taken.status_code == 422
    as_nadia.post(f"{HYLDER}klynger/fyn/", {"name": "Fyn og Aarhus", "kommuner": ["0461", "0751"]})
    assert "Fyn og Aarhus" in text(as_eva, HYLDER)
    assert "Klyngens" not in text(as_eva, f"{HYLDER}cv/?hvis=fyn")
    hide = as_eva.post(f"{HYLDER}cv/{offer.pk}/staar/?hvis=fyn", {"stand": "skjul"})
    assert hide.headers["Location"].endswith("?hvis=fyn")
    assert standing(odense) == frozenset()
    assert "Klyngens" in text(as_eva, f"{HYLDER}cv/")
    # What others shall see is everybody's.
    refused = as_eva.post(f"{HYLDER}cv/tilfoej/?hvis=fyn", {"tilbud": local.pk})
    assert refused.status_code == 404
    assert as_nadia.post(f"{HYLDER}tilbud/{offer.pk}/tag-ned/").status_code == 403


def test_an_administrator_decides_the_level(as_anne: KommuneClient, aarhus: Municipality) -> None:
    said = {"level": 2, "from_on": "2026-01-01", "why": "Vi tager et trin ad gangen"}
    assert as_anne.post(f"{HYLDER}trin/", said).status_code == 302
    page = text(as_anne, f"{HYLDER}trin/")
    assert "Vi tager et trin ad gangen" in page
    assert "I dag er kommunen på trin 2." in page
    for wrong in ({"level": 6}, {"why": ""}, {"from_on": ""}):
        assert as_anne.post(f"{HYLDER}trin/", said | wrong).status_code == 422


def test_the_work_list_tells_what_needs_a_hand(
    as_eva: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    old = datetime(2026, 1, 5, tzinfo=UTC)
    blocked, silent, due = make(title_da="Blokeret"), make(title_da="Stum"), make(title_da="Gammel")
    bad, danish = make(title_da="Dårlig"), make(title_da="Dansk", title_en="")
    unused = make(title_da="Ubrugt", at=old)
    elsewhere = make(on="", title_da="På ingen hylde", title_en="", at=old)
    with working_for(aarhus.pk), writing_shared():
        actions.block(offer=blocked, codes=["dpa"], at=NOW)
        LinkCheck.objects.create(
            offer=silent,
            url="-",
            state=LinkState.LOOP,
            failures=2,
            failing_since=NOW,
            checked_at=NOW,
        )
        Offer.objects.filter(pk=due.pk).update(review_on=old.date())
        for pk in range(1, 6):
            Rating.objects.create(
                citizen_id=pk, offer=bad, offer_version=1, stars=2, words="", at=NOW
            )
    page = text(as_eva, f"{HYLDER}arbejde/")
    for words in (
        "Leverandøren mangler noget, så den vises ikke.",
        "Adressen sender videre og videre uden ende.",
        "Skulle ses igennem senest",
        "5 personer giver den i snit 2 af 5.",
        "Den, der læser engelsk, ser kun dansk.",
        "Ingen har brugt den endnu.",
    ):
        assert words in page, words
    for offer in (blocked, silent, due, bad, danish, unused):
        assert f"tilbud/{offer.pk}/tag-ned/" in as_eva.get(f"{HYLDER}arbejde/").content.decode()
    assert "På ingen hylde" not in page
    assert elsewhere.pk
    assert "Dårlig" not in text(as_eva, f"{HYLDER}arbejde/?vis=adresse")
    assert as_eva.get(f"{HYLDER}arbejde/?vis=sludder").status_code == 200


def test_four_ratings_tell_nothing_and_what_is_hidden_needs_no_hand(
    as_eva: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    few, hidden = make(title_da="Få"), make(title_da="Skjult", title_en="")
    with working_for(aarhus.pk):
        for pk in range(1, 5):
            Rating.objects.create(citizen_id=pk, offer=few, offer_version=1, stars=1, at=NOW)
        actions.place(shelf_key="cv", offer_id=hidden.pk, stance=Stance.HIDE, at=NOW)
    assert "Der er ikke noget at se på" in text(as_eva, f"{HYLDER}arbejde/")


def test_who_decided_is_kept(
    as_eva: KommuneClient, eva: Person, aarhus: Municipality, make: Making
) -> None:
    offer = make()
    as_eva.post(f"{HYLDER}cv/{offer.pk}/staar/", {"stand": "fremhaev"})
    with working_for(aarhus.pk):
        row = ShelfEntry.objects.get(municipality=aarhus)
    assert (row.stance, row.decided_by_id) == (Stance.FEATURE, eva.pk)


def test_what_is_new_on_the_market_waits_for_a_word_of_the_editors(
    as_eva: KommuneClient, aarhus: Municipality, make: Making
) -> None:
    now = timezone.now()
    told = {"source": Source.MARKET, "categories": ["cv"], "on": ""}
    new = make(title_da="Ring op", at=now, **told)
    make(title_da="Længe på markedet", at=now - timedelta(days=61), **told)
    make(title_da="Står der allerede", at=now, **(told | {"on": "cv"}))
    page = text(as_eva, f"{HYLDER}arbejde/")
    assert "Ring op" in page
    assert "Læg på “CV og ansøgning”" in page
    assert "Længe på markedet" not in page
    assert "Står der allerede" not in page.partition("Nyt på markedet")[2]
    assert as_eva.post(f"{HYLDER}cv/tilfoej/", {"tilbud": str(new.pk)}).status_code == 302
    assert "Nyt på markedet" not in text(as_eva, f"{HYLDER}arbejde/")
