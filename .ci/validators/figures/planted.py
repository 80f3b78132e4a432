"""Plants single errors and half-filled registers in the tables, each of which pages must be found to contradict.

The tables are changed in memory, the published pages stay as they are: what the validator reckons from
the changed tables must differ from what stands on the pages, in both languages.
"""

import functools

from .checks import DIGITS
from .pages import FigureCheck
from .places import PlaceCheck
from .registers import RegisterCheck
from .site import Site, sample
from .tables import Row, Source, number

# On so many values each of the rarer changes is tried; a changed number on all of them, up to a limit.
VALUES, MOST = 10, 150


class Planted(Source):
    """A site's tables with something changed in some of them."""

    def __init__(self, source, **changes):
        self.__dict__.update(source.__dict__)
        self.source, self.changes = source, changes

    @functools.cache
    def rows(self, name):
        rows = [Row(getattr(row, "raw", row)) for row in self.source.rows(name)]
        if name in self.changes:
            self.changes[name](rows)
        return rows


# What may be wrong with one row of `observations`


def number_changed(rows, index):
    rows[index]["value"] = str(number(rows[index]["value"]) + 1)


def bound_changed(rows, index):
    exact = (rows[index].get("bound") or "exact") == "exact" and "E" not in (rows[index].get("status") or "")
    rows[index]["bound"] = "at_least" if exact else "exact"


def date_changed(rows, index):
    rows[index] |= {"as_of": "2019-03-05", "as_of_basis": "stated"}


def date_made_a_span(rows, index):
    rows[index] |= {"as_of": "ปีงบประมาณ 2562", "as_of_basis": "stated"}


def basis_changed(rows, index):
    basis = rows[index].get("as_of_basis")
    rows[index]["as_of_basis"] = "inferred" if basis != "inferred" else "stated"


def unit_changed(rows, index):
    rows[index] |= {"unit": "ฉบับ", "unit@en": "volumes"}


def area_changed(rows, index):
    """Booked on one province, as a total of several must not be."""
    first = (rows[index].get("areas") or "").partition(";")[0].strip()
    rows[index] |= {"area": first or ("90" if rows[index].get("area") != "90" else "50"), "areas": None}


def quote_changed(rows, index):
    quote = rows[index]["quote"]
    digit = next(DIGITS.finditer(quote))
    rows[index]["quote"] = quote[: digit.start()] + str(9 - int(digit.group())) + quote[digit.end() :]


def note_left_out(rows, index):
    if not rows[index].pop("note"):
        raise KeyError
    rows[index].pop("note@en", None)


def row_added(rows, index):
    """Another source with another number for the same time: they disagree."""
    other = str(2 * number(rows[index]["value"]) + 3)
    rows.insert(index + 1, Row({**rows[index], "value": other, "rank": "normal"}))


def row_left_out(rows, index):
    del rows[index]


CHANGES = (
    bound_changed,
    date_changed,
    date_made_a_span,
    basis_changed,
    unit_changed,
    area_changed,
    quote_changed,
    note_left_out,
    row_added,
    row_left_out,
)


def try_tables(site, result, tried):
    """Every published number, and some of the rest of what is said of it; then registers."""
    rows = site.source.rows("observations")
    values = sample(stated(site), MOST)
    before = functools.cache(lambda indicator: figure_problems(site, indicator))
    some = sample(values, VALUES)
    for change, indices in [(number_changed, values), *((change, some) for change in CHANGES)]:
        for index in indices:
            try:
                twin = planted(site, observations=functools.partial(change, index=index))
            except (KeyError, StopIteration, TypeError):
                continue
            indicator = rows[index]["indicator"]
            for tag, problems in figure_problems(twin, indicator).items():
                tell(
                    result,
                    tried,
                    change,
                    problems != before(indicator)[tag],
                    f"{tag}, {indicator}, row {index + 2}",
                )
    try_registers(site, result, tried)


def stated(site):
    """The rows whose numbers the page of their indicator must state: those shown, and all of an area told in full."""
    found = []
    tag = next(iter(site.source.languages))
    for indicator in site.model.indicators:
        page = site.page(tag, f"figures/{indicator.slug}")
        full = FigureCheck(site, page, tag, indicator).split()[0] if page else []
        for area in site.model.cells_of[indicator] if page else []:
            shown = site.model.shown(indicator, area)
            values = [v for v in site.model.cells[indicator, area] if v.number is not None]
            found += [v.index for v in values if area in full or v is shown]
    return sorted(found)


def planted(site, **changes):
    return Site(site.tree, source=Planted(site.source, **changes))


def tell(result, tried, change, noticed, place):
    name = change if isinstance(change, str) else f"{change.__name__.replace('_', ' ')} in a table"
    tried[name] += 1
    if not noticed:
        result.problem(f"{place}: {name}, and nothing is noticed")


def figure_problems(site, name):
    """What the page of an indicator contradicts, by language."""
    indicator = site.model.by_id[name]
    pages = {tag: site.page(tag, f"figures/{indicator.slug}") for tag in site.source.languages}
    return {
        tag: FigureCheck(site, page, tag, indicator).run().problems for tag, page in pages.items() if page
    }


# Registers that are empty, in part entered, complete, or complete with a cell missing


def try_registers(site, result, tried):
    for register in site.registers[:3]:
        untold = lambda area: not register.rows_in(area) and not register.complete(area)
        provinces = [area for area in site.model.areas.of("province") if untold(area)][:2]
        if not provinces or not any(i.table == register.table for i in site.model.indicators):
            continue
        numbers = [n for n, f in register.fields.items() if f.get("type") in ("integer", "number")]
        entered = [
            Row({"id": f"planted-{place}", "name": "ก", "area": area.code} | {n: "7" for n in numbers})
            for place, area in enumerate([provinces[0], *provinces])
        ]
        lacking = [Row({**entered[0], **{n: None for n in numbers}}), *entered[1:]]
        said = [
            Row({"register": register.table, "area": area.code, "status": "complete", "as_of": "2026-02-03"})
            for area in provinces[:1]
        ]
        states = {
            "rows entered in a register": register_change(register, entered, []),
            "a register with rows called complete": register_change(register, entered, said),
            "a cell missing in a complete register": register_change(register, lacking, said),
        }
        for tag in site.source.languages:
            seen = [place_problems(site, tag, register, provinces[0])]
            for name, changes in states.items():
                problems = place_problems(planted(site, **changes), tag, register, provinces[0])
                told = problems not in seen or ("cell" in name and not numbers)
                tell(result, tried, name, told, f"{tag}, {register.table} in {provinces[0].code}")
                seen.append(problems)


def register_change(register, entered, said):
    return {
        register.table: lambda rows: rows.extend(entered),
        "register_coverage": lambda rows: rows.extend(said),
    }


def place_problems(site, tag, register, area):
    """What a province's page, the country's and the register's own contradict."""
    area, country = site.model.areas.by_code[area.code], site.model.areas.country
    register = next(known for known in site.registers if known.name == register.name)
    checks = [
        PlaceCheck(site, site.page(tag, f"provinces/{area.slug}"), tag, area),
        RegisterCheck(site, site.page(tag, register.path), tag, register),
    ]
    checks += [PlaceCheck(site, site.page(tag, "country"), tag, country)] if country else []
    return [problem for check in checks if check.page for problem in check.run().problems]
