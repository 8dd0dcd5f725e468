"use strict";
(() => {
  const all = (what, under = document) => [...under.querySelectorAll(what)];
  const make = (tag, options) => Object.assign(document.createElement(tag), options);
  document.documentElement.classList.add("js");
  for (const one of all(".scripted")) one.hidden = false;

  // A link into an article that is not shown, or into what is folded, shows it first.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const box = document.getElementById("see-" + target.closest(".reader > article")?.id);
    if (box) box.checked = true;
    for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    for (const box of all(".more input", target.closest(".long") ?? target)) box.checked = true;
    const inner = target.matches("li, tr") && target.querySelector("details");
    if (inner) inner.open = true;
    target.scrollIntoView({ block: target.closest(".reader") ? "center" : "start" });
  };
  addEventListener("hashchange", reveal);
  document.getElementById("unfold").addEventListener("click", () => {
    for (const one of all("details")) one.open = true;
    for (const box of all(".more input")) box.checked = true;
  });

  // A finding's own link goes to the clipboard as well.
  addEventListener("click", (event) => {
    const link = event.target.closest(".perm");
    if (link) navigator.clipboard?.writeText(link.href).then(() => { document.getElementById("status").textContent = "Link copied"; }, () => {});
  });

  // The rest of a long table.
  const showAll = (within) => { for (const box of all(".more input", within.closest(".long") ?? within)) box.checked = true; };

  // Tables: sorted by a heading, and of many rows those that hold some words.
  const sizeOf = (row, at) => row.cells[at]?.dataset.sort ?? row.cells[at]?.textContent.trim() ?? "";
  const numberOf = (text) => Number.parseFloat(text.replace("−", "-").replace(/,(?=\d{3})/g, ""));
  const compare = (a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || a.localeCompare(b);
    return x - y;
  };
  const sort = (table, head, at) => {
    const falls = head.getAttribute("aria-sort") === "ascending";
    for (const other of all("th[aria-sort]", table)) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].sort((a, b) => compare(sizeOf(a, at), sizeOf(b, at)) * (falls ? -1 : 1));
    table.tBodies[0].append(...rows);
  };
  for (const table of all("table[data-tools]")) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 6) continue;
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      if (head.querySelector("a")) return;
      const button = make("button", { type: "button", className: "sort" });
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head, at));
      head.append(button);
    });
    if (rows.length < 12) continue;
    const label = make("label", { className: "filter", textContent: "Rows with " });
    const field = make("input", { type: "search" });
    field.addEventListener("input", () => {
      const wanted = field.value.toLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      if (wanted) showAll(table);
    });
    label.append(field);
    table.parentElement.before(label);
  }

  // The contents tell which section is read.
  const entries = new Map(all("nav a[href^='#']").map((link) => [link.hash.slice(1), link]));
  const watch = new IntersectionObserver((seen) => {
    for (const one of seen) {
      const link = entries.get(one.target.id);
      if (!link || !one.isIntersecting) continue;
      for (const other of entries.values()) other.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      link.parentElement.parentElement.scrollTo({ left: link.offsetLeft - 60 });
    }
  }, { rootMargin: "-20% 0px -75% 0px" });
  for (const section of all("main > section")) watch.observe(section);

  // What can be scrolled can be reached by keyboard, also where nothing in it can.
  for (const one of all(".scroll")) if (!one.querySelector("a, button, summary")) one.tabIndex = 0;

  // The columns of the reader scroll together: at the facts both tell they stand level, between them in proportion.
  const columns = all(".reader > article");
  const topOf = (mark, column) => mark.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
  const placesOf = (column) => {
    const places = new Map();
    for (const mark of all(".told[data-claim]", column)) if (!places.has(mark.dataset.claim)) places.set(mark.dataset.claim, topOf(mark, column));
    return places;
  };
  const longestRise = (pairs) => {
    const [size, from] = [[], []];
    pairs.forEach(([, y], at) => {
      [size[at], from[at]] = [1, -1];
      for (let i = 0; i < at; i++) if (pairs[i][1] < y && size[i] >= size[at]) [size[at], from[at]] = [size[i] + 1, i];
    });
    const chain = [];
    for (let at = size.indexOf(Math.max(...size)); at > -1; at = from[at]) chain.unshift(pairs[at]);
    return chain;
  };
  const align = (column, other) => {
    const [here, there] = [placesOf(column), placesOf(other)];
    const shared = [...here].filter(([claim]) => there.has(claim)).map(([claim, y]) => [y, there.get(claim)]).sort((a, b) => a[0] - b[0]);
    const pairs = [[0, 0], ...(shared.length ? longestRise(shared) : []), [column.scrollHeight, other.scrollHeight]];
    const y = column.scrollTop + column.clientHeight / 3;
    const at = Math.max(1, pairs.findIndex((pair) => pair[0] > y));
    const [[x0, y0], [x1, y1]] = [pairs[at - 1], pairs[at]];
    other.scrollTop = y0 + ((y - x0) / Math.max(x1 - x0, 1)) * (y1 - y0) - other.clientHeight / 3;
  };
  let led = null;
  for (const column of columns) {
    for (const kind of ["wheel", "pointerdown", "keydown", "focusin", "touchstart"]) column.addEventListener(kind, () => { led = column; }, { passive: true });
    let waits = false;
    column.addEventListener("scroll", () => {
      if (led !== column || waits || !document.getElementById("together").checked) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        for (const other of columns) if (other !== column && other.offsetParent) align(column, other);
      });
    }, { passive: true });
  }
  reveal();
})();
