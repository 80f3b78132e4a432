#!/usr/bin/env python3
"""Records what Python's Jinja2 gives for every case in this folder.

A file holds an array of cases. A case has a "name", then either "template" (one template, named by
"main", which is "main.html" unless said) or "files" (template name → text) with "main", then "data"
and the outcome: "expected" (the text) or "error": true (Jinja raises). "options" are Jinja's
`trim_blocks`, `lstrip_blocks` and `keep_trailing_newline` (which is true unless said). `differences.json` holds
"jinja" and "ours" instead, where null means an error, and the "reason".

Run it with Jinja2 3.1.6 installed: `python3 record.py` rewrites the outcomes, `--check` only compares.
An outcome that turns from text to error, or back, stops the run unless `--accept` is given.
"""

import argparse
import json
import os
import pathlib
import signal
import sys

HERE = pathlib.Path(__file__).parent
VERSION = "3.1.6"


def render(case):
    """The text of one case, or None and the error's message."""
    import jinja2

    files = case.get("files") or {case.get("main", "main.html"): case["template"]}
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(files),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(),
        **{"keep_trailing_newline": True, **case.get("options", {})},
    )
    signal.alarm(10)
    try:
        name = case.get("main", "main.html")
        return environment.get_template(name).render(case.get("data", {})), None
    except Exception as error:  # whatever Jinja raises is the outcome
        return None, f"{type(error).__name__}: {error}"
    finally:
        signal.alarm(0)


def record(case, path, complaints, accept):
    """Writes the outcome into the case."""
    text, error = render(case)
    if "ours" in case:
        case["jinja"] = text
        return
    new = "expected" not in case and "error" not in case
    if not new and not accept and (text is None) != case.get("error", False):
        complaints.append(f"{path.name}: {case['name']}: {error or text!r}")
        return
    case.pop("expected", None)
    case.pop("error", None)
    if text is None:
        case["error"] = True
    else:
        case["expected"] = text


def main():
    """Reads, records and writes every file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--accept", action="store_true", help="accept text that became an error")
    arguments = parser.parse_args()
    if os.environ.get("CI"):
        sys.exit("record.py runs at a desk, never in CI: what CI compares with must be committed")
    import jinja2

    if jinja2.__version__ != VERSION:
        sys.exit(f"needs Jinja2 {VERSION}, this is {jinja2.__version__}")
    complaints, count = [], 0
    for path in sorted(HERE.glob("*.json")):
        before = path.read_text(encoding="utf-8")
        cases = json.loads(before)
        count += len(cases)
        for case in cases:
            record(case, path, complaints, arguments.accept)
        after = json.dumps(cases, ensure_ascii=False, indent=1) + "\n"
        if after != before and arguments.check:
            complaints.append(f"{path.name}: differs from what is committed")
        elif after != before:
            path.write_text(after, encoding="utf-8")
    print("\n".join(complaints + [f"{count} cases"]))
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
