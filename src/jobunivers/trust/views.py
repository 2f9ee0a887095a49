# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.trust import queries


@for_citizens
@reads
def who_has_looked(request: Request) -> HttpResponseBase:
    if request.user.pk is None:
        raise Http404
    looks = queries.looks_at(citizen_id=request.user.pk, page=request.GET.get("side"))
    return render(request, "trust/who_has_looked.html", {"looks": looks})
