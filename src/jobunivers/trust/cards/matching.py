# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the model that finds jobs for a citizen, with the weights as they run.

The room that makes the recommendations says which model it uses, by `provide`. Until it does, the
card reads what science has.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.science.matching import DEFAULT_MODEL
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Text, Version

CODE = "matching"
_VERSIONS = (
    Version("matching-1", date(2026, 11, 23), _("Den første udgave. Seks ting tæller.")),
    Version(
        "matching-2",
        date(2026, 11, 25),
        _("Flere ting tæller. Du kan vælge, hvor nyt det må være. Alle job bliver set på."),
    ),
)
_FIXED = _("Faste vægte, som mennesker har valgt. Dine valg flytter kun din egen liste.")
_TAKEN_IN = _("Faste vægte, som er lært. Et menneske har set tallene og valgt at bruge dem.")
_LEARNED = _("Vægtene er lært af, hvad mange borgere har gemt, skjult og søgt.")
# A part of the score → what it is called, and what it looks at.
_PARTS: Mapping[str, tuple[Text, Text]] = {
    "occupation": (_("Erfaring"), _("Ligner jobbet det, du har lavet før?")),
    "wish": (_("Ønsker"), _("Ligner jobbet det, du gerne vil?")),
    "skills": (_("Det, du kan"), _("Beder jobbet om noget, du kan?")),
    "bridge": (_("Nyt fag"), _("Kan du bruge det, du kan, i et andet fag?")),
    "text": (_("Dine egne ord"), _("Handler opslaget om det samme som din tekst?")),
    "taste": (
        _("Det, du har sagt ja og nej til"),
        _("Ligner det de job, du har gemt, søgt eller bedt om?"),
    ),
    "distance": (_("Afstand"), _("Hvor langt er der, og hvor langt vil du rejse?")),
    "hours": (_("Timer"), _("Passer timerne om ugen?")),
    "freshness": (_("Nyt opslag"), _("Hvor nyt er opslaget?")),
}


@dataclass(frozen=True, slots=True)
class Running:
    """The model in use: its version, and what each part counts, from the safe end to the bold.

    The two ends are equal where a citizen cannot choose how bold her list is. `learned_since`: the
    day from which weights learned from what people do are used; None for those of the program.
    """

    version: str
    weights: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    learned_since: date | None = None


_source: list[Callable[[], Running]] = []


def provide(source: Callable[[], Running]) -> None:
    """Let the room that makes recommendations say which model it uses; said once, in `apps.py`."""
    _source[:] = [source]


def running() -> Running:
    """Return the model in use; before a room says which, the one that comes with the program."""
    if _source:
        return _source[0]()
    safe, bold = _plain(DEFAULT_MODEL.safe), _plain(DEFAULT_MODEL.bold)
    return Running(DEFAULT_MODEL.version, {part: (safe[part], bold[part]) for part in safe})


def _plain(weights: object) -> dict[str, float]:
    if not is_dataclass(weights) or isinstance(weights, type):
        return {}
    return {name: float(value) for name, value in asdict(weights).items()}


def _parameters(model: Running) -> Iterator[Parameter]:
    for part, (safe, bold) in model.weights.items():
        name, meaning = _PARTS.get(part, (part, ""))
        value = common.share(safe)
        if safe != bold:
            value = f"{value} – {common.share(bold)}"
        yield Parameter(name, value, meaning)


def _how(model: Running) -> Iterator[Text]:
    yield _("Hvert job får point for hver ting, der passer. Pointene bliver lagt sammen.")
    yield _("Jobbene med flest point står øverst. Du kan se hvert eneste point.")
    yield _("Det, du ikke har skrevet noget om, trækker ikke ned.")
    yield _("Det, andre har fortalt om dig, tæller halvt så meget som dine egne ord.")
    yield _("Har du kun skrevet en tekst, gætter modellen dine ønsker ud fra den.")
    if any(safe != bold for safe, bold in model.weights.values()):
        yield _(
            "Du vælger, hvor nyt det må være. Af tallene her gælder det første for det kendte og"
            " det sidste for det nye."
        )


def _about_her(model: Running) -> tuple[Input, ...]:
    profile = _("din profil")
    more = (
        (Input(_("de job, du har gemt eller bedt om flere af"), _("dine egne valg her")),)
        if "taste" in model.weights
        else ()
    )
    return (
        Input(_("job, du har haft, og hvor længe"), profile),
        Input(_("det, du kan, og de sprog, du taler"), profile),
        Input(_("kørekort og beviser, du har eller ikke har"), profile),
        Input(_("det, du gerne vil arbejde med"), profile),
        Input(_("din egen tekst"), profile),
        Input(_("hvor du bor, og hvor langt du vil rejse"), profile),
        Input(_("timer om ugen, og om du vil arbejde hjemme"), profile),
        Input(_("de job, du har skjult eller søgt"), _("dine egne valg her")),
        *more,
        Input(_("de fag og emner, du følger"), _("dine egne valg her")),
        Input(
            _("job, kurser og interesser, som andre har fortalt"),
            _("din a-kasse eller et netværk, kun når du har sagt ja"),
        ),
    )


def _history(model: Running) -> tuple[Version, ...]:
    if model.learned_since is None:
        return common.history(_VERSIONS, model.version)
    return (*_VERSIONS, Version(model.version, model.learned_since, _LEARNED))


def card() -> ModelCard:
    """Return the card as the system runs now."""
    model = running()
    return ModelCard(
        code=CODE,
        name=_("Finder job, der ligner dig"),
        purpose=_("Sætter job i rækkefølge for dig, så du ser de bedste bud først."),
        kind=_FIXED if model.learned_since is None else _TAKEN_IN,
        decides="advises",
        inputs_person=_about_her(model),
        inputs_other=(
            Input(_("stilling og krav i opslaget"), _("vores læsning af opslaget")),
            Input(_("sted, timer, frist og sprog"), _("jobkilden")),
            Input(_("hvor nyt opslaget er"), _("jobkilden")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=tuple(_how(model)),
        parameters=tuple(_parameters(model)),
        constraints=(
            _("Et job er ikke med, når fristen er gået."),
            _("Et job er ikke med, når du har skjult eller søgt det."),
            _("Et job er ikke med, når det ligger længere væk, end du vil rejse."),
            _("Et job er ikke med, når timerne ikke er dem, du ønsker."),
            _(
                "Har du nævnt dine sprog, er et job ikke med, når det kræver et sprog, du ikke har"
                " nævnt."
            ),
            _("Et job er ikke med, når det kræver et bevis, du har sagt, du ikke har."),
        ),
        limits=(
            _("Opslag er læst af en computer. Det kan være læst forkert."),
            _("Rejsen er målt i lige linje, over broer og med færge. Den kender ikke bus og tog."),
            _("Den ved kun det, du har skrevet. En tom profil giver en dårlig liste."),
        ),
        risks=(
            Risk(
                _("Du får kun vist det, du plejer at lave."),
                _("Dine ønsker tæller for sig selv. Du kan altid søge i alle job."),
            ),
            Risk(
                _("Nogle grupper får dårligere lister end andre."),
                _("Vi måler det på opdigtede mennesker. Tallene står her, når de er målt."),
            ),
            Risk(
                _("For mange får vist de samme job."),
                _("Et job mister point, når det står på for mange lister. Det har sin egen side."),
            ),
        ),
        oversight=(
            _("Du ser alle grunde og kan skjule et job eller rette din profil."),
            _("Din rådgiver ser den samme liste og kan skrive, hvis noget ikke passer."),
            _("Kommunen kan slå modellen fra. Det virker med det samme."),
        ),
        shown=_("Listen er mærket “Lavet af en computer”. Hvert job har “Hvorfor ser jeg dette?”."),
        made_from=common.NO_TRAINING if model.learned_since is None else _LEARNED,
        owner=common.OWNER,
        version=model.version,
        versions=_history(model),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_HIGH_RISK),
        high_risk=True,
        when_off=_("Du ser nye job nær dit hjem i stedet. De bliver ikke holdt op mod din profil."),
    )
