/* Notes taken during a Werkstatt: a form that needs no server while somebody types. postausgang.js stands before it.
   Text of people only ever becomes a value or a text node. */
const KEPT = ["werkstatt", "methode", "phase", "altersgruppe", "gruppe_n", "ort"]; // the next entry begins with these
const DRAFT = "entwurf", LAST = "zuletzt", SHOWN = 5;
const forms = new WeakMap();

export default function (component) {
  const root = component.parentElement.querySelector("form.mitschrift");
  let form = forms.get(root);
  if (!form || form.namespace !== component.data.namensraum) {
    if (form) form.leave();
    form = mitschrift(root, component.data.namensraum);
    forms.set(root, form);
  }
  form.take(component);
  return () => { form.leave(); forms.delete(root); };
}

function mitschrift(root, namespace) {
  let component = null, data = null, ready = false, signals = [], reason = "", calm = () => {};
  const back = [], done = [], answered = new Set();
  const one = (selector) => root.querySelector(selector);
  const field = (name) => root.elements.namedItem(name);
  const box = postausgang(namespace, {
    send: (entries) => component && component.setTriggerValue("post", entries),
    changed: tell,
  });

  // --- what the server says ---------------------------------------------------------------------------------------

  function take(next) {
    component = next;
    data = next.data;
    if (!ready) build();
    places();
    data.quittungen.forEach(answer);
    box.flush();
    tell();
  }

  function answer(receipt) {
    if (answered.has(receipt.schluessel + receipt.ergebnis)) return;
    if (receipt.ergebnis === "spaeter") return postponed(receipt);
    answered.add(receipt.schluessel + receipt.ergebnis);
    const entry = box.ack(receipt.schluessel);
    if (!entry) return;
    if (receipt.ergebnis === "gespeichert") return saved(entry, receipt);
    back.push({ entry, sentences: receipt.saetze });
    giveBack();
  }

  function postponed(receipt) {
    if (!box.pending().some((entry) => entry.schluessel === receipt.schluessel)) return;
    reason = receipt.saetze.join(" ");
    say(reason);
  }

  function saved(entry, receipt) {
    if (reason && one(".mangel").textContent === reason) say("");
    done.unshift({ art: entry.valenz, text: entry.text, akte: receipt.akte, saetze: receipt.saetze });
    done.splice(SHOWN);
    one(".zuletzt").hidden = false;
    one(".zuletzt ol").replaceChildren(...done.map(line));
  }

  function line(note) {
    const item = make("li");
    item.append(make("b", note.art), ` ${short(note.text)} `, make("small", note.akte));
    note.saetze.forEach((sentence) => item.append(make("p", `Bitte prüfen: ${sentence}`)));
    return item;
  }

  function giveBack() { // into the form as soon as nothing else stands there
    if (!back.length || field("text").value.trim()) return;
    const { entry, sentences } = back.shift();
    fill(entry);
    say(sentences.join(" "));
    typed();
  }

  // --- the form ---------------------------------------------------------------------------------------------------

  function build() {
    ready = true;
    signals = data.signale.map((source) => new RegExp(source, "i"));
    options("werkstatt", data.werkstaetten.map((w) => [w.id, w.titel]));
    options("methode", data.methoden.map((word) => [word, word]));
    options("phase", [["", "ohne Phase"], ...data.phasen.map((word) => [word, word])]);
    choices(".art", "valenz", "radio", data.arten.map((word) => [word, word]));
    choices(".alter", "altersgruppe", "radio", data.altersgruppen.map((word) => [word, word]));
    choices(".themen", "themen", "checkbox", data.themen.map((t) => [t.id, t.name]));
    one(".schutz .hinweis").textContent = data.schutz.hinweis;
    one(".schutz .kontakt").textContent = data.schutz.kontakt;
    fill({ ...first(), ...(box.kept(LAST) || {}), ...(box.kept(DRAFT) || {}) });
    root.addEventListener("input", typed);
    root.addEventListener("change", typed);
    root.addEventListener("submit", save);
    one(".verwerfen").addEventListener("click", discard);
    one(".umschreiben").addEventListener("click", () => field("text").focus());
    one(".loeschen").addEventListener("click", forget);
    box.start();
    calm = undisturbed(root);
    typed();
  }

  function first() {
    const werkstatt = data.werkstaetten.find((w) => w.id === data.werkstatt) || data.werkstaetten[0];
    return { werkstatt: werkstatt.id, methode: werkstatt.methode, phase: "", altersgruppe: "gemischt" };
  }

  function options(name, pairs) {
    field(name).replaceChildren(...pairs.map(([value, word]) => new Option(word, value)));
  }

  function choices(selector, name, type, pairs) {
    one(selector).append(...pairs.map(([value, word]) => {
      const label = make("label"), input = document.createElement("input");
      Object.assign(input, { type, name, value });
      label.dataset.wort = value;
      label.append(input, make("span", word));
      return label;
    }));
  }

  function places() {
    const known = (data.werkstaetten.find((w) => w.id === field("werkstatt").value) || { orte: [] }).orte;
    one(".orte").replaceChildren(...known.map((place) => {
      const button = make("button", place);
      button.type = "button";
      button.setAttribute("aria-pressed", String(field("ort").value === place));
      button.addEventListener("click", () => { field("ort").value = field("ort").value === place ? "" : place; typed(); });
      return button;
    }));
  }

  function values() {
    const chosen = (name) => (root.querySelector(`input[name=${name}]:checked`) || { value: "" }).value;
    const themes = [...root.querySelectorAll("input[name=themen]:checked")].map((input) => input.value);
    const plain = Object.fromEntries(["werkstatt", "methode", "phase", "text", "ort", "gruppe_n", "punkte"].map((name) =>
      [name, field(name).value]));
    return { ...plain, valenz: chosen("valenz"), altersgruppe: chosen("altersgruppe"), themen: themes };
  }

  function fill(note) {
    for (const name of ["werkstatt", "methode", "phase"]) {
      if ([...field(name).options].some((option) => option.value === note[name])) field(name).value = note[name];
    }
    for (const name of ["text", "ort", "gruppe_n", "punkte"]) field(name).value = note[name] ?? "";
    check("valenz", [note.valenz]);
    check("altersgruppe", [note.altersgruppe]);
    check("themen", note.themen || []);
  }

  function check(name, wanted) {
    root.querySelectorAll(`input[name=${name}]`).forEach((input) => { input.checked = wanted.includes(input.value); });
  }

  function typed(event) { // every keystroke
    const note = values(), harm = isHarm(note);
    if (event) say("");
    box.keep(DRAFT, harm ? { ...note, text: "", ort: "" } : note);
    interrupt(harm);
    if (!event || ["werkstatt", "ort"].includes(event.target.name)) places();
    one(".kurz").textContent = [titleOf(note.werkstatt), note.methode, note.phase].filter(Boolean).join(" · ");
  }

  function titleOf(id) { return (data.werkstaetten.find((w) => w.id === id) || { titel: "" }).titel; }

  function isHarm(note) { return signals.some((signal) => signal.test(`${note.text}\n${note.ort}`)); }

  function interrupt(harm) {
    const appears = harm && one(".schutz").hidden;
    one(".schutz").hidden = !harm;
    one(".unten").hidden = harm;
    if (appears) one(".schutz").scrollIntoView({ block: "end", behavior: "smooth" });
  }

  function save(event) {
    event.preventDefault();
    const note = values(), wrong = missing(note);
    if (wrong) return say(wrong);
    if (isHarm(note)) return interrupt(true);
    const entry = { ...note, gruppe_n: counted(note.gruppe_n), punkte: counted(note.punkte), datum: today() };
    if (!box.put(entry)) return say("Der Speicher dieses Geräts ist voll. Bitte verbinden und warten, bis alles gesendet ist.");
    const stays = Object.fromEntries(KEPT.map((name) => [name, note[name]]));
    box.keep(LAST, stays);
    box.drop(DRAFT);
    fill(stays);
    typed();
    say("");
    giveBack();
    field("text").focus({ preventScroll: true });
    one(".art").scrollIntoView({ block: "nearest" });
  }

  function missing(note) {
    if (!note.valenz) return "Bitte wählen: Stärke, Problem oder Wunsch.";
    if (!note.text.trim()) return "Bitte aufschreiben, was gesagt wurde.";
    const wrong = [["gruppe_n", "Kinder in der Gruppe"], ["punkte", "Punkte"]].find(([name]) => !/^\s*\d*\s*$/.test(note[name]));
    return wrong ? `„${wrong[1]}“: bitte eine ganze Zahl oder nichts.` : "";
  }

  function counted(text) { return text.trim() ? Number(text) : null; }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  }

  function discard() {
    field("text").value = "";
    if (isHarm(values())) field("ort").value = "";
    typed();
    giveBack();
    field("text").focus();
  }

  function forget() {
    const waiting = box.pending().length;
    const what = waiting === 1 ? "Einen Eintrag" : `${waiting} Einträge`;
    if (!confirm(`${what} löschen, ohne zu senden? Das lässt sich nicht zurückholen.`)) return;
    box.clear();
    typed();
  }

  // --- words ------------------------------------------------------------------------------------------------------

  function tell() {
    const count = box.pending().length, waits = count && box.waits();
    const post = one(".post");
    post.dataset.stand = waits ? "wartet" : count ? "sendet" : "leer";
    const told = waits ? `${count} ${count === 1 ? "wartet" : "warten"} auf Verbindung` : count ? "Wird gesendet …"
      : done.length ? "Alles gesendet" : "";
    if (post.textContent !== told) post.textContent = told;
    const remove = one(".loeschen"), kept = box.durable;
    remove.hidden = !waits;
    remove.textContent = count === 1 ? "Wartenden Eintrag löschen" : "Wartende Einträge löschen";
    if (!kept) one(".geraet span").textContent = "Dieser Browser behält nichts: Bitte die Seite erst schließen, wenn alles gesendet ist.";
  }

  function say(sentence) {
    one(".mangel").textContent = sentence;
    one(".mangel").hidden = !sentence;
  }

  function short(text) { return text.length > 60 ? `${text.slice(0, 58)} …` : text; }

  function make(tag, text) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    return element;
  }

  return { namespace, take, leave: () => { box.stop(); calm(); } };
}
