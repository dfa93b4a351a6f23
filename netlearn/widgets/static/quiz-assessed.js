/* quiz-assessed.js: one question of an assessed notebook: an answer is taken, nothing is said of it, and attempts are counted. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say: filled } = NetLearn;
  const { assessed: W, quiz, option } = NetLearn.words;
  const TAKEN = ['recorded', 'dont-know'];

  /* options: tell(slug, response), attempts, used(slug): how many of them are gone */
  NetLearn.quizAssessed = (entry, number, { tell, attempts, used }) => {
    const variant = entry.variants[number];
    const form = NetLearn.quizForm(variant);
    const said = h('div', { class: 'nl-q-status', role: 'status' });
    let gone = used(variant.item);
    const left = () => (attempts - gone === 1 ? W.one_left : filled(W.left, { count: attempts - gone }));
    const say = (text) => said.replaceChildren(h('p', {}, text));
    const take = (answer) => {
      const { result, feedback } = NetLearn.quizTaken(variant, answer);
      form.refuse(result === 'format-error');
      const why = result === 'unanswered' ? [W.nothing] : feedback;
      if (!TAKEN.includes(result)) return say([...why, W.not_recorded].join(' '));
      gone += 1;
      tell(variant.item, { answer, confidence: null, seed: variant.seed, at: new Date().toISOString() });
      say(filled(W.recorded, { left: left() }));
      close();
    };
    const close = () => {
      if (gone >= attempts) for (const field of [ask, ...buttons.children]) field.disabled = true;
    };
    const legend = h('legend', { tabindex: '-1' }, variant.stem);
    const given = variant.given.length > 0 && h('ul', { class: 'nl-q-given' }, ...variant.given.map((text) => h('li', {}, text)));
    const ask = h('fieldset', { class: 'nl-q-ask' }, legend, given, form.element);
    const main = h('button', { type: 'submit', class: 'nl-btn is-main' }, W.record);
    const unsure = !variant.options && NetLearn.button(option.dont_know, () => take('dont-know'), 'is-quiet');
    const buttons = h('div', { class: 'nl-q-buttons' }, main, unsure);
    const element = h('form', { novalidate: true }, ask, buttons, said);
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      take(form.value());
    });
    say(gone ? filled(W.answered, { left: left() }) : left());
    close();
    return { element, legend };
  };
})();
