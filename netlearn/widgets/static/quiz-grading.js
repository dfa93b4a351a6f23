/* quiz-grading.js: what the kinds of questions grade with: reading an answer, a grade, and what an exported table says.
   Pure; the twin of netlearn.items.common. What is read as null is no answer to the variant. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  const isText = (value) => typeof value === 'string';
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const unique = (list) => [...new Set(list)];

  /* score is part of whole, written as Python writes a Fraction */
  const scoreText = (part, whole) => {
    const { n, d } = NetLearn.quizAmount.fraction(BigInt(part), BigInt(whole));
    return d === 1n ? String(n) : n + '/' + d;
  };
  const graded = (part, whole, feedback, evidence, more) => ({
    result: part === whole ? 'right' : part > 0 ? 'partly' : 'wrong',
    score: scoreText(part, whole),
    feedback: feedback.filter(Boolean),
    evidence: unique(evidence),
    errata: [],
    dangerous: false,
    flips: '',
    ...more,
  });

  /* ----- reading: null for what is no answer to this variant ----- */
  const idsOf = (list) => list.map((each) => each.id);
  const one = (answer, ids) => (isText(answer) && ids.includes(answer) ? answer : null);
  const several = (answer, ids) => {
    const listed = isText(answer) ? answer.split(',').map((part) => part.replace(/^ +| +$/g, '')) : answer;
    const known = Array.isArray(listed) && listed.every((each) => one(each, ids) !== null);
    return known && unique(listed).length === listed.length ? listed : null;
  };
  const byId = (list, id) => list.find((each) => each.id === id);

  /* ----- the table that judges an answer ----- */
  const tableOf = (v) => NetLearn.tables[v.table][v.edition];
  const optionsOf = (table, name) => table.inputs.find((input) => input.name === name).values;
  const flipTo = (table, values, decision, verdict, wanted) =>
    NetLearn.flips(table, values, decision).find((flip) => flip.verdict === verdict && wanted(flip.input));
  const changed = (flip) => flip.to.replace(/^= /, '');
  const isErratum = (caution) => /^E\d+$/.test(caution.id); // or else a caution of the table itself
  const errataOf = (d) => d.cautions.filter((caution) => isErratum(caution) && caution.risk !== 'C').map(({ id }) => id);

  NetLearn.quizGrading = { isText, isObject, unique, graded, idsOf, one, several, byId, tableOf, optionsOf, flipTo, changed, isErratum, errataOf };
})();
