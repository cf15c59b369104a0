from agenda.parsing.html import html_to_text
from agenda.parsing.parser import parse_document

ITEM = """<!DOCTYPE html><html><head><title>x</title><script>var a = "Resolved –";</script>
<style>p { color: red }</style></head><body><nav>Home</nav><div id="modgov">
<h1>Agenda item</h1><h2 class="mgSubTitleTxt">BUS &amp; TRAM STATION</h2>
<div class="mgWordPara"><p>The Director will submit a report (Document &ldquo;A&rdquo;)&nbsp;on
the station.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>The Director submitted a report.</p>
<p><b>Resolved &ndash;</b></p><p>(1)&amp;nbsp;&amp;nbsp; That the report be noted.<!-- not this --></p>
<p>(2)<span>&#160;</span>That work <i>start</i> in May.</p><script>document.write("x")</script>
<p>ACTION: Director</p></div>
<p>Supporting documents:</p><ul class="mgBulletList"><li><a href="#">Document A</a></li></ul>
</div><footer>Contact us</footer></body></html>"""

MEETING = """<div id="modgov"><h1>Agenda and minutes</h1>
<p class="mgSubTitleTxt">Hartside Area Committee - Thursday, 2nd October, 2031 6.00 pm</p>
<p><b>Venue:</b> Village Hall. <a href="#">View directions</a></p><h2>Items</h2>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p>12.</p></td><td><p class="mgAiTitleTxt">ROADS
<a><img alt="pdf icon">PDF 12 KB</a></p><p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>RESOLVED that roads be mended.</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p>13.</p></td><td><p class="mgAiTitleTxt">LAMPS</p></td></tr></table></div>"""


def test_an_item_reads_as_its_text_page_would() -> None:
    page = parse_document(html_to_text(ITEM)).page
    assert page.title.text == "BUS & TRAM STATION"
    assert (
        page.background[0].text
        == "The Director will submit a report (Document “A”) on the station."
    )
    assert [(p.number, p.text.text) for p in page.resolutions] == [
        ("1", "That the report be noted."),
        ("2", "That work start in May."),
    ]
    assert [owner.text for owner in page.actions[0].owners] == ["Director"]


def test_scripts_styles_and_comments_are_never_kept() -> None:
    text = html_to_text(ITEM)
    for unwanted in ("var a", "color", "document.write", "not this", "<", "Home", "Contact us"):
        assert unwanted not in text


def test_a_meeting_reads_as_its_text_page_would() -> None:
    page = parse_document(html_to_text(MEETING)).page
    assert page.committee.text == "Hartside Area Committee"
    assert page.held_on.value.isoformat() == "2031-10-02"
    assert page.venue.text == "Village Hall"
    assert [(i.number.text, i.title.text) for i in page.items] == [("12", "ROADS"), ("13", "LAMPS")]
    assert page.items[0].resolutions[0].text.text == "that roads be mended."


def test_numbers_of_lists_are_written_out() -> None:
    page = "<p>Resolved –</p><ol><li>That a be.</li><li>That b be:<ul><li>now;</li></ul></li></ol>"
    assert html_to_text(page).split("\n\n") == [
        "Resolved –",
        "1.   That a be.",
        "2.   That b be:",
        "-   now;\n",
    ]


def test_broken_and_deep_pages_are_read_as_far_as_they_go() -> None:
    assert html_to_text("") == ""
    assert html_to_text("<p>one<div>two</p") == "one\n\ntwo\n"
    assert "deep" in html_to_text("<div>" * 200 + "deep")
    html_to_text("<div>" * 100_000 + "deep")
