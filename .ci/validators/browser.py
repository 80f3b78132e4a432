"""What only a browser can tell, with Debian's Chromium, on a sample of pages.

There is no server and no network: each request for the site's own address is answered from the
tree, and any other request is a problem.
"""

import contextlib
import mimetypes
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tree import Result

CHROMIUM = "/usr/bin/chromium"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}
NARROW = {"viewport": {"width": 320, "height": 640}}
TYPES = {".webmanifest": "application/manifest+json", ".atom": "application/atom+xml"}

# WCAG 1.4.12: the reader may set text this wide without losing any.
WIDE_TEXT = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }
"""

# The innermost element that makes the page scroll sideways, or null. What scrolls by itself may.
OVERFLOW = """() => {
  const width = document.scrollingElement.scrollWidth
  if (width <= innerWidth + 1) return null
  const scrolls = e => e && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement))
  const wide = [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e.parentElement))
  return `${width} px wide: ${wide.length ? wide.at(-1).outerHTML.slice(0, 90) : 'body'}`
}"""

REACHABLE = """() => [...document.querySelectorAll(
    'a[href], area[href], button, input, select, textarea, summary, [tabindex]')]
  .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && !e.closest('[inert]')
    && e.checkVisibility({visibilityProperty: true})).length"""

# The element in focus: its number, whether it can be seen, and whether focus changes its look.
FOCUSED = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  const look = () => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth,
    s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor, s.color, s.textDecoration].join() }
  const box = e.getBoundingClientRect(), focused = look()
  e.blur(); const plain = look(); e.focus({preventScroll: true})
  window.seen ??= []
  const again = window.seen.includes(e)
  window.seen.push(e)
  const visible = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
  return {again, visible, marked: focused !== plain, tag: e.outerHTML.slice(0, 90)}
}"""


def sample(tree):
    """The root, the error page, and for each language its home, and of each of its folders the
    index and the heaviest page: one of every kind, and the fullest of them."""
    chosen = {page.path: page for page in tree.pages if page.path in ("/", "/404.html")}
    folders = {}
    for page in tree.pages:
        parts = page.path.strip("/").split("/")
        if page.is_redirect or page.is_error_page or parts == [""]:
            continue
        if len(parts) <= 2:
            chosen[page.path] = page
        else:
            folders.setdefault(tuple(parts[:2]), []).append(page)
    for pages in folders.values():
        heaviest = max(pages, key=lambda page: len(page.bytes))
        chosen[heaviest.path] = heaviest
    return list(chosen.values())


def accessibility(tree):
    """axe-core, WCAG 2.2 A and AA, in light and dark, on desktop and phone."""
    pages = sample(tree)
    result = Result(f"{len(pages)} pages, light and dark, desktop and phone")
    with chromium() as browser:
        for scheme in ("light", "dark"):
            for device, settings in (("desktop", DESKTOP), ("phone", PHONE)):
                with opened(browser, tree, color_scheme=scheme, **settings) as view:
                    for page in pages:
                        view.goto(address(tree, page))
                        check_axe(view, f"{page.path} ({scheme}, {device})", result)
    return result


def reflow(tree):
    """No scrolling sideways at 320 px (WCAG 1.4.10), nor with text spaced widely (1.4.12)."""
    pages = sample(tree)
    result = Result(f"{len(pages)} pages at 320 px")
    with chromium() as browser, opened(browser, tree, **NARROW) as view:
        for page in pages:
            view.goto(address(tree, page))
            wide = view.evaluate(OVERFLOW)
            if wide:
                result.problem(f"{page.path}: {wide}")
                continue
            view.add_style_tag(content=WIDE_TEXT)
            wide = view.evaluate(OVERFLOW)
            if wide:
                result.problem(f"{page.path} with spaced text: {wide}")
    return result


def keyboard(tree):
    """The Tab key reaches everything that can be used, and one sees where it is.

    Each step asks the browser twice, and languages share their controls, so one language will do.
    """
    language = max(page.language or "" for page in tree.pages)
    pages = [page for page in sample(tree) if page.language == language]
    result = Result(f"{len(pages)} pages in {language}")
    with chromium() as browser, opened(browser, tree, **DESKTOP) as view:
        for page in pages:
            view.goto(address(tree, page))
            walk(view, page, result)
    return result


def walk(view, page, result):
    wanted, reached = view.evaluate(REACHABLE), 0
    for _ in range(wanted + 5):
        view.keyboard.press("Tab")
        focus = view.evaluate(FOCUSED)
        if focus is None or focus["again"]:
            break
        reached += 1
        if not focus["visible"]:
            result.problem(f"{page.path}: has focus but can't be seen: {focus['tag']}")
        if not focus["marked"]:
            result.problem(f"{page.path}: looks the same with focus: {focus['tag']}")
    if reached < wanted:
        result.problem(f"{page.path}: Tab reaches {reached} of {wanted} elements")


def network(tree):
    """No error in the console, no failed request, nothing from elsewhere, all text without scripts."""
    pages = sample(tree)
    result = Result(f"{len(pages)} pages")
    with chromium() as browser:
        full = {}
        with opened(browser, tree, result.problem, **DESKTOP) as view:
            for page in pages:
                view.goto(address(tree, page), wait_until="networkidle")
                full[page] = main_text(view)
        with opened(browser, tree, result.problem, java_script_enabled=False, **DESKTOP) as view:
            for page in pages:
                view.goto(address(tree, page))
                if len(main_text(view)) < 0.9 * len(full[page]):
                    result.problem(f"{page.path}: loses text without JavaScript")
    return result


def main_text(view):
    return " ".join(view.locator("main, body").last.inner_text().split())


def check_axe(view, place, result):
    options = {
        "runOnly": {"type": "tag", "values": WCAG},
        "resultTypes": ["violations"],
    }
    for rule in Axe().run(view, options=options).response["violations"]:
        for node in rule["nodes"]:
            result.problem(f"{place}: {rule['id']}, {rule['help']}: {node['html'][:90]}")


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def opened(browser, tree, report=lambda text: None, **settings):
    """A tab to which the tree is the whole world; `report` hears what goes wrong in it."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce", **settings)
    view = context.new_page()
    say = lambda text: report(f"{view.url}: {text}")
    noisy = ("error", "warning")
    view.on("console", lambda entry: say(f"console: {entry.text}") if entry.type in noisy else None)
    view.on("pageerror", lambda error: say(f"script: {error}"))
    context.route("**/*", lambda route: answer(tree, route, say))
    try:
        yield view
    finally:
        context.close()


def answer(tree, route, say):
    url = route.request.url
    name = tree.file_for(url)
    if name:
        file = tree.root / name
        guess = TYPES.get(file.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        text = guess.startswith("text/") or guess.endswith(("javascript", "xml"))
        route.fulfill(body=file.read_bytes(), content_type=guess + "; charset=utf-8" * text)
    elif urllib.parse.urlsplit(url).path == "/favicon.ico":
        route.fulfill(status=204)
    else:
        say(f"asks for {url}, which is not in the tree")
        route.abort()


def address(tree, page):
    return tree.base_url + urllib.parse.quote(page.path[1:])
