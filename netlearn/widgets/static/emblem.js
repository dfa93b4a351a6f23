/* emblem.js: one copy of the liver drawing, with ids of its own and eight segments that answer to pointer and keys. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg } = NetLearn;

  NetLearn.liverSegments = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
  const STATES = ['none', 'small', 'dominant'];
  const W = NetLearn.words.liver;

  /* two drawings on one page must not share ids: each id and each reference to one gets a prefix */
  const withOwnIds = (drawing, prefix) => {
    for (const node of [drawing, ...drawing.querySelectorAll('*')]) {
      for (const { name, value } of [...node.attributes]) {
        if (name === 'id') node.setAttribute(name, prefix + value);
        else if (name === 'href' && value[0] === '#') node.setAttribute(name, '#' + prefix + value.slice(1));
        else if (value.includes('url(#')) node.setAttribute(name, value.replaceAll('url(#', 'url(#' + prefix));
      }
    }
    return drawing;
  };
  const copy = () => {
    const parsed = new DOMParser().parseFromString(NetLearn.liverDrawing, 'image/svg+xml').documentElement;
    const drawing = withOwnIds(document.importNode(parsed, true), NetLearn.uid('nl-liver') + '-');
    const title = drawing.querySelector('title');
    drawing.removeAttribute('aria-labelledby');
    drawing.setAttribute('aria-label', title.textContent);
    drawing.setAttribute('aria-describedby', drawing.querySelector('desc').id);
    title.remove(); // browsers would show it as a tooltip over the whole map
    return drawing;
  };

  /* change(segment, state) is called by the reader's click or key; returns the drawing and what can be shown on it */
  NetLearn.emblem = (change) => {
    const drawing = copy();
    const groups = [...drawing.querySelectorAll('.seg')];
    const set = (group, state) => change(group.dataset.segment, state);
    const step = (group) => set(group, STATES[(STATES.indexOf(group.dataset.state) + 1) % STATES.length]);
    for (const group of groups) {
      group.addEventListener('click', () => step(group));
      group.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Enter' || event.key === ' ') step(group);
        else if (STATES[event.key]) set(group, STATES[event.key]);
        else return;
        event.preventDefault();
      });
    }
    const show = (values) => {
      drawing.setAttribute('data-diffuse', values.diffuse_multifocal ? 'yes' : 'no');
      for (const group of groups) {
        const state = STATES.includes(values[group.dataset.segment]) ? values[group.dataset.segment] : 'none';
        group.dataset.state = state;
        group.setAttribute('aria-label', group.getAttribute('aria-label').replace(/:.*/, ': ' + W['holds_' + state]));
      }
    };
    const name = (segment) => drawing.querySelector('[data-segment="' + segment + '"]').getAttribute('aria-label').replace(/:.*/, '');
    /* a picture beside a text that says the same: shown, and skipped by keyboard and reading aloud */
    const still = () => {
      drawing.setAttribute('aria-hidden', 'true');
      for (const group of groups) for (const each of ['tabindex', 'role', 'aria-label']) group.removeAttribute(each);
    };
    const mark = (segments) => groups.forEach((group) => group.classList.toggle('is-marked', segments.includes(group.dataset.segment)));
    return { element: drawing, show, name, still, mark, say: (segment, state) => NetLearn.say(W.spoken, { segment, holds: W['holds_' + state] }) };
  };

  /* the dots of each mark: where, and how large */
  const KEY = {
    small: [[8, 14, 2.6], [15, 10, 2.1], [16, 17, 1.7]],
    dominant: [[12, 12, 7]],
    diffuse: [[5, 6, 2], [12, 5, 1.5], [18, 8, 2.2], [8, 12, 1.5], [14, 13, 1.8], [6, 18, 2], [12, 19, 1.5], [19, 17, 1.8]],
  };
  NetLearn.liverKey = (names = Object.keys(KEY)) =>
    h(
      'div',
      { class: 'nl-liver-key' },
      ...names.map((name) => {
        const dots = KEY[name].map(([cx, cy, r]) => svg('circle', { cx, cy, r }));
        const ground = svg('rect', { class: 'ground', width: 24, height: 24, rx: 5 });
        return h('span', {}, svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, ground, ...dots), name);
      })
    );
})();
