/// The media type of an output, with the encoding of texts.
///
/// - Parameter path: the path of the output, of which the ending counts.
func contentType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  let ending = name.split(separator: ".").dropFirst().last ?? ""
  return contentTypes[ending.lowercased()] ?? "application/octet-stream"
}

/// What web servers commonly say of files by their endings.
private let contentTypes = [
  "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8",
  "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
  "mjs": "text/javascript; charset=utf-8", "json": "application/json; charset=utf-8",
  "geojson": "application/geo+json; charset=utf-8",
  "webmanifest": "application/manifest+json; charset=utf-8",
  "ics": "text/calendar; charset=utf-8",
  "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
  "rss": "application/rss+xml; charset=utf-8", "txt": "text/plain; charset=utf-8",
  "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
  "tsv": "text/tab-separated-values; charset=utf-8", "yaml": "application/yaml; charset=utf-8",
  "svg": "image/svg+xml; charset=utf-8", "png": "image/png", "jpg": "image/jpeg",
  "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
  "ico": "image/x-icon", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg",
  "ogg": "audio/ogg", "wav": "audio/wav", "vtt": "text/vtt; charset=utf-8",
  "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
  "sqlite": "application/vnd.sqlite3", "woff": "font/woff", "woff2": "font/woff2",
  "ttf": "font/ttf", "otf": "font/otf",
  "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "ods": "application/vnd.oasis.opendocument.spreadsheet",
  "odt": "application/vnd.oasis.opendocument.text",
]
