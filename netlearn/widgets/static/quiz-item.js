/* quiz-item.js: one question: its form, hints, confidence, the check and what it says, and another variant. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, button, say: filled } = NetLearn;
  const { answered, isDue } = NetLearn.quizReview;
  const W = NetLearn.words.quiz;
  const TOLD = ['right', 'partly', 'wrong', 'dont-know'];
  const COUNTED = [...TOLD, 'shown'];

  const day = (text) => new Date(text + 'T12:00:00').toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  const comesBack = (record) => (record && record.due ? filled(W.comes_back, { day: day(record.due) }) : '');

  /* one hint more with each press; the last press takes the button away and gives the focus to the hint */
  const hints = (texts) => {
    const list = h('ol', { class: 'nl-q-hints', 'aria-live': 'polite' });
    const word = () => (texts.length > 1 ? filled(W.hints, { number: list.children.length + 1, of: texts.length }) : W.hint);
    const more = button(texts.length ? word() : '', () => {
      list.append(h('li', { tabindex: '-1' }, texts[list.children.length]));
      if (list.children.length < texts.length) return (more.textContent = word());
      more.remove();
      list.lastChild.focus();
    }, 'is-quiet');
    return { list, more: texts.length ? more : null };
  };

  const SURE = ['sure', 'unsure', null].map((value) => ({ value, label: W[value || 'not_said'] }));
  const confidence = () => {
    let now = null;
    const { element, show } = NetLearn.segments(W.how_sure, SURE, (value) => (now = value));
    show(null);
    element.classList.add('nl-q-sure');
    return { element, value: () => now };
  };

  /* what is recorded of one shown variant: each answer, told to whoever asked to hear of it; and for the review the first
     counted try only, so that trying again is free */
  const recorder = (entry, variant, { store, today, tell }) => {
    let counted = false;
    return (answer, grade, confidence) => {
      const at = new Date().toISOString();
      if (TOLD.includes(grade.result)) store.answer(entry.id + '#' + variant.seed, { answer, confidence, at });
      if (tell && TOLD.includes(grade.result)) tell(variant.item, { answer, confidence, seed: variant.seed, at });
      if (counted || !COUNTED.includes(grade.result)) return;
      counted = true;
      const { result, score, dangerous } = grade;
      const tried = { seed: variant.seed, confidence, result, score, dangerous, at };
      store.update(entry.id, (record) => answered(record, tried, today()));
    };
  };

  const keysOf = (variant) => variant.key || [];

  /* one variant on show */
  const attempt = (entry, number, options, another) => {
    const variant = entry.variants[number];
    const form = NetLearn.quizForm(variant);
    const sure = confidence();
    const hint = hints(variant.hints);
    const said = h('div', { class: 'nl-q-status', role: 'status' });
    const next = h('div', { class: 'nl-q-next' });
    const record = recorder(entry, variant, options);

    const say = (answer, grade) => {
      record(answer, grade, sure.value());
      const closed = COUNTED.includes(grade.result);
      said.replaceChildren(NetLearn.quizSaid(variant, answer, grade, closed && comesBack(options.store.items()[entry.id])));
      next.replaceChildren(...(closed ? [button(W.another, another, 'is-quiet')] : []));
    };
    const check = (answer) => {
      const grade = NetLearn.grade(variant, answer);
      form.clear();
      form.refuse(grade.result === 'format-error');
      if (TOLD.slice(0, 3).includes(grade.result)) form.mark(answer, keysOf(variant));
      say(answer, grade);
    };
    const showAnswer = () => {
      const answer = entry.answers[number];
      form.clear();
      form.show(answer);
      form.mark(answer, keysOf(variant));
      say(answer, { ...NetLearn.grade(variant, answer), result: 'shown', score: '0' });
    };
    const unsay = () => {
      form.clear();
      said.replaceChildren();
    };

    const legend = h('legend', { tabindex: '-1' }, variant.stem);
    const given = variant.given.length > 0 && h('ul', { class: 'nl-q-given' }, ...variant.given.map((text) => h('li', {}, text)));
    /* where it is not among the options, a button says it */
    const dontKnow = !variant.options && button(NetLearn.words.option.dont_know, () => check('dont-know'), 'is-quiet');
    const main = h('button', { type: 'submit', class: 'nl-btn is-main' }, W.check);
    const element = h(
      'form',
      { novalidate: true },
      h('fieldset', { class: 'nl-q-ask', onchange: unsay, oninput: unsay }, legend, given, form.element),
      hint.list,
      sure.element,
      h('div', { class: 'nl-q-buttons' }, main, hint.more, dontKnow, button(W.show, showAnswer, 'is-quiet'), next),
      said
    );
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      check(form.value());
    });
    return { element, legend };
  };

  const before = (record, today) => {
    if (!record) return '';
    const first = NetLearn.words.quiz_record[record.first.result];
    const due = isDue(record, today) ? ' ' + W.due + '.' : '';
    return filled(W.first, { word: NetLearn.inSentence(first) }) + due;
  };

  /* options: store, today(), place ("Question 1 of 3"), level, tell(slug, response) */
  NetLearn.quizItem = (entry, options) => {
    const record = () => options.store.items()[entry.id];
    const state = h('span', { class: 'nl-quiet' });
    const head = h('h' + options.level, { class: 'nl-h' }, options.place);
    const body = h('div', {});
    const element = h('section', { class: 'nl-q-item', id: NetLearn.uid('nl-q-item') }, h('div', { class: 'nl-q-head' }, head, state), body);
    let number = ((record() || {}).tries || 0) % entry.variants.length;
    const show = (focus) => {
      const now = (options.attempts ? NetLearn.quizAssessed : attempt)(entry, number, options, () => {
        number = (number + 1) % entry.variants.length;
        show(true);
      });
      body.replaceChildren(now.element);
      if (focus) now.legend.focus();
    };
    const refresh = () => (state.textContent = before(record(), options.today()));
    options.store.onChange(refresh);
    refresh();
    show(false);
    return { id: entry.id, title: entry.title, element, focus: () => body.querySelector('legend').focus() };
  };
})();
