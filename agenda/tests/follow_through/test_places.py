"""A promise's place in the resolution leads to its place in the source."""

from hypothesis import given
from hypothesis import strategies as st

from agenda.follow_through.places import source_span
from agenda.follow_through.promises import expected_reports
from agenda.parsing.document import Passage, Span
from agenda.parsing.parser import parse_document

from .samples import PAIRS

WORDS = st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=6)
GAPS = st.lists(st.sampled_from([" ", "\n", "  \n ", "\xa0 \xa0"]), min_size=6, max_size=6)


@given(WORDS, GAPS, st.data())
def test_whole_words_are_found_in_the_source(words: list[str], gaps: list[str], data) -> None:
    source = "x " + "".join(word + gap for word, gap in zip(words, gaps, strict=False)).rstrip()
    passage = Passage(" ".join(words), Span(2, len(source)))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    start = len(" ".join([*words[:first], ""]))
    wanted = " ".join(words[first:last])
    found = source_span(source, passage, Span(start, start + len(wanted)))
    assert source[found.start : found.end].split() == words[first:last]
    assert source[found.start : found.end] == source[found.start : found.end].strip()


def test_promises_of_the_samples_are_found_in_their_sources() -> None:
    seen = 0
    for path in PAIRS:
        source = path.with_suffix(".txt").read_text(encoding="utf-8")
        item = parse_document(source).page
        for report in expected_reports(item.resolutions):
            passage = item.resolutions[report.resolution].text
            span = source_span(source, passage, report.span)
            assert " ".join(source[span.start : span.end].split()) == report.phrase
            seen += 1
    assert seen > 3
