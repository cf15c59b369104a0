"""What a page owes to fingers, to colours of the reader's own, and to whoever wants stillness."""

from typing import Any

# Buttons, fields and folds that a finger would miss.
SMALL = """
[...document.querySelectorAll("button, input, select, summary")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }))
  .filter(e => { const box = e.getBoundingClientRect(); return Math.min(box.width, box.height) < 24 })
  .map(e => e.outerHTML)
"""
# What could no longer be told apart where the reader's system chooses the colours.
LOST = """
() => {
  const has = (e, name, words) => getComputedStyle(e)[name].includes(words);
  const all = names => [...document.querySelectorAll(names)];
  const link = document.querySelector("main a[href], a.site-name");
  link.focus({ focusVisible: true });
  const kinds = new Map(all("rect[class]").map(e => {
    const { fill, fillOpacity, strokeDasharray } = getComputedStyle(e);
    return [e.classList[0], `${fill} ${fillOpacity} ${strokeDasharray}`];
  }));
  const drawn = [...document.querySelectorAll("svg.bar")]
    .map(bar => [...bar.children].map(e => kinds.get(e.classList[0])));
  return [
    ...[link].filter(e => !has(e, "outlineStyle", "solid")),
    ...all(".tag").filter(e => has(e, "borderTopStyle", "none") || has(e, "borderTopWidth", "0px")),
    ...all("del").filter(e => !has(e, "textDecorationLine", "line-through")),
    ...all("ins").filter(e => !has(e, "textDecorationLine", "underline")),
    ...all("rect").filter(e => has(e, "stroke", "none")),
  ].map(e => e.outerHTML)
    .concat(drawn.filter(looks => new Set(looks).size < looks.length).map(looks => looks.join()));
}
"""
# What moves although the reader asked for stillness.
MOVING = """
[...document.querySelectorAll("*")].filter(e => {
  const style = getComputedStyle(e);
  return style.scrollBehavior === "smooth" || parseFloat(style.transitionDuration) > 0
    || style.animationName !== "none";
}).map(e => e.outerHTML.slice(0, 200))
"""


def as_the_reader_chose(page: Any) -> dict[str, list[str]]:
    """What is lost in the colours of the reader's system, and what moves against their wish."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    found = {"lost": page.evaluate(LOST), "moving": page.evaluate(MOVING)}
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    return found
