import Foundation
import SaanTemplate

/// A folder of templates, one per engine's language, and the data that all of them show.
struct BenchPage {
  let name: String
  let folder: URL
  let data: [String: JSON]

  init(folder: URL) throws {
    self.folder = folder
    name = folder.lastPathComponent
    data = try JSONDecoder().decode(
      [String: JSON].self, from: Data(contentsOf: folder.appending(path: "data.json")))
  }

  func hasFile(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  func text(_ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  /// The files of the Jinja language by name.
  func templates() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".html") }.map { ($0, try text($0)) }
  }
}

/// A value as the data file holds it, for engines that want it in their own types.
enum JSON: Decodable {
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case list([JSON])
  case map([String: JSON])

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .none
    } else if let value = try? single.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? single.decode(Int.self) {
      self = .int(value)
    } else if let value = try? single.decode(Double.self) {
      self = .double(value)
    } else if let value = try? single.decode(String.self) {
      self = .string(value)
    } else if let value = try? single.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .map(try single.decode([String: JSON].self))
    }
  }

  /// What our engine takes.
  var value: Value {
    switch self {
    case .none: .none
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .double(let value): .double(value)
    case .string(let value): .string(value)
    case .list(let values): .list(values.map(\.value))
    case .map(let map):
      .map(TemplateMap(map.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) }))
    }
  }

  /// What the peers take.
  var plain: Any {
    switch self {
    case .none: Optional<Int>.none as Any
    case .bool(let value): value
    case .int(let value): value
    case .double(let value): value
    case .string(let value): value
    case .list(let values): values.map(\.plain)
    case .map(let map): map.mapValues(\.plain)
    }
  }
}
