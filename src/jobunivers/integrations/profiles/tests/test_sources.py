# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sources outside, over real HTTP, well and badly behaved."""

from collections.abc import Iterator

import pytest

from jobunivers.integrations.profiles.records import NOW
from jobunivers.integrations.profiles.sources.client import (
    CONTRACTS,
    Asking,
    HttpSource,
    NotAllowed,
    NothingKnown,
    SourceUnavailable,
)
from jobunivers.integrations.profiles.sources.fake import FakeSources, Held

HERS: Held = {
    "jobnet": {
        "opdateret": "2026-11-01",
        "erhvervserfaring": [
            {"id": "e1", "stillingsbetegnelse": "Kok", "virksomhedsnavn": "Kroen",
             "startdato": "2019-05-01", "slutdato": None},
            {"virksomhedsnavn": "Uden titel"},
        ],
        "uddannelser": [{"uddannelsesnavn": "Gastronom", "niveau": "Erhvervsuddannelse",
                         "afsluttet": "2018-06"}],
        "kompetencer": [{"id": "k1", "navn": "Bagning"}],
        "sprog": [{"kode": "da", "niveau": "Modersmål"}, {"kode": "xx"}],
        "koerekort": ["B", "C/E"],
        "bopael": {"postnummer": "8000"},
    },
    "akasse": {
        "beskaeftigelse": [{"stilling": "Kok", "arbejdsgiver": "Kroen", "fra": "2019", "til": ""}],
        "kravTilJobsoegning": {"stillingsbetegnelser": ["Kok", "Bager"]},
    },
    "jobcenter": {
        "jobmaal": [{"id": "m1", "stillingsbetegnelse": "Kok"}],
        "tilbud": [
            {"type": "Virksomhedspraktik", "arbejdsfunktion": "Køkkenhjælp", "virksomhed": "Kroen",
             "startdato": "2026-02-01", "slutdato": "2026-03-15"},
            {"type": "Mentorstøtte", "virksomhed": "-"},
        ],
    },
}  # fmt: skip
ASKING = Asking(subject="5f0c-1", controller="0751", reader="7")


@pytest.fixture
def fake() -> Iterator[FakeSources]:
    people = {("5f0c-1", "0751"): HERS}
    with FakeSources(lambda who, kommune: people.get((who, kommune)), token="key").running() as it:
        yield it


def source(
    fake: FakeSources,
    code: str,
    token: str = "key",  # noqa: S107 - the fake's
    seconds: float = 2.0,
) -> HttpSource:
    return HttpSource(code, fake.address, token=token, seconds=seconds)


def test_a_cv_on_jobnet_is_read(fake: FakeSources) -> None:
    told = source(fake, "jobnet").profile(ASKING)
    (job,) = told.jobs
    assert (job.title, job.started, job.ended, job.reference) == ("Kok", "2019-05", NOW, "e1")
    assert told.educations[0].level == "vocational"
    assert told.educations[0].ended == "2018"
    assert [one.words for one in told.skills] == ["Bagning"]
    assert [one.code for one in told.languages] == ["da"]
    assert [one.code for one in told.licences] == ["B", "C", "E"]
    assert told.passed_over == 1


def test_a_fund_tells_jobs_and_what_to_look_for(fake: FakeSources) -> None:
    told = source(fake, "akasse").profile(ASKING)
    assert (told.jobs[0].started, told.jobs[0].ended) == ("2019", NOW)
    assert [one.words for one in told.wishes] == ["Kok", "Bager"]


def test_a_case_tells_goals_and_work_and_nothing_of_support(fake: FakeSources) -> None:
    told = source(fake, "jobcenter").profile(ASKING)
    assert [one.words for one in told.wishes] == ["Kok"]
    assert [(one.title, one.ended) for one in told.jobs] == [("Køkkenhjælp", "2026-03")]
    assert told.passed_over == 0


def test_each_reading_says_for_whom_and_by_whom(fake: FakeSources) -> None:
    source(fake, "jobnet").profile(ASKING)
    ((path, headers),) = fake.asked
    assert path == "/borgere/5f0c-1/cv"
    assert headers["authorization"] == "Bearer key"
    assert (headers["x-dataansvarlig"], headers["x-laeser"]) == ("0751", "7")


def test_nobody_known_is_an_answer(fake: FakeSources) -> None:
    for subject in ("somebody-else", "../../etc", "", "a b"):
        asking = Asking(subject=subject, controller="0751", reader="7")
        with pytest.raises(NothingKnown):
            source(fake, "jobnet").profile(asking)
    assert [path for path, _ in fake.asked] == ["/borgere/somebody-else/cv"]


@pytest.mark.parametrize("code", sorted(CONTRACTS))
@pytest.mark.parametrize("trouble", ["down", "broken", "huge", "moved"])
def test_trouble_is_said_and_nothing_half_comes(fake: FakeSources, code: str, trouble: str) -> None:
    fake.trouble[code] = trouble
    with pytest.raises(SourceUnavailable):
        source(fake, code).profile(ASKING)


def test_a_wrong_key_is_the_operators_business(fake: FakeSources) -> None:
    with pytest.raises(NotAllowed):
        source(fake, "jobnet", token="old").profile(ASKING)
    fake.trouble["jobnet"] = "refused"
    with pytest.raises(NotAllowed):
        source(fake, "jobnet").profile(ASKING)


def test_nobody_waits_long(fake: FakeSources) -> None:
    fake.trouble["jobnet"] = "slow"
    with pytest.raises(SourceUnavailable, match="Timeout"):
        source(fake, "jobnet", seconds=0.1).profile(ASKING)


def test_an_odd_answer_tells_nothing(fake: FakeSources) -> None:
    fake.trouble["jobnet"] = "list"
    assert source(fake, "jobnet").profile(ASKING).is_empty


def test_the_status_page_can_ask(fake: FakeSources) -> None:
    assert source(fake, "jobnet").check().ok
    nowhere = HttpSource("jobnet", "http://127.0.0.1:9", seconds=0.5).check()
    assert not nowhere.ok
    assert nowhere.detail == "ConnectError"
