import SaanText
import TestSupport
import Testing

@testable import SaanData

/// The text of what drafts of descriptions tell, in both languages.
@Suite struct DraftMessageTests {
  private static let place = Place.cell(path: "f.csv", sheet: nil, row: 9, column: "v")
  private static let file = Place.file(path: "f.csv")

  private static func mixture(_ type: FieldType) -> TypeTally.Mixture {
    TypeTally.Mixture(type: type, fitting: 38, count: 39, row: 7)
  }

  private static func finding(_ value: String) -> PrivateData.Finding? {
    var value = value
    return value.withUTF8 { PrivateData.aboutPerson(in: $0) }
  }

  @Test func whatADraftTells() throws {
    let persons = [
      "นางสมศรี มีสุข", "123-4-56789-0", "99/1 หมู่ 3 ต.นาดี", "1กข 1234 สุรินทร์", "Line: somsri99",
    ].compactMap { Self.finding($0) }
    #expect(
      persons.map(\.kind) == [.personName, .bankAccount, .houseAddress, .vehiclePlate, .lineID])
    let types: [FieldType] = [.integer, .number, .date, .yearmonth, .period]
    let all: [Diagnostic] =
      types.map { .mixedColumn("ต้นไม้", Self.mixture($0), at: Self.place) } + [
        .textColumn("จำนวน (ต้น)", Self.mixture(.integer), at: Self.place),
        .mixedShares("ร้อยละ", at: Self.place), .numberAbove("5", at: Self.place),
        .noColumnOfText("ต้นไม", among: ["ต้นไม้"], at: Self.file),
        .noColumnOfText("x", among: ["ต้นไม้", "ชื่อ"], at: Self.file),
        .staysWide(["2563 (ชาย)", "2563 (หญิง)"], totals: [], at: Self.file),
        .staysWide(["ม.ค. 66", "ก.พ. 66"], totals: ["รวม"], at: Self.file),
        .totalColumn("เพิ่ม/ลด", at: Self.place), .repeatedColumn("พื้นที่ป่า", at: Self.place),
        .totalRow("เฉลี่ย", isSaid: false, at: Self.place),
        .listOfPersons(["เพศ"], at: Self.place), .totalAmongPlaces("รวมเลย", at: Self.place),
      ]
      + persons.flatMap { finding -> [Diagnostic] in
        [
          .personalValues("v", finding, count: 1, at: Self.place),
          .columnMadePrivate("v", finding, count: 2, at: Self.place),
        ]
      }
    let told = all.map { CatalogueTests().text([$0]) }.joined(separator: "\n")
    #expect(!told.contains("สมศรี") && !told.contains("56789") && !told.contains("1234"))
    try expectGolden(told + "\n", "Planted/drafts.txt")
  }
}
