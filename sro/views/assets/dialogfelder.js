/* The controls of one entry, made from the description of its fields. Each has get, set and focused; text of people only
   ever becomes a value or a text node. */
const GUARDED = 40;

function make(tag, text, extra) {
  const element = Object.assign(document.createElement(tag), extra || {});
  if (text) element.textContent = text;
  return element;
}

function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }

function control(field, words, label) {
  if (field.form === "mehrfach") return field.eines ? choice(field, words, label) : ticks(field, words);
  return field.form === "datum" ? day(field) : text(field, label);
}

function titled(field, input) {
  const label = make("label", "", { className: `feld ${field.name}` });
  label.append(make("span", field.titel), input);
  return label;
}

// --- text: what others wrote is taken over without moving the caret of who types -----------------------------------

function text(field, label) {
  const long = field.form === "text";
  const input = make(long ? "textarea" : "input", "", { maxLength: field.laenge, autocomplete: "off", spellcheck: true });
  input.dataset.feld = field.name;
  if (long) input.rows = 1;
  let seam = -1;
  if (label) input.setAttribute("aria-label", label);
  input.placeholder = field.leer || field.hilfe;
  if (field.hilfe) input.setAttribute("aria-description", field.hilfe);
  if (field.stellen) input.setAttribute("list", "stellen");
  input.addEventListener("beforeinput", (event) => { // two words must not become one where both write at one place
    const at = input.selectionStart, typed = event.data || "";
    if (seam === at && at === input.selectionEnd && typed.trim()) input.setRangeText(" ", at, at, "start");
    seam = -1;
  });
  input.addEventListener("input", () => fit(input));
  return {
    field, input, element: label ? input : titled(field, input),
    get: () => input.value,
    set: (value) => {
      const before = input.value, active = focused(input), at = [input.selectionStart, input.selectionEnd];
      if (before === value) return;
      input.value = value;
      fit(input);
      if (!active) return;
      const [from, to] = at.map((place) => moved(before, value, place));
      input.setSelectionRange(from, to);
      const joins = (place, whole) => /\S/.test(whole[place] || "") && !/\S/.test(whole[place - 1] || "");
      seam = from === to && joins(from, value) && !joins(at[0], before) ? from : -1;
    },
    lock: (shut) => { input.readOnly = shut; },
    holds: () => false,
  };
}

function focused(element) { return element.getRootNode().activeElement === element; }

function fit(area) { // as high as its text, where the style alone cannot do it
  if (area.localName !== "textarea" || CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 4}px`;
}

function moved(before, after, place) { // where a caret belongs after others changed the text around it
  const most = Math.min(before.length, after.length);
  let head = 0, tail = 0;
  while (head < most && before[head] === after[head]) head += 1;
  if (place <= head) return place;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (before.length - place <= tail) return after.length - (before.length - place);
  for (let length = Math.min(place, GUARDED); length; length -= 1) { // behind the same letters as before
    const found = after.lastIndexOf(before.slice(place - length, place), place + GUARDED);
    if (found >= 0) return found + length;
  }
  return Math.min(place, after.length);
}

// --- days and words -------------------------------------------------------------------------------------------------

function day(field) {
  const input = make("input", "", { type: "date", min: "1990-01-01", max: "2099-12-31" });
  input.dataset.feld = field.name;
  let known = "";
  return {
    field, input, element: titled(field, input),
    get: () => { // while a year is being typed there is none yet
      if (!input.validity.badInput && (!input.value || input.validity.valid)) known = input.value;
      return known;
    },
    set: (value) => { known = value; input.value = value; },
    lock: (shut) => { input.disabled = shut; },
    holds: () => focused(input),
  };
}

function choice(field, words, label) { // one word or none; several that came from elsewhere stay together
  const input = make("select");
  input.dataset.feld = field.name;
  input.setAttribute("aria-label", `${field.titel} zu: ${label}`);
  input.append(new Option(field.leer, "[]"), ...words().map((word) => new Option(word.name, JSON.stringify([word.id]))));
  return {
    field, input, element: input,
    get: () => JSON.parse(input.value),
    set: (value) => {
      const wanted = JSON.stringify(value);
      if (![...input.options].some((option) => option.value === wanted)) {
        input.append(new Option(value.map((id) => nameOf(words(), id)).join(", "), wanted));
      }
      input.value = wanted;
      input.classList.toggle("leer", !value.length);
    },
    lock: (shut) => { input.disabled = shut; },
    holds: () => focused(input),
  };
}

function nameOf(words, id) { return (words.find((word) => word.id === id) || { name: id }).name; }

function ticks(field, words) {
  const box = make("fieldset", "", { className: `worte ${field.name}` });
  box.append(make("legend", field.titel));
  const inputs = () => [...box.querySelectorAll("input")];
  let shut = false;
  function offer(id, name) {
    const label = make("label"), input = make("input", "", { type: "checkbox", value: id, disabled: shut });
    input.dataset.feld = field.name;
    label.append(input, make("span", name));
    box.append(label);
  }
  words().forEach((word) => offer(word.id, word.name));
  box.hidden = !words().length;
  return {
    field, input: box, element: box,
    get: () => inputs().filter((input) => input.checked).map((input) => input.value),
    set: (value) => {
      value.filter((id) => !inputs().some((input) => input.value === id)).forEach((id) => offer(id, nameOf(words(), id)));
      inputs().forEach((input) => { input.checked = value.includes(input.value); });
      box.hidden = !inputs().length;
    },
    lock: (now) => { shut = now; inputs().forEach((input) => { input.disabled = now; }); },
    holds: () => false,
  };
}
