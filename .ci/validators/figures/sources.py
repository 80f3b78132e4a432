"""Pages of sources, their index, and the page of what sources disagree about."""

import collections

from . import tables
from .checks import PageCheck, first, strip_dots, text, with_class, without
from .grammar import grouped, plain, rounded, trimmed
from .values import Value

# How many values of an indicator, and how many rows of a table, a source's page names.
VALUES, ROWS = 24, 12
# Tables that name sources in another way than their rows do.
OWN = {"observations", "corrections", "reconciliations"}


class Differences:
    """What sources disagree about, as two kinds of pages tell it."""

    def entry(self, indicator, area, values):
        held = values[0]
        known = self.site.model.reconciliation(held, values[1:])
        reason = known and known.names("reason")
        return {
            "name": held.names[self.tag],
            "area": self.place_of(Value(held.number, observation=held), area),
            "values": [self.full_amount(v) for v in values],
            "notes": [self.note(v) for v in values],
            "shown": [v is self.model.shown(indicator, area) for v in values],
            "differences": [self.difference(held, v) for v in values[1:]],
            "reason": plain(reason[self.tag]) if reason else "",
            "cause": known["cause"] if known else "not_reconciled",
        }

    def full_amount(self, value):
        return self.amount(Value(value.number, observation=value), value.indicator)

    def note(self, value):
        date = self.words.phrase_as_of(value.as_of, value.basis)
        return f"{date} {self.source_text(value.source)}"

    def difference(self, held, other):
        """How far a value lies from the one shown, in its unit and in per cent; none between unlike units or open ends."""
        unit = other.unit and other.unit[self.tag]
        if (unit and unit[1]) != (held.unit and held.unit[self.tag][1]):
            return ""
        words, away = self.words, other.number - held.number
        if not away:
            return words["difference_none"]
        if not {held.bound, other.bound} <= {"exact", "about"}:
            return ""
        exact = held.bound == other.bound == "exact"
        amount = words.amount(trimmed(abs(away)), unit, "exact" if exact else "about")
        told = words.say("difference_above" if away > 0 else "difference_below", amount=amount)
        if not held.number:
            return told
        share = trimmed(rounded(100 * abs(away) / abs(held.number), 2))
        if not share:
            return f"{told} ({words['percent_tiny']})"
        share = words["percent"].format(number=grouped(share))
        if not exact:
            share = words["hedge"]["about"] + ("" if words.thai else " ") + share
        return f"{told} ({share})"

    def difference_of(self, part, cause=None):
        """One figure that sources differ about."""
        head = first(part.xpath("./*[self::h3 or self::h4]"))
        items = part.xpath("./ul/li")
        self.claim(part)
        self.count("numbers", len(items))
        asked = [text(p) for p in part.xpath("./p[@class='small']")]
        known = {plain((row.names("asked") or {}).get(self.tag)) for row in self.reconciliations}
        for words in asked:
            if not any(k and k in words for k in known):
                self.problem(f"“{words}” is not what the table says was asked")
        return {
            "name": without(head, "stat-area"),
            "area": text(first(with_class(head, "stat-area"))),
            "values": [text(first(li.xpath("./strong"))) for li in items],
            "notes": [strip_dots(text(first(with_class(li, "small")))) for li in items],
            "shown": [bool(with_class(li, "tag")) for li in items],
            "differences": [text(first(with_class(li, "distance"))) for li in items[1:]],
            "reason": text(first(part.xpath("./p[not(@class)]"))),
            "cause": cause,
        }

    @property
    def reconciliations(self):
        return self.model.source.rows("reconciliations")

    def all_entries(self):
        """Everything that sources disagree about, with the values."""
        for indicator, area in list(self.model.cells):
            for held, others in self.model.disagreements(indicator, area):
                yield self.entry(indicator, area, [held, *others]), [held, *others]


class SourceCheck(Differences, PageCheck):
    """A source with every value taken from it."""

    kind = "source"

    def __init__(self, site, page, tag, source):
        super().__init__(site, page, tag)
        self.source = source

    def check(self):
        values = [v for cell in self.model.cells.values() for v in cell if v.source is self.source]
        values.sort(key=lambda v: v.index)
        head = self.claim(first(with_class(self.main, "page-head")))
        self.expect("title", self.title(self.source), text(first(head.xpath("./h1"))))
        words = self.words.say("source_summary", count=len(values)) if values else self.words["source_unused"]
        self.expect("how many values", words, text(first(with_class(head, "lead"))))
        self.facts(values)
        self.values(values)
        self.differing()
        self.tables()

    def facts(self, values):
        """Who made it and when; what else is known of it."""
        side = self.claim(first(with_class(self.main, "side")))
        found = [text(dd) for dd in side.xpath(".//dd")]
        words, source = self.words, self.source
        day = lambda column: tables.date(source.get(column))
        producer, published, accessed = source.names("producer"), day("date_published"), day("date_accessed")
        expected = [
            producer[self.tag] if producer else "",
            words.moment(published) if published else words["not_stated"],
            words.moment(accessed) if accessed else words["not_recorded"],
        ]
        if self.model.source.released:
            days = [self.model.released(value) for value in values] or [self.model.source.released]
            newest = max((day for day in days if day), default=None)
            expected.append(words.moment(newest) if newest else words["not_released"])
        self.expect("producer and dates", expected, found[: len(expected)])
        known = [plain((source.names(column) or {}).get(self.tag)) for column in ("note", "citation")]
        for part in self.main.xpath(".//div[@class='body']/p[not(@class='more')]"):
            self.claim(part)
            if not any(k and text(part).endswith(k) for k in known):
                self.problem(f"“{text(part)}” is not in the table of sources")

    def values(self, values):
        groups = collections.defaultdict(list)
        for value in values:
            groups[value.indicator].append(value)
        expected = [
            {
                "name": indicator.names[self.tag],
                "leads to": indicator.slug,
                "values": [self.value(v) for v in group[:VALUES]],
                "more": (
                    self.words.say("source_more", count=len(group) - VALUES) if len(group) > VALUES else ""
                ),
            }
            for indicator, group in groups.items()
        ]
        section = self.section("to-values")
        parts = with_class(section, "difference") if section is not None else []
        published = tables.date(self.source.get("date_published"))
        if parts and published:
            told = self.words["source_dates"].format(date=self.words.moment(published))
            self.expect("when it was published", told, text(self.claim(first(section.xpath("./p")))))
        self.expect_list("values", expected, [self.read_group(part) for part in parts])
        self.count("numbers", sum(v.number is not None for v in values))

    def value(self, value):
        """A value with its place, its date, where it stands and its words in the source."""
        words, number = self.words, ""
        if value.number is not None:
            number = self.full_amount(value)
        else:
            remarks = [words["remarks"][letter] for letter in "EPBON" if letter in value.status]
            number = words["comma"].join(remarks)
        note, page = value.row.names("note"), value.row.get("page")
        place = self.place_of(Value(value.number, observation=value), value.area)
        # The day that the source was published is said once, above.
        is_published = value.basis == "publication_date"
        date = None if is_published else words.phrase_as_of(value.as_of, value.basis)
        page = words["page_of_source"].format(number=page) if page else None
        return [
            " ".join(filter(None, [number, place])),
            words["ranks"]["deprecated"] if value.rank == "deprecated" else "",
            " ".join(filter(None, [date, page, plain(value.row.get("quote"))])),
            plain(note[self.tag]) if note else "",
        ]

    def read_group(self, part):
        self.claim(part)
        link = first(part.xpath("./h3/a/@href"))
        indicator, _ = self.site.target(link or "")
        return {
            "name": text(first(part.xpath("./h3"))),
            "leads to": indicator.slug if indicator else "",
            "values": [self.read_value(li) for li in part.xpath("./ul/li")],
            "more": text(first(part.xpath("./p"))),
        }

    def read_value(self, li):
        small = [text(span) for span in with_class(li, "small")]
        return [
            without(li, "small", "tag"),
            text(first(with_class(li, "tag"))),
            strip_dots(small[0]) if small else "",
            small[1] if len(small) > 1 else "",
        ]

    def differing(self):
        """The disagreements that its values have a part in; why they differ stands below each."""
        section = self.section("to-disagreements")
        found = (
            [self.difference_of(part) for part in with_class(section, "difference")]
            if section is not None
            else []
        )
        for part in section.xpath("./p[@class='small']") if section is not None else []:
            self.claim(part)
        expected = [
            entry | {"cause": None}
            for entry, values in self.all_entries()
            if any(value.source is self.source for value in values)
        ]
        if self.site.page(self.tag, "figures/disagreements"):
            self.expect_list("disagreements", sorted(expected, key=key), sorted(found, key=key), key)

    def tables(self):
        """The other tables with rows that name it, and how many."""
        section, expected = self.section("to-tables"), []
        for name, rows in naming(self.model, self.source["id"]):
            names = [row.names("name") for row in rows[:ROWS]]
            names = [words[self.tag] for words in names if words]
            names += ["…"] if names and len(rows) > len(names) else []
            expected.append(
                {
                    "name": self.table_title(name),
                    "rows": self.words.say("row_count", count=len(rows)),
                    "named": self.words["comma"].join(names),
                }
            )
        found = []
        for li in section.xpath("./ul/li") if section is not None else []:
            self.claim(li)
            small = [text(span) for span in with_class(li, "small")]
            found.append(
                {
                    "name": text(first(li.xpath("./a | ./span[not(@class)]"))),
                    "rows": small[0] if small else "",
                    "named": small[1] if len(small) > 1 else "",
                }
            )
        self.expect_list("tables", expected, found)


def naming(model, source):
    """The tables with rows that name a source, with these rows; values are counted apart."""
    for name, resource in model.source.resources.items():
        keys = [
            key["fields"]
            for key in (resource.get("schema") or {}).get("foreignKeys", [])
            if key["reference"]["resource"] == "sources" and isinstance(key["fields"], str)
        ]
        rows = [row for row in model.source.rows(name) if any(row.get(column) == source for column in keys)]
        if rows and name not in OWN:
            yield name, rows


class SourcesCheck(PageCheck):
    """The index of sources: when each was published, and how many values come from it."""

    kind = "index of sources"

    def check(self):
        counts = collections.Counter(v.source["id"] for cell in self.model.cells.values() for v in cell)
        found = {
            first(li.xpath(".//h2/a/@href")).rstrip("/").rpartition("/")[2]: li
            for li in self.main.xpath(".//li[contains(@class,'entry')]")
        }
        self.expect("sources", list(self.model.sources), list(found))
        for name, source in self.model.sources.items():
            if name in found:
                self.expect(f"{name}, title", self.title(source), text(first(found[name].xpath(".//h2"))))
                day = tables.date(source.get("date_published"))
                date = (
                    f"{self.words['published_title']} {self.words.moment(day)}"
                    if day
                    else self.words["publication_not_stated"]
                )
                count = f" {self.words.say('value_count', count=counts[name])}" if counts[name] else ""
                words = f"{date}{count}"
                self.expect(
                    f"{name}, values", words, strip_dots(text(first(with_class(found[name], "small"))))
                )
                self.count("numbers")
                lines = with_class(found[name], "small")[1:]
                self.expect(
                    f"{name}, tables",
                    [
                        f"{self.table_title(table)}: {self.words.say('row_count', count=len(rows))}"
                        for table, rows in naming(self.model, name)
                    ],
                    [part.strip() for line in lines for part in text(line).split("·")],
                )


class DisagreementsCheck(Differences, PageCheck):
    """Every indicator whose sources differ, with each value and how far it lies from the one shown."""

    kind = "disagreements"

    def check(self):
        self.claim(first(with_class(self.main, "page-head")))
        self.claim(first(with_class(self.main, "side")))
        found, expected = [], [entry for entry, _ in self.all_entries()]
        for section in self.main.xpath(".//section[starts-with(@aria-labelledby,'cause-')]"):
            cause = section.get("aria-labelledby").removeprefix("cause-")
            found += [self.difference_of(part, cause) for part in with_class(section, "difference")]
            self.counts(section, cause, sum(entry["cause"] == cause for entry in expected))
        self.expect("how many disagreements", len(expected), len(found))
        self.expect_list("disagreements", sorted(expected, key=key), sorted(found, key=key), key)

    def counts(self, section, cause, count):
        """How many there are of a cause, in the list of causes and in the headings of the part."""
        link = first(self.main.xpath(f".//a[@href='#cause-{cause}']"))
        if link is not None:
            self.expect(
                f"{cause}, how many", str(count), text(first(link.xpath("./following-sibling::*[1]")))
            )
        told = 0
        for head in section.xpath("./h3"):
            below = sum(
                first(part.xpath("./preceding-sibling::h3[1]")) is head
                for part in with_class(section, "difference")
            )
            words = self.claim(first(with_class(head, "small")))
            self.expect(f"{cause}, in a part", self.words.say("disagreement_count", count=below), text(words))
            told += below
        self.expect(f"{cause}, in all parts", count, told)


def key(entry):
    return entry["name"], entry["area"], entry["values"]
