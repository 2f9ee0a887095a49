# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which of four things a letter says: received, invited, offered, refused; or none of them."""

import re
from typing import Literal

Kind = Literal["received", "interview", "offer", "rejected", "unclear"]


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in phrases), re.IGNORECASE)


# What ends a sentence; a line that ends without it goes on in the next.
# "kl. 10" and "3. december" end none: a capital letter must follow, and no month's.
_SENTENCE = re.compile(
    r"(?<=[^\s][.!?:])\s+(?=[A-ZÆØÅ»“\"])"
    r"(?!(?:Jan|Feb|Mar|Apr|Maj|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dec)[a-z]*\b)|\n\s*\n|\r"
)
# What only might happen says nothing of what has: "hvis du bliver indkaldt til samtale".
_MAYBE = re.compile(
    r"\b(hvis|såfremt|ifald|eventuelt|evt\.?|løbende|forventer at (?:indkalde|afholde)|if|whether|"
    r"in case|should you|may be|might|in the event|shortlisted candidates|relevante kandidater)\b",
    re.IGNORECASE,
)
_REFUSED = (
    r"desværre (?:\w+ ){0,6}?(?:ikke|afslag|valgt|meddele|må|besat|gået)",
    r"må (?:vi )?desværre", r"beklager(?:,)? (?:\w+ ){0,4}?(?:ikke|at)",
    r"(?:valgt|gået videre med|gå videre med) (?:\w+ ){0,3}?(?:en anden|andre|øvrige)",
    r"ikke (?:er )?(?:gået|kommet|udvalgt|blandt|går) (?:\w+ ){0,3}?(?:videre|samtale|udvalgte)",
    r"stillingen (?:er|blev) (?:\w+ )?besat", r"\bafslag\b",
    r"unfortunately,? (?:\w+ ){0,8}?(?:not|unable|other|another|decided|filled)",
    r"regret to (?:inform|tell|say)",
    r"decided not to", r"(?:move|go|proceed) (?:\w+ )?with (?:another|other)",
    r"(?:not|unable to) (?:be )?(?:mov|proceed|progress|tak)\w* (?:\w+ ){0,4}?(?:forward|further)",
    r"not (?:be )?(?:proceeding|going ahead|moving ahead)",
    r"not been (?:selected|successful|shortlisted)", r"other candidates",
    r"position has (?:\w+ )?been filled",
)  # fmt: skip
_OFFERED = (
    r"tilbyde dig (?:stillingen|jobbet|ansættelse|en stilling|et job)",
    r"(?:glæde|fornøjelse) at (?:kunne )?tilbyde dig", r"vi vil gerne ansætte dig",
    r"tillykke med (?:jobbet|stillingen|dit nye job)", r"vedhæftet (?:\w+ ){0,3}?kontrakt",
    r"(?:pleased|happy|delighted) to offer you", r"offer you the (?:position|job|role)",
    r"job offer", r"offer of employment",
)  # fmt: skip
_INVITED = (
    r"(?:indkald|inviter|indbyd)\w* (?:\w+ ){0,5}?til (?:\w+ ){0,3}?\w*(?:samtale|interview|møde)",
    r"(?:invitation|indkaldelse) til (?:\w+ ){0,2}?(?:job|ansættelses)?(?:samtale|interview)",
    r"(?:vil|vi) (?:\w+ ){0,4}?(?:møde|tale med|se) dig (?:\w+ ){0,3}?(?:samtale|møde)",
    r"invite you (?:\w+ ){0,4}?(?:interview|meeting|call|conversation)",
    r"invitation to (?:\w+ ){0,3}?interview", r"interview invitation",
    r"schedule (?:\w+ ){0,3}?interview", r"like to (?:meet|interview|speak with) you",
)  # fmt: skip
_RECEIVED = (
    r"tak for din (?:\w+ )?(?:ansøgning|interesse|henvendelse)",
    r"modtaget din (?:\w+ )?ansøgning",
    r"din (?:\w+ )?ansøgning er (?:\w+ )?(?:modtaget|registreret|sendt)",
    r"bekræft\w* (?:\w+ ){0,3}?(?:modtagelse|ansøgning)", r"kvittering for (?:\w+ )?ansøgning",
    r"thank you for (?:\w+ ){0,2}?(?:application|applying|interest)",
    r"received your application", r"application (?:has been|was) (?:received|submitted|sent)",
    r"(?:confirm\w*|acknowledg\w*) (?:\w+ ){0,4}?application",
)  # fmt: skip
# A refusal thanks too, and an invitation: what decides most is asked first.
_IN_ORDER: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("rejected", _any_of(_REFUSED)),
    ("offer", _any_of(_OFFERED)),
    ("interview", _any_of(_INVITED)),
    ("received", _any_of(_RECEIVED)),
)
_MOST_SENTENCES = 400


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each on one line."""
    found = (" ".join(one.split()) for one in _SENTENCE.split(text))
    return [one for one in found if one][:_MOST_SENTENCES]


def kind_of(subject: str, text: str) -> tuple[Kind, str]:
    """Return what a letter says, and the sentence that says it; empty when none does."""
    said = [subject, *sentences(text)]
    for kind, phrases in _IN_ORDER:
        for sentence in said:
            if phrases.search(sentence) and not (kind != "received" and _MAYBE.search(sentence)):
                return kind, sentence
    return "unclear", ""
