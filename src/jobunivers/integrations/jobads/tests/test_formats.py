# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import gzip
import json
from datetime import date

import pytest

from jobunivers.integrations.jobads import samples
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.reading import read, sniff
from jobunivers.integrations.jobads.records import OccupationCode, VacancyRecord
from jobunivers.integrations.jobads.tests.helpers import kinds, only, only_bad, outcomes

ADS = samples.SAMPLES
NURSE = ADS[0]
POSTINGS = [samples.job_posting(ad) for ad in ADS]
SHAPES = {
    "one object": json.dumps(POSTINGS[0], indent=1),
    "a list": json.dumps(POSTINGS),
    "a graph": json.dumps({"@context": "x", "@graph": [{"@type": "WebPage"}, *POSTINGS]}),
    "lines": samples.json_lines(POSTINGS),
    "a list of items": json.dumps(
        {
            "@type": "ItemList",
            "itemListElement": [{"@type": "ListItem", "item": p} for p in POSTINGS],
        }
    ),
    "a page": samples.html_page(ADS),
    "objects in a row": " ".join(json.dumps(p) for p in POSTINGS),
}
WHOLE = {
    "jobposting": samples.json_lines(POSTINGS),
    "jobnet": json.dumps({"JobPositionPostings": [samples.jobnet_ad(ad) for ad in ADS]}),
    "hropen": samples.xml_document(ADS),
    "nav": json.dumps([samples.nav_ad(ad) for ad in ADS]),
    "jsonl": samples.json_lines(samples.trend_row(ad) for ad in ADS),
    "csv": samples.csv_text(ADS),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_job_postings_are_found_in_every_packaging(shape: str) -> None:
    found = outcomes(SHAPES[shape], "jobposting")

    expected = 1 if shape == "one object" else len(ADS)
    assert [one.source_id for one in found] == [ad.id for ad in ADS][:expected]
    assert kinds(found) == ["ok"] * expected


@pytest.mark.parametrize("name", WHOLE)
def test_the_format_is_guessed_from_the_beginning(name: str) -> None:
    assert sniff(WHOLE[name].encode()) == name
    assert sniff(gzip.compress(WHOLE[name].encode())) == name
    assert sniff(("\ufeff" + WHOLE[name]).encode("utf-16-le")) == name


@pytest.mark.parametrize("name", WHOLE)
def test_a_packed_file_reads_like_the_plain_one(name: str) -> None:
    raw = WHOLE[name].encode()

    assert outcomes(gzip.compress(raw)) == outcomes(raw)
    assert len(outcomes(raw)) == len(ADS)


@pytest.mark.parametrize("name", WHOLE)
def test_every_record_keeps_its_original_and_title(name: str) -> None:
    for ad, found in zip(ADS, outcomes(WHOLE[name], name), strict=True):
        assert isinstance(found, VacancyRecord)
        assert found.source_id == ad.id
        assert ad.id in found.original
        assert found.title == ad.title or found.closed


def test_a_job_posting_says_everything_it_knows() -> None:
    found = only(json.dumps(POSTINGS[0]))

    assert found.description == NURSE.text
    assert (found.employer_name, found.employer_cvr) == ("Nordvind ApS", "12345678")
    assert (found.street, found.postal_code, found.city) == ("Havnegade 4", "8000", "Aarhus C")
    assert (found.country, found.region) == ("DK", "Midtjylland")
    assert (found.latitude, found.longitude) == (56.153, 10.214)
    assert (found.hours_min, found.hours_max) == (37, 37)
    assert found.employment_types == ("FULL_TIME",)
    assert found.salary_text == "efter aftale"
    assert found.published_at
    assert found.published_at.isoformat() == "2026-10-01T00:00:00+02:00"
    assert found.expires_at
    assert found.expires_at.isoformat() == "2026-12-01T23:59:59+01:00"
    assert found.url == "https://jobs.example/1001"
    assert found.warnings == ("html_was_escaped",)


def test_a_remote_posting_with_codes_and_several_places() -> None:
    found = only(
        json.dumps(
            {
                "@type": ["JobPosting"],
                "title": "Udvikler",
                "description": "x",
                "jobLocationType": "TELECOMMUTE",
                "jobLocation": [{"address": "Aalborg"}, {"address": "Vejle"}],
                "hiringOrganization": "Nordvind ApS",
                "occupationalCategory": [
                    "15-1132.00 Software Developers",
                    {"codeValue": "2512", "inCodeSet": "ISCO-08", "name": "Udvikler"},
                    "http://data.europa.eu/esco/occupation/abc",
                ],
                "totalJobOpenings": "3",
            }
        )
    )

    assert found.remote_share == 1
    assert found.city == "Aalborg"
    assert found.employer_name == "Nordvind ApS"
    assert found.positions == 3
    assert found.occupations == (
        OccupationCode("onet", "15-1132.00", "Software Developers"),
        OccupationCode("isco08", "2512", "Udvikler"),
        OccupationCode("esco", "http://data.europa.eu/esco/occupation/abc", ""),
    )
    assert set(found.warnings) == {"several_places", "id_derived"}


def test_an_object_that_says_it_is_something_else_is_set_aside() -> None:
    assert only_bad('{"@type": "Event", "name": "x"}', "jobposting").reason == "not_a_job_posting"
    page = '<html><script type="application/ld+json">{"@type":"WebPage"}</script></html>'
    assert only_bad(page).reason == "no_job_posting"


def test_a_script_in_comments_with_entities_is_read() -> None:
    page = (
        "<html><SCRIPT id=x type='application/ld+json'>//<![CDATA[\n"
        "{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Kok&quot;};\n//]]></SCRIPT>"
    )
    assert (
        only(page, options=ReadOptions(page_url="https://a.example/1")).url == "https://a.example/1"
    )


def test_jobnet_fields() -> None:
    found = outcomes(WHOLE["jobnet"])[0]

    assert isinstance(found, VacancyRecord)
    assert found.municipality == "Aarhus"
    assert found.employer_cvr == "12345678"
    assert found.deadline == date(2026, 12, 1)
    assert found.employment_types == ("FULL_TIME", "PERMANENT")
    assert found.url == "https://job.jobnet.dk/CV/FindWork/Details/1001"


def test_position_opening_fields() -> None:
    found = outcomes(WHOLE["hropen"])

    first, last = found[0], found[-1]
    assert isinstance(first, VacancyRecord)
    assert isinstance(last, VacancyRecord)
    assert first.description == NURSE.text
    assert (first.city, first.postal_code, first.country) == ("Aarhus C", "8000", "DK")
    assert first.employer_cvr == "12345678"
    assert first.occupations == (OccupationCode("isco08", "2221"),)
    assert first.url == "https://jobs.example/1001"
    assert first.positions == 2
    assert (first.closed, last.closed) == (False, True)


def test_a_prefix_declared_around_the_records_still_counts() -> None:
    opening = samples.position_opening(NURSE).replace(
        ' xmlns:o="http://www.openapplications.org/oagis/9"', ""
    )
    text = f'<a xmlns:o="http://www.openapplications.org/oagis/9"><b>{opening}</b></a>'
    assert only(text).city == "Aarhus C"


def test_a_feed_line_about_an_ended_advertisement_closes_it() -> None:
    active, ended = outcomes(json.dumps(samples.nav_page([NURSE, ADS[3]], None)))

    assert isinstance(active, VacancyRecord)
    assert isinstance(ended, VacancyRecord)
    assert (active.closed, active.warnings) == (False, ("summary_only",))
    assert (ended.closed, ended.warnings) == (True, ())


def test_an_ended_entry_needs_no_title() -> None:
    found = only('{"uuid": "7", "status": "INACTIVE", "ad_content": null}', "nav")
    assert (found.source_id, found.title, found.closed) == ("7", "", True)


def test_the_danish_time_of_a_row_is_danish_time() -> None:
    found = outcomes(WHOLE["jsonl"])[0]
    assert isinstance(found, VacancyRecord)
    assert found.published_at
    assert found.published_at.isoformat() == "2026-10-01T22:26:00+02:00"


def test_a_column_map_chooses_the_columns() -> None:
    options = ReadOptions(columns={"title": "job", "source_id": "nr"}, country="DK", language="da")
    found = only("nr;job;title\n7;Kok;ikke den\n", "csv", options)
    assert (found.source_id, found.title, found.country, found.language) == ("7", "Kok", "DK", "da")


def test_a_column_map_with_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="titel"):
        outcomes("a,b\n1,2\n", "csv", ReadOptions(columns={"titel": "a"}))


def test_an_unknown_format_is_refused_and_an_unknown_file_is_set_aside() -> None:
    with pytest.raises(ValueError, match="Unknown format"):
        read(None, "word")  # type: ignore[arg-type]
    assert only_bad("what is this?").reason == "unknown_format"
    assert only_bad(b"").reason == "empty"
    assert only_bad(b"PK\x03\x04rest").reason == "archive"
