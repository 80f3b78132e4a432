import SaanModel
import SaanText

extension MistakeTests.Case {
  /// What an author of a chart can get wrong; found where the chart is drawn.
  static let charts: [Self] = [
    Self("chart-kind", drawing: #"{{ chart(kind="bra", figure="funds") }}"#),
    Self("chart-figure", drawing: #"{{ chart(kind="bar", figure="fund") }}"#),
    Self("chart-argument", drawing: #"{{ chart(kind="bar", figur="funds") }}"#),
    Self("chart-area", drawing: #"{{ chart(kind="bar", figure="funds", areas="provices") }}"#),
    Self("chart-source", drawing: #"{{ chart(kind="line", figure="funds", source="nwe") }}"#),
    Self("chart-sort", drawing: #"{{ chart(kind="bar", figure="funds", sort="larget") }}"#),
    Self(
      "chart-of-two-places",
      drawing: #"{{ chart(kind="bar", figure="funds", dataset="gardens") }}"#),
    Self("chart-of-nothing", drawing: #"{{ chart(kind="bar") }}"#),
    Self("chart-without-title", drawing: #"{{ chart(kind="bar", rows=[["a", 1]]) }}"#),
    Self("chart-table", drawing: #"{{ chart(kind="bar", dataset="gardns") }}"#),
    Self(
      "chart-column",
      drawing: #"{{ chart(kind="bar", dataset="gardens", column="treasurer") }}"#),
    Self(
      "chart-aggregate", drawing: #"{{ chart(kind="bar", dataset="gardens", aggregate="sum") }}"#),
    Self(
      "chart-highlight",
      drawing: #"{{ chart(kind="bar", figure="funds", areas="provinces", highlight="nann") }}"#),
    Self(
      "chart-labels", drawing: #"{{ chart(kind="bar", figure="funds", labels=["a", "b"]) }}"#),
    Self("chart-row", drawing: #"{{ chart(kind="bar", title="T", rows=[["a", "12 funds"]]) }}"#),
    Self("chart-flag", drawing: #"{{ chart(kind="bar", figure="funds", compact="yes") }}"#),
    Self("chart-limit", drawing: #"{{ chart(kind="bar", figure="funds", limit=0) }}"#),
    Self("chart-body", drawing: "{% chart(kind=\"bar\", title=\"T\") %}\nNo table.\n{% end %}"),
    Self(
      "chart-of-unlike-units",
      drawing: #"{{ chart(kind="bar", figures=["funds", "members"], title="T") }}"#),
    Self(
      "chart-of-another-unit", drawing: #"{{ chart(kind="bar", figure="members", unit="กองทุน") }}"#),
    Self(
      "chart-of-some-other-unit",
      drawing:
        "{% chart(kind=\"stacked-bar\", title=\"T\", unit=\"กองทุน\") %}\n| ก | ข |\n|---|---|\n| ค | {{ figure(\"funds\") }} |\n| ง | {{ figure(\"members\") }} |\n{% end %}"
    ),
    Self(
      "chart-total",
      drawing:
        #"{{ chart(kind="stacked-bar", title="T", rows=[["a", 1], ["b", 2]], total="fund") }}"#),
    Self(
      "chart-of-values",
      drawing:
        #"{{ chart(kind="bar", dataset="observations", column="value", where="indicator=funds") }}"#
    ),
    Self(
      "chart-of-no-parts",
      drawing: #"{{ chart(kind="bar", dataset="areas", by="class", column="provinces") }}"#),
    Self(
      "chart-target",
      drawing: #"{{ chart(kind="progress", figure="funds", target="members", title="T") }}"#),
    Self(
      "chart-total-of-another-source",
      drawing:
        #"{{ chart(kind="stacked-bar", figures=["funds"], source="old", total="target", title="T") }}"#
    ),
    Self("chart-bound", drawing: #"{{ chart(kind="bar", title="T", rows=[["a", "<5"]]) }}"#),
    Self(
      "chart-of-an-organisation",
      TestSite.withPlaces.replacing(
        "{name: aggregation}", with: "{name: aggregation}, {name: scope}", in: descriptor
      ).replacing(
        "  - name: gardens\n",
        with:
          "  - {name: organisations, path: organisations.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: area}]}}\n  - name: gardens\n",
        in: descriptor
      ).with([
        "content/data/organisations.csv": "id,name,name@en,area\nnet,เครือข่าย,Network,N\n",
        "content/data/indicators.csv":
          "id,name,name@en,unit,unit@en,unit_one@en,aggregation,scope\nfunds,กองทุน,Funds,กองทุน,funds,fund,none,\nmembers,สมาชิก,Members,คน,people,person,none,organisation: net\ntarget,เป้าหมาย,Target,กองทุน,funds,fund,none,\n",
        "content/data/observations.csv":
          "indicator,area,as_of,as_of_basis,value,source,status\nmembers,50,2022,stated,12,new,A\nmembers,55,2022,stated,9,new,A\nfunds,TH,2022,stated,9,new,A\n",
        "content/a.th.md":
          "---\ntitle: ก\n---\n{{ chart(kind=\"bar\", figure=\"members\", areas=\"provinces\") }}\n",
      ]).files),
    Self(
      "chart-of-a-whole-and-its-part",
      TestSite.withPlaces.replacing(
        "{name: aggregation}", with: "{name: aggregation}, {name: at_most}", in: descriptor
      ).with([
        "content/data/indicators.csv":
          "id,name,name@en,unit,unit@en,unit_one@en,aggregation,at_most\nfunds,กองทุน,Funds,กองทุน,funds,fund,none,target\nmembers,สมาชิก,Members,คน,people,person,none,\ntarget,เป้าหมาย,Target,กองทุน,funds,fund,none,\n",
        "content/a.th.md":
          "---\ntitle: ก\n---\n{{ chart(kind=\"stacked-bar\", figures=[\"funds\", \"target\"], title=\"T\") }}\n",
      ]).files),
    Self("map-kind", drawing: #"{{ map(kind="tiles", figure="funds") }}"#),
    Self("map-classes", drawing: #"{{ map(kind="tile", figure="funds", classes=9) }}"#),
    Self("map-of-regions", drawing: #"{{ map(kind="tile", figure="funds", areas="regions") }}"#),
  ]

  private static let descriptor = "content/data/datapackage.yaml"

  static let places: [Self] = [
    Self("outlines", withPlaces: [outlinesPath: "{\"viewBox\": \"0 0 1 1\"}"]),
    Self("outlines-that-are-no-json", withPlaces: [outlinesPath: "{\"viewBox\": "]),
    Self(
      "outline",
      withPlaces: [
        outlinesPath:
          "{\"viewBox\": \"0 0 9 9\", \"paths\": {\"50\": \"url(x)\", \"51\": \"M0 0l1 1z\"}}"
      ]),
    Self(
      "budgets",
      withPlaces: [
        "site.yaml": (TestSite().files["site.yaml"] ?? "") + "budgets: {page: 0, pages: 5}\n"
      ]),
  ]

  private init(_ name: String, drawing markdown: String) {
    self.init(
      name,
      TestSite.withPlaces.files.merging(
        ["content/a.th.md": "---\ntitle: ก\n---\nข้อความ\n\n\(markdown)\n"]) { $1 })
  }

  private init(_ name: String, withPlaces files: [String: String]) {
    self.init(name, TestSite.withPlaces.files.merging(files) { $1 })
  }
}
