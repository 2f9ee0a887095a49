# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.jobads.feed import Page
from jobunivers.integrations.jobads.records import OccupationCode, VacancyRecord
from jobunivers.rooms.vacancies import actions, queries
from jobunivers.rooms.vacancies.actions.changing import last_change
from jobunivers.rooms.vacancies.actions.importing import BATCH
from jobunivers.rooms.vacancies.models import ImportRun, RejectedRecord, Source, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_source
from jobunivers.rooms.vacancies.tests.records import (
    BAKER,
    DRIVER,
    LATER,
    LATER_STILL,
    NOW,
    bad,
    parts,
    record,
    shown,
    take_in,
)

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Copenhagen")


def test_an_advertisement_is_understood_when_it_is_taken_in() -> None:
    take_in(record(description="<p>Du er <b>bager</b> og kan dansk.</p><script>x()</script>"))

    row = Vacancy.objects.get()
    assert row.employer is not None
    assert row.employer.name == "Nordvind ApS"
    assert (row.kommune_code, row.language, row.isco) == ("0751", "da", "7512")
    assert row.occupation_confidence > 0.5
    assert "script" not in row.description
    for skill in row.skills:
        assert row.text[skill["start"] : skill["end"]] == skill["words"]


def test_what_an_advertisement_asks_for_besides_skills_is_kept_with_its_words() -> None:
    take_in(
        record("1", "Chauffør", description=f"<p>{DRIVER}</p><p>Gerne truckcertifikat.</p>"),
        record("2", description=f"<p>{BAKER}</p><p>Vores arbejdssprog er engelsk.</p>"),
    )

    driver, baker = Vacancy.objects.order_by("source_key")
    assert (driver.licences, driver.languages, driver.working_language) == (["C"], [], "da")
    assert [(one["code"], one["level"]) for one in driver.requirements] == [
        ("C", "must"),
        ("truck", "nice"),
    ]
    for one in driver.requirements:
        assert driver.text[one["start"] : one["end"]] == one["words"]
    assert (baker.licences, baker.languages, baker.working_language) == ([], ["en"], "en")
    assert queries.languages_needed(driver) == {"da"}
    assert queries.languages_needed(baker) == {"en"}


def test_a_rerun_changes_nothing() -> None:
    ads = [record("1"), record("2", "Chauffør", description=DRIVER)]
    assert parts(take_in(*ads)) == {"added": 2}
    before, rows = last_change(), list(Vacancy.objects.order_by("pk").values("change", "pk"))

    assert parts(take_in(*ads, at=LATER)) == {"unchanged": 2}

    assert last_change() == before
    assert list(Vacancy.objects.order_by("pk").values("change", "pk")) == rows


def test_a_changed_advertisement_is_changed_where_it_is() -> None:
    take_in(record(title="Bager"))
    before = Vacancy.objects.get()

    assert parts(take_in(record(title="Bager og konditor"), at=LATER)) == {"changed": 1}

    row = Vacancy.objects.get()
    assert (row.pk, row.created_at) == (before.pk, before.created_at)
    assert row.title == "Bager og konditor"
    assert row.change > before.change


def test_the_last_of_two_with_one_id_wins() -> None:
    summary = take_in(record(title="Første"), record(title="Anden"))

    assert parts(summary) == {"added": 1, "repeated": 1}
    assert Vacancy.objects.get().title == "Anden"


def test_two_with_one_id_far_apart_are_counted_once() -> None:
    many = [record(str(n), f"Bager {n}", description=f"{n}") for n in range(BATCH)]

    summary = take_in(*many, record("0", "Bager 0", description="0"), record("1", "Nyt"))

    assert parts(summary)["repeated"] == 2
    assert parts(summary)["added"] == BATCH
    assert Vacancy.objects.get(source_key="1").title == "Nyt"


def test_what_the_source_closes_ends_and_may_come_back() -> None:
    take_in(record())

    assert parts(take_in(record(closed=True), at=LATER)) == {"closed": 1}
    assert Vacancy.objects.get().closed_at == LATER
    assert parts(take_in(record(), at=LATER_STILL)) == {"changed": 1}
    assert Vacancy.objects.get().closed_at is None


def test_what_a_complete_source_has_no_longer_ends() -> None:
    take_in(record("1"), record("2", "Chauffør", description=DRIVER))

    summary = take_in(record("1"), at=LATER, complete=True)

    assert (parts(summary), summary.ended) == ({"unchanged": 1}, 1)
    assert shown() == ["1"]


@pytest.mark.parametrize("reason", ["truncated", "gz_damaged", "empty"])
def test_nothing_ends_when_a_complete_source_broke_off(reason: str) -> None:
    take_in(record("1"), record("2", "Chauffør", description=DRIVER))

    take_in(record("1"), bad(reason=reason), at=LATER, complete=True)
    take_in(at=LATER_STILL, complete=True)

    assert shown() == ["1", "2"]


def test_an_advertisement_that_is_broken_today_has_not_ended() -> None:
    take_in(record("1"), record("2", "Chauffør", description=DRIVER))

    take_in(record("1"), bad("2", reason="no_title"), at=LATER, complete=True)

    assert shown() == ["1", "2"]


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25)])
def test_the_last_day_to_apply_counts_in_full_also_when_the_clock_changes(day: date) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    take_in(record(published_at=start, deadline=day), at=start)
    midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), tzinfo=HERE)

    assert actions.close_expired(at=midnight - timedelta(seconds=1)) == 0
    assert actions.close_expired(at=midnight) == 1


def test_an_expired_advertisement_stays_ended_when_it_is_read_again() -> None:
    old = record(deadline=date(2026, 11, 1))
    take_in(old)
    actions.close_expired(at=NOW)
    before = last_change()

    assert parts(take_in(old, at=LATER)) == {"unchanged": 1}
    assert last_change() == before
    assert shown() == []


def test_an_advertisement_without_any_date_lives_as_long_as_its_source_shows_it() -> None:
    undated = record(published_at=None, deadline=None)
    take_in(undated)
    for weeks in (5, 10, 15):
        take_in(undated, at=NOW + timedelta(weeks=weeks))
        actions.close_expired(at=NOW + timedelta(weeks=weeks))
    assert shown() == ["1"]

    actions.close_expired(at=NOW + timedelta(weeks=15 + 9))
    assert shown() == []


@pytest.mark.parametrize(
    ("odd", "warning"),
    [
        ({"title": "Bager " * 2000}, "title_cut"),
        ({"url": "https://job.example/" + "x" * 5000}, "url_too_long"),
        ({"title": "Ba\x00ger", "employer_name": "Nord\x00vind"}, ""),
        ({"title": "Bager \ud83d", "description": "halv \udc00 emoji", "original": "\ud800"}, ""),
        ({"source_id": "x" * 900}, ""),
        ({"positions": 10**12, "hours_min": float("nan"), "hours_max": float("inf")}, ""),
        ({"deadline": date.max}, ""),
        ({"published_at": datetime(1, 1, 1, tzinfo=UTC), "deadline": None}, ""),
        ({"employer_cvr": "12345678901234567890", "employer_url": "https://x/" + "y" * 9000}, ""),
        ({"description": "<p>" * 20_000}, ""),
    ],
)
def test_an_odd_record_is_stored_safely(odd: dict[str, Any], warning: str) -> None:
    summary = take_in(record("før"), replace(record("odd", "Rengøring"), **odd), record("efter"))

    assert (summary.added, summary.rejected) == (3, 0)
    row = Vacancy.objects.order_by("pk")[1]
    assert warning in [*row.warnings, ""]
    assert len(row.title) <= 300


def test_a_record_the_database_refuses_is_set_aside_and_harms_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    culprit = record("2", "Sprængt", hours_min=1e999, latitude=1.0, longitude=1.0)
    monkeypatch.setattr(
        "jobunivers.rooms.vacancies.actions.storing._cut",
        lambda text, *_: "x" * 400 if text == "Sprængt" else text,
    )

    summary = take_in(record("1"), culprit, record("3", "Chauffør", description=DRIVER))

    assert parts(summary) == {"added": 2, "rejected": 1}
    assert dict(summary.reasons) == {"not_storable": 1}
    rejected = RejectedRecord.objects.get()
    assert (rejected.source_key, rejected.position) == ("2", 2)
    assert "StringDataRightTruncation" in rejected.detail
    assert shown() == ["1", "3"]


def test_a_record_that_cannot_be_understood_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    from jobunivers.foundation.taxonomy import reader
    from jobunivers.integrations.jobads import html

    honest = html.clean_html

    def cleaning(text: str) -> str:
        if "sprængt" in text:
            raise RecursionError
        return honest(text)

    monkeypatch.setattr(reader, "clean_html", cleaning)

    summary = take_in(record("1"), record("2", description="sprængt"))

    assert parts(summary) == {"added": 1, "rejected": 1}
    assert dict(summary.reasons) == {"not_understood": 1}


def test_a_rejected_record_is_kept_once_and_leaves_the_list_when_its_source_mends_it() -> None:
    take_in(bad("7", original='{"id": "7"}'))
    take_in(bad("7", original='{"id": "7"}'), at=LATER)
    assert RejectedRecord.objects.get().seen_at == LATER

    take_in(record("7"), at=LATER_STILL)

    assert RejectedRecord.objects.get().mended_at == LATER_STILL


def test_a_rejected_record_is_mended_by_hand() -> None:
    source = make_source(record_format="jsonl")
    take_in(bad(original='{"id": "7", "title": }'), source=source)
    rejected = RejectedRecord.objects.get()

    with pytest.raises(actions.StillBroken):
        actions.mend_rejected(rejected=rejected, text='{"id": "7"}', at=LATER)
    assert RejectedRecord.objects.get().mended_at is None

    actions.mend_rejected(rejected=rejected, text='{"id": "7", "title": "Bager"}', at=LATER)
    assert RejectedRecord.objects.get().mended_at == LATER
    assert Vacancy.objects.get().title == "Bager"


def test_a_rejected_record_is_let_lie() -> None:
    take_in(bad())

    actions.dismiss_rejected(rejected=RejectedRecord.objects.get(), at=LATER)
    take_in(bad(), at=LATER_STILL)

    assert RejectedRecord.objects.get().dismissed_at == LATER


def test_rejected_records_are_retried_when_the_columns_are_known() -> None:
    source = make_source(record_format="jsonl", columns={"title": "overskriften"})
    take_in(bad(original='{"id": "7", "overskriften": "Bager"}'), bad(original="{"), source=source)

    assert actions.retry_rejected(source=source, at=LATER) == 1
    assert Vacancy.objects.get().title == "Bager"
    assert RejectedRecord.objects.filter(mended_at=None).count() == 1


def test_a_kommunes_own_advertisements_are_seen_by_it_alone(
    aarhus: Municipality, odense: Municipality
) -> None:
    own = make_source(code="egne", municipality=aarhus)

    assert parts(take_in(record(), source=own)) == {"added": 1}

    assert Vacancy.objects.count() == 0
    with working_for(odense.pk):
        assert Vacancy.objects.count() == 0
        assert ImportRun.objects.count() == 0
    with working_for(aarhus.pk):
        assert shown() == ["1"]


def test_the_source_s_own_classification_decides_between_guesses() -> None:
    code = OccupationCode("styrk08", "7512.01")

    take_in(record(occupations=(code,)))
    (sure,) = Vacancy.objects.values_list("occupation_confidence", flat=True)
    take_in(record(occupations=()), at=LATER)
    (less,) = Vacancy.objects.values_list("occupation_confidence", flat=True)

    assert sure > less


def test_the_source_s_words_for_the_occupation_help_a_title_that_says_nothing() -> None:
    take_in(record(title="Kom og vær med!", occupation_text="Truckfører", description=""))

    row = Vacancy.objects.get()
    assert row.isco == "8344"
    assert row.occupation_confidence > 0.8


def test_a_place_that_only_the_text_names_is_found() -> None:
    take_in(
        record("1", postal_code="", city="", description="Arbejdssted: 5000 Odense C. Løn 1234 Kr"),
        record("2", postal_code="", city="", description="5000 Odense C eller 8000 Aarhus C"),
    )

    assert list(Vacancy.objects.order_by("source_key").values_list("kommune_code", flat=True)) == [
        "0461",
        "",
    ]


def test_a_feed_s_cursor_is_kept_with_the_page_it_belongs_to() -> None:
    source = make_source()

    def pages() -> Iterator[Page]:
        yield Page((record("1"),), "efter første", "https://feed.example/1")
        raise OSError("linjen gik ned")

    with pytest.raises(OSError, match="linjen"):
        actions.import_pages(source=source, pages=pages(), at=NOW)

    assert Source.objects.get().cursor == "efter første"
    assert shown() == ["1"]
    assert "linjen gik ned" in ImportRun.objects.get().failure


def test_nothing_ends_when_a_complete_feed_says_that_nothing_is_new() -> None:
    take_in(record("1"))

    actions.import_pages(
        source=make_source(),
        pages=[Page((), "c", "https://feed.example/1", unchanged=True)],
        at=LATER,
        complete=True,
    )

    assert shown() == ["1"]


def test_an_interrupted_import_keeps_what_was_confirmed_and_says_so() -> None:
    def records() -> Iterator[VacancyRecord]:
        for n in range(BATCH):
            yield record(str(n), f"Bager {n}", description=f"{n}")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        actions.import_records(source=make_source(), records=records(), at=NOW)

    run = ImportRun.objects.get()
    assert (run.read, run.added) == (BATCH, BATCH)
    assert "KeyboardInterrupt" in run.failure
    assert Vacancy.objects.count() == BATCH


def test_open_advertisements_are_understood_anew_when_the_taxonomy_changes() -> None:
    take_in(
        record(description=f"<p>{BAKER}</p><p>Du har kørekort og taler tysk.</p>"),
        record("2", "Chauffør", description=DRIVER, deadline=date(2026, 11, 1)),
    )
    from jobunivers.rooms.vacancies.actions.changing import writing

    with writing(None):
        Vacancy.objects.update(
            understood_by="gammel", occupation_uri="", isco="", skills=[], requirements=[],
            licences=[], languages=[], working_language="",
        )  # fmt: skip
    before = last_change()

    assert actions.understand_again(at=NOW) == 1  # the other has expired
    assert actions.understand_again(at=NOW) == 0

    row = Vacancy.objects.get(source_key="1")
    assert (row.isco, row.change > before) == ("7512", True)
    assert (row.licences, row.languages, row.working_language) == (["B"], ["de"], "da")
    assert [one["words"] for one in row.requirements] == ["kørekort", "tysk"]
