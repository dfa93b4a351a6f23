/* place.js: metastases onto the map of the liver, so that it is of the type asked for; the table judges the map. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say } = NetLearn;
  const W = NetLearn.words.kind_liver;
  const { graded, isObject, tableOf, flipTo, changed, errataOf } = NetLearn.quizGrading;
  const segments = () => NetLearn.liverSegments; // the drawing's script may come after this one
  const STATED = 'diffuse_multifocal';
  const STATES = ['none', 'small', 'dominant'];

  const form = () => {
    const spoken = h('p', { class: 'nl-sr', role: 'status' });
    const box = h('input', { type: 'checkbox', role: 'switch' });
    let values = {};
    const drawing = NetLearn.emblem((segment, state) => {
      values = { ...values, [segment]: state };
      draw();
      spoken.textContent = drawing.say(segment, state);
      element.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const draw = () => drawing.show({ ...values, [STATED]: box.checked });
    box.addEventListener('change', draw);
    const hint = h(
      'p',
      { class: 'nl-sides' },
      h('span', {}, NetLearn.words.liver.sides),
      h('span', {}, W.place_keys)
    );
    const toggle = h('label', { class: 'nl-toggle' }, box, NetLearn.words.liver.stated);
    const map = { class: 'nl-q-map', role: 'group', 'aria-label': W.place_map };
    const element = h('div', map, drawing.element, hint, NetLearn.liverKey(), toggle, spoken);
    const lesions = () => Object.entries(values).filter(([, state]) => state !== 'none');
    const show = ({ [STATED]: stated, ...states }) => {
      values = states;
      box.checked = Boolean(stated);
      draw();
    };
    draw();
    const value = () => {
      if (!lesions().length && !box.checked) return null;
      return { ...Object.fromEntries(lesions()), ...(box.checked ? { [STATED]: true } : {}) };
    };
    return { element, value, show };
  };

  const lower = (label) => label.slice(0, 1).toLowerCase() + label.slice(1);
  const verdictWords = (table, d) => {
    const labels = (d.verdict ? [d.verdict] : d.possible).map((verdict) => lower(NetLearn.verdictLabel(table, verdict)));
    if (!labels.length) return W.no_rule;
    return labels.length > 1 ? say(W.no_prevailing, { verdicts: NetLearn.list(labels, 'or') }) : labels[0];
  };
  const mapFlip = (flip) => {
    if (flip.input === STATED) return flip.set ? W.if_stated : W.if_not_stated;
    return say(W.if_held, { segment: flip.input, value: changed(flip) });
  };

  NetLearn.quizKind('place', {
    form,
    read: (v, answer) => {
      if (!isObject(answer)) return null;
      const { [STATED]: stated = false, ...lesions } = answer;
      const states = Object.values(lesions);
      const known = Object.keys(lesions).every((segment) => segments().includes(segment)) && states.every((s) => STATES.includes(s));
      if (typeof stated !== 'boolean' || !known || states.every((s) => s === 'none')) return null;
      return { ...Object.fromEntries(segments().map((segment) => [segment, 'none'])), ...lesions, [STATED]: stated };
    },
    grade: (v, values) => {
      const table = tableOf(v);
      const d = NetLearn.decide(table, values);
      const errata = errataOf(d);
      if (d.verdict === v.wanted) return graded(1, 1, [d.because], d.evidence, { errata });
      const flip = flipTo(table, values, d, v.wanted, () => true);
      const flips = flip ? mapFlip(flip) : '';
      return graded(0, 1, [say(W.map_is, { verdict: verdictWords(table, d) }), d.because], d.evidence, { errata, flips });
    },
  });
})();
