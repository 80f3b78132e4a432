import SaanData
import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// An address that was published once and that nothing answers now, in every language that it had.
package struct GoneAddress: Sendable {
  /// The site paths, such as `/th/old/` and `/en/old/`, each with its language.
  fileprivate(set) var places: [(path: String, language: Language.Tag?)]
  /// What to write under `aliases`: the path without its language.
  package let alias: String
  /// Whether no alias answers it, because it lies in no language: `redirects` does.
  let isOutside: Bool
  /// The article that most likely took its place.
  package fileprivate(set) var successor: Entry?

  /// The site paths.
  package var paths: [String] { places.map(\.path) }

  /// The line of `redirects` that leads to the page which took its place.
  ///
  /// - Parameter unknown: what stands for that page where nobody knows it.
  func redirect(or unknown: String) -> String {
    let key = successor.map { $0.key.isEmpty ? "/" : $0.key }
    return "\(alias): \(key ?? unknown)"
  }

  /// The file that the alias of an address belongs into: of the same language, if there is one.
  func file(for language: Language.Tag?) -> String? {
    successor.map { (language.map($0.page) ?? $0.original).source.path }
  }

  /// The files that the alias belongs into, in the order of the site's languages.
  var files: [String] {
    let named = Set(places.compactMap { file(for: $0.language) })
    return (successor?.pages ?? []).map(\.source.path).filter(named.contains)
  }
}

/// The addresses that the last build published, or one before it, and that nothing answers now.
package func goneAddresses(
  _ former: FormerAddresses, _ site: Site, _ plan: BuildPlan
) -> [GoneAddress] {
  // What a redirect should answer and does not is told of with the redirect; a file that was
  // withdrawn says nothing.
  let settled = Set(
    (site.settings.redirects.map(\.from) + site.settings.gone)
      .compactMap { try? OldAddress($0.value) }.map { PublishedAddresses.output(for: $0.path) })
  // What its author holds back is not lost.
  let heldBack = site.outputsHeldBack(plan.routes)
  // Nor is what waits for the site's own address.
  let unaddressed =
    plan.routes.baseURL == nil ? OutputFormat.all.filter(\.needsBaseURL) : []
  let gone = former.gone { plan.publishes("/" + $0) || settled.contains($0) }
    .filter { output in !heldBack.contains(output) && !unaddressed.contains { $0.names(output) } }
  guard !gone.isEmpty else { return [] }
  var byTitle: [TitleMark: Entry?] = [:]
  for (entry, page) in site.allPages {
    let mark = TitleMark(page.title)
    let isOther = byTitle[mark].map { $0?.key != entry.key } ?? false
    byTitle[mark] = isOther ? .some(nil) : entry
  }
  return grouped(gone, plan.routes.languages) { output in
    byTitle[former.mark(of: output)] ?? nil
  }
}

/// The outputs that are gone, those of one page in its languages together.
///
/// - Parameter successor: the article that most likely took the place of an output.
private func grouped(
  _ outputs: [String], _ languages: [Language], successor: (_ output: String) -> Entry?
) -> [GoneAddress] {
  let isOneAtTheTop = languages.contains { $0.prefix.isEmpty }
  var groups: [GoneAddress] = []
  var positions: [String: Int] = [:]
  for output in outputs {
    let path = "/" + output.sitePath
    let language = languages.first { !$0.prefix.isEmpty && path.hasPrefix("/\($0.prefix)/") }
    let isPage = path.hasSuffix("/")
    let alias = isPage ? String(path.dropFirst((language?.prefix.utf8.count ?? -1) + 1)) : path
    let isOutside = isPage && language == nil && !isOneAtTheTop
    let name = (isOutside ? "redirects" : "") + alias
    if positions[name] == nil {
      positions[name] = groups.count
      groups.append(GoneAddress(places: [], alias: alias, isOutside: isOutside, successor: nil))
    }
    guard let position = positions[name] else { continue }
    groups[position].places.append((path, language?.tag))
    groups[position].successor = groups[position].successor ?? successor(output)
  }
  return groups
}

/// What to say of addresses that are gone: each for itself, and of many the number.
func warnings(of gone: [GoneAddress], limit: Int = 20) -> [Diagnostic] {
  gone.prefix(limit).map { .addressGone($0) }
    + (gone.count > limit ? [.manyAddressesGone(gone.count - limit)] : [])
}

extension [GoneAddress] {
  /// A line per address: its path, the file that may have taken its place or answers for it, and
  /// the line to add there.
  package var table: String {
    flatMap { gone in
      gone.places.map { path, language in
        if gone.isOutside {
          return "\(path)  → site.yaml  redirects: {\(gone.redirect(or: "…"))}\n"
        }
        let line = gone.file(for: language).map { "  → \($0)  aliases: [\(gone.alias)]" } ?? ""
        return path + line + "\n"
      }
    }.joined()
  }

  /// An array of objects with `path`, `alias` and `successor`; of an address in no language with
  /// `redirect` for the alias.
  package var json: String {
    let lines = flatMap { gone in
      gone.places.map { path, language in
        let fields = [
          ("path", path), (gone.isOutside ? "redirect" : "alias", gone.alias),
          ("successor", gone.file(for: language)),
        ]
        let members = fields.compactMap { name, value in
          value.map { "\(jsonString(name)): \(jsonString($0))" }
        }
        return "  {" + members.joined(separator: ", ") + "}"
      }
    }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }
}
