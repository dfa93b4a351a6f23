/* fields.js: one control for each kind of input. Every one can be "not known", and starts so.
   field(input, change) returns { element, show(value) }; change(value) is called with null for unknown. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, typed } = NetLearn;
  const blank = (value) => value === null || value === undefined;

  /* ----- choices and yes or no: real radio buttons, the last one "not known" ----- */
  NetLearn.segments = (legend, options, change, hint) => {
    const name = NetLearn.uid('nl-radio');
    const hintId = NetLearn.uid('nl-hint');
    const radios = options.map(({ value, label }) => ({ value, label, node: h('input', { type: 'radio', name }) }));
    for (const { node, value } of radios) node.addEventListener('change', () => change(value));
    const show = (now) => radios.forEach(({ node, value }) => (node.checked = blank(value) ? blank(now) : value === now));
    const labels = radios.map(({ node, label, value }) => h('label', { class: blank(value) && 'is-unknown' }, node, h('span', {}, label)));
    const element = h(
      'fieldset',
      { class: 'nl-field', 'aria-describedby': hint && hintId },
      h('legend', {}, legend),
      hint ? h('p', { class: 'nl-hint', id: hintId }, hint) : null,
      h('div', { class: 'nl-seg' }, ...labels)
    );
    return { element, show };
  };
  /* ----- a long list, such as the doses of a prescription: a menu, which begins with "not known" ----- */
  const LONG = 5;
  const menu = (input, options, change) => {
    const [id, hintId] = [NetLearn.uid('nl-menu'), NetLearn.uid('nl-hint')];
    const nodes = options.map(({ label }, n) => h('option', { value: n }, label));
    const select = h('select', { id, class: 'nl-select', 'aria-describedby': input.hint && hintId }, ...nodes);
    select.addEventListener('change', () => change(options[Number(select.value)].value));
    const hint = input.hint ? h('p', { class: 'nl-hint', id: hintId }, input.hint) : null;
    const element = h('div', { class: 'nl-field' }, h('label', { class: 'nl-label', for: id }, input.label), hint, select);
    return { element, show: (now) => (select.value = String(options.findIndex(({ value }) => (blank(value) ? blank(now) : value === now)))) };
  };
  const choice = (input, change) => {
    const options = input.values.map((value, n) => ({ value, label: input.labels[n] }));
    if (options.length > LONG) return menu(input, [{ value: null, label: NetLearn.words.value.unknown }, ...options], change);
    return NetLearn.segments(input.label, [...options, { value: null, label: NetLearn.words.value.unknown }], change, input.hint);
  };

  /* ----- numbers: a slider with a tick at each boundary of the rules, and the exact number beside it ----- */
  const boundaries = (input) => {
    const [low, , high] = NetLearn.domain(input);
    const ends = input.cells.flatMap((cell) => [cell[0], cell[2]]);
    return [...new Set(ends)].filter((end) => end > low && end < high);
  };
  /* a range far beyond the last boundary would squeeze all the boundaries into one corner; larger numbers can be typed */
  const reach = (input) => {
    if (input.reach) return input.reach;
    const high = NetLearn.domain(input)[2];
    const last = Math.max(0, ...boundaries(input));
    if (!last || input.unit === '%' || high <= 4 * last) return high;
    const power = 10 ** Math.floor(Math.log10(2.5 * last));
    return Math.min(high, Math.ceil((2.5 * last) / power) * power);
  };
  const tick = (at, text, strong) => h('i', { style: '--at: ' + at + '%', class: strong && 'is-rule' }, text);
  const ticks = (input, low, high) => {
    const at = (x) => (100 * (x - low)) / (high - low);
    const marks = boundaries(input).filter((x) => x < high).sort((a, b) => a - b);
    const clear = (x) => marks.every((mark) => Math.abs(at(mark) - at(x)) > 9);
    const ends = [low, high].filter(clear).map((x) => tick(at(x), String(x), false));
    /* two limits so close that their numbers would run into each other share one place for them */
    const joined = (n) => n + 1 < marks.length && at(marks[n + 1]) - at(marks[n]) < 6;
    const text = (n) => (joined(n) ? '' : n > 0 && joined(n - 1) ? marks[n - 1] + ', ' + marks[n] : String(marks[n]));
    return h('div', { class: 'ticks', 'aria-hidden': 'true' }, ...marks.map((x, n) => tick(at(x), text(n), true)), ...ends);
  };

  const number = (input, change) => {
    const [low] = NetLearn.domain(input);
    const high = reach(input);
    const ids = { box: NetLearn.uid('nl-number'), error: NetLearn.uid('nl-error'), hint: NetLearn.uid('nl-hint') };
    const describedby = ids.error + (input.hint ? ' ' + ids.hint : '');
    const box = h('input', { id: ids.box, type: 'text', inputmode: 'decimal', autocomplete: 'off', placeholder: '?', 'aria-describedby': describedby });
    const range = h('input', { type: 'range', min: low, max: high, step: input.step, 'aria-label': NetLearn.say(NetLearn.words.value.slider, { label: input.label }) });
    const unknown = h('input', { type: 'checkbox' });
    const error = h('p', { class: 'nl-error', id: ids.error, role: 'alert' });
    const frame = h('span', { class: 'nl-number' }, box, input.unit ? h('span', { class: 'unit' }, input.unit) : null);
    const element = h(
      'div',
      { class: 'nl-field nl-slider' },
      h(
        'div',
        { class: 'top' },
        h('label', { class: 'nl-label', for: ids.box }, input.label),
        h('label', { class: 'nl-unknown' }, unknown, NetLearn.words.value.unknown, h('span', { class: 'nl-sr' }, ': ' + input.label)),
        frame
      ),
      range,
      ticks(input, low, high),
      input.hint ? h('p', { class: 'nl-hint', id: ids.hint }, input.hint) : null,
      error
    );
    const show = (value, keepText) => {
      const refused = NetLearn.refusal(input, value);
      if (!keepText && typed(input, box.value) !== value) box.value = blank(value) ? '' : value;
      unknown.checked = blank(value);
      element.classList.toggle('is-unknown', blank(value));
      frame.classList.toggle('is-bad', Boolean(refused));
      box.setAttribute('aria-invalid', String(Boolean(refused)));
      error.textContent = refused;
      error.hidden = !refused;
      const known = typeof value === 'number' && !refused;
      range.value = known ? value : low;
      range.setAttribute('aria-valuetext', NetLearn.shown(input, known ? value : null));
      range.style.setProperty('--p', known ? (100 * (Number(range.value) - low)) / (high - low) + '%' : '0%');
    };
    const say = (value, keepText) => {
      show(value, keepText);
      change(value);
    };
    box.addEventListener('input', () => say(typed(input, box.value), true));
    range.addEventListener('input', () => say(Number(range.value)));
    unknown.addEventListener('change', () => {
      if (unknown.checked) return say(null);
      box.focus(); // a number is needed to be known: nothing is assumed
      unknown.checked = true;
    });
    return { element, show };
  };

  NetLearn.field = (input, change) => (input.kind === 'number' ? number : choice)(input, change);
})();
