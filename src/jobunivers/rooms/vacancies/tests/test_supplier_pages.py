# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from collections.abc import Callable

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.vacancies.models import RejectedRecord, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_rejected, make_source, make_vacancy
from jobunivers.testing.browsers import KommuneClient, text_of

Index = Callable[[], None]


def test_an_administrator_sees_the_sources_with_their_counts(
    as_anne: KommuneClient, aarhus: Municipality
) -> None:
    make_vacancy()
    own = make_source(code="egne-job", municipality=aarhus, name="Aarhus' egne job")
    make_rejected(own)

    html = text_of(as_anne.get("/administration/jobkilder/"))

    assert "Opslagstavlen" in html
    assert "Aarhus&#x27; egne job" in html
    assert "Jeres kommune" in html


def test_sources_are_for_those_who_keep_them_running(
    visitor: KommuneClient, as_kirsten: KommuneClient, as_omar: KommuneClient
) -> None:
    source = make_source()
    for address in ("/administration/jobkilder/", f"/administration/jobkilder/{source.pk}/"):
        assert "/log-ind/" in visitor.get(address).url
        assert as_kirsten.get(address).status_code == 403
        assert as_omar.get(address).status_code == 403


def test_another_kommunes_source_does_not_exist(
    as_anne: KommuneClient, odense: Municipality
) -> None:
    source = make_source(code="egne-job", municipality=odense)
    record = make_rejected(source)

    assert as_anne.get(f"/administration/jobkilder/{source.pk}/").status_code == 404
    assert as_anne.get(f"/administration/afviste/{record.pk}/").status_code == 404
    assert as_anne.post(f"/administration/afviste/{record.pk}/lad-ligge/").status_code == 404


def test_the_countrys_rejected_records_are_mended_by_those_who_run_the_platform(
    as_anne: KommuneClient, as_nadia: KommuneClient
) -> None:
    source = make_source()
    record = make_rejected(source)
    address = f"/administration/afviste/{record.pk}/"

    html = text_of(as_anne.get(f"/administration/jobkilder/{source.pk}/"))
    assert "platformens drift" in html
    assert address not in html
    assert as_anne.get(address).status_code == 404
    assert address in text_of(as_nadia.get(f"/administration/jobkilder/{source.pk}/"))
    assert as_nadia.get(address).status_code == 200


def test_a_rejected_record_is_mended_and_taken_in(
    as_anne: KommuneClient, aarhus: Municipality, index: Index
) -> None:
    source = make_source(
        code="egne-job", municipality=aarhus, name="Egne job", record_format="jsonl"
    )
    record = make_rejected(source)
    address = f"/administration/afviste/{record.pk}/"
    page = text_of(as_anne.get(address))
    assert "Opslaget har ingen titel" in page

    broken = as_anne.post(address, {"text": '{"id": "1"'})
    assert broken.status_code == 422
    assert "{&quot;id&quot;: &quot;1&quot;" in text_of(broken)

    mended = {"id": "1", "title": "Havnefoged", "description": "Pas på vores havn."}
    done = as_anne.post(address, {"text": json.dumps(mended)}, follow=True)
    assert "Posten er rettet og taget ind" in text_of(done)
    with working_for(aarhus.pk):
        assert Vacancy.objects.get().title == "Havnefoged"
        assert RejectedRecord.objects.get().mended_at is not None


def test_a_record_let_lie_leaves_the_list_but_is_kept(
    as_anne: KommuneClient, aarhus: Municipality
) -> None:
    source = make_source(code="egne-job", municipality=aarhus)
    record = make_rejected(source)

    after = as_anne.post(f"/administration/afviste/{record.pk}/lad-ligge/", follow=True)

    assert "Der er ingen poster at rette" in text_of(after)
    assert "Posten blev lagt til side" in text_of(
        as_anne.get(f"/administration/afviste/{record.pk}/")
    )
