# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.agreements.views import asking, changing, settling, writing

app_name = "agreements"
_ALL = "administration/aftaler"
urlpatterns = [
    path(f"{_ALL}/", writing.agreements, name="list"),
    path(f"{_ALL}/ny/", writing.choose, name="choose"),
    path(f"{_ALL}/ny/<int:pk>/", writing.new, name="new"),
    path(f"{_ALL}/regnskab/", settling.ledger, name="ledger"),
    path(f"{_ALL}/afregning/<int:pk>/", settling.settlement, name="settlement"),
    path(f"{_ALL}/afregning/<int:pk>/afgoer/", settling.decide, name="settlement_decide"),
    path(f"{_ALL}/afregning/<int:pk>/linjer.csv", settling.as_csv, name="csv"),
    path(f"{_ALL}/afregning/<int:pk>/faktura.xml", settling.as_invoice, name="invoice"),
    path(f"{_ALL}/afregning/<int:pk>/<int:place>/", settling.line, name="line"),
    path(f"{_ALL}/aendring/<int:pk>/", changing.change, name="change"),
    path(f"{_ALL}/aendring/<int:pk>/ret/", changing.edit, name="change_edit"),
    path(f"{_ALL}/aendring/<int:pk>/afgoer/", changing.decide, name="change_decide"),
    path(f"{_ALL}/anmodning/<int:pk>/", asking.asked, name="asked"),
    path(f"{_ALL}/<int:pk>/aendring/", changing.new, name="change_new"),
    path(f"{_ALL}/<int:pk>/", writing.agreement, name="agreement"),
    path(f"{_ALL}/<int:pk>/ret/", writing.edit, name="edit"),
    path(f"{_ALL}/<int:pk>/afgoer/", writing.decide, name="decide"),
]
