import SaanText
import Testing

@testable import SaanData

@Suite struct TableRuleTests {
  @Test func aPrimaryKeyNamesOneRow() {
    let schema = TableSchema(
      fields: [Field("area"), Field("year", .year), Field("v")], primaryKey: ["area", "year"])
    let (_, report) = read("area,year,v\n10,2011,a\n10,2012,b\n10,2011,c\n,2011,d\n", schema)
    #expect(
      report == """
        error[duplicate-key]: the key (area, year) = (10, 2011) already stands in row 2
          --> funds.csv › row 4
           = hint: correct one of the two rows, or delete it if it says the same

        error[required-value]: 'area' must not be empty
          --> funds.csv › row 5 › area
           = hint: type the value, or delete the row where it is none of the table's; if the value may be missing, take 'required' out of the column's description

        """)
  }

  @Test func uniqueColumnsRepeatNothing() {
    let schema = TableSchema(fields: [
      Field("slug") { $0.constraints.unique = true },
      Field("n", .number) { $0.constraints.unique = true },
    ])
    let (_, report) = read("slug,n\nnan,1\n,2\n,1\nnan,3\n", schema)
    #expect(
      report == """
        error[duplicate-value]: '1' already stands in row 2
          --> funds.csv › row 4 › n
           = hint: correct one of the two rows, or delete it if it says the same

        error[duplicate-value]: 'nan' already stands in row 2
          --> funds.csv › row 5 › slug
           = hint: correct one of the two rows, or delete it if it says the same

        """)
  }

  @Test func manyKeysAreToldApart() {
    let schema = TableSchema(fields: [Field("id")], primaryKey: ["id"])
    let ids = (0..<20_000).map { "f-\(19_999 - $0)" }
    #expect(read("id\n" + ids.joined(separator: "\n"), schema).report == "")
    let (_, report) = read("id\n" + (ids + ["f-777"]).joined(separator: "\n"), schema)
    #expect(
      report.hasPrefix("error[duplicate-key]: the key (id) = (f-777) already stands in row 19224"))
  }

  @Test(arguments: [
    ("1\n2\n10\n11", false), ("1\n2\n2\n3", true), ("2\n1\n3", false), ("2\n1\n2", true),
    ("", false),
    ("f-9\nf-10\nf-9", true), ("b\na\nab", false),
  ])
  func keysInAnyOrderAreCompared(_ keys: String, _ hasDuplicate: Bool) {
    for type in [FieldType.string, .integer] where type == .string || !keys.contains("b") {
      guard type == .string || !keys.contains("f") else { continue }
      let schema = TableSchema(fields: [Field("id", type)], primaryKey: ["id"])
      #expect(read("id\n\(keys)\n", schema).report.contains("duplicate-key") == hasDuplicate)
    }
  }

  @Test func anEndComesAfterItsStart() {
    let schema = TableSchema(fields: [Field("start", .date), Field("end", .period)])
    let (_, report) = read(
      "start,end\n2011-10-03,2011\n2011-10-03,2011-10-02\n,2001\n2012-01-01,พ.ศ. 2554\n", schema)
    #expect(
      report == """
        error[date-order]: 'end' 2011-10-02 lies before 'start' 2011-10-03
          --> funds.csv › row 3 › end
           = hint: correct the date that is wrong

        error[date-order]: 'end' 2011 lies before 'start' 2012-01-01
          --> funds.csv › row 5 › end
           = hint: correct the date that is wrong

        """)
  }

  @Test func headersFindTheirFields() {
    let schema = TableSchema(fields: [
      Field("id") { $0.constraints.required = true }, Field("name") { $0.aliases = ["ชื่อ"] },
      Field("members", .integer), Field("note"),
    ])
    let (table, report) = read(" ชื่อ ,id,membres,id,,x\nน่าน,1,2,3,4,5\n", schema)
    #expect(
      report == """
        error[duplicate-header]: two columns are headed 'id'
          --> funds.csv › row 1 › id
           = hint: give each column a name of its own

        error[empty-header]: column 5 has no header
          --> funds.csv › row 1
           = hint: write a name into the first row above it, or delete the column

        error[unknown-column]: table 'funds' has no field 'membres'
          --> funds.csv › row 1 › membres
           = hint: did you mean 'members'?

        error[unknown-column]: table 'funds' has no field 'x'
          --> funds.csv › row 1 › x
           = hint: add the field to the descriptor, or its header to a field's 'aliases'

        """)
    #expect(table?[0].string("name") == "น่าน")
    #expect(table?[0].isMissing("note") == true)
    #expect(table?[0].place("name") == .cell(path: "funds.csv", sheet: nil, row: 2, column: "ชื่อ"))
    #expect(
      read("name\nx\n", schema).report.hasPrefix(
        "error[missing-column]: table 'funds' needs a column 'id'\n  --> funds.csv › row 1\n"))
  }

  @Test func aTextFallsBackToTheOtherLanguage() {
    let table = read("name,name@en\nน่าน,Nan\nแพร่,\n").table
    #expect(table?[0].string("name", in: .english)?.text == "Nan")
    #expect(table?[0].string("name", in: .english)?.language == .english)
    #expect(table?[1].string("name", in: .english)?.language == .thai)
    #expect(table?[1].string("name", in: .english)?.text == "แพร่")
  }
}
