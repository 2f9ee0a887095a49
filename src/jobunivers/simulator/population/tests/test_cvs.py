# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import random
from collections.abc import Callable
from datetime import date

import pytest

from jobunivers.integrations.profiles.reading import read
from jobunivers.integrations.profiles.records import Document, ProfileTold
from jobunivers.simulator.people import citizens
from jobunivers.simulator.population import cv_exports, cv_files, cv_layout, summaries
from jobunivers.simulator.population.cpr import can_belong_to_somebody
from jobunivers.simulator.population.cv import Cv, cv
from jobunivers.simulator.population.papers import papers

TODAY = date(2026, 11, 23)
RUN = 5


def made(seed: int, count: int) -> list[Cv]:
    rng = random.Random(seed)
    return [
        cv(rng, one, papers(rng, one.name, one.place, born_on=one.born_on, woman=True))
        for one in citizens(rng, count, today=TODAY)
    ]


def runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.parametrize(
    "write",
    [
        cv_exports.json_resume,
        cv_exports.europass_json,
        cv_exports.europass_xml,
        cv_exports.europass_profile,
    ],
)
def test_what_is_exported_is_read_again(write: Callable[[Cv], bytes]) -> None:
    for one in made(1, 25):
        told = read(write(one))

        assert isinstance(told, ProfileTold)
        assert [(job.title, job.employer) for job in told.jobs] == [
            (job.title, job.employer) for job in one.jobs
        ]
        assert [job.started for job in told.jobs] == [f"{job.began:%Y-%m}" for job in one.jobs]
        assert {skill.words for skill in told.skills} >= set(one.skills)
        assert {language.code for language in told.languages} == {code for code, _ in one.tongues}
        assert told.postal_code == one.papers.postal_code
        assert told.summary.split() == one.summary.split()


@pytest.mark.parametrize("write", [cv_files.pdf, cv_files.docx, cv_files.text])
def test_every_line_of_a_file_can_be_read(write: Callable[[random.Random, Cv], bytes]) -> None:
    one = made(2, 1)[0]
    laid_out = " ".join(line.text for line in cv_layout.lines(random.Random(3), one)).split()

    found = read(write(random.Random(3), one))

    assert isinstance(found, Document)
    assert " ".join(line.text for line in found.lines).split() == laid_out


def test_a_long_cv_takes_several_pages_and_loses_nothing() -> None:
    one = max(made(4, 200), key=lambda cv_: len(cv_.jobs))
    lines = cv_layout.lines(random.Random(5), one) * 4

    pages = cv_files._pages(lines)

    assert len(pages) > 1
    written = [word for page in pages for _, line in page for word in line.text.split()]
    assert written == " ".join(line.text for line in lines).split()


def test_letters_outside_the_western_alphabet_lose_their_marks_only() -> None:
    assert cv_files.western("Yılmaz Şahin Wójcik Hodžić æøå (fast)").decode("cp1252") == (
        "Yilmaz Sahin Wójcik Hodžic æøå (fast)"
    )


def test_the_same_seed_makes_the_same_file() -> None:
    for write in (cv_files.pdf, cv_files.docx):
        first, second = (write(random.Random(7), made(6, 1)[0]) for _ in range(2))
        assert first == second


def test_some_write_english() -> None:
    languages = [one.language for one in made(8, 400)]

    assert 5 < languages.count("en") < 100


def test_no_two_cvs_read_alike() -> None:
    rng = random.Random(9)
    texts = [runs(cv_layout.text(rng, one)) for one in made(9, 400)]

    for at, first in enumerate(texts):
        for second in texts[at + 1 :]:
            assert len(first & second) < 0.4 * len(first | second)


def test_what_people_write_of_themselves_has_no_empty_slots() -> None:
    rng = random.Random(10)
    for one in citizens(rng, 700, today=TODAY):
        for language in (summaries.DANISH, summaries.ENGLISH):
            said = summaries.summary(rng, one, language)
            assert said
            assert "{" not in said
            assert "  " not in said


def test_no_cpr_number_stands_in_a_cv() -> None:
    for one in made(11, 50):
        assert not can_belong_to_somebody(one.papers.cpr)
        assert one.papers.cpr not in cv_layout.text(random.Random(1), one)
