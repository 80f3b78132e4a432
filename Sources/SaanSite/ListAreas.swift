import SaanData
import SaanModel
import SaanText

/// Areas to choose from, with the codes that tables and articles name them by.
package struct AreaList: Sendable {
  private let areas: AreaTable
  private let shown: [Area]

  /// Lists the areas that a site knows down to its provinces or, of all in the country, those whose
  /// names hold a text.
  ///
  /// Whatever is wrong with the site is no matter: who puts it right may need the list.
  package init(_ tree: SourceTree, _ options: BuildOptions, search: String?) async throws {
    let settings = loadSettings(tree).value
    let package = try await loadData(tree, options, settings).value.package
    areas = allAreas(
      of: package, in: tree.gazetteer, settings?.gazetteer ?? GazetteerSettings())
    let wide: Set<AreaClass> = [.country, .region, .province]
    shown =
      search.map(areas.containing) ?? areas.described.filter { wide.contains($0.areaClass) }
  }

  private func rows(_ language: MessageLanguage?) -> [[(name: String, value: JSONDocument)]] {
    let tag: Language.Tag = language == .english ? .english : .thai
    return shown.map { area in
      let around = areas.path(upFrom: area).map { $0.name[tag] }.joined(separator: " ")
      return [
        ("code", .text(area.code)),
        ("class", .text(language == .thai ? area.areaClass.thai : area.areaClass.rawValue)),
        ("name", .text(area.name[.thai])), ("name_en", .text(area.name[.english])),
        ("postal_code", .text(area.postalCode ?? "")), ("in", .text(around)),
      ]
    }
  }

  /// A line per area in columns, with a heading.
  package func table(language: MessageLanguage) -> String { listTable(rows(language), language) }

  /// An array of objects.
  package var json: [UInt8] { listJSON(rows(nil)) }

  /// Whether no area was found.
  package var isEmpty: Bool { shown.isEmpty }
}
