import SaanText

extension OutputFormat {
  static let assets: OutputFormat = OutputFormat(
    name: "assets",
    summary:
      "The theme's files and those that articles refer to, under fingerprinted names; fixed files.",
    plan: { planner in
      let content = planner.site.assets.values.compactMap { asset in
        planner.routes.path(ofAsset: asset.path).map {
          planner.job($0, .asset(asset), .assets, origin: .file(path: asset.path))
        }
      }
      let theme = planner.site.theme.assets.compactMap { name, asset in
        planner.routes.path(ofThemeAsset: name).map {
          planner.job($0, .asset(asset), .assets, origin: .file(path: asset.path))
        }
      }
      return content + theme
    },
    render: { job, _, bytes throws(DiskError) in
      guard case .asset(let asset) = job.subject else { return [] }
      bytes += try asset.read()
      return []
    })

  static let robots: OutputFormat = OutputFormat(
    name: "robots.txt", summary: "Lets every robot in and names the sitemap, where there is one.",
    plan: { planner in [planner.job("/robots.txt", .robots, .robots)] },
    render: { _, session, bytes in
      bytes += Array("User-agent: *\nAllow: /\n".utf8)
      if let sitemap = session.context.plan.routes.absolute("/sitemap.xml") {
        bytes += Array("\nSitemap: \(sitemap)\n".utf8)
      }
      return []
    })
}
