/* supply.js: the drawing of the two vessels, driven by the text: a link [show it](#set=1&two-supplies.show=artery-blocked)
   leaves one of its three livers in the light and says what it shows. Nothing moves but the page to the drawing. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.supply;
  const figure = document.getElementById('figure-two-supplies');
  const host = figure.closest('net-figure');
  const plot = figure.querySelector('.plot');
  const { states, top, row } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent).wide.layout.meta;

  const shades = states.map((_, n) => h('div', { class: 'nl-shade', hidden: true, 'aria-hidden': 'true', style: 'top:' + (top + n * row) + 'px;height:' + row + 'px' }));
  const frame = h('div', { class: 'nl-shaded' });
  const said = h('span', { role: 'status' });
  const all = h('button', { type: 'button', class: 'nl-btn is-quiet', onclick: () => show(-1) }, W.all);
  const line = h('p', { class: 'st', hidden: true }, said, ' ', all);
  plot.before(line, frame);
  frame.append(plot, ...shades);

  const show = (shown) => {
    shades.forEach((shade, n) => (shade.hidden = shown < 0 || n === shown));
    said.textContent = shown < 0 ? '' : states[shown].says;
    line.hidden = shown < 0;
  };
  const say = (sentence) => {
    said.textContent = sentence;
    line.hidden = !sentence;
  };
  const take = (fields) => {
    const shown = states.findIndex(({ name }) => name === fields.show);
    if (shown < 0) return NetLearn.say(W.shows, { names: NetLearn.list(states.map(({ name }) => name), 'or') });
    show(shown);
    return '';
  };
  host.setAttribute('name', 'two-supplies');
  NetLearn.address.join('two-supplies', { element: host, take, say }).begin();
})();
