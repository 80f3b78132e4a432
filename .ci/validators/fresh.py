"""A site as `saan new site` makes it: no warning, and no dead address wherever it is put."""

import pathlib
import subprocess
import tempfile

import links
from planted import SAAN
from tree import Result, Tree

# What a build is asked for, by where the site is put.
PLACES = {
    "at the root of a server": [],
    "below a path": ["--base-url", "https://saan.example/report/"],
    "in a folder": ["--relative-urls"],
}


def fresh(_):
    """A new site passes `check --strict`, and its links work from a server, below a path, from a folder."""
    result = Result("a new site " + ", ".join(PLACES))
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder, "site")
        run(result, "new", "site", site)
        run(result, "check", "--source", site, "--strict")
        for number, (place, options) in enumerate(PLACES.items()):
            public = pathlib.Path(folder, f"public-{number}")
            run(result, "build", "--source", site, "--output", public, *options)
            tree = Tree(public)
            problems = links.links(tree).problems + (list(folders(tree)) if "--relative-urls" in options else [])
            if not tree.pages:
                problems.append("no page is there")
            for problem in problems:
                result.problem(f"{place}: {problem}")
    return result


def run(result, *words):
    """Runs the program and tells where it fails."""
    done = subprocess.run([SAAN, *words], cwd=tempfile.gettempdir(), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        result.problem(f"{' '.join(map(str, words))}: {done.stderr or done.stdout}")


def folders(tree):
    """Addresses of folders, which a browser without a server shows as a list of files."""
    for page in tree.pages:
        for reference in links.references(page, tree):
            target = page.resolve(tree, reference).split("#")[0].split("?")[0]
            is_fine = reference.startswith("#") or not target.startswith(tree.base_url)
            if not is_fine and target.endswith("/"):
                yield f"{page.name}: {reference} is a folder"
