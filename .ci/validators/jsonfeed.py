"""JSON feeds: what version 1.1 requires (https://www.jsonfeed.org/version/1.1/), and that each is its Atom feed."""

import json

import feeds
from tree import Result

VERSION = "https://jsonfeed.org/version/1.1"
MEDIA_TYPE = "application/feed+json"
TEXTS = {
    "feed": ("title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "language"),
    "item": (
        "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
        "date_published", "date_modified", "language",
    ),
}


def json_feeds(tree):
    found = dict(published(tree))
    result = Result(f"{len(found)} feeds")
    if not found:
        result.problem("no JSON feed is published")
    for name, feed in found.items():
        check_feed(tree, name, feed, lambda text, name=name: result.problem(f"{name}: {text}"))
    feeds.announced(tree, set(found), result, MEDIA_TYPE)
    atom = {beside(name): root for name, root in feeds.feeds(tree)}
    for name in sorted(set(atom) ^ set(found)):
        result.problem(f"{name}: there is no Atom feed beside it, or only that")
    for name in sorted(set(atom) & set(found)):
        told = [entry.findtext(feeds.ATOM + "id") for entry in atom[name].findall(feeds.ATOM + "entry")]
        if told != [item.get("id") for item in found[name].get("items", [])]:
            result.problem(f"{name}: tells other things than the Atom feed beside it, or in another order")
    return result


def beside(name):
    return name.removesuffix("atom.xml") + "feed.json"


def published(tree):
    for file in tree.with_ending(".json"):
        feed = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(feed, dict) and str(feed.get("version", "")).startswith("https://jsonfeed.org/"):
            yield tree.name(file), feed


def check_feed(tree, name, feed, say):
    if feed["version"] != VERSION:
        say(f"has the version {feed['version']}")
    if not feed.get("title"):
        say("has no title")
    if not feed.get("language"):
        say("has no language")
    check_texts("feed", feed, say)
    check_authors(feed, say)
    if tree.file_for(feed.get("feed_url", "")) != name:
        say(f"has the feed_url {feed.get('feed_url')}, which is not its own address")
    if not tree.file_for(feed.get("home_page_url", "")):
        say(f"has the home_page_url {feed.get('home_page_url')}, which is not published")
    items = feed.get("items")
    if not isinstance(items, list):
        say("has no list of items")
        return
    identities = [item.get("id") for item in items]
    for identity in {identity for identity in identities if identities.count(identity) > 1}:
        say(f"two items have the id {identity}")
    for item in items:
        check_item(tree, item, lambda text, item=item: say(f"item “{item.get('title')}” {text}"))


def check_item(tree, item, say):
    if not isinstance(item.get("id"), str) or not item["id"]:
        say("has no id")
    if not item.get("content_html") and not item.get("content_text"):
        say("has neither content_html nor content_text")
    check_texts("item", item, say)
    check_authors(item, say)
    if not tree.file_for(item.get("url", "")):
        say(f"links to {item.get('url')}, which is not published")
    for name in ("date_published", "date_modified"):
        if name in item:
            feeds.check_date(name, item[name], say)


def check_texts(kind, thing, say):
    for name in TEXTS[kind]:
        if name in thing and not isinstance(thing[name], str):
            say(f"has a {name} that is no text")


def check_authors(thing, say):
    authors = thing.get("authors", [])
    if not isinstance(authors, list) or not all(
        isinstance(author, dict) and any(author.get(name) for name in ("name", "url", "avatar")) for author in authors
    ):
        say("has authors without name, url or avatar")
