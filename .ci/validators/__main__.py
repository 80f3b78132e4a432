"""Runs every validator over a published tree.

One line each, `PASS name: 0 problems in 12 pages (1.2 s)`; exit status 1 when one fails.
"""

import argparse
import sys
import time

import browser
import calendars
import feeds
import figures
import fresh
import jsonfeed
import links
import markup
import pictures
import planted
import preview
import profiles
import search
import sitemap
from tree import Tree

VALIDATORS = {
    "nu-html-checker": markup.nu_html_checker,
    "html5lib": markup.html5lib_strict,
    "tinycss2": markup.tinycss2_strict,
    "xml": markup.well_formed_xml,
    "weight": markup.page_weight,
    "atom": feeds.atom,
    "jsonfeed": jsonfeed.json_feeds,
    "calendars": calendars.calendars,
    "sitemap": sitemap.entries,
    "hreflang": sitemap.hreflang,
    "robots": sitemap.robots,
    "links": links.links,
    "orphans": links.orphans,
    "figures": figures.figures,
    "figure-trials": figures.trials,
    "planted": planted.planted,
    "profiles": profiles.profiles,
    "pictures": pictures.pictures,
    "fresh": fresh.fresh,
    "preview": preview.preview,
    "axe": browser.accessibility,
    "reflow": browser.reflow,
    "keyboard": browser.keyboard,
    "network": browser.network,
    "search": search.search,
}
SHOWN = 20


def main():
    parser = argparse.ArgumentParser(prog=".ci/validate", description=__doc__)
    parser.add_argument("folder", nargs="?", default="public")
    parser.add_argument("--all", action="store_true", help="show every problem, not only the first ones")
    parser.add_argument("--source", default=".", metavar="DIR", help="the site that the tree was made from")
    parser.add_argument("--only", action="append", choices=VALIDATORS, metavar="NAME")
    options = parser.parse_args()

    tree = Tree(options.folder, options.source)
    if not tree.pages:
        sys.exit(f"FAIL {options.folder}: no .html file is there; run `make site` first")

    failed = 0
    for name in options.only or VALIDATORS:
        began = time.monotonic()
        result = VALIDATORS[name](tree)
        seconds = time.monotonic() - began
        verdict = "FAIL" if result.problems else "PASS"
        failed += bool(result.problems)
        print(f"{verdict} {name}: {len(result.problems)} problems in {result.looked_at} ({seconds:.1f} s)")
        show(result.problems, "  ", options.all)
        show(result.notes, "  note: ", options.all)
    sys.exit(1 if failed else 0)


def show(lines, lead, every):
    shown = len(lines) if every else SHOWN
    for line in lines[:shown]:
        print(lead + line)
    if len(lines) > shown:
        print(f"{lead}and {len(lines) - shown} more")
    sys.stdout.flush()


main()
