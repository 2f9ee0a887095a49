# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who looked is written before the page is sent; no log, no page."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from jobunivers.foundation.http import reads
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions, queries, words
from jobunivers.trust.middleware import LookMiddleware
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def request_of(person: Person | AnonymousUser) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = person
    return request


def answered(person: Any, citizen: Person, *, status: int = 200) -> None:
    """Let a page that only reads show a citizen, and answer with a status."""

    @reads
    def view(request: Any) -> HttpResponse:
        actions.look(request, citizen_id=citizen.pk, part="profile", reason="talk")
        return HttpResponse(status=status)

    LookMiddleware(view)(request_of(person))  # type: ignore[arg-type]


def test_a_page_that_may_not_write_still_leaves_its_look(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        answered(omar, kirsten)
        (row,) = queries.looks_at(citizen_id=kirsten.pk)
    assert (row.viewer, row.role, row.part, row.reason) == (
        "Omar Said", "adviser", "profile", "talk",
    )  # fmt: skip
    assert (row.role_words, row.part_words, row.reason_words) == (
        "Jobrådgiver", "Din profil", "Forberedelse af en samtale",
    )  # fmt: skip


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_page_that_was_refused_showed_nobody(
    aarhus: Municipality, kirsten: Person, omar: Person, status: int
) -> None:
    with working_for(aarhus.pk):
        answered(omar, kirsten, status=status)
        assert not Look.objects.exists()


def test_a_look_that_cannot_be_written_keeps_the_page_back(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(RuntimeError, match="not logged in"):
            answered(AnonymousUser(), kirsten)
        request = request_of(omar)
        actions.look(request, citizen_id=kirsten.pk, part="profile", reason="")
        with pytest.raises(DatabaseError), transaction.atomic():
            actions.write_looks(request, at=NOW)
        assert not Look.objects.exists()


def test_a_look_can_neither_be_changed_nor_deleted(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        answered(omar, kirsten)
        for statement in ("DELETE FROM trust_look", "UPDATE trust_look SET reason = 'x'"):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


def test_she_sees_the_newest_first_and_only_her_own(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        for hour, citizen in ((8, kirsten), (9, mads), (10, kirsten)):
            request = request_of(omar)
            actions.look(
                request, citizen_id=citizen.pk, part="joblog", reason="case", note=f"{hour}"
            )
            actions.write_looks(request, at=NOW.replace(hour=hour))
        assert [row.note for row in queries.looks_at(citizen_id=kirsten.pk)] == ["10", "8"]
    page = as_kirsten.get("/hvem-har-set/").content.decode()
    assert page.index("23. november 2026 11.00") < page.index("23. november 2026 09.00")
    assert "23. november 2026 10.00" not in page


def test_every_look_is_on_a_page_however_many_there_are(
    aarhus: Municipality, kirsten: Person, omar: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        for number in range(230):
            request = request_of(omar)
            actions.look(
                request, citizen_id=kirsten.pk, part="joblog", reason="case", note=f"n{number:03}n"
            )
            actions.write_looks(request, at=NOW + timedelta(minutes=number))
    pages = []
    path = "/hvem-har-set/"
    while path:
        pages.append(as_kirsten.get(path).content.decode())
        path = _beside(pages[-1], "next")
    shown = [re.findall(r"n\d{3}n", page) for page in pages]
    assert [len(some) for some in shown] == [50, 50, 50, 50, 30]
    assert [one for some in shown for one in some] == [f"n{n:03}n" for n in range(229, -1, -1)]
    back = as_kirsten.get(_beside(pages[2], "prev")).content.decode()
    assert re.findall(r"n\d{3}n", back) == shown[1]
    assert _beside(pages[0], "prev") == ""


def _beside(page: str, way: str) -> str:
    """Return the address of the page beside this one; "" where there is none."""
    found = re.search(rf'href="([^"]+)" rel="{way}"', page)
    return f"/hvem-har-set/{unescape(found[1])}" if found else ""


@pytest.mark.parametrize(
    "place", ["foer=x", "efter=", "foer=99999999999999999-1", "efter=-1-1", "foer=1-", "side=4"]
)
def test_a_place_that_is_none_shows_a_page_all_the_same(
    aarhus: Municipality, kirsten: Person, omar: Person, as_kirsten: KommuneClient, place: str
) -> None:
    with working_for(aarhus.pk):
        answered(omar, kirsten)
    answer = as_kirsten.get(f"/hvem-har-set/?{place}")
    assert answer.status_code == 200
    assert "Omar Said (jobrådgiver) så" in answer.content.decode()


def test_what_staff_write_is_shown_as_words_not_as_html(
    aarhus: Municipality, kirsten: Person, omar: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        request = request_of(omar)
        note = "<script>alert(1)</script>"
        actions.look(request, citizen_id=kirsten.pk, part="profile", reason="talk", note=note)
        actions.write_looks(request, at=NOW)
    page = as_kirsten.get("/hvem-har-set/").content.decode()
    assert note not in page
    assert "&lt;script&gt;" in page


def test_before_anybody_has_looked_the_page_says_so(as_kirsten: KommuneClient) -> None:
    assert "Ingen har set dine oplysninger" in as_kirsten.get("/hvem-har-set/").content.decode()


def test_the_log_reads_in_english_too(
    aarhus: Municipality, kirsten: Person, omar: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        answered(omar, kirsten)
    as_kirsten.cookies["django_language"] = "en"
    page = as_kirsten.get("/hvem-har-set/").content.decode()
    assert 'lang="en"' in page
    assert "Omar Said" in page


def test_a_word_nobody_knows_is_shown_as_it_is() -> None:
    row = queries.LookRow(NOW, "", "ghost", "attic", "why", "")
    assert (row.role_words, row.part_words, row.reason_words) == ("ghost", "attic", "why")
    assert all(str(text) for text in (words.PARTS | words.REASONS | words.ROLES).values())


def test_looks_of_a_replayed_past_are_read_by_her_too(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    seen = actions.Seen(citizen_id=kirsten.pk, part="joblog", reason="talk")
    past = NOW - timedelta(days=9)
    looked = actions.Looked(seen=seen, viewer_id=omar.pk, viewer_role="adviser", at=past)
    with working_for(aarhus.pk):
        assert actions.note_looks(looks=[looked]) == 1
        (row,) = queries.looks_at(citizen_id=kirsten.pk)
    assert (row.viewer, row.part, row.at) == ("Omar Said", "joblog", past)


def test_a_day_of_one_member_of_staff_is_one_sentence_that_unfolds(
    aarhus: Municipality, kirsten: Person, omar: Person, tove: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        for minute, who, part in ((0, omar, "profile"), (5, omar, "joblog"), (9, tove, "profile")):
            request = request_of(who)
            actions.look(request, citizen_id=kirsten.pk, part=part, reason="talk")
            actions.write_looks(request, at=NOW + timedelta(minutes=minute))
        shown = queries.her_looks(citizen_id=kirsten.pk, chosen=queries.Chosen())
    [day] = shown.days
    assert [(one.sentence, one.many) for one in day.visits] == [
        ("Tove Juhl (personlig jobkonsulent) så din profil.", "1 gang, kl. 10.09"),
        (
            "Omar Said (jobrådgiver) så dine ansøgninger og din profil.",
            "2 gange, kl. 10.00–10.05",
        ),
    ]
    assert [name for _, name in shown.viewers] == ["Omar Said", "Tove Juhl"]
    page = as_kirsten.get("/hvem-har-set/").content.decode()
    assert page.count("Forberedelse af en samtale") == 4
    assert "<details" in page


def test_she_chooses_by_whom_and_which_days(
    aarhus: Municipality, kirsten: Person, omar: Person, tove: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        for days, who in ((0, omar), (1, tove), (2, omar)):
            request = request_of(who)
            actions.look(
                request, citizen_id=kirsten.pk, part="plan", reason="case", note=f"n{days}n"
            )
            actions.write_looks(request, at=NOW - timedelta(days=days))
    by_omar = as_kirsten.get(f"/hvem-har-set/?hvem={omar.pk}").content.decode()
    assert [note in by_omar for note in ("n0n", "n1n", "n2n")] == [True, False, True]
    one_day = as_kirsten.get("/hvem-har-set/?fra=2026-11-22&til=2026-11-22").content.decode()
    assert [note in one_day for note in ("n0n", "n1n", "n2n")] == [False, True, False]
    nobody = as_kirsten.get("/hvem-har-set/?hvem=1&fra=2020-01-01&til=2020-01-02")
    assert "Ingen har set dine oplysninger i de dage" in nobody.content.decode()
    wrong = as_kirsten.get("/hvem-har-set/?fra=i+g%C3%A5r&hvem=x")
    assert wrong.status_code == 200
    assert "Skriv datoen som dag-måned-år" in wrong.content.decode()
