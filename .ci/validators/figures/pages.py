"""Pages of indicators."""

from . import tables
from .checks import PageCheck, first, show, strip_dots, text, with_class, without
from .grammar import grouped, machine, plain
from .index import areas_of, best, compared, split
from .maps import Charts
from .values import Value

SHORT_WITH_EVIDENCE, PARTS = 24, 100


class FigureCheck(Charts, PageCheck):
    """The page of one indicator: every value of every source, sums, why sources differ, how to cite."""

    kind = "figure"

    def __init__(self, site, page, tag, indicator):
        super().__init__(site, page, tag)
        self.indicator = indicator

    def check(self):
        self.head()
        full, short = self.split()
        sections = {s.get("aria-labelledby"): s for s in with_class(self.main, "figure-area")}
        self.expect("areas told in full", [area.anchor for area in full], list(sections))
        for area in full:
            if area.anchor in sections:
                self.area_in_full(sections[area.anchor], area)
        self.side_by_side()
        self.areas_in_short(short)
        self.sentences()
        self.citations()
        self.corrections(lambda row: row["indicator"] == self.indicator.id)

    def head(self):
        """What is counted, its unit and what it is part of, in the words of the table."""
        head, side = first(with_class(self.main, "page-head")), first(with_class(self.main, "definition"))
        self.expect("name", self.indicator.names[self.tag], text(first(head.xpath("./h1"))))
        self.definition(head)
        facts = [text(dd) for dd in side.xpath(".//dd")] if side is not None else []
        universe = self.indicator.row.names("universe")
        for wanted in (
            self.indicator.unit and self.indicator.unit[self.tag][1],
            universe and universe[self.tag],
        ):
            if wanted and wanted not in facts:
                self.problem(f"“{wanted}” is not among {show(facts)}")
        for part in (head, side):
            self.claim(part)

    def definition(self, head):
        """What the table says of the figure, below its name."""
        definition = self.indicator.row.names("description")
        if definition and plain(definition[self.tag]) == self.indicator.names[self.tag]:
            definition = None
        self.expect(
            "definition",
            plain(definition[self.tag]) if definition else "",
            text(first(with_class(head, "lead"))),
        )

    def areas(self):
        return areas_of(self.model, self.indicator)

    def split(self):
        return split(self.model, self.indicator)

    def compared(self):
        return compared(self.model, self.indicator)

    def side_by_side(self):
        """The map of the provinces, and the bars of provinces or regions."""
        areas, section = self.compared(), self.section("to-compared")
        self.expect("areas side by side", bool(areas), section is not None)
        if not areas or section is None:
            return
        self.maps()
        bars = with_class(section, "chart-bar")
        self.expect("bars of the areas", 1, len(bars))
        for figure in bars:
            self.ranked_bars(figure, self.indicator, areas)

    def values(self, area):
        return self.model.cells.get((self.indicator, area), [])

    def area_in_full(self, section, area):
        shown, rollup = self.model.shown(self.indicator, area), self.model.rollups.get((self.indicator, area))
        card, value = first(with_class(section, "stat")), None
        if shown and shown.number is not None:
            value = Value(shown.number, observation=shown)
        elif rollup and not shown:
            value = Value(rollup.number, rollup=rollup)
        if value and card is not None:
            expected = self.big_card(value, self.indicator, area)
            self.expect_fields(f"{area.code}, card", expected, self.card(card))
        elif (card is not None) != bool(shown or value):
            self.problem(
                f"{area.code}: the card of the value is {'there' if card is not None else 'left out'}"
            )
        else:
            self.claim(card)
        for part in section.xpath("./div/div[@class='figure-value']/p"):
            self.reasons(part, area, shown)
        dates, notes = first(section.xpath(".//div[@role='group']")), with_class(section, "dispute-note")
        if dates is not None and shown:
            self.four_dates(dates, shown)
        if not shown and (dates is not None or notes):
            self.problem(f"{area.code}: dates and reasons are told of a value that no table has")
        self.sum(section, area)
        self.parts(section, self.model.rollups.get((self.indicator, area)))
        self.left_out(section, area)
        self.every_value(section, area)
        for chart in with_class(section, "chart-dot-plot"):
            self.claim(chart)
            self.dot_plot(chart, self.indicator, area)
        for note in notes if shown else []:
            self.dispute(note, area, shown)

    def reasons(self, part, area, shown):
        """Why a value is shown, and what else there is to know of it: words of the tables."""
        self.claim(part)
        rollup = self.model.rollups.get((self.indicator, area))
        known = (
            [(shown.row.names(name) or {}).get(self.tag, "") for name in ("rank_reason", "note")]
            if shown
            else []
        )
        known += [self.origin(rollup, sources=False)] if rollup else []
        words = text(part)
        if any(character.isdigit() for character in words) and not any(
            plain(k) and plain(k) in words for k in known
        ):
            self.problem(f"{area.code}: “{words}” is in none of the tables")

    def four_dates(self, part, shown):
        self.claim(part)
        words = self.words
        date = lambda day: words.moment(day) if day else words["not_stated"]
        found = [text(dd) for dd in part.xpath(".//dd")]
        published = tables.date(shown.source.get("date_published"))
        expected = [words["basis"][shown.basis]]
        if shown.basis != "publication_date":
            expected.append(date(published))
        accessed = tables.date(shown.source.get("date_accessed"))
        expected.append(words.moment(accessed) if accessed else words["not_recorded"])
        released = self.model.released(shown)
        expected.append(words.moment(released) if released else words["not_released"])
        self.expect("dates beside the value", expected, found[: len(expected)])

    def sum(self, section, area):
        """Published beside computed, with the difference and the coverage."""
        rollup = self.model.rollups.get((self.indicator, area))
        part = first(section.xpath(".//dl[contains(@class,'sum')]"))
        rows = {text(div[0]): text(div[1]) for div in part.xpath("./div")} if part is not None else {}
        self.claim(part)
        expected = self.sum_rows(area, rollup) if rollup else {}
        if rows or expected:
            self.expect_fields(f"{area.code}, sum", expected, rows)
            for name in rows.keys() - expected.keys():
                self.problem(f"{area.code}, sum: “{name}: {rows[name]}” is not in the tables")
            self.count("numbers", len(rows))
            self.count("coverages", self.words["coverage_title"] in rows)

    def sum_rows(self, area, rollup):
        words, rows, published = self.words, {}, rollup.published
        if published:
            amount = "–"
            if published.number is not None:
                amount = self.amount(Value(published.number, observation=published), self.indicator)
            # One of another year than the value that is shown is not what was published of it.
            is_shown = published is self.model.shown(self.indicator, area)
            rows[words["published_value" if is_shown else "published_to_compare"]] = (
                f"{amount} {words.phrase_as_of(published.as_of, published.basis)}"
            )
        total, difference = self.sum_amounts(self.indicator, rollup)
        dates = self.sum_date(rollup) if rollup.newest or rollup.register else ""
        own = rollup.own_names[self.tag] if rollup.own_names else ""
        if self.model.shown(self.indicator, area):
            rows[words["computed_value"]] = plain(f"{total} {own} {dates}")
        if difference:
            rows[words["difference"]] = difference
        where = {
            "count": rollup.reported,
            "reported": rollup.reported,
            "expected": rollup.expected,
            "areas": words["kinds_figure"].get(rollup.kind),
        }
        if rollup.register:
            state = words["completeness"][rollup.completeness]
            inside = words.say("recorded_in", **where) if rollup.expected and rollup.lacks_rows else ""
            given = " ".join(self.rows_given(rollup))
            rows[words["completeness_title"]] = plain(f"{state} {inside} {given}")
        elif rollup.expected and self.model.shown(self.indicator, area):
            # Where the sum itself leads, its coverage stands below it.
            missing = rollup.reported < rollup.expected
            rows[words["coverage_title"]] = words.coverage(
                rollup.reported, rollup.expected, rollup.kind, area.code == "10", False, rollup.partly,
                self.full_name(rollup.only) if rollup.only and missing else None,
            )
        return rows

    def parts(self, section, rollup):
        """The values that went into a sum."""
        lists = section.xpath("./div/div[@class='figure-value']/details/ul")
        found = [self.read_part(li) for li in lists[0].xpath("./li[.//data]")] if lists else []
        expected = [self.part(value) for value in rollup.parts[:PARTS]] if rollup else []
        for rest in lists[0].xpath("./li[not(.//data)]") if lists else []:
            self.claim(rest)
        if expected or found:
            self.expect("the values that were added up", expected, found)

    def left_out(self, section, area):
        """The values of smaller areas that were not added up, and why."""
        left = self.model.unadded.get((self.indicator, area), [])
        found = [self.read_part(li) for li in section.xpath("./ul[not(@class)]/li")]
        if left or found:
            self.expect(
                "values that are not added", [self.part(value, reason) for value, reason in left], found
            )

    def every_value(self, section, area):
        table = first(section.xpath(".//div[contains(@class,'values')]//table"))
        values = self.values(area)
        if table is None:
            self.expect(f"{area.code}, table of values", [], [str(v.number) for v in values])
            return
        self.claim(table)
        ordered = sorted(values, key=lambda v: (tables.iso(v.as_of) or "", -v.index), reverse=True)
        shown = self.model.shown(self.indicator, area)
        expected = [self.value_row(v, v is shown) for v in ordered]
        self.expect(
            f"{area.code}, values",
            expected,
            [self.read_value_row(tr.xpath("./td"), values) for tr in table.xpath(".//tbody/tr")],
        )
        self.count("numbers", sum(v.number is not None for v in values))

    def value_row(self, value, is_shown, in_table=True):
        """Value, date, source, words of the source, status."""
        words = self.words
        missing = value.number is None
        number = "–"
        if not missing:
            # A unit of its own stands beside the number, the indicator's above the table; the sign does always.
            own = value.row.unit() or (self.indicator.unit if self.indicator.is_share else None)
            amount = words.measured(self.indicator.shown(value.number, bound=value.bound), own and own[self.tag])
            number = words.told(amount, value.bound, None)
        remarks = self.remarks(value)
        if value.rank != "normal" or not remarks:
            remarks.append(words["ranks"][value.rank])
        note, reason = (value.row.names(name) for name in ("note", "rank_reason"))
        producer = value.source.names("producer")[self.tag]
        own = value.row.names("name")
        return {
            "value": None if missing else machine(value.number),
            "number": number,
            "name": own[self.tag] if own and not missing else "",
            "mark": words["value_shown"] if is_shown and in_table else "",
            "others": [] if in_table else self.others_in_short(value),
            "date": (words.moment(value.as_of, "medium") if value.as_of else words["not_stated"]),
            "basis": words["basis"][value.basis],
            "source": [self.title(value.source), producer if producer != self.title(value.source) else ""],
            "quote": plain(value.row.get("quote")),
            "note": plain(note[self.tag]) if note else "",
            "status": words["comma"].join(remarks),
            "reason": reason[self.tag] if reason else "",
        }

    def others_in_short(self, value):
        """The numbers of other sources, beside the one that stands for an area."""
        return [
            self.words.amount(o.indicator.shown(o.number, bound=o.bound), o.unit and o.unit[self.tag], o.bound)
            for o in self.model.disagreeing(value)
        ]

    def read_others(self, cell):
        return [text(data) for part in with_class(cell, "differ") for data in part.xpath(".//data")]

    def read_own_name(self, cell):
        """What a value counts in words of its own; what other sources give stands beside it as small."""
        return next((text(part) for part in with_class(cell, "small") if "differ" not in part.get("class")), "")

    def remarks(self, value):
        """The flags of a value in words; what is given as about says so itself."""
        letters = "PBON" if value.bound == "about" else "EPBON"
        return [self.words["remarks"][letter] for letter in letters if letter in value.status]

    def read_value_row(self, cells, values):
        """A row; the columns of evidence and status are there where any of the table's values fills them."""
        small = lambda cell: text(first(with_class(cell, "small"))) if cell is not None else ""
        quoted = any(v.row.get("page") or v.row.get("quote") or v.row.names("note") for v in values)
        told = any(v.rank != "normal" or self.remarks(v) or v.row.names("rank_reason") for v in values)
        self.expect("columns of the values", 3 + quoted + told, len(cells))
        evidence = cells[3] if quoted and len(cells) > 3 else None
        status = cells[-1] if told and len(cells) > 3 else None
        return {
            "value": first(cells[0].xpath(".//data/@value")),
            "number": without(cells[0], "tag", "small", "differ"),
            "name": self.read_own_name(cells[0]),
            "others": self.read_others(cells[0]),
            "mark": text(first(with_class(cells[0], "tag"))),
            "date": without(cells[1], "small"),
            "basis": small(cells[1]),
            "source": [without(cells[2], "small"), small(cells[2])],
            "quote": text(first(evidence.xpath(".//q"))) if evidence is not None else "",
            "note": small(evidence),
            "status": without(status, "small") if status is not None else self.words["ranks"]["normal"],
            "reason": small(status),
        }

    def areas_in_short(self, areas):
        section, compared = self.section("to-areas"), self.section("to-compared")
        table = first(section.xpath(".//table")) if section is not None else None
        if table is None and compared is not None:
            table = first(compared.xpath("./details/figure/table"))
        if table is None:
            self.expect("table of areas", [], [area.code for area in areas])
            return
        self.claim(table)
        shown = {area: self.model.shown(self.indicator, area) for area in areas}
        plain_numbers = self.alike(shown.values())
        with_evidence = all(shown.values()) and len(areas) <= SHORT_WITH_EVIDENCE
        is_plain = table.getparent().get("class") == "numbers"
        self.expect("a table of numbers alone", plain_numbers, is_plain)
        if plain_numbers != is_plain:
            return
        if plain_numbers:
            self.told_once(table, next(iter(shown.values())))
        rows = {tr.get("id"): tr for tr in table.xpath(".//tbody/tr")}
        self.expect("areas in the table", [area.anchor for area in areas], list(rows))
        for area in areas:
            tr = rows.get(area.anchor)
            if tr is None:
                continue
            joint = shown[area] and shown[area].together
            name = self.all_together(shown[area]) if joint else area.names[self.tag]
            self.expect(f"{area.code}, name", name, text(first(tr.xpath("./th"))))
            cells = tr.xpath("./td")
            if plain_numbers:
                row = self.value_row(shown[area], True, False)
                self.expect(f"{area.code}, other values", row["others"], self.read_others(cells[0]))
                number = without(cells[0], "differ")
                self.expect(area.code, plain(f"{row['number']} {row['name']}"), number)
            elif with_evidence:
                self.expect_fields(
                    area.code,
                    self.value_row(shown[area], True, False),
                    self.read_value_row(cells, list(shown.values())),
                )
            else:
                others = self.others_in_short(shown[area]) if shown[area] else []
                self.expect(f"{area.code}, other values", others, self.read_others(cells[0]))
                found = [without(cells[0], "differ"), *map(text, cells[1:])]
                self.expect(area.code, self.short_row(area, shown[area]), found)
            self.count("numbers")

    def alike(self, values):
        """Whether all values are of one day and one source, and nothing else is to be told of them."""
        values = list(values)
        if len(values) < 2 or not all(values):
            return False
        told = any(self.remarks(v) or v.rank != "normal" or v.row.names("note") for v in values)
        told = told or any(v.row.get("page") or not self.quotes_its_number(v) for v in values)
        return not told and len({(v.as_of, v.basis, v.source["id"]) for v in values}) == 1

    def quotes_its_number(self, value):
        """Whether the words of its source are the number and nothing else."""
        quote = plain(value.row.get("quote") or "")
        return not quote or quote == grouped(self.indicator.shown(value.number))

    def told_once(self, table, value):
        """The day and the source that all numbers of a table have."""
        above = self.claim(first(table.xpath("./preceding-sibling::figcaption")))
        value = Value(value.number, observation=value)
        for words in (self.big_date(value), self.source_text(value.observation.source)):
            self.expect("day and source of all areas", True, words in strip_dots(text(above)))

    def short_row(self, area, value):
        if value:
            row = self.value_row(value, True, False)
            return [plain(f"{row['number']} {row['name']}"), row["date"], row["source"][0]]
        rollup = self.model.rollups.get((self.indicator, area))
        if not rollup:
            known = self.model.cells.get((self.indicator, area))
            return ["–", "", self.words["ranks"]["deprecated"] if known else ""]
        number, _ = self.sum_amounts(self.indicator, rollup)
        own = rollup.own_names[self.tag] if rollup.own_names else ""
        return [
            plain(f"{number} {own}"),
            (
                self.words.moment(rollup.newest, "medium")
                if rollup.newest
                else self.words["not_stated"] if rollup.register else ""
            ),
            self.words["computed_value"],
        ]

    def dispute(self, note, area, shown):
        """Why sources differ: the words of the reconciliation that covers them."""
        self.claim(note)
        row = self.model.reconciliation(shown, self.model.disagreeing(shown))
        reason = row and row.names("reason")
        if reason and plain(reason[self.tag]) not in text(note):
            self.problem(f"{area.code}: the reason for the difference is not the table's: “{text(note)}”")

    def sentences(self):
        """The sentences of other pages that state the figure have one of its numbers in them."""
        section = self.section("to-cited-by")
        for part in section.xpath("./p[@class='small']") if section is not None else []:
            self.claim(part)
        values = [v for area in self.areas() for v in self.values(area)]
        rollups = [self.model.rollups.get((self.indicator, area)) for area in self.areas()]
        numbers = {grouped(self.indicator.shown(v.number, bound=v.bound)) for v in values if v.number is not None}
        numbers |= {
            grouped(self.indicator.shown(rollup.number, True, Value(rollup.number, rollup=rollup).told)) for rollup in rollups if rollup
        }
        for quote in section.xpath(".//blockquote") if section is not None else []:
            self.count("sentences")
            if not any(number in text(quote) for number in numbers):
                self.problem(f"none of the figure's numbers is in the sentence “{text(quote)}”")

    def citations(self):
        """How to cite it: number, unit, date, source; in both languages."""
        section = self.section("to-cite")
        for part in with_class(section, "citation") if section is not None else []:
            self.claim(part)
            other = FigureCheck(self.site, self.page, part.get("lang"), self.indicator)
            expected = other.citation()
            if not text(part).startswith(expected):
                self.problem(f"citation: expected “{expected}…”, found “{text(part)}”")
            self.count("statements")
            self.count("numbers")

    def citation(self):
        value, area = self.best()
        if not value:
            return f"{self.indicator.names[self.tag]}. "
        observation, rollup = value.observation, value.rollup
        if observation:
            shared = self.all_together(observation) if observation.together else None
            date = self.citation_date(observation.as_of, observation.basis) if observation.as_of else None
            facts, origin, names = [shared, date], self.full_source(observation.source), observation.names
        else:
            titles = [self.title(source) for source in rollup.sources]
            titles = [self.table_title(rollup.register)] if rollup.register else titles
            facts = [
                self.figure_coverage(rollup, area.code == "10"),
                self.sum_date(rollup, self.citation_date) if rollup.newest else None,
            ]
            names = rollup.own_names or self.indicator.names
            origin = f"{self.words['computed_value']} ({'; '.join(titles)})"
        facts = "; ".join(filter(None, facts))
        facts = f" ({facts})" if facts else ""
        joint = observation is not None and observation.together
        place = "" if joint or area.kind == "country" else self.words["citation_place"] + area.names[self.tag]
        # An abbreviation at the end of a part has its stop already.
        return f"{names[self.tag]}{place}: {self.amount(value, self.indicator)}{facts}. {origin.removesuffix('.')}. "

    def citation_date(self, day, basis):
        if isinstance(day, tables.Span) and basis != "publication_date":
            return self.words.as_of(day)
        return self.words.phrase_as_of(day, basis)

    def best(self):
        """The value that an indicator is known by: the one that its page leads with."""
        return best(self.model, self.indicator)
