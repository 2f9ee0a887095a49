# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What agreements hold: what is agreed with firms, and what it costs. No citizen is in it."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Field,
    Holding,
    hold,
    inner,
    public,
    staff,
)
from jobunivers.rooms.agreements.models import (
    Agreement,
    AgreementTerms,
    Amendment,
    AmendmentYes,
    Bill,
    LedgerEntry,
    MonthCount,
    Party,
    PriceList,
    PriceRequest,
    Settlement,
    SettlementLine,
    Statement,
    Trial,
)

_KOMMUNEN = _("Kommunens medarbejdere og firmaet")
_FIRMAET = _("Firmaet")
_COUNTED = _("Regnet ud af siden af det, aftalen siger")
_WRITTEN, _APPROVED = _("Skrevet af"), _("Godkendt af")


def _keys(*names: str) -> dict[str, Field]:
    return dict.fromkeys(names, inner())


def _open(*names: str) -> dict[str, Field]:
    """Say that fields are of money and dates, about nobody."""
    return dict.fromkeys(names, public())


hold(
    Holding(
        model=Agreement,
        about=About.NOBODY,
        what=_("Aftaler med firmaer om løsninger: hvad, hvornår og hvem der betaler"),
        source=_KOMMUNEN,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="made_at",
        fields={
            **_keys("id", "vendor", "lead", "warned", "version"),
            **_open("number", "title", "offers", "first_on", "last_on", "notice_months", "sharing"),
            **_open("bank_code", "account", "pay_days", "state", "made_at", "changed_at"),
            "made_by_id": staff(_WRITTEN),
            "written_by_id": staff(_("Skrevet om af")),
            "signed_at": public(),
            "signed_by_id": staff(_("Underskrevet af")),
            "noticed_on": public(),
        },
    ),
    Holding(
        model=AgreementTerms,
        about=About.NOBODY,
        what=_("Hvordan en aftale bliver betalt, fra en dag"),
        source=_KOMMUNEN,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="made_at",
        fields={
            **_keys("id", "agreement"),
            **_open("from_on", "said", "made_at"),
            "made_by_id": staff(_WRITTEN),
        },
    ),
    Holding(
        model=Party,
        about=About.NOBODY,
        what=_("Hvilke kommuner der er med i en aftale, og hvor meget de betaler"),
        source=_KOMMUNEN,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="agreed_at",
        fields={
            **_keys("id", "agreement", "kommune"),
            **_open("weight", "gln", "reference", "first_on", "last_on", "agreed_at"),
            "agreed_by_id": staff(_("Sagt ja til af")),
        },
    ),
    Holding(
        model=MonthCount,
        about=About.NOBODY,
        what=_("Hvor meget en kommune har brugt en aftale i en måned, som tal"),
        source=_COUNTED,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="counted_at",
        fields={
            **_keys("id", "agreement_id", "seen_to"),
            **_open("municipality_code", "month", "told", "counted_at"),
        },
    ),
    Holding(
        model=Bill,
        about=About.NOBODY,
        what=_("Hvad en aftale koster alle dens kommuner i en måned"),
        source=_COUNTED,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="made_at",
        fields={
            **_keys("id", "agreement_id"),
            **_open("month", "owed", "lines", "shares", "net", "made_at"),
        },
    ),
    Holding(
        model=Statement,
        about=About.NOBODY,
        what=_("Hvad et firma får at vide om en kommunes afregning, og fakturaen"),
        source=_COUNTED,
        purpose="market",
        retention="books",
        seen_by=("administrator", "vendor"),
        at="approved_at",
        fields={
            **_keys("id", "agreement"),
            **_open("municipality_code", "month", "invoice", "net", "vat", "gross", "acts"),
            **_open("document", "exported_at", "approved_at", "paid_at"),
        },
    ),
    Holding(
        model=Settlement,
        about=About.NOBODY,
        what=_("Kommunens afregning af en aftale for en måned"),
        source=_COUNTED,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="made_at",
        fields={
            **_keys("id", "municipality", "agreement_id"),
            **_open("month", "state", "invoice", "net", "vat", "gross", "made_at", "checked_at"),
            "checked_by_id": staff(_("Set efter af")),
            "approved_at": public(),
            "approved_by_id": staff(_APPROVED),
            **_open("exported_at", "paid_at"),
        },
    ),
    Holding(
        model=SettlementLine,
        about=About.NOBODY,
        # Highest and lowest number and a digest of the acts: they lead to nobody by themselves.
        what=_("Beløb i en afregning, og hvor mange handlinger de kommer af"),
        source=_COUNTED,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="for_month",
        fields={
            **_keys("id", "municipality", "settlement_id", "place"),
            **_open("kind", "of", "correction", "for_month", "quantity", "price", "amount"),
            **_open("whole", "days", "days_in_all", "acts"),
            **_keys("acts_first", "acts_last", "digest"),
        },
    ),
    Holding(
        model=LedgerEntry,
        about=About.NOBODY,
        what=_("Kommunens regnskab med firmaer"),
        source=_COUNTED,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="at",
        fields={
            **_keys("id", "municipality", "vendor_id", "agreement_id", "settlement_id", "key"),
            **_open("debit", "credit", "amount", "at"),
            "by_id": staff(_APPROVED),
        },
    ),
    Holding(
        model=Amendment,
        about=About.NOBODY,
        what=_(
            "Ændringer af, hvordan en aftale bliver betalt: forslag, firmaets svar, godkendelse"
        ),
        source=_KOMMUNEN,
        purpose="market",
        retention="books",
        seen_by=("administrator", "vendor"),
        at="made_at",
        fields={
            **_keys("id", "agreement", "version"),
            **_open("from_on", "said", "state", "made_at", "written_at", "sent_at"),
            # What the parties write of prices, to each other.
            **_open("why", "answer"),
            "written_by_id": staff(_WRITTEN),
            "sent_by_id": staff(_("Sendt af")),
            **_open("answered_at", "approved_at"),
            "answered_by_id": staff(_("Besvaret af")),
            "approved_by_id": staff(_APPROVED),
        },
    ),
    Holding(
        model=AmendmentYes,
        about=About.NOBODY,
        what=_("Hvilke kommuner der har sagt ja til en ændring af en aftale"),
        source=_KOMMUNEN,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="at",
        fields={
            **_keys("id", "amendment", "kommune"),
            "at": public(),
            "by_id": staff(_("Sagt ja til af")),
        },
    ),
    Holding(
        model=PriceList,
        about=About.NOBODY,
        what=_("Priser, et firma selv beder om for en løsning"),
        source=_FIRMAET,
        purpose="market",
        retention="books",
        seen_by=("administrator", "vendor"),
        at="published_at",
        fields={
            **_keys("id", "offer", "version"),
            **_open("said", "words", "published_at", "withdrawn_at"),
            "published_by_id": staff(_WRITTEN),
        },
    ),
    Holding(
        model=PriceRequest,
        about=About.NOBODY,
        what=_("Andre priser, et firma har bedt om i en aftale, og kommunens svar"),
        source=_KOMMUNEN,
        purpose="market",
        retention="books",
        seen_by=("administrator", "vendor"),
        at="asked_at",
        fields={
            **_keys("id", "agreement", "amendment"),
            **_open("from_on", "said", "state", "asked_at", "answered_at"),
            # What the parties write of prices, to each other.
            **_open("why", "answer"),
            "asked_by_id": staff(_("Spurgt af")),
            "answered_by_id": staff(_("Besvaret af")),
        },
    ),
    Holding(
        model=Trial,
        about=About.NOBODY,
        what=_("Hvad en måned ville have talt efter vilkår, der ikke gælder endnu, som tal"),
        source=_COUNTED,
        purpose="market",
        retention="books",
        seen_by=("administrator",),
        at="counted_at",
        fields={
            **_keys("id", "municipality", "agreement_id", "amendment_id", "key"),
            **_open("month", "told", "counted_at"),
        },
    ),
)
