import SaanText

extension TestSite {
  /// A site with two sources that disagree, a register with a private column, and small templates
  /// for the pages of figures and data.
  static let withData = TestSite().with([
    "content/data/datapackage.yaml": """
    name: test-data
    title: {th: ข้อมูลทดสอบ, en: Test data}
    licenses: [{name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/"}]
    contributors: [{title: {th: ผู้เผยแพร่, en: The publisher}, roles: [publisher], email: data@example.org}]
    resources:
      - {name: areas, path: areas.csv, schema: {primaryKey: code, fields: [{name: code}, {name: class}, {name: name}, {name: parent}]}}
      - {name: sources, path: sources.csv, schema: {fields: [{name: id}, {name: title}, {name: producer}]}}
      - {name: indicators, path: indicators.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: unit}]}}
      - {name: observations, path: observations.csv, schema: {fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}, {name: quote}]}}
      - {name: corrections, path: corrections.csv, schema: {fields: [{name: indicator}, {name: area}, {name: previous_value, type: number}, {name: value, type: number}, {name: kind}, {name: announced, type: period}, {name: reason}]}}
      - name: gardens
        path: gardens.csv
        title: {th: สวน, en: Gardens}
        schema: {primaryKey: id, fields: [{name: id}, {name: name, title: {th: ชื่อ, en: Name}}, {name: treasurer, private: true}, {name: members, type: integer}]}

    """,
    "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n",
    "content/data/sources.csv": "id,title,producer\nnew,เล่มใหม่,ก\nold,เล่มเก่า,ข\n",
    "content/data/indicators.csv": "id,name,name@en,unit\nfunds.count,กองทุน,Funds,กองทุน\n",
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,quote
    funds.count,TH,2022-10-26,stated,5915,new,"5,915 กองทุน"
    funds.count,TH,2013-08-31,stated,4101,old,"4,101"

    """,
    "content/data/corrections.csv": "indicator,area,previous_value,value,kind,announced,reason\n",
    "content/data/gardens.csv":
      "id,name,treasurer,members\na,=1+1,Somebody,12\nb,กองทุนบ้านใหม่,Other,7\n",
    "content/about.th.md":
      "---\ntitle: เกี่ยวกับ\n---\nทั้งประเทศมี **{{ figure(\"funds.count\") }}** แล้ว\n",
    "themes/plain/phrases/th.yaml": "\(plainPhrases("th"))",
    "themes/plain/phrases/en.yaml": "\(plainPhrases("en"))",
    "themes/plain/templates/figures.html":
      "{% for g in page.indicator_groups %}{% for i in g.items %}<a href=\"{{ i.url }}\">{{ i.name }}: {{ i.shown.text }}</a>{% endfor %}{% endfor %}",
    "themes/plain/templates/figure.html": """
    <h1>{{ page.title }}</h1>{% set i = page.indicator %}
    {% for cell in i.areas %}{{ cell.reason }}:{{ cell.shown.number }}
    {% for v in cell.values %}{{ v.number }} {{ v.source.title }} {{ v.as_of | date("iso") }} shown={{ v.is_shown }};{% endfor %}
    {{ cell.chart }}{% endfor %}
    {% for p in i.cited_by %}{{ p.url }}: {{ p.sentences | join(" / ") }}{% endfor %}
    {% for c in i.citations if c.lang == lang %}{{ c.text }}{% endfor %} {% if page.built %}built {{ page.built | date("iso") }}{% endif %}
    """,
    "themes/plain/templates/datasets.html":
      "{% for d in page.data_package.datasets %}{{ d.name }} {{ d.rows_count }};{% endfor %}",
    "themes/plain/templates/dataset.html":
      "<h1>{{ page.title }}</h1>{% for c in page.dataset.columns %}{{ c.name }};{% endfor %}<script type=\"application/ld+json\">{{ page.dataset.json_ld }}</script>",
    "themes/plain/templates/changes.html": """
    {% for g in page.change_groups %}<i id="r{{ g.id }}"></i>[{{ g.id }}]{% for c in g.changed %}{{ c.name }} {{ c.before }}→{{ c.after }};{% endfor %}{% for c in g.added %}+{{ c.after }};{% endfor %}{% for c in g.removed %}-{{ c.before }};{% endfor %}{% for c in g.corrected %}~{{ c.before }}→{{ c.after }};{% endfor %}{% endfor %}{% for c in page.corrections %}!{{ c.before }}→{{ c.after }}{% endfor %}
    """,
  ])
}

/// The phrases that the program itself asks for.
private func plainPhrases(_ tag: String) -> String {
  let keys = [
    "home", "provinces_title", "not_found_title", "undated", "read_more", "figures_title",
    "figures_summary", "other_figures", "datasets_title", "datasets_summary", "changes_title",
    "changes_summary", "column_as_of", "how_to_cite", "licence_title", "data_version",
    "computed_value",
  ]
  return keys.map { "\($0): \($0) \(tag)\n" }.joined()
    + """
    as_of: "as of {date}"
    as_of_year: "{date}"
    as_of_published: "published {date}"
    source: "source:"
    value_corrected: "{name}: {before} corrected to {value}"
    value_changed: "{name}: {before} to {value}"
    value_added: "{name}: {value} added"
    value_removed: "{name}: {value} removed"

    """
}
