/* play.js: a patient played through: told step by step, a decision at each with how sure the reader is, and nothing said of
   any before the last; then the debrief, the harmful first. What is right and why comes with the data; the questions, their
   grades, their order and what is kept are those of the quiz, whose script stands before this one. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, list, say } = NetLearn;
  const W = NetLearn.words.play;
  const { urgency } = NetLearn.quizReview;
  const COURSE = 'netlearn';
  const TOLD = ['right', 'partly', 'wrong', 'dont-know'];
  const SURE = { sure: W.sure, unsure: W.unsure, null: W.not_said };
  const SEED = '0';
  /* an open debrief on one or two sheets; it stands here, as no other page prints one */
  const PAPER = `
    body:has(> .nl-play-paper) > :not(.nl-play-paper) { display: none !important }
    .nl-play-paper h1 { margin: 0 0 2mm; font-size: 15pt }
    .nl-play-paper :is(h4, h5) { margin: 2mm 0 1mm; font-size: 9.5pt; break-after: avoid }
    .nl-play-paper :is(p, ul, li, strong) { max-width: none; margin: 0 0 0.7mm; font-size: 8.5pt; line-height: 1.3 }
    .nl-play-paper :is(.nl-q-evidence, .nl-quiet) { font-size: 7pt }
    .nl-play-paper .told { display: block; color: var(--nl-ink-2) }
    .nl-play-paper .nl-debrief .nl-q-said { margin: 1mm 0; padding: 0 0 0 3mm; border: 0; border-left: 0.5mm solid var(--nl-line-strong); background: none }
    .nl-play-paper :is(.nl-q-said, .nl-q-said > div) { gap: 0.7mm 2mm }
    .nl-play-paper .nl-q-said > .nl-icon { width: 3.5mm; height: 3.5mm }
    .nl-play-paper a { color: inherit; text-decoration: none }`;
  const store = NetLearn.quizStore(COURSE);
  const button = (text, run, kind = '') => h('button', { type: 'button', class: 'nl-btn ' + kind, onclick: run }, text);
  const paragraphs = (texts) => texts.map((text) => h('p', {}, text));
  const focused = (node) => (node.setAttribute('tabindex', '-1'), setTimeout(() => node.focus()), node);

  /* ----- what was decided ----- */
  const keyOf = ({ chapter, version }, n) => chapter + '/step-' + (n + 1) + '@' + version + '#' + SEED;
  /* of each step in turn, up to the first without an answer that its question still takes */
  const decided = (data) => {
    const found = data.steps.map(({ variant }, n) => {
      const said = store.answers()[keyOf(data, n)];
      const grade = said && NetLearn.grade(variant, said.answer);
      return grade && TOLD.includes(grade.result) ? { n, answer: said.answer, confidence: said.confidence, grade } : null;
    });
    const open = found.indexOf(null);
    return open < 0 ? found : found.slice(0, open);
  };
  /* the order of the debrief: the harmful first, then wrong and sure; equal ones as they were decided */
  const lookBack = (made) => [...made].sort((a, b) => urgency(a.grade, a.confidence) - urgency(b.grade, b.confidence));

  /* ----- one step ----- */
  const optionOf = ({ options }, id) => options.find((option) => option.id === id).text;
  const chosen = (data, { n, answer, confidence, grade }) =>
    optionOf(data.steps[n].variant, answer) + (grade.result === 'dont-know' ? '' : '; ' + SURE[confidence]);
  const past = (data, one) => h('li', {}, ...paragraphs([data.steps[one.n].told.join(' ')]), h('p', { class: 'said' }, h('b', {}, W.you_decided + ' '), chosen(data, one)));
  const asking = (data, n, done, level) => {
    const { told, variant } = data.steps[n];
    const form = NetLearn.quizForm(variant);
    const said = h('p', { class: 'nl-q-told', role: 'status' });
    const decide = (confidence) => () => {
      const answer = form.value();
      if (!TOLD.includes(NetLearn.grade(variant, answer).result)) return (said.textContent = W.choose_first);
      store.answer(keyOf(data, n), { answer, confidence, at: new Date().toISOString() });
      return done();
    };
    const given = variant.given.length > 0 && h('ul', { class: 'nl-q-given' }, ...variant.given.map((text) => h('li', {}, text)));
    const ask = h('fieldset', { class: 'nl-q-ask' }, h('legend', {}, variant.stem), given, form.element);
    const buttons = [button(W.decide_sure, decide('sure'), 'is-main'), button(W.decide_unsure, decide('unsure'))];
    const head = h('h' + level, { class: 'nl-h' }, say(W.step, { number: n + 1, of: data.steps.length }));
    const element = h('form', { novalidate: true }, head, ...paragraphs([told.join(' ')].filter(Boolean)), ask, h('div', { class: 'nl-q-buttons' }, ...buttons), said);
    element.addEventListener('submit', (event) => event.preventDefault());
    return { element, head };
  };

  /* ----- the debrief ----- */
  const right = ({ options, key }) => list(options.filter(({ id }) => key.includes(id)).map(({ text }) => '“' + text + '”'), 'or');
  const other = (answer, grade) => ({ by, says, key }) =>
    h('p', {}, h('b', {}, by + ': '), says, key.includes(answer) && grade.result !== 'right' && ' ' + W.right_by_these);
  const lesson = (data, one, level) => {
    const { told, variant, others } = data.steps[one.n];
    const missed = one.grade.result !== 'right';
    return h(
      'li',
      {},
      h('h' + level, { class: 'nl-h' }, say(W.step_asks, { number: one.n + 1, question: variant.stem })),
      h('p', { class: 'told' }, told.join(' ')),
      h('p', {}, h('b', {}, W.you_decided + ' '), chosen(data, one)),
      NetLearn.quizSaid(variant, one.answer, one.grade, ''),
      missed && h('p', {}, h('b', {}, W.right_is + ' '), right(variant) + '.'),
      one.grade.result === 'dont-know' && variant.because && h('p', {}, variant.because),
      ...others.map(other(one.answer, one.grade))
    );
  };
  const counted = (made) => {
    const count = (test) => made.filter(test).length;
    const wrong = ({ grade }) => grade.result === 'wrong' || grade.result === 'partly';
    const parts = [
      [W.count_harm, count(({ grade }) => grade.dangerous)],
      [W.count_sure, count((one) => wrong(one) && !one.grade.dangerous && one.confidence === 'sure')],
      [W.count_unsure, count((one) => wrong(one) && !one.grade.dangerous && one.confidence !== 'sure')],
      [W.count_unknown, count(({ grade }) => grade.result === 'dont-know')],
      [W.count_right, count(({ grade }) => grade.result === 'right')],
    ];
    return say(W.decisions, { count: made.length }) + ' ' + parts.filter(([, n]) => n).map(([words, n]) => n + ' ' + words).join('; ') + '.';
  };
  /* what is printed of an open debrief: a copy beside everything else, which the style of paper hides; with the story */
  const paper = (title, element) => {
    const sheet = h('div', { class: 'nl nl-q nl-played nl-play-paper' }, h('style', {}, PAPER), h('h1', {}, title), element.cloneNode(true));
    sheet.querySelectorAll('.nl-q-buttons, .nl-q-told').forEach((each) => each.remove());
    return sheet;
  };
  addEventListener('beforeprint', () => {
    for (const each of document.querySelectorAll('.nl-debrief')) document.body.append(paper(each.closest('[aria-label]').getAttribute('aria-label'), each));
  });
  addEventListener('afterprint', () => document.querySelectorAll('.nl-play-paper').forEach((each) => each.remove()));
  const debrief = (data, made, level) => {
    const head = h('h' + level, { class: 'nl-h' }, W.debrief);
    const lessons = lookBack(made).map((one) => lesson(data, one, level + 1));
    const note = h('p', { class: 'nl-quiet' }, W.cited + ' ' + NetLearn.words.frame.advice);
    return { head, element: h('div', { class: 'nl-debrief' }, ...paragraphs(data.end), head, h('p', {}, counted(made)), h('ol', {}, ...lessons), note) };
  };

  /* ----- a play on the page ----- */
  const play = (host, data, level, close) => {
    NetLearn.add({ table: 'quiz:' + data.chapter, edition: '', facts: data.facts });
    const told = h('p', { class: 'nl-q-told', role: 'status' });
    const draw = (moved) => {
      const made = decided(data);
      const over = made.length === data.steps.length;
      const now = over ? debrief(data, made, level) : asking(data, made.length, () => draw(true), level);
      const story = h('ol', { class: 'past' }, ...made.map((one) => past(data, one)));
      const before = over ? h('details', {}, h('summary', {}, W.story), story) : story;
      const again = button(W.again, forget, 'is-quiet');
      const onPaper = over && button(W.print, () => print(), 'is-quiet');
      const foot = h('div', { class: 'nl-q-buttons' }, onPaper, made.length > 0 && again, button(W.close, close, 'is-quiet'));
      const kept = h('p', { class: 'nl-quiet' }, store.note(W.to_print));
      host.replaceChildren(h('div', { class: 'nl nl-q nl-played', role: 'group', 'aria-label': data.title }, made.length > 0 && before, now.element, foot, told, kept));
      if (moved) focused(now.head);
    };
    const forget = () => {
      const undo = store.forget(data.chapter);
      draw(true);
      told.replaceChildren(W.forgotten + ' ', button(NetLearn.words.control.undo, () => (undo(), told.replaceChildren(), draw(true))));
    };
    draw(true);
  };

  NetLearn.define('net-play', (host) => {
    const [name, chapter, steps] = ['name', 'chapter', 'steps'].map((each) => host.getAttribute(each));
    const level = Number(host.getAttribute('level') || 4);
    const open = async (event) => {
      event.target.disabled = true;
      try {
        await NetLearn.load('data/play-' + name + '.js');
        play(host, NetLearn.tables['play:' + name][''], level, () => closed(true));
      } catch (error) {
        event.target.disabled = false;
        event.target.after(' ' + W.not_loaded);
      }
    };
    const word = (count) => (count >= Number(steps) ? W.see_debrief : count ? say(W.go_on, { count, of: steps }) : W.begin);
    const closed = (back) => {
      const count = Object.keys(store.answers()).filter((key) => key.startsWith(chapter + '/')).length;
      const begin = button(word(count), open, 'is-play');
      host.replaceChildren(h('div', { class: 'nl' }, begin));
      if (back) begin.focus();
    };
    closed(false);
    const wanted = () => location.hash === '#play-' + name && host.querySelector('.is-play') && host.querySelector('.is-play').focus();
    addEventListener('hashchange', wanted);
  });

  NetLearn.play = { decided, lookBack, counted };
})();
