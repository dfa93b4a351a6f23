/* board.js: the group of each treatment of a patient; the score is the share of treatments in their groups. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const { graded, idsOf, isObject, one } = NetLearn.quizGrading;

  const menu = (row, groups) => {
    const id = NetLearn.uid('nl-q');
    const options = groups.map((group) => h('option', { value: group.id }, group.text));
    const select = h('select', { id, class: 'nl-select' }, h('option', { value: '' }, 'choose'), ...options);
    return { id: row.id, select, element: h('div', { class: 'nl-field' }, h('label', { for: id }, row.text), select) };
  };
  const form = (variant) => {
    const menus = variant.rows.map((row) => menu(row, variant.groups));
    const said = () => menus.filter(({ select }) => select.value).map(({ id, select }) => [id, select.value]);
    return {
      element: h('div', { class: 'nl-q-menus' }, ...menus.map((each) => each.element)),
      value: () => (said().length ? Object.fromEntries(said()) : null),
      show: (answer) => menus.forEach(({ id, select }) => (select.value = answer[id])),
      clear: () => menus.forEach(({ select }) => select.removeAttribute('aria-invalid')),
      refuse: (bad) => menus.forEach(({ select }) => select.setAttribute('aria-invalid', String(bad && !select.value))),
    };
  };

  NetLearn.quizKind('board', {
    form,
    read: (v, answer) => {
      if (!isObject(answer) || Object.keys(answer).length !== v.rows.length) return null;
      return v.rows.every(({ id }) => one(answer[id], idsOf(v.groups)) !== null) ? answer : null;
    },
    grade: (v, answer) => {
      const wrong = v.rows.filter((row) => answer[row.id] !== row.group);
      const shown = wrong.length ? wrong : v.rows;
      const dangerous = wrong.some((row) => Boolean(row.dangerous) && v.open.includes(answer[row.id]));
      const [right, all] = [v.rows.length - wrong.length, v.rows.length];
      return graded(right, all, wrong.map((row) => row.feedback), shown.flatMap((row) => row.evidence), { dangerous });
    },
  });
})();
