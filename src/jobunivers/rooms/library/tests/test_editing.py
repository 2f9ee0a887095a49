# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.library import actions
from jobunivers.rooms.library.queries.comparing import Piece, compare, pieces
from jobunivers.rooms.library.tests.making import CAPTIONS, NOW, TEXT, begin, publish
from jobunivers.rooms.marketplace.queries import Kind, Offer, OfferState, offer, versions_of
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
LIST = "/administration/bibliotek/"


def body_of(kommune: Municipality, content: Offer) -> list[dict[str, Any]]:
    with working_for(kommune.pk):
        return list(versions_of(content)[0].body.get("steps", ()))


def state_of(kommune: Municipality, content: Offer) -> str:
    with working_for(kommune.pk):
        found = offer(content.pk)
        assert found is not None
        return found.state


def test_an_article_is_written_approved_by_another_and_can_be_read(
    aarhus: Municipality, as_eva: KommuneClient, as_anne: KommuneClient
) -> None:
    said = {"kind": "article", "title_da": "Ring først 📞", "summary_da": "Om at ringe."}
    page = as_eva.post(f"{LIST}ny/", said).headers["Location"].removeprefix("/aarhus")
    pk = int(page.strip("/").split("/")[-1])
    with working_for(aarhus.pk):
        content = offer(pk)
    assert content is not None
    text = {"title_da": "Hvorfor", "text_da": "Fordi **det virker** 🎉", "seen": content.version}
    assert as_eva.post(f"{page}trin/ny/text/", text).status_code == 302
    facts = {
        "title_da": "Ring først 📞", "summary_da": "Om at ringe.", "format": "virtual",
        "way": "own", "licence": "CC BY 4.0", "written_by": "Aarhus", "review_on": "2100-01-01",
        "seen": content.version + 1,
    }  # fmt: skip
    assert as_eva.post(f"{page}oplysninger/", facts).status_code == 302
    as_eva.post(f"{page}afgoer/", {"handling": "indsend"})

    own = as_eva.post(f"{page}afgoer/", {"handling": "godkend", "nummer": "1"}, follow=True)
    assert "En anden skal godkende den" in own.content.decode()
    assert state_of(aarhus, content) == OfferState.WAITING
    as_anne.post(f"{page}afgoer/", {"handling": "godkend", "nummer": "1"})

    assert state_of(aarhus, content) == OfferState.APPROVED
    assert "<strong>det virker</strong>" in as_anne.get(f"{page}proev/1/").content.decode()


def test_nothing_is_handed_in_that_cannot_be_shown(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva, body={}, licence="")

    page = as_eva.get(f"{LIST}{content.pk}/").content.decode()
    as_eva.post(f"{LIST}{content.pk}/afgoer/", {"handling": "indsend"})

    assert "Tilføj et trin" in page
    assert "Vælg en licens" in page
    assert state_of(aarhus, content) == OfferState.DRAFT


def test_two_editors_at_once_both_keep_their_words(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient, as_anne: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva)
    seen = content.version
    first = {"title_da": "A", "text_da": "Evas ord", "seen": seen}
    second = {"title_da": "B", "text_da": "Annes ord", "seen": seen}

    assert as_eva.post(f"{LIST}{content.pk}/trin/1/", first).status_code == 302
    late = as_anne.post(f"{LIST}{content.pk}/trin/1/", second)

    assert late.status_code == 409
    shown = late.content.decode()
    assert "Evas ord" in shown
    assert "Annes ord" in shown
    assert body_of(aarhus, content)[0]["text_da"] == "Evas ord"


def test_steps_are_moved_and_taken_out(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva, body={"steps": [TEXT | {"title_da": one} for one in "ABC"]})
    page = f"{LIST}{content.pk}/trin/"

    as_eva.post(f"{page}3/flyt/", {"handling": "op", "seen": content.version})
    as_eva.post(f"{page}1/flyt/", {"handling": "ned", "seen": content.version + 1})
    as_eva.post(f"{page}3/flyt/", {"handling": "fjern", "seen": content.version + 2})
    as_eva.post(f"{page}1/flyt/", {"handling": "fjern", "seen": content.version})  # too late

    assert [one["title_da"] for one in body_of(aarhus, content)] == ["C", "A"]
    assert as_eva.post(f"{page}9/flyt/", {"handling": "op", "seen": "1"}).status_code == 404


def test_a_question_is_written_without_javascript(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva, body={})
    page = f"{LIST}{content.pk}/trin/ny/question/"
    told = {"question_da": "Hvad?", "da_1": "Det", "say_da_1": "Nej, men tæt på", "da_2": "Dit",
            "seen": content.version}  # fmt: skip

    refused = as_eva.post(page, told)
    assert refused.status_code == 422
    assert "Mindst ét svar skal være rigtigt" in refused.content.decode()
    kept = as_eva.post(page, told | {"right_2": "on", "say_da_2": "Ja"})

    assert kept.status_code == 302
    [step] = body_of(aarhus, content)
    assert [(one["da"], one["right"]) for one in step["choices"]] == [("Det", False), ("Dit", True)]
    assert "Det" in as_eva.get(f"{LIST}{content.pk}/trin/1/").content.decode()


def test_a_video_is_served_by_us_with_captions_and_in_parts(
    aarhus: Municipality, eva: Person, anne: Person, as_eva: KommuneClient,
    as_kirsten: KommuneClient, as_jonas: KommuneClient,
) -> None:  # fmt: skip
    content = publish(aarhus, eva, anne)
    film = b"\0\0\0\x18ftypmp42" + b"x" * 500
    page = f"{LIST}{content.pk}/trin/ny/video/"

    def sent(**more: Any) -> dict[str, Any]:
        with working_for(aarhus.pk):
            now = offer(content.pk)
        assert now is not None
        return {"title_da": "Se", "file": SimpleUploadedFile("f.mp4", film),
                "seen": now.version} | more  # fmt: skip

    silent = as_eva.post(page, sent())
    assert silent.status_code == 422
    assert "undertekster på dansk" in silent.content.decode()
    vtt = SimpleUploadedFile("f.vtt", CAPTIONS.encode())
    assert as_eva.post(page, sent(captions_file_da=vtt)).status_code == 302

    number = body_of(aarhus, content)[-1]["video"]
    part = as_kirsten.get(f"/laering/fil/{number}/", headers={"range": "bytes=0-9"})
    assert part.status_code == 206
    assert part.content == film[:10]
    assert as_jonas.get(f"/laering/fil/{number}/").status_code == 404
    text = as_eva.get(f"{LIST}{content.pk}/proev/2/3/da.vtt")
    assert text.content.decode() == CAPTIONS


def test_what_is_no_picture_is_refused_with_words(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva)
    sent = {"alt_da": "Et kort", "file": SimpleUploadedFile("x.png", b"<script>"),
            "seen": content.version}  # fmt: skip

    response = as_eva.post(f"{LIST}{content.pk}/trin/ny/image/", sent)

    assert response.status_code == 422
    assert "PNG, JPEG eller WebP" in response.content.decode()


def test_a_text_that_waits_is_taken_back_before_it_is_written_in(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva)
        actions.hand_in(offer=content, actor_id=eva.pk, at=NOW)
        with pytest.raises(actions.Waits):
            actions.write(
                offer=content, seen=content.version, changes={"title_da": "Nyt"},
                actor_id=eva.pk, at=NOW,
            )  # fmt: skip
    as_eva.post(f"{LIST}{content.pk}/afgoer/", {"handling": "tag-tilbage"})

    assert state_of(aarhus, content) == OfferState.DRAFT


def test_who_wrote_some_of_it_does_not_approve_even_if_another_wrote_last(
    aarhus: Municipality, eva: Person, anne: Person
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva)
        actions.write(
            offer=content, seen=content.version, changes={"title_da": "Nyt"},
            actor_id=anne.pk, at=NOW,
        )  # fmt: skip
        made = actions.hand_in(offer=content, actor_id=anne.pk, at=NOW)
        for who in (eva, anne):
            with pytest.raises(actions.OwnText):
                actions.publish(offer=content, number=made.number, actor_id=who.pk, at=NOW)


def test_sent_back_with_a_reason_and_withdrawn_with_a_reason(
    aarhus: Municipality, eva: Person, anne: Person, as_anne: KommuneClient, as_eva: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva)
        actions.hand_in(offer=content, actor_id=eva.pk, at=NOW)
    page = f"{LIST}{content.pk}/"

    assert as_anne.post(f"{page}afgoer/", {"handling": "tilbage"}).status_code == 422
    as_anne.post(f"{page}afgoer/", {"handling": "tilbage", "why": "Skriv kortere."})
    assert "Skriv kortere." in as_eva.get(page).content.decode()

    published = publish(aarhus, eva, anne)
    as_eva.post(f"{LIST}{published.pk}/afgoer/", {"handling": "fjern", "why": "Forældet"})
    assert state_of(aarhus, published) == OfferState.WITHDRAWN


def test_an_event_needs_its_times_in_order_and_somebody_to_write_to(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva, kind=Kind.EVENT, body={})
    told = {
        "title_da": "Jobmesse", "summary_da": "x", "format": "physical", "way": "contact",
        "licence": "own", "written_by": "Aarhus", "review_on": "2100-01-01",
        "starts_at": "2100-01-01T12:00", "ends_at": "2100-01-01T11:00", "seen": content.version,
    }  # fmt: skip

    response = as_eva.post(f"{LIST}{content.pk}/oplysninger/", told)

    assert response.status_code == 422
    shown = response.content.decode()
    assert "efter at det begynder" in shown
    assert "hvem man skriver" in shown


def test_a_new_version_is_compared_word_by_word(
    aarhus: Municipality, eva: Person, anne: Person, as_eva: KommuneClient
) -> None:
    content = publish(aarhus, eva, anne)
    with working_for(aarhus.pk):
        now = offer(content.pk)
        assert now is not None
        actions.write(
            offer=now, seen=now.version, changes={"title_da": "Skriv et kort CV"},
            actor_id=eva.pk, at=NOW,
        )  # fmt: skip
        new, old = versions_of(content)
        [found] = compare(old, new)

    assert (found.field, "".join(p.words for p in found.pieces if p.kind != "gone")) == (
        "title_da", "Skriv et kort CV",
    )  # fmt: skip
    shown = as_eva.get(f"{LIST}{content.pk}/forskel/1/2/").content.decode()
    assert "<ins>" in shown
    assert as_eva.get(f"{LIST}{content.pk}/forskel/1/7/").status_code == 404


def test_a_difference_reads_as_both_texts() -> None:
    before, after = "Ring først.\nSkriv så.\n", "Ring altid først.\nSkriv så.\nVent.\n"
    found = list(pieces(before, after))

    assert "".join(one.words for one in found if one.kind != "new") == before
    assert "".join(one.words for one in found if one.kind != "gone") == after
    assert Piece("same", "Skriv så.\n") in found


def test_others_do_not_write_a_kommunes_content(
    aarhus: Municipality, eva: Person, as_nadia: KommuneClient, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva)

    for path in ("", "oplysninger/", "trin/1/", "trin/ny/text/", "proev/1/", "forskel/1/1/"):
        assert as_nadia.get(f"{LIST}{content.pk}/{path}").status_code == 404
        assert as_omar.get(f"{LIST}{content.pk}/{path}").status_code == 403


def test_a_long_list_asks_the_database_no_more_often_than_a_short_one(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient
) -> None:
    counts = []
    for _round in range(2):
        with working_for(aarhus.pk):
            for _one in range(7):
                begin(eva)
        as_eva.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            as_eva.get(LIST)
        counts.append(len(asked))

    assert counts[1] <= counts[0] <= 14


@pytest.mark.parametrize("signs", [20_001, 5_000_000])
def test_a_text_that_is_too_long_is_refused_and_nothing_is_kept(
    aarhus: Municipality, eva: Person, as_eva: KommuneClient, signs: int
) -> None:
    with working_for(aarhus.pk):
        content = begin(eva, body={})
    sent = {"text_da": "x" * signs, "seen": content.version}

    response = as_eva.post(f"{LIST}{content.pk}/trin/ny/text/", sent)

    assert response.status_code in {400, 413, 422}
    assert body_of(aarhus, content) == []
