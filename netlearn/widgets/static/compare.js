/* compare.js: one case under the oldest and the newest edition, side by side, and whether they read it alike. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words, parts: filled, say } = NetLearn;
  const W = words.compare;
  const known = (value) => value !== null && value !== undefined;

  /* ----- one case for both: in the newer edition's names, on its controls, with the boundaries of both ----- */
  const newName = (newer, name) => (Object.entries(newer.renames).find(([, then]) => then === name) || [name])[0];

  const joined = (before, input, edition) => {
    if (!before) return input;
    const renamed = before.label !== input.label ? edition + ': ' + NetLearn.inSentence(input.label) + '. ' : '';
    return { ...input, label: before.label, hint: renamed + input.hint, cells: input.cells && [...before.cells, ...input.cells] };
  };
  const sharedInputs = (older, newer) => {
    const before = new Map(older.inputs.map((input) => [newName(newer, input.name), input]));
    const both = newer.inputs.map((input) => joined(before.get(input.name), input, NetLearn.editionWord(newer.edition)));
    const names = newer.inputs.map((input) => input.name);
    return [...both, ...[...before].filter(([name]) => !names.includes(name)).map(([, input]) => input)];
  };
  /* what one of the editions asks of the case, in its own names */
  const asked = (table, newer, values) =>
    Object.fromEntries(table.inputs.map(({ name }) => [name, values[table === newer ? name : newName(newer, name)]]).filter(([, v]) => known(v)));

  /* ----- how two decisions on one case compare: refused, open, same, finer (and into what), differs ----- */
  const verdictsOf = (d) => (d.verdict ? [d.verdict] : d.possible);
  NetLearn.reading = (newer, before, after) => {
    const was = (verdict) => newer.verdicts[verdict].was || verdict;
    const parts = Object.keys(newer.verdicts).filter((verdict) => was(verdict) === before.verdict);
    if (before.error || after.error) return { kind: before.error && after.error ? 'refused' : 'differs', parts: [] };
    if (before.status !== after.status) return { kind: 'differs', parts: [] };
    if (before.status === 'undetermined') return { kind: 'open', parts: [] };
    if (verdictsOf(before).join('|') === verdictsOf(after).join('|')) return { kind: 'same', parts: [] };
    const finer = before.status === 'decided' && parts.includes(after.verdict);
    return { kind: finer ? 'finer' : 'differs', parts: finer ? parts : [] };
  };

  const sentence = (older, newer, before, after) => {
    const { kind, parts } = NetLearn.reading(newer, before, after);
    if (['refused', 'open', 'same'].includes(kind)) return h('p', { class: 'nl-same' }, W[kind]);
    const [then, now] = [older, newer].map(({ edition }) => NetLearn.editionWord(edition));
    const changed = (head, text, names) => h('p', { class: 'nl-changed' }, h('b', {}, head), ' ', h('span', {}, ...filled(text, names)));
    const fresh = h('ins', {}, NetLearn.titleOf(newer, after));
    if (kind === 'differs') return changed(W.differs, W.differs_how, { then, now, old: h('del', {}, NetLearn.titleOf(older, before)), new: fresh });
    const into = NetLearn.list(parts.map((verdict) => NetLearn.verdictLabel(newer, verdict)), 'and');
    const names = { now, old: NetLearn.verdictLabel(older, before.verdict), parts: into, new: fresh };
    return changed(say(W.finer, { now }), W.finer_how, names);
  };

  const presetButtons = (presets, clear, change) =>
    h(
      'div',
      { class: 'nl-presets', role: 'group', 'aria-label': W.cases },
      presets.length ? h('span', { class: 'nl-quiet' }, W.try) : null,
      [...presets, [W.clear, {}]].map(([name, values]) =>
        NetLearn.button(name, () => change({ ...clear, ...values }), 'is-quiet')
      )
    );

  /* the answer of one edition under its name; a flip changes the case that both share */
  const side = (table, newer, level, change) => {
    const inputOf = (flip) => table.inputs.find((input) => input.name === flip.input);
    const card = NetLearn.decisionCard({
      level: level + 2,
      brief: true,
      bare: true,
      apply: (flip) => change({ [table === newer ? flip.input : newName(newer, flip.input)]: flip.set }),
      flipText: (flip) => NetLearn.change(inputOf(flip), flip.to),
    });
    const word = NetLearn.editionWord(table.edition);
    const element = h('section', { 'aria-label': say(W.edition, { edition: word }) }, h('h' + (level + 1), { class: 'nl-sr' }, word), card.element);
    const show = (values) => {
      const own = asked(table, newer, values);
      const decision = NetLearn.decide(table, own);
      card.show(table, decision, NetLearn.flips(table, own, decision));
      return decision;
    };
    return { element, show };
  };

  /* options: editions {name: table}, values in the newest edition's names, presets [[label, values]], level, tell.
     Returns set(values). */
  NetLearn.compare = (host, options) => {
    const level = NetLearn.levelOf(options);
    const names = NetLearn.editionNames(options.editions);
    const [older, newer] = [names[0], names[names.length - 1]].map((name) => options.editions[name]);
    const inputs = sharedInputs(older, newer);
    let values = { ...options.values };
    const change = (more) => {
      values = Object.fromEntries(Object.entries({ ...values, ...more }).filter(([, value]) => known(value)));
      draw();
      if (options.tell) options.tell({ values, edition: newer.edition });
      if (address) address.keep();
    };
    const form = NetLearn.form({ inputs }, change);
    const sides = [older, newer].map((table) => side(table, newer, level, change));
    const reading = h('div', { 'aria-live': 'polite', 'aria-atomic': 'true' });
    const warned = h('div', { class: 'nl-warned' });
    const opened = new Map();
    const of = [older, newer].map(({ edition }) => NetLearn.editionWord(edition));
    const draw = () => {
      form.show(values);
      const [before, after] = sides.map(({ show }) => show(values));
      reading.replaceChildren(sentence(older, newer, before, after));
      const all = NetLearn.sharedCautions([before, after].map((decision, n) => [of[n], decision]));
      warned.replaceChildren(...(NetLearn.cautionList(all, opened) || []).filter(Boolean));
      frame.say('');
      frame.show(shown, [NetLearn.answerOf(older, before), NetLearn.answerOf(newer, after)]);
    };
    const clear = Object.fromEntries(inputs.map((input) => [input.name, null]));
    const shown = { ...newer, question: say(W.question, { editions: NetLearn.list([older, newer].map(({ edition }) => NetLearn.editionWord(edition)), 'and') }) };
    const frame = NetLearn.frame({
      table: shown,
      editions: { [newer.edition]: newer },
      level,
      left: [form.element, presetButtons(options.presets || [], clear, change)],
      right: [reading, h('div', { class: 'nl-pair' }, sides.map((each) => each.element)), warned],
      note: words.frame.note,
    });
    frame.element.classList.add('nl-compare');
    draw();
    host.replaceChildren(frame.element);
    const set = (now) => {
      values = Object.fromEntries(Object.entries(now).filter(([, value]) => known(value)));
      draw();
    };
    const address = NetLearn.addressed(options.name, {
      change,
      set,
      element: host,
      say: frame.say,
      editions: [newer.edition],
      inputs: () => inputs,
      now: () => ({ values, edition: newer.edition }),
    });
    frame.equip(address, newer.table, (cases) => change({ ...clear, ...cases[newer.edition] }));
    return { set };
  };
  document.dispatchEvent(new Event('nl-compare'));
})();
