/* Marks the page with Streamlit's appearance (light or dark), which Streamlit tells only by the colours of its root
   element, so that our styles follow it. Watches that one element: a change of theme changes its class. */
(function () {
  "use strict";
  function mark(app) {
    const [r, g, b] = (getComputedStyle(app).backgroundColor.match(/\d+/g) || [255, 255, 255]).map(Number);
    document.documentElement.dataset.sroTheme = (r * 299 + g * 587 + b * 114) / 1000 < 128 ? "dark" : "light";
  }
  function watch(app) {
    mark(app);
    new MutationObserver(() => mark(app)).observe(app, { attributes: true, attributeFilter: ["class"] });
  }
  const waiting = new MutationObserver(() => {
    const app = document.querySelector(".stApp");
    if (!app) return;
    waiting.disconnect();
    watch(app);
  });
  waiting.observe(document.documentElement, { subtree: true, childList: true });
})();

(function () {
  "use strict";
  const CHOOSER = "[data-testid=stFileUploader]";
  const TOO_LARGE = "Zu groß zum Hochladen. Bitte teilen oder mit der Befehlszeile einlesen (python -m sro import).";
  const WRONG_KIND = "Dieses Format wird nicht gelesen. Bitte als .csv, .xlsx, .xls oder .ods speichern.";
  const FAILED = "Die Datei ist nicht angekommen. Bitte noch einmal wählen.";
  const OURS = [TOO_LARGE, WRONG_KIND, FAILED];
  function sentence(english) {
    if (/must be .* or smaller|too large/i.test(english)) return TOO_LARGE;
    return /not allowed|file type/i.test(english) ? WRONG_KIND : FAILED;
  }
  function name(element, german) {
    if (element.getAttribute("aria-label") !== german) element.setAttribute("aria-label", german);
  }
  function say(element, german) {
    // The text changes, its nodes stay: Streamlit keeps hold of them.
    [...element.childNodes].forEach((node, place) => { node.nodeValue = place ? "" : german; });
  }
  function translate(chooser) {
    chooser.querySelectorAll("input[type=file]").forEach((input) => name(input, "Dateien wählen"));
    chooser.querySelectorAll("[data-testid=stBaseButton-borderlessIcon]").forEach((b) => name(b, "Weitere Dateien"));
    chooser.querySelectorAll("[data-testid=stFileChip]").forEach((chip) => {
      const file = chip.querySelector("[data-testid=stFileChipName]");
      const remove = chip.querySelector("[data-testid=stFileChipDeleteBtn] button");
      if (file && remove) name(remove, file.textContent + " entfernen");
      const told = chip.querySelector("[role=alert]");
      if (told && !OURS.includes(told.textContent)) say(told, sentence(told.textContent));
    });
  }
  const watched = new WeakSet();
  function meet(event) {
    const chooser = event.target.closest && event.target.closest(CHOOSER);
    if (!chooser || watched.has(chooser)) return;
    watched.add(chooser);
    translate(chooser);
    new MutationObserver(() => translate(chooser)).observe(chooser, {
      subtree: true, childList: true, characterData: true,
    });
  }
  // No watching of the whole page: a chooser is met when somebody comes near it, by pointer, keyboard or file.
  for (const kind of ["pointerover", "focusin", "dragenter", "change"]) document.addEventListener(kind, meet, true);
})();

/* Our own links inside a page (class sro-hier) change the address and tell Streamlit, as the browser's way back does, so
   that the session stays and nothing is loaded anew. Without this script they are plain links. */
(function () {
  "use strict";
  const PATIENCE = 5000; // milliseconds in which the page must have answered
  function follow(event) {
    const link = event.target.closest && event.target.closest("a.sro-hier");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
    if (link.dataset.fokus) focusWhenThere(document.getElementById(link.dataset.fokus), link.dataset.fokus);
  }
  // The keyboard goes on where the answer stands: at a heading that the link names, once it is a new one.
  function focusWhenThere(before, id) {
    const words = before && before.textContent;
    const waiting = new MutationObserver(() => {
      const now = document.getElementById(id);
      if (!now || (now === before && now.textContent === words)) return;
      waiting.disconnect();
      now.focus();
    });
    waiting.observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => waiting.disconnect(), PATIENCE);
  }
  document.addEventListener("click", follow, true);
})();
