import SaanTemplate

/// The fields of a small record that templates see as a map: written once, shared by all its
/// values.
struct RecordShape: Sendable {
  let type: ObjectType
  private let keys: MapKeys

  /// Describes a record.
  init(_ name: String, _ fields: KeyValuePairs<String, ValueType>) {
    type = ObjectType(name, fields.map { ObjectType.Field(name: $0.key, type: $0.value) })
    keys = MapKeys(fields.map(\.key))
  }

  /// Makes a record of the values, in the order of the fields.
  func callAsFunction(_ values: Value...) -> Value { .map(TemplateMap(keys: keys, values: values)) }

  static let languageLink = RecordShape(
    "translation",
    [
      "lang": .string, "name": .string, "url": .string, "title": .string, "is_fallback": .bool,
      "current": .bool,
    ])
  static let assetSize = RecordShape("size", ["width": .number, "height": .number])
  static let alternate = RecordShape("alternate", ["hreflang": .string, "url": .string])
  static let heading = RecordShape(
    "heading", ["level": .number, "id": .string, "title": .string])
  static let picture = RecordShape(
    "image",
    [
      "src": .string, "alt": .string, "caption": .string, "credit": .string, "width": .number,
      "height": .number,
    ])
  static let term = RecordShape(
    "term", ["slug": .string, "title": .string, "url": .string, "count": .number])
  static let taxonomy = RecordShape(
    "taxonomy", ["title": .string, "url": .string, "terms": .list(of: .record(term.type))])
  static let area = RecordShape(
    "area link", ["code": .string, "name": .string, "slug": .string, "url": .string])
  static let areaValue = RecordShape(
    "value of a wider area",
    [
      "area": .string, "text": .string, "value": .string, "proviso": .string, "at_least": .bool,
    ])
  static let trend = RecordShape(
    "trend", ["text": .string, "count": .number, "first": .any, "last": .any])
  static let pageGroup = RecordShape(
    "pages of a collection",
    [
      "name": .string, "title": .string, "url": .string, "count": .number,
      "items": .list(of: .object(PageView.self)),
    ])
  static let organisation = RecordShape(
    "organisation",
    [
      "id": .string, "name": .string, "name_lang": .string, "kind": .string, "parent": .string,
      "members_count": .number, "organisations_count": .number, "url": .string, "note": .string,
    ])
  static let pageLink = RecordShape("link", ["title": .string, "url": .string])
  static let menuLink = RecordShape(
    "menu entry", ["title": .string, "url": .string, "active": .bool, "ancestor": .bool])
  static let yearGroup = RecordShape(
    "group",
    ["title": .string, "slug": .string, "items": .list(of: .object(PageView.self))])
  static let paginatorPage = RecordShape(
    "paginator page", ["number": .number, "url": .string, "current": .bool, "after_gap": .bool])
  static let paginator = RecordShape(
    "paginator",
    [
      "number": .number, "total": .number, "previous_url": .string, "next_url": .string,
      "pages": .list(of: .record(paginatorPage.type)),
    ])
  static let siteLanguage = RecordShape(
    "language",
    [
      "tag": .string, "name": .string, "home": .string, "title": .string, "description": .string,
      "notice": .string,
    ])
  static let reconciliation = RecordShape(
    "reconciliation", ["cause": .string, "status": .string, "reason": .string])
  static let source = RecordShape(
    "source",
    [
      "id": .string, "title": .string, "title_lang": .string, "producer": .string, "url": .string,
      "date_published": .any, "date_accessed": .any, "archived_url": .string, "note": .string,
    ])
  static let indicatorGroup = RecordShape(
    "indicator group",
    ["title": .string, "slug": .string, "items": .list(of: .object(IndicatorView.self))])
  static let rollup = RecordShape(
    "rollup",
    [
      "text": .string, "origin": .string, "register": .string, "count": .number,
      "reported": .number, "expected": .number, "area_class": .string, "is_complete": .bool,
      "at_least": .bool, "oldest": .any, "newest": .any, "published": .object(FigureView.self),
      "difference": .string, "completeness": .string,
    ])
  static let citingPage = RecordShape(
    "citing page",
    [
      "title": .string, "title_lang": .string, "url": .string, "text_lang": .string,
      "sentences": .list(of: .string),
    ])
  static let citation = RecordShape("citation", ["lang": .string, "text": .string])
  static let column = RecordShape(
    "column",
    [
      "name": .string, "type": .string, "title_th": .string, "title_en": .string,
      "description": .string, "description_lang": .string, "required": .bool, "unit": .string,
      "example": .string, "allowed": .list(of: .string),
    ])
  static let licence = RecordShape(
    "licence", ["name": .string, "title": .string, "url": .string])
  static let origin = RecordShape(
    "origin", ["title": .string, "title_lang": .string, "url": .string])
  static let change = RecordShape(
    "change",
    [
      "name": .string, "url": .string, "source": .string, "as_of": .any, "before": .string,
      "after": .string, "kind": .string,
    ])
  static let changeGroup = RecordShape(
    "change group",
    [
      "id": .string, "date": .any, "added": .list(of: .record(change.type)),
      "changed": .list(of: .record(change.type)), "removed": .list(of: .record(change.type)),
      "corrected": .list(of: .record(change.type)),
    ])
  static let correction = RecordShape(
    "correction",
    [
      "name": .string, "url": .string, "area_code": .string, "area": .string, "announced": .any,
      "before": .string, "after": .string, "kind": .string, "reason": .string,
    ])
  static let registerColumn = RecordShape(
    "register column",
    ["name": .string, "title": .string, "type": .string, "unit": .string, "numeric": .bool])
  static let registerTotal = RecordShape(
    "total",
    [
      "name": .string, "title": .string, "text": .string, "unit": .string, "value": .string,
      "count": .number, "at_least": .bool,
    ])
  static let registerPlace = RecordShape(
    "register place",
    [
      "code": .string, "name": .string, "url": .string, "count": .number,
      "totals": .list(of: .record(registerTotal.type)), "completeness": .string,
    ])
  static let areaRegister = RecordShape(
    "register of an area",
    [
      "name": .string, "title": .string, "title_lang": .string, "url": .string, "count": .number,
      "totals": .list(of: .record(registerTotal.type)), "completeness": .string,
    ])
  static let recordField = RecordShape(
    "record field",
    [
      "name": .string, "title": .string, "text": .string, "unit": .string, "lang": .string,
      "numeric": .bool, "missing": .bool, "value": .string,
    ])
}
