// Searches the site in the reader's browser. Without it the form leads to the search page, an index of the site.
// How texts are compared and parted is SearchText.swift's and SearchTokens.swift's way; tests hold both together.
(() => {
  // ---- What a text is to search

  const isDigit = (sign) => sign >= "0" && sign <= "9"
  const order = (sign) => {
    const code = sign.charCodeAt(0)
    return code === 0xe38 || code === 0xe39 ? 103 : code === 0xe3a ? 9 : code >= 0xe48 && code <= 0xe4b ? 107 : 0
  }

  /** The characters as search compares them, and where each stands in the text. */
  const normalised = (text) => {
    const out = []
    const at = []
    let hasAccents = false
    const add = (sign, index) => (out.push(sign), at.push(index))
    for (let index = 0; index < text.length; ) {
      const start = index
      const given = text.codePointAt(index)
      index += given > 0xffff ? 2 : 1
      // LAKKHANGYAO is an AA behind two letters alone, and looks like it.
      const code = given === 0xe45 ? 0xe32 : given
      const sign = String.fromCodePoint(code)
      const n = out.length
      if (code < 0x80) add(sign.toLowerCase(), start)
      else if (code === 0xa0) add(" ", start)
      else if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) continue
      else if (code >= 0xe50 && code <= 0xe59) add(String.fromCharCode(code - 0xe20), start)
      else if (code === 0xe40 && out[n - 1] === "เ") out[n - 1] = "แ"
      else if (code === 0xe32 && out[n - 1] === "\u0e4d") out[n - 1] = "ำ"
      else if (code === 0xe32 && n > 1 && out[n - 2] === "\u0e4d" && order(out[n - 1]) === 107) {
        out[n - 2] = out[n - 1]
        out[n - 1] = "ำ"
      } else if (code >= 0xe00 && code <= 0xe7f) {
        add(sign, start)
        for (let end = n; end > 0 && order(out[end]) > 0 && order(out[end - 1]) > order(out[end]); end--) {
          ;[out[end - 1], out[end]] = [out[end], out[end - 1]]
        }
      } else if (code < 0x800 || (code >= 0x1e00 && code < 0x2000)) {
        if (code >= 0x300 && code < 0x380) hasAccents = true
        for (const small of sign.toLowerCase()) add(small, start)
      } else add(sign, start)
    }
    joinThousands(out, at)
    if (hasAccents) compose(out, at)
    return { out, at }
  }

  /** Drops the commas that part thousands; others part the numbers of a list. */
  const joinThousands = (out, at) => {
    const areThree = (index) => isDigit(out[index]) && isDigit(out[index + 1]) && isDigit(out[index + 2]) && !isDigit(out[index + 3])
    let digits = 0
    let kept = 0
    for (let index = 0; index < out.length; index++) {
      const sign = out[index]
      const isOfThousands = sign === "," && digits > 0 && digits < 4 && areThree(index + 1)
      digits = isDigit(sign) ? digits + 1 : 0
      if (isOfThousands) continue
      out[kept] = sign
      at[kept++] = at[index]
    }
    out.length = at.length = kept
  }

  /** Joins Latin letters with the accents behind them. */
  const compose = (out, at) => {
    for (let index = 0; index < out.length; index++) {
      let end = index + 1
      while (end < out.length && /[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/.test(out[end])) end++
      if (end === index + 1) continue
      const letter = out.slice(index, end).join("").normalize("NFC")
      const code = letter.codePointAt(0)
      if (letter.length === 1 && ((code >= 0xc0 && code < 0x250) || (code >= 0x1e00 && code < 0x1f00))) {
        out.splice(index, end - index, letter)
        at.splice(index + 1, end - index - 1)
      }
    }
  }

  /** The second chance: without tone marks, and with ฎ as ฏ. */
  const folded = (text) => text.replace(/[\u0e47-\u0e4c]/g, "").replaceAll("ฎ", "ฏ")

  const OTHER = 0
  const WORD = 1
  const LETTER = 2
  const MARK = 3
  const kindOf = (code) => {
    if ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)) return WORD
    if (code < 0xc0 || code === 0xd7 || code === 0xf7) return OTHER
    if (code >= 0xe00 && code <= 0xe7f) {
      if (code === 0xe31 || (code >= 0xe33 && code <= 0xe3a) || (code >= 0xe47 && code <= 0xe4e)) return MARK
      return (code >= 0xe01 && code <= 0xe32) || (code >= 0xe40 && code <= 0xe46) ? LETTER : OTHER
    }
    if (code < 0x2000 || (code >= 0x2c00 && code < 0x2e00)) return WORD
    if (code === 0x3005 || (code >= 0x3040 && code < 0xd800) || (code >= 0xf900 && code < 0xfb00)) return LETTER
    return code >= 0x20000 && code < 0x40000 ? LETTER : OTHER
  }

  /** The letters and words of normalised characters with their positions. */
  const tokensOf = (signs) => {
    const tokens = []
    let position = 0
    let isParted = true
    let before = OTHER
    signs.forEach((sign, index) => {
      const kind = kindOf(sign.codePointAt(0))
      if (kind === OTHER) {
        if (!isParted) position++
        isParted = true
      } else if ((kind === WORD && before === WORD) || (kind === MARK && before >= LETTER)) {
        const last = tokens[tokens.length - 1]
        last.text += sign
        last.end = index + 1
      } else {
        const isLetter = kind !== WORD
        // A word beside a letter is parted from it, whether a blank stands between them or not.
        if (!isParted && tokens[tokens.length - 1].isLetter !== isLetter) position++
        tokens.push({ text: sign, at: position++, isLetter, start: index, end: index + 1 })
        isParted = false
      }
      before = kind
    })
    return tokens
  }

  /** Makes something once, for it takes longer than all the rest of a query. */
  const once = (make) => {
    const made = new Map()
    return (...values) => {
      const key = values.join()
      if (!made.has(key)) made.set(key, make(...values))
      return made.get(key)
    }
  }
  const months = once((language, month) => {
    const format = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" })
    return Array.from({ length: 12 }, (_, number) => format.format(Date.UTC(2000, number, 1)))
  })
  const monthPairs = once(() => {
    const thai = months("th", "short").map((short, number) => [short, months("th", "long")[number]])
    return thai.concat(months("en", "short").map((short, number) => [short, months("en", "long")[number]]))
  })
  const classes = [["จังหวัด", "จ."], ["อำเภอ", "อ.", "เขต"], ["ตำบล", "ต.", "แขวง"]]
  const isLatin = (token) => !token.isLetter && !isDigit(token.text[0])

  /** A run: what has to stand somewhere, and what may stand there instead of it. */
  const runOf = (text, match, others = []) => {
    const { out } = normalised(text)
    const tokens = tokensOf(out)
    if (!tokens.length) return []
    const all = [{ tokens, match }]
    for (const other of others) {
      const more = tokensOf(normalised(other).out)
      if (more.length) all.push({ tokens: more, match: isAbbreviated(other) ? "gap" : match })
    }
    return [{ text, out, tokens, all }]
  }
  /** Whether the full stop of an abbreviation ends a text: no letter goes on behind it. */
  const isAbbreviated = (text) => /[ก-ฮ]\.$/.test(text)

  /** A day in figures, as it is written in full and in short. */
  const dayOf = (text) => {
    const found = text.match(/^(\d\d?)[/-](\d\d?)[/-](\d{4}|\d\d)$/)
    if (!found || found[2] < 1 || found[2] > 12) return []
    const short = found[3].length === 2
    return ["th", "en"].flatMap((language) => {
      const isThai = language === "th"
      const given = short ? (isThai ? 2500 : 2000) + +found[3] : +found[3]
      const year = isThai ? (given < 2300 ? given + 543 : given) : given < 2300 ? given : given - 543
      return ["long", "short"].map((length) => `${+found[1]} ${months(language, length)[found[2] - 1]} ${year}`)
    })
  }

  /** What a word of a query may be written as as well. */
  const othersOf = (word, isLast, isEra) => {
    const others = dayOf(word)
    const year = parseInt(word, 10)
    if (isEra) others.push(String(year + (year < 2300 ? 543 : -543)))
    for (const [short, long] of monthPairs()) {
      if (word === short) others.push(long)
      if (word === long) others.push(short)
    }
    const kind = classes.find((names) => names.slice(0, 2).some((name) => word.startsWith(name)))
    const prefix = kind?.find((name) => word.startsWith(name))
    const rest = kind && word.slice(prefix.length)
    // A letter alone, or one more abbreviation, is no place.
    const place = rest && tokensOf(normalised(rest).out).length > 1 && !/^[ก-ฮ]{1,3}\./.test(rest) ? rest : ""
    if (place) others.push(...kind.filter((name) => name !== prefix).map((name) => name + place))
    // The thousands that are being typed.
    if (isLast && /\d,\d{1,2}$/.test(word)) others.push(word.replace(/[\d,]+$/, (number) => number.replaceAll(",", "")))
    return { others, province: kind === classes[0] ? place : "" }
  }

  /** What a reader asks for: runs that all have to be there; a text in quotation marks is one. */
  const runsOf = (query) => {
    const spoken = query.replace(/(^|\s)([จอต])\.\s+/g, "$1$2.").replace(/[“”„]/g, '"')
    const parts = spoken.split('"')
    return parts.flatMap((part, number) => {
      if (number % 2) return runOf(part, isAbbreviated(part) ? "gap" : "start")
      const plain = part.replace(/[๐-๙]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe20))
        // An era before a year only says which year it is; a month may have two digits of one.
        .replace(/(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|\b(?:B\.?E|A\.?D|C\.?E)\.?)\s*(?=\d{4}(?!\d))/g, " \u0001")
        .replace(/([มกพเสตธ][ีิ]?[คพยม]?\.[คพย]\.)\s*(\d\d)(?!\d)/g, "$1 25$2")
      const words = plain.split(/[\s\u200b]+/)
      return words.flatMap((raw, index) => {
        const isEra = raw[0] === "\u0001"
        const word = isEra ? raw.slice(1) : raw
        const isLast = index === words.length - 1 && number === parts.length - 1
        const { others, province } = othersOf(word, isLast, isEra)
        const [run] = runOf(word, isAbbreviated(word) ? "gap" : "start", others)
        if (!run) return []
        // Who goes on with another word has written this one in full, but for the endings of Latin ones.
        if (!isLast && !isLatin(run.tokens[run.tokens.length - 1])) {
          for (const one of run.all) if (one.match === "start") one.match = "whole"
        }
        return [{ ...run, province: province && normalised(province).out.join("") }]
      })
    })
  }

  // ---- The index

  const scriptLimit = 15000
  const waiting = new Map()
  const own = (window.saanSearch = (name, payload) => waiting.get(name)?.(payload))

  const hash = (text) => {
    let value = 0x811c9dc5
    for (let index = 0; index < text.length; index++) {
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
    }
    return value.toString(16).padStart(8, "0")
  }

  /** Loads a file of the index; what has not come whole, or is of another index, has not come. */
  const fetchPart = (folder, name, version) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      const done = (settle, value) => {
        clearTimeout(timer)
        waiting.delete(name)
        script.remove()
        settle(value)
      }
      const timer = setTimeout(() => done(reject, new Error(name)), scriptLimit)
      waiting.set(name, (payload) => {
        const isWhole = version === undefined || (typeof payload === "string" && hash(payload) === version)
        done(isWhole ? resolve : reject, isWhole ? payload : new Error(name))
      })
      script.onload = script.onerror = () => done(reject, new Error(name))
      script.src = new URL(`${name}.js${version === undefined ? "" : `?v=${version}`}`, folder).href
      document.head.append(script)
    })

  /** The lines of a file, which lie packed. */
  const unpacked = (payload) => {
    const bytes = Uint8Array.from(atob(payload), (sign) => sign.charCodeAt(0))
    const { writable, readable } = new DecompressionStream("deflate")
    const writer = writable.getWriter()
    // What goes wrong here is told where the lines are read.
    for (const done of [writer.write(bytes), writer.close()]) done.catch(() => {})
    return new Response(readable).text()
  }

  const digitAt = (text, index) => {
    const byte = text.charCodeAt(index)
    return byte - (byte < 0x5c ? 0x23 : 0x24)
  }
  const readDigits = (text) => [digitAt(text, 0), digitAt(text, 1)]

  const readNumbers = (text) => {
    const numbers = []
    let value = 0
    let unit = 1
    for (let index = 0; index < text.length; index++) {
      const digit = digitAt(text, index)
      if (digit >= 45) {
        value += (digit - 45) * unit
        unit *= 46
      } else {
        numbers.push(value + digit * unit)
        value = 0
        unit = 1
      }
    }
    return numbers
  }

  const ascending = (text) => {
    let sum = 0
    return readNumbers(text).map((number) => (sum += number))
  }

  const linesOf = (payload) => payload.split("\n").slice(0, -1)

  const startsOf = (lengths, step) => {
    let sum = 0
    return lengths.map((length, number) => {
      const start = sum
      sum += length * step(number)
      return start
    })
  }

  /** The fields of pages; each says how much of it begins and ends as the line before. */
  const blockOf = (payload) => {
    let before = ["", "", "", ""]
    return linesOf(payload).map((line) => (before = line.split("\t").map((field, number) => {
      const [start, end] = readDigits(field)
      const last = before[number]
      return last.slice(0, start) + field.slice(2) + last.slice(last.length - end)
    })))
  }

  /** The index of one language; files are loaded when they are asked for, each once. */
  class Index {
    constructor(folder) {
      this.folder = folder
      this.parts = new Map()
    }

    once(key, make) {
      if (!this.parts.has(key)) {
        const made = make()
        this.parts.set(key, made)
        made.catch(() => this.parts.delete(key))
      }
      return this.parts.get(key)
    }

    part(name, version, read) {
      return this.once(name, async () => read(await unpacked(await fetchPart(this.folder, name, version))))
    }

    manifest() {
      return this.once("index", () => fetchPart(this.folder, "index"))
    }

    async lengths() {
      const { lengths, steps } = await this.manifest()
      return this.part("lengths", lengths, (payload) => {
        const [titles, names] = linesOf(payload).map(readNumbers)
        return { titles, names: startsOf(names, () => steps[0]) }
      })
    }

    /** Where the texts of pages begin, and behind them those that many share. */
    async extents() {
      const { extents, steps, count } = await this.manifest()
      return this.part("extents", extents, (payload) =>
        startsOf(readNumbers(linesOf(payload)[0]), (number) => steps[number < count ? 1 : 0]))
    }

    /** A line of one of several files. */
    async line(tier, letter, number) {
      const { starts, parts } = (await this.manifest())[tier]
      const place = starts.findLastIndex((start) => start <= number)
      const lines = await this.part(letter + place, parts[place], linesOf)
      return lines[number - starts[place]]
    }

    /** The pages that have what many share, by its place among this; of a name also those whose title it is. */
    async sharing(number) {
      const line = await this.line("shared", "s", number)
      return line.split("\t").map((field) => {
        const pages = []
        const runs = readNumbers(field)
        for (let index = 0, next = 0; index < runs.length; index += 2) {
          next += runs[index]
          for (let more = runs[index + 1]; more >= 0; more--) pages.push(next++)
        }
        return pages
      })
    }

    async facets() {
      const { facets } = await this.manifest()
      return this.part("facets", facets, (payload) =>
        linesOf(payload).map((line) => {
          const [facet, value, title, pages] = line.split("\t")
          return { facet, value, title, pages: new Set(ascending(pages)) }
        }))
    }

    async page(number) {
      const { block, blocks } = await this.manifest()
      const place = Math.floor(number / block)
      const lines = await this.part(`m${place}`, blocks[place], blockOf)
      const [title, path, note, summary] = lines[number % block]
      return { number, title, path, note, summary }
    }

    async terms(tier, number) {
      const { parts } = (await this.manifest())[tier]
      return this.part(tier[0] + number, parts[number], (payload) =>
        new Map(linesOf(payload).map((line) => line.split("\t"))))
    }

    /** Where a term of a file stands; what was read once is kept, for who types asks again and again. */
    listOf(terms, key) {
      const list = terms.get(key)
      if (typeof list !== "string") return list
      const read = ascending(list)
      terms.set(key, read)
      return read
    }

    /** Where a term stands, in ascending order. */
    async positions(tier, term, isFolded) {
      const { starts } = (await this.manifest())[tier]
      const placeOf = (key) => starts.findLastIndex((start) => start <= key)
      const first = placeOf(term.key)
      const last = term.isOpen ? placeOf(`${term.key}\uffff`) : first
      const numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place)
      const found = []
      const text = isFolded ? folded(term.text) : term.text
      for (const terms of await Promise.all(numbers.map((number) => this.terms(tier, number)))) {
        if (term.match === "whole" && !isFolded) {
          const list = this.listOf(terms, text)
          if (list) found.push(list)
          continue
        }
        for (const key of terms.keys()) {
          const own = isFolded ? folded(key) : key
          if (!own.startsWith(text)) continue
          if (term.match === "whole" && own.length !== text.length) continue
          if (term.match === "letter" && own.length > text.length && kindOf(own.codePointAt(text.length)) === MARK) continue
          found.push(this.listOf(terms, key))
        }
      }
      return found.length === 1 ? found[0] : inOrder(found.flat())
    }

    /** Where a run of tokens begins, in ascending order. */
    async starts(tier, { tokens, match }, isFolded) {
      const parts = []
      for (const [number, token] of tokens.entries()) {
        if (!number || token.at > tokens[number - 1].at + 1) parts.push([])
        parts[parts.length - 1].push(token)
      }
      const lists = []
      for (const [number, part] of parts.entries()) {
        const list = await this.startsOf(tier, part, number < parts.length - 1 ? "gap" : match, isFolded)
        if (!list.length) return list
        lists.push(list)
      }
      const joint = (lists) => lists.reduce((starts, list, number) => standingBoth(starts, list, parts[number][0].at), null)
      const inside = joint(lists)
      const { count, shared } = await this.manifest()
      const extents = tier === "bodies" && lists.length > 1 ? await this.extents() : []
      const first = count + shared.texts - shared.names
      if (first >= extents.length) return inside
      // What goes over the edges of pieces that texts share stands where these do.
      const sets = lists.map((list) => new Set(list))
      const beyond = joint(await Promise.all(lists.map(async (list, number) => {
        const at = (place) => parts[place][0].at - parts[number][0].at
        const standing = list.filter((position) => position < extents[count])
        const pieces = []
        forEachPage(extents, list, (piece, offset, position) => {
          const end = offset + parts[number].length
          const isEdge = piece >= first && (!number || !offset || sets[number - 1].has(position + at(number - 1))) &&
            (number === lists.length - 1 || !(extents[piece + 1] - extents[piece] > end + 9) || sets[number + 1].has(position + at(number + 1)))
          if (isEdge) pieces.push([piece - first, offset])
        })
        for (const places of await Promise.all(pieces.map(async ([piece, offset]) =>
          ascending(await this.line("places", "p", piece)).map((place) => place + offset)))) standing.push(...places)
        return inOrder(standing)
      })))
      return inOrder(new Set([...inside, ...beyond]))
    }

    /** The same of tokens without a gap between them. */
    async startsOf(tier, tokens, match, isFolded) {
      let starts = null
      const terms = termsOf(tokens, match)
      for (let next = 0; next < terms.length; next += 4) {
        const some = terms.slice(next, next + 4)
        const lists = await Promise.all(some.map((term) => this.positions(tier, term, isFolded)))
        lists.forEach((list, number) => (starts = standingBoth(starts, list, some[number].at - tokens[0].at)))
        if (!starts.length) break
      }
      return starts ?? []
    }

    /** How well each page has a run: 0 as its title, 1 at its start, 2 in it, 3 as another name, which of places is as good as 1.5, 4 in its text. */
    async having(run, options) {
      const found = new Map()
      const add = (number, rank) => {
        if (!(found.get(number) <= rank)) found.set(number, rank)
      }
      // Suggestions need not tell all that is called alike, where enough is called so as well as that.
      const limit = options.isAlone && options.limit
      const isEnough = (rank) => limit && Array.from(found.values()).filter((other) => other <= rank).length >= limit
      for (const one of run.all) await this.addHaving(one, options, add, isEnough)
      if (run.province) {
        const end = await this.placesEnd()
        for (const { facet, title, pages } of await this.facets()) {
          const name = normalised(title).out.join("")
          if (facet !== "province" || (name !== run.province && !(run.province.length > 3 && name.startsWith(run.province)))) continue
          for (const page of pages) add(page, page < end ? 1 : 3)
        }
      }
      return found
    }

    /** The number behind the last place, for places come first. */
    async placesEnd() {
      const { kinds } = await this.manifest()
      return kinds[0]?.[0] === "place" ? kinds[1]?.[1] ?? Infinity : 0
    }

    async addHaving(one, { names: isOfNames, isFolded, limit }, add, isEnough) {
      const [{ count, shared }, end, lengths, own, extents, bodies] = await Promise.all([
        this.manifest(),
        this.placesEnd(),
        this.lengths(),
        this.starts("names", one, isFolded),
        isOfNames ? [] : this.extents(),
        isOfNames ? [] : this.starts("bodies", one, isFolded),
      ])
      const span = one.tokens[one.tokens.length - 1].at + 1
      const called = new Map()
      forEachPage(lengths.names, own, (number, offset) => {
        const title = lengths.titles[number]
        const rank = offset + span > title ? 3 : offset ? 2 : span < title ? 1 : 0
        if (number < count) add(number, rank === 3 && number < end ? 1.5 : rank)
        else called.set(number - count, Math.min(rank, called.get(number - count) ?? 3))
      })
      const common = new Set()
      forEachPage(extents, bodies, (number) => (number < count ? add(number, 4) : common.add(number - count + shared.names)))
      const names = sorted(called)
      do {
        await Promise.all(names.splice(0, limit || names.length).map(async ([name, rank]) => {
          const [others, titles = []] = await this.sharing(name)
          for (const page of others) add(page, page < end ? 1.5 : 3)
          for (const page of titles) add(page, rank)
        }))
      } while (names.length && !isEnough(names[0][1]))
      for (const [pages] of await Promise.all(Array.from(common, (number) => this.sharing(number)))) {
        for (const page of pages) add(page, 4)
      }
    }

    /** The pages that have all that a query asks for, the best first. */
    async find(query, options = {}) {
      const runs = runsOf(query)
      // A tone mark alone is nothing without tone marks.
      if (options.isFolded && runs.some((run) => run.tokens.some((token) => !folded(token.text)))) return []
      const found = await this.together(runs, { ...options, isAlone: runs.length === 1 && runs[0].all.length === 1 })
      // What stands as it is written is better than its words apart.
      if (runs.length > 1 && found.size) {
        const [whole] = runOf(query, "start")
        for (const [number, rank] of await this.having(whole, { ...options, names: true })) {
          if (found.get(number) > rank) found.set(number, rank)
        }
      }
      return sorted(found, options.limit)
    }

    async together(runs, options) {
      let found = null
      for (const run of runs) {
        found = both(found, await this.having(run, options))
        if (!found.size) break
      }
      return found ?? new Map()
    }
  }

  /** What is found of both, as well as the worse of them; among equals the other tells. */
  const both = (found, here) => {
    if (found === null) return here
    const joint = new Map()
    for (const [number, rank] of found) {
      const other = here.get(number)
      if (other !== undefined) joint.set(number, Math.max(rank, other) + Math.min(rank, other) / 100)
    }
    return joint
  }

  /** The pages with what they are worth, the best first; only so many where a limit is given. */
  const sorted = (found, limit = Infinity) => {
    const alike = new Map()
    for (const [page, rank] of found) {
      const pages = alike.get(rank)
      if (pages) pages.push(page)
      else alike.set(rank, [page])
    }
    const all = []
    for (const rank of Array.from(alike.keys()).sort((a, b) => a - b)) {
      for (const page of inOrder(alike.get(rank))) all.push([page, rank])
      if (all.length >= limit) break
    }
    return all.slice(0, limit)
  }

  /** The places that are in one list and, so many further on, in another; both ascend. */
  const standingBoth = (starts, list, at) => {
    if (starts === null) return at ? list.map((position) => position - at) : list
    const kept = []
    let next = 0
    for (const start of starts) {
      while (next < list.length && list[next] - at < start) next++
      if (list[next] - at === start) kept.push(start)
    }
    return kept
  }

  const inOrder = (numbers) => Array.from(Int32Array.from(numbers).sort())

  const forEachPage = (starts, positions, body) => {
    let number = 0
    for (const position of positions) {
      while (number + 1 < starts.length && starts[number + 1] <= position) number++
      body(number, position - starts[number], position)
    }
  }

  /** The terms that tell where a run stands: its words, and every second pair of its letters. */
  const termsOf = (tokens, match) => {
    const terms = []
    const letter = (token) => String.fromCodePoint(token.text.codePointAt(0)).replace("ฎ", "ฏ")
    const last = tokens.length - 1
    const isOpen = match === "start"
    const addPair = (place) => {
      const [left, right] = [tokens[place], tokens[place + 1]]
      terms.push({
        text: left.text + right.text, at: left.at, key: letter(left) + letter(right),
        match: isOpen && place + 1 === last ? "start" : "whole",
      })
    }
    // Before a gap a letter stands alone, and the index has it so.
    const addAlone = (token) => terms.push({ text: token.text, at: token.at, key: letter(token), match: "whole" })
    for (let index = 0; index <= last; ) {
      const token = tokens[index]
      if (!token.isLetter) {
        const own = isOpen && index === last ? "start" : "whole"
        const key = Array.from(token.text).slice(0, 3)
        // What begins a word may begin many keys.
        terms.push({ text: token.text, at: token.at, key: key.join(""), isOpen: own === "start" && key.length < 3, match: own })
        index++
        continue
      }
      let end = index
      while (end < last && tokens[end + 1].isLetter && tokens[end + 1].at === tokens[end].at + 1) end++
      if (end < last || match === "gap") addAlone(tokens[end])
      else if (end === index) terms.push({ text: token.text, at: token.at, key: letter(token), isOpen: true, match: isOpen ? "start" : "letter" })
      for (let start = index; start < end; start += 2) addPair(start)
      if (end > index && (end - index) % 2 === 0) addPair(end - 1)
      index = end + 1
    }
    return terms
  }

  // ---- What readers see

  const indexes = new Map()
  /** The index that a form asks, and the way from it to pages. */
  const indexOf = (form) => {
    const folder = new URL(".", form.action).href
    if (!indexes.has(folder)) indexes.set(folder, new Index(folder))
    return indexes.get(folder)
  }
  const hrefOf = (form, path) => {
    const url = new URL(`../${path}`, new URL(".", form.action))
    // In a folder no server adds the name of a page's file.
    if (form.action.split("?")[0].endsWith("index.html") && url.pathname.endsWith("/")) url.pathname += "index.html"
    return url.href
  }

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }

  /** Where tokens stand among those of a text, as pairs of places in it. */
  const placesOf = ({ tokens, match }, inText, { out, at }, length, isFolded) => {
    const same = (text) => (isFolded ? folded(text) : text)
    const places = []
    const last = tokens.length - 1
    for (let start = 0; start + last < inText.length; start++) {
      const final = inText[start + last]
      const fits = tokens.every((token, number) => {
        const other = inText[start + number]
        if (other.at - inText[start].at !== token.at || other.isLetter !== token.isLetter) return false
        return number === last && match === "start" ? same(other.text).startsWith(same(token.text)) : same(other.text) === same(token.text)
      })
      const next = inText[start + last + 1]
      if (!fits || (match === "gap" && next && next.at === final.at + 1)) continue
      const end = final.isLetter ? final.end : Math.min(final.end, final.start + Array.from(tokens[last].text).length)
      places.push([at[inText[start].start], end < out.length ? at[end] : length])
    }
    return places
  }

  /** A text parted for being looked through several times. */
  const parted = (text) => {
    const normal = normalised(text)
    return { text, normal, tokens: tokensOf(normal.out) }
  }
  const placesIn = ({ text, normal, tokens }, run, isFolded) =>
    run.all.flatMap((one) => placesOf(one, tokens, normal, text.length, isFolded))

  /** The text with what was asked for marked in it, where the first of it stands, and how much of it there is. */
  const marked = (text, runs, isFolded) => {
    const inText = parted(text)
    const found = runs.map((run) => placesIn(inText, run, isFolded))
    const places = found.flat().sort((a, b) => a[0] - b[0] || b[1] - a[1])
    const nodes = []
    let end = 0
    for (const [from, to] of places) {
      if (from < end) continue
      nodes.push(text.slice(end, from), make("mark", {}, text.slice(from, to)))
      end = to
    }
    return { nodes: [...nodes, text.slice(end)], first: places[0]?.[0], count: found.filter((some) => some.length).length }
  }

  /** Does something at once, and of calls that follow each other quickly only the first and the last. */
  const soon = (wait, action) => {
    let timer
    let before = -wait
    const act = () => {
      before = performance.now()
      action()
    }
    return () => {
      clearTimeout(timer)
      if (performance.now() - before >= wait) act()
      else timer = setTimeout(act, wait)
    }
  }

  const later = (wait, action) => {
    let timer
    return (...values) => {
      clearTimeout(timer)
      timer = setTimeout(() => action(...values), wait)
    }
  }

  const suggested = 8

  /** Suggestions below a box: a combobox with a list, whose choice its reader makes. */
  const suggest = (form, number) => {
    const box = form.elements.q
    const list = make("ul", { class: "options", role: "listbox", id: `options-${number}`, "aria-label": form.dataset.label })
    list.hidden = true
    const status = make("span", { class: "visually-hidden", role: "status" })
    for (const [key, value] of Object.entries({
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
      "aria-keyshortcuts": "Control+K Meta+K",
    })) box.setAttribute(key, value)
    form.append(list, status)
    const say = later(500, (text) => (status.textContent = text))
    let asked = 0
    let active = -1

    const close = () => {
      asked++
      active = -1
      list.hidden = true
      box.setAttribute("aria-expanded", "false")
      box.removeAttribute("aria-activedescendant")
      say("")
    }
    const choose = (place) => {
      active = place
      Array.from(list.children, (option, at) => option.setAttribute("aria-selected", String(at === place)))
      if (place < 0) return box.removeAttribute("aria-activedescendant")
      box.setAttribute("aria-activedescendant", list.children[place].id)
      list.children[place].scrollIntoView({ block: "nearest" })
    }
    const show = soon(30, async () => {
      const query = box.value
      const own = ++asked
      const runs = runsOf(query)
      if (!runs.length) return close()
      const index = indexOf(form)
      try {
        let found = await index.find(query, { names: true, limit: suggested })
        if (!found.length) found = await index.find(query, { names: true, isFolded: true, limit: suggested })
        const pages = await Promise.all(found.map(([page]) => index.page(page)))
        if (own !== asked || document.activeElement !== box) return
        if (!pages.length) return close()
        list.replaceChildren(...pages.map((page, at) => {
          const option = make("li", { role: "option", id: `${list.id}-${at}`, "aria-selected": "false" },
            make("b", {}, page.title), ...(page.note ? [" ", make("span", {}, page.note)] : []))
          option.dataset.href = hrefOf(form, page.path)
          return option
        }))
        active = -1
        box.removeAttribute("aria-activedescendant")
        list.hidden = false
        box.setAttribute("aria-expanded", "true")
        say(form.dataset.shown.replace("{number}", pages.length))
      } catch {
        // The search page says what is wrong; the form leads there all the same.
        if (own === asked) close()
      }
    })
    const go = (option) => location.assign(option.dataset.href)

    // Whoever goes into the box is about to type.
    box.addEventListener("focus", () => indexOf(form).lengths().catch(() => {}), { once: true })
    box.addEventListener("input", show)
    box.addEventListener("blur", close)
    box.addEventListener("keydown", (event) => {
      const count = list.hidden ? 0 : list.children.length
      if (event.isComposing) return
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault()
        if (!count) return show()
        const step = event.key === "ArrowDown" ? 1 : -1
        choose(active < 0 && step < 0 ? count - 1 : active + step >= count ? -1 : active + step)
      } else if (event.key === "Escape" && count) {
        event.preventDefault()
        close()
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault()
        go(list.children[active])
      }
    })
    // A press must not take the focus away before it is a click.
    list.addEventListener("mousedown", (event) => event.preventDefault())
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]")
      if (option) go(option)
    })
    form.addEventListener("submit", close)
  }

  /** Whether a text, parted once, has all that a query asks for, as pages are found. */
  const matcher = (query) => {
    const runs = runsOf(query)
    return (text, isFolded) => runs.every((run) => placesIn(text, run, isFolded).length > 0)
  }

  const forms = document.querySelectorAll("form.find")
  Object.assign(own, {
    normalised: (text) => normalised(text).out.join(""), folded, tokensOf: (text) => tokensOf(normalised(text).out),
    find: (query, options) => indexOf(forms[0]).find(query, options), page: (number) => indexOf(forms[0]).page(number),
    runsOf, both, sorted, isLatin, parted, matcher, marked, indexOf, forget: (index) => (indexes.delete(index.folder), index.parts.clear()), hrefOf, make, later,
  })
  forms.forEach(suggest)
  addEventListener("keydown", (event) => {
    // The key is the same whichever language is typed.
    const isKey = event.code === "KeyK" || event.key.toLowerCase() === "k"
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && isKey && forms.length) {
      event.preventDefault()
      forms[0].elements.q.focus()
      forms[0].elements.q.select()
    }
  })
})()
