"""Made-up items are what a reader would find on their made-up pages."""

from collections import Counter
from datetime import date

import pytest

from agenda.bench import prose
from agenda.bench.items import Rows, rows_of
from agenda.bench.maker import Maker
from agenda.bench.tables import COLUMNS
from agenda.bench.timetable import BOILERPLATE, Timetable
from agenda.bench.vocabulary import vocabulary
from agenda.copying import array, field, lines
from agenda.parsing.parser import parse_document
from committees.slugs import slug_of

UNTIL = date(2026, 3, 31)
ITEMS = 2_000


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker(Timetable(ITEMS, UNTIL), 1)


@pytest.fixture(scope="module")
def rows(maker: Maker) -> Rows:
    return rows_of(maker, range(ITEMS))


def records(rows: Rows, table: str) -> list[dict]:
    return [dict(zip(COLUMNS[table], row, strict=True)) for row in rows[table]]


def test_the_same_seed_makes_the_same_items_in_any_order(maker):
    again = Maker(Timetable(ITEMS, UNTIL), 1)
    assert rows_of(again, range(40, 50)) == rows_of(maker, range(40, 50))
    assert rows_of(Maker(Timetable(ITEMS, UNTIL), 2), range(40, 50)) != rows_of(
        maker, range(40, 50)
    )


def test_every_span_holds_the_words_it_stands_for(rows):
    texts = {source["id"]: source["text"] for source in records(rows, "agenda_sourcedocument")}
    for item in records(rows, "agenda_agendaitem"):
        spans, text = item["spans"], texts[item["source_id"]]
        pieces = {name: [text[a:b] for a, b in places] for name, places in spans.items()}
        assert pieces["title"] == [item["title"]]
        assert "\n\n".join(pieces["minutes"]) == item["minutes"]
    for table in ("agenda_recommendation", "agenda_resolution"):
        for point in records(rows, table):
            [[start, end]] = point["spans"]["text"]
            assert texts[point["item_id"]][start:end] == point["text"]
    for promise in records(rows, "agenda_expectedreport"):
        found = texts[promise["item_id"]][promise["start"] : promise["end"]]
        assert found == promise["phrase"]
    for topic in records(rows, "agenda_topic") + records(rows, "agenda_reference"):
        assert texts[topic["item_id"]][topic["start"] : topic["end"]] == topic["text"]


def test_the_reader_finds_on_a_made_up_page_what_stands_in_the_rows(rows):
    counts = {
        name: Counter(row["item_id"] for row in records(rows, f"agenda_{table}"))
        for name, table in {
            "recommendations": "recommendation",
            "resolutions": "resolution",
            "actions": "action",
            "contacts": "contactofficer",
        }.items()
    }
    owners = {a["id"]: a["owner_names"] for a in records(rows, "agenda_action")}
    read_owners = []
    for source in records(rows, "agenda_sourcedocument")[:60]:
        read = parse_document(source["text"]).page
        for name, of_item in counts.items():
            assert len(getattr(read, name)) == of_item[source["id"]], (name, source["text"])
        read_owners += [[owner.text for owner in action.owners] for action in read.actions]
    assert read_owners
    assert read_owners == list(owners.values())[: len(read_owners)]


def test_answers_promises_and_returns_point_to_what_exists(rows):
    resolved = {r["id"]: r for r in records(rows, "agenda_resolution")}
    proposed = {r["id"]: r for r in records(rows, "agenda_recommendation")}
    answers = records(rows, "agenda_answer")
    assert answers
    for answer in answers:
        resolution = resolved[answer["resolution_id"]]
        proposal = proposed[answer["recommendation_id"]]
        assert resolution["item_id"] == proposal["item_id"]
        assert resolution["outcome"] == proposal["outcome"] == answer["outcome"]
    promised = {report["id"] for report in records(rows, "agenda_expectedreport")}
    returns = records(rows, "agenda_return")
    assert returns
    assert {each["expected_report_id"] for each in returns} <= promised


def test_the_mixture_is_that_of_a_record(rows):
    items = records(rows, "agenda_agendaitem")
    reports = [item for item in items if item["title"] not in BOILERPLATE]
    mean = sum(len(item["minutes"]) for item in reports) / len(reports)
    assert 2_600 < mean < 3_200
    assert {item["publication_status"] for item in items} == {
        *("draft", "in_review", "published", "withdrawn")
    }
    outcomes = {point["outcome"] for point in records(rows, "agenda_resolution")}
    assert outcomes == {"", "agreed", "changed", "different", "added", "unmatched"}
    statuses = {action["status"] for action in records(rows, "agenda_action")}
    assert statuses == {"open", "in_progress", "done", "overtaken"}


def test_frequent_words_are_frequent_and_rare_ones_many():
    counts = Counter(vocabulary().table)
    (first, most), *_ = counts.most_common(1)
    assert first == "the"
    assert most > 50 * counts.most_common(500)[-1][1]
    assert len(counts) > 35_000


def test_slugs_are_the_portals_own():
    names = [prose.post_name(n) for n in range(300)]
    names += [prose.committee_name(n)[0] for n in range(300)]
    assert [prose.slug(name) for name in names] == [slug_of(name) for name in names]
    assert len(set(names)) == 600


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, r"\N"),
        (True, "t"),
        (3, "3"),
        ("a\tb\n\\c", r"a\tb\n\\c"),
        (["x, y", 'say "no"'], r'{"x, y","say \\"no\\""}'),
        ({"text": [[1, 2]]}, '{"text": [[1, 2]]}'),
        (date(2026, 3, 31), "2026-03-31"),
    ],
)
def test_values_stand_as_copy_reads_them(value, expected):
    assert field(value) == expected


def test_lines_end_with_the_columns_that_are_not_given():
    assert lines([(1, "a"), (2, None)], "\t{}") == "1\ta\t{}\n2\t\\N\t{}\n"
    assert array([]) == "{}"
