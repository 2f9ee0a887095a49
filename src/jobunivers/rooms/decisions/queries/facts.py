# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the running system says of itself for the assessments: from the data map and the register.

Nothing here is written twice: a new field, a new model or another switch stands in the next
assessment by itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from django.utils import timezone
from django.utils.translation import get_language, gettext

from jobunivers.foundation import datamap, keeping
from jobunivers.foundation.datamap import About, Holding, Sort
from jobunivers.foundation.ui import wording
from jobunivers.rooms.decisions.models import Contest
from jobunivers.rooms.decisions.queries.risks import RISKS, Risk
from jobunivers.trust import queries as trust
from jobunivers.trust import register
from jobunivers.trust.measures import measures
from jobunivers.trust.recipients import recipients
from jobunivers.trust.register import ModelCard
from jobunivers.trust.words import ROLES


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an assessment: a heading, the paragraph of law, sentences, and a table."""

    heading: str
    law: str
    texts: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as a signed version keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Return it from what a signed version kept."""
        return cls(
            heading=str(kept["heading"]),
            law=str(kept["law"]),
            texts=tuple(kept["texts"]),
            columns=tuple(kept["columns"]),
            rows=tuple(tuple(row) for row in kept["rows"]),
        )


def data_facts(*, at: datetime) -> list[Section]:
    """Return the facts for the assessment of data protection (GDPR article 35(7))."""
    held = [one for one in datamap.holdings() if one.about is not About.NOBODY]
    return [
        _purposes(held),
        _categories(held),
        _who_sees(held),
        _recipients(at=at),
        _kept_for(held),
        _measures(),
        _models(at=at, law=gettext("art. 35, stk. 3, litra a")),
        _rights(),
        _risks(RISKS, law=gettext("art. 35, stk. 7, litra c og d")),
    ]


def rights_facts(*, at: datetime) -> list[Section]:
    """Return the facts for the assessment of fundamental rights (AI Act article 27)."""
    return [
        _models(at=at, law=gettext("art. 27, stk. 1, litra a")),
        _affected(),
        _quality(at=at),
        _oversight(),
        _contests(),
        _risks([one for one in RISKS if one.of_rights], law=gettext("art. 27, stk. 1, litra d")),
        _own_risks(),
    ]


def _sentence(names: Iterable[object]) -> str:
    return ", ".join(dict.fromkeys(str(one) for one in names))


def _purposes(held: Sequence[Holding]) -> Section:
    rows = []
    for code, purpose in datamap.PURPOSES.items():
        theirs = [one for one in held if one.purpose == code]
        if theirs:
            basis = datamap.BASES[purpose.basis]
            what = _sentence(datamap.GROUPS[one.group].name for one in theirs if one.group)
            rows.append((str(purpose.name), str(basis.law), what))
    return Section(
        gettext("Hvad oplysninger bliver brugt til, og med hvilken ret"),
        gettext("art. 35, stk. 7, litra a og b"),
        columns=(gettext("Formål"), gettext("Ret"), gettext("Hvilke oplysninger")),
        rows=tuple(rows),
    )


def _sort_names() -> Mapping[Sort, str]:
    return {
        Sort.ORDINARY: gettext("almindelige"),
        Sort.CONFIDENTIAL: gettext("fortrolige"),
        Sort.FREE_TEXT: gettext("fritekst"),
        Sort.STAFF: gettext("navn på medarbejder"),
    }


def _categories(held: Sequence[Holding]) -> Section:
    names = _sort_names()
    rows = []
    for group in datamap.groups():
        theirs = [one for one in held if one.group == group.code]
        counted = Counter(field.sort for one in theirs for field in one.fields.values())
        sorts = [f"{names[sort]}: {wording.number(counted[sort])}" for sort in names
                 if counted[sort]]  # fmt: skip
        if theirs:
            sources = _sentence(one.source for one in theirs)
            rows.append((str(group.name), "; ".join(sorts), sources))
    whole = gettext("%(fields)s felter i %(tables)s tabeller er beskrevet. Intet er ubeskrevet.")
    counts = {
        "fields": wording.number(sum(len(one.fields) for one in held)),
        "tables": wording.number(len(held)),
    }
    return Section(
        gettext("Hvilke oplysninger, og hvor de kommer fra"),
        gettext("art. 35, stk. 7, litra a"),
        texts=(whole % counts, gettext("Der bliver ikke gemt noget CPR-nummer.")),
        columns=(gettext("Oplysninger"), gettext("Slags felter"), gettext("Kilde")),
        rows=tuple(rows),
    )


def _who_sees(held: Sequence[Holding]) -> Section:
    rows = []
    for role, name in ROLES.items():
        seen = [one for one in held if one.about is About.CITIZEN and role in one.seen_by]
        if seen:
            rows.append((str(name), _sentence(datamap.GROUPS[one.group].name for one in seen)))
    return Section(
        gettext("Hvem i kommunen kan se det"),
        gettext("art. 32 og art. 35, stk. 7, litra d"),
        texts=(gettext("Hvert opslag kræver en grund og står på borgerens egen side."),),
        columns=(gettext("Rolle"), gettext("Kan se")),
        rows=tuple(rows),
    )


def _recipients(*, at: datetime) -> Section:
    """Return who outside the kommune has data in hand, where, and on what ground."""
    nobody = gettext("Ingen uden for kommunen får personoplysninger lige nu.")
    language = get_language() or "da"
    found = recipients(on=timezone.localdate(at), language=language)
    rows = tuple(
        (
            str(one.name),
            str(one.part_words),
            str(one.what),
            str(one.country) or gettext("skrives af kommunen"),
            str(one.fallen) or str(one.ground) or "–",
        )
        for one in found
    )
    return Section(
        gettext("Hvem uden for kommunen får det, og hvor"),
        gettext("art. 28 og kapitel V"),
        texts=() if rows else (nobody,),
        columns=(
            gettext("Modtager"), gettext("Rolle"), gettext("Hvad"), gettext("Land"),
            gettext("Grundlag"),
        ),
        rows=rows,
    )  # fmt: skip


def _measures() -> Section:
    """Return what protects the data, as the running system says it."""
    return Section(
        gettext("Sådan er oplysningerne beskyttet"),
        gettext("art. 25 og 32"),
        columns=(gettext("Hvad"), gettext("Sådan er det")),
        rows=tuple((str(one.name), f"{one.what} {one.now}".strip()) for one in measures()),
    )


def _kept_for(held: Sequence[Holding]) -> Section:
    days = keeping.chosen_days()
    used = {one.retention for one in held}
    rows = []
    for code, rule in datamap.RETENTIONS.items():
        if code in used:
            kept = days.get(code, rule.days)
            said = gettext("%(days)s dage") % {"days": wording.number(kept)} if kept else "–"
            rows.append((str(rule.name), said, str(rule.why)))
    return Section(
        gettext("Hvor længe det bliver gemt"),
        gettext("art. 5, stk. 1, litra e"),
        columns=(gettext("Regel"), gettext("I denne kommune"), gettext("Hvorfor")),
        rows=tuple(rows),
    )


def _on_or_off(card: ModelCard) -> str:
    state = trust.state_of(card.code)
    if state.on or state.since is None:
        return gettext("til")
    return gettext("fra, siden %(day)s") % {"day": wording.day_year(state.since.date())}


def _models(*, at: datetime, law: str) -> Section:
    del at
    cards = [one for one in register.cards() if one.inputs_person]
    rows = tuple(
        (
            str(one.name),
            str(one.purpose),
            one.version or gettext("ikke beskrevet"),
            _on_or_off(one),
            gettext("ja") if one.high_risk else gettext("nej"),
        )
        for one in cards
    )
    return Section(
        gettext("Modeller og regler, der læser om borgere"),
        law,
        texts=(gettext("Ingen af dem afgør noget. De foreslår, og et menneske bestemmer."),),
        columns=(
            gettext("Model"), gettext("Formål"), gettext("Udgave"), gettext("Slået"),
            gettext("Behandlet som høj risiko"),
        ),
        rows=rows,
    )  # fmt: skip


def _rights() -> Section:
    rows = (
        (gettext("Indsigt og udtræk"), gettext("“Mine data”: alt, med kilde, formål og frist")),
        (gettext("Rettelse og sletning"), gettext("“Mine data”: anmodning med frist")),
        (gettext("Samtykke"), gettext("“Samtykker”: givet og taget tilbage, virker med det samme")),
        (gettext("Hvem har set"), gettext("“Hvem har set mine oplysninger?”")),
        (gettext("Indsigelse mod et valg"), gettext("“Det, siden har valgt for dig”")),
        (gettext("Ingen afgørelse ved computer alene"), gettext("Findes ikke på platformen")),
    )
    return Section(
        gettext("Borgerens rettigheder"),
        "art. 12–22",
        columns=(gettext("Ret"), gettext("Sådan")),
        rows=rows,
    )


def _weight(point: tuple[int, int]) -> str:
    likely, harm = point
    # Unbroken, so that it stands on one line in a narrow column.
    return f"{likely} × {harm} = {likely * harm}".replace(" ", "\N{NO-BREAK SPACE}")


def _risks(risks: Sequence[Risk], *, law: str) -> Section:
    heaviest = sorted(risks, key=lambda one: -one.after[0] * one.after[1])
    rows = tuple(
        (
            str(one.what),
            str(one.whom),
            _weight(one.before),
            " ".join(str(measure) for measure in one.done),
            _weight(one.after),
            ", ".join(one.rights) or "–",
        )
        for one in heaviest
    )
    return Section(
        gettext("Risici, hvad der er gjort, og hvad der er tilbage"),
        law,
        texts=(
            gettext("Tallene er sandsynlighed gange skade, begge fra 1 (lille) til 4 (stor)."),
            gettext("De er et forslag fra dem, der laver platformen. Kommunen vurderer selv."),
        ),
        columns=(
            gettext("Risiko"), gettext("For hvem"), gettext("Før"), gettext("Det er gjort"),
            gettext("Tilbage"), gettext("Artikel i EU’s charter"),
        ),
        rows=rows,
    )  # fmt: skip


def _affected() -> Section:
    whom = dict.fromkeys(str(one.whom) for one in RISKS if one.of_rights)
    return Section(
        gettext("Hvem det rører"),
        gettext("art. 27, stk. 1, litra c"),
        texts=tuple(f"{one}." for one in whom),
    )


def _quality(*, at: datetime) -> Section:
    """Return each model's figures by group with their intervals; what is not measured says so."""
    rows: list[tuple[str, ...]] = []
    for card in (one for one in register.cards() if one.inputs_person):
        page = trust.card_page(card.code, at=at)
        groups = [(group, row) for group in page.groups for row in group.rows]
        if not groups:
            rows.append((str(card.name), gettext("ikke målt for grupper"), "–", "–", "–"))
        for group, row in groups:
            rows.append(
                (
                    str(card.name), group.name, row.group, wording.number(row.value, 2),
                    _interval(row.low, row.high),
                )
            )  # fmt: skip
    return Section(
        gettext("Er modellerne lige gode til alle?"),
        gettext("art. 27, stk. 1, litra d, og bilag IV, punkt 3"),
        texts=(gettext("Målt på opdigtede mennesker, der er ens bortset fra gruppen."),),
        columns=(
            gettext("Model"), gettext("Mål"), gettext("Gruppe"), gettext("Resultat"),
            gettext("Usikkerhed (95 procent)"),
        ),
        rows=tuple(rows),
    )  # fmt: skip


def _interval(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return gettext("ikke målt")
    ends = {"low": wording.number(low, 2), "high": wording.number(high, 2)}
    return gettext("fra %(low)s til %(high)s") % ends


def _oversight() -> Section:
    cards = [one for one in register.cards() if one.inputs_person and not one.part_of]
    rows = tuple(
        (str(one.name), " ".join(str(line) for line in one.oversight), str(one.when_off))
        for one in cards
    )
    return Section(
        gettext("Sådan holder mennesker øje"),
        gettext("art. 27, stk. 1, litra e, og art. 14"),
        columns=(gettext("Model"), gettext("Mennesker"), gettext("Når den er slået fra")),
        rows=rows,
    )


def _contests() -> Section:
    """Return how many citizens have disagreed here, and what came of it."""
    outcomes = Counter(Contest.objects.order_by().values_list("outcome", flat=True))
    rows = (
        (gettext("Venter på svar"), wording.number(outcomes[""])),
        (gettext("Borgeren fik ret"), wording.number(outcomes["agreed"])),
        (gettext("Det blev, som det var"), wording.number(outcomes["kept"])),
        (gettext("Taget tilbage"), wording.number(outcomes["taken_back"])),
    )
    return Section(
        gettext("Indsigelser mod valg i denne kommune"),
        gettext("art. 27, stk. 1, litra f"),
        texts=(gettext("Indsigelser mod forløb og udsendelser tælles på deres egne sider."),),
        columns=(gettext("Udfald"), gettext("Antal")),
        rows=rows,
    )


def _own_risks() -> Section:
    rows = tuple(
        (str(card.name), str(risk.what), str(risk.answer))
        for card in register.cards()
        if card.inputs_person
        for risk in card.risks
    )
    return Section(
        gettext("Det kan gå galt i hver model"),
        gettext("art. 27, stk. 1, litra d, og art. 9"),
        columns=(gettext("Model"), gettext("Risiko"), gettext("Det er gjort")),
        rows=rows,
    )
