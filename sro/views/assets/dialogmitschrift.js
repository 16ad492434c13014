/* The minutes of a dialogue, written down while everybody watches, by several people at once. Before this file stand
   postausgang.js, dialogfelder.js and dialogeintrag.js. */
const FOREIGN = 2000, CALM = 250;
const frames = new WeakMap();

export default function (component) {
  const root = component.parentElement.querySelector("section.dm");
  let frame = frames.get(root);
  if (!frame || frame.namespace !== component.data.namensraum || frame.dialog !== component.data.dialog) {
    if (frame) frame.leave();
    frame = minutes(root, component.data);
    frames.set(root, frame);
  }
  frame.take(component);
  return () => { frame.leave(); frames.delete(root); };
}

function minutes(root, start) {
  const namespace = start.namensraum, dialog = start.dialog, own = newKey(), sent = new Set(), heard = new Set();
  const owners = new Map(), entries = [], columns = new Map(), one = (selector) => root.querySelector(selector);
  let component = null, data = start, reason = "", calm = () => {};
  const box = postausgang(namespace, { send, changed: tell, ready });
  const frame = {
    fields: (art) => data.felder[art], words: (name) => data.worte[name] || [], tell, next,
    growing: (chain) => box.pending().findLast((group) => group.kette === chain && !isSent(group.schluessel)),
    put: (group, slot, owner) => {
      const kept = box.put({ ...group, dialog, fenster: own }, slot);
      if (kept) owners.set(kept.schluessel, owner);
      else say("Der Speicher dieses Geräts ist voll. Bitte warten, bis alles gespeichert ist, und erst dann weiterschreiben.");
      return kept;
    },
  };

  // --- the outbox: groups of one entry one after the other, those of other windows when nobody types there ----------

  function isSent(key) { return sent.has(key) || box.kept(`gesendet:${key}`) !== null; }
  function ready(group) {
    const earlier = box.pending().find((other) => other.kette === group.kette);
    return earlier.schluessel === group.schluessel && (group.fenster === own || Math.abs(Date.now() - group.zeit) > FOREIGN);
  }
  function send(groups) {
    if (!component) throw new Error("not mounted");
    groups.forEach(({ schluessel }) => { sent.add(schluessel); box.keep(`gesendet:${schluessel}`, true); });
    component.setTriggerValue("post", groups);
  }

  // --- what the server says ------------------------------------------------------------------------------------------

  function take(next) {
    component = next;
    data = next.data;
    reason = "";
    if (!columns.size) build();
    data.quittungen.forEach(answer);
    const waiting = new Set(box.pending().map((group) => group.schluessel));
    entries.forEach((mine) => mine.settle(waiting, (key) => box.kept(`antwort:${key}`)));
    one(".zu").hidden = data.offen;
    one(".zu").textContent = data.satz;
    root.classList.toggle("geschlossen", !data.offen);
    data.eintraege.forEach(show);
    vanish();
    columns.forEach(opened);
    box.flush();
    tell();
  }

  function answer(receipt) {
    const { schluessel: key, ergebnis } = receipt, waits = box.pending().some((group) => group.schluessel === key);
    if (ergebnis === "spaeter") { if (waits) reason = receipt.saetze.join(" "); return; }
    if (heard.has(key)) return;
    heard.add(key);
    const group = box.ack(key), owner = owners.get(key);
    box.drop(`gesendet:${key}`);
    if (owner) owner.answered(key, receipt);
    else if (group) box.keep(`antwort:${key}`, receipt.akte);
    if (group && ergebnis === "mangel") say(`${receipt.saetze.join(" ")} ${texts(group)}`);
  }

  function show(sent) {
    let mine = entries.find((other) => other.id === sent.id);
    if (!mine) {
      if (!reason && entries.some((other) => !other.id && other.waits())) return; // may be the one whose answer is on its way
      mine = entry(sent.art, frame);
      mine.id = sent.id;
      entries.push(mine);
      place(mine);
    }
    mine.receive(sent);
    if (!data.offen) mine.lock(true);
  }

  function place(mine) { // below what is being written, so that nothing moves under somebody's hands
    const list = columns.get(mine.art).list, cards = [...list.children];
    const writing = cards.find((card) => card.contains(root.getRootNode().activeElement));
    const top = cards.findLast((card) => card.classList.contains("neu"));
    const after = writing || top;
    if (after) after.after(mine.card);
    else list.prepend(mine.card);
  }

  function vanish() { // what was removed elsewhere
    const there = new Set(data.eintraege.map((sent) => sent.id));
    entries.filter((mine) => mine.id && !there.has(mine.id) && !mine.dirty()).forEach((mine) => {
      mine.card.remove();
      entries.splice(entries.indexOf(mine), 1);
    });
  }

  // --- columns -------------------------------------------------------------------------------------------------------

  function build() {
    data.spalten.forEach(({ art, frage }) => {
      const tab = make("button", art, { type: "button" }), column = make("section"), list = make("ol");
      tab.setAttribute("role", "tab");
      tab.addEventListener("click", () => open(art));
      column.dataset.art = art;
      column.id = `spalte-${art}`;
      tab.setAttribute("aria-controls", column.id);
      column.setAttribute("aria-label", art);
      column.append(make("h2", art), make("p", frage, { className: "frage" }), list);
      columns.set(art, { art, tab, column, list });
      one(".reiter").append(tab);
      one(".spalten").append(column);
    });
    one("#stellen").replaceChildren(...data.stellen.map((name) => new Option(name)));
    one(".loeschen").addEventListener("click", forget);
    root.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
    root.addEventListener("focusout", () => setTimeout(() => columns.forEach(opened), CALM));
    addEventListener("pagehide", group);
    document.addEventListener("visibilitychange", group);
    open(data.spalten[0].art);
    box.start();
    calm = undisturbed(root);
  }

  function open(art) { // one column on a narrow screen
    columns.forEach((other) => {
      other.column.classList.toggle("offen", other.art === art);
      other.tab.setAttribute("aria-selected", String(other.art === art));
    });
  }

  function fresh(column) { // the empty entry on top; a new one when the last was begun
    const empty = entries.find((mine) => mine.art === column.art && mine.isNew() && mine.blank());
    if (empty || !data.offen) return empty;
    const made = entry(column.art, frame);
    entries.push(made);
    column.list.prepend(made.card);
    return made;
  }
  function opened(column) {
    const writing = column.list.contains(root.getRootNode().activeElement);
    if (!writing || !column.list.children.length) fresh(column);
    entries.filter((mine) => mine.isNew()).forEach((mine) => mine.lock(!data.offen));
  }
  function next(art) { const made = fresh(columns.get(art)); if (made) made.focus(); }
  function group() { entries.forEach((mine) => mine.group()); }

  function forget() {
    if (!confirm("Diese Eingaben löschen, ohne sie zu speichern? Das lässt sich nicht zurückholen.")) return;
    box.clear();
    reason = "";
    tell();
  }

  // --- words ---------------------------------------------------------------------------------------------------------

  function tell() {
    const waiting = box.pending(), count = waiting.length, stand = one(".stand");
    const waits = count && box.waits(), typing = count || entries.some((mine) => mine.dirty() && !(mine.isNew() && mine.blank()));
    const said = reason && count ? `nicht gespeichert (${count})` : waits ? `wartet auf Verbindung (${count})` : typing ? "wird gespeichert" : "gespeichert";
    stand.dataset.stand = waits || (reason && count) ? "wartet" : typing ? "sendet" : "da";
    if (stand.textContent !== said) stand.textContent = said;
    if (reason && count) say(reason);
    else if (reason === "" && one(".satz").dataset.later) say("");
    one(".satz").dataset.later = reason && count ? "1" : "";
    one(".rest").hidden = !(reason && count);
    one(".rest ul").replaceChildren(...waiting.map((group) => make("li", texts(group))).filter((item) => item.textContent));
  }
  function texts(group) {
    return Object.values(group.felder || {}).map(([, after]) => after).filter((after) => typeof after === "string" && after.trim()).join(" · ");
  }
  function say(sentence) {
    one(".satz").textContent = sentence;
    one(".satz").hidden = !sentence;
  }

  function leave() {
    group();
    box.stop();
    calm();
    removeEventListener("pagehide", group);
    document.removeEventListener("visibilitychange", group);
    one(".spalten").replaceChildren();
    one(".reiter").replaceChildren();
  }
  return { namespace, dialog, take, leave };
}
