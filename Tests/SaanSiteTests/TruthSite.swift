import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// A small site whose tables say odd and true things of five provinces.
enum TruthSite {
  /// The site with some files of its own, as pages in plain words by their paths.
  static func pages(_ edits: [String: String] = [:]) async throws -> [String: String] {
    let result = try await build(tree(edits), Specimen.options, into: MemorySink())
    let outputs = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return outputs.reduce(into: [:]) { pages, output in
      let text = String(decoding: output.value, as: UTF8.self)
      pages[output.key] = output.key.hasSuffix(".html") ? plain(text) : text
    }
  }

  /// What is told of the site, each with its place and its hint.
  static func told(
    _ edits: [String: String], in language: MessageLanguage = .english
  ) async throws -> String {
    let result = try await build(tree(edits), Specimen.options, into: MemorySink())
    return DiagnosticPrinter(language: language).text(result.diagnostics)
  }

  /// The site with some files of its own.
  static func tree(_ edits: [String: String]) -> SourceTree {
    Specimen.commons(files.merging(edits) { $1 })
  }

  private static func plain(_ html: String) -> String {
    var (text, isTag) = ("", false)
    for character in html {
      if character == "<" || character == ">" {
        isTag = character == "<"
        if !isTag { text.append(" ") }
      } else if !isTag {
        text.append(character.isWhitespace || character == "\u{2060}" ? " " : character)
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// The table of values with some rows.
  static func values(_ rows: String) -> [String: String] {
    [
      "content/data/observations.csv":
        "indicator,area,as_of,period,as_of_basis,value,source,areas,bound,quote,numerator,denominator\n"
        + rows + "\n"
    ]
  }

  private static let files = [
    "site.yaml": "title: {th: เว็บ, en: Site}\ntheme: commons\nbase_url: https://example.org/\n",
    "content/index.th.md": "---\ntitle: เว็บ\n---\nก\n",
    "content/index.en.md": "---\ntitle: Site\n---\nA\n",
    "content/data/areas.csv": """
    code,class,name,name@en,parent,slug,abbr,tile_col,tile_row,provinces
    TH,country,ไทย,Thailand,,thailand,,,,5
    N,region,ภาคเหนือ,North,TH,north,,,,
    I,region,ภาคอีสาน,Isan,TH,isan,,,,
    50,province,เชียงใหม่,Chiang Mai,N,chiang-mai,ชม,0,0,
    55,province,น่าน,Nan,N,nan,นน,1,0,
    32,province,สุรินทร์,Surin,I,surin,สร,2,2,
    33,province,ศรีสะเกษ,Sisaket,I,sisaket,ศก,3,2,
    34,province,อุบลราชธานี,Ubon,I,ubon,อบ,4,2,
    3201,district,เมืองสุรินทร์,Mueang Surin,32,mueang-surin,,,,
    3205,district,ปราสาท,Prasat,32,prasat,,,,

    """,
    "content/data/sources.csv": """
    id,title,title@en,producer,producer@en,date_published
    new,เล่มใหม่,New book,พอช.,CODI,2022-10-26
    old,เล่มเก่า,Old book,ข,B,

    """,
    "content/data/indicators.csv": """
    id,name,name@en,description,unit,unit@en,unit_one@en,stat_type,aggregation,dataset,aggregate,field
    funds,กองทุน,Funds,กองทุนที่นับได้,กองทุน,funds,fund,count,sum,,,
    members,สมาชิก,Members,สมาชิกที่นับได้,คน,people,person,count,sum,,,
    share,ผู้เข้าร่วม,Taking part,ส่วนที่เข้าร่วม,%,%,%,percentage,weighted,,,
    profit,กำไร,Profit,กำไรรวม,บาท,baht,baht,sum,sum,shops,sum,profit
    age,อายุเฉลี่ย,Mean age,อายุเฉลี่ย,ปี,years,year,sum,none,shops,mean,age

    """,
    "content/data/shops.csv": """
    id,name,area,profit,age,as_of
    a,ร้านหนึ่ง,50,-30,10,2022-01-01
    b,ร้านสอง,50,20,,2022-01-01
    c,ร้านสาม,55,25,20,2022-01-01

    """,
    "content/data/datapackage.yaml": """
    name: data
    resources:
      - name: shops
        path: shops.csv
        title: {th: ร้าน, en: Shops}
        schema:
          fields:
            - {name: id, type: string}
            - {name: name, type: string}
            - {name: area, type: string}
            - {name: profit, type: number}
            - {name: age, type: number}
            - {name: as_of, type: date}

    """,
  ].merging(values("funds,50,2021,,stated,20,new,,,,,")) { $1 }
}
