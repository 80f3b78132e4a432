"""Builds the synthetic site of national size with Saan and its equal with Hugo, and measures both.

usage: site_bench.py SAAN SAAN_BENCH [--rounds 3] [--quick] [--scales 0.25 1 4] [--edits 50] [--work DIR]

Before anything is timed the pages of both are compared, see site_compare.py. Then the commands take
turns: Saan, Hugo, `cp -r` of Saan's output, Saan again with nothing changed and after each of four
edits: one sentence, one cell of one row of the largest register, a cell of it that totals are made of,
one template; the table shows medians.
At last the site is edited by chance, and after each edit the output is held against that of a build of
everything.
CPU time is user and system time of the whole process, memory its peak, as the operating system
accounts for them. The exit status is 1 when a target is missed.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile

from hugo_site import HugoSite
from measuring import Run, measure
from site_compare import compare
from site_edits import EditedSite, hold_edits

GIGABYTE = 1 << 30

# What the rows after an edit are called, and how the edit is made.
EDITS = {
    "one sentence changed": EditedSite.add_sentence,
    "one row changed": EditedSite.change_cell,
    # The country's total is on the page of every district.
    "one row changed, and totals with it": EditedSite.change_total,
    "one template changed": EditedSite.change_template,
}
# After these a build has little to make again.
SMALL_EDITS = ("one sentence changed", "one row changed")


def median(runs):
    return Run(*(statistics.median(getattr(run, field) for run in runs)
                 for field in ("cpu", "wall", "peak")))


class Workplace:
    """Where sites are built: in memory when there is room, because a disk answers for its own past.

    On ext4, making many files soon after removing many takes several times as long, so on a disk
    nothing is removed before the end.
    """

    def __init__(self, wanted):
        memory = pathlib.Path("/dev/shm")
        self.in_memory = wanted is None and memory.is_dir() and has_room(memory)
        parent = wanted or (memory if self.in_memory else None)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="saan-bench-", dir=parent))

    def remove(self, folder):
        if self.in_memory:
            shutil.rmtree(folder)

    def describe(self):
        kind = subprocess.run(
            ["stat", "--file-system", "--format=%T", self.folder], capture_output=True, text=True)
        return f"{self.folder.parent} ({kind.stdout.strip() or 'unknown file system'})"

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def has_room(folder):
    """Room for the outputs of one round, and for what the programs need beside them."""
    for line in pathlib.Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:") and int(line.split()[1]) * 1024 < 10 * GIGABYTE:
            return False
    return shutil.disk_usage(folder).free >= 6 * GIGABYTE


def snapshot(folder):
    """What would show that a file was written: its inode, size and time of change."""
    seen = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            status = os.stat(f"{parent}/{name}")
            seen[f"{parent}/{name}"] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return seen


class SiteBench:
    def __init__(self, options):
        self.options = options
        self.place = Workplace(options.work)
        packages = pathlib.Path(sysconfig.get_path("purelib"))
        self.hugo = packages / "hugo/binaries/hugo"
        self.holds = []
        self.counter = 0
        self.rewritten = {}

    def generate(self, scale, name="site"):
        folder = self.place.folder / f"{name}-{scale:g}"
        repository = pathlib.Path(__file__).parent.parent
        measure([self.options.saan_bench, "generate", "--scale", f"{scale:g}",
                 "--repository", str(repository), str(folder)])
        return folder

    def check_seed(self):
        """The same seed must give the same bytes."""
        first, second = self.generate(0.01), self.generate(0.01, "again")
        found = subprocess.run(["diff", "-r", str(first), str(second)], capture_output=True)
        self.hold("the generator gives the same bytes for one seed", found.returncode == 0)

    def new_folder(self, name):
        self.counter += 1
        return self.place.folder / f"{name}-{self.counter}"

    def saan(self, site, output):
        return measure([self.options.saan, "build", "--source", str(site), "--output", str(output)],
                       env=os.environ | {"LC_ALL": "C.UTF-8"})

    def build_with_hugo(self, site, output):
        return measure(
            [str(self.hugo), "build", "--destination", str(output), "--noBuildLock"], cwd=site,
            env=os.environ | {"HUGO_CACHEDIR": str(self.place.folder / "hugo-cache")})

    def check_equality(self, site, hugo_site):
        """Both sites, built and compared; returns the number of equal pages."""
        ours, theirs = self.new_folder("saan"), self.new_folder("hugo")
        self.saan(site, ours)
        self.build_with_hugo(hugo_site, theirs)
        lines, faults, count = compare(ours, theirs)
        print("\n".join(lines), flush=True)
        if faults:
            print("\nNothing was timed: the pages are not equal.")
            sys.exit("\n".join(f"FAIL {fault}" for fault in faults))
        self.place.remove(ours)
        self.place.remove(theirs)
        return count

    def round(self, site, hugo_site, runs):
        ours, theirs = self.new_folder("saan"), self.new_folder("hugo")
        copy = self.new_folder("copy")
        runs["saan"].append(self.saan(site, ours))
        runs["hugo"].append(self.build_with_hugo(hugo_site, theirs))
        self.place.remove(theirs)
        runs["copy"].append(measure(["cp", "-r", str(ours), str(copy)]))
        self.place.remove(copy)
        before = snapshot(ours)
        again = self.saan(site, ours)
        runs["again"].append(again)
        changed = before.items() ^ snapshot(ours).items()
        reported = re.search(r"(\d+) written", again.output)
        is_quiet = not changed and reported is not None and reported.group(1) == "0"
        runs["quiet"].append(is_quiet)
        self.round_of_edits(site, ours, runs)
        self.files, self.bytes = len(before), sum(size for _, size, _ in before.values())
        self.place.remove(ours)

    def round_of_edits(self, site, output, runs):
        """A build after each edit, one edit upon the other; at last all are taken back."""
        edited = EditedSite(site)
        for name, edit in EDITS.items():
            edit(edited)
            run = self.saan(site, output)
            runs[name].append(run)
            found = re.search(r"(\d+) written", run.output)
            self.rewritten[name] = int(found.group(1)) if found else -1
        edited.undo()

    def publish(self, site, output, *options):
        """Builds a site that may be broken; gives the exit status."""
        return subprocess.run(
            [self.options.saan, "build", "--source", str(site), "--output", str(output), *options],
            capture_output=True, env=os.environ | {"LC_ALL": "C.UTF-8"}).returncode

    def check_edits(self):
        """A build after an edit publishes what a build of everything does."""
        count = self.options.edits
        if count == 0:
            return
        print(f"\n{count} edits of the national site, one upon the other:")
        site = self.generate(1, "edited")
        outputs = (self.new_folder("kept"), self.new_folder("fresh"))
        if self.publish(site, outputs[0]) != 0:
            sys.exit("the site to be edited cannot be built")
        faults = hold_edits(self.publish, site, outputs, count)
        self.hold(f"after {count} edits: what a build of everything publishes", not faults)
        for fault in faults:
            self.hold(fault, False)

    def growth(self):
        """Fresh builds at each scale; the largest once."""
        found = []
        for scale in self.options.scales:
            site = self.generate(scale)
            rounds = self.options.rounds if scale <= 1 else 1
            runs = []
            for _ in range(rounds):
                output = self.new_folder("growth")
                runs.append(self.saan(site, output))
                pages = sum(
                    name.endswith(".html") for _, _, names in os.walk(output) for name in names)
                self.place.remove(output)
            found.append((scale, pages, median(runs)))
            self.place.remove(site)
        return found

    def hold(self, text, is_held):
        self.holds.append((text, is_held))

    def hold_share(self, what, ours, whole, most):
        """That something is at most a share of something else; else by how much it is more."""
        excess = ours / (whole * most) - 1
        self.hold(
            f"{what}: {ours / whole:.3f}, hold {most:.3f}"
            + (f", missed by {excess:.1%}" if excess > 0 else ""), excess <= 0)

    def run(self):
        print(f"{os.cpu_count()} processors; built in {self.place.describe()}; "
              f"{self.options.rounds} round(s)\n", flush=True)
        self.check_seed()
        site = self.generate(1)
        hugo_site = self.place.folder / "hugo-site"
        HugoSite(site, hugo_site).build()
        pages = self.check_equality(site, hugo_site)
        runs = {name: [] for name in ("saan", "hugo", "copy", "again", "quiet", *EDITS)}
        for _ in range(self.options.rounds):
            self.round(site, hugo_site, runs)
        ours, hugo, copy, again = (
            median(runs[name]) for name in ("saan", "hugo", "copy", "again"))
        edits = {name: median(runs[name]) for name in EDITS}
        print(f"\n{pages:,} equal pages; our output is {self.files:,} files, "
              f"{self.bytes / 1e6:.0f} MB\n")
        print("| what | CPU s | wall s | peak MB |\n|---|---:|---:|---:|")
        rows = [("saan build", ours), ("hugo, after whatever edit", hugo), ("cp -r", copy),
                ("saan build, nothing changed", again)]
        rows += [(f"saan build, {name} ({self.rewritten[name]:,} written)", run)
                 for name, run in edits.items()]
        for name, run in rows:
            print(f"| {name} | {run.cpu:.2f} | {run.wall:.2f} | {run.peak:.0f} |")
        self.judge(ours, hugo, copy, again, all(runs["quiet"]))
        self.judge_edits(ours, edits)
        shutil.rmtree(site) if self.place.in_memory else site.rename(f"{site}-used")
        self.judge_growth(self.growth())
        self.check_edits()
        print()
        for text, is_held in self.holds:
            print(f"{'PASS' if is_held else 'FAIL'} {text}")
        return all(is_held for _, is_held in self.holds)

    def judge(self, ours, hugo, copy, again, is_quiet):
        self.hold_share("full build, CPU as a share of Hugo's", ours.cpu, hugo.cpu, 1 / 10)
        self.hold(f"full build, wall: 1/{hugo.wall / ours.wall:.1f} of Hugo's, hold 1/4",
                  ours.wall <= hugo.wall / 4)
        self.hold(f"full build, wall: {ours.wall / copy.wall:.2f} × cp -r, hold 2 ×",
                  ours.wall <= 2 * copy.wall)
        self.hold_share("peak memory as a share of Hugo's", ours.peak, hugo.peak, 1 / 6)
        self.hold("unchanged rebuild: no file written", is_quiet)
        self.hold(f"unchanged rebuild, CPU: {again.cpu / ours.cpu:.2f} of the fresh build, hold 0.33",
                  again.cpu <= ours.cpu / 3)
        self.hold(f"unchanged rebuild, wall: {again.wall / ours.wall:.2f} of the fresh build, "
                  "hold 0.33", again.wall <= ours.wall / 3)

    def judge_edits(self, ours, edits):
        for name in SMALL_EDITS:
            self.hold_share(
                f"{name}, CPU as a share of the fresh build", edits[name].cpu, ours.cpu, 1 / 3)

    def judge_growth(self, found):
        print("\n| scale | pages | CPU s | wall s | peak MB | CPU µs a page |")
        print("|---:|---:|---:|---:|---:|---:|")
        for scale, pages, run in found:
            print(f"| {scale:g} | {pages:,} | {run.cpu:.2f} | {run.wall:.2f} | {run.peak:.0f} "
                  f"| {run.cpu / pages * 1e6:.0f} |")
        peaks = {scale: run.peak for scale, _, run in found}
        if 1 in peaks and 4 in peaks:
            self.hold(f"peak memory at 4 × the size: {peaks[4] / peaks[1]:.2f} ×, hold 4.5 ×",
                      peaks[4] <= 4.5 * peaks[1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("saan")
    parser.add_argument("saan_bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--edits", type=int, default=50, help="how many edits are held; 0 for none")
    parser.add_argument("--quick", action="store_true", help="one round, and three edits")
    parser.add_argument("--scales", type=float, nargs="+", default=[0.25, 1, 4])
    parser.add_argument("--work", type=pathlib.Path, help="where to build; in memory by default")
    options = parser.parse_args()
    if options.quick:
        options.rounds = 1
        options.edits = min(options.edits, 3)
    bench = SiteBench(options)
    try:
        passed = bench.run()
    finally:
        bench.place.close()
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
