/* quiz-places.js: the answer forms of places: steps into an order, metastases onto the liver, segments out of it. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const nothing = () => {};

  /* ----- steps: two buttons each. The button that moved a step keeps the focus, and the new place is said ----- */
  const order = (variant) => {
    const spoken = h('p', { class: 'nl-sr', role: 'status' });
    const list = h('ol', { class: 'nl-q-steps' });
    let moved = false;
    const move = (step, by) => {
      const steps = [...list.children];
      const to = steps.indexOf(step.element) + by;
      if (to < 0 || to >= steps.length) return (spoken.textContent = step.text + ' is at the end already.');
      steps[to][by < 0 ? 'before' : 'after'](step.element);
      step.buttons[by].focus(); // a moved node loses it
      moved = true;
      ends();
      spoken.textContent = step.text + ': now ' + (to + 1) + ' of ' + steps.length + '.';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const button = (step, by, sign, word) => {
      const label = h('span', { class: 'nl-sr' }, word + ': ' + step.text);
      return h('button', { type: 'button', class: 'nl-btn', onclick: () => move(step, by) }, h('span', { 'aria-hidden': 'true' }, sign), label);
    };
    const all = variant.steps.map(({ id, text }) => {
      const step = { id, text };
      step.buttons = { [-1]: button(step, -1, '↑', 'Move up'), 1: button(step, 1, '↓', 'Move down') };
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
    return { element: h('div', {}, list, spoken), value, show, mark: nothing, clear: nothing, refuse: nothing };
  };

  /* ----- the map of the liver, without its live answer ----- */
  const DIFFUSE = 'diffuse_multifocal';
  const place = () => {
    const spoken = h('p', { class: 'nl-sr', role: 'status' });
    const box = h('input', { type: 'checkbox', role: 'switch' });
    let values = {};
    const drawing = NetLearn.emblem((segment, state) => {
      values = { ...values, [segment]: state };
      draw();
      spoken.textContent = drawing.say(segment, state);
      element.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const draw = () => drawing.show({ ...values, [DIFFUSE]: box.checked });
    box.addEventListener('change', draw);
    const hint = h(
      'p',
      { class: 'nl-sides' },
      h('span', {}, "The patient's right is on the left."),
      h('span', {}, 'Select a segment: none, small, dominant. Keys: Enter or Space, or 0 to 2.')
    );
    const toggle = h('label', { class: 'nl-toggle' }, box, 'Stated diffuse, multifocal');
    const map = { class: 'nl-q-map', role: 'group', 'aria-label': 'Liver map' };
    const element = h('div', map, drawing.element, hint, NetLearn.liverKey(), toggle, spoken);
    const lesions = () => Object.entries(values).filter(([, state]) => state !== 'none');
    const show = ({ [DIFFUSE]: stated, ...segments }) => {
      values = segments;
      box.checked = Boolean(stated);
      draw();
    };
    draw();
    const value = () => {
      if (!lesions().length && !box.checked) return null;
      return { ...Object.fromEntries(lesions()), ...(box.checked ? { [DIFFUSE]: true } : {}) };
    };
    return { element, value, show, mark: nothing, clear: nothing, refuse: nothing };
  };

  /* ----- segments to take out: a box for each, beside the map that shows what they hold ----- */
  const resect = (variant) => {
    const drawing = NetLearn.emblem(nothing);
    const options = NetLearn.liverSegments.map((segment) => ({ id: segment, text: drawing.name(segment) }));
    const boxes = NetLearn.quizRows(options, 'checkbox');
    const draw = () => drawing.mark(boxes.chosen());
    drawing.show(variant.lesions);
    drawing.still();
    boxes.element.addEventListener('change', draw);
    drawing.element.addEventListener('click', (event) => {
      const segment = event.target.closest('.seg');
      if (segment) boxes.all.find((each) => each.id === segment.dataset.segment).box.click();
    });
    const sides = h('p', { class: 'nl-sides' }, h('span', {}, "The patient's right is on the left."), h('span', {}, 'Tick the segments to take out.'));
    const show = (segments) => (boxes.show(segments), draw());
    const value = () => (boxes.chosen().length ? boxes.chosen() : null);
    const element = h('div', { class: 'nl-q-out' }, h('div', { class: 'nl-q-map' }, drawing.element, sides, NetLearn.liverKey(['small', 'dominant'])), boxes.element);
    return { element, value, show, mark: nothing, clear: nothing, refuse: nothing };
  };

  Object.assign(NetLearn.quizForms, { order, place, resect });
})();
