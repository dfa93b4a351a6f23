/* resect.js: segments to take out: enough of what they hold, in as few as can be. A box for each stands beside the map
   that shows what they hold. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say } = NetLearn;
  const W = NetLearn.words.kind_liver;
  const { graded, several } = NetLearn.quizGrading;
  const segments = () => NetLearn.liverSegments; // the drawing's script may come after this one

  const form = (variant) => {
    const drawing = NetLearn.emblem(() => {});
    const options = segments().map((segment) => ({ id: segment, text: drawing.name(segment) }));
    const boxes = NetLearn.quizRows(options, 'checkbox');
    const draw = () => drawing.mark(boxes.chosen());
    drawing.show(variant.lesions);
    drawing.still();
    boxes.element.addEventListener('change', draw);
    drawing.element.addEventListener('click', (event) => {
      const segment = event.target.closest('.seg');
      if (segment) boxes.all.find((each) => each.id === segment.dataset.segment).box.click();
    });
    const sides = h('p', { class: 'nl-sides' }, h('span', {}, NetLearn.words.liver.sides), h('span', {}, W.resect_tick));
    const show = (marked) => (boxes.show(marked), draw());
    const value = () => (boxes.chosen().length ? boxes.chosen() : null);
    const element = h('div', { class: 'nl-q-out' }, h('div', { class: 'nl-q-map' }, drawing.element, sides, NetLearn.liverKey(['small', 'dominant'])), boxes.element);
    return { element, value, show };
  };

  /* of one segment, or of several */
  const ofSegments = (key, names) => say(W[key + (names.length > 1 ? '_many' : '_one')], { segments: NetLearn.list(names, 'and') });

  NetLearn.quizKind('resect', {
    form,
    read: (v, answer) => several(answer, segments()),
    grade: (v, answer) => {
      const marked = segments().filter((segment) => answer.includes(segment));
      const held = (segment) => v.volumes[segment] || 0;
      const taken = marked.reduce((sum, segment) => sum + held(segment), 0);
      const outcome = (halves, said, more) => graded(halves, 2, [more, said.feedback], said.evidence, { errata: said.errata });
      if (taken < v.least) {
        const left = segments().filter((segment) => held(segment) && !marked.includes(segment));
        const stays = ofSegments('stays', left);
        return outcome(0, v.short, v.goal === 'complete' ? stays : say(W.takes, { share: taken }));
      }
      if (marked.length === v.fewest) return outcome(2, v.enough, '');
      const healthy = marked.filter((segment) => !held(segment));
      return outcome(1, v.enough, healthy.length ? ofSegments('healthy', healthy) : W.fewer);
    },
  });
})();
