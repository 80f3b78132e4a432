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
  fileprivate var isPicture: Bool {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "tif", "tiff"]
      .contains(ending)
  }

  /// How large the file is; nil where it cannot be asked.
  fileprivate var byteCount: Int? {
    switch bytes {
    case .memory(let bytes): bytes.count
    case .disk(let path): FileSystem.status(path, followingLinks: true)?.size
    }
  }
}
