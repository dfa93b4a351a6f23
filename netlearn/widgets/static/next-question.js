/* next-question.js: which unknown inputs, once answered, settle most rows of a board: the twin of
   netlearn/clinic/questions.py, answers.py, open_rows.py and outlook.py. Needs board-rows.js.

     NetLearn.board.nextQuestions(values, edition)   the questions, what settles most first; each
         { inputs, text, question, kind, settles, least, most, open, may_open }, as NextQuestion.to_json; `question` is
         the sentence of a checklist or form alone, empty for a single input
     NetLearn.board.input(name, edition)             { label, hint, kind, values, labels, unit, integer, step, cells, at }
   A checklist is answered by its ticks: `harmless(name)` is the value of what is not ticked. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { dataOf, members, inputsOf, clausesOf, implied, contradicted, choices, open, called, MAP } = NetLearn.board.parts;

  /* ----- exact fractions: [numerator, denominator] ----- */
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);
  const fraction = (n, d) => {
    const common = gcd(n < 0n ? -n : n, d) || 1n;
    return [n / common, d / common];
  };
  const add = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);
  const sum = (list) => list.reduce(add, [0n, 1n]);
  const compare = ([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
  const numberOf = ([n, d]) => Number(n) / Number(d);

  /* ----- masks of outcomes ----- */
  const count = (mask) => {
    let n = 0;
    for (let left = mask; left; left &= left - 1) n += 1;
    return n;
  };
  const single = (mask) => mask !== 0 && (mask & (mask - 1)) === 0;

  const statusOf = ({ impossible, verdicts }) =>
    impossible.length ? 'impossible' : ['not-stated', 'decided'][verdicts.length] || 'conflict';
  /* the outcomes of a table, and the mask of each terminal: none for what is impossible */
  const ends = new WeakMap();
  const endsOf = (table) => {
    if (ends.has(table)) return ends.get(table);
    const keys = [];
    const outcomes = [];
    const masks = NetLearn.diagram(table).terminals.map((terminal) => {
      const status = statusOf(terminal);
      if (status === 'impossible') return 0;
      const key = status + '|' + terminal.verdicts.join('|');
      if (!keys.includes(key)) outcomes[keys.push(key) - 1] = { status, verdicts: terminal.verdicts };
      return 1 << keys.indexOf(key);
    });
    ends.set(table, { outcomes, masks });
    return ends.get(table);
  };

  /* for each node the outcomes below it; children come before their parents */
  const below = (table, allowed) => {
    const { nodes } = NetLearn.diagram(table);
    const { masks } = endsOf(table);
    const found = new Array(nodes.length);
    for (let n = 0; n < nodes.length; n += 1) {
      const [number, children] = nodes[n];
      let mask = 0;
      for (const cell of allowed[number]) mask |= children[cell] >= 0 ? found[children[cell]] : masks[-1 - children[cell]];
      found[n] = mask;
    }
    return found;
  };
  const at = (table, ref, under) => (ref >= 0 ? under[ref] : endsOf(table).masks[-1 - ref]);
  const leftBy = (table, allowed) => at(table, NetLearn.diagram(table).root, below(table, allowed));

  /* ----- rows as a question sees them ----- */
  const rowOf = (member, chosen, known) => {
    const { allowed, required } = open(member, chosen, known);
    const table = member.made;
    const now = leftBy(table, allowed);
    const support = single(now) ? new Set() : NetLearn.restrict(table, allowed).support;
    const numbers = new Map(table.inputs.map((input, number) => [input.name, number]));
    return { member, table, chosen, known, allowed, required, now, support, numbers, memo: new Map() };
  };
  const simple = (row, name) => row.numbers.has(name) && !row.required.has(name);
  const touches = (row, names) => names.some((name) => row.member.keywords.has(name));
  /* the cell of a row's table in which a value lies; a value of the board lies in one cell of every table */
  const located = new WeakMap();
  const cellOf = (row, name, value) => {
    const input = row.table.inputs[row.numbers.get(name)];
    if (!located.has(input)) located.set(input, new Map());
    const cells = located.get(input);
    if (!cells.has(value)) cells.set(value, NetLearn.locate(input, value));
    return cells.get(value);
  };

  /* the answer as far as a row can tell it apart: as text, and as what the row is told */
  const heard = (row, answer) => {
    const cells = [];
    let rest = null;
    for (const name in answer) {
      if (!row.member.keywords.has(name)) continue;
      if (simple(row, name)) cells.push([row.numbers.get(name), cellOf(row, name, answer[name])]);
      else rest = { ...rest, [name]: answer[name] };
    }
    cells.sort((a, b) => a[0] - b[0]);
    return { key: cells.join(';') + (rest ? JSON.stringify(rest) : ''), cells, rest };
  };
  const anew = (row, answer) => {
    try {
      return leftBy(row.table, open(row.member, row.chosen, { ...row.known, ...answer }).allowed);
    } catch {
      return 0;
    }
  };
  const narrowed = (row, cells) => {
    const left = [...row.allowed];
    for (const [number, cell] of cells) {
      if (!left[number].includes(cell)) return 0;
      left[number] = [cell];
    }
    return leftBy(row.table, left);
  };
  /* the mask that an answer leaves; 0 where it is excluded */
  const after = (row, answer) => {
    const { key, cells, rest } = heard(row, answer);
    if (!row.memo.has(key)) row.memo.set(key, rest ? anew(row, answer) : narrowed(row, cells));
    return row.memo.get(key);
  };

  /* ----- what could be asked ----- */
  const togetherOf = (data, name) => {
    const { checklists, forms } = data.questions;
    const list = checklists.find((each) => name in each.harmless);
    if (list) return { ...list, inputs: Object.keys(list.harmless), kind: 'checklist' };
    const form = forms.find((each) => each.inputs.includes(name));
    return form && { ...form, kind: 'form' };
  };
  const missing = (row) =>
    row.table.inputs.flatMap((input, number) => {
      if (!row.support.has(number)) return [];
      const found = row.required.get(input.name);
      if (!found) return [input.name];
      const own = found.table.nodes ? ['diffuse_multifocal'] : found.table.inputs.map(({ name }) => name);
      return found.decision.missing.filter((name) => own.includes(name));
    });
  const partsOf = (table) => (table.nodes ? [MAP, 'diffuse_multifocal'] : table.inputs.map(({ name }) => name));
  /* what a table that is required asks: asked only in the breath of its verdict, where a form says so */
  const following = (rows, needed) => {
    const verdicts = rows.flatMap(({ member }) => member.required.filter(([name]) => needed.has(name)));
    return new Set(verdicts.flatMap(([, table]) => partsOf(table)));
  };
  const asked = (data, rows) => {
    const needed = new Set(rows.flatMap(missing));
    const later = following(rows, needed);
    const beside = (name) => {
      const together = togetherOf(data, name);
      return Boolean(together) && together.inputs.includes('grade') && needed.has('grade');
    };
    const left = [...needed].filter((name) => !later.has(name) || beside(name));
    const found = new Map();
    for (const name of left) {
      const together = togetherOf(data, name);
      const names = together ? together.inputs.filter((each) => left.includes(each)) : [name];
      found.set(names.join(), names);
    }
    return [...found.values()];
  };

  /* ----- answers: of each part of a question, what may be said ----- */
  const linkedParts = (data, names, known) => {
    const { by } = clausesOf(data);
    const found = [];
    let left = [...names];
    while (left.length) {
      const part = new Set([left[0]]);
      const todo = [left[0]];
      while (todo.length) {
        const near = (by.get(todo.pop()) || []).flatMap(({ when }) => when.map(([name]) => name));
        for (const name of near.filter((each) => !part.has(each) && known[each] === undefined)) {
          part.add(name);
          todo.push(name);
        }
      }
      found.push(names.filter((name) => part.has(name)));
      left = left.filter((name) => !part.has(name));
    }
    return found;
  };
  const every = (data, names) =>
    names.reduce((found, name) => {
      const input = inputsOf(data).get(name);
      return found.flatMap((answer) => input.answers.map((cell) => ({ ...answer, [name]: input.at[cell] })));
    }, [{}]);
  const ticks = (names, harmless) => {
    const none = Object.fromEntries(names.map((name) => [name, harmless[name]]));
    return [none, ...names.map((name) => ({ ...none, [name]: !none[name] }))];
  };
  const partsAsked = (data, names, rows, known) => {
    const together = togetherOf(data, names[0]);
    const list = together && together.kind === 'checklist';
    const said = list ? [ticks(names, together.harmless)] : linkedParts(data, names, known).map((part) => every(data, part));
    return said.map((answers) => {
      const whole = answers.map((a) => ({ ...a, ...implied(data, { ...known, ...a }, Object.keys(a)) }));
      const sound = whole.filter((a) => !contradicted(data, { ...known, ...a }, Object.keys(a)).length);
      const told = [...new Set(sound.flatMap((a) => Object.keys(a)))];
      const touched = rows.filter((row) => touches(row, told));
      return sound.filter((a) => touched.every((row) => after(row, a)));
    });
  };

  /* ----- what the answers would do ----- */
  /* the answers as far as a row can tell them apart, with how many are alike */
  const toldApart = (row, answers) => {
    const found = new Map();
    for (const answer of answers) {
      const { key } = heard(row, answer);
      found.set(key, { answer, weight: (found.has(key) ? found.get(key).weight : 0n) + 1n });
    }
    return [...found.values()];
  };
  /* how often each mask is left, over the combinations that the row does not exclude: [[mask, how often]] */
  const leftOf = (row, parts) => {
    const told = parts.filter((part) => touches(row, [...new Set(part.flatMap(Object.keys))])).map((part) => toldApart(row, part));
    const combined = told.reduce(
      (found, part) => found.flatMap((a) => part.map((b) => ({ answer: { ...a.answer, ...b.answer }, weight: a.weight * b.weight }))),
      [{ answer: {}, weight: 1n }]
    );
    const masks = new Map();
    for (const { answer, weight } of combined) {
      const mask = after(row, answer);
      if (mask) masks.set(mask, (masks.get(mask) || 0n) + weight);
    }
    return masks.size ? [...masks] : [[row.now, 1n]];
  };
  const share = (masks, value) =>
    fraction(masks.reduce((n, [mask, weight]) => n + BigInt(value(mask)) * weight, 0n), masks.reduce((n, [, w]) => n + w, 0n));
  const opens = (data, row, mask) => {
    if (!single(mask)) return false;
    const { status, verdicts } = endsOf(row.table).outcomes[31 - Math.clz32(mask)];
    return status === 'decided' && data.open.includes(row.member.verdicts[verdicts[0]]);
  };
  const bounds = (unsettled, parts, left) => {
    if (parts.length !== 1) return [left.filter((m) => m.every(([x]) => single(x))).length, left.filter((m) => m.some(([x]) => single(x))).length];
    const counts = parts[0].map((answer) => unsettled.filter((row) => single(after(row, answer))).length);
    return counts.length ? [Math.min(...counts), Math.max(...counts)] : [0, 0];
  };
  const named = (row) => called(row.member, Object.fromEntries(row.member.asked.map((name) => [name, [row.chosen[name]]])));

  const questionOf = (data, names, rows, known) => {
    const parts = partsAsked(data, names, rows, known);
    const unsettled = rows.filter((row) => !single(row.now));
    const left = unsettled.map((row) => leftOf(row, parts));
    const [least, most] = bounds(unsettled, parts, left);
    const together = togetherOf(data, names[0]);
    const list = Boolean(together) && together.kind === 'checklist';
    const labels = names.map((name) => inputsOf(data).get(name).label);
    const question = together && (list || names.length > 1) ? together.question : '';
    const opened = unsettled.filter((row, n) => left[n].some(([mask]) => opens(data, row, mask)));
    return {
      inputs: names,
      text: question ? question + ' ' + labels.join('; ') : labels[0],
      question,
      kind: list ? 'checklist' : names.length > 1 ? 'form' : 'single',
      share: sum(left.map((masks) => share(masks, (mask) => (single(mask) ? 1 : 0)))),
      narrows: sum(left.map((masks, n) => add([BigInt(count(unsettled[n].now)), 1n], share(masks, (mask) => -count(mask))))),
      least,
      most,
      open: unsettled.length,
      may_open: [...new Set(opened.map(named))],
    };
  };

  /* the aim, where this board asks it and it is not told: it settles no row, and says which rows are wanted */
  const aimOf = ({ aim }, rows, known) => {
    if (!aim || aim.input in known) return [];
    const open = rows.filter(({ now }) => !single(now)).length;
    return [{ inputs: [aim.input], text: aim.question, question: aim.question, kind: 'aim', settles: 0, least: 0, most: 0, open, may_open: [] }];
  };

  const nextQuestions = (values, edition, board) => {
    const data = dataOf(edition, board);
    const { known } = NetLearn.board.told(values, edition, board);
    const rows = members(data).flatMap((member) => choices(member, known).map((chosen) => rowOf(member, chosen, known)));
    const { order } = data.questions;
    const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
    const byName = (a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
    const found = asked(data, rows).map((names) => questionOf(data, names, rows, known));
    found.sort((a, b) => compare(b.share, a.share) || compare(b.narrows, a.narrows) || byName(a.inputs[0], b.inputs[0]));
    const questions = found.map(({ share: settles, narrows, ...rest }) => ({ ...rest, settles: numberOf(settles) }));
    return [...aimOf(data, rows, known), ...questions];
  };

  Object.assign(NetLearn.board, {
    nextQuestions,
    input: (name, edition, board) => inputsOf(dataOf(edition, board)).get(name),
    harmless: (name, edition, board) => (togetherOf(dataOf(edition, board), name) || { harmless: {} }).harmless[name],
  });
})();
