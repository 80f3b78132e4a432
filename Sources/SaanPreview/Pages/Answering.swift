import SaanModel
import SaanPages
import SaanSite
import SaanText

/// What a request comes to.
enum Reply: Sendable {
  case answer(Answer)
  /// The browser stays and is told of changes of the page that it shows.
  case events(Viewing)
}

/// The page that a browser shows, and which of its versions.
struct Viewing: Sendable {
  /// The address of the page, as the browser has it.
  let page: String
  let digest: String
}

extension PageDesk {
  /// Answers a request.
  func reply(to request: Request, guardedBy hosts: HostGuard) -> Reply {
    if let refusal = hosts.refusal(of: request) { return .answer(refusal) }
    guard ["GET", "HEAD"].contains(request.method) else {
      var answer = Answer.refusal(405, "only GET and HEAD are answered")
      answer.fields.append(("Allow", "GET, HEAD"))
      return .answer(answer)
    }
    guard let path = request.path else { return .answer(.refusal(400, "the address is no path")) }
    if path.hasPrefix("/__saan/") {
      if let refusal = hosts.refusalOfForeigner(request) { return .answer(refusal) }
      return own(path, request)
    }
    return .answer(answer(to: request, path))
  }

  /// What the preview's script asks for.
  private func own(_ path: String, _ request: Request) -> Reply {
    switch path {
    case PreviewTag.address:
      return .answer(
        Answer(200, type: contentType(of: path), Array(previewScript.utf8)).cut(for: request))
    case "/__saan/events" where request.method == "GET":
      return .events(
        Viewing(page: request.query("page") ?? "/", digest: request.query("digest") ?? ""))
    default: return .answer(.refusal(404, "there is nothing here"))
    }
  }

  /// The path of the site on this server, such as `/report`; empty for the root.
  var basePath: String {
    let snapshot = snapshot
    return (snapshot.current ?? snapshot.good)?.plan.routes.baseURL?.path ?? ""
  }

  private func answer(to request: Request, _ path: String) -> Answer {
    let base = percentDecoded(basePath)
    guard path.hasPrefix(base + "/") else {
      let isAbove = path == "/" || path == base
      return isAbove
        ? .redirect(to: basePath + "/" + request.query)
        : .refusal(404, "the site begins at \(basePath)/")
    }
    let inner = String(path.dropFirst(base.count))
    let made = made(at: inner)
    if made.status == 404, !inner.hasSuffix("/"),
      snapshot.site(for: inner)?.plan.job(at: PublishedAddresses.output(for: inner + "/")) != nil
    {
      return .redirect(to: basePath + percentEncoded(path: inner) + "/" + request.query)
    }
    return answer(of: made).cut(for: request)
  }

  /// What is sent of an output: pages have the preview's tag.
  private func answer(of made: Made) -> Answer {
    guard made.isPage, contentType(of: made.output).hasPrefix("text/html") || made.status != 200
    else {
      return Answer(made.status, type: contentType(of: made.output), shared(made))
    }
    let digest = PageDigest(made.bytes, status: made.status).description
    var answer = Answer(
      made.status, type: "text/html; charset=utf-8",
      PreviewTag.added(to: made.bytes, digest: digest))
    answer.fields.append(("Saan-Digest", digest))
    return answer
  }

  /// What a browser that shows a page is told: whether there is another version of it, and what is
  /// wrong.
  func news(of viewing: Viewing) -> (digest: String, panel: String) {
    let made = made(at: sitePath(of: viewing.page))
    let digest = PageDigest(made.bytes, status: made.status).description
    return (digest, panel(of: made).json)
  }

  /// The output that an address of a browser shows.
  func output(at address: String) -> String {
    PublishedAddresses.output(for: sitePath(of: address))
  }

  /// The path of an address below the path that the site is served under.
  private func sitePath(of address: String) -> String {
    let base = percentDecoded(basePath)
    let path = Request(method: "GET", target: address, fields: []).path ?? "/"
    return path.hasPrefix(base + "/") ? String(path.dropFirst(base.count)) : path
  }
}
