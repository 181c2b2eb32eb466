"""
How each phrase of a sentence stands to a trigger: a path of grammatical relations, in words.

    "Troops shelled the port"                subj    obj
    "the shelling of the port by troops"     prep:of prep:by
    "troops carried out a raid on the port"  light|subj   prep:on
    "agreed to release the monks"            comp>obj

Paths are logical: the subject of "agreed" is that of "release" too, a relative pronoun is its noun,
and verbs joined by "and" share their subject. What a path makes of a phrase, actor or recipient,
`priors` tells.
"""

from __future__ import annotations

from according.events.lexicon import words_of
from according.events.syntax import NOMINAL, Syntax

SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass")
COMPLEMENTS = ("xcomp", "ccomp", "acl", "advcl", "csubj")
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
CONTAINERS = words_of("containers")
"""Nouns that only portion an act out: "a wave of arrests", "a round of talks"."""
LIGHT = words_of("light")
FORCES = words_of("forces")
OBJECT_CONTROL = words_of("object-control")
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))

Paths = dict[int, str]


def paths(syntax: Syntax, trigger: int) -> Paths:
    """The path from a trigger to each phrase that syntax connects with it, by the phrase's head word."""
    found: Paths = {}
    if is_verb(syntax, trigger):
        _of_verb(syntax, trigger, found)
        _complements(syntax, trigger, found)
    else:
        _of_noun(syntax, trigger, found)
        _around_noun(syntax, trigger, found)
    found.pop(trigger, None)
    return found


def is_verb(syntax: Syntax, word: int) -> bool:
    """Whether a word governs as a verb does: a verb, or an adjective or noun with a subject of its own."""
    if syntax.tags.upos[word] in ("VERB", "AUX"):
        return True
    return syntax.tags.upos[word] not in ("NOUN", "PROPN") and any(
        syntax.tags.deprel[child] in SUBJECTS for child in syntax.children[word]
    )


def _put(syntax: Syntax, found: Paths, head: int, path: str) -> None:
    """Note a phrase and those joined to it by "and"; the first path found stands."""
    if syntax.tags.upos[head] not in NOMINAL:
        return
    found.setdefault(head, path)
    for other in syntax.having(head, "conj"):
        if syntax.tags.upos[other] in NOMINAL:
            found.setdefault(other, path)


def _put_joined(syntax: Syntax, found: Paths, noun: int, first: int) -> None:
    """The second party of "talks between A and B" where the parser hung it on "talks"."""
    if not any(True for _ in syntax.having(first, "conj")):
        for other in syntax.having(noun, "conj"):
            if other > first:
                _put(syntax, found, other, "prep:between")


def _of_verb(syntax: Syntax, verb: int, found: Paths, before: str = "") -> None:
    """A verb's own arguments: subject (its own or a shared one), objects, phrases with prepositions."""
    passive = syntax.passive(verb)
    for subject, path in subjects(syntax, verb):
        _put(syntax, found, subject, before + path)
    for child in syntax.children[verb]:
        relation = syntax.tags.deprel[child]
        if relation == "obj":
            _put(syntax, found, child, f"{before}obj")
            _inside(syntax, child, found, f"{before}obj>")
        elif relation == "iobj":
            _put(syntax, found, child, f"{before}iobj")
        elif relation == "obl:agent":
            _put(syntax, found, child, f"{before}by")
        elif relation in ("obl", "nmod"):
            preposition = syntax.preposition(child)
            path = "by" if preposition == "by" and passive else f"prep:{preposition or '-'}"
            _put(syntax, found, child, before + path)
            _inside(syntax, child, found, f"{before}{path}>")
    if passive:
        for agent in shared_agents(syntax, verb):
            _put(syntax, found, agent, f"{before}by")
    if syntax.tags.deprel[verb] == "acl:relcl" and not passive:
        own = any(child for child in syntax.having(verb, *SUBJECTS) if syntax.lower[child] not in RELATIVE)
        if own and not any(True for _ in syntax.having(verb, "obj")):
            _put(syntax, found, syntax.tags.head[verb], f"{before}obj^rel")


def shared_agents(syntax: Syntax, verb: int) -> list[int]:
    """The agents behind passives joined by "and", which the parser hangs on either: "was beaten and robbed by"."""
    joined = list(syntax.having(verb, "conj"))
    if syntax.tags.deprel[verb] == "conj":
        joined.append(syntax.tags.head[verb])
    return [agent for other in joined for agent in syntax.having(other, "obl:agent") if agent > verb]


def subjects(syntax: Syntax, verb: int, depth: int = 0) -> list[tuple[int, str]]:
    """
    The heads of a verb's logical subject, each with its path.

    "subj" does it, "subj:pass" undergoes it; "subj0" is the subject of a verb without object, which
    in a headline may be either ("Six held over raid"). "^" names where a shared subject comes from.
    """
    passive = syntax.passive(verb)
    bare = not any(syntax.tags.deprel[child] in ("obj", "ccomp", "xcomp", "iobj") for child in syntax.children[verb])
    path = "subj:pass" if passive else ("subj0" if bare else "subj")
    own = list(syntax.having(verb, *SUBJECTS))
    relation, head = syntax.tags.deprel[verb], syntax.tags.head[verb]
    if own:
        if relation in ("acl:relcl", "acl", "advcl:relcl") and syntax.lower[own[0]] in RELATIVE and head >= 0:
            return [(head, f"{path}^rel")]
        return [(own[0], path)]
    if head < 0 or depth > 4:
        return []
    if relation == "conj" and is_verb(syntax, head):
        return [(word, _voiced(syntax, verb, path, above)) for word, above in subjects(syntax, head, depth + 1)]
    if relation in ("xcomp", "ccomp") and is_verb(syntax, head):
        controllers = [*syntax.having(head, "obj", "iobj")]
        if controllers and (syntax.lower[head] in OBJECT_CONTROL or relation == "ccomp"):
            return [(controllers[-1], f"{path}^control")]
        return [(word, f"{path}^xcomp") for word, _ in subjects(syntax, head, depth + 1)]
    if relation == "advcl" and is_verb(syntax, head):
        return [(word, f"{path}^adv") for word, _ in subjects(syntax, head, depth + 1)]
    if relation == "acl:relcl":
        return [(head, f"{path}^rel")]
    if relation == "acl":
        return _of_acl(syntax, verb, head, path)
    return []


def _voiced(syntax: Syntax, verb: int, path: str, above: str) -> str:
    """The path of a subject shared with the verb before: "was beaten and robbed" is passive twice."""
    base = path
    if above.startswith("subj:pass") and path == "subj0" and syntax.is_participle(verb):
        base = "subj:pass"
    return f"{base}^conj"


def _of_acl(syntax: Syntax, verb: int, noun: int, path: str) -> list[tuple[int, str]]:
    """The subject of a clause that hangs on a noun: the noun, or behind "to" whoever has the noun."""
    if not any(syntax.lower[child] == "to" for child in syntax.having(verb, "mark")):
        return [(noun, f"{path}^acl")]
    for owner in syntax.having(noun, "nmod:poss", "nsubj"):
        return [(owner, f"{path}^owner")]
    head = syntax.tags.head[noun]
    if head >= 0 and syntax.tags.deprel[noun] in ("obj", "obl", "nsubj:pass") and is_verb(syntax, head):
        return [(word, f"{path}^owner") for word, _ in subjects(syntax, head, 3)]
    return []


def _complements(syntax: Syntax, verb: int, found: Paths) -> None:
    """Arguments of the clauses that a verb governs: "agreed to release six men", "accused Lima of arming them"."""
    for child in syntax.children[verb]:
        relation = syntax.tags.deprel[child]
        if relation in COMPLEMENTS and (is_verb(syntax, child) or relation in ("xcomp", "ccomp")):
            _of_verb(syntax, child, found, "adv>" if relation == "advcl" else "comp>")
        elif relation == "obj":
            for clause in syntax.having(child, "acl", "ccomp"):
                _of_verb(syntax, clause, found, "obj>comp>")


def _inside(syntax: Syntax, noun: int, found: Paths, before: str) -> None:
    """The phrases within a noun's phrase: "a ban on rallies", "the miners' camp", "Omani troops"."""
    for child in syntax.children[noun]:
        relation = syntax.tags.deprel[child]
        if relation in ("nmod:poss", "nsubj"):
            _put(syntax, found, child, f"{before}poss")
        elif relation in ("nmod", "obl"):
            _put(syntax, found, child, f"{before}prep:{syntax.preposition(child) or '-'}")
        elif relation in ("amod", "compound", "nmod:desc") and child in syntax.name_of:
            _put(syntax, found, child, f"{before}name")


def _of_noun(syntax: Syntax, noun: int, found: Paths) -> None:
    """A noun's own arguments: possessor, demonym, compound, phrases with prepositions, clauses."""
    passed = False
    for child in syntax.children[noun]:
        relation = syntax.tags.deprel[child]
        if relation in ("nmod:poss", "nsubj", "det") and syntax.tags.upos[child] != "DET":
            _put(syntax, found, child, "poss")
        elif relation in ("nmod", "obl", "obl:agent"):
            preposition = syntax.preposition(child) or "-"
            _put(syntax, found, child, f"prep:{preposition}")
            _inside(syntax, child, found, f"prep:{preposition}>")
            if preposition == "between":
                _put_joined(syntax, found, noun, child)
        elif relation in ("amod", "compound", "nmod:desc"):
            named = child in syntax.name_of
            if named or relation == "compound":
                _put(syntax, found, child, "name" if named else _compound(syntax, child))
        elif relation in ("acl", "ccomp", "xcomp"):
            passed = passed or syntax.passive(child)
            _of_verb(syntax, child, found, "made>" if syntax.passive(child) else "comp>")
        elif relation == "acl:relcl":
            _of_verb(syntax, child, found, "rel>")


def _compound(syntax: Syntax, word: int) -> str:
    """The path of a noun before the act: those who act ("police raid") apart from the rest ("hunger strike")."""
    return "compound:force" if syntax.lower[word] in FORCES else "compound"


def governor(syntax: Syntax, noun: int) -> tuple[int, str, int]:
    """
    The verb over a noun, the noun's relation to it, and the noun through which it hangs there; (-1, "", noun) if none.

    Nouns that portion an act out and "and" are passed through.
    """
    at = noun
    for _ in range(4):
        head, relation = syntax.tags.head[at], syntax.tags.deprel[at]
        if head < 0:
            return -1, "", at
        through = relation == "nmod" and syntax.preposition(at) == "of" and syntax.lower[head] in CONTAINERS
        if through or (relation in ("conj", "compound", "appos") and syntax.tags.upos[head] in NOUNS):
            at = head
            continue
        if is_verb(syntax, head):
            if preposition := syntax.preposition(at):
                return head, f"in:{preposition}", at
            return head, {"nsubj": "s", "nsubj:pass": "sp", "obj": "o", "nsubj:outer": "s"}.get(relation, "x"), at
        return -1, "", at
    return -1, "", at


def _around_noun(syntax: Syntax, noun: int, found: Paths) -> None:
    """What stands around a noun: the arguments of its verb, or of the noun that portions it out."""
    verb, relation, through = governor(syntax, noun)
    at = noun
    while at != through:
        at = syntax.tags.head[at]
        _of_noun(syntax, at, found)
    if verb < 0:
        return
    light = relation in ("o", "sp") and syntax.lower[verb] in LIGHT
    around: Paths = {}
    _of_verb(syntax, verb, around)
    for word, path in around.items():
        if word not in (noun, through):
            own = light and path.startswith("prep:")  # "launched a raid on the port": the parser hangs "on" on either
            found.setdefault(word, path if own else f"{'light' if light else relation}|{path}")


def loose(syntax: Syntax, trigger: int, word: int) -> str:
    """
    The path of a phrase that no relation of the above connects: below the trigger, next to it, or out of reach.

    "below>prep:to" hangs on the trigger by some longer way; "next" and "before" stand beside it with no
    other verb between, as a damaged parse leaves them.
    """
    if trigger in syntax.above(word):
        relation = syntax.tags.deprel[word].split(":")[0]
        preposition = syntax.preposition(word)
        if relation == "nmod" and preposition in ("'s", "'", ""):
            return "below>poss"
        return f"below>prep:{preposition}" if preposition else f"below>{relation}"
    between = range(trigger + 1, word) if word > trigger else range(word + 1, trigger)
    if len(between) <= NEAR and not any(syntax.tags.upos[at] in ("VERB", "PUNCT") for at in between):
        return "next" if word > trigger else "before"
    return "out"


NEAR = 6
"""Words between a trigger and a phrase beside it. A guess."""
