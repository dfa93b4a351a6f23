/* order.js: an order checked as it is written: the amount is typed, its unit, route and the rest are chosen, right or wrong. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, say } = NetLearn;
  const SLIPS = ['thousandfold', 'milligram-for-microgram'];
  const LIKELY = ['dose_microgram', 'route', 'frequency']; // of which a change is proposed
  const number = (value) => value.toLocaleString('en-GB', { maximumFractionDigits: 6 });

  /* ----- the amount: a box and the menu of its unit ----- */
  const amountField = (units, change) => {
    const W = NetLearn.words.order;
    const [id, unitId, said] = ['nl-amount', 'nl-unit', 'nl-said'].map(NetLearn.uid);
    const box = h('input', { id, class: 'nl-select', type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': said });
    const unit = h('select', { id: unitId, class: 'nl-select' }, h('option', { value: '' }, W.choose), ...units.map((each) => h('option', { value: each }, each)));
    const error = h('p', { class: 'nl-error', id: said, role: 'alert' });
    box.addEventListener('input', () => change({ amount: box.value.trim() }));
    unit.addEventListener('change', () => change({ unit: unit.value }));
    const boxed = h('div', { class: 'nl-field is-dose' }, h('label', { for: id }, W.amount), box);
    const chosen = h('div', { class: 'nl-field' }, h('label', { for: unitId }, W.unit), unit);
    const refuse = (text) => {
      error.replaceChildren(...(text ? [icon('error'), h('span', {}, text)] : []));
      box.setAttribute('aria-invalid', String(Boolean(text)));
    };
    const show = (order) => {
      if (box.value.trim() !== order.amount) box.value = order.amount;
      unit.value = order.unit;
    };
    return { element: h('div', { class: 'nl-order', role: 'group', 'aria-label': W.dose }, boxed, chosen, error), show, refuse };
  };

  /* what a slip of the unit did, in both units: "300 mg is 300,000 microgram: 1,000 times 300 microgram." */
  const slip = (d, { value }) =>
    SLIPS.some((id) => d.rules.includes(id)) ? say(NetLearn.words.order.slip, { mg: number(value / 1000), meant: number(value / 1000), microgram: number(value) }) + ' ' : '';

  NetLearn.orderCheck = (host, { editions, words, edition, values }) => {
    const EMPTY = { amount: '', unit: '' };
    let order = { ...EMPTY, ...values };
    let table = editions[edition] || Object.values(editions)[0];
    const change = (some) => {
      order = { ...order, ...some };
      draw();
    };
    const fields = words.inputs.map((input) => ({ input, ...NetLearn.field(input, (value) => change({ [input.name]: value })) }));
    const amount = amountField(words.units, change);
    const form = h('div', { class: 'nl-form' }, amount.element, h('div', { class: 'nl-cols' }, ...fields.map(({ element }) => element)));
    const written = (flip) => (flip.input === 'dose_microgram' ? { amount: String(named(flip)), unit: 'microgram' } : { [flip.input]: flip.set });
    /* of a range the dose that the table names by itself, the nearest to what is written; else the end of the range */
    const named = ({ to, set }) => {
      const [, low, high] = /^\[([\d.]+)\.\.([\d.]+)\]$/.exec(to) || [];
      const cells = table.inputs.find(({ name }) => name === 'dose_microgram').cells;
      const points = cells.filter(([from, , end]) => from === end && from >= Number(low) && end <= Number(high)).map(([point]) => point);
      const far = (point) => Math.abs(point - NetLearn.readOrder(table, words, order).value);
      return points.length ? points.reduce((a, b) => (far(b) < far(a) ? b : a)) : set;
    };
    /* a range in the measure of its source, where a rule gives one: "100–600 microgram a day" */
    const inItsMeasure = (flip) => {
      const { values } = NetLearn.readOrder(table, words, { ...order, ...written(flip) });
      const rules = values ? NetLearn.decide(table, values).rules : [];
      return rules.map((id) => (table.rules[id].reads || {})[flip.input]).find(Boolean);
    };
    const card = NetLearn.decisionCard({
      level: 4,
      brief: true,
      articleLast: true,
      apply: (flip) => change(written(flip)),
      flipText: (flip) => {
        const input = table.inputs.find(({ name }) => name === flip.input);
        const told = inItsMeasure(flip);
        return told ? input.label + ' ' + told : NetLearn.change(input, flip.to);
      },
    });
    /* a change that the order, written so, would not bear out is not proposed */
    const leads = (flip) => {
      const after = NetLearn.readOrder(table, words, { ...order, ...written(flip) });
      return !after.error && NetLearn.decide(table, after.values).verdict === flip.verdict;
    };
    /* an amount is a mass or an activity: of one that is written nothing is asked again, and each thing but once */
    const asked = (d) => {
      const told = (name) => words.told_by[name] || name;
      const names = d.missing.filter((name) => told(name) !== 'dose');
      const inputs = [...new Set(names.map(told))].map((key) => table.inputs.find(({ name }) => name === key) || table.inputs.find(({ name }) => told(name) === key));
      return inputs.length ? { ...d, because: NetLearn.ask(inputs) } : d;
    };
    const draw = () => {
      fields.forEach((field) => field.show(order[field.input.name]));
      amount.show(order);
      const found = NetLearn.readOrder(table, words, order);
      amount.refuse(found.error || '');
      const read = found.values || {};
      const d = asked(NetLearn.decide(table, read));
      const flips = NetLearn.flips(table, read, d).filter((flip) => LIKELY.includes(flip.input) && flip.verdict && leads(flip));
      /* before a dose can be read nothing is said of it */
      const W = NetLearn.words.order;
      const { title, line } = NetLearn.words;
      const wrong = order.amount && order.unit && found.error ? { tone: 'error', title: title.error, line: line.error, because: found.error, empty: true } : null;
      const first = wrong || (order.amount && !found.error) ? wrong : { tone: 'undetermined', title: W.first, line: W.first_line, because: W.first_because, empty: true };
      frame.show(table, [first || NetLearn.answerOf(table, d)]);
      card.show(table, d, flips, first || { because: found.value && d.because ? slip(d, found) + d.because : '' });
    };
    const frame = NetLearn.frame({
      table,
      editions,
      level: 3,
      left: [form, h('div', { class: 'nl-clear' }, NetLearn.button(NetLearn.words.control.clear, () => change(cleared()), 'is-quiet'))],
      right: card.element,
      note: NetLearn.words.frame.note,
      onEdition: (chosen) => ((table = editions[chosen]), draw()),
    });
    const cleared = () => ({ ...EMPTY, ...Object.fromEntries(words.inputs.map(({ name }) => [name, null])) });
    draw();
    host.replaceChildren(frame.element);
  };

  NetLearn.define('net-order', (element) =>
    NetLearn.when('order-words', ({ '': words }) => NetLearn.when('order-check', (editions) => NetLearn.orderCheck(element, { ...NetLearn.optionsOf(element, editions), words })))
  );
})();
