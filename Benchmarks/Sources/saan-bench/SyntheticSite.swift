import Foundation

/// Writes every file of the synthetic site; the bytes depend on scale, seed and repository only.
struct SyntheticSite {
  let options: GenerateOptions
  let areas: Areas

  init(_ options: GenerateOptions) throws {
    self.options = options
    areas = try Areas(repository: options.repository)
  }

  func write() throws {
    let files = FileManager.default
    let output = options.output
    if let found = try? files.contentsOfDirectory(atPath: output.path), !found.isEmpty {
      throw UsageError(message: "\(output.path) is not empty")
    }
    try files.createDirectory(
      at: output.appending(path: "themes"), withIntermediateDirectories: true)
    try files.copyItem(
      at: options.repository.appending(path: "themes/commons"),
      to: output.appending(path: "themes/commons"))
    try write(SiteFiles.settings, to: "site.yaml")
    for (path, text) in SiteFiles.pages { try write(text, to: "content/\(path)") }
    try writeData()
    try writeArticles()
  }

  private func writeData() throws {
    let registers = Register.all.map { $0 }
    try write(
      Observations(areas: areas, seed: options.seed).table, to: "content/data/observations.csv")
    try write(DataPackage.indicators, to: "content/data/indicators.csv")
    try write(DataPackage.sources, to: "content/data/sources.csv")
    try write(
      try DataPackage.descriptor(repository: options.repository, registers: registers),
      to: "content/data/datapackage.yaml")
    for register in registers {
      try write(
        register.table(
          rows: options.scaled(register.count), areas: areas, seed: options.seed),
        to: "content/data/\(register.name).csv")
    }
  }

  private func writeArticles() throws {
    let articles = Articles(
      count: options.scaled(2500), provinces: areas.provinces, seed: options.seed)
    for number in 0..<articles.count {
      let article = articles.article(number)
      try write(article.th, to: "content/news/\(articles.slug(number)).th.md")
      try write(article.en, to: "content/news/\(articles.slug(number)).en.md")
    }
  }

  private func write(_ text: String, to path: String) throws {
    let file = options.output.appending(path: path)
    let folder = file.deletingLastPathComponent()
    if !FileManager.default.fileExists(atPath: folder.path) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: file)
  }
}
