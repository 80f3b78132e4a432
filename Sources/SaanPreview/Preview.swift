import SaanFiles
import SaanModel
import SaanPublish
import SaanSite
import SaanText

/// What somebody wants of a preview.
package struct PreviewOptions: Sendable {
  /// The site's folder.
  package var root: String
  package var programThemes: ProgramThemes
  package var former = FormerAddresses()
  /// What a build would be asked for; asked again for each, for the day goes on.
  package var build: @Sendable () -> BuildOptions
  package var language = MessageLanguage.english
  /// The address to listen on, in figures; `nil` for this machine's own.
  package var address: String?
  package var port = 8000
  /// Further names by which browsers may know the server.
  package var hosts: [String] = []
  /// The name of an editor in which places open.
  package var editor: String?
  /// Whether the folder is looked at again and again instead of being watched.
  package var polls = false
  /// How long nothing must happen before all pages are looked at.
  package var idle = Duration.seconds(2)

  /// Shows a folder as a build would publish it.
  package init(
    root: String, programThemes: ProgramThemes, build: @escaping @Sendable () -> BuildOptions
  ) {
    (self.root, self.programThemes, self.build) = (root, programThemes, build)
  }

  /// The names that `editor` may have.
  package static let editors = EditorLinks.schemes.keys.sorted()
}

/// A site that is served from its folder and follows what is done there.
package final class Preview: Sendable {
  private let server: PreviewServer
  private let session: PreviewSession
  private let watcher: FolderWatcher
  /// Where the site begins.
  package let url: String
  /// Whether another port was taken than the one that was asked for.
  package let hasOtherPort: Bool

  /// Reads the folder, and serves and follows it from then on.
  ///
  /// - Parameter tell: told one line, and what is newly wrong, of each thing that happens.
  /// - Throws: `DiskError` where the folder cannot be read, or no port can be had.
  package init(
    _ options: PreviewOptions,
    tell: @escaping @Sendable (_ line: String, _ found: Diagnostics) -> Void
  ) async throws {
    let root = FileSystem.resolved(options.root)
    let editor = options.editor.flatMap { EditorLinks.schemes[$0] }.map {
      EditorLinks(scheme: $0, root: root)
    }
    let desk = PageDesk(language: options.language, editor: editor)
    let viewers = Viewers(desk)
    let source = PreviewSource(
      root: options.root, programThemes: options.programThemes, former: options.former,
      options: options.build)
    let session = PreviewSession(source, desk, viewers, idle: options.idle) { report in
      tell(report.line(in: options.language), report.new)
    }
    try await session.start()
    let hosts = HostGuard(
      options.hosts + [options.address].compactMap { $0 }, isOpen: options.address != nil)
    server = try await Self.server(
      ServerParts(desk: desk, viewers: viewers, hosts: hosts, connections: Connections()), options)
    let watcher = FolderWatcher(options.root, options.polls ? nil : Inotify()) {
      Task { await session.startsPolling() }
    } tell: { change in
      Task { await session.change(change) }
    }
    (self.session, self.watcher) = (session, watcher)
    await session.tellFolders { watcher.watch($0) }
    let host = options.address.map { $0.contains(":") ? "[\($0)]" : $0 } ?? "127.0.0.1"
    url = "http://\(host):\(server.port)\(desk.basePath)/"
    hasOtherPort = options.port != 0 && server.port != options.port
  }

  private static func server(
    _ parts: ServerParts, _ options: PreviewOptions
  ) async throws -> PreviewServer {
    do {
      return try await PreviewServer.start(parts, address: options.address, port: options.port)
    } catch {
      throw DiskError(.portNotFree(options.port, at: options.address))
    }
  }

  /// Waits until nothing is under way that changes what is served or told.
  package func settle() async { await session.settle() }

  /// Ends everything.
  package func stop() async {
    watcher.stop()
    await session.stop()
    await server.stop()
  }
}
