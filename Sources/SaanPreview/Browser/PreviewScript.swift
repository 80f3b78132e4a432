/// What runs in the browser, in the preview alone: it asks to be told of changes, brings the page
/// up to date in place, and shows what is wrong over it.
///
/// A page is brought up to date by the difference between what was served before and what is served
/// now. What nobody has changed in the source is not touched, so that open details, the focus, what
/// was typed into forms and what scripts have added stay. Where a part that a script has remade
/// would have to change, or a script itself has changed, the page is loaded again and stays where
/// it was read. It speaks no language: what it shows is written by the server.
let previewScript = #"""
  (() => {
    const self = document.currentScript, mark = "saan" + location.pathname;
    let digest = self.dataset.digest, old, source, state, closed, busy, again, lost;
    const load = async () => {
      const reply = await fetch(location.href, { cache: "no-store" });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      return { page, digest: reply.headers.get("Saan-Digest") };
    };

    // Where the reader is.
    const top = (element) => element.getBoundingClientRect().top;
    const scrolls = (e) => !e || !/fixed|sticky/.test(getComputedStyle(e).position) && scrolls(e.parentElement);
    const inView = () => scrollY > 0 && [...document.body.querySelectorAll(
      "h1,h2,h3,h4,p,li,tr,dt,dd,figure,summary")].find((e) => e.getBoundingClientRect().bottom > 0 && scrolls(e));
    const place = () => {
      const above = [...document.querySelectorAll("[id]")].filter((e) => top(e) < 1).pop();
      return JSON.stringify([above?.id, above && top(above), scrollY]);
    };
    const reload = (reading) => {
      sessionStorage[mark] = reading;
      history.scrollRestoration = "manual";
      location.reload();
    };
    if (sessionStorage[mark]) {
      const [id, offset, y] = JSON.parse(sessionStorage[mark]);
      delete sessionStorage[mark];
      addEventListener("load", () => {
        const above = id && document.getElementById(id);
        scrollTo(0, above ? scrollY + top(above) - offset : y);
        setTimeout(() => { history.scrollRestoration = "auto"; }, 500);
      });
    }

    // From what was served to what is.
    const taken = (node) => {
      if (node.nodeName === "SCRIPT" || node.querySelector?.("script")) throw node;
      return document.importNode(node, true);
    };
    const text = (node) => node.outerHTML ?? node.nodeName + node.nodeValue;
    const common = (a, b) => {
      const [n, m] = [a.length, b.length];
      if (n * m > 4e6) throw n;
      const rows = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
      for (let i = n; i--;) for (let j = m; j--;)
        rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
      const pairs = [];
      for (let i = 0, j = 0; i < n && j < m;)
        if (a[i] === b[j]) pairs.push([i++, j++]);
        else if (rows[i + 1][j] >= rows[i][j + 1]) i++;
        else j++;
      return [...pairs, [n, m]];
    };
    const change = (live, from, to) => {
      if (from.isEqualNode(to)) return;
      if (from.nodeType !== 1) { live.nodeValue = to.nodeValue; return; }
      if (live.localName === "link" && live.rel === "stylesheet") {
        const sheet = taken(to);
        sheet.onload = sheet.onerror = () => live.remove();
        live.after(sheet);
        return;
      }
      if (live.localName === "script" && live !== self) throw live;
      for (const { name } of from.attributes) if (!to.hasAttribute(name)) live.removeAttribute(name);
      for (const { name, value } of to.attributes)
        if (from.getAttribute(name) !== value) live.setAttribute(name, value);
      const [lives, froms, tos] = [live, from, to].map((e) => [...e.childNodes]);
      if (froms.some((node, i) => node.nodeName !== lives[i]?.nodeName) || froms.length !== lives.length)
        throw live;
      let i = 0, j = 0;
      for (const [n, m] of common(froms.map(text), tos.map(text))) {
        while (i < n && j < m && froms[i].nodeName === tos[j].nodeName)
          change(lives[i], froms[i++], tos[j++]);
        while (i < n) taken(froms[i]) && lives[i++].remove();
        while (j < m) live.insertBefore(taken(tos[j++]), lives[n] ?? null);
        i = n + 1;
        j = m + 1;
      }
    };
    const update = async () => {
      if (busy) { again = true; return; }
      busy = true;
      const reading = place();
      try {
        const next = await load().catch(() => null);
        if (!next || next.digest === digest) return;
        if (!old) throw old;
        const html = document.documentElement, seen = inView(), y = seen && top(seen);
        html.style.overflowAnchor = "none";
        for (const part of ["head", "body"]) change(document[part], old[part], next.page[part]);
        for (const { name, value } of next.page.documentElement.attributes)
          if (old.documentElement.getAttribute(name) !== value) html.setAttribute(name, value);
        if (seen?.isConnected) scrollBy({ top: top(seen) - y, behavior: "instant" });
        requestAnimationFrame(() => { html.style.overflowAnchor = ""; });
        ({ page: old, digest } = next);
      } catch {
        reload(reading);
      } finally {
        busy = false;
        if (again) { again = false; update(); }
      }
    };

    // What is wrong, as the server has written it.
    const host = document.createElement("div"), root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = "<p role=status></p><div></div>";
    document.documentElement.append(host);
    const draw = () => {
      const panel = root.querySelector("section"), button = root.querySelector("button");
      if (!panel) return;
      panel.hidden = !state.opens || closed === state.key;
      button.ariaExpanded = !panel.hidden;
    };
    const show = (next) => {
      const [status, panel] = root.children;
      state = next;
      sheet.replaceSync(state.style);
      host.lang = state.lang;
      if (status.textContent !== state.status) status.textContent = state.status;
      panel.innerHTML = state.html;
      draw();
    };
    const close = () => {
      closed = state.key;
      draw();
      root.querySelector("button").focus();
    };
    root.addEventListener("click", ({ target }) => {
      if (!target.closest("button")) return;
      if (!root.querySelector("section").hidden) { close(); return; }
      closed = "";
      state.opens = true;
      draw();
    });
    addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && root.querySelector("section:not([hidden])")) close();
    });

    // While the page is looked at.
    const listen = () => {
      source?.close();
      source = null;
      if (document.hidden) return;
      source = new EventSource("/__saan/events?page=" + encodeURIComponent(location.pathname)
        + "&digest=" + digest);
      source.addEventListener("page", (event) => { if (event.data !== digest) update(); });
      source.addEventListener("state", (event) => show(JSON.parse(event.data)));
      source.onopen = () => { lost = clearTimeout(lost); };
      source.onerror = () => {
        lost ??= setTimeout(() => state && show({ ...state, ...state.lost }), 3000);
        if (source?.readyState === 2) setTimeout(listen, 1000);
      };
    };
    load().then((first) => { if (first.digest === digest) old ??= first.page; }, () => {});
    addEventListener("visibilitychange", listen);
    addEventListener("pagehide", () => source?.close());
    addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
    listen();
  })();
  """#.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("//") }
  .joined(separator: "\n")
