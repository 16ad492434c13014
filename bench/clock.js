// Runs in every frame before its own scripts: notes when an option is released and when what it changed is on the screen.
// All times in milliseconds since 1970 with fractions, so that frames of one page share a clock.
(() => {
  const AREAS = ".leaflet-overlay-pane path";
  const TEXT = "#gemessen";
  const TABLE = ".sro-analyse";
  const now = () => performance.timeOrigin + performance.now();
  const bench = (window.bench = { clicked: null, changes: [], watch });
  // The next frame is the one in which a change that was just made is painted.
  const note = (kind) => requestAnimationFrame(() => bench.changes.push({ kind, at: now() }));

  // Streamlit's selectbox acts on the release of the mouse, before the click event.
  const released = (event) => {
    if (event.target.closest?.('[role="option"]')) bench.clicked = now();
  };

  const matches = (node, selector) => node.nodeType === 1 && (node.matches(selector) || !!node.querySelector(selector));
  const element = (node) => (node.nodeType === 1 ? node : node.parentElement);

  function kindsOf(mutation) {
    const { type, target, addedNodes } = mutation;
    if (type === "attributes") {
      const changed = target.getAttribute(mutation.attributeName) !== mutation.oldValue;
      return changed && target.matches(AREAS) ? ["area"] : [];
    }
    if (element(target)?.closest(TEXT)) return ["text"];
    const added = [...addedNodes];
    const kinds = [];
    if (added.some((node) => matches(node, AREAS))) kinds.push("area");
    if (added.some((node) => matches(node, TEXT))) kinds.push("text");
    if (added.some((node) => matches(node, TABLE))) kinds.push("table");
    return kinds;
  }

  // A frame may change its document under the same window, so the frame above asks again and again.
  let watched = null;
  function watch() {
    if (watched === document) return;
    watched = document;
    document.addEventListener("pointerup", released, true);
    new MutationObserver((mutations) => new Set(mutations.flatMap(kindsOf)).forEach((kind) => note(kind))).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["fill"],
      attributeOldValue: true,
    });
    if (document.querySelector(AREAS)) note("area");
  }

  // The app says so itself when it has repainted; a canvas shows no change in the document.
  let painted;
  Object.defineProperty(window, "sroPainted", {
    get: () => painted,
    set: (value) => {
      painted = value;
      note("sroPainted");
    },
    configurable: true,
  });

  watch();
  setInterval(() => {
    for (const frame of document.querySelectorAll("iframe")) frame.contentWindow?.bench?.watch();
  }, 10);
})();
