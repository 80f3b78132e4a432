extension LanguageWords {
  /// The words of Thai, with a word for every power of ten that it counts in.
  public static let thai = LanguageWords(
    [
      Word.calendar(
        CalendarNames.thaiMonths, short: CalendarNames.thaiShortMonths,
        weekdays: CalendarNames.thaiWeekdays),
      thaiDates, thaiNumbers, thaiNouns, thaiSentences, thaiPlaces, thaiRanks, thaiSeries,
      thaiCharts,
    ].reduce(into: [:]) { $0.merge($1) { one, _ in one } },
    grammar: .thai)
}

private let thaiDates: [Word: PhraseForms] = [
  .fullDate: "วัน{weekday}ที่ {date}",
  .buddhistYear: "พ.ศ. {year}",
  .gregorianYear: "ค.ศ. {year}",
  .fiscalYear: "ปีงบประมาณ {year}",
  .dayWithTime: "{day} เวลา {time_with_dots} น.",
  .monthOf: "เดือน{month}",
  .inYear: "ใน{_}{date}",
  .publishedOn: "เผยแพร่เมื่อ {date}",
  .asOfMonth: "ณ เดือน{date}",
  .asOfDay: "ณ วันที่ {date}",
  .dateNotStated: "ไม่ระบุวันที่",
  .noFigureDated: PhraseForms(
    one: "ตัวเลขในหน้านี้ไม่ระบุวันที่ของข้อมูล", other: "ตัวเลขทั้งหมดในหน้านี้ไม่ระบุวันที่ของข้อมูล"),
  .figuresDated: "ตัวเลขในหน้านี้ลงวันที่ {date}",
  .figuresDatedFrom: "ตัวเลขในหน้านี้ลงวันที่ตั้งแต่ {first} ถึง {last}",
  .moreUndated: "ส่วนอีก {figures}ไม่ระบุวันที่",
]

private let thaiNumbers: [Word: PhraseForms] = [
  .money: "{amount} บาท",
  .moneyInMillions: "{amount} ล้านบาท",
  .percent: "ร้อยละ",
  .baht: "บาท",
  .thousands: "{number} พัน",
  .tenThousands: "{number} หมื่น",
  .hundredThousands: "{number} แสน",
  .millions: "{number} ล้าน",
  .billions: "{number} พันล้าน",
  .tenBillions: "{number} หมื่นล้าน",
  .hundredBillions: "{number} แสนล้าน",
  .trillions: "{number} ล้านล้าน",
  .thousandsShort: "{number} พัน",
  .tenThousandsShort: "{number} หมื่น",
  .hundredThousandsShort: "{number} แสน",
  .millionsShort: "{number} ล้าน",
  .billionsShort: "{number} พันล้าน",
  .tenBillionsShort: "{number} หมื่นล้าน",
  .hundredBillionsShort: "{number} แสนล้าน",
  .trillionsShort: "{number} ล้านล้าน",
  .ordinal: "ที่ {number}",
  .about: "ประมาณ {amount}",
  .atLeast: "อย่างน้อย {amount}",
  .counted: "{name} {amount}",
]

private let thaiNouns: [Word: PhraseForms] = [
  .item: "รายการ",
  .figure: "ตัวเลข",
  .area: "พื้นที่",
  .country: "ประเทศ",
  .region: "ภูมิภาค",
  .regionInCharts: "ภาค",
  .province: "จังหวัด",
  .district: "อำเภอ",
  .bangkokDistrict: "เขต",
  .subdistrict: "ตำบล",
  .bangkokSubdistrict: "แขวง",
  .municipality: "เทศบาล",
  .provinceName: "จังหวัด{name}",
  .districtName: "อำเภอ{name}",
  .bangkokDistrictName: "เขต{name}",
  .subdistrictName: "ตำบล{name}",
  .bangkokSubdistrictName: "แขวง{name}",
  .municipalityName: "เทศบาล{name}",
]

private let thaiSentences: [Word: PhraseForms] = [
  .sentence: "{text}",
  .nextClause: "{text} {next}",
  .listNext: "{list} {next}",
  .listLast: "{list} และ{last}",
  .twoNames: "{first} และ {last}",
  .firstAndMore: "{first} และอีก {items}",
  .labelled: "{name} {text}",
]

private let thaiPlaces: [Word: PhraseForms] = [
  .coverage: "มีข้อมูล {reported} จาก {expected}",
  .bothFigures: "ทั้งสองตัวเลข",
  .allFigures: "ทุกตัวเลข",
  .sharedDateNotStated: "ไม่ระบุวันที่{figures}",
  .sharedProviso: "{figures} {proviso}",
  .placeWithin: "{name} {around}",
  .placeHas: "{place} มี{figures}",
  .placeHasNothing: "{place} ยังไม่มีตัวเลขที่เผยแพร่ในเว็บไซต์นี้",
  .placeIsMentioned: "{place} ยังไม่มีตัวเลขเฉพาะพื้นที่นี้ แต่แหล่งข้อมูลกล่าวถึงงานที่นี่{_}{count}{_}เรื่อง",
]

private let thaiRanks: [Word: PhraseForms] = [
  .onlyOne: "เป็น{noun}เดียวที่มีข้อมูล",
  .allSame: "เท่ากันทั้ง {all}ที่มีข้อมูล",
  .moreOfTwo: "มากกว่าอีก {other}ที่มีข้อมูล",
  .fewerOfTwo: "น้อยกว่าอีก {other}ที่มีข้อมูล",
  .higherOfTwo: "สูงกว่าอีก {other}ที่มีข้อมูล",
  .lowerOfTwo: "ต่ำกว่าอีก {other}ที่มีข้อมูล",
  .most: "มากที่สุดใน {all}ที่มีข้อมูล",
  .fewest: "น้อยที่สุดใน {all}ที่มีข้อมูล",
  .highest: "สูงที่สุดใน {all}ที่มีข้อมูล",
  .lowest: "ต่ำที่สุดใน {all}ที่มีข้อมูล",
  .nthMost: "มากเป็นอันดับ{ordinal} จาก {all}ที่มีข้อมูล",
  .nthHighest: "สูงเป็นอันดับ{ordinal} จาก {all}ที่มีข้อมูล",
  .levelWith: "{rank} เท่ากับอีก {others}",
  .above: "สูงกว่า{name}",
  .below: "ต่ำกว่า{name}",
  .same: "เท่ากับ{name}",
  .bothOf: "ทั้ง{first} และ{second}",
  .comparisonAnd: "{text} และ{next}",
  .comparisonBut: "{text} แต่{next}",
]

private let thaiSeries: [Word: PhraseForms] = [
  .onlyValue: "มีค่าเดียวคือ {value} ({name})",
  .allLevel: "ทั้ง {items} เท่ากันที่ {value}",
  .extremes: "จาก {items} ค่าสูงสุดคือ {high} ({high_name}) ต่ำสุดคือ {low} ({low_name})",
  .standing: "{name} {value} เป็นอันดับ{ordinal} จาก {items}",
  .withoutData: "ไม่มีข้อมูล {items}",
  .notApplicableTo: "ไม่เกี่ยวข้อง {items}",
  .missingValues: "ไม่มีข้อมูล {count} ค่า",
  .asOfPeriod: "ข้อมูล ณ {date}",
  .whole: "รวม{total} แบ่งเป็น {parts}",
  .progress: "{value} จากเป้าหมาย {target} ({percent})",
  .rises: "เพิ่มขึ้นจาก {before} {then} เป็น {after} {now}",
  .falls: "ลดลงจาก {before} {then} เป็น {after} {now}",
  .staysLevel: "เท่ากันที่ {value} เมื่อ {first} และ {last}",
  .inMoment: "เมื่อ {date}",
  .inMonth: "เมื่อ{date}",
  .valueIn: "{value} เมื่อ {date}",
  .countedDifferently: "เปลี่ยนวิธีนับเมื่อ {date}",
  .moreSeries: "และอีก {count} ชุดข้อมูล",
  .values: "มี {count} ค่า",
  .fromSources: "{values}จาก {count} แหล่ง",
  .between: "{values} ตั้งแต่ {low} ถึง {high}",
  .valueUsed: "ค่าที่ใช้คือ {value}",
  .withoutDate: "ไม่ระบุวันที่ {count} ค่า",
]

private let thaiCharts: [Word: PhraseForms] = [
  .noData: "ไม่มีข้อมูล",
  .notApplicable: "ไม่เกี่ยวข้อง",
  .noDate: "ไม่ระบุวันที่",
  .seriesBreak: "เปลี่ยนวิธีนับ",
  .preferred: "ค่าที่ใช้",
  .disagree: "แหล่งข้อมูลไม่ตรงกัน",
  .target: "เป้าหมาย",
  .median: "ค่ากลาง",
  .total: "รวม",
  .nothingPublished: "ยังไม่มีข้อมูลที่เผยแพร่",
  .openTable: "ดูข้อมูลเป็นตาราง",
  .value: "ค่า",
  .asOf: "ข้อมูล ณ",
  .source: "แหล่งข้อมูล",
  .series: "ชุดข้อมูล",
  .year: "ปี",
  .notStated: "ไม่ระบุ",
  .numberOfRows: "จำนวนแถว",
  .addedUp: "รวมจากพื้นที่ย่อย",
  .shownOf: "แสดง {shown} จาก {all}",
  .titleOfPlaces: "{title} {places}",
  .table: "ตาราง",
  .backToText: "กลับไปที่เนื้อหา",
  .asPublishedOn: """
  ตัวเลขในเว็บชุดนี้เป็นไปตามรุ่นของข้อมูลที่เผยแพร่เมื่อ {date} ไม่ใช่รุ่นล่าสุด \
  และไม่มีหน้าของรายการในทะเบียน
  """,
]
