/* board-prior.js: what was given before, as a short list that the reader puts in order. What stands on it is told of the
   patient; the order is kept for the link, the letter and the export, and no row asks it.

     NetLearn.boardPrior(board, edition, change)   { element, list(), set(ids), known(ids), follow(values) }; null where the board asks nothing of it.
         change(more): what the list now says of the patient; null takes back what nothing on it says any longer */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words, say } = NetLearn;
  const { dataOf } = NetLearn.board.parts;
  const W = words.board;

  NetLearn.boardPrior = (board, edition, change) => {
    const { prior } = dataOf(edition, board);
    if (!prior) return null;
    const { treatments } = prior;
    const labelOf = (id) => treatments.find((each) => each.id === id).label;
    const saidBy = (ids) => Object.assign({}, ...ids.map((id) => treatments.find((each) => each.id === id).says));
    let given = [];
    const list = h('ol', {});
    const select = h('select', { class: 'nl-select', 'aria-label': W.prior_add, onchange: () => add(select.value) });
    const spoken = h('p', { class: 'nl-sr', role: 'status' });
    const body = h('div', {}, list, select, h('p', { class: 'nl-quiet' }, prior.note), spoken);
    const element = h('details', { class: 'nl-more nl-board-prior' }, h('summary', {}, prior.question), body);

    const button = (label, text, off, run) => {
      const props = { type: 'button', class: 'nl-btn is-quiet', disabled: off, onclick: run };
      return h('button', props, text, h('span', { class: 'nl-sr' }, ' ' + label));
    };
    const item = (id, n) => {
      const label = labelOf(id);
      const move = (by) => () => put(given.map((each, at) => (at === n ? given[n + by] : at === n + by ? id : each)), id, n + by);
      return h(
        'li',
        { 'data-id': id },
        h('span', {}, label),
        button(label, W.prior_earlier, n === 0, move(-1)),
        button(label, W.prior_later, n === given.length - 1, move(1)),
        button(label, W.prior_off, false, () => put(given.filter((each) => each !== id)))
      );
    };
    const draw = () => {
      list.replaceChildren(...given.map(item));
      const left = treatments.filter(({ id }) => !given.includes(id));
      select.replaceChildren(h('option', { value: '' }, W.prior_add), ...left.map(({ id, label }) => h('option', { value: id }, label)));
      select.hidden = !left.length;
    };
    /* the reader's change: what is said anew, and what nothing says any longer; the focus stays with what was moved */
    const put = (ids, moved, place) => {
      const [before, now] = [saidBy(given), saidBy(ids)];
      const gone = Object.keys(before).filter((name) => !(name in now));
      given = ids;
      draw();
      change({ ...Object.fromEntries(gone.map((name) => [name, null])), ...now });
      if (!moved) return select.focus();
      spoken.textContent = say(W.prior_place, { label: labelOf(moved), place: place + 1 });
      const buttons = [...list.querySelector('[data-id="' + moved + '"]').querySelectorAll('button:not([disabled])')];
      return buttons[0].focus();
    };
    const add = (id) => id && put([...given, id]);
    const known = (ids) => ids.filter((id, n) => treatments.some((each) => each.id === id) && ids.indexOf(id) === n);
    const set = (ids) => {
      given = known(ids);
      element.open = element.open || given.length > 0;
      draw();
    };
    /* what is told otherwise elsewhere stands on the list no longer */
    const follow = (values) => {
      const left = given.filter((id) => Object.entries(saidBy([id])).every(([name, value]) => values[name] === value));
      if (left.length === given.length) return;
      given = left;
      draw();
    };
    draw();
    return { element, list: () => given, set, known, follow };
  };
})();
