import SaanFiles

/// A track of a film: what it is of, and where its samples lie in the file (ISO 14496-12, 8.3).
struct MediaTrack {
  /// Whether it is of what is seen, heard or read, and not of what a camera noted.
  let isSeenOrHeard: Bool
  /// Where its samples lie, as far as that can be told.
  let samples: [Range<Int>]

  /// Reads a box `trak`; `nil` where it does not say what it is of.
  init?(_ reader: ByteReader, _ box: MediaBox) {
    func part(_ name: String, of box: MediaBox?) -> MediaBox? {
      box.flatMap { box in
        reader.boxes(in: reader.inside(box)).boxes.first { $0.name == name }
      }
    }
    let media = part("mdia", of: box)
    guard let handler = part("hdlr", of: media), let kind = reader.name(handler.start + 8) else {
      return nil
    }
    isSeenOrHeard = Self.kinds.contains(kind)
    let table = part("stbl", of: part("minf", of: media))
    let chunks =
      part("stco", of: table).map { Self.numbers(reader, $0, of: 4) }
      ?? part("co64", of: table).map { Self.numbers(reader, $0, of: 8) } ?? []
    guard let sizes = part("stsz", of: table), let runs = part("stsc", of: table) else {
      samples = []
      return
    }
    samples = Self.ranges(chunks, Self.sizes(reader, sizes), Self.numbers(reader, runs, of: 4, 3))
  }

  private static let kinds: Set<String> = [
    "vide", "soun", "auxv", "pict", "text", "subt", "sbtl", "clcp", "subp",
  ]

  /// The numbers of a table behind their count.
  private static func numbers(
    _ reader: ByteReader, _ box: MediaBox, of size: Int, _ columns: Int = 1
  ) -> [Int] {
    let count = min(reader.big(box.start + 4, 4) ?? 0, box.content.count / size) * columns
    return (0..<count).compactMap { index in
      let start = box.start + 8 + index * size
      // Of eight bytes the first is zero in every file that fits a disk.
      return size == 8 ? reader.big(start + 1, 7) : reader.big(start, size)
    }
  }

  /// The size of each sample, or of all of them alike.
  private static func sizes(
    _ reader: ByteReader, _ box: MediaBox
  ) -> (all: Int, each: [Int]) {
    let all = reader.big(box.start + 4, 4) ?? 0
    guard all == 0 else { return (all, []) }
    let count = min(reader.big(box.start + 8, 4) ?? 0, box.content.count / 4)
    return (0, (0..<count).compactMap { reader.big(box.start + 12 + $0 * 4, 4) })
  }

  /// - Parameter runs: by threes the first chunk of a run, counted from 1, and its samples a chunk.
  private static func ranges(
    _ chunks: [Int], _ sizes: (all: Int, each: [Int]), _ runs: [Int]
  ) -> [Range<Int>] {
    var (found, sample, run) = ([Range<Int>](), 0, 0)
    for (index, start) in chunks.enumerated() {
      while run + 5 < runs.count, runs[run + 3] <= index + 1 { run += 3 }
      guard run + 1 < runs.count else { break }
      let count = min(runs[run + 1], 1_000_000)
      let size =
        sizes.all > 0
        ? sizes.all * count : sizes.each.dropFirst(sample).prefix(count).reduce(0, +)
      sample += count
      if start < 1 << 50, size < 1 << 50 { found.append(start..<start + size) }
    }
    return found
  }
}
