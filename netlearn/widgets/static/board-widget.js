/* board-widget.js: the tumour board, the plan of an operation, the selector of systemic therapy: one patient, the next question, every row. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words, say } = NetLearn;
  const { dataOf, inputsOf, MAP } = NetLearn.board.parts;
  const W = words.board;
  const LIVER = 'liver-involvement';
  const [PRIOR, SHOWN, DIFFERS] = ['prior', 'rows', 'differ']; // of the address, beside what is told of the patient

  /* ----- the address: a map of the liver is written segment by segment, as the liver map writes it ----- */
  const segments = (board, edition) => {
    const asked = dataOf(edition, board).tables.some(({ requires }) => Object.values(requires).includes(LIVER));
    return asked ? NetLearn.tables[LIVER][edition].inputs.filter(({ name }) => /^[IV]+$/.test(name)) : [];
  };
  const flat = ({ [MAP]: map, ...rest }) => ({ ...rest, ...map });
  const gathered = (board, edition, values) => {
    const names = segments(board, edition).map(({ name }) => name);
    const map = Object.fromEntries(Object.entries(values).filter(([name, value]) => names.includes(name) && value && value !== 'none'));
    const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
    return Object.keys(map).length ? { ...rest, [MAP]: map } : rest;
  };
  const inputs = (board, edition) => {
    const all = [dataOf(edition, board), ...Object.values(NetLearn.tables[board])].flatMap((data) => [...inputsOf(data).values()]);
    const accepted = new Map();
    for (const input of all) {
      const before = accepted.get(input.name);
      if (!before) accepted.set(input.name, input);
      else if (input.kind !== 'number') accepted.set(input.name, { ...before, values: [...new Set([...before.values, ...input.values])] });
    }
    for (const [name, brings] of Object.entries(dataOf(edition, board).together)) {
      const input = accepted.get(name);
      if (input) accepted.set(name, { ...input, values: [...new Set([...input.values, ...Object.keys(brings)])] });
    }
    return [...accepted.values(), ...segments(board, edition)];
  };
  /* what another board asks, and this one in no edition, is left aside: a link may lead from one to the other */
  const heard = ({ labels }, asked, fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in labels) || asked.some((input) => input.name === name)));
  const joined = (host, frame, options, state) => {
    const { board } = options;
    if (!options.name || !NetLearn.address) return null;
    const take = (fields, whole) => {
      const edition = fields.edition || state.now().edition;
      if (!NetLearn.tables[board][edition]) return say(words.address.edition, { edition });
      const { [PRIOR]: order = '', [SHOWN]: shown = '', ...told } = fields;
      const wrong = state.refusedPrior(order.split(',').filter(Boolean));
      if (wrong) return wrong;
      const asked = inputs(board, edition);
      const { values, refused } = NetLearn.address.fromFields(asked, heard(dataOf(edition, board), asked, told));
      if (refused) return refused;
      state.aside(order.split(',').filter(Boolean), shown === DIFFERS, whole);
      if (whole) state.set(gathered(board, edition, values), edition);
      else state.change(gathered(board, edition, values), edition);
      return '';
    };
    const fields = () => {
      const { values, edition, prior, differing } = state.now();
      const aside = { ...(prior.length ? { [PRIOR]: prior.join(',') } : {}), ...(differing ? { [SHOWN]: DIFFERS } : {}) };
      const asked = new Set(inputs(board, edition).map(({ name }) => name));
      const written = Object.entries(flat(values)).filter(([name]) => asked.has(name));
      return { edition, ...NetLearn.address.toFields(Object.fromEntries(written)), ...aside };
    };
    const { put, link, begin } = NetLearn.address.join(options.name, { element: host, say: frame.say, take });
    return { begin, keep: () => put(fields()), link: () => link(fields()) };
  };

  /* ----- what stands above the rows ----- */
  const summary = (both, open) => {
    const differ = both.rows.filter(({ change }) => change !== 'same').length;
    return say(W.rows, { differ, rows: both.rows.length, open });
  };
  const strip = (both) => {
    const count = (group) => both.rows.filter((row) => row.group === group).length;
    const cell = (group, tone, line) => ({ tone, title: String(count(group)), line });
    return [cell('first-line', 'suitable', W.strip_first), cell('option', 'suitable', W.strip_option), cell('needs-an-answer', 'undetermined', W.strip_open)];
  };
  const notes = () => {
    const told = h('ul', {});
    const title = h('summary', {});
    const folded = h('details', { class: 'nl-more' }, title, told);
    const grave = h('div', { role: 'status' });
    const element = h('div', { class: 'nl-board-notes' }, grave, folded);
    const show = (both) => {
      const { contradictions, setAside, follows } = both.told || { contradictions: [], setAside: [], follows: [] };
      const lines = [both.error, both.refused && both.otherLabel + ': ' + both.refused, ...contradictions.map((why) => say(W.contradicts, { why }))].filter(Boolean);
      const said = lines.join('\n');
      if (grave.dataset.said !== said) grave.replaceChildren(...lines.map((line) => h('p', { class: 'nl-error' }, NetLearn.icon('conflict'), h('span', {}, line))));
      grave.dataset.said = said;
      const small = [...setAside, ...follows];
      folded.hidden = !small.length;
      title.textContent = say(W.made_of, { count: small.length });
      told.replaceChildren(...small.map((line) => h('li', {}, line)));
    };
    return { element, show };
  };

  /* options: board (one of NetLearn.boards), edition, values, prior, name, level, tell. Returns set(values, edition, prior);
     prior is what was given before, kept as it is where nothing is said of it. */
  NetLearn.tumourBoard = (host, options) => {
    const { board } = options;
    const level = NetLearn.levelOf(options);
    const steps = NetLearn.boardSteps(board);
    const names = NetLearn.editionNames(NetLearn.tables[board]);
    let edition = names.includes(options.edition) ? options.edition : names[names.length - 1];
    let skipped = new Set();
    let differing = false;
    const now = () => ({ values: steps.values(), edition, prior: prior ? prior.list() : [], differing });

    /* the answers first, and what to ask next when they stand on the page */
    let later = 0;
    const ask = (then) => {
      later = 0;
      if (!host.isConnected) return;
      askNext();
      if (then) then();
    };
    const askNext = () => {
      const values = steps.values();
      const questions = current.error ? [] : NetLearn.board.nextQuestions(values, edition, board);
      const asked = questions.map((q) => ({ ...q, inputs: q.inputs.filter((name) => !skipped.has(name)) })).find((q) => q.inputs.length) || null;
      return question.show(asked, edition, questions.length > 0);
    };
    let current = null;
    const draw = (then) => {
      const values = steps.values();
      if (prior) prior.follow(values);
      const both = (current = NetLearn.board.both(values, edition, board, now().prior));
      steps.remember(both.rows, edition);
      clearTimeout(later);
      later = setTimeout(ask, 0, then);
      told.show(steps, edition);
      every.show(values, edition);
      if (liver) liver.show(values, edition);
      said.show(both);
      list.show(both, values, edition);
      line.textContent = both.error ? '' : summary(both, both.rows.filter(({ group }) => group === 'needs-an-answer').length);
      frame.show({ ...table, edition }, strip(both));
    };
    const changed = (then) => {
      draw(then);
      const { values, edition: chosen, prior: order } = now();
      if (options.tell) options.tell({ values, edition: chosen, prior: order });
      if (address) address.keep();
    };
    const edit = (run) => (...given) => {
      run(...given);
      frame.say('');
      changed();
    };
    const last = () => steps.list().length - 1;
    const effect = () => question.say(last() >= 0 ? NetLearn.board.capital(NetLearn.boardEffect(steps.effect(last(), edition))) + '.' : '');
    const answered = (values, rest, title) => {
      steps.answer(values, title);
      for (const name of rest) skipped.add(name);
      frame.say('');
      changed(() => (effect(), question.focus()));
    };
    const skip = (inputs) => {
      for (const name of inputs) skipped.add(name);
      question.say('');
      draw(question.focus);
    };
    const change = edit((more, other) => {
      if (NetLearn.tables[board][other]) edition = other;
      steps.set(more);
      question.say('');
    });
    const again = edit((inputs) => {
      steps.forget(inputs);
      skipped = new Set([...skipped].filter((name) => !inputs.includes(name)));
      question.say('');
    });
    const begin = (values, title) => {
      if (prior) prior.set([]);
      steps.begin(values, title);
      skipped = new Set();
      question.say('');
    };
    const set = (values, other, order = now().prior) => {
      if (NetLearn.tables[board][other]) edition = other;
      if (JSON.stringify(values) !== JSON.stringify(steps.values())) begin(values, W.start);
      if (prior && order.join() !== now().prior.join()) prior.set(order);
      draw();
    };

    const question = NetLearn.boardQuestion(board, level + 1, { answer: answered, skip });
    const told = NetLearn.boardTold(board, level + 1, { again, undo: edit(() => (steps.undo(), question.say(''))), clear: edit(() => begin({}, '')) });
    const every = NetLearn.boardEvery(board, change);
    const liver = NetLearn.boardLiver(board, change);
    const prior = NetLearn.boardPrior(board, edition, change);
    const said = notes();
    const list = NetLearn.boardList(board, level + 1, change);
    const line = h('p', { class: 'nl-board-line', role: 'status' });
    const only = (on) => {
      differing = box.checked = on;
      list.only(on);
    };
    const box = h('input', { type: 'checkbox', role: 'switch', onchange: edit(() => only(box.checked)) });
    const filter = h('label', { class: 'nl-toggle' }, box, W.only_differ);
    const aside = (order, shown, whole) => {
      if (prior && (whole || order.length)) prior.set(order);
      if (whole || shown) only(shown);
    };
    const refusedPrior = (order) => {
      const wrong = order.find((id, n) => !prior || prior.known([id]).length === 0 || order.indexOf(id) !== n);
      return wrong ? say(W.prior_unknown, { id: wrong }) : '';
    };
    const editions = NetLearn.list(names.map(NetLearn.editionWord), 'and');
    const table = { title: W[board], question: say(W[board + '_question'], { editions }), edition };
    const frame = NetLearn.frame({
      table,
      editions: NetLearn.tables[board],
      level,
      left: [question.element, liver && liver.element, told.element, prior && prior.element, every.element].filter(Boolean),
      right: [said.element, line, filter, h('p', { class: 'nl-quiet' }, W.no_order), list.element],
      note: W.note + ' ' + W.invented,
      onEdition: edit((chosen) => (edition = chosen)),
    });
    frame.element.classList.add('nl-board');
    steps.begin(options.values || {}, W.start);
    if (prior) prior.set(options.prior || []);
    draw();
    host.replaceChildren(frame.element);
    const address = joined(host, frame, options, { now, set, change, aside, refusedPrior });
    frame.equip(address, board, (values, order = []) => (begin(values, W.start), prior && prior.set(order), changed()));
    frame.element.querySelector('.nl-tools').append(...NetLearn.boardTools(board, now, frame.say));
    return { set };
  };

  const priorOf = (element) => (element.getAttribute('prior') || '').split(' ').filter(Boolean);
  /* the elements start when the last of their tables is there */
  const gather = (wanted, run) => (wanted.length ? NetLearn.when(wanted[0], () => gather(wanted.slice(1), run)) : run());
  const needed = (board) =>
    [...new Set(Object.values(NetLearn.tables[board]).flatMap(({ tables }) => tables.flatMap(({ table, requires }) => [table, ...Object.values(requires)])))];
  for (const board of NetLearn.boards) {
    NetLearn.define('net-' + board, (element) =>
      NetLearn.when(board, () => gather(needed(board), () => NetLearn.tumourBoard(element, { ...NetLearn.optionsOf(element), prior: priorOf(element), board })))
    );
  }
})();
