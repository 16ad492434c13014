/* Pins of the Werkstätten in a frame of their own, by the same way as karte.js: the base map is mounted once, what changes
   lies as one message in an element of the page. Places that would touch on the screen are drawn as one; words that people
   wrote only ever become text nodes. */
(function () {
  "use strict";
  const SOURCE = ".st-key-nadeln"; // the page's element with the message
  const WIDE = 120, HIGH = 32; // pixels of a sign: places nearer than this would cover each other and become one
  const DEEPEST = 17, CLOSE = 15.5, FINE_NAMES = 13; // zoom levels: last, after opening a cluster, names of the finer areas
  const SMALLEST = 40; // pixels of a map that can show something
  const NAMES = "namen"; // the pane with the names of areas
  let map = null, tooltip = null, state = null, viewSet = false, shownPart = null;
  let signs = [], stop = 0; // what is drawn, and the one that the tab key reaches
  const areas = new Map(), pins = L.layerGroup();

  function start(id, centre) {
    map = L.map(id, { center: centre, zoom: 11, maxZoom: DEEPEST, zoomControl: false, zoomSnap: 0.25 });
    map.attributionControl.setPrefix(false);
    map.getContainer().setAttribute("role", "application");
    L.control.zoom({ position: "topleft", zoomInTitle: "Vergrößern", zoomOutTitle: "Verkleinern" }).addTo(map);
    homeControl().addTo(map);
    map.createPane(NAMES).style.zIndex = 450; // above areas, below pins
    pins.addTo(map);
    tooltip = L.tooltip({ direction: "top", offset: [0, -14], className: "sro-tooltip", opacity: 1 });
    map.on("zoomend", () => { nameAreas(); draw(); });
    new ResizeObserver(() => { map.invalidateSize({ animate: false }); if (!viewSet) showAll(); }).observe(map.getContainer());
    listen();
    return map;
  }

  // --- the message ------------------------------------------------------------------------------------------------

  let source = null, message = null;
  const changes = new MutationObserver(read);

  function listen() {
    window.addEventListener("message", follow); // every rerun of the page: its element may be a new one
    follow();
  }

  function follow() {
    const found = window.parent.document.querySelector(SOURCE);
    if (found !== source) {
      source = found;
      changes.disconnect();
      if (source) changes.observe(source, { subtree: true, childList: true, attributes: true });
    }
    read();
  }

  function read() {
    const next = source && source.querySelector("[data-nadeln]");
    if (!next || next.dataset.nadeln === message) return;
    message = next.dataset.nadeln;
    paint(JSON.parse(message));
  }

  async function paint(next) {
    state = next;
    document.documentElement.lang = "de";
    document.documentElement.dataset.sroTheme = next.thema;
    map.getContainer().setAttribute("aria-label", next.titel);
    window.frameElement.setAttribute("aria-label", "Karte der Orte");
    await Promise.all(next.flaechen.map(layAreas));
    if (state !== next) return; // a newer message overtook the download
    if (!viewSet || next.ausschnitt !== shownPart) showAll();
    draw();
    window.sroGenadelt = next.titel;
  }

  // --- the ground: areas with their names, nothing to click ---------------------------------------------------------

  async function layAreas(url, rank) {
    if (areas.has(url)) return;
    areas.set(url, null);
    const answer = await fetch(url);
    if (!answer.ok) { areas.delete(url); throw new Error("Geometrie: " + answer.status); }
    const geometry = await answer.json();
    const layer = L.geoJSON(geometry, { interactive: false, attribution: rank ? "" : geometry.quelle,
      style: { className: `sro-boden sro-boden-${rank}`, fill: !rank, lineJoin: "bevel" } });
    const names = L.layerGroup(layer.getLayers().map((area) => nameOf(area, rank)));
    areas.set(url, { layer, names, rank });
    layer.addTo(map);
    [...areas.values()].filter(Boolean).sort((a, b) => b.rank - a.rank).forEach((one) => one.layer.bringToFront());
    nameAreas();
  }

  function nameOf(area, rank) {
    const text = document.createElement("span");
    text.textContent = area.feature.properties.name;
    return L.tooltip({ pane: NAMES, permanent: true, direction: "center", className: `sro-bodenname sro-bodenname-${rank}`, opacity: 1 })
      .setLatLng(area.getBounds().getCenter()).setContent(text);
  }

  function nameAreas() {
    const rank = areas.size > 1 && map.getZoom() >= FINE_NAMES ? 1 : 0;
    areas.forEach((one) => { if (one) one.rank === rank ? one.names.addTo(map) : one.names.remove(); });
  }

  function showAll() {
    const ground = [...areas.values()].find((one) => one && !one.rank), { x, y } = map.getSize();
    if (!state || !ground || Math.min(x, y) < SMALLEST) return; // the frame has no size yet, nothing fits into it
    const places = state.orte.map(([, lon, lat]) => [lat, lon]);
    const part = places.length ? L.latLngBounds(places) : ground.layer.getBounds();
    map.fitBounds(part, { padding: places.length ? [50, 50] : [8, 8], maxZoom: CLOSE, animate: false });
    viewSet = true;
    shownPart = state.ausschnitt;
  }

  function homeControl() {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const bar = L.DomUtil.create("div", "leaflet-bar");
      const button = L.DomUtil.create("a", "sro-ganze-stadt", bar);
      button.href = "#";
      button.title = "Alle Nadeln zeigen";
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", button.title);
      button.textContent = "⌂";
      L.DomEvent.on(button, "click", (event) => { L.DomEvent.stop(event); showAll(); draw(); });
      return bar;
    };
    return control;
  }

  // --- signs: one for each place, or for several that would touch -----------------------------------------------------

  /* Places in their order join the first group whose sign, at its first place, would cover them: no sign covers another. */
  function groups() {
    const found = [];
    for (const [id, lon, lat, zahlen, zeilen] of state.orte) {
      const at = map.latLngToLayerPoint([lat, lon]);
      const near = map.getZoom() < DEEPEST && found.find((group) => covers(group.at, at));
      const group = near || { at, orte: [], zahlen: zahlen.map(() => 0) };
      if (!near) found.push(group);
      group.orte.push({ id, lon, lat, zeilen });
      zahlen.forEach((n, art) => { group.zahlen[art] += n; });
    }
    return found;
  }

  function covers(one, other) { return Math.abs(one.x - other.x) < WIDE && Math.abs(one.y - other.y) < HIGH; }

  function draw() {
    if (!state) return;
    const kept = document.activeElement && document.activeElement.dataset.ort;
    leave();
    pins.clearLayers();
    signs = groups().map(sign);
    stop = Math.max(0, signs.findIndex(chosen));
    clearNames();
    const again = kept ? signs.findIndex((one) => one.orte.some((ort) => ort.id === kept)) : -1;
    setStop(again < 0 ? stop : again);
    if (again >= 0) signs[again].element.focus({ preventScroll: true });
  }

  /* A name that a sign or another name would cover is hidden: half a name helps nobody. */
  function clearNames() {
    const taken = signs.map((one) => one.element.firstChild.getBoundingClientRect());
    document.querySelectorAll(".sro-bodenname").forEach((name) => {
      const box = name.getBoundingClientRect();
      const covered = taken.some((other) => other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom);
      name.style.visibility = covered ? "hidden" : "";
      if (!covered) taken.push(box);
    });
  }

  function chosen(one) { return one.orte.some((ort) => ort.id === state.gewaehlt); }

  function sign(group) {
    const parts = group.zahlen.map((n, art) => [n, state.arten[art]]).filter(([n]) => n);
    const icon = L.divIcon({ className: "sro-zeichen", html: picture(parts), iconSize: null });
    const marker = L.marker([group.orte[0].lat, group.orte[0].lon], { icon, keyboard: false, riseOnHover: true }).addTo(pins);
    const one = { ...group, marker, element: marker.getElement() };
    one.zeilen = lines(group, parts);
    equip(one);
    return one;
  }

  /* Shapes with numbers; one statement alone is a shape without a number. Nothing here comes from people. */
  function picture(parts) {
    const alone = parts.length === 1 && parts[0][0] === 1;
    const shapes = parts.map(([n, [art]]) => `<i class="sro-nadel sro-nadel-${art}"></i>${alone ? "" : `<b>${n}</b>`}`);
    return `<span class="${alone ? "sro-allein" : "sro-haufen"}">${shapes.join("")}</span>`;
  }

  function lines(group, parts) {
    const counted = parts.map(([n, [, one, many]]) => `${n} ${n === 1 ? one : many}`).join(", ");
    if (group.orte.length > 1) return [`${group.orte.length} Orte`, counted, "Öffnen zeigt sie einzeln."];
    const [name, ...said] = group.orte[0].zeilen;
    return [name, counted, ...said];
  }

  function equip(one) {
    const { element, marker } = one;
    element.dataset.ort = one.orte[0].id;
    element.dataset.orte = one.orte.length;
    element.dataset.zahlen = one.zahlen.join(",");
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
    element.setAttribute("aria-label", one.zeilen.join(", "));
    if (one.orte.length === 1) element.setAttribute("aria-pressed", String(chosen(one)));
    element.classList.toggle("sro-gewaehlt", chosen(one));
    element.addEventListener("focus", () => hover(one));
    element.addEventListener("blur", leave);
    element.addEventListener("keydown", (event) => onKey(event, one));
    marker.on({ mouseover: () => hover(one), mouseout: leave, click: () => open(one) });
  }

  function hover(one) {
    const box = document.createElement("div");
    one.zeilen.forEach((text, row) => {
      const line = box.appendChild(document.createElement("div"));
      line.className = row === 0 ? "sro-name" : row === 1 ? "sro-anzahl" : "sro-neben";
      line.textContent = text;
    });
    tooltip.setContent(box).setLatLng(one.marker.getLatLng());
    if (!map.hasLayer(tooltip)) tooltip.addTo(map);
  }
  function leave() { tooltip.remove(); }

  // --- opening: a cluster comes nearer, a place is told to the page -------------------------------------------------------

  function open(one) {
    if (one.orte.length > 1) {
      const box = L.latLngBounds(one.orte.map(({ lon, lat }) => [lat, lon]));
      const near = Math.max(map.getBoundsZoom(box, false, L.point(60, 60)), map.getZoom() + 1);
      map.setView(box.getCenter(), Math.min(near, DEEPEST), { animate: false });
      return;
    }
    const answer = { last_object_clicked_tooltip: `${one.orte[0].id}#${Date.now()}` };
    Object.assign(window.__GLOBAL_DATA__, answer, { previous_data: answer });
    window.Streamlit.setComponentValue(answer);
  }

  // --- keyboard: one tab stop, arrows walk from sign to sign, Enter or space opens ------------------------------------------

  function setStop(place) {
    signs.forEach((one, at) => one.element.setAttribute("tabindex", at === place ? "0" : "-1"));
    stop = place;
  }

  function onKey(event, one) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = (signs.indexOf(one) + step + signs.length) % signs.length;
      setStop(next);
      map.panInside(signs[next].marker.getLatLng(), { padding: [40, 40], animate: false });
      signs[next].element.focus({ preventScroll: true });
    } else if (event.key === "Enter" || event.key === " ") {
      open(one);
    } else if (event.key === "Escape") {
      leave();
      return;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  window.sroNadeln = { start };
})();
