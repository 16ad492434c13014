/* The map in the browser. The base map calls start() once; every rerun of the page calls paint() with what changed.
   The geometry comes by URL and stays; a repaint only sets fill, outline and words of layers that exist already. */
(function () {
  "use strict";
  const CANVAS_FROM = 1000; // areas from which a canvas is faster than SVG
  const PATTERNS = { g: "sro-schraffur", n: "sro-punkte" }; // secret, exactly zero
  const layersByUrl = new Map();
  let map = null, tooltip = null, current = null, state = null, viewSet = false;

  function start(id, centre) {
    map = L.map(id, { center: centre, zoom: 11, zoomControl: false, zoomSnap: 0.25 });
    map.attributionControl.setPrefix(false);
    map.getContainer().setAttribute("role", "application");
    L.control.zoom({ position: "topleft", zoomInTitle: "Vergrößern", zoomOutTitle: "Verkleinern" }).addTo(map);
    homeControl().addTo(map);
    tooltip = L.tooltip({ sticky: true, direction: "top", offset: [0, -6], className: "sro-tooltip", opacity: 1 });
    // The frame is sized by the page (phone or desktop); the map follows it.
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
    return map;
  }

  /* A colour of the theme (light or dark) that the page shows. */
  function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(`--sro-${name}`).trim(); }

  function homeControl() {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const bar = L.DomUtil.create("div", "leaflet-bar");
      const button = L.DomUtil.create("a", "sro-ganze-stadt", bar);
      button.href = "#";
      button.title = "Ganze Stadt zeigen";
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", button.title);
      button.textContent = "⌂";
      L.DomEvent.on(button, "click", (event) => { L.DomEvent.stop(event); showAll(); });
      return bar;
    };
    return control;
  }

  async function paint(next) {
    state = next;
    document.documentElement.lang = "de";
    document.documentElement.dataset.sroTheme = next.thema;
    map.getContainer().setAttribute("aria-label", next.titel);
    const layer = await layerFor(next.url);
    if (state !== next) return; // a newer paint overtook the download
    show(layer);
    const paints = { farben: [...next.farben], gewaehlt: colour("selected"), rand: colour("border"), linie: colour("line") };
    "ngfxb".split("").forEach((feld) => { paints.farben[feld] = colour(`feld-${feld}`); });
    layer.sroFlaechen.forEach((flaeche) => restyle(flaeche, paints));
    raiseSelected(layer);
    refreshTooltip();
    window.sroPainted = { titel: next.titel, at: performance.timeOrigin + performance.now() };
  }

  async function layerFor(url) {
    if (!layersByUrl.has(url)) layersByUrl.set(url, load(url));
    return layersByUrl.get(url);
  }

  async function load(url) {
    const answer = await fetch(url);
    if (!answer.ok) { layersByUrl.delete(url); throw new Error("Geometrie: " + answer.status); }
    const geometry = await answer.json();
    const many = geometry.features.length >= CANVAS_FROM;
    const options = many ? { renderer: L.canvas({ padding: 0.3 }) } : {};
    const layer = L.geoJSON(geometry, { ...options, attribution: geometry.quelle, style: { className: "sro-flaeche" } });
    layer.sroMany = many;
    layer.sroFlaechen = layer.getLayers();
    layer.sroFlaechen.forEach((flaeche, position) => {
      flaeche.sroPosition = position;
      flaeche.on({ mouseover: (e) => hover(flaeche, e.latlng), mousemove: (e) => tooltip.setLatLng(e.latlng),
                   mouseout: leave, click: () => choose(flaeche) });
    });
    return layer;
  }

  function show(layer) {
    if (current === layer) return;
    if (current) current.remove();
    current = layer.addTo(map);
    if (!viewSet) { showAll(); viewSet = true; }
    if (!layer.sroMany) { definePatterns(); layer.sroFlaechen.forEach(makeReachable); }
  }

  function showAll() { if (current) map.fitBounds(current.getBounds(), { padding: [8, 8], animate: false }); }

  // --- fill and outline -------------------------------------------------------------------------------------------

  function feldOf(flaeche) { return state.felder[flaeche.sroPosition] || "f"; }

  function isSelected(flaeche) { return flaeche.feature.properties.id === state.gewaehlt; }

  function restyle(flaeche, paints) {
    const feld = feldOf(flaeche), selected = isSelected(flaeche);
    const pattern = current.sroMany ? undefined : PATTERNS[feld];
    flaeche.setStyle({ fillColor: pattern ? `url(#${pattern})` : paints.farben[feld], fillOpacity: 1,
                       color: selected ? paints.gewaehlt : feld in paints.farben && feld >= "a" ? paints.linie : paints.rand, weight: selected ? 4 : 1.2, opacity: 1 });
    const path = flaeche.getElement && flaeche.getElement();
    if (!path) return;
    path.dataset.feld = feld;
    path.dataset.id = flaeche.feature.properties.id;
    path.setAttribute("aria-label", lines(flaeche).join(", "));
    path.setAttribute("aria-pressed", String(selected));
  }

  function raiseSelected(layer) {
    const selected = layer.sroFlaechen.find(isSelected);
    if (selected) selected.bringToFront();
    if (!layer.sroMany) setTabStop(selected || layer.sroFlaechen[0]);
  }

  function definePatterns() {
    const svg = map.getPanes().overlayPane.querySelector("svg");
    if (!svg || svg.querySelector("defs")) return;
    svg.insertAdjacentHTML("afterbegin", `<defs>
      <pattern id="${PATTERNS.g}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="sro-muster-grund" width="7" height="7"/><line class="sro-muster-strich" y2="7"/></pattern>
      <pattern id="${PATTERNS.n}" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="sro-muster-null" width="6" height="6"/><circle class="sro-muster-punkt" cx="3" cy="3" r="1.1"/></pattern>
    </defs>`);
  }

  // --- words ------------------------------------------------------------------------------------------------------

  /* The lines about an area as plain text: name, then each pattern whose parts are all there; a state in words. */
  function lines(flaeche) {
    const parts = (state.zeilen.split(";")[flaeche.sroPosition] || "").split("|");
    const word = window.sroWoerter[feldOf(flaeche)];
    const filled = state.muster
      .filter((muster) => [...muster.matchAll(/\{(\d)\}/g)].every(([, i]) => parts[i]))
      .map((muster) => muster.replace(/\{(\d)\}/g, (_, i) => parts[i]));
    return [flaeche.feature.properties.name, ...(word ? [word] : []), ...filled];
  }

  function content(flaeche) {
    const box = document.createElement("div");
    lines(flaeche).forEach((text, row) => {
      const line = box.appendChild(document.createElement("div"));
      line.className = ["sro-name", "sro-wert"][row] || "sro-neben";
      line.textContent = text;
    });
    return box;
  }

  let hovered = null;
  function hover(flaeche, latlng) {
    hovered = flaeche;
    tooltip.setContent(content(flaeche)).setLatLng(latlng);
    if (!map.hasLayer(tooltip)) tooltip.addTo(map);
  }
  function leave() { hovered = null; tooltip.remove(); }
  function refreshTooltip() { if (hovered) tooltip.setContent(content(hovered)); }

  // --- choosing: one message to the page, no second one from panning ------------------------------------------------

  function choose(flaeche) {
    const answer = { last_object_clicked_tooltip: `${flaeche.feature.properties.id}#${Date.now()}` };
    Object.assign(window.__GLOBAL_DATA__, answer, { previous_data: answer });
    window.Streamlit.setComponentValue(answer);
  }

  // --- keyboard: one tab stop, arrows walk through the areas, Enter or space chooses --------------------------------

  function makeReachable(flaeche) {
    const path = flaeche.getElement();
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", "-1");
    path.addEventListener("focus", () => hover(flaeche, flaeche.getBounds().getCenter()));
    path.addEventListener("blur", leave);
    path.addEventListener("keydown", (event) => onKey(event, flaeche));
  }

  function setTabStop(flaeche) {
    current.sroFlaechen.forEach((other) => other.getElement().setAttribute("tabindex", other === flaeche ? "0" : "-1"));
  }

  function onKey(event, flaeche) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = current.sroFlaechen;
      const next = all[(flaeche.sroPosition + step + all.length) % all.length];
      setTabStop(next);
      next.getElement().focus();
    } else if (event.key === "Enter" || event.key === " ") {
      choose(flaeche);
    } else if (event.key === "Escape") {
      leave();
      return;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  window.sroKarte = { start, paint };
})();
