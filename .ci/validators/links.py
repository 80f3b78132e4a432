"""Every address in the tree leads somewhere, and every page can be reached. No network."""

import re
import urllib.parse

from tree import Result

REFERENCES = [
    "//*[self::a or self::area or self::link]/@href",
    "//*[local-name() = 'use' or local-name() = 'image']/@href",
    "//*/@src",
    "//*/@poster",
    "//object/@data",
    "//form/@action",
    "//*/@cite",
    "//meta[@property = 'og:image' or @property = 'og:url' or @name = 'twitter:image']/@content",
]
OUTSIDE = ("mailto:", "tel:", "data:", "javascript:")


def links(tree):
    """Links, anchors, pictures, stylesheets, candidates of `srcset`, `url()` of CSS, redirects."""
    result = Result(f"{len(tree.pages)} pages and {len(tree.with_ending('.css'))} stylesheets")
    count = 0
    for page in tree.pages:
        for reference in references(page):
            count += 1
            problem = broken(tree, page, reference)
            if problem:
                result.problem(f"{page.name}: {reference} {problem}")
    for file in tree.with_ending(".css"):
        place = tree.base_url + tree.name(file)
        for reference in re.findall(r"url\(\s*['\"]?([^'\")]+)", file.read_text("utf-8")):
            count += 1
            target = urllib.parse.urljoin(place, reference)
            if not reference.startswith("data:") and not tree.file_for(target):
                result.problem(f"{tree.name(file)}: {reference} leads nowhere")
    result.looked_at = f"{count} references of {result.looked_at}"
    return result


def orphans(tree):
    """Pages that no other page links to. A root page of languages and an error page need no link."""
    result = Result(f"{len(tree.pages)} pages")
    linked = set()
    for page in tree.pages:
        for reference in page.html.xpath("//a/@href | //area/@href"):
            target = tree.file_for(page.resolve(tree, reference))
            if target != page.name:
                linked.add(target)
    for page in tree.pages:
        needs_link = page.path != "/" and not page.is_error_page and not page.is_redirect
        if needs_link and page.name not in linked:
            result.problem(f"{page.name}: no page links here")
    return result


def references(page):
    for path in REFERENCES:
        yield from page.html.xpath(path)
    for candidates in page.html.xpath("//*/@srcset | //link/@imagesrcset"):
        yield from (candidate.split()[0] for candidate in candidates.split(",") if candidate.strip())
    for refresh in page.html.xpath("//meta[@http-equiv]/@content"):
        yield from re.findall(r"(?i)url\s*=\s*['\"]?([^'\"\s]+)", refresh)


def broken(tree, page, reference):
    if reference.strip().lower().startswith(OUTSIDE):
        return None
    target = page.resolve(tree, reference)
    if not target.startswith(tree.base_url):
        return external(target)
    name = tree.file_for(target)
    if name is None:
        return "leads nowhere"
    fragment = urllib.parse.unquote(urllib.parse.urlsplit(target).fragment)
    known = tree.by_name.get(name)
    if fragment and known and fragment not in known.ids:
        return "names an anchor that is not there"
    return None


def external(target):
    parts = urllib.parse.urlsplit(target)
    if parts.scheme not in ("http", "https"):
        return "has a scheme that a browser can't follow"
    if not parts.netloc or parts.hostname in ("localhost", "127.0.0.1"):
        return "leads to the machine that built the site"
    return None
