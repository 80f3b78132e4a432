import Foundation

/// A picture or document of the reader's own, as small as can be.
enum GuideSamples {
  /// - Returns: `nil` for a file that the guide itself has to show.
  static func bytes(for name: String) -> Data? {
    switch URL(filePath: name).pathExtension.lowercased() {
    case "jpg", "jpeg": Data(base64Encoded: jpeg)
    case "png": Data(base64Encoded: png)
    case "svg": Data(svg.utf8)
    case "pdf": Data("ข้อตกลง\n".utf8)
    case "mp3", "mp4": Data("ID3".utf8)
    default: nil
    }
  }

  private static let svg = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>"#
  private static let png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
  private static let jpeg =
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q=="
}
