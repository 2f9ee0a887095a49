# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The house rules that a linter cannot express."""

import grimp
import pytest
from django.apps import apps
from django.db import connection, models

from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel

DOORS = {"actions", "queries"}
# What the wiring above the rooms may also touch.
WIRING = {"urls", "apps"}

# Rows that are the same for the whole country and say nothing of any person.
SHARED = {
    "audit.ChainStanding",  # numbers and times of one kommune's chain, of no person
    "audit.Mark",
    "agreements.Agreement",  # between kommuner and a firm: read by all its parties
    "agreements.AgreementTerms",
    "agreements.Amendment",  # other terms of an agreement, likewise
    "agreements.AmendmentYes",
    "agreements.Bill",
    "agreements.MonthCount",  # numbers of one kommune, of no person
    "agreements.Party",
    "agreements.PriceList",  # what a firm asks; those who buy read it in every kommune
    "agreements.PriceRequest",  # what it asks for in an agreement, likewise
    "agreements.Statement",  # what a firm is told: sums
    "crypto.KnownKey",  # which keys there are, of no person
    "evidence.DeliveryTally",  # so many statements by day, of no person
    "evidence.EvidenceKey",  # a vendor's key; no person is in it
    "evidence.RefusalTally",
    "launching.LtiLink",  # which offers a vendor's tool opens
    "launching.LtiTool",  # likewise a vendor's program
    "launching.OidcClient",  # a vendor's programs; no person is in it
    "law.LawCitation",
    "law.LawDocument",
    "law.LawImport",
    "law.LawWord",
    "law.Provision",
    "law.RegisterApproval",
    "law.RegisterText",
    "library.BoardMember",  # staff who decide for all kommuner, read by all
    "library.BoardRules",
    "library.Proposal",  # of shared content; no citizen is in it
    "library.Vote",
    "identity.Session",  # found by a key nobody can guess; its person lies behind the locks
    "marketplace.Cluster",
    "marketplace.ClusterMember",
    "marketplace.OfferTally",  # numbers of one kommune, of no person
    "marketplace.Vendor",
    "notices.Beat",
    "tenancy.Municipality",
    "tailored.Artefact",
    "tailored.DemandFigures",
    "tailored.Night",
    "tailored.Pressure",
    "vacancies.Band",
    "vacancies.Employer",
    "vendors.Gate",  # what a firm answers of its solution; every kommune that shows it may read it
    "vendors.GateFile",
    "vendors.GroundFall",
    "vendors.CvrAnswer",  # what the register of firms says of a number
    "vendors.KommuneMonth",  # numbers of one kommune, of no person
    "vendors.Leaving",
    "vendors.PublishedMonth",  # sums of ten people or more
    "vendors.SaidWords",  # words an editor lets everybody read; nobody's name
    "vendors.SignUp",  # firms that ask to come in
    "vendors.SolutionDecision",
    "vendors.SolutionMessage",  # between a firm and who runs the platform
    "vendors.ThreadSeen",
    "vendors.MailKey",  # what lets people of firms in by mail, once
    "vendors.VendorMember",  # people of firms; no citizen
    "webhooks.Attempt",  # how messages to a vendor went; of whom they are lies behind the locks
    "webhooks.Delivery",
    "webhooks.Endpoint",  # where a vendor is told
    "retention.Term",  # how rows go, drawn by the owner; no person is in it
    "retention.Way",
    "taxonomy.*",
    "places.*",
    "trust.ModelFigure",  # measured on answer sheets and simulated people
}


def ours() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("jobunivers.")]


def test_rooms_enter_each_other_through_the_door() -> None:
    graph = grimp.build_graph("jobunivers", exclude_type_checking_imports=True, cache_dir=None)
    trespassing = []
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            parts = imported.split(".")
            if parts[:2] != ["jobunivers", "rooms"] or len(parts) < 3:
                continue
            same_room = importer.split(".")[:3] == parts[:3]
            in_tests = "tests" in importer.split(".")
            door = len(parts) >= 4 and parts[3] in DOORS | WIRING
            if not (same_room or in_tests or door):
                trespassing.append(f"{importer} -> {imported}")
    assert trespassing == []


def test_no_page_reads_the_log_of_events() -> None:
    graph = grimp.build_graph("jobunivers", exclude_type_checking_imports=True, cache_dir=None)
    log = {"jobunivers.foundation.events.models", "jobunivers.foundation.events.queries"}
    readers = {
        importer
        for module in log
        for importer in graph.find_modules_that_directly_import(module)
        if not importer.startswith("jobunivers.foundation.events.")
        and "tests" not in importer.split(".")
    }
    # What the worker alone calls: days of activity are counted from the log, in segmentation.
    # An officer's extract of the log is of the log itself, for a file and never for a page. Her
    # page of who changed which rule is of the log itself too: it shows what the chain holds.
    workers = {
        "jobunivers.rooms.segmentation.actions.gathering",
        "jobunivers.rooms.audit.queries.changes",
        "jobunivers.rooms.audit.queries.exporting",
    }
    assert {one for one in readers - workers if one.split(".")[-1] != "tasks"} == set()


def test_every_model_says_whose_it_is() -> None:
    homeless = [
        m._meta.label
        for m in ours()
        if not issubclass(m, TenantModel | SharedOrOwnModel)
        and m._meta.label not in SHARED
        and f"{m._meta.app_label}.*" not in SHARED
    ]
    assert homeless == []


def test_every_tenant_model_keeps_its_careful_manager() -> None:
    careless = [
        m._meta.label
        for m in ours()
        if issubclass(m, TenantModel | SharedOrOwnModel) and m._meta.base_manager_name != "objects"
    ]
    assert careless == []


@pytest.mark.django_db
def test_every_tenant_table_is_locked_in_postgresql() -> None:
    wanted = {m._meta.db_table for m in ours() if issubclass(m, TenantModel | SharedOrOwnModel)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        locked = {name for (name,) in cursor.fetchall()}
    assert wanted - locked == set()


@pytest.mark.django_db
def test_the_app_role_is_neither_superuser_nor_free_of_row_level_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles"
            " WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class c WHERE c.relkind IN ('r', 'p')"
            " AND pg_get_userbyid(c.relowner) = current_user"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
