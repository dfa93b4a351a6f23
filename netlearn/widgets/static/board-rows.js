/* board-rows.js: the rows of a board about one patient: the twin of netlearn/clinic/board.py, told.py and implied.py.
   Needs the page script, the data of the board ("board", or "selector" for systemic treatment alone) and every table
   that it names. Each function takes the name of the board last; without one it is the whole board.

     NetLearn.board.rows(values, edition)    the rows, group by group; each
         { treatment, group, verdict, answer, reason, caution, missing, evidence, table, status, asked }, as Row.to_json
     NetLearn.board.told(values, edition)    { known, setAside, follows, contradictions }: what the tables are told, and
         in sentences what was set aside, what follows from what is said, and what contradicts itself
     NetLearn.board.groups(edition)          the groups in their order, [[id, label]]

   values: input -> value, absent or null is unknown; the names are those of netlearn.pathway, `lesions_by_segment` too.
   A value that is refused and a patient whom a table excludes throw an Error whose message is a sentence. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { words, say } = NetLearn;
  const W = words.told;
  const [MAP, SEGMENTS] = ['lesions_by_segment', ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']];

  NetLearn.boards = ['board', 'operation', 'selector'];
  const dataOf = (edition, board = 'board') => NetLearn.tables[board][edition];
  const tableOf = (name, edition) => NetLearn.tables[name][edition];
  const once = (make) => {
    const made = new WeakMap();
    return (data) => (made.has(data) ? made : made.set(data, make(data))).get(data);
  };
  const unique = (list) => [...new Set(list)];
  const inputsOf = once((data) => new Map(data.inputs.map((input, number) => [input.name, { ...input, number }])));
  /* contradictions as [[name of an input, mask of its cells]], and by each input those that speak of it */
  const clausesOf = once(({ contradictions, inputs }) => {
    const pairs = (when) => when.flatMap((_, n) => (n % 2 ? [] : [[inputs[when[n]].name, when[n + 1]]]));
    const clauses = contradictions.map(({ when, because }) => ({ when: pairs(when), because }));
    const by = new Map();
    for (const clause of clauses) for (const [name] of clause.when) by.set(name, [...(by.get(name) || []), clause]);
    return { clauses, by };
  });

  /* the names that a table can be told: its inputs and, of the tables that it requires, theirs */
  const partsOf = once((table) => (table.nodes ? [MAP, 'diffuse_multifocal'] : table.inputs.map(({ name }) => name)));
  const keywords = once((row) => new Set(row.own.concat(row.required.flatMap(([, table]) => partsOf(table)))));
  const members = once((data) =>
    data.tables.map((entry) => {
      const table = tableOf(entry.table, data.edition);
      const required = Object.entries(entry.requires).map(([name, other]) => [name, tableOf(other, data.edition)]);
      const row = { ...entry, data, made: table, own: table.inputs.map(({ name }) => name), required };
      return Object.assign(row, { keywords: keywords(row) });
    })
  );

  /* ----- what follows, and what contradicts itself ----- */
  const cellIn = (input, value) => {
    try {
      return NetLearn.locate(input, value);
    } catch {
      return null;
    }
  };
  const holds = (inputs, known, [name, mask]) => {
    const cell = known[name] === undefined ? null : cellIn(inputs.get(name), known[name]);
    return cell !== null && ((mask >> cell) & 1) === 1;
  };
  const contradicted = (data, known, by) => {
    const [inputs, clauses] = [inputsOf(data), clausesOf(data)];
    const said = by ? by.flatMap((name) => clauses.by.get(name) || []) : clauses.clauses;
    return unique(said).filter(({ when }) => when.every((test) => holds(inputs, known, test)));
  };
  /* the one value that an unknown input can still have; undefined where several are left */
  const left = (input, barred) => {
    const open = input.at.map((_, cell) => cell).filter((cell) => !((barred >> cell) & 1));
    if (!barred || open.length !== 1) return undefined;
    const [low, , high] = input.kind === 'number' ? input.cells[open[0]] : [0, 0, 0];
    return low === high ? input.at[open[0]] : undefined;
  };
  const barring = (data, known, name) => {
    const told = clausesOf(data).by.get(name).filter(({ when }) => when.every((t) => t[0] === name || holds(inputsOf(data), known, t)));
    return told.reduce((mask, { when }) => mask | when.find((t) => t[0] === name)[1], 0);
  };
  const implied = (data, known, since) => {
    const [inputs, { by }] = [inputsOf(data), clausesOf(data)];
    const [values, found] = [{ ...known }, {}];
    const todo = since ? [...since] : Object.keys(known);
    while (todo.length) {
      const said = by.get(todo.pop()) || [];
      for (const name of unique(said.flatMap(({ when }) => when.map((t) => t[0])).filter((n) => values[n] === undefined))) {
        const value = left(inputs.get(name), barring(data, values, name));
        if (value === undefined) continue;
        values[name] = found[name] = value;
        todo.push(name);
      }
    }
    return found;
  };

  /* ----- what the tables are told ----- */
  const accepted = (row, known) => {
    const open = row.required.filter(([name]) => known[name] === undefined);
    return new Set(row.own.concat(open.flatMap(([, table]) => partsOf(table))));
  };
  /* whether another edition takes a value that this one does not know */
  const foreign = (data, name, value) =>
    Object.values(NetLearn.tables[data.table]).some((d) => d !== data && inputsOf(d).has(name) && !NetLearn.refusal(inputsOf(d).get(name), value));
  /* the input of that name that takes a value: the board's own, or that of one of its tables, as two name their purposes apart */
  const takenBy = (data, name, value) =>
    [inputsOf(data).get(name), ...members(data).flatMap(({ made: table }) => table.inputs.filter((input) => input.name === name))].find(
      (input) => input && !NetLearn.refusal(input, value)
    );
  /* a purpose that stands for several, which the tables ask in turn */
  const joint = (data, name, value) => Object.hasOwn(data.together[name] || {}, value);
  const read = (data, name, value) => {
    const input = inputsOf(data).get(name);
    const label = data.labels[name];
    if (!(name in data.labels)) throw new Error(say(W.no_input, { name }));
    if (name === MAP && members(data).some((row) => row.keywords.has(MAP))) return { heard: value };
    if (!input) return { note: say(W.unasked, { label }) };
    const older = input.table && data.older[value];
    if (older) return { heard: older, note: say(W.older, { label, value, older }) };
    if (takenBy(data, name, value) || joint(data, name, value)) return { heard: value };
    if (foreign(data, name, value)) return { note: say(W.foreign, { label, value }) };
    NetLearn.locate(input, value);
    return { heard: value };
  };
  const told = (values, edition, board) => {
    const data = dataOf(edition, board);
    const rows = members(data);
    const [known, setAside] = [{}, []];
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === undefined || value === '') continue;
      const { heard, note } = read(data, name, value);
      if (heard !== undefined) known[name] = heard;
      if (note) setAside.push(note);
    }
    for (const name of Object.keys(known)) {
      if (rows.some((row) => accepted(row, known).has(name))) continue;
      setAside.push(say(W.derived, { label: data.labels[name] }));
      delete known[name];
    }
    const found = implied(data, known);
    const follows = Object.entries(found).filter(([name]) => rows.some((row) => accepted(row, known).has(name)));
    const sentence = ([name, value]) => {
      const input = inputsOf(data).get(name);
      return say(W.follows, { label: input.label, value: NetLearn.shown(input, value) });
    };
    return {
      known: { ...known, ...Object.fromEntries(follows) },
      setAside,
      follows: follows.map(sentence),
      contradictions: contradicted(data, { ...known, ...Object.fromEntries(follows) }).map(({ because }) => because),
    };
  };

  /* ----- one row: the cells that are left, and the decision ----- */
  /* the decision of a required table some of whose own inputs are told */
  const requiredOf = (row, name, table, known) => {
    const parts = partsOf(table).filter((part) => known[part] !== undefined);
    if (!parts.some((part) => !row.own.includes(part))) return null;
    const values = Object.fromEntries(parts.map((part) => [part, known[part]]));
    if (table.nodes && values[MAP]) for (const segment of SEGMENTS) values[segment] = values[MAP][segment] || 'none';
    const decision = NetLearn.decide(table, values);
    if (decision.error) throw new Error(decision.error);
    return { table, decision };
  };
  const cells = (input) => NetLearn.cellsOf(input).map((_, n) => n);
  const open = (row, chosen, known) => {
    const required = new Map();
    const allowed = row.made.inputs.map((input) => {
      const value = chosen[input.name] === undefined ? known[input.name] : chosen[input.name];
      if (value !== undefined) return [NetLearn.locate(input, value)];
      const other = row.required.find(([name]) => name === input.name);
      const found = other && requiredOf(row, other[0], other[1], known);
      if (!found) return cells(input);
      required.set(input.name, found);
      const { verdict, possible } = found.decision;
      const named = verdict ? [verdict] : possible;
      return named.length ? cells(input).filter((n) => named.includes(input.values[n])) : cells(input);
    });
    return { allowed, required };
  };
  /* what a table is asked about in turn: each treatment and purpose, or those that are given and what is asked with them */
  const offered = (row, known) =>
    row.asked.reduce((found, name) => {
      const { values } = row.made.inputs.find((input) => input.name === name);
      const alike = [known[name], ...((row.data.together[name] || {})[known[name]] || [])];
      const hidden = (row.data.only_told[row.table] || {})[name] || []; // what has no object unless it is told
      const asked = values.filter((value) => (known[name] === undefined ? !hidden.includes(value) : alike.includes(value)));
      return found.flatMap((chosen) => asked.map((value) => ({ ...chosen, [name]: value })));
    }, [{}]);
  const gone = ({ data, table }, known, chosen, said = data.gone[table]) =>
    Boolean(said) &&
    Object.entries(said.when).every(([name, value]) => known[name] === value) &&
    Object.entries(said.of).every(([name, values]) => known[name] === undefined && values.includes(chosen[name]));
  const choices = (row, known) => offered(row, known).filter((chosen) => !gone(row, known, chosen));
  /* what is not known, as [name, input]; of a required table that was asked, what is open there */
  const missing = (row, support, required) =>
    [...new Map(row.made.inputs.flatMap((input, number) => {
      if (!support.has(number)) return [];
      const found = required.get(input.name);
      if (!found) return [[input.name, input]];
      const names = found.decision.missing.map((name) => (SEGMENTS.includes(name) ? MAP : name));
      return unique(names).map((name) => [name, found.table.inputs.find((i) => i.name === name) || { label: row.data.labels[name] }]);
    }))];
  const because = (names, required) => {
    const settled = [...required.values()].filter(({ decision: d }) => d.status !== 'undetermined' && !d.verdict);
    const said = settled.map(({ table, decision: d }) => table.title + ': ' + d.status + '. ' + d.because);
    return [...(names.length ? [NetLearn.ask(names.map(([, input]) => input))] : []), ...said].join(' ');
  };
  const decided = (row, chosen, known) => {
    const { allowed, required } = open(row, chosen, known);
    const found = NetLearn.restrict(row.made, allowed);
    if (!found.terminals.size) {
      const clauses = [...found.impossible].map((id) => row.made.impossible[id]);
      throw new Error(clauses.map(({ because: why, says }) => says || why).join(' '));
    }
    const decision = NetLearn.answer(row.made, found, allowed);
    if (decision.status !== 'undetermined') return { decision, names: [] };
    const names = missing(row, found.support, required);
    const inOrder = row.made.inputs.filter((i, n) => found.support.has(n) && required.has(i.name));
    return { decision: { ...decision, because: because(names, new Map(inOrder.map((i) => [i.name, required.get(i.name)]))) }, names };
  };

  /* ----- rows ----- */
  const called = (row, asked) => {
    const word = (name, value) =>
      (row.words[name] || {})[value] || NetLearn.shown(row.made.inputs.find((input) => input.name === name), value);
    const parts = Object.entries(asked).map(([name, values]) => NetLearn.list(values.map((value) => word(name, value)), 'or'));
    return [row.treatment, ...parts].filter(Boolean).join(', ');
  };
  const answerOf = (row, d) => {
    const labels = (d.status === 'decided' ? [d.verdict] : d.possible).map((v) => NetLearn.verdictLabel(row.made, v));
    if (d.status === 'undetermined' && labels.length === 1) labels.push(words.board.not_stated);
    if (d.status === 'decided') return labels[0];
    const title = d.status === 'undetermined' && labels.length ? '' : words.outcome[d.status];
    return [title, labels.join(' ' + words.joined.or + ' ')].filter(Boolean).join(': ');
  };
  const groupOf = (row, d) =>
    d.verdict ? row.verdicts[d.verdict] : d.status === 'undetermined' ? 'needs-an-answer' : d.status;
  const cautions = new WeakMap(); // by the treatment and purpose of which a row speaks, all that a decision warns of
  /* in another group, where the case says so: answered by a caution, the next one is then the gravest left */
  const displaced = ({ displaced: by }, d, known) => {
    if (!by || by.verdict !== d.verdict || Object.entries(by.when).some(([name, value]) => known[name] !== value)) return {};
    const said = d.cautions.find(({ id }) => id === by.caution);
    return said && { group: by.group, answer: said.title, reason: said.text, caution: d.cautions.find((other) => other !== said) || null };
  };
  const made = (row, chosen, known) => {
    const { decision: d, names } = decided(row, chosen, known);
    cautions.set(chosen, d.cautions);
    const reason = d.rules.length ? row.made.rules[d.rules[0]].because : d.because;
    return {
      group: groupOf(row, d),
      verdict: d.verdict,
      answer: answerOf(row, d),
      reason,
      caution: d.cautions[0] || null,
      ...displaced(row, d, known),
      missing: names.map(([, input]) => input.label),
      evidence: unique([...d.evidence, ...d.updates, ...(row.sources[d.verdict] || [])]),
      table: row.table,
      status: d.status,
      all: [chosen],
      row,
    };
  };
  /* rows of which the same is to be said fold into one */
  const folded = (rows) => {
    const found = new Map();
    for (const one of rows) {
      const { table, group, verdict, answer, reason, caution, missing: names } = one;
      const key = JSON.stringify([table, group, verdict, answer, reason, caution ? caution.id : '', names]);
      const before = found.get(key);
      const both = before && { ...before, evidence: unique([...before.evidence, ...one.evidence]), all: [...before.all, ...one.all] };
      found.set(key, both || one);
    }
    return [...found.values()];
  };
  /* under one name; where that would name a treatment of which a row does not speak, one for each purpose */
  const nameable = (one) => {
    const { asked } = one.row;
    const values = Object.fromEntries(asked.map((name) => [name, unique(one.all.map((chosen) => chosen[name]))]));
    const size = Object.values(values).reduce((count, list) => count * list.length, 1);
    if (size === one.all.length) return [{ treatment: called(one.row, values), ...one, asked: values }];
    const last = asked[asked.length - 1];
    const part = (value) => ({ ...one, all: one.all.filter((chosen) => chosen[last] === value) });
    return values[last].flatMap((value) => nameable(part(value)));
  };
  const rowsFor = (data, known) => {
    const every = members(data).flatMap((row) => choices(row, known).map((chosen) => made(row, chosen, known)));
    const order = Object.keys(data.groups);
    return folded(every).flatMap(nameable).sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  };
  /* as the widget draws them: with the table behind each row, and each treatment and purpose of which it speaks */
  const fullRows = (values, edition, board) => rowsFor(dataOf(edition, board), told(values, edition, board).known);
  const plain = ({ row, all, ...kept }) => kept;
  const rows = (values, edition, board) => fullRows(values, edition, board).map(plain);

  NetLearn.board = {
    rows,
    told,
    groups: (edition, board) => Object.entries(dataOf(edition, board).groups),
    parts: { fullRows, offered, gone, plain, decided, dataOf, members, inputsOf, clausesOf, implied, contradicted, choices, open, called, cellIn, requiredOf, takenBy, joint, warned: (chosen) => cautions.get(chosen), MAP },
  };
})();
