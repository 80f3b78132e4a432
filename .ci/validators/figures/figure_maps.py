"""Pages of single figures among the provinces: the map of each, and the ranking."""

import re

from .checks import first, text, with_class
from .grammar import plain
from .pages import FigureCheck


class FigureMapCheck(FigureCheck):
    """A figure that ten provinces or all regions of a division report, and no other."""

    kind = "map of a figure"

    def check(self):
        areas = self.compared()
        head = first(with_class(self.main, "page-head"))
        self.definition(head)
        self.claim(head)
        self.count("statements")
        if not areas:
            self.problem("too few areas report the figure to be put in an order")
            return
        self.maps()
        bars = with_class(self.main, "chart-bar")
        self.expect("bars of the areas", 1, len(bars))
        for figure in bars:
            self.ranked_bars(figure, self.indicator, areas)
        self.tiles(areas)

    def tiles(self, areas):
        """Each province under the number of its region."""
        said = {area.names[self.tag]: self.amount_of(area) for area in areas}
        for link in self.main.xpath(".//ul[@class='tiles']//a[contains(@title, ': ')]"):
            words = plain(link.get("title").partition(": ")[2])
            region = next((name for name in sorted(said, key=len, reverse=True) if words.startswith(name)), None)
            if region is None or said[region] not in words.replace(",", ""):
                self.problem(f"tile “{link.get('title')}”: no such number of a region")
            self.count("tiles")
        for part in self.main.xpath(".//ul[contains(@class, 'key')]"):
            numbers = [said[area.names[self.tag]] for area in areas]
            told = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(\d),(\d)", r"\1\2", text(part)))
            self.expect("key, the largest first", sorted(set(numbers), key=float, reverse=True), told)
            self.claim(part)

    def amount_of(self, area):
        return str(self.model.value(self.indicator, area).number.normalize().__format__("f"))
