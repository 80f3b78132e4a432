import SaanData
import SaanModel
import SaanPages
import SaanText

extension Job {
  /// What an output is, as far as its address does not say it: two builds that have the same here
  /// and at the same address make the same thing of what they read.
  var identity: UInt64 {
    var digest = DigestBytes()
    digest.add(kind)
    digest.add(template)
    digest.add(language.position)
    digest.add(subject.entry?.key)
    digest.add(subject.target?.output)
    digest.add(subject.target?.kind)
    digest.add(subject.url)
    digest.add(subject.area?.code)
    digest.add(subject.asset?.path)
    digest.add(subject.feedPlace)
    return digest.value
  }
}
