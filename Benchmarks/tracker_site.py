"""Writes a synthetic tracker, builds it, and holds its pages to what the design promises.

329 asks in 60 proposals, 10 parties with an answer to each, 329 promises of four terms with 2,000
things that became of them, and a calendar of 2,000 events, all drawn from a seed and marked as made
up on every page. The table of asks and parties may weigh 60 KB compressed as a whole and 25 KB for
each topic. The same site is built once more, on another day: pages may change and no calendar.
"""

import argparse
import csv
import gzip
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ASKS, PROMISES, EVENTS, PROPOSALS, MEETINGS = 329, 329, 2000, 60, 2000
PARTIES = ["กล้วย", "ขนุน", "เงาะ", "ชมพู่", "แตงโม", "ทุเรียน", "น้อยหน่า", "มะม่วง", "ลำไย", "ส้มโอ"]
FRUITS = ["Banana", "Jackfruit", "Rambutan", "Rose Apple", "Watermelon", "Durian", "Custard Apple",
          "Mango", "Longan", "Pomelo"]
TOPICS = {"land": ("ที่ดิน", "Land"), "water": ("น้ำ", "Water"), "schools": ("โรงเรียน", "Schools"),
          "health": ("สุขภาพ", "Health"), "transport": ("การเดินทาง", "Transport"),
          "farming": ("การเกษตร", "Farming"), "data": ("ข้อมูลเปิด", "Open data")}
THINGS = [("สวน", "garden"), ("ถนน", "road"), ("บ่อน้ำ", "pond"), ("ห้องสมุด", "library"),
          ("ตลาด", "market"), ("สะพาน", "bridge"), ("คลินิก", "clinic"), ("สนาม", "field")]
DEEDS = [("สร้าง", "Build"), ("ซ่อม", "Repair"), ("เปิด", "Open"), ("ขยาย", "Extend")]
STANCES = ["agree", "agree_with_conditions", "neutral", "disagree", "no_reply", "not_asked"]
TYPES = ["statement", "checkpoint", "vote", "budget", "court", "reply", "review"]
PROGRESS = ["no_movement_found", "cannot_be_checked", "disputed", "clarifying", "proposed",
            "in_progress", "stalled", "partly_kept", "kept", "abandoned"]
MEETING = [("ประชุม", "Meeting"), ("เวที", "Forum"), ("เดินขบวน", "March"), ("อบรม", "Training")]
STATUS = ["", "", "", "", "tentative", "cancelled", "postponed"]
WHOLE, PART = 60_000, 25_000


def write(folder, name, rows):
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def phrase(dice):
    deed, thing, number = dice.choice(DEEDS), dice.choice(THINGS), dice.randint(2, 90)
    return f"{deed[0]}{thing[0]} {number} แห่ง", f"{deed[1]} {number} {thing[1]}s"


def date(dice, first, last):
    return f"{dice.randint(first, last)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def generate(root, seed):
    """Writes the site."""
    dice = random.Random(seed)
    data = root / "content" / "data"
    data.mkdir(parents=True, exist_ok=True)
    terms = "".join(f"      {slug}: {{th: {th}, en: {en}}}\n" for slug, (th, en) in TOPICS.items())
    (root / "site.yaml").write_text(
        "title: {th: ข้อมูลติดตามที่แต่งขึ้น, en: Synthetic tracker}\n"
        "notice: {th: พรรค คำตอบ และคำสัญญาทั้งหมดในเว็บนี้แต่งขึ้น, "
        "en: All parties answers and promises on this site are made up}\n"
        "base_url: https://synthetic.example/\nlicense: CC0-1.0\ndefault_language: th\n"
        "theme: commons\nbudgets: {page: 320}\n"
        "collections:\n  events: {title: {th: กิจกรรม, en: Events}, template: event.html, "
        "list_template: events.html, sort: date, order: descending, per_page: 100, feed: true}\n"
        "taxonomies:\n  topics:\n    title: {th: หัวข้อ, en: Topics}\n    terms:\n"
        + terms, encoding="utf-8")
    write(data, "sources", [
        {"id": f"s{n}", "producer": f"ผู้จัดทำ {n}", "producer@en": f"Maker {n}",
         "title": f"เอกสาร {n}", "title@en": f"Document {n}", "url": f"https://s{n}.example/"}
        for n in range(1, 41)])
    write(data, "parties", [
        {"id": f"p{n}", "name": f"พรรค{th}", "name@en": f"{en} Party", "short_name": th,
         "short_name@en": en, "source": "s1"}
        for n, (th, en) in enumerate(zip(PARTIES, FRUITS))])
    write(data, "mandates", [
        {"id": f"m{n}", "name": f"วาระที่ {n + 1}", "name@en": f"Term {n + 1}",
         "start": f"{2008 + 4 * n}-06-01", "end": f"{2012 + 4 * n}-05-31", "source": "s1"}
        for n in range(4)])
    proposals, asks = [], []
    for n in range(PROPOSALS):
        th, en = phrase(dice)
        proposals.append(
            {"id": f"x{n}", "set": "ข้อเสนอที่แต่งขึ้น", "set@en": "Made-up proposals", "number": n + 1,
             "title": th, "title@en": en, "ask": th, "ask@en": en,
             "topics": dice.choice(list(TOPICS)), "source": "s1"})
    for n in range(ASKS):
        th, en = phrase(dice)
        asks.append({"id": f"a{n}", "proposal": f"x{n % PROPOSALS}", "text": th, "text@en": en,
                     "source": "s1"})
    write(data, "proposals", proposals)
    write(data, "asks", asks)
    answers = []
    for ask in asks:
        for party in range(len(PARTIES)):
            stance = dice.choice(STANCES)
            says = stance not in ("no_reply", "not_asked")
            answers.append(
                {"party": f"p{party}", "ask": ask["id"], "stance": stance,
                 "conditions": "ถ้ามีงบประมาณ" if stance == "agree_with_conditions" else "",
                 "conditions@en": "if there is money" if stance == "agree_with_conditions" else "",
                 "date": date(dice, 2019, 2024) if stance != "not_asked" else "",
                 "evidence": "; ".join(f"s{k}" for k in dice.sample(range(2, 41), dice.randint(1, 3)))
                 if says else ""})
    write(data, "commitments", answers)
    promises = []
    for n in range(PROMISES):
        th, en = phrase(dice)
        promises.append(
            {"id": f"q{n}", "party": f"p{n % len(PARTIES)}", "mandate": f"m{n % 4}", "title": th,
             "title@en": en, "original_text": f"เราจะ{th}", "asks": f"a{n}",
             "acceptance_criteria": f"มีครบตามจำนวน", "acceptance_criteria@en": "All are there",
             "criteria_on": "2008-01-01", "deadline": date(dice, 2012, 2027),
             "topics": dice.choice(list(TOPICS)), "source": "s1"})
    write(data, "promises", promises)
    events = []
    for n in range(EVENTS):
        reviewed = dice.random() < 0.6
        progress = dice.choice(PROGRESS) if reviewed else ""
        th, en = phrase(dice)
        events.append(
            {"id": f"e{n}", "promise": f"q{dice.randrange(PROMISES)}", "date": date(dice, 2009, 2025),
             "type": "review" if reviewed else dice.choice(TYPES[:6]),
             "review": "reviewed" if reviewed else "", "progress": progress, "summary": th,
             "summary@en": en, "reason": "แต่งขึ้น" if progress == "abandoned" else "",
             "evidence": "; ".join(f"s{k}" for k in dice.sample(range(2, 41), 2)),
             "reviewers": "ก; ข" if reviewed else ""})
    write(data, "promise_events", events)
    write(data, "events", [meeting(dice, n) for n in range(MEETINGS)])


def meeting(dice, number):
    """An event of the calendar; one of ten comes round."""
    name, hour = dice.choice(MEETING), dice.randint(8, 18)
    day = date(dice, 2015, 2026)
    row = {"id": f"m{number}", "name": f"{name[0]}ครั้งที่ {number + 1}",
           "name@en": f"{name[1]} no. {number + 1}", "start": f"{day} {hour:02}:00",
           "end": f"{day} {hour + 2:02}:00", "status": dice.choice(STATUS),
           "area": dice.choice(["32", "50", "90", "41", "10"]), "topics": dice.choice(list(TOPICS)),
           "place": "ศาลากลาง", "place@en": "Town hall", "repeats": "", "repeats_times": "",
           "source": "s1", "updated": "2025-12-31"}
    if dice.random() < 0.1:
        row |= {"repeats": dice.choice(["weekly", "yearly"]), "repeats_times": dice.randint(2, 20)}
    return row


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saan", default=".build/release/saan")
    parser.add_argument("--seed", type=int, default=2565)
    parser.add_argument("--output", help="the folder of the site, which is kept")
    options = parser.parse_args()
    root = pathlib.Path(options.output or tempfile.mkdtemp())
    calendars = {}
    root.mkdir(parents=True, exist_ok=True)
    generate(root, options.seed)
    calendars = {}
    for clock in ["2026-03-01", "2026-01-01"]:
        began = time.monotonic()
        built = subprocess.run(
            [options.saan, "build", "--source", root, "--output", root / "public", "--strict",
             "--clock", clock])
        if built.returncode:
            sys.exit(built.returncode)
        print(f"{clock}: built in {time.monotonic() - began:.1f} s")
        calendars[clock] = {
            path.relative_to(root): path.read_bytes() for path in root.glob("public/**/*.ics")}
    first, second = calendars.values()
    print(f"{len(first):,} calendars, {'the same' if first == second else 'not the same'} on two days")
    missed = first != second
    for page in sorted((root / "public").glob("*/promises/matrix/**/index.html")):
        size = len(gzip.compress(page.read_bytes(), 9))
        limit = WHOLE if page.parent.name == "matrix" else PART
        missed |= size > limit
        place = page.parent.relative_to(root / "public")
        print(f"{place}  {size:,} bytes compressed, at most {limit:,}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
