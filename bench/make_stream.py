#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes up a stream of news articles with known copies, rewrites and stories, one JSON line each, in order of time.

    bench/make_stream.py 100000 > stream.jsonl           # seed 1, 33,333 articles a day: a million make a month
    bench/make_stream.py 5000 --seed 7 --per-day 200     # 25 days
    bench/make_stream.py 5000 --plain                    # without the truth, for a reader that must not see it

Fields: id, title, text, date, source, author; and the truth: story, relation, copy_of, phase.

    relation   original | copy | abridged | extended | rewrite: what the article is to the one in copy_of
               quotation: an account of its own that has only a quotation in common with copy_of
    phase      preview | report | follow-up: of the story's event
    twin_of    another story of the same kind, with the same place, a few days before

Everything is drawn from the words below and from syllables: people, places and bodies are invented, a few hundred of them known to all and
met again and again (a city with its officials and bodies), the rest new with each story, so that the pool of names grows with the stream. A story is a list of facts; an
account chooses among them, orders them and words them in its own way, with remarks of its own between; a rewrite keeps choice and order
and changes the wording; copies keep the words. Each host has its furniture. The same arguments give the same bytes.
"""
import argparse
import datetime
import json
import random
import re
import sys

# Words of one meaning, one for each voice. A rewrite speaks in another voice than its source.
KINDS = {
    "flood": ("flood deluge inundation|river stream waterway|dam barrage weir|cellar basement vault|bank embankment levee|boat dinghy vessel|"
              "meadow pasture field|sandbag barrier bulwark|rain downpour cloudburst|bridge crossing viaduct|shelter refuge hostel|pump drain culvert",
              "breached burst ruptured|swept carried dragged|raised lifted heaved|soaked drenched swamped", "The waters at {L}"),
    "fire": ("fire blaze inferno|roof rooftop attic|warehouse depot storehouse|smoke fumes soot|engine truck tender|hydrant standpipe hose|ladder crane hoist|"
             "stable barn shed|alarm siren bell|beam girder rafter|ash cinders embers|neighbour resident householder",
             "burned scorched charred|consumed devoured ravaged|weakened loosened undermined|choked stifled smothered", "Fire in {L}"),
    "strike": ("strike walkout stoppage|union syndicate brotherhood|wage pay salary|dock quay pier|picket line cordon|shift rota roster|contract agreement deal|"
               "crane hoist derrick|cargo freight shipment|foreman overseer supervisor|ballot vote poll|pension retirement annuity",
               "halted stopped suspended|demanded asked sought|rejected refused declined|resumed restarted reopened", "Stoppage at {G}"),
    "trial": ("trial hearing case|judge magistrate bench|juror panellist layman|verdict ruling judgment|witness bystander onlooker|fraud deceit swindle|ledger "
              "account book|defendant accused suspect|appeal petition challenge|lawyer counsel advocate|cell jail prison|fine penalty levy",
              "acquitted cleared freed|testified deposed swore|forged faked falsified|convicted sentenced condemned", "Court in {L} hears {S}"),
    "vote": ("election poll ballot|candidate contender hopeful|coalition alliance bloc|turnout attendance participation|council assembly chamber|seat mandate place|"
             "recount review audit|campaign canvass drive|manifesto programme platform|mayor chief leader|district ward borough|majority margin lead",
             "won secured gained|lost forfeited surrendered|counted tallied numbered|pledged promised vowed", "{L} goes to the polls"),
    "match": ("match game fixture|goal strike score|keeper goalie custodian|stadium ground arena|coach trainer manager|league division championship|penalty "
              "spot-kick foul|captain skipper leader|injury strain sprain|striker forward attacker|season campaign year|supporter fan follower",
              "scored netted struck|defended guarded shielded|missed squandered wasted|substituted replaced swapped", "{L} beat the odds"),
    "merger": ("merger takeover acquisition|share stock stake|board directorate council|profit earnings surplus|factory plant works|investor shareholder backer|loan "
               "credit debt|market exchange bourse|bid offer tender|regulator watchdog supervisor|brand label marque|patent licence permit",
               "bought acquired purchased|sold divested shed|valued priced assessed|doubled rose grew", "{G} in talks"),
    "summit": ("summit meeting conference|envoy emissary delegate|treaty accord pact|border frontier boundary|ceasefire truce armistice|sanction embargo penalty|"
               "delegation mission party|tariff duty levy|prisoner captive detainee|minister secretary chancellor|agenda order programme|protocol annex appendix",
               "signed endorsed sealed|negotiated bargained haggled|proposed suggested tabled|postponed delayed deferred", "Leaders meet in {L}"),
    "robbery": ("robbery heist raid|vault strongroom safe|van lorry truck|guard watchman sentry|jewel gem stone|mask hood balaclava|getaway escape flight|"
                "detective inspector investigator|camera lens monitor|alley lane passage|pistol gun weapon|reward bounty prize",
                "robbed plundered looted|emptied cleared stripped|threatened menaced cowed|arrested seized detained", "Raid in {L}"),
    "crash": ("crash collision accident|train railcar locomotive|carriage coach wagon|signal lamp beacon|track rail line|driver operator motorman|passenger traveller "
              "commuter|ambulance stretcher medic|junction switch crossing|tunnel cutting underpass|brake lever pedal|wreck debris rubble",
              "derailed tipped overturned|rammed struck hit|injured hurt wounded|rescued saved freed", "Trains halted near {L}"),
    "epidemic": ("outbreak epidemic contagion|clinic hospital infirmary|vaccine serum jab|fever temperature chill|nurse carer attendant|laboratory lab institute|"
                 "quarantine isolation lockdown|symptom sign complaint|pharmacy dispensary chemist|doctor physician medic|sample specimen swab|ward unit wing",
                 "infected sickened afflicted|tested screened examined|alarmed frightened scared|vaccinated immunised inoculated", "Illness spreads in {L}"),
    "mine": ("mine pit colliery|shaft well borehole|miner digger collier|gas methane vapour|lift cage elevator|seam vein layer|gallery passage drift|helmet lamp "
             "headlight|geologist surveyor prospector|ore mineral rock|licence concession permit|timber prop support",
             "trapped stranded caught|dug drilled bored|flooded filled drowned|sealed closed shut", "Rescue at the {L} pit"),
}
# Words for the remarks that each account adds of its own.
NOUNS = """gardener orchard harbour lantern violin bakery market tram ferry tower chapel library school teacher pupil student farmer tractor harvest vineyard
cellar bottle cheese butcher kitchen table window curtain carpet ceiling staircase corridor office clerk letter stamp envelope parcel postman bicycle helmet scarf
coat button tailor shop counter customer queue ticket platform timetable whistle conductor choir singer theatre curtain stage actor poet novel chapter printer paper
ink newspaper editor photograph album painter museum statue fountain square pigeon sparrow hawk fox hedge lawn fence gate path hill valley quarry forest timber sawmill
carpenter hammer nail bench workshop apprentice engine piston turbine cable pylon battery antenna radio broadcast archive register census survey map compass sailor anchor
rope sail mast tide reef beach dune lighthouse fog storm thunder frost snow sledge glacier ridge summit cabin stove kettle blanket pillow nursery toddler grandmother uncle
cousin widow veteran pensioner tenant landlord rent mortgage bank cashier coin wallet budget levy subsidy grant scholarship professor lecture campus laboratory telescope
comet planet orbit satellite pilot runway hangar propeller cockpit steward luggage customs passport visa consulate flag anthem parade drum trumpet banner slogan leaflet""".split()
VERBS = """watched measured repaired painted carried borrowed hid counted opened closed admired visited photographed described ignored praised mocked inherited restored
rented cleaned guarded lit drew followed forgot remembered rebuilt abandoned copied collected divided filled hauled inspected joined kept lifted mended named ordered packed
questioned raised shared tasted unlocked wrapped weighed welcomed traded taught studied sketched saved roasted reported pushed planted noticed moved locked learned knitted""".split()
ADJECTIVES = """old narrow quiet crowded empty yellow rusty wooden northern southern damp bright broken hidden famous modest costly steep muddy silent proud tired
patient clumsy curious stubborn gentle hollow brittle grey crimson emerald woollen copper marble foreign rural municipal provincial annual weekly sudden gradual doubtful
secret public private bitter sweet frozen dusty slender massive crooked polished faded sturdy fragile distant neighbouring abandoned restored unfinished""".split()
JOINS = ["while", "before", "after", "because", "although", "where", "so that", "until", "as", "and", "but", "once"]
FIRST = """Ada Bruno Celia Dario Edda Fenn Greta Hugo Ines Jarek Kaja Lorin Mira Nils Olga Petra Quirin Rosa Stellan Tamsin Ulla Viktor Wanda Xenia Yorick Zelda Anselm
Birte Corin Dilara Emrys Fadila Gideon Helke Ivo Jolanta Kasimir Leonor Matteo Nadja Orson Pavla Radko Sunniva Tilda Urban Vesna Wilmar Yara Zoran""".split()
OFFICES = ["mayor", "engineer", "inspector", "captain", "professor", "warden", "speaker", "director", "commissioner", "prosecutor", "minister", "surgeon",
           "union leader", "treasurer", "colonel", "governor", "secretary", "architect", "harbour master", "ombudsman"]
BODIES = ["Rivers Board", "Harbour Trust", "Transit Agency", "Miners' League", "Savings Bank", "Health Office", "Rail Company", "Chamber of Trade", "Electric Works", "Football Club",
          "Civic Forum", "Fire Brigade", "Grain Exchange", "Institute", "Shipping Line", "Police Department", "Teachers' Union", "Heritage Society", "Water Company", "Air Service"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
ONSETS = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z", "sk", "fl"]
VOWELS = ["a", "e", "i", "o", "u", "au", "ei", "ia"]
CODAS = ["", "n", "r", "l", "s", "m", "nd", "rk", "lt", "ss", "k", "rn"]
ENDINGS = ["berg", "ovo", "stad", "mouth", "field", "ina", "haven", "ford", "esk", "ora", "wick", "mere", "dal", "burg", "ik", "anne"]

# A fact in several wordings. {P} person, {S} surname, {o} office, {G} body, {L} {K} places, {N} {M} numbers, {a} {b} {c} nouns and {v} verb of the
# kind of event, {D} the day it happened, {t} hour. Each wording holds the same names and numbers in other words and another order.
FACTS = [
    ["The {a} at {L} {v} the {b} shortly after {t} on {D}, {o} {P} said.", "It was {D}, a little past {t}, when according to {P}, the {o}, a {b} in {L} was {v} by the {a}.",
     "{P} puts the beginning at {t}: as {o} he saw how the {a} {v} one {b} after another in {L} that {D}."],
    ["At least {N} people were taken from the {b} to {K}, among them {M} children.", "To {K} went {N} persons, {M} of them minors, whom helpers had led out of the {b}.",
     "Out of the {b} came {N} men and women, and {M} youngsters with them; all spent the night in {K}."],
    ["{G} had warned of the {a} in a letter dated {t} days earlier.", "A warning about the {a}, written {t} days before, exists: its sender is {G}.", "Had anybody read what {G} sent {t} days ago, the {a} would have been no surprise."],
    ["Repairing the {b} will cost {N} million crowns, {M} of which {L} must find itself.", "{N} million crowns is the bill for a new {b}; {L} alone has to raise {M} million.",
     "For mending its {b}, {L} needs {M} million of its own towards a sum of {N} million crowns."],
    ["{P}, {o} of {L}, blamed the {c} and not the {a}.", "Not the {a} but the {c} is at fault in the eyes of {L}'s {o}, {P}.", "Asked about the {a}, {o} {P} pointed at the {c} that {L} had bought."],
    ["Some {N} workers of {G} stayed beside the {b} until {D}.", "Until {D} the {b} was watched by {N} employees whom {G} had sent.", "{G} left {N} hands at the {b}, and none went home before {D}."],
    ["The road from {L} to {K} is closed for {N} kilometres.", "Between {K} and {L} nobody can drive: {N} kilometres are shut.", "Motorists bound for {K} must turn back {N} kilometres outside {L}."],
    ["A {c} found by {P} weighed {N} kilograms and carried the mark of {G}.", "With the stamp of {G} upon it, a {c} of {N} kilograms was discovered by {P}.", "{P} came upon a {c}, {N} kilograms heavy, on which the sign of {G} could still be read."],
    ["In {K} the {o}s have met {N} times since {D} without a decision.", "{N} sessions in {K} since {D} have brought the {o}s no nearer to a decision.", "Nothing was settled by the {o}s in {K}, though they sat down {N} times after {D}."],
    ["{G} expects {N} per cent fewer visitors because of the {a}.", "The {a} keeps guests away, as many as {N} in a hundred, {G} reckons.", "Of every hundred who used to come, {N} will stay at home, fears {G}, and the {a} is why."],
    ["{P} joined {G} in {Y} and knows every {b} in {L}.", "There is no {b} in {L} that {P}, with {G} since {Y}, has not seen.", "Since {Y}, when {G} hired the young {P}, each {b} of {L} has passed under those eyes."],
    ["The {c} was {v} twice in {Y}, a report by {G} says.", "According to papers of {G}, that {c} had already been {v} two times during {Y}.", "{Y} saw the same {c} {v} on two occasions, {G} has written."],
    ["Prices in {L} rose by {N} crowns after the {a}.", "Since the {a} people in {L} pay {N} crowns more.", "{N} crowns on top of what it was: shopping in {L} has become dear through the {a}."],
    ["Rescuers from {K} brought {N} tents and {M} tonnes of flour.", "{M} tonnes of flour and shelter for many under {N} tents arrived from {K}.", "From {K} came help: tents, {N} of them, and flour by the tonne, {M} in all."],
    ["{P} denied that the {b} had been {v} on purpose.", "That anybody meant the {b} to be {v} was rejected by {P}.", "No intention lay behind it, {P} insists, when the {b} came to be {v}."],
    ["A second {c} stands {N} metres from the {b}, near {K}.", "Close to {K}, {N} metres beyond the {b}, there is another {c}.", "Go {N} metres past the {b} in the direction of {K}, and one more {c} comes in view."],
    ["Schools in {L} and {K} will open again on {D}.", "Pupils go back to class on {D}, both in {K} and in {L}.", "{D} is the day when lessons begin once more in {L} as well as {K}."],
    ["{G} has hired {P} to look into the {a} by {t} {Mo}.", "An inquiry about the {a} lies in the hands of {P}, whom {G} pays; it ends {t} {Mo}.", "By {t} {Mo}, {P} is to tell {G} how the {a} came about."],
    ["The {o} of {K}, {P}, sent {N} volunteers and a {c}.", "{N} volunteers came, and with them a {c}: {K} and its {o} {P} had not hesitated.", "From {P}, who is {o} in {K}, arrived a {c} together with {N} unpaid helpers."],
    ["Lawyers for {G} asked for {N} crowns for each {b}.", "For every single {b} a payment of {N} crowns is wanted by those who speak for {G} in court.", "{G} wants money, and its counsel named the sum: {N} crowns per {b}."],
]
# Turns of phrase in the wordings above. Each reporter has a dialect, which takes one of each, so that two reporters who hit on one wording
# still hardly share a run of words.
TURNS = [turn.split("/") for turn in """shortly after/soon after/just past|said/told reporters/recalls|a little past/not long after/minutes past|when/as/the moment that|according to/in the words of/as told by|
At least/No fewer than/Some|were taken/were brought/were moved|among them/including/and with these|went/were driven/moved|persons/people/residents|minors/schoolchildren/not yet grown|whom helpers/whom volunteers/whom firemen|
had led/guided/walked|men and women/adults/grown people|and/as well as/together with|youngsters/girls and boys/little ones|with them/alongside/on their arms|all spent the night/everybody slept/all were put up|had warned/had cautioned/spoke early|
in a letter/in a note/by post|dated/sent/written|earlier/before/ahead of it|exists/has turned up/lies in a drawer|its sender is/it came from/below it stands|Had anybody/If only one had/Had someone|would have been/were hardly/had come as|Repairing/Mending/Putting right|
will cost/is to cost/comes to|must find/has to find/will pay|itself/alone/by its own means|is the bill/is the price/will be asked|has to raise/must collect/should bring up|For mending/To repair/For setting up|needs/wants/is short of|towards/out of/as part of|blamed/faulted/accused|
is at fault/bears the guilt/has failed|in the eyes of/as seen by/if one believes|Asked about/Pressed on/Questioned over|pointed at/named/spoke of|had bought/once paid for/took into use|Some/About/Roughly|workers/employees/labourers|stayed/waited/kept watch|was watched/was minded/stood guarded|employees/hands/men in jackets|
had sent/ordered there/posted|left/kept/placed|and none/of whom none/but nobody|went home/took leave/was relieved|The road/The highway/The way|is closed/is barred/stays shut|nobody can drive/no car passes/all traffic rests|are shut/are blocked/lie empty|Motorists/Drivers/Travellers|must turn back/are sent back/are stopped|
found/dug up/recovered|weighed/brought to the scales/came to|carried/bore/showed|the mark/the seal/the initials|With the stamp/With the emblem/With the name|was discovered/was lifted/came to light|came upon/stumbled over/hit on|could still be read/was left/had not faded|have met/sat together/conferred|without a decision/in vain/to no end|
brought/carried/moved|no nearer to/not closer to/still far from|Nothing was settled/No end was found/All stayed open|sat down/met/convened|expects/counts on/fears|fewer visitors/guests less/empty beds|because of/owing to/for|keeps guests away/scares visitors off/empties hotels|as many as/up to/all of|reckons/believes/has worked out|
will stay/remain/are lost|joined/entered/signed with|knows/has walked/has drawn|There is no/One finds no/Nobody can name a|has not seen/did not climb/never touched|hired/took on/engaged|has passed/went by/came|a report/a paper/a file|says/holds/has it|According to papers/If files|had already been/was before this/has been|saw/witnessed/brought|
on two occasions/a second time/and then again|rose/went up/climbed|people/households/shoppers|pay/are asked/give|on top of/above/more than|has become dear/hurts now/is a luxury|Rescuers/Crews/Teams|shelter for many/a roof for hundreds/beds|arrived/were unloaded/rolled in|came help/relief came/trucks came|denied/ruled out/disputed|
on purpose/with intent/knowingly|That anybody/That a soul/The idea that one|was rejected/was waved off/got a laugh|No intention/No plan/No malice|lay behind/stood behind/drove|insists/repeats/maintains|stands/rests/was seen|Close to/Beside/Not far from|beyond/behind/past|there is/one finds/waits|in the direction of/towards/along the way to|
comes in view/appears/is to be seen|Schools/Classrooms/Lessons|will open/start/resume|again/once more/as before|go back/return/hurry|both in/in/first in|begin/start/set in|has hired/pays/has asked|to look into/to study/to get behind|An inquiry/A report/All knowledge|lies in the hands/is the task/rests on the desk|is to tell/will explain to/owes|
came about/began/could happen|volunteers/helpers/unpaid hands|came/set out/turned up|had not hesitated/lost no hour/gave freely|Lawyers/Attorneys/Counsel|asked for/claimed/sued for|For every single/For each/Per|a payment/a sum/damages|is wanted/is sought/is claimed|wants money/is suing/seeks payment|named the sum/told how much/gave a figure""".replace("\n", "").split("|")]
DIALECTS = 12


def say(wording, dialect):
    """The wording in a dialect: each turn of phrase in it is replaced by one of its kind."""
    for number, turn in enumerate(TURNS):
        chosen = turn[((dialect + 1) * (number + 11) * 40503 >> 5) % len(turn)]
        wording = re.sub(r"(?<![\w{])%s(?![\w}])" % turn[0], chosen, wording)
    return wording


SAID = [[[say(wording, dialect) for dialect in range(DIALECTS)] for wording in fact] for fact in FACTS]
QUOTE_PARTS = (["We have seen", "Nobody told us of", "I will not forget", "This town has survived", "You cannot argue with", "They promised us", "My father spoke of", "Ask anyone about", "Tomorrow we repair", "There is no excuse for"],
               ["but we are still here", "and that is the truth of it", "whatever they write in the capital", "and not one of them came", "because we had no choice", "so let them explain it",
                "and I would do it again", "even if it takes ten years", "though it cost us dearly", "and everybody knew it"])
FURNITURE = ["Sign up for the {H} {n} and never miss a {m}.", "All rights reserved. No part of the {H} may be passed on without the consent of its {n} in {L}.", "Read more: {j} {n} of the week, chosen by the {m} of the {H}.",
             "The {H} is a member of the {L} {n} council and keeps its rules.", "Share this {m} with a {n}. Follow the {H} for {j} news.", "You are reading one of {N} free articles. Support the {j} {n} of the {H}.",
             "Correction or complaint? Write to the {n} desk of the {H}, {N} {L} Street.", "Photograph: {j} {n} / {H} archive. Tap the {m} to enlarge."]
PREVIEWS = ["{L} awaits the {a} on {D}, and {P} is ready.", "Everything is prepared in {L} for {D}, when the {a} is due, says {P} of {G}.", "Will the {a} come as {G} expects? In {L} all eyes are on {D}."]

OPENINGS = ["{L} woke to the {a} on {D}.", "On {D} the {a} in {L} was all that people spoke of, and the {b} was {v}.", "What began with the {a} on {D} holds {L} in suspense.",
            "The {a} of {D} was not the first in {L}.", "It is the {b} that {L} remembers of {D}.", "Nothing in {L} is as it was before {D}, when the {b} was {v}."]


class Maker:
    """Draws everything from one generator; only random() is used, whose values are the same in every version of Python."""

    def __init__(self, seed, per_day, kinds=(), known=0.4, twins=0.1, further=0.45, own=0, late=0):
        self.draw = random.Random(seed).random
        self.per_day = per_day
        self.known, self.twins, self.further, self.own, self.late = known, twins, further, own, late
        self.kinds = {}
        for kind, (nouns, verbs, title) in KINDS.items():
            self.kinds[kind] = ([group.split() for group in nouns.split("|")], [group.split() for group in verbs.split("|")], title)
        self.kind_names = sorted(kinds or self.kinds)
        self.cities = [self.city() for _ in range(600 + per_day // 4)]
        self.at_home = {}  # of a city: officials and bodies, in proportion to its news
        for rank, city in enumerate(self.cities):
            known_there = range(3 + per_day // (50 * (rank + 1)))
            self.at_home[city] = [self.official() for _ in known_there], [self.body(city) for _ in known_there]
        self.figures = [self.official() for _ in range(400 + per_day // 4)]
        self.hosts = [self.make_host(i) for i in range(400)]
        self.stories = 0

    @staticmethod
    def date(day):
        return datetime.date(2031, 1, 1) + datetime.timedelta(days=day)

    def pick(self, items):
        return items[int(self.draw() * len(items))]

    def number(self, low, high):
        return low + int(self.draw() * (high - low + 1))

    def amount(self, low, high):
        """Where accounts have things of their own, small numbers are the most usual, as in life."""
        return int(low * (high / low) ** self.draw()) if self.own else self.number(low, high)

    def syllable(self):
        return self.pick(ONSETS) + self.pick(VOWELS) + self.pick(CODAS)

    def often(self, items):
        """As names are met in the news: the first again and again, the last hardly ever."""
        return items[int(len(items) ** self.draw()) - 1]

    def surname(self):
        return (self.syllable() + self.syllable()).capitalize()

    def city(self):
        return (self.syllable() + (self.syllable() if self.draw() < 0.5 else "") + self.pick(ENDINGS)).capitalize()

    def place(self):
        """One of the known cities, or a small place that hardly any other story knows."""
        if self.draw() < self.known:
            return self.often(self.cities)
        return (self.syllable() + self.syllable() + self.pick(ENDINGS)).capitalize()

    def person(self):
        return self.pick(FIRST), self.surname()

    def official(self):
        return self.person() + (self.pick(OFFICES),)

    def body(self, place):
        return "%s %s" % (place, self.pick(BODIES))

    def involved(self, place):
        """Who holds an office in that city, a public figure, or somebody of whom nobody has heard."""
        if place in self.at_home and self.draw() < 0.5:
            return self.pick(self.at_home[place][0])
        return self.often(self.figures) if self.draw() < self.known / 2 else self.official()

    def body_involved(self, places):
        place = self.pick(places)
        return self.pick(self.at_home[place][1]) if place in self.at_home and self.draw() < 0.5 else self.body(place)

    def make_host(self, i):
        name = self.place()
        furniture = []
        for _ in range(self.number(0, 3)):
            furniture.append(self.pick(FURNITURE).format(H=name + " " + self.pick(["Courier", "Herald", "Wire", "Post", "Echo"]), n=self.pick(NOUNS),
                                                         m=self.pick(NOUNS), j=self.pick(ADJECTIVES), L=self.place(), N=self.number(2, 900)))
        head = self.number(0, len(furniture))
        return {"name": "%s%d.example" % (name.lower(), i), "head": furniture[:head], "foot": furniture[head:]}

    def quotation(self):
        start, end = QUOTE_PARTS
        return "%s the %s %s and the %s, %s." % (self.pick(start), self.pick(ADJECTIVES), self.pick(NOUNS), self.pick(NOUNS), self.pick(end))

    def make_story(self, day, twin):
        """The event: who, where, when, and facts whose values all accounts share."""
        kind = twin["kind"] if twin else self.pick(self.kind_names)
        nouns, verbs, title = self.kinds[kind]
        self.stories += 1
        story = {"id": "s%d" % self.stories, "kind": kind, "day": day, "title": title, "accounts": [], "twin_of": twin["id"] if twin else None}
        places = [twin["places"][0] if twin else self.place()] + [self.place() for _ in range(3)]
        people = [self.involved(places[0]) for _ in range(4)]
        bodies = [self.body_involved(places) for _ in range(3)]
        story["places"], story["people"], story["bodies"] = places, people, bodies
        date = self.date(day)
        date_words = ["%s" % DAYS[date.weekday()], "%s, %d %s" % (DAYS[date.weekday()], date.day, MONTHS[date.month - 1])]
        facts = []
        chosen = list(range(len(FACTS)))
        for i in range(self.number(10, 17)):
            at = int(self.draw() * len(chosen))
            facts.append(self.fact(story, chosen.pop(at), date_words[i == 0]))
        story["facts"] = facts
        story["quotation"] = self.quotation()
        return story

    def fact(self, story, number, day):
        nouns, verbs, _ = self.kinds[story["kind"]]
        places = story["places"]
        first, last, office = self.pick(story["people"])
        values = {"P": first + " " + last, "S": last, "o": office, "G": self.pick(story["bodies"]), "L": places[0], "K": places[1 + int(self.draw() * 3)],
                  "N": self.amount(3, 970), "M": self.amount(2, 96), "Y": self.number(1988, 2029), "t": self.number(2, 23), "D": day,
                  "Mo": self.pick(MONTHS)}
        return number, values, self.pick(nouns), self.pick(nouns), self.pick(nouns), self.pick(verbs)

    def aside(self, story):
        """A fact that one account alone tells: of the same place or one of the story's people, the rest from elsewhere."""
        places = [story["places"][0] if self.draw() < 0.5 else self.place()] + [self.place() for _ in range(3)]
        people = [self.pick(story["people"]) if self.draw() < 0.3 else self.involved(places[0])]
        elsewhere = {"kind": story["kind"], "places": places, "people": people, "bodies": [self.body_involved(places)]}
        return self.fact(elsewhere, int(self.draw() * len(FACTS)), self.pick(DAYS))

    @staticmethod
    def sentence(fact, wording, voice, dialect):
        number, values, a, b, c, v = fact
        return SAID[number][wording % 3][dialect % DIALECTS].format(a=a[voice], b=b[voice], c=c[voice], v=v[voice], **values)

    def remark(self):
        pick = self.pick
        clause = lambda: "the %s %s %s the %s %s" % (pick(ADJECTIVES), pick(NOUNS), pick(VERBS), pick(ADJECTIVES), pick(NOUNS))
        text = clause()
        if self.draw() < 0.7:
            text += " %s %s" % (pick(JOINS), clause())
        if self.draw() < 0.2:
            text += ", said %s %s" % (pick(FIRST), self.surname())
        return text[0].upper() + text[1:] + "."

    def opening(self, story, day):
        """What happened, where and when, as a report of that day says it."""
        nouns, verbs, _ = self.kinds[story["kind"]]
        date = self.date(story["day"])
        said = DAYS[date.weekday()] if abs(day - story["day"]) < 6 else "%d %s" % (date.day, MONTHS[date.month - 1])
        return self.pick(OPENINGS).format(L=story["places"][0], D=said, a=self.pick(self.pick(nouns)), b=self.pick(self.pick(nouns)), v=self.pick(self.pick(verbs)))

    def account(self, story, phase, day):
        """A list of ("fact", fact, wording, voice, dialect) and ("own", sentence): chosen, ordered and worded by one reporter."""
        facts = list(story["facts"])
        keep = self.number(5, max(6, len(facts) - 3))
        items = []
        dialect = self.number(0, DIALECTS - 1)
        for _ in range(min(keep, len(facts))):
            # News stands first: an early fact is likelier to come early, but every reporter orders differently.
            at = int(self.draw() * self.draw() * len(facts))
            fact = facts.pop(at)
            if self.own and self.draw() < self.own:
                fact = self.aside(story)
            items.append(["fact", fact, self.number(0, 2), self.number(0, 2), dialect])
            if self.draw() < 0.7:
                items.append(["own", self.remark()])
        if self.own and self.draw() < 0.8:
            items.insert(0, ["own", self.opening(story, day)])
        person = self.pick(story["people"])
        quoting = self.pick(['"%s" said %s.', 'In the words of %s: "%s"', '%s put it thus: "%s"'])
        quotation = story["quotation"] if self.draw() < 0.4 else self.quotation()
        name = "%s %s" % person[:2]
        said = quoting % ((quotation[:-1] + ",", name) if quoting.startswith('"') else (name, quotation))
        items.insert(1 + int(self.draw() * (len(items) - 1)), ["own", said])
        if phase == "preview":
            values = dict(story["facts"][0][1], G=story["bodies"][0])
            items = [["own", self.pick(PREVIEWS).format(a=story["facts"][0][2][0], **values)]] + items[:5] + [["own", self.remark()]]
        if phase == "follow-up":
            items = [["own", self.remark()]] + items[:8] + [["own", self.remark()], ["own", self.remark()]]
        return items

    def words_of(self, items):
        return [item[1] if item[0] == "own" else self.sentence(*item[1:]) for item in items]

    def rewrite(self, items):
        """Choice and order kept, every fact in another wording and voice, own remarks reworded where they can be and else dropped."""
        made = []
        turn = self.number(1, DIALECTS - 1)
        for item in items:
            if item[0] == "fact":
                made.append(["fact", item[1], item[2] + 1 + int(self.draw() * 2), (item[3] + 1 + int(self.draw() * 2)) % 3, item[4] + turn])
            elif self.draw() < 0.3:
                made.append(["own", self.remark()])
        return made

    def title_of(self, story):
        values = story["facts"][0][1]
        a = story["facts"][0][2]
        title = story["title"].format(L=values["L"], G=story["bodies"][0], S=story["people"][0][1])
        return "%s: %s" % (title, self.pick(["{a} puts {P} to the test", "{N} hurt, {P} under fire", "what {G} knew", "{a} divides {L} and {K}", "{P} answers", "the {a} hour by hour"]).format(
            a=self.pick(a), **values))

    def document(self, story, day, sentences, relation, source, phase, title):
        return {"day": day, "story": story, "sentences": sentences, "relation": relation, "source": source, "phase": phase, "title": title, "host": self.pick(self.hosts)}

    def documents_of(self, story, derived):
        """The story's documents in no particular order; a derived one names its source by object."""
        made = []
        accounts = 1
        while accounts < 12 and self.draw() < self.further:
            accounts += 1
        first = None
        for n in range(accounts):
            lot = self.draw()
            phase = "preview" if n and lot < 0.1 else "follow-up" if n and lot < 0.35 else "report"
            day = max(0, story["day"] + {"preview": -self.number(1, 3), "report": self.number(0, 1), "follow-up": self.number(1, 9)}[phase])
            if self.late and phase == "follow-up":
                day = story["day"] + int((400 if self.draw() < self.late else 20) ** self.draw())
            items = self.account(story, phase, day)
            sentences = self.words_of(items)
            relation, source = "original", None
            quoted = story["quotation"][:-1]
            if first and first["day"] <= day and quoted in " ".join(sentences) and quoted in " ".join(first["sentences"]):
                relation, source = "quotation", first
            original = self.document(story, day, sentences, relation, source, phase, self.title_of(story))
            first = first or original
            made.append(original)
            while self.draw() < derived:
                made.append(self.derive(original, items))
        return made

    def derive(self, source, items):
        lot = self.draw()
        day = source["day"] + (0 if self.draw() < 0.6 else self.number(1, 4))
        sentences = list(source["sentences"])
        title = source["title"]
        if lot < 0.5:
            relation = "copy"
            if self.draw() < 0.5:  # a near copy: a sentence lost or a word changed
                at = int(self.draw() * len(sentences))
                if self.draw() < 0.5 and len(sentences) > 8:
                    del sentences[at]
                else:
                    sentences[at] = self.remark()
        elif lot < 0.68:
            relation = "abridged"
            sentences = sentences[:max(4, int(len(sentences) * (0.35 + 0.3 * self.draw())))]
        elif lot < 0.8:
            relation = "extended"
            sentences += [self.remark() for _ in range(max(5, int(len(sentences) * (0.5 + 0.5 * self.draw()))))]
        else:
            relation = "rewrite"
            sentences = self.words_of(self.rewrite(items))
            title = self.title_of(source["story"])
        return self.document(source["story"], day, sentences, relation, source, source["phase"], title)

    def stream(self, count, derived):
        """Documents in order of time, `per_day` a day or nearly so."""
        by_day = {}
        recent = []
        day = made = 0
        while made < count:
            waiting = len(by_day.get(day, ()))
            while waiting < self.per_day:
                twin = self.pick(recent) if recent and self.draw() < self.twins else None
                story = self.make_story(day, twin)
                recent = (recent + [story])[-40:] if self.draw() < 0.2 else recent
                for document in self.documents_of(story, derived):
                    document["day"] = max(document["day"], day)
                    by_day.setdefault(document["day"], []).append(document)
                    waiting += document["day"] == day
            today = by_day.pop(day)
            for i in range(len(today) - 1, 0, -1):  # stories mixed, but a source before what derives from it
                j = int(self.draw() * (i + 1))
                today[i], today[j] = today[j], today[i]
            for document in self.sources_first(today):
                if made == count:
                    return
                made += 1
                document["id"] = "d%07d" % made
                yield document
            day += 1

    @staticmethod
    def sources_first(today):
        """A document whose source is of the same day follows it at once or later."""
        waiting = {}
        for document in today:
            source = document["source"]
            if source is not None and source["day"] == document["day"] and "id" not in source:
                waiting.setdefault(id(source), []).append(document)
            else:
                ready = [document]
                while ready:
                    one = ready.pop()
                    yield one
                    ready += waiting.pop(id(one), ())

    def line(self, document, plain):
        sentences, host = document["sentences"], document["host"]
        paragraphs = list(host["head"])
        at = 0
        while at < len(sentences):
            size = 1 + int(self.draw() * 3)
            paragraphs.append(" ".join(sentences[at:at + size]))
            at += size
        paragraphs += host["foot"]
        date = self.date(document["day"])
        row = {"id": document["id"], "title": document["title"], "text": "\n\n".join(paragraphs), "date": date.isoformat(), "source": host["name"]}
        if self.draw() < 0.5:
            row["author"] = "%s %s" % self.person()
        if not plain:
            source = document["source"]
            row.update(story=document["story"]["id"], relation=document["relation"], copy_of=source["id"] if source else None, phase=document["phase"])
            if document["story"]["twin_of"]:
                row["twin_of"] = document["story"]["twin_of"]
        return row


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-day", type=int, default=33333)
    parser.add_argument("--derived", type=float, default=0.3, help="chance that an account is taken over once more")
    parser.add_argument("--kinds", nargs="*", default=[], choices=sorted(KINDS), help="of events; all if none is given")
    parser.add_argument("--known", type=float, default=0.4, help="share of places that are met again and again; of people half that share")
    parser.add_argument("--twins", type=float, default=0.1, help="chance that a story is like an earlier one: the same kind and place")
    parser.add_argument("--further", type=float, default=0.45, help="chance that a story has one more account, up to 12")
    parser.add_argument("--own", type=float, default=0, help="share of an account's facts that no other account has")
    parser.add_argument("--late", type=float, default=0, help="share of the follow-ups that come up to a year later")
    parser.add_argument("--plain", action="store_true", help="leave out the truth")
    options = parser.parse_args()
    maker = Maker(options.seed, max(1, options.per_day), options.kinds, options.known, options.twins, options.further, options.own,
                  options.late)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for document in maker.stream(options.documents, options.derived):
        sys.stdout.write(encode(maker.line(document, options.plain)) + "\n")


if __name__ == "__main__":
    main()
