/// Mistakes in the areas that indicators and values are of.
extension MistakeTests.Case {
  private static let tables: [String: String] = [
    "content/data/areas.csv": """
    code,class,name,name@en,parent,region_scheme,provinces
    TH,country,ประเทศไทย,Thailand,,,3
    R-c,region,ภาคกลาง,Central,TH,office,
    10,province,กรุงเทพมหานคร,Bangkok,R-c,,
    13,province,ปทุมธานี,Pathum Thani,R-c,,
    50,province,เชียงใหม่,Chiang Mai,TH,,
    1002,district,เฉลิมพระเกียรติ,Chaloem Phra Kiat,10,,
    1302,district,เฉลิมพระเกียรติ,Chaloem Phra Kiat,13,,

    """,
    "content/data/sources.csv": "id,title,producer\nr,a,b\n",
    "content/data/organisations.csv":
      "id,name,area\noffice,สำนัก,TH\nlost,ชมรม,\nclub,สมาคม,10\nbranch,สาขา,50\n",
  ]

  private init(
    _ name: String, indicators: String, observations: String, beside files: [String: String] = [:]
  ) {
    self.init(
      name,
      Self.tables.merging(files) { $1 }.merging([
        "content/data/indicators.csv": "id,name,dataset,aggregate,filter,scope\n" + indicators,
        "content/data/observations.csv":
          "indicator,area,as_of,as_of_basis,value,source,areas\n" + observations,
      ]) { $1 })
  }

  static let scopes: [Self] = [
    Self(
      "scopes",
      indicators: """
        a,ก,,,,provnce
        b,ข,,,,10; 99
        c,ค,,,,office
        d,ง,,,,municipality
        e,จ,,,,lost
        f,ฉ,,,,เฉลิมพระเกียรติ; 50
        g,ช,,,,organisation: nobody

        """, observations: ""),
    Self(
      "out-of-scope",
      indicators: """
        a,ก,,,,province
        b,ข,,,,10; ปทุมธานี
        c,ค,,,,scheme: office
        d,ง,,,,club
        e,จ,organisations,count,,club
        f,ฉ,,,,R-c

        """,
      observations: """
        a,1002,2020,stated,1,r,
        a,TH,2020,stated,1,r,
        b,50,2020,stated,1,r,
        b,,2021,stated,1,r,10; 13
        b,,2021,stated,1,r,50; 13
        c,10,2020,stated,1,r,
        d,13,2020,stated,1,r,
        d,1002,2020,stated,1,r,
        f,TH,2020,stated,1,r,

        """),
    Self(
      "areas-together", indicators: "a,ก,,,,\n",
      observations: """
        a,10,2020,stated,1,r,10; 13
        a,,2020,stated,1,r,
        a,,2020,stated,1,r,10
        a,,2020,stated,1,r,10; 010
        a,,2020,stated,1,r,13; 10; 13
        a,,2020,stated,1,r,R-c; 10
        a,,2020,stated,1,r,เฉลิมพระเกียรติ; 50
        a,,2020,stated,1,r,กรุงเทพมหานคร;ปทุมธานี
        a,,2020,stated,1,r,"10,13"

        """),
    // Names and other codes, where a table takes but the codes of areas.
    Self(
      "area-by-name", indicators: "a,ก,,,,\n",
      observations: """
        a,เชียงใหม่,2020,stated,1,r,
        a,TH-10,2021,stated,1,r,
        a,050,2022,stated,1,r,
        a,เฉลิมพระเกียรติ,2023,stated,1,r,

        """,
      beside: [
        "content/data/datapackage.yaml": """
        name: test-data
        resources:
          - {name: areas, path: areas.csv, schema: {primaryKey: code, fields: [{name: code}, {name: class}, {name: name}, {name: name@en}, {name: parent}, {name: region_scheme}, {name: provinces, type: integer}]}}
          - {name: observations, path: observations.csv, schema: {foreignKeys: [{fields: area, reference: {resource: areas, fields: code}}], fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}, {name: areas}]}}
          - {name: gardens, path: gardens.csv, schema: {fields: [{name: id}, {name: area, constraints: {pattern: "[0-9]{2}|[0-9]{4}"}}]}}

        """,
        "content/data/gardens.csv":
          "id,area\na,ปทุมธานี\nb,Chiang Mai\nc,เชียงใหม\nd,TH-13\ne,50\n",
      ]),
    // A region of one division and one of another, which share a province.
    Self(
      "areas-crossing", indicators: "a,ก,,,,\n",
      observations: "a,,2020,stated,1,r,R-c; O-1\na,,2021,stated,1,r,O-1; 1002\n",
      beside: [
        "content/data/areas.csv": (tables["content/data/areas.csv"] ?? "")
          + "O-1,region,เขต 1,Zone 1,TH,zones,\n",
        "content/data/area_groups.csv": "group,area\nO-1,10\nO-1,50\n",
      ]),
  ]
}
