import SaanText

/// A field that a page asked for under a name that it had once.
struct FormerName {
  let name: String
  /// The instruction that asked.
  let position: Int
  let diagnostic: Diagnostic
}

extension Renderer {
  /// Notes it when a member that was read has another name today.
  @inline(__always)
  mutating func noteFormerName(_ member: Int, of object: Value, at position: Int) {
    if object.hasFormerNames { note(members[member].name, of: object, at: position) }
  }

  /// Notes it when an element that was read is a field that has another name today.
  mutating func noteFormerName(_ index: Value, of object: Value, at position: Int) {
    if object.hasFormerNames, let name = index.text { note(name, of: object, at: position) }
  }

  /// Notes it when an argument of a filter, such as `sort(attribute="area.name")`, names a field of
  /// the first element that has another name today.
  mutating func noteFormerNames(in arguments: Arguments, of value: Value, at position: Int) {
    let first: Value?
    switch value {
    case .list(let values), .tuple(let values): first = values.first
    default: first = value
    }
    guard let first, first.fieldKeys != nil else { return }
    let texts = (arguments.values + arguments.more + arguments.moreNamed.map(\.1)).compactMap(
      \.text)
    for path in texts.flatMap({ $0.split(separator: ",") }) {
      let names = path.split(separator: ".").map(String.init)
      var object = first
      for (index, name) in names.enumerated() {
        noteFormerName(.string(name), of: object, at: position)
        guard index < names.count - 1, let next = read(MemberName(name), of: object) else { break }
        object = next
      }
    }
  }

  @inline(never)
  private mutating func note(_ name: String, of object: Value, at position: Int) {
    guard let today = object.fieldKeys?.nameToday(of: name),
      let unit = program.unit(at: position),
      !formerNames.contains(where: { $0.position == position && $0.name == name })
    else { return }
    let place = program.places[position]
    // Where the type was known before rendering it has been told.
    let isTold = program.formerNames[unit.template].contains {
      Int(place.lower) <= $0.lowerBound && $0.upperBound <= Int(place.upper)
    }
    guard !isTold else { return }
    let span = program.templates[unit.template].file.span(place)
    formerNames.append(
      FormerName(
        name: name, position: position,
        diagnostic: .renamedField(name, to: today, at: span)))
  }
}
