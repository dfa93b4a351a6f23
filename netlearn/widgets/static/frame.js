/* frame.js: what the explorer and the liver map share: the case, the edition, the frame and the answer beside it. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;

  const editionSwitch = (editions, now, change) => {
    const options = editions.map((edition) => ({ value: edition, label: NetLearn.editionWord(edition) }));
    const { element, show } = NetLearn.segments(NetLearn.words.frame.edition, options, change);
    element.classList.add('nl-edition');
    element.firstElementChild.classList.add('nl-sr');
    show(now);
    return { element, show };
  };

  /* only what this edition asks; what another edition asked is kept for the way back */
  const relevant = (table, values) =>
    Object.fromEntries(table.inputs.map((input) => [input.name, values[input.name]]).filter(([, v]) => v !== undefined && v !== null));

  /* The state of one widget. draw(table, values, decision, flips) is called after every change,
     tell({values, edition}) after those that the reader made. */
  NetLearn.caseOf = (editions, start, draw, tell) => {
    const state = { edition: editions[start.edition] ? start.edition : NetLearn.editionNames(editions)[0], values: { ...start.values } };
    const table = () => editions[state.edition];
    const redraw = () => {
      const values = relevant(table(), state.values);
      const decision = NetLearn.decide(table(), values);
      draw(table(), values, decision, NetLearn.flips(table(), values, decision));
    };
    const change = (values, edition) => {
      Object.assign(state.values, values);
      if (edition) state.edition = edition;
      redraw();
      if (tell) tell({ values: relevant(table(), state.values), edition: state.edition });
    };
    const set = (values, edition) => {
      state.values = { ...values };
      if (editions[edition]) state.edition = edition;
      redraw();
    };
    return { change, set, redraw, table, apply: (flip) => change({ [flip.input]: flip.set }) };
  };

  /* the frame: header with title, question and edition; two panes; footer */
  NetLearn.frame = ({ table, editions, level, left, right, note, onEdition }) => {
    const id = NetLearn.uid('nl-title');
    const title = h('h' + level, { id }, table.title);
    const question = h('p', {}, table.question);
    const names = NetLearn.editionNames(editions);
    const chooser = names.length > 1 ? editionSwitch(names, table.edition, onEdition) : null;
    const element = h(
      'div',
      { class: 'nl nl-widget', role: 'group', 'aria-labelledby': id },
      h('header', {}, h('div', {}, title, question), chooser && chooser.element),
      h('div', { class: 'body' }, h('div', { class: 'pane' }, left), h('div', { class: 'pane' }, right)),
      h('footer', {}, h('span', {}, note), h('span', {}, NetLearn.words.frame.advice))
    );
    const show = (now) => {
      title.textContent = now.title;
      question.textContent = now.question;
      if (chooser) chooser.show(now.edition);
    };
    return { element, show };
  };
  NetLearn.levelOf = (options) => Math.min(5, Math.max(2, Number(options.level) || 3));
})();
