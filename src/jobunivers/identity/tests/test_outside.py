# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citizens and staff log in at a provider over a real socket, and are let in, or not, and why."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import entering, providers
from jobunivers.identity.actions import SESSION_TOKEN
from jobunivers.identity.models import OutsideLogin, Person, Role, Session
from jobunivers.integrations.oidc.configured import Provider
from jobunivers.integrations.oidc.fake import CLIENT, PEOPLE, SECRET, FakePerson, FakeProvider
from jobunivers.integrations.oidc.proving import NotProven
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
FRIDA, SVEND = PEOPLE
HERS = "/aarhus/hvem-har-set/"
MITID, OWN = "/log-ind/med/mitid/", "/log-ind/med/medarbejder/"
HIGH = "https://data.gov.dk/concept/core/nsis/loa/High"
LOW = "https://data.gov.dk/concept/core/nsis/loa/Low"
SUBSTANTIAL = "https://data.gov.dk/concept/core/nsis/loa/Substantial"


@pytest.fixture
def mitid(settings: Any, aarhus: Municipality, odense: Municipality) -> Iterator[FakeProvider]:
    with FakeProvider() as fake:
        settings.LOGINS = (
            login(fake, code="mitid", people="citizens"),
            login(fake, code="mitid", people="citizens", kommune=odense.code),
        )
        yield fake


@pytest.fixture
def own(settings: Any, mitid: FakeProvider) -> Iterator[FakeProvider]:
    roles = {"leder": "manager", "raadgiver": "adviser", "admin": "administrator"}
    with FakeProvider() as fake:
        mine = login(
            fake, code="medarbejder", people="staff", roles=roles, levels={"administrator": "high"}
        )
        settings.LOGINS = (*settings.LOGINS, mine)
        yield fake


def login(fake: FakeProvider, **told: Any) -> Provider:
    given: dict[str, Any] = {
        "kommune": "0751", "name_da": "MitID", "name_en": "MitID",
        "issuer": fake.issuer, "client_id": CLIENT, "client_secret": SECRET,
    }  # fmt: skip
    return Provider(**(given | told))


def there(answer: Any) -> str:
    assert answer.status_code == 200, answer.content.decode()
    return str(answer["Refresh"]).split("url=", 1)[1]


def come_in(
    browser: KommuneClient,
    fake: FakeProvider,
    *,
    way: str = MITID,
    subject: str = FRIDA.subject,
    next_: str = HERS,
    level: str = "",
) -> Any:
    """Return the answer to a browser that has been at the provider and comes back."""
    begun = browser.post(way, {"next": next_, "niveau": level})
    return browser.get(fake.agreed(there(begun), subject).removeprefix("http://testserver"))


def person_of(kommune: Municipality, subject: str) -> Person:
    with working_for(kommune.pk):
        return Person.objects.get(pk=OutsideLogin.objects.get(subject=subject).person_id)


def test_a_citizen_logs_in_is_added_once_and_comes_to_where_she_wanted(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider
) -> None:
    assert "Log ind med MitID" in visitor.get("/log-ind/").content.decode()

    answer = come_in(visitor, mitid)

    assert (answer.status_code, answer["Location"]) == (302, HERS)
    assert visitor.get(HERS).status_code == 200
    frida = person_of(aarhus, FRIDA.subject)
    assert (frida.name, frida.role, str(frida.born_on)) == ("Frida Falsk", "citizen", "1990-02-03")
    come_in(KommuneClient(aarhus.slug), mitid)
    with working_for(aarhus.pk):
        assert OutsideLogin.objects.count() == 1
        assert Event.objects.filter(kind="identity.logged_in").count() == 2


def test_the_same_subject_of_another_provider_is_somebody_else(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider, settings: Any
) -> None:
    come_in(visitor, mitid)
    frida = person_of(aarhus, FRIDA.subject)
    with FakeProvider([FakePerson(FRIDA.subject, "Frida Fremmed")]) as other:
        settings.LOGINS = (*settings.LOGINS, login(other, code="andet", people="citizens"))
        come_in(KommuneClient(aarhus.slug), other, way="/log-ind/med/andet/")
        with working_for(aarhus.pk):
            stranger = OutsideLogin.objects.get(issuer=other.issuer)
        assert stranger.person_id != frida.pk


def test_a_kommune_knows_nothing_of_anothers_logins(
    visitor: KommuneClient, aarhus: Municipality, odense: Municipality, mitid: FakeProvider
) -> None:
    come_in(visitor, mitid)
    come_in(KommuneClient(odense.slug), mitid, next_="/odense/hvem-har-set/")
    assert person_of(odense, FRIDA.subject).pk != person_of(aarhus, FRIDA.subject).pk
    assert KommuneClient(odense.slug).post("/log-ind/med/medarbejder/").status_code == 404


def test_staff_are_what_their_login_says_and_become_what_it_says_later(
    visitor: KommuneClient, aarhus: Municipality, own: FakeProvider
) -> None:
    come_in(visitor, own, way=OWN, subject=SVEND.subject)
    svend = person_of(aarhus, SVEND.subject)
    assert svend.role == Role.ADVISER
    own.people[SVEND.subject] = FakePerson(
        SVEND.subject, "Svend Leder", claims={"roles": ["raadgiver", "leder"]}
    )

    come_in(KommuneClient(aarhus.slug), own, way=OWN, subject=SVEND.subject)

    svend = person_of(aarhus, SVEND.subject)
    assert (svend.role, svend.name) == (Role.MANAGER, "Svend Leder")
    assert visitor.get(HERS).status_code == 302, "what was opened as another role is over"
    with working_for(aarhus.pk):
        assert Event.objects.get(kind="identity.role_changed").data["before"] == "adviser"


@pytest.mark.parametrize(
    ("roles", "acr", "says"),
    [
        ([], SUBSTANTIAL, "hvad du arbejder med her"),
        (["andet"], SUBSTANTIAL, "hvad du arbejder med her"),
        (["admin"], SUBSTANTIAL, "ikke sikkert nok"),
        (["raadgiver"], LOW, "ikke sikkert nok"),
    ],
)
def test_who_has_no_role_or_too_weak_a_login_is_not_let_in(
    visitor: KommuneClient,
    own: FakeProvider,
    caplog: pytest.LogCaptureFixture,
    roles: list[str],
    acr: str,
    says: str,
) -> None:
    own.people["x"] = FakePerson("x", "Xenia", acr=acr, claims={"roles": roles})
    answer = come_in(visitor, own, way=OWN, subject="x")
    assert answer.status_code in {400, 403}
    assert says in answer.content.decode()
    assert not Session.objects.exclude(person=None).exists()
    [told] = [one for one in caplog.records if one.getMessage() == "login refused"]
    assert (told.kommune, told.provider) == ("0751", OWN.split("/")[-2])  # type: ignore[attr-defined]
    assert "Xenia" not in str(vars(told)), "who tried is not known"


def test_an_administrator_is_let_in_at_the_level_her_role_needs(
    visitor: KommuneClient, aarhus: Municipality, own: FakeProvider
) -> None:
    own.people["a"] = FakePerson("a", "Ane", acr=HIGH, claims={"roles": ["admin"]})
    come_in(visitor, own, way=OWN, subject="a", level="high")
    assert person_of(aarhus, "a").role == Role.ADMINISTRATOR
    assert own.asked[-1]["acr_values"] == HIGH
    assert visitor.get("/administration/logins/").status_code == 200


def test_a_login_of_staff_lets_no_citizen_in_and_the_other_way_round(
    aarhus: Municipality, own: FakeProvider, kirsten: Person, omar: Person, settings: Any
) -> None:
    mitid = settings.LOGINS[0]
    with working_for(aarhus.pk):
        for one, issuer in ((kirsten, own.issuer), (omar, mitid.issuer)):
            entering.link(person_id=one.pk, issuer=issuer, subject=str(one.pk), at=timezone.now())
    own.people[str(kirsten.pk)] = FakePerson(
        str(kirsten.pk), "Kirsten", claims={"roles": ["admin"]}, acr=HIGH
    )
    answer = come_in(KommuneClient(aarhus.slug), own, way=OWN, subject=str(kirsten.pk))
    assert answer.status_code == 403
    assert "til andre end dig" in answer.content.decode()


def test_who_is_let_go_is_not_let_in_again(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider
) -> None:
    come_in(visitor, mitid)
    with working_for(aarhus.pk):
        Person.objects.filter(pk=person_of(aarhus, FRIDA.subject).pk).update(is_active=False)
    answer = come_in(KommuneClient(aarhus.slug), mitid)
    assert "Du har ikke adgang mere" in answer.content.decode()


def test_an_answer_counts_once_in_one_browser_for_a_quarter_of_an_hour(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider
) -> None:
    back = mitid.agreed(there(visitor.post(MITID)), FRIDA.subject)
    path = back.removeprefix("http://testserver")
    thief = KommuneClient(aarhus.slug)
    assert thief.get(path).status_code == 400, "another browser has not asked"
    assert visitor.get(path).status_code == 302
    assert visitor.get(path).status_code == 400, "it was taken"
    late = mitid.agreed(there(visitor.post(MITID)), FRIDA.subject)
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert visitor.get(late.removeprefix("http://testserver")).status_code == 400


def test_what_a_provider_has_signed_counts_once_whoever_brings_it(
    aarhus: Municipality,
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        entering.spend(digest="d" * 64, ends_at=now + timedelta(minutes=5), at=now)
        with pytest.raises(NotProven, match="again"):
            entering.spend(digest="d" * 64, ends_at=now + timedelta(minutes=5), at=now)
        entering.spend(
            digest="d" * 64, ends_at=now + timedelta(days=1), at=now + timedelta(minutes=6)
        )


def test_who_gives_up_or_meets_a_silent_provider_is_told_so(
    visitor: KommuneClient, mitid: FakeProvider
) -> None:
    no = mitid.said_no(there(visitor.post(MITID)))
    answer = visitor.get(no.removeprefix("http://testserver"))
    assert answer.status_code == 403
    assert "Det er helt i orden" in answer.content.decode()
    providers._clients.clear()
    mitid.silent = True
    answer = visitor.post(MITID)
    assert answer.status_code == 503
    assert "svarer ikke lige nu" in answer.content.decode()


def test_logging_out_leads_to_the_providers_own_logout(
    visitor: KommuneClient, mitid: FakeProvider
) -> None:
    come_in(visitor, mitid)
    assert "eyJ" not in str(visitor.session[SESSION_TOKEN]), "the token lies encrypted"

    out = visitor.post("/log-ud/")

    assert there(out).startswith(f"{mitid.issuer}/logout?")
    assert "id_token_hint=eyJ" in there(out)
    assert visitor.get(HERS).status_code == 302


@pytest.mark.parametrize("by", ["sid", "subject"])
def test_a_session_that_ends_at_the_provider_ends_here(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider, by: str
) -> None:
    come_in(visitor, mitid)
    sid = Session.objects.get(issuer=mitid.issuer).sid
    told = {"sid": sid} if by == "sid" else {"subject": FRIDA.subject}
    token = mitid.logout_token(**told)
    behind = KommuneClient(aarhus.slug, enforce_csrf_checks=True)
    answer = behind.post("/log-ind/med/mitid/slut/", {"logout_token": token})
    assert (answer.status_code, answer.content) == (200, b"")
    assert "no-store" in answer["Cache-Control"]
    assert visitor.get(HERS).status_code == 302
    assert behind.post("/log-ind/med/mitid/slut/", {"logout_token": token}).status_code == 400


def test_a_logout_token_of_another_kommunes_ends_nothing(
    visitor: KommuneClient, odense: Municipality, mitid: FakeProvider
) -> None:
    come_in(visitor, mitid)
    sid = Session.objects.get(issuer=mitid.issuer).sid
    there_too = KommuneClient(odense.slug)
    told = {"logout_token": mitid.logout_token(sid=sid)}
    assert there_too.post("/log-ind/med/mitid/slut/", told).status_code == 200
    assert there_too.post("/log-ind/med/mitid/slut/", {"logout_token": "x.y.z"}).status_code == 400
    assert visitor.get(HERS).status_code == 200


def test_the_providers_page_ends_a_session_by_its_number_alone(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider
) -> None:
    come_in(visitor, mitid)
    sid = Session.objects.get(issuer=mitid.issuer).sid
    frame = KommuneClient(aarhus.slug)  # no cookie goes with a frame of another site
    for wrong in ({"iss": "https://x.example", "sid": sid}, {"iss": mitid.issuer, "sid": ""}):
        assert frame.get("/log-ind/med/mitid/slut/", wrong).status_code == 200
        assert visitor.get(HERS).status_code == 200
    frame.get("/log-ind/med/mitid/slut/", {"iss": mitid.issuer, "sid": sid})
    assert visitor.get(HERS).status_code == 302


def test_a_file_that_gives_roles_nobody_has_is_refused_at_the_start(
    own: FakeProvider, settings: Any
) -> None:
    providers.refuse_unknown_roles()
    for roles in ({"a": "boss"}, {"a": "citizen"}, {"a": "vendor"}):
        settings.LOGINS = (login(own, code="x", people="staff", roles=roles),)
        with pytest.raises(ImproperlyConfigured, match="gives the role"):
            providers.refuse_unknown_roles()


def test_somebody_who_is_here_already_is_linked_once(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider, kirsten: Person
) -> None:
    told = ("link_login", aarhus.code, "mitid", FRIDA.subject, str(kirsten.uuid))
    call_command(*told, stdout=StringIO())

    come_in(visitor, mitid)

    assert person_of(aarhus, FRIDA.subject).pk == kirsten.pk
    with transaction.atomic(), pytest.raises(CommandError, match="already"):
        call_command(*told)
    for wrong, says in ((2, "no such login"), (4, "nobody of that uuid")):
        other = [*told]
        other[wrong] = str(uuid4())
        with pytest.raises(CommandError, match=says):
            call_command(*other)
