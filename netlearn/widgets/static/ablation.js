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
  const LABELS = { combined_with: W.combined_with };
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

  const controls = (tables, bench, change, drawing) => {
    const fields = asked(tables).map((inputs) => {
      const input = onBench(inputs);
      return { name: input.name, numeric: input.kind === 'number', ...NetLearn.field(input, (value) => change({ [input.name]: value })) };
    });
    const drawn = [
      { name: 'margin_cm', ...lengths(W.margin_all_round, bench.margins, (value) => change({ margin_cm: value })) },
      { name: 'zone_cm', ...lengths(W.zone_of_one_probe, bench.zones, (value) => change({ zone_cm: value })) },
    ];
    const heat = (field) => tables[0].inputs.some(({ name }) => name === field.name);
    const numbers = fields.filter(({ numeric }) => numeric).sort((a, b) => (b.name === DIAMETER) - (a.name === DIAMETER));
    const choices = fields.filter((field) => !field.numeric && heat(field));
    const elements = (some) => some.map(({ element }) => element);
    const top = h('div', { class: 'nl-bench-top' }, drawing, h('div', { class: 'nl-bench-size' }, ...elements(numbers)));
    const hint = h('p', { class: 'nl-hint' }, W.chosen);
    const element = h('div', { class: 'nl-form' }, top, h('div', { class: 'nl-bench-drawn' }, h('div', { class: 'nl-cols' }, ...elements(drawn)), hint), h('div', { class: 'nl-cols' }, ...elements(choices)));
    const alcohol = fields.filter((field) => !heat(field)).map((field) => field.element);
    return { element, alcohol, show: (values) => [...fields, ...drawn].forEach((field) => field.show(values[field.name])) };
  };

  /* ----- the sizing in words ----- */
  const reaches = ({ diameter, required, zone }) => {
    if (zone >= required) return W.reaches_all;
    return zone >= diameter ? W.reaches_lesion : W.leaves_rim;
  };
  const zones = ({ atLeast, enough }) => {
    if (enough === null) return say(W.too_many, { least: atLeast });
    return atLeast === enough ? (enough > 1 ? say(W.proved, { enough }) : String(enough)) : say(W.upper_bound, { enough, least: atLeast });
  };
  const row = (term, text) => [h('dt', {}, term), h('dd', {}, text)];
  /* one line each, and the details under it */
  const line = (kind) => {
    const summary = h('summary', {});
    const inside = h('div', { class: 'inside' });
    const fold = h('details', { class: 'nl-line' }, summary, inside);
    const element = h('div', { class: kind, 'aria-live': 'polite' }, fold);
    const show = (said, details) => {
      summary.replaceChildren(h('span', { class: 'words' }, ...said));
      inside.replaceChildren(...details);
      element.replaceChildren(...(details.length ? [fold] : said));
    };
    return { element, show };
  };
  const sizeLine = (size) => [h('span', {}, h('b', {}, ml(size.requiredMl)), ' ' + say(W.to_ablate, { zone: cm(size.zone) }) + ' ', h('b', {}, reaches(size)))];
  const reading = (size) => [
    h(
      'dl',
      { class: 'nl-sizes' },
      row(W.diameter_to_ablate, say(W.and_margin, { required: cm(size.required) })),
      row(W.volume, ml(size.lesionMl)),
      row(W.volume_to_ablate, say(W.times, { volume: ml(size.requiredMl), times: (size.requiredMl / size.lesionMl).toFixed(1) })),
      row(W.overlapping, zones(size))
    ),
    h('p', { class: 'nl-hint' }, W.balls),
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
  const off = (error) => '±' + 10 * error + '\u00a0mm';
  const errorLine = (table, values, error) => {
    const share = ({ share, ...outcome }) => {
      const d = { error: null, ...outcome };
      return NetLearn.tag(NetLearn.toneOf(table, d), percent(share) + ' ' + NetLearn.inSentence(NetLearn.outcomeWord(table, d)));
    };
    return [h('span', {}, say(W.off_by, { error: off(error) })), ...chances(table, casesOf(table, values), error).map(share)];
  };
  const errorBox = (accepted, values, error, level) => {
    const intro = say(W.either_way, { diameter: cm(values[DIAMETER]) });
    return [
      h('h' + level, { class: 'nl-h is-first' }, say(W.if_off, { error: off(error) })),
      h('p', { class: 'nl-hint' }, intro),
      ...accepted.flatMap((table) => chanceList(table, chances(table, casesOf(table, values), error), level + 1)),
    ];
  };

  /* ----- the bench ----- */
  const HEAD = { title: W.title, question: W.question };

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
      unfold(values);
      draw();
      frame.say([...notes].join(' '));
      if (options.tell) options.tell({ values: said(), edition: state.edition });
      if (address) address.keep();
    };

    const holder = h('div', {});
    const drawing = NetLearn.ablationDrawing();
    const read = line('nl-read');
    const doubt = line('nl-doubt');
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
    /* alcohol is one line, which says its gravest harm too; it opens when the reader sets a duct or a vessel beside the lesion */
    const asks = h('div', { class: 'nl-form' });
    const fold = h('details', { class: 'nl-line nl-alcohol' }, h('summary', {}), asks, cards[1].element);
    const isBeside = (value) => known(value) && value !== 'none';
    const unfold = (values) => {
      if (Object.keys(values).join() === BESIDE) fold.open = isBeside(values[BESIDE]);
    };
    const harm = ({ title }) => h('span', { class: 'harm' }, NetLearn.icon('risk-a'), title, h('span', { class: 'nl-sr' }, ', ' + NetLearn.words.risk.A));
    const alcoholLine = (table, decision) => {
      const grave = decision.cautions.filter(({ risk }) => risk === 'A').slice(0, 1);
      const tag = NetLearn.tag(NetLearn.toneOf(table, decision), NetLearn.titleOf(table, decision));
      fold.firstElementChild.replaceChildren(h('span', { class: 'words' }, h('b', {}, table.title), tag, ...grave.map(harm)));
    };
    const drawSize = (decisions) => {
      const { [DIAMETER]: diameter, margin_cm, zone_cm } = state.values;
      const good = typeof diameter === 'number' && !NetLearn.refusal(tablesNow()[0].inputs.find(({ name }) => name === DIAMETER), diameter);
      const size = good && sizing(bench, diameter, margin_cm, zone_cm);
      drawing.show(size || { zone: zone_cm });
      const missing = good ? W.too_large : W.empty;
      read.show(...(size ? [sizeLine(size), reading(size)] : [[h('p', {}, missing)], []]));
      const accepted = tablesNow().filter((_, n) => known(diameter) && !decisions[n].error);
      doubt.show(...(accepted.length ? [errorLine(accepted[0], said(), bench.error), errorBox(accepted, said(), bench.error, level + 1)] : [[], []]));
    };
    const draw = () => {
      const tables = tablesNow();
      if (form.edition !== state.edition) {
        form = { edition: state.edition, ...controls(tables, bench, change, drawing.element) };
        holder.replaceChildren(form.element);
        asks.replaceChildren(...form.alcohol);
      }
      form.show(state.values);
      const cases = tables.map((table) => casesOf(table, state.values));
      const decisions = tables.map((table, n) => NetLearn.decide(table, cases[n]));
      alcoholLine(tables[1], decisions[1]);
      const shown = isBeside(state.values[BESIDE]) ? tables : tables.slice(0, 1);
      frame.show({ ...HEAD, edition: state.edition }, shown.map((table, n) => NetLearn.answerOf(table, decisions[n], table.title)));
      tables.forEach((table, n) => cards[n].show(table, decisions[n], NetLearn.flips(table, cases[n], decisions[n])));
      drawSize(decisions);
    };
    const frame = NetLearn.frame({
      table: { ...HEAD, edition: state.edition },
      editions,
      level,
      left: [holder, h('div', { class: 'nl-lines' }, doubt.element, read.element)],
      right: [cards[0].element, fold],
      note: W.note,
      onEdition: (edition) => change({}, edition),
    });
    draw();
    frame.element.classList.add('nl-bench');
    host.replaceChildren(frame.element);
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
        lengths('margin_cm', W.margin, bench.margins),
        lengths('zone_cm', W.zone, bench.zones),
      ],
      now: () => ({ values: said(), edition: state.edition }),
    });
    const unknown = () => Object.fromEntries(asked(tablesNow()).map(([{ name }]) => [name, null]));
    frame.equip(address, TABLES[0], (cases) => change({ ...unknown(), ...cases[state.edition] }));
    return { set };
  };
  NetLearn.ablation.tables = [...TABLES, BENCH];
})();
