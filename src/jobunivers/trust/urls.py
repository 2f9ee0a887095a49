# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.trust import administration, documents, officer, registers, views

app_name = "trust"
urlpatterns = [
    path("hvem-har-set/", views.who_has_looked, name="who_has_looked"),
    path("samtykker/", views.consents, name="consents"),
    path("samtykker/<str:source>/<str:purpose>/giv/", views.consent_give, name="consent_give"),
    path(
        "samtykker/<str:source>/<str:purpose>/tag-tilbage/",
        views.consent_withdraw,
        name="consent_withdraw",
    ),
    path("ai/", views.models, name="models"),
    path("ai/alt.json", documents.register_json, name="register_json"),
    path("ai/dokumentation/", documents.register_printed, name="register_printed"),
    path("ai/<str:code>/dokumentation/", documents.model_printed, name="model_printed"),
    path("ai/<str:code>/", views.model, name="model"),
    path("ai/<str:code>.json", views.model_json, name="model_json"),
    path("datakatalog/", registers.catalogue, name="catalogue"),
    path("datakatalog.json", registers.catalogue_dcat, name="catalogue_dcat"),
    path("datakatalog/<slug:code>/", registers.dataset, name="dataset"),
    path("administration/fortegnelse/", registers.processing, name="processing"),
    path("administration/fortegnelse/print/", registers.processing_print, name="processing_print"),
    path("administration/fortegnelse.csv", registers.processing_csv, name="processing_csv"),
    path("administration/databeskyttelse/", officer.contact, name="officer"),
    path("administration/ai/", administration.switches, name="switches"),
    path("administration/ai/<str:code>/", administration.switch, name="switch"),
]
