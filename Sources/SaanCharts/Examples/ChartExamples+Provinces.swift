import SaanText

extension ChartExamples {
  static func smallMultiples(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    let series = SubRegion.all.prefix(6).enumerated().map { index, region in
      ChartSeries(
        ChartLabel(say(region.thai, region.english)),
        (0..<8).map { year in
          let isUnknown = index == 2 && year == 3
          let value = region.councils * (4 + year) / 11
          return ChartPoint(
            date: CalendarDate(year: 2015 + year), isUnknown ? .missing : ChartValue(value))
        })
    }
    return say.chart(
      kind, ChartData(series, unit: say.councils),
      title: say("สภาองค์กรชุมชนรายภาค (สมมุติ)", "Councils by region over time (made up)"),
      heading: say("ปี", "Year"))
  }

  static func strip(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    var points = madeUpPoints(say)
    if let index = points.firstIndex(where: { $0.key == "32" }) {
      points[index].isHighlighted = true
    }
    return say.chart(
      kind, ChartData(points: points, unit: say.councils, items: say.provinces),
      title: say("สุรินทร์เทียบกับจังหวัดอื่น (สมมุติ)", "Surin among the provinces (made up)"),
      heading: say("จังหวัด", "Province"))
  }

  static func tileMap(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    var data = ChartData(points: madeUpPoints(say), unit: say.councils, items: say.provinces)
    data.places = ExampleProvince.all.map { $0.place(say) }
    return say.chart(
      kind, data, title: say("สภาองค์กรชุมชนรายจังหวัด (สมมุติ)", "Councils by province (made up)"),
      heading: say("จังหวัด", "Province"))
  }

  static func outlineMap(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    var data = ChartData(points: madeUpPoints(say), unit: say.councils, items: say.provinces)
    // Without real outlines, squares on the tiles' places.
    data.places = ExampleProvince.all.map { province in
      var place = province.place(say)
      place.outline =
        "M\(place.column * 10),\(place.row * 10) \(place.column * 10 + 10),\(place.row * 10)"
        + " \(place.column * 10 + 8),\(place.row * 10 + 10) \(place.column * 10),\(place.row * 10 + 9)z"
      return place
    }
    data.outlineBox = OutlineBox(width: 100, height: 160)
    data.breaks = [20, 50, 100].map { ExactNumber($0) }
    return say.chart(
      kind, data, title: say("แผนที่ตัวอย่าง (สมมุติ)", "An example map (made up)"),
      heading: say("จังหวัด", "Province"))
  }

  /// Made-up values with every state: zero, missing, not applicable, about.
  private static func madeUpPoints(_ say: Say) -> [ChartPoint] {
    ExampleProvince.all.enumerated().compactMap { index, province in
      guard index % 11 != 5 else { return nil }
      let value: ChartValue =
        switch index % 13 {
        case 3: .missing
        case 7: 0
        case 11 where index < 30: .notApplicable
        default: ChartValue((index * index * 7) % 163 + 2)
        }
      var point = ChartPoint(
        ChartLabel(say(province.thai, province.english)), value, key: province.code)
      point.bound = index % 17 == 2 ? .about : .exact
      return point
    }
  }
}

/// A province with its tile.
///
/// The codes are those of ISO 3166-2:TH. They stand here and in no table, so that charts are drawn
/// and tested without a site.
struct ExampleProvince {
  let code: String
  let thai: String
  let english: String
  let short: (thai: String, english: String)
  let column: Int
  let row: Int

  private init(
    _ code: String, _ thai: String, _ english: String, _ shortThai: String, _ shortEnglish: String,
    _ column: Int, _ row: Int
  ) {
    self.code = code
    self.thai = thai
    self.english = english
    short = (shortThai, shortEnglish)
    self.column = column
    self.row = row
  }

  func place(_ say: Say) -> ChartPlace {
    let slug = english.lowercased().split(separator: " ").joined(separator: "-")
    return ChartPlace(
      key: code, name: say(thai, english), abbreviation: say(short.thai, short.english),
      column: column, row: row, href: "/\(say.language.prefix)/provinces/\(slug)/")
  }

  static let all: [ExampleProvince] = [
    ExampleProvince("10", "กรุงเทพมหานคร", "Bangkok", "กทม", "BKK", 2, 7),
    ExampleProvince("11", "สมุทรปราการ", "Samut Prakan", "สป", "SPK", 2, 8),
    ExampleProvince("12", "นนทบุรี", "Nonthaburi", "นบ", "NBI", 2, 6),
    ExampleProvince("13", "ปทุมธานี", "Pathum Thani", "ปท", "PTE", 3, 7),
    ExampleProvince("14", "พระนครศรีอยุธยา", "Phra Nakhon Si Ayutthaya", "อย", "AYA", 3, 6),
    ExampleProvince("15", "อ่างทอง", "Ang Thong", "อท", "ATG", 3, 5),
    ExampleProvince("16", "ลพบุรี", "Lop Buri", "ลบ", "LRI", 4, 5),
    ExampleProvince("17", "สิงห์บุรี", "Sing Buri", "สห", "SBR", 2, 5),
    ExampleProvince("18", "ชัยนาท", "Chai Nat", "ชน", "CNT", 2, 4),
    ExampleProvince("19", "สระบุรี", "Saraburi", "สบ", "SRI", 4, 6),
    ExampleProvince("20", "ชลบุรี", "Chon Buri", "ชบ", "CBI", 5, 8),
    ExampleProvince("21", "ระยอง", "Rayong", "รย", "RYG", 6, 8),
    ExampleProvince("22", "จันทบุรี", "Chanthaburi", "จบ", "CTI", 6, 7),
    ExampleProvince("23", "ตราด", "Trat", "ตร", "TRT", 7, 8),
    ExampleProvince("24", "ฉะเชิงเทรา", "Chachoengsao", "ฉช", "CCO", 5, 7),
    ExampleProvince("25", "ปราจีนบุรี", "Prachin Buri", "ปจ", "PRI", 5, 6),
    ExampleProvince("26", "นครนายก", "Nakhon Nayok", "นย", "NYK", 4, 7),
    ExampleProvince("27", "สระแก้ว", "Sa Kaeo", "สก", "SKW", 6, 6),
    ExampleProvince("30", "นครราชสีมา", "Nakhon Ratchasima", "นม", "NMA", 5, 5),
    ExampleProvince("31", "บุรีรัมย์", "Buri Ram", "บร", "BRM", 6, 5),
    ExampleProvince("32", "สุรินทร์", "Surin", "สร", "SRN", 7, 5),
    ExampleProvince("33", "ศรีสะเกษ", "Si Sa Ket", "ศก", "SSK", 8, 5),
    ExampleProvince("34", "อุบลราชธานี", "Ubon Ratchathani", "อบ", "UBN", 9, 4),
    ExampleProvince("35", "ยโสธร", "Yasothon", "ยส", "YST", 8, 4),
    ExampleProvince("36", "ชัยภูมิ", "Chaiyaphum", "ชย", "CPM", 4, 4),
    ExampleProvince("37", "อำนาจเจริญ", "Amnat Charoen", "อจ", "ACR", 8, 3),
    ExampleProvince("38", "บึงกาฬ", "Bueng Kan", "บก", "BKN", 6, 1),
    ExampleProvince("39", "หนองบัวลำภู", "Nong Bua Lam Phu", "นภ", "NBP", 5, 3),
    ExampleProvince("40", "ขอนแก่น", "Khon Kaen", "ขก", "KKN", 5, 4),
    ExampleProvince("41", "อุดรธานี", "Udon Thani", "อด", "UDN", 5, 2),
    ExampleProvince("42", "เลย", "Loei", "ลย", "LEI", 4, 2),
    ExampleProvince("43", "หนองคาย", "Nong Khai", "นค", "NKI", 5, 1),
    ExampleProvince("44", "มหาสารคาม", "Maha Sarakham", "มค", "MKM", 6, 4),
    ExampleProvince("45", "ร้อยเอ็ด", "Roi Et", "รอ", "RET", 7, 4),
    ExampleProvince("46", "กาฬสินธุ์", "Kalasin", "กส", "KSN", 6, 3),
    ExampleProvince("47", "สกลนคร", "Sakon Nakhon", "สน", "SNK", 6, 2),
    ExampleProvince("48", "นครพนม", "Nakhon Phanom", "นพ", "NPM", 7, 2),
    ExampleProvince("49", "มุกดาหาร", "Mukdahan", "มห", "MDH", 7, 3),
    ExampleProvince("50", "เชียงใหม่", "Chiang Mai", "ชม", "CMI", 1, 1),
    ExampleProvince("51", "ลำพูน", "Lamphun", "ลพ", "LPN", 1, 2),
    ExampleProvince("52", "ลำปาง", "Lampang", "ลป", "LPG", 2, 1),
    ExampleProvince("53", "อุตรดิตถ์", "Uttaradit", "อต", "UTT", 4, 1),
    ExampleProvince("54", "แพร่", "Phrae", "พร", "PRE", 3, 1),
    ExampleProvince("55", "น่าน", "Nan", "นน", "NAN", 4, 0),
    ExampleProvince("56", "พะเยา", "Phayao", "พย", "PYO", 3, 0),
    ExampleProvince("57", "เชียงราย", "Chiang Rai", "ชร", "CRI", 2, 0),
    ExampleProvince("58", "แม่ฮ่องสอน", "Mae Hong Son", "มส", "MSN", 0, 1),
    ExampleProvince("60", "นครสวรรค์", "Nakhon Sawan", "นว", "NSN", 3, 4),
    ExampleProvince("61", "อุทัยธานี", "Uthai Thani", "อน", "UTI", 1, 4),
    ExampleProvince("62", "กำแพงเพชร", "Kamphaeng Phet", "กพ", "KPT", 2, 3),
    ExampleProvince("63", "ตาก", "Tak", "ตก", "TAK", 1, 3),
    ExampleProvince("64", "สุโขทัย", "Sukhothai", "สท", "STI", 2, 2),
    ExampleProvince("65", "พิษณุโลก", "Phitsanulok", "พล", "PLK", 3, 2),
    ExampleProvince("66", "พิจิตร", "Phichit", "พจ", "PCK", 3, 3),
    ExampleProvince("67", "เพชรบูรณ์", "Phetchabun", "พช", "PNB", 4, 3),
    ExampleProvince("70", "ราชบุรี", "Ratchaburi", "รบ", "RBR", 0, 6),
    ExampleProvince("71", "กาญจนบุรี", "Kanchanaburi", "กจ", "KRI", 0, 5),
    ExampleProvince("72", "สุพรรณบุรี", "Suphan Buri", "สพ", "SPB", 1, 5),
    ExampleProvince("73", "นครปฐม", "Nakhon Pathom", "นฐ", "NPT", 1, 6),
    ExampleProvince("74", "สมุทรสาคร", "Samut Sakhon", "สค", "SKN", 1, 7),
    ExampleProvince("75", "สมุทรสงคราม", "Samut Songkhram", "สส", "SKM", 0, 7),
    ExampleProvince("76", "เพชรบุรี", "Phetchaburi", "พบ", "PBI", 0, 8),
    ExampleProvince("77", "ประจวบคีรีขันธ์", "Prachuap Khiri Khan", "ปข", "PKN", 0, 9),
    ExampleProvince("80", "นครศรีธรรมราช", "Nakhon Si Thammarat", "นศ", "NRT", 2, 12),
    ExampleProvince("81", "กระบี่", "Krabi", "กบ", "KBI", 1, 12),
    ExampleProvince("82", "พังงา", "Phangnga", "พง", "PNA", 0, 12),
    ExampleProvince("83", "ภูเก็ต", "Phuket", "ภก", "PKT", 0, 13),
    ExampleProvince("84", "สุราษฎร์ธานี", "Surat Thani", "สฎ", "SNI", 1, 11),
    ExampleProvince("85", "ระนอง", "Ranong", "รน", "RNG", 0, 11),
    ExampleProvince("86", "ชุมพร", "Chumphon", "ชพ", "CPN", 0, 10),
    ExampleProvince("90", "สงขลา", "Songkhla", "สข", "SKA", 3, 14),
    ExampleProvince("91", "สตูล", "Satun", "สต", "STN", 2, 14),
    ExampleProvince("92", "ตรัง", "Trang", "ตง", "TRG", 2, 13),
    ExampleProvince("93", "พัทลุง", "Phatthalung", "พท", "PLG", 3, 13),
    ExampleProvince("94", "ปัตตานี", "Pattani", "ปน", "PTN", 4, 14),
    ExampleProvince("95", "ยะลา", "Yala", "ยล", "YLA", 4, 15),
    ExampleProvince("96", "นราธิวาส", "Narathiwat", "นธ", "NWT", 5, 15),
  ]
}
