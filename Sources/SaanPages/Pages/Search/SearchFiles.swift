import SaanFiles
import SaanModel
import SaanText

/// A file of the index of search.
///
/// They are scripts, so that search works from a folder on a disk as well, where a page may load
/// scripts and nothing else. What they tell stands packed in one string, which is no program.
struct SearchFile: FileSubject {
  enum Part: Sendable, Hashable {
    /// What there is, and by which numbers the other files are told from older ones.
    case manifest
    case names(Int)
    case bodies(Int)
    case block(Int)
    case shared(Int)
    /// Where pieces that texts share stand.
    case places(Int)
    case lengths
    case bodyLengths
    case facets

    var name: String {
      switch self {
      case .manifest: "index"
      case .names(let number): "n\(number)"
      case .bodies(let number): "b\(number)"
      case .block(let number): "m\(number)"
      case .shared(let number): "s\(number)"
      case .places(let number): "p\(number)"
      case .lengths: "lengths"
      case .bodyLengths: "extents"
      case .facets: "facets"
      }
    }
  }

  let corpus: SearchCorpus
  let part: Part

  var kind: String { "search index" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let index = reader.everything(for: job.output) { corpus.index($0, $1, reader.languageID) }
    bytes.append("saanSearch(")
    bytes.appendJSON(part.name, as: .script)
    bytes.append(",")
    if part == .manifest {
      bytes.append(text: index.manifest)
    } else {
      bytes.appendJSON(index.payload(of: part), as: .script)
    }
    bytes.append(")\n")
  }
}

extension SearchIndex {
  fileprivate func payload(of part: SearchFile.Part) -> String {
    func payload(_ parts: [SearchPart], _ number: Int) -> String {
      parts.indices.contains(number) ? parts[number].payload : ""
    }
    switch part {
    case .manifest: return manifest
    case .names(let number): return payload(names.parts, number)
    case .bodies(let number): return payload(bodies.parts, number)
    case .block(let number): return payload(blocks, number)
    case .shared(let number): return payload(shared.parts, number)
    case .places(let number): return payload(places.parts, number)
    case .lengths: return lengths.payload
    case .bodyLengths: return bodyLengths.payload
    case .facets: return facets.payload
    }
  }

  /// What the script reads first, as JSON.
  fileprivate var manifest: String {
    func digests(_ parts: [SearchPart]) -> String {
      "[" + parts.map { "\"\($0.digest)\"" }.joined(separator: ",") + "]"
    }
    func blocks(_ blocks: SearchBlocks) -> String {
      "\"starts\":\(blocks.starts),\"parts\":\(digests(blocks.parts))"
    }
    func terms(_ parts: SearchTerms) -> String {
      // Keys are of letters and digits alone.
      let starts = parts.starts.map { "\"\($0)\"" }.joined(separator: ",")
      return "{\"starts\":[\(starts)],\"parts\":\(digests(parts.parts))}"
    }
    let starts = kinds.map { "[\"\($0.kind.name)\",\($0.start)]" }.joined(separator: ",")
    return """
      {"version":4,"count":\(count),"kinds":[\(starts)],\
      "steps":[\(Self.nameStep),\(Self.bodyStep)],\
      "shared":{"names":\(sharedNames),"texts":\(sharedTexts),\(blocks(shared))},\
      "places":{\(blocks(places))},\
      "names":\(terms(names)),"bodies":\(terms(bodies)),\
      "block":\(layout.block),"blocks":\(digests(self.blocks)),\
      "lengths":"\(lengths.digest)","extents":"\(bodyLengths.digest)","facets":"\(facets.digest)"}
      """
  }
}
