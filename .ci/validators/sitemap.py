"""Sitemaps, the ties between languages, and robots.txt."""

import datetime
import re
import urllib.parse
import urllib.robotparser

from lxml import etree

from tree import Result

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_ADDRESSES = 50_000
FIRST_BUDDHIST_YEAR = 2400
ORDER = ["loc", "lastmod", "changefreq", "priority"]
SAFE = ":/?#[]@!$&'()*+,;=-._~%"


def entries(tree):
    """Structure, existing pages, dates, and that every page worth finding is listed once."""
    listed, result = {}, Result("")
    maps = list(sitemaps(tree))
    if not maps:
        result.problem("no sitemap is published")
    for name, root in maps:
        if root.tag == SITEMAP + "sitemapindex":
            check_index(tree, name, root, result)
        else:
            check_urlset(tree, name, root, listed, result)
    for page in tree.pages:
        if page.is_indexed and page.canonical is None:
            result.problem(f"{page.name}: has no canonical address")
        elif page.is_indexed and tree.file_for(page.canonical) == page.name:
            if page.canonical not in listed:
                result.problem(f"{page.name}: is in no sitemap")
        elif page.canonical in listed and tree.file_for(page.canonical) == page.name:
            result.problem(f"{page.name}: asks not to be indexed, but is in a sitemap")
    result.looked_at = f"{len(listed)} addresses of {len(maps)} sitemaps"
    return result


def hreflang(tree):
    """Alternates are absolute, name themselves, answer one another, and agree with the sitemap."""
    result = Result("")
    in_sitemap = {
        address.findtext(SITEMAP + "loc"): alternates(address)
        for _, root in sitemaps(tree)
        for address in root.findall(SITEMAP + "url")
    }
    in_pages = {
        page.canonical: page.alternates
        for page in tree.pages
        if page.canonical and tree.file_for(page.canonical) == page.name
    }
    check_ties(tree, "sitemap", in_sitemap, result)
    check_ties(tree, "page", in_pages, result)
    for page in tree.pages:
        for tag, href in page.alternates.items():
            other = tree.by_name.get(tree.file_for(href))
            if tag != "x-default" and other and other.language != tag:
                result.problem(f"{page.name}: says {tag} of {other.name}, whose lang is {other.language}")
    for address, ties in in_sitemap.items():
        if ties and address in in_pages and ties != in_pages[address]:
            result.problem(f"{address}: page and sitemap name different alternates")
    result.looked_at = f"{len(in_pages)} pages and {len(in_sitemap)} sitemap entries"
    return result


def robots(tree):
    result = Result("1 file")
    file = tree.root / "robots.txt"
    if not file.is_file():
        result.problem("robots.txt is not published")
        return result
    text = file.read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        rule = line.split("#")[0].strip()
        if rule and not re.match(r"(?i)(user-agent|allow|disallow|sitemap)\s*:", rule):
            result.problem(f"robots.txt:{number}: unknown rule “{rule}”")
    maps = re.findall(r"(?im)^sitemap:\s*(\S+)", text)
    if not maps:
        result.problem("robots.txt: names no sitemap")
    for address in maps:
        if not tree.file_for(address):
            result.problem(f"robots.txt: {address} is not published")
    parser = urllib.robotparser.RobotFileParser()
    parser.parse(text.splitlines())
    for page in tree.pages:
        if page.is_indexed and page.canonical and not parser.can_fetch("*", page.canonical):
            result.problem(f"robots.txt: keeps crawlers from {page.canonical}")
    return result


def sitemaps(tree):
    for file in tree.with_ending(".xml"):
        try:
            root = etree.parse(str(file), etree.XMLParser(no_network=True)).getroot()
        except etree.XMLSyntaxError:
            continue  # the validator of XML tells
        if root.tag in (SITEMAP + "urlset", SITEMAP + "sitemapindex"):
            yield tree.name(file), root


def check_index(tree, name, root, result):
    for child in root.findall(SITEMAP + "sitemap"):
        address = child.findtext(SITEMAP + "loc")
        if not tree.file_for(address or ""):
            result.problem(f"{name}: {address} is not published")


def check_urlset(tree, name, root, listed, result):
    addresses = root.findall(SITEMAP + "url")
    if len(addresses) > MOST_ADDRESSES or (tree.root / name).stat().st_size > 50 * 2**20:
        result.problem(f"{name}: holds more than {MOST_ADDRESSES} addresses or 50 MiB")
    for address in addresses:
        location = address.findtext(SITEMAP + "loc") or ""
        say = lambda text, location=location: result.problem(f"{name}: {location} {text}")
        if location in listed:
            say("is listed twice")
        listed[location] = alternates(address)
        if not tree.file_for(location):
            say("is not published")
        if location != urllib.parse.quote(urllib.parse.unquote(location), safe=SAFE):
            say("is not percent-encoded")
        parts = [child.tag.removeprefix(SITEMAP) for child in address if SITEMAP in child.tag]
        if parts != [part for part in ORDER if part in parts]:
            say(f"has the parts {parts}; each may stand once, in the order {ORDER}")
        check_date(address.findtext(SITEMAP + "lastmod"), say)


def check_date(text, say):
    if text is None:
        return
    try:
        date = datetime.datetime.fromisoformat(text)
    except ValueError:
        say(f"has lastmod {text}, which is not a full date")
        return
    if "T" in text and date.tzinfo is None:
        say(f"has lastmod {text} without a zone")
    if date.year > FIRST_BUDDHIST_YEAR:
        say(f"has lastmod {text}, a Buddhist Era year")
    elif date.date() > datetime.date.today() + datetime.timedelta(days=1):
        say(f"has lastmod {text}, which is still to come")


def alternates(address):
    return {link.get("hreflang"): link.get("href") for link in address.findall(XHTML + "link")}


def check_ties(tree, kind, ties, result):
    for address, others in ties.items():
        if others and address not in others.values():
            result.problem(f"{kind} {address}: its alternates leave out itself")
        for tag, other in others.items():
            if tree.file_for(other) is None:
                result.problem(f"{kind} {address}: {other} is no full address of a page")
            if tag == "x-default":
                continue
            if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", tag or ""):
                result.problem(f"{kind} {address}: “{tag}” is not a language tag")
            if other not in ties:
                result.problem(f"{kind} {address}: alternate {other} is not there")
            elif address not in ties[other].values():
                result.problem(f"{kind} {other}: has no tie back to {address}")
