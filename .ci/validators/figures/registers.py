"""Registers: counts and sums by place, their lists, and a sample of their records."""

import functools

from . import tables
from .checks import PageCheck, first, text, with_class, without
from .grammar import grouped, machine, plain
from .lines import Coverage, Lines
from .maps import Charts
from .shares import Shares
from .values import Value


class Register:
    """A collection of site.yaml whose pages are the rows of a table."""

    def __init__(self, name, settings, model):
        self.name, self.settings, self.model = name, settings, model
        self.table = settings["table"]
        self.path = (settings.get("path") or name).strip("/")
        self.resource = model.source.resources.get(self.table, {})
        hidden = {"id", "name", "area"}
        fields = self.resource.get("schema", {}).get("fields", [])
        self.fields = {
            f["name"]: f
            for f in fields
            if "@" not in f["name"] and f["name"] not in hidden and not f.get("private")
        }
        listed = settings.get("columns") or list(self.fields)
        self.columns = [name for name in listed if name in self.fields]
        self.totalled = [
            name
            for name in settings.get("totals") or self.columns
            if name in self.fields and self.adds_up(name, settings)
        ]

    def adds_up(self, name, settings):
        field = self.fields[name]
        return (
            bool(settings.get("totals"))
            or field.get("type") == "integer"
            or (field.get("type") == "number" and field.get("unit"))
        )

    @functools.cached_property
    def rows(self):
        return [(row, area) for row, area, _ in self.model.register_rows(self.table)]

    @functools.cached_property
    def by_area(self):
        """The rows inside each area, by the areas that lie in each other."""
        found = {}
        for row, area in self.rows:
            while area:
                found.setdefault(area, []).append(row)
                area = area.parent
        return found

    def title(self, tag):
        return localized(self.settings.get("title") or self.resource.get("title") or self.name, tag)

    def column_title(self, name, tag):
        return localized(self.fields[name].get("title") or name, tag)

    def unit(self, name, tag):
        unit = self.fields[name].get("unit")
        return localized(unit, tag) if unit else ""

    def complete(self, area):
        return self.model.completeness(self.table)(area)[0] == "complete"

    def totals(self, rows, complete):
        """What each column comes to: the sum, of how many rows, and whether more is to come."""
        found = {}
        for name in self.totalled:
            values = [tables.number(row.get(name)) for row in rows]
            values = [value for value in values if value is not None]
            found[name] = (
                # More rows may make a sum with numbers below zero smaller: it is no least.
                (sum(values), len(values), (len(values) < len(rows) or not complete) and min(values) >= 0)
                if values
                else (None, 0, False)
            )
        return found

    def rows_in(self, area):
        """The rows of an area, as its page counts them: of a region those of its provinces; of the country all."""
        if area.kind == "country":
            return [row for row, _ in self.rows]
        return self.by_area.get(area, [])

    def in_place(self, check, area):
        """What the page of a place says of the register."""
        rows, complete = self.rows_in(area), self.complete(area)
        return {
            "name": self.title(check.tag),
            "count": count_words(check, len(rows), complete),
            "rows": len(rows),
        }

    def is_numeric(self, name):
        return self.fields[name].get("type") in ("integer", "number")

    @functools.cached_property
    def published(self):
        """The indicators that its page shows for the country: those that the settings name, else those computed from it."""
        model, country = self.model, self.model.areas.country
        named = self.settings.get("figures")
        found = (
            [model.by_id[name] for name in named if name in model.by_id]
            if named
            else [i for i in model.indicators if i.table == self.table]
        )
        return [i for i in found if model.value(i, country)]

    @functools.cached_property
    def tops(self):
        """The areas that the register's page lists: the provinces of rows, and wider areas that rows name."""
        found = {}
        for row, area in self.rows:
            while area and area.kind not in ("province", "region", "country"):
                area = area.parent
            if area:
                found.setdefault(area, []).append(row)
        return found


def whole(number):
    return f"{number:,}"


def localized(value, tag):
    return value if isinstance(value, str) else value.get(tag) or next(iter(value.values()))


def count_words(check, count, complete):
    """How many rows there are; of a register that nobody calls complete, so far."""
    if complete:
        return f"{whole(count)} {check.words['rows_one' if count == 1 else 'rows']}"
    return check.words.say("register_so_far", count=count) if count else check.words["register_none_yet"]


class RegisterCheck(PageCheck):
    """A register's own page, or the list of one area."""

    kind = "register"

    def __init__(self, site, page, tag, register, area=None):
        super().__init__(site, page, tag)
        self.register, self.area = register, area

    def check(self):
        self.claim(first(with_class(self.main, "page-head")))
        register = self.register
        rows = [row for row, _ in register.rows] if self.area is None else register.by_area.get(self.area, [])
        complete = register.complete(self.area or self.model.areas.country)
        lists = self.main.xpath(".//article/ul[@class='stats']") or self.main.xpath("./ul[@class='stats']")
        if rows:
            cards = [self.card(li) for li in lists[0].xpath("./li")] if lists else []
            self.expect_list("totals", self.total_cards(rows, complete), cards)
            self.state()
        self.published()
        self.places()
        self.facets(rows)
        self.records()
        check_figure_list(self)

    def facets(self, rows):
        """How many rows have each value of a column, and each province's rows, beside the list."""
        for aside in with_class(self.main, "facets"):
            for item in aside.xpath(".//li"):
                self.claim(item)
            found = [part for part in aside if part.tag in ("section", "nav")]
            for part in found:
                counts = {text(li[0]): text(first(with_class(li, "n"))) for li in part.xpath(".//ul/li")}
                self.count("numbers", len(counts))
                if part.tag == "nav":
                    least = f"≥ {self.words.hedged('at_least')} "
                    expected = {
                        area.names[self.tag]: ("" if self.register.complete(area) else least) + whole(len(inside))
                        for area, inside in self.register.tops.items()
                        if area.kind == "province"
                    }
                else:
                    title = text(first(part.xpath("./h3")))
                    names = [n for n in self.register.columns if self.register.column_title(n, self.tag) == title]
                    values = [self.facet(row, names[0]) for row in rows] if names else []
                    expected = {value: whole(values.count(value)) for value in values if value}
                self.expect("counts beside the list", expected, counts)

    def facet(self, row, name):
        """What a row has in a column, as readers see it."""
        for category in self.register.fields[name].get("categories") or []:
            if isinstance(category, dict) and category.get("value") == row.get(name) and category.get("label"):
                return localized(category["label"], self.tag)
        names = row.names(name)
        return plain(names[self.tag] if names else row.get(name) or "")

    def state(self):
        """Whether the register is complete, and as of when."""
        status, day, _ = self.model.completeness(self.register.table)(self.area or self.model.areas.country)
        words = self.words["register_state"][status].format(date=self.words.as_of(day) if day else "")
        paragraphs = self.main.xpath(".//article/p[@class='small']") + self.main.xpath("./p[@class='small']")
        self.expect("completeness", True, any(text(p).startswith(plain(words)) for p in paragraphs))
        for part in paragraphs:
            self.claim(part)

    def total_cards(self, rows, complete):
        words, register = self.words, self.register
        cards = [
            {
                "name": words["register_count"],
                "hedge": "" if complete else words["so_far"],
                "value": str(len(rows)),
                "number": whole(len(rows)),
                "unit": words["rows_one" if len(rows) == 1 else "rows"],
            }
        ]
        for name, (total, count, least) in register.totals(rows, complete).items():
            if total is not None:
                cards.append(
                    {
                        "name": register.column_title(name, self.tag),
                        "hedge": (
                            (words.hedged("at_least") if complete else words["so_far"]) if least else ""
                        ),
                        "value": machine(total),
                        "number": grouped(total),
                        "unit": register.unit(name, self.tag),
                        "note": words.say("register_reported", count=count) if count < len(rows) else "",
                    }
                )
        return cards

    def published(self):
        """The country's figures; those that are counted from the rows have a link in place of a card."""
        section = self.section("to-published")
        cards = section.xpath(".//ul[contains(@class,'stats')]/li") if section is not None else []
        if self.area is None:
            counted = [i for i in self.register.published if self.is_counted(i)]
            told = [i for i in self.register.published if i not in counted]
            found = [without(first(with_class(li, "stat-name")), "stat-area") for li in cards]
            self.expect("published figures", [i.names[self.tag] for i in told], found)
            links = self.main.xpath(".//article/ul[contains(@class,'inline-list')]/li/a")
            self.expect("figures of the rows", [i.names[self.tag] for i in counted], [text(a) for a in links])
            self.dates(counted)
        check_cards(self, cards)

    def dates(self, counted):
        """Of when the rows are: once where that is the same for all that is counted from them, else behind each."""
        country = self.model.areas.country
        days = [self.sum_date(self.model.rollups[indicator, country]) for indicator in counted]
        if len(set(days)) == 1:
            words = self.words.say("dated_together", date=days[0])
            told = [text(p) for p in self.main.xpath(".//article/p[@class='small']")]
            self.expect("the date of the rows", True, words in told)
        else:
            items = self.main.xpath(".//article/ul[contains(@class,'inline-list')]/li")
            self.expect("the dates of the rows", days, [text(first(with_class(li, "small"))) for li in items])

    def is_counted(self, indicator):
        """Whether the country's value is what the register's own rows add up to."""
        country = self.model.areas.country
        rollup = self.model.rollups.get((indicator, country))
        shown = self.model.shown(indicator, country)
        return bool(self.register.rows and not shown and rollup and rollup.register == self.register.table)

    def places(self):
        """The table of provinces, or of a province's districts."""
        for name in ("to-provinces", "to-wider", "to-districts"):
            section = self.section(name)
            table = first(section.xpath(".//table")) if section is not None else None
            if table is None:
                continue
            self.claim(table)
            if name == "to-provinces":
                self.claim(first(section.xpath("./p")))
                inside = {a: rows for a, rows in self.register.tops.items() if a.kind == "province"}
                count = len(inside)
                self.expect(
                    "how many provinces",
                    self.words.say("register_provinces", count=count),
                    text(first(section.xpath("./p"))),
                )
            elif name == "to-wider":
                inside = {a: rows for a, rows in self.register.tops.items() if a.kind != "province"}
            else:
                inside = {
                    a: rows
                    for a, rows in self.register.by_area.items()
                    if a.kind == "district" and a.parent is self.area
                }
            found = {text(tr[0]): [text(td) for td in tr.xpath("./td")] for tr in table.xpath(".//tbody/tr")}
            if any("≥" in cell for cells in found.values() for cell in cells):
                notes = [text(p) for p in section.xpath("./p[@class='small']")]
                self.expect("what ≥ means", True, self.words["least_note"] in notes)
            expected = {area.names[self.tag]: self.place_row(area, rows) for area, rows in inside.items()}
            for area in expected.keys() | found.keys():
                self.expect(f"{name}, {area}", expected.get(area), found.get(area))
            self.count("numbers", sum(map(len, found.values())))

    def place_row(self, area, rows):
        complete = self.register.complete(area)
        least = "≥"
        cells = [whole(len(rows)) if complete else f"{least} {whole(len(rows))}"]
        for total, _, partial in self.register.totals(rows, complete).values():
            cells.append("–" if total is None else f"{least} {grouped(total)}" if partial else grouped(total))
        return cells

    def records(self):
        """The rows that the list shows: numbers as the table has them."""
        section = self.section("to-records")
        if section is None:
            return
        for table in section.xpath(".//table"):
            self.claim(table)
        by_slug = self.site.records(self.register)
        numeric = [
            name
            for name in self.register.columns
            if self.register.fields[name].get("type") in ("integer", "number")
        ]
        for tr in section.xpath(".//tbody/tr"):
            slug = first(tr.xpath("./th//a/@href")).rstrip("/").rpartition("/")[2]
            row = by_slug.get(slug)
            if row is None:
                self.problem(f"the record {slug} is not in the table {self.register.table}")
                continue
            cells = tr.xpath("./td")[-len(self.register.columns) :]
            for name, cell in zip(self.register.columns, cells):
                if name in numeric:
                    number = tables.number(row.get(name))
                    self.expect(f"{slug}, {name}", "–" if number is None else grouped(number), text(cell))
                    self.count("numbers", number is not None)


class RecordCheck(PageCheck):
    """A record of a register."""

    kind = "record"

    def __init__(self, site, page, tag, register, row):
        super().__init__(site, page, tag)
        self.register, self.row = register, row

    def check(self):
        fields = {text(div[0]): text(div[1]) for div in self.main.xpath(".//dl[@class='record-fields']/div")}
        self.claim(first(with_class(self.main, "record-fields")))
        self.claim(first(with_class(self.main, "page-head")))
        for name, field in self.register.fields.items():
            title = self.register.column_title(name, self.tag)
            if field.get("type") in ("integer", "number") and title in fields:
                number = tables.number(self.row.get(name))
                words = (
                    self.words["no_data"]
                    if number is None
                    else plain(f"{grouped(number)} {self.register.unit(name, self.tag)}")
                )
                self.expect(f"{name}", words, fields[title])
                self.count("numbers", number is not None)
            elif title not in fields and name != "area_name":
                self.problem(f"the column {name} is left out")
        for part in with_class(self.main, "more"):
            self.claim(part)


class OtherCheck(Lines, Coverage, Shares, Charts, PageCheck):
    """Any other page: the figures in its text, on its cards and in its list of sources."""

    kind = "other"

    def check(self):
        for cards in self.main.xpath(".//ul[contains(@class,'stats')]"):
            check_cards(self, cards.xpath("./li"))
        for link in self.main.xpath(".//a[contains(concat(' ',@class,' '),' figure ')]"):
            check_value(self, first(link.xpath(".//data")), link.get("href"), True)
        check_figure_list(self)
        self.figure_lines()
        self.coverage()
        self.maps()
        self.chart_numbers()

    def leftovers(self):
        pass


def check_figure_list(check):
    """The figures of a page with their sources, at its end."""
    for item in check.main.xpath(".//section[contains(@class,'figure-sources')]//li[@id]"):
        check.claim(item)
        link, data = first(item.xpath("./a")), first(item.xpath(".//data"))
        if link is not None and data is not None:
            check_value(check, data, link.get("href"), False)


def check_value(check, data, href, in_text):
    """A number in text: of the indicator and area that its link leads to, as some source has it."""
    indicator, area = check.site.target(href)
    if indicator is None:
        return
    check.count("statements")
    check.count("numbers")
    values = [
        Value(v.number, observation=v)
        for v in check.model.cells.get((indicator, area), [])
        if v.number is not None
    ]
    rollup = check.model.rollups.get((indicator, area))
    values += [Value(rollup.number, rollup=rollup)] if rollup else []
    same = [value for value in values if machine(value.number) == data.get("value")]
    if not same:
        check.problem(f"{indicator.id} in {area.code}: {data.get('value')} is not in the tables")
        return
    forms = set()
    for value in same:
        forms.add(check.amount(value, indicator))
        if in_text:
            number = indicator.shown(value.number, value.rollup is not None, value.told)
            forms.add(check.words.amount(number, None, value.bound, value.partial))
            if value.observation and value.observation.together:
                # Its areas are named, unless the words around it do.
                forms |= {f"{form} ({check.all_together(value.observation)})" for form in forms}
    if text(data) not in forms:
        check.problem(f"{indicator.id} in {area.code}: expected one of {sorted(forms)}, found “{text(data)}”")


def check_cards(check, items):
    """Cards that lead to the pages of their figures; a date that all share is said once, below them."""
    cards = []
    for li in items:
        link = first(li.xpath(".//p[@class='stat-name']//a/@href"))
        indicator, area = check.site.target(link or "")
        if indicator is None:
            continue
        shown, rollup = check.model.shown(indicator, area), check.model.rollups.get((indicator, area))
        value = Value(shown.number, observation=shown) if shown and shown.number is not None else None
        if not value and rollup:
            value = Value(rollup.number, rollup=rollup)
        if value:
            cards.append((li, indicator, area, value))
    shared = len(cards) > 1 and len({(v.as_of, v.basis) for _, _, _, v in cards}) == 1
    for li, indicator, area, value in cards:
        expected = check.big_card(value, indicator, area, not shared)
        check.expect_fields(f"card of {indicator.id}", expected, check.card(li))
    if shared:
        below = first(items[0].getparent().xpath("./following-sibling::*[1][self::p]"))
        words = check.words.say("dated_together", date=check.big_date(cards[0][3]))
        check.expect("the date of all cards", words, text(check.claim(below)))
