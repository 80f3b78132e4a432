import SaanData
import SaanModel
import SaanText

/// Every mistake in the addresses of a site, old and new, with its wording.
extension Diagnostic {
  static func badBaseURL(
    _ text: String, _ mistake: BaseURL.Mistake, at place: Place
  ) -> Diagnostic {
    let usual = Wording(
      en: "write it like https://example.org/ or https://example.org/report/",
      th: "เขียนในรูป https://example.org/ หรือ https://example.org/report/")
    switch mistake {
    case .notAnAddress:
      return Diagnostic(
        .error, "bad-base-url",
        Wording(en: "'\(text)' is not the address of a site", th: "'\(text)' ไม่ใช่ที่อยู่ของเว็บไซต์"),
        at: place,
        hint: addressWithScheme(text).map { Wording(en: "write \($0)", th: "เขียน \($0)") } ?? usual)
    case .password:
      return Diagnostic(
        .error, "bad-base-url",
        Wording(
          en: "the address holds a user name or password, which every page would show",
          th: "ที่อยู่นี้มีชื่อผู้ใช้หรือรหัสผ่าน ซึ่งจะปรากฏให้ทุกคนเห็นในทุกหน้า"), at: place,
        hint: Wording(
          en: "leave out what stands before the '@', and change the password if it was published",
          th: "ตัดส่วนที่อยู่หน้า '@' ออก และเปลี่ยนรหัสผ่านถ้าเคยเผยแพร่ไปแล้ว"))
    case .host(let host):
      return Diagnostic(
        .error, "bad-base-url",
        Wording(en: "'\(host)' cannot be the name of a site", th: "'\(host)' ใช้เป็นชื่อเว็บไซต์ไม่ได้"),
        at: place, hint: usual)
    }
  }

  static func noBaseURL(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .note, "no-base-url",
      Wording(
        en:
          "site.yaml has no 'base_url': the site is made without sitemap, feeds and full addresses",
        th: "site.yaml ยังไม่มี 'base_url' เว็บจึงไม่มี sitemap ฟีด และที่อยู่เต็ม"),
      at: .file(path: file.path),
      hint: Wording(
        en: "when you know where it will be published, write 'base_url: https://…'",
        th: "เมื่อรู้แล้วว่าจะเผยแพร่ที่ใด ให้เขียน 'base_url: https://…'"))
  }

  // MARK: Old addresses

  static func badAlias(_ alias: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-alias",
      Wording(
        en: "'\(alias)' is not a path of this site", th: "'\(alias)' ไม่ใช่พาธของเว็บนี้"),
      at: span.place,
      hint: lacksOnlyItsSlash(alias)
        ? Wording(en: "begin it with '/': /\(alias)", th: "ขึ้นต้นด้วย '/': /\(alias)")
        : Wording(
          en: "write the old address without the host: /old/place/",
          th: "เขียนที่อยู่เดิมโดยไม่มีชื่อโฮสต์: /old/place/"))
  }

  /// Whether a text is an address of this site but for the slash that it begins with.
  private static func lacksOnlyItsSlash(_ alias: String) -> Bool {
    let first = alias.prefix { $0 != "/" }
    return (try? OldAddress("/" + alias)) != nil && !first.isEmpty && !first.contains(".")
      && !first.contains(":")
  }

  static func aliasWithQuery(_ alias: String, at span: SourceSpan) -> Diagnostic {
    let path = String(alias.prefix { $0 != "?" })
    return Diagnostic(
      .error, "address-with-query",
      Wording(
        en: "'\(alias)' cannot be answered: published files do not see what follows the '?'",
        th: "ตอบที่อยู่ '\(alias)' ไม่ได้ เพราะไฟล์ที่เผยแพร่ไม่เห็นส่วนหลัง '?'"), at: span.place,
      hint: path == "/"
        ? Wording(
          en: "take it out, and ask whoever runs the web server for a rule there",
          th: "ลบออก แล้วขอให้ผู้ดูแลเว็บเซิร์ฟเวอร์ตั้งกฎส่งต่อแทน")
        : Wording(
          en:
            "write '\(path)', which all its forms lead to, or ask whoever runs the web server for a rule",
          th: "เขียน '\(path)' ซึ่งใช้ได้ไม่ว่าจะมีอะไรต่อท้าย หรือขอให้ผู้ดูแลเว็บเซิร์ฟเวอร์ตั้งกฎส่งต่อ"))
  }

  static func aliasOfItself(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "alias-loop",
      Wording(
        en: "the page itself is at \(path), so this alias would lead to itself",
        th: "หน้านี้อยู่ที่ \(path) อยู่แล้ว alias นี้จึงจะพากลับมาที่เดิม"), at: span.place,
      hint: Wording(
        en: "write the address that the page had before, or take the line out",
        th: "เขียนที่อยู่ที่หน้านี้เคยใช้ หรือลบบรรทัดนี้ออก"))
  }

  /// - Parameter isPublished: whether a page is there, which needs no redirect.
  static func redirectToItself(_ redirect: Redirect, isPublished: Bool) -> Diagnostic {
    Diagnostic(
      .error, "alias-loop",
      Wording(
        en: "'\(redirect.from.value)' would lead to itself",
        th: "'\(redirect.from.value)' จะพากลับมาที่เดิม"),
      at: redirect.from.span.place,
      hint: isPublished
        ? Wording(
          en: "a page is published there: take the line out",
          th: "มีหน้าอยู่ที่นั่นแล้ว ให้ลบบรรทัดนี้ออก")
        : Wording(
          en: "write behind the ':' the page that took its place, such as news/my-article",
          th: "หลัง ':' ให้เขียนหน้าที่ใช้แทน เช่น news/my-article"))
  }

  static func redirectsInCircles(_ redirect: Redirect) -> Diagnostic {
    Diagnostic(
      .error, "alias-loop",
      Wording(
        en:
          "'\(redirect.from.value)' leads to '\(redirect.to.value)' and never to a page: they lead to each other",
        th: "'\(redirect.from.value)' ส่งต่อไป '\(redirect.to.value)' แล้ววนกลับ ไม่ถึงหน้าใดเลย"),
      at: redirect.from.span.place,
      hint: Wording(
        en:
          "write the page where the readers shall arrive: \(redirect.from.value): news/my-article",
        th: "เขียนหน้าที่ผู้อ่านควรไปถึง: \(redirect.from.value): news/my-article"))
  }

  /// An old address of a file, where a page of HTML would be no picture, document or feed.
  static func addressOfFile(_ address: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "address-of-file",
      Wording(
        en:
          "'\(address)' cannot lead elsewhere: what asks for this file does not understand a page",
        th: "'\(address)' ส่งต่อไม่ได้ เพราะโปรแกรมที่ขอไฟล์นี้อ่านหน้าเว็บไม่ได้"),
      at: span.place,
      hint: Wording(
        en:
          "publish the file again at its old address: put it into static\(address), or ask whoever runs the web server for a rule",
        th: "เผยแพร่ไฟล์ที่ที่อยู่เดิมอีกครั้งโดยวางไว้ที่ static\(address) หรือขอให้ผู้ดูแลเว็บเซิร์ฟเวอร์ตั้งกฎส่งต่อ"))
  }

  /// A file that was withdrawn: its address is settled, but nothing can be said there.
  static func goneFile(_ address: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .note, "address-of-file",
      Wording(
        en: "nothing is published at '\(address)': a file cannot say that it was withdrawn",
        th: "จะไม่เผยแพร่อะไรที่ '\(address)' เพราะไฟล์บอกไม่ได้ว่าถูกถอนแล้ว"), at: span.place,
      hint: Wording(
        en: "who asks for it sees the page 404.html",
        th: "ผู้ที่ขอไฟล์นี้จะเห็นหน้า 404.html"))
  }

  static func deadRedirect(_ redirect: Redirect, among known: some Sequence<String>) -> Diagnostic {
    let target = redirect.to.value
    return Diagnostic(
      .error, "dead-redirect",
      Wording(
        en: "'\(redirect.from.value)' leads to '\(target)', which is no page of this site",
        th: "'\(redirect.from.value)' ส่งต่อไปยัง '\(target)' ซึ่งไม่มีในเว็บนี้"),
      at: redirect.to.span.place,
      hint: didYouMean(String(target.split(separator: "/").joined(separator: "/")), among: known)
        ?? Wording(
          en:
            "write a page such as news/my-article, a path such as /news/, or a whole https:// address",
          th: "เขียนชื่อหน้า เช่น news/my-article พาธ เช่น /news/ หรือที่อยู่เต็มที่ขึ้นต้นด้วย https://"))
  }

  /// Two lines, of `redirects` or `aliases`, that say where one address leads.
  static func sentOnTwice(_ path: String, _ first: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "same-url",
      Wording(
        en: "\(first.lineText) says already where the old address \(path) leads",
        th: "\(first.lineText) บอกไว้แล้วว่าที่อยู่เดิม \(path) ส่งต่อไปที่ใด"), at: place,
      hint: Wording(
        en:
          "keep one of the two lines; with or without '/' at its end, in small letters or capitals, it is one address",
        th:
          "เก็บไว้บรรทัดเดียว จะมี '/' ข้างท้ายหรือไม่ เป็นตัวพิมพ์เล็กหรือใหญ่ ก็ถือเป็นที่อยู่เดียวกัน"))
  }

  /// An old address at which a page is published.
  static func sentOnFromAPage(_ path: String, _ page: Place, at place: Place) -> Diagnostic {
    let other = page.described
    return Diagnostic(
      .error, "same-url",
      Wording(
        en: "\(path) is no old address: \(other.en) is published there",
        th: "\(path) ไม่ใช่ที่อยู่เดิม เพราะ \(other.th) เผยแพร่อยู่ที่นั่น"), at: place,
      hint: Wording(
        en: "take the line out, or give what is published there another address",
        th: "ลบบรรทัดนี้ หรือเปลี่ยนที่อยู่ของหน้าที่เผยแพร่อยู่ที่นั่น"))
  }

  /// A redirect whose readers arrive at a file; a feed's are programs that follow no page.
  static func redirectToFile(_ redirect: Redirect, isFeed: Bool) -> Diagnostic {
    let (from, to) = (redirect.from.value, redirect.to.value)
    return Diagnostic(
      isFeed ? .warning : .note, "redirect-to-file",
      isFeed
        ? Wording(
          en: "programs that read feeds do not get from '\(from)' to '\(to)': they follow no page",
          th: "โปรแกรมอ่านฟีดไปจาก '\(from)' ถึง '\(to)' ไม่ได้ เพราะไม่ตามหน้าที่ส่งต่อ")
        : Wording(
          en: "'\(from)' leads people to the file '\(to)', but no program that fetches it",
          th: "'\(from)' พาคนไปถึงไฟล์ '\(to)' ได้ แต่โปรแกรมที่มาดึงไฟล์ไปไม่ถึง"),
      at: redirect.to.span.place,
      hint: isFeed
        ? Wording(
          en: "take the line out, and ask whoever runs the web server for a rule",
          th: "ลบบรรทัดนี้ แล้วขอให้ผู้ดูแลเว็บเซิร์ฟเวอร์ตั้งกฎส่งต่อแทน")
        : Wording(
          en: "if programs fetch it, ask whoever runs the web server for a rule",
          th: "ถ้ามีโปรแกรมมาดึงไฟล์ ให้ขอผู้ดูแลเว็บเซิร์ฟเวอร์ตั้งกฎส่งต่อ"))
  }

  static func goneTwice(_ address: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "gone-twice",
      Wording(
        en: "'\(address.value)' is listed under 'gone' already",
        th: "'\(address.value)' อยู่ใต้ 'gone' แล้ว"), at: address.span.place,
      hint: Wording(en: "take one of the two out", th: "ลบออกหนึ่งรายการ"))
  }

  /// An address without a language, below which the site has its pages in each language.
  static func goneInNoLanguage(_ address: Located<String>, _ paths: [String]) -> Diagnostic {
    let all = paths.joined(separator: ", ")
    return Diagnostic(
      .warning, "gone-in-no-language",
      Wording(
        en:
          "'\(address.value)' names no language, as the pages of this site do: nobody will open it",
        th: "'\(address.value)' ไม่มีภาษาอย่างที่อยู่ของหน้าในเว็บนี้ จึงไม่มีใครเปิด"), at: address.span.place,
      hint: Wording(
        en: "write the addresses that people know: \(all)", th: "เขียนที่อยู่ที่ผู้อ่านรู้จัก: \(all)"))
  }

  /// - Parameter page: the source of what is published; `nil` for a file.
  static func goneButPublished(_ path: String, _ page: Place?, at place: Place?) -> Diagnostic {
    let what = page?.path
    return Diagnostic(
      .error, "gone-but-published",
      Wording(
        en: "'gone' says that \(path) was withdrawn, but \(what ?? "the file") is published there",
        th: "'gone' บอกว่า \(path) ถูกถอนแล้ว แต่\(what.map { " \($0) " } ?? "ไฟล์")ยังเผยแพร่อยู่ที่นั่น"),
      at: place,
      hint: page == nil
        ? Wording(
          en: "take the address out of 'gone', or the file out of the site",
          th: "ลบที่อยู่นี้ออกจาก 'gone' หรือนำไฟล์ออกจากเว็บ")
        : Wording(
          en: "take the address out of 'gone', or delete the page",
          th: "ลบที่อยู่นี้ออกจาก 'gone' หรือลบหน้านั้น"))
  }
}

extension Wording {
  /// That a page has moved.
  static func leadTo(_ key: String) -> Wording {
    Wording(en: "the page is now '\(key)': write that", th: "หน้านั้นย้ายไปที่ '\(key)' แล้ว ให้เขียนแทน")
  }
}
