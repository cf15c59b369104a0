"""What of an item matched: which part, where on its page, with the words marked."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agenda.search.matching_parts import Marker, marked, snippet
from agenda.search.parts import parts_of_items
from agenda.search.typed import read_query
from agenda.search.words import COMPOUND, places
from agenda.tests.builders import make_action, make_item

pytestmark = pytest.mark.django_db


def shown(item, typed, scope=""):
    marker, texts = Marker(read_query(typed), scope), parts_of_items([item])[item.pk]
    parts = marker.matching_parts(texts, item.get_absolute_url())
    return [(part.label, part.address.split("#")[1], part.snippet) for part in parts]


@pytest.fixture
def item():
    item = make_item(
        "Lamps & <lights>",
        resolutions=("That lamps be lit", "That roads be mended"),
        recommendations=("Roads be mended at once",),
        background="The Director will report on roads.",
        minutes="A Member spoke of <b>lamps</b>.\n\nThe roads were discussed.",
    )
    make_action(item, "Director of Lamps", note="Resolution 2, roads")
    return item


def test_each_result_shows_the_parts_that_match_and_where_they_stand(item):
    assert shown(item, "lamp") == [
        ("Resolution 1", "resolution-1", "That <mark>lamps</mark> be lit"),
        ("Action 1", "action-1", "Director of <mark>Lamps</mark> · Resolution 2, roads"),
        (
            "Discussion, paragraph 1",
            "paragraph-1",
            "A Member spoke of &lt;b&gt;<mark>lamps</mark>&lt;/b&gt;.",
        ),
    ]


def test_parts_of_the_scope_alone_are_shown(item):
    assert [place for _, place, _ in shown(item, "roads", "actions")] == ["action-1"]
    assert [place for _, place, _ in shown(item, "roads", "report")] == ["report"]
    assert [place for _, place, _ in shown(item, "roads", "recommendations")] == [
        "recommendation-1"
    ]


def test_no_more_than_three_parts_are_shown_those_with_most_of_the_words(item):
    places = [place for _, place, _ in shown(item, "roads mended discussed")]
    assert places == ["resolution-2", "recommendation-1", "paragraph-2"]


def test_an_exact_phrase_is_marked_as_one(item):
    assert shown(item, '"be mended at"') == [
        ("Recommendation 1", "recommendation-1", "Roads <mark>be mended at</mark> once")
    ]


def test_title_is_shown_whole_and_escaped(item):
    assert Marker(read_query("lamp")).title(item.title) == "<mark>Lamps</mark> &amp; &lt;lights&gt;"
    assert Marker(read_query("lamp"), "report").title(item.title) == "Lamps &amp; &lt;lights&gt;"


def test_a_long_part_is_cut_around_what_matches():
    text = " ".join(["before"] * 50 + ["taxi"] + ["after"] * 50)
    start = text.index("taxi")
    shown = snippet(text, [(start, start + 4)])
    assert shown == f"… {'before ' * 8}<mark>taxi</mark>{' after' * 23} …"


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_whatever_is_marked_the_rest_is_escaped(text, start, length):
    span = (min(start, len(text)), min(start + length, len(text)))
    html = marked(text, [span], 0, len(text))
    bare = html.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in bare
    assert ">" not in bare


@pytest.mark.parametrize(
    "forms",
    [
        "policy policies",
        "possible possibly possibility possibilities",
        "hope hoping hoped hopes",
        "die dying dies",
        "tie tying",
        "sky skies",
        "relation relations relational",
        "organise organisation organising",
        "early earliest only",
        "bus buses car cars tax taxes",
        "children's children’s childrens",
    ],
)
def test_every_form_of_a_word_begins_like_its_stem(forms):
    for word in forms.split():
        assert Marker(read_query(word)).spans(f"The {word.upper()}."), word


@given(st.text(st.sampled_from("abco-’' ,.éﬁ\xad‐OY5"), max_size=30))
def test_nothing_that_would_match_is_passed_over_for_its_looks(text):
    """What is looked for quickly is found wherever the words themselves would be."""
    for word in places(text):
        assert Marker(read_query(f'{word[0]} "{word[0]}"')).spans(text)
    for compound in COMPOUND.findall(text):
        query = read_query(compound.replace("-", "").replace("‐", ""))
        assert not query.alternatives or Marker(query).spans(text)


@given(st.text(st.sampled_from("abco-’' ,.éﬁ\xad‐OY5_"), max_size=40))
@example("_O a'bc o'bcd a'b'c")
def test_plain_words_are_found_the_quick_way_as_by_looking_at_each(text):
    for word in places(text):
        marker = Marker(read_query(word[0]))
        assert marker.spans(text) == marker.spans_of_any(text)
