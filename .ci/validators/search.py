"""Search, asked in Debian's Chromium as a reader asks it, and held against a plain scan of the pages.

The texts that Swift parted for `Tests/SaanTextTests/Search/texts.json` are parted by the script as
well, and have to give the same.
"""

import gzip
import json
import os
import random
import urllib.parse

import browser
from tree import Result

PIECES = 10_000 if os.environ.get("SAAN_TRIALS") == "1" else 200
LARGEST_SCRIPT = 12_000
LARGEST_INDEX_PAGE = 60_000
BROKEN = 12
IN_LINE = {"a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "mark", "q", "small", "span",
           "strong", "sub", "sup", "time", "u", "var", "wbr"}
UNSEEN = {"svg", "script", "style", "template"}

PARTED = """cases => cases.flatMap(({text, normalised, folded, tokens}) => {
  const own = saanSearch.normalised(text)
  const shown = saanSearch.tokensOf(text).map(t => `${t.at}${t.isLetter ? 'l' : 'w'}${t.text}`)
  const same = own === normalised && saanSearch.folded(own) === folded && shown.join('\\n') === tokens.join('\\n')
  return same ? [] : [JSON.stringify([text, own, shown])]
})"""

# A scan knows nothing of an index: the words of a page with one blank between them, and whether
# each run of the query stands in them, a Latin word from its beginning on.
SCAN = """([texts, cases]) => {
  const plain = text => saanSearch.normalised(text).replace(/[^\\p{L}\\p{M}\\p{N}]+/gu, ' ')
    .replace(/([\\u0e00-\\u0e7f])(?=[0-9a-z])|([0-9a-z])(?=[\\u0e00-\\u0e7f])/g, '$& ')
  const places = /^(provinces|regions|districts|country)\\//
  const thai = /[\\u0e00-\\u0e7f]/
  const all = Object.entries(texts).map(([path, both]) => [path, both.map(text => ' ' + plain(text))])
  const has = (text, run) => {
    for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) {
      if (thai.test(run[0]) || thai.test(text[at - 1]) || text[at - 1] === ' ') return true
    }
    return false
  }
  const contains = (texts, query) => query.split(/\\s+/).every(part => {
    const run = plain(part).trim()
    return run === '' || texts.some(text => has(text, run))
  })
  return (async () => {
    const wrong = []
    let asked = 0
    for (const [path, piece] of cases) {
      const signs = Array.from(piece)
      for (let end = 1; end <= signs.length; end++) {
        const typed = signs.slice(0, end).join('')
        if (!saanSearch.tokensOf(typed).length || /^[จอต]\\.|["“”„]/.test(typed)) continue
        asked++
        const found = await Promise.all((await saanSearch.find(typed)).map(async ([n]) => (await saanSearch.page(n)).path))
        const shown = new Set(found)
        if (!shown.has(path)) wrong.push(`misses ${path} for ${JSON.stringify(typed)}`)
        // Places have names that their pages need not say, and a year is one in both eras.
        if (/(จังหวัด|อำเภอ|ตำบล)|[พค]\\.?\\s?ศ|\\b[BC]\\.?E|\\bA\\.?D|\\d[,\/-]\\d/.test(typed)) continue
        for (const [other, both] of all) {
          if (places.test(other)) continue
          if (shown.has(other) && !contains(both, typed)) wrong.push(`shows ${other} for ${JSON.stringify(typed)}`)
        }
      }
    }
    return [asked, wrong]
  })()
}"""


def search(tree):
    """Everything that stands on pages is found, and nothing else; the box and the page work by keyboard."""
    languages = sorted({page.language for page in tree.pages if page.path.endswith("/search/")})
    result = Result(f"{PIECES} pieces of texts in {len(languages)} languages")
    if not languages:
        result.looked_at = "a site without a search page"
        return result
    weigh(tree, result)
    with browser.chromium() as chromium:
        with browser.opened(chromium, tree, result.problem, **browser.DESKTOP) as view:
            hold_to_swift(view, tree, languages[0], result)
            for language in languages:
                scan(view, tree, language, result)
                use_box(view, tree, language, result)
                use_page(view, tree, language, result)
        for language in languages:
            break_files(chromium, tree, language, result)
        for language in languages:
            use_filters(chromium, tree, language, result)
    return result


def weigh(tree, result):
    for file in tree.files:
        if file.name.startswith(("search.", "search-results.")) and file.suffix == ".js":
            size = len(gzip.compress(file.read_bytes(), 9))
            if size > LARGEST_SCRIPT:
                result.problem(f"{file.name}: {size} bytes compressed, more than {LARGEST_SCRIPT}")
    for page in tree.pages:
        if page.path.endswith("/search/"):
            size = len(gzip.compress(page.bytes, 9))
            if size > LARGEST_INDEX_PAGE:
                result.problem(f"{page.path}: {size} bytes compressed, more than {LARGEST_INDEX_PAGE}")


def hold_to_swift(view, tree, language, result):
    fixture = tree.source / "Tests/SaanTextTests/Search/texts.json"
    if not fixture.exists():
        return
    open_page(view, tree, language, "search/")
    for wrong in view.evaluate(PARTED, json.loads(fixture.read_text(encoding="utf-8"))):
        result.problem(f"the script parts a text as Swift does not: {wrong}")


def scan(view, tree, language, result):
    own = {page.path.split("/", 2)[2]: page for page in tree.pages
           if page.path.startswith(f"/{language}/") and page.language == language}
    twins = {}
    for page in tree.pages:
        parts = page.path.split("/", 2)
        if len(parts) == 3 and parts[1] != language:
            twins[parts[2]] = page
    texts, prose = {}, []
    for path, page in own.items():
        texts[path] = [words(main(page)) + " " + title(page) + " " + above(page), twins[path] and words(main(twins[path])) if path in twins else ""]
        # Another language's text is found in its own.
        if page.html.xpath("//div[contains(@class,'prose')][@lang]"):
            continue
        for block in page.html.xpath("//div[contains(@class,'prose')]"):
            text = " ".join(words(block).split())
            if len(text) > 20 and path != "search/":
                prose.append((path, text))
    if not prose:
        return
    chance = random.Random(2565)
    cases = []
    while len(cases) < PIECES:
        path, text = chance.choice(prose)
        start = chance.randrange(len(text) - 12)
        if start and is_mark(text[start]) or start and joins(text[start - 1], text[start]):
            continue
        end = start + chance.randint(1, 6)
        while end < len(text) and is_mark(text[end]):
            end += 1
        cases.append((path, text[start:end]))
    open_page(view, tree, language, "search/")
    for start in range(0, len(cases), 200):
        asked, wrong = view.evaluate(SCAN, [texts, cases[start:start + 200]])
        for problem in wrong:
            result.problem(f"{language}: {problem}")


def is_mark(sign):
    return "\u0e31" == sign or "\u0e33" <= sign <= "\u0e3a" or "\u0e47" <= sign <= "\u0e4e"


def joins(left, right):
    """Whether a word goes on, which is found from its beginning on alone."""
    word = lambda sign: sign.isalnum() and not "\u0e00" <= sign < "\u0e50"
    return word(left) and (word(right) or right in ",'’") or left in ",.'’"


def main(page):
    return page.html.xpath("//main")[0] if page.html.xpath("//main") else page.html


def above(page):
    """The way to a page, which names the list that it stands in."""
    return " ".join(words(crumbs) for crumbs in page.html.xpath("//nav[contains(@class,'crumbs')]"))


def title(page):
    return page.html.findtext(".//title") or ""


def words(element):
    """What stands in an element; a line break parts what is not in one line."""
    parts = []

    def walk(node):
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            return
        edge = "" if node.tag in IN_LINE else "\n"
        parts.append(edge + (node.text or ""))
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        parts.append(edge)

    walk(element)
    return "".join(parts)


def use_box(view, tree, language, result):
    """The box in the head: suggestions, the choice by keys, and the way back."""
    page = next((page for page in tree.pages if page.path.startswith(f"/{language}/about/")), None) or next(
        page for page in tree.pages if page.path == f"/{language}/")
    view.goto(browser.address(tree, page))
    # A Thai layout has another letter on the key.
    view.evaluate("dispatchEvent(new KeyboardEvent('keydown', {key: 'า', code: 'KeyK', ctrlKey: true, cancelable: true}))")
    box = view.locator("form.find input").first
    if not box.evaluate("box => box === document.activeElement"):
        return result.problem(f"{page.path}: Ctrl-K does not lead to the search box")
    name = view.locator("h1").first.inner_text().split()[0][:4]
    box.press_sequentially(name)
    try:
        view.wait_for_selector(".options:not([hidden])", timeout=5000)
    except Exception:
        return result.problem(f"{page.path}: no suggestions for {name}")
    browser.check_axe(view, f"{page.path} with suggestions", result)
    view.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    if not active or view.locator(f"#{active}[aria-selected=true]").count() != 1:
        result.problem(f"{page.path}: the arrow chooses no suggestion")
    view.keyboard.press("Escape")
    if view.locator(".options:not([hidden])").count() or box.get_attribute("aria-expanded") != "false":
        result.problem(f"{page.path}: Escape does not close the suggestions")
    if box.input_value() != name:
        result.problem(f"{page.path}: what was typed is gone")
    view.keyboard.press("ArrowDown")
    view.wait_for_selector(".options:not([hidden])", timeout=5000)
    view.keyboard.press("ArrowDown")
    wanted = view.locator(".options [aria-selected=true]").get_attribute("data-href")
    with view.expect_navigation(timeout=5000):
        view.keyboard.press("Enter")
    if view.url != wanted:
        result.problem(f"{page.path}: Enter leads to {view.url}, not to {wanted}")


def use_page(view, tree, language, result):
    """The page: an address with a query, kinds, the way back, strange queries."""
    place = open_page(view, tree, language, "search/")
    query = view.locator("#to-index li a").first.inner_text()[:5]
    view.goto(f"{place}?q={urllib.parse.quote(query)}")
    view.wait_for_selector("#search-results mark", timeout=5000)
    browser.check_axe(view, f"{place}?q={query}", result)
    view.wait_for_function("document.querySelector('#search-status').textContent.match(/[0-9]/)", timeout=5000)
    kind = view.locator("#search-results nav a").first
    kind.click()
    view.wait_for_selector("#search-results nav [aria-current]", timeout=5000)
    view.go_back()
    view.wait_for_function("!document.querySelector('#search-results nav [aria-current]')", timeout=5000)
    for strange in ["x" * 10_000, "ก" * 3_000, "   ", "\u0e48\u0e49", ".*[(\\", "\u200b\u200b", '"', "<b>", "%CA%D8"]:
        view.goto(f"{place}?q={strange if strange.startswith('%') else urllib.parse.quote(strange)}")
        view.wait_for_timeout(50)
    if view.locator("form.find input").first.input_value() != "สุ":
        result.problem(f"{place}: does not read a query in the bytes of CP874")


def use_filters(chromium, tree, language, result):
    """Filters by keys: the focus stays, numbers are those of what would be left, and there is a way back."""
    with browser.opened(chromium, tree, result.problem, **browser.DESKTOP) as view:
        place = open_page(view, tree, language, "search/")
        # A query that is found in most pages.
        query = max(("1", "2", "a", "ก", "น"), key=lambda sign: view.evaluate(
            "async sign => (await saanSearch.find(sign)).length", sign))
        view.goto(f"{place}?q={urllib.parse.quote(query)}")
        view.wait_for_selector("#search-results select", timeout=5000)
        boxes = view.locator("#search-results select").evaluate_all("all => all.map(one => one.id)")
        for name in boxes:
            view.goto(f"{place}?q={urllib.parse.quote(query)}")
            view.wait_for_selector(f"#{name}", timeout=5000)
            view.focus(f"#{name}")
            label = view.locator(f"#{name} option").nth(1).inner_text()
            count = int("".join(sign for sign in label.rsplit("(", 1)[1] if sign.isdigit()))
            view.keyboard.press("ArrowDown")
            view.wait_for_function(f"document.querySelector('#{name}').value && document.querySelector('#no-filters')", timeout=5000)
            if view.evaluate("document.activeElement.id") != name:
                result.problem(f"{place}: a choice of {name} by keys loses the focus")
            found = sum(int("".join(s for s in text if s.isdigit())) for text in
                        view.locator("#search-results .count").all_inner_texts())
            if found != count:
                result.problem(f"{place}: {label} of {name} leaves {found}")
        view.goto(f"{place}?q={urllib.parse.quote(query)}&kind=none")
        try:
            view.click("#no-filters", timeout=5000)
            view.wait_for_selector("#search-results li.entry", timeout=5000)
        except Exception:
            result.problem(f"{place}: filters that leave nothing cannot be taken off")


def break_files(chromium, tree, language, result):
    """Files that fail or come cut: an error is told, with a way to try again, and nothing is shown."""
    chance = random.Random(language)
    with browser.opened(chromium, tree, **browser.DESKTOP) as view:
        place = browser.address(tree, next(p for p in tree.pages if p.path == f"/{language}/search/"))
        for number in range(BROKEN):
            def spoilt(route):
                name = tree.file_for(route.request.url)
                body = bytearray((tree.root / name).read_bytes())
                at = chance.randrange(30, len(body) - 5)
                if number % 3 == 0:
                    return route.abort()
                if number % 3 == 1:
                    body = body[:at]
                else:
                    body[at] = 0x41 if body[at] != 0x41 else 0x42
                route.fulfill(body=bytes(body), content_type="text/javascript; charset=utf-8")

            view.route("**/search/n*.js*", spoilt)
            view.goto(f"{place}?q=a%E0%B8%81")
            try:
                view.wait_for_selector("#search-results button", timeout=5000)
            except Exception:
                result.problem(f"{place}: a spoilt file is not told")
            if view.locator("#search-results li").count():
                result.problem(f"{place}: shows results of a spoilt file")
            view.unroute("**/search/n*.js*")


def open_page(view, tree, language, place):
    page = next(page for page in tree.pages if page.path == f"/{language}/{place}")
    address = browser.address(tree, page)
    view.goto(address)
    return address
