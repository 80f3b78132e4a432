import CCrypto

/// The SHA-256 digest of bytes that come piece by piece: what downloads are checked against.
package struct SHA256: ~Copyable {
  private let context = EVP_MD_CTX_new()
  /// How many bytes came in.
  package private(set) var count = 0

  /// Makes the digest of nothing.
  package init() {
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) {
    count += bytes.count
    _ = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// The digest as 64 hexadecimal digits; nothing can be added afterwards.
  package consuming func hex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
