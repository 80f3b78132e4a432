import SaanData
import SaanText

/// What search finds an indicator's page by.
extension IndicatorView {
  /// The values that its page states: all of the areas told in full, with the words beside them, of
  /// the others the one that is shown and those that disagree with it.
  private var stated: [(value: FigureView, inFull: Bool)] {
    let (full, short) = cellsByDetail
    // A table of more areas has no place for words.
    let haveWords = short.count <= Self.areasWithWords
    let inFull = full.flatMap { cell in
      cell.figure.values.map { (view($0), true) }
        + [sum(cell.figure)].compactMap { $0 }.map { ($0, true) }
        + cell.figure.unadded.map { (view(figures.observation($0.observation)), false) }
    }
    let inShort = short.flatMap { cell -> [(FigureView, Bool)] in
      guard let shown = cell.figure.shown.map(view) ?? sum(cell.figure) else { return [] }
      return [(shown, haveWords)] + shown.others.map { ($0, false) }
    }
    return (inFull + inShort).filter { $0.0.value != nil }
  }

  private static let areasWithWords = 24

  /// The numbers of these values, each once: who has read one looks for its page by it.
  var numbers: [String] {
    var seen = Set<String>()
    return stated.map(\.value.number).filter { seen.insert($0).inserted }
  }

  /// What its page says beside its name and description.
  var texts: [String] {
    let words = [indicator.unit?[reader.tag].other, indicator.universe?[reader.tag], scopeText]
    return words.compactMap { $0 } + stated.flatMap { $0.value.texts(inFull: $0.inFull) }
  }

  private func view(_ value: Observation) -> FigureView {
    FigureView(reader: reader, observation: value, isPicked: false)
  }

  private func sum(_ figure: Figure) -> FigureView? {
    figure.rollup.map {
      FigureView(reader: reader, rollup: $0, of: figure.indicator, in: figure.area)
    }
  }
}

extension FigureView {
  /// What pages say of a value: how much of what and where it is, and in full the words beside it.
  func texts(inFull: Bool) -> [String] {
    let area = figures.areas.all[areaIndex]
    // Of what is of the whole country nobody says so.
    let place = together ?? (area.areaClass == .country ? nil : area.name[reader.tag])
    let own = [text, ownName, place].compactMap { $0 }
    guard inFull else { return own }
    let words = [
      asOf?.text(.medium, in: reader.language), observation?.quote ?? observation?.valueText,
      observation?.note?[reader.tag], observation?.rankReason?[reader.tag], reason,
    ]
    return own + words.compactMap { $0 }
  }
}
