/* Marks the page with Streamlit's appearance (light or dark), which Streamlit tells only by its colours,
   so that our styles follow it. */
(function () {
  "use strict";
  function mark() {
    const app = document.querySelector(".stApp");
    if (!app) return;
    const [r, g, b] = (getComputedStyle(app).backgroundColor.match(/\d+/g) || [255, 255, 255]).map(Number);
    const theme = (r * 299 + g * 587 + b * 114) / 1000 < 128 ? "dark" : "light";
    if (document.documentElement.dataset.sroTheme !== theme) document.documentElement.dataset.sroTheme = theme;
  }
  let planned = false;
  new MutationObserver(() => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => { planned = false; mark(); });
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["class", "style"] });
})();
