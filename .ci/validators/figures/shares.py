"""Charts in the text of pages: each number is one of the tables', each share is worked out again."""

import re

from .checks import first, text, with_class
from .grammar import grouped, machine, plain, rounded, trimmed
from .tables import number

PERCENT = re.compile(r"([\d.]+)%")
KINDS = ("bar", "grouped-bar", "stacked-bar", "line", "progress")


class Shares:
    """What the charts of a page say that are made of figures."""

    def chart_numbers(self):
        titles = {title for source in self.model.sources.values() for title in source.names("title").values()}
        for kind in KINDS:
            for figure in with_class(self.main, f"chart-{kind}"):
                source = text(first(with_class(figure, "chart-source")))
                if any(title in source for title in titles):
                    self.chart_rows(figure)
                    self.chart_shares(figure, kind)

    def chart_rows(self, figure):
        """Each number is a value of the area that its row leads to, or else of some area."""
        for row in figure.xpath(".//tbody/tr"):
            href = (first(row.xpath("./th//a/@href")) or "").rstrip("/")
            slug = href.rpartition("/")[2]
            area = (
                next((a for a in self.model.areas.all if a.slug == slug), None)
                if "/figures/" not in href
                else None
            )
            known = self.known_numbers(area)
            for cell in with_class(row, "num"):
                data = first(cell.xpath(".//data/@value")) or first(
                    re.findall(r"[\d,]+(?:\.\d+)?", text(cell))
                )
                if data and machine(number(data)) not in known:
                    self.problem(f"chart, {text(row[0])}: {data} is a number of no table")
                self.count("numbers", bool(data))
                self.count("statements", bool(data))

    def known_numbers(self, area):
        found = set()
        for (_, place), values in self.model.cells.items():
            if area is None or place is area:
                found |= {machine(value.number) for value in values if value.number is not None}
        for (_, place), rollup in self.model.rollups.items():
            if area is None or place is area:
                found.add(machine(rollup.number))
        return found

    def chart_shares(self, figure, kind):
        """Parts of a whole, and how far it is to a target, in per cent."""
        rows = [[number_in(cell) for cell in with_class(row, "num")] for row in figure.xpath(".//tbody/tr")]
        if not rows or any(None in row for row in rows) or kind not in ("stacked-bar", "progress"):
            return
        if kind == "progress":
            pairs = [row for row in rows if len(row) == 2 and row[1]]
            shares = [100 * value / target for value, target in pairs]
        elif any(len(row) != 1 for row in rows):
            return
        else:
            total = sum(row[0] for row in rows)
            shares = [100 * row[0] / total for row in rows] if total else []
        expected = [grouped(trimmed(rounded(share, 1))) for share in shares]
        for description in figure.xpath(".//desc"):
            words = plain(description.text)
            found = PERCENT.findall(words)
            if found or kind == "progress":
                self.expect("shares of the chart", expected, found)
                self.count("shares", len(found))
            if kind == "stacked-bar" and grouped(total) not in words:
                self.problem(f"chart: the parts come to {grouped(total)}, which is not in “{words}”")


def number_in(cell):
    data = first(cell.xpath(".//data/@value")) or first(re.findall(r"[\d,]+(?:\.\d+)?", text(cell)))
    return number(data) if data else None
