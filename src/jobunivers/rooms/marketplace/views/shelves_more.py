# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Beside the shelves: the editors' work list, clusters, and the level of the vision."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_administrators, for_national
from jobunivers.rooms.marketplace import access, actions
from jobunivers.rooms.marketplace.forms.shelves import ClusterForm, LevelForm
from jobunivers.rooms.marketplace.models import Cluster
from jobunivers.rooms.marketplace.queries import clusters as asked
from jobunivers.rooms.marketplace.queries.newcomers import newcomers
from jobunivers.rooms.marketplace.queries.shelf_rows import known
from jobunivers.rooms.marketplace.queries.work_list import work_page
from jobunivers.rooms.marketplace.views.shelves_common import (
    ASKED,
    actor,
    for_shelf_editors,
    show,
    status_of,
    to,
)


@for_shelf_editors
@reads
def work(request: Request) -> HttpResponseBase:
    """List what editors should look at, by kind."""
    whose, cluster = access.shelves_or_404(request)
    wanted = request.GET.get("vis", "")
    page = work_page(whose=whose, at=timezone.now(), language=request.LANGUAGE_CODE, only=wanted)
    new = newcomers(whose=whose, at=timezone.now(), language=request.LANGUAGE_CODE)
    return show(request, "work.html", {"page": page, "new": new}, cluster=cluster)


@for_administrators
@require_http_methods(ASKED)
def level(request: Request) -> HttpResponseBase:
    """Decide at which level of the vision the kommune runs, from a day on."""
    now = timezone.now()
    today = timezone.localdate(now)
    current = known(day=today).level
    form = LevelForm(request.POST or None, level=current, today=today)
    if request.method == "POST" and form.is_valid():
        actions.decide_level(**form.cleaned_data, at=now, actor_id=actor(request))
        messages.success(request, _("Trinet er gemt."))
        return to("level")
    context = {"form": form, "level": current, "decisions": asked.level_decisions()}
    return show(request, "level.html", context, cluster=None, status=status_of(request))


@for_national
@reads
def clusters(request: Request) -> HttpResponseBase:
    """List the clusters and who is in each."""
    return show(request, "clusters.html", {"rows": asked.clusters()}, cluster=None)


@for_national
@require_http_methods(ASKED)
def cluster_new(request: Request) -> HttpResponseBase:
    """Let some kommuner fill shelves together."""
    return _cluster(request, None)


@for_national
@require_http_methods(ASKED)
def cluster_edit(request: Request, key: str) -> HttpResponseBase:
    """Change who fills shelves together."""
    return _cluster(request, access.cluster_or_404(key))


def _cluster(request: Request, row: Cluster | None) -> HttpResponseBase:
    form = ClusterForm(
        request.POST or None,
        kommuner=asked.kommuner(),
        name=row.name if row else "",
        members=asked.members_of(row) if row else (),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_cluster(
                key=row.key if row else asked.free_key(form.key()),
                name=form.cleaned_data["name"],
                kommuner=form.cleaned_data["kommuner"],
                at=timezone.now(),
                actor_id=actor(request),
            )
        except actions.InAnother as other:
            said = _("De er med i en anden klynge: %(names)s.")
            form.add_error("kommuner", said % {"names": ", ".join(other.names)})
        else:
            messages.success(request, _("Klyngen er gemt."))
            return to("clusters")
    context = {"form": form, "row": row}
    return show(request, "cluster.html", context, cluster=None, status=status_of(request))
