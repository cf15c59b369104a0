"""What a text speaks of: general rules on titles and acronyms, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.follow_through.subjects import is_boilerplate, is_telling, normal_form, subject_words
from agenda.follow_through.topics import MOST_TOPICS, Expansion, ItemWords, Topic, find_topics
from agenda.parsing.document import Passage, Span

NOWHERE = Span(0, 0)


def topics(title: str, text: str = "", *expansions: Expansion, **fields) -> dict[str, Topic]:
    """The topics by what was printed."""
    item = ItemWords(text, Passage(title, NOWHERE), expansions=expansions, **fields)
    return {topic.text: topic for topic in find_topics(item)}


def subject(title: str, committee: str = "") -> str:
    return normal_form([word[0] for word in subject_words(title, committee)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Taxi licensing policy", "UPDATE ON TAXI LICENSING POLICY 2016/17"),
        ("Taxi licensing policy", "The Policy on Licensing Taxis – annual report"),
        ("Flood defences", "Flood Defences: progress report, Quarter 3 2019-20"),
        ("Flood defences", "Review of flood defences (Document “Q”)"),
        ("Flood defences", "Flood defences as at 31st March 2019"),
        ("Children’s homes", "Children's Homes"),
    ],
)
def test_titles_on_one_subject_have_one_normal_form(one, other):
    assert subject(one) == subject(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Land at 12 Elm Road", "Land at 14 Elm Road"),
        ("Youth service in Upper Elm", "Youth service in Lower Elm"),
        ("School transport, phase 1", "School transport, phase 2"),
    ],
)
def test_titles_on_two_subjects_have_two(one, other):
    assert subject(one) != subject(other)


@pytest.mark.parametrize(
    "title",
    [
        "Apologies for absence",
        "Declarations of Interest",
        "DISCLOSURES OF INTEREST",
        "Minutes",
        "Minutes of the meeting held on 6 October 2016",
        "To confirm the minutes of the last meeting",
        "Urgent business",
        "Any other business",
        "Exclusion of the press and public",
        "Inspection of reports and background papers",
        "Public question time",
        "Date of the next meeting",
        "Work programme 2016-17",
        "Children's Services Work Planning",
        "Chair’s announcements",
        "Matters arising",
        "Appointment of Chair",
        "Planning applications",
    ],
)
def test_what_stands_on_every_agenda_is_boilerplate(title):
    assert is_boilerplate(title)
    assert topics(title, "The XYZ. The XYZ. The XYZ.") == {}


@pytest.mark.parametrize(
    "title",
    [
        "Petition: a crossing for Elm Road",
        "Attendance and exclusions at schools",
        "Introduction of 20 mph zones",
        "Private sector housing",
        "Motion on fracking",
        "Election turnout in the district",
        "Planning application for the Odeon",
        "Access to social care",
    ],
)
def test_what_has_a_subject_is_not(title):
    assert not is_boilerplate(title)
    assert subject(title)


@pytest.mark.parametrize(
    "title", ["Budget", "Corporate plan", "Annual report", "Performance Q3 2019"]
)
def test_everyday_words_tell_nothing(title):
    assert not any(topic.telling for topic in topics(title).values())


def test_committees_own_name_is_no_subject():
    committee = "Elm South Area Committee"
    words = [w[0] for w in subject_words("Elm South Area Committee: youth in Elm South", committee)]
    assert words == ["youth"]


def test_expansion_in_the_title_is_the_subject():
    swab = Expansion("SWAB", "Safer Wards And Boroughs", 40, 46)
    topic = topics("Safer Wards and Boroughs", "SWAB", swab)["Safer Wards And Boroughs"]
    assert topic.telling
    assert (topic.acronym, topic.start, topic.end) == ("SWAB", 40, 46)
    assert topic.evidence == "The title names “Safer Wards And Boroughs (SWAB)”."


@pytest.mark.parametrize(
    ("words", "letters", "uses", "telling"),
    [
        ("strategic flood risk assessment", "SFRA", 3, True),
        ("strategic flood risk assessment", "SFRA", 2, False),
        ("Clinical Commissioning Group", "CCG", 9, False),
        ("West Elm Police", "WEP", 9, False),
        ("key performance indicators", "KPI", 9, False),
    ],
)
def test_acronym_is_a_subject_when_used_often_and_no_body(words, letters, uses, telling):
    found = topics("Rivers", f"{letters} " * uses, Expansion(letters, words, 0, 3))
    assert found[words].telling is telling


def test_first_sentence_of_the_report_names_the_subject():
    flood = Expansion("SFRA", "strategic flood risk assessment", 0, 3)
    opening = "The report is on the strategic flood risk assessment (SFRA). More follows."
    assert topics("Rivers", "SFRA", flood, opening=opening)[flood.words].telling
    later = "The report is on rivers. It names the strategic flood risk assessment (SFRA)."
    assert not topics("Rivers", "SFRA", flood, opening=later)[flood.words].telling


def test_words_of_a_title_in_capitals_are_no_acronyms():
    assert "RIVER" not in topics("THE RIVER ELM", "RIVER RIVER RIVER RIVER")


@given(st.text(), st.text(), st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1))))
def test_any_text_has_few_topics_each_once_and_within_it(title, text, pairs):
    expansions = [Expansion(letters, words, 0, 1) for letters, words in pairs if words.split()]
    found = find_topics(ItemWords(text, Passage(title, Span(0, 1)), text, expansions))
    assert len(found) <= MOST_TOPICS
    assert len({topic.value or topic.acronym for topic in found}) == len(found)
    for topic in found:
        assert topic.value or topic.acronym
        assert topic.evidence
        assert len(topic.value) <= 120
        assert 0 <= topic.start <= topic.end <= max(1, len(text))
        if topic.telling:
            assert is_telling(topic.value.split("-"))


@given(st.lists(st.sampled_from("flood taxi elm river policy school 12".split()), min_size=1))
def test_normal_form_does_not_depend_on_order_or_capitals(words):
    assert normal_form(words) == normal_form([word.upper() for word in reversed(words)])
