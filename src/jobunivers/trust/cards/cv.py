# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the reading of a citizen's own CV."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.science import cv, merging
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "cv"
_VERSION = f"{cv.VERSION}+{merging.VERSION}"


def card() -> ModelCard:
    """Return the card as the system runs now."""
    return ModelCard(
        code=CODE,
        name=_("Læser dit CV"),
        purpose=_("Finder job, uddannelser, sprog og kompetencer i en fil, du selv henter."),
        kind=_("Faste regler for overskrifter og datoer, og en ordliste over kompetencer."),
        decides="nothing",
        inputs_person=(Input(_("teksten i den fil, du vælger"), _("dig selv")),),
        inputs_other=(
            Input(_("den fælles liste over kompetencer"), _("EU’s ESCO eller Jobunivers’ egen")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _("Overskrifter deler teksten op. En dato begynder et job eller en uddannelse."),
            _("Navnet ved datoen bliver jobbet, når det ligner en stilling på den fælles liste."),
            _("Det samme job fortalt to gange bliver til ét, når navn, sted og tid ligner."),
        ),
        parameters=(Parameter(_("Udgave af reglerne"), _VERSION),),
        constraints=(
            _("Intet kommer i din profil, før du har sagt ja til det."),
            _("Det, du har bestemt, kan ingen fil ændre igen."),
        ),
        limits=(_("Den læser dansk og engelsk. Tekst i billeder kan den ikke læse."),),
        risks=(
            Risk(
                _("Et job bliver læst forkert, for eksempel med en forkert dato."),
                _("Du ser hver linje fra filen ved siden af og retter eller vælger fra."),
            ),
        ),
        oversight=(_("Du ser alt, hvad der er fundet, og hvor i teksten det står."),),
        shown=_("På siden, hvor du vælger, hvad der skal med i din profil."),
        made_from=_("Regler, vi selv har skrevet, og opdigtede CV’er. Ingen borgeres CV’er."),
        owner=common.OWNER,
        version=_VERSION,
        versions=common.history(
            (Version("cv-1+merging-1", date(2026, 11, 25), _("Den første udgave.")),), _VERSION
        ),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_PART),
        high_risk=True,
        when_off=_(
            "Vi finder stadig det, der står i lister. Vi gætter ikke på kompetencer i din tekst."
        ),
        running=common.editions(),
    )
