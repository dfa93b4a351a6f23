/* board-paper.js: a board on one sheet of paper, and as a file: plain text for a referral, or data. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words, say } = NetLearn;
  const W = words.board;

  const file = (name, type, text) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = h('a', { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
  };

  /* a copy of the answers beside everything else on the page, which the style sheet hides on paper */
  const rowOf = ({ said }) =>
    h(
      'li',
      {},
      h('b', {}, said.treatment + ': '),
      said.answer + '. ' + (said.given && said.given + '. ') + said.reason + ' ',
      said.caution ? h('em', {}, said.caution + ' ') : null,
      said.how ? h('small', {}, '[' + said.change + ': ' + said.how + ']') : null
    );
  const sheet = ({ values, edition, prior }, board) => {
    const both = NetLearn.board.both(values, edition, board, prior);
    const groups = NetLearn.board.groups(edition, board).map(([id, label]) => {
      const rows = both.rows.filter(({ group }) => group === id);
      return rows.length ? h('section', {}, h('h2', {}, label), h('ul', {}, ...rows.map(rowOf))) : null;
    });
    return h(
      'div',
      { class: 'nl nl-board-paper' },
      h('h1', {}, W[board]),
      h('p', {}, say(W.by_rules, { edition: NetLearn.editionWord(edition) }) + '. ' + W.note),
      h('p', {}, h('b', {}, W.patient + ': '), NetLearn.board.facts(values, edition, board).join(' · ') || W.nothing),
      prior && prior.length ? h('p', {}, NetLearn.board.priorOf(edition, board, prior)) : null,
      both.told ? both.told.contradictions.map((why) => h('p', {}, say(W.contradicts, { why }))) : null,
      h('div', { class: 'columns' }, ...groups),
      h('p', {}, W.no_order + ' ' + W.invented)
    );
  };
  /* the largest letters, in points, with which the sheet is one page of A4, and of Letter */
  const SIZES = [9, 8.5, 8, 7.5, 7, 6.75, 6.5, 6.25, 6];
  const HIGH = 250; // mm
  const fit = (paper) => {
    paper.classList.add('is-measured');
    const high = (size) => {
      paper.style.setProperty('--letters', size + 'pt');
      return (paper.offsetHeight / 96) * 25.4;
    };
    SIZES.find((size) => high(size) <= HIGH);
    paper.classList.remove('is-measured');
  };
  const print = (now, board) => {
    const paper = sheet(now, board);
    document.body.append(paper);
    fit(paper);
    addEventListener('afterprint', () => paper.remove(), { once: true });
    globalThis.print();
  };

  /* the patient in hand as a question for a class; what its teacher does with it is said above the board */
  const hand = (values, edition, board, tell) => {
    const { file: name, text, refused } = NetLearn.board.classItem(values, edition, board, NetLearn.board.newId());
    if (!refused) file(name, 'application/toml', text);
    tell(refused || say(words.board_class.saved, { file: name }));
  };

  /* now() gives values and edition, and prior where the board asks it; tell(sentence) says it above the board */
  NetLearn.boardTools = (board, now, tell) => {
    const button = (label, run) => NetLearn.button(label, () => run(now()), 'is-quiet');
    return [
      button(W.print, (given) => print(given, board)),
      button(W.text, ({ values, edition, prior }) => file('referral.txt', 'text/plain', NetLearn.board.referral(values, edition, board, prior))),
      button(W.json, ({ values, edition, prior }) =>
        file(board + '.json', 'application/json', JSON.stringify(NetLearn.board.exported(values, edition, board, prior), null, 2))
      ),
      button(words.board_class.button, ({ values, edition }) => hand(values, edition, board, tell)),
    ];
  };
})();
