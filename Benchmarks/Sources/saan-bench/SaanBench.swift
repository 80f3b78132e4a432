import Foundation

/// `saan-bench generate`: writes a synthetic site at a chosen scale.
@main
struct SaanBench {
  static func main() {
    do {
      let options = try GenerateOptions(Array(CommandLine.arguments.dropFirst()))
      try SyntheticSite(options).write()
    } catch {
      FileHandle.standardError.write(Data("saan-bench: \(error)\n".utf8))
      exit(1)
    }
  }
}

/// What the command line asks for.
struct GenerateOptions {
  var scale = 1.0
  var seed: UInt64 = 2565
  var output = URL(filePath: ".")
  /// Where the theme and the real areas are copied from.
  var repository = URL(filePath: FileManager.default.currentDirectoryPath)

  static let usage = """
    usage: saan-bench generate [--scale 1] [--seed 2565] [--repository DIR] OUTPUT
    Writes a synthetic site of the size of the whole country times the scale. OUTPUT must be new or
    empty. The theme and the areas come from a checkout of Saan: the working directory or DIR.
    """

  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    guard rest.popFirst() == "generate" else { throw UsageError(message: Self.usage) }
    var output: String?
    while let argument = rest.popFirst() {
      switch argument {
      case "--scale":
        guard let scale = rest.popFirst().flatMap(Double.init), scale > 0, scale <= 100 else {
          throw UsageError(message: "--scale wants a number above 0 and up to 100")
        }
        self.scale = scale
      case "--seed":
        guard let seed = rest.popFirst().flatMap(UInt64.init) else {
          throw UsageError(message: "--seed wants a whole number")
        }
        self.seed = seed
      case "--repository":
        guard let folder = rest.popFirst() else { throw UsageError(message: Self.usage) }
        repository = URL(filePath: folder)
      default:
        guard output == nil, !argument.hasPrefix("-") else {
          throw UsageError(message: "unknown argument “\(argument)”\n\(Self.usage)")
        }
        output = argument
      }
    }
    guard let output else { throw UsageError(message: Self.usage) }
    self.output = URL(filePath: output)
  }

  /// How many there are of what are `count` at national scale.
  func scaled(_ count: Int) -> Int { max(1, Int((Double(count) * scale).rounded())) }
}

/// What was wrong with the command line.
struct UsageError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
