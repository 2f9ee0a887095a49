# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies.models import SavedSearch
from jobunivers.rooms.vacancies.tests.factories import ODENSE, close, make_vacancy
from jobunivers.testing.browsers import KommuneClient, browser, text_of

Index = Callable[[], None]


def test_anybody_finds_jobs_near_a_place_without_logging_in(
    visitor: KommuneClient, index: Index
) -> None:
    make_vacancy("Pædagog", employer="Solstrålen")
    make_vacancy("Murer", **ODENSE)
    index()

    page = visitor.get("/job/?sted=Aarhus")

    html = text_of(page)
    assert page.status_code == 200
    assert "1 job inden for 25 km af Aarhus" in html
    assert "Pædagog" in html
    assert "Solstrålen" in html
    assert "Murer" not in html


def test_a_visitor_has_no_stars_and_saves_no_searches(visitor: KommuneClient, index: Index) -> None:
    make_vacancy()
    index()

    html = text_of(visitor.get("/job/?q=lager"))

    assert "vac-star" not in html
    assert "Gem søgningen" not in html


def test_what_htmx_exchanges_is_the_same_part_of_the_page(
    as_kirsten: KommuneClient, index: Index
) -> None:
    make_vacancy("Pædagog")
    make_vacancy("Murer")
    index()
    for address in ("/job/", "/job/?q=murer", "/job/?q=xyzzy", "/job/?sted=Xyzby", "/job/?tid=nix"):
        page, part = as_kirsten.get(address), as_kirsten.part(address, "results")

        assert "<html" not in text_of(part)
        assert text_of(part).strip() in text_of(page)


def test_typing_replaces_the_address_and_choosing_adds_to_the_history(
    visitor: KommuneClient, index: Index
) -> None:
    index()

    typed = visitor.part("/job/?q=murer&sted=&km=25", "results", **{"HX-Trigger-Name": "q"})
    chosen = visitor.part("/job/?q=murer&sted=&km=25", "results")

    assert typed.headers["HX-Replace-Url"] == "/aarhus/job/?q=murer"
    assert "HX-Push-Url" not in typed.headers
    assert chosen.headers["HX-Push-Url"] == "/aarhus/job/?q=murer"


def test_each_filter_can_be_chosen_and_taken_away_again(
    visitor: KommuneClient, index: Index
) -> None:
    make_vacancy("Pædagog", employment_types=["PART_TIME"], hours_min=20.0, hours_max=20.0)
    make_vacancy("Murer")
    index()

    page = visitor.get("/job/?tid=part")
    html = text_of(page)

    assert "1 job i hele landet" in html
    assert "Murer" not in html
    (_, choice) = page.context["search"].chosen[0]
    assert choice.label == "Deltid"
    assert "tid" not in parse_qs(choice.query)
    assert 'value="part" id="tid-' in html
    assert "checked" in html


def test_a_word_spelt_wrong_is_searched_for_as_well_and_said(
    visitor: KommuneClient, index: Index
) -> None:
    for _ in range(3):
        make_vacancy("Lagermedarbejder")
    index()

    corrected = visitor.get("/job/?q=lagermedarbjeder")
    literal = visitor.get("/job/?q=lagermedarbjeder&ordret=1")

    assert corrected.context["search"].total == 3
    assert "Vi søgte også på “lagermedarbejder”" in text_of(corrected)
    assert "?q=lagermedarbjeder&amp;ordret=1" in text_of(corrected)
    assert literal.context["search"].total == 0
    assert "Kun ordet, som jeg skrev det" in text_of(literal)


def test_a_word_begun_finds_the_words_it_may_become_and_says_so(
    visitor: KommuneClient, index: Index
) -> None:
    make_vacancy("Sygeplejerske")
    make_vacancy("Murer")
    index()
    for text in ("sy", "sygepl", "sygeplejer"):
        typed = visitor.part(f"/job/?q={text}", "results", **{"HX-Trigger-Name": "q"})
        sent = visitor.get(f"/job/?q={text}")
        for page in (typed, sent):
            assert page.context["search"].total == 1
            assert f"hvor ordet begynder med “{text}”" in text_of(page)
    assert "begynder med" not in text_of(visitor.get("/job/?q=sygeplejerske"))


def test_an_unknown_place_is_said_and_never_guessed(visitor: KommuneClient, index: Index) -> None:
    make_vacancy()
    index()

    html = text_of(visitor.get("/job/?q=lager&sted=Aarhusborg"))

    assert "Vi kender ikke stedet" in html
    assert "Aarhusborg" in html
    assert "?q=lager&amp;sted=Aarhus" in html
    assert "Søg i hele landet" in html


def test_what_an_address_asks_for_that_does_not_exist_is_said_and_left_out(
    visitor: KommuneClient, index: Index
) -> None:
    make_vacancy("Murer")
    index()

    html = text_of(visitor.get("/job/?tid=halvtid&sortering=bagfra&km=abc&side=-7"))

    assert "“halvtid”" in html
    assert "“bagfra”" in html
    assert "Murer" in html


def test_nothing_found_shows_ways_to_find_more(visitor: KommuneClient, index: Index) -> None:
    make_vacancy("Murer", **ODENSE)
    index()

    page = visitor.get("/job/?q=murer&sted=Aarhus&km=10&tid=full")

    html = text_of(page)
    assert page.context["search"].total == 0
    for words in ("Søg inden for 25 km", "Fjern alle filtre", "Søg i hele landet"):
        assert words in html
    onward = visitor.get(f"/job/?{page.context['search'].parameters.anywhere.query}")
    assert "Murer" in text_of(onward)


def test_a_search_that_is_not_ready_says_so_kindly(visitor: KommuneClient, index: Index) -> None:
    page = visitor.get("/job/?q=murer")

    assert page.status_code == 200
    assert "Søgningen er ikke klar endnu" in text_of(page)


def test_a_long_list_has_pages_with_addresses(visitor: KommuneClient, index: Index) -> None:
    for number in range(25):
        make_vacancy(f"Murer {number}")
    index()

    first, second = visitor.get("/job/?q=murer"), visitor.get("/job/?q=murer&side=2")

    shown = [{row.vacancy.pk for row in page.context["search"].rows} for page in (first, second)]
    assert [len(rows) for rows in shown] == [20, 5]
    assert not shown[0] & shown[1]
    assert "side=2" in text_of(first)


def test_the_usual_order_follows_the_search_and_stays_out_of_its_address(
    visitor: KommuneClient, index: Index
) -> None:
    make_vacancy()
    index()

    def chosen(address: str) -> tuple[str, str]:
        orders = visitor.get(address).context["search"].orders
        (used,) = [order for order in orders if order.chosen]
        return used.label, used.value

    assert chosen("/job/") == ("Nyeste først", "")
    assert chosen("/job/?sted=Aarhus") == ("Nærmeste først", "")
    assert chosen("/job/?sted=Aarhus&q=lager") == ("Bedste først", "")
    assert chosen("/job/?sted=Aarhus&q=lager&sortering=frist") == ("Frist først", "frist")


def test_a_region_has_no_distance(visitor: KommuneClient, index: Index) -> None:
    make_vacancy()
    index()

    page = visitor.get("/job/?sted=Region+Midtjylland")

    assert page.context["search"].region_chosen
    assert "1 job i Region Midtjylland" in text_of(page)


def test_an_own_vacancy_is_found_in_its_kommune_alone(
    aarhus: Municipality, odense: Municipality, index: Index
) -> None:
    make_vacancy("Havnefoged", municipality=aarhus)
    index()

    assert "Havnefoged" in text_of(browser(aarhus).get("/job/"))
    assert "Havnefoged" not in text_of(browser(odense).get("/job/"))


def test_an_ended_vacancy_is_found_no_more(visitor: KommuneClient, index: Index) -> None:
    vacancy = make_vacancy("Murer")
    index()
    close(vacancy)
    index()

    assert visitor.get("/job/?q=murer").context["search"].total == 0


def test_a_hidden_vacancy_stays_away_from_her_alone(
    as_kirsten: KommuneClient, visitor: KommuneClient, index: Index
) -> None:
    vacancy = make_vacancy("Murer")
    index()

    as_kirsten.post(f"/job/{vacancy.pk}/skjul/", {"reason": "too_far"})

    assert as_kirsten.get("/job/").context["search"].total == 0
    assert visitor.get("/job/").context["search"].total == 1


def test_a_hidden_vacancy_is_away_from_her_map_alone(
    as_kirsten: KommuneClient, visitor: KommuneClient, index: Index
) -> None:
    vacancy = make_vacancy("Murer")
    index()

    as_kirsten.post(f"/job/{vacancy.pk}/skjul/", {"reason": "too_far"})

    assert as_kirsten.get("/job/kort/").context["search"].total == 0
    assert as_kirsten.get("/job/kort/punkter/").json()["features"] == []
    assert len(visitor.get("/job/kort/punkter/").json()["features"]) == 1


def test_a_citizen_saves_a_search_opens_it_and_deletes_it(
    as_kirsten: KommuneClient, aarhus: Municipality, index: Index
) -> None:
    index()
    page = as_kirsten.get("/job/?q=murer&sted=Aarhus")
    assert 'value="murer, Aarhus"' in text_of(page)

    answer = as_kirsten.post(
        "/job/gem-soegning/", {"name": "Murer hjemme", "query": "q=murer&sted=Aarhus&side=3"}
    )
    with working_for(aarhus.pk):
        (saved,) = SavedSearch.objects.all()
    assert saved.query == "q=murer&sted=Aarhus"
    assert urlsplit(answer.url).query == saved.query
    assert "Murer hjemme" in text_of(as_kirsten.get("/gemte-soegninger/"))
    assert as_kirsten.post(f"/gemte-soegninger/{saved.pk}/").url.endswith(f"?{saved.query}")
    as_kirsten.post(f"/gemte-soegninger/{saved.pk}/slet/")
    assert "Du har ikke gemt nogen søgninger endnu" in text_of(as_kirsten.get("/gemte-soegninger/"))


def test_a_search_without_a_name_is_not_saved_and_keeps_its_address(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    answer = as_kirsten.post("/job/gem-soegning/", {"name": "", "query": "q=murer"})

    assert answer.url == "/aarhus/job/?q=murer"
    with working_for(aarhus.pk):
        assert not SavedSearch.objects.exists()


def test_nobody_opens_anothers_saved_search(
    as_kirsten: KommuneClient, as_jonas: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    as_kirsten.post("/job/gem-soegning/", {"name": "Min", "query": "q=murer"})
    with working_for(aarhus.pk):
        (saved,) = SavedSearch.objects.all()

    assert as_jonas.post(f"/gemte-soegninger/{saved.pk}/").status_code == 404
    assert as_jonas.post(f"/gemte-soegninger/{saved.pk}/slet/").status_code == 404


def test_saved_searches_are_for_citizens(visitor: KommuneClient, as_omar: KommuneClient) -> None:
    assert "/log-ind/" in visitor.get("/gemte-soegninger/").url
    assert as_omar.get("/gemte-soegninger/").status_code == 403


def test_words_and_places_are_suggested_while_typing(visitor: KommuneClient, index: Index) -> None:
    make_vacancy("Murer", employer="Murermester Holm")
    index()

    words = visitor.get("/job/forslag/?q=murerm")
    places = visitor.get("/job/steder/?q=aarh")

    assert 'role="option"' in text_of(words)
    assert "Murermester Holm" in text_of(words)
    assert 'data-text="Aarhus"' in text_of(places)
    assert visitor.get("/job/forslag/?q=").content.strip() == b""


def test_the_map_shows_the_same_search_as_the_list(visitor: KommuneClient, index: Index) -> None:
    vacancy = make_vacancy("Murer")
    make_vacancy("Bager", **ODENSE)
    index()

    page = visitor.get("/job/kort/?sted=Aarhus&km=10")
    points = visitor.get("/job/kort/punkter/?sted=Aarhus&km=10").json()

    assert "1 job inden for 10 km af Aarhus" in text_of(page)
    assert 'data-radius-km="10"' in text_of(page)
    assert "/aarhus/job/kort/punkter/?sted=Aarhus&amp;km=10" in text_of(page)
    (feature,) = points["features"]
    assert feature["properties"]["url"] == f"/aarhus/job/{vacancy.pk}/"
    assert feature["properties"]["title"] == "Murer"


def test_the_map_says_when_place_or_search_is_missing(visitor: KommuneClient, index: Index) -> None:
    assert "Søgningen er ikke klar endnu" in text_of(visitor.get("/job/kort/"))
    index()
    assert "Vi kender ikke stedet" in text_of(visitor.get("/job/kort/?sted=Xyzby"))
    assert visitor.get("/job/kort/punkter/?sted=Xyzby").json()["features"] == []


def test_the_kommuner_are_drawn_from_our_own_data_and_kept(visitor: KommuneClient) -> None:
    first = visitor.get("/job/kort/omraader/")
    again = visitor.get("/job/kort/omraader/", headers={"If-None-Match": first.headers["ETag"]})

    assert len(first.json()["features"]) == 98
    assert again.status_code == 304
