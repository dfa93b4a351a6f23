/* liver-picture.js: the map of the liver as a control: the drawing, a line that speaks each change, its key, and what is
   stated of it as a whole. The liver map and the board show the same.

     NetLearn.liverPicture(change)   { elements, show(values) }: values by segment, and diffuse_multifocal; change is called with
         what the reader changed
     NetLearn.liverSpoken(change)    the drawing with its line alone, for a small map */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.liver;
  const DIFFUSE = 'diffuse_multifocal';

  /* the drawing with a line that speaks each change of a segment */
  NetLearn.liverSpoken = (change) => {
    const spoken = h('p', { class: 'nl-sr', role: 'status' });
    const emblem = NetLearn.emblem((segment, state) => {
      change({ [segment]: state });
      spoken.textContent = emblem.say(segment, state);
    });
    return { ...emblem, spoken };
  };

  const diffuseField = (change) => {
    const options = [
      { value: false, label: NetLearn.words.value.no },
      { value: true, label: NetLearn.words.value.yes },
      { value: null, label: NetLearn.words.value.unknown },
    ];
    return NetLearn.segments(W.stated, options, (value) => change({ [DIFFUSE]: value }));
  };

  NetLearn.liverPicture = (change) => {
    const drawing = NetLearn.liverSpoken(change);
    const diffuse = diffuseField(change);
    const picture = h('div', {}, drawing.element, h('p', { class: 'nl-sides' }, W.sides), drawing.spoken);
    const show = (values) => {
      drawing.show(values);
      diffuse.show(values[DIFFUSE]);
    };
    return { elements: [picture, NetLearn.liverKey(), h('p', { class: 'nl-hint' }, W.hint), diffuse.element], show };
  };
})();
