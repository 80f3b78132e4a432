import Foundation

/// The synthetic site's schema, indicators and sources.
enum DataPackage {
  /// The repository's schemas of the standing tables, and one for each register.
  static func descriptor(repository: URL, registers: [Register]) throws -> String {
    let file = repository.appending(path: "content/data/datapackage.yaml")
    let whole = try String(contentsOf: file, encoding: .utf8)
    var text = header
    for name in ["sources", "indicators", "observations"] {
      guard let start = whole.range(of: "  - name: \(name)\n    path:") else {
        throw UsageError(message: "\(file.path) has no table “\(name)”")
      }
      let rest = whole[start.upperBound...]
      let end = rest.range(of: "\n  - name: ")?.lowerBound ?? rest.endIndex
      text += whole[start.lowerBound..<end]
      text += "\n"
    }
    return text + registers.map(resource).joined()
  }

  private static let header = """
    # Made up by saan-bench: nothing in these tables is true.
    name: synthetic-figures
    title: {th: "ข้อมูลสังเคราะห์", en: "Synthetic figures"}
    description: {th: "ข้อมูลที่แต่งขึ้นเพื่อวัดความเร็ว", en: "Figures made up to measure speed."}
    version: 1.0.0
    licenses:
      - {name: CC0-1.0, title: CC0 1.0 Universal, path: "https://creativecommons.org/publicdomain/zero/1.0/"}
    contributors:
      - title: {th: "โปรแกรมวัดความเร็ว", en: "The benchmark"}
        roles: [publisher]
    sources:
      - title: {th: "ข้อมูลสังเคราะห์", en: "Synthetic figures"}
    resources:

    """

  private static func resource(_ register: Register) -> String {
    """
      - name: \(register.name)
        path: \(register.name).csv
        title: {th: "\(register.title.th)", en: "\(register.title.en)"}
        description: {th: "ทะเบียนที่แต่งขึ้น ไม่ใช่ข้อมูลจริง", en: "A made-up register: nothing in it is true."}
        schema:
          missingValues: [""]
          primaryKey: id
          foreignKeys:
            - {fields: area, reference: {resource: "areas", fields: code}}
          fields:
    \(field(Column("id", "string", "รหัส", "Id"), isRequired: true))\
    \(field(Column("name", "string", "ชื่อ", "Name"), isRequired: true))\
    \(field(Column("name@en", "string", "ชื่อภาษาอังกฤษ", "Name in English")))\
    \(field(Column("area", "string", "พื้นที่", "Area"), isRequired: true))\
    \(register.columns.map { field($0) }.joined())
    """
  }

  private static func field(_ column: Column, isRequired: Bool = false) -> String {
    var text = "        - {name: \"\(column.name)\", type: \(column.type), "
    text += "title: {th: \"\(column.title.th)\", en: \"\(column.title.en)\"}"
    if let unit = column.unit { text += ", unit: \(unit)" }
    if isRequired { text += ", constraints: {required: true}" }
    if column.type == "integer" { text += ", constraints: {minimum: 0}" }
    return text + "}\n"
  }

  /// The observed indicators, and those that are counted from the registers.
  static let indicators = """
    id,name,name@en,description,description@en,unit,unit@en,unit_one@en,unit_multiplier,precision,stat_type,aggregation,cumulative,ascending,universe,universe@en,minimum,maximum,earliest,at_most,dataset,aggregate,field,filter,topic
    councils.count,สภาองค์กรชุมชน,Community councils,นับจากทะเบียนสังเคราะห์,Counted from the synthetic register.,แห่ง,councils,council,,0,count,sum,,,,,0,,,,councils,count,,,councils
    councils.organisations,องค์กรชุมชนในสภา,Organisations in councils,รวมจากทะเบียนสังเคราะห์,Added up from the synthetic register.,องค์กร,organisations,organisation,,0,count,sum,,,,,0,,,,councils,sum,organisations_count,,councils
    councils.people,สมาชิกสภา,Council members,รวมจากทะเบียนสังเคราะห์,Added up from the synthetic register.,คน,people,person,,0,count,sum,,,,,0,,,,councils,sum,people_count,,councils
    funds.count,กองทุนสวัสดิการชุมชน,Community welfare funds,นับจากทะเบียนสังเคราะห์,Counted from the synthetic register.,กองทุน,funds,fund,,0,count,sum,,,,,0,,,,funds,count,,,funds
    funds.members,สมาชิกกองทุน,Members of funds,รวมจากทะเบียนสังเคราะห์,Added up from the synthetic register.,คน,people,person,,0,count,sum,,,,,0,,,,funds,sum,members_count,,funds
    funds.capital,เงินกองทุน,Capital of funds,รวมจากทะเบียนสังเคราะห์,Added up from the synthetic register.,บาท,baht,,,0,sum,sum,,,,,0,,,,funds,sum,capital_baht,,funds
    funds.reach,ผู้รับสวัสดิการต่อสมาชิก,Beneficiaries for each member,อัตราส่วนจากทะเบียนสังเคราะห์,A ratio from the synthetic register.,,,,,2,ratio,weighted,,true,,,0,,,,funds,ratio,beneficiaries_count/members_count,,funds
    housing.projects,โครงการที่อยู่อาศัย,Housing projects,นับจากทะเบียนสังเคราะห์,Counted from the synthetic register.,โครงการ,projects,project,,0,count,sum,,,,,0,,,,housing,count,,,housing
    housing.households,ครัวเรือนในโครงการ,Households in projects,รวมจากทะเบียนสังเคราะห์,Added up from the synthetic register.,ครัวเรือน,households,household,,0,count,sum,,,,,0,,,,housing,sum,households_count,,housing
    training.people,ผู้ผ่านการอบรม,People trained,ค่าที่แต่งขึ้น,A made-up value.,คน,people,person,,0,count,sum,true,,,,0,,,,,,,,councils
    savings.groups,กลุ่มออมทรัพย์,Savings groups,ค่าที่แต่งขึ้น,A made-up value.,กลุ่ม,groups,group,,0,count,sum,,,,,0,,,,,,,,economy
    savings.capital,เงินออมของกลุ่ม,Savings of groups,ค่าที่แต่งขึ้น,A made-up value.,พันบาท,thousand baht,,,0,sum,sum,,,,,0,,,,,,,,economy
    forests.rai,ป่าชุมชน,Community forests,ค่าที่แต่งขึ้น,A made-up value.,ไร่,rai,,,0,sum,sum,,true,,,0,,,,,,,,land
    households.reached,ครัวเรือนที่ได้รับประโยชน์,Households reached,ค่าที่แต่งขึ้น,A made-up value.,ครัวเรือน,households,household,,0,count,sum,,true,,,0,,,,,,,,housing
    plans.adopted_share,ตำบลที่รับแผนชุมชน,Subdistricts that adopted a plan,ค่าที่แต่งขึ้น,A made-up value.,ร้อยละ,per cent,,,1,percentage,weighted,,true,ตำบลทั้งหมด,all subdistricts,0,100,,,,,,,councils

    """

  static let sources: String = {
    let head =
      "id,producer,producer@en,title,title@en,url,date_published,date_accessed,archived_url,citation,"
      + "license,note,note@en\n"
    // Where the areas of the program come from.
    let areas =
      "thailand-geography-json,โครงการ thailand-geography-data,The thailand-geography-data project,"
      + "thailand-geography-json,thailand-geography-json,,2025-06-27,,,,MIT,,\n"
    return (2019...2024).reduce(head + areas) { text, year in
      text + "synthetic-\(year),โปรแกรมวัดความเร็ว,The benchmark,ข้อมูลสังเคราะห์ \(year + 543),"
        + "Synthetic figures \(year),,\(year + 1)-03-01,,,,,แต่งขึ้นทั้งหมด,Made up\n"
    }
  }()
}
