/* quiz-pages.js: many questions are shown one at a time, with a way forward, a way back and a list of all. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.quiz;

  /* items: those of one quiz, each {title, element, focus()}; their focus() turns to them first */
  NetLearn.quizPages = (items) => {
    const last = items.length - 1;
    let at = 0;
    const name = (item, n) => h('option', { value: String(n) }, n + 1 + '. ' + item.title);
    const list = h('select', { 'aria-label': W.go_to, onchange: () => items[Number(list.value)].focus() }, ...items.map(name));
    const step = (text, by) => NetLearn.button(text, () => items[at + by].focus());
    const [back, on] = [step(W.back, -1), step(W.on, 1)];

    const turn = (to) => {
      at = to;
      items.forEach((item, n) => (item.element.hidden = n !== to));
      list.value = String(to);
      back.disabled = to === 0;
      on.disabled = to === last;
    };
    items.forEach((item, n) => {
      const { focus } = item;
      item.focus = () => (turn(n), focus());
    });
    turn(0);
    return h('div', { class: 'nl-q-pages nl-q-buttons', role: 'group', 'aria-label': W.questions }, back, on, list);
  };
})();
