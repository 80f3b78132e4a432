// Sorts and filters tables by their readers' wish. Without it the tables are complete and in order.
(() => {
  const language = document.documentElement.lang
  const collator = new Intl.Collator(language, { numeric: true })
  const number = new Intl.NumberFormat(language)
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase(language).replace(/\s+/g, " ").trim()

  /** What a cell is sorted by; nothing for a missing value. */
  const key = (cell) => {
    const value = cell.dataset.value ?? cell.textContent.trim()
    if (value === "" || value === "–") return null
    return cell.classList.contains("num") ? Number(value.replaceAll(",", "").replace("−", "-")) : value
  }

  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b))

  /** Sorts the rows by a column; missing values stay at the end in both directions. */
  const sort = (table, header, heads) => {
    const sign = header.getAttribute("aria-sort") === "ascending" ? -1 : 1
    for (const head of heads) head.removeAttribute("aria-sort")
    header.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending")
    const body = table.tBodies[0]
    const rows = Array.from(body.rows, (row) => ({ row, key: key(row.cells[header.cellIndex]) }))
    rows.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null)
      return sign * compare(a.key, b.key)
    })
    body.append(...rows.map((entry) => entry.row))
  }

  const addSorting = (table) => {
    const heads = Array.from(table.tHead.rows[0].cells)
    for (const head of heads) {
      const button = document.createElement("button")
      button.type = "button"
      button.append(...head.childNodes)
      button.addEventListener("click", () => sort(table, head, heads))
      head.append(button)
    }
  }

  /** Makes the values beside the list buttons that filter by them, and take the filter off again. */
  const addFacets = (table, box) => {
    const values = table.closest(".register-list")?.querySelectorAll(".facets section .facet li > span:first-child") ?? []
    const buttons = Array.from(values, (value) => {
      const button = document.createElement("button")
      button.type = "button"
      button.setAttribute("aria-pressed", "false")
      if (value.lang) button.lang = value.lang
      button.append(...value.childNodes)
      button.addEventListener("click", () => {
        box.value = button.getAttribute("aria-pressed") === "true" ? "" : button.textContent
        box.dispatchEvent(new Event("input"))
      })
      value.replaceWith(button)
      return button
    })
    box.addEventListener("input", () => {
      for (const button of buttons) button.setAttribute("aria-pressed", String(box.value === button.textContent))
    })
  }

  /** Keeps what a box says in the page's address, so that it can be passed on. */
  const keepInAddress = (box, name) => {
    box.addEventListener("input", () => {
      const address = new URL(location.href)
      if (box.value.trim() === "") address.searchParams.delete(name)
      else address.searchParams.set(name, box.value)
      history.replaceState(history.state, "", address)
    })
    const given = new URLSearchParams(location.search).get(name)
    if (!given) return
    box.value = given
    box.dispatchEvent(new Event("input"))
  }

  /** Which rows have all that a text asks for: as the site's search finds pages, where there is one. */
  const rowsWith = (rows) => {
    const search = window.saanSearch
    const textOf = (row) => Array.from(row.cells, (cell) => cell.textContent).join("\n")
    if (!search?.matcher) {
      const texts = rows.map((row) => plain(textOf(row)))
      return (wanted) => texts.map((text) => plain(wanted).split(" ").every((word) => text.includes(word)))
    }
    const texts = rows.map((row) => search.parted(textOf(row)))
    return (wanted) => {
      const has = search.matcher(wanted)
      const found = texts.map((text) => has(text))
      // Where nothing is written so, tone marks may be wrong.
      return found.includes(true) ? found : texts.map((text) => has(text, true))
    }
  }

  const addFilter = (table, label, shown, name) => {
    const rows = Array.from(table.tBodies[0].rows)
    let find
    const tools = document.createElement("div")
    tools.className = "table-tools"
    const caption = document.createElement("label")
    const box = document.createElement("input")
    box.type = "search"
    box.autocomplete = "off"
    caption.append(label, box)
    addFacets(table, box)
    const status = document.createElement("p")
    status.setAttribute("role", "status")
    box.addEventListener("input", () => {
      find ??= rowsWith(rows)
      const found = find(box.value)
      rows.forEach((row, number) => (row.hidden = !found[number]))
      const count = found.filter(Boolean).length
      status.textContent = box.value.trim() === ""
        ? ""
        : shown.replace("{shown}", number.format(count)).replace("{total}", number.format(rows.length))
    })
    tools.append(caption, status)
    table.closest(".table").before(tools)
    keepInAddress(box, name)
  }

  document.querySelectorAll("table.sortable").forEach((table, number) => {
    addSorting(table)
    const { filter, shown } = table.dataset
    const name = number ? `rows${number + 1}` : "rows"
    if (filter && table.tBodies[0].rows.length > 10) addFilter(table, filter, shown, name)
  })
})()
