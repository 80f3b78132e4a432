"""Pages of places: the country, regions, provinces, districts, and the list of regions."""

import decimal

from . import tables
from .checks import PageCheck, first, strip_dots, text, with_class
from .grammar import grouped, plain
from .lines import Coverage
from .profile import ProfileLines
from .view import View, scheme_name


class PlaceCheck(Coverage, ProfileLines, PageCheck):
    """The page of one area."""

    def __init__(self, site, page, tag, area):
        super().__init__(site, page, tag)
        self.area, self.kind = area, area.kind

    def check(self):
        view = View(self, self.area)
        self.head(view)
        self.figures(view)
        self.unadded()
        self.around(view)
        self.coverage()
        self.registers()
        self.districts()
        self.organisations()
        self.corrections(lambda row: self.model.areas.find(row.get("area")) is self.area)
        for name in ("place-fill", "place-proposals"):
            for part in self.main.xpath(f".//*[@aria-labelledby='{name}']/div[@class='thirds']/div/p"):
                self.claim(part)

    def head(self, view):
        head = first(with_class(self.main, "page-head"))
        lead = text(first(with_class(head, "lead")))
        self.expect("first sentence", view.lead, lead)
        self.count("sentences")
        for name in ("description", "og:description"):
            found = self.page.html.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")
            self.expect(f"meta {name}", view.lead, plain(first(found)))
        counts = head.xpath("./p[@class='small']")
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
        if area.kind in ("country", "region") and self.model.areas.names_all_provinces(area):
            inside = (
                self.model.areas.of("province")
                if area.kind == "country"
                else [c for c in area.children if c.kind == "province"]
            )
            # A division of which nobody says what lies in it has no number of provinces.
            if inside:
                found.append([words["provinces"], str(len(inside))])
        ending = "_bangkok" if area.in_bangkok else ""
        for column in ("districts", "subdistricts"):
            if area.count(column):
                found.append([words[column + ending], grouped(decimal.Decimal(area.count(column)))])
        code = area.code + (f" {area.iso}" if area.iso and area.iso != area.code else "")
        return found + [[words["code"], code]]

    def figures(self, view):
        """What is counted in every such place; then what is of one organisation, event or place only."""
        section = self.section("place-figures")
        if section is None:
            self.expect("figures", [], [view.name(line) for line in self.model.lines[self.area]])
            return
        tables = with_class(section, "lines")
        wanted = [lines for lines in (view.general, view.own) if lines]
        self.expect("tables of figures", len(wanted), len(tables))
        for part, lines in zip(tables, wanted):
            self.profile_lines(part, view, lines)
        named = [self.named(li) for li in section.xpath(".//ul[@class='named']/li")]
        self.expect_list("named without a number", [view.mention(line) for line in view.named], named)

    def unadded(self):
        """The values of smaller areas that can't be added up."""
        section, expected = self.section("place-unadded"), []
        for indicator in self.model.indicators:
            left = self.model.unadded.get((indicator, self.area), [])
            summed = (indicator, self.area) in self.model.rollups
            if left and (not summed or self.model.shown(indicator, self.area) is None):
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

    def around(self, view):
        """The figures of the regions around, without those that its own lines have beside them."""
        section = self.section("place-around")
        parts = with_class(section, "around") if section is not None else []
        expected = self.lines_around(view) if self.area.kind in ("province", "district") else []
        names = [place.names[self.tag] for place, _, _ in expected]
        self.expect("regions around", names, [text(first(part.xpath("./h3/a"))) for part in parts])
        for part, (place, lines, told) in zip(parts, expected):
            scheme = scheme_name(self, place)
            head = self.words.say("division_in", scheme=scheme) if scheme else ""
            self.expect(f"{place.code}, whose division", head, text(first(part.xpath("./h3/span"))))
            self.profile_lines(first(with_class(part, "lines")), View(self, place), lines, told)

    def lines_around(self, view):
        places = [area for area in self.area.chain if area.kind != "country"]
        places += [
            group
            for group in self.model.areas.groups[self.area]
            if group.kind == "region" and group is not self.area.parent
        ]
        own = [(line.indicator, view.around(line)) for line in view.general]
        told = {}
        for indicator, wider in own:
            if wider["country"][1]:
                told.setdefault(indicator, wider["country"][1])
        # What the place has jointly with others stands among its own.
        shared = [line.value.observation for line in view.general if line.value.observation]
        found = []
        for place in places:
            beside = {i for i, wider in own if wider["region"][1] and wider["region"][0] is place}
            lines = [
                line
                for line in View(self, place).common()
                if line.indicator not in beside and line.value.observation not in shared
            ]
            found += [(place, lines, told)] if lines else []
        return found

    def registers(self):
        """How much each register has here, and the numbers of its first records."""
        section = self.section("place-registers")
        expected = self.site.registers_in(self, self.area)
        some = [line for line in expected if line["rows"]] or expected
        found = []
        for part in with_class(section, "place-register") if section is not None else []:
            found.append({"name": text(first(part.xpath("./h3"))), "count": text(first(part.xpath("./p")))})
            self.claim(first(part.xpath("./p")))
            for item in part.xpath("./ul/li"):
                self.claim(item)
                self.record(item)
        if expected or found:
            wanted = [{"name": line["name"], "count": line["count"]} for line in some]
            self.expect_list("registers", wanted, found)
            self.count("numbers", len(found))

    def record(self, item):
        """A record of a register: the numbers of the columns that its lists show."""
        href = first(item.xpath(".//h4/a/@href")).rstrip("/")
        path, _, slug = href.rpartition("/")
        register = next((r for r in self.site.registers if path.endswith("/" + r.path)), None)
        row = self.site.records(register).get(slug) if register else None
        if row is None:
            self.problem(f"the record {slug} is in no register")
            return
        words = [text(span) for span in item.xpath("./p/span[not(@class)]")]
        for name in register.columns:
            number = tables.number(row.get(name)) if register.is_numeric(name) else None
            if number is not None:
                self.count("numbers")
                self.expect(f"{slug}, {name}", True, grouped(number) in words)

    def districts(self):
        """How much each register has in each district, where it has anything in the province."""
        section, counted = self.section("place-districts"), []
        if self.area.kind == "province" and section is not None:
            counted = [r for r in self.site.registers if r.rows_in(self.area)]
        tables_of = with_class(section, "district-table") if section is not None else []
        if not counted and not tables_of:
            return
        found, expected = {}, {}
        for table in tables_of:
            self.claim(table)
            for tr in table.xpath("./tbody/tr"):
                found[text(tr[0])] = [text(td) for td in tr.xpath("./td")]
        for area in self.area.children:
            if area.kind == "district":
                expected[area.names[self.tag]] = [
                    self.district_count(register, area, len(register.by_area.get(area, [])))
                    for register in counted
                ]
        self.expect("districts", expected, found)
        self.count("numbers", sum(cell != "–" for cells in found.values() for cell in cells))

    def district_count(self, register, area, count):
        """How many records a district has; at least so many where more may be missing."""
        return "–" if not count else str(count) if register.complete(area) else f"≥ {count}"

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
        for part in self.main.xpath(".//*[@aria-labelledby='place-organisations']/p"):
            if text(part).startswith(self.words["source"]):
                self.claim(part)
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
