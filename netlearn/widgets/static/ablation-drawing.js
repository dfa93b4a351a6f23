/* ablation-drawing.js: lesion, margin and the zone of one probe, drawn to scale on a grid of centimetres. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg, say } = NetLearn;
  const W = NetLearn.words.bench;
  const cm = (number) => number + '\u00a0cm';

  const circle = (kind, diameter, more) => svg('circle', { class: kind, r: 5 * diameter, ...more });
  const hatch = (id) =>
    svg(
      'pattern',
      { id, width: 2.4, height: 2.4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { class: 'missed', width: 2.4, height: 2.4 }),
      svg('path', { class: 'stripe', d: 'M0 0V2.4' })
    );
  /* one line each 10 units, that is each centimetre */
  const grid = (x, y) => {
    const marks = (end) => Array.from({ length: 2 * Math.floor(end / 10) + 1 }, (_, n) => 10 * (n - Math.floor(end / 10)));
    const lines = [...marks(x).map((at) => 'M' + at + ' ' + -y + 'V' + y), ...marks(y).map((at) => 'M' + -x + ' ' + at + 'H' + x)];
    return svg('path', { class: 'grid', d: lines.join('') });
  };
  const probe = (top) => [svg('path', { class: 'shaft', d: 'M' + -top + ' ' + -top + 'L0 0' }), svg('circle', { class: 'tip', r: 1 })];

  /* what is drawn is named beside it, from top to bottom: [kind, words, angle of its point, how far out it lies] */
  const LABELS = [
    ['lesion', W.lesion, -38, ({ diameter }) => 3.6 * diameter],
    ['zone', W.one_zone, -14, ({ zone }) => 5 * zone],
    ['needed', W.with_margin, 10, ({ required }) => 5 * required],
    ['hatched', W.not_reached, 34, ({ required, zone }) => 2.5 * (required + zone)],
  ];
  const SIZES = { lesion: 'diameter', needed: 'required', zone: 'zone' };
  const LEFT = 0.88; // of the centre, in halves of the drawing's height; the labels begin to the right of it
  const START = 0.92; // where the lines to the labels end
  const place = (n) => -0.72 + 0.36 * n;
  const leader = ([kind, , angle, far], now, y, n) => {
    const [x0, y0] = [Math.cos, Math.sin].map((of) => far(now) * of((angle * Math.PI) / 180));
    return [
      svg('path', { class: 'leader', d: 'M' + x0 + ' ' + y0 + 'L' + y * START + ' ' + y * place(n) }),
      svg('circle', { class: 'point of-' + kind, cx: x0, cy: y0, r: y / 45 }),
    ];
  };
  const label = ([kind, name], now, n) =>
    h('li', { style: '--y: ' + 50 * (1 + place(n)) + '%' }, SIZES[kind] ? h('b', {}, cm(now[SIZES[kind]])) : null, ' ' + name);

  const words = ({ diameter, required, zone }) =>
    diameter === undefined
      ? say(W.drawn_zone, { zone: cm(zone) })
      : say(W.drawn, { diameter: cm(diameter), required: cm(required), zone: cm(zone) });

  /* show({diameter, required, zone}) in cm; without a diameter the zone is drawn alone */
  NetLearn.ablationDrawing = () => {
    const id = NetLearn.uid('nl-hatch');
    const fill = 'url(#' + id + ')';
    const picture = svg('svg', { class: 'nl-scale', role: 'img' });
    const labels = h('ul', { class: 'nl-scale-labels' });
    const show = (now) => {
      const { diameter, required = 0, zone } = now;
      const y = 6.25 * Math.max(required, zone, 4.8);
      const known = diameter !== undefined;
      const named = LABELS.filter(([kind]) => kind === 'zone' || (known && (kind !== 'hatched' || zone < required)));
      picture.setAttribute('viewBox', [-LEFT * y, -y, 3 * y, 2 * y].map((n) => Number(n.toFixed(2))).join(' '));
      picture.setAttribute('aria-label', words(now));
      picture.replaceChildren(
        ...[
          svg('defs', {}, hatch(id)),
          grid(2.2 * y, y),
          known && circle('hatched', required, { fill }),
          circle('zone', zone),
          known && circle('lesion', diameter),
          known && zone < diameter && circle('rim', zone),
          known && circle('needed', required),
          ...probe(y),
          ...named.flatMap((each, n) => leader(each, now, y, n)),
        ].filter(Boolean)
      );
      labels.replaceChildren(...named.map((each, n) => label(each, now, n)), h('li', { class: 'unit', style: '--y: 93%' }, W.square));
    };
    return { element: h('figure', { class: 'nl-to-scale' }, picture, h('figcaption', {}, labels)), show };
  };
})();
