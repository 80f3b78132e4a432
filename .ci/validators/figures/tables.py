"""A site's tables and settings, read from the files that its authors keep: no output of the program."""

import calendar
import csv
import decimal
import functools
import io
import json
import pathlib
import re

import yaml

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
MONTHS = {
    name: number
    for names in (
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
        "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}
FIRST_BUDDHIST_YEAR = 2400
# Words and signs that may stand beside the number of a cell, where the column `bound` does not say it.
QUALIFIERS = {
    "more_than": "ประมาณกว่า|มากกว่า|เกินกว่า|กว่า|more than|over|>",
    "at_least": "ไม่ต่ำกว่า|ไม่น้อยกว่า|อย่างน้อย|no fewer than|not less than|no less than|at least|>=|≥|⩾",
    "at_most": "สูงสุดไม่เกิน|ไม่เกินกว่า|ไม่มากกว่า|ไม่เกิน|อย่างมาก|no more than|not more than|at most|up to|<=|≤|⩽",
    "nearly": "เกือบ|almost|nearly",
    "about": "โดยประมาณ|ประมาณ|ราว ๆ|ราวๆ|ราว|approximately|approx.|approx|around|about|circa|ca.|~|≈|±",
}
BEFORE = {word: bound for bound, words in QUALIFIERS.items() for word in words.split("|")}
AFTER = {
    "กว่า": "more_than",
    "เศษ": "more_than",
    "ขึ้นไป": "at_least",
    "โดยประมาณ": "about",
    "or more": "at_least",
    "+": "at_least",
}


def number(text):
    """An exact number; None for none."""
    if not text:
        return None
    text = text.translate(THAI_DIGITS).replace(",", "").replace("\u2212", "-").strip()
    try:
        value = decimal.Decimal(text)
    except decimal.InvalidOperation:
        return None
    return value if value.is_finite() else None


def qualified(text):
    """A cell's number and what a word beside it promises, if there is one."""
    text = (text or "").strip().lower()
    for word in sorted(BEFORE, key=len, reverse=True):
        if text.startswith(word):
            return number(text[len(word) :]), BEFORE[word]
    for word, bound in AFTER.items():
        if text.endswith(word):
            return number(text[: -len(word)]), bound
    return number(text), None


def date(text):
    """(year, month or 0, day or 0) of a date, in the Christian era; None for none."""
    if not text:
        return None
    text = text.translate(THAI_DIGITS).strip()
    found = re.fullmatch(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?(?:T.*)?", text)
    if found:
        year, month, day = (int(part or 0) for part in found.groups())
        return year, month, day
    buddhist = bool(re.search(r"พ\.?\s*ศ\.?|B\.?E\.?", text))
    text = re.sub(r"พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|B\.?E\.?|C\.?E\.?", " ", text).strip()
    found = re.fullmatch(r"(?:(\d\d?)\s+)?(?:([^\d\s]+)\s*)?(\d{4})", text)
    if not found:
        return None
    day, month, year = found.groups()
    month = MONTHS.get((month or "").lower(), 0)
    year = int(year) - (543 if buddhist or int(year) > FIRST_BUDDHIST_YEAR else 0)
    return year, month, int(day or 0) if month else 0


def period(text):
    """The first and the last date of a cell such as `2017/2036`; of a date itself, twice."""
    if not text:
        return None
    first, _, last = text.partition("/")
    dates = date(first), date(last or first)
    return dates if all(dates) else None


class Span(tuple):
    """A span of time that is no day, month or year: its last day, as a date is, and its `first` one."""

    def __new__(cls, first, last):
        span = super().__new__(cls, last)
        span.first = first
        return span

    def __eq__(self, other):
        return isinstance(other, Span) and tuple(self) == tuple(other) and self.first == other.first

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((tuple(self), self.first))

    @property
    def fiscal(self):
        """Whether it is a budget year of the state, named after the year that it ends in."""
        return self[1:] == (9, 30) and self.first == (self[0] - 1, 10, 1)

    @property
    def ends(self):
        """Both ends as shortly as they can be named: whole years, whole months, else days."""
        first, last = self.first, tuple(self)
        if first[1:] == (1, 1) and last[1:] == (12, 31):
            return (first[0], 0, 0), (last[0], 0, 0)
        if first[2] == 1 and last == last_day((last[0], last[1], 0)):
            return (*first[:2], 0), (*last[:2], 0)
        return first, last


def is_span(day):
    return isinstance(day, Span)


def last_day(day):
    year, month, rest = day
    return (year, month or 12, rest or calendar.monthrange(year, month or 12)[1])


def when(text):
    """The date or the span of a cell: `2021-10-03`, `2021`, `2020-10/2021-09`, `ปีงบประมาณ 2564`, `FY2021`."""
    fiscal = re.match(r"\s*(?:ปีงบประมาณ|ปีงบฯ|ปีงบ|fiscal year|fy)(.*)", text or "", re.IGNORECASE)
    if fiscal:
        named = re.search(r"\d{4}", fiscal[1].translate(THAI_DIGITS))
        year = int(named[0]) - (543 if int(named[0]) > FIRST_BUDDHIST_YEAR else 0) if named else None
        return year and Span((year - 1, 10, 1), (year, 9, 30))
    ends = period(text)
    if not ends:
        return None
    span = Span(tuple(part or 1 for part in ends[0]), last_day(ends[1]))
    first, last = span.ends
    return first if first == last else span


def time_of(day):
    """What two dates must share to be of one time: the year, or the span that it is."""
    return day if isinstance(day, Span) else day and day[0]


def newest_time(days):
    """The year or span of the day that ends last."""
    return time_of(max(days, key=lambda day: (last_day(tuple(day)), isinstance(day, Span)), default=None))


def of_release(record):
    """What makes two rows tell of one number: what is counted, where, by whom, when, and how much."""
    area = record.get("area") or record.get("areas")
    day = record.get("date") or record.get("as_of") or record.get("period")
    value = record.get("value")
    return (
        record.get("indicator"),
        tuple(sorted(part.strip() for part in (area or "").split(";"))),
        record.get("source"),
        day or None,
        None if value in (None, "") else decimal.Decimal(str(value)),
    )


def iso(day):
    if day is None:
        return None
    if isinstance(day, Span):
        return "/".join(map(iso, day.ends))
    year, month, rest = day
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{rest:02}" if rest else "")


class Row(dict):
    """A row by column; empty cells are None."""

    def names(self, column):
        """A text in both languages, each falling back to the other: `name` and `name@en`."""
        thai, english = self.get(column), self.get(column + "@en")
        return {"th": thai or english, "en": english or thai} if thai or english else None

    def unit(self):
        """The word for one and for more, by language."""
        many, one = self.names("unit"), {"th": self.get("unit_one"), "en": self.get("unit_one@en")}
        return many and {tag: (one.get(tag) or word, word) for tag, word in many.items()}


class Source:
    """A site's settings, tables and releases."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.data = self.root / "content" / "data"

    @functools.cached_property
    def has_tables(self):
        return (self.data / "datapackage.yaml").is_file()

    @functools.cached_property
    def settings(self):
        return yaml.safe_load((self.root / "site.yaml").read_text("utf-8")) or {}

    @functools.cached_property
    def languages(self):
        """The languages by tag: address prefix and calendar."""
        usual = {
            "th": {"calendar": "buddhist", "prefix": "th"},
            "en": {"calendar": "gregorian", "prefix": "en"},
        }
        given = self.settings.get("languages") or usual
        return {
            tag: {"prefix": (item or {}).get("prefix", tag), **(item or {})} for tag, item in given.items()
        }

    @functools.cached_property
    def descriptor(self):
        return yaml.safe_load((self.data / "datapackage.yaml").read_text("utf-8"))

    @functools.cached_property
    def resources(self):
        return {resource["name"]: resource for resource in self.descriptor.get("resources", [])}

    @functools.cached_property
    def released(self):
        """The day of the newest release."""
        days = [date(file.stem) for file in (self.data / "releases").glob("*.json")]
        return max((day for day in days if day), default=None)

    @functools.cached_property
    def days_of_numbers(self):
        """The day of the newest release that has a number, by what it is of."""
        days = {}
        for file in sorted((self.data / "releases").glob("*.json")):
            for record in json.loads(file.read_text("utf-8")):
                # Earlier versions told values and corrections apart by their kind.
                if "kind" in record and "table" not in record:
                    is_value = record["kind"] == "value"
                else:
                    is_value = record.get("table") == "observations"
                if is_value:
                    days[of_release(record)] = date(file.stem)
        return days

    @functools.cache
    def rows(self, name):
        """A table's rows, in its own names of columns, with the places that the program knows."""
        rows = self.own_rows(name)
        if self.places.get("scope") == "own":
            return rows
        if name == "areas":
            return over(self.gazetteer_areas, rows)
        if name == "area_groups" and "codi" in self.divisions:
            known = {(row.get("group"), row.get("area")) for row in rows}
            groups = gazetteer("codi-groups")
            return [row for row in groups if (row["group"], row["area"]) not in known] + rows
        return rows

    @property
    def places(self):
        return self.settings.get("areas") or {}

    @property
    def divisions(self):
        return self.places.get("divisions") or []

    @functools.cached_property
    def gazetteer_areas(self):
        """The country, its regions, provinces and districts, and the subdistricts beside those that tables name."""
        named = {
            cell[:4]
            for name in self.resources
            if name not in ("areas", "area_groups")
            for row in self.own_rows(name)
            for column in ("area", "areas")
            for cell in (row.get(column) or "").replace(" ", "").split(";")
            if re.fullmatch(r"\d{6}", cell)
        }
        districts = [Row(row, **{"class": "district"}) for row in gazetteer("districts")]
        inside = [
            Row(row, **{"class": "subdistrict"})
            for row in gazetteer("subdistricts")
            if named and row["parent"] in named
        ]
        return gazetteer("areas") + (gazetteer("codi-regions") if "codi" in self.divisions else []) + districts + inside

    @functools.cache
    def own_rows(self, name):
        """The rows of a site's own table; none where there is no such table."""
        resource = self.resources.get(name)
        file = resource and self.data / resource["path"]
        if not file or not file.is_file():
            return []
        fields = resource.get("schema", {}).get("fields", [])
        known = {
            alias: field["name"] for field in fields for alias in [*field.get("aliases", []), field["name"]]
        }
        missing = set(resource.get("schema", {}).get("missingValues", [""])) | {""}
        private = {field["name"] for field in fields if field.get("private")}
        rows = []
        for record in records(file, resource):
            row = Row()
            for head, cell in record.items():
                name = known.get(head.strip(), head.strip()) if head else None
                if name and name not in private:
                    row[name] = None if cell is None or str(cell).strip() in missing else str(cell).strip()
            if any(cell is not None for cell in row.values()):
                rows.append(row)
        return rows

    def has_column(self, name, column):
        fields = self.resources.get(name, {}).get("schema", {}).get("fields", [])
        return any(field["name"] == column for field in fields) or any(
            column in row for row in self.rows(name)[:1]
        )


@functools.cache
def gazetteer(part):
    """The rows of a file of places that come with the program."""
    file = pathlib.Path(__file__).parents[3] / "gazetteer" / f"{part}.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return [Row({name: cell or None for name, cell in row.items()}) for row in csv.DictReader(lines)]


def over(known, own):
    """Places as a site corrects them, whose empty cells change nothing, and its own after them."""
    mine = {}
    for row in own:
        mine.setdefault(row.get("code"), row)
    rows = [
        Row(row, **{name: cell for name, cell in mine.get(row["code"], {}).items() if cell is not None})
        for row in known
    ]
    codes = {row["code"] for row in known}
    return rows + [row for code, row in mine.items() if code not in codes]


def records(file, resource):
    """The records of a file by head cell. Workbooks are not read here."""
    if file.suffix == ".json":
        return json.loads(file.read_text("utf-8-sig"))
    if file.suffix in (".yaml", ".yml"):
        return yaml.safe_load(file.read_text("utf-8"))
    if file.suffix not in (".csv", ".tsv"):
        raise ValueError(f"{file}: this validator reads CSV, TSV, JSON and YAML")
    dialect = resource.get("dialect") or {}
    delimiter = dialect.get("delimiter") or ("\t" if file.suffix == ".tsv" else ",")
    text = file.read_text(resource.get("encoding") or "utf-8-sig").removeprefix("\ufeff")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = [row for row in lines]
    head = (dialect.get("headerRows") or [1])[-1] - 1
    return [dict(zip(rows[head], row)) for row in rows[head + 1 :]] if len(rows) > head else []
