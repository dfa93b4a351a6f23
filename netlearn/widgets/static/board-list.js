/* board-list.js: the rows of a board, group by group; a row opens to its own decision. Only what changed is drawn again.

     NetLearn.boardList(board, level, apply)   show(both, values, edition): both of NetLearn.board.both; only(on): what differs alone;
         apply(changes): what a reader tries out of what would change a decision */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, tag, words, say } = NetLearn;
  const { dataOf, decided, called } = NetLearn.board.parts;
  const W = words.board;
  const NAMES = ['absent', 'group', 'answer', 'caution', 'same'];

  /* ----- the drawer: the decision of each edition, and what would change it ----- */
  const decisionOf = (row, chosen, known) => {
    const { decision } = decided(row, chosen, known);
    const given = { ...known, ...chosen };
    const made = row.made.inputs.map(({ name }) => [name, given[name]]);
    for (const pair of made) {
      const required = row.required.find(([name]) => name === pair[0] && pair[1] === undefined);
      if (required) pair[1] = verdictOf(row, required, known);
    }
    const values = Object.fromEntries(made.filter(([, value]) => value !== undefined));
    const flips = NetLearn.flips(row.made, values, decision).filter(({ input }) => !row.asked.includes(input));
    return { decision, flips };
  };
  const verdictOf = (row, [name, table], known) => {
    const found = NetLearn.board.parts.requiredOf(row, name, table, known);
    return found && found.decision.verdict ? found.decision.verdict : undefined;
  };
  const oneCard = (one, chosen, known, level, apply) => {
    const { row } = one;
    const card = NetLearn.decisionCard({
      brief: true,
      level: level + 1,
      apply: (flip) => apply({ [flip.input]: flip.set }),
      flipText: (flip) => NetLearn.change(row.made.inputs.find(({ name }) => name === flip.input), flip.to),
    });
    const { decision, flips } = decisionOf(row, chosen, known);
    card.show(row.made, decision, flips);
    return card.element;
  };
  /* of several treatments in one row, the one that is looked at */
  const cardOf = (one, edition, values, board, level, apply) => {
    const { known } = NetLearn.board.told(values, edition, board);
    const holder = h('div', {});
    const draw = (n) => holder.replaceChildren(oneCard(one, one.all[n], known, level, apply));
    draw(0);
    const name = (chosen) => NetLearn.board.capital(called(one.row, Object.fromEntries(Object.entries(chosen).map(([key, value]) => [key, [value]]))));
    const options = one.all.map((chosen, n) => h('option', { value: n }, name(chosen)));
    const select = one.all.length > 1 ? h('select', { class: 'nl-select', 'aria-label': W.of_which, onchange: (event) => draw(event.target.value) }, ...options) : null;
    const title = NetLearn.editionWord(edition);
    return h('section', { 'aria-label': title + ', ' + name(one.all[0]) }, h('h' + level, {}, title), select, holder);
  };
  const drawer = (one, edition, values, board, level, apply) => {
    const other = NetLearn.board.otherEdition(edition, board);
    const mine = () => cardOf(one, edition, values, board, level, apply);
    const theirs = () => one.others.map((each) => cardOf(each, other, values, board, level, apply));
    const older = NetLearn.editionNames(NetLearn.tables[board]).indexOf(other) < NetLearn.editionNames(NetLearn.tables[board]).indexOf(edition);
    return h('div', { class: 'nl-pair' }, ...(older ? [theirs(), mine()] : [mine(), theirs()]).flat());
  };

  /* ----- one row ----- */
  const caution = (one) => {
    if (!one.caution) return null;
    return h('p', { class: 'ca', 'data-risk': one.caution.risk }, icon('risk-' + one.caution.risk.toLowerCase()), h('span', {}, one.said.caution));
  };
  const tones = (one, label, shown, data) => {
    if (label === shown) return data.tones[one.group];
    const groups = [...new Set(one.others.map(({ group }) => group))];
    return groups.length === 1 ? data.tones[groups[0]] : 'notstated';
  };
  const editionsOf = (one, data) => {
    const shown = NetLearn.editionWord(data.edition);
    const cell = ([label, text]) => h('span', { class: 'e' }, h('small', {}, label), tag(tones(one, label, shown, data), text));
    const mark = h('span', { class: 'df', 'data-change': NAMES.includes(one.change) && one.change }, one.said.change);
    return h('div', { class: 'eds' }, ...one.said.tags.map(cell), mark);
  };
  const newestTable = (one) => {
    const names = NetLearn.editions.map(({ id }) => id);
    return [one, ...one.others].map(({ row }) => row.made).sort((a, b) => names.indexOf(b.edition) - names.indexOf(a.edition))[0];
  };
  const difference = (one) => {
    if (!one.said.how && !one.updates.length) return null;
    const behind = one.updates.length ? [h('span', { class: 'nl-quiet' }, W.behind), NetLearn.chips(one.updates, newestTable(one), 2)] : [];
    return h('div', { class: 'how' }, one.said.how ? h('p', {}, one.said.how) : null, ...behind);
  };
  const rowItem = (board, level, one, data, toggle) => {
    const id = NetLearn.uid('nl-board-row');
    const button = h('button', { type: 'button', class: 'nl-board-row-name', 'aria-expanded': 'false', 'aria-controls': id, onclick: toggle }, one.said.treatment);
    const inside = h('div', { class: 'nl-drawer', id, hidden: true });
    const sources = one.evidence.filter((each) => !one.updates.includes(each) || one.change === 'same');
    const why = h(
      'div',
      { class: 'wy' },
      h('p', { class: 'an' }, one.said.answer),
      one.said.given ? h('p', { class: 'gv' }, one.said.given) : null,
      h('p', {}, one.said.reason),
      caution(one),
      sources.length ? NetLearn.chips(sources, one.row.made, one.missing.length ? 1 : 2) : null
    );
    const element = h('li', { class: 'nl-board-row', 'data-change': one.change }, h('h' + level, { class: 'nm' }, button), why, editionsOf(one, data), difference(one), inside);
    return { element, button, inside };
  };

  /* ----- one group: a heading that folds its rows; folded, it names them, and says how many could harm and how many differ ----- */
  const NARROW = '(max-width: 47.99rem)'; // where only the first group is open to begin with
  const inShort = (rows) => {
    const harm = rows.filter(({ caution: grave }) => grave && grave.risk === 'A').length;
    const differ = rows.filter(({ change }) => change !== 'same').length;
    return [
      rows.map(({ said }) => (said.given ? say(W.given_short, said) : said.treatment)).join('; ') + '. ',
      harm ? h('span', { class: 'ca', 'data-risk': 'A' }, icon('risk-a'), say(W.folded_harm, { count: harm }) + '. ') : '',
      differ ? h('span', { class: 'nl-quiet' }, say(W.folded_differ, { count: differ }) + '.') : '',
    ];
  };
  const groupSection = (level, id, label, tone, unfold) => {
    const [count, list, short] = [h('b', {}), h('ul', { id: NetLearn.uid('nl-board-group') }), h('p', { class: 'nl-board-short' })];
    const button = h('button', { type: 'button', 'aria-controls': list.id, onclick: () => open(list.hidden) }, icon(tone), label);
    const open = (on) => {
      button.setAttribute('aria-expanded', String(on));
      list.hidden = !on;
      short.hidden = on;
    };
    const head = h('header', {}, h('h' + level, {}, button), count, h('span', {}, words.board_hint[id]));
    const show = (rows) => {
      count.textContent = rows.length;
      short.replaceChildren(...inShort(rows));
    };
    open(unfold);
    return { list, show, element: h('section', { class: 'nl-board-group', 'data-verdict': tone }, head, short, list) };
  };

  const keyOf = (one) => one.table + JSON.stringify(one.asked);
  NetLearn.boardList = (board, level, apply) => {
    const element = h('div', { class: 'nl-board-groups' });
    const groups = new Map();
    const rows = new Map();
    const opened = new Set();
    let now = null;
    let differing = false;

    const open = (key) => {
      const { one, item } = rows.get(key);
      const shown = opened.has(key);
      item.button.setAttribute('aria-expanded', String(shown));
      item.inside.hidden = !shown;
      item.inside.replaceChildren(...(shown ? [drawer(one, now.edition, now.values, board, level + 1, apply)] : []));
    };
    const toggle = (key) => () => {
      if (!opened.delete(key)) opened.add(key);
      open(key);
    };
    const rowOf = (one, data) => {
      const key = keyOf(one);
      const seen = JSON.stringify([one.said, one.group, one.change, data.edition, one.caution && one.caution.id]);
      const before = rows.get(key);
      const kept = before && before.seen === seen;
      const item = kept ? before.item : rowItem(board, level + 1, one, data, toggle(key));
      rows.set(key, { one, item, seen });
      if (opened.has(key)) open(key);
      return item.element;
    };
    const groupOf = (id, label) => {
      if (!groups.has(id)) {
        const unfold = !matchMedia(NARROW).matches || !groups.size;
        groups.set(id, groupSection(level, id, label, dataOf(now.edition, board).tones[id], unfold));
      }
      return groups.get(id);
    };
    /* nodes that stand already in this order are left where they are */
    const put = (parent, nodes) => {
      const there = [...parent.children];
      if (there.length === nodes.length && nodes.every((node, n) => node === there[n])) return;
      parent.replaceChildren(...nodes);
    };
    const fill = (data, both, [id, label]) => {
      const found = both.rows.filter(({ group, change }) => group === id && !(differing && change === 'same'));
      if (!found.length) return null;
      const group = groupOf(id, label);
      put(group.list, found.map((one) => rowOf(one, data)));
      group.show(found);
      return group.element;
    };
    const onlyThere = (both) => {
      if (!both.onlyThere.length) return null;
      const items = both.onlyThere.map((row) => h('li', {}, NetLearn.board.capital(row.treatment) + ': ' + row.answer));
      return h('details', { class: 'nl-more' }, h('summary', {}, say(W.only, { edition: both.otherLabel })), h('ul', {}, ...items));
    };
    const absent = (both) => {
      if (!both.absent.length) return null;
      const items = both.absent.map((name) => h('li', {}, name));
      return h('details', { class: 'nl-more' }, h('summary', {}, say(W.absent_rows, { count: items.length })), h('ul', {}, ...items));
    };
    const focused = () => [...rows].find(([, { item }]) => item.element.contains(document.activeElement));
    const show = (both, values, edition) => {
      now = { values, edition };
      const data = dataOf(edition, board);
      const held = focused();
      const sections = Object.entries(data.groups).map((group) => fill(data, both, group));
      put(element, [...sections, onlyThere(both), absent(both)].filter(Boolean));
      const there = new Set(both.rows.map(keyOf));
      for (const key of [...rows.keys()]) if (!there.has(key)) rows.delete(key);
      if (held && !element.contains(document.activeElement) && rows.has(held[0])) rows.get(held[0]).item.button.focus();
    };
    return { element, show, only: (on) => (differing = on) };
  };
})();
