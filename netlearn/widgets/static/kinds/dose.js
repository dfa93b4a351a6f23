/* dose.js: a prescription from the menus of dose-check, which judges it; what it accepts with a caution of its own is
   right in part. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { say } = NetLearn;
  const W = NetLearn.words.kind;
  const { graded, isObject, one, tableOf, optionsOf, flipTo, changed, isErratum, errataOf } = NetLearn.quizGrading;
  const FIELDS = ['drug', 'formulation', 'dose', 'route', 'frequency'];

  const form = (variant) => {
    const inputs = FIELDS.map((name) => tableOf(variant).inputs.find((input) => input.name === name));
    const optionsIn = ({ values, labels }) => values.map((id, n) => ({ id, text: labels[n] }));
    return NetLearn.quizMenus(inputs.map((input) => ({ id: input.name, text: input.label, options: optionsIn(input) })));
  };

  const own = (d) => d.cautions.filter((caution) => !isErratum(caution) && caution.risk !== 'C');
  const isDangerous = (d) => (d.verdict === 'reject' ? d.cautions : own(d)).some(({ risk }) => risk === 'A');

  /* a contradiction, or a unit that the drug does not have, has a sentence of its own; the rest is refused by what is accepted */
  const refusal = (error) => (error.endsWith('.') ? error : say(W.dose_accepted, { accepted: error }));

  NetLearn.quizKind('dose', {
    form,
    read: (v, answer) => {
      if (!isObject(answer) || Object.keys(answer).length !== FIELDS.length) return null;
      const listed = (name) => one(answer[name], optionsOf(tableOf(v), name)) !== null;
      return FIELDS.every(listed) ? answer : null;
    },
    grade: (v, answer) => {
      const table = tableOf(v);
      const values = { ...answer, context: v.context };
      const d = NetLearn.decide(table, values);
      if (d.error) return graded(0, 1, [refusal(d.error)], []);
      const asked = answer.drug === v.drug;
      const accepted = asked && d.verdict === 'accept';
      const warned = accepted ? own(d) : [];
      const right = accepted && !warned.length;
      const flip = asked && !accepted && flipTo(table, values, d, 'accept', (name) => FIELDS.includes(name));
      const other = asked ? '' : say(W.dose_asked, v);
      return graded(accepted ? 1 : 0, warned.length ? 2 : 1, [other, d.because, ...warned.map(({ text }) => text)], d.evidence, {
        errata: errataOf(d),
        dangerous: !right && isDangerous(d),
        flips: flip ? say(W.dose_flip, { field: W['field_' + flip.input], value: changed(flip) }) : '',
      });
    },
  });
})();
