# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from typing import Any

import pytest

from jobunivers.foundation.places import homes
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies.models import Application, Hidden, Star
from jobunivers.rooms.vacancies.tests.factories import close, make_application, make_vacancy
from jobunivers.science.requirements import find
from jobunivers.testing.browsers import KommuneClient, browser, text_of

Index = Callable[[], None]
_FIRST = {"status": "applied", "applied_how": "digital", "found_how": "advertised"}


def test_a_page_says_what_one_needs_to_decide_and_where_it_comes_from(
    visitor: KommuneClient, index: Index
) -> None:
    vacancy = make_vacancy("Murer", employer="Nordvind ApS", salary_text="Efter overenskomst")

    html = text_of(visitor.get(f"/job/{vacancy.pk}/"))

    for words in (
        "Murer", "Nordvind ApS", "8000 Aarhus C", "37 timer", "Fuldtid", "Efter overenskomst",
        "Søg jobbet hos Nordvind ApS", vacancy.url, "Hentet fra Opslagstavlen",
        "Opslagstavlens redaktion", "CC BY 4.0", "<p>Vi søger en murer til et godt hold.</p>",
    ):  # fmt: skip
        assert words in html


def test_one_who_is_not_logged_in_is_told_what_logging_in_gives(
    visitor: KommuneClient, index: Index
) -> None:
    vacancy = make_vacancy()

    html = text_of(visitor.get(f"/job/{vacancy.pk}/"))

    assert f"/aarhus/log-ind/?next=/aarhus/job/{vacancy.pk}/" in html
    assert "Log, at jeg har søgt" not in html
    assert "Skjul jobbet" not in html


def test_an_adviser_sees_the_page_without_the_citizens_acts(
    as_omar: KommuneClient, index: Index
) -> None:
    vacancy = make_vacancy()

    html = text_of(as_omar.get(f"/job/{vacancy.pk}/"))

    assert "Log, at jeg har søgt" not in html
    assert "log-ind" not in html


@pytest.mark.parametrize("act", ["gem", "gem-ikke", "skjul", "vis-igen", "ansoegt"])
def test_only_a_citizen_acts_on_an_advertisement(
    visitor: KommuneClient, as_omar: KommuneClient, act: str
) -> None:
    vacancy = make_vacancy()

    assert visitor.post(f"/job/{vacancy.pk}/{act}/").status_code == 401
    assert as_omar.post(f"/job/{vacancy.pk}/{act}/").status_code == 403


def test_another_kommunes_own_vacancy_does_not_exist(
    aarhus: Municipality, odense: Municipality, as_jonas: KommuneClient, index: Index
) -> None:
    own = make_vacancy("Havnefoged", municipality=aarhus)

    assert browser(aarhus).get(f"/job/{own.pk}/").status_code == 200
    assert browser(odense).get(f"/job/{own.pk}/").status_code == 404
    assert as_jonas.post(f"/job/{own.pk}/gem/").status_code == 404
    assert as_jonas.get(f"/job/{own.pk}/ansoegt/").status_code == 404


def test_a_vacancy_that_never_was_does_not_exist(visitor: KommuneClient) -> None:
    assert visitor.get("/job/987654/").status_code == 404


def test_an_ended_vacancy_says_so_and_shows_similar_ones(
    visitor: KommuneClient, index: Index
) -> None:
    vacancy = make_vacancy("Murer til nybyggeri")
    other = make_vacancy("Murer til renovering")
    index()
    close(vacancy)

    page = visitor.get(f"/job/{vacancy.pk}/")

    assert page.status_code == 200
    assert "Jobbet er ikke længere slået op" in text_of(page)
    assert "Søg jobbet hos" not in text_of(page)
    assert f"/aarhus/job/{other.pk}/" in text_of(page)


def test_a_link_that_is_no_web_address_is_never_shown(visitor: KommuneClient, index: Index) -> None:
    vacancy = make_vacancy(url="javascript:alert(1)", apply_url="data:text/html,hej")

    html = text_of(visitor.get(f"/job/{vacancy.pk}/"))

    assert "javascript:" not in html
    assert "data:text" not in html


def test_a_vacancy_with_nothing_but_a_title_has_a_page(
    visitor: KommuneClient, index: Index
) -> None:
    bare = make_vacancy(
        "Murer", employer="", description="", text="", url="", postal_code="", city="",
        kommune_code="", latitude=None, longitude=None, employment_types=[], hours_min=None,
        hours_max=None, deadline=None, language="",
    )  # fmt: skip

    page = visitor.get(f"/job/{bare.pk}/")

    assert page.status_code == 200
    assert "Ikke oplyst" in text_of(page)


def test_a_postcode_that_nobody_knows_is_no_place(visitor: KommuneClient, index: Index) -> None:
    vacancy = make_vacancy(
        "Murer", kommune_code="", postal_code="9999", city="", latitude=None, longitude=None
    )
    index()

    assert "9999" not in text_of(visitor.get(f"/job/{vacancy.pk}/"))
    assert "9999" not in text_of(visitor.get("/job/"))


def test_a_star_is_set_and_taken_with_and_without_htmx(
    as_kirsten: KommuneClient, aarhus: Municipality, index: Index
) -> None:
    vacancy = make_vacancy("Murer")
    index()
    back = "/aarhus/job/?q=murer"

    answer = as_kirsten.post(f"/job/{vacancy.pk}/gem/", {"next": back})
    assert answer.url == back
    assert "Murer" in text_of(as_kirsten.get("/gemte-job/"))
    assert "Gemt" in text_of(as_kirsten.get(back))

    part = as_kirsten.post(
        f"/job/{vacancy.pk}/gem-ikke/", {"next": back}, headers={"HX-Request": "true"}
    )
    assert f'action="/aarhus/job/{vacancy.pk}/gem/"' in text_of(part)
    assert f'value="{back}"' in text_of(part)
    with working_for(aarhus.pk):
        assert not Star.objects.exists()


def test_a_star_leads_to_no_strange_site(as_kirsten: KommuneClient) -> None:
    vacancy = make_vacancy()

    answer = as_kirsten.post(f"/job/{vacancy.pk}/gem/", {"next": "https://evil.example/"})

    assert answer.url == f"/aarhus/job/{vacancy.pk}/"


def test_starred_twice_from_two_tabs_is_starred_once(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    vacancy = make_vacancy()

    as_kirsten.post(f"/job/{vacancy.pk}/gem/")
    as_kirsten.post(f"/job/{vacancy.pk}/gem/")

    with working_for(aarhus.pk):
        assert Star.objects.count() == 1


def test_a_starred_vacancy_that_has_ended_stays_and_says_so(as_kirsten: KommuneClient) -> None:
    vacancy = make_vacancy("Murer")
    as_kirsten.post(f"/job/{vacancy.pk}/gem/")
    close(vacancy)

    html = text_of(as_kirsten.get("/gemte-job/"))

    assert "Murer" in html
    assert "Ikke længere slået op" in html


def test_a_citizen_hides_a_job_with_a_reason_and_takes_it_back(
    as_kirsten: KommuneClient, aarhus: Municipality, index: Index
) -> None:
    vacancy = make_vacancy()

    without = as_kirsten.post(f"/job/{vacancy.pk}/skjul/", {"reason": "nix"}, follow=True)
    assert "Vælg en grund" in text_of(without)
    hidden = as_kirsten.post(f"/job/{vacancy.pk}/skjul/", {"reason": "wrong_field"}, follow=True)
    assert "Du har skjult jobbet" in text_of(hidden)
    with working_for(aarhus.pk):
        assert Hidden.objects.get().reason == "wrong_field"

    again = as_kirsten.post(f"/job/{vacancy.pk}/vis-igen/", follow=True)
    assert "Du har skjult jobbet" not in text_of(again)


def test_the_advertisement_fills_in_the_joblog(as_kirsten: KommuneClient) -> None:
    vacancy = make_vacancy("Murer", employer="Nordvind ApS")

    html = text_of(as_kirsten.get(f"/job/{vacancy.pk}/ansoegt/"))

    for value in ('"Murer"', '"Nordvind ApS"', '"8000"', '"Aarhus C"', '"37"'):
        assert f"value={value}" in html


def test_who_applies_to_an_advertisement_that_names_nobody_need_not_know_more(
    as_kirsten: KommuneClient, aarhus: Municipality, index: Index
) -> None:
    vacancy = make_vacancy("Murer", employer="")
    form = as_kirsten.get(f"/job/{vacancy.pk}/ansoegt/").context["form"]
    sent = {**_FIRST, "title": "Murer", "applied_on": "2026-11-20"}

    answer = as_kirsten.post(
        f"/job/{vacancy.pk}/ansoegt/", {**sent, "employer": str(form["employer"].value())}
    )

    assert answer.status_code == 302
    with working_for(aarhus.pk):
        assert Application.objects.get().employer == "Står ikke i opslaget"


def test_an_application_is_logged_in_two_steps_and_once(
    as_kirsten: KommuneClient, aarhus: Municipality, index: Index
) -> None:
    vacancy = make_vacancy("Murer")
    sent = {**_FIRST, "title": "Murer", "employer": "Nordvind ApS", "applied_on": "2026-11-20"}

    first = as_kirsten.post(f"/job/{vacancy.pk}/ansoegt/", sent, follow=True)
    assert "Ansøgningen står nu i din joblog" in text_of(first)
    assert "Murer" in text_of(first)
    with working_for(aarhus.pk):
        logged = Application.objects.get()

    second = as_kirsten.post(f"/job/{vacancy.pk}/ansoegt/", sent)
    assert second.url == f"/aarhus/ansoegninger/{logged.pk}/"
    with working_for(aarhus.pk):
        assert Application.objects.count() == 1
    html = text_of(as_kirsten.get(f"/job/{vacancy.pk}/"))
    assert "Jobbet står i din joblog" in html
    assert "Log, at jeg har søgt" not in html


def test_bad_input_stays_in_the_form_with_what_to_mend(as_kirsten: KommuneClient) -> None:
    vacancy = make_vacancy()
    sent = {
        **_FIRST,
        "title": "Min titel",
        "employer": "",
        "applied_on": "2099-01-01",
        "note": "Min note",
    }

    answer = as_kirsten.post(f"/job/{vacancy.pk}/ansoegt/", sent)

    html = text_of(answer)
    assert answer.status_code == 422
    assert 'value="Min titel"' in html
    assert "Min note" in html
    assert "Dagen er ikke kommet endnu" in html
    assert 'href="#id_employer"' in html


def test_a_vacancy_page_in_english_speaks_english(
    as_kirsten: KommuneClient, kirsten: Person, index: Index
) -> None:
    vacancy = make_vacancy()
    make_application(kirsten, vacancy=vacancy)
    as_kirsten.cookies["django_language"] = "en"

    html = text_of(as_kirsten.get(f"/job/{vacancy.pk}/"))

    assert "The job is in your job log." in html
    assert 'lang="da">' in html


def test_the_way_to_work_is_measured_from_where_she_lives(
    as_kirsten: KommuneClient, kirsten: Person, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    vacancy = make_vacancy()  # 56.157, 10.207
    monkeypatch.setattr(homes, "_providers", [{kirsten.pk: (56.247, 10.207)}.get])

    assert "10 km fra dig" in text_of(as_kirsten.get(f"/job/{vacancy.pk}/"))


def test_no_distance_is_shown_where_her_home_or_the_workplace_is_unknown(
    as_kirsten: KommuneClient, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed, nowhere = make_vacancy(), make_vacancy(latitude=None, longitude=None)
    assert "fra dig" not in text_of(as_kirsten.get(f"/job/{placed.pk}/"))
    monkeypatch.setattr(homes, "_providers", [lambda _: (56.247, 10.207)])
    assert "fra dig" not in text_of(as_kirsten.get(f"/job/{nowhere.pk}/"))


def test_nobody_is_asked_where_a_visitor_or_an_adviser_lives(
    visitor: KommuneClient, as_omar: KommuneClient, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    vacancy = make_vacancy()
    asked: list[int] = []
    monkeypatch.setattr(homes, "_providers", [asked.append])
    visitor.get(f"/job/{vacancy.pk}/")
    as_omar.get(f"/job/{vacancy.pk}/")

    assert asked == []


def test_a_hidden_job_is_found_again_and_shown_again(
    as_kirsten: KommuneClient, as_mads: KommuneClient, index: Index
) -> None:
    gardener = make_vacancy("Gartner i byens parker")
    index()
    as_kirsten.post(f"/job/{gardener.pk}/skjul/", {"reason": "too_far"})

    kept = text_of(as_kirsten.get("/gemte-job/"))
    assert "Gartner i byens parker" in kept
    assert "Det er for langt væk" in kept
    assert "Gartner i byens parker" not in text_of(as_mads.get("/gemte-job/"))

    sent = {"next": "/aarhus/gemte-job/"}
    back = as_kirsten.post(f"/job/{gardener.pk}/vis-igen/", sent, follow=True)
    assert back.redirect_chain == [("/aarhus/gemte-job/", 302)]
    assert "Gartner i byens parker" not in text_of(back)
    assert "Gartner i byens parker" in text_of(as_kirsten.get("/job/"))


def test_the_map_says_when_it_has_no_borders(visitor: KommuneClient, index: Index) -> None:
    make_vacancy("Gartner")
    index()

    assert "Kommunernes grænser er ikke tegnet ind" in text_of(visitor.get("/job/kort/"))


def test_what_a_job_requires_is_said_in_plain_words_with_the_words_that_show_it(
    visitor: KommuneClient, index: Index
) -> None:
    text = (
        "Du skal have kørekort kategori B/E. Gerne truckcertifikat.\n"
        "Du taler dansk eller engelsk.\nKoncernens arbejdssprog er engelsk <i>altid</i>."
    )
    vacancy = make_vacancy("Chauffør", text=text, requirements=_found(text))

    html = text_of(visitor.get(f"/job/{vacancy.pk}/"))

    for words in (
        "Kræver kørekort (B, E)", "Gerne truckcertifikat", "Arbejdssprog: engelsk",
        "Du skal have kørekort kategori B/E", "Koncernens arbejdssprog er engelsk &lt;i",
    ):  # fmt: skip
        assert words in html
    assert html.index("Kræver kørekort") < html.index("Gerne truckcertifikat")
    assert 'id="kompetencer"' in html


def test_one_of_several_languages_will_do_and_a_page_can_be_read_in_english(
    visitor: KommuneClient, index: Index
) -> None:
    text = "Du taler dansk eller engelsk."
    vacancy = make_vacancy("Kok", text=text, requirements=_found(text))

    assert "Kræver dansk eller engelsk" in text_of(visitor.get(f"/job/{vacancy.pk}/"))
    visitor.cookies["django_language"] = "en"
    assert "Requires Danish or English" in text_of(visitor.get(f"/job/{vacancy.pk}/"))


def test_words_that_do_not_fit_their_text_are_shown_alone(
    visitor: KommuneClient, index: Index
) -> None:
    found = _found("Du har kørekort.")
    odd = {**found[0], "code": "ukendt"}
    vacancy = make_vacancy("Kok", text="Noget andet.", requirements=[*found, odd])

    html = text_of(visitor.get(f"/job/{vacancy.pk}/"))

    assert "Kræver kørekort (B)" in html
    assert "“kørekort”" in html


def _found(text: str) -> list[dict[str, Any]]:
    return [one._asdict() for one in find(text)]
