"""Measures reading tables: Saan reads, types and validates a CSV file; Python's csv module merely
reads it; frictionless validates it as well. Of a workbook it does the same, and openpyxl merely
reads it in its mode for large files.

usage: data_bench.py SAAN [--rows 1000000] [--sheet-rows 300000] [--rounds 5]

CPU time is the user and system time of the whole process, memory its peak, as the operating system
accounts for them. The commands take turns; the table shows medians. The exit status is 1 when a
target is missed.
"""

import argparse
import csv
import datetime
import pathlib
import random
import statistics
import sys
import tempfile

import xlsxwriter

from measuring import measure

COLUMNS = [
    ("id", "string"), ("name", "string"), ("name@en", "string"), ("province", "string"),
    ("founded_on", "date"), ("members_count", "integer"), ("beneficiaries_count", "integer"),
    ("capital_baht", "number"), ("contribution_members", "number"),
    ("contribution_state", "number"), ("as_of", "date"), ("note", "string"),
]
TOOLS = {
    "saan": "saan: read, type, validate",
    "csv": "Python csv: merely read",
    "frictionless": "frictionless: read, type, validate",
}
CSV_READER = "import csv,sys\nfor row in csv.reader(open(sys.argv[1],newline='',encoding='utf-8')): pass"

XLSX_READER = (
    "import openpyxl,sys\n"
    "book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
    "for row in book.worksheets[0].iter_rows(values_only=True): pass")


def write_site(folder, rows):
    """A site whose only content is one table with a schema."""
    data = folder / "content" / "data"
    data.mkdir(parents=True)
    (folder / "site.yaml").write_text(
        "title: bench\nbase_url: https://example.org/\ntheme: none\n", encoding="utf-8")
    fields = "".join(
        f"        - {{name: {name}, type: {kind}"
        + (", constraints: {required: true}" if name in ("id", "name") else "") + "}\n"
        for name, kind in COLUMNS)
    (data / "datapackage.yaml").write_text(
        "name: bench\nresources:\n  - name: members\n    path: members.csv\n    schema:\n"
        f"      primaryKey: id\n      fields:\n{fields}", encoding="utf-8")
    pick = random.Random(2565)
    names = ["กองทุนสวัสดิการชุมชนตำบลบ้านเหนือ", "กองทุนสวัสดิการชุมชนตำบลในเมือง",
             "กลุ่มออมทรัพย์เพื่อการผลิตบ้านใต้", "สภาองค์กรชุมชนตำบลหนองบัว"]
    with open(data / "members.csv", "w", encoding="utf-8") as file:
        file.write(",".join(name for name, _ in COLUMNS) + "\n")
        for row in range(rows):
            day = f"{pick.randint(2005, 2024)}-{pick.randint(1, 12):02d}-{pick.randint(1, 28):02d}"
            members = pick.randint(50, 9000)
            file.write(
                f"f{row:07d},{pick.choice(names)} {row},Community welfare fund {row},"
                f"{pick.randint(10, 96)},{day},{members},{pick.randint(0, members)},"
                f"{pick.randint(10**4, 10**7)}.{pick.randint(10, 99)},{pick.randint(10**3, 10**6)}.50,"
                f"{pick.randint(10**3, 10**6)},2024-12-31,จดทะเบียนแล้ว\n")
    return data


def write_workbook_site(folder, rows):
    """The same table as a sheet of a workbook, with texts, numbers and days as Excel has them."""
    write_site(folder, rows)
    data = folder / "content" / "data"
    book = xlsxwriter.Workbook(data / "members.xlsx", {"default_date_format": "d mmm yyyy"})
    sheet = book.add_worksheet("members")
    with open(data / "members.csv", encoding="utf-8", newline="") as file:
        for number, cells in enumerate(csv.reader(file)):
            for column, cell in enumerate(cells):
                kind = COLUMNS[column][1] if number else "string"
                if kind == "date":
                    sheet.write_datetime(number, column, datetime.date.fromisoformat(cell))
                elif kind == "string":
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write_number(number, column, float(cell))
    book.close()
    (data / "members.csv").unlink()
    descriptor = data / "datapackage.yaml"
    descriptor.write_text(
        descriptor.read_text(encoding="utf-8").replace("members.csv", "members.xlsx"),
        encoding="utf-8")
    return data


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("saan")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--sheet-rows", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    frictionless = str(pathlib.Path(sys.executable).parent / "frictionless")
    with tempfile.TemporaryDirectory() as name:
        folders = {"all": pathlib.Path(name) / "whole", "tenth": pathlib.Path(name) / "tenth"}
        commands = {}
        for part, rows in (("all", options.rows), ("tenth", options.rows // 10)):
            data = write_site(folders[part], rows)
            commands["saan", part] = [
                options.saan, "data", "check", "--source", str(folders[part]), "--jobs", "1"]
            commands["csv", part] = [sys.executable, "-c", CSV_READER, str(data / "members.csv")]
            commands["frictionless", part] = [
                frictionless, "validate", str(data / "datapackage.yaml")]
        book = write_workbook_site(pathlib.Path(name) / "book", options.sheet_rows)
        books = {
            "saan": [options.saan, "data", "check", "--source", str(book.parents[1]), "--jobs", "1"],
            "openpyxl": [sys.executable, "-c", XLSX_READER, str(book / "members.xlsx")],
        }
        book_runs = {key: [] for key in books}
        size = (folders["all"] / "content/data/members.csv").stat().st_size / 1e6
        runs = {key: [] for key in commands}
        for _ in range(options.rounds):
            for key, command in commands.items():
                runs[key].append(measure(command))
            for key, command in books.items():
                book_runs[key].append(measure(command))
    cpu = {key: statistics.median(run.cpu for run in value) for key, value in runs.items()}
    peak = {key: max(run.peak for run in value) for key, value in runs.items()}
    print(f"\n{options.rows:,} rows × {len(COLUMNS)} columns, {size:.0f} MB\n")
    print("| what | CPU s | peak MB | CPU s, a tenth of the rows |\n|---|---:|---:|---:|")
    for tool, what in TOOLS.items():
        print(f"| {what} | {cpu[tool, 'all']:.2f} | {peak[tool, 'all']:.0f} |"
              f" {cpu[tool, 'tenth']:.3f} |")
    book_cpu = {key: statistics.median(run.cpu for run in value) for key, value in book_runs.items()}
    book_peak = {key: max(run.peak for run in value) for key, value in book_runs.items()}
    print(f"\na workbook of {options.sheet_rows:,} rows × {len(COLUMNS)} columns\n")
    print("| what | CPU s | peak MB |\n|---|---:|---:|")
    for key, what in (("saan", TOOLS["saan"]), ("openpyxl", "openpyxl, read only: merely read")):
        print(f"| {what} | {book_cpu[key]:.2f} | {book_peak[key]:.0f} |")
    ours, theirs = cpu["saan", "all"], cpu["frictionless", "all"]
    holds = [
        (f"CPU against csv: {ours / cpu['csv', 'all']:.2f} ×, hold 1.5 ×",
         ours <= 1.5 * cpu["csv", "all"]),
        (f"memory: {peak['saan', 'all']:.0f} MB, hold 1,000 MB", peak["saan", "all"] <= 1000),
        (f"CPU against frictionless: 1/{theirs / ours:.0f}, hold 1/50", ours <= theirs / 50),
        (f"workbook, CPU against openpyxl: 1/{book_cpu['openpyxl'] / book_cpu['saan']:.1f}, hold 1/10",
         book_cpu["saan"] <= book_cpu["openpyxl"] / 10),
        (f"workbook, memory: {book_peak['saan']:.0f} MB, hold 300 MB", book_peak["saan"] <= 300),
    ]
    print()
    for text, holds_true in holds:
        print(f"{'PASS' if holds_true else 'FAIL'} {text}")
    sys.exit(0 if all(result for _, result in holds) else 1)


if __name__ == "__main__":
    main()
