"""The question that a paragraph of the discussion puts or answers, in its own words."""

import re

from .document import ParagraphKind
from .paragraphs import paragraph_kind

# "In response to a question regarding resources, the Director …"
_ANSWERED = re.compile(
    r"In\s+(?:response|reply|answer|relation)\s+to\s+"
    r"((?:(?:a|an|the|another|further|other|some|several|various|Members?['’]s?)\s+){0,3}"
    r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies))\b[^,;.?]{0,200})"
)
_SENTENCE = re.compile(r"[^.?]{1,200}[.?]?")


def question_in(text: str) -> str | None:
    """The words of a paragraph that say what was asked, or None where nothing was.

    An answer counts where its first words name the question.
    """
    if answered := _ANSWERED.match(text):
        return answered[1].strip()
    if paragraph_kind(text) is not ParagraphKind.QUESTION:
        return None
    sentence = _SENTENCE.match(text)
    return sentence[0].strip() if sentence else None
