/* board-class.js: a board as a question for a class: the twin of netlearn/items/class_item.py. Needs board-said.js.

     NetLearn.board.classItem(values, edition, board, id)   { file, text }, or { refused: sentence } */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { words, say } = NetLearn;
  const W = words.board_class;
  const OBJECTIVE = 'assemble'; // of chapter 5
  const OPEN = ['needs-an-answer', 'not-stated']; // groups of which a question is not made by itself
  const LEAST = 2; // tables that an item asks

  const written = (value) => {
    if (Array.isArray(value)) return '[' + value.map(written).join(', ') + ']';
    if (typeof value !== 'object') return JSON.stringify(value);
    return '{ ' + Object.entries(value).map(([key, each]) => key + ' = ' + written(each)).join(', ') + ' }';
  };
  /* the tables of which the patient has an answer, and the others; all of them where those are too few */
  const tablesOf = (rows) => {
    const every = [...new Set(rows.map(({ table }) => table))].sort();
    const answered = new Set(rows.filter(({ group }) => !OPEN.includes(group)).map(({ table }) => table));
    const asked = every.filter((table) => answered.has(table) || answered.size < LEAST);
    return [asked, every.filter((table) => !asked.includes(table))];
  };
  const textOf = (known, edition, rows, id) => {
    const [asked, others] = tablesOf(rows);
    const also = others.length ? say(W.tables, { names: others.join(', ') }) : W.all_tables;
    return [
      '# ' + W.head,
      '# ' + W.place,
      'slug = ' + written('class-board-' + id.slice(0, 8)),
      'uuid = ' + written(id),
      'version = 1',
      'status = "draft"',
      'kind = "board"',
      '# ' + W.elsewhere,
      'objective = ' + written(OBJECTIVE),
      'title = ' + written(W.title),
      'edition = ' + written(edition),
      '# ' + also,
      'tables = ' + written(asked),
      'stems = ' + written([say(W.stem, { edition: NetLearn.editionWord(edition) })]),
      '',
      '[known]',
      ...Object.entries(known).map(([name, value]) => name + ' = ' + written(value)),
      '',
    ].join('\n');
  };
  const classItem = (values, edition, board, id) => {
    const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
    if (!Object.keys(known).length) return { refused: W.nothing };
    const { rows, error, told } = NetLearn.board.both(known, edition, board);
    if (error) return { refused: error };
    if (told.contradictions.length) return { refused: say(W.contradicts, { why: told.contradictions.join(' ') }) };
    return { file: 'class-board-' + id.slice(0, 8) + '.toml', text: textOf(known, edition, rows, id) };
  };

  /* a random UUID; what makes one by itself is not there on every address */
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };

  Object.assign(NetLearn.board, { classItem, newId });
})();
