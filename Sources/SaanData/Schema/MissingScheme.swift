import SaanText

/// The address that a link means which lacks `https://`: `www.codi.or.th`, `facebook.com/codi`;
/// `nil` when it looks like a file.
package func addressWithScheme(_ link: String) -> String? {
  guard !link.contains("://"), !link.hasPrefix("mailto:") else { return nil }
  for typo in ["https//", "http//", "https:/", "http:/", "https/", "http/"]
  where link.lowercased().hasPrefix(typo) {
    return "https://" + link.dropFirst(typo.count).drop { $0 == "/" }
  }
  if link.contains("@"), !link.contains("/"), looksLikeHost(link.drop { $0 != "@" }.dropFirst()) {
    return "mailto:" + link
  }
  let host = link.prefix { !"/?#:".contains($0) }
  guard looksLikeHost(host) else { return nil }
  let ending = host.drop { $0 != "." }.split(separator: ".").last?.lowercased() ?? ""
  let isSure = host.lowercased().hasPrefix("www.") || host.endIndex < link.endIndex
  return isSure && !fileEndings.contains(ending) || topDomains.contains(ending)
    ? "https://" + link : nil
}

private func looksLikeHost(_ text: Substring) -> Bool {
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  return labels.count > 1 && (labels.last?.count ?? 0) > 1
    && labels.last?.allSatisfy(\.isLetter) == true
    && labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
}

/// The ends of hosts that no file has; countries of two letters that are file endings are left out.
private let topDomains: Set<String> = [
  "com", "org", "net", "edu", "gov", "int", "info", "biz", "app", "dev", "io", "co", "me", "tv",
  "asia", "th", "la", "kh", "mm", "vn", "sg", "jp", "uk", "eu", "de", "fr", "au", "link", "page",
  "site", "online", "xyz", "news", "ee", "be", "gl", "ly", "ไทย",
]

/// The ends of files that authors link to.
private let fileEndings: Set<String> = [
  "md", "markdown", "html", "htm", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt",
  "ods", "csv", "tsv", "json", "yaml", "yml", "txt", "zip", "jpg", "jpeg", "png", "gif", "svg",
  "webp", "avif", "mp", "mov", "php",
]
