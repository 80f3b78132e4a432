/// Whether a name is one that systems and programs leave behind on their own: nobody made the file.
package func isJunk(_ name: String) -> Bool {
  let lower = name.lowercased()
  return junkNames.contains(lower) || junkStarts.contains(where: lower.hasPrefix)
    || junkEndings.contains(where: lower.hasSuffix)
}

/// Left by Windows and macOS.
private let junkNames: Set<String> = [
  "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "icon\r", ".spotlight-v100", ".trashes",
  ".fseventsd", "__macosx", "$recycle.bin", "system volume information",
]

/// Left by Word and Excel, LibreOffice, macOS, NFS and Emacs.
private let junkStarts = ["~$", ".~lock.", "._", ".nfs", ".#"]

/// Left by editors, downloads and copying.
private let junkEndings = [
  "~", ".tmp", ".temp", ".bak", ".swp", ".swo", ".orig", ".crdownload", ".part", ".partial",
]
