/* board-said.js: two boards about one patient, row by row, and what is said of each: the twin of
   netlearn/clinic/board_compare.py and board_said.py. Needs board-rows.js.

     NetLearn.board.both(values, edition, board, prior)   { rows, onlyThere, labels, error, refused, told }: each row with
         `others` (the rows of the other edition that speak of the same), `change`, `updates`, and `said`, part by part;
         error says why this edition refuses the patient, refused why the other does
     NetLearn.board.referral(values, edition, board)   the board as plain text
     NetLearn.board.exported(values, edition, board)   the board as plain data */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { words, say } = NetLearn;
  const { fullRows, plain, dataOf, members, inputsOf, offered, gone, called, takenBy, joint, warned, MAP } = NetLearn.board.parts;
  const W = words.board;
  const FEW = 4; // things to ask that one row names
  const unique = (list) => [...new Set(list)];

  /* the newest edition beside which one is shown, and beside that the oldest */
  const namesOf = (board) => NetLearn.editionNames(NetLearn.tables[board]);
  const otherEdition = (edition, board) => {
    const names = namesOf(board);
    const newest = names[names.length - 1];
    return edition === newest ? names[0] : newest;
  };

  /* ----- two boards beside each other ----- */
  const ofTheSame = (row, other) =>
    row.table === other.table &&
    Object.keys(row.asked).every((name) => !(name in other.asked) || row.asked[name].some((value) => other.asked[name].includes(value)));
  /* the titles of cautions of one row that do not stand, in these words and as grave, beside the same treatment in others */
  const same = (a, b) => Object.keys(a).every((name) => !(name in b) || a[name] === b[name]);
  const known = (list) => new Set(list.map(({ risk, title }) => risk + title));
  const pairsOf = (row, others) =>
    row.all.flatMap((ours) => others.flatMap(({ all }) => all.filter((theirs) => same(ours, theirs)).map((theirs) => [warned(ours), warned(theirs)])));
  const titlesOf = (pairs) => unique(pairs.flatMap(([own, there]) => own.filter(({ risk, title }) => !known(there).has(risk + title)).map(({ title }) => title)));
  const changeOf = (row, others, warnedOtherwise) => {
    if (!others.length) return 'absent';
    if (others.some((each) => each.group !== row.group)) return 'group';
    if (others.some((each) => each.answer !== row.answer)) return 'answer';
    return warnedOtherwise ? 'caution' : 'same';
  };
  const updatesOf = (data, fresh, old) => {
    const before = old.flatMap((row) => row.evidence);
    return unique(fresh.flatMap((row) => row.evidence)).filter((id) => data.updates.includes(id) && !before.includes(id));
  };
  const comparedRow = (data, row, there, newer) => {
    if (!there) return { ...row, others: [], change: 'same', updates: [], fewer: [], further: [] };
    const others = there.filter((each) => ofTheSame(row, each));
    const pairs = pairsOf(row, others);
    const [fewer, further] = [titlesOf(pairs), titlesOf(pairs.map(([ours, theirs]) => [theirs, ours]))];
    const change = changeOf(row, others, fewer.length + further.length > 0);
    const pair = newer ? [[row], others] : [others, [row]];
    return { ...row, others, change, updates: change === 'same' ? [] : updatesOf(data, ...pair), fewer, further };
  };

  /* ----- what is said of a row ----- */
  const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
  const ended = (text) => (/[.?!]$/.test(text) ? text : text + '.');
  const few = (names) => {
    const more = names.length - FEW;
    return (more > 1 ? [...names.slice(0, FEW), say(W.more, { count: more })] : names).join('; ');
  };
  const cautionOf = ({ caution }) => (caution ? say(W.caution, { risk: capital(words.risk[caution.risk]), title: caution.title }) : '');
  const thereOf = (row, refused) => {
    if (refused) return W.refused;
    const groups = new Map();
    for (const each of row.others) groups.set(words.board_tag[each.group], [...(groups.get(words.board_tag[each.group]) || []), each.treatment]);
    if (groups.size < 2) return groups.size ? [...groups.keys()][0] : W.absent;
    return [...groups].map(([tag, names]) => tag + ': ' + names.join(', ')).join('; ');
  };
  const placed = (tag, answer) => (answer === tag ? answer : tag + ', ' + NetLearn.inSentence(answer));
  /* the gravest caution there, where the row shows another; else what is said more or less there, by its title */
  const cautionsOf = (row) => {
    if (row.others.some((each) => cautionOf(each) !== cautionOf(row))) return row.others.map((each) => cautionOf(each) || W.no_caution);
    const parts = [[W.fewer, row.fewer], [W.further, row.further]];
    return parts.filter(([, titles]) => titles.length).map(([text, titles]) => say(text, { titles: few(titles) }));
  };
  const howOf = (row, label) => {
    if (row.change === 'same' || !row.others.length) return '';
    if (row.change === 'caution') return unique(cautionsOf(row)).map((said) => ended(say(W.says, { edition: label, said }))).join(' ');
    const tell = {
      group: (each) => placed(words.board_tag[each.group], each.answer),
      answer: (each) => each.answer,
    }[row.change];
    return unique(row.others.map(tell)).map((said) => ended(say(W.says, { edition: label, said }))).join(' ');
  };
  /* that this treatment was given before, or which of those that the row names */
  const isRow = ({ table, ...own }, row) =>
    table === row.table && Object.entries(own).every(([name, values]) => values.some((value) => row.asked[name].includes(value)));
  const givenOf = (row, { given, growing }) => {
    const names = given.filter((one) => isRow(one.row, row)).map(({ label }) => label);
    return names.length ? say(growing ? W.given_growing : W.given, { names: names.join(', ') }) : '';
  };
  const givenBefore = ({ prior }, ids, values) =>
    prior ? prior.treatments.filter(({ id, told }) => ids.includes(id) || told.some((name) => values[name] === true)) : [];
  const saidOf = (row, labels, otherLabel, refused, given) => ({
    treatment: capital(row.treatment),
    answer: row.answer,
    given: givenOf(row, given),
    reason: row.missing.length ? say(W.ask, { names: few(row.missing) }) : row.reason,
    caution: cautionOf(row),
    tags: labels.map((label) => [label, label === otherLabel ? thereOf(row, refused) : words.board_tag[row.group]]),
    change: W['change_' + row.change],
    how: howOf(row, otherLabel),
    evidence: row.evidence,
    updates: row.updates,
  });

  /* the treatments whose object is gone */
  const absentFrom = (data, known) => {
    const named = (row, chosen) => capital(called(row, Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]]))));
    return members(data).flatMap((row) => offered(row, known).filter((chosen) => gone(row, known, chosen)).map((chosen) => named(row, chosen)));
  };
  const rowsOr = (values, edition, board) => {
    try {
      return { rows: fullRows(values, edition, board), error: '' };
    } catch (error) {
      return { rows: null, error: error.message };
    }
  };
  const both = (values, edition, board = 'board', prior = []) => {
    const data = dataOf(edition, board);
    const other = otherEdition(edition, board);
    const names = namesOf(board);
    const labels = names.filter((id) => id === edition || id === other).map(NetLearn.editionWord);
    const here = rowsOr(values, edition, board);
    if (here.error) return { rows: [], onlyThere: [], absent: [], labels, error: here.error, refused: '', told: null };
    const there = rowsOr(values, other, board);
    const newer = names.indexOf(edition) > names.indexOf(other);
    const newest = dataOf(newer ? edition : other, board);
    const given = { given: givenBefore(data, prior, values), growing: values.progressive === true };
    const compared = here.rows.map((row) => comparedRow(newest, row, there.rows, newer));
    const told = (row) => saidOf(row, labels, NetLearn.editionWord(other), there.error, given);
    return {
      rows: compared.map((row) => ({ ...row, said: told(row) })),
      onlyThere: (there.rows || []).filter((each) => !here.rows.some((row) => ofTheSame(each, row))),
      absent: absentFrom(data, NetLearn.board.told(values, edition, board).known),
      labels,
      otherLabel: NetLearn.editionWord(other),
      error: '',
      refused: there.error,
      told: NetLearn.board.told(values, edition, board),
    };
  };

  /* ----- taken along ----- */
  const factOf = (data, name, value) => {
    if (name === MAP) return Object.entries(value).map(([segment, lesions]) => say(W.segment, { segment, lesions }));
    const input = takenBy(data, name, value) || inputsOf(data).get(name);
    return [input.label + ': ' + (joint(data, name, value) && !takenBy(data, name, value) ? value : NetLearn.shown(input, value))];
  };
  const facts = (values, edition, board) => {
    const data = dataOf(edition, board);
    const { known } = NetLearn.board.told(values, edition, board);
    return Object.keys(values).filter((name) => name in known).flatMap((name) => factOf(data, name, known[name]));
  };
  const line = (parts) => {
    const told = [parts.answer, parts.given, parts.reason, parts.caution].filter(Boolean).map(ended);
    const change = parts.how ? ['[' + capital(parts.change) + '. ' + parts.how + ']'] : [];
    return '- ' + parts.treatment + ': ' + [...told, ...change].join(' ');
  };
  const section = (title, lines) => (lines.length ? ['', title + ':', ...lines] : []);
  /* prior: what was given before, the first first, by its ids; no table asks in which order */
  const priorOf = (edition, board, prior) => {
    const { question, treatments } = dataOf(edition, board).prior;
    return question + ': ' + prior.map((id) => treatments.find((each) => each.id === id).label).join('; ');
  };
  const referral = (values, edition, board = 'board', prior = []) => {
    const { rows, onlyThere, otherLabel, error, told } = both(values, edition, board, prior);
    if (error) return error;
    const groups = Object.entries(dataOf(edition, board).groups);
    return [
      say(W.referral, { board: W[board], edition: NetLearn.editionWord(edition) }),
      W.note,
      '',
      W.patient + ':',
      ...facts(values, edition, board).map((fact) => '- ' + fact),
      ...(prior.length ? ['- ' + priorOf(edition, board, prior)] : []),
      ...told.contradictions.map((why) => say(W.contradicts, { why })),
      ...groups.flatMap(([id, label]) => section(label, rows.filter((row) => row.group === id).map(({ said }) => line(said)))),
      ...section(say(W.only, { edition: otherLabel }), onlyThere.map((row) => '- ' + capital(row.treatment) + ': ' + ended(row.answer))),
      '',
      W.no_order,
      '',
    ].join('\n');
  };
  const exported = (values, edition, board = 'board', prior = []) => {
    const { contradictions, setAside, follows } = NetLearn.board.told(values, edition, board);
    const rows = fullRows(values, edition, board).map(plain);
    const given = prior.length ? { prior } : {};
    return { assembly: dataOf(edition, board).assembly, edition, case: values, ...given, rows, contradictions, set_aside: setAside, follows };
  };

  Object.assign(NetLearn.board, { both, facts, priorOf, factOf, referral, exported, capital, otherEdition });
})();
