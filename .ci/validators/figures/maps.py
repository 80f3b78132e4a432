"""Drawings: the title, label, class and legend of each mark, held against the model."""

import collections
import re

from .checks import first, text, with_class
from .grammar import grouped, plain, rounded, trimmed
from .sums import OPEN, bound_of_sum
from .tables import is_span, last_day, time_of
from .values import Value, clearly_ordered

CLASSES = 5
LISTED = 12
MONEY = ("บาท", "baht")


class Charts:
    """What a page's drawings say."""

    # Words of drawings

    def chart_unit(self, indicator, observation=None):
        """The unit of a value: its own, else the indicator's."""
        if indicator.kind == "percentage":
            return "%", "%"
        unit = observation.unit if observation else indicator.unit
        return unit and unit[self.tag]

    def chart_amount(self, value, indicator):
        """A number with its unit beside a mark; money is in millions from a million on."""
        observation = value.observation if isinstance(value, Value) else value
        unit, number = self.chart_unit(indicator, observation), value.number
        if not unit or unit[1] not in MONEY:
            return self.words.amount(number, unit, value.told)
        millions = abs(number) >= 10**6
        amount = grouped(trimmed(rounded(number / 10**6, 2)) if millions else number)
        if self.words.thai:
            amount += " ล้านบาท" if millions else " บาท"
        else:
            amount = f"THB {amount}" + (" million" if millions else "")
        return self.words.told(amount, value.told, None)

    def short(self, number, indicator):
        unit = self.chart_unit(indicator)
        ending = "%" if indicator.kind == "percentage" else ""
        return self.words.short(number, bool(unit and unit[1] in MONEY)) + ending

    def items(self, count, kind="province"):
        return self.words.count(count, self.words.kind(kind))

    # Charts of figures

    def dot_plot(self, figure, indicator, area):
        """Every value of every source: the description, a label for each, and the table."""
        values = [
            v
            for v in self.model.cells.get((indicator, area), [])
            if v.number is not None and v.rank != "deprecated"
        ]
        shown = self.model.shown(indicator, area)
        # A longer list than this would be longer than the table it stands for.
        listed = values if len(values) <= LISTED else []
        labels = sorted(self.chart_amount(v, indicator) for v in listed)
        for drawing in figure.xpath(".//svg"):
            marks = with_class(drawing, "ch-strong") + with_class(drawing, "ch-value")
            found = sorted(text(label) for label in marks)
            self.expect("labels of the chart", labels, found)
            self.count("numbers", len(labels))
            words = plain(first(drawing.xpath("./desc")).text)
            ends = min(values, key=lambda v: v.number), max(values, key=lambda v: v.number)
            # Between unlike things there is no range.
            unlike = len({v.kind_of_thing for v in values}) > 1
            for value in (shown,) if unlike else (*ends, shown):
                same = [self.chart_amount(v, indicator) for v in values if v.number == value.number]
                if not any(amount in words for amount in same):
                    self.problem(f"description of the chart: {same[0]} is not in “{words}”")
        rows = figure.xpath(".//tbody/tr")
        if rows:
            expected = sorted(
                [
                    self.table_day(v),
                    self.number_words(v),
                    self.title(v.source),
                ]
                for v in values
            )
            forms = {form: self.number_words(v) for v in values for form in self.number_forms(v)}
            numbers = [number_of(row[1]) for row in rows]
            found = sorted(
                [text(row[0]), forms.get(number, number), text(row[2])] for number, row in zip(numbers, rows)
            )
            for row in rows:
                self.machine_number(row[1])
            self.expect("table of the chart", expected, found)
            self.count("numbers", len(rows))

    def table_day(self, value):
        """The day of a value in a chart's table, or that of its publication as such."""
        if not value.day:
            return self.words["chart_no_date"]
        is_year = not value.day[1] and not is_span(value.day)
        era = self.words.moment(value.day) if is_year else self.words.moment(value.day, "table")
        key = {True: "as_of_published", "either": "as_of_either"}.get(value.publication)
        return self.words.say(key, date=era) if key else era

    def number_words(self, value):
        return " ".join(filter(None, [self.words.hedged(value.told), grouped(value.number)]))

    def number_forms(self, value):
        """A number of a table, with its unit where that is not the indicator's; a percentage always has it."""
        own, usual = self.chart_unit(value.indicator, value), self.chart_unit(value.indicator)
        forms = [self.words.amount(value.number, own, value.told)]
        return forms + ([self.number_words(value)] if own == usual and own != ("%", "%") else [])

    def machine_number(self, cell):
        """What machines read of a cell is what readers do; where both are the same it is left out."""
        data = first(cell.xpath(".//data"))
        if data is not None and text(data).replace(",", "").replace("\u2212", "-").rstrip("%") != data.get(
            "value"
        ):
            self.problem(f"a cell says {text(data)} to readers and {data.get('value')} to machines")

    def ranked_bars(self, figure, indicator, areas):
        """The areas of a figure as bars: what all of them come to in words, and the number of each."""
        self.claim(figure)
        points = self.points(indicator, areas)
        known = [value for _, value, _ in points if value]
        for drawing in figure.xpath(".//svg"):
            expected = sorted(
                self.words.told(self.short(value.number, indicator), value.told, None) for value in known
            )
            found = sorted(text(label) for label in with_class(drawing, "ch-value"))
            self.expect("numbers of the bars", expected, found)
            self.count("numbers", len(found))
            if areas[0].kind == "province":
                sentence = self.comparison_of(points, indicator)
                self.expect("bars, sentence", sentence, plain(first(drawing.xpath("./desc")).text))

    # Maps

    def points(self, indicator, areas):
        """The value of each place; a sum with parts missing is none, for it would look small."""
        found = []
        for area in areas:
            value = self.model.value(indicator, area)
            shown = self.model.shown(indicator, area)
            if shown:
                value = value if shown.number is not None else None
            if value and (value.rollup.lacks_rows if value.register else not value.whole):
                value = None
            outside = not indicator.scope.holds(area)
            found.append((area, None if outside else value, outside or bool(shown and "N" in shown.status)))
        return found

    def comparison_of(self, points, indicator):
        """A chart over places in one sentence."""
        known = sorted([(a, v) for a, v, _ in points if v], key=lambda point: point[1].number)
        amount = lambda value: self.chart_amount(value, indicator)
        clauses = []
        if not known:
            return None
        main = main_time(value for _, value in known)
        alike = [(a, v) for a, v in known if is_of(v, main)]
        others = [v for _, v in known if not is_of(v, main)]
        absent = [area for area, value, none in points if not value and not none]
        reasons = collections.Counter(self.absence(indicator, area) for area in absent)
        low, high = alike[0][1], alike[-1][1]
        if len(known) == 1 and set(reasons) - {"no_data"}:
            clauses.append(self.words.named(known[0][0].names[self.tag], amount(low)))
        elif len(known) == 1:
            clauses.append(self.words.say("map_only", value=amount(low), name=known[0][0].names[self.tag]))
        elif len({self.chart_unit(indicator, v.observation) for _, v in known}) > 1:
            clauses.append(self.words["map_unlike"])
        elif len(alike) == 1:
            clauses.append(self.words["map_unlike_times"])
        elif low.number == high.number:
            clauses.append(self.words.say("map_level", items=self.items(len(alike)), value=amount(low)))
        else:
            ends = {}
            for key, end in (("highest", high), ("lowest", low)):
                names = [a.names[self.tag] for a, v in alike if v.number == end.number]
                ends[key] = f"{amount(end)} ({self.names(names)})"
            clauses.append(self.words.say("map_extremes", items=self.items(len(alike)), **ends))
            told = [alike[0], alike[-1]]
            if not all(clearly_ordered(one[1], other[1]) for one in told for other in alike if one is not other):
                clauses.append(self.words["map_unordered"])
        none = [a for a, _, not_applicable in points if not_applicable]
        for reason in ("together", "register", "parts", "missing"):
            count = reasons["no_data" if reason == "missing" else "only_" + reason]
            if count:
                one = count == 1
                forms = {"have": "has" if one else "have", "are": "is" if one else "are"}
                forms["registers"] = "register" if one else "registers"
                clauses.append(self.words.say(f"map_{reason}", items=self.items(count), **forms))
        if none:
            clauses.append(self.words.say("map_not_applicable", items=self.items(len(none))))
        dated = alike if len(alike) > 1 and others else known
        for published in (False, True, "either"):
            days = [v.day for _, v in dated if v.day and v.publication == published]
            if days and min(days) == max(days):
                clauses.append(self.words.say("map_day", date=self.words.as_of(days[0], published)))
            elif days and published is False and any(map(is_span, (min(days), max(days)))):
                span = self.words.say("span_of", date=self.words.span(min(days), max(days)))
                clauses.append(self.words.say("map_day", date=self.words.say("as_of_span", date=span)))
            elif days:
                span = self.words.span(min(days), max(days))
                key = {True: "map_published", "either": "map_either"}.get(published, "map_period")
                clauses.append(self.words.say(key, date=span))
        if len(alike) > 1 and others:
            one = len(others) == 1
            forms = {"values": "value" if one else "values", "are": "is" if one else "are"}
            forms["another"] = "another time" if one else "other times"
            days = sorted({v.day for v in others}, key=lambda day: (last_day(tuple(day)), is_span(day)))
            times = self.words.list([self.words.moment(day) for day in days])
            key = "map_other_times" if len(days) <= 3 else "map_many_times"
            clauses.append(self.words.say(key, items=self.items(len(others)), times=times, **forms))
        return self.words.sentence(clauses)

    def absence(self, indicator, area):
        """Why an area has no number of its own, where other pages say something of it."""
        joint = [
            place
            for known, place in self.model.shared[area]
            if known is indicator and self.model.shown(indicator, place)
        ]
        if joint:
            return "only_together"
        rollup = self.model.rollups.get((indicator, area))
        if rollup is None:
            return "only_parts" if self.model.unadded.get((indicator, area)) else "no_data"
        return "only_register" if rollup.lacks_rows else "only_parts"

    def names(self, names):
        if len(names) > 2:
            return self.words.say(
                "and_more", name=names[0], items=self.items(len(names) - 1), rest=len(names) - 1
            )
        return (
            self.words["and"].strip().join(f" {name} " for name in names).strip()
            if len(names) == 2
            else names[0]
        )

    def maps(self, options=None):
        """Every map of the page."""
        by_name = {indicator.names[self.tag]: indicator for indicator in self.model.indicators}
        for kind in ("tile", "outline"):
            for figure in with_class(self.main, f"chart-{kind}-map"):
                self.claim(figure)
                caption = plain(first(figure.xpath("./figcaption")).text)
                links = [
                    link.rstrip("/").rpartition("/")[2]
                    for link in figure.xpath(".//p[@class='chart-source']//a/@href")
                ]
                indicator = first(
                    [self.model.by_slug[slug] for slug in links if slug in self.model.by_slug]
                ) or by_name.get(caption)
                if indicator is None:
                    self.problem(f"the map “{caption}” is of no indicator that the tables know")
                    continue
                self.map(figure, indicator, **(options or {}))

    def map(self, figure, indicator, classes=CLASSES, breaks=()):
        """Each place's title and class, and the legend's bounds."""
        areas = {f"/provinces/{area.slug}/": area for area in self.model.areas.of("province")}
        marks = []
        for mark in figure.xpath(".//*[contains(@class,'ch-map')]//a"):
            area = next((a for place, a in areas.items() if mark.get("href", "").endswith(place)), None)
            marks.append((area, mark))
        if "chart-tile-map" in figure.get("class"):
            tiled = [area for area in areas.values() if area.row.get("tile_col")]
            if {a for a, _ in marks} != set(tiled):
                left = [a.code for a in tiled if a not in {b for b, _ in marks}]
                self.problem(f"map of {indicator.id}: the provinces {left} are left out")
        points = self.points(indicator, [area for area, _ in marks if area])
        main = main_time(v for _, v, _ in points if v)
        alike_values = [v for _, v, _ in points if v and is_of(v, main)]
        open_values = self.open_values(alike_values)
        bounds = Classes([v for v in alike_values if v not in open_values], classes, breaks)
        for (area, mark), (_, value, none) in zip([m for m in marks if m[0]], points):
            words = (
                self.chart_amount(value, indicator)
                if value
                else self.words["not_applicable" if none else self.absence(indicator, area)]
            )
            alike = value and is_of(value, main)
            if value and not alike:
                form = "table" if value.day[1] or is_span(value.day) else "long"
                words += f" ({self.words.moment(value.day, form)})"
            self.expect(
                f"map, {area.code}", f"{area.names[self.tag]}: {words}", text(first(mark.xpath("./title")))
            )
            shade = first(re.findall(r"ch-(q\d|zero)", " ".join(mark.xpath("./path/@class"))))
            classed = alike and value not in open_values
            self.expect(f"map, {area.code}, class", bounds.shade(value.number) if classed else None, shade)
            for label in mark.xpath("./text")[1:]:
                self.expect(
                    f"map, {area.code}, number",
                    self.short(value.number, indicator) if value else "",
                    text(label),
                )
            self.count("tiles")
        self.legend(figure, indicator, bounds, points)
        for description in figure.xpath(".//desc"):
            sentence = self.comparison_of(points, indicator)
            if sentence:
                self.expect("map, sentence", sentence, plain(description.text))

    def open_values(self, values):
        """The values that are in no class: but one end of what they may be, among others."""
        return [v for v in values if v.told in OPEN] if len({v.told for v in values}) > 1 else []

    def legend(self, figure, indicator, bounds, points):
        expected = bounds.legend(lambda number: self.short(number, indicator), self.words)
        absent = {self.absence(indicator, area) for area, value, none in points if not value and not none}
        order = ("only_together", "only_register", "only_parts", "no_data")
        if absent:
            expected.append("; ".join(self.words[reason] for reason in order if reason in absent))
        main = main_time(v for _, v, _ in points if v)
        apart = any(v and not is_of(v, main) for _, v, _ in points)
        none = any(none for _, _, none in points)
        open_values = self.open_values([v for _, v, _ in points if v and is_of(v, main)])
        hatched = [self.words[r] for r in ["not_applicable"] * none + ["of_other_time"] * apart]
        if open_values:
            told = {v.told for v in open_values}
            signs = [self.words["hedge"][b] for b in ("more_than", "at_least", "at_most") if b in told]
            hatched.append(f"{self.words['open_values']} ({', '.join(signs)})")
        if hatched:
            expected.append("; ".join(hatched))
        labels = [
            text(label)
            for label in figure.xpath(
                ".//svg/*[contains(@class,'ch-tick')] | .//svg/g[not(contains(@class,'ch-map'))]//*[contains(@class,'ch-tick')]"
            )
        ]
        unit = self.chart_unit(indicator)
        if unit and labels and labels[0] == unit[1]:
            labels = labels[1:]
        elif labels and labels[0] not in expected:
            labels = labels[1:]
        self.expect("map, legend", expected, labels)
        self.count("legend bounds", len(labels))

    def map_table(self, table, indicator):
        """The values of a map as a table."""
        areas = {f"/provinces/{area.slug}/": area for area in self.model.areas.of("province")}
        self.claim(table)
        points = self.points(indicator, areas.values())
        # Beside unlike units a number has its own.
        units = {self.chart_unit(indicator, value.observation) for _, value, _ in points if value}
        seen = set()
        for row in table.xpath(".//tbody/tr[td]"):
            href = first(row.xpath("./th//a/@href")) or ""
            area = next((a for place, a in areas.items() if href.endswith(place)), None)
            if area is None:
                self.problem(f"table of the map: {text(row[0])} is no province")
                continue
            seen.add(area)
            _, value, none = self.points(indicator, [area])[0]
            words = self.words["not_applicable" if none else self.absence(indicator, area)]
            if value:
                words = self.chart_amount(value, indicator) if len(units) > 1 else self.number_words(value)
            self.expect(f"table of the map, {area.code}", words, number_of(row[1]))
            self.machine_number(row[1])
            self.count("numbers", bool(value))
        missing = [area.code for area in areas.values() if area not in seen]
        if missing:
            self.problem(f"table of the map: the provinces {missing} are left out")


def main_time(values):
    """The year or span that most values are of, of several such the newest; None where all are of one."""
    days = [value.day for value in values if value.day]
    counts = collections.Counter(time_of(day) for day in days)
    if len(counts) < 2:
        return None
    most = max(counts.values())
    return time_of(max((d for d in days if counts[time_of(d)] == most), key=lambda d: last_day(tuple(d))))


def is_of(value, time):
    return time is None or not value.day or time_of(value.day) == time


def number_of(cell):
    """A cell's number with the words before it, without remarks."""
    remarks = [text(part) for part in with_class(cell, "chart-remark")]
    words = text(cell)
    for remark in remarks:
        words = words.replace(remark, "")
    return plain(words)


class Classes:
    """Which shade a number has: as many places in each class as equal numbers allow."""

    def __init__(self, values, count, breaks):
        numbers = [value.number for value in values]
        # What the values of each number promise.
        self.promises = {n: [v.told for v in values if v.number == n] for n in numbers}
        self.zero = any(n == 0 for n in numbers) and not any(n < 0 for n in numbers)
        self.numbers = sorted(n for n in numbers if n or not self.zero)
        self.given = bool(breaks)
        self.breaks = sorted(breaks)[: CLASSES - 1] if breaks else []
        if not breaks and self.numbers:
            count = min(count, CLASSES, len(set(self.numbers)))
            for index in range(1, count):
                bound = self.numbers[index * len(self.numbers) // count]
                if bound > self.numbers[0] and bound not in self.breaks:
                    self.breaks.append(bound)

    def place(self, number):
        return sum(bound <= number for bound in self.breaks)

    def shade(self, number):
        if self.zero and number == 0:
            return "zero"
        return f"q{1 + (self.place(number) * (CLASSES - 1) // len(self.breaks) if self.breaks else 2)}"

    def legend(self, short, words):
        """High to low: what each class holds, with the words before a number that is not exact."""
        entries = []
        for index in range(len(self.breaks), -1, -1):
            members = [n for n in self.numbers if self.place(n) == index]
            if members:
                low, high = members[0], members[-1]
                ends = [self.end(number, short, words, low == high) for number in (low, high)]
                entries.append(ends[0] if low == high else "–".join(ends))
        return entries + (["0"] if self.zero else [])

    def end(self, number, short, words, alone):
        bounds = self.promises[number]
        told = alone or any(bound in OPEN for bound in bounds)
        return words.told(short(number), bound_of_sum(bounds) if told else "exact", None)
