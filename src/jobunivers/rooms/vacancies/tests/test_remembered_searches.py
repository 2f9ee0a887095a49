# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her search history, and how often saved searches speak: hers alone, and short."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.actions.searches import MOST_SAVED
from jobunivers.rooms.vacancies.models import AlertRhythm, PastSearch, SavedSearch
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
Follow = Callable[[], None]


def remember(person: Person, words: str, *, others: str = "", ago: timedelta = timedelta()) -> None:
    query = f"q={words}{'&' if others else ''}{others}"
    with working_for(person.municipality_id or 0):
        actions.remember_search(
            citizen_id=person.pk, query=query, words=words, others=others, at=NOW - ago
        )


def kept(kommune: Municipality) -> list[str]:
    with working_for(kommune.pk):
        return list(PastSearch.objects.order_by("last_at", "pk").values_list("query", flat=True))


def test_a_search_is_remembered_and_can_be_repeated(
    as_kirsten: KommuneClient, as_mads: KommuneClient, aarhus: Municipality, index: Follow
) -> None:
    index()
    as_kirsten.get("/job/?q=gartner&sted=8000&side=2")
    as_kirsten.get("/job/")

    html = text_of(as_kirsten.get("/soegehistorik/"))

    assert kept(aarhus) == ["q=gartner&sted=8000"]
    assert "gartner, 8000" in html
    assert "?q=gartner&amp;sted=8000" in html
    assert "Kun du kan se det" in html
    assert "gartner" not in text_of(as_mads.get("/soegehistorik/"))


def test_a_word_on_its_way_gives_place_to_the_whole(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    remember(mads, "g")
    for words in ("g", "gart", "gartner"):
        remember(kirsten, words)
    remember(kirsten, "gartner", others="sted=8000")
    assert sorted(kept(aarhus)) == ["q=g", "q=gartner", "q=gartner&sted=8000"]


def test_the_same_search_stands_once_and_counts_looks_not_pages(
    aarhus: Municipality, kirsten: Person
) -> None:
    remember(kirsten, "kok", ago=timedelta(days=3))
    remember(kirsten, "kok", ago=timedelta(minutes=1))
    remember(kirsten, "kok")
    with working_for(aarhus.pk):
        assert PastSearch.objects.get().times == 2


def test_one_or_all_are_deleted_and_never_another_s(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    for words in ("kok", "smed", "maler"):
        remember(kirsten, words)
    remember(mads, "tømrer")
    with working_for(aarhus.pk):
        his = PastSearch.objects.get(citizen_id=mads.pk)
        one = PastSearch.objects.get(words="kok")
    for pk in (his.pk, one.pk):
        as_kirsten.post("/soegehistorik/slet/", {"id": str(pk)})
    as_kirsten.post("/soegehistorik/slet/", {"id": "x"})
    assert sorted(kept(aarhus)) == ["q=maler", "q=smed", "q=tømrer"]
    as_kirsten.post("/soegehistorik/slet/")
    assert kept(aarhus) == ["q=tømrer"]


def test_switched_off_nothing_is_remembered_and_the_old_is_gone(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person, index: Follow
) -> None:
    index()
    remember(kirsten, "kok")
    html = text_of(as_kirsten.post("/soegehistorik/valg/", {"gem": "0"}, follow=True))
    assert "Vi husker ikke dine søgninger." in html
    as_kirsten.get("/job/?q=smed")
    assert kept(aarhus) == []
    as_kirsten.post("/soegehistorik/valg/", {"gem": "1"})
    as_kirsten.get("/job/?q=smed")
    assert kept(aarhus) == ["q=smed"]


def test_visitors_and_staff_leave_no_history(
    visitor: KommuneClient, as_omar: KommuneClient, aarhus: Municipality, index: Follow
) -> None:
    index()
    for client in (visitor, as_omar):
        client.get("/job/?q=kok")
    assert kept(aarhus) == []


def test_after_thirty_days_or_a_hundred_later_ones_it_is_forgotten(
    aarhus: Municipality, kirsten: Person
) -> None:
    remember(kirsten, "gammel", ago=timedelta(days=31))
    for number in range(102):
        remember(kirsten, f"{number}x", ago=timedelta(hours=200 - number))
    with working_for(aarhus.pk):
        assert actions.forget_old_searches(at=NOW) == 3
    assert len(kept(aarhus)) == 100
    assert kept(aarhus)[0] == "q=2x"


def test_no_more_searches_are_saved_than_anybody_reads(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        for number in range(MOST_SAVED):
            actions.save_search(
                citizen_id=kirsten.pk, name=str(number), query=f"q={number}", at=NOW
            )
        actions.save_search(citizen_id=kirsten.pk, name="Igen", query="q=0", at=NOW)
    sent = {"name": "En til", "query": "q=flere"}
    html = text_of(as_kirsten.post("/job/gem-soegning/", sent, follow=True))
    assert "Slet en af dem, så er der plads." in html
    with working_for(aarhus.pk):
        assert SavedSearch.objects.count() == MOST_SAVED


def test_a_saved_search_has_another_name_and_rhythm(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        saved = actions.save_search(citizen_id=kirsten.pk, name="Have", query="q=have", at=NOW)
    address = f"/gemte-soegninger/{saved.pk}/ret/"
    assert as_kirsten.post(address, {"name": "", "rhythm": "hvert sekund"}).status_code == 422

    html = text_of(as_kirsten.post(address, {"name": "🌷", "rhythm": "weekly"}, follow=True))

    assert "🌷" in html
    assert "Besked om nye job: en gang om ugen" in html


@pytest.mark.parametrize("rhythm", list(AlertRhythm))
def test_each_search_speaks_in_its_own_rhythm(
    aarhus: Municipality, kirsten: Person, index: Follow, rhythm: AlertRhythm
) -> None:
    before = NOW - timedelta(days=2)
    with working_for(aarhus.pk):
        for one in AlertRhythm:
            saved = actions.save_search(
                citizen_id=kirsten.pk, name=one.value, query=f"q=gartner&km={len(one)}", at=before
            )
            actions.change_search(saved=saved, name=one.value, rhythm=one)
    make_vacancy("Gartner")
    index()
    with working_for(aarhus.pk):
        actions.tell_of_saved_searches(since=before, at=timezone.now(), rhythm=rhythm)
        assert {one.data["name"] for one in Notice.objects.all()} == {rhythm.value}


def test_what_is_new_since_she_looked_is_counted(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person, index: Follow
) -> None:
    make_vacancy("Gartner, set", at=NOW - timedelta(days=3))
    with working_for(aarhus.pk):
        saved = actions.save_search(
            citizen_id=kirsten.pk, name="Have", query="q=gartner", at=NOW - timedelta(days=2)
        )
    make_vacancy("Gartner, ny", at=NOW - timedelta(days=1))
    index()
    assert "1 nyt job siden da" in text_of(as_kirsten.get("/gemte-soegninger/"))
    as_kirsten.post(f"/gemte-soegninger/{saved.pk}/")
    assert "siden da" not in text_of(as_kirsten.get("/gemte-soegninger/"))
