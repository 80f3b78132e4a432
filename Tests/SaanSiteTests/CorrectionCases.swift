/// Mistakes of releases, of corrections and of what is said of values that differ.
extension MistakeTests.Case {
  static let corrections = [
    Self("release-emptied", withData: ["content/data/releases/2024-01-01.json": "[]"]),
    Self("release-moved", withData: ["content/data/releases/2024-02-01.json": releaseOfJanuary]),
    Self("release-ahead", withData: ["content/data/releases/2054-01-01.json": released()]),
    Self(
      "bound-without-correction",
      withData: ["content/data/releases/2024-01-01.json": released(status: "E")]),
    Self(
      "withdrawal-without-correction",
      withData: [
        "content/data/releases/2024-01-01.json": released(value: "77", source: "old")
      ]),
    Self(
      "unit-without-announcement",
      withData: ["content/data/releases/2024-01-01.json": releaseOfOtherUnit]),
    Self(
      "correction-before-release",
      withData: corrected("5900,,5910,,error,2024-01-10", "5910,,5915,,error,2024-01-15")
        .merging([
          "content/data/releases/2024-01-01.json": released(value: "5900"),
          "content/data/releases/2024-02-01.json": released(value: "5910"),
        ]) { $1 }),
    Self(
      "correction-of-other-source",
      withData: corrected("5910,,5915,,error,2024-01-02", source: "third")
        .merging([
          "content/data/sources.csv":
            "id,title,producer\nnew,เล่มใหม่,ก\nold,เล่มเก่า,ก\nthird,เล่มสาม,ก\n"
        ]) { $1 }),
    Self("correction-changes-nothing", withData: corrected("5915,,5915,,error,2024-01-02")),
    Self(
      "correction-repeated",
      withData: corrected("5910,,5915,,error,2024-01-02", "5910,,5915,,error,2024-01-03")),
    Self("correction-ahead", withData: corrected("5910,,5915,,error,2054-01-02")),
    Self("correction-of-other-bound", withData: corrected("5910,,5915,about,error,2024-01-02")),
    Self("correction-not-withdrawn", withData: corrected("5915,,,,error,2024-01-02")),
    Self("correction-with-bad-bound", withData: corrected("5910,roughly,5915,,error,2024-01-02")),
    Self(
      "explained-without-reason",
      withData: differing(
        "a,funds.count,TH,new; old,unexplained,explained,,\nb,funds.size,TH,,unexplained,asked_source,ก,\n"
      )),
    Self(
      "earlier-years-differ",
      withData: differing(
        "b,funds.size,TH,,unexplained,open,ก,\n",
        "funds.count,TH,2013-05-01,stated,4105,new,\n")),
  ]

  /// A release with one value, as earlier versions wrote it.
  private static func released(
    value: String = "5915", status: String = "A", source: String = "new"
  ) -> String {
    """
    [{"kind": "value", "indicator": "funds.count", "area": "TH", "source": "\(source)", \
    "date": "2022-10-26", "value": \(value), "status": "\(status)", "rank": "normal"}]
    """
  }

  /// The file of 1 January 2024 with its digest.
  private static let releaseOfJanuary = """
    [
    {"table": "release", "date": "2024-01-01", "digest": "9aae98afc1eb3d520cfd5e7e17b576d34c71c1d02a7ce6de59a8763cfc669454"},
    {"table": "observations", "indicator": "funds.count", "area": "TH", "as_of": "2022-10-26", "as_of_basis": "stated", "value": "5915", "source": "new", "quote": "5,915 กองทุน"}
    ]

    """

  /// A release of the same day in which the number of funds had another unit.
  private static let releaseOfOtherUnit = """
    [
    {"table": "release", "date": "2024-01-01", "digest": "1df880b9e5490a5183919093de6f9639d4a44acd0329da4066db2582baa47ba8"},
    {"table": "indicators", "id": "funds.count", "name": "กองทุน", "name@en": "Funds", "unit": "บัญชี"},
    {"table": "observations", "indicator": "funds.count", "area": "TH", "as_of": "2022-10-26", "as_of_basis": "stated", "value": "5915", "source": "new", "quote": "5,915 กองทุน"}
    ]

    """

  /// Corrections of the number of funds, in a table that keeps bounds.
  private static func corrected(_ rows: String..., source: String = "new") -> [String: String] {
    let package = TestSite.withData.files["content/data/datapackage.yaml"] ?? ""
    let described = package.split(separator: "\n").filter { !$0.contains("name: corrections,") }
    return [
      "content/data/datapackage.yaml": described.joined(separator: "\n") + "\n",
      "content/data/corrections.csv":
        "indicator,area,source,previous_value,previous_bound,value,bound,kind,announced,reason\n"
        + rows.map { "funds.count,TH,\(source),\($0),ก\n" }.joined(),
    ]
  }

  /// Two figures about which sources differ, with what is said of that.
  private static func differing(_ rows: String, _ more: String = "") -> [String: String] {
    [
      "content/data/indicators.csv":
        "id,name,name@en,unit\nfunds.count,กองทุน,Funds,กองทุน\nfunds.size,ขนาด,Size,คน\n",
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,source,quote
      funds.count,TH,2022-10-26,stated,5915,new,
      funds.count,TH,2022-10-20,stated,5911,old,
      funds.count,TH,2013-08-31,stated,4101,old,
      funds.size,TH,2022-10-26,stated,40,new,
      funds.size,TH,2022-10-20,stated,44,old,
      \(more)
      """,
      "content/data/reconciliations.csv":
        "id,indicator,area,sources,cause,status,reason,asked\n" + rows,
    ]
  }
}
