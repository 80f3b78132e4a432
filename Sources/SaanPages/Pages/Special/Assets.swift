import SaanFiles
import SaanImages
import SaanModel
import SaanText

extension OutputFormat {
  static let assets: OutputFormat = OutputFormat(
    name: "assets",
    summary:
      "The theme's files and those that articles refer to, photographs in several sizes, under fingerprinted names; fixed files.",
    plan: { planner in
      let content = planner.site.assets.values.flatMap { asset -> [Job] in
        guard let path = planner.routes.path(ofAsset: asset.path) else { return [] }
        guard let pictures = planner.routes.pictures(ofAsset: asset.path) else {
          let cover = planner.routes.cover(ofAsset: asset.path).flatMap { cover in
            cover.size.map { _ in
              planner.job(
                cover.path, CoverFile(document: asset), origin: .file(path: asset.path))
            }
          }
          return [planner.job(path, asset)] + [cover].compactMap(\.self)
        }
        let original = path == pictures.main.path ? [] : [planner.job(path, asset)]
        return original + pictures.all.map { planner.job($0.path, asset, $0.rendition) }
      }
      let theme = planner.site.theme.assets.compactMap { name, asset in
        planner.routes.path(ofThemeAsset: name).map { planner.job($0, asset) }
      }
      return content + theme
    })

  static let robots: OutputFormat = OutputFormat(
    name: "robots.txt",
    summary:
      "Lets every robot in and names the sitemap, where there is one; a preview's lets none in.",
    plan: { planner in [planner.job("/robots.txt", RobotsFile())] })
}

extension Planner {
  fileprivate func job(_ path: String, _ asset: Asset) -> Job {
    job(path, AssetFile(published: asset), origin: .file(path: asset.path))
  }

  fileprivate func job(_ path: String, _ photograph: Asset, _ rendition: Rendition) -> Job {
    job(
      path, RenditionFile(photograph: photograph, rendition: rendition),
      origin: .file(path: photograph.path))
  }
}

/// A file that is published as it is, but for what a picture says besides what it shows.
private struct AssetFile: FileSubject {
  let published: Asset

  var kind: String { "asset" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    reader.noteFile(published)
    bytes += try published.publishedBytes(reader.settings.pictures)
  }

  func source(in site: Site) -> Place? { .file(path: published.path) }
  var asset: Asset? { published }
  func publishing(_ asset: Asset) -> (any Subject)? {
    asset.path == published.path ? AssetFile(published: asset) : nil
  }
}

/// What robots are told.
private struct RobotsFile: FileSubject {
  var kind: String { "robots" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    guard !reader.isPreview else {
      bytes += Array("User-agent: *\nDisallow: /\n".utf8)
      return
    }
    bytes += Array("User-agent: *\nAllow: /\n".utf8)
    // Pages as published are not to be found, so their addresses are not offered.
    if reader.asPublished == nil, let sitemap = reader.absolute("/sitemap.xml") {
      bytes += Array("\nSitemap: \(sitemap)\n".utf8)
    }
  }
}
