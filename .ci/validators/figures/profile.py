"""Figures of a place as the lines of a table: what most share is said once, what departs has a mark."""

import math

from .checks import PERCENTS, first, strip_dots, text, with_class, without
from .grammar import grouped, machine, plain
from .sums import OPEN
from .values import Value

LETTERS = {"th": "กขคงจฉชซญดตถทธนบปผฝพฟมยรลวสหอฮ", "en": "abcdefghijklmnopqrstuvwxyz"}
FEWEST_PEERS, FEWEST_DATES = 5, 3


class ProfileLines:
    """The tables of figures on the page of a place, of its own figures and of those of its regions."""

    def profile_lines(self, part, view, lines, told=()):
        """One table against the lines that it must have; `told` have their country's value elsewhere."""
        name = f"lines of {view.area.code}"
        if part is None:
            self.expect(name, [], [view.name(line) for line in lines])
            return
        pieces = part.xpath(".//tr[@role='row'] | .//span[@class='common'] | .//ul[@class='remarks']/li")
        for piece in pieces:
            self.claim(piece)
        lines = sorted(lines, key=lambda line: self.site.topic(line.indicator))
        around, above = [view.around(line) for line in lines], []
        for line, wider in zip(lines, around):
            area, value = wider["country"]
            if value and same(value, told.get(line.indicator) if told else None):
                wider["country"] = (None, None)
                above.append(view.name(line))
        beside = [self.wider_remark(view, *found) for wide in around for found in wide.values() if found[1]]
        marks = Marks(self.tag, [self.remark(view, line) for line in lines], beside)
        expected = [self.line(view, line, wider, marks) for line, wider in zip(lines, around)]
        has = {
            "trend": any(view.trend(line) for line in lines),
            "rank": any(line["rank"] for line in expected),
            "region": any(wider["region"][1] for wider in around),
            "country": any(wider["country"][1] for wider in around),
        }
        columns = [name for name, is_there in has.items() if is_there]
        self.expect(f"{name}, columns", 2 + len(columns), len(part.xpath(".//thead//th")))
        found = [self.read_line(row, columns, above) for row in with_class(part, "line")]
        for line in expected:
            for key in has.keys() - set(columns):
                line.pop(key)
        self.expect_list(name, expected, found)
        topics = {self.site.topic(line.indicator) for line in lines}
        heads = len(topics) if len(topics) > 1 else 0
        self.expect(f"{name}, topics", heads, len(part.xpath(".//tr[@class='group']")))
        common = strip_dots(text(first(with_class(part, "common"))))
        self.expect(f"{name}, what all share", marks.common_text, common)
        remarks = [strip_dots(text(li)) for li in part.xpath(".//ul[@class='remarks']/li")]
        self.expect(f"{name}, what departs", marks.told(), remarks)
        self.count("ranks", sum(bool(line.get("rank")) for line in expected))

    # What a number is true for

    def remark(self, view, line):
        """Whose it is, of what, of which day, and from where."""
        value = line.value
        if value.observation:
            origin = self.source_text(value.observation.source)
        elif value.register:
            origin = f"{self.words['counted_in_register']} {self.table_title(value.rollup.register)}"
        else:
            titles = self.words["comma"].join(self.title(source) for source in value.rollup.sources)
            origin = f"{self.words['added_up_here']} ({self.words['source']} {titles})"
        day = view.date(value) or self.words["no_date"]
        return view.organisation(line), view.extent(line), day, origin

    def wider_remark(self, view, area, value):
        return None, view.reach(value, area), view.date(value) or self.words["no_date"], None

    # One line

    def line(self, view, line, wider, marks):
        value, unit = line.value, self.unit(line.value, line.indicator)
        number = line.indicator.shown(value.number, value.rollup is not None, value.told)
        word = (unit[0] if number == 1 else unit[1]) if unit else ""
        is_share = word in PERCENTS
        return {
            "name": view.name(line),
            "unit": "" if is_share else word,
            "mark": marks.of(self.remark(view, line)),
            "hedge": self.words.hedged(value.bound, value.partial),
            "number": [machine(value.number), grouped(number) + ("%" if is_share else "")],
            "sum": "".join(view.sum_beside(line)),
            "others": self.disagreeing(line.shown, in_short=True),
            "trend": self.trend(view, line),
            "rank": self.strip(view, line),
            **{name: self.wider(view, line, unit, found, marks) for name, found in wider.items()},
        }

    def wider(self, view, line, unit, found, marks):
        area, value = found
        if not value:
            return None
        own = self.unit(value, line.indicator)
        number = line.indicator.shown(value.number, value.rollup is not None, value.told)
        words = self.amount(value, line.indicator)
        if own == unit and not (own and own[1] in PERCENTS):
            words = self.words.amount(number, None, value.bound, value.partial)
        name = view.name_of(line, value)
        if name != view.name(line):
            words = self.words.named(name, self.amount(value, line.indicator))
        return [machine(value.number), words, marks.of(self.wider_remark(view, area, value))]

    def trend(self, view, line):
        """The values of several dates as a line, or the one before."""
        series = view.series(line)
        if not series:
            return None
        if len(series) < FEWEST_DATES or not view.comparable(series):
            before = series[-2]
            if before is line.shown:
                return None
            shown = Value(before.number, observation=before)
            return [
                machine(before.number),
                self.amount(shown, line.indicator),
                view.formerly(series),
            ]
        unit = self.unit(line.value, line.indicator)
        is_share = bool(unit) and unit[1] in PERCENTS
        label = self.words.sentence([view.trend(line)])
        return [plain(label), change_told(self.words, series, is_share), line_of(series)]

    def strip(self, view, line):
        """Its place among all that reported: in words, and as the ticks of a drawing."""
        values = line.peers
        if not line.standing or len(values) < FEWEST_PEERS or any(v.told in OPEN for v in values):
            return None
        label = self.words.sentence([view.rank(line)])
        place, count, level = line.standing
        short = f"{place}/{count}"
        if place > 1 and level and place + level == count:
            others = "other" if level == 1 else "others"
            short = self.words.say("lowest_of_many", count=level, others=others)
        return [plain(label), short, ticks_of([v.number for v in values], line.value.number)]

    # Reading

    def hedge_of(self, part):
        """The words before a number; where a sign stands for them they are there for who can't see it."""
        hidden = first(with_class(part, "visually-hidden")) if part is not None else None
        if hidden is None:
            return text(part)
        self.expect("sign of the least", "≥", text(part)[:1])
        return text(hidden)

    def read_line(self, row, columns, above):
        head, here, *cells = row
        data = first(here.xpath(".//data"))
        self.count("numbers")
        found = {
            "name": without(head, "unit", "<sup>", "sum", "dispute"),
            "unit": text(first(with_class(head, "unit"))),
            "mark": text(first(head.xpath("./sup"))),
            "hedge": self.hedge_of(first(with_class(here, "stat-about"))),
            "number": [data.get("value"), text(data)] if data is not None else None,
            "sum": text(first(with_class(head, "sum"))),
            # What other sources say stands in the row below.
            "others": [
                self.other(li)
                for li in row.xpath("./following-sibling::tr[1][@class='of-line']//details[@class='dispute']//li")
            ],
        }
        for name, cell in zip(columns, cells):
            drawing, data = first(cell.xpath(".//svg")), first(cell.xpath(".//data"))
            if drawing is not None:
                note = change_in(cell)
                found[name] = [plain(drawing.get("aria-label")), note, drawn(drawing)]
            elif data is not None:
                self.count("numbers")
                note = first(cell.xpath("./sup | ./small"))
                found[name] = [data.get("value"), text(data), strip_dots(text(note))]
            else:
                found[name] = None
                is_above = name == "country" and found["name"] in above
                self.expect(f"{found['name']}, {name}", self.words["told_above"] if is_above else "–", text(cell))
        return found


class Marks:
    """The marks of what departs from what most have in common, in the order in which they come."""

    def __init__(self, tag, remarks, beside=()):
        self.tag, self.found = tag, []
        # Whose own a number is, and with whom it is shared, is only said of all.
        parted = [len({remark[part] for remark in [*remarks, *beside]}) > 1 for part in (0, 1)]
        told = [
            (None if parted[0] else owner, None if parted[1] else reach, *rest) for owner, reach, *rest in remarks
        ]
        self.common = max(told, key=told.count) if told else None

    @property
    def common_text(self):
        return spoken(self.common)

    def of(self, remark):
        own = self.common
        # Of a wider area its own page says where its numbers are from.
        if remark == own or (remark[3] is None and remark[1:3] == own[1:3]):
            return ""
        if remark not in self.found:
            self.found.append(remark)
        return self.letter(self.found.index(remark))

    def letter(self, place):
        letters = LETTERS[self.tag]
        before = self.letter(place // len(letters) - 1) if place >= len(letters) else ""
        return before + letters[place % len(letters)]

    def told(self):
        """Each remark says what the caption does not."""
        return [
            plain(f"{self.letter(place)} {spoken(self.apart(remark))}")
            for place, remark in enumerate(self.found)
        ]

    def apart(self, remark):
        owner, reach, day, origin = remark
        same = self.common
        return owner, reach, None if day == same[2] else day, None if origin == same[3] else origin


def same(value, other):
    """Whether two values of an area are the very same."""
    return other is not None and (value.observation, value.number, value.day, value.register) == (
        other.observation,
        other.number,
        other.day,
        other.register,
    )


def spoken(remark):
    return plain(" ".join(filter(None, remark or ())))


def change_of(series, is_share, points):
    """How far the newest value is from the oldest, where both are exact and counted alike."""
    start, end = series[0], series[-1]
    if start.bound != "exact" or end.bound != "exact" or any("B" in v.status for v in series[1:]):
        return ""
    difference = end.number - start.number
    if not is_share:
        if start.number <= 0:
            return ""
        share = difference / start.number * 100
        difference = half_up(share, 0) or half_up(share, 1)
    sign = "±" if not difference else "−" if difference < 0 else "+"
    size = f"{abs(difference):,f}"
    size = size.rstrip("0").rstrip(".") if "." in size else size
    return sign + size + (f" {points}" if is_share else "%")


def change_told(words, series, is_share):
    """The same with the month since which it is told."""
    change = change_of(series, is_share, words["points"])
    month = words.month(series[0].day)
    if series[0].basis == "publication_date":
        month = words.say("publication", date=month)
    return f"{change} {words.say('since', date=month)}" if change else ""


def change_in(part):
    """The words for a change that stand in a cell."""
    change = first(with_class(part, "n"))
    since = first(change.xpath("./following-sibling::small")) if change is not None else None
    return plain(f"{text(change)} {text(since)}") if since is not None else text(change)


def half_up(number, places):
    unit = type(number)(1).scaleb(-places)
    return number.quantize(unit, rounding="ROUND_HALF_UP")


def drawn(drawing):
    """The lines and marks of a small drawing."""
    return [mark.get("d") or [mark.get(n) for n in ("x", "cx", "cy") if mark.get(n)] for mark in drawing]


def place_on(least, most):
    room = 150 - 2 * 4
    if most <= least:
        return lambda number: 75
    return lambda number: nearest(4 + float(number - least) / float(most - least) * room)


def nearest(number):
    return math.floor(number + 0.5)


def ticks_of(numbers, here):
    """A tick for each that reported, the middle one tall, the place itself thick."""
    numbers = sorted(numbers)
    place = place_on(numbers[0], numbers[-1])
    marks = list(dict.fromkeys(place(number) for number in numbers))
    path = f"M{marks[0]} 8v10" + "".join(f"m{b - a}-10v10" for a, b in zip(marks, marks[1:]))
    middle = place(numbers[(len(numbers) - 1) // 2])
    return ["M0 13h150", path, f"M{middle} 4v18", [str(place(here) - 2)]]


def line_of(series):
    """The values over their days, above zero."""
    days = [day_number(value.day) for value in series]
    numbers = [value.number for value in series]
    across = place_on(days[0], days[-1])
    least, most = min(0, float(min(numbers))), float(max(numbers))
    down = lambda n: 23 if most <= least else nearest(23 - (float(n) - least) / (most - least) * 19)
    places = [(across(day), down(number)) for day, number in zip(days, numbers)]
    path = "M" + "L".join(f"{x} {y}" for x, y in places)
    return [f"M0 {down(0)}h150", path, [str(places[-1][0]), str(places[-1][1])]]


def day_number(day):
    """Days are counted; of a month or a year the first."""
    import datetime

    year, month, date = (*getattr(day, "first", day), None, None)[:3]
    return datetime.date(year, month or 1, date or 1).toordinal()
