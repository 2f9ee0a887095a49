# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from jobunivers.foundation import tiles
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.tiles import Arrangement, Asking, Context, Tile
from jobunivers.foundation.tiles.models import Layout
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation.queries import tiles as courses
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import Star, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient, browser, text_of

ARRANGE, CHANGE, PAGE = "/min-side/ret/", "/min-side/skift/", "/min-side/"
MORNING = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
FAILED = "kan ikke vises lige nu"


def tile(code: str, name: str = "", **more: object) -> Tile:
    said: dict[str, object] = {
        "code": code,
        "name": name or f"Flise {code}",
        "about": f"Om {code}.",
        "template": "front/tiles/contact.html",
        "load": lambda _asking: {},
        "wide": True,
        **more,
    }
    return Tile(**said)  # type: ignore[arg-type]


@pytest.fixture
def three() -> Iterator[None]:
    """Offer three tiles alone: two wide ones and a narrow one."""
    some = (tile("room.a"), tile("room.b", simple=True), tile("room.c", wide=False))
    with tiles.only(*some):
        yield


def headings(html: str) -> list[str]:
    return re.findall(r'class="tile-name"[^>]*>([^<]*)<', html)


def page(client: KommuneClient) -> str:
    return text_of(client.get(PAGE))


def change(client: KommuneClient, act: str, version: int, **more: object) -> int:
    status: int = client.post(CHANGE, {"act": act, "version": version, **more}).status_code
    return status


def layout(person: Person) -> Layout:
    assert person.municipality_id is not None
    with working_for(person.municipality_id):
        return Layout.objects.get(person_id=person.pk)


def test_tiles_stand_as_rooms_offer_them_and_say_why(
    as_kirsten: KommuneClient, three: None
) -> None:
    html = page(as_kirsten)

    assert headings(html) == ["Flise room.a", "Flise room.b", "Flise room.c"]
    assert "Om room.a." in html
    assert "Den hører til den side, du fik fra start." in html


def test_nothing_moves_by_itself(as_kirsten: KommuneClient, kirsten: Person, three: None) -> None:
    page(as_kirsten)
    with tiles.only(tile("room.c"), tile("room.new"), tile("room.a")):
        assert headings(page(as_kirsten)) == ["Flise room.a", "Flise room.c"]
        assert "Flise room.new" in text_of(as_kirsten.get(ARRANGE))

    assert headings(page(as_kirsten)) == ["Flise room.a", "Flise room.b", "Flise room.c"]
    assert layout(kirsten).version == 1


def test_she_moves_removes_adds_and_takes_back(as_kirsten: KommuneClient, three: None) -> None:
    page(as_kirsten)
    assert change(as_kirsten, "down room.a", 1) == 302
    assert headings(page(as_kirsten))[:2] == ["Flise room.b", "Flise room.a"]
    assert change(as_kirsten, "across room.a", 2) == 302
    assert change(as_kirsten, "remove room.b", 3) == 302
    assert "Flise room.b" not in headings(page(as_kirsten))
    assert change(as_kirsten, "add room.b", 4) == 302
    assert "Du har selv lagt den her." in page(as_kirsten)
    assert change(as_kirsten, "undo", 5) == 302
    assert change(as_kirsten, "undo", 6) == 302
    assert sorted(headings(page(as_kirsten))) == ["Flise room.a", "Flise room.b", "Flise room.c"]
    assert change(as_kirsten, "start", 7) == 302
    assert headings(page(as_kirsten)) == ["Flise room.a", "Flise room.b", "Flise room.c"]


def test_what_is_dragged_is_sent_as_one_order(as_kirsten: KommuneClient, three: None) -> None:
    page(as_kirsten)
    sent = {"main": ["room.c", "room.b"], "side": ["room.a"]}
    assert change(as_kirsten, "", 1, dragged="1", **sent) == 302
    assert headings(page(as_kirsten)) == ["Flise room.c", "Flise room.b", "Flise room.a"]

    answer = as_kirsten.post(
        CHANGE, {"dragged": "1", "version": 2, "main": ["room.c"]}, follow=True
    )
    assert "Flisen kan ikke flyttes derhen." in text_of(answer)


def test_the_simple_view_is_remembered_and_holds_few_things(
    as_kirsten: KommuneClient, three: None
) -> None:
    page(as_kirsten)
    assert change(as_kirsten, "view simple", 1, back="side") == 302
    assert headings(page(as_kirsten)) == ["Flise room.b"]
    assert "Vis flere ting" in page(as_kirsten)


def test_a_removed_tile_can_be_brought_back_where_she_is(
    as_kirsten: KommuneClient, three: None
) -> None:
    page(as_kirsten)
    sent = {"act": "remove room.a", "version": 1, "back": "side"}
    html = text_of(as_kirsten.post(CHANGE, sent, follow=True))
    assert "“Flise room.a” er fjernet fra Min side" in html

    as_kirsten.post(CHANGE, {"act": "undo", "version": 2, "back": "side"})
    assert headings(page(as_kirsten))[0] == "Flise room.a"


@pytest.mark.parametrize(("htmx", "status"), [(False, 409), (True, 422)])
def test_two_windows_do_not_overwrite_each_other(
    htmx: bool, status: int, as_kirsten: KommuneClient, three: None
) -> None:
    page(as_kirsten)
    change(as_kirsten, "down room.a", 1)
    headers = {"HX-Request": "true"} if htmx else {}
    answer = as_kirsten.post(CHANGE, {"act": "remove room.b", "version": 1}, headers=headers)

    assert answer.status_code == status
    assert "Siden er ændret i et andet vindue" in text_of(answer)
    assert headings(page(as_kirsten))[:2] == ["Flise room.b", "Flise room.a"]


@pytest.mark.parametrize(
    "sent",
    [{}, {"act": "up", "version": "1"}, {"act": "up room.nope", "version": "1"},
     {"act": "fly room.a", "version": "1"}, {"act": "up room.a", "version": "æ"},
     {"act": "up room.a\0", "version": "1"}, {"act": "view fancy", "version": "1"},
     {"act": "up room.a", "version": "1"}, {"act": "add room.a", "version": "1"}],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_changes_nothing(
    sent: dict[str, str], as_kirsten: KommuneClient, kirsten: Person, three: None
) -> None:
    page(as_kirsten)
    assert as_kirsten.post(CHANGE, sent).status_code == 302

    assert layout(kirsten).version == 1


def test_a_tile_that_fails_says_so_and_the_others_stand(
    as_kirsten: KommuneClient, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_asking: Asking) -> Context:
        raise RuntimeError("no")

    def refused(_asking: Asking) -> Context:
        with connection.cursor() as cursor:
            cursor.execute("SELECT no_such_column")
        return {}

    def badly(asking: Asking) -> None:
        asking.wants("room.bad", Person.objects.extra(where=["no_such_column = 1"]))

    some = (
        tile("room.broken", load=broken),
        tile("room.refused", load=refused),
        tile("room.asks", asks=badly, load=lambda asking: {"rows": asking.rows("room.bad")}),
        tile("room.template", template="front/no_such_template.html"),
        tile("room.well"),
        tile("room.quiet", load=lambda _: None),
    )
    with tiles.only(*some), caplog.at_level(logging.ERROR, "jobunivers.tiles"):
        html = page(as_kirsten)

    assert html.count(FAILED) == 4
    assert "Se, hvordan du får fat i os" in html
    assert "Flise room.quiet" not in html
    told = {record.__dict__.get("tile") for record in caplog.records}
    assert told >= {"room.broken", "room.refused", "room.asks", "room.template"}


def test_a_form_from_a_page_of_three_hours_ago_is_told_to_log_in_and_changes_nothing(
    kirsten: Person, aarhus: Municipality, three: None
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        client = browser(aarhus, kirsten)
        page(client)
        clock.shift(timedelta(hours=3))
        assert change(client, "remove room.a", 1) == 401

    assert layout(kirsten).version == 1


def test_an_empty_page_helps_onwards(as_kirsten: KommuneClient) -> None:
    with tiles.only():
        html = page(as_kirsten)

    assert "Her er plads" in html
    assert "/aarhus/min-side/ret/" in html


def test_somebody_else_has_a_page_of_her_own(
    as_kirsten: KommuneClient, as_mads: KommuneClient, three: None
) -> None:
    page(as_kirsten)
    page(as_mads)
    change(as_kirsten, "remove room.a", 1)

    assert "Flise room.a" in headings(page(as_mads))


@pytest.mark.parametrize("closeness", sorted(courses.STARTS))
def test_each_course_begins_with_tiles_that_there_are(closeness: int) -> None:
    start = courses.STARTS[closeness]
    for column in (start.main, start.side, start.simple):
        assert len(set(column)) == len(column)
    assert not set(start.main) & set(start.side)
    unknown = [
        code for code in (*start.main, *start.side, *start.simple) if tiles.tile_of(code) is None
    ]
    assert unknown == []


def test_closer_help_begins_simply_with_people_first() -> None:
    close = courses.STARTS[max(courses.STARTS)]

    assert close.view == "simple"
    assert close.simple[:3] == ("front.contact", "talks.next", "entrance.meeting")


def test_five_thousand_kept_jobs_are_four_on_her_page(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    kept = [make_vacancy(f"Job {number} 🙂 {'æ' * 60}") for number in range(6)]
    now = timezone.now()
    with working_for(aarhus.pk):
        for row in kept:
            vacancies.star(citizen_id=kirsten.pk, vacancy_id=row.pk, at=now)
        template = Vacancy.objects.get(pk=kept[0].pk)
        many = []
        for number in range(5_000):
            template.pk, template.source_key = None, f"many-{number}"
            many.append(Vacancy(**{
                field.attname: getattr(template, field.attname)
                for field in Vacancy._meta.concrete_fields if field.name != "id"
            }))  # fmt: skip
        with writing_shared():
            made = Vacancy.objects.bulk_create(many)
        Star.objects.bulk_create(
            [Star(citizen_id=kirsten.pk, vacancy_id=row.pk, at=now) for row in made]
        )
    html = page(as_kirsten)

    assert headings(html).count("Gemte job") == 1
    starred = html.split(">Gemte job<")[1].split("Se alle gemte job")[0]
    assert starred.count("<li>") == 4


def test_a_removed_way_to_the_old_page_leads_nowhere_else(as_kirsten: KommuneClient) -> None:
    assert as_kirsten.get(PAGE).status_code == 200
    assert as_kirsten.post(PAGE).status_code == 405


def test_a_start_is_an_arrangement_that_can_be_kept() -> None:
    for start in courses.STARTS.values():
        assert isinstance(start, Arrangement)
        assert set(start.as_kept()) == {"view", "main", "side", "simple", "own"}


@pytest.fixture
def kirstens_old_page(as_kirsten: KommuneClient) -> Iterator[None]:
    """Let Kirsten have seen her page when there were two tiles, and then a third of the start."""
    with tiles.only(tile("room.a"), tile("room.b", simple=True)):
        page(as_kirsten)
        change(as_kirsten, "remove room.b", 1)
    newer = tile("room.0", "Dine samtaler")
    silent = tile("room.silent", "Intet", load=lambda _asking: None)
    with tiles.only(newer, tile("room.a"), tile("room.b", simple=True), silent):
        yield


NEW = "Nyt: Dine samtaler"


def test_what_her_course_begins_with_and_came_later_is_offered_and_put_where_it_belongs(
    as_kirsten: KommuneClient, kirstens_old_page: None
) -> None:
    html = page(as_kirsten)
    assert headings(html) == ["Flise room.a"]
    assert NEW in html
    assert "Nyt: Flise room.b" not in html  # she took it away herself
    assert "Nyt: Intet" not in html  # it has nothing to show

    assert change(as_kirsten, "begin room.0", 2, back="side") == 302

    html = page(as_kirsten)
    assert headings(html) == ["Dine samtaler", "Flise room.a"]
    assert NEW not in html
    change(as_kirsten, "remove room.0", 3)
    assert NEW not in page(as_kirsten)


def test_who_says_no_is_not_asked_again_and_can_still_add_it(
    as_kirsten: KommuneClient, kirstens_old_page: None
) -> None:
    assert NEW in page(as_kirsten)
    change(as_kirsten, "decline room.0", 2, back="side")
    assert NEW not in page(as_kirsten)
    assert "Dine samtaler" in text_of(as_kirsten.get(ARRANGE))


def test_a_page_begun_today_is_offered_nothing(as_mads: KommuneClient, three: None) -> None:
    assert "Nyt:" not in page(as_mads)
    assert "Nyt:" not in page(as_mads)
