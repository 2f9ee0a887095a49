# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.library import actions
from jobunivers.rooms.library.actions.courses import import_courses
from jobunivers.rooms.library.actions.importing import Summary, import_contents
from jobunivers.rooms.library.tests.making import CAPTIONS, NOW, entry, put_on_shelf
from jobunivers.rooms.marketplace.queries import (
    Kind,
    Offer,
    OfferState,
    Source,
    Way,
    offer_by_key,
    on_offer,
    versions_of,
)
from jobunivers.testing import shared_data
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
FRONT = """---
title: Skriv et CV
summary: En kort lektion.
kind: lesson
minutes: 10
licence: CC BY 4.0
review: 2027-06-01
---
"""
BODY = """Begynd **her**.

## Billedet
![En kvinde ved et skrivebord](kvinde.png)

## ? Hvad står øverst?
Tænk over det.
- [ ] Din hobby | Den kan stå til sidst.
- [x] Det, du kan | Ja, lige præcis.
"""
ENGLISH = (
    FRONT.replace("Skriv et CV", "Write a CV")
    + """Begin **here**.

## The picture
![A woman at a desk](kvinde.png)

## ? What comes first?
Think.
- [ ] Your hobby | It may come last.
- [x] What you can do | Yes.
"""
)


@pytest.fixture(autouse=True)
def at_work(national: Municipality) -> Iterator[None]:
    with working_for(national.pk):
        yield


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, format="PNG")
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cv.md").write_text(FRONT + BODY, encoding="utf-8")
    (tmp_path / "cv.en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "kvinde.png").write_bytes(picture())
    return tmp_path


def shared(folder: Path) -> Summary:
    return import_contents(folder=folder, source=Source.SHARED, written_by="KL", at=NOW)


def found(key: str) -> Offer:
    made = offer_by_key(key)
    assert made is not None
    return made


def test_a_folder_becomes_published_content_and_a_rerun_changes_nothing(
    folder: Path, aarhus: Municipality, as_kirsten: KommuneClient
) -> None:
    first, again = shared(folder), shared(folder)

    assert (first.new, first.set_aside) == (1, [])
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)
    offer = found("cv")
    assert offer.current is not None
    assert [min(one) for one in offer.current.body["steps"]] == [
        "text_da",
        "alt_da",
        "choices",
    ]
    assert (offer.current.title_en, offer.current.written_by) == ("Write a CV", "KL")
    assert offer.current.translated == "person"
    with working_for(aarhus.pk):
        put_on_shelf(offer)
    page = as_kirsten.get(f"/laering/{offer.pk}/2/").content.decode()
    image = offer.current.body["steps"][1]["image"]
    assert f"/laering/fil/{image}/" in page
    assert 'alt="En kvinde ved et skrivebord"' in page
    assert as_kirsten.get(f"/laering/fil/{image}/").headers["Content-Type"] == "image/png"


def test_a_changed_file_is_a_new_version(folder: Path) -> None:
    shared(folder)
    (folder / "cv.md").write_text(FRONT + BODY.replace("her", "nu"), encoding="utf-8")

    assert shared(folder).changed == 1
    assert [one.number for one in versions_of(found("cv"))] == [2, 1]
    assert on_offer().filter(key="cv").count() == 1


def test_what_people_withdrew_or_wrote_in_is_left_to_them(
    folder: Path, aarhus: Municipality, eva: Person
) -> None:
    shared(folder)
    actions.withdraw(offer=found("cv"), why="forældet", actor_id=eva.pk, at=NOW)
    (folder / "cv.md").write_text(FRONT + BODY.replace("her", "nu"), encoding="utf-8")

    [aside] = shared(folder).set_aside

    assert "withdrawn" in aside.reason
    assert found("cv").state == OfferState.WITHDRAWN


def test_a_kommunes_own_content_is_not_written_over(
    folder: Path, aarhus: Municipality, eva: Person
) -> None:
    with working_for(aarhus.pk):
        actions.begin(
            key="cv", kind=Kind.LESSON, source=Source.LOCAL, entry=entry(), review_on=None,
            actor_id=eva.pk, at=NOW,
        )  # fmt: skip
        summary = import_contents(folder=folder, source=Source.LOCAL, written_by="Aarhus", at=NOW)

    assert "that people wrote" in summary.set_aside[0].reason


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Ingen forside", 1, "front matter"),
        ("---\ntitle: x\n", 2, "no end"),
        (FRONT.replace("kind: lesson", "kind: bog"), 4, "kind is none"),
        (FRONT.replace("minutes: 10", "minutes: ti"), 5, "whole number"),
        (FRONT.replace("2027-06-01", "snart"), 7, "not a day"),
        (FRONT.replace("licence: CC BY 4.0\n", ""), 1, "does not say licence"),
        (FRONT.replace("title:", "titel:"), 2, "is not one of"),
        (FRONT + "## ? Hvad?\n- [ ] a | b\n- [ ] c | d\n", 9, "no right answer"),
        (FRONT + "![alt](../hemmelig.png)\n", 1, "no file"),
        (FRONT, 1, "Tilføj et trin"),
        (FRONT + "x" * 1_000_001, 1, "longer than a million"),
    ],
)
def test_a_bad_file_is_set_aside_with_line_and_reason_and_the_rest_goes_on(
    folder: Path, text: str, line: int, reason: str
) -> None:
    (folder / "aa.md").write_text(text, encoding="utf-8")

    summary = shared(folder)

    [aside] = summary.set_aside
    assert (aside.name, aside.line) == ("aa.md", line)
    assert reason in aside.reason
    assert summary.new == 1
    assert offer_by_key("aa") is None


def test_english_that_does_not_fit_is_set_aside(folder: Path) -> None:
    (folder / "cv.en.md").write_text(FRONT + "Only one step\n", encoding="utf-8")

    [aside] = shared(folder).set_aside

    assert "cv.en.md: has 1 steps" in aside.reason


def test_a_video_comes_with_its_captions_or_not_at_all(folder: Path) -> None:
    (folder / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + b"\0" * 50)
    (folder / "video.md").write_text(FRONT + "![Se filmen](film.mp4)\n", encoding="utf-8")
    assert "undertekster" in shared(folder).set_aside[0].reason

    (folder / "film.da.vtt").write_text(CAPTIONS, encoding="utf-8")
    assert shared(folder).set_aside == []
    current = found("video").current
    assert current is not None
    assert current.body["steps"][0]["captions_da"] == CAPTIONS


def test_the_command_says_what_became_of_the_files(folder: Path, aarhus: Municipality) -> None:
    out = io.StringIO()
    call_command("import_content", str(folder), kommune="0751", stdout=out)

    assert "new 1" in out.getvalue()
    with working_for(aarhus.pk):
        assert found("cv").municipality_id == aarhus.pk
    with pytest.raises(CommandError, match="no kommune"):
        call_command("import_content", str(folder), kommune="9999")


def courses(path: Path, *rows: dict[str, Any], delimiter: str = ";") -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


ZOOM_ROW = {
    "artikel_id": "udb2-VVS", "udbud_id": "101612", "url": "www.ug.dk/vvs-installatoer",
    "Titel": "VVS-installatør", "displaydocclass": "Erhvervsakademiuddannelse",
    "Educational_Category": "", "hovedinst": "101604", "hovedinsttx": "KEA",
    "instkommune": "101", "instkommunetx": "København", "ledighed_nyudd": "8",
    "maanedloen_nyudd": "Ingen data",
}  # fmt: skip
D4AD_ROW = {
    "programid": "4608", "officialname": "Safety", "name": "Salem County", "city": "Woodstown",
    "state": "NJ", "description": '"Fire safety."', "totalclockhours": "1200",
    "totalcost": "4430", "distancelearning": "2",
}  # fmt: skip


def test_danish_education_becomes_courses_once(tmp_path: Path) -> None:
    country = ZOOM_ROW | {"hovedinst": "999999", "udbud_id": "999999"}
    bad = ZOOM_ROW | {"udbud_id": "2", "url": "ingen adresse"}
    path = courses(tmp_path / "zoom.csv", ZOOM_ROW, country, bad, ZOOM_ROW)

    first, again = import_courses(path=path, at=NOW), import_courses(path=path, at=NOW)

    assert (first.new, first.left_out) == (1, 1)
    assert [(one.line, one.reason) for one in first.set_aside] == [
        (4, "url is no address: ingen adresse"),
        (5, "zoom-udb2-VVS-101612 stands twice"),
    ]
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)
    said = found("zoom-udb2-vvs-101612").current
    assert said is not None
    assert (said.kommuner, said.way, said.url) == (
        ["0101"],
        Way.LINK,
        "https://www.ug.dk/vvs-installatoer",
    )
    assert "8 %" in said.about_da
    assert "Månedsløn" not in said.about_da


def test_american_training_becomes_courses_with_hours(tmp_path: Path) -> None:
    path = courses(
        tmp_path / "d.csv",
        D4AD_ROW,
        D4AD_ROW | {"programid": "2", "totalclockhours": "x"},
        delimiter=",",
    )

    summary = import_courses(path=path, at=NOW)

    assert (summary.new, summary.set_aside[0].reason) == (1, "totalclockhours is no number: x")
    said = found("d4ad-4608").current
    assert said is not None
    assert (said.minutes, said.price_da, said.way) == (72_000, "4430 USD", Way.CONTACT)


def test_another_file_is_no_catalogue(tmp_path: Path) -> None:
    path = courses(tmp_path / "x.csv", {"a": 1})

    with pytest.raises(CommandError, match="neither"):
        call_command("import_courses", str(path))


@pytest.mark.parametrize("name", ["uddannelseszoom.csv", "d4ad_programmes.csv"])
def test_the_first_rows_of_the_real_catalogues_are_understood(name: str, tmp_path: Path) -> None:
    lines = shared_data("learning", name).read_text(encoding="utf-8-sig").splitlines(keepends=True)
    path = tmp_path / name
    path.write_text("".join(lines[:25]), encoding="utf-8")

    summary = import_courses(path=path, at=NOW)

    assert summary.new > 5
    assert len(summary.set_aside) <= 1
