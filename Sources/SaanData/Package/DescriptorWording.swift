import SaanText

extension PackageDescriptor {
  /// The description with the texts of its document in another wording, such as with figures
  /// written out; the tables that it names and what it says of them stay.
  ///
  /// - Parameters:
  ///   - document: the document with these texts.
  ///   - file: gives a file beside it, where it names one for a schema.
  package func wording(
    _ document: YAMLNode, defaultLanguage: Language.Tag, file: (String) -> SourceFile?
  ) -> PackageDescriptor {
    // Whatever is wrong with it was told when it was read first.
    let read = Self.read(document, path: path, language: defaultLanguage, file: file).value
    var copy = self
    copy.root = document
    (copy.title, copy.description) = (read.title, read.description)
    (copy.sources, copy.contributors) = (read.sources, read.contributors)
    (copy.licenses, copy.keywords) = (read.licenses, read.keywords)
    for index in copy.resources.indices {
      guard let resource = read.resource(copy.resources[index].name) else { continue }
      copy.resources[index].title = resource.title
      copy.resources[index].description = resource.description
      copy.resources[index].sources = resource.sources
      copy.resources[index].licenses = resource.licenses
      copy.resources[index].coverage = resource.coverage
      if let schema = resource.schema {
        copy.resources[index].schema = copy.resources[index].schema?.wording(schema)
      }
    }
    return copy
  }
}
