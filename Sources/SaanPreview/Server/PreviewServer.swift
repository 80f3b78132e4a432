import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// A server on this machine's own addresses, or on one that was named.
final class PreviewServer: Sendable {
  /// The port that was free.
  let port: Int
  private let channels: [any Channel]
  private let group: MultiThreadedEventLoopGroup
  private let connections: Connections

  private init(
    port: Int, channels: [any Channel], group: MultiThreadedEventLoopGroup,
    connections: Connections
  ) {
    (self.port, self.channels, self.group) = (port, channels, group)
    self.connections = connections
  }

  /// How many ports are tried.
  private static let ports = 50

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - address: an address in figures; `nil` for this machine's own, of both kinds.
  ///   - port: the port to take, or one of those behind it that is free; 0 for any.
  /// - Throws: `IOError` when no port can be had.
  static func start(_ parts: ServerParts, address: String?, port: Int) async throws -> PreviewServer
  {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    do {
      for port in port...(port == 0 ? 0 : port + ports) where port <= 65_535 {
        if let channels = try await listen(parts, address, port, group) {
          let number = channels.first?.localAddress?.port ?? port
          return PreviewServer(
            port: number, channels: channels, group: group, connections: parts.connections)
        }
      }
      throw IOError(errnoCode: EADDRINUSE, reason: "bind")
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// - Returns: `nil` where somebody else has the port.
  private static func listen(
    _ parts: ServerParts, _ address: String?, _ port: Int, _ group: MultiThreadedEventLoopGroup
  ) async throws -> [any Channel]? {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          var limits = NIOHTTPDecoderLimitConfiguration()
          (limits.maxHeaderFieldSize, limits.maxHeaderListSize) = (16 << 10, 64 << 10)
          limits.maxHeaderFieldCount = 100
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: true,
            withEncoderConfiguration: HTTPResponseEncoder.Configuration(),
            withDecoderLimitConfiguration: limits)
          try channel.pipeline.syncOperations.addHandler(ConnectionHandler(parts))
        }
      }
    do {
      if let address { return [try await bootstrap.bind(host: address, port: port).get()] }
      let first = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
      do {
        let own = first.localAddress?.port ?? port
        return [first, try await bootstrap.bind(host: "::1", port: own).get()]
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        try await first.close()
        return nil
      } catch {
        // A machine without addresses of the new kind.
        return [first]
      }
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      return nil
    }
  }

  /// Closes everything.
  func stop() async {
    for channel in channels { try? await channel.close() }
    connections.close()
    try? await group.shutdownGracefully()
  }
}
