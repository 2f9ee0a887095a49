# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every real file, all the way in: what is read is accounted for, and most is understood."""

from collections import Counter
from itertools import islice
from typing import NamedTuple

import pytest

from jobunivers.integrations.jobads.reading import read
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_source
from jobunivers.rooms.vacancies.tests.records import NOW, parts, take_in
from jobunivers.testing import shared_data

pytestmark = pytest.mark.django_db
# Reading all 11,917 takes a minute and finds nothing that the first do not show.
MOST = 1_000


class Expected(NamedTuple):
    """What becomes of a file's records, and what is understood of those that go in."""

    parts: dict[str, int]
    languages: dict[str, int]
    kommuner: int  # advertisements whose kommune is known
    occupations: float  # share with a probable occupation, at least; with the starter taxonomy


ONE = {"added": 1}
FILES = {
    "jobnet_da.jsonl": Expected({"added": 40}, {"en": 34, "da": 6}, 40, 0.7),
    "jobtrend_da.jsonl": Expected({"added": 140}, {"da": 134, "en": 6}, 21, 0.5),
    "teaching_titles_da.csv": Expected(
        {"added": 1_000, "duplicates": 5}, {"": 657, "da": 339, "en": 3, "de": 1}, 922, 0.2
    ),
    "nhs_schema_org_en.jsonl.gz": Expected({"added": 1_000}, {"en": 1_000}, 0, 0.3),
    # A gap in NAV's feed: these advertisements say that they have ended.
    "eures_nav/ad_1.json": Expected({"closed": 1}, {}, 0, 0),
    "eures_nav/ad_2.json": Expected({"closed": 1}, {}, 0, 0),
    "eures_nav/ad_3.json": Expected({"rejected": 1}, {}, 0, 0),
    "eures_nav/ad_with_short_styrk.json": Expected({"closed": 1}, {}, 0, 0),
    "eures_nav/elektriker_page1.json": Expected({"closed": 20}, {}, 0, 0),
    "eures_nav/elektriker_page2.json": Expected({"closed": 20}, {}, 0, 0),
    "eures_nav/ad_1.xml": Expected(ONE, {"no": 1}, 0, 1),
    "eures_nav/ad_2.xml": Expected(ONE, {"no": 1}, 0, 1),
    "eures_nav/ad_with_experience.xml": Expected(ONE, {"no": 1}, 0, 1),
    "eures_nav/ad_with_only_country.xml": Expected(ONE, {"no": 1}, 0, 1),
}


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_is_taken_in_and_understood(name: str) -> None:
    expected = FILES[name]
    with shared_data("ads", *name.split("/")).open("rb") as stream:
        summary = take_in(*islice(read(stream), MOST))

    rows = list(Vacancy.objects.values_list("language", "kommune_code", "occupation_confidence"))
    known = sum(bool(code) for _, code, _ in rows)
    probable = sum(confidence >= 0.5 for _, _, confidence in rows)
    assert parts(summary) == expected.parts
    assert Counter(language for language, _, _ in rows) == expected.languages
    assert known == expected.kommuner
    assert probable >= expected.occupations * len(rows)


def test_every_real_advertisement_is_the_same_when_it_is_read_again() -> None:
    source = make_source()
    for _ in range(2):
        with shared_data("ads", "jobnet_da.jsonl").open("rb") as stream:
            summary = actions.import_records(source=source, records=read(stream), at=NOW)
    assert summary.repeated == 40  # at the same moment, so it is the same run


def test_words_that_show_a_skill_stand_where_the_row_says() -> None:
    with shared_data("ads", "jobtrend_da.jsonl").open("rb") as stream:
        take_in(*read(stream))

    rows = list(Vacancy.objects.values_list("text", "skills"))
    assert sum(len(skills) for _, skills in rows) > 5 * len(rows)
    assert all(
        text[skill["start"] : skill["end"]] == skill["words"]
        for text, skills in rows
        for skill in skills
    )
