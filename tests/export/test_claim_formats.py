"""Formats of claims: spans that still hold, nobody made the author of what they deny, files that others can parse."""

from __future__ import annotations

import json

import pytest

from according.records import Span
from export.odd_record import TEXT as ODD
from export.odd_record import odd_record
from store.example_records import TEXT as DEPOT
from store.example_records import depot_record

NAME = f"urn:according:{depot_record().report.id}"
TEXTS = {NAME: DEPOT, f"urn:according:{odd_record().report.id}": ODD}
PROV = "http://www.w3.org/ns/prov#"


def claims(data):
    return {node["@id"].removeprefix(f"{NAME}:"): node for node in data["@graph"] if node["@type"] == "Claim"}


# --- Web Annotation -----------------------------------------------------------------------


def test_both_selectors_of_an_annotation_select_the_same_words(exported):
    page = json.loads(exported("web-annotation"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    targets = [target for item in page["items"] for target in item["target"] if target["source"] in TEXTS]
    assert targets
    for target in targets:
        position, quote = target["selector"]
        text = TEXTS[target["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def test_sources_and_cues_are_linked_to_their_claim(exported):
    items = {item["id"]: item for item in json.loads(exported("web-annotation"))["items"]}
    for part in (f"{NAME}:c1:source:1", f"{NAME}:c1:source:2", f"{NAME}:c1:cue"):
        assert items[part]["body"][0] == {"type": "SpecificResource", "purpose": "linking", "source": f"{NAME}:c1"}
    assert "stance: denied" in {body["value"] for body in items[f"{NAME}:c3"]["body"]}
    assert len(items) == len(json.loads(exported("web-annotation"))["items"])


# --- schema.org ---------------------------------------------------------------------------


def test_whoever_denies_a_claim_is_not_its_author(exported):
    found = claims(json.loads(exported("schema-org")))
    assert found["c1"]["author"]["description"] == "three port officials"
    assert "author" not in found["c3"]
    assert found["c3"]["mentions"]["description"] == "The Turkish energy ministry"
    assert "stance:denied" in found["c3"]["keywords"]


def test_only_words_within_quotation_marks_are_a_quotation(exported):
    (quotation,) = [node for node in json.loads(exported("schema-org"))["@graph"] if node["@type"] == "Quotation"]
    assert (quotation["text"], quotation["spokenByCharacter"]["name"]) == ("It is ours\\", "محمد")


def test_who_is_not_named_has_no_name(exported):
    found = claims(json.loads(exported("schema-org")))["c1"]["author"]
    assert (found["@type"], "name" in found) == ("Thing", False)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_schema_org_is_a_graph_of_its_own_terms(exported):
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed: pip install rdflib")
    data = json.loads(exported("schema-org"))
    data["@context"] = {"@vocab": "https://schema.org/"}  # what the context at schema.org says, without asking for it
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    assert len(set(graph.subjects(rdflib.RDF.type, schema.Claim))) == 13
    assert (rdflib.URIRef(f"{NAME}:c1"), schema.appearance, rdflib.URIRef(NAME)) in graph


# --- PROV and NIF -------------------------------------------------------------------------


def graph_of(text):
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed: pip install rdflib")
    return rdflib, rdflib.Graph().parse(data=text, format="turtle")


def test_a_chain_is_a_chain_of_derivations(exported):
    rdflib, graph = graph_of(exported("prov"))
    derived, attributed = (rdflib.URIRef(PROV + name) for name in ("wasDerivedFrom", "wasAttributedTo"))
    claim, first, second = (rdflib.URIRef(f"{NAME}:c1{end}") for end in ("", ":link:1", ":link:2"))
    assert set(graph.objects(claim, derived)) == {rdflib.URIRef(NAME), first}
    assert set(graph.objects(first, derived)) == {second}
    assert set(graph.objects(first, attributed)) == {rdflib.URIRef("urn:according:source:Reuters")}
    (officials,) = graph.objects(second, attributed)
    assert str(graph.value(officials, rdflib.RDFS.label)) == "three port officials"


def test_every_link_is_a_qualified_attribution(exported):
    rdflib, graph = graph_of(exported("prov"))
    found = list(graph.objects(rdflib.URIRef(f"{NAME}:c1"), rdflib.URIRef(f"{PROV}qualifiedAttribution")))
    positions = {int(graph.value(each, rdflib.URIRef("urn:according:vocabulary:position"))) for each in found}
    assert positions == {0, 1, 2}


def test_no_content_stands_in_prov_without_its_stance(exported):
    rdflib, graph = graph_of(exported("prov"))
    content, stance = (rdflib.URIRef(f"urn:according:vocabulary:{name}") for name in ("content", "stance"))
    said = set(graph.subjects(content, None))
    assert said == set(graph.subjects(stance, None))
    assert not set(graph.subject_objects(rdflib.URIRef(f"{PROV}value")))


def test_awkward_words_survive_turtle(exported):
    rdflib, graph = graph_of(exported("nif"))
    nif = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    texts = {str(text) for text in graph.objects(None, nif.isString)}
    assert {DEPOT, ODD} <= texts


def test_phrases_of_nif_are_the_words_of_their_context(exported):
    rdflib, graph = graph_of(exported("nif"))
    nif = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    phrases = set(graph.subjects(rdflib.RDF.type, nif.Phrase))
    assert phrases
    for phrase in phrases:
        context = graph.value(phrase, nif.referenceContext)
        text = str(graph.value(context, nif.isString))
        start, end = (int(graph.value(phrase, each)) for each in (nif.beginIndex, nif.endIndex))
        assert text[start:end] == str(graph.value(phrase, nif.anchorOf))
        assert str(phrase).endswith(f"#char={start},{end}")


def test_places_of_nif_are_those_of_geonames(exported):
    rdflib, graph = graph_of(exported("nif"))
    found = {str(place) for place in graph.objects(None, rdflib.URIRef("http://www.w3.org/2005/11/its/rdf#taIdentRef"))}
    assert "https://sws.geonames.org/2/" in found


# --- Citron -------------------------------------------------------------------------------


def test_spans_of_citron_hold(exported):
    documents = [json.loads(line) for line in exported("citron").splitlines()]
    assert [len(each["quotes"]) for each in documents] == [3, 2, 2]
    for document in documents:
        for quote in document["quotes"]:
            for span in (quote["cue"], *quote["sources"], *quote["contents"]):
                assert document["text"][span["start"] : span["end"]] == span["text"]


def test_what_the_outlet_says_is_no_quote(exported):
    first = json.loads(exported("citron").splitlines()[0])
    assert [quote["id"].split(":")[1] for quote in first["quotes"]] == ["c1", "c2", "c3"]


def test_citron_says_whom_a_source_goes_back_to(ledger, exported):
    from dataclasses import replace

    record = depot_record(made_by="according 2")
    chain = record.claims[1].chain
    meant = record.claims[0].chain[-1].spans
    told = replace(record.claims[1], chain=(chain[0], replace(chain[1], resolves_to=meant)))
    ledger.add(replace(record, claims=(told,)))
    (quote,) = json.loads(exported("citron", report=record.report.id).splitlines()[0])["quotes"]
    assert [span["text"] for span in quote["coreferences"]] == ["three port officials"]
    assert meant == (Span(start=50, end=70),)
