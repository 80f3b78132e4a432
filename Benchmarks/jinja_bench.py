#!/usr/bin/env python3
"""Renders the benchmark's templates with Jinja2, as a process that the benchmark talks to.

Each line on standard input is `CASE COUNT`; the answer is one line of JSON with the nanoseconds that
COUNT pages took, and the text of one page where COUNT is 0.
"""

import argparse
import gc
import json
import pathlib
import sys
import time

import jinja2


def load(folder):
    """The compiled template and the data of one case."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=jinja2.select_autoescape(),
        keep_trailing_newline=True,
    )
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    return environment.get_template("page.html"), data


def main():
    """Answers until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("templates", type=pathlib.Path)
    templates = parser.parse_args().templates
    cases = {folder.name: load(folder) for folder in templates.iterdir() if folder.is_dir()}
    gc.freeze()
    for line in sys.stdin:
        name, count = line.split()
        template, data = cases[name]
        if count == "0":
            print(json.dumps({"text": template.render(data)}), flush=True)
            continue
        before = time.perf_counter_ns()
        for _ in range(int(count)):
            # The other engines write UTF-8, so the encoding belongs to the page.
            template.render(data).encode()
        print(json.dumps({"nanoseconds": time.perf_counter_ns() - before}), flush=True)


if __name__ == "__main__":
    main()
