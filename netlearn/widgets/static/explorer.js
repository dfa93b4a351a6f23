/* explorer.js: plays with one decision table: its inputs on one side, its answer on the other. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const DRAWN = 'removable_percent'; // share.js draws it, where a page loads it

  /* the controls of one edition; numbers take a row each, choices stand side by side. Where some are asked `first`, the
     others stand in a fold, which opens by itself when one of them is missed. */
  const form = (table, change, first = []) => {
    const fields = table.inputs.map((input) => ({ input, ...NetLearn.field(input, (value) => change({ [input.name]: value })) }));
    const drawn = table.inputs.some(({ name }) => name === DRAWN) ? h('nl-share', { class: 'nl-field nl-share' }) : null;
    const laid = (some) => {
      const rows = (numeric) => some.filter(({ input }) => (input.kind === 'number') === numeric).map(({ element }) => element);
      const choices = rows(false);
      return [...rows(true), choices.length ? h('div', { class: 'nl-cols' }, ...choices) : null];
    };
    const isRest = ({ input }) => first.length > 0 && !first.includes(input.name);
    const rest = fields.filter(isRest);
    const said = NetLearn.words.frame.rest + ' (' + rest.length + ')';
    const fold = rest.length ? h('details', { class: 'nl-rest' }, h('summary', {}, said), h('div', { class: 'nl-form' }, ...laid(rest))) : null;
    const element = h('div', { class: 'nl-form' }, ...laid(fields.filter((field) => !isRest(field))), fold);
    if (drawn) element.querySelector('.nl-cols').append(drawn);
    const show = (values) => {
      fields.forEach((field) => field.show(values[field.input.name]));
      if (drawn) drawn.setAttribute('out', values[DRAWN] ?? '');
    };
    const miss = (names) => {
      if (rest.some(({ input }) => names.includes(input.name))) fold.open = true;
    };
    return { element, show, miss };
  };
  NetLearn.form = form;

  /* options: editions {name: table}, edition, values, level, tell. Returns set(values, edition). */
  NetLearn.explorer = (host, options) => {
    const level = NetLearn.levelOf(options);
    const holder = h('div', {});
    let current = { edition: null };
    const card = NetLearn.decisionCard({
      level: level + 1,
      brief: true,
      apply: (flip) => state.apply(flip),
      flipText: (flip) => NetLearn.change(current.table.inputs.find((input) => input.name === flip.input), flip.to),
    });
    const draw = (table, values, decision, flips, notes) => {
      if (current.table !== table) {
        current = { table, form: form(table, (values) => state.change(values), options.first) };
        holder.replaceChildren(current.form.element);
      }
      current.form.show(values);
      current.form.miss(decision.missing || []);
      frame.say(notes.join(' '));
      frame.show(table, [NetLearn.answerOf(table, decision)]);
      card.show(table, decision, flips);
    };
    const tell = (now) => {
      if (options.tell) options.tell(now);
      if (address) address.keep();
    };
    const state = NetLearn.caseOf(options.editions, options, draw, tell);
    const unknown = () => Object.fromEntries(state.table().inputs.map((input) => [input.name, null]));
    const clear = () => state.change(unknown());
    const frame = NetLearn.frame({
      table: state.table(),
      editions: options.editions,
      level,
      left: [holder, h('div', { class: 'nl-clear' }, NetLearn.button(NetLearn.words.control.clear, clear, 'is-quiet'))],
      right: card.element,
      note: NetLearn.words.frame.note,
      onEdition: (edition) => state.change({}, edition),
    });
    state.redraw();
    host.replaceChildren(frame.element);
    const address = NetLearn.addressed(options.name, {
      ...state,
      element: host,
      say: frame.say,
      editions: NetLearn.editionNames(options.editions),
      inputs: (edition) => options.editions[edition].inputs,
    });
    frame.equip(address, state.table().table, (values) => state.change({ ...unknown(), ...values[state.now().edition] }));
    return { set: state.set };
  };
})();
