/* crisis-play.js: a scene being played: opening, monitor, what can be done, and what has happened. No edition speaks here. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const typing = (node) => node.matches('select, textarea, input:not([type=checkbox], [type=radio], [type=range])');

  /* options: data, changed(), debrief or null, told where opening and what is known stand above it already. Returns { element, machine, show(scene id, lines, to), run(), lines() }. */
  NetLearn.crisisPlay = ({ data, changed, debrief, told: isTold }) => {
    const W = data.words;
    const machine = NetLearn.crisisMachine(data);
    const given = new Map(data.given.map((entry) => [entry.id, entry]));
    const state = { scene: data.scenes[0].id, lines: [], to: 0 };
    const lines = () => state.lines.slice(0, state.to);
    const run = () => machine.run(state.scene, lines());

    const [opening, known] = [h('p', { class: 'opening' }), h('ul', {})];
    const about = h('details', { class: 'nl-more', open: true }, h('summary', {}, W.known), known);
    const monitor = NetLearn.crisisMonitor(data);
    const held = h('ul', { class: 'held' });
    const heading = NetLearn.uid('nl-log');
    const log = h('ol', { class: 'log', reversed: true, tabindex: '0', 'aria-labelledby': heading });
    const switchId = NetLearn.uid('nl-keys');
    const keys = h('input', { type: 'checkbox', role: 'switch', id: switchId, checked: true, onchange: () => element.classList.toggle('no-keys', !keys.checked) });

    const act = (line) => {
      state.lines = [...lines(), line];
      state.to = state.lines.length;
      draw();
      changed();
    };
    const tray = NetLearn.crisisTray({ data, read: machine.read, act, debrief });
    const told = (scene, action, before) => {
      const { kind, move, text } = action;
      const name = NetLearn.crisisName(data, scene, kind);
      const seen = NetLearn.crisisSeen(scene, kind);
      if (seen) return [name + '.', seen];
      const written = ['microgram', 'unread'].includes(kind.dose) ? kind.label.split(',')[0] + text.slice(kind.id.length) + (text === kind.id ? W.by_protocol : '') : name;
      return [written + '.', NetLearn.crisisReply(data, action) || (before.given.has(move.gives) && kind.dose !== 'none' ? W.running : '')];
    };
    const entry = (minute, texts, kind) => h('li', { class: kind }, h('span', { class: 'min' }, NetLearn.say(W.min, { minute })), h('span', {}, ...texts.filter(Boolean).map((text, n) => [n ? h('br', {}) : '', text])));
    const events = ({ scene, actions, states }) => {
      const list = actions.map((action, n) => entry(states[n].minute, told(scene, action, states[n])));
      const at = states.findIndex((each, n) => n && !each.hypotension);
      if (at > 0) list.splice(at, 0, entry(states[at].minute, [W.restored], 'is-room'));
      return [entry(0, [scene.opening], 'is-room'), ...list].reverse();
    };
    const draw = () => {
      const now = run();
      const had = new Set(now.scene.given);
      /* the room forgets what no longer matters once another cause is found; whoever gave it does not */
      const gave = now.actions.map(({ move }) => given.get(move.gives)).filter((each) => each && !each.also && !each.treats);
      const all = new Set([...now.end.given, ...gave.map(({ id }) => id)]);
      const labels = [...all].filter((id) => !had.has(id) && id !== 'cause-found').map((id) => given.get(id).label);
      opening.textContent = now.scene.opening;
      known.replaceChildren(...now.scene.known.map((text) => h('li', {}, text)));
      monitor.show(now.states, now.scene);
      tray.show(now.scene, now.end);
      held.replaceChildren(...(labels.length ? labels : [W.nothing]).map((text) => h('li', {}, text)));
      log.replaceChildren(...events(now));
    };
    const onkeydown = (event) => {
      if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key.length === 1 && tray.press(event.key.toLowerCase())) event.preventDefault();
    };
    const element = h(
      'div',
      { class: 'nl-play', onkeydown },
      !isTold && h('div', { class: 'about' }, opening, about),
      monitor.element,
      h(
        'div',
        { class: 'sides' },
        h('div', {}, tray.element, h('label', { class: 'nl-toggle', for: switchId }, keys, W.keys)),
        h('div', { class: 'side' }, h('p', { class: 'name' }, W.given), held, h('p', { class: 'name', id: heading }, W.log), log)
      )
    );
    const show = (scene, all, to = all.length) => {
      Object.assign(state, { scene: machine.scenes.has(scene) ? scene : data.scenes[0].id, lines: [...all], to });
      draw();
    };
    show(state.scene, []);
    return { element, machine, show, run, lines, scene: () => state.scene, all: () => state.lines };
  };
})();
