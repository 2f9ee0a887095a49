# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - a table is read across
"""Every address, for every kind of person, in the own kommune and in another: who gets what.

A new address fails here until it has a line in the table.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from jobunivers.foundation.notices.tests.making import notice_objects
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Assurance, Person, Persona
from jobunivers.identity.tests.making import login_objects, protected_objects
from jobunivers.rooms.agreements.tests.making import address_objects as agreement_objects
from jobunivers.rooms.audit.tests.making import address_objects as audit_objects
from jobunivers.rooms.availability.tests.making import address_objects as availability_objects
from jobunivers.rooms.casework.actions import filters as casework_filters
from jobunivers.rooms.casework.tests.making import address_objects as attention_objects
from jobunivers.rooms.decisions.tests.making import address_objects as decided_objects
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.entrance.models import Form, Telling
from jobunivers.rooms.entrance.tests.making import make_video_item
from jobunivers.rooms.evidence.tests.making import address_objects as evidence_objects
from jobunivers.rooms.followup.tests.making import address_objects as followed_objects
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Competence, EducationLevel, Wish
from jobunivers.rooms.launching.tests.making import address_objects as launch_objects
from jobunivers.rooms.law.tests.making import address_objects as law_objects
from jobunivers.rooms.library.tests.making import address_objects as library_objects
from jobunivers.rooms.marketplace.tests.catalogue import address_objects as market_objects
from jobunivers.rooms.marketplace.tests.making_shelves import shelf_objects
from jobunivers.rooms.mydata.tests.making import address_objects as mydata_objects
from jobunivers.rooms.outreach.tests.making import a_rule, gone_out
from jobunivers.rooms.plan.tests.making import address_objects as plan_objects
from jobunivers.rooms.retention.tests.making import address_objects as kept_objects
from jobunivers.rooms.segmentation.tests.page_making import address_objects
from jobunivers.rooms.tailored.models import Signal
from jobunivers.rooms.tailored.tests.making import make_run
from jobunivers.rooms.talks.tests.making import address_objects as talk_objects
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.queries.following import theme_target
from jobunivers.rooms.vacancies.tests.factories import (
    make_document,
    make_interview,
    make_proposal,
    make_rejected,
    make_source,
    make_vacancy,
)
from jobunivers.rooms.vendors.tests.making import address_objects as vendor_objects
from jobunivers.rooms.vendors.tests.portal_making import firm_objects
from jobunivers.rooms.webhooks.tests.making import address_objects as webhook_objects
from jobunivers.rooms.week.tests.making import address_objects as week_objects
from jobunivers.science.calendars import Period
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


class Line(NamedTuple):
    """One address: how it is asked, about whose object, and what each person gets.

    `olga`: what the officer of data protection gets, where it is not what all other staff get
    nor, where staff differ, 403.
    """

    answers: str
    about: str = ""
    method: str = "GET"
    olga: str = ""


def post(answers: str, about: str = "") -> Line:
    """Return a line for an address that only takes what is sent to it."""
    return Line(answers, about, "POST")


def officers(about: str = "", olga: str = "200") -> Line:
    """Return a line for a page of the officer of data protection alone."""
    return Line(FIRMS, about, olga=olga)


def officers_post(about: str = "", olga: str = "302") -> Line:
    """Return a line for what she alone may send to."""
    return Line(FIRMS, about, "POST", olga)


# Kirsten is whom objects belong to; Mads is another citizen, Omar adviser, Ida assistant, Tove
# consultant, Bente manager, Eva editor and Anne administrator, all of Aarhus. Nadia runs the
# platform and Jonas is a citizen of Odense: both ask at their own kommune's address for what
# belongs to Aarhus.
WHO = [
    "visitor",
    "kirsten",
    "mads",
    "omar",
    "ida",
    "tove",
    "bente",
    "eva",
    "anne",
    "nadia",
    "jonas",
]
# fmt: off
#                   visitor kirsten mads omar ida  tove bente eva  anne nadia jonas
ALL =              "200     200     200  200  200  200  200   200  200  200   200"
ALL_ONWARDS =      "302     302     302  302  302  302  302   302  302  302   302"
ONLY_AARHUS =      "200     200     200  200  200  200  200   200  200  404   404"
LOGGED_IN =        "login   200     200  200  200  200  200   200  200  200   200"
LOGGED_IN_ONWARDS = "login  302     302  302  302  302  302   302  302  302   302"
HERS_ALONE =       "login   200     404  404  404  404  404   404  404  404   404"
HERS_ALONE_ONWARDS = "login 302     404  404  404  404  404   404  404  404   404"
READERS =          "login   200     200  200  200  200  200   200  200  403   200"
CITIZENS =         "login   200     200  403  403  403  403   403  403  403   200"
CITIZENS_ONWARDS = "login   302     302  403  403  403  403   403  403  403   302"
IN_AARHUS =        "login   302     302  403  403  403  403   403  403  403   404"
HERS =             "login   200     404  403  403  403  403   403  403  403   404"
HERS_ONWARDS =     "login   302     404  403  403  403  403   403  403  403   404"
ADVISERS =         "login   403     403  200  200  200  403   403  403  403   403"
SUPPLIERS =        "login   403     403  403  403  403  403   403  200  200   403"
EDITORS =          "login   403     403  403  403  403  403   200  200  403   403"
MANAGERS =         "login   403     403  403  403  403  200   403  403  403   403"
PLANNERS =         "login   403     403  403  403  403  200   403  200  403   403"
ADMIN =            "login   403     403  403  403  403  403   403  200  403   403"
ADMIN_UNSAID =     "login   403     403  403  403  403  403   403  422  403   403"
ADMIN_ONWARDS =    "login   403     403  403  403  403  403   403  302  403   403"
GUIDED =           "login   403     403  200  200  200  200   403  403  403   403"
ASKED_WHY =        "login   403     403  302  302  302  403   403  403  403   403"
CARD_WRITERS =     "login   403     403  200  403  200  403   200  200  403   403"
CARD_ONWARDS =     "login   403     403  302  403  302  403   302  302  403   403"
SHELVERS =         "login   403     403  403  403  403  403   200  200  200   403"
OWN_SHELF =        "login   403     403  403  403  403  403   200  200  404   403"
OWN_SHELF_ONWARDS = "login   403     403  403  403  403  403   302  302  404   403"
EDITORS_ONWARDS =  "login   403     403  403  403  403  403   302  302  403   403"
NATIONAL =         "login   403     403  403  403  403  403   403  403  200   403"
FIRMS =            "login   403     403  403  403  403  403   403  403  403   403"
WRITERS =          "login   403     403  403  403  403  403   200  200  200   403"
OWN_WRITERS =      "login   403     403  403  403  403  403   200  200  404   403"

TABLE: dict[str, Line] = {
    # front
    "":                                       Line(ALL),
    "sundhed":                                Line("503     503     503  503  503  503  503   503  503  503   503"),
    "sprog/":                                 post(ALL_ONWARDS),
    "om/":                                    Line(ALL),
    "tilgaengelighed/":                       Line(ALL),
    "persondata/":                            Line(ALL),
    "kontakt/":                               Line(ALL),
    "beskeder/":                              Line(LOGGED_IN),
    "beskeder/laest/":                        post("login   302     302  302  302  302  302   302  302  302   302"),
    "administration/beskeder/":               Line("login   403     403  403  403  403  403   403  200  403   403"),
    "administration/udseende/":               Line("login   403     403  403  403  403  403   200  200  403   403"),
    "administration/kommuner/":               Line(NATIONAL),
    "administration/kommuner/<str:code>/":    Line(NATIONAL, "code"),
    "logo/<str:version>":                     Line(ONLY_AARHUS, "version"),
    # identity
    "log-ind/":                               Line(ALL),
    "log-ind/<int:pk>/":                      post("302     302     302  302  302  302  302   302  302  404   404",
                                                   "persona"),
    # No kommune has a login of its own here: identity/tests/test_outside.py has.
    "log-ind/med/<slug:code>/":               post("404     404     404  404  404  404  404   404  404  404   404", "outside"),
    "log-ind/med/<slug:code>/tilbage/":       Line("404     404     404  404  404  404  404   404  404  404   404", "outside"),
    "log-ind/med/<slug:code>/slut/":          Line("404     404     404  404  404  404  404   404  404  404   404", "outside"),
    "log-ind/igen/":                          post("login   404     404  404  404  404  404   404  404  404   404"),
    "log-ind/igen/videre/":                   Line(LOGGED_IN_ONWARDS),
    "log-ud/":                                post(ALL_ONWARDS),
    "mit-login/":                             Line(LOGGED_IN),
    "mit-login/andre/afslut/":                post("login   302     302  302  302  302  302   302  302  302   302"),
    "mit-login/<uuid:handle>/afslut/":        post("login   302     404  404  404  404  404   404  404  404   404",
                                                   "login"),
    "administration/logins/":                 Line(ADMIN, olga="200"),
    "administration/logins/<int:pk>/afslut/": Line(ADMIN_ONWARDS, "staff", "POST", "302"),
    "administration/beskyttelse/":            Line(ADMIN),
    "administration/beskyttelse/ny/":         Line(ADMIN),
    "administration/beskyttelse/<int:pk>/ophaev/": Line(ADMIN, "protected"),
    # trust
    "hvem-har-set/":                          Line(CITIZENS),
    "samtykker/":                             Line(CITIZENS),
    "ai/alt.json":                            Line(ALL),
    "ai/dokumentation/":                      Line(ALL),
    "ai/<str:code>/dokumentation/":           Line(ALL, "model"),
    # decisions
    "beslutninger-om-mig/":                   Line(CITIZENS),
    "beslutninger-om-mig/<str:code>/<int:pk>/": Line(HERS, "choice"),
    "beslutninger-om-mig/<str:code>/<int:pk>/uenig/": post("login   422     404  403  403  403  403   403  403  403   404", "choice"),
    "beslutninger-om-mig/uenig/<int:pk>/tilbage/": post(HERS_ONWARDS, "contest"),
    "medarbejder/borgere/<int:pk>/valg/":     Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/valg/<str:code>/<int:row_pk>/": Line(ASKED_WHY, "her_choice"),
    "medarbejder/uenige/":                    Line(ADVISERS, olga="200"),
    "medarbejder/uenige/<int:pk>/":           Line(ADVISERS, "contest", olga="200"),
    "administration/konsekvensanalyse/":      Line(ADMIN, olga="200"),
    "administration/konsekvensanalyse/<str:address>/": Line(ADMIN, "assessment", olga="200"),
    "administration/konsekvensanalyse/<str:address>/udskriv/": Line(ADMIN, "assessment", olga="200"),
    "administration/konsekvensanalyse/<str:address>/<int:number>/": Line(ADMIN, "assessed", olga="200"),
    "administration/konsekvensanalyse/<str:address>/skriv/": Line("login   403     403  403  403  403  403   403  422  403   403", "assessment", "POST", "422"),
    "administration/konsekvensanalyse/<str:address>/underskriv/": Line("login   403     403  403  403  403  403   403  422  403   403", "assessment", "POST", "422"),
    "samtykker/<str:source>/<str:purpose>/giv/": post(CITIZENS_ONWARDS, "consent"),
    "samtykker/<str:source>/<str:purpose>/tag-tilbage/": post(CITIZENS_ONWARDS, "consent"),
    "datakatalog/":                           Line(ALL),
    "datakatalog.json":                       Line(ALL),
    "datakatalog/<slug:code>/":               Line(ALL, "dataset"),
    "administration/fortegnelse/":            Line(ADMIN, olga="200"),
    "administration/fortegnelse/print/":      Line(ADMIN, olga="200"),
    "administration/fortegnelse.csv":         Line(ADMIN, olga="200"),
    "ai/":                                    Line(ALL),
    "ai/<str:code>/":                         Line(ALL, "model"),
    "ai/<str:code>.json":                     Line(ALL, "model"),
    "administration/ai/":                     Line("login   403     403  403  403  403  403   403  200  403   403"),
    "administration/ai/<str:code>/":          Line("login   403     403  403  403  403  403   403  200  403   403",
                                                   "model"),
    # the look
    "tema/<str:version>.css":                 Line(ALL, "version"),
    "ikon/<str:version>/<int:size>.png":      Line(ALL, "icon"),
    "ikon/<str:version>/<int:size>-<str:shape>.png": Line(ALL, "icon"),
    "manifest.webmanifest":                   Line(ALL),
    "sw.js":                                  Line(ALL),
    "offline/":                               Line(ALL),
    "ui/galleri/":                            Line(ALL),
    "ui/galleri/forslag":                     Line(ALL),
    "ui/galleri/kort/<str:kind>":             Line(ALL, "kind"),
    # notices
    "beskeder/<int:pk>/":                     Line("login   302     404  404  404  404  404   404  404  404   404",
                                                   "notice"),
    "beskeder/indstillinger/":                Line(LOGGED_IN),
    "beskeder/indstillinger/mail/":           post("login   422     422  422  422  422  422   422  422  422   422"),
    "beskeder/indstillinger/telefon/":        post("login   422     422  422  422  422  422   422  422  422   422"),
    "beskeder/indstillinger/fjern/<int:pk>/": post("login   302     404  404  404  404  404   404  404  404   404",
                                                   "address"),
    "beskeder/indstillinger/pause/":          post("login   422     422  422  422  422  422   422  422  422   422"),
    "bekraeft-mail/<str:token>/":             Line(ONLY_AARHUS, "confirm"),
    "afmeld/<str:token>/":                    Line(ONLY_AARHUS, "leave"),
    "ui/postkasse/":                          Line(ALL),
    "ui/postkasse/<str:name>/":               Line(ONLY_AARHUS, "letter"),
    # vacancies
    "job/":                                   Line(ALL),
    "job/forslag/":                           Line(ALL),
    "job/steder/":                            Line(ALL),
    "job/kort/":                              Line(ALL),
    "job/kort/punkter/":                      Line(ALL),
    "job/kort/omraader/":                     Line(ALL),
    "job/gem-soegning/":                      post(CITIZENS_ONWARDS),
    "job/<int:pk>/":                          Line(ONLY_AARHUS, "vacancy"),
    "job/<int:pk>/gem/":                      post(IN_AARHUS, "vacancy"),
    "job/<int:pk>/gem-ikke/":                 post(IN_AARHUS, "vacancy"),
    "job/<int:pk>/skjul/":                    post(IN_AARHUS, "vacancy"),
    "job/<int:pk>/vis-igen/":                 post(IN_AARHUS, "vacancy"),
    "job/<int:pk>/ansoegt/":                  Line("login   200     200  403  403  403  403   403  403  403   404",
                                                   "vacancy"),
    "foelger/":                               Line(CITIZENS),
    "foelger/ny/":                            post("login   422     422  403  403  403  403   403  403  403   422"),
    "foelger/<int:pk>/stop/":                 post(HERS_ONWARDS, "followed"),
    "gemte-job/":                             Line(CITIZENS),
    "gemte-soegninger/":                      Line(CITIZENS),
    "gemte-soegninger/<int:pk>/":             post(HERS_ONWARDS, "search"),
    "gemte-soegninger/<int:pk>/slet/":        post(HERS_ONWARDS, "search"),
    "gemte-soegninger/<int:pk>/ret/":         Line(HERS, "search"),
    "soegehistorik/":                         Line(CITIZENS),
    "soegehistorik/slet/":                    post(CITIZENS_ONWARDS),
    "soegehistorik/valg/":                    post(CITIZENS_ONWARDS),
    "ansoegninger/":                          Line(CITIZENS),
    "ansoegninger/ny/":                       Line(CITIZENS),
    "ansoegninger/fra-link/":                 Line(CITIZENS_ONWARDS),
    "ansoegninger/joblog.csv":                Line(CITIZENS),
    "ansoegninger/udskriv/":                  Line(CITIZENS),
    "ansoegninger/mail/":                     Line(CITIZENS),
    "ansoegninger/mail/adresse/":             post(CITIZENS_ONWARDS),
    "ansoegninger/mail/<int:pk>/":            Line(HERS, "proposal"),
    "ansoegninger/mail/<int:pk>/slet/":       post(HERS_ONWARDS, "proposal"),
    "ansoegninger/<int:pk>/skete/":           post("login   422     404  403  403  403  403   403  403  403   404",
                                                   "application"),
    "ansoegninger/<int:pk>/husk/":            post("login   409     404  403  403  403  403   403  403  403   404",
                                                   "application"),
    "ansoegninger/<int:pk>/uploadet/":        post(HERS_ONWARDS, "application"),
    "ansoegninger/<int:pk>/fil/<slug:kind>/": Line(HERS, "document"),
    "ansoegninger/<int:pk>/fil/<slug:kind>/hent/": Line(HERS, "document"),
    "ansoegninger/<int:pk>/fil/<slug:kind>/slet/": post(HERS_ONWARDS, "document"),
    "ansoegninger/<int:pk>/samtale/":         Line(HERS, "application"),
    "ansoegninger/samtale/<int:pk>/":         Line(HERS, "interview"),
    "ansoegninger/samtale/<int:pk>/aflys/":   post(HERS_ONWARDS, "interview"),
    "ansoegninger/<int:pk>/":                 Line(HERS, "application"),
    "ansoegninger/<int:pk>/slet/":            post(HERS_ONWARDS, "application"),
    "administration/jobkilder/":              Line(SUPPLIERS),
    "administration/jobkilder/<int:pk>/":     Line("login   403     403  403  403  403  403   403  200  404   403",
                                                   "source"),
    "administration/afviste/<int:pk>/":       Line("login   403     403  403  403  403  403   403  200  404   403",
                                                   "rejected"),
    "administration/afviste/<int:pk>/lad-ligge/":
                                              post("login   403     403  403  403  403  403   403  302  404   403",
                                                   "rejected"),
    # journey
    "profil/":                                Line(CITIZENS),
    "profil/sted/":                           Line(CITIZENS),
    "profil/sprog/":                          Line(CITIZENS),
    "profil/erfaring/ny/":                    Line(CITIZENS),
    "profil/erfaring/<int:pk>/":              Line(HERS, "experience"),
    "profil/erfaring/<int:pk>/fjern/":        post(HERS_ONWARDS, "experience"),
    "profil/uddannelse/ny/":                  Line(CITIZENS),
    "profil/uddannelse/<int:pk>/":            Line(HERS, "education"),
    "profil/uddannelse/<int:pk>/fjern/":      post(HERS_ONWARDS, "education"),
    "profil/kompetencer/":                    Line(CITIZENS),
    "profil/kompetencer/foreslaaede/":        post(CITIZENS_ONWARDS),
    "profil/kompetencer/<int:pk>/fjern/":     post(HERS_ONWARDS, "competence"),
    "profil/oensker/":                        Line(CITIZENS),
    "profil/oensker/<int:pk>/fjern/":         post(HERS_ONWARDS, "wish"),
    "profil/forslag/stillinger/":             Line(CITIZENS),
    "profil/forslag/kompetencer/":            Line(CITIZENS),
    # launching
    "oidc/.well-known/openid-configuration":  Line(ALL),
    "oidc/jwks.json":                         Line(ALL),
    "oidc/authorize":                         Line("400     400     400  400  400  400  400   400  400  400   400"),
    "oidc/token":                             post("400     400     400  400  400  400  400   400  400  400   400"),
    "oidc/userinfo":                          Line("401     401     401  401  401  401  401   401  401  401   401"),
    "lti/authorize":                          Line("400     400     400  400  400  400  400   400  400  400   400"),
    "lti/token":                              post("400     400     400  400  400  400  400   400  400  400   400"),
    "lti/picked":                             post("400     400     400  400  400  400  400   400  400  400   400"),
    "lti/<int:pk>/lineitems":                 Line("401     401     401  401  401  401  401   401  401  401   401", "tool"),
    "lti/<int:pk>/lineitems/<int:line_pk>":   Line("401     401     401  401  401  401  401   401  401  401   401", "line"),
    "lti/<int:pk>/lineitems/<int:line_pk>/scores": post("login   login   login login login login login login login login login", "line"),
    "lti/<int:pk>/lineitems/<int:line_pk>/results": Line("401     401     401  401  401  401  401   401  401  401   401", "line"),
    "administration/tilslutninger/<int:pk>/lti/": Line(NATIONAL, "tool"),
    "administration/hent-indhold/":           Line("login   403     403  403  403  403  403   200  403  200   403"),
    "administration/hent-indhold/<int:pk>/":  Line("login   403     403  403  403  403  403   200  403  200   403", "tool"),
    "administration/hent-indhold/<int:pk>/vaelg/": post("login   403     403  403  403  403  403   200  403  200   403", "tool"),
    "videre/<int:pk>/":                       Line(CITIZENS, "connected"),
    "videre/<int:pk>/ja/":                    post(CITIZENS_ONWARDS, "connected"),
    # mydata
    "mine-data/":                             Line(LOGGED_IN),
    "mine-data/soeg/":                        Line(LOGGED_IN),
    "mine-data/emne/<slug:group>/":           Line(LOGGED_IN, "her_group"),
    "mine-data/emne/<slug:group>/<str:label>/": Line(LOGGED_IN, "her_kind"),
    "mine-data/anmodninger/":                 Line(LOGGED_IN),
    "mine-data/anmodninger/ny/":              Line(LOGGED_IN),
    "mine-data/anmodninger/<int:pk>/":        Line(HERS_ALONE, "her_request"),
    "mine-data/anmodninger/<int:pk>/tag-tilbage/": post(HERS_ALONE_ONWARDS, "her_request"),
    "mine-data/hent/":                        Line(LOGGED_IN),
    "mine-data/hent/ny/":                     post(LOGGED_IN_ONWARDS),
    "mine-data/hent/<int:pk>/":               Line(HERS_ALONE, "her_download"),
    "mine-data/slet/":                        Line(LOGGED_IN),
    "mine-data/slet/ja/":                     post(LOGGED_IN_ONWARDS),
    "administration/anmodninger/":            Line(ADMIN, olga="200"),
    "administration/anmodninger/<int:pk>/":   Line(ADMIN, "her_request", olga="200"),
    "administration/anmodninger/<int:pk>/tag/": Line(ADMIN_ONWARDS, "her_request", "POST", "302"),
    "administration/anmodninger/<int:pk>/mere-tid/": Line("login   403     403  403  403  403  403   403  422  403   403", "her_request", "POST", "422"),
    "mine-data/udleveret/":                   Line(CITIZENS),
    "mine-data/udleveret/<int:pk>/tag-tilbage/": post("login   404     404  403  403  403  403   403  403  403   404",
                                                   "connected"),
    "administration/tilslutninger/":          Line(NATIONAL),
    # webhooks
    "administration/tilslutninger/<int:pk>/webhooks/": Line(NATIONAL, "told_vendor"),
    "administration/tilslutninger/<int:pk>/webhooks/hemmelighed/": post(NATIONAL, "told_vendor"),
    "administration/tilslutninger/<int:pk>/webhooks/proev/": post(NATIONAL.replace("200", "302"), "told_vendor"),
    "administration/tilslutninger/<int:pk>/webhooks/igen/": post(NATIONAL.replace("200", "302"), "told_vendor"),
    "administration/tilslutninger/<int:pk>/webhooks/taend/": post(NATIONAL.replace("200", "302"), "told_vendor"),
    "administration/tilslutninger/<int:pk>/webhooks/luk/": post(NATIONAL.replace("200", "302"), "told_vendor"),
    # evidence
    "xapi/":                                  Line(ALL),
    "xapi/about":                             Line(ALL),
    "xapi/statements":                        Line("400     400     400  400  400  400  400   400  400  400   400"),
    "xapi/<str:name>":                        Line("501     501     501  501  501  501  501   501  501  501   501", "documents"),
    "xapi/<str:name>/<str:part>":             Line("501     501     501  501  501  501  501   501  501  501   501", "documents"),
    "markedspladsen/mine/<int:pk>/beviser/":  Line(HERS, "told"),
    "administration/tilslutninger/<int:pk>/beviser/": Line(NATIONAL, "evidence"),
    "administration/tilslutninger/<int:pk>/beviser/ny/": post("login   403     403  403  403  403  403   403  403  302   403", "evidence"),
    "administration/tilslutninger/<int:pk>/beviser/<int:key_pk>/byt/": post("login   403     403  403  403  403  403   403  403  200   403", "evidence_key"),
    "administration/tilslutninger/<int:pk>/beviser/<int:key_pk>/luk/": post("login   403     403  403  403  403  403   403  403  302   403", "evidence_key"),
    "administration/tilslutninger/<int:pk>/": Line(NATIONAL, "connected"),
    "administration/tilslutninger/<int:pk>/hemmelighed/": post(NATIONAL, "connected"),
    # plan
    "min-plan/":                              Line(CITIZENS),
    "min-plan/min-plan.pdf":                  Line(CITIZENS),
    "min-plan/gjort/":                        Line(CITIZENS),
    "min-plan/lagt-vaek/":                    Line(CITIZENS),
    "min-plan/historik/":                     Line(CITIZENS),
    "min-plan/krav/":                         Line(CITIZENS),
    "min-plan/tilfoej/":                      post("login   404     404  403  403  403  403   403  403  403   404"),
    "min-plan/maal/ny/":                      Line(CITIZENS),
    "min-plan/maal/<int:pk>/":                Line(HERS, "plan_goal"),
    "min-plan/maal/<int:pk>/tilstand/":       post(HERS_ONWARDS, "plan_goal"),
    "min-plan/maal/<int:pk>/flyt/":           post(HERS_ONWARDS, "plan_goal"),
    "min-plan/aktivitet/ny/":                 Line(CITIZENS),
    "min-plan/aktivitet/<int:pk>/":           Line(HERS, "plan_activity"),
    "min-plan/aktivitet/<int:pk>/tilstand/":  post(HERS_ONWARDS, "plan_activity"),
    "min-plan/aktivitet/<int:pk>/flyt/":      post(HERS_ONWARDS, "plan_activity"),
    "min-plan/aftale/ny/":                    Line(CITIZENS),
    "min-plan/aftale/<int:pk>/":              Line(HERS, "plan_agreement"),
    "min-plan/aftale/<int:pk>/ja/":           post(HERS_ONWARDS, "plan_agreement"),
    "min-plan/aftale/<int:pk>/slut/":         post(HERS_ONWARDS, "plan_agreement"),
    # availability
    "raadighed/":                             Line(CITIZENS),
    "raadighed/sager/<int:pk>/":              Line(HERS, "availability_case"),
    "raadighed/sager/<int:pk>/<str:which>.pdf": Line(HERS, "her_letter"),
    "leder/raadighed/":                       Line(MANAGERS),
    "medarbejder/raadighed/":                 Line(ADVISERS),
    "medarbejder/borgere/<int:pk>/raadighed/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/ny/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/": Line(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/oplysninger/": Line(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/hoering/": Line(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/svar/": Line(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/afgoerelse/": Line(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/gennemlaest/": post(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/underskriv/": post(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/overtag/": post(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/traek-tilbage/": Line(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/lignende/": Line(ASKED_WHY, "her_case"),
    "medarbejder/borgere/<int:pk>/raadighed/sag/<int:case_id>/<str:which>.pdf": Line(ASKED_WHY, "her_staff_letter"),
    "medarbejder/borgere/<int:pk>/plan/":     Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/plan/foreslaa/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/plan/krav/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/plan/krav/ny/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/plan/aftale/ny/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/plan/aftale/<int:agreement_id>/": Line(ASKED_WHY, "her_agreement"),
    "medarbejder/borgere/<int:pk>/plan/aftale/<int:agreement_id>/ja/": post(ASKED_WHY, "her_agreement"),
    "medarbejder/borgere/<int:pk>/plan/aftale/<int:agreement_id>/slut/": post(ASKED_WHY, "her_agreement"),
    # entrance
    "velkommen/":                             Line(CITIZENS),
    "velkommen/videre/":                      post(CITIZENS_ONWARDS),
    "velkommen/faerdig/":                     post(CITIZENS_ONWARDS),
    "velkommen/senere/":                      post(CITIZENS_ONWARDS),
    "velkommen/hent/":                        Line(CITIZENS),
    "velkommen/oensker/":                     Line(CITIZENS),
    "velkommen/hjaelp-til-skaermen/":         Line(CITIZENS),
    "velkommen/selvtest/":                    Line(CITIZENS),
    "velkommen/selvtest/fjern/":              post(CITIZENS_ONWARDS),
    "velkommen/job/":                         Line(CITIZENS),
    "velkommen/job/find/":                    post(CITIZENS_ONWARDS),
    "velkommen/moede/":                       Line(CITIZENS),
    "velkommen/moede/bestil/":                post(CITIZENS_ONWARDS),
    "velkommen/moede/<int:pk>/aflys/":        post(HERS_ONWARDS, "meeting"),
    "velkommen/moede/<int:pk>/kalender.ics":  Line(HERS, "meeting"),
    "velkommen/rundvisning/":                 Line(CITIZENS),
    "velkommen/rundvisning/<slug:key>/":      Line(CITIZENS, "guide"),
    "velkommen/video/<int:pk>/":              Line("login   200     200  200  200  200  200   200  200  404   404",
                                                   "video"),
    "velkommen/video/<int:pk>/<str:language>.vtt":
                                              Line("login   200     200  200  200  200  200   200  200  404   404",
                                                   "video"),
    "velkommen/hjaelp/":                      Line(CITIZENS),
    "velkommen/hjaelp/<int:pk>/":             post(HERS_ONWARDS, "help"),
    "medarbejder/skranke/":                   Line(ADVISERS),
    "medarbejder/skranke/borger/<int:pk>/":   post("login   403     403  302  302  302  403   403  403  403   403",
                                                   "citizen"),
    "medarbejder/skranke/<int:pk>/":          Line("login   403     403  200  404  404  403   403  403  403   403",
                                                   "help"),
    "medarbejder/skranke/<int:pk>/slut/":     post("login   403     403  302  404  404  403   403  403  403   403",
                                                   "help"),
    "medarbejder/intromoeder/":               Line(ADVISERS),
    "medarbejder/intromoeder/<int:pk>/luk/":  post("login   403     403  302  302  302  403   403  403  403   403",
                                                   "slot"),
    "medarbejder/intromoeder/moede/<int:pk>/": post("login   403     403  302  302  302  403   403  403  403   403",
                                                   "meeting"),
    "administration/introduktion/":           Line(EDITORS),
    "administration/introduktion/ny/":        Line(EDITORS),
    "administration/introduktion/moeder/":    Line(EDITORS),
    "administration/introduktion/<slug:key>/": Line(EDITORS, "video"),
    "administration/introduktion/<slug:key>/fjern/":
                                              post("login   403     403  403  403  403  403   302  302  403   403",
                                                   "video"),
    "administration/introduktion/<slug:key>/video/":
                                              post("login   403     403  403  403  403  403   422  422  403   403",
                                                   "video"),
    # sources of the entrance
    "kilder/":                               Line(CITIZENS),
    "kilder/fil/":                           Line(CITIZENS),
    "kilder/fil/<int:pk>/fjern/":            post(HERS_ONWARDS, "telling"),
    "kilder/fundet/":                        Line(CITIZENS),
    "kilder/spoergsmaal/":                   Line(CITIZENS),
    "kilder/min-profil.json":                Line(CITIZENS),
    "kilder/<str:code>/hent/":               post(CITIZENS_ONWARDS, "source_code"),
    "kilder/<str:code>/fjern/":              post(CITIZENS_ONWARDS, "source_code"),
    # tailored
    "relevante-job/fordi/":                   Line(CITIZENS),
    "signaler/":                              Line(CITIZENS),
    "signaler/fil/":                          post(CITIZENS_ONWARDS),
    "signaler/<str:source>/hent/":            post(CITIZENS_ONWARDS, "signals"),
    "signaler/<str:source>/stop/":            post(CITIZENS_ONWARDS, "signals"),
    "signaler/<int:pk>/fjern/":               post(HERS_ONWARDS, "signal"),
    "min-side/":                              Line(CITIZENS),
    "min-side/ret/":                          Line(CITIZENS),
    "min-side/skift/":                        post(CITIZENS_ONWARDS),
    "relevante-job/":                         Line(CITIZENS),
    "relevante-job/nyt/":                     Line(CITIZENS_ONWARDS),
    "relevante-job/find/":                    post(CITIZENS_ONWARDS),
    "relevante-job/modig/":                   post(CITIZENS_ONWARDS),
    "relevante-job/kompetencer/":             Line(CITIZENS),
    "relevante-job/<int:vacancy_id>/hvorfor/": Line(HERS, "vacancy"),
    "relevante-job/<int:vacancy_id>/flere/":  Line("login   200     200  403  403  403  403   403  403  403   404",
                                                   "vacancy"),
    "relevante-job/<int:vacancy_id>/flere/taeller/": post(IN_AARHUS, "vacancy"),
    "relevante-job/<int:vacancy_id>/flere/fjern/": post(CITIZENS_ONWARDS, "vacancy"),
    # law
    "regler/":                                Line(ALL),
    "regler/aendret/":                        Line(ALL),
    "regler/<str:code>/":                     Line(ALL, "law_rule"),
    "lov/":                                   Line(ALL),
    "lov/<str:slug>/":                        Line(ALL, "law_document"),
    "lov/<str:slug>/<str:section>/":          Line(ALL, "law_place"),
    "medarbejder/vejledning/":                Line(GUIDED),
    "medarbejder/vejledning/<str:code>/":     Line(GUIDED, "law_process"),
    "medarbejder/borgere/<int:pk>/vejledning/": Line(ASKED_WHY, "citizen"),
    "administration/regler/":                 Line(ADMIN),
    "administration/regler/<str:code>/<str:key>/": Line(ADMIN, "law_value"),
    "administration/regelregister/":          Line(NATIONAL),
    "administration/regelregister/<int:pk>/": Line(NATIONAL, "law_register"),
    # marketplace: the catalogue
    "markedspladsen/":                        Line(READERS),
    "markedspladsen/soeg/":                   Line(READERS),
    "markedspladsen/forslag/":                Line(READERS),
    "markedspladsen/sammenlign/":             Line(READERS),
    "markedspladsen/mine/":                   Line(CITIZENS),
    "markedspladsen/<int:pk>/":               Line(READERS, "market_offer"),
    "markedspladsen/<int:pk>/start/":         post(CITIZENS_ONWARDS, "market_offer"),
    "markedspladsen/<int:pk>/videre/":        Line("login   200     302  403  403  403  403   403  403  403   302",
                                                   "market_offer"),
    "markedspladsen/<int:pk>/gem/":           post(CITIZENS_ONWARDS, "market_offer"),
    "markedspladsen/<int:pk>/gem-ikke/":      post(CITIZENS_ONWARDS, "market_offer"),
    "markedspladsen/<int:pk>/stop/":          post(HERS_ONWARDS, "market_offer"),
    "markedspladsen/<int:pk>/erfaring/":      post("login   422     422  403  403  403  403   403  403  403   422",
                                                   "market_offer"),
    "medarbejder/borgere/<int:pk>/markedspladsen/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/markedspladsen/<int:offer_pk>/": post(ASKED_WHY, "market_given"),
    "administration/hylder/":                 Line(SHELVERS),
    "administration/hylder/ny/":              Line(SHELVERS),
    "administration/hylder/proev/":           Line(SHELVERS),
    "administration/hylder/arbejde/":         Line(SHELVERS),
    "administration/hylder/trin/":            Line(ADMIN),
    "administration/hylder/klynger/":         Line(NATIONAL),
    "administration/hylder/klynger/ny/":      Line(NATIONAL),
    "administration/hylder/klynger/<slug:key>/": Line(NATIONAL, "cluster"),
    "administration/hylder/tilbud/<int:pk>/tag-ned/": post(EDITORS_ONWARDS, "own_offer"),
    "administration/hylder/tilbud/<int:pk>/saet-tilbage/": post(EDITORS_ONWARDS, "own_offer"),
    "administration/hylder/<slug:key>/":      Line(OWN_SHELF, "shelf"),
    "administration/hylder/<slug:key>/ret/":  Line(OWN_SHELF, "shelf"),
    "administration/hylder/<slug:key>/fjern/": post(OWN_SHELF_ONWARDS, "shelf"),
    "administration/hylder/<slug:key>/flyt/": post(OWN_SHELF_ONWARDS, "shelf"),
    "administration/hylder/<slug:key>/tilfoej/": Line(OWN_SHELF, "shelf"),
    "administration/hylder/<slug:key>/<int:pk>/": Line(OWN_SHELF, "shelved"),
    "administration/hylder/<slug:key>/<int:pk>/staar/": post("login   403     403  403  403  403  403   404  404  404   403",
                                                   "shelved"),  # said with nothing to do
    "administration/hylder/<slug:key>/<int:pk>/flyt/": post(OWN_SHELF_ONWARDS, "shelved"),
    "administration/erfaringer/":             Line(EDITORS),
    "administration/erfaringer/<int:pk>/vis/": post("login   403     403  403  403  403  403   409  409  403   403",
                                                    "market_experience"),
    "administration/erfaringer/<int:pk>/skjul/": post("login   403     403  403  403  403  403   422  422  403   403",
                                                      "market_experience"),
    # agreements
    "administration/aftaler/":                Line(PLANNERS),
    "administration/aftaler/ny/":             Line(PLANNERS),
    "administration/aftaler/ny/<int:pk>/":    Line(PLANNERS, "money_firm"),
    "administration/aftaler/regnskab/":       Line(PLANNERS),
    "administration/aftaler/afregning/<int:pk>/": Line(PLANNERS, "settlement"),
    "administration/aftaler/afregning/<int:pk>/afgoer/": post(PLANNERS.replace("200", "422"), "settlement"),
    "administration/aftaler/afregning/<int:pk>/linjer.csv": Line(PLANNERS, "settlement"),
    "administration/aftaler/afregning/<int:pk>/faktura.xml": Line(PLANNERS, "settlement"),
    "administration/aftaler/afregning/<int:pk>/<int:place>/": Line(PLANNERS, "settlement_line"),
    "administration/aftaler/<int:pk>/":       Line(PLANNERS, "agreement"),
    "administration/aftaler/<int:pk>/ret/":   Line(PLANNERS, "agreement_draft"),
    "administration/aftaler/<int:pk>/afgoer/": post(PLANNERS.replace("200", "422"), "agreement"),
    "administration/aftaler/<int:pk>/aendring/": Line(PLANNERS, "agreement"),
    "administration/aftaler/aendring/<int:pk>/": Line(PLANNERS, "agreement_change"),
    "administration/aftaler/aendring/<int:pk>/ret/": Line(PLANNERS, "agreement_change"),
    "administration/aftaler/aendring/<int:pk>/afgoer/": post(PLANNERS.replace("200", "422"), "agreement_change"),
    # vendors
    "overfoersler/":                          Line(ALL),
    "administration/loesninger/":             Line(NATIONAL),
    "administration/loesninger/<int:pk>/":    Line(NATIONAL, "solution"),
    "administration/loesninger/<int:pk>/afgoer/": post(NATIONAL.replace("200", "422"), "solution"),
    "administration/loesninger/<int:pk>/svar/": Line(NATIONAL, "solution"),
    "administration/loesninger/dokument/<int:pk>/": Line(SUPPLIERS, "gate_document"),
    "administration/grundlag/":               Line(NATIONAL),
    "administration/grundlag/<str:code>/falder/": Line(NATIONAL, "ground"),
    "administration/grundlag/<str:code>/gaelder/": post(NATIONAL.replace("200", "302"), "ground"),
    "administration/leverandoerer/":          Line(NATIONAL),
    "administration/leverandoerer/<int:pk>/": Line(NATIONAL, "firm_asks"),
    "administration/loesninger/<int:pk>/beskeder/": Line(NATIONAL, "solution"),
    "bliv-leverandoer/":                      Line(ALL),
    "bliv-leverandoer/tak/":                  Line(ALL),
    "leverandoer/":                           Line(FIRMS),
    "leverandoer/profil/":                    Line(FIRMS),
    "leverandoer/profil/cvr/":                post(FIRMS),
    "leverandoer/medarbejdere/":              Line(FIRMS),
    "leverandoer/medarbejdere/ny/":           post(FIRMS),
    "leverandoer/medarbejdere/<int:pk>/stop/": Line(FIRMS, "firm_member"),
    "leverandoer/loesninger/":                Line(FIRMS),
    "leverandoer/loesninger/ny/":             Line(FIRMS),
    "leverandoer/oekonomi/":                  Line(FIRMS),
    "leverandoer/oekonomi/<int:pk>.xml":      Line(FIRMS, "firm_solution"),
    "leverandoer/oekonomi/aendring/<int:pk>/": Line(FIRMS, "firm_solution"),
    "leverandoer/oekonomi/aendring/<int:pk>/svar/": post(FIRMS, "firm_solution"),
    "leverandoer/webhooks/":                  Line(FIRMS),
    "leverandoer/webhooks/hemmelighed/":      post(FIRMS),
    "leverandoer/webhooks/proev/":            post(FIRMS),
    "leverandoer/webhooks/igen/":             post(FIRMS),
    "leverandoer/webhooks/taend/":            post(FIRMS),
    "leverandoer/webhooks/luk/":              post(FIRMS),
    "leverandoer/dokument/<int:pk>/":         Line(FIRMS, "firm_document"),
    "leverandoer/loesninger/<int:pk>/":       Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/beskriv/": Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/handling/": post(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/udgaver/<int:number>/": Line(FIRMS, "firm_version"),
    "leverandoer/loesninger/<int:pk>/svar/":  Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/traek/": Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/beskeder/": Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/tal/":   Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/teknik/": Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/teknik/lti/": Line(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/teknik/hemmelighed/": post(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/teknik/noegle/": post(FIRMS, "firm_solution"),
    "leverandoer/loesninger/<int:pk>/teknik/noegle/<int:key_id>/": post(FIRMS, "firm_key"),
    "administration/leverandoersvar/":        Line(ADMIN),
    # talks
    "samtaler/":                              Line(CITIZENS),
    "samtaler/punkt/":                        post(CITIZENS_ONWARDS),
    "samtaler/punkt/<int:pk>/fjern/":         post(HERS_ONWARDS, "own_talk_point"),
    "samtaler/<int:pk>/":                     Line(HERS, "own_talk"),
    "samtaler/<int:pk>/forslag/":             post(HERS_ONWARDS, "own_talk"),
    "medarbejder/samtaler/":                  Line(ADVISERS),
    "medarbejder/notatkort/<str:key>/":       post(ASKED_WHY, "cue_card"),
    "medarbejder/borgere/<int:pk>/samtale/":  Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/samtale/ny/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/samtale/begynd/": post(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/samtale/kort/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/samtale/kort/punkter/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/": Line(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/tilstand/": post(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/flyt/": Line(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/forslag/": post(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/referat/": Line(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/punkt/": post(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/punkt/<int:point_id>/":
                                              post(ASKED_WHY, "her_talk_point"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/aftale/": Line(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/deltager/": post(ASKED_WHY, "her_talk"),
    "medarbejder/borgere/<int:pk>/samtale/<int:talk_id>/deltager/<int:partaker_id>/fjern/":
                                              post(ASKED_WHY, "her_talk_partaker"),
    "administration/notatkort/":              Line(CARD_WRITERS),
    "administration/notatkort/nyt/":          Line(CARD_WRITERS),
    "administration/notatkort/<str:key>/":    Line(CARD_WRITERS, "cue_card"),
    "administration/notatkort/<str:key>/fjern/": post(CARD_ONWARDS, "cue_card"),
    "leder/samtaler/":                        Line(MANAGERS),
    # library
    "laering/fil/<int:pk>/":                  Line("login   200     200  200  200  200  200   200  200  404   404",
                                                   "library_file"),
    "laering/<int:pk>/":                      Line(IN_AARHUS, "library_lesson"),
    "laering/<int:pk>/faerdig/":              Line(IN_AARHUS, "library_lesson"),
    "laering/<int:pk>/udskriv/":              Line("login   200     200  403  403  403  403   403  403  403   404",
                                                   "library_lesson"),
    "laering/<int:pk>/<int:number>/":         Line("login   200     200  403  403  403  403   403  403  403   404",
                                                   "library_lesson"),
    "laering/<int:pk>/<int:number>/<str:language>.vtt":
                                              Line("login   200     200  403  403  403  403   403  403  403   404",
                                                   "library_captions"),
    "administration/bibliotek/":              Line(WRITERS),
    "administration/bibliotek/ny/":           Line(WRITERS),
    "administration/bibliotek/<int:pk>/":     Line(OWN_WRITERS, "library_content"),
    "administration/bibliotek/<int:pk>/oplysninger/": Line(OWN_WRITERS, "library_content"),
    "administration/bibliotek/<int:pk>/afgoer/":
                                              Line("login   403     403  403  403  403  403   302  302  404   403",
                                                   "library_content"),
    "administration/bibliotek/<int:pk>/proev/<int:number>/": Line(OWN_WRITERS, "library_content"),
    "administration/bibliotek/<int:pk>/proev/<int:version>/<int:number>/<str:language>.vtt":
                                              Line(OWN_WRITERS, "library_draft"),
    "administration/bibliotek/<int:pk>/forskel/<int:before>/<int:after>/":
                                              Line(OWN_WRITERS, "library_content"),
    "administration/bibliotek/<int:pk>/trin/ny/<str:kind>/": Line(OWN_WRITERS, "library_content"),
    "administration/bibliotek/<int:pk>/trin/<int:number>/": Line(OWN_WRITERS, "library_content"),
    "administration/bibliotek/<int:pk>/trin/<int:number>/flyt/":
                                              post("login   403     403  403  403  403  403   404  404  404   403",
                                                   "library_content"),
    "administration/redaktion/":              Line(WRITERS),
    "administration/redaktion/indstil/":      post("login   403     403  403  403  403  403   403  422  403   403"),
    "administration/redaktion/medlem/":       post("login   403     403  403  403  403  403   403  403  422   403"),
    "administration/redaktion/antal/":        post("login   403     403  403  403  403  403   403  403  422   403"),
    "administration/redaktion/<int:pk>/":     Line(WRITERS, "library_proposal"),
    # week
    "min-uge/":                               Line(CITIZENS),
    "min-uge/<str:name>/":                    Line(CITIZENS, "week"),
    "min-uge/maaned/<int:year>-<int:number>/": Line(CITIZENS, "month"),
    "min-uge/flyt/<str:uid>/":                Line(HERS, "entry"),
    "min-uge/uden-net/":                      post(CITIZENS_ONWARDS),
    "min-uge/kalender/":                      Line(CITIZENS),
    "min-uge/kalender/ny/":                   post(CITIZENS_ONWARDS),
    "min-uge/kalender/luk/":                  post(CITIZENS_ONWARDS),
    "kalender/<str:token>.ics":               Line(ONLY_AARHUS, "calendar"),
    # segmentation
    "forloeb/":                               Line(ALL),
    "mit-forloeb/":                           Line(CITIZENS),
    "mit-forloeb/sig-fra/":                   Line(CITIZENS),
    "mit-forloeb/sig-fra/tilbage/":           post(CITIZENS_ONWARDS),
    "mit-forloeb/fravaer/":                   Line(CITIZENS),
    "mit-forloeb/fravaer/<int:pk>/slut/":     post(HERS_ONWARDS, "absence"),
    "medarbejder/borgere/<int:pk>/forloeb/":  Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/forloeb/vaelg/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/forloeb/vaelg/slut/": post(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/forloeb/pause/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/forloeb/pause/<int:absence_id>/slut/":
                                              post(ASKED_WHY, "her_absence"),
    "medarbejder/indsigelser/":               Line(ADVISERS),
    "medarbejder/indsigelser/<int:pk>/":      Line(ADVISERS, "objection"),
    "medarbejder/indsigelser/<int:pk>/tag/":  post(ASKED_WHY, "objection"),
    "medarbejder/mine-borgere/":              Line(ADVISERS),
    "leder/forloeb/":                         Line(MANAGERS),
    "leder/forloeb/flytninger/":              Line(MANAGERS),
    "leder/forloeb/konsulenter/":             Line(MANAGERS),
    "leder/forloeb/konsulenter/<int:pk>/":    Line(MANAGERS, "consultant"),
    "leder/forloeb/konsulenter/fordel/":      Line(MANAGERS),
    "leder/forloeb/konsulenter/<int:pk>/fravaer/": Line(MANAGERS, "consultant"),
    "leder/forloeb/konsulenter/<int:pk>/overdrag/": Line(MANAGERS, "consultant"),
    "leder/forloeb/fravaer/<int:leave_id>/stedfortraeder/": Line(MANAGERS, "staff_leave"),
    "leder/forloeb/fravaer/<int:leave_id>/slut/": post(MANAGERS.replace("200", "302"), "staff_leave"),
    "leder/forloeb/overdragelser/<int:pk>/fortryd/":
                                              post(MANAGERS.replace("200", "302"), "hand_over"),
    "administration/forloeb/":                Line(PLANNERS),
    "administration/forloeb/udkast/":         post(ADMIN_ONWARDS),
    "administration/forloeb/tekst/<str:code>/": Line(ADMIN, "course"),
    "administration/forloeb/<int:pk>/":       Line(PLANNERS, "policy"),
    "administration/forloeb/<int:pk>/vaek/":  post(ADMIN_ONWARDS, "policy"),
    "administration/forloeb/<int:pk>/regel/ny/": Line(ADMIN, "policy"),
    "administration/forloeb/<int:pk>/regel/<int:place>/": Line(ADMIN, "rule"),
    "administration/forloeb/<int:pk>/regel/<int:place>/fjern/": post(ADMIN_ONWARDS, "rule"),
    "administration/forloeb/<int:pk>/regel/<int:place>/flyt/": post(ADMIN_ONWARDS, "rule"),
    "administration/forloeb/<int:pk>/trappe/": Line(ADMIN, "policy"),
    "administration/forloeb/<int:pk>/ellers/": Line(ADMIN, "policy"),
    "administration/forloeb/<int:pk>/nok/":   Line(ADMIN, "policy"),
    "administration/forloeb/<int:pk>/indhold/<str:code>/": Line(ADMIN, "holds"),
    "administration/forloeb/<int:pk>/proeve/": post("login   403     403  403  403  403  302   403  302  403   403",
                                                   "policy"),
    "administration/forloeb/<int:pk>/proeve/<int:run_id>/": Line(PLANNERS, "trial"),
    "administration/forloeb/<int:pk>/vedtag/": Line(ADMIN, "policy"),
    "administration/forloeb/<int:pk>/tag-tilbage/": post(ADMIN_ONWARDS, "adopted"),
    # followup
    "medarbejder/opgaver/":                   Line(ADVISERS),
    "medarbejder/opgaver/ny/":                Line(ADVISERS),
    "medarbejder/opgaver/<int:pk>/":          Line(ADVISERS, "task"),
    "medarbejder/borgere/<int:citizen_id>/skrevet/": Line(ASKED_WHY, "her_file"),
    "medarbejder/borgere/<int:citizen_id>/opgave/": Line(ADVISERS, "her_file"),
    "medarbejder/borgere/<int:citizen_id>/notat/": Line(ADVISERS, "her_file"),
    "medarbejder/borgere/<int:citizen_id>/skriv/": Line(ADVISERS, "her_file"),
    "medarbejder/borgere/<int:citizen_id>/inviter/": Line(ADVISERS, "her_file"),
    "medarbejder/notater/<int:pk>/ret/":      Line(ASKED_WHY, "note"),
    "medarbejder/breve/<int:pk>/":            post(ASKED_WHY, "staff_letter"),
    "medarbejder/flere/":                     Line(ADVISERS),
    "medarbejder/flere/ny/":                  post(ASKED_WHY),
    "medarbejder/flere/<int:pk>/":            Line("login   403     403  200  404  404  403   403  403  403   403",
                                                   "batch"),
    "breve/":                                 Line(CITIZENS),
    "breve/<int:pk>/":                        Line(HERS, "staff_letter"),
    "administration/skabeloner/":             Line(EDITORS),
    "administration/skabeloner/ny/":          Line(EDITORS),
    "administration/skabeloner/<slug:code>/": Line(EDITORS, "template"),
    # casework
    "medarbejder/opmaerksomhed/":             Line(ADVISERS),
    "medarbejder/opmaerksomhed/<int:point_id>/skriv/": Line(ADVISERS, "point"),
    "medarbejder/opmaerksomhed/<int:point_id>/passer-ikke/": Line(ADVISERS, "point"),
    "medarbejder/opmaerksomhed/<int:point_id>/senere/": post(ASKED_WHY, "point"),
    "medarbejder/opmaerksomhed/<int:point_id>/loest/": post(ASKED_WHY, "point"),
    "medarbejder/opmaerksomhed/<int:point_id>/fortryd/": post(ASKED_WHY, "point"),
    "opmaerksomhed/":                         Line(CITIZENS),
    "opmaerksomhed/<int:point_id>/passer-ikke/": post(HERS_ONWARDS, "point"),
    "administration/opmaerksomhed/":          Line(PLANNERS),
    "medarbejder/":                           Line(ADVISERS),
    "medarbejder/nye/":                       Line(ADVISERS),
    "medarbejder/kalender/":                  Line(ADVISERS),
    "medarbejder/kalender/fil/":              Line(ADVISERS),
    "medarbejder/kalender/<str:name>/":       Line(ADVISERS, "week"),
    "leder/":                                 Line(MANAGERS),
    "leder/svartider/":                       Line(MANAGERS),
    "leder/fokusmaal/":                       Line(MANAGERS),
    "leder/fokusmaal/fil/":                   Line(MANAGERS),
    "medarbejder/arbejdsmarked/":             Line(ADVISERS),
    "medarbejder/oversigt/":                  Line("login   403     403  200  200  200  200   403  403  403   403"),
    "medarbejder/oversigt/kolonner/":         Line(ADVISERS),
    "medarbejder/oversigt/gem/":              Line(ADVISERS),
    "medarbejder/oversigt/fil/":              Line(ADVISERS),
    "medarbejder/oversigt/filter/<int:pk>/":  Line("login   403     403  200  404  404  403   403  403  403   403",
                                                   "kept"),
    "medarbejder/oversigt/filter/<int:pk>/slet/":
                                              post("login   403     403  302  404  404  403   403  403  403   403",
                                                   "kept"),
    "medarbejder/borgere/":                   Line(ADVISERS),
    "medarbejder/borgere/<int:pk>/":          Line("login   403     403  302  302  302  403   403  403  403   403",
                                                   "citizen"),
    "medarbejder/borgere/<int:pk>/grund/":    Line(ADVISERS, "citizen"),
    "medarbejder/borgere/<int:pk>/jobrejse/": Line(ASKED_WHY, "citizen"),
    "medarbejder/borgere/<int:pk>/aktindsigt/": Line(ADVISERS, "citizen"),
    "medarbejder/borgere/<int:pk>/relevante-job/":
                                              Line("login   403     403  302  302  302  403   403  403  403   403",
                                                   "citizen"),
    "medarbejder/borgere/<int:pk>/relevante-job/<int:vacancy_id>/":
                                              Line("login   403     403  302  302  302  403   403  403  403   403",
                                                   "suggested"),
    "medarbejder/borgere/<int:pk>/relevante-job/<int:vacancy_id>/enig/":
                                              post("login   403     403  302  302  302  403   403  403  403   403",
                                                   "suggested"),
    # outreach
    "medarbejder/arbejdsmarked/<str:group>/": Line(ADVISERS, "work"),
    "medarbejder/udsendelser/":               Line("login   403     403  200  200  200  200   403  403  403   403"),
    "medarbejder/udsendelser/ny/":            Line(ADVISERS),
    "medarbejder/udsendelser/fra-liste/":     post("login   403     403  302  302  302  403   403  403  403   403"),
    "medarbejder/borgere/<int:pk>/send/":     Line(ASKED_WHY, "citizen"),
    "medarbejder/udsendelser/<int:pk>/":      Line("login   403     403  200  200  200  200   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/ret/":  Line("login   403     403  302  403  403  403   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/find/": post("login   403     403  302  403  403  403   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/udvaelg/": post("login   403     403  422  403  403  403   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/send/": post("login   403     403  422  403  403  403   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/godkend/": post("login   403     403  302  302  302  302   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/afvis/": post("login   403     403  422  422  422  422   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/stop/": post("login   403     403  302  403  403  302   403  403  403   403",
                                                   "push"),
    "medarbejder/udsendelser/<int:pk>/traek-tilbage/": post("login   403     403  302  403  403  403   403  403  403   403",
                                                   "push"),
    "administration/udsendelser/":            Line(PLANNERS),
    "medarbejder/udsendelser/regler/":        Line("login   403     403  200  200  200  200   403  403  403   403"),
    "medarbejder/udsendelser/regler/ny/":     Line(ADVISERS),
    "medarbejder/udsendelser/regler/raekkefoelge/":
                                              Line("login   403     403  200  200  200  200   403  403  403   403"),
    "medarbejder/udsendelser/regler/<int:pk>/":
                                              Line("login   403     403  200  200  200  200   403  403  403   403",
                                                   "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/ret/": Line(ADVISERS, "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/eksempler/": Line(ADVISERS, "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/proev/": post(ASKED_WHY, "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/saet-i-gang/":
                                              post("login   403     403  422  422  422  403   403  403  403   403",
                                                   "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/godkend/":
                                              post("login   403     403  302  302  302  302   403  403  403   403",
                                                   "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/afvis/":
                                              post("login   403     403  422  422  422  422   403  403  403   403",
                                                   "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/pause/":
                                              post("login   403     403  302  403  403  302   403  403  403   403",
                                                   "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/genoptag/":
                                              post("login   403     403  302  403  403  302   403  403  403   403",
                                                   "send_rule"),
    "medarbejder/udsendelser/regler/<int:pk>/afslut/":
                                              post("login   403     403  302  403  403  302   403  403  403   403",
                                                   "send_rule"),
    "fra-kommunen/<int:pk>/regel/":           post(HERS_ONWARDS, "push"),
    "fra-kommunen/<int:pk>/":                 Line(HERS, "push"),
    "fra-kommunen/<int:pk>/svar/":            post(HERS_ONWARDS, "push"),
    # audit
    "administration/opslag/":                 officers(),
    "administration/opslag/<int:pk>/":        officers("unusual"),
    "administration/opslag/regler/":          officers(),
    "administration/opslag/regler/<str:code>/": officers("look_rule"),
    "administration/opslag/stikproever/":     officers(),
    "administration/opslag/stikproever/<int:pk>/": officers("look_sample"),
    "administration/opslag/trukket/<int:pk>/": officers("sampled"),
    "administration/opslag/udtraek/":         officers(),
    "administration/revisionsspor/":          Line(ADMIN, olga="200"),
    "administration/revisionsspor/kontroller/": Line(ADMIN_ONWARDS, "", "POST", "302"),
    # retention
    "mine-data/slettes/":                     Line(CITIZENS),
    "mine-data/slettes/<int:pk>/gem/":        post(HERS_ONWARDS, "told_her"),
    "administration/opbevaring/":             Line(ADMIN, olga="200"),
    "administration/opbevaring/plan/":        Line(ADMIN_ONWARDS, "", "POST", "302"),
    "administration/opbevaring/plan/<int:pk>/ja/": Line(ADMIN_UNSAID, "deletion_plan", "POST", "422"),
    "administration/opbevaring/plan/<int:pk>/nej/": Line(ADMIN_UNSAID, "deletion_plan", "POST", "422"),
    "administration/opbevaring/tal/<str:code>/": Line(ADMIN, "keeping_number", olga="200"),
    "administration/opbevaring/maa-ikke-slettes/": Line(ADMIN, olga="200"),
    "administration/opbevaring/maa-ikke-slettes/<int:pk>/ophaev/": Line(ADMIN_ONWARDS, "held_back", "POST", "302"),
    "administration/forskning/":              Line(ADMIN, olga="200"),
    "administration/forskning/<int:pk>/ja/":  Line(ADMIN_ONWARDS, "research_asked", "POST", "302"),
    "administration/forskning/<int:pk>/nej/": Line(ADMIN_ONWARDS, "research_asked", "POST", "302"),
    "administration/forskning/<int:pk>.csv":  Line(ADMIN, "research_made", olga="200"),
}
# fmt: on

# Vera decides for a firm. Of all addresses that need a login she gets these and no other: what is
# not named here answers her 403, or 404 where there is nothing for anybody in her organisation.
VENDOR: dict[str, str] = {
    "mine-data/": "200",
    "mine-data/soeg/": "200",
    "mine-data/emne/<slug:group>/": "200",
    "mine-data/emne/<slug:group>/<str:label>/": "200",
    "mine-data/anmodninger/": "200",
    "mine-data/anmodninger/ny/": "200",
    "mine-data/anmodninger/<int:pk>/": "404",
    "mine-data/anmodninger/<int:pk>/tag-tilbage/": "404",
    "mine-data/hent/": "200",
    "mine-data/hent/ny/": "302",
    "mine-data/hent/<int:pk>/": "404",
    "mine-data/slet/": "200",
    "mine-data/slet/ja/": "302",
    "log-ind/igen/": "404",
    "log-ind/igen/videre/": "302",
    "mit-login/": "200",
    "mit-login/andre/afslut/": "302",
    "mit-login/<uuid:handle>/afslut/": "404",
    "beskeder/": "200",
    "beskeder/laest/": "302",
    "beskeder/<int:pk>/": "404",
    "beskeder/indstillinger/": "200",
    "beskeder/indstillinger/mail/": "422",
    "beskeder/indstillinger/telefon/": "422",
    "beskeder/indstillinger/fjern/<int:pk>/": "404",
    "beskeder/indstillinger/pause/": "422",
    "leverandoer/": "200",
    "leverandoer/profil/": "200",
    "leverandoer/profil/cvr/": "302",
    "leverandoer/medarbejdere/": "200",
    "leverandoer/medarbejdere/ny/": "422",
    "leverandoer/medarbejdere/<int:pk>/stop/": "200",
    "leverandoer/loesninger/": "200",
    "leverandoer/loesninger/ny/": "200",
    "leverandoer/oekonomi/": "200",
    "leverandoer/oekonomi/<int:pk>.xml": "404",
    "leverandoer/oekonomi/aendring/<int:pk>/": "404",
    "leverandoer/oekonomi/aendring/<int:pk>/svar/": "404",
    "leverandoer/webhooks/": "200",
    "leverandoer/webhooks/hemmelighed/": "302",
    "leverandoer/webhooks/proev/": "302",
    "leverandoer/webhooks/igen/": "302",
    "leverandoer/webhooks/taend/": "302",
    "leverandoer/webhooks/luk/": "302",
    "leverandoer/dokument/<int:pk>/": "200",
    "leverandoer/loesninger/<int:pk>/": "200",
    "leverandoer/loesninger/<int:pk>/beskriv/": "200",
    "leverandoer/loesninger/<int:pk>/handling/": "404",
    "leverandoer/loesninger/<int:pk>/udgaver/<int:number>/": "200",
    "leverandoer/loesninger/<int:pk>/svar/": "200",
    "leverandoer/loesninger/<int:pk>/traek/": "200",
    "leverandoer/loesninger/<int:pk>/beskeder/": "200",
    "leverandoer/loesninger/<int:pk>/tal/": "200",
    "leverandoer/loesninger/<int:pk>/teknik/": "200",
    "leverandoer/loesninger/<int:pk>/teknik/lti/": "200",
    "leverandoer/loesninger/<int:pk>/teknik/hemmelighed/": "302",
    "leverandoer/loesninger/<int:pk>/teknik/noegle/": "200",
    "leverandoer/loesninger/<int:pk>/teknik/noegle/<int:key_id>/": "404",
}


class World(NamedTuple):
    """Everybody's browser, and the objects that belong to Kirsten or Aarhus."""

    browsers: dict[str, KommuneClient]
    objects: dict[str, dict[str, Any]]

    def path(self, address: str) -> str:
        """Return the address with the objects' ids in it."""
        about = self.objects.get(TABLE[address].about, {})
        for part, value in about.items():
            for kind in ("int", "str", "slug", "uuid"):
                address = address.replace(f"<{kind}:{part}>", str(value))
        assert "<" not in address, f"no object for {address}"
        return f"/{address}"


def addresses(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield before + str(pattern.pattern)
        else:
            yield from addresses(pattern, before + str(pattern.pattern))


def _at_the_entrance(citizen: Person, adviser: Person) -> dict[str, dict[str, Any]]:
    """Return a first meeting, help that is asked for, and an item with a video."""
    now = timezone.now()
    period = Period(now + timedelta(days=3), now + timedelta(days=3, hours=1))
    (slot,) = entrance.open_slots(
        adviser_id=adviser.pk, periods=[period], capacity=1, form=Form.IN_PERSON, place="", at=now
    )
    meeting = entrance.book(citizen_id=citizen.pk, actor_id=citizen.pk, slot_id=slot.pk, at=now)
    asked = entrance.ask_to_help(citizen_id=citizen.pk, helper_id=adviser.pk, at=now)
    video = make_video_item(adviser)
    return {
        "meeting": {"pk": meeting.pk},
        "slot": {"pk": slot.pk},
        "help": {"pk": asked.pk},
        "video": {"pk": video.pk, "key": video.key, "language": "da"},
        "guide": {"key": "profil"},
    }


def _hers(citizen: Person) -> dict[str, int]:
    """Return the ids of one of each thing a citizen has."""
    now = timezone.now()
    profile = journey.ensure_profile(citizen_id=citizen.pk, at=now)
    job = journey.ExperienceEntry(title="Gartner", started_on=date(2020, 1, 1))
    school = journey.EducationEntry(title="Gartner", level=EducationLevel.VOCATIONAL)
    experience = journey.add_experience(profile=profile, entry=job, at=now)
    education = journey.add_education(profile=profile, entry=school, at=now)
    journey.add_competences(profile=profile, named=[journey.Named("Beskæring")], at=now)
    journey.add_wish(profile=profile, named=journey.Named("Gartner"), at=now)
    theme = theme_target("dyr")
    assert theme is not None
    followed = vacancies.follow(citizen_id=citizen.pk, target=theme, at=now)
    search = vacancies.save_search(citizen_id=citizen.pk, name="Have", query="q=have", at=now)
    return {
        "experience": experience.pk,
        "education": education.pk,
        "competence": Competence.objects.get(profile=profile).pk,
        "wish": Wish.objects.get(profile=profile).pk,
        "search": search.pk,
        "followed": followed.pk,
        "application": make_document(citizen).application_id,
        "interview": make_interview(citizen).pk,
        "proposal": make_proposal(citizen).pk,
        "signal": Signal.objects.create(
            citizen_id=citizen.pk, source="akasse", kind="wish", key="x", words="Kok", told_at=now
        ).pk,
        "telling": Telling.objects.create(
            citizen_id=citizen.pk, source="file", name="cv.pdf", format="pdf", told_at=now
        ).pk,
        "persona": Persona.objects.create(
            person=citizen, story_da="-", story_en="-", assurance=Assurance.SUBSTANTIAL
        ).pk,
    }


@pytest.fixture
def world(
    aarhus: Municipality,
    kirsten: Person,
    omar: Person,
    tove: Person,
    eva: Person,
    anne: Person,
    visitor: KommuneClient,
    as_kirsten: KommuneClient,
    as_mads: KommuneClient,
    as_omar: KommuneClient,
    as_ida: KommuneClient,
    as_tove: KommuneClient,
    as_bente: KommuneClient,
    as_eva: KommuneClient,
    as_anne: KommuneClient,
    as_nadia: KommuneClient,
    as_jonas: KommuneClient,
    vera: Person,
    index: Callable[[], None],
) -> World:
    staff = (as_omar, as_ida, as_tove, as_bente, as_eva, as_anne)
    everybody = (visitor, as_kirsten, as_mads, *staff, as_nadia, as_jonas)
    own = make_source(code="egne-job", municipality=aarhus)
    vacancy = make_vacancy("Gartner", source=own)
    with working_for(aarhus.pk):
        rejected = make_rejected(own)
        ids = _hers(kirsten)
        told = notice_objects(kirsten)
        entered = _at_the_entrance(kirsten, omar)
        placed = address_objects(kirsten, tove, anne)
        planned = plan_objects(kirsten, omar)
        judged = availability_objects(kirsten, omar)
        weekly = week_objects(kirsten)
        noticed = attention_objects(kirsten)
        talked = talk_objects(kirsten, omar)
        pushed = gone_out(omar, kirsten)
        chosen = decided_objects(kirsten, anne)
        send_rule = a_rule(omar)
        followed = followed_objects(kirsten, omar, anne)
        watched = audit_objects(omar, kirsten)
        written = library_objects(aarhus, eva, anne)
        marketed = market_objects(kirsten) | shelf_objects() | launch_objects()
        marketed |= evidence_objects(kirsten) | webhook_objects()
        marketed |= agreement_objects()
        asked = mydata_objects(kirsten) | kept_objects(kirsten, eva, anne)
        make_run(kirsten, [vacancy])
        kept = casework_filters.save_filter(
            owner_id=omar.pk, name="Uden CV", query="cv=nej", shared=True, at=timezone.now()
        )
        tenancy.save_logo(
            municipality=aarhus, image=b"x", content_type="image/png", at=timezone.now()
        )
    objects: dict[str, dict[str, Any]] = {name: {"pk": pk} for name, pk in ids.items()}
    objects["kept"] = {"pk": kept.pk}
    objects |= (
        told
        | asked
        | chosen
        | entered
        | placed
        | planned
        | judged
        | weekly
        | law_objects()
        | noticed
        | talked
        | followed
        | marketed
        | vendor_objects()
        | firm_objects(vera)
        | written
        | watched
        | {
            "vacancy": {"pk": vacancy.pk, "vacancy_id": vacancy.pk},
            "source": {"pk": own.pk},
            "rejected": {"pk": rejected.pk},
            "citizen": {"pk": kirsten.pk},
            "suggested": {"pk": kirsten.pk, "vacancy_id": vacancy.pk},
            "model": {"code": "matching"},
            "dataset": {"code": "profile"},
            "login": login_objects(kirsten),
            "outside": {"code": "mitid"},
            "staff": {"pk": omar.pk},
            "protected": protected_objects(add_person(aarhus, "Bo Falk", "citizen")),
            "signals": {"source": "akasse"},
            "consent": {"source": "akasse", "purpose": "profile"},
            "document": {"pk": ids["application"], "kind": "cv"},
            "source_code": {"code": "akasse"},
            "code": {"code": "0851"},
            "version": {"version": aarhus.theme_version},
            "icon": {"version": aarhus.theme_version, "size": 192, "shape": "maske"},
            "kind": {"kind": "punkter"},
            "push": {"pk": pushed.pk},
            "send_rule": {"pk": send_rule.pk},
            "work": {"group": "132"},
        }
    )
    return World(dict(zip(WHO, everybody, strict=True)), objects)


def ask(browser: KommuneClient, method: str, path: str) -> str:
    """Return what an address answers, and leave everything as it was."""
    cookies = {name: morsel.value for name, morsel in browser.cookies.items()}
    browser.raise_request_exception = False
    with transaction.atomic():
        answer = browser.generic(method, path)
        transaction.set_rollback(True)
    browser.cookies.clear()
    browser.cookies.load(cookies)
    # A page is led to the login; a form keeps what was typed, and gets a page that says so.
    to_log_in = (
        answer.status_code == 302 and "/log-ind/?next=" in answer["Location"]
        if method == "GET"
        else answer.status_code == 401
    )
    return "login" if to_log_in else str(answer.status_code)


def test_every_address_has_a_line() -> None:
    assert set(addresses(get_resolver("jobunivers.config.urls"))) == set(TABLE)


@pytest.mark.parametrize("who", WHO)
def test_everybody_gets_at_every_address_what_the_table_says(world: World, who: str) -> None:
    column = WHO.index(who)
    wrong = []
    for address, line in TABLE.items():
        expected = line.answers.split()[column]
        given = ask(world.browsers[who], line.method, world.path(address))
        if given != expected:
            wrong.append(f"{line.method} {address}: {given}, not {expected}")
    assert wrong == []


@pytest.mark.parametrize("who", WHO)
def test_what_may_not_be_seen_may_not_be_sent_to_either(world: World, who: str) -> None:
    column = WHO.index(who)
    wrong = []
    for address, line in TABLE.items():
        expected = line.answers.split()[column]
        if line.method == "POST" or expected not in {"login", "403", "404"}:
            continue
        given = ask(world.browsers[who], "POST", world.path(address))
        if given not in {expected, "405"}:
            wrong.append(f"POST {address}: {given}, not {expected}")
    assert wrong == []


def test_somebody_of_a_firm_gets_her_own_pages_and_nothing_of_citizens_or_staff(
    world: World, as_vera: KommuneClient
) -> None:
    wrong = []
    for address, line in TABLE.items():
        answers = dict(zip(WHO, line.answers.split(), strict=True))
        # What needs no login she gets as Nadia does, who is in the same organisation.
        # A door for programs alone answers 401 to every person.
        same = answers["visitor"] != "login" or answers["nadia"] == "login"
        open_to_all = answers["nadia"] if same else "403"
        expected = VENDOR.get(address, open_to_all)
        given = ask(as_vera, line.method, world.path(address))
        if given != expected:
            wrong.append(f"{line.method} {address}: {given}, not {expected}")
        if address not in VENDOR and expected == "403" and line.method == "GET":
            sent = ask(as_vera, "POST", world.path(address))
            if sent not in {"403", "405"}:
                wrong.append(f"POST {address}: {sent}, not 403")
    assert wrong == []
    assert set(VENDOR) <= set(TABLE)


def _to_olga(line: Line) -> str:
    """Return what the officer of data protection gets: hers, what all staff get, or nothing."""
    answers = dict(zip(WHO, line.answers.split(), strict=True))
    staff = {answers[who] for who in ("omar", "ida", "tove", "bente", "eva", "anne")}
    return line.olga or (staff.pop() if len(staff) == 1 else "403")


def test_who_sees_to_data_protection_gets_her_own_pages_and_opens_no_citizen(
    world: World, as_olga: KommuneClient
) -> None:
    wrong = []
    for address, line in TABLE.items():
        given = ask(as_olga, line.method, world.path(address))
        if given != _to_olga(line):
            wrong.append(f"{line.method} {address}: {given}, not {_to_olga(line)}")
        elif given == "403" and line.method == "GET":
            sent = ask(as_olga, "POST", world.path(address))
            if sent not in {"403", "405"}:
                wrong.append(f"POST {address}: {sent}, not 403")
    assert wrong == []


def test_an_address_that_changes_something_refuses_to_be_looked_at(world: World) -> None:
    wrong = []
    for address, line in TABLE.items():
        if line.method != "POST":
            continue
        for who, expected in zip(WHO, line.answers.split(), strict=True):
            given = ask(world.browsers[who], "GET", world.path(address))
            allowed = {"405"} if expected == "302" else {"405", expected}
            if given not in allowed:
                wrong.append(f"GET {address} as {who}: {given}")
    assert wrong == []


def test_in_another_kommune_everybody_is_a_visitor(world: World, odense: Municipality) -> None:
    stranger = KommuneClient(odense.slug)
    expected = {
        address: ask(stranger, line.method, world.path(address)) for address, line in TABLE.items()
    }
    wrong = []
    for who in set(WHO) - {"visitor", "jonas"}:
        browser = world.browsers[who]
        browser.prefix = stranger.prefix
        for address, line in TABLE.items():
            given = ask(browser, line.method, world.path(address))
            if given != expected[address]:
                wrong.append(f"{line.method} {address} as {who}: {given}, not {expected[address]}")
    assert wrong == []


def test_search_engines_are_asked_to_leave_what_is_personal_alone(world: World) -> None:
    answer = Client().get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    rules = [
        re.compile(re.escape(line.removeprefix("Disallow: ")).replace(r"\*", ".*"))
        for line in answer.content.decode().splitlines()
        if line.startswith("Disallow: ")
    ]
    for address, line in TABLE.items():
        if line.method == "POST":
            continue
        personal = line.answers.startswith("login")
        for before in ("", "/aarhus"):
            path = before + world.path(address)
            kept_out = any(rule.match(path) for rule in rules)
            # A secret address is nothing to be found either.
            secret = address.startswith(("log-ind/", "kalender/"))
            assert kept_out == (personal or secret), path


_INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=|javascript:", re.IGNORECASE
)
_STRICT = {"default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'"}
# A file somebody has handed in may do nothing at all.
_SEALED = {"sandbox", "default-src 'none'"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_keeps_to_the_strict_policy_and_its_language(
    world: World, as_olga: KommuneClient, language: str
) -> None:
    wrong, pages = [], 0
    browsers = {**world.browsers, "olga": as_olga}
    for address, line in TABLE.items():
        # Whoever may not gets a page too: an error page.
        answers = dict(zip(line.answers.split(), WHO, strict=True))
        hers = {"olga"} if line.olga == "200" else set()
        for who in {answers.get("200", "visitor"), answers.get("403", "jonas")} | hers:
            browser = browsers[who]
            browser.cookies["django_language"] = language
            answer = browser.get(world.path(address))
            policy = {part.strip() for part in answer["Content-Security-Policy"].split(";")}
            strict = policy >= _STRICT or policy >= _SEALED
            if not strict or "unsafe" in answer["Content-Security-Policy"]:
                wrong.append(f"{address}: {policy}")
            if "text/html" not in answer.get("Content-Type", "") or answer.streaming:
                continue
            page = answer.content.decode()
            pages += 1
            wrong += [f"{address}: {found}" for found in _INLINE.findall(page)]
            if "<html" in page and f'<html lang="{language}"' not in page:
                wrong.append(f"{address} as {who} is not in {language}")
    assert wrong == []
    assert pages > len(TABLE)


def test_the_countrys_sources_are_mended_by_those_who_run_the_platform(world: World) -> None:
    source = make_source(code="hele-landet")
    rejected = make_rejected(source)
    answers = {
        who: [
            ask(world.browsers[who], "GET", f"/administration/jobkilder/{source.pk}/"),
            ask(world.browsers[who], "GET", f"/administration/afviste/{rejected.pk}/"),
            ask(world.browsers[who], "POST", f"/administration/afviste/{rejected.pk}/lad-ligge/"),
        ]
        for who in ("anne", "nadia")
    }
    assert answers == {"anne": ["200", "404", "404"], "nadia": ["200", "200", "302"]}


def test_everybody_reads_the_countrys_advertisements(world: World) -> None:
    vacancy = make_vacancy("Lagermedarbejder")
    for who in WHO:
        assert ask(world.browsers[who], "GET", f"/job/{vacancy.pk}/") == "200", who
