/* quiz-rows.js: rows of radio buttons or checkboxes, and menus, for the forms of several kinds. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, inSentence } = NetLearn;
  const RESULT = NetLearn.words.quiz_result;
  const DONT_KNOW = 'dont-know';

  const row = (option, type, name) => {
    const box = h('input', { type, name, value: option.id });
    const sign = h('span', { class: 'sign' });
    const label = h('label', { class: 'nl-q-option' }, box, h('span', {}, option.text.trim()), sign);
    return { id: option.id, box, sign, label };
  };
  const signed = (right) => [icon(right ? 'suitable' : 'error'), inSentence(RESULT[right ? 'right' : 'wrong'])];
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

  /* menus, one for each of those asked: {id, text, options}, an option {id, text} */
  const menu = ({ id, text, options }) => {
    const own = NetLearn.uid('nl-q');
    const each = [{ id: '', text: NetLearn.words.control.choose }, ...options].map((option) => h('option', { value: option.id }, option.text));
    const select = h('select', { id: own, class: 'nl-select' }, ...each);
    return { id, select, element: h('div', { class: 'nl-field' }, h('label', { for: own }, text), select) };
  };
  NetLearn.quizMenus = (asked) => {
    const all = asked.map(menu);
    const chosen = () => all.filter(({ select }) => select.value);
    return {
      element: h('div', { class: 'nl-q-menus' }, ...all.map(({ element }) => element)),
      value: () => (chosen().length ? Object.fromEntries(chosen().map(({ id, select }) => [id, select.value])) : null),
      show: (answer) => all.forEach(({ id, select }) => (select.value = answer[id])),
      clear: () => all.forEach(({ select }) => select.removeAttribute('aria-invalid')),
      refuse: (bad) => all.forEach(({ select }) => select.setAttribute('aria-invalid', String(bad && !select.value))),
    };
  };

  NetLearn.quizRows = rows;
})();
