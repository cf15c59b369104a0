"""Tells what a report will say from what a meeting did.

Pages whose headings were lost print both one below the other. What was to happen is written in
the present or future ("will submit", "describes"), what happened in the past ("submitted").
"""

import re

_PAST = frozenset(
    "submitted presented described sought updated provided outlined considered received asked stated reported advised"
    " explained informed introduced welcomed thanked attended declared disclosed was were had gave told heard moved"
    " discussed raised queried commented confirmed highlighted expressed spoke requested acknowledged responded"
    " questioned suggested detailed summarised agreed made said tabled withdrew went left joined announced nominated"
    " proposed noted resolved elaborated drew thought felt supported reminded clarified enquired wished adjourned"
    " deferred read took circulated demonstrated emphasised stressed apologised welcomed invited".split()
)
_PRESENT = frozenset(
    "will is are describes seeks asks provides updates outlines sets presents details invites requests considers gives"
    " informs reports explains summarises proposes recommends contains shall may should must has have examines reviews"
    " advises identifies highlights attached enclosed asking giving setting seeking providing".split()
)
# After these a word of the list is no verb of the sentence: "a proposed scheme", "to be considered".
_NOT_VERB_AFTER = frozenset(
    "a an the be been being as is are to newly recently of for on in his her its this which that".split()
)
_WORD = re.compile(r"[\w’'-]+")
_SEARCHED = 400


def is_past(text: str) -> bool | None:
    """True where a text's first telling verb is past, False where present, None without one."""
    before = ""
    for match in _WORD.finditer(text, 0, _SEARCHED):
        word = match[0].lower()
        if word in _PRESENT:
            return False
        if word in _PAST and before not in _NOT_VERB_AFTER:
            return True
        before = word
    return None
