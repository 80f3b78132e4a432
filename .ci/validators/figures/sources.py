"""Pages of sources, and the page of what sources disagree about."""

import decimal
import re

from .checks import DIGITS, PageCheck, first, text, with_class
from .grammar import grouped, plain, rounded, trimmed
from .values import Value

# A smaller share is told as less than this.
TINY = decimal.Decimal("0.01")


class Differences:
    """What sources disagree about, as two kinds of pages tell it."""

    def entry(self, indicator, values):
        first_one = values[0]
        return {
            "name": indicator.names[self.tag],
            "values": [self.amount(Value(v.number, observation=v), indicator) for v in values],
            "differences": [self.difference(first_one, value) for value in values[1:]],
        }

    def difference(self, shown, other):
        """How far a value lies from the one shown: the number and the share of it."""
        amount = abs(other.number - shown.number)
        share = 100 * amount / shown.number if shown.number else 0
        return [grouped(trimmed(amount)), grouped(trimmed(max(rounded(share, 2), TINY))) if share else "0"]

    def difference_of(self, part):
        """One figure that sources differ about; why they do is in the words of the table."""
        reasons = {
            plain((row.names("reason") or {}).get(self.tag))
            for row in self.model.source.rows("reconciliations")
        }
        for element in part.xpath("./h4 | ./ul/li | ./p"):
            self.claim(element)
            if element.tag == "p" and DIGITS.search(text(element)) and text(element) not in reasons:
                self.problem(f"“{text(element)}” is the reason of no reconciliation")
        items = part.xpath("./ul/li")
        self.count("numbers", len(items))
        return {
            "name": text(first(part.xpath("./h4"))),
            "values": [text(first(li.xpath("./strong"))) for li in items],
            "differences": [self.read_difference(li) for li in items[1:]],
        }

    def read_difference(self, li):
        """The two numbers after the value: how far, and what per cent that is."""
        words = plain("".join(li.xpath("./text() | ./strong/following-sibling::data//text()")))
        numbers = re.findall(r"[\d,]+(?:\.\d+)?", words)
        return (numbers + ["0", "0"])[:2]


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
        if values:
            words = self.words.say("source_summary", count=len(values))
            self.expect("how many values", words, text(first(with_class(head, "lead"))))
        table = first(self.main.xpath(".//*[@aria-labelledby='to-values']//table"))
        rows = table.xpath(".//tbody/tr[td]") if table is not None else []
        self.claim(table)
        expected = sorted(self.row(value) for value in values)
        found = sorted(self.read(tr) for tr in rows)
        for row in expected:
            if row in found:
                found.remove(row)
            else:
                self.problem(f"{row} is left out, or worded otherwise")
            self.count("statements")
            self.count("numbers")
        for row in found:
            self.problem(f"{row} is not in the tables")
        for part in with_class(self.main, "side") + self.main.xpath(".//div[@class='body']/p"):
            self.claim(part)
        for part in with_class(self.main, "difference"):
            self.difference_of(part)
        for table in self.main.xpath(".//*[@aria-labelledby='to-tables']//table"):
            self.claim(table)
        for items in self.main.xpath(".//*[@aria-labelledby='to-tables']/ul"):
            self.claim(items)

    def row(self, value):
        """A number, where it leads to, and its words in the source."""
        slug, words = "–", self.words["remarks"]["N" if "N" in value.status else "O"]
        if value.number is not None:
            slug, words = value.indicator.slug, self.amount(
                Value(value.number, observation=value), value.indicator
            )
        return f"{slug}: {words} “{plain(value.row.get('quote'))}”"

    def read(self, tr):
        cell = first(with_class(tr, "value"))
        indicator, _ = self.site.target(first(cell.xpath(".//a/@href")) or "")
        slug = indicator.slug if indicator else "–"
        return f"{slug}: {text(cell)} “{text(first(tr.xpath('.//q')))}”"


class DisagreementsCheck(Differences, PageCheck):
    """Every indicator whose sources differ, with each value and how far it lies from the one shown."""

    kind = "disagreements"

    def check(self):
        self.claim(first(with_class(self.main, "page-head")))
        for part in self.main.xpath(".//h3/span | .//div[@class='side']"):
            self.claim(part)
        found = [self.difference_of(part) for part in with_class(self.main, "difference")]
        expected = []
        for (indicator, area), values in self.model.cells.items():
            shown = self.model.shown(indicator, area)
            others = self.model.disagreeing(shown)
            if others:
                expected.append(self.entry(indicator, [shown, *others]))
        self.expect_list("disagreements", sorted(expected, key=key), sorted(found, key=key), key)


def key(entry):
    return entry["name"], entry["values"]
