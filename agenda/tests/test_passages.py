"""The source text is cut where passages begin and end, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from agenda.models import AgendaItem, Resolution
from agenda.passages import Mark, Segment, field_marks, label_of, part_marks, segments_of

TEXT = "Resolved – (1) That the report be noted."


def mark(start: int, end: int, label: str = "Mark") -> Mark:
    return Mark(start, end, label, "anchor")


def test_text_without_marks_is_one_segment():
    assert segments_of(TEXT, [], 0, 8) == [Segment("Resolved")]


def test_nothing_outside_the_items_own_slice_is_shown():
    segments = segments_of("draft|public|draft", [mark(0, 18)], 6, 12)
    assert segments == [Segment("public", mark(0, 18), begins=True, id="source-anchor")]


def test_mark_of_another_slice_is_left_out():
    assert segments_of("draft|public", [mark(0, 5)], 6, 12) == [Segment("public")]


def test_nested_mark_counts_inside_and_the_outer_one_goes_on_after_it():
    outer, inner = mark(0, 9, "outer"), mark(3, 6, "inner")
    assert segments_of("abcdefghi", [outer, inner], 0, 9) == [
        Segment("abc", outer, begins=True, id="source-anchor"),
        Segment("def", inner, begins=True),
        Segment("ghi", outer),
    ]


def test_of_two_overlapping_marks_the_shorter_one_counts():
    long, short = mark(0, 6, "long"), mark(4, 8, "short")
    assert segments_of("abcdefgh", [long, short], 0, 8) == [
        Segment("abcd", long, begins=True, id="source-anchor"),
        Segment("efgh", short, begins=True),
    ]


spans = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.text(max_size=60), st.lists(spans, max_size=12), spans)
def test_segments_joined_give_the_slice_to_the_letter(text, marked, piece):
    start, end = min(piece[0], len(text)), min(piece[1], len(text))
    segments = segments_of(text, [mark(*span) for span in marked], start, end)
    assert "".join(segment.text for segment in segments) == text[start:end]


@given(st.text(max_size=60), st.lists(spans, max_size=12))
def test_each_mark_begins_at_most_once(text, marked):
    segments = segments_of(text, {mark(*span) for span in marked}, 0, len(text))
    begun = [segment.mark for segment in segments if segment.begins]
    assert len(begun) == len(set(begun))


def test_each_paragraph_of_the_minutes_leads_to_its_own_permalink():
    item = AgendaItem(minutes="One.\n\nTwo.", spans={"minutes": [[0, 4], [6, 10]]})
    assert [m.anchor for m in field_marks(item)] == ["paragraph-1", "paragraph-2"]


def test_paragraph_that_an_officer_cut_leads_to_the_minutes():
    item = AgendaItem(minutes="One.", spans={"minutes": [[0, 4], [6, 10]]})
    assert [m.anchor for m in field_marks(item)] == ["paragraph-1", "minutes"]


def test_part_that_an_officer_wrote_has_no_mark():
    assert part_marks(Resolution(position=1, text="Added"), "Resolution 1") == []


def test_part_is_called_by_its_number_in_print():
    assert label_of(Resolution(position=4, number="2")) == "Resolution 2"
    assert label_of(Resolution(position=4)) == "Resolution 4"


def test_the_first_passage_of_a_place_can_be_led_back_to():
    first, second = Mark(0, 3, "Report", "report"), Mark(3, 6, "Report", "report")
    segments = segments_of("abcdef", [first, second], 0, 6)
    assert [segment.id for segment in segments] == ["source-report", ""]
