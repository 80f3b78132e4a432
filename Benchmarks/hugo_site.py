"""Makes the site for Hugo that equals a synthetic site of saan-bench.

usage: hugo_site.py SYNTHETIC OUTPUT

Templates and settings are in hugo/; this script adds the content: news as Markdown, registers as CSV
for content adapters, small tables (areas, figures, phrases) as data files.
"""

import collections
import json
import pathlib
import re
import shutil
import sys

import yaml

from hugo_measures import Measures, read_csv

HERE = pathlib.Path(__file__).parent
GAZETTEER = HERE.parent / "gazetteer"
LANGUAGES = ("th", "en")
MONTHS = {
    "th": {
        "long": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม "
                "พฤศจิกายน ธันวาคม",
        "medium": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
    },
    "en": {
        "long": "January February March April May June July August September October November "
                "December",
        "medium": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    },
}


class HugoSite:
    def __init__(self, source, output):
        self.source, self.output = source, output
        self.settings = yaml.safe_load((source / "site.yaml").read_text(encoding="utf-8"))
        self.registers = {
            name: settings for name, settings in self.settings["collections"].items()
            if "table" in settings}
        areas = {row["code"]: row for row in read_csv(GAZETTEER / "areas.csv")}
        areas |= {
            row["code"]: {**row, "class": "district", "slug": row["code"]}
            for row in read_csv(GAZETTEER / "districts.csv")}
        self.provinces = {
            code: row for code, row in areas.items()
            if row["class"] == "province" and not row["end"]}
        self.regions = [
            row for row in areas.values()
            if row["class"] == "region" and row["region_scheme"] == "geographic"]
        self.districts = {
            code: row for code, row in areas.items()
            if row["class"] == "district" and row["parent"] in self.provinces}
        self.topics = self.settings["taxonomies"]["topics"]

    def write(self, path, text):
        file = self.output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def write_data(self, name, value):
        # As YAML, which JSON is a part of: there a whole number stays one.
        self.write(f"data/{name}.yaml", json.dumps(value, ensure_ascii=False))

    def build(self):
        if self.output.exists() and any(self.output.iterdir()):
            sys.exit(f"hugo_site.py: {self.output} is not empty")
        shutil.copytree(HERE / "hugo/layouts", self.output / "layouts")
        shutil.copytree(self.source / "themes/commons/assets", self.output / "assets")
        self.write_settings()
        self.write_phrases()
        self.write_tables()
        self.write_registers()
        self.write_pages()
        self.write_districts()
        self.write_news()

    def write_settings(self):
        """The shared settings, with titles and menus from site.yaml."""
        lines = [(HERE / "hugo/hugo.toml").read_text(encoding="utf-8")]
        for lang in LANGUAGES:
            lines.append(
                f"[languages.{lang}.params]\nlocale = "
                f"{json.dumps({'th': 'th_TH', 'en': 'en_GB'}[lang])}\n"
                f"description = {quote(self.settings['description'][lang])}\n"
                f"notice = {quote(self.settings['notice'][lang])}\n")
            for menu, entries in self.settings["menus"].items():
                for weight, entry in enumerate(entries, 1):
                    path = entry.get("url") or "/" + entry["page"].removesuffix("index").rstrip("/") + "/"
                    lines.append(
                        f"[[languages.{lang}.menus.{menu}]]\nname = {quote(entry['title'][lang])}\n"
                        f"url = {quote(f'/{lang}{path}')}\nweight = {weight}\n")
        text = "\n".join(lines)
        for lang in LANGUAGES:
            text = text.replace(
                f"[languages.{lang}]\n",
                f"[languages.{lang}]\ntitle = {quote(self.settings['title'][lang])}\n", 1)
        self.write("hugo.toml", text)

    def asked_phrases(self):
        """The keys that Hugo's templates ask for by name."""
        return {
            key for file in (HERE / "hugo").rglob("*.*") if file.suffix in (".html", ".gotmpl")
            for key in re.findall(r'\bT "(\w+)"', file.read_text(encoding="utf-8"))}

    def write_phrases(self):
        """The theme's own phrases; `{name}` is `{{ .name }}` here."""
        read_in, table = {}, {"th": "ตาราง", "en": "Table"}
        for lang in LANGUAGES:
            text = (self.source / f"themes/commons/phrases/{lang}.yaml").read_text(encoding="utf-8")
            phrases = yaml.safe_load(text)
            missing = sorted(self.asked_phrases() - set(phrases))
            if missing:
                sys.exit(f"hugo_site.py: the theme has no phrases {', '.join(missing)} any more")
            read_in[lang] = phrases["read_in_this_language"]
            translated = {
                key: {form: placeholders(words) for form, words in value.items()}
                if isinstance(value, dict) else placeholders(str(value))
                for key, value in phrases.items()}
            self.write(f"i18n/{lang}.json", json.dumps(translated, ensure_ascii=False))
        self.write_data("read_in", read_in)
        self.write_data("table", table)
        self.write_data(
            "months",
            {lang: {style: {f"{at:02}": name for at, name in enumerate(names.split(), 1)}
                    for style, names in styles.items()}
             for lang, styles in MONTHS.items()})

    def write_tables(self):
        areas = {}
        for code, row in (self.provinces | self.districts).items():
            areas[code] = {
                "th": row["name"], "en": row["name@en"], "slug": row["slug"],
                "province": code if code in self.provinces else row["parent"]}
        self.write_data("areas", areas)
        self.write_data(
            "regions",
            [{"code": row["code"], "slug": row["slug"], "th": row["name"], "en": row["name@en"]}
             for row in self.regions])
        self.write_data("sources", {
            row["id"]: {
                "title": {"th": row["title"], "en": row["title@en"]},
                "producer": {"th": row["producer"], "en": row["producer@en"]}}
            for row in read_csv(self.source / "content/data/sources.csv")})
        self.write_places()
        self.write_data("measures", Measures(self).described())

    def write_places(self):
        """The country, its regions, provinces and districts, and what each lies in."""
        places, levels = {}, {"district": [], "province": [], "region": []}

        def add(code, level, row, parent, path, full, **more):
            places[code] = {
                "level": level, "name": {"th": row["name"], "en": row["name@en"]}, "full": full,
                "parent": parent, "path": path, "inside": 0, "inside_level": "",
                "slug": row["slug"], **more}
            if parent:
                levels[level].append({"code": code, "parent": parent})
                places[parent]["inside"] += 1
                places[parent]["inside_level"] = level

        country = next(
            row for row in read_csv(GAZETTEER / "areas.csv") if row["code"] == "TH")
        add("TH", "country", country, None, "country/",
            {"th": country["name"], "en": country["name@en"]})
        for row in self.regions:
            add(row["code"], "region", row, "TH", f"regions/{row['slug']}/",
                {"th": row["name"], "en": row["name@en"]})
        for code, row in self.provinces.items():
            prefix = "" if code == "10" else "จังหวัด"
            add(code, "province", row, row["parent"], f"provinces/{row['slug']}/",
                {"th": prefix + row["name"], "en": row["name@en"]}, districts=[],
                source=row["source"])
        # Only a district with data has a page.
        known = {
            row["area"] for register in self.registers.values()
            for row in read_csv(self.source / f"content/data/{register['table']}.csv")}
        for code, row in self.districts.items():
            province = places[row["parent"]]
            if code in known:
                prefix = "เขต" if row["parent"] == "10" else "อำเภอ"
                add(code, "district", row, row["parent"], f"{province['path']}{code}/",
                    {"th": prefix + row["name"], "en": f"{row['name@en']} District"},
                    subdistricts=int(row["subdistricts"]))
            else:
                province["inside"] += 1
            province["districts"].append(
                {"code": code, "th": row["name"], "en": row["name@en"]})
        self.write_data("places", places)
        self.write_data("levels", levels)
        self.write_data("mentions", self.mentions())

    def mentions(self):
        """The articles about each place, which Saan finds by reading them: in Thai the name of a
        district alone may be that of anything, so that only English ones lead to districts.
        """
        by_name = {
            (row["name@en"], self.provinces[row["parent"]]["name@en"]): code
            for code, row in self.districts.items()}
        found = {lang: {} for lang in LANGUAGES}
        for file in sorted((self.source / "content/news").glob("*.en.md")):
            name = file.name.removesuffix(".en.md")
            original = file.with_name(f"{name}.th.md").read_text(encoding="utf-8")
            codes, districts = self.areas_of(original), []
            for pair in re.findall(
                    r"People in ([^,]+), ([^,]+), spent", file.read_text(encoding="utf-8")):
                districts.append(by_name[pair])
                codes.append(self.districts[by_name[pair]]["parent"])
            for lang, all_codes in (("th", codes), ("en", codes + districts)):
                for code in dict.fromkeys(all_codes):
                    found[lang].setdefault(code, []).append(name)
        return found

    @staticmethod
    def areas_of(article):
        return re.findall(r'"(\d+)"', re.search(r"^areas: (.*)$", article, re.M).group(1))

    def write_registers(self):
        """Each register as the CSV file that it is, and what is known of its columns."""
        package = yaml.safe_load(
            (self.source / "content/data/datapackage.yaml").read_text(encoding="utf-8"))
        schemas = {resource["name"]: resource["schema"]["fields"] for resource in package["resources"]}
        adapter = (HERE / "hugo/register_content.gotmpl").read_text(encoding="utf-8")
        known = {}
        for name, settings in self.registers.items():
            (self.output / "assets/registers").mkdir(parents=True, exist_ok=True)
            shutil.copy(
                self.source / f"content/data/{settings['table']}.csv",
                self.output / f"assets/registers/{name}.csv")
            self.write(f"content/{name}/_content.gotmpl", adapter.replace("REGISTER", name))
            known[name] = {}
            for lang in LANGUAGES:
                self.write(
                    f"content/{name}/_index.{lang}.md",
                    f"---\ntitle: {quote(settings['title'][lang])}\ntype: register\n"
                    f"summary: {quote(settings['description'][lang])}\n---\n")
                columns = [
                    column for column in describe(schemas[settings["table"]], lang)
                    if column["name"] not in ("id", "name", "area")]
                listed = [
                    next(column for column in columns if column["name"] == wanted)
                    for wanted in settings["columns"]]
                known[name][lang] = {
                    "title": settings["title"][lang], "name": 1 if lang == "th" else 2,
                    "as_of": next(
                        column["at"] for column in columns if column["name"] == "as_of"),
                    "columns": columns, "list": listed}
        self.write_data("registers", known)

    def write_pages(self):
        """Home, about, topics and provinces."""
        content = self.source / "content"
        with_feeds = {
            code for file in content.glob("news/*.th.md")
            for code in self.areas_of(file.read_text(encoding="utf-8"))}
        for file in sorted(content.glob("*.md")) + sorted(content.glob("about/*.md")):
            name = file.name.replace("index.", "_index.")
            text = file.read_text(encoding="utf-8")
            if file.name == "index.en.md":
                original = (content / "index.th.md").read_text(encoding="utf-8")
                figures = re.search(r"^figures:.*$", original, re.M).group()
                text = text.replace("---\n", f"---\n{figures}\n", 1)
            text = re.sub(r"^template:.*\n", "", text, flags=re.M)
            text = re.sub(r"\(data\.(th|en)\.md\)", "(/about/data)", text)
            self.write(str((file.parent / name).relative_to(self.source)), text)
        for lang in LANGUAGES:
            news = self.settings["collections"]["news"]
            self.write(
                f"content/news/_index.{lang}.md",
                f"---\ntitle: {quote(news['title'][lang])}\noutputs: [html, atom, feed]\n"
                f"summary: {quote(news['description'][lang])}\n---\n")
            for year, number in self.years().items():
                title = f"{news['title'][lang]} " + (str(year) if lang == "en" else f"พ.ศ. {year + 543}")
                self.write(
                    f"content/news/years/{year}/_index.{lang}.md",
                    f"---\ntitle: {quote(title)}\ntype: year\nyear: {year}\ncount: {number}\n---\n")
            self.write(
                f"content/topics/_index.{lang}.md",
                f"---\ntitle: {quote(self.topics['title'][lang])}\n---\n")
            for slug, title in self.topics["terms"].items():
                self.write(
                    f"content/topics/{slug}/_index.{lang}.md", f"---\ntitle: {quote(title[lang])}\n---\n")
            title = {"th": "จังหวัด", "en": "Provinces"}[lang]
            self.write(f"content/provinces/_index.{lang}.md", f"---\ntitle: {title}\n---\n")
            for code, row in self.provinces.items():
                region = next(r["slug"] for r in self.regions if r["code"] == row["parent"])
                name = row["name"] if lang == "th" else row["name@en"]
                abbreviation = row["abbr"] if lang == "th" else row["abbr@en"]
                heading = f"จังหวัด{name}" if lang == "th" and code != "10" else name
                # Feeds are of articles that name the province among their areas.
                outputs = "" if code in with_feeds else "outputs: [html]\n"
                self.write(
                    f"content/provinces/{row['slug']}/_index.{lang}.md",
                    f"---\ntitle: {quote(name)}\nheading: {quote(heading)}\n"
                    f"slug: {row['slug']}\ncode: \"{code}\"\n{outputs}"
                    f"iso: {row['iso']}\nregion: {region}\nabbr: {quote(abbreviation)}\n"
                    f"districts: {row['districts']}\nsubdistricts: {row['subdistricts']}\n"
                    f"col: {row['tile_col']}\nrow: {row['tile_row']}\n---\n")

    def years(self):
        """How many articles each year has, the newest first."""
        days = [
            re.search(r"^date: (\d+)", file.read_text(encoding="utf-8"), re.M).group(1)
            for file in (self.source / "content/news").glob("*.th.md")]
        return dict(sorted(collections.Counter(map(int, days)).items(), reverse=True))

    def write_districts(self):
        shutil.copy(HERE / "hugo/words.yaml", self.output / "data/words.yaml")
        shutil.copy(
            HERE / "hugo/district_content.gotmpl", self.output / "content/provinces/_content.gotmpl")

    def write_news(self):
        """Articles: a translation repeats what it shares, links and figures in Hugo's notation."""
        for original in sorted((self.source / "content/news").glob("*.th.md")):
            text = original.read_text(encoding="utf-8")
            front = text.split("---\n", 2)[1]
            shared = "".join(re.findall(r"^(?:date|topics): .*\n", front, re.M))
            slugs = ", ".join(self.provinces[code]["slug"] for code in self.areas_of(front))
            year = re.search(r"^date: (\d+)", front, re.M).group(1)
            shared += f"provinces: [{slugs}]\nyear: \"{year}\"\n"
            for lang in LANGUAGES:
                file = original.with_name(original.name.replace(".th.", f".{lang}."))
                _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
                front = re.sub(r"^(?:date|topics|areas): .*\n", "", front, flags=re.M)
                body = re.sub(
                    r'\{\{ figure\("([^"]+)", area="([^"]+)"\) \}\}', r'{{< fig "\1" "\2" >}}', body)
                body = re.sub(r"\((report-\d+)\.(?:th|en)\.md\)", r"(/news/\1)", body)
                self.write(f"content/news/{file.name}", f"---\n{front}{shared}---\n{body}")


def describe(fields, lang):
    """The columns of a register for one language: a translation's cells where there are some."""
    places = {field["name"]: index for index, field in enumerate(fields)}
    columns = []
    for field in fields:
        name = field["name"]
        if "@" in name:
            continue
        translated = f"{name}@{lang}"
        column = {
            "name": name, "title": field["title"][lang], "at": places.get(translated, places[name]),
            "numeric": field["type"] in ("integer", "number"),
            "date": field["type"] in ("date", "period"), "boolean": field["type"] == "boolean",
            "string": field["type"] == "string",
            "unit": field.get("unit", "")}
        columns.append(column)
    return columns


def placeholders(text):
    return re.sub(r"\{(\w+)\}", r"{{ .\1 }}", text)


def quote(text):
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    HugoSite(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])).build()
