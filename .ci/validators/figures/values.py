"""Values: as a source gives them, as they stand for an area, and which of two is larger."""

import dataclasses
import decimal

from .grammar import rounded, trimmed
from .sums import OPEN, OPEN_ABOVE, Rollup
from .tables import time_of


@dataclasses.dataclass(eq=False)
class Observation:
    indicator: object
    area: object
    together: bool
    number: decimal.Decimal | None
    bound: str
    as_of: tuple | None
    basis: str
    status: str
    rank: str
    source: object
    row: dict
    index: int

    @property
    def day(self):
        """The day, month, year or span that it is of."""
        return self.as_of

    @property
    def told(self):
        return self.bound

    @property
    def names(self):
        return self.row.names("name") or self.indicator.names

    @property
    def unit(self):
        return self.row.unit() or self.indicator.unit

    @property
    def kind_of_thing(self):
        """What is counted, and in which unit: only like things are added."""
        own = self.row.names("name")
        return (own["th"] if own else "", self.unit["th"][1] if self.unit else "")


@dataclasses.dataclass(eq=False)
class Value:
    """The number that stands for an indicator in an area."""

    number: decimal.Decimal
    observation: Observation | None = None
    rollup: Rollup | None = None

    @property
    def day(self):
        return self.observation.day if self.observation else self.rollup.newest

    @property
    def publication(self):
        return self.observation.basis == "publication_date" if self.observation else self.rollup.publication

    @property
    def as_of(self):
        return self.observation.as_of if self.observation else self.rollup.newest

    @property
    def basis(self):
        """How its date is known."""
        if self.observation:
            return self.observation.basis
        return "publication_date" if self.rollup.publication is True else "computed"

    @property
    def register(self):
        return bool(self.rollup and self.rollup.register)

    @property
    def bound(self):
        return self.observation.bound if self.observation else self.rollup.bound

    @property
    def at_least(self):
        return bool(self.rollup and self.rollup.at_least)

    @property
    def whole(self):
        return not self.rollup or self.rollup.whole

    @property
    def partial(self):
        return self.rollup.partial if self.rollup else None

    @property
    def told(self):
        """What the number promises, seen how much went into it."""
        if self.partial in ("among", "reported"):
            return "about"
        return missing_parts(self.bound) if self.at_least else self.bound

    @property
    def days(self):
        """The day, or the first and the last, that it is of."""
        return self.rollup.days if self.rollup else [self.day] if self.day else []

    @property
    def in_part(self):
        """Whether it is of some of a register's rows or cells only."""
        return self.register and not self.whole

    @property
    def of_one_area(self):
        """Whether it is the sum of one area's values, and so says nothing of the others."""
        if self.observation:
            return False
        if self.rollup.register:
            return not self.rollup.whole and self.rollup.reported < 2
        return self.rollup.count < 2

    def comparable(self, other):
        """Whether one can be held against the other: both whole, of one time, and one surely larger."""
        if not (self.whole and other.whole and self.register == other.register):
            return False
        if not clearly_ordered(self, other):
            return False
        return bool(self.day and other.day and time_of(self.day) == time_of(other.day))


@dataclasses.dataclass(eq=False)
class Line:
    """An indicator in an area's profile."""

    indicator: object
    area: object
    value: Value | None
    shown: Observation | None
    standing: tuple | None = None
    # The values that it is put in one order with.
    peers: tuple = ()


def missing_parts(bound):
    """What a sum promises when numbers above zero are missing in it."""
    return {"exact": "at_least", "at_least": "at_least", "more_than": "more_than"}.get(bound, "about")


def ordered(one, other):
    """Whether one of two is surely the larger, or both are the same."""
    below = lambda a, b: a.told not in OPEN_ABOVE and b.told != "at_most" and a.number < b.number
    same = one.number == other.number and one.told not in OPEN and other.told not in OPEN
    return below(one, other) or below(other, one) or same


def clearly_ordered(one, other):
    """The same, however far what is about or nearly so may be off: by one of its last digit before the zeros."""
    if one.number == other.number:
        return one.told == other.told == "exact"
    vague = [value.number for value in (one, other) if value.told in ("about", "nearly")]
    apart = abs(one.number - other.number)
    return ordered(one, other) and all(apart > last_place(number) for number in vague)


def last_place(number):
    """The unit of the last digit before a number's zeros: 100 of 2,300."""
    return decimal.Decimal(1).scaleb(number.normalize().as_tuple().exponent) if number else decimal.Decimal(0)


def differs(one, other):
    """Whether two values differ by more than rounding to the coarser one's last digit explains."""
    if one.number is None or other.number is None or one.number == other.number:
        return False
    if {one.bound, other.bound} in ({"at_most", "at_least"}, {"at_most", "more_than"}):
        upper, lower = (one, other) if one.bound == "at_most" else (other, one)
        return lower.number > upper.number
    places = min(max(0, -trimmed(value.number).as_tuple().exponent) for value in (one, other))
    return rounded(one.number, places) != rounded(other.number, places)
