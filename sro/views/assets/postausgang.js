/* Outbox: what somebody typed waits in this browser until the server says that it has it.
   Inlined by every component that saves without a button of Streamlit's; `send(entries)` hands entries to the server, which
   answers with keys, and only `ack(key)` takes an entry away. Sending twice is harmless: the server knows the key again.

   put(entry, slot)   keeps an entry; a later one in the same slot takes its place. Gives the entry with its key.
   ack(key)           takes the entry with this key away, if it is still the one in its slot, and gives it.
   pending()          all entries that wait, oldest first.
   flush()            sends what was not sent a moment ago. Called by itself: at put, back online, every few seconds.
                      Where `ready(entry)` says no, the entry waits, for instance for another one to be answered first.
   keep / kept / drop a value beside the entries, such as a draft; `kept` gives nothing that is older than a day.
   clear()            forgets everything of this namespace on this device.
   start() / stop()   the clock. `durable` is false where the browser keeps nothing; then all is gone with the page.

   undisturbed(root) puts away Streamlit's message that the connection is lost: it would lie over the whole page, which is
   still of use here. Whoever was typing in `root` goes on typing. Gives a function that ends it. */
const PAUSE = 4000, BUNDLE = 20, DAY = 24 * 3600 * 1000;

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  return [...b].map((n, i) => ([4, 6, 8, 10].includes(i) ? "-" : "") + n.toString(16).padStart(2, "0")).join("");
}

function later(action, wait) {
  let timer = 0;
  return (...words) => { clearTimeout(timer); timer = setTimeout(() => action(...words), wait); };
}

function memory() {
  const held = new Map();
  return {
    getItem: (name) => (held.has(name) ? held.get(name) : null), setItem: (name, text) => held.set(name, text),
    removeItem: (name) => held.delete(name), key: (place) => [...held.keys()][place], get length() { return held.size; },
  };
}

function store() {
  try {
    localStorage.setItem("sro:probe", "1");
    localStorage.removeItem("sro:probe");
    return localStorage;
  } catch { return null; }
}

function postausgang(namespace, { send, changed, ready = () => true }) {
  const kept = store(), lager = kept || memory(), sent = new Map();
  const post = `sro:${namespace}:post:`, beside = `sro:${namespace}:neben:`;
  let clock = 0, last = 0;

  function names(prefix) {
    return Array.from({ length: lager.length }, (_, place) => lager.key(place)).filter((n) => n && n.startsWith(prefix));
  }
  function read(name) {
    try { return JSON.parse(lager.getItem(name)); } catch { return null; }
  }
  function write(name, value) {
    try { lager.setItem(name, JSON.stringify(value)); return true; } catch { return false; }
  }
  function pending() {
    return names(post).map(read).filter((one) => one && one.schluessel).sort((a, b) => a.zeit - b.zeit);
  }
  function put(entry, slot) {
    // Later than all that waits, also where the clock of this device was set back since: the order is that of typing.
    last = Math.max(Date.now(), last + 1, ...pending().map((one) => one.zeit + 1));
    const whole = { ...entry, schluessel: newKey(), zeit: last, platz: slot || "" };
    if (!slot) whole.platz = whole.schluessel;
    if (!write(post + whole.platz, whole)) return null; // the device is full: whoever calls keeps what was typed
    changed();
    flush();
    return whole;
  }
  function ack(key) {
    sent.delete(key);
    const found = pending().find((one) => one.schluessel === key);
    if (!found) return null;
    lager.removeItem(post + found.platz);
    changed();
    return found;
  }
  function flush() {
    const now = performance.now(); // no clock that anybody sets
    if (navigator.onLine === false) return changed();
    const all = pending().filter(ready);
    if (!all.some((one) => now - (sent.get(one.schluessel) ?? -PAUSE) >= PAUSE)) return;
    const due = all.slice(0, BUNDLE); // the oldest go along once more, so that records come in the order of typing
    due.forEach((one) => sent.set(one.schluessel, now));
    try { send(due); } catch { /* no connection: the clock tries again */ }
  }
  function waits() { // whether something has been here for so long that there can be no connection
    const now = Date.now();
    return pending().some((one) => Math.abs(now - one.zeit) >= PAUSE - 500) || navigator.onLine === false;
  }
  function clear() {
    [...names(post), ...names(beside)].forEach((name) => lager.removeItem(name));
    changed();
  }
  function tick() { if (pending().length) { changed(); flush(); } }
  function heard(event) { if (!event.key || event.key.startsWith(post)) changed(); } // another tab of this browser
  function start() {
    stop();
    clock = setInterval(tick, 1500);
    addEventListener("online", flush);
    addEventListener("offline", changed);
    addEventListener("storage", heard);
    flush();
  }
  function stop() {
    clearInterval(clock);
    removeEventListener("online", flush);
    removeEventListener("offline", changed);
    removeEventListener("storage", heard);
  }
  return {
    put, ack, pending, flush, waits, clear, start, stop, durable: Boolean(kept),
    keep: (name, value) => write(beside + name, { value, zeit: Date.now() }),
    kept: (name) => {
      const found = read(beside + name);
      if (found && Date.now() - found.zeit > DAY) lager.removeItem(beside + name);
      return found && Date.now() - found.zeit <= DAY ? found.value : null;
    },
    drop: (name) => lager.removeItem(beside + name),
  };
}

function undisturbed(root) {
  const LOST = "[data-testid=stDialog]:has(.stErrorCodeBlock)";
  let field = null, since = 0;
  function entered(event) { field = event.target; }
  function left() { since = Date.now(); }
  function close() {
    const lost = document.querySelector(LOST);
    const button = lost && lost.querySelector("section > button");
    if (!button) return;
    const typing = field && (root.contains(root.getRootNode().activeElement) || Date.now() - since < 500);
    button.click();
    if (typing) goOn(20);
  }
  function goOn(times) { // the page can be entered again as soon as the message has faded
    if (!times || document.querySelector(LOST)) return times && setTimeout(goOn, 50, times - 1);
    setTimeout(() => field.focus({ preventScroll: true }), 50);
  }
  root.addEventListener("focusin", entered);
  root.addEventListener("focusout", left);
  const watch = new MutationObserver(close);
  watch.observe(document.body, { childList: true });
  return () => {
    watch.disconnect();
    root.removeEventListener("focusin", entered);
    root.removeEventListener("focusout", left);
  };
}
