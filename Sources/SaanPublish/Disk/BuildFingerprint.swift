import SaanFiles
import SaanText

/// Everything that a build is made of, in one number: builds of equal fingerprints publish equal
/// bytes.
///
/// It covers the files of the site, the options that change what is published, and the program.
package struct BuildFingerprint: Sendable, Equatable {
  package let digest: Digest

  /// Takes a digest of all that a build is made of.
  package init(_ digest: Digest) { self.digest = digest }

  /// Reads a digest that a manifest kept.
  init?(_ text: ArraySlice<UInt8>) {
    guard let digest = Digest(text) else { return nil }
    self.digest = digest
  }
}
