"""The indicators of a synthetic site as Hugo's templates want them."""

import csv
import datetime


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Measures:
    """What is counted from registers is named; what was observed has its values."""

    def __init__(self, site):
        self.source, self.provinces, self.regions = site.source, site.provinces, site.regions
        self.topics = site.topics["terms"]

    def described(self):
        """The indicators in the order of their topics: counted from registers by Hugo, or observed."""
        topics = list(self.topics)
        rows = read_csv(self.source / "content/data/indicators.csv")
        observed = self.observed_values(rows)
        measures = []
        for at, row in sorted(enumerate(rows), key=lambda item: topics.index(item[1]["topic"])):
            percentage = row["stat_type"] == "percentage"
            measure = {
                "id": row["id"], "order": at, "slug": row["id"].replace(".", "-"), "topic": row["topic"],
                "topic_title": self.topics[row["topic"]],
                "name": {"th": row["name"], "en": row["name@en"]},
                "unit": {"th": "%" if percentage else row["unit"],
                         "en": "%" if percentage else row["unit@en"]},
                "one": {"th": row["unit"], "en": row["unit_one@en"] or row["unit@en"]},
                "places": int(row["precision"]), "rate": row["aggregation"] == "weighted",
                "is_amount": row["stat_type"] == "sum"}
            if row["dataset"]:
                field, _, other = (row["field"] or "id").partition("/")
                measure |= {
                    "dataset": row["dataset"], "at": self.column(row["dataset"], field),
                    "with": self.column(row["dataset"], other or field),
                    "aggregate": row["aggregate"]}
            else:
                measure |= {
                    "areas": observed[row["id"]], "peers": self.peers(observed[row["id"]])}
            measures.append(measure)
        return measures

    def observed_values(self, rows):
        """The latest value of every area with those before it, and what regions and the country come to:
        Saan reads the observations, checks them and adds up; Hugo is given what it finds.
        """
        published = {}
        for row in read_csv(self.source / "content/data/observations.csv"):
            series = published.setdefault(row["indicator"], {}).setdefault(row["area"], [])
            series.append(row)
        found = {}
        for row in rows:
            if row["dataset"]:
                continue
            areas = found[row["id"]] = {}
            for code, series in published[row["id"]].items():
                series.sort(key=lambda value: value["as_of"])
                last = series[-1]
                areas[code] = {
                    "value": last["value"], "number": float(last["value"]),
                    "places": len(last["value"].partition(".")[2]), "as_of": last["as_of"],
                    "source": last["source"],
                    "series": [
                        {"day": datetime.date.fromisoformat(value["as_of"]).toordinal(),
                         "as_of": value["as_of"], "number": float(value["value"]),
                         "places": len(value["value"].partition(".")[2])}
                        for value in series]}
            for code in ["TH"] + [region["code"] for region in self.regions]:
                if code not in areas:
                    areas[code] = self.added_up(row, code, published[row["id"]])
        return found

    def peers(self, areas):
        """What provinces and regions with whole numbers report for each day: by level, then by day."""
        found = {"province": {}, "region": {}}
        for code in self.provinces:
            for value in areas.get(code, {}).get("series", []):
                found["province"].setdefault(value["as_of"], []).append(value["number"])
        for region in self.regions:
            value = areas[region["code"]]
            if value["reported"] == value["expected"]:
                found["region"].setdefault(value["as_of"], []).append(value["number"])
        return found

    def added_up(self, row, code, published):
        """What the provinces inside an area come to, of the day that most of them have reported for."""
        inside = [
            province for province, its in self.provinces.items() if code in ("TH", its["parent"])]
        by_day = {}
        for province in inside:
            for value in published.get(province, []):
                by_day.setdefault(value["as_of"], []).append(value)
        day, values = max(by_day.items(), key=lambda item: (len(item[1]), item[0]))
        if row["aggregation"] == "weighted":
            part, whole = (
                sum(float(value[field]) for value in values) for field in ("numerator", "denominator"))
            number = round(part / whole * 100, 2)
        else:
            number = sum(float(value["value"]) for value in values)
        places = int(row["precision"])
        shown = f"{number:.{places}f}"
        if places:
            shown = shown.rstrip("0").rstrip(".")
        return {
            "value": f"{number:g}" if places else shown, "number": number,
            "places": len(shown.partition(".")[2]), "as_of": day, "source": values[0]["source"],
            "added": True, "reported": len(values), "expected": len(inside)}

    def column(self, table, name):
        with open(self.source / f"content/data/{table}.csv", encoding="utf-8") as file:
            return file.readline().strip().split(",").index(name)
