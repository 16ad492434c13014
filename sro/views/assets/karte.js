/* The map in the browser. The base map calls start() once; every rerun of the page leaves what changed as a message in
   an element of the page around this frame, and each new one is painted. The geometry comes by URL and stays; a repaint
   only sets fill, outline and words of layers that exist already. */
(function () {
  "use strict";
  const CANVAS_FROM = 1000; // areas from which a canvas is faster than SVG
  const FINE_FROM = 200; // areas from which outlines are finer
  const LINES = "linien"; // the pane of what is drawn over the fills
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
    if (state && state.zeilen === null) refreshTooltip();
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
      gewaehlt: colour("selected"), rand: colour("border"),
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
    next.zeilen = next.zeilen === null ? null : parted(next.zeilen);
    next.muster = next.muster.map((muster) => [muster, [...muster.matchAll(/\{(\d)\}/g)].map(([, i]) => i)]);
    state = next;
    document.documentElement.lang = "de";
    document.documentElement.dataset.sroTheme = next.thema;
    const layer = await layerFor(next.url);
    if (state !== next) return; // a newer paint overtook the download
    show(layer);
    const paints = Object.assign([...next.farben], themeOf(next.thema));
    if (layer.sroMany) repaint(layer, paints);
    else layer.sroFlaechen.forEach((flaeche) => restyle(flaeche, paints));
    markSelected(layer);
    refreshTooltip();
    window.sroPainted = { titel: next.titel, flaechen: layer.sroFlaechen.length, at: performance.timeOrigin + performance.now() };
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
    const options = many ? { renderer: new Brush({ padding: 0.1 }) } : {};
    const layer = L.geoJSON(geometry, { ...options, attribution: geometry.quelle, style: { className: "sro-flaeche", stroke: many, fillOpacity: 1 } });
    layer.sroOutline = geometry.features.length >= FINE_FROM ? 1.6 : 2.4;
    layer.sroMany = many;
    layer.sroFlaechen = layer.getLayers();
    if (!many) [layer.sroOutline < 2 ? "sro-rand sro-fein" : "sro-rand", "sro-grenze"].forEach((one) => layer.addLayer(lineOver(layer.sroFlaechen, one)));
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
    const feld = feldOf(flaeche), pattern = PATTERNS[feld], path = flaeche.getElement();
    flaeche.options.fillColor = pattern ? `url(#${pattern})` : paints[feld];
    path.setAttribute("fill", flaeche.options.fillColor); // Leaflet's setStyle writes nine attributes
    path.dataset.feld = feld;
    path.setAttribute("aria-label", lines(flaeche).join(", "));
    path.setAttribute("aria-pressed", String(isSelected(flaeche)));
  }

  /* Very many areas on a canvas: filled colour by colour, and outlined only where they are large enough to see it. */
  const Brush = L.Canvas.extend({
    _draw() {
      const bounds = this._redrawBounds, context = this._ctx, byColour = new Map(), seen = [];
      for (let one = this._drawFirst; one; one = one.next) {
        const layer = one.layer;
        if (bounds && !(layer._pxBounds && layer._pxBounds.intersects(bounds))) continue;
        if (!layer._parts.length) continue;
        seen.push(layer);
        const colour = layer.options.fillColor;
        if (!byColour.has(colour)) byColour.set(colour, []);
        byColour.get(colour).push(layer);
      }
      context.save();
      if (bounds) {
        const size = bounds.getSize();
        context.beginPath();
        context.rect(bounds.min.x, bounds.min.y, size.x, size.y);
        context.clip();
      }
      for (const [colour, layers] of byColour) {
        context.fillStyle = colour;
        for (let from = 0; from < layers.length; from += AT_ONCE) {
          context.beginPath();
          for (const layer of layers.slice(from, from + AT_ONCE)) trace(context, layer);
          context.fill("evenodd");
        }
      }
      const outlined = seen.length < OUTLINED ? seen : seen.filter(isSelected);
      for (const layer of outlined) {
        context.beginPath();
        trace(context, layer);
        context.closePath();
        context.strokeStyle = layer.options.color;
        context.lineWidth = layer.options.weight;
        context.stroke();
      }
      context.restore();
    },
  });
  const AT_ONCE = 1000, OUTLINED = 2500;

  function trace(context, layer) {
    for (const part of layer._parts) {
      context.moveTo(part[0].x, part[0].y);
      for (let i = 1; i < part.length; i++) context.lineTo(part[i].x, part[i].y);
    }
  }

  function repaint(layer, paints) {
    layer.sroFlaechen.forEach((flaeche) => {
      const selected = isSelected(flaeche);
      Object.assign(flaeche.options, { fillColor: paints[feldOf(flaeche)], color: selected ? paints.gewaehlt : paints.rand, weight: selected ? 4 : layer.sroOutline });
    });
    const brush = layer.sroFlaechen[0].options.renderer;
    brush._redrawBounds = null;
    if (!brush._redrawRequest) brush._redrawRequest = L.Util.requestAnimFrame(brush._redraw, brush);
  }

  /* A line along areas that takes no pointer; the style sheet says how it looks. A light line and a dark one together
     are seen on every fill: between two neighbours, around the chosen area, around the one that has the focus. */
  function lineOver(flaechen, className) {
    return L.polygon(flaechen.map((one) => one.getLatLngs()), { fill: false, interactive: false, className, renderer: linesRenderer(), lineJoin: "bevel", lineCap: "butt" });
  }

  /* Lines have a layer of the browser's own: a repaint of the fills does not draw them again, which costs most of it. */
  let renderer;
  function linesRenderer() {
    if (!renderer) {
      Object.assign(map.createPane(LINES).style, { zIndex: 450, pointerEvents: "none", willChange: "transform" });
      renderer = L.svg({ pane: LINES });
    }
    return renderer;
  }

  const rings = {};
  function ring(name, flaeche, classes) {
    if (rings[name]) rings[name].remove();
    rings[name] = flaeche && !current.sroMany ? L.layerGroup(classes.map((one) => lineOver([flaeche], one))).addTo(map) : null;
  }

  function markSelected(layer) {
    const selected = layer.sroFlaechen.find(isSelected);
    ring("gewaehlt", selected, ["sro-hof", "sro-ring", "sro-kern"]);
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
    if (state.zeilen === null) state.zeilen = linesFromPage();
    const parts = (state.zeilen && state.zeilen[flaeche.sroPosition]) || [];
    const word = window.sroWoerter[feldOf(flaeche)];
    const filled = state.muster
      .filter(([, wanted]) => wanted.every((i) => parts[i]))
      .map(([muster, wanted]) => wanted.reduce((text, i) => text.replace(`{${i}}`, () => parts[i]), muster));
    return [flaeche.feature.properties.name, ...(word ? [word] : []), ...filled];
  }

  function parted(zeilen) { return zeilen.split(";").map((zeile) => zeile.split("|")); }

  /* Of very many areas the parts stand in an element of their own, which comes after the colours; null until then. */
  function linesFromPage() {
    const found = window.parent.document.querySelector("[data-zeilen]");
    return found && found.dataset.zu === state.titel ? parted(found.dataset.zeilen) : null;
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
    path.addEventListener("focus", () => {
      hover(flaeche, flaeche.getBounds().getCenter());
      if (path.matches(":focus-visible")) ring("fokus", flaeche, ["sro-hof", "sro-ring"]);
    });
    path.addEventListener("blur", () => { leave(); ring("fokus"); });
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
