"""Measures reading tables: Saan reads, types and validates a CSV file; Python's csv module merely
reads it; frictionless validates it as well.

usage: data_bench.py SAAN [--rows 1000000] [--rounds 5]

CPU time is the user and system time of the whole process, memory its peak, as the operating system
accounts for them. The commands take turns; the table shows medians. The exit status is 1 when a
target is missed.
"""

import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

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


def measure(command):
    """CPU seconds and peak megabytes of a command that must succeed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}: {errors.decode()[:400]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("saan")
    parser.add_argument("--rows", type=int, default=1_000_000)
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
        size = (folders["all"] / "content/data/members.csv").stat().st_size / 1e6
        runs = {key: [] for key in commands}
        for _ in range(options.rounds):
            for key, command in commands.items():
                runs[key].append(measure(command))
    cpu = {key: statistics.median(run[0] for run in value) for key, value in runs.items()}
    peak = {key: max(run[1] for run in value) for key, value in runs.items()}
    print(f"\n{options.rows:,} rows × {len(COLUMNS)} columns, {size:.0f} MB\n")
    print("| what | CPU s | peak MB | CPU s, a tenth of the rows |\n|---|---:|---:|---:|")
    for tool, what in TOOLS.items():
        print(f"| {what} | {cpu[tool, 'all']:.2f} | {peak[tool, 'all']:.0f} |"
              f" {cpu[tool, 'tenth']:.3f} |")
    ours, theirs = cpu["saan", "all"], cpu["frictionless", "all"]
    holds = [
        (f"CPU against csv: {ours / cpu['csv', 'all']:.2f} ×, hold 1.5 ×",
         ours <= 1.5 * cpu["csv", "all"]),
        (f"memory: {peak['saan', 'all']:.0f} MB, hold 1,000 MB", peak["saan", "all"] <= 1000),
        (f"CPU against frictionless: 1/{theirs / ours:.0f}, hold 1/50", ours <= theirs / 50),
    ]
    print()
    for text, holds_true in holds:
        print(f"{'PASS' if holds_true else 'FAIL'} {text}")
    sys.exit(0 if all(result for _, result in holds) else 1)


if __name__ == "__main__":
    main()
