/* Marks the page with Streamlit's appearance (light or dark), which Streamlit tells only by the style of its root
   element, so that our styles follow it. Watches that one element: a change of theme changes its class. */
(function () {
  "use strict";
  function mark(app) {
    // Not the background: that may still be on its way from the colour before.
    document.documentElement.dataset.sroTheme = getComputedStyle(app).colorScheme === "dark" ? "dark" : "light";
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

/* Another page is told to those who do not see it: its title, in a region of its own, after the first. Watches the title
   alone, which changes with the page and never with a choice on it. */
(function () {
  "use strict";
  let region = null;
  function tell() {
    if (!region) {
      region = document.body.appendChild(document.createElement("p"));
      region.className = "sro-nur-hoerbar";
      region.setAttribute("aria-live", "polite");
    }
    region.textContent = document.title;
  }
  document.addEventListener("DOMContentLoaded", () => {
    const title = document.querySelector("title");
    let last = title.textContent, first = true;
    new MutationObserver(() => {
      if (document.title === last || !document.title.includes(" – ")) return; // Streamlit's own title comes in between
      last = document.title;
      if (first) first = false; else tell();
    }).observe(title, { childList: true, characterData: true, subtree: true });
  });
})();

/* Whoever opens the menu of a narrow screen stands in it afterwards, not behind it. */
document.addEventListener("click", (event) => {
  "use strict";
  if (!event.target.closest || !event.target.closest("[data-testid=stExpandSidebarButton]")) return;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
    if (close) close.focus();
  }));
}, true);

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

/* In a place that saves as one types (its key begins with "dialog_rahmen") a text is sent after a short pause and when
   the page goes out of sight. Streamlit itself would wait until the field is left. */
(function () {
  "use strict";
  const FIELD = "[class*=st-key-dialog_rahmen] [data-testid=stTextInput] input";
  const PAUSE = 700; // milliseconds without a key
  let waiting = 0, open = null;
  function send() {
    clearTimeout(waiting);
    if (open) open.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    open = null;
  }
  document.addEventListener("input", (event) => {
    if (!event.target.matches || !event.target.matches(FIELD) || event.isComposing) return;
    open = event.target;
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE);
  }, true);
  document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
  window.addEventListener("pagehide", send);
})();

/* After logging in back to the page on which somebody pressed "Anmelden"; Streamlit sends everybody to the start page. The
   address waits in this tab's own memory, which no server sees, for as long as a login takes. */
(function () {
  "use strict";
  const NAME = "sro_zurueck", PATIENCE = 15 * 60 * 1000; // milliseconds
  function taken() {
    const found = JSON.parse(sessionStorage.getItem(NAME) || "{}");
    sessionStorage.removeItem(NAME);
    return Date.now() - found.wann < PATIENCE ? found.seite : "/";
  }
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("[class*=st-key-anmelden] button")) return;
    sessionStorage.setItem(NAME, JSON.stringify({ seite: location.pathname + location.search, wann: Date.now() }));
  }, true);
  if (location.pathname !== "/") return;
  const before = taken();
  if (before !== "/") location.replace(location.origin + before); // with the origin: "//elsewhere" is no page of ours
})();
