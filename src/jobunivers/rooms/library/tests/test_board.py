# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.library import actions
from jobunivers.rooms.library.models import BoardMember, ContentFile, Proposal, ProposalState
from jobunivers.rooms.library.tests.making import NOW, REVIEW, begin, publish
from jobunivers.rooms.marketplace.queries import Offer, OfferState, Source, offer, on_offer
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
Members = Callable[..., Person]


@pytest.fixture
def member(odense: Municipality, nadia: Person) -> Members:
    """Return what makes a member of the board from Odense."""

    def made(name: str, *, until: date | None = None) -> Person:
        person = add_person(odense, name, "editor")
        with working_for(odense.pk):
            row = actions.put_forward(
                kommune=odense, person_id=person.pk, name=name, actor_id=person.pk, at=NOW
            )
            actions.name_member(
                member=row, first=TODAY - timedelta(days=9), until=until, actor_id=nadia.pk, at=NOW
            )
        return person

    return made


def proposed(aarhus: Municipality, eva: Person, anne: Person) -> tuple[Offer, Proposal]:
    content = publish(aarhus, eva, anne)
    with working_for(aarhus.pk):
        row = actions.propose(content=content, kommune=aarhus, actor_id=eva.pk, at=NOW)
    return content, row


def say(
    kommune: Municipality, row: Proposal, who: Person, yes: bool | None, words: str = ""
) -> str:
    with working_for(kommune.pk):
        return actions.vote(
            proposal=row, person_id=who.pk, yes=yes, words=words, today=TODAY, at=NOW
        )


def test_two_of_the_board_publish_what_a_kommune_proposes(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person, member: Members
) -> None:
    _content, row = proposed(aarhus, eva, anne)
    one, two = member("Ib"), member("Bo")

    assert say(odense, row, one, yes=True) == ProposalState.WAITING
    assert say(odense, row, one, yes=True) == ProposalState.WAITING  # twice is once
    assert say(odense, row, two, yes=True) == ProposalState.ACCEPTED

    with working_for(odense.pk):
        shared = offer(row.offer_id)
        assert shared is not None
        assert (shared.source, shared.state) == (Source.SHARED, OfferState.APPROVED)
        assert shared.current is not None
        assert shared.current.written_by == "Aarhus Kommune"
        assert shared.review_on == REVIEW
    with pytest.raises(actions.Decided):
        say(odense, row, one, yes=True)


def test_one_no_sends_it_back_with_its_reason_and_it_can_come_again(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person, member: Members
) -> None:
    content, row = proposed(aarhus, eva, anne)
    with pytest.raises(ValueError, match=r"^$"):
        say(odense, row, member("Ib"), yes=False)
    assert say(odense, row, member("Bo"), yes=False, words="For langt") == ProposalState.SENT_BACK

    with working_for(aarhus.pk):
        again = actions.propose(content=content, kommune=aarhus, actor_id=eva.pk, at=NOW)

    row.refresh_from_db()
    assert row.why == "For langt"
    assert again.offer_id == row.offer_id


def test_a_comment_decides_nothing(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person, member: Members
) -> None:
    _content, row = proposed(aarhus, eva, anne)

    assert say(odense, row, member("Ib"), yes=None, words="Fint") == ProposalState.WAITING


def test_who_is_not_on_the_board_any_more_decides_nothing(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person, member: Members
) -> None:
    _content, row = proposed(aarhus, eva, anne)

    with pytest.raises(actions.NotOnTheBoard):
        say(odense, row, member("Ib", until=TODAY), yes=True)
    with pytest.raises(actions.NotOnTheBoard):
        say(aarhus, row, eva, yes=True)


def test_a_yes_does_not_count_when_its_members_time_is_over(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person, nadia: Person,
    member: Members,
) -> None:  # fmt: skip
    _content, row = proposed(aarhus, eva, anne)
    gone = member("Ib")
    say(odense, row, gone, yes=True)
    seat = BoardMember.objects.get(person_id=gone.pk)
    with working_for(odense.pk):
        actions.name_member(
            member=seat, first=TODAY - timedelta(days=9), until=TODAY, actor_id=nadia.pk, at=NOW
        )

    assert say(odense, row, member("Bo"), yes=True) == ProposalState.WAITING


def test_nobody_votes_on_an_own_text(
    aarhus: Municipality, eva: Person, anne: Person, nadia: Person
) -> None:
    _content, row = proposed(aarhus, eva, anne)
    with working_for(aarhus.pk):
        seat = actions.put_forward(
            kommune=aarhus, person_id=eva.pk, name="Eva", actor_id=anne.pk, at=NOW
        )
        actions.name_member(member=seat, first=TODAY, until=None, actor_id=nadia.pk, at=NOW)

    with pytest.raises(actions.OwnText):
        say(aarhus, row, eva, yes=True)


def test_the_board_can_ask_for_more_than_two_and_never_fewer(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person, nadia: Person,
    member: Members,
) -> None:  # fmt: skip
    with working_for(aarhus.pk):
        actions.set_quorum(number=3, actor_id=nadia.pk, at=NOW)
        with pytest.raises(ValueError, match="1"):
            actions.set_quorum(number=1, actor_id=nadia.pk, at=NOW)
    _content, row = proposed(aarhus, eva, anne)
    for name in ("Ib", "Bo"):
        assert say(odense, row, member(name), yes=True) == ProposalState.WAITING

    assert say(odense, row, member("Pia"), yes=True) == ProposalState.ACCEPTED


def test_special_content_is_offered_as_it_is_and_stands_on_no_shelf(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person
) -> None:
    content = publish(aarhus, eva, anne)
    with working_for(aarhus.pk):
        row = actions.offer_as_it_is(content=content, kommune=aarhus, actor_id=eva.pk, at=NOW)

    assert (row.state, row.as_it_is) == (ProposalState.ACCEPTED, True)
    with working_for(odense.pk):
        assert on_offer().filter(pk=row.offer_id).exists()


def test_only_what_is_published_is_proposed_and_once_at_a_time(
    aarhus: Municipality, eva: Person, anne: Person
) -> None:
    content, _row = proposed(aarhus, eva, anne)
    with working_for(aarhus.pk):
        with pytest.raises(actions.AlreadyProposed):
            actions.propose(content=content, kommune=aarhus, actor_id=eva.pk, at=NOW)
        with pytest.raises(actions.NotReady):
            actions.propose(content=begin(eva), kommune=aarhus, actor_id=eva.pk, at=NOW)


def test_pictures_come_along_to_the_shared_library(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person
) -> None:
    import io

    from django.core.files.uploadedfile import SimpleUploadedFile
    from PIL import Image

    from jobunivers.foundation.files.kinds import IMAGE

    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, format="PNG")
    content = publish(aarhus, eva, anne)
    with working_for(aarhus.pk):
        upload = SimpleUploadedFile("a.png", out.getvalue())
        file = actions.attach(offer=content, upload=upload, kind=IMAGE, by_id=None, at=NOW)
        content.refresh_from_db()
        steps = [{"image": file.pk, "alt_da": "En prik"}]
        made = actions.write_steps(
            offer=content, seen=content.version, steps=steps, actor_id=eva.pk, at=NOW
        )
        actions.hand_in(offer=content, actor_id=eva.pk, at=NOW)
        actions.publish(offer=content, number=made.number, actor_id=anne.pk, at=NOW)
        content = Offer.objects.select_related("current").get(pk=content.pk)
        row = actions.offer_as_it_is(content=content, kommune=aarhus, actor_id=eva.pk, at=NOW)

    with working_for(odense.pk):
        shared = offer(row.offer_id)
        assert shared is not None
        assert shared.current is not None
        [step] = shared.current.body["steps"]
        kept = ContentFile.objects.get(file_id=step["image"])
    assert kept.offer_id == row.offer_id
    assert step["image"] != file.pk


def test_shared_content_of_the_national_organisation_is_decided_by_the_board(
    national: Municipality, odense: Municipality, nadia: Person, as_nadia: KommuneClient,
    member: Members,
) -> None:  # fmt: skip
    with working_for(national.pk):
        content = begin(nadia, source=Source.SHARED)

    as_nadia.post(f"/administration/bibliotek/{content.pk}/afgoer/", {"handling": "indsend"})

    row = Proposal.objects.get(offer_id=content.pk)
    for name in ("Ib", "Bo"):
        say(odense, row, member(name), yes=True)
    with working_for(national.pk), writing_shared():
        found = offer(content.pk)
    assert found is not None
    assert found.state == OfferState.APPROVED


def test_the_boards_pages_name_vote_and_refuse(
    aarhus: Municipality, eva: Person, anne: Person, as_anne: KommuneClient,
    as_nadia: KommuneClient, as_eva: KommuneClient,
) -> None:  # fmt: skip
    page = "/administration/redaktion/"
    _content, row = proposed(aarhus, eva, anne)
    assert as_anne.post(f"{page}indstil/", {"person": anne.pk}).status_code == 302
    seat = BoardMember.objects.get(person_id=anne.pk)
    assert seat.name == anne.name
    backwards = {"member": seat.pk, "first": "2026-02-01", "until": "2026-01-01"}
    assert as_nadia.post(f"{page}medlem/", backwards).status_code == 422
    named = {"member": seat.pk, "first": "2020-01-01"}
    assert as_nadia.post(f"{page}medlem/", named).status_code == 302
    assert as_nadia.post(f"{page}antal/", {"quorum": "1"}).status_code == 422

    assert "Du er medlem." in as_anne.get(page).content.decode()
    assert as_anne.post(f"{page}{row.pk}/", {"say": "no"}).status_code == 422
    refused = as_eva.post(f"{page}{row.pk}/", {"say": "yes"})
    assert refused.status_code == 422
    assert "Kun redaktionens medlemmer" in refused.content.decode()
    said = as_anne.post(f"{page}{row.pk}/", {"say": "comment", "words": "Godt"}, follow=True)
    assert "Godt" in said.content.decode()
