/* words.js: tests, values and statuses as people read them. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { words, say } = NetLearn;
  const NO_BREAK = '\u00a0';
  const SIGNS = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' };

  const unitOf = (input) => (input && input.unit ? NO_BREAK + input.unit : '');
  const span = (open, low, high, close) => {
    const { from_under: fromUnder, over_to: overTo, over_under: overUnder } = words.span;
    if (open === '[') return close === ']' ? low + '–' + high : say(fromUnder, { low, high });
    return say(close === ']' ? overTo : overUnder, { low, high });
  };

  /* the signs of a unary test as print has them: "<= 3" is "≤ 3", "]3..5]" is "over 3, up to 5", "[3..5]" is "3–5" */
  NetLearn.printed = (text) =>
    text
      .replace(/([[\]])\s*(-?[\d.]*\d)\s*\.\.\s*(-?[\d.]*\d)\s*([[\]])/g, (_, a, low, high, b) => span(a, low, high, b))
      .replace(/(<=|>=|<|>) ?(?=-?\d)/g, (_, sign) => SIGNS[sign] + NO_BREAK)
      .replace(/(\d) (?=%|[a-zµ])/g, '$1' + NO_BREAK);

  /* a change of one input: "Ki-67 index > 20 %", "Adjacent to: bile duct" */
  NetLearn.change = (input, to) => {
    if (input.kind === 'number') return input.label + ' ' + NetLearn.printed(to.replace(/^= /, '')) + unitOf(input);
    return input.label + (/\?$/.test(input.label) ? ' ' : ': ') + to.replace(/^= /, '');
  };

  NetLearn.shown = (input, value) => {
    if (value === null || value === undefined) return words.value.unknown;
    if (input.kind === 'number') return value + unitOf(input);
    const at = input.values.indexOf(value);
    return at < 0 ? String(value) : input.labels[at];
  };

  /* ----- the four statuses and the refused case: title, small line, tone ----- */
  const label = (table, verdict) => ((table.verdicts || {})[verdict] || { label: verdict }).label;
  NetLearn.verdictLabel = label;

  /* a case whose parts exclude each other, and no single value that is not accepted */
  const contradicts = (table, d) => Object.values(table.impossible || {}).some(({ says }) => says && d.error.includes(says));

  /* silence is no permission: the first of the table's own cautions that could harm is said with it; what may hold where
     the answer is open is told of an amount that is known, not of any amount */
  const OPEN = {
    'not-stated': () => true,
    undetermined: ({ heads }, { missing }) => heads && heads.every((name) => !(missing || []).includes(name)),
  };
  const dangerOf = (NetLearn.dangerOf = (table, d) =>
    !d.error && OPEN[d.status] && (d.cautions || []).find(({ id, risk }) => risk === 'A' && table.cautions[id] && OPEN[d.status](table.cautions[id], d)));
  /* and one that heads the answer stands in its place */
  const headOf = (table, d) => {
    const danger = dangerOf(table, d);
    return danger && table.cautions[danger.id].heads ? danger : null;
  };

  NetLearn.titleOf = (table, d) => {
    if (d.error) return words.title[contradicts(table, d) ? 'contradiction' : 'error'];
    if (d.status === 'decided') return label(table, d.verdict);
    const head = headOf(table, d);
    if (head) return say(words.title[d.status === 'undetermined' ? 'headed_open' : 'headed'], head);
    if (d.status === 'not-stated') return NetLearn.editionOf(table.edition).silence;
    if (d.status === 'undetermined') return words.title.undetermined;
    return NetLearn.list(d.possible.map((verdict) => label(table, verdict)), 'and');
  };
  NetLearn.toneOf = (table, d) => {
    if (d.error) return contradicts(table, d) ? 'conflict' : 'error';
    if (d.status === 'decided') return (table.verdicts[d.verdict] || {}).tone || 'plain';
    return headOf(table, d) ? 'unsuitable' : d.status.replace('-', '');
  };
  /* withTable: where two tables answer side by side */
  NetLearn.statusLine = (table, d, withTable) => {
    const danger = dangerOf(table, d);
    const line = say(words.line[d.error ? 'error' : danger ? (d.status === 'undetermined' ? 'open_danger' : 'silent_danger') : d.status], {
      edition: NetLearn.editionWord(table.edition),
      title: danger && danger.title,
    });
    return withTable ? say(words.line.with_table, { table: table.title, line }) : line;
  };
  /* the word on the tag of a flip */
  NetLearn.outcomeWord = (table, f) => (f.status === 'decided' ? label(table, f.verdict) : words.outcome[f.status]);

  /* what is still needed, by the inputs that are missing: one that stands alone is asked for in a sentence of its own */
  NetLearn.ask = (inputs) => {
    if (inputs.length === 1 && inputs[0].ask) return inputs[0].ask;
    return say(words.open.needed, { names: NetLearn.list(inputs.map((input) => NetLearn.inSentence(input.label)), 'and') });
  };
})();
