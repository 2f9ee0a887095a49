# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others tell counts while she allows it: what is taken back is gone with the next page."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.profiles.sources.fake import FakeSources
from jobunivers.rooms.tailored import actions, queries, tasks
from jobunivers.rooms.tailored.actions import recommending, signalling, storing
from jobunivers.rooms.tailored.models import RecommendationRun, Signal
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.asking import ask
from jobunivers.rooms.tailored.queries.reading import kept_rows, newest_recommendation
from jobunivers.rooms.tailored.queries.signals import PURPOSE
from jobunivers.rooms.tailored.tests.making import home, make_profile, recommend
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.science.matching import UNIT
from jobunivers.testing.browsers import KommuneClient, text_of
from jobunivers.trust import actions as trust

pytestmark = pytest.mark.django_db
Follow = Callable[[], None]
AKASSE: dict[str, Any] = {
    "kravTilJobsoegning": {
        "stillingsbetegnelser": ["Sygeplejerske", "Social- og sundhedsassistent"]
    },
    "kurser": [{"navn": "Beskæring af træer og buske"}],
    "helbredsoplysninger": {"diagnose": "ryg"},
    "fagforening": "3F",
}
SOCIAL = {"desiredJobs": ["Sygeplejerske"], "interests": ["planter og haver", "menigheden"],
          "religion": "ja"}  # fmt: skip


@pytest.fixture
def fund(settings: Any) -> Iterator[FakeSources]:
    held = {"akasse": AKASSE, "social": SOCIAL}
    with FakeSources(lambda _subject, _kommune: held).running() as fake:
        settings.PROFILE_SOURCES = {
            code: {"address": fake.address, "token": ""} for code in ("akasse", "social")
        }
        yield fake


def hear(person: Person, source: str = "akasse") -> signalling.Heard:
    now = timezone.now()
    with working_for(home(person)):
        trust.give_consent(citizen_id=person.pk, source=source, purpose=PURPOSE,
                           actor_id=person.pk, at=now)  # fmt: skip
        return signalling.fetch_interests(
            citizen_id=person.pk, subject="5f0c", reader="1",
            municipality=Municipality.objects.get(pk=home(person)), source=source, at=now,
        )  # fmt: skip


@pytest.fixture
def jobs(index: Follow) -> None:
    """Let there be jobs, of which two are about care."""
    body = "Vi søger en sygeplejerske eller en social- og sundhedsassistent til plejen."
    for number in range(2):
        make_vacancy(f"Sygeplejerske {number}", text=body, description=f"<p>{body}</p>")
    for title in ("Bager", "Lagermedarbejder", "Bogholder", "Lærer", "Murer", "Kok"):
        text = f"Vi søger en {title.lower()} til et godt hold med travle dage."
        make_vacancy(title, text=text, description=f"<p>{text}</p>")
    index()


def run_now(person: Person) -> RecommendationRun | None:
    with working_for(home(person)):
        return queries.current_run(citizen_id=person.pk)


def codes_of(run: RecommendationRun) -> list[set[str]]:
    return [{one.code for one in row.reasons} for row in kept_rows(run)]


def test_what_a_fund_tells_counts_with_a_reason_that_names_it_and_adds_up(
    fund: FakeSources, kirsten: Person, jobs: None
) -> None:
    make_profile(kirsten)
    before = recommend(kirsten)
    heard = hear(kirsten)
    after = recommend(kirsten)

    assert heard.kept == 3
    assert heard.left_out == ("health", "union")
    assert before.signal_ids == []
    assert len(after.signal_ids) == 3
    assert after.signal_sources == ["akasse"]
    assert any("signals" in codes for codes in codes_of(after))
    for row in kept_rows(after):
        assert sum(one.weight for one in row.reasons) == row.score
    places = {row.vacancy_id: row.score for row in kept_rows(before)}
    raised = [row for row in kept_rows(after) if any(one.code == "signals" for one in row.reasons)]
    for row in raised:
        (brought,) = [one.weight for one in row.reasons if one.code == "signals"]
        assert row.score - places[row.vacancy_id] <= brought <= UNIT


def test_the_explanation_names_who_told_what(
    fund: FakeSources, kirsten: Person, as_kirsten: KommuneClient, jobs: None
) -> None:
    make_profile(kirsten)
    hear(kirsten)
    run = recommend(kirsten)
    with_reason = next(
        row for row in kept_rows(run) if any(one.code == "signals" for one in row.reasons)
    )
    page = text_of(as_kirsten.get(f"/relevante-job/{with_reason.vacancy_id}/hvorfor/"))
    assert "Jobbet ligner noget, som din a-kasse har fortalt" in page
    assert "Social- og sundhedsassistent" in page


def test_a_consent_taken_back_on_any_page_hides_the_list_and_the_explanations_at_once(
    fund: FakeSources, kirsten: Person, as_kirsten: KommuneClient, jobs: None
) -> None:
    make_profile(kirsten)
    hear(kirsten)
    first, second = recommend(kirsten), recommend(kirsten)
    vacancy = kept_rows(second)[0].vacancy_id
    assert as_kirsten.get(f"/relevante-job/{vacancy}/hvorfor/").status_code == 200

    as_kirsten.post(f"/samtykker/akasse/{PURPOSE}/tag-tilbage/")

    assert run_now(kirsten) is None
    assert as_kirsten.get(f"/relevante-job/{vacancy}/hvorfor/").status_code == 404
    with working_for(home(kirsten)):
        assert newest_recommendation(citizen_id=kirsten.pk, vacancy_id=vacancy) is None
        assert queries.current_lists(citizen_ids=[kirsten.pk]) == {}
    for address in ("/relevante-job/", "/signaler/"):
        assert "Social- og sundhedsassistent" not in text_of(as_kirsten.get(address))

    tasks.forget_withdrawn(home(kirsten), kirsten.pk, "akasse")

    with working_for(home(kirsten)):
        assert not Signal.objects.exists()
        kept = set(RecommendationRun.objects.values_list("pk", flat=True))
        log = Event.objects.filter(kind="tailored.signals_forgotten").get()
    assert {first.pk, second.pk}.isdisjoint(kept)
    assert {one["run"] for one in log.data["runs"]} == {first.pk, second.pk}
    assert "sygeplejerske" not in json.dumps(log.data).casefold()
    again = run_now(kirsten)
    assert again is not None
    assert again.signal_ids == []


def test_a_thing_she_removes_is_gone_from_the_list_in_the_same_request_and_stays_away(
    fund: FakeSources, kirsten: Person, as_kirsten: KommuneClient, jobs: None
) -> None:
    make_profile(kirsten)
    hear(kirsten)
    before = recommend(kirsten)
    with working_for(home(kirsten)):
        row = Signal.objects.get(words="Social- og sundhedsassistent")

    assert as_kirsten.post(f"/signaler/{row.pk}/fjern/").status_code == 302

    run = run_now(kirsten)
    assert run is not None
    assert row.pk not in run.signal_ids
    with working_for(home(kirsten)):
        assert not RecommendationRun.objects.filter(pk=before.pk).exists()
        row.refresh_from_db()
        assert row.words == ""
    hear(kirsten)
    assert "Social- og sundhedsassistent" not in text_of(as_kirsten.get("/signaler/"))
    assert as_kirsten.post(f"/signaler/{row.pk}/fjern/").status_code == 404


def test_a_job_that_read_it_before_does_not_write_it_back(
    fund: FakeSources, kirsten: Person, jobs: None
) -> None:
    make_profile(kirsten)
    hear(kirsten)
    now = timezone.now()
    with working_for(home(kirsten)):
        loaded = worlds.current()
        assert loaded is not None
        (asked,) = ask(citizen_ids=[kirsten.pk], loaded=loaded, at=now)
        kept = recommending._found(asked, loaded, now)
        by = recommending.made_by(loaded, now)
        trust.withdraw_consent(citizen_id=kirsten.pk, source="akasse", purpose=PURPOSE,
                               actor_id=kirsten.pk, at=now)  # fmt: skip
        with pytest.raises(storing.SignalsGone):
            storing.store(kept, by=by, at=now)
        assert storing.store_many([kept], by=by, at=now) == 0
        actions.forget_told(citizen_id=kirsten.pk, source="akasse", at=now)
        with pytest.raises(storing.SignalsGone):
            storing.store(kept, by=by, at=now)
        assert not RecommendationRun.objects.exists()
        assert actions.recommend(citizen_id=kirsten.pk, at=now).signal_ids == []


def test_the_night_uses_what_is_allowed_and_tells_it_apart(
    fund: FakeSources, kirsten: Person, mads: Person, jobs: None
) -> None:
    make_profile(kirsten)
    make_profile(mads)
    hear(kirsten)
    actions.match_everybody(at=timezone.now())
    hers, his = run_now(kirsten), run_now(mads)
    assert hers is not None
    assert his is not None
    assert len(hers.signal_ids) == 3
    assert any("signals" in codes for codes in codes_of(hers))
    assert his.signal_ids == []
    assert his.signal_sources == []


def test_nothing_is_learned_for_others_from_what_was_told_for_her(
    fund: FakeSources, kirsten: Person, jobs: None
) -> None:
    make_profile(kirsten)
    hear(kirsten)
    run, now = recommend(kirsten), timezone.now()
    with working_for(home(kirsten)):
        actions.record_shown(run_id=run.pk, citizen_id=kirsten.pk, ranks=[1, 2], at=now)
    found = actions.gather_logs(since=run.computed_at, until=timezone.now())
    assert found.people == 0


def test_without_a_yes_nothing_is_asked(
    fund: FakeSources, kirsten: Person, as_kirsten: KommuneClient, jobs: None
) -> None:
    assert as_kirsten.post("/signaler/akasse/hent/").status_code == 302
    assert fund.asked == []
    sent = {"file": SimpleUploadedFile("p.json", json.dumps(SOCIAL).encode())}
    as_kirsten.post("/signaler/fil/", sent)
    with working_for(home(kirsten)):
        assert not Signal.objects.exists()


def test_her_page_shows_each_thing_who_told_it_and_how_it_counts(
    fund: FakeSources, kirsten: Person, as_kirsten: KommuneClient, jobs: None
) -> None:
    first = text_of(as_kirsten.get("/signaler/"))
    assert "Vi bruger det kun til at finde job til dig." in first
    answer = as_kirsten.post("/signaler/akasse/hent/", {"ja": "1"}, follow=True)
    page = text_of(answer)
    assert "3 ting tæller nu med" in page
    assert "Det lod vi ligge: helbred og fagforening" in page
    assert "tæller halvt så meget som dine egne ord" in page
    assert "Beskæring af træer og buske" in page

    sent = {"file": SimpleUploadedFile("p.json", json.dumps(SOCIAL).encode()), "ja": "1"}
    page = text_of(as_kirsten.post("/signaler/fil/", sent, follow=True))
    assert "planter og haver" in page
    assert "Det lod vi ligge: tro" in page
    assert "menigheden" not in page

    page = text_of(as_kirsten.post("/signaler/social/stop/", follow=True))
    assert "planter og haver" not in page
    with working_for(home(kirsten)):
        assert set(Signal.objects.values_list("source", flat=True)) == {"akasse"}


@pytest.mark.parametrize("data", [b"", b"   ", b"{", b"[]", b'{"interests": []}', b"\xff\xfe",
                                  b'{"interests": "' + b"x" * (1024 * 1024) + b'"}'])  # fmt: skip
def test_a_file_that_cannot_be_read_changes_nothing_and_is_said(
    data: bytes, kirsten: Person, as_kirsten: KommuneClient, index: Follow
) -> None:
    sent = {"file": SimpleUploadedFile("p.json", data), "ja": "1"}
    page = text_of(as_kirsten.post("/signaler/fil/", sent, follow=True))
    assert "fil" in page
    with working_for(home(kirsten)):
        assert not Signal.objects.exists()


@pytest.mark.parametrize("trouble", ["down", "refused", "broken", "huge", "list", "moved"])
def test_a_source_in_trouble_is_said_and_keeps_what_there_was(
    trouble: str, fund: FakeSources, kirsten: Person, as_kirsten: KommuneClient, jobs: None
) -> None:
    hear(kirsten)
    fund.trouble["akasse"] = trouble
    page = text_of(as_kirsten.post("/signaler/akasse/hent/", follow=True))
    assert "De svarer ikke lige nu" in page or "De har ikke noget om" in page
    assert "Social- og sundhedsassistent" in page


def test_others_see_and_remove_nothing_of_hers(
    fund: FakeSources, kirsten: Person, as_mads: KommuneClient, as_jonas: KommuneClient, jobs: None
) -> None:
    hear(kirsten)
    with working_for(home(kirsten)):
        row = Signal.objects.order_by("pk")[0]
    for browser in (as_mads, as_jonas):
        assert "Social- og sundhedsassistent" not in text_of(browser.get("/signaler/"))
        assert browser.post(f"/signaler/{row.pk}/fjern/").status_code == 404
    assert as_mads.post("/signaler/andre/stop/").status_code == 404


def test_what_she_follows_counts_as_her_own_words(kirsten: Person, jobs: None) -> None:
    from jobunivers.rooms.vacancies import actions as vacancies
    from jobunivers.rooms.vacancies.queries.following import theme_target

    make_profile(kirsten, wish="")
    before = recommend(kirsten)
    target = theme_target("sygeplejerske")
    assert target is not None
    with working_for(home(kirsten)):
        vacancies.follow(citizen_id=kirsten.pk, target=target, at=timezone.now())
    after = recommend(kirsten)
    assert not any("text" in codes for codes in codes_of(before))
    assert any("text" in codes for codes in codes_of(after))
