/* crisis-tray.js: what can be done in the crisis room: buttons by group, a written order with dose, unit and route, and a
   letter for each while the room has the focus. Nothing has a default, and what is wrong can be chosen. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon } = NetLearn;
  const UNITS = ['microgram', 'mg', 'g', 'ml', 'microgram/h', 'mg/h', 'ml/h'];
  const ROUTES = ['IV', 'SC', 'IM', 'infusion'];
  const CAUSE = 'cause-found';

  const inGroup = ({ label, group }) => {
    const short = label.startsWith(group + ': ') ? label.slice(group.length + 2) : label;
    return short[0].toUpperCase() + short.slice(1);
  };
  const letter = (key) => key && h('kbd', { 'aria-hidden': 'true' }, key);
  const button = (text, key, run, kind) =>
    NetLearn.button([letter(key), text], run, kind, { 'aria-keyshortcuts': key });

  /* ----- the written order ----- */
  const menu = (label, options) => {
    const id = NetLearn.uid('nl-order');
    const select = h('select', { id, class: 'nl-select' }, ...options.map(([value, text]) => h('option', { value }, text)));
    return { select, element: h('div', { class: 'nl-field' }, h('label', { for: id }, label), select) };
  };
  const orderForm = (data, read, give) => {
    const W = data.words;
    const kinds = data.actions.filter(({ dose, infusion }) => dose !== 'none' && infusion !== undefined).concat(data.actions.filter(({ dose }) => dose === 'unread'));
    const name = ({ label }) => label.split(', by')[0];
    const drug = menu(W.drug, [['', W.choose], ...kinds.map((kind) => [kind.id, name(kind)])]);
    const unit = menu(W.unit, [['', W.choose], ...UNITS.map((each) => [each, each])]);
    const route = menu(W.route, [['', W.no_route], ...ROUTES.map((each) => [each, W['route_' + each]])]);
    const [id, said] = [NetLearn.uid('nl-dose'), NetLearn.uid('nl-said')];
    const dose = h('input', { id, class: 'nl-select', type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': said });
    dose.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      submit();
    });
    const error = h('p', { class: 'nl-error', id: said, role: 'alert' });
    const refuse = (text) => {
      error.replaceChildren(...(text ? [icon('error'), h('span', {}, text)] : []));
      dose.setAttribute('aria-invalid', String(Boolean(text)));
    };
    const line = () => [drug.select.value, dose.value.trim(), dose.value.trim() && unit.select.value, route.select.value].filter(Boolean).join(' ');
    const problem = () => {
      if (!drug.select.value) return W.drug_first;
      if (!dose.value.trim() && unit.select.value) return W.no_number;
      const { error } = read(line());
      return error ? error + ' ' + W.nothing_given : '';
    };
    /* no form of its own: in an exercise the room stands inside one */
    const submit = () => {
      const wrong = problem();
      refuse(wrong);
      if (wrong) return (drug.select.value ? dose : drug.select).focus();
      give(line());
      dose.value = '';
    };
    const doseField = h('div', { class: 'nl-field is-dose' }, h('label', { for: id }, W.dose), dose);
    const send = NetLearn.button(W.give, submit);
    const element = h('div', { class: 'nl-order', role: 'group', 'aria-label': W.in_writing }, drug.element, doseField, unit.element, route.element, send, error);
    return { element, focus: () => drug.select.focus(), refuse };
  };

  /* ----- the groups ----- */
  /* options: data, read(line), act(line), debrief or null. Returns { element, show(scene, state), press(key) }. */
  NetLearn.crisisTray = ({ data, read, act, debrief }) => {
    const W = data.words;
    const resets = new Set(data.given.filter((entry) => entry.resets).map(({ id }) => id));
    const gives = (kind) => data.moves.find((move) => move.actions.includes(kind.id)).gives;
    const causeOf = new Map(data.given.map(({ id, treats }) => [id, treats]));
    const written = data.actions.find(({ id }) => id === 'octreotide');
    const offered = data.actions.filter((kind) => kind !== written && !resets.has(gives(kind)));
    /* a group that does nothing but treat causes is there once one is found */
    const others = new Set(offered.filter((kind) => !causeOf.get(gives(kind))).map(({ group }) => group));
    const all = offered.map((kind) => ({ kind, treats: !others.has(kind.group) && causeOf.get(gives(kind)), node: button(inGroup(kind), kind.key, () => act(kind.id)) }));
    const order = orderForm(data, read, act);
    const key = h('p', { class: 'nl-hint' }, letter('o'), W.in_writing_yours);
    const groups = [...new Set(offered.map(({ group }) => group))].map((group) => {
      const inside = all.filter(({ kind }) => kind.group === group);
      const id = NetLearn.uid('nl-group');
      const acts = h('div', { class: 'acts' }, ...inside.map(({ node }) => node), group === written.group && [key, order.element]);
      return { inside, treating: inside.every(({ treats }) => treats), element: h('div', { class: 'grp', role: 'group', 'aria-labelledby': id }, h('p', { class: 'name', id }, group), acts) };
    });
    const end = debrief && h('div', { class: 'grp' }, h('p', { class: 'name' }, W.end), h('div', { class: 'acts' }, button(W.debrief, 'd', debrief, 'is-main')));
    const element = h('div', { class: 'nl-tray' }, ...groups.map((group) => group.element), end);

    const show = (scene, state) => {
      for (const { kind, node, treats } of all) {
        node.hidden = (scene.without || []).includes(kind.id) || Boolean(treats && !state.given.has(treats));
        const name = NetLearn.crisisName(data, scene, kind);
        node.lastChild.textContent = name === kind.label ? inGroup(kind) : name;
      }
      for (const group of groups) group.element.hidden = group.treating && !(state.given.has(CAUSE) && group.inside.some(({ node }) => !node.hidden));
      order.refuse('');
    };
    const press = (pressed) => {
      const found = all.find(({ kind, node }) => kind.key === pressed && !node.hidden);
      if (found) act(found.kind.id);
      else if (pressed === 'o') order.focus();
      else if (pressed === 'd' && debrief) debrief();
      else return false;
      return true;
    };
    return { element, show, press };
  };
})();
