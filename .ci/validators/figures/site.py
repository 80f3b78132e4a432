"""The pages of a site that figures stand on, and the check of each."""

import functools
import random

from tree import Result

from .checks import PageCheck, Tally, first, with_class
from .figure_maps import FigureMapCheck
from .files import check_files
from .grammar import slug_of
from .index import IndexCheck
from .lines import Coverage
from .maps import Charts
from .model import Model
from .pages import FigureCheck
from .places import PlaceCheck, RegionsCheck
from .registers import OtherCheck, RecordCheck, Register, RegisterCheck
from .sources import DisagreementsCheck, SourceCheck, SourcesCheck
from .tables import Source

# Of very many pages of a kind no more than so many are read in each language, always the same ones.
MOST = {"district": 200, "record": 200, "other": 300}


class Site:
    """A published tree beside the tables that it was made from."""

    def __init__(self, tree, root=".", source=None):
        self.tree, self.source = tree, source or Source(root)
        self.model = Model(self.source)
        collections = self.source.settings.get("collections") or {}
        self.registers = [
            Register(name, settings, self.model)
            for name, settings in collections.items()
            if (settings or {}).get("table") in self.source.resources
        ]
        terms = [
            term
            for item in (self.source.settings.get("taxonomies") or {}).values()
            for term in (item.get("terms") or {})
        ]
        self.topics = {term: place for place, term in enumerate(dict.fromkeys(terms))}

    @functools.cached_property
    def map_figure(self):
        """The indicator that the list of provinces shows on its maps."""
        return self.model.by_id.get((self.source.settings.get("theme_options") or {}).get("map_figure"))

    def registers_in(self, check, area):
        """What a place's page says of all registers, where one has rows there or is complete."""
        told = any(r.rows_in(area) for r in self.registers) or any(r.complete(area) for r in self.registers)
        return [register.in_place(check, area) for register in self.registers] if told else []

    def topic(self, indicator):
        """The place of an indicator's topic among the site's own; others come last."""
        return self.topics.get(indicator.topic, len(self.topics))

    @functools.cached_property
    def records_by_slug(self):
        return {r.name: {slug_of(row.get("id") or ""): row for row, _ in r.rows} for r in self.registers}

    def records(self, register):
        return self.records_by_slug[register.name]

    def target(self, href):
        """The indicator and area that a link to a page of figures is about."""
        path, _, fragment = href.partition("#")
        slug = path.rstrip("/").rpartition("/")[2]
        if "/figures/" not in path or slug not in self.model.by_slug:
            return None, None
        area = (
            next((a for a in self.model.areas.all if a.anchor == fragment), None)
            if fragment
            else self.model.areas.country
        )
        return self.model.by_slug[slug], area

    def page(self, tag, place):
        prefix = self.source.languages[tag]["prefix"]
        return self.tree.by_name.get("/".join(filter(None, [prefix, place.strip("/"), "index.html"])))

    # Every check of every page

    def checks(self, say):
        """The checks of all pages; a page that should be there and is not is told."""
        for tag in self.source.languages:
            wanted, known = {}, set()
            for place, kind, make in self.planned(tag):
                page = self.page(tag, place)
                if page is None:
                    say(f"{tag}/{place}: is not published, but the tables say that it should be")
                    continue
                known.add(page.name)
                wanted.setdefault(kind, []).append((page, make))
            for kind, pages in wanted.items():
                for page, make in sample(pages, MOST.get(kind)):
                    yield make(page)
            yield from self.others(tag, known, say)

    def planned(self, tag):
        model = self.model
        if model.areas.of("province"):
            for area in filter(model.has_page, model.areas.all):
                yield place_of(area), area.kind, functools.partial(PlaceCheck, self, tag=tag, area=area)
            if self.page(tag, "regions"):
                yield "regions", "regions", functools.partial(RegionsCheck, self, tag=tag)
            yield "provinces", "provinces", functools.partial(ProvincesCheck, self, tag=tag)
            for indicator in model.indicators:
                place = f"provinces/by/{indicator.slug}"
                if self.page(tag, place):
                    yield place, "map", functools.partial(FigureMapCheck, self, tag=tag, indicator=indicator)
        if any(model.known(indicator) for indicator in model.indicators):
            yield "figures", "index", functools.partial(IndexCheck, self, tag=tag)
        for indicator in model.indicators:
            if model.known(indicator):
                yield f"figures/{indicator.slug}", "figure", functools.partial(
                    FigureCheck, self, tag=tag, indicator=indicator
                )
        # Themes may do without these; where there is one, all are expected.
        if self.page(tag, "figures/disagreements"):
            yield "figures/disagreements", "disagreements", functools.partial(
                DisagreementsCheck, self, tag=tag
            )
        if self.page(tag, "sources"):
            yield "sources", "sources", functools.partial(SourcesCheck, self, tag=tag)
            for source in model.sources.values():
                make = functools.partial(SourceCheck, self, tag=tag, source=source)
                yield f"sources/{source['id']}", "source", make
        for register in self.registers:
            yield register.path, "register", functools.partial(
                RegisterCheck, self, tag=tag, register=register
            )
            for area in register.tops:
                make = functools.partial(RegisterCheck, self, tag=tag, register=register, area=area)
                yield f"{register.path}/in/{area.slug}", "list", make
            for slug, row in self.records(register).items():
                make = functools.partial(RecordCheck, self, tag=tag, register=register, row=row)
                yield f"{register.path}/{slug}", "record", make

    def others(self, tag, known, say):
        """Pages of the same kinds that the tables know nothing of, and figures on any other page."""
        prefix = self.source.languages[tag]["prefix"]
        start = f"{prefix}/" if prefix else ""
        registers = tuple(f"{start}{register.path}/" for register in self.registers)
        places = tuple(f"{start}{name}/" for name in ("provinces", "regions", "country", "figures"))
        rest = [page for page in self.tree.pages if page.name.startswith(start) and page.name not in known]
        for page in rest:
            if page.name.startswith(places) and not page.is_redirect:
                say(f"{page.name}: is published, but no table speaks of it")
        rest = [page for page in rest if not page.name.startswith(registers + places) and figures_on(page)]
        for page in sample(rest, MOST["other"]):
            yield OtherCheck(self, page, tag)


class ProvincesCheck(Coverage, Charts, PageCheck):
    """The list of provinces: what is known of each, and the maps of the figure that the theme shows."""

    kind = "list of provinces"

    def check(self):
        self.claim(first(with_class(self.main, "page-head")))
        self.count("statements")
        self.coverage()
        self.maps()
        if self.site.map_figure:
            tables = self.main.xpath(".//section[@aria-labelledby='to-figure-map']//table")
            if not tables:
                self.problem("the table of the map is missing")
            for table in tables:
                self.map_table(table, self.site.map_figure)


def place_of(area):
    if area.kind == "country":
        return "country"
    if area.kind == "district":
        return f"provinces/{area.parent.slug}/{area.slug}"
    return f"{area.kind}s/{area.slug}"


def figures_on(page):
    return any(mark in page.bytes for mark in (b'class="figure"', b'class="stats"', b'class="lines"', b'class="tiles"', b'<figure class="chart'))


def sample(items, most):
    """Some of many, always the same."""
    items = list(items)
    return items if most is None or len(items) <= most else random.Random(len(items)).sample(items, most)


def figures(tree):
    """Every number, rank, share, coverage and “at least”, recomputed from the tables."""
    result = Result("")
    source = Source(tree.source)
    if not source.has_tables:
        result.looked_at = "0 pages: the site has no content/data"
        return result
    tally, site = Tally(), Site(tree, tree.source)
    for check in site.checks(result.problem):
        check.run()
        tally[check.kind, "pages"] += 1
        for what, count in check.seen.items():
            tally[check.kind, what] += count
        for problem in check.problems:
            result.problem(problem)
    check_files(site, result.problem, tally)
    result.looked_at = (
        f"{sum(count for (_, what), count in tally.items() if what == 'pages')} pages and files"
    )
    for line in tally.told():
        result.note(line)
    return result
