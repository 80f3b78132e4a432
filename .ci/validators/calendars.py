"""Calendar files: the bytes of RFC 5545, what three parsers read, and the same times as the pages tell.

On a scratch site of 500 rules every time that the pages of months show is one that `recurring-ical-events` works
out from the calendar, and the other way round; two days make the same bytes.
"""

import csv
import datetime
import json
import pathlib
import random
import re
import shutil
import subprocess
import tempfile

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream

from planted import ROOT, SAAN
from tree import Result, Tree

FAR = (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))
RULES = 500


def calendars(tree):
    files = tree.with_ending(".ics")
    result = Result(f"{len(files)} calendars")
    if not files:
        result.problem("no calendar is published")
    for file in files:
        read(tree.name(file), file.read_bytes(), result)
    told_alike(tree, result)
    described(tree, result)
    if SAAN.exists():
        rules(result)
    else:
        result.note(f"{SAAN} is not there: no rules were tried")
    return result


def read(name, data, result):
    """One file, as bytes and by three parsers."""
    say = lambda text: result.problem(f"{name}: {text}")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data) or not data.endswith(b"\r\n"):
        say("a line does not end with CRLF")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            say(f"line {number} has {len(line)} octets")
        try:
            line.decode()
        except UnicodeDecodeError:
            say(f"line {number} breaks within a character")
        # A Thai vowel or tone mark over or under its letter never begins a line.
        if re.match("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", line[1:].decode(errors="ignore")) and line[:1] == b" ":
            say(f"line {number} begins with a mark that belongs to the letter before")
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line):
            say(f"line {number} has a control character")
    text = data.decode(errors="replace")
    try:
        one = icalendar.Calendar.from_ical(data)
        two = next(vobject.readComponents(text))
        two.validate(raiseException=True)
        three = IcsCalendarStream.calendar_from_ics(text)
    except Exception as error:  # whatever a parser says is what is wrong
        say(f"{type(error).__name__}: {str(error)[:160]}")
        return
    values = [
        [(str(e["UID"]), str(e["SUMMARY"]), e["DTSTART"].dt) for e in one.walk("VEVENT")],
        [(e.uid.value, e.summary.value, e.dtstart.value) for e in two.contents.get("vevent", [])],
        [(e.uid, e.summary, e.dtstart) for e in three.events],
    ]
    values = [sorted((uid, summary, plain(start)) for uid, summary, start in events) for events in values]
    if not values[0] == values[1] == values[2]:
        say("three parsers do not read the same")
    zones = {str(zone["TZID"]) for zone in one.walk("VTIMEZONE")}
    seen = set()
    for event in one.walk("VEVENT"):
        uid = str(event.get("UID"))
        key = (uid, str(plain(event["RECURRENCE-ID"].dt)) if "RECURRENCE-ID" in event else "")
        if key in seen:
            say(f"{uid} stands in it twice")
        seen.add(key)
        for field in ("DTSTAMP", "SEQUENCE", "STATUS", "DTEND" if is_day(event["DTSTART"].dt) else "DTSTART"):
            if field not in event:
                say(f"{uid} has no {field}")
        start, end = event["DTSTART"], event.get("DTEND")
        if end is not None and (is_day(start.dt) != is_day(end.dt) or end.dt <= start.dt):
            say(f"{uid} does not end after it begins")
        for field in (start, end):
            zone = field.params.get("TZID") if field is not None else None
            if zone and zone not in zones:
                say(f"{uid} is in the zone {zone}, of which nothing is said")
        if start.dt.year > 2400:
            say(f"{uid} begins in a year of the Buddhist Era")


def plain(moment):
    return moment.isoformat()[:16]


def is_day(moment):
    return not isinstance(moment, datetime.datetime)


def expanded(data):
    """Every time in a calendar: the day and hour, and the page of the event."""
    calendar = icalendar.Calendar.from_ical(data)
    query = recurring_ical_events.of(calendar, keep_recurrence_attributes=True)
    return sorted((plain(event["DTSTART"].dt), str(event["URL"])) for event in query.between(*FAR))


def shown(tree, language):
    """Every time that the pages of months show: the day, and the page of the event."""
    for page in tree.pages:
        month = re.fullmatch(rf"/{language}/[^/]+/months/(\d\d\d\d-\d\d)/", page.path)
        for cell in page.html.xpath("//table[@class='month']//td[@class='has']") if month else []:
            day = int(cell.xpath("string(span[@class='n'])"))
            for link in cell.xpath("a"):
                yield f"{month[1]}-{day:02}", page.resolve(tree, link.get("href"))


def told_alike(tree, result):
    """The pages of months and the calendar of all events tell the same times."""
    for name in sorted(name for name in tree.names if re.fullmatch(r"[a-z]+/events\.ics", name)):
        language = name.split("/")[0]
        days = set()
        for start, url in expanded((tree.root / name).read_bytes()):
            days.add((start[:10], url))
        told = set(shown(tree, language))
        lasting = {(day, url) for day, url in told if (day, url) not in days}
        for day, url in sorted(days - told):
            result.problem(f"{name}: {url} takes place on {day}, and no page of a month says so")
        # An event of several days stands on each; its first must be among those of the calendar.
        begun = {url for _, url in days}
        for day, url in sorted(lasting):
            if url not in begun:
                result.problem(f"/{language}/: a page of a month tells of {url} on {day}, and the calendar does not")


def described(tree, result):
    """What search engines are told of an event is what its own calendar file says."""
    count = 0
    for page in tree.pages:
        for script in page.html.xpath("//script[@type='application/ld+json']"):
            event = json.loads(script.text)
            if event.get("@type") != "Event":
                continue
            count += 1
            say = lambda text, page=page: result.problem(f"{page.path}: {text}")
            for field in ("name", "startDate", "eventStatus", "inLanguage"):
                if not event.get(field):
                    say(f"its event has no {field}")
            start = event["startDate"]
            if "T" in start and not re.search(r"[+-]\d\d:\d\d$", start):
                say(f"its event begins at {start}, without an offset")
            file = tree.root / page.name.replace("index.html", "event.ics")
            if len(start) < 10:
                if file.exists():
                    say("its event has no day, but a calendar file")
            elif not file.exists():
                say("its event has no calendar file")
            else:
                own = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")[0]
                if plain(own["DTSTART"].dt) != start[:16]:
                    say(f"its event begins {start} for search engines and {own['DTSTART'].dt} for calendars")
    if not count:
        result.problem("no page describes an event for search engines")


SETTINGS = """title: {th: ทดลอง, en: Trial}
base_url: https://trial.example/
theme: commons
collections:
  events: {title: {th: กิจกรรม, en: Events}, template: event.html, list_template: events.html, sort: date, per_page: 100}
"""
COLUMNS = (
    "id name name@en start end repeats repeats_every repeats_on repeats_times repeats_until repeats_except"
    " repeats_moved updated"
).split()
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def rules(result):
    """Rules of all sorts: pages and calendars tell the same times, and another day changes no calendar."""
    chance = random.Random(5545)
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        (site / "content/data").mkdir(parents=True)
        shutil.copytree(ROOT / "themes", site / "themes")
        (site / "site.yaml").write_text(SETTINGS)
        (site / "content/index.th.md").write_text("---\ntitle: หน้าแรก\n---\nทดลอง\n")
        rows = [rule(number, chance) for number in range(RULES)]
        with open(site / "content/data/events.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
        trees = []
        for day in ("2026-12-01", "2027-06-30"):
            out = pathlib.Path(folder) / day
            made = subprocess.run(
                [SAAN, "build", "--source", site, "--output", out, "--clock", day, "--lang", "en"],
                capture_output=True, text=True)
            if made.returncode:
                result.problem(f"the site of {RULES} rules is not built: {made.stdout[-300:]}{made.stderr[-300:]}")
                return
            trees.append(Tree(out))
        first, second = trees
        for name in sorted(first.names | second.names):
            if name.endswith(".ics"):
                files = [tree.root / name for tree in trees]
                if not all(file.exists() for file in files) or files[0].read_bytes() != files[1].read_bytes():
                    result.problem(f"rules: {name} is another one on another day")
        told_alike(first, result)
        count = len(expanded((first.root / "th/events.ics").read_bytes()))
        result.looked_at += f", {count} times of {RULES} rules"


def rule(number, chance):
    """A row whose beginning is one of its own days."""
    day = datetime.date(2024, 1, 1) + datetime.timedelta(days=chance.randrange(1500))
    rhythm = chance.choice(("weekly", "monthly", "yearly"))
    every = chance.choice((1, 1, 1, 2, 3, 4))
    on = ""
    if rhythm == "weekly" and chance.random() < 0.7:
        on = ", ".join(sorted({DAYS[day.weekday()], *chance.sample(DAYS, chance.randrange(3))}, key=DAYS.index))
    elif rhythm != "weekly":
        last = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
        kind = chance.randrange(5)
        if kind == 0 and day.day <= 28:
            on = f"{(day.day - 1) // 7 + 1} {DAYS[day.weekday()]}"
        elif kind == 1 and day + datetime.timedelta(days=7) > last:
            on = f"last {DAYS[day.weekday()]}"
        elif kind == 2:
            day, on = last, "last"
        elif kind == 3 and rhythm == "monthly":
            on = str(day.day)
    timed = chance.random() < 0.6
    row = {
        "id": f"e-{number}", "name": f"กิจกรรมที่ {number} ซึ่งมีชื่อยาวพอให้ต้องตัดบรรทัดหลายครั้ง", "name@en": f"Event {number}",
        "start": f"{day}T{chance.randrange(24):02}:{chance.choice((0, 15, 30)):02}" if timed else str(day),
        "repeats": rhythm, "repeats_every": every, "repeats_on": on, "updated": "2026-11-01",
    }
    if chance.random() < 0.5:
        row["repeats_times"] = chance.randrange(1, 15)
    else:
        span = {"weekly": 400, "monthly": 1200, "yearly": 3000}[rhythm]
        row["repeats_until"] = str(day + datetime.timedelta(days=chance.randrange(1, span)))
    if rhythm == "weekly" and chance.random() < 0.4:
        again = day + datetime.timedelta(days=7 * every)
        until = row.get("repeats_until", "9999")
        if row.get("repeats_times", 9) > 8 and str(again) <= until:
            if chance.random() < 0.5:
                row["repeats_except"] = str(again)
            else:
                taken = on.split(", ") if on else [DAYS[day.weekday()]]
                free = [again + datetime.timedelta(days=n) for n in range(1, 7)]
                free = [other for other in free if DAYS[other.weekday()] not in taken]
                row["repeats_moved"] = f"{again} > {free[0]}"
    return row
