/* quiz-rows.js: rows of radio buttons or checkboxes, for the forms of several kinds. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon } = NetLearn;
  const DONT_KNOW = 'dont-know';

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

  NetLearn.quizRows = rows;
})();
