"""Searches the synthetic site of national size in Chromium, and the same site by Pagefind where it is installed.

usage: search_bench.py SAAN SAAN_BENCH [--scale 1] [--queries 100] [--recall 2000] [--quick] [--work DIR] [--site DIR]

What the index costs is what a build takes beyond one without the theme's search page; its files are counted and weighed as
they lie. A local server compresses as hosts do; Chromium counts what comes over the wire, and is four times as slow as this
machine, as a phone is. A first query begins with nothing kept. Recall is asked of pieces of what stands in articles; a page
counts as missed that has the piece and is not found, and as false that is shown and has it not. The exit status is 1 when a
target is missed. Without Pagefind's package its half is left out, and the run says so.
"""

import argparse
import gzip
import http.server
import pathlib
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
# The moment of the last key and of the first suggestion behind it.
WATCH = """() => {
  // Before the page's own listener, which may be done before the next one is called.
  addEventListener('input', () => { window.typed = performance.now(); window.shown = null }, true)
  new MutationObserver(() => {
    if (!window.shown && document.querySelector('.options:not([hidden]) li')) window.shown = performance.now()
  }).observe(document.body, { subtree: true, childList: true, attributes: true })
}"""


def spent(command):
    """The seconds of CPU of a command and what runs in it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def serve(root):
    """A server of a folder that compresses; its port."""
    packed = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            path = root / self.path.split("?")[0].lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                return self.send_error(404)
            if path not in packed:
                packed[path] = gzip.compress(path.read_bytes(), 6)
            self.send_response(200)
            self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream") + "; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(packed[path])))
            self.end_headers()
            self.wfile.write(packed[path])

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


class Reader:
    """A phone that has kept nothing, and what comes to it."""

    def __init__(self, chromium, address, slower=4):
        self.context = chromium.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
        self.page = self.context.new_page()
        self.bytes = 0
        session = self.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: self.count(event["encodedDataLength"]))
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        self.page.goto(address)

    def count(self, number):
        self.bytes += number

    def close(self):
        self.context.close()


class Held:
    """The targets, each told as soon as it is known."""

    def __init__(self):
        self.all = True

    def append(self, told):
        text, is_held = told
        self.all = self.all and is_held
        print(f"{'PASS' if is_held else 'FAIL'} {text}", flush=True)


def at_most(numbers, share=0.95):
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * share))]


def words(html):
    """The texts of an article as a reader sees them."""
    found = re.search(r'<div class="prose">(.*?)</div>', html, re.S)
    text = re.sub(r"<(script|svg).*?</\1>", " ", found.group(1) if found else "", flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip()


def articles(site, language):
    pages = sorted((site / language / "news").glob("*/index.html"))
    return {f"news/{page.parent.name}/": words(page.read_text(encoding="utf-8")) for page in pages}


def wholes(site, language):
    """All that stands on pages of articles, tags taken for blanks and for nothing."""
    found = {}
    for page in (site / language / "news").glob("*/index.html"):
        html = page.read_text(encoding="utf-8")
        found[f"news/{page.parent.name}/"] = [re.sub("<[^>]+>", blank, html) for blank in (" ", "")]
    return found


def names(site, language):
    """What pages of places are called."""
    pages = sorted((site / language / "provinces").glob("*/index.html"))
    heads = [re.search(r"<h1[^>]*>(.*?)<", page.read_text(encoding="utf-8"), re.S).group(1).strip() for page in pages]
    return [head.removeprefix("จังหวัด") for head in heads]


def pieces(texts, chance, count, longest=12):
    found = []
    paths = [path for path, text in texts.items() if len(text) > 60]
    while len(found) < count:
        text = texts[chance.choice(paths)]
        start = chance.randrange(len(text) - longest)
        piece = text[start:start + chance.randint(3, longest)]
        # Who writes what kind of place it is asks for what is of the place too, whatever is written there.
        if piece.startswith(("จังหวัด", "อำเภอ", "ตำบล", "เขต", "แขวง")):
            continue
        # Thai letters alone: a word of letters that do part words is found from its beginning on.
        if re.fullmatch("[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e3a\u0e40-\u0e4e]+", piece) and text[start + len(piece)] not in MARKS:
            found.append(piece)
    return found


MARKS = "".join(map(chr, [0xE31, *range(0xE33, 0xE3B), *range(0xE45, 0xE4F)]))


def build(options, work):
    source = work / "source"
    repository = pathlib.Path(__file__).parent.parent
    subprocess.run([options.saan_bench, "generate", "--scale", f"{options.scale:g}", "--repository", str(repository),
                    str(source)], check=True, stdout=subprocess.DEVNULL)
    site = work / "site"
    command = [options.saan, "build", "--source", str(source), "--output", str(site)]
    template = next(source.glob("themes/*/templates/search.html"), None)
    costs = []
    for number in range(1 if options.quick else 2):
        text = template.read_text(encoding="utf-8")
        template.unlink()
        shutil.rmtree(source / ".saan", ignore_errors=True)
        without = spent(command)
        template.write_text(text, encoding="utf-8")
        shutil.rmtree(source / ".saan", ignore_errors=True)
        costs.append(spent(command) - without)
    return site, min(costs)


def ours(chromium, port, site, options, chance, held):
    files = [file for language in ("th", "en") for file in (site / language / "search").glob("*.js")]
    size = sum(file.stat().st_size for file in files)
    held.append((f"index: {size / 1e6:.1f} MB in {len(files)} files, hold 8 MB, 600", size <= 8e6 and len(files) <= 600))
    texts = articles(site, "th")
    queries = {"names": chance.choices(names(site, "th"), k=options.queries),
               "bodies": pieces(texts, chance, options.queries)}
    address = f"http://127.0.0.1:{port}/th/about/" if (site / "th/about").is_dir() else f"http://127.0.0.1:{port}/th/"
    first = []
    for kind, most in (("names", 60e3), ("bodies", 120e3)):
        sizes = []
        for query in queries[kind]:
            reader = Reader(chromium, address, 1)
            page = reader.bytes
            reader.page.evaluate("([query, options]) => saanSearch.find(query, options)", [query, {"names": kind == "names"}])
            sizes.append(reader.bytes - page)
            reader.close()
        first.append(sizes[0])
        slow = at_most(sizes)
        held.append((f"{kind}: {slow / 1e3:.0f} kB for 95 of 100, median {statistics.median(sizes) / 1e3:.0f}, hold {most / 1e3:.0f} kB",
                     slow <= most))
    script = next((site / "assets/js").glob("search.*.js"))
    whole = len(gzip.compress(script.read_bytes(), 6)) + first[0]
    held.append((f"first query with the script: {whole / 1e3:.0f} kB, hold 75 kB", whole <= 75e3))
    times = []
    for query in queries["names"][:30]:
        reader = Reader(chromium, address)
        reader.page.evaluate(WATCH)
        box = reader.page.locator("form.find input").first
        box.focus()
        reader.page.wait_for_timeout(300)
        box.press_sequentially(query[:6], delay=120)
        reader.page.wait_for_function("window.shown", timeout=10_000)
        times.append(reader.page.evaluate("window.shown - window.typed"))
        reader.close()
    slow = at_most(times)
    held.append((f"suggestions after the last key: {slow:.0f} ms for 95 of 100, median {statistics.median(times):.0f}, hold 100 ms",
                 slow <= 100))
    reader = Reader(chromium, address, 1)
    reader.page.evaluate("""() => { window.pathOf = async query =>
      Promise.all((await saanSearch.find(query)).map(async ([page]) => (await saanSearch.page(page)).path)) }""")
    missed, false = recall(
        pieces(texts, chance, options.recall), texts, wholes(site, "th"), lambda query: reader.page.evaluate("query => pathOf(query)", query))
    reader.close()
    held.append((f"recall of {options.recall} pieces: {missed} missed, {false} false, hold 0", missed == 0 and false == 0))


def recall(queries, texts, wholes, find):
    """How many pages have a piece and are not found, and how many are found and have it nowhere."""
    missed = false = 0
    for query in queries:
        found = {path for path in find(query) if path in texts}
        missed += sum(1 for path, text in texts.items() if query in text and path not in found)
        false += sum(1 for path in found if not any(query in whole for whole in wholes[path]))
    return missed, false


def pagefind(chromium, port, site, options, chance):
    try:
        import pagefind as _  # noqa: F401
    except ImportError:
        return print("Pagefind is not installed: its half is left out (pip install 'pagefind[extended]==1.5.2')")
    cpu = spent([sys.executable, "-m", "pagefind", "--site", str(site)])
    files = [file for file in (site / "pagefind").rglob("*") if file.is_file()]
    print(f"Pagefind: {cpu:.0f} s of CPU, {sum(file.stat().st_size for file in files) / 1e6:.0f} MB in {len(files)} files")
    reader = Reader(chromium, f"http://127.0.0.1:{port}/th/", 1)
    before = reader.bytes
    ask = """async query => { window.pf ??= await import('/pagefind/pagefind.js'); await pf.init()
      const found = await pf.search(query)
      return Promise.all(found.results.slice(0, 200).map(async one => (await one.data()).url)) }"""
    texts = articles(site, "th")
    queries = pieces(texts, chance, min(options.recall, 200))
    reader.page.evaluate(ask, queries[0])
    print(f"Pagefind: first query {(reader.bytes - before) / 1e3:.0f} kB")
    pairs = found = 0
    for query in queries:
        having = {path for path, text in texts.items() if query in text}
        urls = {url.removeprefix("/th/") for url in reader.page.evaluate(ask, query)}
        pairs += min(len(having), 200)
        found += len(having & urls)
    print(f"Pagefind: finds {found} of {pairs} occurrences")
    reader.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("saan")
    parser.add_argument("saan_bench")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--recall", type=int, default=2000, help="how many pieces are asked for")
    parser.add_argument("--quick", action="store_true", help="twenty queries, two hundred pieces, one build each")
    parser.add_argument("--site", type=pathlib.Path, help="a site that is built already; what its index costs is not measured")
    parser.add_argument("--work", type=pathlib.Path, help="where the sites are; in memory by default")
    options = parser.parse_args()
    if options.quick:
        options.queries, options.recall = 20, 200
    chance = random.Random(2565)
    memory = pathlib.Path("/dev/shm")
    work = pathlib.Path(tempfile.mkdtemp(prefix="saan-search-", dir=options.work or (memory if memory.is_dir() else None)))
    held = Held()
    try:
        if options.site:
            site = options.site
        else:
            site, cost = build(options, work)
            held.append((f"index: {cost:.1f} s of CPU beyond the build, hold 2 s", cost <= 2))
        port = serve(site)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            ours(chromium, port, site, options, chance, held)
            if not options.site:
                pagefind(chromium, port, site, options, chance)
            chromium.close()
    finally:
        shutil.rmtree(work, ignore_errors=True)
    sys.exit(0 if held.all else 1)


main()
