"""The files of indicators and of places: every value, exactly once."""

import csv
import io
import json

from . import tables
from .grammar import machine
from .values import Value


def check_files(site, say, tally):
    """The files of indicators and places: every value, exactly once."""
    for indicator in site.model.indicators:
        if site.model.known(indicator):
            rows = figure_rows(site.model, indicator)
            compare_files(site, f"figures/{indicator.slug}", rows, say, tally, "figure files")
    for area in site.model.areas.all:
        if area.kind in ("country", "region", "province"):
            rows = place_rows(site.model, area)
            place = {
                "country": "country",
                "region": f"regions/{area.slug}",
                "province": f"provinces/{area.slug}",
            }[area.kind]
            compare_files(site, f"{place}/data", rows, say, tally, "place files")


def figure_rows(model, indicator):
    values = [v for area in model.cells_of[indicator] for v in model.cells[indicator, area]]
    if not values:
        rollup = model.rollups[indicator, model.areas.country]
        return [
            {
                "area": "TH",
                "value": machine(rollup.number),
                "bound": Value(rollup.number, rollup=rollup).told,
                "as_of": tables.iso(rollup.newest),
                "is_shown": "true",
            }
        ]
    return [observation_row(model, value) for value in values]


def observation_row(model, value):
    shown = model.shown(value.indicator, value.area) is value
    day = tables.iso(value.as_of) or value.row.get("period")
    return {
        "indicator": value.indicator.id,
        "area": None if value.together else value.area.code,
        "areas": "; ".join(member.code for member in value.area.members) if value.together else None,
        "as_of": day,
        "as_of_basis": value.basis,
        "value": machine(value.number) if value.number is not None else None,
        "bound": value.bound if value.number is not None else None,
        "status": value.status,
        "rank": value.rank,
        "is_shown": "true" if shown else "false",
        "source": value.source["id"],
        "quote": value.row.get("quote"),
        "unit": value.unit["th"][1] if value.unit else None,
    }


def place_rows(model, area):
    rows = []
    for member in [area, *[child for child in area.children if child.kind == "district"]]:
        for line in model.lines[member]:
            rows += [
                observation_row(model, value) for value in model.cells.get((line.indicator, line.area), [])
            ]
            rollup = model.rollups.get((line.indicator, line.area))
            if rollup:
                # A complete register lacks nothing in the areas without a row.
                in_some = not rollup.register or rollup.lacks_rows
                rows.append(
                    {
                        "indicator": line.indicator.id,
                        "area": line.area.code,
                        "value": machine(rollup.number),
                        "bound": Value(rollup.number, rollup=rollup).told,
                        "as_of": tables.iso(rollup.newest),
                        "at_least": "true" if rollup.at_least else "false",
                        "reported": str(rollup.reported) if rollup.expected and in_some else None,
                        "expected": str(rollup.expected) if rollup.expected and in_some else None,
                        "register": rollup.register,
                        "register_status": rollup.completeness,
                        "source": "; ".join(source["id"] for source in rollup.sources),
                        "is_shown": "true" if line.value and not line.value.observation else "false",
                    }
                )
    return rows


def compare_files(site, name, rows, say, tally, kind):
    for ending in ("csv", "json"):
        file = site.tree.root / f"{name}.{ending}"
        if file.is_file():
            for problem in compare_rows(f"{name}.{ending}", rows, read_rows(file)):
                say(problem)
            tally[kind, "numbers"] += len(rows)
            tally[kind, "pages"] += 1
        elif rows:
            say(f"{name}.{ending}: is not published, but the tables have {len(rows)} values for it")


def read_rows(file):
    """A file's values as texts by column."""
    if file.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    rows = json.loads(file.read_text("utf-8"), parse_float=str, parse_int=str)["values"]
    return [
        {
            name: {True: "true", False: "false"}.get(cell, cell) if isinstance(cell, bool) else cell
            for name, cell in row.items()
        }
        for row in rows
    ]


def compare_rows(name, expected, found):
    problems = []
    if len(found) != len(expected):
        problems.append(f"{name}: expected {len(expected)} values, found {len(found)}")
    for number, (row, published) in enumerate(zip(expected, found), 2):
        for column, cell in row.items():
            if column in published and (published[column] or None) != (cell or None):
                problems.append(
                    f"{name}: value {number}, {column}: expected {cell}, found {published[column]}"
                )
    return problems
