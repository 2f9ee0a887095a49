# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json

from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.duplicates import fingerprint, same_ad
from jobunivers.testing import shared_data

ABOUT = (
    "Nordvind ApS er en familieejet virksomhed med fyrre ansatte og lang tradition for godt"
    " håndværk. Vi lægger vægt på faglighed, humor og et åbent miljø, hvor der er plads til alle."
)
BAKER = (
    "Som bager står du for dagens brød og kager fra klokken fire om morgenen. Du oplærer vores to"
    " lærlinge og bestiller råvarer hjem sammen med butikslederen, og du holder orden i bageriet."
)
DRIVER = (
    "Som chauffør kører du varer ud til vores kunder i hele Jylland tre dage om ugen, og du hjælper"
    " på lageret de øvrige dage. Du har kørekort til lastbil og kan lide at møde mennesker."
)
HERE = fingerprint("Bager", "Nordvind ApS", "8000 Aarhus C", f"{ABOUT} {BAKER}")


def test_the_same_advertisement_from_another_source_is_known_again() -> None:
    html = (
        "<div>Jobnet: Bager (m/k)<br>&lt;b&gt;Opslået 3. maj&lt;/b&gt;</div><p>"
        + f"{ABOUT}</p>\n<p>{BAKER}".replace(".", " . ")
        + "</p><footer>Del dette job med en ven, og læs mere på https://job.example.org/123</footer>"
    )
    there = fingerprint("Jobnet: BAGER søges (m/k)", "Nordvind", "Aarhus", html)

    assert same_ad(HERE, there)
    assert set(HERE.bands) & set(there.bands)


def test_two_jobs_of_one_employer_are_two() -> None:
    driver = fingerprint("Chauffør", "Nordvind ApS", "8000 Aarhus C", f"{ABOUT} {DRIVER}")

    assert not same_ad(HERE, driver)


def test_the_same_text_for_two_places_is_two() -> None:
    for place in ("9000 Aalborg", "Aalborg", "8200 Aarhus N"):
        assert not same_ad(HERE, fingerprint("Bager", "Nordvind ApS", place, f"{ABOUT} {BAKER}"))


def test_day_and_evening_are_two_jobs() -> None:
    day, evening = (
        fingerprint(
            f"Bager, {when}", "Nordvind", "Aarhus", f"{ABOUT} {BAKER} {BAKER} Du er {when}."
        )
        for when in ("dagvagt", "aftenvagt")
    )

    assert not same_ad(day, evening)


def test_advertisements_without_text_are_one_only_when_all_else_is_equal() -> None:
    def bare(title: str, employer: str) -> bool:
        return same_ad(
            fingerprint("Bager", "Nordvind", "Aarhus", ""),
            fingerprint(title, employer, "Aarhus", ""),
        )

    assert bare("bager", "NORDVIND A/S")
    assert not bare("Bager og konditor", "Nordvind")
    assert not bare("Bager", "Brødrene Lund")


def test_real_advertisements_are_known_again_and_not_mixed_up() -> None:
    lines = shared_data("ads", "jobtrend_da.jsonl").read_text(encoding="utf-8").splitlines()
    for ad in map(json.loads, lines):
        one = fingerprint(ad["title"], "Firma A/S", "5000 Odense C", ad["text"])
        same = fingerprint(
            f"Jobnet: {ad['title'].upper()}",
            "Firma",
            "Odense C",
            f"<p>{ad['text'].replace('. ', '.</p><p>')}</p> Gem job. Cookies.",
        )
        elsewhere = fingerprint(ad["title"], "Firma A/S", "8000 Aarhus C", ad["text"])
        assert same_ad(one, same)
        assert set(one.bands) & set(same.bands)
        assert not same_ad(one, elsewhere)


@given(st.text(max_size=50), st.text(max_size=20), st.text(max_size=20), st.text(max_size=400))
def test_an_advertisement_is_itself_and_fits_a_database(
    title: str, employer: str, place: str, text: str
) -> None:
    print_ = fingerprint(title, employer, place, text)

    assert same_ad(print_, fingerprint(title, employer, place, text))
    assert all(-(2**63) <= n < 2**63 for n in (*print_.bands, print_.exact))
