import SaanText
import Testing

@testable import SaanData

@Suite struct BadInputTests {
  /// `น่าน` in CP874.
  private let oldThai: [UInt8] = [0xB9, 0xE8, 0xD2, 0xB9]

  @Test func oldEncodingsAreToldWithTheCommand() {
    let file = Array("id,name\n1,Nan\n2,".utf8) + oldThai + [0x0A]
    #expect(
      read(file, path: "x.csv").report == """
        error[wrong-encoding]: the file is written in CP874, not in UTF-8
          --> x.csv › row 3
           = hint: convert it: iconv -f CP874 -t UTF-8 'x.csv' > 'x.csv.utf8'

        """)
    let mixed = Array("id,name\n1,แพร่\n2,".utf8) + oldThai + [0x0A]
    #expect(
      read(mixed, path: "x.csv").report.hasPrefix(
        "error[mixed-encodings]: the file is UTF-8 up to here and goes on in CP874 (TIS-620)\n"
          + "  --> x.csv › row 3\n"))
    let wide: [UInt8] = [0xFF, 0xFE, 0x69, 0, 0x64, 0, 0x0A, 0]
    #expect(
      read(wide, path: "x.csv").report.hasPrefix(
        "error[wrong-encoding]: the file is written in UTF-16, not in UTF-8"))
    #expect(
      read(Array("id\nx".utf8) + [0xFE, 0x80], path: "x.csv").report == """
        error[wrong-encoding]: the bytes here are no UTF-8 text
          --> x.csv › row 2
           = hint: save the file as 'CSV UTF-8'

        """)
  }

  @Test func everyBrokenSequenceIsNoticed() {
    let broken: [[UInt8]] = [
      [0x80], [0xC2], [0xE0, 0x80, 0x80], [0xE0, 0xB8], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98], [0],
    ]
    for sequence in broken {
      for lead in 0..<17 {
        let bytes = [UInt8](repeating: 0x61, count: lead) + sequence
        #expect(mistake(in: bytes) == lead)
        #expect(mistake(in: bytes + Array("xxxxxxxxx".utf8)) == lead)
      }
    }
    #expect(mistake(in: Array("aกé€😀\u{7F}ข".utf8)) == nil)
  }

  @Test func nulBytesAreRefused() {
    #expect(
      read(Array("id\nx\n".utf8) + [0], path: "x.csv").report == """
        error[nul-byte]: the file has a NUL byte, it is damaged or no text
          --> x.csv › row 3

        """)
  }

  @Test func filesWithoutATableAreTold() {
    #expect(
      read("", path: "x.csv").report
        == "error[no-header]: the file has no header row\n  --> x.csv\n")
    #expect(read("\n\n,,\n", path: "x.csv").report.hasPrefix("error[no-header]"))
    #expect(
      read("a", path: "x.ods").report == """
        error[unknown-format]: there is no data format 'ods'
          --> x.ods
           = hint: there are csv, tsv, json, yaml, xlsx

        """)
  }

  @Test func limitsAreToldWithAPlace() {
    var limits = DataLimits()
    limits.maximumRows = 3
    limits.maximumCellBytes = 100
    limits.maximumColumns = 5
    let rows = String(repeating: "x\n", count: 50)
    #expect(
      read("id\n" + rows, limits: limits).report == """
        error[too-many-rows]: the table has more than 3 rows, reading stops here
          --> funds.csv › row 5

        """)
    let long = String(repeating: "x", count: 101)
    for cell in [long, "\"\(long)\"", "\"\"\"\(long)\""] {
      #expect(
        read("id\n\(cell)\n", limits: limits).report.hasPrefix(
          "error[cell-too-long]: the value has 10"))
    }
    #expect(
      read("[{\"id\": \"\(long)\"}]", path: "x.json", limits: limits).report.hasPrefix(
        "error[cell-too-long]"))
    #expect(
      read("- id: \(long)\n", path: "x.yaml", limits: limits).report.hasPrefix(
        "error[cell-too-long]"))
    #expect(
      read("a,b,c,d,e,f\n", limits: limits).report == """
        error[too-many-columns]: the table has 6 columns, at most 5 are read
          --> funds.csv › row 1

        """)
    limits.maximumFileBytes = 10
    #expect(
      read("id\n" + rows, limits: limits).report
        == "error[file-too-large]: the file has 103 bytes, at most 10 are read\n  --> funds.csv\n")
  }

  @Test func anyCutOfAFileGivesAnAnswer() {
    let text = Array("id,name,\"q\"\"x\"\r\n1,\"น่าน, \"\"x\"\"\",2\r\n\"3\",,\n".utf8)
    for length in 0...text.count { _ = read(Array(text[..<length]), path: "x.csv") }
    let json = Array("[{\"a\": [1, {\"b\": \"\\u0e01\"}], \"c\": -1.5e3}, {\"c\": null}]".utf8)
    for length in 0..<json.count {
      #expect(read(Array(json[..<length]), path: "x.json").report != "")
    }
    let yaml = Array("- {a: [1, {b: \"\\u0e01\"}], c: -1.5e3}\n- c: ~\n".utf8)
    for length in 0..<yaml.count { _ = read(Array(yaml[..<length]), path: "x.yaml") }
  }
}

private func mistake(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { TextLook($0).mistake }
}
