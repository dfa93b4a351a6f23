/* liver.js: the liver map: mark the metastases, read the type. Full size, and compact for the front page. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;

  const TABLE = 'liver-involvement';
  const DIFFUSE = 'diffuse_multifocal';
  const { map: W, liver: L } = NetLearn.words;
  const empty = () => ({ ...Object.fromEntries(NetLearn.liverSegments.map((s) => [s, 'none'])), [DIFFUSE]: false });

  /* Patterns to look at, by their words; what they are called is the table's answer. */
  const PRESETS = [
    ['type_1', { VI: 'dominant', V: 'small' }],
    ['type_2', { VI: 'dominant', II: 'small', III: 'small' }],
    ['type_3', { II: 'small', III: 'small', IV: 'small', V: 'small', VI: 'small', VII: 'small', VIII: 'small', [DIFFUSE]: true }],
    ['none_fits', { VII: 'small', VIII: 'small', II: 'small' }],
    ['two_fit', { IV: 'dominant', V: 'small' }],
    ['clear', {}],
  ];

  /* the map says what is drawn: an unmarked segment holds nothing; null for "diffuse" stays unknown */
  const drawn = (values) => ({ ...empty(), ...values });
  const isEmpty = (values) => NetLearn.liverSegments.every((s) => (values[s] || 'none') === 'none');
  const words = (values) => (isEmpty(values) ? { ...NetLearn.words.map, tone: 'undetermined' } : {});

  /* ----- of all single changes, the smallest to each other answer ----- */
  const STEPS = ['none', 'small', 'dominant'];
  const size = (flip, values) => (flip.input === DIFFUSE ? 1 : Math.abs(STEPS.indexOf(flip.set) - STEPS.indexOf(values[flip.input])));
  const nearest = (flips, values) => {
    const best = new Map();
    for (const flip of flips) {
      const key = flip.status + flip.verdict + flip.possible;
      if (!best.has(key) || size(flip, values) < size(best.get(key), values)) best.set(key, flip);
    }
    return [...best.values()];
  };

  const presets = (change) =>
    h(
      'div',
      { class: 'nl-presets', role: 'group', 'aria-label': L.patterns },
      h('span', { class: 'nl-label', 'aria-hidden': 'true' }, L.show),
      ...PRESETS.map(([name, values]) => NetLearn.button(L[name], () => change(drawn(values)), 'is-quiet'))
    );

  /* ----- what the type leads to: the row of the next table, and the case carried on to where that table is played with ----- */
  const NEXT = 'book/gallery.html';
  const onward = ({ table, title, input, edition }, verdict) => {
    const address = NetLearn.href(NEXT);
    if (!address) return null;
    const hash = NetLearn.address.write({ [table]: { edition, [input]: verdict } });
    return h('p', { class: 'nl-onward' }, h('a', { href: address + hash }, NetLearn.say(W.carry_on, { table: NetLearn.inSentence(title) })));
  };
  const follows = (table, d, level) => {
    const next = table.follows;
    const answer = next && d.status === 'decided' && next.answers[d.verdict];
    if (!answer) return [];
    const open = answer.status === 'undetermined';
    const verdicts = open ? answer.possible : [answer.verdict].filter(Boolean);
    const tags = verdicts.map((id) => NetLearn.tag(next.verdicts[id].tone || 'plain', next.verdicts[id].label));
    const said = verdicts.length ? tags : [NetLearn.tag('notstated', NetLearn.words.outcome['not-stated'])];
    return [
      h('h' + level, { class: 'nl-h' }, NetLearn.say(W.follows, { table: NetLearn.inSentence(next.title) })),
      h('p', { class: 'nl-possible' }, open ? h('span', { class: 'nl-quiet' }, W.further) : null, ...said),
      open ? null : h('p', {}, answer.because),
      onward(next, d.verdict),
    ].filter(Boolean);
  };

  const full = (host, options) => {
    const level = NetLearn.levelOf(options);
    const picture = NetLearn.liverPicture((values) => state.change(values));
    const card = NetLearn.decisionCard({
      level: level + 1,
      apply: (flip) => state.apply(flip),
      flipText: (flip) => NetLearn.change(state.table().inputs.find((input) => input.name === flip.input), flip.to),
      none: L.no_change,
    });
    const draw = (table, values, decision, flips, notes) => {
      picture.show(values);
      frame.say(notes.join(' '));
      frame.show(table, [isEmpty(values) ? { ...words(values), line: NetLearn.editionWord(table.edition) } : NetLearn.answerOf(table, decision)]);
      card.show(table, decision, nearest(flips, values), words(values));
      next.replaceChildren(...(isEmpty(values) ? [] : follows(table, decision, level + 1)));
    };
    const next = h('div', { class: 'nl-follows' });
    const tell = (now) => {
      if (options.tell) options.tell(now);
      if (address) address.keep();
    };
    const state = NetLearn.caseOf(options.editions, { ...options, values: drawn(options.values) }, draw, tell);
    const frame = NetLearn.frame({
      table: state.table(),
      editions: options.editions,
      level,
      left: [...picture.elements, presets((values) => state.change(values))],
      right: [card.element, next],
      note: L.note,
      onEdition: (edition) => state.change({}, edition),
    });
    state.redraw();
    host.replaceChildren(frame.element);
    const set = (values, edition) => state.set(drawn(values), edition);
    const address = NetLearn.addressed(options.name, {
      ...state,
      set,
      element: host,
      say: frame.say,
      editions: NetLearn.editionNames(options.editions),
      inputs: (edition) => options.editions[edition].inputs,
      known: (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 'none' && value !== false)),
    });
    frame.equip(address, TABLE, (values) => state.change(drawn(values[state.now().edition])));
    return { set };
  };

  /* ----- compact: the map and one answer ----- */
  const toggle = (text, change) => {
    const box = h('input', { type: 'checkbox', role: 'switch' });
    box.addEventListener('change', () => change(box.checked));
    return { element: h('label', { class: 'nl-toggle' }, box, text), show: (on) => (box.checked = Boolean(on)) };
  };
  const answer = (table, d, values) => {
    const special = words(values);
    const tone = special.tone || NetLearn.toneOf(table, d);
    const share = NetLearn.share(table, d);
    const reason = special.because || d.error || d.because;
    return [
      tone,
      NetLearn.icon(tone),
      h('div', {}, h('b', {}, special.title || NetLearn.titleOf(table, d)), h('p', {}, reason, share && [' ', ...NetLearn.parts(L.about, { share })])),
    ];
  };
  const compact = (host, options) => {
    const drawing = NetLearn.liverSpoken((values) => state.change(values));
    const diffuse = toggle(L.stated, (on) => state.change({ [DIFFUSE]: on }));
    const said = h('div', { class: 'said', 'aria-live': 'polite', 'aria-atomic': 'true' });
    const draw = (table, values, decision) => {
      const [tone, ...nodes] = answer(table, decision, values);
      drawing.show(values);
      diffuse.show(values[DIFFUSE]);
      said.setAttribute('data-verdict', tone);
      said.replaceChildren(...nodes);
    };
    const state = NetLearn.caseOf(options.editions, { ...options, values: drawn(options.values) }, draw, options.tell);
    const hint = h('p', { class: 'nl-sides' }, h('span', {}, L.sides), h('span', {}, L.select));
    const props = { class: 'nl nl-live', role: 'group', 'aria-label': L.live };
    state.redraw();
    host.replaceChildren(h('div', props, drawing.element, hint, diffuse.element, drawing.spoken, said));
    return { set: (values, edition) => state.set(drawn(values), edition) };
  };

  /* options: editions {name: table}, edition, values by segment and diffuse_multifocal, compact, level, tell */
  NetLearn.liver = (host, options) => (options.compact ? compact : full)(host, options);
  NetLearn.liver.table = TABLE;

  /* ----- its shape: as `decide` takes it, and side by side with "diffuse" as the page's table asks it ----- */
  NetLearn.liver.toPage = ({ lesions_by_segment: lesions, [DIFFUSE]: diffuse }) => ({ ...lesions, [DIFFUSE]: diffuse });
  NetLearn.liver.told = ({ [DIFFUSE]: diffuse = null, ...lesions }) => ({
    lesions_by_segment: Object.fromEntries(Object.entries(lesions).filter(([, state]) => state !== 'none')),
    [DIFFUSE]: diffuse,
  });
})();
