"""Every address in the tree leads somewhere, and every page can be reached. No network."""

import html as entities
import re
import urllib.parse

from tree import Result

REFERENCES = [
    "//*[self::a or self::area or self::link]/@href",
    "//*[local-name() = 'use' or local-name() = 'image']/@*[name() = 'href' or name() = 'xlink:href']",
    "//*/@src",
    "//*/@poster",
    "//object/@data",
    "//form/@action",
    "//*/@cite",
    "//meta[@property = 'og:image' or @property = 'og:url' or @name = 'twitter:image']/@content",
]
OUTSIDE = ("mailto:", "tel:", "data:", "javascript:")


def links(tree):
    """Links, anchors, pictures, candidates of `srcset`, redirects, styles, feeds, sitemaps, JSON."""
    others = len(tree.with_ending(*OTHERS))
    result = Result(f"{len(tree.pages)} pages and {others} other files")
    count = 0
    for page in tree.pages:
        for reference in references(page, tree):
            count += 1
            problem = broken(tree, page, reference)
            if problem:
                result.problem(f"{page.name}: {reference} {problem}")
    for file in tree.with_ending(*OTHERS):
        place = tree.base_url + urllib.parse.quote(tree.name(file))
        for reference in OTHERS[file.suffix](file.read_text("utf-8"), tree):
            count += 1
            target = urllib.parse.urljoin(place, entities.unescape(reference))
            if target.startswith(tree.base_url) and not tree.file_for(target):
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


def references(page, tree):
    for path in REFERENCES:
        yield from page.html.xpath(path)
    for candidates in page.html.xpath("//*/@srcset | //link/@imagesrcset"):
        yield from (candidate.split()[0] for candidate in candidates.split(",") if candidate.strip())
    for refresh in page.html.xpath("//meta[@http-equiv]/@content"):
        yield from re.findall(r"(?i)url\s*=\s*['\"]?([^'\"\s]+)", refresh)
    for style in page.html.xpath("//style/text() | //*/@style"):
        yield from of_styles(style)
    for data in page.html.xpath("//script[@type = 'application/ld+json']/text()"):
        yield from of_texts(data, tree)


def of_styles(text, _=None):
    """What `url()` and `@import` of a stylesheet name."""
    addresses = re.findall(r"url\(\s*['\"]?([^'\")]+)", text)
    addresses += re.findall(r"@import\s+['\"]([^'\"]+)", text)
    return [address.strip() for address in addresses if not address.startswith(("data:", "#"))]


def of_markup(text, _=None):
    """What attributes of an SVG or XML file name, and what stands as the text of an element."""
    addresses = re.findall(r"\b(?:href|src)\s*=\s*[\"']([^\"'#][^\"']*)", text)
    return addresses + re.findall(r">\s*(https?://[^<\s]+)\s*<", text)


def of_texts(text, tree):
    """Whole addresses of the site, wherever they stand; with a fragment they are names, not links."""
    found = re.findall(re.escape(tree.base_url.rstrip("/")) + r"/[^\s\"'<>)\\]*", text)
    return [address for address in found if "#" not in address]


OTHERS = {
    ".css": of_styles, ".svg": of_markup, ".xml": of_markup, ".atom": of_markup,
    ".json": of_texts, ".jsonld": of_texts, ".webmanifest": of_texts, ".txt": of_texts,
}


def broken(tree, page, reference):
    if reference.strip().lower().startswith(OUTSIDE):
        return None
    # Programs of calendars fetch these with the scheme of the site.
    reference = re.sub(r"^\s*webcal:", tree.base_url.split(":")[0] + ":", reference, flags=re.IGNORECASE)
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
