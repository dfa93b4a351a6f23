/* quiz-feedback.js: a grade in words: result, feedback, what would have made it right, evidence. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon } = NetLearn;

  const WORDS = {
    right: ['suitable', 'Right'],
    partly: ['doubtful', 'Partly right'],
    wrong: ['unsuitable', 'Not right'],
    'dont-know': ['undetermined', 'You do not know this yet'],
    shown: ['plain', 'A right answer is shown above'],
    'format-error': ['error', 'Not read, and not counted'],
    unanswered: ['notstated', 'Nothing is answered yet'],
  };
  NetLearn.quizWord = (result) => WORDS[result];

  const harm = () =>
    h('p', { class: 'nl-q-harm' }, icon('risk-a'), h('span', {}, h('b', {}, 'This could harm a patient.'), ' Look at it before you go on.'));

  const label = (id) => {
    const fact = NetLearn.fact(id) || {};
    return [fact.label, fact.value].filter(Boolean).join(': ').replace(/\.$/, '') || id;
  };
  const evidence = (ids) =>
    ids.length > 0 && h('p', { class: 'nl-q-evidence' }, 'Evidence: ', ...ids.map((id, n) => [n ? '; ' : '', NetLearn.factLink(id, label(id))]));

  const erratum = (id) => {
    const { risk, label } = NetLearn.fact(id);
    return h('li', {}, risk && icon('risk-' + risk.toLowerCase()), h('span', {}, 'Erratum ' + id + ': ', NetLearn.factLink(id, label)));
  };
  const errata = (ids) => ids.length > 0 && h('ul', { class: 'nl-q-errata', 'aria-label': 'Errata' }, ...ids.map(erratum));

  const hint = (grade) => grade.flips && h('p', {}, h('b', {}, grade.result === 'right' ? 'What would change it: ' : 'What would make it right: '), grade.flips);

  /* comes: when the item comes back, in words, or '' */
  NetLearn.quizSaid = (variant, answer, grade, comes) => {
    const [tone, word] = WORDS[grade.result];
    const score = grade.result === 'partly' ? ', ' + grade.score.replace('/', ' of ') : '';
    const body = [
      h('strong', {}, word + score),
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
