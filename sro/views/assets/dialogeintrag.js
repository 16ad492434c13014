/* One entry while people write in it. What is typed goes to the outbox in groups: at most one that was sent and not
   answered yet, and behind it one that grows until that answer comes. `base` is what the last group left, or what the
   server had when nothing of ours was under way; each group says what it makes of it. */
const GROUP = 300, OTHERS = 5000;

function entry(art, frame) {
  const card = make("li", "", { className: "eintrag" }), head = make("p", "", { className: "kopf" });
  const hint = make("p", "", { className: "hinweis", hidden: true }), wrong = make("p", "", { className: "mangel", hidden: true });
  const controls = frame.fields(art).map((field) => control(field, () => frame.words(field.name), field.name === "text" || field.eines ? art : ""));
  const chain = newKey(), under = new Set();
  let base = {}, first = "", slot = 0, version = 0, timer = 0, composing = false, others = -Infinity, shut = false, known = null;
  const self = { art, card, id: "", group, receive, answered, settle, focus, blank, dirty, lock, isNew: () => !first && !self.id, waits: () => under.size > 0 };

  function build() {
    const more = make("details", "", { className: "mehr" }), row = make("div", "", { className: "daneben" });
    more.append(make("summary", "mehr"));
    controls.forEach((one) => (one.field.name === "text" ? card : one.field.mehr ? more : row).append(one.element));
    card.prepend(head);
    card.append(row, ...(more.children.length > 1 ? [more] : []), hint, wrong);
    controls.forEach((one) => { base[one.field.name] = one.get(); if (one.field.eines) one.set([]); });
    card.addEventListener("input", () => { frame.tell(); if (!timer) timer = setTimeout(group, GROUP); });
    card.addEventListener("change", group);
    card.addEventListener("focusout", group);
    card.addEventListener("compositionstart", () => { composing = true; });
    card.addEventListener("compositionend", () => { composing = false; });
    card.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      group();
      frame.next(art);
    });
    title();
  }

  function changes() {
    return controls.filter((one) => !same(one.get(), base[one.field.name]));
  }
  function dirty() { return changes().length > 0; }
  function blank() { return controls.every((one) => !String(one.get()).trim()); }
  function focus() { controls[0].input.focus(); }

  function group() {
    clearTimeout(timer);
    timer = 0;
    const fields = Object.fromEntries(changes().map((one) => [one.field.name, [base[one.field.name], one.get()]]));
    if (!Object.keys(fields).length || (self.isNew() && blank())) return;
    const grows = frame.growing(chain);
    if (!grows) slot += 1;
    for (const [name, [before]] of Object.entries(grows ? grows.felder : {})) {
      fields[name] = [before, fields[name] ? fields[name][1] : grows.felder[name][1]];
    }
    const begins = !self.id && (!first || (grows && grows.schluessel === first));
    const kept = frame.put({ kette: chain, art, akte: self.id, erste: begins ? "" : first, felder: fields }, `${chain}:${slot}`, self);
    if (!kept) return;
    if (grows) under.delete(grows.schluessel);
    under.add(kept.schluessel);
    if (begins) first = kept.schluessel;
    if (begins) card.classList.add("frisch"); // looks as before until whoever writes goes elsewhere
    for (const [name, [, after]] of Object.entries(fields)) base[name] = after;
    title();
  }

  function answered(key, receipt) { // of a group that was sent
    under.delete(key);
    if (receipt.akte) bind(receipt.akte);
    if (receipt.saetze.length) said(receipt.saetze.join(" "));
  }
  function settle(waiting, found) { // another window of this browser may have had the answer
    [...under].filter((key) => !waiting.has(key)).forEach((key) => { under.delete(key); if (found(key)) bind(found(key)); });
  }
  function bind(id) { if (!self.id) { self.id = id; title(); } }

  function receive(sent) { // what the server has; taken over where nothing of ours is under way
    if (sent.fassung < version) return;
    version = sent.fassung;
    hint.hidden = !sent.hinweise.length;
    hint.replaceChildren(...sent.hinweise.map((sentence) => make("span", `Bitte prüfen: ${sentence}`)));
    lock(sent.fest);
    if (!under.size && !composing) controls.forEach((one) => take(one, sent.werte[one.field.name]));
    known = sent;
    title();
  }
  function take(one, value) {
    const name = one.field.name;
    if (same(value, base[name]) || !same(one.get(), base[name]) || one.holds()) return;
    one.set(value);
    if (known && !same(one.get(), base[name])) others = performance.now();
    base[name] = one.get();
  }
  function lock(now) {
    if (now === shut) return;
    shut = now;
    controls.forEach((one) => one.lock(now));
  }
  function said(sentence) { wrong.textContent = sentence; wrong.hidden = !sentence; }

  function title() {
    const busy = performance.now() - others < OTHERS, tags = [];
    if (known && known.synthetisch) tags.push(make("b", "synthetisch"));
    if (known && known.fest) tags.push(make("span", "freigegeben, das ändert die Planung"));
    if (busy) tags.push(make("i", "jemand schreibt"));
    card.classList.toggle("neu", self.isNew());
    card.classList.toggle("leer", !self.isNew() && blank());
    head.replaceChildren(make("span", self.id), ...tags);
  }

  build();
  return self;
}
