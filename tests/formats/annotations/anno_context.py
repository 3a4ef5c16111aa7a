"""The terms of the Web Annotation vocabulary that our files use, for a JSON-LD processor without a network.

A stand-in for http://www.w3.org/ns/anno.jsonld: the same IRIs and types for these terms, and no others.
"""

OA, DCTERMS, AS = (
    "http://www.w3.org/ns/oa#",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/ns/activitystreams#",
)
RDF, XSD = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2001/XMLSchema#"

_MOTIVATIONS = "assessing classifying commenting describing editing identifying linking replying tagging"
_TYPES = "Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector TimeState"
_LINKS = {
    **{name: f"{OA}has{name.title()}" for name in ("body", "target", "source", "selector", "state")},
    "creator": f"{DCTERMS}creator",
    "generator": f"{AS}generator",
    "first": f"{AS}first",
}

CONTEXT = {
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{name: f"{OA}{name}" for name in _TYPES.split()},
    **{name: f"{OA}{name}" for name in _MOTIVATIONS.split()},
    **{name: {"@type": "@id", "@id": address} for name, address in _LINKS.items()},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    "total": {"@type": f"{XSD}nonNegativeInteger", "@id": f"{AS}totalItems"},
    "startIndex": {"@type": f"{XSD}nonNegativeInteger", "@id": f"{AS}startIndex"},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "textDirection": {"@type": "@vocab", "@id": f"{OA}textDirection"},
    "rtl": f"{OA}rtlDirection",
    "ltr": f"{OA}ltrDirection",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Software": f"{AS}Application",
    "name": "http://xmlns.com/foaf/0.1/name",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "value": f"{RDF}value",
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": {"@type": f"{XSD}nonNegativeInteger", "@id": f"{OA}start"},
    "end": {"@type": f"{XSD}nonNegativeInteger", "@id": f"{OA}end"},
    "created": {"@type": f"{XSD}dateTime", "@id": f"{DCTERMS}created"},
    "modified": {"@type": f"{XSD}dateTime", "@id": f"{DCTERMS}modified"},
    "sourceDate": {"@type": f"{XSD}dateTime", "@id": f"{OA}sourceDate"},
}
