"""Adding up an indicator's published values: those that count the same thing at the same time."""

import dataclasses
import decimal

from .tables import newest_time, time_of

OPEN_ABOVE = ("more_than", "at_least")
OPEN = OPEN_ABOVE + ("at_most",)


@dataclasses.dataclass(eq=False)
class Rollup:
    """What the values of smaller areas, or the rows of a register, come to."""

    number: decimal.Decimal
    register: str | None
    bound: str
    reported: int
    expected: int
    kind: str | None
    whole: bool
    count: int
    oldest: tuple | None
    newest: tuple | None
    # Whether its days are those of publication, or "either" where some are.
    publication: bool | str
    published: object
    difference: decimal.Decimal | None
    parts: list
    unit: dict | None
    adds_up: bool = True
    completeness: str | None = None
    # Of a register: whether its rows say of which day their values are.
    dated_values: bool = False
    # Of a register: how many rows it is about, with a value or without.
    rows: int | None = None
    # In how many more areas only some of those inside have a value.
    partly: int = 0

    @property
    def only(self):
        """The one area that a sum of areas has a value of."""
        lone = self.parts[0] if len(self.parts) == 1 and not self.register else None
        return lone.area if lone and not lone.together else None

    @property
    def at_least(self):
        return not self.whole and self.adds_up

    @property
    def partial(self):
        """What it lacks: nothing, "parts", or rows of a register ("recorded", or "among" for a mean or a ratio).

        Of what more parts could make larger or smaller it is "reported".
        """
        if self.lacks_rows:
            return "recorded" if self.adds_up else "among"
        return "parts" if self.at_least else None if self.whole else "reported"

    @property
    def lacks_rows(self):
        """Whether it is of a register that may have more rows than are recorded."""
        return bool(self.register) and self.completeness != "complete"

    @property
    def window(self):
        """The days between which its parts were counted. When things began says how many there were by the last."""
        began = self.lacks_rows and not self.dated_values
        differ = self.oldest != self.newest and not began
        if differ or self.publication == "either":
            return (self.oldest if differ else self.newest, self.newest, self.publication)
        return None

    @property
    def days(self):
        return [day for day in (self.window or (self.newest,))[:2] if day]

    @property
    def own_names(self):
        """What its parts count, where that is not quite what the indicator does."""
        return self.parts[0].row.names("name") if self.parts else None

    @property
    def of_all_together(self):
        """Whether it is one value of all areas together, which is told as what it is."""
        return self.whole and len(self.parts) == 1 and self.parts[0].together

    @property
    def sources(self):
        """The sources of what was added up, each once."""
        return list({value.source["id"]: value.source for value in self.parts}.values())


def bound_of_sum(bounds):
    """What a sum promises: what its parts do; None where they lead apart, so that it is not made."""
    result = "exact"
    for bound in bounds:
        pair = {result, bound}
        if bound in (result, "exact"):
            continue
        elif result == "exact":
            result = bound
        elif pair == {"more_than", "at_least"}:
            result = "more_than"
        elif pair == {"nearly", "at_most"}:
            result = "at_most"
        elif set(OPEN) & pair:
            return None
        else:
            result = "about"
    return result


class Sum:
    """The roll-ups of one indicator."""

    def __init__(self, model, indicator):
        self.model, self.indicator, self.scope = model, indicator, indicator.scope
        self.own, self.joint, self.around = {}, {}, set()
        for area in model.cells_of[indicator]:
            shown = model.shown(indicator, area)
            if not shown:
                continue
            self.around |= set(area.ancestors)
            if shown.together:
                self.joint[area] = shown
                self.around |= {wider for member in area.members for wider in member.ancestors}
            else:
                self.own[area] = shown

    def fill(self, rollups, unadded):
        wider = {
            place
            for area in self.model.cells_of[self.indicator]
            for place in [*area.ancestors, *area.holders]
        }
        for area in wider:
            if self.scope.holds(area) and (self.indicator, area) not in rollups:
                rollup, left = self.best(area)
                if rollup:
                    rollups[self.indicator, area] = rollup
                if left:
                    unadded[self.indicator, area] = left

    def can_have(self, area):
        """Whether an area can have a value: it is in scope, and no source says that there can be none."""
        own = self.own.get(area)
        return self.scope.holds(area) and not (own and own.number is None and "N" in own.status)

    def best(self, area):
        """Of an area's divisions, the sum over the one that most parts have reported in; and what was left out."""
        best = None
        for division in area.divisions:
            members = [member for member in division if self.can_have(member)]
            found = self.over(area, members) if members else None
            if not found:
                continue
            if best and best[0]:
                if not found[0]:
                    continue
                touched = lambda rollup: rollup.reported + rollup.partly
                new, old = touched(found[0]) * best[0].expected, touched(best[0]) * found[0].expected
                if new < old or (new == old and found[0].count <= best[0].count):
                    continue
            elif best and not found[0]:
                continue
            best = found
        return best or (None, [])

    def over(self, area, members):
        """The sum over some areas, or None, and the values that were not added, each with the reason."""
        year = self.newest_year(area, members)
        if all(member.kind == "region" and not self.reports(member, year) for member in members):
            inside = [
                p
                for member in members
                for p in member.children
                if p.kind == "province" and self.can_have(p)
            ]
            if inside:
                return self.over(area, inside)
        joint, covered, replaced, unadded = self.joint_values(area, set(members), year)
        shares = [self.share(member, year, covered, replaced) for member in members]
        for member, share in zip(members, shares):
            own = self.own.get(member)
            if not share[1] and own and own.number is not None:
                unadded.append((own, self.of_other_time(own, year)))
        values = [value for share in shares for value in share[0]] + joint
        reason = self.unlike(values)
        if reason:
            return None, unadded + [(value, reason) for value in values]
        number = self.combine(values)
        if number is None:
            return (None, unadded) if unadded else None
        if self.bound(values, all(share[2] for share in shares)) is None:
            return None, unadded + [(value, "bound") for value in values]
        if not all(share[2] for share in shares) and not self.says_something(number, unadded):
            return None, unadded + [(value, "few") for value in values if unadded]
        return self.rollup(area, members, shares, values, number), unadded

    def says_something(self, number, unadded):
        """At least nothing says nothing of the whole, nor at least less than one part had in another year."""
        if self.indicator.aggregation != "sum":
            return True
        return number != 0 and not any(
            (reason == "undated" or isinstance(reason, tuple)) and value.number > number for value, reason in unadded
        )

    def rollup(self, area, members, shares, values, number):
        days = [value.day for value in values if value.day]
        newest = max(days, default=None)
        basis = {value.basis == "publication_date" for value in values if value.day}
        published = self.published(area, newest)
        same = published and all(value.kind_of_thing == published.kind_of_thing for value in values)
        whole = all(share[2] for share in shares)
        return Rollup(
            number,
            None,
            self.bound(values, whole),
            sum(share[1] > 0 and share[2] for share in shares),
            len(members),
            members[0].kind,
            whole,
            len(values),
            min(days, default=None),
            newest,
            basis.pop() if len(basis) == 1 else "either" if basis else False,
            published,
            number - published.number if same else None,
            values,
            values[0].row.unit(),
            # Parts that are missing can make a rate larger or smaller.
            self.indicator.aggregation != "weighted",
            partly=sum(share[1] > 0 and not share[2] for share in shares),
        )

    def of_other_time(self, value, year):
        """Why a value is not added: ("date", the time of those that are), "undated" or "weight"."""
        if not self.usable(value):
            return "weight"
        return ("date", year) if value.day and year else "undated"

    def usable(self, value):
        weighted = self.indicator.aggregation == "weighted"
        return value.number is not None and not (
            weighted and (value.row.get("numerator") is None or value.row.get("denominator") is None)
        )

    def reports(self, area, year):
        value = self.own.get(area)
        return bool(value and self.usable(value) and (year is None or time_of(value.day) == year))

    def newest_year(self, area, members):
        """Values of other years or spans are not mixed in."""
        members = set(members)
        inside = [v for place, v in self.own.items() if place in members or members & set(place.ancestors)]
        inside += [v for place, v in self.joint.items() if area in place.holders]
        return newest_time([v.day for v in inside if self.usable(v) and v.day])

    def joint_values(self, area, divisions, year):
        """Values of several areas that all lie in one, of those that share an area the widest; what they count."""
        found, covered, replaced, unadded, usable = [], set(), set(), [], []
        reporting = [p for p in self.own if self.reports(p, year) and divisions & {p, *p.ancestors}]
        for place in sorted(self.joint, key=self.model.areas.all.index):
            value = self.joint[place]
            if area not in place.holders or set(reporting) & set(place.holders):
                continue
            if self.usable(value) and (year is None or time_of(value.day) == year):
                usable.append((place, value))
            elif value.number is not None:
                unadded.append((value, self.of_other_time(value, year)))
        overlap = lambda one, other: bool({one, *self.inside(one)} & {other, *self.inside(other)})
        usable.sort(key=lambda pair: -self.extent(pair[0].members))
        for place, value in usable:
            rivals = [
                r for r in reporting
                if r not in replaced and any(overlap(r, member) for member in place.members)
            ]
            taken = any(overlap(member, other) for member in place.members for other in covered)
            if taken or self.extent(rivals) >= self.extent(place.members):
                unadded.append((value, "overlap"))
                continue
            found.append(value)
            covered |= set(place.members)
            unadded += [(self.own[rival], "overlap") for rival in rivals]
            replaced |= set(rivals)
        return found, covered, replaced, unadded

    def inside(self, area):
        return [place for place in self.model.areas.all if area in place.ancestors and place.kind != "together"]

    def extent(self, areas):
        """How many areas there are in some, these among them."""
        return len({place for area in areas for place in [area, *self.inside(area)]})

    def share(self, area, year, covered, replaced):
        """An area's own value when it has one, else those inside it: (values, how many, whether that is all)."""
        if self.reports(area, year) and area not in replaced:
            return [self.own[area]], 1, True
        if covered & {area, *area.ancestors}:
            return [], 1, True
        children = [child for child in area.children if self.can_have(child)]
        if area not in self.around or not children:
            return [], 0, False
        parts = [self.share(child, year, covered, replaced) for child in children]
        return (
            [v for part in parts for v in part[0]],
            sum(part[1] for part in parts),
            all(part[2] for part in parts),
        )

    def unlike(self, values):
        """Why values can't be added: unlike things, or times that nobody can tell are the same; None when they can."""
        if len(values) < 2:
            return None
        if len({value.kind_of_thing[1] for value in values}) > 1:
            return "unit"
        if len({value.kind_of_thing[0] for value in values}) > 1:
            return "definition"
        undated = any(value.day is None for value in values)
        return "undated" if undated and len({value.source["id"] for value in values}) > 1 else None

    def combine(self, values):
        if not values:
            return None
        if self.indicator.aggregation == "max":
            return max(value.number for value in values)
        if self.indicator.aggregation == "sum":
            return sum(value.number for value in values)
        top = sum(decimal.Decimal(value.row["numerator"].replace(",", "")) for value in values)
        bottom = sum(decimal.Decimal(value.row["denominator"].replace(",", "")) for value in values)
        if not bottom:
            return None
        share = 100 * top / bottom
        return (
            share.quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP)
            if self.indicator.is_share
            else top / bottom
        )

    def bound(self, values, whole):
        bounds = [value.bound for value in values]
        if self.indicator.aggregation == "weighted":
            return "exact" if set(bounds) == {"exact"} else "about"
        bound = bound_of_sum(bounds)
        if self.indicator.aggregation == "max":
            return "at_least" if bound in OPEN_ABOVE else bound
        if whole or bound in ("exact", *OPEN_ABOVE):
            return bound
        return "about" if bound in ("about", "nearly") else None

    def published(self, area, newest):
        """The published value that a sum stands beside: of the same day, else of the same year."""
        values = [
            v
            for v in self.model.cells.get((self.indicator, area), [])
            if v.rank != "deprecated" and v.number is not None
        ]
        same = [v for v in values if newest and v.day == newest]
        return next(iter(same or [v for v in values if time_of(v.day) == time_of(newest)]), None)
