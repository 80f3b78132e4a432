import NIOCore
import NIOHTTP1

/// What a server needs to answer.
struct ServerParts: Sendable {
  let desk: PageDesk
  let viewers: Viewers
  let hosts: HostGuard
  let connections: Connections
  var limits = ServerLimits()
}

/// How long the server waits, and for how much.
struct ServerLimits: Sendable {
  /// For a request, from its first byte or the connection on.
  var request = TimeAmount.seconds(10)
  /// For the next request on a connection.
  var idle = TimeAmount.seconds(60)
  /// For a browser to take an answer.
  var answer = TimeAmount.seconds(30)
  /// Between signs of life on a connection that waits for changes.
  var beat = TimeAmount.seconds(20)
}

/// One connection: a request, its answer, and the next.
///
/// Answers are made here, on the thread of the connection: nothing else that the program does keeps
/// a browser waiting.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let parts: ServerParts
  private var number: Int?
  private var head: HTTPRequestHead?
  /// The browser among those that are told of changes.
  private var viewer: Int?
  private var isListening = false
  /// Whether pieces of an answer are still to be sent.
  private var isSending = false
  private var deadline: Scheduled<Void>?
  private var beat: RepeatedTask?

  /// Answers from the parts.
  init(_ parts: ServerParts) { self.parts = parts }

  func channelActive(context: ChannelHandlerContext) {
    number = parts.connections.add(context.channel)
    guard number != nil else { return context.close(promise: nil) }
    wait(context.channel, parts.limits.request)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    beat?.cancel()
    if let viewer { parts.viewers.remove(viewer) }
    if isListening { parts.connections.removeListener() }
    if let number { parts.connections.remove(number) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isListening else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body:
      guard let head else { return }
      self.head = nil
      send(.refusal(413, "nothing can be sent here"), to: head, context, closes: true)
    case .end:
      guard let head else { return }
      self.head = nil
      // Who asks on and on and takes nothing is not waited for.
      guard context.channel.isWritable, !isSending else { return context.close(promise: nil) }
      answer(head, context)
    }
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let request = Request(
      method: head.method.rawValue, target: head.uri,
      fields: head.headers.map { (name: $0.name, value: $0.value) })
    switch parts.desk.reply(to: request, guardedBy: parts.hosts) {
    case .answer(let answer): send(answer, to: head, context, closes: !head.isKeepAlive)
    case .events(let viewing): listen(viewing, head, context)
    }
  }

  private func send(
    _ answer: Answer, to head: HTTPRequestHead, _ context: ChannelHandlerContext, closes: Bool
  ) {
    var fields = HTTPHeaders(answer.fields.map { ($0.name, $0.value) })
    fields.add(name: "Content-Length", value: String(answer.body.count))
    fields.add(name: "Connection", value: closes ? "close" : "keep-alive")
    let first = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: fields)
    let channel = context.channel
    channel.write(HTTPServerResponsePart.head(first), promise: nil)
    if let number { parts.connections.set(number, isIdle: false) }
    wait(context.channel, parts.limits.answer)
    let start = head.method == .HEAD ? answer.body.endIndex : answer.body.startIndex
    send(answer, from: start, on: channel, closes: closes)
  }

  /// How much the system is given at once: what a browser does not take is not copied before.
  private static let piece = 64 << 10

  /// Sends the rest of an answer piece by piece.
  private func send(_ answer: Answer, from start: Int, on channel: any Channel, closes: Bool) {
    let piece = answer.body[start...].prefix(Self.piece)
    let body = HTTPServerResponsePart.body(.byteBuffer(channel.allocator.buffer(bytes: piece)))
    isSending = piece.endIndex < answer.body.endIndex
    guard !isSending else {
      return channel.writeAndFlush(body).assumeIsolated().whenSuccess {
        self.send(answer, from: piece.endIndex, on: channel, closes: closes)
      }
    }
    if !piece.isEmpty { channel.write(body, promise: nil) }
    channel.writeAndFlush(HTTPServerResponsePart.end(nil)).assumeIsolated().whenComplete { _ in
      if closes { return channel.close(promise: nil) }
      guard !self.isListening, let number = self.number else { return }
      self.parts.connections.set(number, isIdle: true)
      self.wait(channel, self.parts.limits.idle)
    }
  }

  /// Closes the connection after a while, unless something happens.
  private func wait(_ channel: any Channel, _ time: TimeAmount) {
    deadline?.cancel()
    deadline = channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  // MARK: Waiting for changes

  private func listen(
    _ viewing: Viewing, _ head: HTTPRequestHead, _ context: ChannelHandlerContext
  ) {
    guard parts.connections.addListener() else {
      return send(.refusal(503, "too many pages are open"), to: head, context, closes: true)
    }
    isListening = true
    deadline?.cancel()
    let channel = context.channel
    if let number { parts.connections.set(number, isIdle: false) }
    let fields: HTTPHeaders = [
      "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
    ]
    let start = HTTPResponseHead(version: .http1_1, status: .ok, headers: fields)
    channel.write(HTTPServerResponsePart.head(start), promise: nil)
    Self.send("retry: 500\n\n", on: channel)
    beat = context.eventLoop.scheduleRepeatedTask(
      initialDelay: parts.limits.beat, delay: parts.limits.beat
    ) { _ in Self.send(":\n\n", on: channel) }
    let viewer = parts.viewers.add(
      Viewers.Viewer(viewing: viewing) { event, text in
        Self.send("event: \(event)\ndata: \(text)\n\n", on: channel)
      })
    self.viewer = viewer
    // It may have gone while it was told.
    if !channel.isActive { parts.viewers.remove(viewer) }
  }

  /// Sends a piece of news; a browser that takes none is left.
  private static func send(_ text: String, on channel: any Channel) {
    guard channel.isActive, channel.isWritable else { return channel.close(promise: nil) }
    let bytes = channel.allocator.buffer(string: text)
    channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(bytes)), promise: nil)
  }
}
