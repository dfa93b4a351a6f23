/* guess.js: one question before the chapter tells: what was guessed is kept while the page is open, its answer is
   covered until it is asked for, and nothing is scored. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.guess;
  const button = (text, kind, run) => h('button', { type: 'button', class: 'nl-btn ' + kind, onclick: run }, text);

  /* where the chapter comes back to the patient, it says what was guessed */
  const recall = (variant, answer) => {
    const option = (variant.options || []).find(({ id }) => id === answer);
    for (const place of document.querySelectorAll('[data-chapter-said]')) {
      place.hidden = !option;
      place.textContent = option ? NetLearn.say(W.guessed, { answer: option.text }) : '';
    }
  };

  NetLearn.quizGuess = (host, data, level) => {
    NetLearn.add({ table: 'quiz:' + data.chapter + ':' + NetLearn.uid('guess'), edition: '', facts: data.facts });
    const [entry] = data.items;
    const [variant] = entry.variants;
    const form = NetLearn.quizForm(variant);
    const said = h('p', { class: 'nl-quiet', role: 'status' }, W.covered);
    const cover = h('div', { class: 'nl-guess-cover', id: NetLearn.uid('nl-guess'), hidden: true });
    const answer = () => form.value();
    const grade = (given) => NetLearn.grade(variant, given);
    const isAnswered = (given) => ['right', 'partly', 'wrong', 'dont-know'].includes(grade(given).result);
    const keep = () => {
      const given = answer();
      said.textContent = isAnswered(given) ? W.kept : W.choose_first;
      if (isAnswered(given)) recall(variant, given);
    };
    const show = () => {
      const open = cover.hidden;
      const given = isAnswered(answer()) ? answer() : entry.answers[0];
      cover.hidden = !open;
      uncover.setAttribute('aria-expanded', String(open));
      uncover.textContent = open ? W.cover : W.uncover;
      if (open) cover.replaceChildren(NetLearn.quizSaid(variant, given, given === answer() ? grade(given) : { ...grade(given), result: 'shown', score: '0' }, ''));
    };
    const uncover = button(W.uncover, 'is-quiet', show);
    uncover.setAttribute('aria-expanded', 'false');
    uncover.setAttribute('aria-controls', cover.id);
    const buttons = h('div', { class: 'nl-q-buttons' }, button(W.keep, 'is-main', keep), uncover, said);
    const ask = h('fieldset', { class: 'nl-q-ask' }, h('legend', {}, variant.stem), form.element);
    const element = h('form', { novalidate: true, class: 'nl-guess' }, ask, buttons, cover);
    element.addEventListener('submit', (event) => (event.preventDefault(), keep()));
    host.replaceChildren(h('div', { class: 'nl nl-q', role: 'group', 'aria-label': W.yours }, element));
  };
})();
