/* board-patient.js: what is told of a patient on a board: step by step, with what each answer settled, or all at once.

     NetLearn.boardSteps(board)     the steps of one patient: begin(values, title), answer(more), set(more), forget(names),
                                    undo(), values(), list(); effect(n, edition) says what a step settled
     NetLearn.boardTold(board, level, actions)     the list of steps, with a button to ask each thing again; show(steps, edition)
     NetLearn.boardEvery(board, change)     every field at once, built when it is opened; show(values, edition) */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words, say } = NetLearn;
  const { fullRows, dataOf, inputsOf, takenBy, joint, MAP } = NetLearn.board.parts;
  const W = words.board;
  const KEPT = 60; // boards whose open rows are remembered
  const FOLDED = 8; // facts of one step that are shown without a fold
  const FEW = 3; // treatments that a line names
  const known = (value) => value !== null && value !== undefined;

  /* ----- steps: what was told together, the first first ----- */
  const openIn = (rows) =>
    rows.filter(({ group }) => group === 'needs-an-answer').flatMap(({ table, all }) => all.map((chosen) => table + JSON.stringify(chosen)));
  NetLearn.boardSteps = (board) => {
    let steps = [];
    const remembered = new Map();
    const boardOf = (values, edition) => {
      const key = edition + JSON.stringify(values);
      if (!remembered.has(key)) {
        let rows = [];
        try {
          rows = fullRows(values, edition, board);
        } catch {
          /* refused: nothing is settled by it */
        }
        remembered.set(key, { rows, open: new Set(openIn(rows)) });
      }
      const found = remembered.get(key);
      remembered.delete(key);
      remembered.set(key, found); // what was asked for last is forgotten last
      if (remembered.size > KEPT) remembered.delete(remembered.keys().next().value);
      return found;
    };
    const valuesTo = (n) => Object.assign({}, ...steps.slice(0, n).map((step) => step.values));
    const tidy = () => (steps = steps.filter(({ values }) => Object.keys(values).length));
    const without = (values, names) => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
    const given = (more) => Object.fromEntries(Object.entries(more).filter(([, value]) => known(value)));
    const forget = (names) => {
      steps = steps.map((step) => ({ ...step, values: without(step.values, names) }));
      tidy();
    };
    const begin = (values, title) => {
      steps = [{ title, values: given(values) }];
      tidy();
    };
    const answer = (more, title) => {
      forget(Object.keys(more));
      steps.push({ title, values: given(more) });
      tidy();
    };
    /* a change of what is told stays in its step; what is new goes into one that is made by hand */
    const set = (more) => {
      const names = Object.keys(more);
      const at = steps.findIndex(({ values }) => names.every((name) => name in values));
      if (at >= 0 && Object.values(more).every(known)) steps[at] = { ...steps[at], values: { ...steps[at].values, ...more } };
      else if (!steps.length || steps[steps.length - 1].title !== W.every) answer(more, W.every);
      else {
        forget(names);
        const last = steps[steps.length - 1];
        if (last && last.title === W.every) last.values = { ...last.values, ...given(more) };
        else steps.push({ title: W.every, values: given(more) });
        tidy();
      }
    };
    /* the rows of the present values, so that they are not worked out again */
    const remember = (rows, edition) => remembered.set(edition + JSON.stringify(valuesTo(steps.length)), { rows, open: new Set(openIn(rows)) });
    /* what step n settled of what was open before it, and which treatments it opened */
    const effect = (n, edition) => {
      const [before, after] = [boardOf(valuesTo(n), edition), boardOf(valuesTo(n + 1), edition)];
      const settled = [...before.open].filter((key) => !after.open.has(key));
      const may = dataOf(edition, board).open;
      const opened = after.rows.filter(({ group, table, all }) => may.includes(group) && all.some((c) => settled.includes(table + JSON.stringify(c))));
      return { settled: settled.length, open: before.open.size, opened: opened.map(({ treatment }) => treatment) };
    };
    return { begin, answer, set, forget, effect, remember, undo: () => steps.pop(), values: () => valuesTo(steps.length), list: () => steps };
  };

  /* what an answer settled, in words */
  NetLearn.boardEffect = ({ settled, open, opened }) => {
    const said = settled ? say(W.settled, { settled, open }) : W.settled_none;
    const more = opened.length - FEW;
    const names = [...opened.slice(0, FEW), ...(more > 0 ? [say(W.more, { count: more })] : [])].join('; ');
    return said + (names ? '; ' + say(W.opens, { names }) : '');
  };

  /* ----- the list of what is told ----- */
  const fact = (data, name, value, again) =>
    NetLearn.board.factOf(data, name, value).map((text, n) =>
      h(
        'li',
        {},
        h('span', {}, text),
        n ? null : NetLearn.button([W.again, h('span', { class: 'nl-sr' }, ': ' + data.labels[name])], () => again([name]), 'is-quiet')
      )
    );
  /* of several editions the one that reads a value: what one sets aside, another may know */
  const readerOf = (board, edition, name, value) => {
    const all = [dataOf(edition, board), ...Object.values(NetLearn.tables[board])];
    const reads = (data) => inputsOf(data).has(name) && (takenBy(data, name, value) || joint(data, name, value));
    return name === MAP ? all[0] : all.find(reads);
  };
  const stepItem = (board, step, effect, edition, actions) => {
    const read = Object.entries(step.values).map(([name, value]) => [readerOf(board, edition, name, value), name, value]);
    const names = read.filter(([data]) => data); // what no edition of this board asks is said to be set aside
    const facts = names.flatMap(([data, name, value]) => fact(data, name, value, actions.again));
    const list = h('ul', {}, ...facts);
    const folded = names.length > FOLDED ? h('details', {}, h('summary', {}, say(W.facts, { count: names.length })), list) : list;
    return h('li', { class: 'nl-board-step' }, h('p', {}, h('b', {}, step.title), ' ', h('span', { class: 'nl-quiet' }, NetLearn.boardEffect(effect))), folded);
  };
  NetLearn.boardTold = (board, level, actions) => {
    const empty = h('p', { class: 'nl-quiet' }, W.nothing);
    const list = h('ol', { class: 'nl-board-steps' });
    const undo = NetLearn.button(NetLearn.words.control.undo, actions.undo, 'is-quiet');
    const clear = NetLearn.button(W.clear, actions.clear, 'is-quiet');
    const bar = h('div', { class: 'nl-undo' }, undo, clear);
    const element = h('section', { class: 'nl-told-of' }, h('h' + level, { class: 'nl-h' }, W.patient), empty, list, bar);
    let drawn = [];
    const show = (steps, edition) => {
      const all = steps.list();
      const items = all.map((step, n) => {
        const effect = steps.effect(n, edition);
        const key = JSON.stringify([edition, step, effect]);
        const before = drawn.find((each) => each.key === key);
        return before || { key, node: stepItem(board, step, effect, edition, actions) };
      });
      if (items.length !== drawn.length || items.some(({ node }, n) => node !== drawn[n].node)) list.replaceChildren(...items.map(({ node }) => node));
      drawn = items;
      empty.hidden = all.length > 0;
      bar.hidden = !all.length;
    };
    return { element, show };
  };

  /* ----- everything at once ----- */
  const sectionsOf = (data) => {
    const { checklists, forms } = data.questions;
    const told = Object.values(data.only_told).flatMap(Object.keys);
    const inTurn = new Set(data.tables.flatMap(({ asked }) => asked).filter((name) => !told.includes(name)));
    const there = (names) => names.filter((name) => inputsOf(data).has(name) && !inTurn.has(name));
    const parts = [...forms, ...checklists.map((list) => ({ question: list.question, inputs: Object.keys(list.harmless) }))];
    const named = parts.map(({ question, inputs }) => ({ question, names: there(inputs) }));
    const taken = named.flatMap(({ names }) => names);
    const rest = there([...inputsOf(data).keys()]).filter((name) => !taken.includes(name));
    return [...named, { question: W.others, names: rest }].filter(({ names }) => names.length);
  };
  NetLearn.boardEvery = (board, change) => {
    const holder = h('div', { class: 'nl-every' });
    const element = h('details', { class: 'nl-more' }, h('summary', {}, W.every), holder);
    let fields = [];
    let built = '';
    let now = [{}, ''];
    const build = (edition) => {
      const data = dataOf(edition, board);
      fields = [];
      const field = (name) => {
        const made = NetLearn.field(inputsOf(data).get(name), (value) => change({ [name]: value }));
        fields.push({ name, ...made });
        return made.element;
      };
      const section = ({ question, names }) => h('fieldset', {}, h('legend', {}, question), ...names.map(field));
      holder.replaceChildren(...sectionsOf(data).map(section));
      built = edition;
    };
    const show = (values, edition) => {
      now = [values, edition];
      if (!element.open) return;
      if (built !== edition) build(edition);
      for (const { name, show: put } of fields) put(values[name]);
    };
    element.addEventListener('toggle', () => show(...now));
    return { element, show };
  };
})();
