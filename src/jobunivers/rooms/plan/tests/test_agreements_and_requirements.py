# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements hold when both have said yes; requirements are dated and never edited."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.plan import actions, queries
from jobunivers.rooms.plan.models import (
    Activity,
    ActivityState,
    Agreement,
    AgreementState,
    JobSearchRequirements,
)
from jobunivers.rooms.plan.tests.making import (
    NOON,
    TODAY,
    fix,
    give_reason,
    make_activity,
    proposed_activity,
    proposed_agreement,
    requirements_entry,
    text,
)
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
MINE = "/min-plan/"


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def in_aarhus(kirsten: Person) -> Iterator[None]:
    with working_for(kirsten.municipality_id or 0):
        yield


def theirs(person: Person) -> str:
    return f"/medarbejder/borgere/{person.pk}/plan/"


def kinds_told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person_id=person.pk).values_list("kind", flat=True))


def test_what_staff_propose_holds_when_she_says_yes(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    row = proposed_agreement(kirsten, omar)
    assert kinds_told(kirsten) == ["plan.proposed"]
    assert "Venter på dit ja" in text(as_kirsten, MINE)

    as_kirsten.post(f"{MINE}aftale/{row.pk}/ja/", {"version": "1"})

    row.refresh_from_db()
    assert (row.state, row.staff_id) == (AgreementState.AGREED, omar.pk)
    assert kinds_told(omar) == ["plan.answered"]
    assert "Med Omar Said · Aftalt 23. november 2026" in text(as_kirsten, MINE)


def test_what_she_proposes_holds_when_staff_say_yes(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, omar: Person,
    in_aarhus: None,
) -> None:  # fmt: skip
    as_kirsten.post(f"{MINE}aftale/ny/", {"words": "Jeg får et kursus i truck"})
    row = Agreement.objects.get()
    give_reason(as_omar, kirsten)
    assert "Venter på kommunens ja" in text(as_omar, theirs(kirsten))

    as_omar.post(f"{theirs(kirsten)}aftale/{row.pk}/ja/", {"version": "1"})

    row.refresh_from_db()
    assert (row.state, row.staff_id) == (AgreementState.AGREED, omar.pk)
    assert "plan.agreed" in kinds_told(kirsten)


def test_changing_the_words_asks_for_the_yes_again(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    row = proposed_agreement(kirsten, omar)
    row = actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)

    as_kirsten.post(
        f"{MINE}aftale/{row.pk}/",
        {"words": "Jeg ringer til to lagre", "staff": str(omar.pk), "version": "2"},
    )

    row.refresh_from_db()
    assert (row.state, row.staff_yes_at, row.agreed_at) == (AgreementState.PROPOSED, None, None)
    assert row.waits_for_staff
    history = text(as_kirsten, f"{MINE}historik/")
    assert "“Du ringer til tre lagre” blev til “Jeg ringer til to lagre”" in history


def test_nobody_says_yes_to_words_that_were_changed_meanwhile(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    row = proposed_agreement(kirsten, omar)
    actions.change_agreement(
        agreement=row, version=1, entry=actions.AgreementEntry(words="Du ringer til ti"),
        actor=actions.staff(omar.pk), at=NOON,
    )  # fmt: skip

    as_kirsten.post(f"{MINE}aftale/{row.pk}/ja/", {"version": "1"})

    row.refresh_from_db()
    assert row.state == AgreementState.PROPOSED
    assert "Det er ændret et andet sted imens" in text(as_kirsten, MINE)


def test_two_windows_on_an_agreement_keep_both_texts(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    row = proposed_agreement(kirsten, omar)
    path = f"{MINE}aftale/{row.pk}/"
    as_kirsten.post(path, {"words": "En", "version": "1"})

    second = as_kirsten.post(path, {"words": "To", "version": "1"})

    assert second.status_code == 409
    assert "En" in second.content.decode()
    assert "To" in second.content.decode()


def test_her_own_yes_is_not_the_kommunes(kirsten: Person, omar: Person, in_aarhus: None) -> None:
    row = actions.propose_agreement(
        citizen_id=kirsten.pk, entry=actions.AgreementEntry(words="Jeg ringer"),
        actor=actions.herself(kirsten.pk), at=NOON,
    )  # fmt: skip

    with pytest.raises(actions.NotNow):
        actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=row.pk).update(state=AgreementState.AGREED)


def test_an_agreement_is_kept_or_said_no_to(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    row, other = proposed_agreement(kirsten, omar), proposed_agreement(kirsten, omar, "Andet")
    actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)

    as_kirsten.post(f"{MINE}aftale/{row.pk}/slut/", {"state": "kept"})
    as_kirsten.post(f"{MINE}aftale/{other.pk}/slut/", {"state": "kept"})
    other.refresh_from_db()
    assert other.state == AgreementState.PROPOSED, "what nobody agreed to cannot be kept"
    as_kirsten.post(f"{MINE}aftale/{other.pk}/slut/", {"state": "ended"})

    assert "Du ringer til tre lagre" in text(as_kirsten, f"{MINE}gjort/")
    assert "Andet" in text(as_kirsten, f"{MINE}lagt-vaek/")


def test_she_is_reminded_once_two_days_before(
    kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    row = proposed_agreement(kirsten, omar, due_on=TODAY + timedelta(days=2))
    assert actions.remind_of_agreements(at=NOON) == 0, "nothing is agreed yet"
    actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)

    assert actions.remind_of_agreements(at=NOON) == 1
    assert actions.remind_of_agreements(at=NOON + timedelta(hours=20)) == 0


def test_a_day_that_has_passed_is_not_agreed(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post(f"{MINE}aftale/ny/", {"words": "Ring", "due_on": "2026-11-20"})

    assert answer.status_code == 422
    assert "Den dag er gået" in answer.content.decode()


def test_staff_need_a_reason_and_leave_a_look(
    as_omar: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    make_activity(kirsten, "Ring til Bo", note="Kun til mig selv")
    path = theirs(kirsten)
    assert as_omar.get(path).status_code == 302
    give_reason(as_omar, kirsten)

    page = text(as_omar, path)

    assert "Ring til Bo" in page
    assert "Kun til mig selv" not in page, "her notes are shown to nobody else"
    assert set(Look.objects.values_list("part", flat=True)) == {"plan"}


def test_staff_propose_and_she_decides(
    as_omar: KommuneClient, as_kirsten: KommuneClient, kirsten: Person, omar: Person,
    in_aarhus: None,
) -> None:  # fmt: skip
    give_reason(as_omar, kirsten)
    as_omar.post(
        f"{theirs(kirsten)}foreslaa/",
        {"title": "Truckkursus", "kind": "course", "why": "Mange job kræver det."},
    )
    row = Activity.objects.get()
    assert row.state == "suggested"
    assert kinds_told(kirsten) == ["plan.proposed"]

    as_kirsten.post(f"{MINE}aktivitet/{row.pk}/tilstand/", {"state": "planned"})

    row.refresh_from_db()
    assert (row.state, row.made_by_id) == ("planned", omar.pk)
    assert kinds_told(omar) == ["plan.answered"]


@pytest.mark.parametrize(
    "path", ["", "foreslaa/", "aftale/ny/", "krav/", "krav/ny/", "aftale/1/", "aftale/1/ja/"]
)
def test_another_kommunes_staff_find_nobody(
    as_lise: KommuneClient, kirsten: Person, path: str
) -> None:
    act = as_lise.post if path.endswith("ja/") else as_lise.get
    assert act(f"{theirs(kirsten)}{path}").status_code == 404


def test_an_agreement_is_reached_through_its_own_citizen_only(
    as_omar: KommuneClient, kirsten: Person, mads: Person, omar: Person, in_aarhus: None
) -> None:
    row = proposed_agreement(kirsten, omar)
    give_reason(as_omar, mads)

    assert as_omar.get(f"{theirs(mads)}aftale/{row.pk}/").status_code == 404


def test_requirements_have_five_contents_dates_and_a_name(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    give_reason(as_omar, kirsten)
    form = {
        "purpose": "Arbejde hurtigst muligt", "fields_of_work": "Lager", "area": "Østjylland",
        "volume": "To job om ugen", "uploads": "1", "every": "week", "places": "Jobnet",
        "from_on": "2026-11-23", "fixed_at": "fund", "why": "Der er job", "seen": "",
    }  # fmt: skip

    answer = as_omar.post(f"{theirs(kirsten)}krav/ny/", form)

    assert answer.status_code == 302
    page = text(as_kirsten, f"{MINE}krav/")
    for said in ("Arbejde hurtigst muligt", "Lager", "Østjylland", "To job om ugen", "Jobnet"):
        assert said in page
    assert "1 ansøgning skal lægges op i joblog om ugen." in page
    assert "Gælder fra 23. november 2026. Fastlagt af a-kassen, skrevet af Omar Said." in page
    assert "§ 14" in page
    assert kinds_told(kirsten) == ["plan.requirements"]


@pytest.mark.parametrize("left_out", ["purpose", "fields_of_work", "area", "volume", "places"])
def test_no_content_the_law_asks_for_may_be_left_out(
    as_omar: KommuneClient, kirsten: Person, in_aarhus: None, left_out: str
) -> None:
    give_reason(as_omar, kirsten)
    form = {
        "purpose": "a", "fields_of_work": "b", "area": "c", "volume": "d", "uploads": "1",
        "every": "week", "places": "e", "from_on": "2026-11-23", "fixed_at": "fund", "why": "f",
    }  # fmt: skip

    answer = as_omar.post(f"{theirs(kirsten)}krav/ny/", form | {left_out: " "})

    assert answer.status_code == 422
    assert "Loven siger, at det skal med" in answer.content.decode()


def test_a_new_version_ends_the_old_and_the_old_stands_as_it_was(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    old = fix(kirsten, omar, fields="Lager")
    new = fix(
        kirsten, omar, seen_id=old.pk, fields="Køkken", from_on=TODAY + timedelta(days=7),
    )  # fmt: skip

    old.refresh_from_db()
    assert (old.fields, old.until_on) == ("Lager", TODAY + timedelta(days=7))
    now, later = TODAY, TODAY + timedelta(days=7)
    assert queries.in_effect(citizen_id=kirsten.pk, on=now) == old
    assert queries.in_effect(citizen_id=kirsten.pk, on=later) == new
    page = text(as_kirsten, f"{MINE}krav/")
    assert "Kommer til at gælde fra 30. november 2026" in page
    assert "Det gælder nu" in page


def test_requirements_are_not_fixed_over_somebody_elses_unread(
    as_omar: KommuneClient, kirsten: Person, omar: Person, tove: Person, in_aarhus: None
) -> None:
    give_reason(as_omar, kirsten)
    fix(kirsten, tove, fields="Toves fag")
    entry = requirements_entry(fields="Omars fag")
    form = {
        "purpose": entry.purpose, "fields_of_work": entry.fields, "area": entry.area,
        "volume": entry.volume, "uploads": "2", "every": "week", "places": entry.places,
        "from_on": "2026-11-23", "fixed_at": "fund", "why": "Derfor", "seen": "",
    }  # fmt: skip

    answer = as_omar.post(f"{theirs(kirsten)}krav/ny/", form)

    assert answer.status_code == 409
    assert "Toves fag" in answer.content.decode()
    assert "Omars fag" in answer.content.decode()
    assert JobSearchRequirements.objects.count() == 1


def test_requirements_do_not_reach_back_before_those_that_hold(
    kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    old = fix(kirsten, omar)

    with pytest.raises(actions.TooEarly):
        fix(kirsten, omar, seen_id=old.pk, from_on=TODAY - timedelta(days=1))
    old.refresh_from_db()
    assert old.until_on is None


def test_until_they_are_fixed_the_page_says_by_when(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    journey.begin_spell(
        citizen_id=kirsten.pk, began_on=TODAY, told_by=journey.Teller.CITIZEN, at=NOON
    )

    assert "senest 7. december 2026" in text(as_kirsten, MINE)


def test_a_proposal_that_was_answered_is_told_no_more(
    kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    from jobunivers.foundation.notices.register import type_of

    row = proposed_activity(kirsten, omar)
    notice, kind = Notice.objects.get(kind="plan.proposed"), type_of("plan.proposed")
    assert kind is not None
    assert kind.relevant(notice, NOON)

    actions.set_state(
        activity=row, state=ActivityState.PLANNED, actor=actions.herself(kirsten.pk),
        at=NOON,
    )  # fmt: skip

    assert not kind.relevant(notice, NOON)
