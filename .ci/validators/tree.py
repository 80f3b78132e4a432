"""The published tree, read once and shared by all validators."""

import collections
import functools
import pathlib
import re
import urllib.parse

import lxml.html


class Page:
    """One HTML file of the tree."""

    def __init__(self, root, file):
        self.file = file
        self.name = file.relative_to(root).as_posix()
        self.path = "/" + re.sub(r"(^|/)index\.html$", r"\1", self.name)
        self.bytes = file.read_bytes()

    @functools.cached_property
    def html(self):
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return lxml.html.document_fromstring(self.bytes, parser=parser)

    @functools.cached_property
    def ids(self):
        return set(self.html.xpath("//@id | //a/@name"))

    @functools.cached_property
    def language(self):
        return self.html.get("lang")

    @functools.cached_property
    def canonical(self):
        return next(iter(self.html.xpath("//link[@rel='canonical']/@href")), None)

    @functools.cached_property
    def alternates(self):
        links = self.html.xpath("//link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href") for link in links}

    def resolve(self, tree, reference):
        """The absolute address that a reference in this page stands for."""
        own = tree.base_url + urllib.parse.quote(self.path[1:])
        return urllib.parse.urljoin(own, reference.strip())

    @property
    def is_error_page(self):
        return self.file.name == "404.html"

    @functools.cached_property
    def is_redirect(self):
        refresh = "translate(@http-equiv, 'REFSH', 'refsh') = 'refresh'"
        return bool(self.html.xpath(f"//meta[{refresh}]"))

    @functools.cached_property
    def is_indexed(self):
        robots = " ".join(self.html.xpath("//meta[@name='robots']/@content"))
        return not (self.is_redirect or self.is_error_page or "noindex" in robots)


class Tree:
    """A folder that a web server would publish."""

    def __init__(self, root, source="."):
        self.root = pathlib.Path(root).resolve()
        self.source = pathlib.Path(source)
        self.files = sorted(file for file in self.root.rglob("*") if file.is_file())
        self.names = {file.relative_to(self.root).as_posix() for file in self.files}
        self.pages = [Page(self.root, file) for file in self.with_ending(".html")]
        self.by_name = {page.name: page for page in self.pages}

    def with_ending(self, *endings):
        return [file for file in self.files if file.suffix in endings]

    def name(self, file):
        return file.relative_to(self.root).as_posix()

    @functools.cached_property
    def base_url(self):
        """The address of the tree's root: what most pages, by their canonical address, agree on."""
        votes = collections.Counter()
        for page in self.pages:
            path = urllib.parse.quote(page.path)
            if page.canonical and page.canonical.endswith(path):
                votes[page.canonical[: -len(path)] + "/"] += 1
        return votes.most_common(1)[0][0] if votes else "https://site.invalid/"

    def file_for(self, url):
        """The name of the file that answers an address, without query and fragment; None for nothing."""
        if not url.startswith(self.base_url):
            return None
        name = urllib.parse.unquote(re.split("[?#]", url)[0][len(self.base_url) :])
        if name == "" or name.endswith("/"):
            name += "index.html"
        return name if name in self.names else None


class Result:
    """What a validator found: problems fail the run, notes are only told."""

    def __init__(self, looked_at):
        self.looked_at = looked_at
        self.problems = []
        self.told = set()
        self.notes = []

    def problem(self, text):
        if text not in self.told:
            self.told.add(text)
            self.problems.append(text)

    def note(self, text):
        self.notes.append(text)
