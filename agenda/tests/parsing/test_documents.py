"""Every sample document is read exactly as its expected result says."""

import re
from itertools import zip_longest
from typing import Any

import pytest

from agenda.parsing.as_json import document_as_json
from agenda.parsing.parser import parse_document

from .samples import SAMPLES, Sample

Fields = dict[str, Any]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_document_is_read_as_expected(sample: Sample) -> None:
    found = document_as_json(sample.name, parse_document(sample.text))
    assert found["page_kind"] == sample.page_kind
    read, expected = SHAPES[sample.page_kind](found, sample.expected)
    assert read == expected


ITEMS = [sample for sample in SAMPLES if sample.page_kind == "agenda_item"]
WORDINGS = {
    "RESOLVED:": (r"(?m)^Resolved –", "RESOLVED:"),
    "It was resolved:": (r"(?m)^Resolved –[ ]*$", "It was resolved:"),
    "AGREED": (r"(?m)^Resolved –[ ]*$", "AGREED –"),
    "Recommendations": (r"(?m)^Recommended –", "Recommendation(s):"),
    "LEAD": (r"(?m)^ACTION:", "LEAD:"),
    "1)": (r"(?m)^\((\d)\)(?!\.)", r"\1)"),
    "(1 )": (r"(?m)^\((\d)\)", r"(\1 )"),
    "no blank lines": (r"\n[\s\xa0]*\n", "\n"),
    "more blank lines": (r"\n", "\n\n"),
    "other line ends": (r"\n", "\r\n"),
}


@pytest.mark.parametrize("wording", WORDINGS)
def test_other_wordings_of_a_document_read_the_same(wording: str) -> None:
    for sample in ITEMS:
        if "blank" in wording and _has_title_of_two_lines(sample):
            continue  # only its blank lines tell such a title from what stands below it
        text = re.sub(*WORDINGS[wording], sample.text)
        found = document_as_json(sample.name, parse_document(text))
        read, expected = _agenda_item(found, sample.expected)
        assert read == expected, sample.name


def _has_title_of_two_lines(sample: Sample) -> bool:
    title = sample.expected["title"]
    return title is not None and title not in [
        " ".join(line.split()) for line in sample.text.splitlines()
    ]


def _agenda_item(found: Fields, label: Fields) -> tuple[Fields, Fields]:
    read = {
        "title": found["title"],
        "document_refs": sorted(found["document_refs"]),
        "not_for_publication": found["not_for_publication"],
        "in_camera": found["in_camera"],
        "recommendations": [_numbered(point) for point in found["recommendations"]],
        "resolutions": [_resolution(point) for point in found["resolutions"]],
        "actions": [{"owners": a["owners"], "note": a["note"]} for a in found["actions"]],
        "contacts": [{"name": c["name"], "phone": c["phone"]} for c in found["contacts"]],
        "overview_and_scrutiny_area": found["overview_and_scrutiny_area"],
        "minutes": found["minutes"],
    }
    expected = {key: label.get(key) for key in read}
    expected["document_refs"] = sorted(label["document_refs"])
    expected["title"] = _one_of(read["title"], label, "title", "title_without_number")
    expected["overview_and_scrutiny_area"] = _one_of(
        read["overview_and_scrutiny_area"],
        label,
        "overview_and_scrutiny_area",
        "overview_and_scrutiny_area_alternatives",
    )
    expected["contacts"] = [
        {"name": c["name"], "phone": _one_of((r or {}).get("phone"), c, "phone", "phone_full")}
        for c, r in zip_longest(label["contacts"], read["contacts"][: len(label["contacts"])])
    ]
    expected["minutes"] = _minutes_expected(read["minutes"], label["minutes_first_words"])
    for key in read:
        if label.get(f"{key}_incomplete"):  # the text is cut off: half a fact may be read or not
            read[key] = [each for each in read[key] if each in expected[key]]
    return read, expected


def _minutes_expected(read: str | None, first_words: str | None) -> str | None:
    """The minutes themselves where they start with the words they should start with."""
    is_right = first_words and read and read.startswith(first_words)
    return read if is_right else first_words


def _one_of(read: str | None, label: Fields, key: str, other: str) -> str | None:
    """Some labels allow a second reading."""
    allowed = label.get(other)
    allowed = allowed if isinstance(allowed, list) else [allowed]
    return read if read is not None and read in allowed else label[key]


def _numbered(point: Fields) -> Fields:
    return {"number": point["number"], "text": point["text"]}


def _resolution(point: Fields) -> Fields:
    return {**_numbered(point), "sub_points": point["sub_points"]}


def _meeting(found: Fields, label: Fields) -> tuple[Fields, Fields]:
    keys = ("committee", "date", "time", "venue", "contact_officers")
    read = {key: found[key] for key in keys}
    read["items"] = [{"number": item["number"], "title": item["title"]} for item in found["items"]]
    items = [{"number": item["number"], "title": item["title"]} for item in label["items"]]
    return read, {**{key: label[key] for key in keys}, "items": items}


def _issue(found: Fields, label: Fields) -> tuple[Fields, Fields]:
    keys = ("date", "committee", "item")
    meetings = [{key: meeting[key] for key in keys} for meeting in found["meetings"]]
    return {"title": found["title"], "meetings": meetings}, {
        "title": label["title"],
        "meetings": [{key: meeting[key] for key in keys} for meeting in label["meetings"]],
    }


def _decisions(found: Fields, label: Fields) -> tuple[Fields, Fields]:
    return {"decisions": [_decision(each) for each in found["decisions"]]}, {
        "decisions": [_decision(each) for each in label["decisions"]]
    }


def _decision(entry: Fields) -> Fields:
    keys = (
        "date",
        "title",
        "ref",
        "status",
        "decision_maker",
        "made_at",
        "published",
        "effective_from",
    )
    points = [_numbered(point) for point in entry["resolutions"]]
    return {**{key: entry.get(key) for key in keys}, "resolutions": points}


SHAPES = {
    "agenda_item": _agenda_item,
    "meeting": _meeting,
    "issue": _issue,
    "decisions": _decisions,
}
