/* ablation.js: the ablation bench: one lesion drawn to scale, what two tables say of it, and what a measurement hides. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say } = NetLearn;
  const W = NetLearn.words.bench;
  const { DIAMETER, sizing, chances } = NetLearn.ablationModel;

  const BENCH = 'ablation-bench';
  const TABLES = ['rfa', 'pai'];
  const REACH = 8; // of the slider, in cm; larger diameters can be typed
  const LABELS = { combined_with: 'Alcohol injection combined with' };
  const BESIDE = 'adjacent_to'; // alcohol is thought of where something beside the lesion forbids or weakens heat
  const known = (value) => value !== null && value !== undefined;
  const cm = (number) => number + '\u00a0cm';
  const ml = (number) => (number < 10 ? number.toFixed(1) : String(Math.round(number))) + '\u00a0ml';

  /* ----- what both tables ask, each thing once ----- */
  const asked = (tables) => {
    const names = new Map(tables.flatMap((table) => table.inputs).map((input) => [input.name, null]));
    return [...names.keys()].map((name) => tables.map((table) => table.inputs.find((input) => input.name === name)).filter(Boolean));
  };
  const onBench = ([input, ...others]) => ({
    ...input,
    label: LABELS[input.name] || input.label,
    ...(input.name === DIAMETER ? { reach: REACH } : {}),
    ...(input.cells ? { cells: [input, ...others].flatMap((each) => each.cells) } : {}),
  });
  const casesOf = (table, values) => Object.fromEntries(table.inputs.map(({ name }) => [name, values[name]]).filter(([, v]) => known(v)));

  /* ----- the controls ----- */
  const lengths = (legend, offered, change) =>
    NetLearn.segments(legend, offered.map((value) => ({ value, label: cm(value) })), change);

  const controls = (tables, bench, change) => {
    const fields = asked(tables).map((inputs) => {
      const input = onBench(inputs);
      return { name: input.name, numeric: input.kind === 'number', ...NetLearn.field(input, (value) => change({ [input.name]: value })) };
    });
    const drawn = [
      { name: 'margin_cm', ...lengths('Margin all round *', bench.margins, (value) => change({ margin_cm: value })) },
      { name: 'zone_cm', ...lengths('Zone of one probe *', bench.zones, (value) => change({ zone_cm: value })) },
    ];
    const heat = (field) => tables[0].inputs.some(({ name }) => name === field.name);
    const first = fields.filter(({ name }) => name === DIAMETER);
    const numbers = fields.filter(({ name, numeric }) => numeric && name !== DIAMETER);
    const choices = fields.filter((field) => !field.numeric && heat(field));
    const cols = (some) => h('div', { class: 'nl-cols' }, ...some.map(({ element }) => element));
    const element = h('div', { class: 'nl-form' }, ...first.map((f) => f.element), cols(drawn), h('p', { class: 'nl-hint' }, W.chosen), ...numbers.map((f) => f.element), cols(choices));
    const alcohol = fields.filter((field) => !heat(field)).map((field) => field.element);
    return { element, alcohol, show: (values) => [...fields, ...drawn].forEach((field) => field.show(values[field.name])) };
  };

  /* ----- the sizing in words ----- */
  const reaches = ({ diameter, required, zone }) => {
    if (zone >= required) return 'reaches all of it.';
    return zone >= diameter ? 'reaches the lesion but not all of its margin.' : 'leaves a rim of tumour.';
  };
  const zones = ({ atLeast, enough }) => {
    if (enough === null) return say(W.too_many, { least: atLeast });
    return atLeast === enough ? String(enough) + (enough > 1 ? ', proved' : '') : say(W.upper_bound, { enough, least: atLeast });
  };
  const row = (term, text) => [h('dt', {}, term), h('dd', {}, text)];
  const reading = (size) => [
    h('p', {}, 'One zone of ' + cm(size.zone) + ' ', h('b', {}, reaches(size))),
    h(
      'dl',
      { class: 'nl-sizes' },
      row('Diameter to ablate', cm(size.required) + ': the lesion and twice the margin'),
      row('Volume of the lesion', ml(size.lesionMl)),
      row('Volume to ablate', ml(size.requiredMl) + ', ' + (size.requiredMl / size.lesionMl).toFixed(1) + ' times the lesion'),
      row('Overlapping zones', zones(size))
    ),
    h('p', { class: 'nl-hint' }, 'The lesion and the zones are taken as balls; the number of zones is geometry, not a plan.'),
  ];

  /* ----- what an error of measurement does to the answers ----- */
  const percent = ([part, all]) => {
    const exact = (100 * part) / all;
    return (Number.isInteger(exact) ? exact : exact.toFixed(1)) + '\u00a0%';
  };
  const chance = (table, { share, ...outcome }) => {
    const d = { error: null, ...outcome };
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, h('i', { style: '--share: ' + (100 * share[0]) / share[1] + '%' }));
    const tone = NetLearn.toneOf(table, d);
    return h('li', { 'data-verdict': tone }, NetLearn.tag(tone, NetLearn.outcomeWord(table, d)), bar, h('b', {}, percent(share)));
  };
  const chanceList = (table, list, level) => [
    h('h' + level, { class: 'nl-h' }, table.title),
    h('ul', { class: 'nl-chances' }, ...list.map((each) => chance(table, each))),
  ];
  const errorBox = (tables, decisions, values, error, level) => {
    const accepted = tables.filter((_, n) => known(values[DIAMETER]) && !decisions[n].error);
    if (!accepted.length) return [];
    const of = '±' + 10 * error + '\u00a0mm';
    const intro = 'A diameter read as ' + cm(values[DIAMETER]) + ' may be wrong by as much either way. With every true diameter in that range as likely as another, the answers have these probabilities.';
    return [
      h('h' + level, { class: 'nl-h is-first' }, 'If the measurement is off by up to ' + of),
      h('p', { class: 'nl-hint' }, intro),
      ...accepted.flatMap((table) => chanceList(table, chances(table, casesOf(table, values), error), level + 1)),
    ];
  };

  /* ----- the bench ----- */
  const HEAD = { title: 'Ablation to scale', question: 'How big is the lesion, what do the rules say of it, and does one zone reach round it?' };

  /* options: tables {name: {edition: table}}, edition, values, level, tell. Returns set(values, edition). */
  NetLearn.ablation = (host, options) => {
    const level = NetLearn.levelOf(options);
    const editions = options.tables[TABLES[0]];
    const bench = options.tables[BENCH].model;
    const state = { values: { ...bench.start, ...options.values }, edition: editions[options.edition] ? options.edition : NetLearn.editionNames(editions)[0] };
    const tablesNow = () => TABLES.map((name) => options.tables[name][state.edition]);
    const said = () => {
      const names = [...asked(tablesNow()).map(([input]) => input.name), 'margin_cm', 'zone_cm'];
      return Object.fromEntries(names.map((name) => [name, state.values[name]]).filter(([, v]) => known(v)));
    };
    const cross = (then, now) => {
      const { values, notes } = NetLearn.crossing(then, now, state.values);
      state.values = values;
      return notes;
    };
    const change = (values, edition) => {
      const then = tablesNow();
      if (edition) state.edition = edition;
      const notes = new Set();
      if (then[0] !== tablesNow()[0]) tablesNow().forEach((table, n) => cross(then[n], table).forEach((note) => notes.add(note)));
      Object.assign(state.values, values);
      draw();
      frame.say([...notes].join(' '));
      if (options.tell) options.tell({ values: said(), edition: state.edition });
      if (address) address.keep();
    };

    const holder = h('div', {});
    const drawing = NetLearn.ablationDrawing();
    const read = h('div', { class: 'nl-read', 'aria-live': 'polite' });
    const doubt = h('div', { class: 'nl-doubt', 'aria-live': 'polite' });
    let form = { edition: null };
    const cards = TABLES.map((name, n) =>
      NetLearn.decisionCard({
        level: level + 1,
        withTable: true,
        brief: true,
        apply: (flip) => change({ [flip.input]: flip.set }),
        flipText: (flip) => NetLearn.change(tablesNow()[n].inputs.find((input) => input.name === flip.input), flip.to),
      })
    );
    /* the alcohol card opens when a duct or a vessel is chosen; by hand it can be opened at any time */
    const asks = h('div', { class: 'nl-form' });
    const fold = h('details', { class: 'nl-more nl-alcohol' }, h('summary', {}), asks, cards[1].element);
    let beside = null;
    const unfold = (table, decision) => {
      const now = known(state.values[BESIDE]) && state.values[BESIDE] !== 'none';
      if (now !== beside) fold.open = now;
      beside = now;
      const tone = NetLearn.toneOf(table, decision);
      fold.firstElementChild.replaceChildren(table.title + ' ', NetLearn.tag(tone, NetLearn.titleOf(table, decision)));
    };
    const drawSize = (decisions) => {
      const { [DIAMETER]: diameter, margin_cm, zone_cm } = state.values;
      const good = typeof diameter === 'number' && !NetLearn.refusal(tablesNow()[0].inputs.find(({ name }) => name === DIAMETER), diameter);
      const size = good && sizing(bench, diameter, margin_cm, zone_cm);
      drawing.show(size || { zone: zone_cm });
      const missing = good ? 'This is larger than the bench can size.' : W.empty;
      read.replaceChildren(...(size ? reading(size) : [h('p', {}, missing)]));
      doubt.replaceChildren(...errorBox(tablesNow(), decisions, said(), bench.error, level + 1));
    };
    const draw = () => {
      const tables = tablesNow();
      if (form.edition !== state.edition) {
        form = { edition: state.edition, ...controls(tables, bench, change) };
        holder.replaceChildren(form.element);
        asks.replaceChildren(...form.alcohol);
      }
      form.show(state.values);
      const cases = tables.map((table) => casesOf(table, state.values));
      const decisions = tables.map((table, n) => NetLearn.decide(table, cases[n]));
      unfold(tables[1], decisions[1]);
      const shown = beside ? tables : tables.slice(0, 1);
      frame.show({ ...HEAD, edition: state.edition }, shown.map((table, n) => NetLearn.answerOf(table, decisions[n], table.title)));
      tables.forEach((table, n) => cards[n].show(table, decisions[n], NetLearn.flips(table, cases[n], decisions[n])));
      drawSize(decisions);
    };
    const frame = NetLearn.frame({
      table: { ...HEAD, edition: state.edition },
      editions,
      level,
      left: [drawing.element, holder],
      right: [cards[0].element, doubt, read, fold],
      note: W.note,
      onEdition: (edition) => change({}, edition),
    });
    draw();
    host.replaceChildren(...[frame.element, bench.grid && NetLearn.ablationPhysics(bench, level)].filter(Boolean));
    const set = (values, edition) => {
      state.values = { ...bench.start, ...values };
      if (editions[edition]) state.edition = edition;
      draw();
    };
    const lengths = (name, label, values) => ({ name, label, kind: 'length', values, labels: values.map(cm) });
    const address = NetLearn.addressed(options.name, {
      change,
      set,
      element: host,
      say: frame.say,
      editions: NetLearn.editionNames(editions),
      inputs: (edition) => [
        ...asked(TABLES.map((name) => options.tables[name][edition])).map(onBench),
        lengths('margin_cm', 'Margin', bench.margins),
        lengths('zone_cm', 'Zone', bench.zones),
      ],
      now: () => ({ values: said(), edition: state.edition }),
    });
    const unknown = () => Object.fromEntries(asked(tablesNow()).map(([{ name }]) => [name, null]));
    frame.equip(address, TABLES[0], (cases) => change({ ...unknown(), ...cases[state.edition] }));
    return { set };
  };
  NetLearn.ablation.tables = [...TABLES, BENCH];
})();
