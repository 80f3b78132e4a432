"""What somebody sees of `saan serve` in a browser while writing."""

import csv
import http.client
import os
import pathlib
import resource
import socket
import statistics
import subprocess
import tempfile
import time
import zipfile

from browser import DESKTOP, check_axe, chromium
from planted import SAAN
from tree import Result

ARTICLE = "content/news/preview.th.md"
PAGE = "th/news/preview/"
HEAD = "---\ntitle: ดูก่อน\ndate: 2022-10-26\ntopics: [community]\n---\n"
# Long enough to scroll, with a part that can be opened.
TEXT = "".join(f"## หัวข้อ {n}\n\nย่อหน้าที่ {n} " + "ข้อความ " * 60 + "\n\n" for n in range(30))
DETAILS = "<details><summary>เพิ่มเติม</summary>ข้างใน</details>\n\n"
# Where a heading stands in the window.
TOP = "() => [...document.querySelectorAll('main h2')].find(e => e.textContent.includes('20')).getBoundingClientRect().top"


class Desk:
    """A new site that is served, and its author."""

    def __init__(self, work):
        self.site = work / "s"
        subprocess.run([SAAN, "new", "site", self.site], check=True, stdout=subprocess.DEVNULL)
        settings = self.site / "site.yaml"
        settings.write_text(settings.read_text() + "\nmarkdown:\n  raw_html: true\n")
        self.save(ARTICLE, HEAD + DETAILS + TEXT)
        self.process = subprocess.Popen(
            [SAAN, "serve", "--source", self.site, "--port", "0", "--lang", "th"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = self.process.stdout.readline().split()[0]
        self.port = int(self.url.split(":")[2].split("/")[0])

    def save(self, path, text):
        draft = self.site / f"{path}.tmp"
        draft.write_text(text)
        os.replace(draft, self.site / path)

    def get(self, path):
        """A page, and the milliseconds until its last byte."""
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": "localhost"})
        body = connection.getresponse().read().decode()
        connection.close()
        return body, (time.monotonic() - began) * 1000

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def preview(tree):
    """A page that follows its file, in place, and the mistakes over it."""
    result = Result("edits of one page")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        desk = Desk(pathlib.Path(folder))
        try:
            context = browser.new_context(reduced_motion="reduce", **DESKTOP)
            view, other = context.new_page(), context.new_page()
            view.on("pageerror", lambda error: result.problem(f"script: {error}"))
            for page in (view, other):
                page.goto(desk.url + PAGE, wait_until="load")
            follow(desk, view, other, result)
            mistakes(desk, view, result)
            workbook(desk, result)
            crowd(desk, result)
            ending(desk, view, result)
        finally:
            desk.stop()
    return result


def wait(view, condition, what, result):
    try:
        view.wait_for_function(condition, timeout=5000)
        return True
    except Exception:
        result.problem(f"never: {what}")
        return False


def follow(desk, view, other, result):
    view.wait_for_timeout(500)
    view.evaluate("""() => {
      window.mark = 'kept'
      document.querySelector('main details').open = true
      const field = Object.assign(document.createElement('input'), {value: 'typed'})
      document.body.append(field)
      field.focus()
      field.remove()
      ;[...document.querySelectorAll('main h2')].find(e => e.textContent.includes('20')).scrollIntoView()
    }""")
    before = view.evaluate(TOP)
    desk.save(ARTICLE, HEAD + DETAILS + "ย่อหน้าใหม่ข้างบน " * 80 + "\n\n" + TEXT)
    if wait(view, "() => document.querySelector('main').textContent.includes('ย่อหน้าใหม่ข้างบน')", "a new paragraph", result):
        moved = abs(view.evaluate(TOP) - before)
        if moved > 2:
            result.problem(f"the text moved by {moved} px")
        if not view.evaluate("() => document.querySelector('main details').open"):
            result.problem("what was open has closed")
        if view.evaluate("() => window.mark") != "kept":
            result.problem("the page was loaded again")
    wait(other, "() => document.querySelector('main').textContent.includes('ย่อหน้าใหม่ข้างบน')", "the second tab follows", result)
    # A style sheet comes under another name.
    theme = desk.site / "theme/assets/css"
    theme.mkdir(parents=True, exist_ok=True)
    sheet = pathlib.Path(__file__).parents[2] / "themes/commons/assets/css/site.css"
    desk.save("theme/assets/css/site.css", sheet.read_text() + "\nh1 { color: rgb(1, 2, 3) !important }\n")
    wait(view, "() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'", "a new style", result)
    # A page that nobody has changed is left alone.
    view.evaluate("() => { new MutationObserver(() => { window.touched = true }).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true}) }")
    desk.save("content/news/else.th.md", HEAD.replace("ดูก่อน", "อื่น").replace("2022", "2001") + "อื่น\n")
    view.wait_for_timeout(1500)
    # A list beside it may name the new one; the text itself does not change.
    if view.evaluate("() => window.mark") != "kept":
        result.problem("a page was loaded again that nobody has changed")


def mistakes(desk, view, result):
    panel = view.get_by_role("dialog")
    desk.save(ARTICLE, HEAD + "[ก](gone.th.md)\n\n" + TEXT)
    try:
        panel.wait_for(timeout=5000)
    except Exception:
        return result.problem("a mistake is not shown")
    text = panel.inner_text()
    for wanted in ("ไม่มีหน้าหรือไฟล์ 'gone.th.md'", "dead-link", f"{ARTICLE}:6:5", "หน้านี้:", "วิธีแก้:"):
        if wanted not in text:
            result.problem(f"the panel does not say {wanted}: {text[:200]}")
    if view.evaluate("() => document.querySelector('body ~ div').lang") != "th":
        result.problem("the panel is not marked as Thai")
    check_axe(view, "the panel", result)
    view.keyboard.press("Escape")
    if panel.count() and panel.is_visible():
        result.problem("Esc does not put the panel away")
    desk.save(ARTICLE, HEAD + TEXT)
    wait(view, "() => !document.querySelector('body ~ div').shadowRoot.querySelector('.error')", "the mistake goes", result)


def ending(desk, view, result):
    """A page whose preview has stopped says so."""
    desk.stop()
    said = "() => document.querySelector('body ~ div').shadowRoot.textContent.includes('การดูก่อนหยุดแล้ว')"
    wait(view, said, "that the preview has stopped", result)


SHEET = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/></Types>',
    "xl/workbook.xml": '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="a" sheetId="1" r:id="s1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def write_workbook(path, rows):
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows)
    with zipfile.ZipFile(path, "w") as file:
        for name, text in SHEET.items():
            file.writestr(name, text)
        file.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{cells}</sheetData></worksheet>")


def workbook(desk, result):
    """A table as Excel saves it: a file beside it says who has it open, the new one is written under another name."""
    data = desk.site / "content/data"
    with open(data / "councils.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))[:1]
    values = {"รหัส": "c1", "จังหวัด": "สุรินทร์"}
    named = lambda name: rows + [[(values | {"ชื่อ": name}).get(column, "") for column in rows[0]]]
    write_workbook(data / "new.tmp", named("สภาหนึ่ง"))
    (data / "councils.csv").unlink()
    os.replace(data / "new.tmp", data / "councils.xlsx")
    for name in ("สภาหนึ่ง", "สภาสอง", "สภาสาม"):
        lock = data / "~$councils.xlsx"
        lock.write_bytes(b"\x05User" + b" " * 160)
        if name != "สภาหนึ่ง":
            write_workbook(data / "7F3A2B10", named(name))
            os.rename(data / "councils.xlsx", data / "9C1D.tmp")
            os.rename(data / "7F3A2B10", data / "councils.xlsx")
            (data / "9C1D.tmp").unlink()
        end = time.monotonic() + 10
        page = ""
        while name not in page and time.monotonic() < end:
            page = desk.get("/th/councils/c1/")[0]
            time.sleep(0.05)
        if name not in page:
            result.problem(f"a workbook that Excel saved is not read: {name}")
        if "~$" in page:
            result.problem("the file by which Excel says that a workbook is open is told of")
        lock.unlink()


def crowd(desk, result, clients=1000):
    """Clients that never end what they ask for: others are served at once, and memory stays what it was."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, clients + 200)), hard))
    before = desk.memory()
    slow = []
    for _ in range(clients):
        client = socket.create_connection(("127.0.0.1", desk.port), 10)
        client.sendall(b"GET /th/ HTTP/1.1\r\nHost: loc")
        slow.append(client)
    times = [desk.get("/th/")[1] for _ in range(21)]
    if statistics.median(times) > 50:
        result.problem(f"beside {clients} slow clients a page takes {statistics.median(times):.0f} ms")
    if desk.memory() > before + 100:
        result.problem(f"{clients} slow clients take {desk.memory() - before:.0f} MB")
    for client in slow:
        client.close()
