# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How looks read to the citizen: the parts of her data and the reasons staff may give."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTS: dict[str, Promise] = {
    "list": _("Dit navn på en liste"),
    "overview": _("Dit overblik"),
    "profile": _("Din profil"),
    "joblog": _("Dine ansøgninger"),
    "recommendations": _("Job, vi har foreslået dig"),
    "segment": _("Dit forløb"),
    "entrance": _("Din vej ind"),
    "plan": _("Din plan"),
    "attention": _("Det, vi har lagt mærke til"),
    "availability": _("Din rådighed"),
    "talks": _("Dine samtaler"),
    "activity": _("Hvor tit du er i gang"),
    "week": _("Din uge"),
    "consents": _("Dine samtykker"),
    "guidance": _("Hvilke regler og frister der gælder for dig"),
    "notes": _("Notater om dig"),
    "messages": _("Breve til dig"),
    "tasks": _("Opgaver om dig"),
    "offers": _("Det, du bruger på markedspladsen"),
    "decisions": _("Det, en computer har valgt for dig"),
    "print": _("Alt i din sag, til aktindsigt"),
    "requests": _("Det, du har bedt om at få gjort ved dine data"),
    "looks": _("Hvem der har set dine oplysninger"),
}
REASONS: dict[str, Promise] = {
    "talk": _("Forberedelse af en samtale"),
    "request": _("Du har spurgt om noget"),
    "follow_up": _("Opfølgning på din jobsøgning"),
    "case": _("Sagsbehandling"),
    "overview": _("Overblik over kommunens borgere"),
    "counter": _("Hjælp ved skranken, som du sagde ja til"),
    "access": _("Aktindsigt i din sag"),
    "control": _("Kontrol af, at ingen ser noget uden grund"),
    "assigned": _("Er din personlige jobkonsulent"),
    "substitute": _("Er i stedet for din personlige jobkonsulent, der er væk"),
    "meeting": _("Har møde med dig i dag"),
}
# The same codes as a member of staff chooses them, before anything is shown.
CHOSEN_REASONS: dict[str, Promise] = {
    "talk": _("Jeg forbereder en samtale"),
    "request": _("Borgeren har spurgt om noget"),
    "follow_up": _("Jeg følger op på jobsøgningen"),
    "case": _("Jeg behandler en sag"),
}
# How all of them read to her; the last ones nobody chooses: they are so, or not.
STAFF_REASONS: dict[str, Promise] = {
    **CHOSEN_REASONS,
    "assigned": _("Du er borgerens personlige jobkonsulent"),
    "substitute": _("Du er i stedet for borgerens jobkonsulent"),
    "meeting": _("Du har møde med borgeren i dag"),
}
ROLES: dict[str, Promise] = {
    "citizen": _("Borger"),
    "assistant": _("Jobrejseassistent"),
    "adviser": _("Jobrådgiver"),
    "consultant": _("Personlig jobkonsulent"),
    "manager": _("Leder"),
    "editor": _("Redaktør"),
    "administrator": _("Administrator"),
    "officer": _("Databeskyttelse og sikkerhed"),
    "national": _("Platformens drift"),
}

# By what people are divided when a model's figures are looked at for each group.
DIMENSIONS: dict[str, Promise] = {
    "sex": _("Køn"),
    "age": _("Alder"),
    "origin": _("Navnets oprindelse"),
    "kommune": _("Kommune"),
    "course": _("Forløb"),
    "place": _("Sted i kommunen"),
    "region": _("Region"),
}
_GROUPS: dict[str, Promise] = {
    "sex:woman": _("Kvinder"),
    "sex:man": _("Mænd"),
    "origin:danish": _("Dansk navn"),
    "origin:other": _("Andet navn"),
}
# A figure's name → what it is called, and what it says.
_FIGURES: dict[str, tuple[Promise, Promise]] = {
    "accuracy_at_1": (
        _("Rigtigt i første gæt"),
        _("Hvor stor en del af de første gæt, der er rigtige. 1 er alle."),
    ),
    "mrr": (
        _("Hvor højt det rigtige står"),
        _("1 betyder, at det rigtige altid står først. ½ betyder nummer to."),
    ),
    "precision": (
        _("Fund, der er rigtige"),
        _("Hvor stor en del af det, modellen finder, der passer. 1 er alt."),
    ),
    "recall": (
        _("Rigtige, der bliver fundet"),
        _("Hvor stor en del af det rigtige, modellen finder. 1 er alt."),
    ),
    "ndcg_at_10": (
        _("De ti første job i rette orden"),
        _("1 betyder, at de bedste job står øverst. 0 betyder, at ingen gør."),
    ),
    "recall_at_20": (
        _("Gode job på første side"),
        _("Hvor stor en del af de gode job, der er blandt de 20 første."),
    ),
    "fit_kept": (
        _("Hvor meget der er tilbage, når job spredes"),
        _("1 betyder, at listerne er lige så gode, som når ingen job spredes."),
    ),
    "coverage": (
        _("Job, der bliver vist til nogen"),
        _("Hvor stor en del af alle job, der står på mindst én liste."),
    ),
    "concordance": (
        _("Rigtig rækkefølge af to"),
        _("Hvor tit den, der fik arbejde først, også havde det højeste tal. 0,5 er et gæt."),
    ),
    "auc_26": (_("Kan kende forskel, 26 uger"), _("1 er altid. 0,5 er et gæt.")),
    "auc_52": (_("Kan kende forskel, 52 uger"), _("1 er altid. 0,5 er et gæt.")),
    "miss_26": (_("Rammer ved siden af, 26 uger"), _("0 er intet. 0,05 er fem ud af 100.")),
    "miss_52": (_("Rammer ved siden af, 52 uger"), _("0 er intet. 0,05 er fem ud af 100.")),
    "gap_26": (_("For højt eller lavt, 26 uger"), _("Tallet minus det, der skete. 0 er bedst.")),
    "gap_52": (_("For højt eller lavt, 52 uger"), _("Tallet minus det, der skete. 0 er bedst.")),
    "proxy": (
        _("Så godt kan oplysningerne gætte gruppen"),
        _("0,5 er slet ikke, 1 er altid. Modellen ved det ikke selv."),
    ),
    "gini": (
        _("Hvor skævt visningerne er fordelt"),
        _("0 betyder, at alle job vises lige meget. 1 betyder, at ét job får alt."),
    ),
}


def figure(name: str) -> tuple[str, str]:
    """Return what a figure is called and what it says; an unknown one is called by its name."""
    called, meaning = _FIGURES.get(name, (name.replace("_", " "), ""))
    return str(called), str(meaning)


def group(dimension: str, value: str) -> str:
    """Return what a group is called in the reader's language; an unknown one as it is."""
    return str(_GROUPS.get(f"{dimension}:{value}", value))
