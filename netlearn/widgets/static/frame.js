/* frame.js: what explorer, comparison, map and bench share: the case, the edition, the frame, the answer in a strip. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, words, say } = NetLearn;
  const known = (value) => value !== undefined && value !== null;

  const editionSwitch = (editions, now, change) => {
    const options = editions.map((edition) => ({ value: edition, label: NetLearn.editionWord(edition) }));
    const { element, show } = NetLearn.segments(words.frame.edition, options, change);
    element.classList.add('nl-edition');
    element.firstElementChild.classList.add('nl-sr');
    show(now);
    return { element, show };
  };

  /* only what this edition asks; what another edition asked is kept for the way back */
  const relevant = (table, values) => Object.fromEntries(table.inputs.map((input) => [input.name, values[input.name]]).filter(([, v]) => known(v)));
  NetLearn.relevant = relevant;

  /* A case goes to another edition: what that one asks too is carried over. Returns the values and what is to be said. */
  NetLearn.crossing = (then, now, values) => {
    const { values: carried, notes } = NetLearn.carry(then, now, relevant(then, values));
    const emptied = Object.fromEntries(NetLearn.carriedTo(then, now).map((name) => [name, null]));
    return { values: { ...values, ...emptied, ...carried }, notes };
  };

  /* The state of one widget. draw(table, values, decision, flips, notes) is called after every change,
     tell({values, edition}) after those that the reader made; notes say what an edition made of the case. */
  NetLearn.caseOf = (editions, start, draw, tell) => {
    const state = { edition: editions[start.edition] ? start.edition : NetLearn.editionNames(editions)[0], values: { ...start.values } };
    let notes = [];
    const table = () => editions[state.edition];
    const redraw = () => {
      const values = relevant(table(), state.values);
      const decision = NetLearn.decide(table(), values);
      draw(table(), values, decision, NetLearn.flips(table(), values, decision), notes);
    };
    const change = (values, edition) => {
      notes = [];
      const then = table();
      if (edition) state.edition = edition;
      if (table() !== then) ({ values: state.values, notes } = NetLearn.crossing(then, table(), state.values));
      Object.assign(state.values, values);
      redraw();
      if (tell) tell({ values: relevant(table(), state.values), edition: state.edition });
    };
    const set = (values, edition) => {
      notes = [];
      state.values = { ...values };
      if (editions[edition]) state.edition = edition;
      redraw();
    };
    const now = () => ({ values: { ...state.values }, edition: state.edition });
    return { change, set, redraw, table, now, apply: (flip) => change({ [flip.input]: flip.set }) };
  };

  /* A widget of the page keeps its case in the address; a live one in its kernel, and has no name there.
     widget: element, say(sentence), editions (names), inputs(edition), now() → {values, edition},
     set(values, edition) a whole case, change(values, edition), and known(values) where not all values are worth writing.
     Returns how to keep what the reader set, and the address of the case. */
  NetLearn.addressed = (name, widget) => {
    if (!name || !NetLearn.address) return null;
    const { toFields, fromFields } = NetLearn.address;
    const take = (fields, whole) => {
      const edition = fields.edition || widget.now().edition;
      if (!widget.editions.includes(edition)) return say(words.address.edition, { edition });
      const { values, refused } = fromFields(widget.inputs(edition), fields);
      if (!refused) widget[whole ? 'set' : 'change'](values, edition);
      return refused || '';
    };
    const fields = () => {
      const { values, edition } = widget.now();
      const written = widget.known ? widget.known(values) : Object.fromEntries(Object.entries(values).filter(([, value]) => known(value)));
      const asked = widget.inputs(edition).filter((input) => input.name in written && !NetLearn.refusal(input, written[input.name]));
      return { edition, ...toFields(Object.fromEntries(asked.map((input) => [input.name, written[input.name]]))) };
    };
    const { put, link, begin } = NetLearn.address.join(name, { element: widget.element, say: widget.say, take });
    return { begin, keep: () => put(fields()), link: () => link(fields()) };
  };

  /* the answer once more, for narrow screens, where it stays in view: for the eye only, the verdict itself is read aloud */
  const cell = ({ tone, title, line }) => h('span', { 'data-verdict': tone }, icon(tone), h('b', {}, title), h('small', {}, line));
  const strip = () => {
    const element = h('div', { class: 'nl-strip', 'aria-hidden': 'true' });
    return { element, show: (answers) => element.replaceChildren(...answers.map(cell)) };
  };
  /* name: of the table, where two answer side by side */
  NetLearn.answerOf = (table, decision, name = '') => ({
    tone: NetLearn.toneOf(table, decision),
    title: NetLearn.titleOf(table, decision),
    line: NetLearn.dangerOf(table, decision) ? NetLearn.statusLine(table, decision, Boolean(name)) : name || NetLearn.editionWord(table.edition),
  });

  /* what the answers that are no verdict look like, in one line */
  const key = () =>
    h('p', { class: 'nl-key' }, ...['undetermined', 'notstated', 'conflict'].map((tone) => h('span', { 'data-verdict': tone }, icon(tone), words.key[tone])));

  const copied = (button, text) => {
    const told = h('span', { class: 'nl-told', role: 'status' });
    const shown = () => h('input', { class: 'nl-address', readonly: true, value: text, 'aria-label': words.address.label });
    const fail = () => {
      const box = shown();
      told.replaceChildren(box);
      box.select();
    };
    button.parentElement.querySelectorAll('.nl-told').forEach((old) => old.remove());
    button.after(told);
    if (!navigator.clipboard) return fail();
    return navigator.clipboard.writeText(text).then(() => (told.textContent = words.address.copied), fail);
  };
  const copyButton = (link) =>
    NetLearn.button(words.address.copy, (event) => copied(event.currentTarget, link()), 'is-quiet');

  /* invented patients to start from: what is known of one is set, the rest is not known */
  const startFrom = (table, start) => {
    const found = NetLearn.tables['patients:' + table];
    const list = found ? Object.values(found)[0].patients : [];
    if (!list.length) return null;
    const options = list.map(({ title }, n) => h('option', { value: n }, title));
    const select = h('select', { class: 'nl-select', 'aria-label': words.patients.start }, h('option', { value: '' }, words.patients.start), ...options);
    select.addEventListener('change', () => {
      const chosen = list[select.value];
      select.value = '';
      if (chosen) start(chosen.title, chosen.values, chosen.prior);
    });
    return select;
  };

  /* the frame: header with title, question and edition; two panes; footer. say(sentence) stands above the panes.
     show(table, answers) for the header and the strip; equip(address, table, start) once the case can be set. */
  NetLearn.frame = ({ table, editions, level, left, right, note, onEdition }) => {
    const id = NetLearn.uid('nl-title');
    const title = h('h' + level, { id }, table.title);
    const question = h('p', {}, table.question);
    const names = NetLearn.editionNames(editions);
    const chooser = names.length > 1 ? editionSwitch(names, table.edition, onEdition) : null;
    const ribbon = strip();
    const told = h('p', { class: 'nl-notice', role: 'status', hidden: true });
    const tools = h('div', { class: 'nl-tools' });
    const element = h(
      'div',
      { class: 'nl nl-widget', role: 'group', 'aria-labelledby': id },
      h('header', {}, h('div', {}, title, question), h('div', { class: 'nl-bar' }, tools, chooser && chooser.element)),
      ribbon.element,
      told,
      h('div', { class: 'body' }, h('div', { class: 'pane' }, left), h('div', { class: 'pane' }, h('div', { class: 'nl-answer' }, right))),
      h('footer', {}, key(), h('span', {}, note), h('span', {}, words.frame.advice))
    );
    const show = (now, answers = []) => {
      title.textContent = now.title;
      question.textContent = now.question;
      if (chooser) chooser.show(now.edition);
      ribbon.show(answers);
    };
    const tell = (sentence) => {
      told.textContent = sentence;
      told.hidden = !sentence;
    };
    /* once the case can be set: the patients of a table, start(values by edition, what was given before), and where there is one the address */
    const equip = (address, of, start) => {
      const from = startFrom(of, (title, values, prior) => {
        start(values, prior);
        tell(say(words.patients.started, { title }));
      });
      tools.append(...[from, address && copyButton(address.link)].filter(Boolean));
      if (address) address.begin();
    };
    return { element, show, say: tell, equip };
  };
  NetLearn.levelOf = (options) => Math.min(5, Math.max(2, Number(options.level) || 3));
})();
