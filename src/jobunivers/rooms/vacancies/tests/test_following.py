# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She follows a workplace, a field, an occupation or a theme, and hears of what is new."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.foundation import tiles
from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.notices.models import Beat, Notice
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.places import homes
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions, queries, tasks
from jobunivers.rooms.vacancies.actions import following as following_actions
from jobunivers.rooms.vacancies.models import Followed, HideReason, Vacancy
from jobunivers.rooms.vacancies.queries import alerts
from jobunivers.rooms.vacancies.queries.following import theme_target
from jobunivers.rooms.vacancies.queries.told_following import FOLLOWING
from jobunivers.rooms.vacancies.tests.factories import (
    ODENSE,
    close,
    make_application,
    make_employer,
    make_vacancy,
)
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
BEFORE = NOW - timedelta(days=2)
COOK = "urn:jobunivers:occupation:kok"
Follow = Callable[[], None]


def follows(person: Person, *codes: str, at: datetime = BEFORE) -> list[Followed]:
    assert person.municipality_id is not None
    with working_for(person.municipality_id):
        found = []
        for code in codes:
            target = queries.target_of(code)
            assert target is not None, code
            found.append(actions.follow(citizen_id=person.pk, target=target, at=at))
        return found


def told(kommune: Municipality) -> list[str]:
    with working_for(kommune.pk):
        actions.tell_of_followed(since=BEFORE, at=timezone.now())
        return [notices.text_of(one) for one in Notice.objects.order_by("pk")]


def employer_code(name: str) -> str:
    return f"employer:{make_employer(name).pk}"


def test_new_jobs_of_a_workplace_she_follows_are_told_once_a_day(
    aarhus: Municipality, kirsten: Person, mads: Person, index: Follow
) -> None:
    follows(kirsten, employer_code("Nordvind ApS"))
    ours = make_vacancy("Gartner", employer="Nordvind ApS")
    make_vacancy("Bager", employer="Bageriet")

    assert told(aarhus) == ["1 nyt job: “Nordvind ApS”"]
    assert told(aarhus) == ["1 nyt job: “Nordvind ApS”"]
    with working_for(aarhus.pk):
        notice = Notice.objects.get()
        known = type_of(notice.kind)
        assert known is not None
        assert notice.person_id == kirsten.pk
        assert notice.data["vacancy_ids"] == [ours.pk]
        assert notice.path == "foelger/"
        assert "Nordvind" not in str(known.outside and known.outside(notice.data))
        assert known.relevant(notice, timezone.now())
        actions.stop_following(row=Followed.objects.get(), at=timezone.now())
        assert not known.relevant(notice, timezone.now())


def test_fields_occupations_and_her_own_words_are_followed_together(
    aarhus: Municipality, kirsten: Person, index: Follow
) -> None:
    with working_for(aarhus.pk):
        area = queries.target_of("area:sundhed-omsorg") or queries.target_of(f"area:{_an_area()}")
        assert area is not None
    follows(kirsten, area.code, f"occupation:{COOK}", "theme:grøn energi")
    make_vacancy("Hjælper", area=area.value)
    make_vacancy("Kok", occupation_uri=COOK, occupation_confidence=0.9)
    make_vacancy("Montør til grøn energi")
    make_vacancy("Bager")
    index()

    (text,) = told(aarhus)

    assert text.startswith("3 nye job fra “")
    assert text.endswith("og andet, du følger")


def _an_area() -> str:
    from jobunivers.foundation.taxonomy import queries as taxonomy

    return taxonomy.areas()[0].slug


def test_what_lies_too_far_away_is_told_of_a_workplace_alone(
    aarhus: Municipality, kirsten: Person, index: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    reach = homes.Reach(56.157, 10.207, 30.0)
    monkeypatch.setattr(homes, "reaches_of", lambda _ids: {kirsten.pk: reach})
    follows(kirsten, f"occupation:{COOK}")
    make_vacancy("Kok i Odense", occupation_uri=COOK, occupation_confidence=0.9, **ODENSE)
    assert told(aarhus) == []
    follows(kirsten, employer_code("Nordvind ApS"))
    assert told(aarhus) == ["1 nyt job: “Nordvind ApS”"]


def test_nothing_new_and_what_she_put_aside_is_nothing_told(
    aarhus: Municipality, kirsten: Person, index: Follow
) -> None:
    follows(kirsten, employer_code("Nordvind ApS"))
    hidden, applied = make_vacancy("Et"), make_vacancy("To")
    with working_for(aarhus.pk):
        actions.hide(citizen_id=kirsten.pk, vacancy_id=hidden.pk, reason=HideReason.OTHER, at=NOW)
    make_application(kirsten, vacancy=applied)
    assert told(aarhus) == []
    close(make_vacancy("Lukket"))
    assert told(aarhus) == []


def test_what_was_there_when_she_began_to_follow_is_no_news_to_send(
    aarhus: Municipality, kirsten: Person, index: Follow
) -> None:
    vacancy = make_vacancy("Gartner")
    (row,) = follows(kirsten, employer_code("Nordvind ApS"), at=timezone.now())
    assert row.news == [vacancy.pk]
    assert told(aarhus) == []


def test_the_same_words_of_many_are_asked_of_the_index_once(
    aarhus: Municipality,
    kirsten: Person,
    mads: Person,
    index: Follow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    follows(kirsten, "theme:Grøn  energi")
    follows(mads, "theme:grøn energi")
    make_vacancy("Montør til grøn energi")
    index()
    asked: list[str] = []
    found_by = alerts.found_by

    def counted(query: str, news: alerts.Arrived, owner: int, *, at: datetime) -> list[int]:
        asked.append(query)
        return found_by(query, news, owner, at=at)

    monkeypatch.setattr(alerts, "found_by", counted)
    assert len(told(aarhus)) == 2
    assert len(asked) == 1


def test_a_run_leaves_its_beat(aarhus: Municipality, kirsten: Person, index: Follow) -> None:
    tasks.tell_of_followed()
    assert Beat.objects.get(sender=FOLLOWING).made == 0


def test_no_list_grows_beyond_what_anybody_reads(
    aarhus: Municipality, kirsten: Person, index: Follow
) -> None:
    follows(kirsten, employer_code("Nordvind ApS"))
    for number in range(35):
        make_vacancy(f"Job {number}")
    told(aarhus)
    with working_for(aarhus.pk):
        news = Followed.objects.get().news
    newest = Vacancy.objects.order_by("-created_at", "-pk").values_list("pk", flat=True)[:30]
    with working_for(aarhus.pk):
        assert news == list(newest)


def test_she_follows_from_a_job_and_stops_on_her_page(
    kirsten: Person, as_kirsten: KommuneClient, aarhus: Municipality, index: Follow
) -> None:
    vacancy = make_vacancy("Kok", occupation_uri=COOK, occupation_confidence=0.9)
    page = text_of(as_kirsten.get(f"/job/{vacancy.pk}/"))
    assert "Følg Nordvind ApS" in page
    sent = {"hvad": f"employer:{vacancy.employer_id}", "next": f"/aarhus/job/{vacancy.pk}/"}
    for _ in range(2):
        answer = as_kirsten.post("/foelger/ny/", sent)
        assert answer.status_code == 302
        assert answer.url.endswith(f"/job/{vacancy.pk}/")
    assert "Du følger Nordvind ApS – stop" in text_of(as_kirsten.get(f"/job/{vacancy.pk}/"))
    hers = text_of(as_kirsten.get("/foelger/"))
    assert "Nordvind ApS" in hers
    assert "1 nyt job" in hers
    assert f"/job/?virksomhed={vacancy.employer_id}" in hers
    with working_for(aarhus.pk):
        row = Followed.objects.get()
    assert as_kirsten.post(f"/foelger/{row.pk}/stop/").status_code == 302
    assert "Du følger ikke noget endnu" in text_of(as_kirsten.get("/foelger/"))


def test_a_list_marks_what_she_follows(
    kirsten: Person, as_kirsten: KommuneClient, visitor: KommuneClient, index: Follow
) -> None:
    vacancy = make_vacancy("Gartner")
    make_vacancy("Gartner 2", employer="Andre")
    index()
    now = timezone.now()
    follows(kirsten, f"employer:{vacancy.employer_id}", "theme:gartner", at=now)
    found = text_of(as_kirsten.get("/job/?q=gartner"))
    assert found.count("Du følger: Nordvind ApS, gartner") == 1
    assert found.count("Du følger: gartner") == 1
    assert "Du følger gartner – stop" in found
    assert "Du følger" not in text_of(visitor.get("/job/?q=gartner"))


@pytest.mark.parametrize(
    "code", ["", "employer:", "employer:abc", "employer:999999999", "area:intet",
             "occupation:urn:x", "noget:andet", "employer:" + "9" * 400],
)  # fmt: skip
def test_what_does_not_exist_cannot_be_followed(code: str, as_kirsten: KommuneClient) -> None:
    assert as_kirsten.post("/foelger/ny/", {"hvad": code}).status_code == 404


def test_an_employer_who_does_not_say_who_it_is_is_nobody_to_follow(
    as_kirsten: KommuneClient, index: Follow
) -> None:
    for name in ("Anonym", "fortrolig.", ""):
        vacancy = make_vacancy("Kok", employer=name)
        assert "Følg " not in text_of(as_kirsten.get(f"/job/{vacancy.pk}/"))
        if vacancy.employer_id:
            sent = {"hvad": f"employer:{vacancy.employer_id}"}
            assert as_kirsten.post("/foelger/ny/", sent).status_code == 404


@pytest.mark.parametrize("words", ["", " ", "!", "a", "x" * 61, "\x00\x00"])
def test_words_that_say_nothing_are_kept_in_the_field_with_what_to_do(
    words: str, as_kirsten: KommuneClient, index: Follow
) -> None:
    answer = as_kirsten.post("/foelger/ny/", {"emne": words})
    assert answer.status_code == 422
    assert "Skriv" in text_of(answer)


def test_an_emoji_in_a_theme_harms_nothing(as_kirsten: KommuneClient, index: Follow) -> None:
    assert as_kirsten.post("/foelger/ny/", {"emne": "heste 🐴"}).status_code == 302
    assert "heste 🐴" in text_of(as_kirsten.get("/foelger/"))


def test_there_is_a_limit_and_it_is_said(
    kirsten: Person, as_kirsten: KommuneClient, monkeypatch: pytest.MonkeyPatch, index: Follow
) -> None:
    monkeypatch.setattr(following_actions, "MOST_FOLLOWED", 1)
    follows(kirsten, "theme:dyr")
    answer = as_kirsten.post("/foelger/ny/", {"emne": "planter"})
    assert answer.status_code == 422
    assert "Stop med en af dem først" in text_of(answer)
    assert as_kirsten.post("/foelger/ny/", {"emne": "dyr"}).status_code == 302


def test_others_cannot_stop_hers(
    kirsten: Person, as_mads: KommuneClient, as_jonas: KommuneClient, index: Follow
) -> None:
    (row,) = follows(kirsten, "theme:dyr")
    assert as_mads.post(f"/foelger/{row.pk}/stop/").status_code == 404
    assert as_jonas.post(f"/foelger/{row.pk}/stop/").status_code == 404


def test_the_tile_shows_what_is_new_and_is_left_out_for_whoever_follows_nothing(
    aarhus: Municipality, kirsten: Person, index: Follow
) -> None:
    tile = tiles.tile_of("vacancies.followed")
    assert tile is not None

    def load() -> tiles.Context | None:
        with working_for(aarhus.pk):
            asking = tiles.Asking(citizen_id=kirsten.pk, language="da", at=timezone.now())
            assert tile.asks
            assert tile.then
            tile.asks(asking)
            asking.ask()
            tile.then(asking)
            return tile.load(asking)

    assert load() is None
    ours, ended = make_vacancy("Gartner"), make_vacancy("Slut")
    follows(kirsten, f"employer:{ours.employer_id}", at=timezone.now())
    close(ended)
    shown = load()
    assert shown is not None
    assert [(one.vacancy.pk, one.names) for one in shown["news"]] == [(ours.pk, "Nordvind ApS")]


@given(st.text(max_size=80))
def test_words_are_followed_as_they_are_or_not_at_all(words: str) -> None:
    target = theme_target(words)
    if target is not None:
        assert target.name_da == " ".join(target.name_da.split())
        assert target.name_da.isprintable()
        again = theme_target(target.name_da)
        assert again == target
