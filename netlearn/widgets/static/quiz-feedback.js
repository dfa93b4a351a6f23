/* quiz-feedback.js: a grade in words: result, feedback, what would have made it right, evidence. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, say } = NetLearn;
  const { quiz: W, quiz_result: RESULT } = NetLearn.words;

  const TONES = {
    right: 'suitable',
    partly: 'doubtful',
    wrong: 'unsuitable',
    'dont-know': 'undetermined',
    shown: 'plain',
    'format-error': 'error',
    unanswered: 'notstated',
  };
  NetLearn.quizTone = (result) => TONES[result];

  const harm = () => h('p', { class: 'nl-q-harm' }, icon('risk-a'), h('span', {}, h('b', {}, W.harm), ' ' + W.harm_then));

  const label = (id) => {
    const fact = NetLearn.fact(id) || {};
    return [fact.label, fact.value].filter(Boolean).join(': ').replace(/\.$/, '') || id;
  };
  const evidence = (ids) =>
    ids.length > 0 && h('p', { class: 'nl-q-evidence' }, W.evidence + ': ', ...ids.map((id, n) => [n ? '; ' : '', NetLearn.factLink(id, label(id))]));

  const erratum = (id) => {
    const { risk, label } = NetLearn.fact(id);
    return h('li', {}, risk && icon('risk-' + risk.toLowerCase()), h('span', {}, say(W.erratum, { id }) + ': ', NetLearn.factLink(id, label)));
  };
  const errata = (ids) => ids.length > 0 && h('ul', { class: 'nl-q-errata', 'aria-label': W.errata }, ...ids.map(erratum));

  const hint = (grade) => grade.flips && h('p', {}, h('b', {}, (['wrong', 'partly'].includes(grade.result) ? W.mend : W.change) + ': '), grade.flips);

  /* comes: when the item comes back, in words, or '' */
  NetLearn.quizSaid = (variant, answer, grade, comes) => {
    const [tone, word] = [TONES[grade.result], RESULT[grade.result]];
    const [score, of] = grade.score.split('/');
    const body = [
      h('strong', {}, grade.result === 'partly' ? say(W.scored, { word, score, of }) : word),
      grade.dangerous && harm(),
      ...NetLearn.quizReasons(variant, answer, grade),
      hint(grade),
      evidence(grade.evidence),
      errata(grade.errata),
      comes && h('p', { class: 'nl-quiet' }, comes),
    ];
    return h('div', { class: 'nl-q-said', 'data-verdict': tone }, icon(tone), h('div', {}, ...body));
  };
})();
