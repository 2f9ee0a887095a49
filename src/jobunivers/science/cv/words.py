# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words CVs are written with, in Danish and English."""

from typing import Final

HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "experience": (
        "erhvervserfaring", "erhvervserfaringer", "erfaring", "arbejdserfaring", "joberfaring",
        "job", "jobs", "karriere", "ansættelser", "beskæftigelse", "tidligere beskæftigelse",
        "relevant erfaring", "relevant erhvervserfaring", "øvrig erfaring", "anden erfaring",
        "professionel erfaring", "erhvervsmæssig baggrund", "arbejdsliv", "praktik", "fritidsjob",
        "studiejob", "tidligere job", "tidligere stillinger", "faglig erfaring", "erhvervsforløb",
        "work experience", "experience", "professional experience", "employment",
        "employment history", "work history", "career", "career history", "relevant experience",
        "work", "internships", "professional background", "jobs og praktik", "arbejde",
        "arbejdspladser", "mine job", "erhverv", "arbejdsmarkedserfaring",
        "joboversigt", "beskæftigelser", "previous jobs", "positions", "employment record",
    ),
    "education": (
        "uddannelse", "uddannelser", "uddannelsesmæssig baggrund", "skolegang", "skole",
        "uddannelsesforløb", "uddannelsesbaggrund", "uddannelse og kurser",
        "uddannelser og kurser", "uddannelse og træning",
        "skole og uddannelse", "kurser og uddannelse",
        "education", "education and training",
        "educational background", "academic background", "studies", "qualifications",
    ),
    "courses": (
        "kurser", "kurser og certifikater", "kurser og certificeringer", "efteruddannelse",
        "kurser og efteruddannelse", "certifikater", "certificeringer", "amu kurser", "beviser",
        "kursus", "courses", "certificates", "certifications", "training", "further training",
        "courses and certificates", "licenses and certifications",
    ),
    "skills": (
        "kompetencer", "faglige kompetencer", "personlige kompetencer", "kvalifikationer",
        "faglige kvalifikationer", "nøglekompetencer", "kernekompetencer", "færdigheder",
        "det kan jeg", "it", "it kompetencer", "it færdigheder", "it kundskaber", "edb", "systemer",
        "it systemer", "værktøjer", "skills", "key skills", "core skills", "technical skills",
        "core competencies", "competencies", "it skills", "computer skills", "digital skills",
        "tools", "technologies", "areas of expertise", "expertise", "professional skills",
    ),
    "languages": (
        "sprog", "sprogkundskaber", "sprogfærdigheder", "sproglige kompetencer", "languages",
        "language skills", "language", "sprog og it",
    ),
    "licences": (
        "kørekort", "kørekort og certifikater", "driving licence", "driving license",
        "driver s license", "licences", "licenses", "driving",
    ),
    "summary": (
        "profil", "om mig", "resume", "resumé", "kort om mig", "profiltekst", "faglig profil",
        "personlig profil", "profile", "summary", "about me", "about", "personal profile",
        "professional summary", "personal statement", "objective",
    ),
    "other": (
        "referencer", "reference", "fritid", "fritidsinteresser", "interesser", "privat",
        "personlige oplysninger", "personlige data", "kontakt", "kontaktoplysninger",
        "kontaktinformation", "frivilligt arbejde", "tillidshverv", "publikationer", "hobby",
        "familie", "references", "hobbies", "interests", "contact", "personal information",
        "personal details", "contact details", "publications", "volunteering", "curriculum vitae",
        "cv", "anbefalinger", "personligt",
    ),
}  # fmt: skip
"""A section's name → headings that open it, folded: small letters, single spaces."""
MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        ("januar january jan", "februar february feb", "marts march mar", "april apr", "maj may",
         "juni june jun", "juli july jul", "august aug", "september sep sept",
         "oktober october okt oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
ONGOING: Final = (
    r"nu(?:værende)?|d\.?\s?d\.?|dags dato|i dag|stadig|fortsat|present|now|current|today|ongoing"
)
OUT_OF_WORK: Final = (
    r"^(?:ledig\w*|jobsøg\w*|arbejdssøg\w*|arbejdsløs\w*|mellem job|barsel\w*|forældreorlov|orlov"
    r"|sygemeld\w*|unemployed|looking for|seeking|job ?seek\w*|between jobs|maternity|paternity"
    r"|parental leave)\b"
)
"""Times that a CV tells of and that are no jobs."""
EMPLOYER: Final = (
    r"\b(?:a/s|aps|i/s|ivs|k/s|amba|kommune|region|ltd|gmbh|inc|holding|group|plejecenter"
    r"|plejehjem|hjemmepleje\w*|børnehave\w*|vuggestue\w*|skole\w*|gymnasium|hospital\w*|sygehus\w*"
    r"|universitet\w*|restaurant|hotel|café|cafe|kroen|butik\w*|netto|føtex|bilka|rema|coop"
    r"|superbrugsen|lidl|aldi|ikea|postnord|dsb|forsvaret|styrelsen?|ministeriet|forening\w*"
    r"|center|centret|klinik\w*|værksted\w*|firma|transport|vikar\w*|bureau\w*|entreprise)\b"
)
"""What employers' names have and titles have not."""
SCHOOL: Final = (
    r"universitet\w*|university|\bau\b|\bcbs\b|\bsdu\b|\bdtu\b|\bku\b|\bruc\b|\baau\b|højskole\w*"
    r"|handelsskole\w*|erhvervsskole\w*|teknisk skole|tech college|techcollege|skole\w*|school"
    r"|college|gymnasium|\bvuc\b|\bhf\b(?= )|akademi\w*|academy|seminari\w*|\bamu\b|\bucn\b|\bvia\b"
    r"|\bucl\b|kursuscenter|centret|\bsosu (?:nord|øst|syd|h)\w*|mercantec|tradium|aarhus tech"
    r"|\btec\b|\bnext\b|zealand|eaaa|efif|institut\w*|institute"
)
LEVELS: Final = (
    (r"ph\.? ?d\b|doktorgrad|doctorate|doctor of", "phd"),
    (r"cand\.|kandidat|master|\bm\.?sc\b|\bmba\b|\bma\b|magister", "master"),
    ((r"bachelor|\bb\.?sc\b|\bba\b|\bhd\b|sygeplejerske|pædagog(?!isk ass|medhj)|folkeskolelærer"
     r"|\blærer\b|diplomingeniør|socialrådgiver|fysioterapeut|ergoterapeut|jordemoder"
     r"|bioanalytiker|diplom\w*uddannelse|finansbachelor"), "bachelor"),
    ((r"akademi|datamatiker|markedsføringsøkonom|laborant|multimediedesigner|finansøkonom"
     r"|serviceøkonom|\bap\b|installatør|byggetekniker|logistikøkonom|higher national"), "short"),
    ((r"kursus|kurser|certifi|course|\bamu\b|førstehjælp|hygiejnebevis|truck|\bbevis\b|\buger\b"
     r"|\bdage\b"), "course"),
    ((r"student|gymnasi|\bstx\b|\bhhx\b|\bhtx\b|\bhf\b|\bhg\b|højere handels|højere forbered"
     r"|højere teknisk|high school|a-levels|\bib\b"), "upper_secondary"),
    (r"folkeskole|grundskole|\b(?:9|10|7|8)\. klasse|afgangseksamen|primary|efterskole", "primary"),
    ((r"svend|elev|erhvervsuddannelse|\beud\b|\beux\b|faglært|lærling|\bsosu|social- og sundheds"
     r"|tømrer|murer|elektriker|smed|mekaniker|frisør|\bkok\b|tjener|bager|slagter|maler|vvs"
     r"|kontorassistent|butiksassistent|lager\w*|chauffør|gartner|industritekniker|salgsassistent"
     r"|pædagogisk assistent|handelsassistent|ernæringsassistent|vocational|apprentice"
     r"|tandklinikassistent|grundforløb|hovedforløb"), "vocational"),
)  # fmt: skip
"""Words of a title → how far the education goes; the first that fits."""
_LANGUAGES: Final = {
    "da": "dansk danish", "en": "engelsk english", "de": "tysk german", "sv": "svensk swedish",
    "no": "norsk norwegian", "ar": "arabisk arabic", "bg": "bulgarsk bulgarian",
    "bs": "bosnisk bosnian", "cs": "tjekkisk czech", "el": "græsk greek", "es": "spansk spanish",
    "et": "estisk estonian", "fa": "farsi persisk dari persian", "fi": "finsk finnish",
    "fo": "færøsk faroese", "fr": "fransk french", "hr": "kroatisk croatian",
    "hu": "ungarsk hungarian", "is": "islandsk icelandic", "it": "italiensk italian",
    "ja": "japansk japanese", "kl": "grønlandsk greenlandic", "ko": "koreansk korean",
    "ku": "kurdisk kurdish", "lt": "litauisk lithuanian", "lv": "lettisk latvian",
    "nl": "hollandsk nederlandsk dutch", "pl": "polsk polish", "pt": "portugisisk portuguese",
    "ro": "rumænsk romanian", "ru": "russisk russian", "so": "somali somalisk",
    "sr": "serbisk serbian", "tr": "tyrkisk turkish", "uk": "ukrainsk ukrainian",
    "vi": "vietnamesisk vietnamese", "zh": "kinesisk mandarin chinese",
}  # fmt: skip
LANGUAGES: Final = {name: code for code, names in _LANGUAGES.items() for name in names.split()}
FLUENCY: Final = (
    ((r"modersm|mother tongue|native|flydende|fluent|forhandling|tosproget|bilingual|perfekt"
     r"|\bc[12]\b|sprogligt niveau c|full professional"), "fluent"),
    ((r"\bgod|\bhverdag|samtale|konversation|professional|working|intermediate|advanced|rutineret"
     r"|\bb[12]\b|øvet|good|mellem|i skrift og tale|skrift"), "working"),
    ((r"begynder|grundlæggende|basic|beginner|elementary|lidt|nogen|\ba[12]\b|kendskab|limited"
     r"|skole"), "basic"),
)  # fmt: skip
