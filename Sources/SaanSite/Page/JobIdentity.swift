import SaanData
import SaanText

extension Job {
  /// What an output is, as far as its address does not say it: two builds that have the same here
  /// and at the same address make the same thing of what they read.
  var identity: String {
    let subject = subject
    var parts = [kind, template ?? "", String(language), subject.entry?.key ?? ""]
    parts.append(subject.entry == nil ? "" : "entry")
    parts += [subject.target?.output ?? "", subject.target?.kind ?? "", subject.url ?? ""]
    parts += [subject.area?.code ?? "", subject.asset?.path ?? "", subject.feedPlace ?? ""]
    return parts.joined(separator: " ")
  }
}
