"""The program's own reading of addresses, held against the independent one on a copy of the site."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile

import links
from tree import Result, Tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAAN = ROOT / ".build/release/saan"
HOST = "https://saan.example"

# Ways to write an address, by the file's ending; `@` stands for one that leads nowhere.
WAYS = {
    "html": [
        '<a href="@">x</a>', "<a href='@'>x</a>", "<A HREF = @ >x</A>", '<a href="@?page=2&amp;x#y">x</a>',
        f'<a href="{HOST}@">x</a>', '<a href="//saan.example@">x</a>', '<a href="..@">x</a>',
        '<link rel="stylesheet" href="@">', f'<link rel="canonical" href="{HOST}@">',
        f'<link rel="alternate" hreflang="en" href="{HOST}@">', '<img src="@" alt="">',
        '<img srcset="/th/ 1x, @ 2x" alt="">', '<picture><source srcset="@"><img src="/th/" alt=""></picture>',
        '<link rel="preload" as="image" imagesrcset="@ 480w">', '<video poster="@"></video>',
        '<iframe src="@"></iframe>', '<object data="@"></object>', '<script src="@"></script>',
        '<form action="@"></form>', '<blockquote cite="@">x</blockquote>', '<svg><use href="@"/></svg>',
        '<svg><image xlink:href="@"/></svg>', '<meta http-equiv="refresh" content="0; url=@">',
        f'<meta property="og:image" content="{HOST}@">', '<style>p { background: url("@") }</style>',
        '<p style="background: url(@)">x</p>',
        f'<script type="application/ld+json">{{"@type": "X", "logo": "{HOST}@"}}</script>',
    ],
    "css": [".a { background: url(@) }", '@import "@";', "b { src: url( '@' ) format('woff2') }"],
    "svg": ['<svg xmlns="http://www.w3.org/2000/svg"><a href="@">x</a></svg>'],
    "xml": [
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{HOST}@</loc></url></urlset>',
        f'<feed xmlns="http://www.w3.org/2005/Atom"><link href="{HOST}@"/></feed>',
    ],
    "json": [f'{{"pages": {{"th": "{HOST}@"}}}}'],
    "webmanifest": [f'{{"icons": [{{"src": "{HOST}@"}}]}}'],
    "txt": [f"Sitemap: {HOST}@\n"],
}
# Anchors that no page has, on the page itself and on another.
ANCHORS = ['<a href="#@">x</a>', '<a href="/th/#@">x</a>', f'<a href="{HOST}/en/#@">x</a>']


def planted(tree):
    """Both readings find the same dead addresses, and no others."""
    result = Result("nothing")
    if not SAAN.exists():
        result.problem("the program is not there; run `make site` first")
        return result
    with tempfile.TemporaryDirectory() as folder:
        site, public = pathlib.Path(folder, "site"), pathlib.Path(folder, "public")
        for name in ("content", "themes"):
            shutil.copytree(ROOT / name, site / name)
        shutil.copy(ROOT / "site.yaml", site)
        names = plant(site / "static/planted")
        shutil.copytree(tree.root, public)
        shutil.copytree(site / "static/planted", public / "planted")
        findings = {"the build": told(site), "the independent reading": seen(public)}
    result.looked_at = f"a copy with {len(names)} dead addresses"
    for reading, found in findings.items():
        for name in sorted(names - found):
            result.problem(f"{reading} does not find {name}")
        for other in sorted(found - names):
            result.problem(f"{reading} finds what nobody planted: {other}")
    return result


def plant(folder):
    """Writes a file for each way to write an address, and returns the names of the addresses."""
    folder.mkdir(parents=True)
    ways = [(ending, text, "/") for ending, texts in WAYS.items() for text in texts]
    ways += [("html", text, "") for text in ANCHORS]
    for number, (ending, text, lead) in enumerate(ways):
        address = f"{lead}planted-{number}{lead}"
        text = re.sub("@(?!type|import)", address, text)
        (folder / f"{number}.{ending}").write_text(text, "utf-8")
    return {f"planted-{number}" for number in range(len(ways))}


def told(site):
    """What `saan check` tells of dead addresses."""
    command = [SAAN, "check", "--source", site, "--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = [each for each in json.loads(run.stdout) if each["severity"] == "error"]
    return {named(each["message"]) for each in errors}


def seen(public):
    """What the independent reading finds."""
    return {named(problem) for problem in links.links(Tree(public)).problems}


def named(text):
    """The planted address that a message names; the message where it names none."""
    match = re.search(r"planted-\d+", text)
    return match.group() if match else text
