"""Pages of places: the country, regions, provinces, districts, and the list of regions."""

import decimal

from . import tables
from .checks import PageCheck, first, strip_dots, text, with_class, without
from .grammar import grouped, plain
from .lines import Coverage
from .maps import Charts
from .view import View, scheme_name

# How many figures the table after the cards has.
LISTED = 18


class PlaceCheck(Coverage, Charts, PageCheck):
    """The page of one area."""

    def __init__(self, site, page, tag, area):
        super().__init__(site, page, tag)
        self.area, self.kind = area, area.kind

    def check(self):
        view = View(self, self.area)
        self.head(view)
        self.figures(view)
        self.own(view)
        self.unadded()
        self.charts(view)
        self.around()
        self.coverage()
        self.registers()
        self.organisations()
        self.sources()

    def head(self, view):
        head = first(with_class(self.main, "page-head"))
        lead = text(first(with_class(head, "lead")))
        self.expect("first sentence", view.lead, lead)
        self.count("sentences")
        for name in ("description", "og:description"):
            found = self.page.html.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")
            self.expect(f"meta {name}", view.lead, plain(first(found)))
        # A date that all figures share is said once, above them.
        self.shared = bool(view.headlines()) and view.one_date(view.headlines() + view.others() + view.own)
        section = self.section("place-figures")
        place = section if self.shared and section is not None else head
        small = place.xpath("./p[@class='small']")
        counts = [p for p in small if text(p).startswith(self.words["counts_source"])]
        dates = self.claim(first([p for p in small if p not in counts]))
        self.expect("dates of the figures", view.dates or "", text(dates))
        own = self.model.sources.get(self.area.row.get("source"))
        for part in counts:
            words = f"{self.words['counts_source']} {self.title(own)}" if own else ""
            self.expect("source of the numbers of districts", words, text(part))
        facts = [[text(div[0]), text(div[1])] for div in head.xpath("./dl/div")]
        self.expect("facts", self.facts(), facts)
        self.claim(head)

    def facts(self):
        area, words = self.area, self.words
        found = []
        if area.kind in ("country", "region"):
            inside = (
                self.model.areas.of("province")
                if area.kind == "country"
                else [c for c in area.children if c.kind == "province"]
            )
            found.append([words["provinces"], str(len(inside))])
        ending = "_bangkok" if area.in_bangkok else ""
        for column in ("districts", "subdistricts"):
            if area.count(column):
                found.append([words[column + ending], grouped(decimal.Decimal(area.count(column)))])
        code = area.code + (f" {area.iso}" if area.iso and area.iso != area.code else "")
        return found + [[words["code"], code]]

    def figures(self, view):
        section = self.section("place-figures")
        if section is None:
            self.problem("the part with its figures is missing")
            return
        cards = [self.card(li) for li in section.xpath(".//ul[contains(@class,'stats')]/li")]
        self.expect_list("figures", [view.card(line, not self.shared) for line in view.headlines()], cards)
        self.count("ranks", sum(bool(line.standing) for line in view.headlines()))
        self.table(view, section)
        named = [self.named(li) for li in section.xpath(".//ul[@class='named']/li")]
        self.expect_list("named without a number", [view.mention(line) for line in view.named], named)

    def own(self, view):
        """What is counted of one organisation, event or place only, and is held against no other."""
        section = self.section("place-own")
        cards = (
            [self.card(li) for li in section.xpath(".//ul/li[contains(@class,'stat')]")]
            if section is not None
            else []
        )
        if cards or view.own:
            self.expect_list(
                "figures of this place alone", [view.card(line, not self.shared) for line in view.own], cards
            )

    def unadded(self):
        """The values of smaller areas that can't be added up."""
        section, expected = self.section("place-unadded"), []
        for indicator in self.model.indicators:
            left = self.model.unadded.get((indicator, self.area), [])
            if left and (indicator, self.area) not in self.model.rollups:
                expected += [self.part(value, reason) for value, reason in left]
        found = [self.read_part(li) for li in section.xpath(".//ul/li")] if section is not None else []
        if expected or found:
            self.expect("values that are not added", expected, found)

    def named(self, element):
        self.claim(element)
        notes = element.xpath("./p[not(@class)]")
        return {
            "name": text(first(with_class(element, "stat-name"))),
            "note": text(first(notes)),
            "from": strip_dots(text(first(with_class(element, "stat-note")))),
        }

    def table(self, view, section):
        """The figures after the first six."""
        lines = view.others()[:LISTED]
        table = first(section.xpath(".//div[contains(@class,'place-table')]//table"))
        if table is None:
            self.expect("table of more figures", [], [view.name(line) for line in lines])
            return
        self.claim(table)
        columns = view.columns(lines)
        found = [self.row(tr, columns) for tr in table.xpath(".//tbody/tr")]
        self.expect_list("more figures", [view.row(line, columns, not self.shared) for line in lines], found)

    def row(self, tr, columns):
        cells = tr.xpath("./td")
        row = {"name": text(tr[0]), "number": self.cell(cells[0]) if cells else None}
        self.expect("columns of the table of more figures", 1 + len(columns) + (not self.shared), len(cells))
        for name, cell in zip(columns, cells[1:]):
            row[name] = text(cell) if name == "rank" else self.cell(cell)
        small = [text(part) for part in with_class(cells[0 if self.shared else -1], "small")]
        disagree = self.words["sources_disagree"]
        row["disputed"] = disagree if disagree in small else ""
        if not self.shared:
            row["as of"] = without(cells[-1], "small")
        elif disagree in small[:1]:
            row["number"][2] = ""
        return row

    def cell(self, td):
        """A number, its words and what stands under it."""
        data = first(td.xpath(".//data"))
        if data is None:
            return text(td)
        self.count("numbers")
        return [data.get("value"), text(data), text(first(with_class(td, "small")))]

    def around(self):
        section = self.section("place-around")
        expected = []
        if self.area.kind in ("province", "district"):
            places = [a for a in self.area.chain if a.kind != "country"]
            places += [
                g
                for g in self.model.areas.groups[self.area]
                if g.kind == "region" and g is not self.area.parent
            ]
            for place in places:
                view = View(self, place)
                lines = view.common()
                if lines:
                    shared = view.one_date(lines)
                    scheme = scheme_name(self, place)
                    heads = [self.words.say("division_in", scheme=scheme) if scheme else None]
                    heads += [view.date(lines[0].value) or self.words["no_date"]] if shared else []
                    expected.append(
                        {
                            "name": place.names[self.tag],
                            "head": self.words["comma"].join(filter(None, heads)),
                            "sentences": [view.sentence(line, not shared) for line in lines],
                        }
                    )
                    self.count("ranks", sum(bool(line.standing) for line in lines))
                    self.count("numbers", len(lines))
        found = []
        for part in with_class(section, "around") if section is not None else []:
            self.claim(part)
            found.append(
                {
                    "name": text(first(part.xpath("./h3/a"))),
                    "head": text(first(part.xpath("./h3/span"))),
                    "sentences": [text(li) for li in part.xpath("./ul/li")],
                }
            )
        if expected or found:
            self.expect_list("regions around", expected, found)

    def registers(self):
        section = self.section("place-registers")
        expected = self.site.registers_in(self, self.area)
        found = []
        for div in section.xpath(".//dl/div") if section is not None else []:
            self.claim(div)
            found.append(
                {
                    "name": text(div[0]),
                    "count": text(first(div[1].xpath("./a"))),
                    "totals": [text(part) for part in with_class(div[1], "small")],
                }
            )
        if expected or found:
            self.expect_list("registers", expected, found)
            self.count("numbers", sum(1 + len(line["totals"]) for line in expected))

    def organisations(self):
        expected = []
        for row in self.model.source.rows("organisations"):
            if row.get("id") and self.model.areas.find(row.get("area")) is self.area:
                counts = [
                    self.words.say(column, count=int(tables.number(row[column])))
                    for column in ("organisations_count", "members_count")
                    if row.get(column) and tables.number(row[column])
                ]
                self.count("numbers", len(counts))
                expected.append(
                    {"name": row.names("name")[self.tag], "counts": self.words["comma"].join(counts)}
                )
        found = []
        for li in self.main.xpath(".//ul[@class='organisations']/li"):
            self.claim(li)
            found.append({"name": text(li[0]), "counts": self.counts_of(li)})
        if expected or found:
            self.expect_list("organisations", expected, found)

    def counts_of(self, li):
        """An organisation's counts, without where they are from."""
        words = [text(part) for part in with_class(li, "small")]
        rest = self.words["source"], self.words["basis"]["inferred"]
        return " ".join(word for word in words if not word.startswith(rest))

    def sources(self):
        """The sources of the figures and of what was added up; registers come last."""
        section, expected, registers = self.section("place-sources"), [], []
        for line in self.model.lines[self.area]:
            sources = [line.shown.source] if line.shown else []
            if line.value and line.value.rollup:
                sources += line.value.rollup.sources
                registers += [line.value.rollup.register] if line.value.rollup.register else []
            for source in sources:
                expected += [source] if source not in expected else []
        found = [text(li) for li in section.xpath(".//ul/li")] if section is not None else []
        for li in section.xpath(".//ul/li") if section is not None else []:
            self.claim(li)
        lines = [self.source_line(source) for source in expected]
        self.expect("sources", lines + [self.table_title(table) for table in dict.fromkeys(registers)], found)

    def source_line(self, source):
        producer, line = source.names("producer")[self.tag], self.title(source)
        if producer != line:
            line = self.words["credit"].replace("|", "").format(title=line, producer=producer)
        day = tables.date(source.get("date_published"))
        return line + (" " + self.words.say("phrase_published", date=self.words.moment(day)) if day else "")


class RegionsCheck(PageCheck):
    """The list of regions, each with its first sentence."""

    kind = "list of regions"

    def check(self):
        for region in self.model.areas.of("region"):
            view = View(self, region)
            entry = first(self.main.xpath(f".//*[@aria-labelledby='{region.slug}']"))
            if entry is not None:
                for part in entry.xpath("./div/p | .//h2"):
                    self.claim(part)
                inside = sum(child.kind == "province" for child in region.children)
                self.expect(
                    f"{region.code}, provinces",
                    self.words.say("province_count", count=inside),
                    text(first(with_class(entry, "count"))),
                )
                self.expect(f"{region.code}, sentence", view.lead, text(first(entry.xpath("./div/p"))))
            else:
                place = f"/regions/{region.slug}/"
                link = first(
                    [
                        a
                        for a in self.main.xpath(".//li[@class='entry']//a")
                        if a.get("href", "").endswith(place)
                    ]
                )
                found = text(first(link.xpath("ancestor::li[1]//p"))) if link is not None else None
                self.expect(f"{region.code}, sentence", view.lead, found)
            self.count("sentences")
