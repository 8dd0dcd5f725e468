"use strict";
(() => {
  const pack = JSON.parse(document.getElementById("pack").textContent);
  const FORMAT = "framing-annotation", KEY = "framing-annotation-" + pack.pack_id, LARGEST = 2000000;
  const get = (id) => document.getElementById(id);
  const make = (tag, text, classes) => {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (classes) node.className = classes;
    return node;
  };
  const isWord = (char) => /[\p{L}\p{N}]/u.test(char);
  const articles = pack.articles.map((article) => {
    const chars = Array.from(article.text), words = [];
    let start = -1;
    for (let at = 0; at <= chars.length; at++) {
      const joins = start >= 0 && /['’‑-]/.test(chars[at] || "") && isWord(chars[at + 1] || "");
      const inside = at < chars.length && (isWord(chars[at]) || joins);
      if (inside && start < 0) start = at;
      if (!inside && start >= 0) { words.push([start, at]); start = -1; }
    }
    return { ...article, chars, words };
  });
  const poles = pack.axes.flatMap((axis) => [axis.left, axis.right].map((pole, end) => ({
    axis: axis.axis_id, pole: pole.pole_id, label: pole.label, side: end ? "right" : "left", code: axis.codes[end],
  })));
  const poleOf = (mark) => poles.find((pole) => pole.axis === mark.axis && pole.pole === mark.pole);
  const VOICES = { own: "own voice", attributed: "attributed" };
  let work = { coder: "", marks: [], finished: [] };
  let shown = 0, cursor = null, isStored = true;

  const article = () => articles[shown];
  const cut = (one, start, end) => one.chars.slice(start, end).join("");
  const tell = (text) => { get("status").textContent = text; };
  const ownMarks = () => work.marks.filter((mark) => mark.article === article().article);
  const passageOf = (one, start) => one.passages.find((passage) => passage.start <= start && start < passage.end);

  function keep() {
    try { localStorage.setItem(KEY, JSON.stringify({ format: FORMAT, pack: pack.pack_id, ...work })); } catch (error) { isStored = false; }
    get("unkept").hidden = isStored;
  }

  function drawText() {
    const region = get("text");
    region.replaceChildren();
    for (const passage of article().passages) {
      const line = make("p", undefined, passage.zone);
      line.append(make("span", passage.ref, "number"));
      const marks = ownMarks().filter((mark) => mark.start < passage.end && mark.end > passage.start);
      const edges = new Set([passage.start, passage.end]);
      for (const span of cursor ? [...marks, cursor] : marks) {
        for (const edge of [span.start, span.end]) if (edge > passage.start && edge < passage.end) edges.add(edge);
      }
      const borders = [...edges].sort((a, b) => a - b);
      for (let at = 0; at + 1 < borders.length; at++) drawPiece(line, borders[at], borders[at + 1], marks);
      region.append(line);
    }
  }

  function drawPiece(line, start, end, marks) {
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
    const piece = make(over.length ? "mark" : "span", cut(article(), start, end));
    piece.dataset.start = start;
    if (over.length) piece.className = poleOf(over[over.length - 1]).side + " " + over[over.length - 1].voice;
    if (cursor && cursor.start <= start && end <= cursor.end) piece.classList.add("cursor");
    line.append(piece);
    for (const mark of over) {
      if (mark.end === end) line.append(make("span", " " + poleOf(mark).code + (mark.voice === "own" ? " own" : " attr."), "tag " + poleOf(mark).side));
    }
  }

  function drawList() {
    const list = get("marks");
    list.replaceChildren();
    const order = [...work.marks].sort((a, b) => a.article.localeCompare(b.article) || a.start - b.start || a.end - b.end);
    for (const mark of order) {
      const one = articles.find((found) => found.article === mark.article), pole = poleOf(mark);
      const passage = passageOf(one, mark.start), words = cut(one, mark.start, mark.end), item = make("li");
      item.append(make("strong", (passage ? passage.ref : mark.article) + " "), make("q", words), make("span", " " + pole.code + " " + pole.label, pole.side), make("span", ", " + VOICES[mark.voice] + " "));
      const go = make("button", "Show"), drop = make("button", "Delete");
      go.type = drop.type = "button";
      go.setAttribute("aria-label", "Show " + words);
      drop.setAttribute("aria-label", "Delete the mark on " + words);
      go.addEventListener("click", () => { openArticle(articles.indexOf(one)); select(mark.start, mark.end); get("text").focus(); });
      drop.addEventListener("click", () => { remove([mark]); get("list-title").focus(); });
      item.append(go, " ", drop);
      list.append(item);
    }
    get("count").textContent = work.marks.length === 1 ? "1 mark" : work.marks.length + " marks";
    get("none").hidden = work.marks.length > 0;
  }

  function drawTabs() {
    const tabs = get("articles");
    tabs.replaceChildren();
    articles.forEach((one, place) => {
      const isDone = work.finished.includes(one.article), tab = make("button", "Outlet " + one.article + (isDone ? " ✓" : ""));
      tab.type = "button";
      if (place === shown) tab.setAttribute("aria-current", "true");
      if (isDone) tab.setAttribute("aria-label", "Outlet " + one.article + ", finished");
      tab.addEventListener("click", () => { openArticle(place); get("articles").children[place].focus(); });
      tabs.append(tab);
    });
    get("finished").checked = work.finished.includes(article().article);
    get("article-title").textContent = "Outlet " + article().article;
  }

  function draw() { drawTabs(); drawText(); drawList(); }

  function openArticle(place) {
    shown = place;
    cursor = null;
    draw();
    get("text").scrollTop = 0;
  }

  function select(start, end, say = true) {
    cursor = { start, end };
    drawText();
    const seen = get("text").querySelector(".cursor");
    if (seen) seen.scrollIntoView({ block: "nearest" });
    if (say) tell("Selected: " + cut(article(), start, end));
  }

  function snap(start, end) {
    const touched = article().words.filter((word) => word[0] < end && word[1] > start);
    return touched.length ? [touched[0][0], touched[touched.length - 1][1]] : null;
  }

  function pointOf(node, offset) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (piece && node.nodeType === Node.TEXT_NODE) return Number(piece.dataset.start) + Array.from(node.data.slice(0, offset)).length;
    return null;
  }

  function readMouse() {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return false;
    const range = chosen.getRangeAt(0), region = get("text");
    if (!region.contains(range.commonAncestorContainer)) return false;
    const pieces = [...region.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
    if (!pieces.length) return false;
    const last = pieces[pieces.length - 1];
    const start = pointOf(range.startContainer, range.startOffset) ?? Number(pieces[0].dataset.start);
    const end = pointOf(range.endContainer, range.endOffset) ?? Number(last.dataset.start) + Array.from(last.textContent).length;
    const words = snap(start, end);
    if (!words) return false;
    chosen.removeAllRanges();
    select(words[0], words[1]);
    return true;
  }

  function mark(pole) {
    readMouse();
    if (!cursor) { tell("Nothing is selected. Select words with the mouse, or press the down arrow in the text for a sentence."); return; }
    const voice = document.querySelector("input[name=voice]:checked").value;
    const one = { article: article().article, start: cursor.start, end: cursor.end, axis: pole.axis, pole: pole.pole, voice };
    work.marks = work.marks.filter((old) => !(old.article === one.article && old.start === one.start && old.end === one.end && old.axis === one.axis));
    work.marks.push(one);
    keep();
    draw();
    tell("Marked as " + pole.label + ", " + VOICES[voice] + ": " + cut(article(), one.start, one.end));
  }

  function remove(marks) {
    if (!marks.length) { tell("No mark stands in the selection."); return; }
    work.marks = work.marks.filter((old) => !marks.includes(old));
    keep();
    draw();
    tell(marks.length === 1 ? "1 mark deleted." : marks.length + " marks deleted.");
  }

  function step(units, by) {
    const at = cursor ? cursor.start : -1;
    const found = by > 0 ? units.find((unit) => unit[0] > at) : [...units].reverse().find((unit) => unit[0] < at);
    const unit = found || (cursor ? null : units[0]);
    if (unit) select(unit[0], unit[1]);
  }

  function stretch(by) {
    if (!cursor) return;
    const passage = passageOf(article(), cursor.start);
    const words = article().words.filter((word) => word[1] > cursor.start && word[0] < passage.end);
    const held = words.filter((word) => word[0] < cursor.end).length;
    const last = words[Math.max(held + by, 1) - 1];
    if (last) select(cursor.start, last[1]);
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = {
      ArrowDown: () => step(article().sentences, 1), ArrowUp: () => step(article().sentences, -1),
      ArrowRight: () => (event.shiftKey ? stretch(1) : step(article().words, 1)), ArrowLeft: () => (event.shiftKey ? stretch(-1) : step(article().words, -1)),
      Delete: () => cursor && remove(ownMarks().filter((one) => one.start < cursor.end && one.end > cursor.start)),
      v: () => { const other = document.querySelector("input[name=voice]:not(:checked)"); other.checked = true; tell("Voice: " + VOICES[other.value]); },
    };
    moves.Backspace = moves.Delete;
    moves.V = moves.v;
    const pole = poles.find((one) => one.code === event.key.toLowerCase()), act = pole ? () => mark(pole) : moves[event.key];
    if (act) { event.preventDefault(); act(); }
  }

  function check(found) {
    if (!found || found.format !== FORMAT || !Array.isArray(found.marks)) throw new Error("this is no file saved by an annotation page");
    if (found.pack !== pack.pack_id) throw new Error("this file belongs to other articles");
    for (const one of found.marks) {
      const place = articles.find((known) => known.article === one.article);
      const fits = place && Number.isInteger(one.start) && Number.isInteger(one.end) && one.start >= 0 && one.start < one.end && one.end <= place.chars.length;
      if (!fits || !poleOf(one) || !Object.hasOwn(VOICES, one.voice)) throw new Error("one of its marks does not fit these articles");
    }
    const known = articles.map((one) => one.article);
    const marks = found.marks.map(({ article, start, end, axis, pole, voice }) => ({ article, start, end, axis, pole, voice }));
    return { coder: String(found.coder || "").slice(0, 60), marks, finished: known.filter((one) => Array.isArray(found.finished) && found.finished.includes(one)) };
  }

  function use(found) {
    work = check(found);
    get("coder").value = work.coder;
    keep();
    draw();
  }

  function save() {
    work.coder = get("coder").value.trim().slice(0, 60);
    const isNamed = work.coder !== "";
    get("coder").setAttribute("aria-invalid", String(!isNamed));
    if (!isNamed) { tell("Please give a nickname first."); get("coder").focus(); return; }
    keep();
    const marks = work.marks.map((one) => ({ ...one, text: cut(articles.find((known) => known.article === one.article), one.start, one.end) }));
    const record = { format: FORMAT, version: 1, pack: pack.pack_id, coder: work.coder, finished: work.finished, marks };
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(record, null, 1)], { type: "application/json" }));
    link.download = "marks-" + (work.coder.replace(/[^\p{L}\p{N}]+/gu, "-") || "coder") + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    tell("Saved as " + link.download + " in your downloads folder. Give this file to your teacher.");
  }

  async function load(event) {
    const file = event.target.files[0];
    if (!file) return;
    try {
      if (file.size > LARGEST) throw new Error("this file is too large");
      use(JSON.parse(await file.text()));
      tell("Loaded: " + get("count").textContent + ".");
    } catch (error) {
      tell("Not loaded: " + (error instanceof SyntaxError ? "this is no JSON file" : error.message) + ".");
    }
    event.target.value = "";
  }

  function startAnew() {
    if (!confirm("Delete all marks on this page? Saved files stay.")) return;
    use({ format: FORMAT, pack: pack.pack_id, coder: "", marks: [], finished: [] });
    tell("All marks are deleted.");
  }

  for (const button of document.querySelectorAll("button[data-pole]")) {
    const pole = poles[Number(button.dataset.pole)];
    button.addEventListener("pointerdown", readMouse);
    button.addEventListener("click", () => mark(pole));
  }
  get("text").addEventListener("mouseup", () => setTimeout(readMouse, 0));
  get("text").addEventListener("keydown", onKey);
  get("remove").addEventListener("click", () => (cursor ? remove(ownMarks().filter((one) => one.start < cursor.end && one.end > cursor.start)) : tell("Nothing is selected.")));
  get("finished").addEventListener("change", (event) => {
    const own = article().article;
    work.finished = work.finished.filter((one) => one !== own);
    if (event.target.checked) work.finished.push(own);
    work.finished.sort();
    keep();
    drawTabs();
  });
  get("coder").addEventListener("input", () => { work.coder = get("coder").value.slice(0, 60); keep(); });
  get("save").addEventListener("click", save);
  get("load").addEventListener("change", load);
  get("anew").addEventListener("click", startAnew);
  let stored = null;
  try { stored = localStorage.getItem(KEY); } catch (error) { isStored = false; }
  try { if (stored) use(JSON.parse(stored)); } catch (error) { tell("What this browser kept could not be read: " + error.message + "."); }
  draw();
  get("unkept").hidden = isStored;
})();
