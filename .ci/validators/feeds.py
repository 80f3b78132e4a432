"""Atom feeds: what RFC 4287 requires, and what feedparser, a reader in wide use, makes of them."""

import datetime
import re

import feedparser
from lxml import etree

from tree import Result

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TEXT_TYPES = (None, "text", "html", "xhtml")
FIRST_BUDDHIST_YEAR = 2400


def atom(tree):
    found = list(feeds(tree))
    result = Result(f"{len(found)} feeds")
    if not found:
        result.problem("no Atom feed is published")
    for name, root in found:
        say = lambda text, name=name: result.problem(f"{name}: {text}")
        check_feed(tree, name, root, say)
        for entry in root.findall(ATOM + "entry"):
            check_entry(tree, root, entry, say)
        check_reading(tree, name, say)
    announced(tree, {name for name, _ in found}, result, "application/atom+xml")
    return result


def feeds(tree):
    for file in tree.with_ending(".xml", ".atom"):
        try:
            root = etree.parse(str(file), etree.XMLParser(no_network=True)).getroot()
        except etree.XMLSyntaxError:
            continue  # the validator of XML tells
        if root.tag == ATOM + "feed":
            yield tree.name(file), root


def check_feed(tree, name, root, say):
    exactly_one(root, ("id", "title", "updated"), say)
    at_most_one(root, ("generator", "icon", "logo", "rights", "subtitle"), say)
    check_shared(root, say)
    if not root.get(XML_LANGUAGE):
        say("has no xml:lang")
    itself = [link.get("href") for link in root.findall(ATOM + "link") if link.get("rel") == "self"]
    if len(itself) != 1 or tree.file_for(itself[0]) != name:
        say(f"must have one rel=self link with its own address, has {itself}")
    identities = [entry.findtext(ATOM + "id") for entry in root.findall(ATOM + "entry")]
    for identity in {identity for identity in identities if identities.count(identity) > 1}:
        say(f"two entries have the id {identity}")
    changed = [entry.findtext(ATOM + "updated") or "" for entry in root.findall(ATOM + "entry")]
    if changed and max(changed) > (root.findtext(ATOM + "updated") or ""):
        say("is older than its newest entry")


def check_entry(tree, root, entry, say):
    title = entry.findtext(ATOM + "title")
    tell = lambda text: say(f"entry “{title}” {text}")
    exactly_one(entry, ("id", "title", "updated"), tell)
    at_most_one(entry, ("published", "summary", "content", "rights", "source"), tell)
    check_shared(entry, tell)
    if entry.find(ATOM + "author") is None and root.find(ATOM + "author") is None:
        tell("has no author, and neither has the feed")
    pages = [
        link.get("href", "")
        for link in entry.findall(ATOM + "link")
        if link.get("rel", "alternate") == "alternate"
    ]
    if not pages and entry.find(ATOM + "content") is None:
        tell("has neither content nor a link to its page")
    for page in pages:
        if not tree.file_for(page):
            tell(f"links to {page}, which is not published")


def check_shared(element, say):
    """Rules that a feed and an entry have in common."""
    for name in ("updated", "published"):
        for date in element.findall(ATOM + name):
            check_date(name, date.text or "", say)
    for identity in element.findall(ATOM + "id"):
        if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", identity.text or ""):
            say(f"has the id “{identity.text}”, which is not an absolute IRI")
    for author in element.findall(ATOM + "author"):
        exactly_one(author, ("name",), say)
    for name in ("title", "subtitle", "summary", "rights", "content"):
        for text in element.findall(ATOM + name):
            if text.get("type") not in TEXT_TYPES and name != "content":
                say(f"has a {name} of unknown type {text.get('type')}")
            check_markup(name, text, say)


def check_date(name, text, say):
    try:
        date = datetime.datetime.fromisoformat(text)
    except ValueError:
        say(f"has {name} “{text}”, which is not an RFC 3339 time")
        return
    if date.tzinfo is None or "T" not in text:
        say(f"has {name} “{text}” without time or zone")
    if date.year > FIRST_BUDDHIST_YEAR:
        say(f"has {name} “{text}”, a Buddhist Era year")


def check_markup(name, element, say):
    text = etree.tostring(element, encoding="unicode") + (element.text or "")
    if re.search(r"(?i)<script|&lt;script|\son\w+\s*=\s*[\"']|javascript:", text):
        say(f"has active content in its {name}")
    if re.search(r"(?:src|href)=[\"'](?!https?:|mailto:|tel:|#|data:)", text):
        say(f"has a relative address in its {name}, which readers can't resolve")


def check_reading(tree, name, say):
    read = feedparser.parse((tree.root / name).read_bytes())
    if read.bozo:
        say(f"feedparser stumbles: {read.bozo_exception}")
    if read.version != "atom10":
        say(f"feedparser takes it for {read.version or 'no feed'}")
    for entry in read.entries:
        if not entry.get("updated_parsed"):
            say(f"feedparser can't read the date of “{entry.get('title')}”")


def announced(tree, names, result, media_type):
    """Each feed is found from at least one page's head, and what heads announce is a feed."""
    told = set()
    for page in tree.pages:
        for href in page.html.xpath("//link[@rel='alternate'][@type=$type]/@href", type=media_type):
            name = tree.file_for(page.resolve(tree, href))
            told.add(name)
            if name not in names:
                result.problem(f"{page.name}: announces {href}, which is no feed")
    for name in sorted(names - told):
        result.problem(f"{name}: no page announces this feed")


def exactly_one(element, names, say):
    for name in names:
        count = len(element.findall(ATOM + name))
        if count != 1:
            say(f"must have exactly one {name}, has {count}")


def at_most_one(element, names, say):
    for name in names:
        if len(element.findall(ATOM + name)) > 1:
            say(f"may have only one {name}")
