/* crisis-debrief.js: the debrief of a run: its timeline, each step under every edition, the gravest first, what is missing. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg, icon, say } = NetLearn;
  /* the icon and the colours of a standing */
  const LOOK = {
    harmful: ['unsuitable', 'unsuitable'],
    wrong: ['error', 'error'],
    late: ['clock', 'outdated'],
    'insufficient-alone': ['doubtful', 'doubtful'],
    outdated: ['conflict', 'conflict'],
    'not-stated': ['notstated', 'notstated'],
    'good-practice': ['plain', 'plain'],
    right: ['suitable', 'suitable'],
  };
  const tag = (words, standing) => {
    const [name, tone] = LOOK[standing];
    return h('span', { class: 'nl-tag', 'data-verdict': tone }, icon(name), words[standing]);
  };

  /* ----- the timeline: pressure above, each step below with its standing in every edition ----- */
  const MARKS = {
    harmful: 'M-4-9h8l5 5v8l-5 5h-8l-5-5v-8zM-5-1.5v3h10v-3z',
    wrong: 'M-8-5-5-8 0-3 5-8 8-5 3 0 8 5 5 8 0 3-5 8-8 5-3 0z',
    late: 'M0-9a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2.4a6.6 6.6 0 1 1 0 13.2 6.6 6.6 0 0 1 0-13.2zM-1-5h2v4.6l3 1.8-1 1.7-4-2.4z',
    'insufficient-alone': 'M0-9a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2.2a6.8 6.8 0 0 1 0 13.6z',
    outdated: 'M-10-6-1 0l-9 6zM10-6 1 0l9 6z',
    'not-stated': 'M-9-1.5h3v3h-3zM6-1.5h3v3h-3zM-1.5-9h3v3h-3zM-1.5 6h3v3h-3zM-6.4-6.4l2-2 2 2-2 2zM2.4 4.4l2-2 2 2-2 2zM2.4-4.4l2-2 2 2-2 2zM-6.4 4.4l2-2 2 2-2 2z',
    'good-practice': 'M-6-8H6L8-6V6L6 8H-6L-8 6V-6z',
    right: 'M0-9a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM4.6-4.4 6.2-2.9-1.2 5-5.6.7-4.1-.9-1.2 1.9z',
  };
  const [LEFT, RIGHT, LEAST] = [116, 880, 8];
  const timeline = (data, { scene, states, actions, outcomes }) => {
    const across = Math.max(LEAST, actions.length);
    const x = (n) => LEFT + ((RIGHT - LEFT) * n) / across;
    const y = (value) => 140 - (value - 50) * 1.5;
    const systolic = states.map((state) => NetLearn.crisisShown(data, scene, state).systolic);
    const text = (props, words) => svg('text', props, words);
    const grid = [60, 90, 120].map((value) => [svg('path', { class: 'grid', d: 'M' + LEFT + ' ' + y(value) + 'H' + RIGHT }), text({ x: LEFT - 10, y: y(value) + 4, 'text-anchor': 'end' }, String(value))]);
    const minutes = Array.from({ length: across + 1 }, (_, n) => text({ x: x(n), y: 166, 'text-anchor': 'middle' }, String(n)));
    const rows = outcomes.map(({ edition, steps }, row) => [
      text({ class: 'n', x: 8, y: 206 + 36 * row }, NetLearn.editionWord(edition)),
      ...steps.map(({ standing }, n) => svg('path', { class: 'mark', 'data-verdict': LOOK[standing][1], d: MARKS[standing], 'fill-rule': 'evenodd', transform: 'translate(' + x(n) + ' ' + (201 + 36 * row) + ')' })),
    ]);
    const numbers = actions.map((_, n) => [
      svg('path', { class: 'drop', d: 'M' + x(n) + ' ' + (y(systolic[n]) + 10) + 'V188' }),
      svg('circle', { class: 'dot', cx: x(n), cy: y(systolic[n]), r: 10 }),
      text({ class: 'n', x: x(n), y: y(systolic[n]) + 4.5, 'text-anchor': 'middle' }, String(n + 1)),
    ]);
    const line = svg('path', { class: 'line', d: 'M' + systolic.map((value, n) => x(n) + ' ' + y(value)).join('L') });
    const label = say(data.words.timeline, { minutes: actions.length, values: systolic.join(', ') });
    const head = [text({ class: 'n', x: 8, y: 28 }, data.words.systolic), text({ x: 8, y: 46 }, data.words.mmhg), text({ x: 8, y: 166 }, data.words.minute)];
    const drawing = svg('svg', { viewBox: '0 0 900 ' + (200 + 36 * outcomes.length), role: 'img', 'aria-label': label }, ...grid.flat(), ...head, ...minutes, line, ...numbers.flat(), ...rows.flat());
    return h('div', { class: 'nl-timeline', role: 'group', tabindex: '0', 'aria-label': data.words.timeline_scrolls }, drawing);
  };

  /* ----- the steps ----- */
  const said = (data, step, edition) =>
    h(
      'td',
      { 'data-edition': edition },
      h('span', { class: 'yr', 'aria-hidden': 'true' }, NetLearn.editionWord(edition)),
      tag(data.words, step.standing),
      h('p', {}, step.because, step.basis && step.verdict !== 'good-practice' && ' (' + step.basis + ')'),
      step.sources.length > 0 && NetLearn.chips(step.sources, data)
    );
  const nameOf = (data, scene, { kind, text }) => (kind.dose === 'none' || text === kind.id ? NetLearn.crisisName(data, scene, kind) : kind.label.split(',')[0] + text.slice(kind.id.length));
  const answered = (data, action) => {
    const reply = NetLearn.crisisReply(data, action);
    return reply && '. ' + reply;
  };
  const steps = (data, run) => {
    const row = (number) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, h('span', { class: 'nl-num' }, say(data.words.step_at, { number, minute: NetLearn.crisisMinute(data, run.states[number - 1].minute) })), nameOf(data, run.scene, run.actions[number - 1]), answered(data, run.actions[number - 1])),
        ...run.outcomes.map(({ edition, steps }) => said(data, steps[number - 1], edition))
      );
    const heads = run.outcomes.map(({ edition }) => h('th', { scope: 'col' }, NetLearn.editionWord(edition)));
    return h(
      'table',
      { class: 'nl-moves' },
      h('caption', { class: 'nl-sr' }, data.words.gravest_first),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, data.words.done), ...heads)),
      h('tbody', {}, ...run.gravest_first.map(row))
    );
  };

  const title = (level, text) => h('h' + level, { class: 'nl-h' }, text);
  const points = (entries) => h('ul', {}, ...entries.map((text) => h('li', {}, text)));
  const summary = (data, level, scene) => (outcome) => {
    const W = data.words;
    const all = NetLearn.crisisPoints(data, scene, outcome);
    const list = all.map(([key, text]) => [h('b', {}, W[key] + ': '), text]);
    const whole = all.every(([key]) => key === 'undone');
    const credit = say(W.credit, { credit: outcome.credit }) + '. ' + (outcome.capped ? say(W.capped, { cap: data.untreated_credit }) + ' ' : '');
    return h('div', {}, title(level, NetLearn.editionWord(outcome.edition)), whole && h('p', {}, W.nothing_missing), list.length > 0 && points(list), h('p', { class: 'nl-quiet' }, credit + (scene.cause ? W.of_a_crisis + ' ' : '') + outcome.note));
  };
  const cautions = (data, ids) => {
    const item = (id) => {
      const { risk, title, text } = data.cautions[id];
      const address = NetLearn.href('book/errata.html#erratum-' + id);
      const kind = h('small', { class: 'kind' }, NetLearn.words.risk[risk] + ' · ', address ? h('a', { href: address }, id) : id);
      return h('li', { class: 'nl-caution', 'data-risk': risk }, icon('risk-' + risk.toLowerCase()), h('div', {}, h('b', {}, title), kind, text));
    };
    return h('ul', { class: 'nl-cautions', 'aria-label': data.words.cautions }, ...ids.map(item));
  };
  const statements = (data, kind, level) => h('div', {}, title(level, data.words[kind]), points(data.statements.filter((each) => each.kind === kind).map(({ because }) => because)));

  /* how sure the reader was, held against what came of it; by the newest edition */
  const calibrated = (W, run, sure) => {
    const newest = run.outcomes[run.outcomes.length - 1];
    const safe = run.stable && newest.complete;
    return say(W.you_were, { sure }) + ' ' + say(safe ? W.came_safe : W.came_unsafe, { edition: NetLearn.editionWord(newest.edition) });
  };

  /* the whole debrief of a run: play() of the machine */
  NetLearn.crisisDebrief = (data, run, { sure, level }) => {
    const W = data.words;
    const over = run.end.minute === data.clock;
    const state = say(W[(run.stable ? 'safe' : 'not_safe') + (over ? '_over' : '')], { minute: run.end.minute - (over ? 1 : 0) });
    const ids = [...new Set(run.outcomes.flatMap((outcome) => outcome.cautions))];
    const { scene } = run;
    return [
      h('p', {}, h('b', {}, scene.title + '. '), scene.truth + ' ' + state),
      sure && h('p', {}, calibrated(W, run, sure)),
      timeline(data, run),
      steps(data, run),
      cautions(data, ids),
      h('p', { class: 'nl-quiet' }, W.credit_is),
      h('div', { class: 'sum' }, ...run.outcomes.map(summary(data, level, scene)), statements(data, 'agree', level), statements(data, 'changed', level)),
      (scene.note || scene.sources) && h('div', { class: 'rests' }, title(level, W.rests), scene.note && h('p', {}, scene.note), scene.sources && NetLearn.chips(scene.sources, data)),
      h('p', { class: 'nl-quiet' }, data.note + ' ' + NetLearn.words.frame.advice),
    ].filter(Boolean);
  };
})();
