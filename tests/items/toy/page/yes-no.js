/* yes-no.js: a sentence that holds or does not. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { graded, one } = NetLearn.quizGrading;
  const WORDS = ['yes', 'no'];

  NetLearn.quizKind('yes-no', {
    form: () => {
      const list = NetLearn.quizRows(WORDS.map((id) => ({ id, text: id })), 'radio');
      return { ...list, value: () => list.chosen()[0] || null, show: (id) => list.show([id]), mark: (id, key) => list.mark([id], [key]) };
    },
    read: (v, answer) => one(answer, WORDS),
    grade: (v, answer) => graded(answer === v.key ? 1 : 0, 1, [v.said.feedback], v.said.evidence),
  });
})();
