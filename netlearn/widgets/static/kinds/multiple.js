/* multiple.js: one or more options of several. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say } = NetLearn;
  const W = NetLearn.words.kind;
  const { graded, idsOf, several } = NetLearn.quizGrading;
  const DONT_KNOW = 'dont-know';

  /* "I don't know" stands alone */
  const alone = (list) => {
    for (const { id, box } of list.all)
      box.addEventListener('change', () => {
        if (box.checked) list.show(list.chosen().filter((other) => other === id || (id === DONT_KNOW) === (other === DONT_KNOW)));
      });
  };
  const form = (variant) => {
    const list = NetLearn.quizRows(variant.options, 'checkbox');
    alone(list);
    const value = () => (list.chosen().length ? list.chosen() : null);
    const hint = h('p', { class: 'nl-hint' }, W.tick_all);
    return { ...list, value, element: h('div', {}, hint, list.element) };
  };

  /* several choices have several reasons: each says of which it speaks */
  const reasons = (variant, answer, grade) => {
    const ticked = Array.isArray(answer) ? variant.options.filter((each) => answer.includes(each.id)) : [];
    if (!ticked.length) return null;
    const rest = grade.feedback.slice(ticked.filter((each) => each.feedback).length);
    const each = ticked.map((option) => h('li', {}, h('b', {}, option.text), ': ', option.feedback));
    return [h('ul', { class: 'nl-q-reasons' }, ...each), ...rest.map((text) => h('p', {}, text))];
  };

  NetLearn.quizKind('multiple', {
    form,
    reasons,
    read: (v, answer) => {
      const ticked = several(answer, idsOf(v.options));
      return ticked && ticked.includes(DONT_KNOW) ? null : ticked;
    },
    grade: (v, answer) => {
      const chosen = v.options.filter((each) => answer.includes(each.id));
      const hits = chosen.filter((each) => v.key.includes(each.id)).length;
      const missed = v.key.length - hits;
      const feedback = [...chosen.map((each) => each.feedback), missed ? say(W.missed, { count: missed }) : ''];
      const dangerous = chosen.some((each) => each.dangerous);
      const score = Math.max(0, hits - (answer.length - hits));
      return graded(score, v.key.length, feedback, chosen.flatMap((each) => each.evidence), { dangerous });
    },
  });
})();
