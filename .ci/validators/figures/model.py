"""What the tables say of every indicator in every area: the second reckoning, beside the program's.

It follows the documented rules alone: which value is shown, what adds up, who stands where. A value
knows its bound, its scope, the areas that it belongs to together, its unit and its date; a register
knows how complete it is.
"""

import collections
import decimal
import functools

from . import tables
from .areas import Areas, Completeness, Scope, slug
from .grammar import rounded, rounded_to_side, trimmed
from .stated import state_figures
from .sums import Rollup, Sum
from .values import Line, Observation, Value, clearly_ordered, differs

STRUCTURE = {"areas", "area_groups", "reconciliations", "corrections", "parts", "register_coverage"}
RATES = ("ratio", "percentage")


class Indicator:
    def __init__(self, row, index, model):
        self.id, self.index, self.row = row["id"], index, row
        self.slug = slug(self.id)
        self.names, self.unit = row.names("name"), row.unit()
        self.precision = int(row["precision"]) if row.get("precision") else None
        self.multiplier = int(row.get("unit_multiplier") or 0)
        self.kind, self.aggregation = row.get("stat_type") or "count", row.get("aggregation") or "none"
        if self.kind == "percentage" and not self.unit:
            self.unit = dict.fromkeys(("th", "en"), ("%", "%"))
        self.topic, self.table = row.get("topic"), row.get("dataset")
        self.computation, self.field = row.get("aggregate") or "count", row.get("field")
        self.filter = [
            tuple(side.strip() for side in part.split("=", 1))
            for part in (row.get("filter") or "").split(";")
            if "=" in part
        ]
        self.scope = Scope(row.get("scope"), model.areas, model.source.rows("organisations"))

    def shown(self, number, computed=False, bound="exact"):
        """The number with as many decimals as are shown: on the side on which its bound stays true, and never as an end that it is not."""
        places = 2 if computed and self.precision is None else self.precision
        if places is None:
            return number
        ends = [end for end in ((0, 100) if self.is_share else (0,)) if number != end]
        while places < -number.as_tuple().exponent and any(
            end in (rounded(number, places), rounded_to_side(number, places, bound)) for end in ends
        ):
            places += 1
        found = rounded_to_side(number, places, bound)
        return trimmed(found) if computed else found

    @property
    def is_share(self):
        """Whether values are hundredths of a whole, as its kind or its unit says."""
        return self.kind == "percentage" or bool(self.unit) and self.unit["th"][1] in ("%", "ร้อยละ")

    @property
    def adds_up(self):
        return self.computation in ("count", "sum")


class Model:
    """Everything that is known, worked out once."""

    def __init__(self, source):
        self.source = source
        self.areas = Areas(source)
        self.sources = {row["id"]: row for row in source.rows("sources")}
        self.indicators = []
        for row in source.rows("indicators"):
            if row.get("id") and all(row["id"] != known.id for known in self.indicators):
                self.indicators.append(Indicator(row, len(self.indicators), self))
        self.by_id = {indicator.id: indicator for indicator in self.indicators}
        self.by_slug = {indicator.slug: indicator for indicator in self.indicators}
        self.cells = collections.defaultdict(list)
        self.cells_of = collections.defaultdict(list)
        self.shared = collections.defaultdict(list)
        for index, row in enumerate(source.rows("observations")):
            self.observe(index, row)
        self.coverage = {}
        self.rollups, self.unadded = {}, {}
        self.register_totals()
        for indicator in self.indicators:
            if indicator.aggregation != "none" and not indicator.scope.of_one:
                Sum(self, indicator).fill(self.rollups, self.unadded)
        self.lines = {area: self.profile(area) for area in self.areas.all}
        self.rank()
        state_figures(self)

    def observe(self, index, row):
        indicator, source = self.by_id.get(row.get("indicator")), self.sources.get(row.get("source"))
        area, together = self.areas.find(row.get("area")), False
        if not row.get("area") and row.get("areas"):
            members = [self.areas.find(part.strip()) for part in row["areas"].split(";") if part.strip()]
            if len(members) > 1 and all(members):
                area, together = self.areas.together(members), True
        if not (indicator and source and area):
            return
        number, bound = tables.qualified(row.get("value"))
        status = row.get("status") or "A"
        bound = row.get("bound") or bound or ("about" if "E" in status else "exact")
        value = Observation(
            indicator,
            area,
            together,
            number,
            bound if number is not None else "exact",
            tables.when(row.get("as_of")) or tables.when(row.get("period")),
            row.get("as_of_basis") or "unknown",
            status,
            row.get("rank") or "normal",
            source,
            row,
            index,
        )
        if not self.cells[indicator, area]:
            self.cells_of[indicator].append(area)
            for place in self.areas.told(area) if together else []:
                self.shared[place].append((indicator, area))
        self.cells[indicator, area].append(value)

    def released(self, value):
        """The day of the newest release that has a value's number; None where none has it."""
        areas = value.area.members if value.together else [value.area]
        key = {
            "indicator": value.indicator.id,
            "area": ";".join(area.code for area in areas),
            "source": value.source["id"],
            "date": tables.iso(value.as_of),
            "value": value.number,
        }
        return self.source.days_of_numbers.get(tables.of_release(key))

    # Which value is shown

    def shown(self, indicator, area, source=None):
        """The preferred value, else the newest of the normal ones; one with a number before one without."""
        values = [value for value in self.cells.get((indicator, area), []) if value.rank != "deprecated"]
        values = [value for value in values if source in (None, value.source["id"])]
        preferred = [value for value in values if value.rank == "preferred"]
        if preferred:
            return preferred[0]
        newness = lambda v: (v.number is not None, v.day or (0, 0, 0), tables.is_span(v.day), -v.index)
        return max(values, key=newness, default=None)

    def value(self, indicator, area):
        shown = self.shown(indicator, area)
        if shown and shown.number is not None:
            return Value(shown.number, observation=shown)
        rollup = self.rollups.get((indicator, area))
        return Value(rollup.number, rollup=rollup) if rollup else None

    def value_like(self, indicator, area, other):
        """The value for the same time as another, where there is one; else the one that stands for the area."""
        own = self.value(indicator, area)
        if own and other and not own.comparable(other) and other.day:
            for value in self.cells.get((indicator, area), []):
                if (
                    value.rank != "deprecated"
                    and value.number is not None
                    and value.day
                    and tables.time_of(value.day) == tables.time_of(other.day)
                ):
                    return Value(value.number, observation=value)
        return own

    def disagreeing(self, value):
        """The values of the same period that differ from one by more than rounding; an undated one claims to be current."""
        if not value or value.number is None:
            return []
        usable = [v for v in self.cells[value.indicator, value.area] if v.rank != "deprecated"]
        newest = tables.newest_time([v.day for v in usable if v.day])
        year = lambda v: tables.time_of(v.day) if v.day else newest
        return [v for v in usable if v is not value and differs(v, value) and year(v) == year(value)]

    def disagreements(self, indicator, area):
        """What sources disagree about: beside the value shown, of earlier years, and what is but explained.

        Each is the value that others are held against, with those others.
        """
        values = [v for v in self.cells[indicator, area] if v.rank != "deprecated" and v.number is not None]
        shown, told, found, explained = self.shown(indicator, area), [], [], []
        for value in [shown, *values] if values else []:
            others = self.disagreeing(value)
            if value in told or not others or all(other in told for other in others):
                continue
            told += [*others, value]
            known = self.reconciliation(value, others)
            explained.append(known)
            leader = next((v for v in others if known and v.source["id"] == known.get("preferred")), None)
            if leader and value is not shown and value.source is not leader.source:
                value, others = leader, [value] + [v for v in others if v is not leader]
            found.append((value, others))
        for row in self.source.rows("reconciliations"):
            if row in explained or self.by_id.get(row.get("indicator")) is not indicator:
                continue
            named = sources_of(row)
            own = [v for v in values if not named or v.source["id"] in named]
            if self.areas.find(row.get("area")) is not area:
                continue
            newest = tables.newest_time([v.day for v in values if v.day])
            year = lambda v, newest=newest: tables.time_of(v.day) if v.day else newest
            # Values of other years are a series, unless the row says that their days part them.
            any_year = row.get("cause") == "different_as_of"
            for value in [v for v in own if v is shown] + own:
                others = [v for v in own if v.number != value.number and (any_year or year(v) == year(value))]
                if any(other not in told for other in others):
                    found.append((value, others))
                    break
        return found

    def reconciliation(self, shown, others):
        """What is said of why values differ: the first row that covers all their sources."""
        sources = {value.source["id"] for value in [shown, *others]}
        for row in self.source.rows("reconciliations"):
            named = sources_of(row)
            same = self.areas.find(row.get("area")) is shown.area
            if same and row.get("indicator") == shown.indicator.id and (not named or sources <= named):
                return row
        return None

    def parted(self, one, other):
        """Whether somebody says that values of two sources do not count the same."""
        for row in self.source.rows("reconciliations"):
            named = sources_of(row)
            same = self.areas.find(row.get("area")) is one.area and row.get("indicator") == one.indicator.id
            both = not named or {one.source["id"], other.source["id"]} <= named
            if same and both and row.get("cause") not in ("rounding", "different_as_of"):
                return True
        return False

    # Registers

    def completeness(self, table):
        if table not in self.coverage:
            statements = []
            described = self.source.resources.get(table, {}).get("coverage")
            roots = self.areas.of("country") or [area for area in self.areas.all if not area.parent]
            if described:
                day = tables.when(str(described.get("as_of")))
                statements += [(area, described.get("status"), day) for area in roots]
            for row in self.source.rows("register_coverage"):
                area, day = self.areas.find(row.get("area")), tables.when(row.get("as_of"))
                if row.get("register") == table and area and row.get("status"):
                    statements.append((area, row["status"], day))
            self.coverage[table] = Completeness(statements, self.areas, self.booked(table))
        return self.coverage[table]

    def booked(self, table):
        """The areas that rows name; a longer code is of an area that the table of areas lacks."""
        for row, area, _ in self.register_rows(table):
            code = row.get("area") or ""
            if area and not (code.isdecimal() and len(code) > len(area.code)):
                yield area

    @functools.cache
    def register_rows(self, table):
        """A register's rows with their areas and, where they say so, the day that they are of."""
        found = []
        for row in self.source.rows(table):
            day = next(
                (
                    tables.when(row[key])
                    for key in ("as_of", "registered_on")
                    if tables.when(row.get(key))
                ),
                None,
            )
            found.append((row, self.areas.nearest(row.get("area")), day))
        return found

    def register_totals(self):
        for indicator in self.indicators:
            table = indicator.table
            if not table or not self.source.has_column(table, "area"):
                continue
            columns = [part.strip() for part in (indicator.field or "").split("/") if part.strip()]
            inside, undecided = collections.defaultdict(list), set()
            for row, area, day in self.register_rows(table):
                # An empty cell does not say whether the row counts.
                if area and any(not row.get(column) for column, _ in indicator.filter):
                    if all(row.get(column) in (None, "", word) for column, word in indicator.filter):
                        undecided |= {area, *area.ancestors}
                if area and all(row.get(column) == word for column, word in indicator.filter):
                    values = [tables.number(row.get(column)) for column in columns]
                    for place in [area, *area.ancestors]:
                        inside[place].append((values, day))
            completeness = self.completeness(table)
            empty = [
                area
                for area in self.areas.all
                if area not in inside
                and area not in undecided
                and indicator.adds_up
                and completeness(area)[0] == "complete"
                and (area.kind in ("country", "region", "province") or area in completeness.said)
            ]
            for area in filter(indicator.scope.holds, [*inside, *empty]):
                rollup = self.register_rollup(indicator, area, inside, area in undecided)
                if rollup:
                    self.rollups[indicator, area] = rollup

    def register_rollup(self, indicator, area, inside, undecided):
        rows = inside.get(area, [])
        given = [values for values, _ in rows if values and all(v is not None for v in values)]
        count = len(rows) if indicator.computation == "count" else len(given)
        number = self.register_number(indicator, rows, given)
        if number is None:
            return None
        status, first, last = self.completeness(indicator.table)(area)
        divisions = [[p for p in counted_parts(part) if indicator.scope.holds(p)] for part in area.divisions]
        best = max(divisions, key=lambda part: sum(place in inside for place in part), default=[])
        placed = sum(len(inside.get(place, [])) for place in best) == len(rows)
        is_count = indicator.computation == "count"
        # Rows without a value are no part of a sum, and their days are not its own.
        counted = rows if is_count else [row for row in rows if row[0] and all(v is not None for v in row[0])]
        days = [day for _, day in counted if day]
        # When a thing began says how many there were, not how large they are.
        says = is_count or self.source.has_column(indicator.table, "as_of")
        dated = (min(days), max(days)) if says and days and len(days) == len(counted) else (None, None)
        if status == "complete" and (is_count or not dated[0]):
            dated = first, last
        elif status != "complete" and not self.source.has_column(indicator.table, "as_of"):
            # When things began is not when those recorded so far were counted.
            dated = None, None
        published = self.shown(indicator, area)
        return Rollup(
            number,
            indicator.table,
            "exact",
            sum(place in inside for place in best),
            len(best) if placed else 0,
            best[0].kind if best else None,
            status == "complete" and count == len(rows) and not undecided,
            count,
            *dated,
            False,
            published,
            number - published.number if published and published.number is not None else None,
            [],
            None,
            # More rows can make a sum with numbers below zero smaller as well.
            indicator.adds_up and not any(values[0] < 0 for values in given),
            status,
            self.source.has_column(indicator.table, "as_of"),
            len(rows),
        )

    def register_number(self, indicator, rows, given):
        if indicator.computation == "count" or not rows:
            return decimal.Decimal(len(rows))
        if not given:
            return None
        total = sum(values[0] for values in given)
        if indicator.computation == "sum":
            return trimmed(total.scaleb(-indicator.multiplier))
        if indicator.computation == "mean":
            return rounded(total / len(given), 2)
        below = sum(values[1] for values in given)
        return rounded(total / below, 4) if below else None

    # Profiles and ranks

    def profile(self, area):
        """What is known of an area, in the order of the indicators; also what it has together with others."""
        lines = []
        for indicator in self.indicators:
            line = (
                self.line(indicator, area)
                if (indicator, area) in self.cells or (indicator, area) in self.rollups
                else None
            )
            lines += [line] if line else []
            for other, place in self.shared[area]:
                joint = self.line(other, place) if other is indicator and place is not area else None
                lines += [joint] if joint else []
        return lines

    def line(self, indicator, area):
        shown, rollup = self.shown(indicator, area), self.rollups.get((indicator, area))
        if not shown and rollup and rollup.of_all_together:
            return self.line(indicator, rollup.parts[0].area)
        value = self.value(indicator, area)
        return Line(indicator, area, value, shown) if shown or value else None

    def rank(self):
        groups = collections.defaultdict(list)
        sizes = collections.Counter(area.scheme for area in self.areas.all)
        for area, lines in self.lines.items():
            for line in lines:
                value = line.value
                if (
                    line.area is not area
                    or not value
                    or not value.whole
                    or not value.day
                    or area.kind in ("country", "together")
                ):
                    continue
                if (
                    line.indicator.scope.of_one
                    or (value.observation and value.observation.together)
                    or sizes[area.scheme] == 1
                ):
                    continue
                parent = None if area.kind in ("region", "province") else area.parent
                key = line.indicator, area.kind, parent, area.scheme, tables.time_of(value.day), value.register
                groups[key].append(line)
        for key, lines in groups.items():
            beside = self.beside(key, groups)
            if len(lines) + len(beside) == 1 and (lines[0].value.register or key[0].scope.listed):
                continue
            for line in lines:
                line.peers = tuple(other.value for other in lines) + tuple(beside)
                mine = line.value
                others = [other.value for other in lines if other is not line] + beside
                # What readers see as the same has one rank.
                number = lambda value: key[0].shown(value.number, not value.observation, value.told)
                if all(clearly_ordered(mine, other) for other in others if {mine.told, other.told} != {"exact"}):
                    place = 1 + sum(number(other) > number(mine) for other in others)
                    line.standing = place, len(lines) + len(beside), sum(number(other) == number(mine) for other in others)

    def beside(self, key, groups):
        """The numbers for a group's time of places that have a newer one, and so are in another group."""
        if key[5]:
            return []
        others = [line for other, lines in groups.items() if other != key and other[:4] == key[:4] for line in lines]
        found = [self.published_at(line.indicator, line.area, key[4]) for line in others]
        return [value for value in found if value and value.whole]

    def published_at(self, indicator, area, time):
        """What a source says of a place for a time."""
        for value in self.cells.get((indicator, area), []):
            usable = value.rank != "deprecated" and value.number is not None and not value.together
            if usable and value.day and tables.time_of(value.day) == time:
                return Value(value.number, observation=value)
        return None

    # What has pages

    def known(self, indicator):
        return bool(self.cells_of[indicator]) or (indicator, self.areas.country) in self.rollups

    @functools.cached_property
    def recorded(self):
        """The areas that rows of registers and other tables lie in, with everything around them."""
        found = set()
        for table in self.source.resources:
            if table not in STRUCTURE and self.source.has_column(table, "area"):
                own = {row.get("area") for row in self.source.rows(table)}
                for area in {self.areas.nearest(code) for code in own if code} - {None}:
                    found |= {area, *area.ancestors}
        return found

    def has_page(self, area):
        if area.kind == "district":
            return bool(self.lines[area]) or area in self.recorded
        return area.kind in ("country", "region", "province")


def counted_parts(division):
    """The parts of an area that a register is counted in: provinces wherever there are some."""
    return [
        place
        for part in division
        for place in ([c for c in part.children if c.kind == "province"] if part.kind == "region" else [part])
    ]


def sources_of(reconciliation):
    return {part.strip() for part in (reconciliation.get("sources") or "").split(";") if part.strip()}
