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
