"""What all checks of figures share: reading a page's parts, holding them against the model, telling.

Every number on a page must be claimed by a check. What is left over at the end is a number that the
model knows nothing of, and what a check expects and does not find is a number that was left out.
"""

import collections
import copy
import functools
import re

from lxml import etree

from . import tables
from .grammar import Words, grouped, machine, plain
from .values import Value

PERCENTS = ("%", "ร้อยละ", "per cent", "percent")
DIGITS = re.compile(r"[0-9๐-๙]")
# Parts of pages that are no statements of figures: links to articles with their summaries, ways and
# lists of names, drawings (their titles, labels and tables are checked), words of sources.
EXEMPT = (
    "nav",
    "q",
    "svg",
    "script",
    "style",
    "h1",
    "h2",
    "h3",
    "caption",
    ".entry",
    ".crumbs",
    ".tiles",
    ".inline-list",
    ".kicker",
    ".prose",
    ".cited-by",
    ".langs",
    ".more",
    "[aria-hidden]",
)


def text(element):
    """An element's words, a line break read as a space."""
    if element is None:
        return ""
    parts = []

    def walk(node):
        if not isinstance(node.tag, str):
            return
        parts.append(" " if node.tag == "br" else node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")

    walk(element)
    return plain("".join(parts))


@functools.cache
def finder(name):
    return etree.XPath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


def with_class(element, name):
    """The elements inside that have a class, in the page's order."""
    return finder(name)(element)


def first(elements):
    return elements[0] if elements else None


def without(element, *names):
    """An element's words without those of some of its parts."""
    if element is None:
        return ""
    element = copy.deepcopy(element)
    for name in names:
        for part in with_class(element, name) if not name.startswith("<") else list(element.iter(name[1:-1])):
            tail, parent = part.tail, part.getparent()
            if parent is None:
                continue
            before = part.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + " " + (tail or "")
            else:
                parent.text = (parent.text or "") + " " + (tail or "")
            parent.remove(part)
    return text(element)


class Tally(collections.Counter):
    """How much was looked at, by kind of page and kind of statement."""

    def told(self):
        kinds = collections.defaultdict(collections.Counter)
        for (kind, what), count in self.items():
            kinds[kind][what] += count
        return [
            f"{kind}: {counts.pop('pages', 0)} pages, "
            + ", ".join(f"{n} {what}" for what, n in sorted(counts.items()))
            for kind, counts in sorted(kinds.items())
        ]


class PageCheck:
    """One page, in one language, of one kind."""

    kind = "page"

    def __init__(self, site, page, tag):
        self.site, self.page, self.tag = site, page, tag
        self.model = site.model
        self.words = Words(tag, site.source.languages[tag].get("calendar"))
        self.main = first(page.html.xpath("//main"))
        self.claimed = set()
        self.problems = []
        self.seen = collections.Counter()

    def run(self):
        if self.main is None:
            self.problem("the page has no main part")
            return self
        self.check()
        self.leftovers()
        if not self.seen["statements"]:
            self.problem("nothing on the page was recognised")
        return self

    def again(self, page):
        """The same check of another page."""
        twin = copy.copy(self)
        twin.page, twin.main = page, first(page.html.xpath("//main"))
        twin.claimed, twin.problems, twin.seen = set(), [], collections.Counter()
        return twin.run()

    # Telling

    def problem(self, message):
        self.problems.append(f"{self.page.name}: {message}")

    def count(self, what, number=1):
        if number:
            self.seen[what] += number

    def expect(self, place, expected, found):
        """Holds a part of the page against the model."""
        self.count("statements")
        if expected != found:
            self.problem(f"{place}: expected {show(expected)}, found {show(found)}")
        return expected == found

    def expect_fields(self, place, expected, found):
        """Holds a record against the model, field by field."""
        for key in expected:
            self.expect(f"{place}, {key}" if place else key, expected[key], found.get(key))

    def expect_list(self, place, expected, found, name=lambda item: item.get("name")):
        """Holds a list of records against the model, both ways and in order."""
        names = [name(item) for item in expected]
        if [name(item) for item in found] != names:
            self.expect(place, names, [name(item) for item in found])
        spare = list(found)
        for item in expected:
            match = next((other for other in spare if name(other) == name(item)), None)
            if match is None:
                self.problem(f"{place}: {show(item)} is left out")
                continue
            spare.remove(match)
            self.expect_fields(f"{place}, {name(item)}", item, match)
        for item in spare:
            self.problem(f"{place}: {show(item)} is not in the tables")

    # Claiming

    def claim(self, element):
        if element is not None:
            self.claimed.add(element)
        return element

    def section(self, name):
        """A part of the page by the id of its heading."""
        return first(self.main.xpath(f".//*[@aria-labelledby='{name}']"))

    def leftovers(self):
        """Numbers that no check has claimed."""
        for element in walk_unclaimed(self.main, self.claimed):
            for piece in [element.text, *[child.tail for child in element]]:
                if piece and DIGITS.search(piece):
                    self.problem(
                        f"“{plain(piece)}” stands in <{element.tag}>, and nothing in the tables says so"
                    )

    def corrections(self, is_told):
        """What was corrected of a figure or a place: the number before, the number now, and the reason."""
        rows = [row for row in self.model.source.rows("corrections") if row.get("indicator") and is_told(row)]
        part = self.section("to-corrections")
        found = []
        for li in part.xpath(".//li") if part is not None else []:
            self.claim(li)
            said = "".join([li.text or "", *(child.tail or "" for child in li.xpath("./a"))])
            numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", said)
            found.append((numbers, plain("".join(child.tail or "" for child in li.xpath("./br")))))
        expected = []
        for row in rows:
            numbers = [tables.number(row[name]) for name in ("previous_value", "value") if row.get(name)]
            reason = row.names("reason")
            expected.append(([grouped(number) for number in numbers], plain(reason[self.tag]) if reason else ""))
        self.expect("corrections", sorted(expected), sorted(found))

    # Figures

    def title(self, source):
        return source.names("title")[self.tag]

    def source_text(self, source):
        return f"{self.words['source']} {self.title(source)}"

    def amount(self, value, indicator, hedged=True):
        """A number with its unit, as places show it."""
        number = indicator.shown(value.number, value.rollup is not None, value.told)
        bound, partial = (value.bound, value.partial) if hedged else ("exact", None)
        return self.words.amount(number, self.unit(value, indicator), bound, partial)

    def unit(self, value, indicator):
        """The unit's word for one and for more: the value's own, else the indicator's."""
        own = value.observation.unit if value.observation else value.rollup.unit or indicator.unit
        return own and own[self.tag]

    def card(self, element):
        """What a card says."""
        value, name = first(element.xpath(".//p[contains(@class,'stat-value')]")), first(
            with_class(element, "stat-name")
        )
        data = first(value.xpath(".//data")) if value is not None else None
        self.claim(element)
        self.count("numbers")
        return {
            "name": without(name, "stat-area"),
            "area": text(first(with_class(name, "stat-area"))) if name is not None else "",
            "hedge": text(first(with_class(element, "stat-about"))),
            "value": data.get("value") if data is not None else None,
            "number": text(first(with_class(element, "stat-number"))),
            "unit": text(first(with_class(element, "stat-unit"))),
            "note": text(first(with_class(element, "stat-note"))),
            "others": [
                self.other(li) for part in with_class(element, "dispute") for li in part.xpath(".//li")
            ],
        }

    def other(self, element):
        data = first(element.xpath(".//data"))
        self.count("numbers")
        return {
            "value": data.get("value"),
            "text": text(data),
            "note": strip_dots(text(first(with_class(element, "small")))),
        }

    def disagreeing(self, value, in_short=False):
        """What the page says of the values that disagree with one."""
        found = []
        for other in self.model.disagreeing(value):
            number = self.words.amount(
                other.indicator.shown(other.number, bound=other.bound), other.unit and other.unit[self.tag], other.bound
            )
            source = self.source_text(other.source) if in_short else self.full_source(other.source)
            note = f"{self.words.phrase_as_of(other.as_of, other.basis)} {source}"
            found.append({"value": machine(other.number), "text": number, "note": note})
        return found

    def full_source(self, source):
        """A source with who made it."""
        producer, text = source.names("producer"), self.source_text(source)
        if not producer or producer[self.tag] == self.title(source):
            return text
        return self.words.say("credit", title=text, producer=producer[self.tag])

    def big_card(self, value, indicator, area=None, dated=True):
        """A card on the pages of figures, of the home page and of registers."""
        number = indicator.shown(value.number, value.rollup is not None, value.told)
        unit = self.unit(value, indicator)
        unit = ("%", "%") if unit and unit[1] in PERCENTS else unit
        observation = value.observation
        return {
            "name": (
                observation.names if observation else value.rollup.own_names or indicator.names
            )[self.tag],
            "area": self.place_of(value, area),
            "hedge": self.words.hedged(value.bound, value.partial),
            "value": machine(value.number),
            "number": grouped(number),
            "unit": (unit[0] if value.number == 1 else unit[1]) if unit else "",
            "note": self.big_note(value, dated),
            "others": self.disagreeing(observation),
        }

    def part(self, value, reason=None):
        """A value that a sum was made from, or that it was not."""
        shown = Value(value.number, observation=value)
        words = [self.place_of(shown, value.area), self.amount(shown, value.indicator)]
        own = value.row.names("name")
        words += [f"({own[self.tag]})"] if own else []
        words += [self.words.phrase_as_of(value.as_of, value.basis), self.source_text(value.source)]
        return " ".join(filter(None, words + ([self.not_added(reason)] if reason else [])))

    def not_added(self, reason):
        """Why a value is in no sum; of one of another time, which time the sum is of."""
        if not isinstance(reason, tuple):
            return self.words["not_added"][reason]
        kind, time = reason
        date = (time, 0, 0) if isinstance(time, int) else time
        return self.words["not_added"][kind].format(time=self.words.phrase_as_of(date, "stated"))

    def read_part(self, element):
        self.claim(element)
        self.count("numbers")
        return strip_dots(text(element))

    def place_of(self, value, area):
        """The place of a figure, where that is not the whole country."""
        if value.observation and value.observation.together:
            return self.all_together(value.observation)
        return area.names[self.tag] if area and area.code != "TH" else ""

    def all_together(self, observation):
        names = [self.full_name(member) for member in observation.area.members]
        return self.words.say("all_together", names=self.words.places(names))

    def full_name(self, area):
        return self.words.place(area.names[self.tag], area.kind, area.in_bangkok)

    def big_date(self, value):
        """The date of a figure, as its card has it."""
        if value.observation:
            return self.words.phrase_as_of(value.observation.as_of, value.observation.basis)
        return self.sum_date(value.rollup)

    def big_note(self, value, dated=True):
        date = self.big_date(value) if dated else None
        if value.observation:
            return " ".join(filter(None, [date, self.source_text(value.observation.source)]))
        coverage, origin = self.figure_coverage(value.rollup), self.origin(value.rollup)
        return " ".join(filter(None, [date, origin, f"({coverage})" if coverage else None]))

    def sum_amounts(self, indicator, rollup):
        """A sum and its difference from the published value, in words."""
        unit = rollup.unit or indicator.unit
        unit = unit and unit[self.tag]
        shown = lambda number: indicator.shown(number, computed=True)
        value = Value(rollup.number, rollup=rollup)
        amount = self.words.measured(indicator.shown(rollup.number, True, value.told), unit)
        total = self.words.told(amount, value.bound, value.partial)
        exact = rollup.bound == "exact" and rollup.published and rollup.published.bound == "exact"
        if rollup.difference is None or not exact or not rollup.whole:
            return total, None
        sign = "+" if rollup.difference > 0 else ""
        return total, sign + self.words.measured(shown(rollup.difference), unit)

    def sum_date(self, rollup, say=None):
        if not rollup.newest:
            return self.words["rows_undated" if rollup.register else "phrase_no_date"]
        if rollup.window:
            return self.words.window(*rollup.window)
        basis = "publication_date" if rollup.publication is True else "computed"
        return (say or self.words.phrase_as_of)(rollup.newest, basis)

    def origin(self, rollup, sources=True):
        """What a sum was added up from."""
        if rollup.register:
            return self.words.say("from_register", count=rollup.count, name=self.table_title(rollup.register))
        titles = self.words["comma"].join(self.title(source) for source in rollup.sources)
        text = self.words.say("from_areas", count=rollup.count)
        return f"{text} ({self.words['source']} {titles})" if sources else text

    def table_title(self, table):
        title = self.model.source.resources.get(table, {}).get("title") or table
        return title if isinstance(title, str) else title.get(self.tag) or next(iter(title.values()))

    def figure_coverage(self, rollup, bangkok=False):
        """How many areas a partial sum is from; of a register, where rows are."""
        missing = rollup.expected and rollup.kind and rollup.reported < rollup.expected
        parts = []
        if missing and not (rollup.register and not rollup.lacks_rows):
            parts.append(
                self.words.coverage(
                    rollup.reported, rollup.expected, rollup.kind, bangkok, bool(rollup.register),
                    rollup.partly, rollup.only and self.full_name(rollup.only),
                )
            )
        return self.words["comma"].join(parts + self.rows_given(rollup)) or None

    def rows_given(self, rollup):
        """How many of a register's rows have a value, where some have none."""
        if rollup.rows is None or rollup.rows <= rollup.count:
            return []
        have = "has" if rollup.count == 1 else "have"
        return [self.words.say("rows_with_value", given=rollup.count, rows=rollup.rows, have=have)]


def strip_dots(words):
    """Without the dot that stands between a date and a source."""
    return plain(words.replace("·", " "))


def walk_unclaimed(element, claimed):
    if element in claimed or not isinstance(element.tag, str):
        return
    classes = set((element.get("class") or "").split())
    for rule in EXEMPT:
        if (
            rule == element.tag
            or (rule[0] == "." and rule[1:] in classes)
            or (rule == "[aria-hidden]" and element.get("aria-hidden"))
        ):
            return
    yield element
    for child in element:
        yield from walk_unclaimed(child, claimed)


def show(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {show(item)}" for key, item in value.items() if item) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(show(item) for item in value) + "]"
    return f"“{value}”" if isinstance(value, str) else str(value)
