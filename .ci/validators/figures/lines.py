"""Figures as lines of a table, and what a map says is known of each province."""

import re

from .checks import first, strip_dots, text, with_class, without
from .grammar import machine, plain
from .profile import FEWEST_DATES, PERCENTS, change_in, change_told, nearest
from .values import Value
from .view import View

KINDS = ("figures", "shared", "parts", "stories", "wider", "")


class Lines:
    """Tables of figures, one a line; what all lines share is said in the caption."""

    def figure_lines(self):
        for part in with_class(self.main, "lines"):
            rows = part.xpath(".//tbody/tr[contains(@class,'line')]")
            known = [(row, *self.line_value(row)) for row in rows]
            for row, indicator, _, _ in known:
                if indicator is None:
                    self.problem(f"line “{text(row[0])}” leads to no figure")
            self.lines(part, [line for line in known if line[1]])

    def line_value(self, row):
        """The indicator, the area and the value that a line's link is about."""
        indicator, area = self.site.target(first(row.xpath("./th//a/@href")) or "")
        if indicator is None:
            return None, None, None
        shown, rollup = self.model.shown(indicator, area), self.model.rollups.get((indicator, area))
        value = Value(shown.number, observation=shown) if shown and shown.number is not None else None
        return indicator, area, value or (Value(rollup.number, rollup=rollup) if rollup else None)

    def lines(self, part, known):
        dates = {(value.as_of, value.basis) for _, _, _, value in known}
        sources = {v.observation.source["id"] if v.observation else None for _, _, _, v in known}
        dated = len(known) < 2 or len(dates) > 1
        sourced = len(known) < 2 or len(sources) > 1 or None in sources
        common = strip_dots(text(first(part.xpath("./p[contains(@class,'told')]"))))
        if not dated:
            words = self.words.say("dated_together", date=self.big_date(known[0][3]))
            self.expect("the date of all lines", True, words in common)
        if not sourced:
            words = self.source_text(known[0][3].observation.source)
            self.expect("the source of all lines", True, words in common)
        for row, indicator, area, value in known:
            expected = self.big_card(value, indicator, area, dated)
            wanted = {key: expected[key] for key in ("name", "area", "hedge", "value", "number")}
            wanted["unit"] = "" if expected["unit"] == "%" else expected["unit"]
            wanted["number"] += "%" if expected["unit"] == "%" else ""
            wanted["origin"] = self.line_origin(value, expected["note"], dated, sourced)
            wanted |= self.line_change(indicator, area, value)
            others = self.model.disagreeing(value.observation)
            day = self.big_date(value)
            wanted["others"] = [self.line_other(v, wanted["unit"], day) for v in others]
            self.expect_fields(f"line of {indicator.id}", wanted, self.line(row))

    def line_origin(self, value, note, dated, sourced):
        """What a line says of itself where not all share it."""
        if sourced:
            return note
        return self.big_date(value) if dated else ""

    def line_change(self, indicator, area, value):
        """How the country's figure changed, where it is the newest value of a series."""
        nothing = {"formerly": "", "change": "", "bars": ""}
        if area.kind != "country" or value.observation is None:
            return nothing
        view = View(self, area)
        line = next((line for line in view.lines if line.indicator is indicator and line.area is area), None)
        series = view.series(line) if line else []
        if not series or value.observation is not series[-1]:
            return nothing
        before, unit = series[-2], self.unit(value, indicator)
        amount = self.amount(Value(before.number, observation=before), indicator)
        dated = view.formerly(series)
        is_share = bool(unit) and unit[1] in PERCENTS
        change = change_told(self.words, series, is_share) if view.comparable(series) else ""
        numbers = [value.number, before.number]
        bars = ""
        if change and len(series) < FEWEST_DATES and max(numbers) > 0 <= min(numbers):
            bars = [str(nearest(float(n) / float(max(numbers)) * 150)) for n in numbers]
        return {
            "formerly": f"{machine(before.number)} {amount} {dated}",
            "change": change,
            "bars": bars,
        }

    def line_other(self, other, beside, day):
        """Another source's number, without the unit that stands beside it already, and its date where that is another."""
        unit = other.unit and other.unit[self.tag]
        unit = None if unit and unit[1] == beside else unit
        number = self.words.amount(other.indicator.shown(other.number, bound=other.bound), unit, other.bound)
        date = self.words.phrase_as_of(other.as_of, other.basis)
        return number if date == day else f"{number} {date}"

    def line(self, row):
        """What a line says."""
        here, head, others = first(with_class(row, "here")), row[0], first(with_class(row, "others"))
        data = first(here.xpath(".//data"))
        was = first(row.xpath("./td[contains(@class,'was')]"))
        before = first(was.xpath("./data")) if was is not None else None
        drawings = row.xpath("./td[contains(@class,'pic')]//svg")
        bars = [rect.get("width") for rect in drawings[0].xpath("./rect")] if drawings else []
        values = others.xpath("./span") if others is not None else []
        self.claim(row)
        self.count("numbers", 1 + len(values))
        return {
            "name": without(head, "stat-area", "unit"),
            "area": text(first(with_class(head, "stat-area"))),
            "unit": text(first(with_class(head, "unit"))),
            "hedge": text(first(with_class(here, "stat-about"))),
            "value": data.get("value"),
            "number": text(data),
            "origin": strip_dots(text(first(with_class(row, "origin")))),
            "formerly": f"{before.get('value')} {strip_dots(text(was))}" if before is not None else "",
            "change": change_in(row),
            "bars": bars if len(bars) == 2 else "",
            "others": [
                plain(f"{text(first(v.xpath('./data')))} {text(first(v.xpath('./following-sibling::*[1][self::small]')))}")
                for v in values
            ],
        }


class Coverage:
    """The map of what is known where: the shade of each tile, its words, and the counts of the key."""

    def coverage(self):
        provinces = {f"/provinces/{area.slug}/": area for area in self.model.areas.of("province")}
        for tiles in self.main.xpath(".//ul[contains(concat(' ',@class,' '),' tiles ')]"):
            shades = {}
            for link in tiles.xpath("./li/a"):
                area = next((a for place, a in provinces.items() if link.get("href").endswith(place)), None)
                if area is None:
                    self.problem(f"the tile “{text(link)}” is no province")
                    continue
                shades[area] = link.get("class") or ""
                self.tile(link, area)
            placed = [area for area in provinces.values() if area.row.get("tile_col")]
            self.expect("tiles", {area.code for area in placed}, {area.code for area in shades})
            if len(placed) == len(provinces):
                self.key(first(tiles.xpath("./following-sibling::ul[contains(@class,'key')]")), shades)
        self.regions()
        for item in self.main.xpath(".//ul[@class='names']/li"):
            href = first(item.xpath("./a/@href")) or ""
            area = next((a for place, a in provinces.items() if href.endswith(place)), None)
            self.claim(item)
            small = first(item.xpath("./small"))
            known = area is not None and any(self.had(area))
            if area is not None and (known or re.search(r"\d", text(small))):
                behind = str(self.own_figures(area)) if self.own_figures(area) else self.known_figures(area)
                self.expect(f"{area.code}, behind its name", behind, text(small))

    def regions(self):
        """How many provinces stand under the name of each region."""
        regions = {f"/regions/{area.slug}/": area for area in self.model.areas.of("region")}
        for part in with_class(self.main, "region-names"):
            href = first(part.xpath(".//h3/a/@href")) or ""
            region = next((a for place, a in regions.items() if href.endswith(place)), None)
            inside = [a for a in region.children if a.kind == "province"] if region else []
            count = self.claim(first(with_class(part, "count")))
            self.expect("provinces", self.words.say("province_count", count=len(inside)), text(count))
            self.expect("names of provinces", len(inside), len(part.xpath(".//ul[@class='names']/li")))

    def own_figures(self, area):
        """How many figures are of the place alone."""
        lines = [line for line in View(self, area).lines if line.area is area]
        return sum(not self.of_parts(area, line) for line in lines)

    def of_parts(self, area, line):
        """Whether a number is but the sum of some places in a province or district, or an organisation's own."""
        rollup = line.value.rollup
        of_areas = rollup and rollup.expected and not rollup.register and not rollup.whole
        of_part = of_areas or line.indicator.scope.owner
        return bool(area.kind in ("province", "district") and of_part)

    def figures_of_parts(self, area):
        """How many figures are of places inside it only."""
        lines = [line for line in View(self, area).lines if line.area is area]
        return sum(self.of_parts(area, line) for line in lines)

    def had(self, area):
        """How many figures are its own, shared, and of parts of it."""
        return self.own_figures(area), self.shared_figures(area), self.figures_of_parts(area)

    def shared_figures(self, area):
        """How many figures it has together with other places."""
        return sum(line.area is not area for line in View(self, area).lines)

    def known_figures(self, area):
        own, shared, parts = self.had(area)
        key = "known_figures" if own else "known_shared" if shared else "known_parts"
        return self.words.say(key, count=own or shared or parts)

    def tile(self, link, area):
        shade, own, view = link.get("class") or "", self.own_figures(area), View(self, area)
        self.count("tiles")
        self.expect(f"tile of {area.code}, has figures", bool(own), shade == "figures")
        shared, parts = self.had(area)[1:]
        self.expect(f"tile of {area.code}, shares figures", bool(shared) and not own, shade == "shared")
        of_parts = bool(parts) and not own and not shared
        self.expect(f"tile of {area.code}, has figures of parts", of_parts, shade == "parts")
        if view.lines:
            self.expect(
                f"tile of {area.code}", f"{area.names[self.tag]}: {self.known_figures(area)}", link.get("title")
            )
        around = [a for a in area.chain if a.kind != "country"]
        around += [g for g in self.model.areas.groups[area] if g.kind == "region"]
        wider = any(View(self, place).common() for place in around)
        if not view.lines and shade in ("wider", ""):
            self.expect(f"tile of {area.code}, has figures around", wider, shade == "wider")

    def key(self, key, shades):
        if key is None:
            if self.kind != "country":
                self.problem("the key of the map is missing")
            return
        self.claim(key)
        counts = {kind: list(shades.values()).count(kind) for kind in KINDS}
        found = {
            first(li.xpath("./i/@class")) or "": int(first(re.findall(r"\d+", text(li)))) for li in key
        }
        self.expect("key of the map", {k: n for k, n in counts.items() if n}, found)
