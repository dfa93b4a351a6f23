/* quantity.js: an amount with its unit: right within the range, else the first band of known wrong answers speaks. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.kind;
  const { graded } = NetLearn.quizGrading;
  const { amount, within } = NetLearn.quizAmount;

  const form = (variant) => {
    const ids = { box: NetLearn.uid('nl-q'), hint: NetLearn.uid('nl-q') };
    const box = h('input', { id: ids.box, type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': ids.hint });
    const frame = h('span', { class: 'nl-number nl-q-amount' }, box);
    const refuse = (bad) => {
      frame.classList.toggle('is-bad', bad);
      box.setAttribute('aria-invalid', String(bad));
    };
    const hint = variant.accepted[0].toUpperCase() + variant.accepted.slice(1) + '.';
    const label = h('label', { class: 'nl-label', for: ids.box }, W.your_answer);
    return {
      element: h('div', { class: 'nl-field' }, label, frame, h('p', { class: 'nl-hint', id: ids.hint }, hint)),
      value: () => box.value.trim() || null,
      show: (text) => (box.value = text),
      clear: () => refuse(false),
      refuse,
    };
  };

  NetLearn.quizKind('quantity', {
    form,
    read: (v, answer) => amount(answer, v.dimension, v.unit),
    grade: (v, value) => {
      if (within(value, v)) return graded(1, 1, [v.right.feedback], v.right.evidence);
      const band = v.bands.find((each) => within(value, each)) || { ...v.wrong, dangerous: false };
      return graded(0, 1, [band.feedback], band.evidence, { dangerous: band.dangerous });
    },
  });
})();
