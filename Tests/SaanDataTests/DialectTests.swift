import SaanText
import Testing

@testable import SaanData

/// One table as three hundred programs write it.
@Suite struct DialectTests {
  /// How a table is written.
  struct Writing: CustomTestStringConvertible, Sendable {
    enum Encoding: CaseIterable, Sendable {
      case utf8, marked8, little16, marked16, big16, markedBig16, thai
    }
    enum Head: CaseIterable, Sendable { case first, belowTitle, belowFilledTitle }
    enum Dates: CaseIterable, Sendable { case common, buddhist, thai }

    let encoding: Encoding
    /// What stands between the values; the last one is said in the first line.
    let separator: Int
    let isQuoted: Bool
    let lineEnd: Int
    let head: Head
    let dates: Dates
    let hasThaiDigits: Bool

    /// One of all writings.
    init(_ number: Int) {
      var rest = number
      func next(_ count: Int) -> Int {
        defer { rest /= count }
        return rest % count
      }
      encoding = Encoding.allCases[next(7)]
      separator = next(5)
      isQuoted = next(2) == 1
      lineEnd = next(4)
      head = Head.allCases[next(3)]
      dates = Dates.allCases[next(3)]
      hasThaiDigits = next(2) == 1
    }

    static let count = 7 * 5 * 2 * 4 * 3 * 3 * 2

    var testDescription: String {
      "\(encoding), separator \(separator), quoted \(isQuoted), end \(lineEnd), \(head), \(dates), \(hasThaiDigits)"
    }
  }

  /// What every writing says.
  private static let records: [[String]] = [
    ["C1", "สภาบ้านไผ่, ขอนแก่น", "2011-10-03", "1234", "12.5"],
    ["C2", "สภา \"ท่าพระ\"; เมือง", "2012-01-15", "56", "0.5"],
    ["C3", "วัด|บ้าน โรงเรียน", "2009-12-31", "1000000", "100"],
    ["C4", "ตำบลในเมือง", "2010-02-01", "7", "33.25"],
  ]
  private static let heads = ["รหัส", "ชื่อ", "วันที่จดแจ้ง", "สมาชิก", "ร้อยละ"]

  private static func text(_ writing: Writing) -> String {
    let separator = [",", ";", "\t", "|", ";"][writing.separator]
    func cell(_ text: String) -> String {
      let isQuoted =
        writing.isQuoted || text.contains(separator) || text.contains("\"")
      return isQuoted ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
    var lines = writing.separator == 4 ? ["sep=;"] : []
    switch writing.head {
    case .first: break
    case .belowTitle: lines += [cell("ทะเบียนสภาองค์กรชุมชน, ทุกตำบล"), ""]
    case .belowFilledTitle:
      lines.append(cell("ทะเบียนสภา") + String(repeating: separator, count: heads.count - 1))
    }
    lines.append(heads.map(cell).joined(separator: separator))
    for record in records {
      let cells = [
        record[0], record[1], date(record[2], writing), number(record[3], writing),
        number(record[4], writing),
      ]
      lines.append(cells.map(cell).joined(separator: separator))
    }
    let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]][writing.lineEnd]
    return lines.enumerated().map { $0.element + ends[$0.offset % ends.count] }.joined()
  }

  private static func date(_ iso: String, _ writing: Writing) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let months = [
      1: "มกราคม", 2: "กุมภาพันธ์", 10: "ต.ค.", 12: "ธันวาคม",
    ]
    switch writing.dates {
    case .common: return iso
    case .buddhist: return digits("\(parts[2])/\(parts[1])/\(parts[0] + 543)", writing)
    case .thai: return digits("\(parts[2]) \(months[parts[1]] ?? "") \(parts[0] + 543)", writing)
    }
  }

  /// A number with its thousands parted.
  private static func number(_ text: String, _ writing: Writing) -> String {
    let parts = text.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0 { whole.insert(",", at: whole.startIndex) }
      whole.insert(digit, at: whole.startIndex)
    }
    return digits(parts.count > 1 ? "\(whole).\(parts[1])" : whole, writing)
  }

  private static func digits(_ text: String, _ writing: Writing) -> String {
    guard writing.hasThaiDigits else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { letter in
          (0x30...0x39).contains(letter.value)
            ? Unicode.Scalar(letter.value - 0x30 + 0x0E50) ?? letter : letter
        }))
  }

  private static func bytes(_ text: String, _ encoding: Writing.Encoding) -> [UInt8] {
    func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
      text.utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? pair : pair.reversed()
      }
    }
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .marked8: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .little16: return wide(text, isBigEndian: false)
    case .marked16: return wide("\u{FEFF}" + text, isBigEndian: false)
    case .big16: return wide(text, isBigEndian: true)
    case .markedBig16: return wide("\u{FEFF}" + text, isBigEndian: true)
    case .thai:
      return text.unicodeScalars.map {
        $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x0E01 + 0xA1)
      }
    }
  }

  private static func resource(_ writing: Writing) -> Resource {
    let fields = [
      Field("รหัส"), Field("ชื่อ"),
      Field("วันที่จดแจ้ง", .date) { $0.isBuddhist = writing.dates == .buddhist },
      Field("สมาชิก", .integer), Field("ร้อยละ", .number),
    ]
    return Resource(name: "x", path: "x.csv", schema: TableSchema(fields: fields))
  }

  /// The records, with the head named where the program asks for that, in the words of its hint.
  private static func read(_ writing: Writing) -> (records: [[String?]], told: [Diagnostic]) {
    let file = DataFile(path: "x.csv", bytes: bytes(text(writing), writing.encoding))
    var resource = resource(writing)
    var outcome = readTable(file, as: resource)
    if let found = outcome.diagnostics.all.first(where: { $0.code == "head-not-first" }),
      let row = found.hint?.en.split(separator: "--head-row ").last?.dropLast(),
      let number = Int(row)
    {
      resource.dialect.head = number...number
      outcome = readTable(file, as: resource)
    }
    let rows = outcome.value?.rows.map { row in heads.map { row.string($0) } } ?? []
    return (rows, outcome.diagnostics.all.filter { $0.severity == .error })
  }

  /// Three hundred of all writings, far from each other, so that all kinds meet.
  @Test func everyWritingSaysTheSame() {
    let records = Self.records.map { $0.map(Optional.some) }
    for step in 0..<300 {
      // 1,009 shares no divisor with the number of writings.
      let writing = Writing(step * 1_009 % Writing.count)
      let (read, told) = Self.read(writing)
      #expect(told.map(\.message.en) == [], "\(writing.testDescription)")
      #expect(read == records, "\(writing.testDescription)")
    }
  }

  @Test func thaiAndWesternLettersAreToldApart() {
    func encoding(_ text: [UInt8]) -> OtherEncoding? {
      text.withUnsafeBufferPointer { TextLook($0).mistake }
        .flatMap { OtherEncoding(text, mistake: $0) }
    }
    func western(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }
    #expect(encoding(western("name,town\ncafé,Genève\nseñor,São Paulo\nZürich,Ærø\n")) == .western)
    let thai = Writing.Encoding.thai
    #expect(encoding(Self.bytes("ชื่อ,café\nน่าน,B5\n".replacing("é", with: "e"), thai)) == .thai)
    #expect(encoding(Self.bytes("class,mark\nช,1\nญ,2\n", thai)) == .thai)
    #expect(encoding(Self.bytes("ปี,จำนวน\n๒๕๖๕,๑๒\n", thai)) == .thai)
    #expect(encoding([0x61, 0x81, 0x62, 0xFF]) == nil)
    let file = DataFile(path: "x.csv", bytes: western("name,town\ncafé,Genève\n"))
    var resource = Resource(name: "x", path: "x.csv")
    #expect(column("town", of: readTable(file, as: resource).value) == ["Genève"])
    resource.encoding = "windows-1252"
    let read = readTable(file, as: resource)
    #expect(column("name", of: read.value) == ["café"] && read.diagnostics.isEmpty)
  }

  @Test func whatPartsTheValuesIsSeenInAllRows() {
    func names(_ text: String) -> [String] {
      SaanDataTests.read(text, path: "x.csv").table?.fields.map(\.name) ?? []
    }
    #expect(names("ชื่อ, สกุล;จังหวัด\nก;น่าน\nข;เลย\n") == ["ชื่อ, สกุล", "จังหวัด"])
    #expect(names("a;b;c\nx;1,5;2\ny;2,5;3\n") == ["a", "b", "c"])
    #expect(names("a,b\nx;y,1\nz;w,2\n") == ["a", "b"])
    #expect(names("sep=|\na|b\n1|2\n") == ["a", "b"])
    #expect(names("\"SEP=;\"\na;b\n1;2\n") == ["a", "b"])
    #expect(names("ชื่อ\nก\nข\n") == ["ชื่อ"])
  }
}
