import SaanText
import Testing

@testable import SaanData

@Suite struct OutputTests {
  private let schema = TableSchema(fields: [
    Field("id"), Field("n", .integer), Field("x", .number), Field("ok", .boolean),
    Field("d", .date),
    Field("y", .year), Field("p", .period), Field("secret") { $0.isPrivate = true },
  ])
  private let text = """
    id,n,x,ok,d,y,p,secret
    "a ""b"", c","1,000",1.50,ใช่,3 ต.ค. 2554,2011,พ.ศ. 2554,s
    =1+1,-5,-0.5,false,,,2011-10-01/2012-09-30,
    """

  private func json(_ table: Table?) -> String {
    var bytes: [UInt8] = []
    if let table { jsonRecords(table) { bytes += $0 } }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func csv(_ table: Table?, isForExcel: Bool = false) -> String {
    var bytes: [UInt8] = []
    if let table { csvText(table, isForExcel: isForExcel) { bytes += $0 } }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func recordsHaveTypedValues() {
    let (table, report) = read(text, schema)
    #expect(report == "")
    #expect(
      json(table) == #"""
        [
        {"id": "a \"b\", c", "n": 1000, "x": 1.50, "ok": true, "d": "2011-10-03", "y": 2011, "p": "2011"},
        {"id": "=1+1", "n": -5, "x": -0.5, "ok": false, "d": null, "y": null, "p": "2011-10/2012-09"}
        ]

        """#)
    #expect(json(read("id\n").table) == "[]\n")
  }

  @Test func recordsReadBackAsTheSameTable() {
    let table = read(text, schema).table
    var publicSchema = schema
    publicSchema.fields.removeLast()
    let again = read(Array(json(table).utf8), path: "x.json", publicSchema)
    #expect(again.report == "")
    #expect(json(again.table) == json(table))
  }

  @Test func spreadsheetsGetNoFormulas() {
    #expect(
      csv(read(text, schema).table)
        == "id,n,x,ok,d,y,p\r\n\"a \"\"b\"\", c\",1000,1.50,true,2011-10-03,2011,2011\r\n"
        + "=1+1,-5,-0.5,false,,,2011-10/2012-09\r\n")
    #expect(csv(read(text, schema).table, isForExcel: true).contains("\r\n'=1+1,-5,-0.5,"))
    let cells = ["=A1", "+1", "+x", "-", "-3.5", "-cmd", "@x", "\tx", "'x", "ก", "+66 8"]
    let table = read("v\n" + cells.map { "\"\($0)\"\n" }.joined()).table
    #expect(
      csv(table)
        == "v\r\n=A1\r\n+1\r\n+x\r\n-\r\n-3.5\r\n-cmd\r\n@x\r\nx\r\n'x\r\nก\r\n+66 8\r\n")
    #expect(
      csv(table, isForExcel: true)
        == "\u{FEFF}v\r\n'=A1\r\n+1\r\n'+x\r\n'-\r\n-3.5\r\n'-cmd\r\n'@x\r\nx\r\n'x\r\nก\r\n'+66 8\r\n"
    )
    #expect(csv(read("v\n1\n").table, isForExcel: true) == "\u{FEFF}v\r\n1\r\n")
  }

  @Test func digestsAreThoseOfTheStandard() {
    func hex(_ text: String, pieces: Int = 1) -> String {
      var digest = SHA256()
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: max(1, bytes.count / pieces)) {
        digest.add(Array(bytes[start..<min(bytes.count, start + max(1, bytes.count / pieces))]))
      }
      return digest.hex()
    }
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(hex(long) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    let million = String(repeating: "a", count: 1_000_000)
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(hex(million) == digest)
    #expect(hex(million, pieces: 777) == digest)
  }

  @Test func aDraftReadsBackWithoutMistakes() {
    let file = DataFile(
      path: "data/กองทุน 2565.csv",
      bytes: Array(
        """
        รหัส,ชื่อ,Members (people),capital,as of,year,status,phone,code
        001,น่าน,"1,000",20.5,3 ต.ค. 2554,2011,active,0812345678,10
        002,แพร่,-,1,2011-10-04,2012,active,0898765432,20
        003,ตาก,5,2,2011-10-05,2013,active,,30
        004,เลย,6,3,2011-10-06,2014,inactive,0812345678,40
        005,ยะลา,7,4,2011-10-07,2015,inactive,0812345678,50
        006,ตรัง,8,4,2011-10-07,2015,inactive,0812345678,60
        007,ระยอง,9,4,2011-10-07,2015,inactive,0812345678,70
        008,พังงา,10,4,2011-10-07,2015,inactive,0812345678,80
        009,ชุมพร,11,4,2011-10-07,2015,inactive,0812345678,90
        010,นครปฐม,12,4,2011-10-07,2015,inactive,0812345678,91

        """.utf8))
    let outcome = inferSchema(file)
    #expect(outcome.diagnostics.all.map(\.code) == ["column-made-private"])
    let draft = outcome.value ?? ""
    #expect(
      draft == """
        # ร่างจากข้อมูล ตรวจชนิดของค่า แล้วเพิ่มชื่อ หน่วย และกฎ · a draft made from the data: check the types, then add titles, units and rules
        name: table
        resources:
          - name: table
            path: "กองทุน 2565.csv"
            title: {th: "กองทุน 2565"}
            schema:
              fields:
                - {name: id, type: string, aliases: [รหัส], title: {th: รหัส}, constraints: {required: true, pattern: "[0-9]{3}"}}
                - {name: name, type: string, aliases: [ชื่อ], title: {th: ชื่อ}, constraints: {required: true}}
                - {name: members_people, type: integer, aliases: ["Members (people)", Members], title: {en: Members}, unit: {th: คน, en: people}}
                - {name: capital, type: number, title: {en: Capital}}
                - {name: as_of, type: date, aliases: ["as of"], title: {en: "as of"}, calendar: buddhist}
                - {name: year, type: year, title: {th: ปี, en: Year}}
                - {name: status, type: string, title: {en: Status}, constraints: {enum: [active, inactive]}}
                - {name: phone, type: string, private: true}
                - {name: code, type: string, title: {en: Code}, constraints: {pattern: "[0-9]{2}"}}
              primaryKey: id
              missingValues: ["-"]

        """)
    let parsed = PackageDescriptor.parse(SourceFile(path: "d.yaml", text: draft))
    #expect(parsed.diagnostics.isEmpty)
    let read = readTable(file, as: parsed.value.resources[0])
    #expect(read.diagnostics.isEmpty)
    #expect(read.value?[1].isMissing("members_people") == true)
  }
}
