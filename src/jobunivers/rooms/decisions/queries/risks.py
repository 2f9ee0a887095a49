# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The risks that both assessments weigh: for whom, how likely, how bad, what is done, what is left.

Likelihood and harm are from 1 (small) to 4 (large), before and after what is done. They are a
proposal by those who make the platform: the kommune weighs them anew in its own fields.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk, and what stands against it. `before` and `after`: (likelihood, harm)."""

    code: str
    what: Promise
    whom: Promise
    before: tuple[int, int]
    done: tuple[Promise, ...]
    after: tuple[int, int]
    rights: tuple[str, ...] = ()  # articles of the EU charter of fundamental rights

    @property
    def of_rights(self) -> bool:
        """Say whether it is a risk to fundamental rights beside data protection."""
        return bool(self.rights)


_CITIZENS = _("Alle borgere, der søger job")
_FEW_LIKE_HER = _("Borgere, der ligner få andre: unge, ældre, nyankomne, syge")
_PROTECTED = _("Borgere med beskyttet navn og adresse")
_ALL = _("Borgere og medarbejdere")

RISKS: tuple[Risk, ...] = (
    Risk(
        "unfair", _("En model er dårligere for nogle grupper, så de får dårligere forslag."),
        _FEW_LIKE_HER, (3, 3),
        (
            _("Køn, oprindelse, helbred og ydelse går ikke ind i nogen model."),
            _("Modellerne bliver målt for grupper, og tallene står åbent. Mangler de, står det."),
            _("Et menneske kan vælge noget andet, og en regel om lighed stopper en dårlig model."),
        ),
        (2, 2), ("21", "23"),
    ),
    Risk(
        "control", _("Hjælp bliver brugt som kontrol og koster ydelse."),
        _CITIZENS, (3, 4),
        (
            _("Ingen model eller regel afgør noget om ydelse. Et menneske med navn gør."),
            _("Det, folk klikker på og læser, bliver ikke gemt til brug for kommunen."),
            _("Sager om rådighed er adskilt fra forslag. Ingen lister læser dem."),
        ),
        (1, 4), ("34", "41"),
    ),
    Risk(
        "automation", _("Medarbejdere følger computeren uden at tænke selv."),
        _CITIZENS, (3, 3),
        (
            _("Hvert forslag viser sine grunde, og medarbejderen kan sige, at det er forkert."),
            _("Hvor tit medarbejdere er uenige, bliver talt og står i registeret."),
            _("Kommunen kan slå hver model fra, og alt andet virker."),
        ),
        (2, 2), ("41", "47"),
    ),
    Risk(
        "opaque", _("Borgeren kan ikke se eller klage over det, der er valgt."),
        _CITIZENS, (3, 3),
        (
            _("Siden “Det, siden har valgt for dig” viser hvert valg, data, udgave og grund."),
            _("Hvert valg kan regnes efter i 90 dage og bliver så sammenlignet."),
            _("En indsigelse får en navngiven medarbejder og en frist."),
        ),
        (1, 2), ("8", "41", "47"),
    ),
    Risk(
        "crowding", _("Alle bliver sendt efter de samme job, og chancerne bliver mindre."),
        _CITIZENS, (3, 2),
        (
            _("Visninger bliver spredt, og hvor skævt det er, bliver målt hver nat."),
        ),
        (2, 1), ("15", "29"),
    ),
    Risk(
        "looking", _("En medarbejder slår en borger op uden grund."),
        _ALL, (3, 3),
        (
            _("Hvert opslag kræver en grund, bliver skrevet ned og står på borgerens side."),
            _("Usædvanlige opslag bliver fundet og set efter af en ansvarlig."),
        ),
        (2, 2),
    ),
    Risk(
        "protected", _("Et beskyttet navn eller en adresse bliver kendt."),
        _PROTECTED, (2, 4),
        (
            _("Lister viser kun forbogstaver, beskeder bliver i huset, og opslag er mærket."),
        ),
        (1, 4), ("3", "7"),
    ),
    Risk(
        "breach", _("Oplysninger bliver stjålet, eller en anden kommune ser dem."),
        _ALL, (2, 4),
        (
            _("Databasen selv adskiller kommuner. En fejl i en side viser intet fra andre."),
            _("Fritekst og de mest følsomme felter er krypteret. Der er intet CPR-nummer."),
            _("Login har et sikringsniveau, og alle kan se og lukke deres egne logins."),
        ),
        (1, 3), ("7", "8"),
    ),
    Risk(
        "kept", _("Oplysninger bliver gemt længere, end der er brug for."),
        _ALL, (3, 2),
        (
            _("Hvert felt har et formål og en frist. Sletning sker af sig selv efter varsel."),
        ),
        (1, 2), ("8",),
    ),
    Risk(
        "free-text", _("Fritekst rummer helbred eller andet følsomt, som ingen har bedt om."),
        _CITIZENS, (3, 3),
        (
            _("Felter siger, hvad der ikke skal stå. Ingen model læser notater eller samtaler."),
            _("Fritekst er krypteret og kan slettes og rettes."),
        ),
        (2, 2), ("8",),
    ),
    Risk(
        "excluded", _("Den, der ikke er digital, får mindre hjælp."),
        _("Borgere uden digitale vaner, med få ord på dansk eller med handicap"), (3, 3),
        (
            _("Borgere kan vælge hjælp af et menneske, og skranken kan gøre det sammen med dem."),
            _("Siderne er på let dansk og engelsk og virker med skærmlæser og uden script."),
        ),
        (2, 2), ("21", "25", "26"),
    ),
    Risk(
        "chain", _("En leverandør får mere at vide, end opgaven kræver."),
        _CITIZENS, (2, 3),
        (
            _("Løsninger får et tal i stedet for et navn, medmindre borgeren siger ja til mere."),
            _("Et register viser, hvem der behandler hvad hvor. Falder grunden, er der lukket."),
        ),
        (1, 3), ("8",),
    ),
)  # fmt: skip
