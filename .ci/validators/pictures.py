"""What pictures say besides what they show, by exiftool and by their bytes: in the published tree,
and in a site of photographs into which places, names and serial numbers were planted."""

import json
import pathlib
import subprocess
import tempfile

from tree import Result

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAAN = ROOT / ".build/release/saan"

ENDINGS = ["jpg", "png", "webp", "avif", "heic", "gif"]
EACH = 10
SECRETS = [b"SecretName", b"SECRETSERIAL77", b"13.7563", b"GPSLat"]
# What is written by who takes, makes or sends a picture; the rest is how its points are coded.
TOLD = ("GPS", "Artist", "Creator", "Author", "By-line", "Serial", "Copyright", "Comment", "Make", "Model", "Software",
        "Credit", "Owner", "Location", "Thumbnail", "Description", "Keywords")

SITE = """title: {th: ภาพ, en: Pictures}
base_url: https://example.org/
theme: commons
"""
PLANTED = [
    "-GPSLatitude=13.7563", "-GPSLatitudeRef=N", "-GPSLongitude=100.5018", "-GPSLongitudeRef=E",
    "-Artist=SecretName", "-Copyright=SecretName", "-SerialNumber=SECRETSERIAL77", "-Comment=SecretName",
    "-IPTC:By-line=SecretName", "-XMP:Creator=SecretName", "-XMP:GPSLatitude=13.7563", "-XMP:CreatorTool=SecretName",
]


def pictures(tree):
    files = [file for file in tree.files if file.suffix.lower()[1:] in ENDINGS + ["jpeg", "mp4", "mov"]]
    problems = told(files, tree.root)
    with tempfile.TemporaryDirectory() as folder:
        planted, published = plant(pathlib.Path(folder))
        problems += planted
        files += published
        problems += told(published, pathlib.Path(folder))
        for file in published:
            found = [secret.decode() for secret in SECRETS if secret in file.read_bytes()]
            problems += [f"{file.name} has {secret} in its bytes" for secret in found]
    result = Result(f"{len(files)} pictures")
    for problem in problems:
        result.problem(problem)
    return result


def told(files, root):
    """Sentences about what exiftool reads in files, but for how their points are coded."""
    if not files:
        return []
    run = subprocess.run(["exiftool", "-json", "-G1", *map(str, files)], capture_output=True, text=True)
    problems = []
    for entry in json.loads(run.stdout or "[]"):
        name = pathlib.Path(entry["SourceFile"]).relative_to(root)
        for tag, value in entry.items():
            group, _, name_of_tag = tag.rpartition(":")
            if group.startswith(("ICC", "System", "File", "Composite")) and "GPS" not in tag and tag != "File:Comment":
                continue
            if name_of_tag.startswith(TOLD):
                problems.append(f"{name} says {tag}: {str(value)[:60]}")
    return problems


def plant(folder):
    """A site of photographs of each format, in all eight orientations, and what is published of it."""
    site = folder / "site"
    article = site / "content/news/forum"
    article.mkdir(parents=True)
    base = folder / "base.v"
    run(["vips", "black", base, "1100", "700", "--bands", "3"])
    run(["vips", "linear", base, folder / "grey.v", "1", "120"])
    problems, names = [], []
    for ending in ENDINGS:
        for number in range(1, EACH + 1):
            name = f"p{number}.{ending}"
            run(["vips", "copy", folder / "grey.v", article / name])
            # Formats differ in what they can hold.
            run(["exiftool", "-q", "-m", "-overwrite_original", f"-Orientation#={(number - 1) % 8 + 1}", *PLANTED,
                 article / name])
            if not any(secret in (article / name).read_bytes() for secret in SECRETS):
                problems.append(f"nothing could be planted into {name}")
            names.append(name)
    (site / "site.yaml").write_text(SITE)
    for language in ["th", "en"]:
        body = "\n".join(f"![ภาพทดสอบ {name}]({name})\n\n[ไฟล์ {name}]({name})\n" for name in names)
        (article / f"index.{language}.md").write_text(f"---\ntitle: ภาพ\n---\n{body}")
        (site / f"content/index.{language}.md").write_text("---\ntitle: ภาพ\n---\n")
    build = subprocess.run([SAAN, "build", "--source", site, "--output", folder / "out"], capture_output=True, text=True)
    if build.returncode != 0:
        problems.append(f"the site of photographs cannot be built: {build.stderr[:400]}")
    published = sorted((folder / "out/assets/news").rglob("p*.*")) if (folder / "out/assets/news").exists() else []
    # Each is there as it was, cleaned, and those that are made smaller in other sizes as well.
    if len(published) < len(names) * 2:
        problems.append(f"only {len(published)} files are published of {len(names)} photographs")
    return problems, published


def run(command):
    subprocess.run([str(word) for word in command], capture_output=True)
