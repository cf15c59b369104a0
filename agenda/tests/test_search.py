"""How words are prepared, matched and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda import search


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Children’s", "Children's"),
        ("“Document\xa0Q”", '"Document Q"'),
        ("Café Zoë", "Cafe Zoe"),
        ("null\x00and\x02mark", "null and mark"),
    ],
)
def test_a_text_is_searched_without_accents_and_curly_quotes(written, searched):
    assert search.plain(written) == searched


@given(st.text())
def test_no_text_holds_the_marks_of_a_highlight(text):
    assert not set(search.plain(text)) & {search.START_MARK, search.END_MARK}


def test_a_snippet_shows_matches_and_escapes_everything_else():
    marked = f"<b>{search.START_MARK}taxi{search.END_MARK}</b> & more"
    html = search.highlighted(marked)
    assert html == "&lt;b&gt;<mark>taxi</mark>&lt;/b&gt; &amp; more"
