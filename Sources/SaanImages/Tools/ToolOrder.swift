import SaanFiles
import SaanText

/// One file to be made by a program: all that decides what comes out.
package struct ToolOrder: Sendable {
  /// A file that the program finds in the folder where it works.
  package struct Input: Sendable {
    /// Its name there: letters, digits and an ending, chosen by us.
    package let name: String
    /// The digest of its content, so that it is read only when it is needed.
    package let digest: Digest
    package let read: @Sendable () throws(DiskError) -> [UInt8]

    /// Describes a file that is read when it is needed.
    package init(
      _ name: String, _ digest: Digest, read: @escaping @Sendable () throws(DiskError) -> [UInt8]
    ) {
      (self.name, self.digest, self.read) = (name, digest, read)
    }

    /// Describes a file that is at hand.
    package init(_ name: String, _ bytes: [UInt8]) {
      self.init(name, Digest(of: bytes)) { () throws(DiskError) in bytes }
    }
  }

  package let tool: Tool
  /// What the program is started with; no shell reads it, and names are those of the folder.
  package let arguments: [String]
  package let inputs: [Input]
  /// The name of the file that the program writes.
  package let output: String
  package var limits = ToolLimits()
  /// Whether a program that has something to say has not done its work: readers of pictures warn
  /// of files that break off, and go on.
  package var isQuiet = true
  /// What stands in warnings that do not matter: of colours that are taken for the web's.
  package var harmless: [String] = []
  /// The version of what we do with the file that comes out.
  package var revision = 0
  /// What is put into the file that comes out.
  package var finish: [String] = []
  /// What is set for this order, beside what is set for the tool.
  package var environment: [String: String] = [:]

  /// Describes what is to be made.
  package init(_ tool: Tool, _ arguments: [String], inputs: [Input], output: String) {
    (self.tool, self.arguments, self.inputs, self.output) = (tool, arguments, inputs, output)
  }

  /// What the file that comes out is known by.
  func key(_ version: String) -> Digest {
    var parts = [tool.command, version, "\(revision)", "\(isQuiet)", output] + arguments + finish
    for input in inputs { parts += [input.name, input.digest.description] }
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) { parts += [name, value] }
    return Digest(of: Array(parts.joined(separator: "\0").utf8))
  }
}

/// Why a program has not made what it was asked for.
package enum ToolMistake: Error, Sendable, Equatable {
  /// It is not installed.
  case missing(Tool)
  /// It ended without its work done, was stopped, or had warnings: with its own words.
  case failed(Tool, Wording, messages: String)
  /// What it needs could not be read or written.
  case disk(DiskError)
}
