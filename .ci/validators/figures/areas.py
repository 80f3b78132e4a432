"""Places and how they nest, from the tables `areas` and `area_groups`."""

import collections
import functools

KINDS = ("country", "region", "province", "district", "subdistrict", "municipality")
PREFIXES = ("จังหวัด", "อำเภอ", "เขต", "ตำบล", "แขวง", "จ.", "อ.", "ต.")
SUFFIXES = (" Province", " District", " province", " district")


class Area:
    """A place, or several that share a value."""

    def __init__(self, code, kind, names, row=None):
        self.code, self.kind, self.names = code, kind, names
        row = row or {}
        self.scheme = row.get("region_scheme")
        self.slug = row.get("slug") or code
        self.iso = row.get("iso")
        self.abbreviation = row.names("abbr") if row else None
        self.row = row
        self.parent = None
        self.children = []
        self.divisions = []
        self.ancestors = []
        # Of several places that share a value: which these are, and the wider areas that hold them all.
        self.members, self.holders = [], []

    def __repr__(self):
        return f"Area({self.code})"

    @property
    def in_bangkok(self):
        return self.code.startswith("10")

    @property
    def anchor(self):
        return "area-" + slug(self.code)

    def count(self, column):
        return int(self.row[column]) if self.row.get(column) else None

    @property
    def chain(self):
        """The areas around it by `parent`, from the nearest to the country."""
        found, next_one = [], self.parent
        while next_one and len(found) < 4:
            found.append(next_one)
            next_one = next_one.parent
        return found


def slug(text):
    return "".join("-" if c in ".;_" else c for c in text if c != " ")


class Areas:
    """All places of a site, in the order of the table."""

    def __init__(self, source):
        self.all, self.by_code = [], {}
        for row in source.rows("areas"):
            if row.get("class") in KINDS and row.get("code") and row["code"] not in self.by_code:
                self.add(Area(row["code"], row["class"], row.names("name"), row))
        if not self.all:
            self.add(Area("TH", "country", {"th": "ประเทศไทย", "en": "Thailand"}))
        for area in self.all:
            parent = self.by_code.get(area.row.get("parent"))
            if parent and parent is not area:
                area.parent = parent
                parent.children.append(area)
        self.groups = collections.defaultdict(list)
        for row in source.rows("area_groups"):
            group, area = self.by_code.get(row.get("group")), self.by_code.get(row.get("area"))
            if group and area and group is not area:
                self.groups[area].append(group)
                group.children.append(area)
        for area in self.all:
            area.divisions = divisions(area)
        for area in self.all:
            area.ancestors = self.around(area)
        # What else areas go by; of two with one name neither is meant.
        self.aliases, self.names = {}, collections.defaultdict(list)
        for area in reversed(self.all):
            self.aliases |= {alias: area for alias in (area.row.get("slug"), area.iso) if alias}
        for area in self.all:
            for name in {bare(text) for text in area.names.values()}:
                self.names[name].append(area)

    def add(self, area):
        self.all.append(area)
        self.by_code[area.code] = area
        return area

    @property
    def country(self):
        return self.by_code.get("TH")

    def of(self, kind):
        return [area for area in self.all if area.kind == kind]

    def are_all(self, division, area):
        """Whether areas directly in another one leave nothing of it out, as the table says."""
        kind = division[0].kind
        if kind in ("region", "province"):
            return self.names_all_provinces(area)
        return kind in ("district", "subdistrict") and area.count(kind + "s") == len(division)

    def names_all_provinces(self, area):
        """Whether the table has as many provinces of an area as it says that there are, there or around."""
        count = area.count("provinces")
        if count is None:
            return any(a.count("provinces") is not None and self.names_all_provinces(a) for a in area.ancestors)
        return sum(area in province.ancestors for province in self.of("province")) == count

    def around(self, area):
        found, waiting = [], [area.parent, *self.groups[area]]
        while waiting:
            place = waiting.pop()
            if place and place is not area and place not in found:
                found.append(place)
                waiting += [place.parent, *self.groups[place]]
        return found

    @functools.cache
    def find(self, text):
        """The area of a code, a slug, an ISO code or a name that only one has."""
        if not text:
            return None
        if ";" in text:
            members = sorted(
                (self.find(part.strip()) for part in text.split(";")), key=lambda a: a.code if a else ""
            )
            return next((area for area in self.all if area.members and area.members == members), None)
        named = self.names.get(bare(text), [])
        return self.by_code.get(text) or self.aliases.get(text) or (named[0] if len(named) == 1 else None)

    @functools.cache
    def nearest(self, code):
        """The area of a row's code or, where the table goes no deeper, the wider one that its digits name."""
        found = self.find(code)
        if found or not code or not code.isdigit():
            return found
        for length in (6, 4, 2):
            wider = self.by_code.get(code[:length]) if length < len(code) else None
            if wider:
                deeper = any(len(child.code) == length + 2 for child in wider.children)
                return None if deeper else wider
        return None

    def told(self, joint):
        """The areas on whose pages a joint value is: its own, and what holds some of these but not all."""
        around = {wider for member in joint.members for wider in member.ancestors} - {joint, *joint.holders}
        partly = [place for place in self.all if place in around and place.kind in ("province", "district")]
        return joint.members + [place for place in partly if place not in joint.members]

    def together(self, areas):
        """What stands for several areas that share a value: a region of just these, else one of their own."""
        areas = sorted(areas, key=lambda area: area.code)
        for known in self.all:
            if known.members == areas:
                return known
        common = [area for area in areas[0].ancestors if all(area in other.ancestors for other in areas)]
        for region in common:
            # The country is never meant by a list of what a table has of it.
            if region.kind != "country" and set(region.children) == set(areas) and self.are_all(areas, region):
                region.members, region.holders = areas, [area for area in common if area is not region]
                return region
        code = "; ".join(area.code for area in areas)
        names = {
            "th": joined([area.names["th"] for area in areas], " ", "และ" if len(areas) == 2 else " และ"),
            "en": joined([area.names["en"] for area in areas], ", ", " and "),
        }
        area = self.add(Area(code, "together", names))
        area.members, area.holders, area.ancestors = areas, common, common
        return area


def joined(names, comma, last):
    return comma.join(names[:-1]) + last + names[-1]


def bare(name):
    """A name without the word for its kind, for comparing."""
    for word in PREFIXES:
        if name.startswith(word) and len(name) > len(word) + 1:
            name = name[len(word) :]
            break
    for word in SUFFIXES:
        name = name.removesuffix(word)
    return "".join(name.lower().split())


def divisions(area):
    """The areas directly inside by class and scheme; a scheme that leaves out provinces is none."""
    parts = collections.defaultdict(list)
    for child in area.children:
        parts[f"{child.kind}/{child.scheme or ''}"].append(child)
    parts = [parts[key] for key in sorted(parts)]
    if len(parts) < 2:
        return parts
    covered = [
        len({place for child in part for place in ([child] if child.kind == "province" else child.children)})
        for part in parts
    ]
    return [part for part, count in zip(parts, covered) if count == max(covered)]


class Scope:
    """The areas that an indicator can have values for: those that report, and the totals around them."""

    def __init__(self, text, areas, organisations):
        self.units, self.wider = None, set()
        self.of_one = self.listed = False
        # Whether it says itself which areas there are.
        self.names_areas = False
        # The organisation whose own the values are.
        self.owner = None
        if not text:
            return
        _, _, name = text.rpartition(":")
        name = name.strip()
        own = next((row for row in organisations if row.get("id") == name), None)
        if name in KINDS:
            self.units = set(areas.of(name))
        elif any(area.scheme == name for area in areas.all) and not text.startswith("organisation:"):
            self.units, self.names_areas = {area for area in areas.all if area.scheme == name}, True
        elif own:
            home = areas.find(own.get("area"))
            self.units = {area for area in areas.all if area is home or home in area.ancestors}
            self.of_one, self.owner, self.names_areas = True, own, True
            return
        else:
            self.units = {areas.find(part.strip()) for part in text.split(";") if part.strip()} - {None}
            self.listed, self.of_one, self.names_areas = True, len(self.units) == 1, True
        if not self.units:
            self.units, self.of_one, self.listed = None, False, False
        elif len(self.units) > 1:
            self.wider = {area for unit in self.units for area in unit.ancestors}

    def holds(self, area):
        return self.units is None or area in self.units or area in self.wider


class Completeness:
    """How complete a register is, area by area, from `register_coverage` and `coverage` of its descriptor.

    What is said of an area holds for all in it; the narrowest word counts, and an area whose parts are
    all complete is so as well.
    """

    def __init__(self, statements, areas, booked=()):
        self.said, self.booked = {}, set(booked)
        for area, status, as_of in statements:
            self.said.setdefault(area, (status, as_of))
        self.lacking = {
            wider
            for area, (status, _) in self.said.items()
            if status != "complete"
            for wider in area.ancestors
        }
        self.known = {}
        self.areas = areas

    def __call__(self, area):
        """(complete, partial or unknown; the first and the last day that it was said of)."""
        if area not in self.known:
            self.known[area] = ("unknown", None, None)
            self.known[area] = self.work_out(area)
        return self.known[area]

    def work_out(self, area):
        near = self.nearest(area)
        complete = bool(near) and near[0] == "complete"
        if complete and self.may_hold_more(area, near[2]):
            return "unknown", None, None
        if complete and area not in self.lacking:
            return "complete", near[1], near[1]
        own = self.said.get(area)
        if not own or own[0] != "partial":
            for division in area.divisions:
                found = [self(part) for part in division] if self.areas.are_all(division, area) else []
                if found and all(status == "complete" for status, _, _ in found):
                    days = [day for _, first, last in found for day in (first, last) if day]
                    return "complete", min(days, default=None), max(days, default=None)
        if complete:
            return "partial", near[1], near[1]
        return (own[0], own[1], own[1]) if own else ("unknown", None, None)

    def may_hold_more(self, area, said_of):
        """Whether rows name but an area around, inside the one that is said to be complete."""
        wider = [place for place in area.ancestors if place in self.booked]
        return area is not said_of and any(w is said_of or said_of in w.ancestors for w in wider)

    def nearest(self, area):
        level, seen = [area], {area}
        while level:
            found = [(*self.said[place], place) for place in level if place in self.said]
            if found:
                return next((word for word in found if word[0] != "complete"), found[0])
            level = [
                w for place in level for w in [place.parent, *self.areas.groups[place]] if w and w not in seen
            ]
            seen |= set(level)
        return None
