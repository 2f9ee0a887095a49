# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from dataclasses import replace

import pytest

from jobunivers.integrations.jobads import feed, web
from jobunivers.integrations.jobads.fake import FakeSources
from jobunivers.integrations.jobads.feed import (
    AddressRefused,
    FeedSource,
    FeedUnavailable,
    Page,
    check,
    fetch,
)
from jobunivers.integrations.jobads.records import BadRecord, VacancyRecord
from jobunivers.integrations.jobads.samples import SAMPLES
from jobunivers.integrations.jobads.tests.helpers import kinds

PATHS = ["/jobposting.jsonl", "/jobposting.jsonl.gz", "/jobposting.json", "/jobposting.html",
         "/jobnet.json", "/eures.xml", "/rows.jsonl", "/rows.csv", "/nav/feed"]  # fmt: skip


@pytest.fixture
def fake() -> Iterator[FakeSources]:
    with FakeSources() as running:
        yield running


def source(fake: FakeSources, path: str) -> FeedSource:
    return FeedSource(name="Prøven", url=fake.url + path)


def pages(wanted: FeedSource, cursor: str = "") -> list[Page]:
    return list(fetch(wanted, cursor, sleep=lambda _seconds: None))


def records(found: list[Page]) -> list[VacancyRecord]:
    return [one for page in found for one in page.records if isinstance(one, VacancyRecord)]


@pytest.mark.parametrize("path", PATHS)
def test_every_format_comes_over_http(fake: FakeSources, path: str) -> None:
    found = records(pages(source(fake, path)))
    assert [one.source_id for one in found] == [ad.id for ad in SAMPLES]


@pytest.mark.parametrize("path", PATHS)
def test_what_has_not_changed_is_not_sent_again(fake: FakeSources, path: str) -> None:
    cursor = pages(source(fake, path))[-1].cursor
    [again] = pages(source(fake, path), cursor)
    assert (again.records, again.unchanged, again.cursor) == ((), True, cursor)


def test_the_next_round_begins_where_the_last_one_ended(fake: FakeSources) -> None:
    wanted = source(fake, "/nav/feed")
    cursor = pages(wanted)[-1].cursor
    fake.ads.append(replace(SAMPLES[0], id="1001", active=False))
    fake.ads.append(replace(SAMPLES[1], id="2000"))
    fake.requests.clear()

    found = records(pages(wanted, cursor))

    assert [(one.source_id, one.closed) for one in found][-2:] == [("1001", True), ("2000", False)]
    assert "/nav/feed" not in [path for path, _ in fake.requests]


def test_a_feed_that_was_renumbered_starts_over(fake: FakeSources) -> None:
    wanted = source(fake, "/nav/feed")
    gone = web.Cursor(fake.url + "/nav/feed/77", "x", "").text()
    assert len(records(pages(wanted, gone))) == len(SAMPLES)


def test_a_cursor_that_is_not_ours_starts_from_the_beginning(fake: FakeSources) -> None:
    assert len(records(pages(source(fake, "/rows.csv"), "nonsense"))) == len(SAMPLES)


def test_a_feed_that_goes_in_a_circle_is_left(fake: FakeSources) -> None:
    found = pages(source(fake, "/loop"))
    assert kinds([one for page in found for one in page.records]) == ["feed_loop"]


def test_a_large_answer_comes_in_batches_and_moves_the_cursor_last(
    fake: FakeSources, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "BATCH", 3)
    first, second = pages(source(fake, "/jobposting.jsonl"))
    assert (len(first.records), len(second.records)) == (3, 1)
    assert '"etag": ""' in first.cursor
    assert '"etag": ""' not in second.cursor


def test_a_hiccup_is_waited_out_as_long_as_the_source_asks(fake: FakeSources) -> None:
    waits: list[float] = []
    found = list(fetch(source(fake, "/flaky"), sleep=waits.append))
    assert len(records(found)) == len(SAMPLES)
    assert waits == [2, 2]


@pytest.mark.parametrize("path", ["/down", "/half", "/around", "/nope"])
def test_a_source_that_does_not_answer_says_so_and_nothing_is_lost(
    fake: FakeSources, path: str
) -> None:
    with pytest.raises(FeedUnavailable):
        pages(source(fake, path))
    assert not check(source(fake, path)).ok


def test_a_source_that_drips_is_left(fake: FakeSources) -> None:
    with pytest.raises(FeedUnavailable, match="too slowly"):
        pages(replace(source(fake, "/slow"), max_seconds=0.3))


def test_a_source_that_floods_is_left(fake: FakeSources) -> None:
    with pytest.raises(FeedUnavailable, match="more than is allowed"):
        pages(replace(source(fake, "/jobposting.jsonl"), max_bytes=100))


@pytest.mark.parametrize("path", ["/private", "/local"])
def test_a_redirect_to_a_private_address_is_refused(fake: FakeSources, path: str) -> None:
    with pytest.raises(AddressRefused):
        pages(source(fake, path))


def test_a_redirect_within_the_source_is_followed(fake: FakeSources) -> None:
    assert len(records(pages(source(fake, "/moved")))) == len(SAMPLES)


def test_the_key_is_sent_to_the_source_alone(fake: FakeSources) -> None:
    with FakeSources() as other:
        fake.pages["/away"] = (302, other.url + "/jobposting.jsonl")
        wanted = replace(
            source(fake, "/away"), headers={"Authorization": "Bearer secret"}, allow_private=True
        )
        assert len(records(pages(wanted))) == len(SAMPLES)
        assert [sent.get("Authorization") for _, sent in fake.requests] == ["Bearer secret"]
        assert [sent.get("Authorization") for _, sent in other.requests] == [None]


def test_an_entry_that_is_gone_is_closed_and_a_broken_one_set_aside(fake: FakeSources) -> None:
    fake.pages["/nav/feedentry/1001"] = (404, "")
    fake.pages["/nav/feedentry/1002"] = (400, "")
    first, second, *_ = [one for page in pages(source(fake, "/nav/feed")) for one in page.records]
    assert isinstance(first, VacancyRecord)
    assert (first.source_id, first.closed) == ("1001", True)
    assert isinstance(second, BadRecord)
    assert (second.reason, second.source_id) == ("entry_unavailable", "1002")


def test_when_no_entry_answers_it_is_the_source_that_is_down(fake: FakeSources) -> None:
    fake.ads[:] = [replace(SAMPLES[0], id=str(number)) for number in range(4)]
    for number in range(4):
        fake.pages[f"/nav/feedentry/{number}"] = (400, "")
    with pytest.raises(FeedUnavailable):
        pages(source(fake, "/nav/feed"))


def test_the_status_page_hears_which_format_answers(fake: FakeSources) -> None:
    health = check(source(fake, "/eures.xml"))
    assert (health.ok, health.format) == (True, "hropen")


def test_a_web_page_without_advertisements_is_not_well(fake: FakeSources) -> None:
    fake.pages["/front"] = (200, "welcome")
    assert not check(source(fake, "/front")).ok


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("10.0.0.1", False), ("127.0.0.1", False), ("169.254.169.254", False),
        ("::1", False), ("::ffff:10.0.0.1", False), ("192.0.2.1", False), ("224.0.0.1", False),
        ("100.64.0.1", False), ("fd00::1", False), ("2002:a00:1::", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert web.is_public(address) is public
