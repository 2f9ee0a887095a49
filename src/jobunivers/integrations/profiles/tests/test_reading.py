# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every format is read, and no file does harm."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.integrations.profiles import reading, values
from jobunivers.integrations.profiles.documents import child, word
from jobunivers.integrations.profiles.formats import europass_json, json_resume, own
from jobunivers.integrations.profiles.records import (
    NOW,
    WHYS,
    Document,
    ProfileTold,
    Unreadable,
)
from jobunivers.integrations.profiles.tests import samples

few = settings(max_examples=60, deadline=None)


def profile(data: bytes) -> ProfileTold:
    told = reading.read(data)
    assert isinstance(told, ProfileTold)
    return told


def texts(data: bytes) -> list[str]:
    told = reading.read(data)
    assert isinstance(told, Document)
    return [line.text for line in told.lines]


def why(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        reading.read(data)
    return refused.value.why


def test_a_europass_cv_is_read_whole() -> None:
    told = profile(samples.EUROPASS.encode())
    first, second = told.jobs
    assert (first.title, first.employer) == ("Lagermedarbejder", "Varehuset A/S")
    assert (first.started, first.ended, first.description) == ("2019-05", NOW, "Pluk\nPak")
    assert (second.started, second.ended) == ("2015", "2018-12")
    assert told.passed_over == 1
    assert [(one.title, one.ended, one.level) for one in told.educations] == [("HF", "2015", "")]
    assert [(one.code, one.level) for one in told.languages] == [("da", "fluent"),
                                                                ("en", "working")]  # fmt: skip
    assert [one.code for one in told.licences] == ["B", "C", "E"]
    assert [one.words for one in told.skills] == ["Truckkørsel"]
    assert [one.words for one in told.wishes] == ["Lagermedarbejder"]
    assert told.postal_code == "8000"


def test_a_newer_europass_profile_is_read_whole() -> None:
    told = profile(samples.PROFILE.encode())
    (job,) = told.jobs
    assert (job.title, job.employer, job.started, job.ended) == ("Kok", "Kroen", "2018-03",
                                                                 "2020-11")  # fmt: skip
    assert [(one.title, one.institution, one.ended) for one in told.educations] == [
        ("Gastronom", "Madskolen", "2017")
    ]
    assert [(one.code, one.level) for one in told.languages] == [("da", "fluent"),
                                                                ("en", "working")]  # fmt: skip
    assert [one.words for one in told.skills] == ["Menuplanlægning"]
    assert (told.postal_code, told.summary) == ("5000", "Jeg kan lide mad.")


def test_a_pdf_is_read_line_by_line_with_its_pages() -> None:
    data = samples.pdf(
        [samples.lines_down(["Sanne", "Sprog: dansk på højt niveau"]), [(60, 700, "Side to")]]
    )
    told = reading.read(data)
    assert isinstance(told, Document)
    assert [(one.text, one.page) for one in told.lines] == [
        ("Sanne", 1), ("Sprog: dansk på højt niveau", 1), ("Side to", 2),
    ]  # fmt: skip


def test_two_columns_are_read_one_after_the_other() -> None:
    side = ["Sprog", "Dansk", "Engelsk", "Tysk", "It", "Excel"]
    main = ["Erfaring hos mange", "Kok på en god kro", "Mad til mange gæster", "Kokkeelev på kro",
            "Lærte at lave mad", "Uddannelse som kok"]  # fmt: skip
    page = [*samples.lines_down(side), *samples.lines_down(main, left=260)]
    assert texts(samples.pdf([page])) == [*side, *main]


def test_dates_in_a_margin_stay_beside_their_jobs() -> None:
    dates = ["2019 - 2021", "2016 - 2018", "2014 - 2015", "2012 - 2013", "2010 - 2011"]
    names = ["Kok, Kroen", "Tjener, Baren", "Opvasker, Kroen", "Bager, Bageriet", "Elev, Kroen"]
    page = [*samples.lines_down(dates), *samples.lines_down(names, left=200)]
    assert texts(samples.pdf([page])) == [
        f"{when}\t{what}" for when, what in zip(dates, names, strict=True)
    ]


def test_word_and_open_document_are_read_by_paragraphs() -> None:
    assert texts(samples.docx(["Erfaring", "2019\tKok", "a\nb"])) == [
        "Erfaring", "2019\tKok", "a", "b",
    ]  # fmt: skip
    namespace = "urn:oasis:names:tc:opendocument:xmlns"
    document = (
        f'<o:d xmlns:o="{namespace}:office:1.0" xmlns:t="{namespace}:text:1.0">'
        "<t:p>Erfaring</t:p><t:h>Kok <t:span>på kroen</t:span></t:h></o:d>"
    )
    assert texts(samples.zipped({"content.xml": document.encode()})) == [
        "Erfaring", "Kok på kroen",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    ["\ufeffErfaring\nKok på ærø".encode(), "Erfaring\nKok på ærø".encode("utf-16"),
     "Erfaring\r\nKok på ærø".encode("cp1252")],
)  # fmt: skip
def test_plain_text_is_read_in_any_usual_coding(data: bytes) -> None:
    assert texts(data) == ["Erfaring", "Kok på ærø"]


ENTITY = (
    b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><SkillsPassport>&x;</SkillsPassport>'
)
LAUGHS = b"<!DOCTYPE r [<!ENTITY a 'ha'>%s]><SkillsPassport>&e9;</SkillsPassport>" % b"".join(
    b"<!ENTITY e%d '%s'>" % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10)
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"x" * (reading.LARGEST + 1), "too_large"),
        (ENTITY, "unsafe"),
        (LAUGHS, "unsafe"),
        (b"<html><body>CV</body></html>", "wrong_type"),
        (b"<SkillsPassport>", "broken"),
        (b'{"a": ' * 5000, "broken"),
        (b"[" * 100_000, "broken"),
        (b'{"price": 1}', "wrong_type"),
        (b"\xff\xd8\xff\xe0 photo", "images_only"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 doc", "old_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "encrypted"),
        (b"\x00\x01\x02\x03" * 50, "wrong_type"),
        (b"%PDF-1.4 nothing more", "broken"),
        (samples.pdf([[]]), "images_only"),
        (samples.zipped({"photo.png": b"-"}), "wrong_type"),
        (samples.docx([]), "nothing_found"),
        (b'{"SkillsPassport": {}}', "nothing_found"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(data: bytes, code: str) -> None:
    assert why(data) == code
    assert code in WHYS


def test_an_entity_in_a_word_file_is_refused() -> None:
    evil = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><p>&x;</p></d>'
    assert why(samples.zipped({"word/document.xml": evil})) == "unsafe"


def test_a_zip_bomb_is_not_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = samples.zipped({"word/document.xml": b" " * (word.LONGEST_XML + 2)})
    assert len(bomb) < 100_000
    assert why(bomb) == "too_much"


def test_an_encrypted_pdf_says_so() -> None:
    locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]"
    data = samples.pdf([[(60, 700, "CV")]], extra=locked % ("o" * 32, "u" * 32))
    assert why(data) == "encrypted"


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "SECONDS", -4.9)
    monkeypatch.setattr(child, "_BOOT", "import time; time.sleep(60)")
    with pytest.raises(Unreadable, match="too_slow"):
        child.read_apart(b"%PDF-", "pdf")


def test_a_reader_that_dies_or_talks_nonsense_is_a_broken_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for boot in ("import os; os.abort()", "print('[1]')", 'print(\'{"why": "because"}\')'):
        monkeypatch.setattr(child, "_BOOT", boot)
        with pytest.raises(Unreadable, match="broken"):
            child.read_apart(b"%PDF-", "pdf")


def test_the_reader_has_little_memory_and_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBUNIVERS_SECRET_KEY", "x")
    seen = (
        "import os, json, sys; sys.path.insert(0, sys.argv[1]);"
        "print(json.dumps({'format': ','.join(k for k in os.environ if 'JOBUNIVERS' in k),"
        " 'lines': []}))"
    )
    monkeypatch.setattr(child, "_BOOT", seen)
    assert child.read_apart(b"-", "pdf").format == ""


NAMES = st.text('abcæøå -&<>"\\', min_size=1, max_size=30).filter(str.strip)


@few
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    if data.startswith((b"PK", b"%PDF")):
        return
    refused = ""
    try:
        reading.read(data)
    except Unreadable as error:
        refused = error.why
    assert refused in {"", *WHYS}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["work", "education", "skills", "basics", "languages", "name", "position",
                         "SkillsPassport", "LearnerInfo", "WorkExperience", "Position", "Label",
                         "Skills", "Linguistic", "startDate", "keywords", "jobs", "title"]),
        inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@few
@given(JSON)
def test_any_json_is_read_without_harm(tree: object) -> None:
    for read in (json_resume.read, europass_json.read, own.read):
        told = read(tree)
        assert all(job.title and len(job.title) <= 200 for job in told.jobs)


@few
@given(st.lists(st.tuples(NAMES, NAMES), max_size=4), st.sampled_from(["2019", "2019-05", ""]))
def test_the_own_export_comes_back_the_same(jobs: list[tuple[str, str]], month: str) -> None:
    works = [{"title": title, "employer": employer, "started": month, "ended": NOW}
             for title, employer in jobs]  # fmt: skip
    told = own.read({"format": own.NAME, "jobs": works})
    written = own.write(told, on=date(2026, 11, 25))
    assert json.loads(written)["version"] == own.VERSION
    assert own.read(json.loads(written)) == told


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2019-05-01", "2019-05"), ("2019", "2019"), ("2019-13", "2019"), ("19-05", ""),
     (None, ""), (2019, "2019"), ("0001-01", "")],
)  # fmt: skip
def test_dates_are_never_more_exact_than_written(written: object, meant: str) -> None:
    assert values.month(written) == meant


@pytest.mark.parametrize(
    ("words", "level"),
    [("Modersmål", "fluent"), ("Native speaker", "fluent"), ("B1", "working"),
     ("Elementary", "basic"), ("hm", "")],
)  # fmt: skip
def test_levels_of_languages_are_understood(words: str, level: str) -> None:
    assert values.fluency(words) == level
