/* board.js: the group of each treatment of a patient and, where it is asked, the order of the groups; the score is the
   share of treatments in their groups and of pairs of groups in order. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.kind;
  const { graded, idsOf, isObject, one, several } = NetLearn.quizGrading;

  const form = (variant) => {
    const menus = NetLearn.quizMenus(variant.rows.map(({ id, text }) => ({ id, text, options: variant.groups })));
    const steps = variant.steps ? NetLearn.quizKinds.order.form(variant) : null;
    const asked = steps && h('p', {}, W.groups_order);
    const listed = () => (steps ? { order: steps.value() || idsOf(variant.steps) } : {});
    return {
      ...menus,
      element: h('div', {}, menus.element, asked, steps && steps.element),
      value: () => menus.value() && { ...menus.value(), ...listed() },
      show: (answer) => {
        menus.show(answer);
        if (steps) steps.show(answer.order);
      },
    };
  };

  const wanted = (v) => [...idsOf(v.rows), ...(v.steps ? ['order'] : [])];
  const ordered = (v, order) => {
    const listed = Array.isArray(order) ? several(order, idsOf(v.steps)) : null;
    return listed !== null && listed.length === v.steps.length;
  };

  NetLearn.quizKind('board', {
    form,
    read: (v, answer) => {
      if (!isObject(answer) || Object.keys(answer).sort().join() !== wanted(v).sort().join()) return null;
      if (v.steps && !ordered(v, answer.order)) return null;
      return v.rows.every(({ id }) => one(answer[id], idsOf(v.groups)) !== null) ? answer : null;
    },
    grade: (v, answer) => {
      const wrong = v.rows.filter((row) => answer[row.id] !== row.group);
      const shown = wrong.length ? wrong : v.rows;
      const dangerous = wrong.some((row) => Boolean(row.dangerous) && v.open.includes(answer[row.id]));
      const before = v.before || [];
      const turned = before.flatMap(([a, b], n) => (answer.order.indexOf(a) > answer.order.indexOf(b) ? [n] : []));
      const all = v.rows.length + before.length;
      const feedback = [...wrong.map((row) => row.feedback), ...turned.map((n) => v.reasons[n])];
      return graded(all - wrong.length - turned.length, all, feedback, shown.flatMap((row) => row.evidence), { dangerous });
    },
  });
})();
