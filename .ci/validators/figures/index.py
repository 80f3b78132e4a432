"""The index of all figures, and the value that an indicator is known by."""

from .checks import PageCheck, first, strip_dots, text, with_class, without
from .grammar import machine
from .values import Value


IN_FULL, PROVINCES, REGIONS = 4, 10, 3


def areas_of(model, indicator):
    """The country first, published or added up, then areas with values as the table has them."""
    found, country = list(model.cells_of[indicator]), model.areas.country
    rollup = model.rollups.get((indicator, country))
    joint = rollup and rollup.of_all_together
    added = (rollup or model.unadded.get((indicator, country))) and not joint
    others = [area for area in found if area is not country]
    return [country, *others] if country in found or added else others


def compared(model, indicator):
    """The areas that stand side by side: provinces where ten have a value, else all regions of a division."""
    areas = model.areas
    values = {area: model.value(indicator, area) for area in areas.all}
    reports = lambda area: bool(values[area] and values[area].whole)
    if sum(map(reports, areas.of("province"))) >= PROVINCES:
        return list(filter(reports, areas.of("province")))
    for scheme in sorted({area.scheme for area in areas.of("region") if area.scheme}):
        regions = [area for area in areas.of("region") if area.scheme == scheme]
        if len(regions) >= REGIONS and all(map(reports, regions)):
            return regions
    return []


def split(model, indicator):
    """The country and the first areas with several values, a sum or no value that holds are told in full."""
    every = areas_of(model, indicator)
    if len(every) < 2:
        return every, []
    if compared(model, indicator):
        rich = [area for area in every if area.kind == "country"]
    else:
        summed = lambda a: (indicator, a) in model.rollups or bool(model.unadded.get((indicator, a)))
        several = lambda a: len(model.cells.get((indicator, a), [])) > 1
        told = lambda a: a is model.areas.country or several(a) or summed(a) or not model.shown(indicator, a)
        rich = [area for area in every if told(area)]
    rich = rich[:IN_FULL]
    return rich, [area for area in every if area not in rich]


def best(model, indicator):
    """The value that an indicator is known by, the one that its page leads with, and its area."""
    full, short = split(model, indicator)
    for area in full + short:
        shown, rollup = model.shown(indicator, area), model.rollups.get((indicator, area))
        if shown and shown.number is not None:
            return Value(shown.number, observation=shown), area
        if rollup:
            return Value(rollup.number, rollup=rollup), area
    return None, None


class IndexCheck(PageCheck):
    """All indicators by topic."""

    kind = "index of figures"

    def check(self):
        found = []
        for li in with_class(self.main, "indicator"):
            self.claim(li)
            data = first(li.xpath(".//data"))
            value = first(with_class(li, "indicator-value"))
            found.append(
                {
                    "name": text(first(li.xpath(".//h3"))),
                    "value": data.get("value") if data is not None else None,
                    "text": without(value, "small") if value is not None else "",
                    "area": text(first(with_class(value, "small"))) if value is not None else "",
                    "note": strip_dots(text(first(li.xpath(".//p[@class='small']")))),
                    "disputed": text(first(with_class(li, "badge"))),
                }
            )
            self.count("numbers", data is not None)
        dates = self.claim(first(self.main.xpath(".//p[@class='small'][not(ancestor::li)][not(ancestor::section)]")))
        self.expect("dates of the figures", self.dates() or "", text(dates))
        known = [i for i in self.model.indicators if self.model.known(i)]
        ordered = sorted(known, key=lambda i: (self.site.topic(i), i.index))
        self.expect_list("indicators", [self.entry(indicator) for indicator in ordered], found)

    def dates(self):
        """From when to when the values in the list are, and how many say nothing of it."""
        shown = [best(self.model, i)[0] for i in self.model.indicators if self.model.known(i)]
        return self.words.dates([value for value in shown if value])

    def entry(self, indicator):
        value, area = best(self.model, indicator)
        if not value:
            return {"name": indicator.names[self.tag]}
        disputed = value.observation and self.model.disagreeing(value.observation)
        return {
            "name": indicator.names[self.tag],
            "value": machine(value.number),
            "text": self.amount(value, indicator),
            "area": self.place_of(value, area),
            "note": self.big_note(value),
            "disputed": self.words["sources_disagree"] if disputed else "",
        }
