"""What the page of a place must say of it, by the model."""

from . import tables
from .model import RATES
from .values import clearly_ordered

HEADLINES = 6


def scheme_name(check, area):
    """Who divides the country so, where that is an organisation that the data knows."""
    for row in check.model.source.rows("organisations"):
        if area.kind == "region" and area.scheme and row.get("id") == area.scheme:
            return row.names("name")[check.tag]
    return None


def successive(series):
    """The values without those whose time may be that of the next: a month, and a day in it."""
    kept = []
    for value in reversed(series):
        if kept and tables.last_day(tuple(value.day)) >= first_day(kept[-1].day):
            if value.rank == "preferred" != kept[-1].rank:
                kept[-1] = value
            continue
        kept.append(value)
    return kept[::-1]


def first_day(day):
    return getattr(day, "first", None) or tuple(part or 1 for part in day)


def place_name(check, area):
    return check.words.place(area.names[check.tag], area.kind, area.in_bangkok)


class View:
    """What the page of an area must say of it."""

    def __init__(self, check, area):
        self.check, self.area, self.tag = check, area, check.tag
        self.model, self.words = check.model, check.words
        lines = self.model.lines[area]
        self.lines = [line for line in lines if line.value]
        # What is counted in every such place, and what is of one organisation, event or place only.
        self.general = [line for line in self.lines if not line.indicator.scope.of_one]
        self.own = [line for line in self.lines if line.indicator.scope.of_one]
        self.named = [line for line in lines if not line.value]

    # Which figures come first

    def headlines(self, lines=None, limit=HEADLINES):
        """Of each topic in turn, the site's own topics before others."""
        turns, ordered = {}, []
        for line in self.general if lines is None else lines:
            topic = self.check.site.topic(line.indicator)
            turns[topic] = turns.get(topic, 0) + 1
            ordered.append((turns[topic], topic, line.indicator.index, len(ordered), line))
        return [entry[-1] for entry in sorted(ordered, key=lambda entry: entry[:-1])[:limit]]

    def common(self):
        """What its page and the places in it both show: its own values, not those of a few in it alone."""
        own = [line for line in self.general if line.area is self.area]
        return self.headlines([line for line in own if not line.value.of_one_area])

    # Sentences

    @property
    def lead(self):
        place, within = None, "intro_in"
        scheme = scheme_name(self.check, self.area)
        if self.area.kind == "region":
            place = self.words.say("scheme_division", scheme=scheme) if scheme else None
            within = "intro_division"
        elif self.area.kind != "country" and self.area.parent:
            place = place_name(self.check, self.area.parent)
        facts = [self.fact(line) for line in self.headlines(limit=2)]
        return self.words.introduction(
            place_name(self.check, self.area), place, facts, len(self.named), bool(self.own), within
        )

    @property
    def dates(self):
        return self.words.dates([line.value for line in self.lines])

    def fact(self, line):
        value = line.value
        number = line.indicator.shown(value.number, value.rollup is not None, value.told)
        text = self.words.counted(
            self.name(line), number, self.check.unit(value, line.indicator), value.bound, value.partial
        )
        return text, self.date(value), self.extent(line)

    def name(self, line):
        """What is counted, and with whom a value is shared."""
        return self.name_of(line, line.value) if line.value else line.shown.names[self.tag]

    def name_of(self, line, value):
        """What a value counts, in its own words or in those of all that went into it."""
        own = value.observation.names if value.observation else value.rollup.own_names
        return (own or line.indicator.names)[self.tag]

    def date(self, value):
        rollup = value.rollup
        if rollup and rollup.window:
            return self.words.window(*rollup.window)
        return self.words.as_of(value.day, value.publication) if value.day else None

    def coverage(self, value, area=None):
        """How many of the areas inside a sum is from; none where all are, or none is known."""
        found = (
            self.check.figure_coverage(value.rollup, (area or self.area).in_bangkok) if value.rollup else None
        )
        self.check.count("coverages", bool(found))
        return found

    def extent(self, line):
        """What a number is of, where that is not the area alone and whole."""
        shared = line.shown if line.shown and line.shown.together else None
        if not shared:
            return self.coverage(line.value)
        members = shared.area.members
        names = [place_name(self.check, member) for member in members if member is not self.area]
        key = "together" if self.area in members else "all_together"
        return self.words.say(key, names=self.words.places(names))

    def reach(self, value, area=None):
        """With which areas a wider area's value is shared, or of how many of its parts it is."""
        shown = value.observation
        joint = self.check.all_together(shown) if shown and shown.together else None
        return joint or self.coverage(value, area)

    def rank(self, line):
        if not line.standing:
            return None
        kind = "subregion" if scheme_name(self.check, self.area) else self.area.kind
        forms = self.words.kind(kind, self.area.in_bangkok)
        return self.words.rank(*line.standing, forms, line.indicator.kind in RATES)

    def wider(self, line, area):
        """The value of a wider area for the same time; none when it is but this area's own."""
        value = area and self.model.value_like(line.indicator, area, line.value)
        if not value or value.of_one_area or value.in_part or line.value.in_part:
            return None
        same = value.observation and value.observation is line.value.observation
        return None if same or line.indicator.scope.of_one else value

    def around(self, line):
        """Region and country with their values, where there are any."""
        parent = self.area.parent if self.area.parent and self.area.parent.kind != "country" else None
        country = (
            next((a for a in self.area.chain if a.kind == "country"), None)
            if self.area.kind != "country"
            else None
        )
        return {"region": (parent, self.wider(line, parent)), "country": (country, self.wider(line, country))}

    def series(self, line):
        """The values over time, of each date the one of the best rank."""
        by_day = {}
        for value in self.model.cells.get((line.indicator, line.area), []):
            if value.rank != "deprecated" and value.number is not None and value.day:
                other = by_day.get(value.day)
                if not other or (other.rank != "preferred" and value.rank == "preferred"):
                    by_day[value.day] = value
        series = successive([by_day[day] for day in sorted(by_day)])
        series = series if len(series) > 1 else []
        alike = [value for value in series if self.alike(value, series[-1])]
        return alike if len(alike) > 1 else series

    def alike(self, one, other):
        """Whether a change may be told: one producer, equally sure, and nobody says that they differ."""
        # An office of a producer is named before it.
        first, second = [(value.source.names("producer") or {"th": ""})["th"] for value in (one, other)]
        is_of = first and second and (f" {first}".endswith(f" {second}") or f" {second}".endswith(f" {first}"))
        if one.source is not other.source and not is_of:
            return False
        if ("E" in one.status) != ("E" in other.status):
            return False
        return one.source is other.source or not self.model.parted(one, other)

    def comparable(self, series):
        return all(self.alike(value, series[-1]) for value in series)

    def formerly(self, series):
        """The day of the value before the newest, and its source where the two do not compare."""
        before = series[-2]
        day = self.words.phrase_as_of(before.as_of, before.basis)
        told = day if self.comparable(series) else f"{day} {self.check.source_text(before.source)}"
        return f"{told} {self.words['counted_anew']}" if "B" in series[-1].status else told

    def trend(self, line):
        series = self.series(line)
        if not series:
            return None
        start, end = series[0], series[-1]
        unit = self.check.unit(line.value, line.indicator)
        texts = [self.words.amount(value.number, unit, value.bound) for value in (start, end)]
        order = (end.number > start.number) - (end.number < start.number)
        comparable = self.comparable(series)
        if not clearly_ordered(start, end) or not comparable or any("B" in value.status for value in series[1:]):
            order = None
        producers = [value.source.names("producer")[self.tag] for value in (start, end)]
        if not comparable and producers[0] != producers[1]:
            texts = [f"{text} ({producer})" for text, producer in zip(texts, producers)]
        months = [self.words.month(value.day) for value in (start, end)]
        for place, value in enumerate((start, end)):
            if value.basis == "publication_date":
                months[place] = self.words.say("publication", date=months[place])
        text = self.words.change(texts[0], months[0], texts[1], months[1], order)
        turn = next((value for value in series[1:] if "B" in value.status), None)
        return text if not turn else text + "; " + self.words.say("break", date=self.words.month(turn.day))

    # Parts of the page

    def organisation(self, line):
        """Whose own a figure is."""
        owner = line.indicator.scope.owner
        return self.words.say("own_of", name=owner.names("name")[self.tag]) if owner else None

    def sum_beside(self, line):
        """What the areas inside add up to, where a source says otherwise."""
        rollup = self.model.rollups.get((line.indicator, line.area))
        if not rollup or rollup.register or rollup.published is not line.shown or not rollup.difference:
            return []
        total, difference = self.check.sum_amounts(line.indicator, rollup)
        if difference is None:
            return [self.words.say("sum_beside_inexact", sum=total)]
        return [self.words.say("sum_beside", sum=total, difference=difference)]

    def mention(self, line):
        value = line.shown
        note = value.row.names("note")
        return {
            "name": value.names[self.tag],
            "note": note[self.tag] if note else "",
            "from": f"{self.words.phrase_as_of(value.as_of, value.basis)} {self.check.source_text(value.source)}",
        }
