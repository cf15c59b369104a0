"""A page as a cheap phone on a slow line sees it, as Lighthouse imagines both.

The line is Lighthouse's "slow 4G" as it applies it to a browser: 150 ms there and back and
1.6 Mbit/s, each request delayed by 3.75 times that for what a browser's own slowing leaves out
(name, connection, encryption). The processor is four times slower.
"""

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from minutes_portal.tests.page_checks import Sent

PHONE: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en-GB",
}
BYTES_A_KILOBIT = 1024 / 8
SLOW_4G = {
    "offline": False,
    "latency": 150 * 3.75,
    "downloadThroughput": 1.6 * 1024 * 0.9 * BYTES_A_KILOBIT,
    "uploadThroughput": 750 * 0.9 * BYTES_A_KILOBIT,
}
SLOWER = 4
# After the page is there, nothing larger is painted and no script runs.
QUIET_MS = 800
# What the page itself takes notes of, from before its first word.
NOTES = """
window.noted = { LCP: 0, shifts: [], tasks: [] };
const note = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take))
  .observe({ type, buffered: true });
note("largest-contentful-paint", e => { noted.LCP = e.startTime });
note("layout-shift", e => { if (!e.hadRecentInput) noted.shifts.push([e.startTime, e.value]) });
note("longtask", e => noted.tasks.push([e.startTime, e.duration]));
"""
PAINTED = """new Promise(tell => new PerformanceObserver(list =>
  list.getEntriesByName("first-contentful-paint").forEach(e => tell(e.startTime))
).observe({ type: "paint", buffered: true }))"""
# Images drawn in another shape than they have, and whether most of the text can be read.
WRONG_SHAPES = """
[...document.images].filter(i => i.naturalWidth && i.naturalHeight && i.width && i.height)
  .filter(i => Math.abs(i.naturalWidth / i.naturalHeight - i.width / i.height) > 0.05).length
"""
SMALL_SHARE = """
(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let all = 0, small = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode, length = node.data.trim().length;
    if (!length || !node.parentElement.checkVisibility()) continue;
    all += length;
    if (parseFloat(getComputedStyle(node.parentElement).fontSize) < 12) small += length;
  }
  return small / all;
})()
"""
AXE = """axe.run(document, { rules: { "target-size": { enabled: true } } }).then(found => ({
  violations: found.violations.map(v => `${v.id}: ${v.nodes[0].html}`), passes: found.passes.length }))"""


@dataclass
class Seen:
    sent: Sent
    measured: dict[str, float]
    complaints: list[str]
    violations: list[str] = field(default_factory=list)
    rules: int = 1
    wrong_shapes: int = 0
    small_share: float = 0


def look(browser: Any, name: str, address: str) -> Seen:
    """Load a page as on a first visit, then look at it at leisure."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    complaints = listen(context, page)
    session = slowed(context, page)
    page.add_init_script(NOTES)
    answer = page.goto(address, wait_until="networkidle")
    painted = page.evaluate(PAINTED)
    page.wait_for_timeout(QUIET_MS)
    measured = measures(painted, page.evaluate("noted"))
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    sent = Sent(name, address, answer.status, sent_headers(answer), answer.body())
    seen = Seen(sent, measured, complaints)
    seen.wrong_shapes, seen.small_share = page.evaluate(WRONG_SHAPES), page.evaluate(SMALL_SHARE)
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(AXE)
    seen.violations = found["violations"]
    seen.rules = len(seen.violations) + found["passes"]
    context.close()
    return seen


def sent_headers(answer: Any) -> dict[str, str]:
    return {name.title(): value for name, value in answer.all_headers().items()}


def slowed(context: Any, page: Any) -> Any:
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session


def listen(context: Any, page: Any) -> list[str]:
    """Whatever the browser has to say: errors, what is out of date, what it blocks."""
    complaints: list[str] = []
    session = context.new_cdp_session(page)
    session.on("Audits.issueAdded", lambda told: complaints.append(told["issue"]["code"]))
    session.on("Log.entryAdded", lambda told: complaints.append(told["entry"]["text"]))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    session.send("Audits.enable")
    session.send("Log.enable")
    return complaints


def measures(painted: float, noted: dict[str, Any]) -> dict[str, float]:
    """What Lighthouse measures, all but the speed index, for which it films the page.

    In its place stands the later of the first and the largest paint: no page is drawn more slowly
    than that on which nothing but shifts comes after its largest piece, so it flatters none.
    """
    largest = max(noted["LCP"], painted)
    blocked = [blocking(painted, start, duration) for start, duration in noted["tasks"]]
    moved = worst_second(noted["shifts"])
    return {"FCP": painted, "SI": largest, "LCP": largest, "TBT": sum(blocked), "CLS": moved}


def blocking(painted: float, start: float, duration: float) -> float:
    """How long a task keeps readers waiting after the first paint, beyond 50 ms."""
    return max(0.0, start + duration - max(start, painted) - 50)


def worst_second(shifts: list[tuple[float, float]]) -> float:
    """The most that moved at once: shifts less than a second apart, five seconds at most."""
    worst, total, first, last = 0.0, 0.0, 0.0, float("-inf")
    for at, value in sorted(shifts):
        if at - last > 1000 or at - first > 5000:
            total, first = 0.0, at
        total, last = total + value, at
        worst = max(worst, total)
    return worst
