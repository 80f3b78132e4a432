import ArgumentParser
import Glibc
import SaanFiles
import SaanImages
import SaanPublish
import SaanText

/// A text as one word of a command, in quotation marks where a shell would take it apart.
func shellWord(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy {
    $0 >= 0x80 || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || "/._-".utf8.contains($0)
  }
  if isPlain, !text.isEmpty { return text }
  return "\"" + text.flatMap { "\"\\$`".contains($0) ? ["\\", $0] : [$0] } + "\""
}

/// The screen: diagnostics and progress on standard error, results on standard output.
enum Terminal {
  /// Writes a line to standard error.
  static func printError(_ text: String) {
    write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes a line to standard error, in red where a person looks.
  static func printAlarm(_ text: String) {
    printError(isInteractive ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text)
  }

  /// Writes a line to standard output.
  static func print(_ text: String) { write(Array((text + "\n").utf8)) }

  /// Writes bytes to standard output, or to another descriptor.
  ///
  /// Where standard output takes no more, as on a full disk, the program ends with the status 2:
  /// a result that is cut off must not pass for a whole one.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.write(descriptor, $0, buffer.count) } ?? -1
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // A reader that has gone, such as `head`, wants no more.
        if descriptor == STDOUT_FILENO, errno != EPIPE { endAtFullOutput() }
        return
      }
      rest = rest.dropFirst(count)
    }
  }

  private static func endAtFullOutput() -> Never {
    let error = DiskError(.write, said(en: "standard output", th: "เอาต์พุตมาตรฐาน"))
    printError(DiagnosticPrinter(language: language).text(error.diagnostic))
    exit(2)
  }

  /// Keeps files that the program opens from taking the place of a closed standard stream.
  static func openStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// The words after the program's name, but for `--lang`, which may stand anywhere.
  static var arguments: [String] { CommandLanguage.asked.rest }

  /// The language of all that the program says: `--lang`, or the environment's.
  static var language: MessageLanguage { CommandLanguage.asked.language }

  /// All of standard input.
  static func readInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Ends the program in success, at once.
  static func end() -> Never { exit(EXIT_SUCCESS) }

  /// Opens an address in the browser that the user has chosen, if there is one.
  static func openBrowser(at address: String) {
    // The address is percent-encoded: it has no quotation marks.
    let quiet = ">/dev/null 2>&1"
    if system("command -v xdg-open \(quiet) || exit 1; xdg-open '\(address)' \(quiet) &") != 0 {
      printError(
        said(
          en: "no browser can be opened from here; open the address yourself",
          th: "เปิดเบราว์เซอร์จากที่นี่ไม่ได้ กรุณาเปิดที่อยู่เอง"))
    }
  }

  /// Whether a person looks at standard error.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Where pictures are made with the programs of this machine, and kept beside a site.
  static func workshop(ofSite source: String? = nil) -> Workshop {
    Workshop(
      searchPath: environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
      temporary: environment("TMPDIR") ?? "/tmp", keeping: source.map { KeptFiles(ofSite: $0) })
  }

  /// A value of the environment.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The path of the program's file.
  static var executable: String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? -1
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : "."
  }

  /// What tells this program from others and from its former versions: size and time of its file.
  static var program: String {
    FileSystem.status("/proc/self/exe", followingLinks: true).map {
      "\($0.size) \($0.modified.seconds) \($0.modified.nanoseconds)"
    } ?? ""
  }

  /// How many processors there are.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The current date in Thailand, which is seven hours ahead of UTC all the year.
  static var today: CalendarDate { CalendarDate(dayNumber: (time(nil) + 7 * 3600) / 86_400) }
}

/// A bar on the terminal's last line that shows how far the build is.
struct ProgressBar: Sendable {
  private static let width = 30

  /// Draws the bar at every fiftieth of the way.
  func show(_ done: Int, of total: Int) {
    guard total > 0, done % max(1, total / 50) == 0 else { return }
    let filled = done * Self.width / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    Terminal.write(Array("\r\(bar) \(done)/\(total)".utf8), to: STDERR_FILENO)
  }

  /// Wipes the bar away.
  func finish() { Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
}
