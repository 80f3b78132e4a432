/// Mistakes in the settings of registers and in their tables.
extension MistakeTests.Case {
  private init(register name: String, replacing old: String, with new: String, in path: String) {
    self.init(name, TestSite.withForests.replacing(old, with: new, in: path).files)
  }

  static let registers: [Self] = [
    Self(
      register: "register-row-without-area", replacing: "f-4,ป่าน่าน,Nan wood,5501,",
      with: "f-4,ป่าน่าน,Nan wood,,", in: "content/data/forests.csv"),
    Self(
      register: "register-table", replacing: "table: forests", with: "table: forest",
      in: "site.yaml"),
    Self(
      register: "register-columns", replacing: "columns: [status,",
      with: "sort: nam, totals: [member], columns: [statsu, keeper, name,", in: "site.yaml"),
    Self(
      register: "register-group", replacing: "[province, district]", with: "[provinces, tambon]",
      in: "site.yaml"),
    Self(
      register: "register-path", replacing: "per_page: 2}", with: "path: ../ป่า, per_page: 0}",
      in: "site.yaml"),
    Self(
      register: "register-key", replacing: "per_page: 2}",
      with: "colums: [status], figures: [area]}",
      in: "site.yaml"),
    Self(
      register: "register-template", replacing: "per_page: 2}",
      with: "template: recrd.html}", in: "site.yaml"),
    Self(
      register: "register-without-area", replacing: "table: forests", with: "table: networks",
      in: "site.yaml"),
    Self(
      register: "register-without-id", replacing: "- {name: id}",
      with: "- {name: id, private: true}",
      in: "content/data/datapackage.yaml"),
    Self(
      register: "register-totals", replacing: "per_page: 2}", with: "totals: [members, status]}",
      in: "site.yaml"),
    Self(
      register: "register-ids", replacing: "f-4,", with: "๏,", in: "content/data/forests.csv"),
    Self(
      register: "register-same-ids", replacing: "f-4,", with: "F 2,",
      in: "content/data/forests.csv"),
  ]
}
