# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A rule is written, tried and set to work on pages; she reads why, and can say no to it."""

from html import unescape
from typing import Any

from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.models import NoTrigger, Push, Trigger, TriggerOrder, TriggerState
from jobunivers.rooms.outreach.tests.making import a_rule, offer_on_shelf, out_of_work, sent
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from jobunivers.trust.models import Look

RULES = "/medarbejder/udsendelser/regler/"
SAID = {
    "hvad": "message", "name": "Et halvt år", "out_of_work_months": "6", "title": "Nye veje",
    "words": "Se her.", "because": "Mange får ny luft af det.", "cool_days": "90",
    "per_day": "100", "seen": "0",
}  # fmt: skip


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.status_code
    return " ".join(unescape(answer.content.decode()).split())


def newest(aarhus: Municipality) -> Trigger:
    with working_for(aarhus.pk):
        return Trigger.objects.order_by("-pk")[0]


def test_from_nothing_to_what_she_reads(
    aarhus: Municipality, as_omar: KommuneClient, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        out_of_work(kirsten, days=200)
    as_omar.post(f"{RULES}ny/", SAID | {"key": "k"})
    as_omar.post(f"{RULES}ny/", SAID | {"key": "k"})
    rule = newest(aarhus)
    with working_for(aarhus.pk):
        assert Trigger.objects.count() == 1
    page = f"{RULES}{rule.pk}/"
    shown = text(as_omar.get(page))
    assert "har været ledig i mindst 6 måneder" in shown
    assert "Reglen er ikke prøvet" in shown
    why = {"seen": rule.version, "why": "Udvalget vil det."}
    assert "Prøv reglen, som den står nu" in text(as_omar.post(f"{page}saet-i-gang/", why), 422)

    shown = text(as_omar.post(f"{page}proev/", follow=True))
    assert "1 ville kunne få den i dag" in shown
    with working_for(aarhus.pk):
        assert not Notice.objects.filter(person_id=kirsten.pk).exists()
    assert as_omar.post(f"{page}saet-i-gang/", why | {"why": ""}).status_code == 422
    assert as_omar.post(f"{page}saet-i-gang/", why).status_code == 302
    with working_for(aarhus.pk):
        assert actions.run_triggers(at=timezone.now()) == 1
        push = sent(Push.objects.get())

    hers = f"/fra-kommunen/{push.pk}/"
    read = text(as_kirsten.get(hers))
    assert "Du har søgt arbejde i mindst 6 måneder" in read
    assert "Ingen har set på dig for at vælge dig" in read
    assert "har sendt den til flere" not in read
    as_kirsten.post(f"{hers}regel/")
    assert "Du får ikke mere efter den regel." in text(as_kirsten.get(hers))
    with working_for(aarhus.pk):
        assert NoTrigger.objects.filter(citizen_id=kirsten.pk, trigger_id=rule.pk).exists()
    as_kirsten.post(f"{hers}regel/", {"igen": "1"})
    with working_for(aarhus.pk):
        assert not NoTrigger.objects.exists()


def test_examples_are_logged_and_a_protected_citizen_is_not_among_them(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        for one in (kirsten, mads):
            out_of_work(one, days=200)
        Person.objects.filter(pk=mads.pk).update(protection="cpr")
        rule = a_rule(omar)
    as_omar.post(f"{RULES}{rule.pk}/proev/")
    shown = text(as_omar.get(f"{RULES}{rule.pk}/eksempler/"))
    assert kirsten.name in shown
    assert mads.name not in shown
    with working_for(aarhus.pk):
        assert list(Look.objects.values_list("citizen_id", "part")) == [(kirsten.pk, "list")]


def test_numbers_of_few_are_not_told_by_course(
    aarhus: Municipality, as_bente: KommuneClient, omar: Person, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        out_of_work(kirsten, days=200)
        rule = a_rule(omar)
        actions.test_trigger(trigger_id=rule.pk, by_id=omar.pk, at=timezone.now())
    shown = text(as_bente.get(f"{RULES}{rule.pk}/"))
    assert "Uden forløb: for få til at sige et tal" in shown
    assert "Se eksempler ved navn" not in shown
    assert "Reglen passer på næsten alle" in shown


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_is_kept(
    as_omar: KommuneClient,
) -> None:
    none = text(as_omar.post(f"{RULES}ny/", SAID | {"out_of_work_months": ""}), 422)
    assert "Vælg mindst én betingelse" in none
    both = text(as_omar.post(f"{RULES}ny/", SAID | {"out_of_work_until": "3"}), 422)
    assert "både så længe og så kort" in both
    assert 'value="Nye veje"' in both
    unknown = text(as_omar.post(f"{RULES}ny/", SAID | {"completed_offer": "999999"}), 422)
    assert "Vi kender ikke “999999”" in unknown
    offer = text(as_omar.post(f"{RULES}ny/", SAID | {"hvad": "offer", "tilbud": "999999"}), 422)
    assert "Vi kan ikke finde et tilbud med det nummer" in offer


def test_two_who_edit_at_once_are_told_and_both_texts_are_shown(
    aarhus: Municipality, as_omar: KommuneClient, as_ida: KommuneClient, omar: Person
) -> None:
    with working_for(aarhus.pk):
        rule = a_rule(omar)
    edit = f"{RULES}{rule.pk}/ret/"
    first = SAID | {"seen": rule.version}
    assert as_ida.post(edit, first | {"title": "Idas ord"}).status_code == 302
    shown = text(as_omar.post(edit, first | {"title": "Omars ord"}), 409)
    assert "sender “Idas ord”" in shown
    assert 'value="Omars ord"' in shown
    assert as_omar.get(edit).status_code == 200


def test_a_manager_agrees_pauses_and_the_writer_cannot(
    aarhus: Municipality, as_omar: KommuneClient, as_bente: KommuneClient, omar: Person
) -> None:
    with working_for(aarhus.pk):
        for n in range(101):
            out_of_work(add_person(aarhus, f"Søger {n}", "citizen"), days=200)
        rule = a_rule(omar)
    page = f"{RULES}{rule.pk}/"
    as_omar.post(f"{page}proev/")
    as_omar.post(f"{page}saet-i-gang/", {"seen": rule.version, "why": "Udvalget vil det."})
    assert newest(aarhus).state == TriggerState.DRAFT
    assert "Et halvt år" in text(as_bente.get("/leder/"))
    own = text(as_omar.post(f"{page}godkend/", follow=True))
    assert "Du kan ikke godkende din egen regel" in own
    as_bente.post(f"{page}godkend/")
    assert newest(aarhus).state == TriggerState.LIVE
    as_bente.post(f"{page}pause/")
    assert newest(aarhus).state == TriggerState.PAUSED
    assert "En medarbejder satte den på pause." in text(as_omar.get(page))
    as_omar.post(f"{page}genoptag/")
    assert newest(aarhus).state == TriggerState.LIVE
    as_omar.post(f"{page}afslut/")
    assert newest(aarhus).state == TriggerState.ENDED


def test_answers_are_told_for_each_version(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person
) -> None:
    with working_for(aarhus.pk):
        people = [add_person(aarhus, f"Søger {n}", "citizen") for n in range(10)]
        for one in people:
            out_of_work(one, days=200)
        rule = a_rule(omar, live=True)
        actions.run_triggers(at=timezone.now())
        push = sent(Push.objects.get())
        seen = Notice.objects.filter(key=push.occasion, person_id__in=[p.pk for p in people[:5]])
        seen.update(read_at=timezone.now())
    shown = text(as_omar.get(f"{RULES}{rule.pk}/"))
    assert "Valgt: 10. Har fået den: 10." in shown
    assert "5 har set den" in shown


def test_the_order_of_a_course_is_decided(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person
) -> None:
    with working_for(aarhus.pk):
        first, second = a_rule(omar), a_rule(omar, name="Nummer to")
    said = {"forloeb": "combined", "rest_days": "14"}
    said |= {f"place_{first.pk}": "2", f"place_{second.pk}": "1"}
    assert as_omar.post(f"{RULES}raekkefoelge/", said).status_code == 302
    with working_for(aarhus.pk):
        row = TriggerOrder.objects.get()
        assert (row.course, row.triggers) == ("combined", [second.pk, first.pk])
    bad = said | {f"place_{first.pk}": "x"}
    assert as_omar.post(f"{RULES}raekkefoelge/", bad).status_code == 422
    shown = text(as_omar.get(f"{RULES}raekkefoelge/?forloeb=combined"))
    assert shown.index("Nummer to") < shown.index("Et halvt år")


def test_an_offer_is_pushed_to_hand_picked_people_by_its_address(
    aarhus: Municipality, as_ida: KommuneClient, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        offer = offer_on_shelf()
    as_ida.post("/medarbejder/udsendelser/fra-liste/", {"ids": [kirsten.pk]})
    with working_for(aarhus.pk):
        push = Push.objects.get()
    said = {"hvad": "offer", "because": "Fordi.", "version": push.version}
    said["tilbud"] = f"https://x.dk/aarhus/markedspladsen/{offer.pk}/"
    as_ida.post(f"/medarbejder/udsendelser/{push.pk}/ret/", said)
    shown = text(as_ida.get(f"/medarbejder/udsendelser/{push.pk}/"))
    assert "Eget tilbud" in shown
    assert "1 kan få den" in shown


def test_a_rule_of_another_kommune_does_not_exist(
    aarhus: Municipality, as_lise: KommuneClient, as_jonas: KommuneClient, omar: Person,
    kirsten: Person,
) -> None:  # fmt: skip
    with working_for(aarhus.pk):
        out_of_work(kirsten, days=200)
        rule = a_rule(omar, live=True)
        actions.run_triggers(at=timezone.now())
        push = sent(Push.objects.get())
    for act in ("", "ret/", "eksempler/"):
        assert as_lise.get(f"{RULES}{rule.pk}/{act}").status_code == 404
    for act in ("proev", "saet-i-gang", "godkend", "afvis", "pause", "genoptag", "afslut"):
        assert as_lise.post(f"{RULES}{rule.pk}/{act}/").status_code == 404
    assert as_jonas.post(f"/fra-kommunen/{push.pk}/regel/").status_code == 404
