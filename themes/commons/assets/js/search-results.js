// The results of the search page; what is shown stands in its address. The search itself is search.js.
(() => {
  const place = document.getElementById("search-results")
  const form = document.querySelector("form.find")
  if (!place || !form || !window.saanSearch) return
  const { runsOf, both, sorted, isLatin, marked, indexOf, forget, hrefOf, make, later } = window.saanSearch
  const words = JSON.parse(place.dataset.words)
  const contents = document.getElementById("to-index")
  const status = document.getElementById("search-status")
  const box = form.elements.q
  const index = indexOf(form)
  const language = document.documentElement.lang
  const numbers = new Intl.NumberFormat(language)
  const say = later(500, (text) => (status.textContent = text))
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole)
  const shownAtOnce = 20
  const facetNames = ["province", "topic", "year"]
  let asked = 0

  /** A query as an address has it. */
  const decoded = (raw) => {
    const text = raw.replaceAll("+", " ")
    try {
      return decodeURIComponent(text)
    } catch {
      const bytes = []
      text.replace(/%([0-9a-f]{2})|[^]/gi, (sign, digits) => {
        if (digits) bytes.push(parseInt(digits, 16))
        else bytes.push(...new TextEncoder().encode(sign))
      })
      // What was cut within a letter is whole but for that one.
      const whole = new TextDecoder().decode(new Uint8Array(bytes)).replaceAll("\ufffd", "")
      if (/[\u0e00-\u0e7f]/.test(whole)) return whole
      // Old programs write Thai in one byte a letter.
      return bytes.map((code) => (code >= 0xa1 ? String.fromCharCode(code + 0xd60) : code < 0x80 ? String.fromCharCode(code) : " ")).join("")
    }
  }

  const wish = () => {
    const all = new URLSearchParams(location.search)
    return { q: decoded(location.search.match(/[?&]q=([^&]*)/)?.[1] ?? ""), kind: all.get("kind") ?? "",
      ...Object.fromEntries(facetNames.map((name) => [name, all.get(name) ?? ""])) }
  }
  const addressOf = (wanted) => {
    const all = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value))
    return `${location.pathname}?${all}`
  }
  /** Goes on to another wish; steps within one filter are one step back. */
  const go = (wanted, facet = "") => {
    const isSame = facet && history.state?.facet === facet
    history[isSame ? "replaceState" : "pushState"]({ facet }, "", addressOf(wanted))
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

  // ---- What is found where nothing is found whole

  /** The pages that have the longest pieces of what a query asks for, and as many of them as any page has. */
  const nearly = async (query) => {
    const all = []
    for (const [order, run] of runsOf(query).entries()) {
      const parts = await pieces(run)
      // Beside a long part a short one is what is left of a word.
      const longest = Math.max(0, ...parts.map((piece) => piece.text.length))
      for (const piece of parts.filter((piece) => piece.text.length * 2 > longest)) {
        all.push({ ...piece, order: order * 1e6 + piece.tokens[0].start })
      }
    }
    const length = (piece) => piece.text.length
    all.sort((a, b) => length(b) - length(a) || a.order - b.order)
    let found = null
    const kept = []
    for (const piece of all) {
      const joint = both(found, piece.found)
      if (!joint.size) continue
      found = joint
      kept.push(piece)
    }
    kept.sort((a, b) => a.order - b.order)
    return { found: sorted(found ?? new Map()), runs: kept, text: kept.map((piece) => piece.text).join(" ") }
  }

  /** A run as far as it is found: all of it, or its beginning and its end, each ending with a syllable. */
  const pieces = async (run) => {
    const { tokens, out } = run
    const count = tokens.length
    const known = new Map()
    const piece = async (from, to, letters) => {
      const key = `${from},${to},${letters}`
      if (!known.has(key)) {
        const base = tokens[from].at
        const own = tokens.slice(from, to).map((token) => ({ ...token, at: token.at - base, text: letters ? token.text.slice(0, letters) : token.text }))
        const match = to === count ? run.all[0].match : "whole"
        const all = from === 0 && to === count && !letters ? run.all : [{ tokens: own, match: letters ? "start" : match }]
        const text = letters ? own[0].text : out.slice(own[0].start, own[own.length - 1].end).join("")
        const made = { text, tokens: own, all, out, province: letters || from > 0 || to < count ? "" : run.province }
        known.set(key, { ...made, found: await index.having(made, {}) })
      }
      return known.get(key)
    }
    /** The largest number up to a limit for which something is found. */
    const most = async (low, high, make) => {
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((await make(middle)).found.size) low = middle
        else high = middle - 1
      }
      return low
    }
    const whole = await piece(0, count)
    if (whole.found.size) return [whole]
    // The letters of an abbreviation say nothing apart.
    if (run.all[0].match === "gap") return []
    if (count === 1) {
      // Endings of words differ.
      const letters = tokens[0].text.length
      const least = Math.max(4, Math.ceil(letters * 0.6)) - 1
      if (!isLatin(tokens[0]) || letters <= least) return []
      const kept = await most(least, letters - 1, (number) => piece(0, 1, number))
      return kept > least ? [await piece(0, 1, kept)] : []
    }
    // A letter or two say nothing.
    const isEnough = ({ tokens }) => tokens.length > 2 || !tokens[0].isLetter
    const isCut = (at) => at === 0 || at === count || tokens[at].at > tokens[at - 1].at + 1 ||
      !(/^[เ-ไ]/.test(tokens[at - 1].text) || /^[ะาๆฯ]|์/.test(tokens[at].text))
    let left = await most(0, count - 1, (number) => piece(0, number))
    let right = count - (await most(0, count - 1, (number) => piece(count - number, count)))
    for (let at = left; at >= right; at--) {
      if (at === 0 || at === count || !isCut(at)) continue
      const parts = [await piece(0, at), await piece(at, count)]
      if (both(parts[0].found, parts[1].found).size) return parts.filter(isEnough)
    }
    while (!isCut(left)) left--
    while (!isCut(right)) right++
    const ends = await Promise.all([[0, left], [right, count]].filter(([from, to]) => to > from).map(([from, to]) => piece(from, to)))
    const middle = right - left > 2 && right - left < count ? await pieces(await piece(left, right)) : []
    return [...ends, ...middle].filter(isEnough)
  }
  window.saanSearch.nearly = nearly

  // ---- One result

  const item = (page, rank, runs, isFolded) => {
    const title = marked(page.title, runs, isFolded)
    const note = page.note ? marked(page.note, runs, isFolded) : { nodes: [], count: 0 }
    const summary = marked(page.summary, runs, isFolded)
    const text = make("p", {}, ...summary.nodes)
    const entry = make("li", { class: "entry" },
      make("h3", {}, make("a", { href: hrefOf(form, page.path) }, ...title.nodes)),
      ...(page.note ? [make("p", { class: "small" }, ...note.nodes)] : []), ...(page.summary ? [text] : []))
    const isShown = summary.count || note.count || title.count === runs.length
    if (rank >= 4 && (!isShown || summary.count < runs.length) && location.protocol !== "file:") {
      entry.quote = () => quote(page, runs, isFolded, entry, text, summary.count)
    }
    return entry
  }

  const blocks = "p,li,td,th,dd,dt,h2,h3,h4,figcaption,blockquote,pre"
  const parting = `${blocks},br,div,ul,ol,dl,table,tr,section,small,.small`
  const segmenter = Intl.Segmenter && new Intl.Segmenter(language, { granularity: "word" })

  /**
   * Where a text may be cut near a place: at a blank, else between words as far as the browser knows them, else
   * between letters. What is found never depends on it.
   */
  const cut = (text, near, step) => {
    const blank = step < 0 ? text.lastIndexOf(" ", near) : text.indexOf(" ", near)
    if (blank >= 0 && Math.abs(blank - near) < 60) return step < 0 ? blank + 1 : blank
    const word = segmenter?.segment(text).containing(near)
    if (word) return step < 0 || word.index === near ? word.index : word.index + word.segment.length
    let at = near
    const isWithin = () => /[\u0e30-\u0e3a\u0e45-\u0e4e]/.test(text[at]) || /[เ-ไ]|\d[\d,.]?$/.test(text.slice(at - 1, at))
    while (at > 0 && at < text.length && isWithin()) at += step
    return at
  }

  /** Shows where in its text a page has most of what was asked for, by looking at the page itself. */
  const quote = async (page, runs, isFolded, entry, text, least) => {
    const answer = await fetch(hrefOf(form, page.path))
    if (!answer.ok) return
    const shown = new DOMParser().parseFromString(await answer.text(), "text/html")
    const main = shown.querySelector("main")
    for (const hidden of main.querySelectorAll("svg,script,style")) hidden.remove()
    for (const part of main.querySelectorAll(parting)) part.before(" ")
    let best = { count: least, length: 0 }
    for (const block of main.querySelectorAll(blocks)) {
      const whole = block.textContent.replace(/\s+/g, " ").trim()
      const { first, count } = marked(whole, runs, isFolded)
      if (count > best.count || (count && count === best.count && whole.length < best.length)) best = { count, first, whole, length: whole.length }
      if (best.count === runs.length && best.length < 300 && best.whole) break
    }
    const { whole, first } = best
    if (!whole) return
    const from = first > 60 ? cut(whole, first - 60, -1) : 0
    const to = first + 110 < whole.length ? cut(whole, first + 110, 1) : whole.length
    text.replaceChildren(from > 0 ? "…" : "", ...marked(whole.slice(from, to), runs, isFolded).nodes, to < whole.length ? "…" : "")
    entry.append(text)
  }
  const quoteAll = async (own) => {
    for (const entry of place.querySelectorAll("li")) {
      if (own !== asked) return
      const { quote } = entry
      entry.quote = null
      await quote?.().catch(() => {})
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
    if (limit < shownAtOnce || found.length <= limit) return [list]
    let shown = limit
    const button = make("button", { type: "button", class: "button" }, words.more)
    button.addEventListener("click", async () => {
      const first = list.children.length
      await add(shown, shown + shownAtOnce)
      shown += shownAtOnce
      // Who comes back finds as much of the list.
      history.replaceState({ ...history.state, shown }, "")
      if (shown >= found.length) button.remove()
      list.children[first]?.querySelector("a").focus()
      quoteAll(own)
    })
    return [list, button]
  }

  // ---- Filters

  /** A box that chooses among the values of a facet; each says how many results it would leave. */
  const facetBox = (facet, facets, found, wanted) => {
    const values = facets.filter((one) => one.facet === facet)
      .map((one) => ({ ...one, count: found.reduce((sum, [page]) => sum + one.pages.has(page), 0) }))
      .filter((one) => one.count || wanted[facet] === one.value)
    if (wanted[facet] && !values.some((one) => one.value === wanted[facet])) {
      values.unshift({ value: wanted[facet], title: wanted[facet], count: 0 })
    }
    if (!values.length) return []
    const choice = make("select", { id: `to-${facet}` }, make("option", { value: "" }, words.any),
      ...values.map((one) => {
        const option = make("option", { value: one.value }, `${one.title} (${numbers.format(one.count)})`)
        option.selected = wanted[facet] === one.value
        return option
      }))
    choice.addEventListener("change", () => go({ ...wanted, [facet]: choice.value }, facet))
    return [make("p", { class: "facet" }, make("label", { for: choice.id }, words.facets[facet]), choice)]
  }

  const render = async (wanted, own) => {
    const runs = runsOf(wanted.q)
    const all = await index.find(wanted.q)
    const near = all.length < 3 ? (await index.find(wanted.q, { isFolded: true })).filter(([page]) => !all.some((one) => one[0] === page)) : []
    const part = all.length || near.length ? null : await nearly(wanted.q)
    const [{ kinds, count }, facets] = await Promise.all([index.manifest(), index.facets()])
    const spans = new Map(kinds.map(([name, start], number) => [name, [start, kinds[number + 1]?.[1] ?? count]]))
    const isOfKind = (page, kind) => {
      const [start, end] = spans.get(kind) ?? [0, 0]
      return page >= start && page < end
    }
    /** What is left of the results by all that is chosen but one filter. */
    const leftBut = (filter) => all.filter(([page]) =>
      (filter === "kind" || !wanted.kind || isOfKind(page, wanted.kind)) &&
      facetNames.every((name) => name === filter || !wanted[name] ||
        facets.some((one) => one.facet === name && one.value === wanted[name] && one.pages.has(page))))
    const found = leftBut("")
    const groupsOf = (pages) => kinds.map(([name]) => ({ name, found: pages.filter(([page]) => isOfKind(page, name)) }))
      .filter((group) => group.found.length)
      // The kind of the best result comes first.
      .sort((a, b) => a.found[0][1] - b.found[0][1])
    const groups = groupsOf(leftBut("kind"))
    const shown = groupsOf(found)
    const most = Math.max(shownAtOnce, history.state?.shown ?? 0)
    const limit = shown.length > 1 ? 5 : most
    const sections = []
    for (const group of shown) {
      const title = make("h2", { id: `to-${group.name}` }, words.kinds[group.name] ?? group.name)
      const nodes = await listOf(group.found, runs, false, limit, own)
      if (group.found.length > limit && limit < shownAtOnce) {
        nodes.push(make("p", {}, linkTo({ ...wanted, kind: group.name }, {}, fill(words.all_of, { number: numbers.format(group.found.length), kind: words.kinds[group.name] }))))
      }
      sections.push(make("section", { "aria-labelledby": title.id }, title, ...nodes))
    }
    const addSection = async (id, text, found, runs, isFolded) => {
      const title = make("h2", { id }, text)
      sections.push(make("section", { "aria-labelledby": id }, title, ...(await listOf(found, runs, isFolded, most, own))))
    }
    const isFiltered = wanted.kind || facetNames.some((name) => wanted[name])
    if (near.length && !(isFiltered && all.length)) await addSection("to-near", `${words.near} (${numbers.format(near.length)})`, near, runs, true)
    if (part?.found.length) await addSection("to-part", fill(words.part, { query: part.text.slice(0, 60), number: numbers.format(part.found.length) }), part.found, part.runs, false)
    if (own !== asked) return

    const counts = groups.map((group) => make("li", {},
      linkTo({ ...wanted, kind: group.name }, { id: `kind-${group.name}`, ...(wanted.kind === group.name ? { "aria-current": "true" } : {}) }, words.kinds[group.name]),
      " ", make("span", { class: "count" }, numbers.format(group.found.length))))
    if (wanted.kind) counts.unshift(make("li", {}, linkTo({ ...wanted, kind: "" }, { id: "kind-" }, words.any)))
    const side = make("div", { class: "facets" },
      ...(counts.length ? [make("nav", { "aria-label": words.by_kind }, make("ul", { class: "plain" }, ...counts))] : []),
      ...facetNames.flatMap((facet) => facetBox(facet, facets, leftBut(facet), wanted)),
      ...(isFiltered ? [make("p", { class: "facet" }, linkTo({ q: wanted.q }, { id: "no-filters" }, words.clear))] : []))
    const others = Array.from(document.querySelectorAll(".langs a:not([aria-current])"), (link) => {
      const copy = make("a", { href: link.href, lang: link.lang, hreflang: link.lang }, link.textContent)
      return make("p", {}, `${words.elsewhere} `, copy)
    })
    const query = wanted.q.trim().slice(0, 60)
    const focus = document.activeElement?.id
    const hadFocus = place.contains(document.activeElement)
    place.replaceChildren(...(all.length ? [side] : []), make("div", {}, ...sections, ...(found.length ? [] : others)))
    place.dataset.query = query
    place.hidden = false
    contents.hidden = all.length > 0
    if (hadFocus) {
      // The place that had it is made anew; without it the next key would begin at the top of the page.
      const same = (focus && document.getElementById(focus)) || place.querySelector("[aria-current]") || box
      same.focus()
    }
    const said = found.length ? words.found : all.length ? words.filtered : words.none
    document.title = `${query} – ${words.title}`
    say(fill(said, { number: numbers.format(found.length || all.length), query }))
    quoteAll(own)
  }

  const run = async () => {
    const own = ++asked
    const wanted = wish()
    const query = wanted.q.trim()
    if (box.value.trim() !== query) box.value = wanted.q
    // The same page in another language asks the same.
    for (const link of document.querySelectorAll(".langs a")) {
      const url = new URL(link.href)
      url.search = query ? new URLSearchParams({ q: query }) : ""
      link.href = url.href
    }
    if (!runsOf(wanted.q).length) {
      place.hidden = true
      contents.hidden = false
      say(query || location.search.length > 1 ? words.empty : "")
      return
    }
    const slow = setTimeout(() => (status.textContent = words.searching), 200)
    try {
      await render(wanted, own)
    } catch {
      if (own !== asked) return
      const again = make("button", { type: "button", class: "button" }, words.retry)
      again.addEventListener("click", () => (forget(index), run()))
      place.replaceChildren(again)
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
  // Who comes back from a result finds the list where it was.
  addEventListener("pagehide", () => history.replaceState({ ...history.state, at: scrollY }, ""))
  run().then(() => history.state?.at && scrollTo(0, history.state.at))
})()
