"""Edits of the synthetic site, as its editors make them, drawn from a seed."""

import csv
import io
import random
import re
import shutil
import subprocess

LARGEST_REGISTER = "content/data/councils.csv"


class EditedSite:
    """A site that somebody works on; every edit can be taken back."""

    def __init__(self, folder, seed=2565):
        self.folder = folder
        self.chance = random.Random(seed)
        self.before = {}
        self.number = 0

    # Files

    def write(self, path, text):
        file = self.folder / path
        self.before.setdefault(path, read(file) if file.exists() else None)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8", newline="")

    def change(self, path, edit):
        old = read(self.folder / path)
        new = edit(old)
        if new == old:
            raise ValueError(f"an edit of {path} changed nothing")
        self.write(path, new)
        return path

    def undo(self):
        """Takes back what was done since the last edit that was kept."""
        for path, text in self.before.items():
            if text is None:
                (self.folder / path).unlink()
            else:
                (self.folder / path).write_text(text, encoding="utf-8", newline="")
        self.before = {}

    def one(self, pattern):
        files = sorted(self.folder.glob(pattern))
        return str(self.chance.choice(files).relative_to(self.folder))

    # The edits whose time is taken

    def add_sentence(self, path="content/news/report-00001.en.md"):
        return self.change(path, lambda text: f"{text}\nOne more sentence, the {self.number}th.\n")

    def change_cell(self, path=LARGEST_REGISTER, row=1, column="plans_count"):
        """Another number in one cell of a table; in the column that is named here no figure is counted."""
        def edit(rows):
            at = rows[0].index(column)
            old = rows[row][at]
            rows[row][at] = str(int(old) + 1) if old.isdigit() else "1"
        return f"{self.change_rows(path, edit)}, row {row}, {column}"

    def change_total(self):
        """Another number in a cell that is added up for every place around."""
        return self.change_cell(column="people_count")

    def change_template(self, path="themes/commons/templates/article.html"):
        # Of a template that extends another only what stands in its blocks is on a page.
        return self.change(
            path, lambda text: re.sub(r"{% block [^%]*%}", rf"\g<0><!-- {self.number} -->", text, count=1)
            if "{% block" in text else f"{text}<!-- {self.number} -->")

    # Edits by chance

    def edit(self):
        """Makes one edit and says which; what it changed can be taken back."""
        self.before = {}
        self.number += 1
        kind = self.chance.choice(KINDS)
        return f"{kind}: {getattr(self, kind)()}"

    def sentence(self):
        return self.add_sentence(self.one("content/**/*.md"))

    def title(self):
        return self.set_field("title", f"Another title {self.number}")

    def summary(self):
        return self.set_field("summary", f"Another summary {self.number}")

    def slug(self):
        return self.set_field("slug", f"another-{self.number}")

    def date(self):
        return self.set_field("date", f"2015-0{1 + self.number % 9}-1{self.number % 10}", "th")

    def draft(self):
        """An article that becomes a draft, or is one no more."""
        mark = "draft: true\n"
        return self.change(
            self.one("content/news/*.md"),
            lambda text: text.replace(mark, "", 1) if mark in text
            else text.replace("---\n", f"---\n{mark}", 1))

    def set_field(self, key, value, language="*"):
        def edit(text):
            if re.search(rf"^{key}:", text, re.M):
                return re.sub(rf"^{key}:.*$", f"{key}: {value}", text, count=1, flags=re.M)
            return text.replace("---\n", f"---\n{key}: {value}\n", 1)
        return self.change(self.one(f"content/news/*.{language}.md"), edit)

    def new_article(self):
        path = f"content/news/new-{self.number}.th.md"
        self.write(
            path, f"---\ntitle: ข่าวใหม่ {self.number}\ndate: 2024-01-0{1 + self.number % 9}\n"
            "topics: [housing]\n---\n\nเนื้อหา\n")
        return path

    def deleted_article(self):
        """One that was made here, since nothing leads to it; a new one where there is none."""
        made = sorted(self.folder.glob("content/news/new-*.md"))
        if not made:
            return self.new_article()
        path = str(self.chance.choice(made).relative_to(self.folder))
        self.write(path, None)
        return path

    def cell(self):
        """A number of a register."""
        path = f"content/data/{self.chance.choice(['councils', 'funds', 'housing'])}.csv"
        with open(self.folder / path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        column = self.chance.choice([name for name in rows[0] if name.endswith("_count")])
        return self.change_cell(path, self.chance.randrange(1, len(rows)), column)

    def name(self):
        """The name of a record, by which lists are in order."""
        path = f"content/data/{self.chance.choice(['councils', 'funds', 'housing'])}.csv"
        def edit(rows):
            row = self.chance.choice(rows[1:])
            row[rows[0].index("name")] += f" {self.number}"
        return self.change_rows(path, edit)

    def observation(self):
        def edit(rows):
            row = self.chance.choice(rows[1:])
            at = rows[0].index("value")
            row[at] = re.sub(r"\d$", str(self.number % 10), row[at]) + "1"
        return self.change_rows("content/data/observations.csv", edit)

    def row_added(self):
        path = f"content/data/{self.chance.choice(['councils', 'funds', 'housing'])}.csv"
        def edit(rows):
            at = self.chance.randrange(1, len(rows))
            rows.insert(at, [f"new{self.number}", *rows[at][1:]])
        return self.change_rows(path, edit)

    def row_removed(self):
        path = f"content/data/{self.chance.choice(['councils', 'funds', 'housing'])}.csv"
        return self.change_rows(path, lambda rows: rows.pop(self.chance.randrange(1, len(rows))))

    def area(self):
        def edit(rows):
            districts = [row for row in rows[1:] if row[1] == "district"]
            self.chance.choice(districts)[3] += f" {self.number}"
        return self.change_rows("content/data/areas.csv", edit)

    def change_rows(self, path, edit):
        def apply(text):
            rows = list(csv.reader(io.StringIO(text, newline="")))
            edit(rows)
            out = io.StringIO(newline="")
            csv.writer(out, lineterminator="\n").writerows(rows)
            return out.getvalue()
        return self.change(path, apply)

    def template(self):
        return self.change_template(self.one("themes/commons/templates/*.html"))

    def partial(self):
        return self.change(
            self.one("themes/commons/templates/partials/*.html"),
            lambda text: f"{text}<!-- {self.number} -->")

    def shortcode(self):
        return self.change(
            "themes/commons/shortcodes/figure.html", lambda text: f"{text}<!-- {self.number} -->")

    def phrase(self):
        def edit(text):
            plain = re.findall(r"^(?!locale)\w+: \w[^{}\[\]\"#:\n]*$", text, re.M)
            line = self.chance.choice(plain)
            return text.replace(f"{line}\n", f"{line} {self.number}\n", 1)
        return self.change(self.one("themes/commons/phrases/*.yaml"), edit)

    def style(self):
        return self.change(
            self.one("themes/commons/assets/css/*.css"), lambda text: f"{text}\n/* {self.number} */\n")

    def setting(self):
        return self.change(
            "site.yaml", lambda text: text.replace("title: {th: ", f"title: {{th: {self.number} ", 1))


# Pages and rows are edited far more often than a theme.
KINDS = 3 * ["sentence", "cell"] + 2 * ["title", "row_added", "row_removed", "observation"] + [
    "summary", "slug", "date", "draft", "new_article", "deleted_article", "name", "area", "template",
    "partial", "shortcode", "phrase", "style", "setting",
]


def read(file):
    # Line ends stay as they are.
    with open(file, encoding="utf-8", newline="") as opened:
        return opened.read()


def difference(first, second):
    """The first lines in which two outputs differ, but for what a build notes for the next."""
    found = subprocess.run(
        ["diff", "-r", "--brief", "--exclude=.saan-manifest", str(first), str(second)],
        capture_output=True, text=True)
    return found.stdout[:2000] + found.stderr[:2000]


def hold_edits(saan, folder, outputs, count):
    """After each of some edits: what a build after it publishes is what a build of everything does.

    `saan` builds a site into a folder with options and gives its exit status; `outputs` are two
    folders. Returns what was wrong.
    """
    site = EditedSite(folder)
    ours, fresh = outputs
    faults, published = [], 0
    saan(folder, ours)
    for round in range(1, count + 1):
        what = f"{round}: {site.edit()}"
        status = saan(folder, ours)
        shutil.rmtree(fresh, ignore_errors=True)
        expected = saan(folder, fresh, "--no-ledger")
        print(f"{what}{'' if status == 0 else ', which no build takes'}", flush=True)
        if status != expected:
            faults.append(f"after {what}: exit status {status}, and {expected} with --no-ledger")
        if status != 0 or expected != 0:
            # An edit that breaks the site shows nothing: it is taken back.
            site.undo()
            continue
        published += 1
        found = difference(ours, fresh)
        if found:
            faults.append(f"after {what}: {found}")
    if published * 3 < count * 2:
        faults.append(f"only {published} of {count} edits could be published")
    return faults
