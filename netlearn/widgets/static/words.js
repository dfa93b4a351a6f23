/* words.js: tests, values and statuses as people read them. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const NO_BREAK = '\u00a0';
  const SIGNS = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' };

  const unitOf = (input) => (input && input.unit ? NO_BREAK + input.unit : '');
  const span = (open, low, high, close) => {
    if (open === '[') return close === ']' ? low + '–' + high : 'from ' + low + ' to under ' + high;
    return 'over ' + low + (close === ']' ? ', up to ' : ', under ') + high;
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
    if (value === null || value === undefined) return 'not known';
    if (input.kind === 'number') return value + unitOf(input);
    const at = input.values.indexOf(value);
    return at < 0 ? String(value) : input.labels[at];
  };

  /* ----- the four statuses and the refused case: title, small line, tone ----- */
  const label = (table, verdict) => ((table.verdicts || {})[verdict] || { label: verdict }).label;
  NetLearn.verdictLabel = label;

  const needs = (table, missing) => {
    const names = missing.map((name) => NetLearn.inSentence(table.inputs.find((input) => input.name === name).label));
    return names.length > 2 ? 'Not enough is known' : 'Still needed: ' + NetLearn.list(names, 'and');
  };
  const silence = (table) => (table.edition === 'review-2012' ? 'The review does not say' : 'No rule covers this case');

  NetLearn.titleOf = (table, d) => {
    if (d.error) return 'Not accepted';
    if (d.status === 'decided') return label(table, d.verdict);
    if (d.status === 'not-stated') return silence(table);
    if (d.status === 'undetermined') return needs(table, d.missing);
    return NetLearn.list(d.possible.map((verdict) => label(table, verdict)), 'and');
  };
  NetLearn.toneOf = (table, d) => {
    if (d.error) return 'error';
    if (d.status === 'decided') return (table.verdicts[d.verdict] || {}).tone || 'plain';
    return d.status.replace('-', '');
  };
  const STATUS = {
    decided: 'decided',
    'not-stated': 'not stated: no rule of this edition covers the case',
    undetermined: 'undetermined: what is not known could change the answer',
    conflict: 'conflict: rules disagree and none is said to prevail',
  };
  const SHORT = { decided: 'decided', 'not-stated': 'not stated', undetermined: 'undetermined', conflict: 'conflict' };
  NetLearn.statusLine = (table, d) => {
    const of = ' · ' + table.title + ' · ' + NetLearn.editionWord(table.edition);
    return (d.error ? 'the value is refused' : SHORT[d.status]) + of;
  };
  NetLearn.statusMeaning = (d) => STATUS[d.status] || '';
  /* the word on the tag of a flip */
  NetLearn.outcomeWord = (table, f) => {
    if (f.status === 'decided') return label(table, f.verdict);
    return { 'not-stated': 'Not stated', undetermined: 'Undetermined', conflict: 'Conflict' }[f.status];
  };
})();
