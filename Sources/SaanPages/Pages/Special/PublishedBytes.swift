import SaanFiles
import SaanImages
import SaanModel
import SaanText

extension Asset {
  /// What is published of the file: of a picture or a film what it shows, and nothing of where it
  /// was made, by whom (but for a credit that is to be kept) and with what; every other file as it
  /// is.
  ///
  /// - Throws: `broken-picture` and its kin, with the file's place, for pictures that cannot be
  ///   published, beside what keeps a file from being read.
  package func publishedBytes(_ settings: PictureSettings) throws(DiskError) -> [UInt8] {
    let bytes = try read()
    do throws(PictureMistake) {
      if let mistake = PictureMistake(ofHead: bytes, ending: ending) { throw mistake }
      // What cameras call raw is a TIFF that needs all of its entries.
      if PictureFormat(bytes) == .tiff, PictureFormat(ending: ending) != .tiff { return bytes }
      return try BarePicture(bytes, credit: settings.keepsCredit ? picture?.credit : nil)?.bytes
        ?? bytes
    } catch {
      throw DiskError(error.diagnostic(of: path))
    }
  }

  /// What its name ends with, in small letters.
  package var ending: String {
    let name = FilePath.lastPart(of: path)
    return name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
  }
}
