# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Access to the file: everything on paper, for a case, with other people's names struck out."""

import re

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework.queries.dossier import titles
from jobunivers.rooms.casework.queries.dossier.lines import Block, blocks_of, struck
from jobunivers.rooms.casework.tests.making import make_point
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.vacancies.tests.factories import make_application
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look


def address(person: Person) -> str:
    return f"/medarbejder/borgere/{person.pk}/aktindsigt/"


def asked(**more: object) -> dict[str, object]:
    codes = [code for code, _name in titles("adviser")]
    return {"sag": "26-104", "dele": codes, "navne": "", "som": "side", **more}


@pytest.fixture
def known(aarhus: Municipality, kirsten: Person) -> Person:
    """Return Kirsten with a profile that names somebody else, an application and a point."""
    with working_for(aarhus.pk):
        profile = journey.ensure_profile(citizen_id=kirsten.pk, at=timezone.now())
        journey.save_basics(
            profile=profile, basics=_basics("Jeg kender Birthe Holm 🌻 fra Nordvind."),
            at=timezone.now(),
        )  # fmt: skip
        make_point(kirsten, "plan_empty")
    make_application(kirsten)
    return kirsten


def _basics(summary: str) -> journey.Basics:
    return journey.Basics(summary=summary, max_km=30)


def shown(browser: KommuneClient, person: Person, **more: object) -> str:
    answer = browser.post(address(person), asked(**more))
    assert answer.status_code == 200
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", str(answer.content.decode()))


def test_nothing_but_her_name_is_shown_before_the_case_is_said(
    as_omar: KommuneClient, known: Person
) -> None:
    before = as_omar.get(address(known)).content.decode()
    missing = as_omar.post(address(known), asked(sag="  "))

    assert "Birthe" not in before
    assert missing.status_code == 422
    assert "Birthe" not in missing.content.decode()
    assert "Skriv sagens nummer." in missing.content.decode()


def test_the_print_holds_what_all_rooms_hold_with_sources_and_dates(
    as_omar: KommuneClient, known: Person
) -> None:
    paper = shown(as_omar, known)

    for said in (
        "Birthe Holm 🌻", "Sag: 26-104", "af Omar Said", "Kilde: Borgeren selv, i profilen",
        "Jobrejsen: hvad der er sket", "Hvem har set oplysningerne", "Søgte “",
    ):  # fmt: skip
        assert said in paper, said
    assert "<form" not in paper.partition('class="dossier-printed"')[2].partition("</main>")[0]


def test_names_of_others_are_struck_out_and_parts_left_out_are_said(
    as_omar: KommuneClient, known: Person
) -> None:
    codes = [code for code, _name in titles("adviser") if code != "casework.joblog"]

    paper = shown(as_omar, known, navne="birthe  holm\nNord", dele=codes)

    assert "Birthe" not in paper
    assert "Jeg kender [streget over] 🌻 fra Nordvind." in paper, "only whole words are struck out"
    assert "Udeladt: Ansøgninger." in paper
    assert "Navne på andre mennesker er streget over." in paper


def test_that_it_was_printed_is_remembered_and_she_reads_for_which_case(
    aarhus: Municipality, omar: Person, as_omar: KommuneClient, as_kirsten: KommuneClient,
    known: Person,
) -> None:  # fmt: skip
    shown(as_omar, known, navne="Birthe Holm")

    with working_for(aarhus.pk):
        event = Event.objects.get(kind="casework.file_printed")
        assert (event.citizen_id, event.actor_id) == (known.pk, omar.pk)
        assert event.data == {"without": [], "struck": True, "form": "page"}
        assert {(one.reason, one.note) for one in Look.objects.all()} == {("access", "26-104")}
        assert Look.objects.filter(part="print").count() == 1
    read = as_kirsten.get("/hvem-har-set/").content.decode()
    assert "Aktindsigt i din sag" in read
    assert "26-104" in read


def test_the_pdf_has_the_same_and_is_named_by_a_number(
    as_omar: KommuneClient, known: Person
) -> None:
    answer = as_omar.post(address(known), asked(som="pdf"))

    assert answer["Content-Type"] == "application/pdf"
    assert f"aktindsigt-{known.pk}-" in answer["Content-Disposition"]
    assert bytes(answer.content).startswith(b"%PDF-")
    assert len(answer.content) > 5_000


def test_her_own_notes_are_not_the_kommunes(
    aarhus: Municipality, as_omar: KommuneClient, known: Person
) -> None:
    with working_for(aarhus.pk):
        row = make_application(known)
        type(row).objects.filter(pk=row.pk).update(note="Husk at ringe til mor først")

    assert "ringe til mor" not in shown(as_omar, known)


def test_no_part_at_all_is_no_print(as_omar: KommuneClient, known: Person) -> None:
    assert as_omar.post(address(known), asked(dele=[])).status_code == 422
    assert as_omar.post(address(known), asked(dele=["no.such"])).status_code == 422


# HTML as lines


def test_what_is_for_the_screen_alone_is_not_on_paper() -> None:
    html = (
        "<h3>Plan</h3><p>Et <strong>to</strong><br>tre</p><ul><li>Æbler <span>2</span></li>"
        "<li><p>Først</p><p>Så</p></li></ul><dl><dt>Bor</dt><dd>8000 Aarhus</dd></dl>"
        "<table><tr><th>Dag</th><td>1</td><td>2</td></tr></table>"
        '<p class="dossier-no-print">Væk</p><form><p>Væk</p></form><svg><text>Væk</text></svg>'
        '<span class="sr-only">Væk</span> løst &amp; fast'
    )

    assert blocks_of(html) == [
        Block("heading", "Plan"), Block("text", "Et to\ntre"), Block("item", "Æbler 2"),
        Block("item", "Først"), Block("said", "Så"), Block("term", "Bor"),
        Block("said", "8000 Aarhus"), Block("row", "Dag · 1 · 2"), Block("text", "løst & fast"),
    ]  # fmt: skip


@given(html=st.text(alphabet="<>/pliddtdbr &;x\"'=", max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_html_however_broken_stops_the_print(html: str) -> None:
    for block in blocks_of(html):
        assert block.text.strip()


def test_the_longest_name_is_struck_first_and_signs_are_just_signs() -> None:
    blocks = [Block("text", "Bo Ask (Boas) og Bo, a.b")]

    assert struck(blocks, ["Bo", "Bo Ask", "a.b", " "], "█")[0].text == "█ (Boas) og █, █"
