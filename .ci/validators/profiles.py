"""Pages of places: a number stands once, what holds for a block is said once, no heading stands over nothing.

Weights are those on the way, without pictures: of the first view of a home page, and of a profile.
"""

import collections
import gzip
import re

from tree import Result

FOLDERS = ("provinces", "regions", "districts", "country")
HOME = 60 * 1024
PROFILE = 12 * 1024
# So many figures a profile may have for its weight.
FIGURES = 13


def profiles(tree):
    """The three rules, over every profile of every language, and the two weights."""
    result = Result("no profiles")
    pages = [page for page in tree.pages if not page.is_redirect and is_profile(page)]
    result.looked_at = f"{len(pages)} profiles"
    for page in pages:
        main = page.html.xpath("//main")[0]
        numbers_once(page, main, result)
        for block in main.xpath(".//*[contains(concat(' ', @class, ' '), ' lines ')]"):
            told_once(page, block, result)
        headings(page, main, result)
        weigh(page, main, result)
    for page in tree.pages:
        if re.fullmatch("/([a-z-]+/)?", page.path) and not page.is_redirect and page.html.xpath("//main//h1"):
            weigh_home(tree, page, result)
    return result


def is_profile(page):
    parts = page.path.strip("/").split("/")
    return bool(set(parts[:2]) & set(FOLDERS)) and bool(page.html.xpath("//article[contains(@class, 'place-')]"))


def numbers_once(page, main, result):
    """A figure of the place has one line."""
    lines = main.xpath(".//tr[contains(concat(' ', @class, ' '), ' line ')]//th//a[contains(@href, '#area-')]/@href")
    for address, count in collections.Counter(lines).items():
        if count > 1:
            result.problem(f"{page.path}: {address} has {count} lines")


def told_once(page, block, result):
    """The date and the source of the caption stand in no line below it, and each remark once."""
    common = block.xpath(".//*[contains(@class, 'common')]")
    sources = set()
    if common:
        sources = set(common[0].xpath(".//a/@href"))
        dates = {part.strip() for part in words(common[0]).split("·") if re.search(r"\d{4}", part) and "ที่มา" not in part
                 and "Source" not in part}
        for body in block.xpath(".//tbody"):
            # What sources say otherwise is told with the source of each.
            own = body.xpath(".//text()[not(ancestor::details)]")
            told = re.sub(r"\s+", " ", " ".join(own))
            for date in dates:
                if date and date in told:
                    result.problem(f"{page.path}: “{date}” is said above a table and in it")
            for address in set(body.xpath(".//a[not(ancestor::details)]/@href")) & sources:
                result.problem(f"{page.path}: {address} is named above a table and in it")
    remarks = [words(remark) for remark in block.xpath(".//*[contains(@class, 'remarks')]//li")]
    plain = [re.sub(r"^\W*\w?\W+", "", remark) for remark in remarks]
    for remark, count in collections.Counter(plain).items():
        if count > 1:
            result.problem(f"{page.path}: the remark “{remark[:60]}” stands {count} times")


def headings(page, main, result):
    """Between a heading and the next that is no smaller something stands."""
    nodes = list(main.iter())
    for heading in (node for node in nodes if isinstance(node.tag, str) and re.fullmatch("h[2-4]", node.tag)):
        if not words(heading):
            result.problem(f"{page.path}: an empty {heading.tag}")
        own = set(heading.iter())
        content = False
        for node in nodes[nodes.index(heading) + 1:]:
            if node in own:
                continue
            if not isinstance(node.tag, str):
                continue
            if re.fullmatch("h[1-4]", node.tag):
                content = content or node.tag > heading.tag
                break
            if (node.text or "").strip() or node.tag in ("img", "svg", "input"):
                content = True
                break
        if not content:
            result.problem(f"{page.path}: nothing stands below “{words(heading)}”")


def weigh(page, main, result):
    figures = len(main.xpath(".//tr[contains(concat(' ', @class, ' '), ' line ')]"))
    weight = len(gzip.compress(page.bytes, 9))
    if figures <= FIGURES and weight > PROFILE:
        result.problem(f"{page.path}: {weight} bytes for {figures} figures, more than {PROFILE}")


def weigh_home(tree, page, result):
    parts = [page.bytes]
    for address in page.html.xpath("//link[@rel='stylesheet']/@href | //script[@src]/@src"):
        name = tree.file_for(page.resolve(tree, address))
        if name:
            parts.append((tree.root / name).read_bytes())
    weight = sum(len(gzip.compress(part, 9)) for part in parts)
    if weight > HOME:
        result.problem(f"{page.path}: the first view weighs {weight} bytes, more than {HOME}")


def words(element):
    return re.sub(r"\s+", " ", " ".join(element.itertext())).strip()
