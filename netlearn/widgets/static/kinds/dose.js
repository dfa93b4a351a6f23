/* dose.js: a prescription from the menus of dose-check, which judges it; what it accepts with a caution of its own is
   right in part. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const { graded, isObject, one, tableOf, optionsOf, flipTo, changed, isErratum, errataOf } = NetLearn.quizGrading;
  const FIELDS = ['drug', 'formulation', 'dose', 'route', 'frequency'];
  const MENU = { drug: 'drug', formulation: 'form', dose: 'dose', route: 'route', frequency: 'frequency' };

  const menu = (input) => {
    const id = NetLearn.uid('nl-q');
    const options = input.values.map((value, n) => h('option', { value }, input.labels[n]));
    const select = h('select', { id, class: 'nl-select' }, h('option', { value: '' }, 'choose'), ...options);
    return { name: input.name, select, element: h('div', { class: 'nl-field' }, h('label', { for: id }, input.label), select) };
  };
  const form = (variant) => {
    const { inputs } = NetLearn.tables[variant.table][variant.edition];
    const menus = FIELDS.map((name) => menu(inputs.find((input) => input.name === name)));
    const said = () => menus.filter(({ select }) => select.value).map(({ name, select }) => [name, select.value]);
    return {
      element: h('div', { class: 'nl-q-menus' }, ...menus.map((each) => each.element)),
      value: () => (said().length ? Object.fromEntries(said()) : null),
      show: (answer) => menus.forEach(({ name, select }) => (select.value = answer[name])),
      clear: () => menus.forEach(({ select }) => select.removeAttribute('aria-invalid')),
      refuse: (bad) => menus.forEach(({ select }) => select.setAttribute('aria-invalid', String(bad && !select.value))),
    };
  };

  const own = (d) => d.cautions.filter((caution) => !isErratum(caution) && caution.risk !== 'C');
  const isDangerous = (d) => (d.verdict === 'reject' ? d.cautions : own(d)).some(({ risk }) => risk === 'A');

  /* a contradiction has a sentence of its own; an amount is refused by what is accepted */
  const refusal = (table, error) => {
    const isSentence = Object.values(table.impossible).some(({ says }) => says && error.includes(says));
    return isSentence ? error : 'What is accepted is ' + error.replace(/\.+$/, '') + '.';
  };

  NetLearn.quizKind('dose', {
    form,
    read: (v, answer) => {
      if (!isObject(answer) || Object.keys(answer).length !== FIELDS.length) return null;
      const listed = (name) => one(answer[name], optionsOf(tableOf(v), name)) !== null;
      return FIELDS.every(listed) ? answer : null;
    },
    grade: (v, answer) => {
      const table = tableOf(v);
      const values = { ...answer, context: v.context };
      const d = NetLearn.decide(table, values);
      if (d.error) return graded(0, 1, [refusal(table, d.error)], []);
      const asked = answer.drug === v.drug;
      const accepted = asked && d.verdict === 'accept';
      const warned = accepted ? own(d) : [];
      const right = accepted && !warned.length;
      const flip = asked && !accepted && flipTo(table, values, d, 'accept', (name) => FIELDS.includes(name));
      const other = asked ? '' : 'The question asks for ' + v.drug + '.';
      return graded(accepted ? 1 : 0, warned.length ? 2 : 1, [other, d.because, ...warned.map(({ text }) => text)], d.evidence, {
        errata: errataOf(d),
        dangerous: !right && isDangerous(d),
        flips: flip ? 'It would be accepted with the ' + MENU[flip.input] + ' ' + changed(flip) + '.' : '',
      });
    },
  });
})();
