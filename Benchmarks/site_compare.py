"""Tells whether two built sites are equal: the same pages of each kind, with bytes within a tenth.

usage: site_compare.py SAAN HUGO [--words]

With --words it tells of each kind how many pages say the same to a reader, and where the first one
that does not begins to differ; nothing is judged by that.
"""

import html
import os
import pathlib
import re
import sys

# The first pattern that fits a page's path, without its language, is its kind.
KINDS = [
    ("record: council", r"councils/c\d+/"),
    ("record: fund", r"funds/f\d+/"),
    ("record: housing", r"housing/h\d+/"),
    ("list of a register", r"(councils|funds|housing)/in/.*"),
    ("register", r"(councils|funds|housing)/"),
    ("article", r"news/report-\d+/"),
    ("list of news", r"news/(years/\d+/)?(page/\d+/)?"),
    ("district", r"provinces/[a-z-]+/\d+/"),
    ("province", r"provinces/[a-z-]+/"),
    ("provinces", r"provinces/"),
    ("topic", r"topics/[a-z-]+/(page/\d+/)?"),
    ("topics", r"topics/"),
    ("text", r"about/.*"),
    ("home", r""),
]
COMPILED = [(kind, re.compile(f"(?:th|en)/{pattern}index\\.html")) for kind, pattern in KINDS]
TOLERANCE = 0.10


def kind_of(path):
    return next((kind for kind, pattern in COMPILED if pattern.fullmatch(path)), None)


def pages(folder):
    """The path, kind and bytes of every file; the kind is None for what only one site has."""
    start = len(str(folder)) + 1
    for parent, _, names in os.walk(folder):
        for name in names:
            file = f"{parent}/{name}"
            yield file[start:], kind_of(file[start:]), os.stat(file).st_size


def census(folder):
    """What there is of each kind: its paths, and its bytes; and all other files and bytes."""
    kinds = {kind: [set(), 0] for kind, _ in KINDS}
    rest = [0, 0]
    for path, kind, size in pages(folder):
        if kind is None:
            rest[0] += 1
            rest[1] += size
        else:
            kinds[kind][0].add(path)
            kinds[kind][1] += size
    return kinds, rest


def compare(ours, theirs):
    """The table as Markdown lines, and what is not equal."""
    mine, my_rest = census(ours)
    others, other_rest = census(theirs)
    faults = []
    lines = ["| kind | pages | Saan bytes | Hugo bytes | Hugo ÷ Saan |", "|---|---:|---:|---:|---:|"]
    total = [0, 0, 0]
    for kind, _ in KINDS:
        (paths, size), (other_paths, other_size) = mine[kind], others[kind]
        if paths != other_paths:
            some = ", ".join(sorted(paths ^ other_paths)[:3])
            faults.append(f"{kind}: {len(paths):,} pages and {len(other_paths):,}; such as {some}")
        ratio = other_size / size if size else 0
        if abs(ratio - 1) > TOLERANCE:
            faults.append(f"{kind}: Hugo's bytes are {ratio:.2f} × ours")
        lines.append(f"| {kind} | {len(paths):,} | {size:,} | {other_size:,} | {ratio:.3f} |")
        total = [total[0] + len(paths), total[1] + size, total[2] + other_size]
    ratio = total[2] / total[1] if total[1] else 0
    if abs(ratio - 1) > TOLERANCE:
        faults.append(f"all pages: Hugo's bytes are {ratio:.2f} × ours")
    lines.append(f"| all of these | {total[0]:,} | {total[1]:,} | {total[2]:,} | {ratio:.3f} |")
    lines.append(
        f"| files that have no equal | {my_rest[0]:,} and {other_rest[0]:,} "
        f"| {my_rest[1]:,} | {other_rest[1]:,} | |")
    return lines, faults, total[0]


# What stands in lines of its own when a page is read.
BLOCKS = re.compile(
    r"</?(?:p|div|li|ul|ol|h\d|tr|td|th|dt|dd|dl|section|table|nav|a|details|summary|aside|header|figure)\b[^>]*>")


def words(file):
    """The lines of a page as they are read, names of parts and drawings among them."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.S)
    text = re.sub(r'<[^>]*aria-label="([^"]*)"[^>]*>', r" [\1] ", text)
    text = html.unescape(re.sub(r"<[^>]+>", "", BLOCKS.sub("\n", text)))
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def compare_words(ours, theirs):
    """The table as Markdown lines."""
    lines = ["| kind | pages | with the same words | the first other line |", "|---|---:|---:|---|"]
    mine, _ = census(ours)
    for kind, (paths, _) in mine.items():
        same, first = 0, ""
        for path in sorted(paths):
            if not (theirs / path).exists():
                continue
            pair = words(ours / path), words(theirs / path)
            if pair[0] == pair[1]:
                same += 1
            elif not first:
                other = next((line for line in zip(*pair) if line[0] != line[1]), ("", "more or less"))
                first = f"{path}: {other[0][:60]} ≠ {other[1][:60]}"
        lines.append(f"| {kind} | {len(paths):,} | {same:,} | {first} |")
    return lines


if __name__ == "__main__":
    folders = [pathlib.Path(name) for name in sys.argv[1:] if name != "--words"]
    if len(folders) != 2:
        sys.exit(__doc__)
    table, found, _ = compare(*folders)
    print("\n".join(table))
    if "--words" in sys.argv:
        print("\n" + "\n".join(compare_words(*folders)))
    for fault in found:
        print(f"FAIL {fault}")
    sys.exit(1 if found else 0)
