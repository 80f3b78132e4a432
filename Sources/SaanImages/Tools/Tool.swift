/// A program of others that Saan has something made by, where it is installed.
package struct Tool: Sendable, Hashable {
  /// The name that it is started by.
  package let command: String
  /// The package of Debian that holds it.
  package let debianPackage: String
  /// What is set for it alone.
  package let environment: [String: String]
  /// What it is asked with for its version.
  let askedVersion: String

  /// Describes a program that says its version when it is asked for it.
  package init(
    command: String, debianPackage: String, environment: [String: String] = [:],
    askedVersion: String = "--version"
  ) {
    (self.command, self.debianPackage) = (command, debianPackage)
    (self.environment, self.askedVersion) = (environment, askedVersion)
  }

  /// What is typed to install it.
  package var installation: String { "sudo apt install \(debianPackage)" }
}

extension Tool {
  /// Makes pictures smaller; of all formats it reads only those whose readers are well tried.
  package static let vipsthumbnail = Tool(
    command: "vipsthumbnail", debianPackage: "libvips-tools",
    environment: [
      "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1", "MALLOC_ARENA_MAX": "2",
    ])
}

extension Tool {
  /// Paints drawings.
  package static let rsvgConvert = Tool(command: "rsvg-convert", debianPackage: "librsvg2-bin")
}

extension Tool {
  /// Draws the pages of PDFs.
  package static let pdftoppm = Tool(
    command: "pdftoppm", debianPackage: "poppler-utils", askedVersion: "-v")

  /// Makes new workbooks of those of other programs; it draws nothing on a screen.
  package static let soffice = Tool(
    command: "soffice", debianPackage: "libreoffice-calc-nogui",
    environment: ["SAL_USE_VCLPLUGIN": "svp"])
}

/// What a program may take while it makes one thing.
package struct ToolLimits: Sendable, Hashable {
  /// Bytes of memory.
  package var memory = 2 << 30
  /// Seconds of work, and three times as many of waiting.
  package var seconds = 30
  /// Bytes of a file that it writes.
  package var fileSize = 64 << 20
  /// Bytes that it may say before it is stopped; the first 4,096 are kept.
  package var messages = 1 << 20

  /// The usual limits.
  package init() {}
}
