/* board-asking.js: the next question of a board as a card: one field, a form, or a checklist whose rest is harmless.

     NetLearn.boardQuestion(board, level, actions)   actions: answer(values, rest, title), skip(names)
         show(question, edition, waiting): question of NetLearn.board.nextQuestions, or null; say(sentence) */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words, say } = NetLearn;
  const { dataOf } = NetLearn.board.parts;
  const W = words.board;
  const FEW = 3; // treatments that a sentence names

  const outlook = (q) => {
    const count = q.least === q.most ? q.most : say(W.range, { least: q.least, most: q.most });
    const more = q.may_open.length - FEW;
    const names = [...q.may_open.slice(0, FEW), ...(more > 0 ? [say(W.more, { count: more })] : [])].join('; ');
    return say(W.settles, { count, open: q.open }) + (names ? ' ' + say(W.may_open, { names }) : '');
  };

  /* each gives its element, and read(): what was answered */
  const fieldsOf = (board, edition, names) => {
    const draft = {};
    const fields = names.map((name) => NetLearn.field(NetLearn.board.input(name, edition, board), (value) => (draft[name] = value)));
    for (const { show } of fields) show(null);
    const refused = () => names.some((name) => NetLearn.refusal(NetLearn.board.input(name, edition, board), draft[name]));
    const read = () => Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null && value !== ''));
    return { element: h('div', { class: 'nl-fields' }, ...fields.map(({ element }) => element)), read, refused, label: () => W.answer };
  };
  const checklistOf = (board, edition, names, legend) => {
    const boxes = names.map((name) => ({ name, box: h('input', { type: 'checkbox' }) }));
    const harmless = (name) => NetLearn.board.harmless(name, edition, board);
    const read = () => Object.fromEntries(boxes.map(({ name, box }) => [name, box.checked ? !harmless(name) : harmless(name)]));
    const label = () => (boxes.some(({ box }) => box.checked) ? W.answer : W.none);
    const item = ({ name, box }) => {
      const { label, hint } = NetLearn.board.input(name, edition, board);
      return h('label', {}, box, h('span', {}, label, hint ? h('small', { class: 'nl-quiet' }, ' ' + hint) : null));
    };
    return { element: h('fieldset', { class: 'nl-checklist' }, h('legend', {}, legend), ...boxes.map(item)), read, refused: () => false, label };
  };

  /* the aim of a selector: one of its purposes, or both */
  const aimOf = ({ input, question, options, both }) => {
    let chosen = null;
    const choices = [...Object.entries(options), [both, both]].map(([value, label]) => ({ value, label }));
    const { element } = NetLearn.segments(question, choices, (value) => (chosen = value));
    const read = () => (chosen ? { [input]: chosen } : {});
    return { element, read, refused: () => false, label: () => W.answer };
  };

  NetLearn.boardQuestion = (board, level, actions) => {
    const kicker = h('p', { class: 'nl-kicker' }, W.next);
    const title = h('h' + level, { tabindex: '-1' });
    const said = h('p', { class: 'nl-quiet' });
    const body = h('div', {});
    const effect = h('p', { class: 'nl-effect', role: 'status' });
    const element = h('section', { class: 'nl-board-next', 'data-verdict': 'undetermined', 'aria-label': W.next }, effect, kicker, title, said, body);
    let drawn = null;

    const draw = (q, edition) => {
      const list = q.kind === 'checklist';
      const heading = q.question || NetLearn.board.input(q.inputs[0], edition, board).label;
      const form = q.kind === 'aim' ? aimOf(dataOf(edition, board).aim) : list ? checklistOf(board, edition, q.inputs, heading) : fieldsOf(board, edition, q.inputs);
      const submit = h('button', { type: 'submit', class: 'nl-btn is-main' }, form.label());
      const skip = NetLearn.button(W.skip, () => actions.skip(q.inputs), 'is-quiet');
      const send = (event) => {
        event.preventDefault();
        if (form.refused()) return;
        const values = form.read();
        const rest = q.inputs.filter((name) => !(name in values));
        if (Object.keys(values).length) actions.answer(values, rest, heading);
        else effect.textContent = W.answer_first;
      };
      const node = h('form', { onsubmit: send, onchange: () => (submit.textContent = form.label()) }, form.element, h('div', { class: 'acts' }, submit, skip));
      title.textContent = heading;
      element.dataset.kind = q.kind;
      body.replaceChildren(node);
    };
    const show = (q, edition, waiting) => {
      const key = q ? edition + q.inputs.join() : '';
      kicker.hidden = !q;
      said.textContent = q && q.kind === 'aim' ? dataOf(edition, board).aim.why : q ? outlook(q) + ' ' + W.order : waiting ? W.waiting : '';
      if (key === drawn) return;
      drawn = key;
      if (q) return draw(q, edition);
      title.textContent = W.finished;
      body.replaceChildren();
    };
    return { element, show, say: (sentence) => (effect.textContent = sentence), focus: () => title.focus({ preventScroll: true }) };
  };
})();
