/* ablation-physics.js: how far heat and cold reach: what the models answer for one probe, read between the points at which they were computed. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg, say } = NetLearn;
  const W = NetLearn.words.reach;
  const { interpolate } = NetLearn.ablationModel;

  const NAMES = {
    power: [W.power, 1],
    time: [W.time, 0.5],
    perfusion: [W.perfusion, 5],
    vessel: [W.vessel, 1],
    probe: [W.probe, 5],
    distance: [W.distance, 0.5],
  };
  const SHORT = { power: W.by_power, time: W.by_time, perfusion: W.by_perfusion, vessel: W.by_vessel };
  const signed = (number) => String(number).replace('-', '\u2212');
  const mm = (number) => number.toFixed(1) + '\u00a0mm';
  const degrees = (number) => signed(number) + '\u00a0°C';
  const last = (values) => values[values.length - 1];
  const withUnit = (axis, value) => signed(value) + '\u00a0' + (value === 1 ? axis.unit.replace(/s$/, '') : axis.unit).replace(/ /g, '\u00a0');
  const said = (axis, value) => (axis.name === 'vessel' && value === last(axis.values) ? W.none_near : withUnit(axis, value));

  /* ----- one slider along an axis of a table ----- */
  const slider = (axis, change) => {
    const [label, step] = NAMES[axis.name];
    const id = NetLearn.uid('nl-axis');
    const [low, high] = [axis.values[0], last(axis.values)];
    const range = h('input', { id, type: 'range', min: low, max: high, step });
    const output = h('output', { for: id });
    const show = (value) => {
      range.value = value;
      range.style.setProperty('--p', (100 * (value - low)) / (high - low) + '%');
      range.setAttribute('aria-valuetext', said(axis, value));
      output.textContent = said(axis, value);
    };
    range.addEventListener('input', () => change({ [axis.name]: Number(range.value) }));
    const top = h('div', { class: 'top' }, h('label', { class: 'nl-label', for: id }, label), output);
    return { name: axis.name, show, element: h('div', { class: 'nl-slider' }, top, range) };
  };
  /* the one that the text is about stands under the drawing, the others one step away */
  const sliders = (axes, first, change) => {
    const all = axes.map((axis) => slider(axis, change));
    const others = all.filter(({ name }) => name !== first);
    const words = others.map(({ name }) => NetLearn.inSentence(NAMES[name][0])).join(', ');
    const fold = h('details', { class: 'nl-more' }, h('summary', {}, words[0].toUpperCase() + words.slice(1)), h('div', { class: 'nl-form' }, ...others.map(({ element }) => element)));
    return { first: all.find(({ name }) => name === first).element, fold, show: (at) => all.forEach((one) => one.show(at[one.name])) };
  };

  /* ----- sections through tissue, to scale: one unit is a millimetre, the probe lies along x ----- */
  const SIZE = [48, 22]; // each way from the middle: room for the largest zone of the grid
  const canvas = (x, y) => {
    const lines = [];
    for (let at = -10 * Math.floor(x / 10); at <= x; at += 10) lines.push('M' + at + ' ' + -y + 'V' + y);
    for (let at = -10 * Math.floor(y / 10); at <= y; at += 10) lines.push('M' + -x + ' ' + at + 'H' + x);
    return svg('path', { class: 'grid', d: lines.join('') });
  };
  /* the outline has its length on either side and its width; between them it is drawn as an ellipse */
  const outline = (kind, away, towards, radius) => {
    const half = (to, end) => 'A' + end + ' ' + radius + ' 0 0 1 ' + to;
    const d = 'M0 ' + radius + half('0 ' + -radius, away) + half('0 ' + radius, towards) + 'Z';
    return away > 0 && towards > 0 && radius > 0 ? svg('path', { class: kind, d }) : null;
  };
  const section = (picture, size, words, ...shapes) => {
    const [x, y] = size;
    picture.setAttribute('viewBox', [-x, -y, 2 * x, 2 * y].join(' '));
    picture.setAttribute('aria-label', words);
    picture.replaceChildren(canvas(x, y), ...shapes.filter(Boolean));
  };
  const needle = (length, x) => svg('path', { class: 'shaft', d: 'M' + -x + ' 0H' + length / 2 });
  const swatch = (kind) => svg('svg', { class: 'nl-swatch', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, svg('circle', { class: kind, r: 6.5 }));
  /* what is drawn and how large it is, in one line each: kind of line or null, words, size */
  const sizes = (rows) =>
    h('dl', { class: 'nl-sizes' }, rows.map(([kind, term, text]) => [h('dt', {}, kind && swatch(kind), kind && ' ', term), h('dd', {}, text)]));
  const part = (level, title, ...content) => {
    const id = NetLearn.uid('nl-part');
    return h('div', { class: 'nl-physics', role: 'group', 'aria-labelledby': id }, h('h' + level, { class: 'nl-h', id }, title), ...content);
  };

  /* ----- the zone along one axis, the others held: a curve, and the same as a table ----- */
  const along = (table, at, name) => {
    const { values } = table.axes.find((axis) => axis.name === name);
    return values.map((value) => [value, interpolate(table, 'damage_width', { ...at, [name]: value })]);
  };
  const curve = (table, at, name) => {
    const axis = table.axes.find((each) => each.name === name);
    const points = along(table, at, name);
    const [low, high] = [axis.values[0], last(axis.values)];
    const top = 10 * Math.ceil(Math.max(10, ...points.map(([, zone]) => zone)) / 10);
    const place = ([value, zone]) => [(300 * (value - low)) / (high - low), 100 - (100 * zone) / top];
    const [cx, cy] = place([at[name], interpolate(table, 'damage_width', at)]);
    const drawn = svg(
      'svg',
      { class: 'nl-curve', viewBox: '-34 -10 348 150', 'aria-hidden': 'true' },
      ...[0, top / 2, top].map((zone) => [
        svg('path', { class: 'tick', d: 'M0 ' + (100 - (100 * zone) / top) + 'H300' }),
        svg('text', { x: -6, y: 104 - (100 * zone) / top, class: 'end' }, String(zone)),
      ]).flat(),
      svg('path', { class: 'axis', d: 'M0 0V100H300' }),
      ...[low, (low + high) / 2, high].map((value) => svg('text', { x: (300 * (value - low)) / (high - low), y: 116, class: 'mid' }, said(axis, value))),
      svg('text', { x: 150, y: 136, class: 'mid name' }, NAMES[name][0]),
      svg('polyline', { points: points.map((point) => place(point).join(',')).join(' ') }),
      svg('circle', { cx, cy, r: 5 })
    );
    const cells = points.map(([value, zone]) => h('tr', {}, h('th', { scope: 'row' }, said(axis, value)), h('td', {}, mm(zone))));
    const head = h('tr', {}, h('th', { scope: 'col' }, NAMES[name][0]), h('th', { scope: 'col' }, W.zone_across));
    return {
      drawn: [
        h('p', { class: 'nl-hint' }, W.axis),
        drawn,
      ],
      table: h('table', {}, h('thead', {}, head), h('tbody', {}, ...cells)),
    };
  };

  const heat = (level, grid, model) => {
    const table = grid.heat;
    const [power, , vessel, time] = table.axes;
    const at = { power: power.values[Math.floor(power.values.length / 2)], perfusion: model.perfusion, vessel: last(vessel.values), time: last(time.values) };
    let against = 'time';
    const picture = svg('svg', { class: 'nl-scale', role: 'img' });
    const read = h('div', { class: 'nl-read', 'aria-live': 'polite' });
    const chart = h('div', { class: 'nl-against' });
    const numbers = h('div', {});
    const controls = sliders(table.axes, 'vessel', (change) => draw(Object.assign(at, change)));
    const options = Object.entries(SHORT).map(([value, label]) => ({ value, label }));
    const chooser = NetLearn.segments(W.against, options, (name) => draw((against = name)));
    const get = (name) => interpolate(table, name, at);
    const draw = () => {
      const [width, away, towards] = ['width', 'away', 'towards'].map((name) => get('damage_' + name));
      const near = at.vessel < last(vessel.values);
      const begins = model.electrode / 2 + at.vessel;
      const wall = near && svg('rect', { class: 'vessel', x: begins, y: -model.vessel / 2, width: 60, height: model.vessel });
      const words = say(W.section_of_heat, { across: mm(width), along: mm(away + towards) });
      const hot = outline('needed', get('isotherm_away'), get('isotherm_towards'), get('isotherm_width') / 2);
      section(picture, SIZE, words, outline('zone', away, towards, width / 2), hot, wall, needle(model.electrode, SIZE[0]));
      const rows = [
        ['zone', W.destroyed_across, mm(width)],
        [null, W.destroyed_along, mm(away + towards)],
        ['needed', say(W.across, { what: degrees(model.isotherm) }), mm(get('isotherm_width'))],
        near ? ['vessel', W.both_ways, mm(towards) + ', ' + mm(away)] : [null, W.each_way, mm(towards) + ', ' + mm(away)],
      ];
      read.replaceChildren(sizes(rows));
      const found = curve(table, at, against);
      chart.replaceChildren(...found.drawn);
      numbers.replaceChildren(found.table);
      controls.show(at);
      chooser.show(against);
    };
    draw();
    const more = h('details', { class: 'nl-more' }, h('summary', {}, W.more), chooser.element, chart, numbers);
    return part(level, W.heat, h('div', { class: 'nl-section' }, h('div', {}, picture, controls.first), read, h('div', { class: 'nl-folds' }, controls.fold, more)));
  };

  const LEVELS = ['edge', 'harmful', 'lethal', 'target'];
  const cold = (level, grid, model) => {
    const [probe, , time] = grid.ice.axes;
    const distances = last(grid.cooling.axes);
    const at = { probe: model.probe, perfusion: model.perfusion, time: last(time.values), distance: distances.values[Math.floor(distances.values.length / 2)] };
    const picture = svg('svg', { class: 'nl-scale', role: 'img' });
    const read = h('div', { class: 'nl-read', 'aria-live': 'polite' });
    const controls = sliders([...grid.ice.axes, distances], 'time', (change) => draw(Object.assign(at, change)));
    const get = (name) => interpolate(grid.ice, name, at);
    const name = (which) => (which === 'edge' ? W.ice_edge : degrees(model.levels[which]));
    const draw = () => {
      const radii = LEVELS.map((which) => get(which + '_radius'));
      const shapes = LEVELS.map((which, n) => outline('ice-' + which, get(which + '_length'), get(which + '_length'), radii[n]));
      const words = LEVELS.map((which, n) => say(W.ring, { what: name(which), across: mm(2 * radii[n]) }));
      section(picture, SIZE, say(W.section_of_cold, { rings: words.join(', ') }), ...shapes, needle(model.cryoprobe, SIZE[0]));
      const rate = interpolate(grid.cooling, 'rate', at);
      const speed = rate > 0 ? say(W.speed, { rate: rate.toFixed(0), level: degrees(model.levels.harmful) }) : say(W.never, { level: degrees(model.levels.harmful) });
      const rows = [...LEVELS.map((which, n) => ['ice-' + which, say(W.across, { what: name(which) }), mm(2 * radii[n])]), [null, say(W.cooling, { distance: withUnit(distances, at.distance) }), speed]];
      read.replaceChildren(sizes(rows));
      controls.show(at);
    };
    draw();
    return part(level, W.cold, h('div', { class: 'nl-section' }, h('div', {}, picture, controls.first), read, h('div', { class: 'nl-folds' }, controls.fold)));
  };

  const note = W.note;
  /* on a phone both probes fold under one line, so that the text around them stays together */
  const isPhone = () => globalThis.matchMedia('(max-width: 47.99rem)').matches;
  const widget = (bench, level) => {
    const id = NetLearn.uid('nl-title');
    const panes = [heat(level + 1, bench.grid, bench.model), cold(level + 1, bench.grid, bench.model)];
    const body = h('div', { class: 'body' }, ...panes.map((pane) => h('div', { class: 'pane' }, pane)));
    return h(
      'div',
      { class: 'nl nl-widget nl-reach', role: 'group', 'aria-labelledby': id },
      h('header', {}, h('h' + level, { id }, W.title)),
      h('details', { class: 'nl-more', open: !isPhone() }, h('summary', {}, W.summary), body),
      h('footer', {}, h('span', {}, note), h('span', {}, NetLearn.words.frame.advice))
    );
  };

  /* options: tables {name: {edition: data}} with the data of the bench and its grid, level. It keeps no case. */
  NetLearn.reach = (host, options) => {
    const [bench] = Object.values(options.tables[NetLearn.reach.table]);
    if (bench.grid) host.replaceChildren(widget(bench, NetLearn.levelOf(options)));
    return { set: () => {} };
  };
  NetLearn.reach.table = 'ablation-bench';
})();
