import SaanText

extension Statistics {
  /// Why an indicator has no number in an area; `nil` where nothing but a value is missing.
  package func whyNone(_ index: IndicatorID, _ area: AreaID) -> Wording? {
    let indicator = indicators[index]
    guard indicator.scope.holds(area, in: areas) else {
      return Wording(
        en: "it applies to other areas only, as its scope says",
        th: "ตัวชี้วัดนี้ใช้กับพื้นที่อื่นเท่านั้น ตามที่คอลัมน์ scope ระบุ")
    }
    if let ratio = indicator.ratio { return whyNone(ratio, area) }
    let parts = unadded(index, area)
    if let part = parts.first(where: { $0.reason != .date }) ?? parts.first {
      let reason = wording(of: part)
      return Wording(
        en: "values inside it are there, but \(reason.en)", th: "มีค่าของพื้นที่ย่อย แต่\(reason.th)")
    }
    if let register = indicator.register {
      return Wording(
        en: "it is made of the rows of '\(register.table)', and none of these is there",
        th: "ตัวเลขนี้คิดจากแถวของตาราง '\(register.table)' ซึ่งไม่มีแถวของพื้นที่นี้")
    }
    let isAroundValues = areas(of: index).contains { areas.ancestors[$0].contains(area) }
    guard isAroundValues, indicator.aggregation == .none else { return nil }
    return Wording(
      en: "areas inside it have values, but its aggregation is none, so that nothing is added up",
      th: "พื้นที่ย่อยมีค่า แต่ aggregation เป็น none จึงไม่นำมารวม")
  }

  /// Why two figures make no ratio in an area.
  private func whyNone(_ ratio: Indicator.Ratio, _ area: AreaID) -> Wording {
    let (top, bottom) = (indicators[ratio.numerator].id, indicators[ratio.denominator].id)
    let missing = [ratio.numerator, ratio.denominator].first { part in
      values(part, area).allSatisfy { $0.value == nil }
    }
    if let missing {
      let id = indicators[missing].id
      return Wording(
        en: "it is '\(top)' divided by '\(bottom)', and '\(id)' has no published value there",
        th: "ตัวเลขนี้คือ '\(top)' หารด้วย '\(bottom)' แต่ '\(id)' ไม่มีค่าที่เผยแพร่ของพื้นที่นี้")
    }
    return Wording(
      en: """
        it is '\(top)' divided by '\(bottom)', and their values there make no ratio: they are of \
        other times, or not exact enough
        """,
      th: """
        ตัวเลขนี้คือ '\(top)' หารด้วย '\(bottom)' แต่ค่าทั้งสองของพื้นที่นี้หารกันไม่ได้ \
        เพราะเป็นของต่างเวลา หรือไม่ใช่จำนวนที่แน่นอนพอ
        """)
  }

  /// Why a value was not added, in a few words, and of which time those are that were.
  package func wording(of part: UnaddedPart) -> Wording {
    guard let time = part.time else { return part.reason.wording }
    let style: DateStyle = time.isSpan ? .long : .eraYear
    return Wording(
      en: "not added: only values of \(time.text(style, in: .english)) are",
      th: "ไม่นำมารวม: รวมเฉพาะค่าของ\(time.isSpan ? "" : " ")\(time.text(style, in: .thai))")
  }
}

extension UnaddedPart.Reason {
  /// Why a value was not added, in a few words.
  fileprivate var wording: Wording {
    switch self {
    case .date: Wording(en: "not added: of another year", th: "ไม่นำมารวม: เป็นของปีอื่น")
    case .undated: Wording(en: "not added: date not stated", th: "ไม่นำมารวม: ไม่ระบุวันที่")
    case .unit: Wording(en: "not added: units differ", th: "ไม่นำมารวม: หน่วยต่างกัน")
    case .definition:
      Wording(en: "not added: what is counted differs", th: "ไม่นำมารวม: นับสิ่งที่ต่างกัน")
    case .overlap:
      Wording(
        en: "not added: some of its areas are counted already",
        th: "ไม่นำมารวม: บางพื้นที่นับไปแล้ว")
    case .weight:
      Wording(
        en: "not added: no numerator and denominator", th: "ไม่นำมารวม: ไม่มีตัวตั้งและตัวหาร")
    case .bound:
      Wording(
        en: "not added: what it promises makes no sum with the others",
        th: "ไม่นำมารวม: ขอบเขตของค่านี้รวมกับค่าอื่นไม่ได้")
    case .few:
      Wording(
        en: "not added: a sum without the others would be too small to say anything",
        th: "ไม่นำมารวม: ยอดที่ขาดค่าอื่นน้อยเกินกว่าจะบอกอะไรได้")
    }
  }
}
