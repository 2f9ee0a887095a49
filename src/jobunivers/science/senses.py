# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of work that mean nearly the same, in Danish and English, and what a title is a kind of."""

import functools
import re

from jobunivers.science.danish import Compounds, normalise, stem

# A line holds words that one employer writes where another writes its neighbour; the first stands
# for all. General vocabulary, written from knowledge of the two languages: nothing here is about
# one title. A word that stands in two lines belongs to the first.
_LINES = """
leder chef manager bestyrer forstander ansvarlig leading lead head ledelse management
direktør director executive
medarbejder arbejder ansat worker employee mand kvinde operatør operator
assistent medhjælper hjælper assistant helper medhjælp aide
konsulent rådgiver vejleder consultant adviser advisor counsellor rådgivning
lærer underviser instruktør teacher instructor tutor trainer træner coach
lektor docent professor lecturer adjunkt
elev lærling praktikant trainee apprentice intern
sælger ekspedient seller salesperson sales salg forhandler
chauffør fører kører driver
montør installatør fitter installer montage assembly assembler
mekaniker reparatør mechanic repairer
ingeniør engineer engineering
udvikler programmør developer programmer udvikling development
tekniker technician teknolog
sygehus hospital
læge doctor physician medical overlæge kliniker lægelig
tandlæge dentist dental tand tandpleje
sygeplejerske nurse nursing sygepleje
jordemoder midwife
børnehave daginstitution vuggestue dagtilbud børnepasning dagpleje nursery
økonomi finans financial finance regnskab accounting finansiel
revisor auditor revision audit
bogholder regnskabsfører accountant
tjener servitrice waiter waitress
rengøring cleaning cleaner
vicevært ejendomsfunktionær varmemester pedel caretaker janitor
lager warehouse varelager stock
it ikt edb computer ict
personale hr rekruttering recruitment
marketing markedsføring reklame advertising
kommunikation pr information presse communication communications
jurist advokat lawyer legal juridisk solicitor
dommer judge domstol court
politi police
frisør hairdresser hårstylist hår hair
snedker joiner tømrer carpenter
murer bricklayer
maler painter maling painting
vvs blikkenslager plumber plumbing
elektriker electrician
smed smith
svejser welder welding svejsning
bager baker bageri bakery
slagter butcher slagteri
landmand farmer landbrug farm agricultural agronom jordbrug agriculture
gartner gardener gartneri have horticulture garden
skov forest forestry skovbrug
forsker researcher scientist research forskning
analytiker analyst analyse analysis
sekretær secretary
kontor office administrativ administration administrator clerk administrative
kunde customer client
indkøb purchasing køb indkøber buyer procurement purchaser
produktion fremstilling fabrik manufacturing production industri factory fabrikation
vagt sikkerhed security guard
brandmand firefighter brand fire
bibliotekar librarian bibliotek library
journalist reporter
redaktør editor
forfatter writer author skribent
oversætter translator
tolk interpreter
fly luftfart flyvning aircraft aviation air
skib sø maritim søfart ship marine fartøj vessel
tog jernbane railway train rail
bil auto køretøj car vehicle automobil motor
lastbil lastvogn truck lorry
bygning byg byggeri anlæg konstruktion construction building bygge
beklædning tøj konfektion garment clothing
fødevare mad levnedsmiddel food kost ernæring nutrition
husdyr kvæg livestock cattle
el elektro elektrisk electrical elektricitet electric
inspektør kontrollør tilsynsførende inspector kontrol inspection controller
uddannelse undervisning education educational skole school
ældre elderly
barn børn child children
ung ungdom youth young
forsikring insurance
ejendom bolig estate property housing
turist rejse tourist travel turisme tourism
sport idræt fitness sports
web internet digital online hjemmeside
lægemiddel medicin farmaceutisk apotek pharmaceutical pharmacy medicinal
farmaceut apoteker pharmacist
mægler broker agent
koordinator planlægger coordinator planner disponent planlægning planning
designer formgiver design
grafisk grafik graphic grafiker
køkken kitchen
kok cook chefkok
restaurant café cafe
social socialt
terapeut behandler therapist terapi behandling therapy
fysioterapeut physiotherapist fysioterapi
ergoterapeut occupational
psykolog psychologist psykologi
psykiater psychiatrist psykiatrisk psykiatri psychiatric
pædagog pædagogisk educator
socialrådgiver sagsbehandler caseworker
plejer omsorg care carer pleje sosu hjemmehjælper
handel trade handels commerce detailhandel retail
butik forretning shop store
båd boat
træ wood timber tømmer
metal metallurgi
plast plastic
tekstil textile
maskine machine maskin mechanical
værksted workshop
kunst art kunstnerisk artistic
kunstner artist
musik music
film tv fjernsyn television
lyd sound audio
lys light lighting
teater theatre scene stage
foto fotograf photographer photo
receptionist reception
energi energy
miljø environmental environment
vand water
affald waste genbrug recycling renovation
olie oil
mine minedrift mining
bank banking
skat told tax customs
post postal mail
kørelærer køreskole
vej road
universitet videregående university higher
gymnasie gymnasium secondary
folkeskole grundskole primary
stat offentlig public statslig kommunal
vice souschef assisterende deputy
formand arbejdsleder værkfører supervisor foreman tilsyn
præst religiøs kirke sogn church priest
jæger jagt hunter hunting vildt
fisker fiskeri fishing fisherman fish fisk
smykke guldsmed jeweller jewellery
glas glass
keramik ceramic ler pottemager
papir paper papirmasse
læder leather
sko footwear shoe
bog book
trykker tryk printer print trykkeri printing
kemi kemisk chemical chemistry kemiker
fysik physics fysiker physicist
biolog biologi biology biologist
matematik mathematics matematiker mathematician
statistik statistics statistiker statistician
historie history historiker historian
sprog language linguistic sproglig
arkitekt architect arkitektur architecture
landskab landscape park
opmåler landinspektør surveyor
køling køle refrigeration
varme heating ventilation
tag tagdækker roofer roof
gulv floor tæppe
vindue window
dyrlæge veterinær veterinary veterinarian
dyr animal zoologisk
hest horse
plante plant
blomst flower
vin wine
øl beer bryggeri brygger brewer brewery
mejeri dairy mælk milk
kød meat
sukker chokolade konfekture confectionery
bageri konditor kage pastry
kaffe coffee
tobak tobacco
drikkevare beverage drik
transport logistik logistics fragt freight shipping distribution
havn port harbour
lufthavn airport
rute linje
taxa taxi hyrevogn
bus omnibus
cykel bicycle bike knallert
motorcykel motorcycle
kran crane
truck forklift gaffeltruck
pakker packer pakke pakning
sorterer sorting
data database
netværk network
system systems
software applikation app application
spil game gaming gambling
sundhed health healthcare sundhedsvæsen
rehabilitering rehabilitation genoptræning
handicap disability
misbrug alkohol addiction
fængsel prison kriminalforsorg
asyl flygtning indvandrer migration
forening organisation ngo association
politik politisk policy political
strategi strategic
kvalitet quality
projekt project
produkt product
program programme
udstilling exhibition museum
arrangement event begivenhed
bryllup wedding
begravelse bedemand funeral
skønhed beauty kosmetik kosmetolog cosmetic
massage massør masseur
ejer owner indehaver
bestyrelse board
militær forsvar hær military army armed soldat
flyvevåben
flåde marine navy
pilot flyver
kaptajn captain skipper kabinechef
steward stewardesse kabinepersonale cabin
portør porter
portner dørmand doorman
bud messenger kurer courier
tester test testing
arkivar arkiv archive archivist
dokument dokumentation documentation document
indholds content indhold
telefon telephone tele telekommunikation telecommunications
kasse kasserer cashier
løn payroll
gæld inkasso debt
kredit credit lån loan
investering investment invest
aktie værdipapir securities børs
pension pensions
risiko risk
laboratorium laboratorie laborant laboratory
røntgen radiografi radiographer radiology
øre hør audio
syn øjen optiker optician optometrist
fod fodterapeut
ortopædi bandagist prothesis
barnepige nanny
rådhus kommune municipality
ambassade konsulat embassy
fond fundraising fundraiser
leje udlejning rental
reparation repair vedligeholdelse maintenance vedligehold
service servicering support
overvågning monitoring
udstyr equipment apparat instrument
værktøj tool
form støbe støber moulder casting støbning
sten stone
beton concrete
asfalt asphalt
isolering insulation
stillads scaffolding
elevator lift
robot automation automatik automatisering
elektronik electronics electronic
vandforsyning forsyning supply
vind vindmølle wind
sol solcelle solar
kernekraft nuclear
gas
"""


def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _LINES.splitlines():
        words = [stem(normalise(word)) for word in line.split()]
        for word in words:
            found.setdefault(word, words[0])
    return found


_CLASS = _classes()


@functools.lru_cache(maxsize=50_000)
def sense(word: str) -> str:
    """Return what stands for the normalised word and all that mean nearly the same."""
    stemmed = stem(word)
    return _CLASS.get(stemmed, stemmed)


_TAIL = re.compile(
    r"\b(?:inden\s?for|til|i|på|for|med|af|ved|hos|fra|der|som|of|in|for|with|and|at|to)\b"
    r"|[,(/:–—]|\s-\s"
)
_LAST_WORD = re.compile(r"[\w+#]+(?=\W*$)")


def head(text: str, compounds: Compounds) -> str:
    """Return the sense of the word that says what kind of work a title is, or "".

    Danish and English put it last, before what the work is about: "lærer i matematik" and
    "matematiklærer" are both a teacher.
    """
    plain = normalise(text)
    first = _TAIL.split(plain, maxsplit=1)[0]
    found = _LAST_WORD.search(first) or _LAST_WORD.search(plain)
    return sense(compounds.split(found[0])[-1]) if found else ""
