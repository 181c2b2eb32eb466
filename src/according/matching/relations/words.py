"""
A claim's words as they compare with another report's: stems, with words that retellings swap made one, and how rare
each is.

"Two men died in an air strike" and "an airstrike killed two men" say the same; a comparison of letters sees
two words of five. `KINDRED` names the swaps of the news trade: a guess from reading, not a thesaurus; words whose
exchange changes who did what ("rebels", "terrorists") are kindred only as the same side of a battle.
"""

from __future__ import annotations

import functools
import re
import zlib

from according.matching.origins.words import NUMBERS, folded, rarity
from according.world.lookup import word_set

KINDRED = {
    "killed": "kill kills killed killing killings dead die dies died dying death deaths slain slay fatal fatally "
    "fatality fatalities lethal perished executed execute executing execution toll",
    "wounded": "wound wounded wounds wounding injure injured injures injuring injury injuries hurt",
    "people": "people persons person civilian civilians residents citizens men",
    "blast": "blast blasts explosion explosions bomb bombs bombing bombings bomber bombers exploded explosive "
    "explosives explode detonated detonate detonating blew",
    "raid": "raid raids strike strikes airstrike airstrikes air bombardment bombardments bombed sortie sorties",
    "shelling": "shelling shelled shells mortar mortars artillery rocket rockets",
    "plane": "plane planes warplane warplanes jet jets aircraft fighter-jet",
    "fighter": "fighter fighters militant militants jihadist jihadists extremist extremists terrorist terrorists rebel "
    "rebels militiaman militiamen insurgent insurgents opposition",
    "soldier": "soldier soldiers troop troops trooper",
    "islamicstate": "isis isil daesh",
    "government": "government governments regime regimes administration authorities",
    "clash": "clash clashes battle battles fighting fight fought fights combat",
    "shot": "shot shots shoot shoots shooting shootings gunshot gunshots gunfire shooter shooters fired",
    "arrested": "arrest arrested arrests custody detained jailed apprehended captured",
    "suspect": "suspect suspects suspected gunman gunmen attacker attackers assailant assailants",
    "attack": "attack attacks attacked assault assaults offensive",
    "child": "child children boy boys girl girls kids minors youngsters",
    "town": "town towns village villages city cities",
    "chemical": "chemical chemicals gas gassed gassing nerve sarin poison poisonous toxic fumes chlorine",
    "hospital": "hospital hospitals clinic medical",
    "ministry": "ministry minister ministries",
    "agreed": "agreement agreed accord deal",
    "talks": "talks negotiations negotiation negotiating negotiators",
    "storm": "storm hurricane cyclone typhoon",
    "quake": "quake earthquake tremor",
    "fire": "fire blaze flames",
    "crash": "crash crashed crashes crashing collision collided",
    "protest": "protest protests protested protesters demonstration demonstrations demonstrators rally",
    "evacuated": "evacuated evacuate evacuation displaced fled flee fleeing",
}
"""Words that a retelling puts one for another, each list under the stem that stands for it. A guess from reading."""

COMMON = word_set(
    """a an the of in on at to and or for by with from as that this these those it its is are was were be been being has
    have had having he she they them their theirs his her hers him who whom whose which what when where while why how
    after before also but not no nor so than then there here into out up down over under about around more most least
    less some other others another all any each every either neither both few many several i we you my our your me us
    will would could can cannot may might must shall should do does did done said say says saying told tell tells
    according report reports reported reporting added adding were still just only very too such own same if because
    though although until since during between among amid against through off per via upon within without one two three
    four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens hundreds thousands
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april
    june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today
    yesterday tomorrow am pm early late earlier later last next ago now s t re ve ll d m nearly almost some including
    included published updated posted share photo image video file tags"""
)
"""
Words that say nothing of the matter: of grammar, of telling, and those of numbers and days, which
are compared as numbers and days.
"""

NAMES = re.compile(
    r"\b(?:islamic\s+state(?:\s+(?:group|militants))?|(?-i:IS)(?=\s+(?:group|fighter|militant|said|has|claim)))\b",
    re.IGNORECASE,
)
"""One body under several names, where no single word tells: Islamic State, the IS group, ISIS."""

SAME = {word: stem for stem, words in KINDRED.items() for word in words.split()}
EASIEST = 1.0
"""What a word weighs at least: one that is in every second text still tells a little. A guess."""
ENDINGS = ("ings", "ing", "edly", "ed", "es", "ly", "s")
SHORTEST = 4
"""A stem has at least so many letters: "used" stays as it is, "strikes" does not. As in the lighter stemmers."""

SCALE = ((1000.0, 5.0), (100.0, 4.5), (13.0, 3.5), (5.0, 2.5), (2.0, 1.5), (0.0, 1.0))
"""What a number weighs, from the given size up: "two" is in every third report, "182" in few. A guess."""

Weights = dict[str, float]


def stem(word: str) -> str:
    """
    The word that `word` is compared as.

    >>> stem("airstrikes"), stem("perished"), stem("bridges"), stem("bridge")
    ('raid', 'killed', 'bridg', 'bridg')
    """
    if word in SAME:
        return SAME[word]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + SHORTEST and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    return SAME.get(word, word[:-1] if word.endswith("e") and len(word) > SHORTEST else word)


@functools.lru_cache(maxsize=1 << 16)
def rare(word: str) -> float:
    """How rare a folded word is: the natural logarithm of reports per report that has it, by our fixed table."""
    return float(rarity()[zlib.crc32(word.encode()) & (NUMBERS - 1)])


def weighed(text: str) -> Weights:
    """
    The stems of the words that say something, each with its weight.

    >>> sorted(weighed("Two people died when the bridge at Karlshof fell, officials said"))
    ['bridg', 'fell', 'karlshof', 'killed', 'official', 'people']
    """
    weights: Weights = {}
    for word in folded(NAMES.sub("isis", text) if "slamic" in text or "IS" in text else text):
        term = _term(word)
        if term:
            compared, weight = term
            weights[compared] = min(weight, weights.get(compared, weight))
    return weights


@functools.lru_cache(maxsize=1 << 16)
def _term(word: str) -> tuple[str, float] | None:
    """What a folded word is compared as, and its weight; None for a word that says nothing."""
    if word in COMMON or word.isdigit():
        return None
    compared = stem(word)
    return compared, _class_weight(compared) if compared in KINDRED else rare(word)


@functools.cache
def _class_weight(compared: str) -> float:
    """What a word of a list weighs: as much as the list's commonest word, for any of them may stand for it."""
    return max(EASIEST, min(rare(word) for word in KINDRED[compared].split()))


def numeral(value: float) -> tuple[str, float]:
    """
    A count as a word, with its weight: the larger the number, the less likely by chance.

    >>> numeral(35)
    ('#35', 3.5)
    """
    return f"#{value:g}", next(weight for least, weight in SCALE if abs(value) >= least)


def total(weights: Weights) -> float:
    """What the words weigh together."""
    return sum(weights.values())


def shared(a: Weights, b: Weights) -> Weights:
    """The stems of both, each with the smaller weight."""
    if len(a) > len(b):
        a, b = b, a
    return {word: min(weight, b[word]) for word, weight in a.items() if word in b}
