"""Runs every validator over a published tree.

One line each, `PASS name: 0 problems in 12 pages (1.2 s)`; exit status 1 when one fails. As many
run at once as there are processors.
"""

import argparse
import concurrent.futures
import multiprocessing
import os
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

# The slow ones first, so that no processor is idle at the end.
VALIDATORS = {
    "axe": browser.accessibility,
    "search": search.search,
    "network": browser.network,
    "figure-trials": figures.trials,
    "pictures": pictures.pictures,
    "nu-html-checker": markup.nu_html_checker,
    "keyboard": browser.keyboard,
    "reflow": browser.reflow,
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
    "planted": planted.planted,
    "profiles": profiles.profiles,
    "fresh": fresh.fresh,
    "preview": preview.preview,
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

    names = options.only or list(VALIDATORS)
    failed = 0
    with concurrent.futures.ProcessPoolExecutor(
        os.cpu_count(), multiprocessing.get_context("fork"), initializer=keep, initargs=(tree,)
    ) as pool:
        for name, (result, seconds) in zip(names, pool.map(run, names)):
            verdict = "FAIL" if result.problems else "PASS"
            failed += bool(result.problems)
            print(f"{verdict} {name}: {len(result.problems)} problems in {result.looked_at} ({seconds:.1f} s)")
            show(result.problems, "  ", options.all)
            show(result.notes, "  note: ", options.all)
    sys.exit(1 if failed else 0)


def keep(tree):
    """Takes note of the tree in a process of its own, which shares what was read of it."""
    run.tree = tree


def run(name):
    began = time.monotonic()
    result = VALIDATORS[name](run.tree)
    return result, time.monotonic() - began


def show(lines, lead, every):
    shown = len(lines) if every else SHOWN
    for line in lines[:shown]:
        print(lead + line)
    if len(lines) > shown:
        print(f"{lead}and {len(lines) - shown} more")
    sys.stdout.flush()


main()
