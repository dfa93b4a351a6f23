/* crisis-monitor.js: the monitor of the crisis room: pressure so far, pressure, pulse and minute now, and the signs in words.
   Nothing on it moves by itself: it is drawn again when the reader has done something. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg } = NetLearn;
  const LEFT = 34;
  const LINES = [60, 90, 120]; // of the grid, mmHg
  const LEAST = 10; // minutes that the trace has room for

  const trace = (systolic, width, height) => {
    const across = Math.max(LEAST, systolic.length - 1);
    const at = (n, value) => [LEFT + ((width - LEFT - 12) * n) / across, height - 10 - ((value - 50) * (height - 20)) / 75];
    const points = systolic.map((value, n) => at(n, value));
    const [x, y] = points[points.length - 1];
    const grid = LINES.map((value) => {
      const level = at(0, value)[1];
      return [svg('path', { class: 'grid', d: 'M' + LEFT + ' ' + level + 'H' + width }), svg('text', { x: 0, y: level + 4 }, String(value))];
    });
    return [...grid.flat(), svg('path', { class: 'line', d: 'M' + points.map((point) => point.join(' ')).join('L') }), svg('circle', { cx: x, cy: y, r: 5 })];
  };

  /* returns { element, show(states, scene) } */
  NetLearn.crisisMonitor = (data) => {
    const W = data.words;
    const drawing = svg('svg', { role: 'img' });
    let systolic = [];
    /* drawn in its own pixels, so that its numbers keep their size on a phone */
    const redraw = () => {
      const [width, height] = [drawing.clientWidth || 480, drawing.clientHeight || 120];
      drawing.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
      drawing.replaceChildren(...trace(systolic, width, height));
    };
    const value = (name) => h('dd', { class: name });
    const [bp, hr, minute] = ['bp', 'hr', 'mi'].map(value);
    const say = h('p', { class: 'say', 'aria-live': 'polite', 'aria-atomic': 'true' });
    const element = h(
      'div',
      { class: 'nl-monitor', role: 'group', 'aria-label': W.monitor },
      h('div', { class: 'trace' }, drawing),
      h('dl', {}, h('dt', {}, W.pressure), bp, h('dt', {}, W.rate), hr, h('dt', {}, W.minute), minute),
      say
    );
    const show = (states, scene) => {
      const now = states[states.length - 1];
      const shown = (state) => NetLearn.crisisShown(data, scene, state);
      const [pressure, load] = [shown(now), data.loads.find(({ id }) => id === now.load)];
      systolic = states.map((state) => shown(state).systolic);
      const read = pressure.systolic + '/' + pressure.diastolic;
      const clock = NetLearn.crisisMinute(data, now.minute);
      bp.replaceChildren(read, h('small', {}, '\u00a0' + W.mmhg));
      hr.replaceChildren(String(pressure.pulse), h('small', {}, '\u00a0' + W.per_minute));
      minute.textContent = clock;
      drawing.setAttribute('aria-label', NetLearn.say(W.trace, { values: systolic.join(', ') }));
      redraw();
      say.replaceChildren(
        h('strong', {}, pressure.label),
        h('span', { class: 'nl-sr' }, '. ' + W.pressure + ' ' + read + ', ' + W.rate.toLowerCase() + ' ' + pressure.pulse + ', ' + W.minute.toLowerCase() + ' ' + clock + '.'),
        h('span', {}, ' ' + W.skin + ': ' + load.flushing + '.'),
        h('span', {}, ' ' + W.chest + ': ' + load.bronchospasm + '.')
      );
    };
    if (globalThis.ResizeObserver) new ResizeObserver(() => systolic.length && redraw()).observe(element);
    return { element, show };
  };
})();
