# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.integrations.jobads.formats import FORMATS
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.reading import AUTO, read, sniff
from jobunivers.integrations.jobads.records import BadRecord, Outcome, VacancyRecord
from jobunivers.integrations.jobads.tests.helpers import Dripping, kinds, outcomes
from jobunivers.integrations.jobads.tests.test_formats import WHOLE

NAMES = st.sampled_from([AUTO, *FORMATS])
SNIPPETS = st.sampled_from(
    [b'{"', b'"}', b"[", b"]", b",", b":", b"\\", b'"title"', b'"@graph":[', b'"items":[', b"\n",
     b"<PositionOpening ", b"</PositionOpening>", b"<![CDATA[", b"]]>", b"<!--", b"<!DOCTYPE",
     b'<script type="application/ld+json">', b"</script>", b"\x1f\x8b\x08", b"\xff\xfe", b"\0",
     b"\xed\xa0\x80", b"&amp;lt;", b"id,title\n", b'"a","b', b"\xe6\xf8\xe5", b"<", b">", b"1e999"]
)  # fmt: skip
MESS = st.lists(SNIPPETS | st.binary(max_size=8), max_size=40).map(b"".join)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from(["31-02-2020", "37 timer", "56,1", "<p>x", "&lt;p&gt;", "Ã¦", "\ud800", "0"])
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["@type", "title", "description", "identifier", "url", "hiringOrganization", "jobLocation",
     "baseSalary", "datePosted", "validThrough", "employmentType", "occupationalCategory",
     "workHours", "geo", "address", "ID", "Title", "HiringOrgCVR", "Latitude", "Longitude",
     "LastDateApplication", "uuid", "status", "ad_content", "_feed_entry", "properties", "employer",
     "locationList", "location", "categoryList", "published", "expires", "id", "text", "hours",
     "positions", "country", "remote", "item", "mainEntity"]
)  # fmt: skip
OBJECTS = st.dictionaries(FIELDS, VALUES, max_size=8)


def sound(outcome: Outcome) -> bool:
    """Say whether an outcome can be stored: no NUL, no half characters, a title or a reason."""
    outcome.original.encode()
    if isinstance(outcome, BadRecord):
        return bool(outcome.reason and outcome.position > 0 and len(outcome.original) <= 200_000)
    for text in (outcome.title, outcome.description, outcome.source_id, outcome.employer_name):
        text.encode()
        assert "\0" not in text
    assert outcome.published_at is None or outcome.published_at.tzinfo
    return bool(outcome.source_id and (outcome.title or outcome.closed))


@settings(max_examples=400, deadline=None)
@given(data=MESS | st.binary(max_size=200), name=NAMES, size=st.integers(1, 50))
def test_no_bytes_whatever_can_stop_the_reading(data: bytes, name: str, size: int) -> None:
    sniff(data)
    found = list(read(io.BytesIO(data), name))
    assert all(sound(one) for one in found)
    assert list(read(Dripping(data, size), name)) == found


@settings(max_examples=200, deadline=None)
@given(
    name=st.sampled_from(list(WHOLE)), at=st.integers(0, 3_000), junk=MESS, cut=st.integers(0, 300)
)
def test_a_file_with_a_wound_is_read_to_its_end(name: str, at: int, junk: bytes, cut: int) -> None:
    whole = WHOLE[name].encode()
    found = outcomes(whole[:at] + junk + whole[at + cut :], name)
    assert all(sound(one) for one in found)


@settings(max_examples=200, deadline=None)
@given(
    ads=st.lists(OBJECTS, min_size=2, max_size=5), name=st.sampled_from(["jobnet", "nav", "jsonl"])
)
def test_each_object_gives_one_outcome_whatever_it_holds(
    ads: list[dict[str, object]], name: str
) -> None:
    as_lines = outcomes("".join(json.dumps(ad) + "\n" for ad in ads), name)
    as_array = outcomes(json.dumps(ads), name)
    assert len(as_lines) == len(as_array) == len(ads)
    assert all(sound(one) for one in as_lines)
    assert kinds(as_lines) == kinds(as_array)


@settings(max_examples=200, deadline=None)
@given(ads=st.lists(OBJECTS, min_size=2, max_size=5))
def test_a_posting_may_hold_anything_in_any_field(ads: list[dict[str, object]]) -> None:
    postings = [{**ad, "@type": "JobPosting"} for ad in ads]
    found = outcomes("".join(json.dumps(one) + "\n" for one in postings), "jobposting")
    assert len(found) == len(ads)
    assert all(sound(one) for one in found)


@settings(deadline=None)
@given(lines=st.lists(st.text(st.characters(exclude_characters="\n\r"), max_size=30), max_size=10))
def test_every_line_of_json_lines_is_accounted_for(lines: list[str]) -> None:
    good = '{"id": "1", "title": "Kok"}'
    text = "\n".join([good, good, *lines])
    expected = 2 + sum(bool(line.encode("utf-8", "replace").strip()) for line in lines)
    assert len(outcomes(text.encode("utf-8", "replace"), "jsonl")) == expected


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@settings(deadline=None)
@given(
    rows=st.lists(
        st.tuples(CELLS, st.text("ab\n\"';,", max_size=9)),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_every_row_of_a_well_formed_csv_is_one_outcome(rows: list[tuple[str, str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    text = "id,title,text\n" + "".join(
        f"{number},{quoted('T' + title)},{quoted(body)}\n"
        for number, (title, body) in enumerate(rows)
    )
    found = outcomes(text, "csv")
    assert [one.source_id for one in found] == [str(number) for number in range(len(rows))]
    assert all(isinstance(one, VacancyRecord) for one in found)


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_small_limit_bounds_what_is_kept(name: str) -> None:
    options = ReadOptions(max_record_bytes=50, max_description=10)
    found = outcomes(WHOLE[name], name, options)
    assert found
    assert all(sound(one) for one in found)
