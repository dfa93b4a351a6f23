/* order.js: steps into an order; the score is the share of constraints kept. Each step has two buttons: the one that
   moved it keeps the focus, and the new place is said. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say } = NetLearn;
  const W = NetLearn.words.kind;
  const { graded, idsOf, several } = NetLearn.quizGrading;

  const form = (variant) => {
    const spoken = h('p', { class: 'nl-sr', role: 'status' });
    const list = h('ol', { class: 'nl-q-steps' });
    let moved = false;
    const move = (step, by) => {
      const steps = [...list.children];
      const to = steps.indexOf(step.element) + by;
      if (to < 0 || to >= steps.length) return (spoken.textContent = say(W.at_end, { step: step.text }));
      steps[to][by < 0 ? 'before' : 'after'](step.element);
      step.buttons[by].focus(); // a moved node loses it
      moved = true;
      ends();
      spoken.textContent = say(W.moved, { step: step.text, place: to + 1, of: steps.length });
      list.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const button = (step, by, sign, word) => {
      const label = h('span', { class: 'nl-sr' }, say(word, { step: step.text }));
      return NetLearn.button([h('span', { 'aria-hidden': 'true' }, sign), label], () => move(step, by));
    };
    const all = variant.steps.map(({ id, text }) => {
      const step = { id, text };
      step.buttons = { [-1]: button(step, -1, '↑', W.move_up), 1: button(step, 1, '↓', W.move_down) };
      step.element = h('li', { 'data-id': id }, h('span', {}, text), step.buttons[-1], step.buttons[1]);
      return step;
    });
    /* not disabled: a disabled button would drop the focus */
    const ends = () => {
      const now = [...list.children];
      for (const { element, buttons } of all) {
        buttons[-1].setAttribute('aria-disabled', String(element === now[0]));
        buttons[1].setAttribute('aria-disabled', String(element === now[now.length - 1]));
      }
    };
    const show = (ids) => {
      list.replaceChildren(...ids.map((id) => all.find((step) => step.id === id).element));
      moved = true;
      ends();
    };
    show(variant.steps.map((step) => step.id));
    moved = false;
    const value = () => (moved ? [...list.children].map((element) => element.dataset.id) : null);
    return { element: h('div', {}, list, spoken), value, show };
  };

  NetLearn.quizKind('order', {
    form,
    read: (v, answer) => {
      const listed = several(answer, idsOf(v.steps));
      return listed && listed.length === v.steps.length ? listed : null;
    },
    grade: (v, answer) => {
      const kept = ([first, then]) => answer.indexOf(first) < answer.indexOf(then);
      const broken = v.reasons.filter((_, n) => !kept(v.before[n]));
      const shown = broken.length ? broken : v.reasons;
      const total = v.before.length;
      return graded(total - broken.length, total, broken.map((each) => each.feedback), shown.flatMap((each) => each.evidence));
    },
  });
})();
