/* choice.js: one option of several. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { graded, idsOf, one, byId } = NetLearn.quizGrading;

  const form = (variant) => {
    const list = NetLearn.quizRows(variant.options, 'radio');
    const value = () => list.chosen()[0] || null;
    return { ...list, value, show: (id) => list.show([id]), mark: (answer, keys) => list.mark([answer], keys) };
  };

  NetLearn.quizKind('choice', {
    form,
    read: (v, answer) => one(answer, idsOf(v.options)),
    grade: (v, answer) => {
      const chosen = byId(v.options, answer);
      const score = v.key.includes(answer) ? 1 : 0;
      const more = { dangerous: Boolean(chosen.dangerous), flips: chosen.flips || '' };
      const feedback = [chosen.feedback, score ? '' : v.because || ''];
      return graded(score, 1, feedback, [...chosen.evidence, ...(v.evidence || [])], more);
    },
  });
})();
