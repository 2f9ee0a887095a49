# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anybody reads what the models do; only the administrator switches them."""

import json

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions, figures, local, queries, register
from jobunivers.trust.models import ModelSwitch
from jobunivers.trust.tests.making import NOON, figure, lix, make_card, registered

pytestmark = pytest.mark.django_db
WHY = "Vi prøver uden i en måned."
FORM = {"to": "off", "reason": WHY, "sure": "on"}


def text(browser: KommuneClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def test_anybody_reads_which_models_there_are_and_what_is_no_ai(visitor: KommuneClient) -> None:
    page = text(visitor, "/ai/")
    for card in register.cards():
        assert str(card.name) in page
        assert f"/aarhus/ai/{card.code}/" in page
    assert "Det er ikke AI" in page
    assert "Slå modeller til og fra" not in page


def test_the_register_is_found_from_every_page_and_from_the_page_on_data(
    visitor: KommuneClient,
) -> None:
    for path in ("/", "/persondata/"):
        assert 'href="/aarhus/ai/"' in text(visitor, path)
    assert "Se, hvordan vi bruger AI" in text(visitor, "/persondata/")


EARLIER = "2026-11-01T12:00:00+00:00"
CODES = [
    "attention",
    "availability",
    "chance",
    "cv",
    "letters",
    "matching",
    "demand",
    "exploration",
    "gaps",
    "meaning",
    "spreading",
    "own-title",
    "segmentation",
    "sending",
    "talks",
    "requirements",
    "skills",
    "titles",
]


@pytest.mark.parametrize("code", ["", *(f"{code}/" for code in CODES)])
def test_the_pages_are_easy_to_read(visitor: KommuneClient, code: str) -> None:
    assert lix(text(visitor, f"/ai/{code}")) <= 35


def test_each_model_of_the_register_is_read_here() -> None:
    assert [card.code for card in register.cards()] == CODES


@pytest.mark.parametrize("code", [code for code in CODES if code != "matching"])
def test_a_part_says_what_it_is_a_part_of(visitor: KommuneClient, code: str) -> None:
    part = code not in {
        "attention",
        "availability",
        "chance",
        "cv",
        "letters",
        "own-title",
        "requirements",
        "segmentation",
        "sending",
        "skills",
        "titles",
        "talks",
    }
    page = text(visitor, f"/ai/{code}/")
    assert ("Den er en del af “Finder job, der ligner dig”." in page) == part
    assert visitor.get(f"/ai/{code}.json").json()["model"]["part_of"] == (
        "matching" if part else None
    )


def test_a_part_is_off_when_the_whole_is_and_is_not_switched_alone(
    aarhus: Municipality, anne: Person, as_anne: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        actions.switch(code="matching", on=False, actor_id=anne.pk, reason=WHY, at=NOON)
        assert not queries.is_on("meaning")
        with pytest.raises(actions.CannotBeSwitched):
            actions.switch(code="meaning", on=True, actor_id=anne.pk, reason=WHY, at=NOON)
    page = text(as_anne, "/ai/meaning/")
    assert "Slået fra i kommunen siden 25. november 2026" in page
    assert "Dine ord og valg bliver ikke lavet om til tal." in page
    switches = text(as_anne, "/administration/ai/")
    assert "/administration/ai/matching/" in switches
    assert "/administration/ai/meaning/" not in switches
    assert as_anne.get("/administration/ai/meaning/").status_code == 404


def test_hard_words_are_seen_by_the_index() -> None:
    hard = "<main><p>Beskæftigelsesindsatsens databeskyttelsesretlige forpligtelser.</p></main>"
    assert lix(hard) > 55
    assert lix("<main><p>Du kan se det nu. Det er let.</p></main>") < 10


def test_a_card_says_that_nothing_is_measured_until_it_is(visitor: KommuneClient) -> None:
    page = text(visitor, "/ai/gaps/")
    assert "Ikke målt endnu for denne udgave." in page
    assert "Det er ikke målt endnu for denne udgave." in page
    version = register.card("gaps").version
    old = figure(code="gaps", version="gaps-0")
    actions.record_figures(figures.read(json.dumps([old])))
    assert "Den seneste udgave med tal er gaps-0." in text(visitor, "/ai/gaps/")

    new = [
        figure(code="gaps", version=version),
        figure(code="gaps", version=version, value=0.7, low=None, measured_at=EARLIER),
        figure(code="gaps", version=version, group="sex:woman", value=0.80),
        figure(code="gaps", version=version, group="kommune:0751", value=0.82),
    ]
    actions.record_figures(figures.read(json.dumps(new)))
    page = text(visitor, "/ai/gaps/")
    assert "målt endnu for denne udgave" not in page
    for said in (
        "De ti første job i rette orden",
        "fra 0,79 til 0,83",
        "Kvinder",
        "Aarhus",
        "0,40",
    ):
        assert said in page, said
    assert "0,70" not in page, "the newest figure of the running version is shown"
    assert "Se, hvor god den er." in text(visitor, "/ai/")


def test_a_model_that_is_off_says_since_when_and_why_in_its_own_kommune(
    aarhus: Municipality, anne: Person, visitor: KommuneClient, as_jonas: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        actions.switch(code="matching", on=False, actor_id=anne.pk, reason=WHY, at=NOON)
    page = text(visitor, "/ai/matching/")
    assert "Slået fra i kommunen siden 25. november 2026" in page
    assert WHY in page
    assert "Anne Bak" not in page, "who it was is the kommune's own"
    assert "Slået fra siden 25. november 2026" in text(visitor, "/ai/")
    assert "Slået fra" not in text(as_jonas, "/ai/matching/")


def test_the_register_says_so_when_all_that_reads_of_citizens_is_off(
    aarhus: Municipality, anne: Person, visitor: KommuneClient
) -> None:
    said = "Kommunen har slået den AI fra, der læser om borgere"
    assert said not in text(visitor, "/ai/")
    with working_for(aarhus.pk):
        for code in (card.code for card in register.cards() if card.has_switch):
            actions.switch(code=code, on=False, actor_id=anne.pk, reason=WHY, at=NOON)
    assert said in text(visitor, "/ai/")


def test_a_model_nobody_knows_is_not_there(visitor: KommuneClient, as_anne: KommuneClient) -> None:
    for path in ("/ai/weather/", "/ai/weather.json"):
        assert visitor.get(path).status_code == 404
    for code in ("weather", "titles"):
        assert as_anne.get(f"/administration/ai/{code}/").status_code == 404
        assert as_anne.post(f"/administration/ai/{code}/", FORM).status_code == 404


def test_the_documentation_has_the_headings_of_the_law(
    aarhus: Municipality, anne: Person, visitor: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        actions.switch(code="matching", on=False, actor_id=anne.pk, reason=WHY, at=NOON)
    version = register.card("matching").version
    measured = figure(version=version, group="sex:woman")
    actions.record_figures(figures.read(json.dumps([measured])))
    answer = visitor.get("/ai/matching.json")
    assert answer["Content-Type"] == "application/json"
    told = answer.json()
    assert told["deployer"] == {"kommune": "Aarhus", "code": "0751"}
    assert told["model"]["on_in_this_kommune"] is False
    assert told["model"]["reason"] == WHY
    sources = told["bek_101_2026"]["section_2_1_sources_of_personal_data"]
    assert {"what": "din egen tekst", "source": "din profil"} in sources
    annex = told["ai_act"]["annex_iv"]
    assert [name.partition("_")[0] for name in annex] == list("123456789")
    control = annex["3_monitoring_functioning_and_control"]
    assert "De ti første job i rette orden" in {one["name"] for one in control["figures"]}
    assert "sex: Kvinder" in [one["group"] for one in control["figures_by_group"]]
    assert told["ai_act"]["annex_iii_treated_as_high_risk"] is True
    assert told["ai_act"]["annex_xi"]["applies"] is False


def test_pages_and_documentation_speak_english_too(visitor: KommuneClient) -> None:
    visitor.cookies["django_language"] = "en"
    assert "How we use AI" in text(visitor, "/ai/")
    assert "What does it read about you?" in text(visitor, "/ai/matching/")
    assert (
        visitor.get("/ai/matching.json").json()["model"]["name"] == "Finds jobs that are like you"
    )


def test_what_a_room_tells_of_the_kommune_stands_on_the_card(visitor: KommuneClient) -> None:
    with registered(make_card()):
        local.provide_figures(
            "weather", lambda at: [local.LocalFigure("Våde dage", f"3 i {at.year}", "Så mange.")]
        )
        try:
            page = text(visitor, "/ai/weather/")
        finally:
            del local._figures["weather"]
    assert "Våde dage:" in page
    assert "Så mange." in page


def test_the_administrator_switches_with_a_reason_and_sees_it_done(
    aarhus: Municipality, as_anne: KommuneClient
) -> None:
    assert "Slå modeller til og fra" in text(as_anne, "/ai/")
    assert "Modellen har været slået til hele tiden." in text(
        as_anne, "/administration/ai/matching/"
    )
    answer = as_anne.post("/administration/ai/matching/", FORM, follow=True)
    page = answer.content.decode()
    assert "Modellen er slået fra." in page
    assert WHY in page
    history = text(as_anne, "/administration/ai/matching/")
    assert "Anne Bak" in history
    assert "Slå modellen til" in history
    back = {"to": "on", "reason": "Prøven er slut nu.", "sure": "on"}
    assert (
        "Modellen er slået til."
        in as_anne.post("/administration/ai/matching/", back, follow=True).content.decode()
    )
    with working_for(aarhus.pk):
        assert list(ModelSwitch.objects.order_by("pk").values_list("on", flat=True)) == [
            False, True,
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": ""}, "Skriv hvorfor."),
        ({"reason": "Fordi"}, "Skriv lidt mere"),
        ({"sure": ""}, "Sæt kryds, når du er sikker."),
    ],
)
def test_a_switch_without_reason_or_confirmation_is_not_done(
    aarhus: Municipality, as_anne: KommuneClient, change: dict[str, str], said: str
) -> None:
    answer = as_anne.post("/administration/ai/matching/", FORM | change)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    with working_for(aarhus.pk):
        assert not ModelSwitch.objects.exists()


def test_two_who_switch_the_same_way_do_it_once(
    aarhus: Municipality, as_anne: KommuneClient
) -> None:
    as_anne.post("/administration/ai/matching/", FORM)
    again = as_anne.post("/administration/ai/matching/", FORM, follow=True).content.decode()
    assert "Det var den allerede." in again
    with working_for(aarhus.pk):
        assert ModelSwitch.objects.count() == 1


@pytest.mark.parametrize("who", ["as_kirsten", "as_omar", "as_eva", "as_nadia", "as_lise"])
def test_nobody_else_switches(
    request: pytest.FixtureRequest, aarhus: Municipality, who: str
) -> None:
    other: KommuneClient = request.getfixturevalue(who)
    assert other.get("/administration/ai/").status_code == 403
    assert other.post("/administration/ai/matching/", FORM).status_code == 403
    with working_for(aarhus.pk):
        assert not ModelSwitch.objects.exists()


def test_who_is_not_logged_in_is_led_to_the_login(visitor: KommuneClient) -> None:
    answer = visitor.get("/administration/ai/")
    assert "/log-ind/?next=" in answer["Location"]
