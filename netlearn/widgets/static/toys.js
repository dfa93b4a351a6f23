/* toys.js: small models that a reader moves. Words come from Python, and what is computed is Python's too: a test compares them. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg, say } = NetLearn;
  const W = NetLearn.words.toys;
  const HOUR = 60;
  const DAY = 1440;
  const NB = '\u00a0';

  /* ----- what is computed: text by name, as netlearn/widgets/toys.py has it ----- */
  const percentLeft = (minutes, halfLife) => Math.floor(100 * 2 ** (-minutes / halfLife) + 0.5);
  const left = (minutes, [low, high]) => {
    const [least, most] = [percentLeft(minutes, low), percentLeft(minutes, high)];
    if (most < 1) return W.left_under_1;
    return say(least < 1 ? W.left_at_most : least < most ? W.left_range : W.left, { least, most });
  };
  const days = (count) => count === 1 ? W.one_day : say(W.days, { count });
  const minutesOf = (toy, value) => toy.controls[0].stops[value.at][0];
  const NUMBERS = {
    crossover: ({ growth, life }, { gain, crossing }) => ({
      first: growth + gain,
      early: growth,
      late: life + gain,
      death: life,
      crossed: crossing,
      never: 100 - crossing,
      growth: gain,
      life: (gain * (100 - crossing)) / 100,
      answer: 0,
    }),
    overlap: (toy, value) => {
      const minutes = minutesOf(toy, value);
      const without = Math.max(toy.level - value.days, 0);
      const before = minutes <= HOUR ? W.peak : minutes < toy.low * DAY ? W.too_low : W.not_yet;
      return {
        natural: left(minutes, toy.natural),
        octreotide: left(minutes, toy.octreotide),
        depot: minutes >= toy.level * DAY ? W.at_level : before,
        injections: minutes <= value.days * DAY ? W.go_on : W.stopped,
        days: value.days,
        without: days(without),
        level: toy.level,
        answer: without ? 0 : 1,
      };
    },
  };

  /* ----- what is drawn: the bars of each lane as [from, to, kind], its marks as [at, sign], and how thick it is ----- */
  const halving = ([low, high]) => {
    const half = (low + high) / 2;
    return [1, 2, 3, 4, 5].map((n) => [n === 1 ? 1 : half * (n - 1), half * n, 'fade-' + n]);
  };
  const DRAWN = {
    crossover: ({ growth, life }, { gain, crossing }) => {
      const path = (first, held, share) => ({
        bars: [[0, first, 'free'], [first, first + held, 'held'], [first + held, life + (first > growth ? gain : held), 'after']],
        marks: share ? [[first, '▲'], [life + (first > growth ? gain : held), '✕']] : [],
        thick: share / 100,
      });
      return [path(growth + gain, 0, 100), path(growth, gain, crossing), path(growth, 0, 100 - crossing)];
    },
    overlap: (toy, value) => {
      const [level, until] = [toy.level * DAY, value.days * DAY];
      const gap = until < level ? [[Math.max(until, 1), level, 'gap']] : [];
      return [
        { bars: halving(toy.natural) },
        { bars: halving(toy.octreotide) },
        { bars: [[HOUR, level, 'hollow'], [level, 28 * DAY, 'fade-1'], ...gap] },
        { bars: [[1, until, 'other'], ...gap] },
      ];
    },
  };
  const NOW = { overlap: minutesOf };

  const scaleOf = ({ ticks, tenfold }) => {
    const [low, high] = [ticks[0][0], ticks[ticks.length - 1][0]].map((at) => (tenfold ? Math.log10(at) : at));
    const place = (at) => Math.min(Math.max(((tenfold ? Math.log10(at) : at) - low) / (high - low), 0), 1);
    return (at) => (100 * place(at)).toFixed(2) + '%';
  };
  const HEIGHT = 16;
  const strip = (place, { bars, marks = [], thick = 1 }, now) => {
    const height = 12 * thick;
    const rects = bars.filter(([from, to]) => to > from && height > 0).map(([from, to, kind]) => {
      const [x, end] = [place(from), place(to)];
      return svg('rect', { class: kind, x, y: (HEIGHT - height) / 2, width: (parseFloat(end) - parseFloat(x)).toFixed(2) + '%', height });
    });
    const signs = marks.map(([at, sign]) => svg('text', { x: place(at), y: 13, class: 'sign' }, sign));
    const line = now === undefined ? [] : [svg('line', { class: 'now', x1: place(now), x2: place(now), y1: 0, y2: HEIGHT })];
    return [...rects, ...signs, ...line];
  };

  const slider = (control, change) => {
    const id = NetLearn.uid('nl-toy');
    const range = h('input', { id, type: 'range', min: 0, max: control.high, step: 1 });
    const output = h('output', { for: id });
    const unit = (at) => (at === 1 ? control.unit.replace(/s$/, '') : control.unit);
    const show = (at) => {
      const said = control.stops.length ? control.stops[at][1] : at + NB + unit(at);
      range.value = at;
      range.style.setProperty('--p', (100 * at) / control.high + '%');
      range.setAttribute('aria-valuetext', said);
      output.textContent = said;
    };
    range.addEventListener('input', () => change({ [control.name]: Number(range.value) }));
    const top = h('div', { class: 'top' }, h('label', { class: 'nl-label', for: id }, control.label), output);
    return { name: control.name, show, element: h('div', { class: 'nl-slider' }, top, range) };
  };

  /* every lane in words over its strip, so that it reads without the drawing */
  const said = (toy, value) => {
    const numbers = NUMBERS[toy.name](toy, value);
    return [...toy.lanes.map(([, words]) => words), toy.answers[numbers.answer]].map((words) => NetLearn.say(words, numbers));
  };
  const laneOf = ([who]) => {
    const words = h('span', {});
    const picture = svg('svg', { class: 'strip', height: HEIGHT, 'aria-hidden': 'true' });
    return { words, picture, element: h('li', {}, h('span', { class: 'who' }, h('b', {}, who + ': '), words), picture) };
  };
  const axis = (place, ticks) =>
    h('div', { class: 'axis', 'aria-hidden': 'true' }, ...ticks.map(([at, text]) => h('i', { style: '--at:' + place(at) }, text)));

  NetLearn.toySaid = said;
  /* options: tables {name: {model: toy}}, values where the sliders stand, tell(case) after every move, level */
  NetLearn.toy = (host, options) => {
    const toy = Object.values(options.tables)[0].model;
    let value = { ...options.values };
    const place = scaleOf(toy);
    const lanes = toy.lanes.map(laneOf);
    const answer = h('p', { class: 'answer', 'aria-live': 'polite' });
    const draw = () => {
      const texts = said(toy, value);
      const now = NOW[toy.name] && NOW[toy.name](toy, value);
      DRAWN[toy.name](toy, value).forEach((drawn, n) => {
        lanes[n].words.textContent = texts[n];
        lanes[n].picture.replaceChildren(...strip(place, drawn, now));
      });
      answer.textContent = texts[texts.length - 1];
      sliders.forEach((one) => one.show(value[one.name]));
    };
    const change = (moved) => {
      value = { ...value, ...moved };
      draw();
      if (options.tell) options.tell({ values: value, edition: 'model' });
    };
    const sliders = toy.controls.map((control) => slider(control, change));
    const presets = toy.presets.map(([words, to]) => NetLearn.button(words, () => change(to), 'is-quiet'));
    const id = NetLearn.uid('nl-title');
    const sources = host.querySelector('.nl-toy-sources');
    const frame = h(
      'div',
      { class: 'nl nl-widget nl-toy', role: 'group', 'aria-labelledby': id },
      h('header', {}, h('h' + NetLearn.levelOf(options), { id }, toy.title), h('p', {}, toy.question)),
      h('div', { class: 'moved' }, ...sliders.map(({ element }) => element), presets.length > 0 && h('div', { class: 'nl-presets', role: 'group', 'aria-label': W.presets }, ...presets)),
      h('ul', { class: 'lanes' }, ...lanes.map(({ element }) => element)),
      axis(place, toy.ticks),
      answer,
      h('footer', {}, h('p', {}, toy.note + ' ' + NetLearn.words.frame.advice), sources)
    );
    draw();
    host.replaceChildren(frame);
    return { set: (values) => ((value = { ...value, ...values }), draw()) };
  };
  NetLearn.define('net-toy', (element) => {
    const { value, ...toy } = JSON.parse(element.getAttribute('values'));
    NetLearn.toy(element, { ...NetLearn.optionsOf(element), values: value, tables: { [toy.table]: { model: toy } } });
  });
})();
