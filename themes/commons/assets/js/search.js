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
    const dropComma = () => {
      const n = out.length
      if (n > 1 && out[n - 1] === "," && isDigit(out[n - 2])) (out.pop(), at.pop())
    }
    for (let index = 0; index < text.length; ) {
      const start = index
      const code = text.codePointAt(index)
      const sign = String.fromCodePoint(code)
      index += sign.length
      const n = out.length
      if (code < 0x80) {
        if (isDigit(sign)) dropComma()
        add(sign.toLowerCase(), start)
      } else if (code === 0xa0) add(" ", start)
      else if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) continue
      else if (code >= 0xe50 && code <= 0xe59) {
        dropComma()
        add(String.fromCharCode(code - 0xe20), start)
      } else if (code === 0xe40 && out[n - 1] === "เ") out[n - 1] = "แ"
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
    if (hasAccents) compose(out, at)
    return { out, at }
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

  /** What a reader asks for: runs that all have to be there; a text in quotation marks is one. */
  const runsOf = (query) => {
    const spoken = query.replace(/(^|\s)([จอต])\.\s+/g, "$1$2.").replace(/[“”„]/g, '"')
    const runs = []
    spoken.split('"').forEach((part, number) => {
      for (const text of number % 2 ? [part] : part.split(/[\s\u200b]+/)) {
        const { out } = normalised(text)
        const tokens = tokensOf(out)
        if (!tokens.length) continue
        const rest = text.match(/^(?:จังหวัด|อำเภอ|ตำบล|[จอต]\.)\s*(.+)/)
        runs.push({ out, tokens, place: rest && tokensOf(normalised(rest[1]).out) })
      }
    })
    return runs
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

  const readNumbers = (text) => {
    const numbers = []
    let value = 0
    let unit = 1
    for (let index = 0; index < text.length; index++) {
      const byte = text.charCodeAt(index)
      const digit = byte - (byte < 0x5c ? 0x23 : 0x24)
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
      return this.once(name, async () => read(await fetchPart(this.folder, name, version)))
    }

    manifest() {
      return this.once("index", () => fetchPart(this.folder, "index"))
    }

    async lengths() {
      const { lengths } = await this.manifest()
      return this.part("lengths", lengths, (payload) => {
        const [titles, names, bodies] = linesOf(payload).map(readNumbers)
        const starts = (lengths) => {
          let sum = 0
          return lengths.map((length) => (sum += length) - length)
        }
        return { titles, names: starts(names), bodies: starts(bodies) }
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
      const lines = await this.part(`m${place}`, blocks[place], (payload) => linesOf(payload).map((line) => line.split("\t")))
      const [title, path, note, summary] = lines[number % block]
      return { number, title, path, note, summary }
    }

    async terms(tier, number) {
      const { parts } = (await this.manifest())[tier]
      return this.part(tier[0] + number, parts[number], (payload) =>
        new Map(linesOf(payload).map((line) => line.split("\t"))))
    }

    /** Where a term stands, in ascending order. */
    async positions(tier, term, isFolded) {
      const { first, second } = (await this.manifest())[tier]
      const letter = (code) => (code === 0xe0e ? 0xe0f : code)
      const start = (letter(term.first) % first) * second
      const numbers = term.second === undefined ? Array.from({ length: second }, (_, k) => start + k) : [start + (letter(term.second) % second)]
      const found = []
      const text = isFolded ? folded(term.text) : term.text
      for (const terms of await Promise.all(numbers.map((number) => this.terms(tier, number)))) {
        if (term.match === "whole" && !isFolded) {
          const list = terms.get(text)
          if (list) found.push(ascending(list))
          continue
        }
        for (const [key, list] of terms) {
          const own = isFolded ? folded(key) : key
          if (!own.startsWith(text)) continue
          if (term.match === "whole" && own.length !== text.length) continue
          found.push(ascending(list))
        }
      }
      return found.length === 1 ? found[0] : found.flat().sort((a, b) => a - b)
    }

    /** Where a run of tokens begins, in ascending order. */
    async starts(tier, tokens, isFolded) {
      let starts = null
      const terms = termsOf(tokens)
      for (let next = 0; next < terms.length; next += 4) {
        const some = terms.slice(next, next + 4)
        const lists = await Promise.all(some.map((term) => this.positions(tier, term, isFolded)))
        lists.forEach((list, number) => {
          const shifted = list.map((position) => position - some[number].at)
          if (starts === null) starts = shifted
          else {
            const here = new Set(shifted)
            starts = starts.filter((position) => here.has(position))
          }
        })
        if (!starts.length) break
      }
      return starts ?? []
    }

    /** How well each page has a run: 0 as its title, 1 at its start, 2 in it, 3 as another name, 4 in its text. */
    async having(run, { names, isFolded }) {
      const found = new Map()
      const add = (number, rank) => {
        if (!(found.get(number) <= rank)) found.set(number, rank)
      }
      const [lengths, own, place, bodies] = await Promise.all([
        this.lengths(),
        this.starts("names", run.tokens, isFolded),
        run.place?.length ? this.starts("names", run.place, isFolded) : [],
        names ? [] : this.starts("bodies", run.tokens, isFolded),
      ])
      const addNames = (tokens, positions) => {
        const span = tokens[tokens.length - 1].at + 1
        forEachPage(lengths.names, positions, (number, offset) => {
          const title = lengths.titles[number]
          add(number, offset === 0 && span === title ? 0 : offset === 0 && span < title ? 1 : offset + span <= title ? 2 : 3)
        })
      }
      addNames(run.tokens, own)
      if (place.length) addNames(run.place, place)
      forEachPage(lengths.bodies, bodies, (number) => add(number, 4))
      return found
    }

    /** The pages that have all that a query asks for, the best first. */
    async find(query, options = {}) {
      const runs = runsOf(query)
      const found = await this.together(runs, options)
      // What stands as it is written is better than its words apart.
      if (runs.length > 1 && found.size) {
        const tokens = tokensOf(normalised(query).out)
        for (const [number, rank] of await this.having({ tokens }, { ...options, names: true })) {
          if (found.get(number) > rank) found.set(number, rank)
        }
      }
      return sorted(found)
    }

    async together(runs, options) {
      let found = null
      for (const run of runs) {
        found = both(found, await this.having(run, options))
        if (!found.size) break
      }
      return found ?? new Map()
    }

    /** The pages that have the beginnings of what a query asks for, as far as any page has them. */
    async nearly(query) {
      let found = null
      const kept = []
      for (const run of runsOf(query)) {
        const starting = (count) => ({ out: run.out, tokens: run.tokens.slice(0, count) })
        let [low, high] = [0, run.tokens.length]
        let here = null
        while (low < high) {
          const count = Math.ceil((low + high) / 2)
          const having = await this.having(starting(count), {})
          const joint = having.size ? both(found, having) : having
          if (joint.size) [low, here] = [count, joint]
          else high = count - 1
        }
        // A letter or two say nothing.
        if (low < run.tokens.length && low < 3 && run.tokens[0].isLetter) continue
        if (!here) continue
        found = here
        kept.push(starting(low))
      }
      const text = kept.map(({ out, tokens }) => out.slice(tokens[0].start, tokens[tokens.length - 1].end).join("")).join(" ")
      return { found: sorted(found ?? new Map()), runs: kept, text }
    }
  }

  /** What is found of both, as well as the worse of them. */
  const both = (found, here) => {
    if (found === null) return here
    const joint = new Map()
    for (const [number, rank] of found) {
      if (here.has(number)) joint.set(number, Math.max(rank, here.get(number)))
    }
    return joint
  }

  const sorted = (found) => Array.from(found).sort((a, b) => a[1] - b[1] || a[0] - b[0])

  const forEachPage = (starts, positions, body) => {
    let number = 0
    for (const position of positions) {
      while (number + 1 < starts.length && starts[number + 1] <= position) number++
      body(number, position - starts[number])
    }
  }

  /** The terms that tell where a run stands: its words, and every second pair of its letters. */
  const termsOf = (tokens) => {
    const terms = []
    const code = (token) => token.text.codePointAt(0)
    const last = tokens.length - 1
    const addPair = (place) => {
      const [left, right] = [tokens[place], tokens[place + 1]]
      terms.push({
        text: left.text + right.text, at: left.at, first: code(left), second: code(right),
        match: place + 1 === last ? "start" : "whole",
      })
    }
    for (let index = 0; index <= last; ) {
      const token = tokens[index]
      const match = index === last ? "start" : "whole"
      if (!token.isLetter) {
        const next = Array.from(token.text)[1]
        // A word that is whole may have one letter alone.
        const second = next ? next.codePointAt(0) : match === "whole" ? 0 : undefined
        terms.push({ text: token.text, at: token.at, first: code(token), second, match })
        index++
        continue
      }
      let end = index
      while (end < last && tokens[end + 1].isLetter && tokens[end + 1].at === tokens[end].at + 1) end++
      // Before a gap a letter stands alone, and the index has it so.
      if (end === index || end < last) {
        const final = tokens[end]
        terms.push({ text: final.text, at: final.at, first: code(final), second: end < last ? 0 : undefined, match: end < last ? "whole" : "start" })
      }
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

  /** Where the tokens stand among others, as pairs of places in the text. */
  const placesOf = (tokens, inText, { out, at }, length, isFolded) => {
    const same = (text) => (isFolded ? folded(text) : text)
    const places = []
    const last = tokens.length - 1
    for (let start = 0; start + last < inText.length; start++) {
      const fits = tokens.every((token, number) => {
        const other = inText[start + number]
        if (other.at - inText[start].at !== token.at || other.isLetter !== token.isLetter) return false
        return number === last ? same(other.text).startsWith(same(token.text)) : same(other.text) === same(token.text)
      })
      if (!fits) continue
      const final = inText[start + last]
      const end = final.isLetter ? final.end : Math.min(final.end, final.start + Array.from(tokens[last].text).length)
      places.push([at[inText[start].start], end < out.length ? at[end] : length])
    }
    return places
  }

  /** The text with what was asked for marked in it, and where the first of it stands. */
  const marked = (text, runs, isFolded) => {
    const normal = normalised(text)
    const inText = tokensOf(normal.out)
    const places = runs
      .flatMap((run) => [run.tokens, ...(run.place?.length ? [run.place] : [])])
      .flatMap((tokens) => placesOf(tokens, inText, normal, text.length, isFolded))
      .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    const nodes = []
    let end = 0
    for (const [from, to] of places) {
      if (from < end) continue
      nodes.push(text.slice(end, from), make("mark", {}, text.slice(from, to)))
      end = to
    }
    return { nodes: [...nodes, text.slice(end)], first: places[0]?.[0] }
  }

  const decoded = (raw) => {
    const text = raw.replaceAll("+", " ")
    try {
      return decodeURIComponent(text)
    } catch {
      // Old programs write Thai in one byte a letter.
      return text.replace(/%([0-9a-f]{2})/gi, (_, digits) => {
        const code = parseInt(digits, 16)
        return code >= 0xa1 ? String.fromCharCode(code + 0xd60) : code < 0x80 ? String.fromCharCode(code) : " "
      })
    }
  }

  const later = (wait, action) => {
    let timer
    return (...values) => {
      clearTimeout(timer)
      timer = setTimeout(() => action(...values), wait)
    }
  }

  /** Suggestions below a box: a combobox with a list, whose choice its reader makes. */
  const suggest = (form, number) => {
    const box = form.elements.q
    const list = make("ul", { class: "options", role: "listbox", id: `options-${number}`, "aria-label": form.dataset.label })
    list.hidden = true
    const status = make("span", { class: "visually-hidden", role: "status" })
    for (const [key, value] of Object.entries({
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
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
    const show = later(60, async () => {
      const query = box.value
      const own = ++asked
      const runs = runsOf(query)
      if (!runs.length) return close()
      const index = indexOf(form)
      try {
        let found = await index.find(query, { names: true })
        if (!found.length) found = await index.find(query, { names: true, isFolded: true })
        const pages = await Promise.all(found.slice(0, 8).map(([page]) => index.page(page)))
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

  /** The results of the search page; what is shown stands in its address. */
  const showResults = (form, place) => {
    const words = JSON.parse(place.dataset.words)
    const contents = document.getElementById("to-index")
    const status = document.getElementById("search-status")
    const box = form.elements.q
    const index = indexOf(form)
    const numbers = new Intl.NumberFormat(document.documentElement.lang)
    const say = later(500, (text) => (status.textContent = text))
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole)
    const shownAtOnce = 20
    let asked = 0

    const wish = () => {
      const all = new URLSearchParams(location.search)
      return { q: decoded(location.search.match(/[?&]q=([^&]*)/)?.[1] ?? ""), kind: all.get("kind") ?? "",
        province: all.get("province") ?? "", topic: all.get("topic") ?? "", year: all.get("year") ?? "" }
    }
    const addressOf = (wanted) => {
      const all = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value))
      return `${location.pathname}?${all}`
    }
    const go = (wanted) => {
      history.pushState(null, "", addressOf(wanted))
      run()
    }
    const linkTo = (wanted, attributes, ...children) => {
      const link = make("a", { href: addressOf(wanted), ...attributes }, ...children)
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go(wanted)
      })
      return link
    }

    const item = (page, rank, runs, isFolded) => {
      const title = marked(page.title, runs, isFolded)
      const summary = marked(page.summary, runs, isFolded)
      const text = make("p", {}, ...summary.nodes)
      const entry = make("li", { class: "entry" },
        make("h3", {}, make("a", { href: hrefOf(form, page.path) }, ...title.nodes)),
        ...(page.note ? [make("p", { class: "small" }, ...marked(page.note, runs, isFolded).nodes)] : []), text)
      text.hidden = !page.summary
      if (rank === 4 && summary.first === undefined && location.protocol !== "file:") entry.quote = () => quote(page, runs, isFolded, text)
      return entry
    }
    /** Shows where in its text a page has what was asked for, by looking at the page itself. */
    const quote = async (page, runs, isFolded, place) => {
      const answer = await fetch(hrefOf(form, page.path))
      if (!answer.ok) return
      const shown = new DOMParser().parseFromString(await answer.text(), "text/html")
      for (const block of shown.querySelectorAll("main :is(p,li,td,th,dd,dt,h2,h3,h4,figcaption)")) {
        const whole = block.textContent.replace(/\s+/g, " ").trim()
        const { first } = marked(whole, runs, isFolded)
        if (first === undefined) continue
        let from = Math.max(0, first - 60)
        let to = Math.min(whole.length, first + 110)
        // A blank parts phrases in Thai as words elsewhere; where none is near, letters keep their marks.
        const before = whole.lastIndexOf(" ", from)
        const after = whole.indexOf(" ", to)
        if (from > 0 && from - before < 60) from = before + 1
        if (after >= 0 && after - to < 60) to = after
        while (from > 0 && /[\u0e30-\u0e3a\u0e45-\u0e4e]/.test(whole[from])) from--
        while (to < whole.length && /[\u0e30-\u0e3a\u0e45-\u0e4e]/.test(whole[to])) to++
        place.replaceChildren(from > 0 ? "…" : "", ...marked(whole.slice(from, to), runs, isFolded).nodes, to < whole.length ? "…" : "")
        place.hidden = false
        return
      }
    }
    const quoteAll = async (own) => {
      for (const entry of place.querySelectorAll("li")) {
        if (own !== asked) return
        await entry.quote?.().catch(() => {})
      }
    }

    /** The pages of results as a list; what is more is shown when it is asked for. */
    const listOf = async (found, runs, isFolded, limit, own) => {
      const list = make("ul", { class: "entries" })
      const add = async (from, to) => {
        const pages = await Promise.all(found.slice(from, to).map(async ([page, rank]) => [await index.page(page), rank]))
        list.append(...pages.map(([page, rank]) => item(page, rank, runs, isFolded)))
      }
      await add(0, limit)
      const nodes = [list]
      if (limit === shownAtOnce && found.length > limit) {
        let shown = limit
        const button = make("button", { type: "button", class: "button" }, words.more)
        button.addEventListener("click", async () => {
          const first = list.children.length
          await add(shown, shown + limit)
          shown += limit
          if (shown >= found.length) button.remove()
          list.children[first]?.querySelector("a").focus()
          quoteAll(own)
        })
        nodes.push(button)
      }
      return nodes
    }

    const facetBox = (facet, all, found, wanted) => {
      const values = all.filter((one) => one.facet === facet)
        .map((one) => ({ ...one, count: found.reduce((sum, [page]) => sum + one.pages.has(page), 0) }))
        .filter((one) => one.count || wanted[facet] === one.value)
      if (!values.length) return []
      const choice = make("select", { id: `to-${facet}` }, make("option", { value: "" }, words.any),
        ...values.map((one) => {
          const option = make("option", { value: one.value }, `${one.title} (${numbers.format(one.count)})`)
          option.selected = wanted[facet] === one.value
          return option
        }))
      choice.addEventListener("change", () => go({ ...wanted, [facet]: choice.value }))
      return [make("p", { class: "facet" }, make("label", { for: choice.id }, words.facets[facet]), choice)]
    }

    const render = async (wanted, own) => {
      const runs = runsOf(wanted.q)
      const all = await index.find(wanted.q)
      const near = all.length < 3 ? (await index.find(wanted.q, { isFolded: true })).filter(([page]) => !all.some((one) => one[0] === page)) : []
      const part = all.length || near.length ? null : await index.nearly(wanted.q)
      const [{ kinds, count }, facets] = await Promise.all([index.manifest(), index.facets()])
      const chosen = facets.filter((one) => one.value && wanted[one.facet] === one.value)
      const facetted = all.filter(([page]) => chosen.every((one) => one.pages.has(page)))
      const groups = kinds.map(([name, start], number) => {
        const end = kinds[number + 1]?.[1] ?? count
        return { name, found: facetted.filter(([page]) => page >= start && page < end) }
      }).filter((group) => group.found.length)
      const found = facetted.filter(([page]) => !wanted.kind || groups.some((group) => group.name === wanted.kind && group.found.some((one) => one[0] === page)))
      const shown = groups.filter((group) => !wanted.kind || group.name === wanted.kind)
      // The kind of the best result comes first.
      shown.sort((a, b) => a.found[0][1] - b.found[0][1])
      const limit = shown.length > 1 ? 5 : shownAtOnce
      const sections = []
      for (const group of shown) {
        const title = make("h2", { id: `to-${group.name}` }, words.kinds[group.name] ?? group.name)
        const nodes = await listOf(group.found, runs, false, limit, own)
        if (group.found.length > limit && limit < shownAtOnce) {
          nodes.push(make("p", {}, linkTo({ ...wanted, kind: group.name }, {}, fill(words.all_of, { number: numbers.format(group.found.length), kind: words.kinds[group.name] }))))
        }
        sections.push(make("section", { "aria-labelledby": title.id }, title, ...nodes))
      }
      if (near.length) {
        const title = make("h2", { id: "to-near" }, words.near)
        sections.push(make("section", { "aria-labelledby": "to-near" }, title, ...(await listOf(near.slice(0, shownAtOnce), runs, true, shownAtOnce + 1, own))))
      }
      if (part?.found.length) {
        const title = make("h2", { id: "to-part" }, fill(words.part, { query: part.text.slice(0, 60), number: numbers.format(part.found.length) }))
        sections.push(make("section", { "aria-labelledby": "to-part" }, title, ...(await listOf(part.found, part.runs, false, shownAtOnce, own))))
      }
      if (own !== asked) return
      const counts = groups.map((group) => make("li", {},
        linkTo({ ...wanted, kind: group.name }, wanted.kind === group.name ? { "aria-current": "true" } : {}, words.kinds[group.name]),
        " ", make("span", { class: "count" }, numbers.format(group.found.length))))
      if (wanted.kind) counts.unshift(make("li", {}, linkTo({ ...wanted, kind: "" }, {}, words.any)))
      const boxes = ["province", "topic", "year"].flatMap((facet) => facetBox(facet, facets, all, wanted))
      const side = make("div", { class: "facets" }, ...(counts.length ? [make("nav", { "aria-label": words.by_kind }, make("ul", { class: "plain" }, ...counts))] : []), ...boxes)
      place.replaceChildren(...(all.length ? [side] : []), make("div", {}, ...sections))
      place.hidden = !sections.length
      contents.hidden = all.length > 0
      const sum = found.length ? fill(words.found, { number: numbers.format(found.length) }) : fill(words.none, { query: wanted.q.trim().slice(0, 60) })
      document.title = `${wanted.q.trim().slice(0, 60)} – ${words.title}`
      say(sum)
      quoteAll(own)
    }

    const run = async () => {
      const own = ++asked
      const wanted = wish()
      if (box.value.trim() !== wanted.q.trim()) box.value = wanted.q
      if (!runsOf(wanted.q).length) {
        place.hidden = true
        contents.hidden = false
        say("")
        return
      }
      const slow = setTimeout(() => (status.textContent = words.searching), 200)
      try {
        await render(wanted, own)
      } catch {
        if (own !== asked) return
        const again = make("button", { type: "button", class: "button" }, words.retry)
        again.addEventListener("click", () => {
          indexes.delete(index.folder)
          index.parts.clear()
          run()
        })
        place.replaceChildren(make("p", {}, words.failed), again)
        place.hidden = false
        contents.hidden = false
        say(words.failed)
      } finally {
        clearTimeout(slow)
      }
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault()
      go({ q: box.value.trim() })
    })
    addEventListener("popstate", run)
    run()
  }

  Object.assign(own, { normalised: (text) => normalised(text).out.join(""), folded, tokensOf: (text) => tokensOf(normalised(text).out), find: (query, options) => indexOf(forms[0]).find(query, options), page: (number) => indexOf(forms[0]).page(number), nearly: (query) => indexOf(forms[0]).nearly(query) })
  const forms = document.querySelectorAll("form.find")
  forms.forEach(suggest)
  const results = document.getElementById("search-results")
  if (results && forms.length) showResults(forms[0], results)
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k" && forms.length) {
      event.preventDefault()
      forms[0].elements.q.focus()
      forms[0].elements.q.select()
    }
  })
})()
