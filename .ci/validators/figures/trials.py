"""Shows that the validator of figures can fail: single things are changed in copies of published pages.

Each change must be noticed on every page that it is tried on. The published files stay as they are.
"""

import collections
import copy
import random
import re

from lxml import etree
from tree import Page, Result

from .checks import DIGITS, first, text, with_class
from .files import compare_rows, figure_rows, place_rows, read_rows
from .planted import try_tables
from .site import Site, sample
from .tables import Source

# How many pages of each kind and language a change is tried on.
PAGES = 2


def other_digit(words, place=-1):
    """The words with one of their digits changed."""
    found = list(DIGITS.finditer(words))[place]
    changed = str((int(found.group()) + 1) % 10)
    return words[: found.start()] + changed + words[found.end() :]


def elements(main, *names):
    """Elements of some classes that have a number in their own text."""
    found = [element for name in names for element in with_class(main, name)]
    return [element for element in found if element.text and DIGITS.search(element.text)]


def change_text(element):
    element.text = other_digit(element.text)


def value(main, chance):
    change_text(chance.choice(elements(main, "stat-number")))


def machine_value(main, chance):
    data = chance.choice(main.xpath(".//li[contains(@class,'stat')]//data[@value]"))
    data.set("value", other_digit(data.get("value")))


def value_in_table(main, chance):
    data = chance.choice([d for d in main.xpath(".//table//td//data") if d.text and DIGITS.search(d.text)])
    data.text = other_digit(data.text)


def unit(main, chance):
    element = chance.choice(with_class(main, "stat-unit"))
    element.text = f"{element.text}s"


def hedge(main, chance):
    """“At least”, “about” or “more than” is left out."""
    element = chance.choice(with_class(main, "stat-about"))
    element.getparent().remove(element)


def needless_hedge(main, chance):
    cards = [value for value in with_class(main, "stat-value") if not with_class(value, "stat-about")]
    card = chance.choice(cards)
    card.insert(0, etree.fromstring('<span class="stat-about">at least</span>'))


def rank(main, chance):
    """The place of an area among all that reported, in words or in short."""
    drawings = [d for d in with_class(main, "rank") if d.xpath(".//svg")]
    cell = chance.choice(drawings)
    if chance.random() < 0.5:
        drawing = first(cell.xpath(".//svg"))
        drawing.set("aria-label", other_digit(drawing.get("aria-label")))
    else:
        change_text(first(with_class(cell, "n")))


def rank_left_out(main, chance):
    drawing = chance.choice([d for cell in with_class(main, "rank") for d in cell.xpath(".//svg")])
    drawing.getparent().remove(drawing)


def tick(main, chance):
    """A place or a value of a small drawing is moved."""
    paths = [p for d in with_class(main, "small-drawing") for p in d.xpath("./path[@d]")[1:]]
    path = chance.choice(paths)
    path.set("d", other_digit(path.get("d")))


def change_of_line(main, chance):
    change_text(chance.choice([n for cell in with_class(main, "trend") for n in elements(cell, "n")]))


def mark_exchanged(main, chance):
    """A number has the mark of another remark, or none."""
    mark = chance.choice(main.xpath(".//div[@class='lines']//tr//sup"))
    mark.getparent().remove(mark) if chance.random() < 0.5 else setattr(mark, "text", mark.text + "x")


def remark(main, chance):
    """The year of what departs, or of what all share."""
    found = [e for part in with_class(main, "lines") for e in [*with_class(part, "common"), *part.xpath(".//li")]]
    change_text(chance.choice([e for e in found if e.text and re.search(r"\d{4}", e.text)]))


COVERED = re.compile(r"\d+ (?:of|จาก) \d+")


def coverage(main, chance):
    found = [
        e
        for e in main.iter()
        if isinstance(e.tag, str) and e.text and COVERED.search(e.text) and e.tag not in ("desc", "li")
    ]
    element = chance.choice(found)
    part = COVERED.search(element.text)
    element.text = element.text[: part.start()] + other_digit(part.group(), 0) + element.text[part.end() :]


def date(main, chance):
    """The year of a card's date."""
    found = [e for e in with_class(main, "stat-note") if e.text and re.search(r"\d{4}", e.text)]
    change_text(chance.choice(found))


def first_sentence(main, chance):
    change_text(first(elements(main, "lead")))


def card_left_out(main, chance):
    element = chance.choice(main.xpath(".//ul[contains(@class,'stats')]/li"))
    element.getparent().remove(element)


def row_left_out(main, chance):
    rows = [tr for tr in main.xpath(".//tbody/tr[td]") if DIGITS.search(text(tr))]
    row = chance.choice(rows)
    row.getparent().remove(row)


def sentence_left_out(main, chance):
    element = chance.choice(main.xpath(".//div[@class='around']//li"))
    element.getparent().remove(element)


def foreign_number(main, chance):
    """A number that no table knows."""
    place = chance.choice(main.xpath(".//section") or [main])
    place.append(etree.fromstring("<p>1,234,567 people</p>"))


def cards_exchanged(main, chance):
    """Two cards show each other's number."""
    cards = main.xpath(".//ul[contains(@class,'stats')]/li//span[@class='stat-number']")
    one, other = chance.sample(cards, 2)
    if one.text == other.text:
        raise IndexError
    one.text, other.text = other.text, one.text


def provinces_exchanged(main, chance):
    """Two provinces of a table show each other's number."""
    rows = main.xpath(".//tr[th[@scope='row']//a[contains(@href,'/provinces/')]]")
    one, other = chance.sample(rows, 2)
    cells = one.xpath("./td")[0], other.xpath("./td")[0]
    if text(cells[0]) == text(cells[1]):
        one, other = next(
            (a, b) for a in rows for b in rows if text(a.xpath("./td")[0]) != text(b.xpath("./td")[0])
        )
        cells = one.xpath("./td")[0], other.xpath("./td")[0]
    one.replace(cells[0], copy.deepcopy(cells[1]))
    other.replace(cells[1], cells[0])


def tile(main, chance):
    """A province's number on a map."""
    titles = [
        t for t in main.xpath(".//*[contains(@class,'ch-map')]//a/title") if DIGITS.search(t.text or "")
    ]
    change_text(chance.choice(titles))


def tile_class(main, chance):
    path = chance.choice(
        [p for p in main.xpath(".//*[contains(@class,'ch-map')]//a/path") if "ch-q" in (p.get("class") or "")]
    )
    path.set("class", "ch-q2" if "ch-q1" in path.get("class") else "ch-q1")


def legend(main, chance):
    maps = with_class(main, "chart-tile-map") + with_class(main, "chart-outline-map")
    labels = [
        label for figure in maps for label in with_class(figure, "ch-tick") if DIGITS.search(label.text or "")
    ]
    change_text(chance.choice(labels))


def chart_label(main, chance):
    change_text(chance.choice(elements(main, "ch-strong")))


def share(main, chance):
    """A share of a whole, or of a target."""
    found = [
        d
        for kind in ("stacked-bar", "progress")
        for f in with_class(main, f"chart-{kind}")
        for d in f.xpath(".//desc")
    ]
    description = chance.choice(found)
    part = re.search(r"[\d.]+%", description.text)
    description.text = (
        description.text[: part.start()] + other_digit(part.group()) + description.text[part.end() :]
    )


def citation(main, chance):
    change = chance.choice(elements(main, "citation"))
    number = re.search(r": [^\d]*([\d,.]*\d)", change.text)
    change.text = change.text[: number.start(1)] + other_digit(number.group(1)) + change.text[number.end(1) :]


def distance(main, chance):
    """How far a value lies from the one shown, or what per cent that is."""
    change_text(chance.choice(elements(main, "distance")))


def value_of_source(main, chance):
    data = chance.choice(main.xpath(".//ul[@class='different-values']/li/strong/data"))
    data.text = other_digit(data.text)


def count_in_list(main, chance):
    """How many values a source has, or how many differences there are of a cause."""
    found = main.xpath(".//li[contains(@class,'entry')]//p[@class='small']") + main.xpath(
        ".//nav//span[@class='small'] | .//section/h3/span[@class='small']"
    )
    element = chance.choice(found)
    last = element[-1] if len(element) else None
    if last is None:
        change_text(element)
    else:
        last.tail = other_digit(last.tail)


def figure_in_text(main, chance):
    data = chance.choice(main.xpath(".//a[@class='figure']/data"))
    data.text = other_digit(data.text)


def value_in_line(main, chance):
    """A figure's number, or what another source says, in a table of figures."""
    data = chance.choice(main.xpath(".//div[@class='lines']//td//data"))
    data.text = other_digit(data.text)


def date_of_lines(main, chance):
    """The date that all lines of a table share."""
    change_text(chance.choice(main.xpath(".//div[@class='lines']/p[contains(@class,'told')]")))


def known_count(main, chance):
    """How many figures a tile says that its province has."""
    link = chance.choice(main.xpath(".//ul[@class='tiles']//a[@class='figures' or @class='shared']"))
    link.set("title", other_digit(link.get("title")))


def known_shade(main, chance):
    link = chance.choice(main.xpath(".//ul[@class='tiles']//a[@class='figures' or @class='shared']"))
    link.set("class", "wider")


def key_count(main, chance):
    """How many provinces a shade of the map has."""
    element = chance.choice(main.xpath(".//ul[contains(@class,'key')]/li/span"))
    element.text = other_digit(element.text, 0)


CHANGES = (
    value,
    machine_value,
    value_in_table,
    unit,
    hedge,
    needless_hedge,
    rank,
    rank_left_out,
    tick,
    change_of_line,
    mark_exchanged,
    remark,
    coverage,
    date,
    first_sentence,
    card_left_out,
    row_left_out,
    sentence_left_out,
    foreign_number,
    cards_exchanged,
    provinces_exchanged,
    tile,
    tile_class,
    legend,
    chart_label,
    share,
    citation,
    distance,
    value_of_source,
    count_in_list,
    figure_in_text,
    value_in_line,
    date_of_lines,
    known_count,
    known_shade,
    key_count,
)
# Kinds of pages whose checks do not look for numbers beyond those of figures.
OPEN = {
    foreign_number: {"other"},
    row_left_out: {"other", "register", "record"},
    value_in_table: {"other"},
    card_left_out: {"other"},
    coverage: {"other"},
    rank_left_out: {"other"},
    tick: {"other"},
    chart_label: {"other"},
    count_in_list: {"other", "index of figures"},
    first_sentence: {
        "other",
        "register",
        "record",
        "index of figures",
        "list of regions",
        "list of provinces",
    },
}


def changed_page(page, change, seed):
    """A copy of a page with one thing changed; None where there is no such thing."""
    twin = Page.__new__(Page)
    twin.file, twin.name, twin.path, twin.bytes = page.file, page.name, page.path, page.bytes
    twin.html = copy.deepcopy(page.html)
    main = first(twin.html.xpath("//main"))
    try:
        change(main, random.Random(seed))
    except (IndexError, ValueError, AttributeError, TypeError, StopIteration):
        return None
    return twin


def trials(tree):
    """Changes single things in copies of pages and files, each of which must be noticed."""
    result = Result("")
    if not Source(tree.source).has_tables:
        result.looked_at = "0 pages: the site has no content/data"
        return result
    site = Site(tree, tree.source)
    by_kind = collections.defaultdict(list)
    for check in site.checks(lambda problem: None):
        by_kind[check.kind, check.tag].append(check)
    tried = collections.Counter()
    for change in CHANGES:
        for (kind, tag), checks in by_kind.items():
            if kind in OPEN.get(change, ()):
                continue
            for check in try_on(change, checks):
                tried[change.__name__] += 1
                if not check.noticed:
                    result.problem(
                        f"{check.page.name}: {change.__name__.replace('_', ' ')} is changed, and nothing is noticed"
                    )
        if not tried[change.__name__]:
            result.note(f"no page has anything to try on: {change.__name__.replace('_', ' ')}")
    try_files(site, result, tried)
    try_tables(site, result, tried)
    result.looked_at = f"{sum(tried.values())} changes of {len(tried)} kinds"
    result.note(", ".join(f"{name.replace('_', ' ')} {count}" for name, count in tried.items()))
    return result


def try_on(change, checks):
    """The first pages of one kind that have something to change."""
    found = 0
    for check in sample(checks, 200):
        twin = changed_page(check.page, change, check.page.name)
        if twin is None:
            continue
        before = set(check.again(check.page).problems)
        again = check.again(twin)
        again.noticed = set(again.problems) != before
        yield again
        found += 1
        if found == PAGES:
            return


def try_files(site, result, tried):
    """A digit of a value in each of some files, and a value left out."""
    cases = [
        (f"figures/{i.slug}", figure_rows(site.model, i))
        for i in site.model.indicators
        if site.model.known(i)
    ]
    cases += [
        (f"provinces/{a.slug}/data", place_rows(site.model, a)) for a in site.model.areas.of("province")
    ]
    for name, rows in sample([case for case in cases if case[1]], 12):
        for ending in ("csv", "json"):
            file = site.tree.root / f"{name}.{ending}"
            found = read_rows(file) if file.is_file() else []
            numbers = [row for row in found if row.get("value")]
            if not numbers:
                continue
            before = compare_rows(name, rows, found)
            kept = numbers[0]["value"]
            numbers[0]["value"] = other_digit(kept)
            wrong = compare_rows(name, rows, found)
            numbers[0]["value"] = kept
            for what, problems in (
                ("value of a file", wrong),
                ("row of a file", compare_rows(name, rows, found[:-1])),
            ):
                tried[what] += 1
                if set(problems) == set(before):
                    result.problem(f"{name}.{ending}: {what} is changed, and nothing is noticed")
