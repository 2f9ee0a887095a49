# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What advertisements write where a taxonomy says it otherwise: mostly what a person is like.

A paragraph begins with what taxonomies call the skill; the first of these that is the main name of
a skill is meant, and the phrases become further names of it. A paragraph whose skill a taxonomy has
not says nothing.
"""

from collections.abc import Iterable, Mapping

_TABLE = """
work independently / working independently
da: selvstændig; selvstændigt; selvkørende; selvgående; selvstændighed; arbejde selvstændigt;
    arbejder selvstændigt
en: self-motivated; self-starter; independent worker; work on your own; autonomously;
    independently

cooperate with colleagues / teamwork
da: samarbejdsevner; samarbejdsorienteret; god til at samarbejde; samarbejde med andre;
    indgå i samarbejde; samarbejde på tværs; tværgående samarbejde; tværfaglig; tværfagligt;
    tværfaglige; tæt samarbejde; godt samarbejde
en: collaborate; collaborative; collaborating; cross-functional; work closely with; cooperate;
    cooperation

work in teams / teamwork
da: teamplayer; holdspiller; teamspiller; teamarbejde; teamwork; arbejde i team
en: team player; teamwork; work in a team; team-oriented; team environment

communication
da: kommunikationsevner; kommunikativ; kommunikative; kommunikere; kommunikerer; formidlingsevner;
    kommunikationsstærk; formulere sig; god kommunikation
en: communication skills; communicator; written and verbal; verbal and written; interpersonal
    skills

show responsibility / taking responsibility
da: ansvarsbevidst; ansvarsfuld; ansvarlig tilgang; tage ansvar; tager ansvar; påtager dig ansvar;
    ansvarsfølelse; ansvarsbevidsthed; ansvarlighed
en: take ownership; accountability; sense of responsibility

customer service / maintain customer service
da: serviceminded; servicemindet; servicemindede; serviceorienteret; kundeorienteret;
    kundebetjening; kundekontakt; kundefokus; servicegen
en: customer-focused; customer-oriented; service-minded; customer focus; customer experience;
    customer satisfaction

think creatively / creativity
da: kreativ; kreativt; kreativitet; nytænkende; idérig; nye idéer; nye ideer; innovativ; tænke nyt
en: creative; creativity; creative thinking; think outside the box

work in an organised manner / organising own work
da: struktureret; strukturerede; systematisk; systematiske; velorganiseret; metodisk; ordenssans;
    arbejde struktureret; overblik; overblikket; bevare overblikket; planlægge; tilrettelægge;
    prioritere; prioriterer
en: organised; organized; organisational skills; organizational skills; prioritise; prioritize;
    prioritization

perform multiple tasks at the same time / working under pressure
da: mange bolde i luften; flere opgaver samtidig; flere bolde i luften; flere opgaver på én gang
en: multitask; multitasking; multi-task; multiple projects; multiple priorities; multiple tasks;
    juggle

tolerate stress / working under pressure
da: robust; robuste; robusthed; stresstærskel; bevare roen; bevarer roen; stressrobust; under
    pres; travl hverdag; højt tempo
en: under pressure; fast-paced; fast paced; resilient; resilience; stressful

adapt to change / flexibility
da: fleksibel; fleksibilitet; omstillingsparat; omstillingsparate; omstillingsevne;
    forandringsparat
en: flexibility; adaptable; adaptability; changing environment

create solutions to problems / problem solving
da: løsningsorienteret; problemløsning; løse problemer; løsninger frem for problemer; finde
    løsninger
en: problem solving; problem-solving; problem solver; solve problems; solving problems;
    troubleshoot; solution-oriented

think analytically / analytical thinking
da: analytisk; analytiske; analytiske evner; analytisk stærk; analytisk sans
en: analytical; analytical skills; analytical thinking; analytical mindset

think proactively / initiative
da: initiativrig; initiativrige; proaktiv; proaktive; proaktivt; tage initiativ; tager initiativ;
    handlekraft; handlekraftig; handlekraftige; igangsætter; drivkraft; gåpåmod; selvigangsættende
en: proactive; proactively; initiative; self-driven

attend to detail / attention to detail
da: omhyggelig; detaljeorienteret; kvalitetsbevidst; kvalitetsbevidste; grundig; grundige;
    nøjagtig; nøjagtighed; kvalitetsbevidsthed; sans for detaljer; øje for detaljer; præcision
en: attention to detail; detail-oriented; detail oriented; meticulous; thorough; eye for detail

act reliably / reliability
da: mødestabil; mødestabile; pålidelig; pålidelige; stabil; arbejdsom; arbejdsomme;
    mødestabilitet; troværdig
en: reliable; reliability; dependable; trustworthy; punctual

show empathy / empathy
da: empatisk; empati; empatiske; indlevelsesevne; omsorgsfuld; anerkendende; anerkendende tilgang;
    nærvær; relationskompetencer; relationsarbejde
en: empathy; empathetic; empathic; compassionate; compassion; caring

demonstrate enthusiasm
da: engageret; engagement; positiv indstilling; entusiastisk; energisk; entusiasme; arbejdsglæde;
    humor; godt humør
en: enthusiastic; enthusiasm; passionate; passion; energetic; positive attitude; can-do attitude

demonstrate curiosity
da: nysgerrig; nysgerrige; nysgerrighed
en: curious; curiosity; inquisitive

demonstrate willingness to learn
da: lærenem; lærevillig; udvikle sig fagligt; udvikle dig fagligt; faglig udvikling; lyst til at
    lære
en: eager to learn; willingness to learn; learn quickly; fast learner; continuous learning; keen
    to learn

persist
da: vedholdende; vedholdenhed; udholdende; målrettet; målrettede; resultatorienteret;
    resultatorienterede; ambitiøs
en: persistent; persistence; determined; results-driven; results-oriented; tenacious

interact with others
da: udadvendt; udadvendte; relationsskabende; relationsskaber; omgængelig
en: outgoing; personable; approachable; people person

develop professional network
da: netværksskabende; bygge netværk; skabe netværk
en: build networks

build business relationships
da: skabe relationer; opbygge relationer; relationer til kunder
en: build relationships; building relationships; relationship building; stakeholder management;
    strong relationships

have computer literacy
da: it-kyndig; it-færdigheder; it-kundskaber; it-flair; it-kompetencer; it-bruger
en: computer literate; computer skills; it skills; computer literacy

use microsoft office / Office-pakken
da: office-pakken; officepakken; microsoft office; office 365; ms office
en: microsoft office; ms office; office suite; office 365

use spreadsheets software / Excel
da: excel; regneark
en: excel; spreadsheets

use word processing software
da: tekstbehandling
en: word processing

work in shifts
da: skiftehold; skiftende vagter; vagtarbejde; aftenvagter; nattevagter; skifteholdsarbejde
en: shift work; rotating shifts; night shifts

meet deadlines
da: stramme deadlines; korte deadlines; overholde deadlines; overholde tidsfrister
en: meet deadlines; tight deadlines

manage time
da: tidsstyring; planlægge din tid
en: time management; manage your time

make decisions
da: træffe beslutninger; beslutningsdygtig; beslutningskraft
en: decision making; decision-making; make decisions; decisive

lead a team / management
da: personaleledelse; teamledelse; personaleansvar; ledelseserfaring; ledererfaring; faglig
    ledelse; lede medarbejdere
en: lead a team; team leadership; people management; leading teams; manage a team; leadership
    skills

delegate activities
da: delegere; delegering; uddelegere; uddelegering
en: delegate; delegating; delegation

give constructive feedback
da: feedback; give feedback
en: provide feedback; constructive feedback; give feedback

motivate others
da: motivere andre; inspirere
en: motivate; motivating; inspire others

listen actively
da: lyttende; lydhør; lytte aktivt; god lytter
en: active listening; listening skills; good listener

apply conflict management
da: konflikthåndtering; konfliktløsning; håndtere konflikter; konfliktnedtrappende; nedtrappe
    konflikter
en: conflict resolution; conflict management

pedagogy
da: pædagogik; pædagogisk; pædagogiske evner
en: pedagogy; pedagogical

think strategically / apply strategic thinking
da: strategisk; strategisk tænkning
en: strategic thinking; strategic mindset

apply quality standards
da: kvalitetssikring; kvalitetskontrol; kvalitetsstyring
en: quality assurance; quality control; quality standards

project management / manage projects
da: projektledelse; projektstyring; lede projekter; projektarbejde
en: project management; managing projects; manage projects

negotiate compromise / negotiation
da: forhandlingsevner; forhandle
en: negotiation; negotiating; negotiation skills; negotiate

show intercultural awareness
da: kulturforståelse; kulturel forståelse
en: cultural awareness

work in an international environment
da: internationalt miljø; international erfaring; internationalt team
en: international environment; global environment

lift heavy weights
da: tunge løft; god fysik; fysisk krævende; god fysisk form
en: heavy lifting; physically fit

work in outdoor conditions
da: udendørs arbejde; arbejde udendørs; udeliv; al slags vejr
en: outdoors; outdoor work

follow work schedule
da: vagtplan; vagtplanlægning
en: work schedule

demonstrate good manners
da: høflig
en: polite; courteous

give advice to others
da: rådgive; rådgivning
en: advise; advising

coordinate activities / coordinate events
da: koordinering; koordinere
en: coordinate; coordinating

manage schedule of tasks
da: disponering; disponere
en: scheduling

perform data analysis
da: dataanalyse; analysere data; databehandling
en: data analysis; analyze data; analyse data; analysing data

write work-related reports
da: rapportskrivning; rapportering; udarbejde rapporter
en: report writing; write reports

maintain relationship with customers
da: kunderelationer; kundepleje; kundedialog; pleje kunder
en: client relationships; customer relationships; client relationship

sales activities / active selling
da: opsøgende salg; salgserfaring; mersalg
en: selling; sales experience; upselling

identify customer's needs
da: kundebehov; kundens behov; kundernes behov
en: customer needs; client needs

solve technical problems
da: fejlfinding; fejlsøgning; tekniske problemer
en: troubleshooting; technical issues

train employees
da: oplære; sidemandsoplæring
en: train employees; training new staff

demonstrate product knowledge / comprehend the product
da: produktkendskab; produktviden
en: product knowledge

develop business plans
da: forretningsudvikling; forretningsforståelse
en: business development; business acumen

manage budgets
da: budgetansvar; budgetlægning; budgettering; budgetopfølgning
en: budgeting; budget management; manage budgets

manage risk / risk management
da: risikostyring; risikovurdering
en: risk management; risk assessment; manage risk

observe behaviour / show observation
da: observation; observere
en: observation
"""


def phrases(mains: Mapping[str, str], lang: str) -> Iterable[tuple[str, str]]:
    """Yield (address, phrase) in the language, of the skills that this taxonomy has.

    `mains` holds the addresses of skills by their main name in small letters, in any language.
    """
    for paragraph in _TABLE.strip().split("\n\n"):
        names, *rest = paragraph.splitlines()
        found = (mains.get(name.strip().lower()) for name in names.split("/"))
        uri = next(filter(None, found), None)
        spoken = " ".join(line.strip() for line in rest)
        danish, _, english = spoken.partition("en: ")
        said = english if lang == "en" else danish.removeprefix("da: ")
        if uri:
            yield from ((uri, phrase.strip()) for phrase in said.split(";") if phrase.strip())
