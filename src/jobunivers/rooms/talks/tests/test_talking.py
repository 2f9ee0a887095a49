# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation import dated, diary
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.entrance.models import Form
from jobunivers.rooms.plan.actions import AgreementEntry
from jobunivers.rooms.plan.models import Agreement
from jobunivers.rooms.talks import actions, queries
from jobunivers.rooms.talks.models import (
    AgendaPoint,
    Proposal,
    ProposalKind,
    ProposalState,
    Talk,
    TalkAgreement,
    TalkForm,
    TalkKind,
    TalkState,
)
from jobunivers.rooms.talks.queries.figures import local_figures
from jobunivers.rooms.talks.tests.making import make_point, make_talk, show
from jobunivers.science.calendars import Period
from jobunivers.trust import dossier

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_aarhus(aarhus: Municipality) -> object:
    with working_for(aarhus.pk):
        yield


def test_a_talk_is_planned_begun_and_held_and_each_step_is_remembered(
    kirsten: Person, omar: Person
) -> None:
    talk = make_talk(kirsten, omar, state=TalkState.HELD)

    assert (talk.state, talk.begun_at is not None, talk.closed_at is not None) == (
        "held",
        True,
        True,
    )
    kinds = Event.objects.filter(citizen_id=kirsten.pk).order_by("at", "pk")
    assert [one.kind for one in kinds] == ["talks.planned", "talks.begun", "talks.held"]


def test_she_is_told_of_a_talk_that_is_ahead_once(kirsten: Person, omar: Person) -> None:
    now = timezone.now()
    for _ in range(2):
        make_talk(kirsten, omar, starts_at=now + timedelta(days=2), at=now)

    assert Talk.objects.count() == 1
    [notice] = Notice.objects.filter(person_id=kirsten.pk)
    assert notice.kind == "talks.planned"


def test_nobody_begins_two_talks_with_her(kirsten: Person, omar: Person, ida: Person) -> None:
    now = timezone.now()
    first = actions.begin_now(
        citizen_id=kirsten.pk, staff_id=omar.pk, form=TalkForm.PHONE, kind=TalkKind.JOB, at=now
    )
    planned = make_talk(kirsten, ida)

    again = actions.begin_now(
        citizen_id=kirsten.pk, staff_id=ida.pk, form=TalkForm.PHONE, kind=TalkKind.JOB, at=now
    )
    with pytest.raises(actions.NotNow):
        actions.move_on(talk=planned, state=TalkState.UNDER_WAY, actor_id=ida.pk, at=now)

    assert again.pk == first.pk


@pytest.mark.parametrize(
    ("has", "wanted"),
    [
        (TalkState.PLANNED, TalkState.HELD),
        (TalkState.CANCELLED, TalkState.UNDER_WAY),
        (TalkState.HELD, TalkState.CANCELLED),
    ],
)
def test_what_may_not_follow_is_refused(
    has: TalkState, wanted: TalkState, kirsten: Person, omar: Person
) -> None:
    talk = make_talk(kirsten, omar, state=has)

    with pytest.raises(actions.NotNow):
        actions.move_on(talk=talk, state=wanted, actor_id=omar.pk, at=timezone.now())


def test_what_she_wants_to_talk_about_comes_along_and_waits_again_when_nothing_came_of_it(
    kirsten: Person, omar: Person
) -> None:
    waiting = make_point(kirsten)
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    waiting.refresh_from_db()
    assert waiting.talk_id == talk.pk

    actions.move_on(talk=talk, state=TalkState.NOT_HELD, actor_id=omar.pk, at=timezone.now())

    waiting.refresh_from_db()
    assert waiting.talk_id is None


def test_the_agenda_has_an_end_and_the_same_words_are_there_once(kirsten: Person) -> None:
    for _ in range(2):
        make_point(kirsten, "Det samme")
    assert AgendaPoint.objects.count() == 1
    for number in range(actions.MOST_POINTS - 1):
        make_point(kirsten, f"Punkt {number}")

    with pytest.raises(actions.TooManyPoints):
        make_point(kirsten, "Et for meget")


def test_nobody_writes_over_a_referat_she_has_not_read(
    kirsten: Person, omar: Person, ida: Person
) -> None:
    now = timezone.now()
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    actions.write_referat(talk=talk, version=0, text="Omars ord", staff_id=omar.pk, at=now)

    with pytest.raises(actions.ChangedMeanwhile) as caught:
        actions.write_referat(
            talk=Talk.objects.get(pk=talk.pk), version=0, text="Idas ord", staff_id=ida.pk, at=now
        )

    assert caught.value.talk.referat == "Omars ord"


def test_closing_a_talk_disturbs_nobody_who_writes(kirsten: Person, omar: Person) -> None:
    now = timezone.now()
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    held = actions.move_on(talk=talk, state=TalkState.HELD, actor_id=omar.pk, at=now)

    written = actions.write_referat(talk=held, version=0, text="Ord", staff_id=omar.pk, at=now)

    assert written.referat == "Ord"
    assert Notice.objects.filter(person_id=kirsten.pk, kind="talks.referat").count() == 1


def test_an_agreement_goes_through_her_plan_and_comes_from_one_talk(
    kirsten: Person, omar: Person
) -> None:
    now = timezone.now()
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY)
    entry = AgreementEntry(words="Du ringer til tre lagre")

    for _ in range(2):
        actions.agree(talk=talk, entry=entry, staff_id=omar.pk, at=now)

    [link] = TalkAgreement.objects.all()
    assert Agreement.objects.get(pk=link.agreement_id).waits_for_citizen


def test_what_binds_her_belongs_in_a_jobsamtale(kirsten: Person, omar: Person) -> None:
    talk = make_talk(kirsten, omar, state=TalkState.UNDER_WAY, kind=TalkKind.OTHER)

    with pytest.raises(actions.BindsNot):
        actions.agree(
            talk=talk, entry=AgreementEntry(words="Mød op"), staff_id=omar.pk, at=timezone.now()
        )

    assert not Agreement.objects.exists()


def test_a_proposal_is_written_once_with_its_reasons_and_who_settled_it(
    kirsten: Person, omar: Person
) -> None:
    talk = make_talk(kirsten, omar)
    for _ in range(2):
        show(talk, "focus", "no_application", days=20)

    row = settle(talk, "focus", "no_application", ProposalState.USED, omar)

    assert Proposal.objects.count() == 1
    assert (row.reasons, row.settled_by_id) == ({"days": 20}, omar.pk)


def settle(talk: Talk, kind: str, code: str, state: ProposalState, who: Person) -> Proposal:
    return actions.settle(
        talk=talk,
        kind=ProposalKind(kind),
        code=code,
        state=state,
        actor_id=who.pk,
        at=timezone.now(),
    )


def test_what_she_has_put_aside_only_she_opens_again(kirsten: Person, omar: Person) -> None:
    talk = make_talk(kirsten, omar)
    show(talk, "focus", "plan_empty")
    settle(talk, "focus", "plan_empty", ProposalState.ASIDE, kirsten)

    with pytest.raises(actions.NotNow):
        settle(talk, "focus", "plan_empty", ProposalState.USED, omar)

    assert settle(talk, "focus", "plan_empty", ProposalState.SHOWN, kirsten).settled_by_id is None


def test_what_was_never_shown_cannot_be_used(kirsten: Person, omar: Person) -> None:
    with pytest.raises(actions.NotNow):
        settle(make_talk(kirsten, omar), "focus", "offer", ProposalState.USED, omar)


def test_shares_are_told_from_twenty_on_and_small_numbers_not_apart(
    kirsten: Person, omar: Person
) -> None:
    now = timezone.now()
    talk = make_talk(kirsten, omar)
    for number in range(19):
        show(talk, "job", str(number + 1))
    settle(talk, "job", "1", ProposalState.USED, omar)

    few = queries.figures_page(language="da", at=now)
    assert [(one.shown, one.share) for one in few.kinds if one.code == "job"] == [(19, None)]
    assert local_figures(now) == []

    show(talk, "job", "99")
    [figure] = local_figures(timezone.now())
    assert figure.value == "færre end 5 af 20"


def test_the_next_talk_is_the_one_under_way_or_ahead(kirsten: Person, omar: Person) -> None:
    now = timezone.now()
    make_talk(kirsten, omar, starts_at=now - timedelta(days=3))
    ahead = make_talk(kirsten, omar, starts_at=now + timedelta(days=3))

    assert queries.next_talk(citizen_id=kirsten.pk, at=now) == ahead


def test_deadlines_are_counted_from_the_days_of_talks(kirsten: Person, omar: Person) -> None:
    now = timezone.now()
    for days, state in ((30, TalkState.HELD), (20, TalkState.HELD), (10, TalkState.NOT_HELD)):
        then = now - timedelta(days=days)
        make_talk(kirsten, omar, state=state, starts_at=then, at=then)

    found = dated.known_days(kirsten.pk, at=now)

    today = timezone.localdate(now)
    assert found["first_talk"] == today - timedelta(days=30)
    assert found["talk_missed"] == today - timedelta(days=10)


def test_the_view_of_her_and_its_log_tell_of_talks(kirsten: Person, omar: Person) -> None:
    now = timezone.now()
    make_talk(kirsten, omar, state=TalkState.HELD)
    [log] = [one for one in dossier.logs(Role.ADVISER) if one.code == "talks.talks"]
    showing = dossier.Showing(
        citizen_id=kirsten.pk, staff_id=omar.pk, role=Role.ADVISER, at=now, language="da"
    )

    [line] = log.tell(showing, list(log.ask(showing, timezone.now(), 5)))

    assert line.text == "Jobsamtale: holdt"
    assert line.by == omar.name


def test_a_talk_stands_in_her_week_and_in_the_calendar_of_who_holds_it(
    kirsten: Person, omar: Person
) -> None:
    talk = make_talk(kirsten, omar)
    today = timezone.localdate()
    days: dict[str, Any] = {
        "first": today,
        "after": today + timedelta(days=3),
        "language": "da",
    }

    [hers] = [one for one in diary.between(citizen_id=kirsten.pk, **days) if one.kind == "talk"]
    [his] = diary.between_for_staff(staff_id=omar.pk, **days)

    assert (hers.path, his.citizen_id) == (f"samtaler/{talk.pk}/", kirsten.pk)
    assert "Kirsten" not in his.title


def test_the_first_meeting_she_booked_becomes_a_talk_and_is_marked_with_it(
    kirsten: Person, omar: Person
) -> None:
    now = timezone.now()
    period = Period(now + timedelta(days=3), now + timedelta(days=3, hours=1))
    (slot,) = entrance.open_slots(
        adviser_id=omar.pk, periods=[period], capacity=1, form=Form.PHONE, place="", at=now
    )
    meeting = entrance.book(citizen_id=kirsten.pk, actor_id=kirsten.pk, slot_id=slot.pk, at=now)
    talks = [
        make_talk(
            kirsten, omar, starts_at=slot.starts_at, kind=TalkKind.FIRST, meeting_id=meeting.pk
        )
        for _ in range(2)
    ]
    assert talks[0].pk == talks[1].pk

    later = slot.starts_at + timedelta(minutes=40)
    for state in (TalkState.UNDER_WAY, TalkState.HELD):
        talk = Talk.objects.get(pk=talks[0].pk)
        actions.move_on(talk=talk, state=state, actor_id=omar.pk, at=later)

    meeting.refresh_from_db()
    assert meeting.held_at == later
