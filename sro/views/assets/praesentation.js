/* A dialogue's presentation. All screens are here from the beginning, so it goes on without a connection; the address
   follows without telling the server. postausgang.js stands before it (for `undisturbed` alone).
   The HTML of the screens was made and escaped by the server; everything else only ever becomes a text node. */
const HALF_DAY = 12 * 3600 * 1000, MINUTE = 60000, SAID = 6000;
const shows = new WeakMap();

export default function (component) {
  const root = component.parentElement.querySelector(".praesentation");
  let show = shows.get(root);
  if (!show) shows.set(root, show = praesentation(root));
  show.take(component);
  return () => { show.leave(); shows.delete(root); };
}

function praesentation(root) {
  const one = (selector) => root.querySelector(selector);
  const other = one(".fremd"), choice = one(".wahl"), search = choice.querySelector("input");
  const calm = undisturbed(root);
  let component = null, data = null, screens = [], place = 0, asked = "", silent = 0;

  // --- what the server says ---------------------------------------------------------------------------------------

  function take(next) {
    const first = !data, same = data && data.bilder === next.data.bilder, before = screens[place];
    component = next;
    data = next.data;
    if (same) return;
    one(".bilder").innerHTML = data.bilder;
    screens = [...one(".bilder").children];
    const kept = before && screens.findIndex((screen) => screen.dataset.kennung === before.dataset.kennung);
    if (first) start();
    else show(kept >= 0 ? kept : place, true);
  }

  function start() {
    const wanted = Number(new URLSearchParams(location.search).get("bild")) || data.bild || 1;
    show(wanted - 1, false);
    if (!typing(deepest())) root.focus({ preventScroll: true });
  }

  // --- one screen at a time ---------------------------------------------------------------------------------------

  function show(wanted, quiet) {
    const inside = root.getRootNode().activeElement, stays = quiet && asked;
    place = Math.min(Math.max(wanted, 0), screens.length - 1);
    if (!stays) asked = "";
    screens.forEach((screen, at) => { screen.hidden = at !== place || Boolean(asked); });
    other.hidden = !asked;
    const screen = screens[place];
    one(".nummer").textContent = `${place + 1} / ${screens.length}`;
    one("[data-tut=gebiete]").disabled = !areas();
    one("[data-tut=zurueck]").disabled = !place && !asked;
    one("[data-tut=weiter]").disabled = place === screens.length - 1 && !asked;
    document.documentElement.dataset.sroBild = asked ? "" : screen.dataset.kennung;
    const notes = document.querySelector(".st-key-praesentation_mitschrift");
    if (notes) notes.dataset.sroTheme = "light"; // like the screens, whatever the page's own appearance
    if (!quiet) say(screen);
    if (!quiet && screen.dataset.abschnitt === "transfer") renew();
    if (inside && inside.closest("[hidden], :disabled")) root.focus({ preventScroll: true });
    if (place) begin();
    address();
    tick();
  }

  function renew() { // what was agreed a moment ago; without a server it stays as it was
    try { component.setTriggerValue("stand", Date.now()); } catch { /* no connection */ }
  }

  function say(screen) {
    one(".ansage").textContent = `Bild ${place + 1} von ${screens.length}: ${screen.querySelector("h1, h2").textContent}`;
  }

  function address() { // Streamlit reads it when it runs the page anew, and is not told before
    const url = new URL(location.href);
    if (url.searchParams.get("modus") !== "praesentation" || url.searchParams.get("bild") === String(place + 1)) return;
    url.searchParams.set("bild", place + 1);
    history.replaceState(history.state, "", url);
  }

  function step(by) {
    if (asked) return show(place, false); // whoever looked at another area first comes back
    if (place + by >= 0 && place + by < screens.length) show(place + by, false);
  }

  function section(name) {
    const found = screens.findIndex((screen) => screen.dataset.abschnitt === name);
    if (found >= 0) show(found, false);
  }

  // --- another area's figure --------------------------------------------------------------------------------------

  function areas() {
    const figures = data.zahlen[screens[place].dataset.indikator];
    return figures && { ...figures, ...data.ebenen[figures.ebene] };
  }

  let opener = null;
  function open() {
    const known = areas();
    if (!known) return tell("Andere Gebiete gibt es auf den Bildern mit einer Zahl.");
    one("#wahl-titel").textContent = `${known.titel}: welches Gebiet?`;
    choice.querySelector("ul").replaceChildren(...known.gebiete.map(([id, name]) => {
      const item = make("li"), button = make("button", name);
      button.type = "button";
      button.addEventListener("click", () => { close(); look(id, name); });
      item.append(button);
      return item;
    }));
    search.value = "";
    filter();
    opener = root.getRootNode().activeElement;
    choice.hidden = false;
    search.focus();
  }

  function close() {
    choice.hidden = true;
    (opener && opener.matches("button") ? opener : root).focus({ preventScroll: true }); // back to where it was opened
  }

  function look(id, name) {
    const known = areas();
    if (id === known.eigenes) return show(place, false);
    asked = id;
    other.querySelector(".oben").textContent = `Nachgefragt · ${known.titel}`;
    other.querySelector("h2").textContent = name;
    other.querySelector(".inhalt").innerHTML = known.werte[id] || "";
    other.querySelector("footer").textContent = screens[place].querySelector("footer").textContent;
    other.querySelector(".zurueck").textContent = `Zurück: ${screens[place].querySelector("h1, h2").textContent}`;
    show(place, true);
    say(other);
    other.focus({ preventScroll: true });
  }

  function filter() {
    const wanted = bare(search.value);
    const items = [...choice.querySelectorAll("li")];
    items.forEach((item) => { item.hidden = !bare(item.textContent).includes(wanted); });
    choice.querySelector(".keins").hidden = items.some((item) => !item.hidden);
  }

  function bare(text) { return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").trim(); }

  function inChoice(event) {
    const all = [search, ...choice.querySelectorAll("li:not([hidden]) button")], last = choice.querySelector(".schliessen");
    const at = all.indexOf(root.getRootNode().activeElement);
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") all[Math.min(at + 1, all.length - 1)].focus();
    else if (event.key === "ArrowUp") all[Math.max(at - 1, 0)].focus();
    else if (event.key === "Enter" && at === 0) { if (search.value.trim() && all[1]) all[1].click(); }
    else if (event.key === "Tab" && !event.shiftKey && root.getRootNode().activeElement === last) search.focus();
    else if (event.key === "Tab" && event.shiftKey && at === 0) last.focus();
    else return false;
    return true;
  }

  // --- keys and buttons -------------------------------------------------------------------------------------------

  const KEYS = {
    ArrowRight: () => step(1), ArrowDown: () => step(1), PageDown: () => step(1), " ": () => step(1),
    ArrowLeft: () => step(-1), ArrowUp: () => step(-1), PageUp: () => step(-1), Backspace: () => step(-1),
    Home: () => show(0, false), End: () => show(screens.length - 1, false),
    g: open, u: clock, f: full, Escape: () => (asked ? show(place, false) : finish()),
  };
  const DOES = { gebiete: open, uhr: clock, vollbild: full, beenden: finish, zurueck: () => step(-1), weiter: () => step(1) };

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!choice.hidden) return inChoice(event) ? done(event) : event.stopPropagation();
    const target = event.composedPath()[0];
    if (elsewhere(target)) return;
    if (typing(target)) { // only the clicker's keys leave a field
      if (event.key === "Escape") { target.blur(); root.focus({ preventScroll: true }); return done(event); }
      if (!["PageUp", "PageDown"].includes(event.key)) return;
    }
    if (event.key === " " && (event.shiftKey || onButton(target))) return event.shiftKey ? (step(-1), done(event)) : undefined;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) { act(); done(event); }
  }

  function done(event) { event.preventDefault(); event.stopPropagation(); }
  function deepest() {
    let found = document.activeElement;
    while (found && found.shadowRoot && found.shadowRoot.activeElement) found = found.shadowRoot.activeElement;
    return found;
  }
  function typing(target) {
    return Boolean(target && target.matches && target.matches("input, textarea, select, [contenteditable=true], [role=combobox]"));
  }
  function onButton(target) { return target.matches && target.matches("button, a, summary, [role=button], [role=radio]"); }
  function elsewhere(target) { return target.closest && target.closest("[role=dialog], [data-baseweb=popover]") && !root.contains(target); }

  function clicked(event) {
    const found = event.target.closest("button");
    if (!found) return;
    if (event.detail) root.focus({ preventScroll: true }); // by pointer: space goes on, it does not press again
    if (found.dataset.zu) section(found.dataset.zu);
    else if (found.matches(".zurueck")) show(place, false);
    else if (found.matches(".schliessen")) close();
    else if (found.matches(".neu")) { keep("beginn", Date.now()); tick(); }
    else if (DOES[found.dataset.tut]) DOES[found.dataset.tut]();
    if (event.detail && choice.hidden) root.focus({ preventScroll: true });
  }

  async function full() {
    try {
      await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    } catch { tell("Dieser Browser erlaubt hier kein Vollbild."); }
  }

  async function finish() { // as seite.js does; without a server there would be nothing to come to
    try {
      const answer = await fetch(new URL("/_stcore/health", location.href), { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.status);
    } catch { return tell("Keine Verbindung zum Server: Die Präsentation bleibt offen."); }
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
    history.pushState({}, "", data.zurueck);
    dispatchEvent(new PopStateEvent("popstate"));
  }

  function tell(sentence) {
    one(".meldung").textContent = sentence;
    one(".meldung").hidden = false;
    clearTimeout(silent);
    silent = setTimeout(() => { one(".meldung").hidden = true; }, SAID);
  }

  // --- the presenter's clock: begins when the title is left, goes on over a reload ----------------------------------

  function keep(name, value) { try { localStorage.setItem(`sro:praesentation:${data.dialog}:${name}`, String(value)); } catch { /* no clock then */ } }
  function kept(name) { try { return localStorage.getItem(`sro:praesentation:${data.dialog}:${name}`); } catch { return null; } }
  function begun() { // a clock that was set back begins anew: no time is negative
    const since = Number(kept("beginn")), now = Date.now();
    if (since > now) keep("beginn", now);
    return since && now - since < HALF_DAY ? Math.min(since, now) : 0;
  }
  function begin() { if (!begun()) keep("beginn", Date.now()); }
  function clock() {
    keep("uhr", kept("uhr") === "aus" ? "an" : "aus");
    tick();
  }

  function tick() {
    const since = begun(), wanted = kept("uhr") !== "aus";
    one(".uhr").hidden = !since || !wanted;
    one("[data-tut=uhr]").setAttribute("aria-pressed", String(wanted));
    if (!since) return;
    const minutes = Math.floor((Date.now() - since) / MINUTE);
    one(".stunde").textContent = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")} h`;
    one(".frist").textContent = remaining(since);
  }

  function remaining(since) { // of the agenda's section that this screen belongs to, by the plan
    const at = data.programm.findIndex(([name]) => name === screens[place].dataset.abschnitt);
    if (at < 0) return "";
    const planned = data.programm.slice(0, at + 1).reduce((sum, [, , minutes]) => sum + minutes, 0);
    const left = Math.ceil((since + planned * MINUTE - Date.now()) / MINUTE);
    return left >= 0 ? `noch ${left} min` : `${-left} min über der Zeit`; // the section's name stands at the left
  }

  function make(tag, text) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    return element;
  }

  const running = setInterval(tick, 1000);
  document.addEventListener("keydown", pressed, true);
  root.addEventListener("click", clicked);
  search.addEventListener("input", filter);

  function leave() {
    clearInterval(running);
    clearTimeout(silent);
    document.removeEventListener("keydown", pressed, true);
    delete document.documentElement.dataset.sroBild;
    calm();
  }
  return { take, leave };
}
