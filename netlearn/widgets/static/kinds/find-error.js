/* find-error.js: the piece of a sentence that is wrong, and half of the score what it should say. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.kind;
  const { graded, isText, isObject, idsOf, one, byId } = NetLearn.quizGrading;
  const DONT_KNOW = 'dont-know';

  const group = (legend, list) => h('fieldset', { class: 'nl-q-part' }, h('legend', {}, legend), list.element);
  const form = (variant) => {
    const spans = NetLearn.quizRows(variant.spans, 'radio');
    const mends = variant.correction && NetLearn.quizRows(variant.correction.options, 'radio');
    const sentence = h('blockquote', {}, variant.spans.map((span) => span.text).join(''));
    const element = h('div', {}, sentence, group(W.piece, spans), mends && group(W.mended, mends));
    const mended = () => (mends && mends.chosen()[0]) || null;
    return {
      element,
      value: () => (spans.chosen().length ? { span: spans.chosen()[0], correction: mended() } : null),
      show: ({ span, correction }) => (spans.show([span]), mends && mends.show([correction])),
      mark: ({ span, correction }, keys) => (spans.mark([span], keys), mends && mends.mark([correction], variant.correction.key)),
      clear: () => (spans.clear(), mends && mends.clear()),
    };
  };

  NetLearn.quizKind('find-error', {
    form,
    read: (v, answer) => {
      const given = isText(answer) ? { span: answer } : answer;
      if (!isObject(given) || Object.keys(given).some((key) => key !== 'span' && key !== 'correction')) return null;
      const span = one(given.span, idsOf(v.spans));
      const said = given.correction === undefined ? null : given.correction;
      const correction = said === null ? null : one(said, v.correction ? idsOf(v.correction.options) : []);
      return span === null || (said !== null && correction === null) ? null : { span, correction };
    },
    grade: (v, answer) => {
      const span = byId(v.spans, answer.span);
      const found = v.key.includes(answer.span);
      if (!found || !v.correction) return graded(found ? 1 : 0, 1, [span.feedback], span.evidence);
      const chosen = byId(v.correction.options, answer.correction);
      if (!chosen || chosen.id === DONT_KNOW) return graded(1, 2, [span.feedback], span.evidence);
      const mended = v.correction.key.includes(chosen.id) ? 2 : 1;
      const evidence = [...span.evidence, ...chosen.evidence];
      return graded(mended, 2, [span.feedback, chosen.feedback], evidence, { dangerous: Boolean(chosen.dangerous) });
    },
  });
})();
