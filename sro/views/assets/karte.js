/* The map in the browser. The base map calls start() once; every rerun of the page leaves what changed as a message in
   an element of the page around this frame, and each new one is painted. The geometry comes by URL and stays; a repaint
   only sets fill, outline and words of layers that exist already. */
(function () {
  "use strict";
  const CANVAS_FROM = 1000; // areas from which a canvas is faster than SVG
  const FINE_FROM = 200; // areas from which outlines are finer than a pixel: drawing them costs a third
  const PATTERNS = { g: "sro-schraffur", n: "sro-punkte" }; // secret, exactly zero
  const SMALLEST = 40; // pixels of a map that can show something
  const MESSAGE = "[data-anstrich]"; // the page's element with the message
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
    new ResizeObserver(() => { map.invalidateSize({ animate: false }); if (!viewSet) showAll(); }).observe(map.getContainer());
    listen();
    return map;
  }

  // --- the message: read from the page as soon as React has put it there, a frame before Streamlit tells this one ----

  let source = null, message = null;
  const changes = new MutationObserver(read);

  function listen() {
    window.addEventListener("message", follow); // every rerun of the page: its element may be a new one
    follow();
  }

  function follow() {
    const found = window.parent.document.querySelector(MESSAGE);
    if (found && found.parentElement !== source) {
      source = found.parentElement; // stays, React replaces what is in it
      changes.disconnect();
      changes.observe(source, { childList: true });
    }
    read();
  }

  function read() {
    const next = source && source.querySelector(MESSAGE);
    if (!next || next.dataset.anstrich === message) return;
    message = next.dataset.anstrich;
    paint(JSON.parse(message));
  }

  /* The colours of states and outlines in a theme (light or dark); asked of the browser once, because asking costs. */
  const themes = {};
  function themeOf(thema) {
    const styles = getComputedStyle(document.documentElement);
    const colour = (name) => styles.getPropertyValue(`--sro-${name}`).trim();
    themes[thema] = themes[thema] || {
      ...Object.fromEntries([..."ngfxb"].map((feld) => [feld, colour(`feld-${feld}`)])),
      gewaehlt: colour("selected"), rand: colour("border"), linie: colour("line"),
    };
    return themes[thema];
  }

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
    next.zeilen = next.zeilen.split(";").map((zeile) => zeile.split("|"));
    next.muster = next.muster.map((muster) => [muster, [...muster.matchAll(/\{(\d)\}/g)].map(([, i]) => i)]);
    state = next;
    document.documentElement.lang = "de";
    document.documentElement.dataset.sroTheme = next.thema;
    const layer = await layerFor(next.url);
    if (state !== next) return; // a newer paint overtook the download
    show(layer);
    const paints = Object.assign([...next.farben], themeOf(next.thema));
    layer.sroFlaechen.forEach((flaeche) => restyle(flaeche, paints));
    raiseSelected(layer);
    refreshTooltip();
    window.sroPainted = { titel: next.titel, at: performance.timeOrigin + performance.now() };
    setTimeout(speak); // the colours first: a name that changes costs the page a layout of its own
  }

  function speak() {
    map.getContainer().setAttribute("aria-label", state.gesprochen);
    window.frameElement.setAttribute("aria-label", state.titel); // Streamlit names it by the component's package
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
    const layer = L.geoJSON(geometry, { ...options, attribution: geometry.quelle, style: { className: "sro-flaeche", lineJoin: "bevel", lineCap: "butt" } }); // round corners cost as much as all the rest
    layer.sroOutline = geometry.features.length >= FINE_FROM ? 0.9 : 1.2;
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
    if (!viewSet) showAll();
    if (!layer.sroMany) { definePatterns(); layer.sroFlaechen.forEach(makeReachable); }
  }

  function showAll() {
    const { x, y } = map.getSize();
    if (!current || Math.min(x, y) < SMALLEST) return; // the frame has no size yet, nothing fits into it
    map.fitBounds(current.getBounds(), { padding: [8, 8], animate: false });
    viewSet = true;
  }

  // --- fill and outline -------------------------------------------------------------------------------------------

  function feldOf(flaeche) { return state.felder[flaeche.sroPosition] || "f"; }

  function isSelected(flaeche) { return flaeche.feature.properties.id === state.gewaehlt; }

  function restyle(flaeche, paints) {
    const feld = feldOf(flaeche), selected = isSelected(flaeche);
    const pattern = current.sroMany ? undefined : PATTERNS[feld];
    const outline = selected ? paints.gewaehlt : feld >= "a" ? paints.linie : paints.rand;
    setStyle(flaeche, { fillColor: pattern ? `url(#${pattern})` : paints[feld], fillOpacity: 1,
                        color: outline, weight: selected ? 4 : current.sroOutline, opacity: 1 });
    const path = flaeche.getElement && flaeche.getElement();
    if (!path) return;
    path.dataset.feld = feld;
    path.setAttribute("aria-label", lines(flaeche).join(", "));
    path.setAttribute("aria-pressed", String(selected));
  }

  /* Leaflet writes nine attributes for every style; most changes are of the fill alone. */
  function setStyle(flaeche, style) {
    const old = flaeche.options, path = flaeche.getElement && flaeche.getElement();
    const changed = Object.keys(style).filter((name) => old[name] !== style[name]);
    if (path && changed.length === 1 && changed[0] === "fillColor") {
      old.fillColor = style.fillColor;
      path.setAttribute("fill", style.fillColor);
    } else if (changed.length) {
      flaeche.setStyle(style);
    }
  }

  function raiseSelected(layer) {
    const selected = layer.sroFlaechen.find(isSelected);
    if (selected) {
      const path = selected.getElement && selected.getElement(), held = path && path === document.activeElement;
      selected.bringToFront(); // moves the element, which costs it the focus
      if (held) path.focus({ preventScroll: true });
    }
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
    const parts = state.zeilen[flaeche.sroPosition] || [];
    const word = window.sroWoerter[feldOf(flaeche)];
    const filled = state.muster
      .filter(([, wanted]) => wanted.every((i) => parts[i]))
      .map(([muster, wanted]) => wanted.reduce((text, i) => text.replace(`{${i}}`, () => parts[i]), muster));
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
    path.dataset.id = flaeche.feature.properties.id;
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", "-1");
    path.addEventListener("focus", () => hover(flaeche, flaeche.getBounds().getCenter()));
    path.addEventListener("blur", leave);
    path.addEventListener("keydown", (event) => onKey(event, flaeche));
  }

  function setTabStop(flaeche) {
    if (current.sroTabStop) current.sroTabStop.getElement().setAttribute("tabindex", "-1");
    current.sroTabStop = flaeche;
    flaeche.getElement().setAttribute("tabindex", "0");
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

  window.sroKarte = { start };
})();
