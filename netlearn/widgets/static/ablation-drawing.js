/* ablation-drawing.js: lesion, margin and the zone of one probe, drawn to scale on a grid of centimetres. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg } = NetLearn;
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
  const probe = (top) => [svg('path', { class: 'shaft', d: 'M' + top + ' ' + -top + 'L0 0' }), svg('circle', { class: 'tip', r: 1 })];

  /* the key says in words and numbers what is drawn, so that no text need be read inside the drawing */
  const KEY = [
    ['lesion', 'lesion'],
    ['needed', 'to be ablated: lesion and margin'],
    ['zone', 'zone of one probe'],
    ['hatched', 'not reached by one zone'],
  ];
  const swatch = (kind, fill) => svg('svg', { viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, svg('circle', { class: kind, r: 6.5, fill }));

  const words = ({ diameter, required, zone }) =>
    diameter === undefined
      ? 'The zone of one probe, ' + cm(zone) + ', to scale. No lesion is given yet.'
      : 'Drawn to scale: a lesion of ' + cm(diameter) + '; with its margin ' + cm(required) + '; the zone of one probe ' + cm(zone) + '.';

  /* show({diameter, required, zone}) in cm; without a diameter the zone is drawn alone */
  NetLearn.ablationDrawing = () => {
    const id = NetLearn.uid('nl-hatch');
    const fill = 'url(#' + id + ')';
    const picture = svg('svg', { class: 'nl-scale', role: 'img' });
    const key = h('ul', { class: 'nl-scale-key' });
    const show = (now) => {
      const { diameter, required = 0, zone } = now;
      const y = 5 * Math.max(required, zone, 5) + 5;
      const x = 1.45 * y;
      const known = diameter !== undefined;
      picture.setAttribute('viewBox', [-x, -y, 2 * x, 2 * y].map((n) => Number(n.toFixed(2))).join(' '));
      picture.setAttribute('aria-label', words(now));
      picture.replaceChildren(
        ...[
          svg('defs', {}, hatch(id)),
          grid(x, y),
          known && circle('hatched', required, { fill }),
          circle('zone', zone),
          known && circle('lesion', diameter),
          known && zone < diameter && circle('rim', zone),
          known && circle('needed', required),
          ...probe(y),
        ].filter(Boolean)
      );
      const numbers = { lesion: diameter, needed: required, zone };
      const seen = KEY.filter(([kind]) => kind === 'zone' || (known && (kind !== 'hatched' || zone < required)));
      key.replaceChildren(
        ...seen.map(([kind, name]) =>
          h('li', {}, swatch(kind, kind === 'hatched' ? fill : null), numbers[kind] ? h('b', {}, cm(numbers[kind])) : null, ' ' + name)
        ),
        h('li', { class: 'unit' }, 'One square is 1\u00a0cm.')
      );
    };
    return { element: h('figure', { class: 'nl-to-scale' }, picture, h('figcaption', {}, key)), show };
  };
})();
