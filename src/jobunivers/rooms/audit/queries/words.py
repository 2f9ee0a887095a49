# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is found, in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.audit.queries.findings import Finding

FINDINGS: dict[str, Promise] = {
    "row_changed": _("Rækken er ændret, efter at den kom i kæden."),
    "row_removed": _("Rækken er fjernet, og ingen regel har slettet den."),
    "row_inserted": _("Rækken er sat ind bagefter, mellem rækker der stod i kæden."),
    "row_changed_more": _("Flere rækker i tabellen er ændret."),
    "row_removed_more": _("Flere rækker i tabellen er fjernet."),
    "row_inserted_more": _("Flere rækker er sat ind bagefter."),
    "gap_unsigned": _(
        "Her står, at en regel har slettet rækker, men programmet har ikke skrevet under på det."
    ),
    "consent_reopened": _("Samtykket gælder, men loggen siger, at det er trukket tilbage."),
    "link_missing": _("Led i kæden mangler."),
    "link_changed": _("Leddet i kæden er ændret."),
    "link_does_not_follow": _("Leddet passer ikke med leddet før."),
    "link_out_of_order": _("Leddets rækker står ikke i orden."),
    "signature_wrong": _("Underskriften på leddet passer ikke: det er lavet uden nøglen."),
    "key_unknown": _("Underskriften er lavet med en nøgle, vi ikke kender."),
    "seal_changed": _("Dagens segl er ændret."),
    "seal_does_not_follow": _("Dagens segl passer ikke med seglet før."),
    "sealed_end_is_gone": _("Det led, som dagens segl dækker, er væk eller et andet."),
    "seal_missing": _("Et segl står i kopien uden for databasen, men ikke i databasen."),
    "seal_differs_from_copy": _("Seglet er et andet end det i kopien uden for databasen."),
    "end_cut_off": _("Enden af kæden er skåret af: kopien uden for databasen når længere."),
    "end_rewritten": _(
        "Enden af kæden er skrevet om: kopien uden for databasen siger noget andet."
    ),
    "copy_unreadable": _("Kopien uden for databasen kan ikke læses."),
    "no_copy_outside": _("Her er ingen kopi af kæden uden for databasen at holde den op imod."),
    "seal_not_in_copy": _("Et segl står ikke i kopien uden for databasen."),
    "day_not_sealed": _("Dage er ikke blevet forseglet: det natlige job stod stille."),
    "nothing_sealed": _("Ingen dag er forseglet endnu."),
    "columns_gone": _("Tabellen har fået andre kolonner, så ældre led ikke kan regnes efter."),
}


def said(finding: Finding) -> str:
    """Return what was found and where, in the reader's language."""
    where = []
    if finding.table:
        row = "" if finding.pk is None else f" #{finding.pk}"
        where.append(f"{finding.table}{row}")
    if finding.link is not None:
        where.append(_now("led %d") % finding.link)
    if finding.told:
        where.append(finding.told)
    what = str(FINDINGS.get(finding.code, finding.code))
    return f"{', '.join(where)}: {what}" if where else what
