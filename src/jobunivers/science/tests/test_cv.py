# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a CV says, in many layouts, with where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.cv import Found, level_of, read_cv
from jobunivers.science.cv.times import period

TITLES = {"lagermedarbejder", "butiksassistent", "kok", "kitchen assistant", "waiter"}


@dataclass(frozen=True)
class Line:
    text: str
    page: int
    number: int


def titles(texts: Sequence[str]) -> list[float]:
    return [0.9 if text.casefold() in TITLES else 0.0 for text in texts]


def read(text: str) -> list[Found]:
    lines = [Line(line, 1, n) for n, line in enumerate(text.splitlines(), start=1)]
    return read_cv([line for line in lines if line.text.strip()], titles)


def jobs(text: str) -> list[tuple[str, ...]]:
    names = ("title", "employer", "started", "ended")
    return [tuple(one.fields[name] for name in names) for one in read(text)
            if one.kind == "experience"]  # fmt: skip


def of(text: str, kind: str) -> list[dict[str, str]]:
    return [dict(one.fields) for one in read(text) if one.kind == kind]


LAYOUTS = [
    "Erhvervserfaring\n05.2019 – 12.2021  Lagermedarbejder, Varehuset A/S\nPluk og pak.",
    "ERFARING\nLagermedarbejder, Varehuset A/S (05/2019 - 12/2021)\n• Pluk og pak",
    "E R F A R I N G\nmaj 2019 til december 2021\nLagermedarbejder\nVarehuset A/S\n- Pluk og pak",
    "Arbejdserfaring:\nLagermedarbejder\nVarehuset A/S\n2019-05 – 2021-12\nPluk og pak i fart.",
    "Work experience\nMay 2019 to December 2021\tVarehuset A/S\nLagermedarbejder",
    "Karriere\n01.05.2019-31.12.2021: Lagermedarbejder hos Varehuset A/S",
    "Ansættelser\nVarehuset A/S\nLagermedarbejder, 5/2019–12/2021\n– Pluk og pak.",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_one_job_is_the_same_in_every_layout(text: str) -> None:
    assert jobs(text) == [("Lagermedarbejder", "Varehuset A/S", "2019-05", "2021-12")]


def test_names_above_their_times_belong_to_the_entry_below() -> None:
    text = """Erfaring
Kok
Kroen i Hou
2019 – nu
Jeg laver mad.
Butiksassistent
Købmanden
2015-18
Kasse og varer.
"""
    assert jobs(text) == [("Kok", "Kroen i Hou", "2019", "now"),
                          ("Butiksassistent", "Købmanden", "2015", "2018")]  # fmt: skip


def test_times_out_of_work_are_no_jobs() -> None:
    text = "Erfaring\n9/2020 – i dag  Ledig\n1/2019 – 9/2020: Kok\nKroen\n2018 – 2019 Barselsorlov"
    assert [job[0] for job in jobs(text)] == ["Kok"]


def test_a_time_in_a_sentence_opens_nothing() -> None:
    text = (
        "Erfaring\n2019 – 2021 Kok, Kroen\n"
        "Her var jeg fra 2019 til 2020 også ansvarlig for indkøb og for de andre i køkkenet."
    )
    assert [job[0] for job in jobs(text)] == ["Kok"]


def test_educations_have_school_year_and_level() -> None:
    text = """Uddannelse
2012 – 2015: HF, Aarhus HF og VUC
Faglært tømrer (2019), Erhvervsskolen Randers
Universitetet i Aarhus – Bachelor i historie – 2021
Kurser
Førstehjælp 2022
"""
    assert [(one["title"], one["institution"], one["ended"], one["level"])
            for one in of(text, "education")] == [
        ("HF", "Aarhus HF og VUC", "2015", "upper_secondary"),
        ("Faglært tømrer", "Erhvervsskolen Randers", "2019", "vocational"),
        ("Bachelor i historie", "Universitetet i Aarhus", "2021", "bachelor"),
        ("Førstehjælp", "", "2022", "course"),
    ]  # fmt: skip


def test_languages_licences_and_skills_are_found_where_they_stand() -> None:
    text = """Sprog: Dansk (modersmål), engelsk på hverdagsniveau, polsk
Kørekort
B og trailer
IT-kompetencer
Excel, Word | Navision
• SQL (rutineret)
"""
    assert of(text, "language") == [
        {"code": "da", "level": "fluent"}, {"code": "en", "level": "working"},
        {"code": "pl", "level": ""},
    ]  # fmt: skip
    assert {one["code"] for one in of(text, "licence")} == {"B", "E"}
    assert [one["words"] for one in of(text, "competence")] == ["Excel", "Word", "Navision", "SQL"]


def test_what_she_says_she_lacks_is_not_hers() -> None:
    assert of("Kørekort\nJeg har ikke kørekort B", "licence") == []


def test_every_finding_says_where_it_stands() -> None:
    text = "Sanne\n8000 Aarhus C\nErfaring\n2019 – 2021 Kok, Kroen"
    places = {one.kind: one.place for one in read(text)}
    assert (places["basics"].line, places["experience"].line) == (2, 4)
    assert places["experience"].text == "2019 – 2021 Kok, Kroen"


def test_a_civil_registration_number_is_kept_nowhere() -> None:
    text = "CPR 010190-1234\nProfil\nJeg er 010190-1234 og glad.\nErfaring\n2019 – 2020 Kok\nKroen"
    assert "010190" not in str([one.fields for one in read(text)])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("08.2015 – 12.2018", ("2015-08", "2018-12")),
        ("aug. 2015 til nu", ("2015-08", "now")),
        ("Siden 2019", ("2019", "now")),
        ("2019-21", ("2019", "2021")),
        ("2019 - d.d.", ("2019", "now")),
        ("2018-05", ("", "2018-05")),
        ("2021 – 2019", None),
        ("Tlf. 20 19 20 21", None),
        ("omsætning 2019 kr.", ("", "2019")),
    ],
)
def test_times_are_read_as_people_write_them(text: str, told: tuple[str, str] | None) -> None:
    found = period(text, single=True)
    assert (found[:2] if found else None) == told


@pytest.mark.parametrize(
    ("title", "level"),
    [("Cand.scient.pol.", "master"), ("Professionsbachelor som sygeplejerske", "bachelor"),
     ("Folkeskolens afgangsprøve, 9. klasse", "primary"), ("Studentereksamen", "upper_secondary"),
     ("Ph.d. i kemi", "phd"), ("Datamatiker", "short"), ("Noget andet", "")],
)  # fmt: skip
def test_a_title_says_how_far_an_education_goes(title: str, level: str) -> None:
    assert level_of(title) == level


WORDS = st.sampled_from(
    ["Erfaring", "Uddannelse", "Sprog", "Kørekort", "2019 – 2021", "2019", "nu", "Kok", "Kroen",
     "(", ")", "•", "-", ":", "\t", "dansk", "B", "Ø", "maj 2020", ".", "2019-"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=12))
def test_any_lines_are_read_without_harm(texts: list[str]) -> None:
    found = read("\n".join(texts))
    for one in found:
        assert one.place.text == texts[one.place.line - 1].strip() or one.place.text
        if one.kind == "experience":
            assert one.fields["title"].strip()
