# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exact counts over real files, so that a change in what is understood is seen."""

from collections import Counter

import pytest

from jobunivers.integrations.jobads.html import clean_html, plain_text
from jobunivers.integrations.jobads.reading import read
from jobunivers.integrations.jobads.records import BadRecord, VacancyRecord
from jobunivers.testing import shared_data

ODD_TIMES = "expires_before_published"
FILES = {
    "jobnet_da.jsonl": (40, {}, {"coordinates_zero": 4}),
    "jobtrend_da.jsonl": (140, {}, {"control_characters": 5}),
    "nhs_schema_org_en.jsonl.gz": (
        11_917, {}, {"html_was_escaped": 11_915, "coordinates_outside_europe": 2},
    ),
    "teaching_titles_da.csv": (3_138, {}, {"control_characters": 10}),
    "eures_nav/ad_1.json": (1, {}, {}),
    "eures_nav/ad_2.json": (1, {}, {}),
    "eures_nav/ad_3.json": (0, {"empty": 1}, {}),
    "eures_nav/ad_with_short_styrk.json": (1, {}, {"deadline_before_published": 1}),
    "eures_nav/elektriker_page1.json": (
        20, {}, {ODD_TIMES: 6, "deadline_before_published": 1},
    ),
    "eures_nav/elektriker_page2.json": (20, {}, {ODD_TIMES: 7}),
    "eures_nav/ad_1.xml": (1, {}, {ODD_TIMES: 1}),
    "eures_nav/ad_2.xml": (1, {}, {ODD_TIMES: 1}),
    "eures_nav/ad_with_experience.xml": (1, {}, {ODD_TIMES: 1}),
    "eures_nav/ad_with_only_country.xml": (1, {}, {ODD_TIMES: 1}),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_every_record_of_a_real_file_is_accounted_for(name: str) -> None:
    records, bad, warnings = FILES[name]
    found_bad: Counter[str] = Counter()
    found_warnings: Counter[str] = Counter()
    found = 0
    with shared_data("ads", *name.split("/")).open("rb") as stream:
        for one in read(stream):
            if isinstance(one, BadRecord):
                found_bad[one.reason] += 1
            else:
                found += 1
                found_warnings.update(one.warnings)
    assert (found, dict(found_bad), dict(found_warnings)) == (records, bad, warnings)


def test_all_real_files_are_counted() -> None:
    folder = shared_data("ads")
    assert {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} == set(
        FILES
    )


def test_what_real_advertisements_say_is_found() -> None:
    said: Counter[str] = Counter()
    with shared_data("ads", "nhs_schema_org_en.jsonl.gz").open("rb") as stream:
        for one in read(stream):
            assert isinstance(one, VacancyRecord)
            said.update(
                name
                for name in ("title", "employer_name", "city", "latitude", "salary_text",
                             "published_at", "expires_at", "description", "url")
                if getattr(one, name)
            )  # fmt: skip
    assert said == {
        "title": 11_917, "employer_name": 11_917, "city": 11_917, "latitude": 11_915,
        "salary_text": 11_917, "published_at": 11_917, "expires_at": 11_917,
        "description": 11_917, "url": 11_917,
    }  # fmt: skip


def test_real_html_is_calm_after_cleaning() -> None:
    with shared_data("ads", "nhs_schema_org_en.jsonl.gz").open("rb") as stream:
        for number, one in zip(range(300), read(stream), strict=False):
            assert isinstance(one, VacancyRecord), number
            shown = clean_html(one.description)
            assert "&lt;p" not in shown
            assert "style=" not in shown
            assert len(plain_text(one.description)) > 20
