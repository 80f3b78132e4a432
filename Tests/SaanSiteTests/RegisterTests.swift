import SaanData
import SaanPages
import SaanSite
import SaanText
import Testing

/// Registers: tables whose rows are pages.
@Suite struct RegisterTests {
  @Test func aTableASchemaAndACollectionMakeARegister() async throws {
    let (outputs, found) = try await TestSite.withForests.build()
    // A forest of the whole country may lie in any province, so that none is known to be complete.
    #expect(found.all.map(\.code) == ["row-of-wider-area"])
    #expect(
      outputs["th/forests/index.html"] == """
        ป่าชุมชน|5 รายการ|อย่างน้อย 1,234.5 ไร่ (4)|อย่างน้อย สมาชิก 75
        น่าน 1 อย่างน้อย – ไร่ (0) /th/forests/in/nan/
        สุรินทร์ 3 อย่างน้อย 1,184.5 ไร่ (3) /th/forests/in/surin/
        ประเทศไทย 1 50 ไร่ (1) /th/forests/in/th/

        """)
    #expect(outputs["en/forests/index.html"]?.hasPrefix("Community forests|5 records") == true)
  }

  @Test func aRowWithoutAnAreaIsNoneOfTheOthers() async throws {
    var site = TestSite.withForests
    let table = try #require(site.files["content/data/forests.csv"])
    let width = table.prefix { $0 != "\n" }.split(separator: ",").count
    site.files["content/data/forests.csv"] =
      table + "f9,ป่าไร้ที่" + String(repeating: ",", count: width - 2) + "\n"
    let (outputs, _) = try await site.build()
    let list = try #require(outputs["th/forests/index.html"])
    // The one of Nan and those of Surin name no district and stay where they are.
    #expect(list.contains(" 1 อย่างน้อย – ไร่ (0) /th/forests/in/elsewhere/"), "\(list)")
    #expect(list.contains("สุรินทร์ อย่างน้อย 3 ") || list.contains("สุรินทร์ 3 "), "\(list)")
    #expect(outputs["th/forests/in/elsewhere/index.html"]?.contains("ป่าไร้ที่") == true)
    #expect(outputs["th/forests/in/elsewhere/index.html"]?.contains("เขาหลวง") == false)
  }

  @Test func aRegisterBesideProvincesAndDistrictsIsToldWhatToWrite() async throws {
    let menu =
      "theme: plain\nmenus: {main: [{url: /forests/, title: ก}, {url: /forest/, title: ข}]}\n"
    var site = TestSite.withForests.replacing("theme: plain\n", with: menu, in: "site.yaml")
      .replacing(
        "- {name: area}", with: "- {name: district, aliases: [อำเภอ]}",
        in: "content/data/datapackage.yaml")
    site.files["content/data/forests.csv"] = site.files["content/data/forests.csv"]?
      .replacing(",area,", with: ",อำเภอ,", maxReplacements: 1)
    site.files["content/l.th.md"] = "---\ntitle: ก\n---\n[ข](/forests/in/surin/)\n"
    for (language, hint) in [
      (
        MessageLanguage.english,
        "a register is listed by area: in datapackage.yaml, call the narrowest one {name: area, aliases: [อำเภอ]}"
      ),
      (
        .thai,
        "ทะเบียนจัดเรียงตามพื้นที่ ให้ตั้งชื่อคอลัมน์พื้นที่ที่แคบที่สุดใน datapackage.yaml ว่า {name: area, aliases: [อำเภอ]}"
      ),
    ] {
      let found = try await inspect(site.tree, site.options()).diagnostics
      let report = DiagnosticPrinter(language: language).text(found)
      #expect(report.contains("error[table-without-area]"), "\(report)")
      #expect(report.contains("hint: \(hint)\n"), "\(report)")
      // What leads to the register is no mistake of its own; what leads beside it is.
      #expect(report.ranges(of: "error[dead-link]").count == 1, "\(report)")
    }
  }

  @Test func aTableWithoutPlacesIsARegisterOfOneList() async throws {
    let collection =
      "forests: {table: forests, columns: [status, founded_on, area_rai, members], group: [province, district], per_page: 2}"
    let site = TestSite.withForests
      .replacing(collection, with: "networks: {table: networks}", in: "site.yaml")
      .with([
        "themes/plain/templates/record.html": "{{ page.title }}",
        "themes/plain/templates/register.html":
          "{{ page.title }} {% for record in page.records %}{{ record.title }};{% endfor %}",
      ])
    let (outputs, found) = try await site.build()
    #expect(!found.hasErrors, "\(DiagnosticPrinter().text(found))")
    #expect(outputs["th/networks/index.html"] != nil)
    #expect(outputs["th/networks/ne/index.html"]?.contains("เครือข่ายอีสาน") == true)
    #expect(!outputs.keys.contains { $0.hasPrefix("en/networks/in/") })
    let paged = site.replacing(
      "table: networks}", with: "table: networks, per_page: 1}", in: "site.yaml"
    ).with(["content/data/networks.csv": "id,name\nne,แรก\nsouth,สอง\n"])
    let pages = try await paged.build().outputs
    #expect(pages["en/networks/in/elsewhere/page/2/index.html"]?.contains("สอง") == true)
  }

  @Test func listsByAreaHoldWhatLiesInsideInPages() async throws {
    let (outputs, _) = try await TestSite.withForests.build()
    // A row with a subdistrict's code is in the lists of its district and of its province; a code
    // that the areas table does not have stands for the province that it begins with.
    #expect(
      outputs["th/forests/in/surin/index.html"] == """
        ทะเบียน: จังหวัดสุรินทร์|3|ปราสาท 2
        เขาหลวง (): –, –, 100, 25
        ป่าเก่า (ปราสาท): ดูแลอยู่, 3 ต.ค. 2554, 1,000.5, –
        2 /th/forests/in/surin/page/2/

        """)
    #expect(
      outputs["th/forests/in/surin/page/2/index.html"]?.contains(
        "ป่าไผ่ (กังแอน, ปราสาท): ปิด, พ.ศ. 2562, 84, 30")
        == true)
    // In English by the English names, those without one behind them.
    #expect(
      outputs["en/forests/in/surin/prasat/index.html"] == """
        Register: Prasat District|2|
        Bamboo wood (Kang Aen): closed, 2019, 84, 30
        ป่าเก่า (): cared for, 3 Oct 2011, 1,000.5, –

        """)
    #expect(outputs["th/forests/in/nan/index.html"] != nil)
    #expect(outputs["th/forests/in/surin/prasat/page/2/index.html"] == nil)
  }

  @Test func aRecordIsWrittenInTheReadersLanguage() async throws {
    let (outputs, _) = try await TestSite.withForests.build()
    #expect(
      outputs["th/forests/f-2/index.html"] == """
        ป่าไผ่ [th] กังแอน, ปราสาท, สุรินทร์ | หน้าแรก > ป่าชุมชน > สุรินทร์ > ปราสาท
        สถานะ=ปิด[th]; ตั้งเมื่อ=พ.ศ. 2562[th]; พื้นที่ป่า=84 ไร่[th]; สมาชิก=30[th]; เครือข่าย=เครือข่ายอีสาน[th];
        /provinces/surin/ closed? ปิด
        """)
    #expect(
      outputs["en/forests/f-2/index.html"]?.contains(
        "Status=closed[en]; Founded=2019[en]; Area of forest=84 rai[en]; Members=30[en]; "
          + "Network=เครือข่ายอีสาน[th];") == true)
    // What is not translated is in its own language and marked as such.
    #expect(outputs["en/forests/f-1/index.html"]?.hasPrefix("ป่าเก่า [th] Prasat, Surin") == true)
    #expect(outputs["en/forests/f-1/index.html"]?.contains("Members=–[en]") == true)
    // A private column is nowhere.
    #expect(!outputs.values.contains { $0.contains("keeper") || $0.contains("Somebody") })
  }

  @Test func aRecordIsATranslationOfItselfAndInTheSitemap() async throws {
    let site = TestSite.withForests.with([
      "themes/plain/templates/record.html":
        "{{ page.canonical }} {% for a in page.alternates %}{{ a.hreflang }}={{ a.url }} {% endfor %}"
    ])
    let (outputs, _) = try await site.build()
    #expect(
      outputs["en/forests/f-2/index.html"]
        == "https://example.org/en/forests/f-2/ th=https://example.org/th/forests/f-2/ "
        + "en=https://example.org/en/forests/f-2/ x-default=https://example.org/th/forests/f-2/ ")
    #expect(
      outputs["sitemap.xml"]?.contains("<loc>https://example.org/en/forests/f-2/</loc>") == true)
  }

  @Test func anEmptyTableMakesAnHonestPage() async throws {
    let (outputs, found) = try await TestSite.withForests.with([
      "content/data/forests.csv":
        "id,name,name@en,area,status,founded_on,area_rai,members,network\n"
    ]).build()
    #expect(DiagnosticPrinter().text(found) == "")
    #expect(outputs["th/forests/index.html"] == "ป่าชุมชน|ยังไม่มีรายการ /data/forests.csv\n")
    #expect(!outputs.keys.contains { $0.hasPrefix("th/forests/in/") })
  }

  @Test func aPageOfTheSameNameIntroducesTheRegister() async throws {
    let (outputs, _) = try await TestSite.withForests.with([
      "content/forests/index.th.md": "---\ntitle: ป่าของเรา\n---\nคำนำ\n",
      "themes/plain/templates/register.html":
        "{{ page.title }} {{ page.content }} {{ page.is_fallback }}",
    ]).build()
    #expect(outputs["th/forests/index.html"] == "ป่าของเรา <p>คำนำ</p>\n False")
    #expect(outputs["en/forests/index.html"] == "ป่าของเรา <p>คำนำ</p>\n True")
  }

  @Test(arguments: [
    ("sort: area_rai, order: descending", ["ป่าเก่า", "เขาหลวง", "ป่าไผ่"]),
    ("sort: founded_on", ["ป่าเก่า", "ป่าไผ่", "เขาหลวง"]),
    ("sort: status, order: descending", ["ป่าไผ่", "ป่าเก่า", "เขาหลวง"]),
    ("order: descending", ["ป่าไผ่", "ป่าเก่า", "เขาหลวง"]),
  ])
  func rowsComeInTheOrderThatTheSettingsAskFor(_ setting: String, names: [String]) async throws {
    let (outputs, _) = try await TestSite.withForests.replacing(
      "per_page: 2}", with: "per_page: 9, \(setting)}", in: "site.yaml"
    ).with([
      "themes/plain/templates/register.html":
        "{% for record in page.records %}{{ record.title }};{% endfor %}"
    ]).build()
    #expect(outputs["th/forests/in/surin/index.html"] == names.map { $0 + ";" }.joined())
  }

  @Test func thousandsOfPagesMakeSeveralSitemaps() async throws {
    let rows = (0..<26_000).map { "f-\($0),ป่า,,32,,,,\n" }.joined()
    let site = TestSite.withForests.with([
      "content/data/forests.csv":
        "id,name,name@en,area,status,founded_on,area_rai,members\n" + rows
    ])
    let plan = try #require(try await inspect(site.tree, site.options()).plan)
    let sitemaps = plan.jobs.filter { $0.kind == "sitemap" }.map(\.output)
    #expect(sitemaps == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"])
  }
}

extension TestSite {
  /// A site with a register of community forests, made of a table, a schema and a collection.
  static let withForests = TestSite().replacing(
    "collections:\n",
    with: """
      collections:
        forests: {table: forests, columns: [status, founded_on, area_rai, members], group: [province, district], per_page: 2}

      """, in: "site.yaml"
  ).with([
    "content/data/datapackage.yaml": """
    name: test-data
    resources:
      - {name: areas, path: areas.csv, schema: {primaryKey: code, fields: [{name: code}, {name: class}, {name: name}, {name: name@en}, {name: parent}, {name: slug}, {name: provinces, type: integer}]}}
      - {name: networks, path: networks.csv, schema: {primaryKey: id, fields: [{name: id}, {name: name}]}}
      - name: forests
        path: forests.csv
        title: {th: ป่าชุมชน, en: Community forests}
        coverage: {status: complete, as_of: 2024-01-31}
        schema:
          primaryKey: id
          foreignKeys: [{fields: network, reference: {resource: networks, fields: id}}]
          fields:
            - {name: id}
            - {name: name}
            - {name: name@en}
            - {name: area}
            - {name: status, title: {th: สถานะ, en: Status}, categories: [{value: active, label: {th: ดูแลอยู่, en: cared for}}, {value: closed, label: {th: ปิด, en: closed}}]}
            - {name: founded_on, type: period, title: {th: ตั้งเมื่อ, en: Founded}}
            - {name: area_rai, type: number, unit: {th: ไร่, en: rai}, title: {th: พื้นที่ป่า, en: Area of forest}}
            - {name: members, type: integer, title: {th: สมาชิก, en: Members}}
            - {name: keeper, private: true}
            - {name: network, title: {th: เครือข่าย, en: Network}}

    """,
    "content/data/areas.csv": """
    code,class,name,name@en,parent,slug,provinces
    TH,country,ประเทศไทย,Thailand,,,2
    32,province,สุรินทร์,Surin,TH,surin,
    3205,district,ปราสาท,Prasat,32,prasat,
    320501,subdistrict,กังแอน,Kang Aen,3205,,
    55,province,น่าน,Nan,TH,nan,

    """,
    "content/data/networks.csv": "id,name\nne,เครือข่ายอีสาน\n",
    "content/data/forests.csv": """
    id,name,name@en,area,status,founded_on,area_rai,members,keeper,network
    f-1,ป่าเก่า,,3205,active,3 ต.ค. 2554,1000.5,,Somebody,
    f-2,ป่าไผ่,Bamboo wood,320501,closed,2019,84,30,,ne
    f-3,เขาหลวง,Great hill,32,,,100,25,,
    f-4,ป่าน่าน,Nan wood,5501,active,2010-05,,12,,
    f-5,ป่าทั้งประเทศ,,TH,,,50,8,,

    """,
    "themes/plain/phrases/th.yaml": phrasesThai + """
      register_in_area: "ทะเบียน: {area}"
      register_area_summary: "{count}"
      register_area_so_far: "{count}"
      record_summary: "{register} {place}"
      register_elsewhere: ไม่ระบุ
      rows: รายการ
      at_least: อย่างน้อย
      empty: ยังไม่มีรายการ
      "yes": ใช่
      "no": ไม่ใช่

      """,
    "themes/plain/phrases/en.yaml": phrasesEnglish + """
      register_in_area: "Register: {area}"
      register_area_summary: "{count}"
      register_area_so_far: "{count}"
      record_summary: "{register} {place}"
      register_elsewhere: elsewhere
      rows: records
      at_least: at least
      empty: no records
      "yes": "yes"
      "no": "no"

      """,
    "themes/plain/templates/register.html": registerTemplate,
    "themes/plain/templates/record.html": """
    {{ page.title }} [{{ page.record.title_lang }}] {{ page.record.place }} | {% for b in page.breadcrumbs %}{{ b.title }}{% if not loop.last %} > {% endif %}{% endfor %}
    {% for f in page.record.fields %}{{ f.title }}={{ f.text }}{% if f.unit %} {{ f.unit }}{% endif %}[{{ f.lang }}];{% if not loop.last %} {% endif %}{% endfor %}
    {% if page.record.province %}{{ page.record.province.url | replace("/" ~ lang, "") }}{% endif %} closed? {{ page.record.values.status }}
    """,
  ])
}

/// Totals as `at least 5 rai (2)`, one list of areas or of records to a line.
private let registerTemplate = """
  {% set r = page.register %}{% set a = page.register_area -%}
  {% if a %}{{ page.title }}|{{ a.count }}|{% for d in a.districts %}{{ d.name }} {{ d.count }}{% endfor %}
  {% for record in page.records %}{{ record.title }} ({{ record.place }}): {% for c in record.cells %}{{ c.text }}{% if not loop.last %}, {% endif %}{% endfor %}
  {% endfor %}{% if page.paginator.next_url %}{{ page.paginator.total }} {{ page.paginator.next_url }}
  {% endif %}{% elif r.is_empty %}{{ page.title }}|{{ t("empty") }} {{ r.dataset.csv_url }}
  {% else %}{{ page.title }}|{{ r.count }} {{ t("rows") }}{% for total in r.totals %}|{% if total.at_least %}{{ t("at_least") }} {% endif %}{% if total.unit %}{{ total.text }} {{ total.unit }} ({{ total.count }}){% else %}{{ total.title }} {{ total.text }}{% endif %}{% endfor %}
  {% for p in r.areas %}{{ p.name }} {{ p.count }} {% for total in p.totals %}{% if total.unit %}{% if total.at_least or not total.value %}{{ t("at_least") }} {% endif %}{{ total.text }} {{ total.unit }} ({{ total.count }}){% endif %}{% endfor %} {{ p.url }}
  {% endfor %}{% endif %}
  """
