/* crisis.js: the crisis room: a scene to play, how sure one is, the debrief, and what can be done with a run. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const SURE = ['sure', 'fairly_sure', 'not_sure']; // keys of the words

  /* ----- a run in the address: its scene, and its lines one after another ----- */
  const LIST = ';';
  const toFields = ({ scene, lines }) => ({ scene, actions: lines.join(LIST) });
  /* a run, or the sentence that says what of it cannot be read */
  const fromFields = (machine, { scene, actions = '', ...rest }) => {
    const lines = actions.split(LIST).filter(Boolean);
    const refused = lines.map((line) => machine.read(line).error).find(Boolean);
    if (Object.keys(rest).length) return { refused: NetLearn.say(NetLearn.words.address.field, { name: Object.keys(rest)[0] }) };
    if (!machine.scenes.has(scene)) return { refused: NetLearn.say(machine.words.no_scene, { scene }) };
    return refused ? { refused } : { scene, lines };
  };

  const copied = (text, done, failed) => (navigator.clipboard ? navigator.clipboard.writeText(text).then(done, failed) : failed());

  /* options: editions {'': data}, edition, values {scene, actions}, level, tell. Returns set(values). */
  NetLearn.crisis = (host, options) => {
    const data = options.editions[''];
    const level = NetLearn.levelOf(options);
    const W = data.words;
    const titleId = NetLearn.uid('nl-title');
    let sure = null;
    let address = null; // a live room has none

    const now = () => ({ scene: play.scene(), lines: play.all() });
    const tell = () => {
      if (address) address.put(toFields(now()));
      if (options.tell) options.tell({ values: { scene: play.scene(), actions: play.lines() }, edition: options.edition });
    };
    const changed = () => {
      close();
      tell();
    };
    const ask = () => {
      panel.hidden = false;
      asked.show(sure);
      panel.querySelector('input').focus();
    };
    const play = NetLearn.crisisPlay({ data, changed, debrief: ask });
    const { machine } = play;

    const pickId = NetLearn.uid('nl-scene');
    const pick = h('select', { id: pickId, class: 'nl-select', onchange: () => begin(pick.value) }, ...data.scenes.map(({ id, title }) => h('option', { value: id }, title)));
    const scene = h('div', { class: 'nl-field' }, h('label', { for: pickId }, W.scene), pick);

    /* ----- how sure, then the debrief ----- */
    const asked = NetLearn.segments(W.how_sure, SURE.map((key) => ({ value: W[key], label: W[key] })), (value) => (sure = value));
    const problem = h('p', { class: 'nl-error', role: 'alert' });
    const open = () => {
      const missing = !play.lines().length ? W.nothing_done : !sure ? W.sure_first : '';
      problem.textContent = missing;
      if (missing) return;
      panel.hidden = true;
      draw();
      section.hidden = false;
      section.focus({ preventScroll: true });
      section.scrollIntoView({ block: 'start' });
    };
    const { button } = NetLearn;
    const panel = h('div', { class: 'nl-sure', hidden: true }, asked.element, button(W.show_debrief, open, 'is-main'), problem);

    const status = h('p', { class: 'nl-hint', role: 'status' });
    const note = (text) => () => (status.textContent = text);
    const link = () => {
      const text = address.link(toFields(now()));
      copied(text, note(W.link_copied), note(text));
    };
    const handIn = () => {
      const detail = now();
      const taken = !document.dispatchEvent(new CustomEvent('nl-crisis-run', { detail, cancelable: true }));
      if (taken) return note(W.handed_in)();
      const text = detail.lines.join('; ');
      copied(text, note(W.run_copied), note(text));
    };
    const report = h('div', { class: 'nl-debrief' });
    const replay = h('input', { type: 'range', min: '0', step: '1', 'aria-label': W.replay_label, oninput: () => wind(Number(replay.value)) });
    const where = h('output', {}, '');
    const wind = (to) => {
      play.show(play.scene(), play.all(), to);
      where.textContent = NetLearn.say(W.replay_at, { step: to, of: play.all().length });
      replay.value = String(to);
    };
    const tools = h(
      'div',
      { class: 'tools' },
      h('div', { class: 'replay' }, h('span', { class: 'nl-label' }, W.replay), replay, where),
      options.name && button(W.copy_link, link),
      button(W.hand_in, handIn),
      button(W.print, () => NetLearn.printSheet(W.title + ': ' + machine.scenes.get(play.scene()).title, report)),
      button(W.play_again, () => begin(play.scene())),
      status
    );
    const section = h('section', { class: 'nl-after', tabindex: '-1', hidden: true, 'aria-label': W.debrief }, h('h' + (level + 1), {}, W.debrief), tools, report);
    const draw = () => {
      replay.max = String(play.all().length);
      wind(play.all().length);
      report.replaceChildren(...NetLearn.crisisDebrief(data, machine.play(play.scene(), play.all()), { sure, level: level + 2 }));
    };

    const close = () => {
      panel.hidden = section.hidden = true;
      status.textContent = problem.textContent = '';
      sure = null;
    };
    const show = (id, lines) => {
      close();
      play.show(id, lines);
      pick.value = play.scene();
    };
    const begin = (id) => {
      show(id, []);
      tell();
    };
    const notice = h('p', { class: 'nl-notice', role: 'status', hidden: true });
    const say = (text) => {
      notice.textContent = text;
      notice.hidden = !text;
    };
    const element = h(
      'div',
      { class: 'nl nl-widget nl-room', role: 'group', 'aria-labelledby': titleId },
      h('header', {}, h('div', {}, h('h' + level, { id: titleId }, W.title), h('p', {}, W.question + ' ' + W.teaching)), scene),
      notice,
      play.element,
      panel,
      section,
      h('footer', {}, h('span', {}, data.note), h('span', {}, NetLearn.words.frame.advice))
    );
    const set = ({ scene: id, actions = [] }) => {
      if (id === play.scene() && actions.join(';') === play.lines().join(';')) return;
      show(id, actions.filter((line) => !machine.read(line).error));
    };
    const take = (fields) => {
      const { refused, scene: id, lines } = fromFields(machine, { scene: play.scene(), ...fields });
      if (!refused) show(id, lines);
      return refused || '';
    };
    const { scene: first, actions = [] } = options.values || {};
    show(first, actions);
    host.replaceChildren(element);
    address = options.name && NetLearn.address ? NetLearn.address.join(options.name, { element, take, say }) : null;
    if (address) address.begin();
    return { set };
  };
})();
