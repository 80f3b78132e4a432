import SaanData
import SaanModel
import SaanText

extension Site {
  /// What readers of a language are shown in another: the texts of the data's own descriptions, the
  /// areas and the values that have none in theirs.
  ///
  /// The titles of articles and the rows of registers are not among them: pages say of each of
  /// these what it is in.
  func borrowed(for reader: Language.Tag) -> BorrowedTexts {
    var texts = TextsByLanguage(reader: reader)
    for area in areas.all {
      texts.add(area.name)
      texts.add(area.abbreviation)
    }
    for indicator in figures.indicators {
      texts.add(indicator.name)
      texts.add(indicator.summary)
      texts.add(indicator.universe)
      texts.add(indicator.unit)
    }
    for value in figures.observations {
      texts.add(value.name)
      texts.add(value.unit)
      texts.add(value.note)
      texts.add(value.rankReason)
    }
    for source in figures.sources {
      texts.add(source.title)
      texts.add(source.producer)
      texts.add(source.note)
      texts.add(source.citation)
    }
    for organisation in figures.organisations {
      texts.add(organisation.name)
      texts.add(organisation.note)
    }
    let asked = figures.reconciliations.map(\.asked)
    for reason in figures.reconciliations.map(\.reason) + asked + figures.corrections.map(\.reason)
    {
      texts.add(reason)
    }
    let package = figures.package.descriptor
    for text in [package.title, package.description, settings.title] { texts.add(text) }
    for resource in package.resources { texts.add(resource.title) }
    for contributor in package.contributors { texts.add(contributor.title) }
    for licence in package.licenses { texts.add(licence.title) }
    for register in registers { texts.add(register.title) }
    for taxonomy in settings.taxonomies {
      for term in taxonomy.terms { texts.add(term.title) }
    }
    for collection in settings.collections { texts.add(collection.title) }
    return texts.borrowed
  }
}

/// Texts of a site as a reader sees them: their own, and those of other languages.
private struct TextsByLanguage {
  let reader: Language.Tag
  private var own: Set<String> = []
  private var others: [String: Language.Tag] = [:]

  init(reader: Language.Tag) { self.reader = reader }

  /// A text that looks the same in the reader's own language is theirs.
  var borrowed: BorrowedTexts {
    BorrowedTexts(others.filter { !own.contains($0.key) }, for: reader)
  }

  mutating func add(_ text: Localized<String>?) {
    guard let (text, language) = text?.resolved(for: reader) else { return }
    add(text, language)
  }

  mutating func add(_ unit: Localized<UnitName>?) {
    guard let (unit, language) = unit?.resolved(for: reader) else { return }
    add(unit.one, language)
    add(unit.other, language)
  }

  private mutating func add(_ text: String, _ language: Language.Tag?) {
    if let language, language != reader {
      if language != .thai { others[text] = language }
    } else {
      own.insert(text)
    }
  }
}
