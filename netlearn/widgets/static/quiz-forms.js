/* quiz-forms.js: the answer forms that are made of the browser's own controls.
   form(variant) returns { element, value(), show(answer), mark(ids, keys), clear(), refuse(bad) }; value() is null
   while nothing is chosen. mark puts a sign and a word on the options given and on those that are right. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon } = NetLearn;
  const DONT_KNOW = 'dont-know';
  const nothing = () => {};

  /* ----- rows of radio buttons or checkboxes ----- */
  const row = (option, type, name) => {
    const box = h('input', { type, name, value: option.id });
    const sign = h('span', { class: 'sign' });
    const label = h('label', { class: 'nl-q-option' }, box, h('span', {}, option.text.trim()), sign);
    return { id: option.id, box, sign, label };
  };
  const signed = (right) => [icon(right ? 'suitable' : 'error'), right ? 'right' : 'not right'];
  const rows = (options, type) => {
    const name = NetLearn.uid('nl-q');
    const all = options.map((option) => row(option, type, name));
    const chosen = () => all.filter((each) => each.box.checked).map((each) => each.id);
    const clear = () => {
      for (const { label, sign } of all) {
        label.classList.remove('is-right', 'is-wrong');
        sign.replaceChildren();
      }
    };
    const mark = (ids, keys) => {
      clear();
      for (const { id, label, sign } of all.filter((each) => ids.includes(each.id) && each.id !== DONT_KNOW)) {
        label.classList.add(keys.includes(id) ? 'is-right' : 'is-wrong');
        sign.replaceChildren(...signed(keys.includes(id)));
      }
    };
    const show = (ids) => all.forEach((each) => (each.box.checked = ids.includes(each.id)));
    return { all, chosen, clear, mark, show, element: h('div', { class: 'nl-q-options' }, ...all.map((each) => each.label)) };
  };

  const choice = (variant) => {
    const list = rows(variant.options, 'radio');
    const value = () => list.chosen()[0] || null;
    return { ...list, value, show: (id) => list.show([id]), mark: (answer, keys) => list.mark([answer], keys), refuse: nothing };
  };
  /* "I don't know" stands alone */
  const alone = (list) => {
    for (const { id, box } of list.all)
      box.addEventListener('change', () => {
        if (box.checked) list.show(list.chosen().filter((other) => other === id || (id === DONT_KNOW) === (other === DONT_KNOW)));
      });
  };
  const multiple = (variant) => {
    const list = rows(variant.options, 'checkbox');
    alone(list);
    const value = () => (list.chosen().length ? list.chosen() : null);
    const hint = h('p', { class: 'nl-hint' }, 'Tick all that apply.');
    return { ...list, value, element: h('div', {}, hint, list.element), refuse: nothing };
  };

  const group = (legend, list) => h('fieldset', { class: 'nl-q-part' }, h('legend', {}, legend), list.element);
  const findError = (variant) => {
    const spans = rows(variant.spans, 'radio');
    const mends = variant.correction && rows(variant.correction.options, 'radio');
    const sentence = h('blockquote', {}, variant.spans.map((span) => span.text).join(''));
    const element = h('div', {}, sentence, group('The piece that is wrong', spans), mends && group('What it should say', mends));
    const mended = () => (mends && mends.chosen()[0]) || null;
    return {
      element,
      value: () => (spans.chosen().length ? { span: spans.chosen()[0], correction: mended() } : null),
      show: ({ span, correction }) => (spans.show([span]), mends && mends.show([correction])),
      mark: ({ span, correction }, keys) => (spans.mark([span], keys), mends && mends.mark([correction], variant.correction.key)),
      clear: () => (spans.clear(), mends && mends.clear()),
      refuse: nothing,
    };
  };

  /* ----- an amount with its unit ----- */
  const quantity = (variant) => {
    const ids = { box: NetLearn.uid('nl-q'), hint: NetLearn.uid('nl-q') };
    const box = h('input', { id: ids.box, type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': ids.hint });
    const frame = h('span', { class: 'nl-number nl-q-amount' }, box);
    const refuse = (bad) => {
      frame.classList.toggle('is-bad', bad);
      box.setAttribute('aria-invalid', String(bad));
    };
    const hint = variant.accepted[0].toUpperCase() + variant.accepted.slice(1) + '.';
    const label = h('label', { class: 'nl-label', for: ids.box }, 'Your answer');
    return {
      element: h('div', { class: 'nl-field' }, label, frame, h('p', { class: 'nl-hint', id: ids.hint }, hint)),
      value: () => box.value.trim() || null,
      show: (text) => (box.value = text),
      mark: nothing,
      clear: () => refuse(false),
      refuse,
    };
  };

  /* ----- a prescription from the menus of dose-check ----- */
  const FIELDS = ['drug', 'formulation', 'dose', 'route', 'frequency'];
  const menu = (input) => {
    const id = NetLearn.uid('nl-q');
    const options = input.values.map((value, n) => h('option', { value }, input.labels[n]));
    const select = h('select', { id, class: 'nl-select' }, h('option', { value: '' }, 'choose'), ...options);
    return { name: input.name, select, element: h('div', { class: 'nl-field' }, h('label', { for: id }, input.label), select) };
  };
  const dose = (variant) => {
    const { inputs } = NetLearn.tables[variant.table][variant.edition];
    const menus = FIELDS.map((name) => menu(inputs.find((input) => input.name === name)));
    const said = () => menus.filter(({ select }) => select.value).map(({ name, select }) => [name, select.value]);
    return {
      element: h('div', { class: 'nl-q-menus' }, ...menus.map((each) => each.element)),
      value: () => (said().length ? Object.fromEntries(said()) : null),
      show: (answer) => menus.forEach(({ name, select }) => (select.value = answer[name])),
      mark: nothing,
      clear: () => menus.forEach(({ select }) => select.removeAttribute('aria-invalid')),
      refuse: (bad) => menus.forEach(({ select }) => select.setAttribute('aria-invalid', String(bad && !select.value))),
    };
  };

  NetLearn.quizRows = rows;
  NetLearn.quizForms = { choice, classify: choice, multiple, 'find-error': findError, quantity, dose };
  /* where "I don't know" is not among the options, a button says it */
  NetLearn.quizForms.saysDontKnow = (variant) => Boolean(variant.options);
})();
