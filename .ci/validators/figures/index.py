"""The index of all figures, and the value that an indicator is known by."""

from .checks import PageCheck, first, strip_dots, text, with_class, without
from .grammar import machine
from .values import Value


def best(model, indicator):
    areas, country = model.cells_of[indicator], model.areas.country
    area = country if country in areas or not areas else areas[0]
    if not areas:
        rollup = model.rollups.get((indicator, country))
        return (Value(rollup.number, rollup=rollup), country) if rollup else (None, None)
    shown = model.shown(indicator, area)
    return (Value(shown.number, observation=shown) if shown and shown.number is not None else None), area


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
        """From when to when all values are, and how many say nothing of it."""
        values = [v for cell in self.model.cells.values() for v in cell if v.number is not None]
        return self.words.dates([Value(v.number, observation=v) for v in values])

    def entry(self, indicator):
        value, area = best(self.model, indicator)
        values = [v for a in self.model.cells_of[indicator] for v in self.model.cells[indicator, a]]
        titles = list(dict.fromkeys(self.title(v.source) for v in values))
        disputed = any(
            self.model.disagreeing(self.model.shown(indicator, a)) for a in self.model.cells_of[indicator]
        )
        if not value:
            return {"name": indicator.names[self.tag]}
        observation = value.observation
        note = self.big_note(value)
        if observation:
            note = f"{self.words.phrase_as_of(observation.as_of, observation.basis)} {self.words['source']} {self.words['source_join'].join(titles)}"
        return {
            "name": indicator.names[self.tag],
            "value": machine(value.number),
            "text": self.amount(value, indicator),
            "area": self.place_of(value, area),
            "note": note,
            "disputed": self.words["sources_disagree"] if disputed else "",
        }
