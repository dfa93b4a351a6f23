/* liver-picture.js: the map of the liver as a control: the drawing, a line that speaks each change, its key, and what is
   stated of it as a whole. The liver map and the board show the same.

     NetLearn.liverPicture(change)   { elements, show(values) }: values by segment, and diffuse_multifocal; change is called with
         what the reader changed
     NetLearn.liverSpoken(change)    the drawing with its line alone, for a small map */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const DIFFUSE = 'diffuse_multifocal';
  const HINT = 'Select a segment to step through none, small and dominant. With the keyboard: Tab to a segment, then Enter or Space, or 0 to 2.';

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
      { value: false, label: 'no' },
      { value: true, label: 'yes' },
      { value: null, label: NetLearn.words.value.unknown },
    ];
    return NetLearn.segments('Stated diffuse, multifocal', options, (value) => change({ [DIFFUSE]: value }));
  };

  NetLearn.liverPicture = (change) => {
    const drawing = NetLearn.liverSpoken(change);
    const diffuse = diffuseField(change);
    const picture = h('div', {}, drawing.element, h('p', { class: 'nl-sides' }, "The patient's right is on the left."), drawing.spoken);
    const show = (values) => {
      drawing.show(values);
      diffuse.show(values[DIFFUSE]);
    };
    return { elements: [picture, NetLearn.liverKey(), h('p', { class: 'nl-hint' }, HINT), diffuse.element], show };
  };
})();
