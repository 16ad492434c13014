/* What a machine can tell of a page's barriers, beside axe. Set into every frame; each function returns what is wrong, as
   lists of words. Shadow roots are looked into as well. */
window.sroBarrieren = (() => {
  "use strict";
  const SILENT = "script, style, code, [data-testid=stIconMaterial]"; // an icon is a word to its font alone; code is no language
  const SAID = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt"];
  const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";
  const SMALL = 44; // pixels: what is smaller is an icon

  function elements(root) {
    const found = [];
    (function into(node) {
      for (const one of node.children) {
        found.push(one);
        if (one.shadowRoot) into(one.shadowRoot);
        into(one);
      }
    })(root);
    return found;
  }
  const up = (one) => one.parentElement || (one.getRootNode() || {}).host || null;
  function* around(one) { for (let at = up(one); at; at = up(at)) yield at; }
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const own = (one) => [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue).join("").trim();
  const named = (one) => `<${one.localName} ${one.className.baseVal ?? one.className}> ${own(one).slice(0, 50) || one.textContent.trim().slice(0, 50)}`;

  async function axe(rules) {
    const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return violations.flatMap((one) => one.nodes.map((node) => [one.id, node.html.slice(0, 160)]));
  }

  function worte() {
    const said = elements(document).filter((one) => !one.closest(SILENT))
      .flatMap((one) => [...SAID.map((name) => one.getAttribute(name)), own(one)]);
    return [...new Set(said.filter(Boolean))];
  }

  function ueberschriften() {
    return elements(document).filter((one) => one.matches("h1, h2, h3, h4, h5, h6, [role=heading]") && seen(one))
      .map((one) => [Number(one.getAttribute("aria-level") || one.tagName[1]), one.textContent.slice(0, 60)]);
  }

  /* Whether something around it scrolls sideways by itself, or hides it from everybody's eyes. */
  function apart(one) {
    for (const at of around(one)) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX) && at.dataset.testid !== "stMain" && at !== document.scrollingElement) return true;
      if (/hidden|clip/.test(style.overflowX) && (at.clientWidth <= 1 || at.clientHeight <= 1)) return true;
    }
    return false;
  }

  /* The page does not scroll sideways, and nothing that is read lies beside the screen. */
  function daneben() {
    const wide = [document.scrollingElement, document.querySelector("[data-testid=stMain]")]
      .filter((one) => one && one.scrollWidth > one.clientWidth + 1).map(() => "die Seite rollt seitwärts");
    const out = elements(document.body).filter((one) => own(one) && seen(one)).filter((one) => {
      const { left, right, width, height } = one.getBoundingClientRect();
      return width > 1 && height > 1 && (right > innerWidth + 1 || left < -1) && !one.closest("svg") && !apart(one);
    });
    return [...wide, ...out.map(named)];
  }

  /* Text that its own box cuts off. What is shortened on purpose ends in an ellipsis and stands somewhere in full. */
  function beschnitten() {
    return elements(document.body).filter((one) => {
      const style = getComputedStyle(one), across = /hidden|clip/.test(style.overflowX), down = /hidden|clip/.test(style.overflowY);
      if (!(across || down) || !seen(one) || !one.textContent.trim() || one.localName === "details" || one.querySelector("main")) return false;
      if (one.clientWidth <= 1 || one.clientHeight <= 1 || one.closest("svg")) return false;
      if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") return false;
      return (down && one.scrollHeight > one.clientHeight + 2) || (across && one.scrollWidth > one.clientWidth + 2);
    }).map(named);
  }

  /* The same with the distances of letters, words and lines that WCAG 1.4.12 wants a page to bear. */
  function auseinander() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SPACED);
    const roots = [document, ...elements(document).map((one) => one.shadowRoot).filter(Boolean)];
    const before = beschnitten();
    roots.forEach((root) => { root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]; });
    const found = [...beschnitten().filter((one) => !before.includes(one)), ...daneben()];
    roots.forEach((root) => { root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet); });
    return found;
  }

  /* Every figure, be it one picture or a map to walk through: kind, where, what it says to those who do not see it. */
  function bilder() {
    const figure = "svg, img, canvas, iframe, [role=img], [role=application]";
    const whole = (one) => ![...around(one)].some((at) => at.matches(figure)) && ![one, ...around(one)].some((at) => at.getAttribute("aria-hidden") === "true");
    const drawn = (one) => !one.matches("[role=application]") || !one.querySelector("table, [role=grid]"); // a calendar is none
    const large = ({ width, height }) => width >= SMALL || height >= SMALL;
    const where = (one) => "." + ([...around(one)].map((at) => at.classList[0]).find((name) => name && !name.startsWith("st-emotion")) || "");
    return elements(document.body).filter((one) => one.matches(figure) && seen(one) && drawn(one) && whole(one) && large(one.getBoundingClientRect()))
      .map((one) => [one.localName, where(one), one.getAttribute("aria-label") || one.getAttribute("alt") || ""]);
  }

  /* Tables without a name. */
  function tafeln() {
    return elements(document.body).filter((one) => one.localName === "table" && seen(one))
      .filter((one) => !one.caption && !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby")).map(named);
  }

  return { axe, worte, ueberschriften, daneben, beschnitten, auseinander, bilder, tafeln };
})();
