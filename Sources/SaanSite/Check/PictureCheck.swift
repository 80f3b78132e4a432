import SaanModel
import SaanPages
import SaanPublish
import SaanText

extension Check {
  static let pictures = Check(
    name: "pictures", summary: "A picture is light enough for readers on telephones."
  ) { site, plan in
    let limit = site.settings.budgets.picture
    return plan.jobs.compactMap { job in
      guard let asset = job.subject.asset, asset.isPicture, let bytes = asset.byteCount,
        bytes > limit
      else { return nil }
      return .largePicture(asset.path, bytes: bytes, limit: limit, size: asset.imageSize)
    }
  }
}

extension Asset {
  /// Whether it is a picture that readers see, and not one of a camera or a program alone: HEIC,
  /// TIFF, PSD.
  var isShownByBrowsers: Bool {
    ["jpg", "jpeg", "jpe", "jfif", "png", "apng", "gif", "webp", "avif", "svg", "bmp", "ico"]
      .contains(ending)
  }

  fileprivate var isPicture: Bool { isShownByBrowsers || ["tif", "tiff", "heic"].contains(ending) }

  private var ending: String { path.split(separator: ".").last.map { $0.lowercased() } ?? "" }

  /// How large the file is; nil where it cannot be asked.
  fileprivate var byteCount: Int? {
    switch bytes {
    case .memory(let bytes): bytes.count
    case .disk(let path, _): FileSystem.status(path, followingLinks: true)?.size
    }
  }
}
