# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is looked up by name, and what somebody looks for about herself, stands in no address."""

import re
from html.parser import HTMLParser

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions as casework
from jobunivers.testing.browsers import KommuneClient
from tests.addresses.table import TABLE
from tests.addresses.world import World

pytestmark = pytest.mark.django_db

# What may be typed into an address: words about jobs, places, offers, law and which data there are.
_NOT_OF_PEOPLE = {
    "", "job/", "ansoegninger/", "markedspladsen/", "markedspladsen/soeg/", "lov/", "datakatalog/",
    "administration/hylder/<slug:key>/tilfoej/", "administration/bibliotek/", "ui/galleri/",
}  # fmt: skip


class _Forms(HTMLParser):
    """The fields that somebody types in, of forms whose answers stand in the address."""

    def __init__(self) -> None:
        super().__init__()
        self.by_get, self.typed = False, set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            self.by_get = (said.get("method") or "get") == "get"
        text = said.get("type") or ("text" if tag == "input" else "")
        if self.by_get and tag == "input" and text in {"text", "search", "email", "tel"}:
            self.typed.add(str(said.get("name")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.by_get = False


@pytest.mark.parametrize("who", ["kirsten", "omar", "bente", "anne", "eva"])
def test_no_page_asks_for_a_persons_name_or_words_of_her_data_in_the_address(
    world: World, who: str
) -> None:
    found, seen = [], 0
    for address, line in TABLE.items():
        if line.method != "GET" or address in _NOT_OF_PEOPLE:
            continue
        answer = world.browsers[who].get(world.path(address))
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        forms = _Forms()
        forms.feed(answer.content.decode())
        seen += 1
        found += [f"{address}: {name}" for name in sorted(forms.typed)]
    assert found == []
    assert seen > 20


@pytest.fixture
def rows(kirsten: Person) -> None:
    """Let the overview have its rows."""
    with working_for(kirsten.municipality_id):
        casework.fill_rows(at=timezone.now())


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/medarbejder/borgere/", {"navn": "Kirsten"}),
        ("/medarbejder/skranke/", {"navn": "Kirsten"}),
        ("/medarbejder/oversigt/", {"vaelg": "navn", "saet": "1", "ord": "Kirsten"}),
    ],
)
@pytest.mark.usefixtures("rows", "mads")
def test_staff_find_her_and_her_name_is_in_no_address(
    as_omar: KommuneClient, path: str, sent: dict[str, str]
) -> None:
    answer = as_omar.post(path, sent)

    there = answer["Location"]
    assert answer.status_code == 302
    assert "irsten" not in there
    page = as_omar.get(there.removeprefix("/aarhus"))
    text = page.content.decode()
    assert "Kirsten Holm" in text
    assert "Mads" not in text
    links = re.findall(r'(?:href|action)="([^"]*)"', text)
    assert not [one for one in links if "irsten" in one]


def test_a_name_that_is_left_out_is_asked_for_and_nobody_is_shown(as_omar: KommuneClient) -> None:
    sent = {"vaelg": "navn", "saet": "1", "ord": " "}
    assert as_omar.post("/medarbejder/oversigt/", sent).status_code == 422
    assert as_omar.post("/medarbejder/skranke/", {"navn": "k"}).status_code == 422
    assert as_omar.post("/medarbejder/borgere/", {"navn": ""})["Location"].endswith("/borgere/")


def test_what_she_looks_for_about_herself_is_in_no_address(as_kirsten: KommuneClient) -> None:
    there = as_kirsten.post("/mine-data/soeg/", {"q": "samtykker"})["Location"]
    assert "samtykker" not in there
    page = as_kirsten.get(there.removeprefix("/aarhus"))
    assert 'value="samtykker"' in page.content.decode()
    assert page.context["page"].kinds
