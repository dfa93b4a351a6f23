/* crisis-tray.js: what can be done in the crisis room: buttons by group, a written order with dose, unit and route, and a
   letter for each while the room has the focus. Nothing has a default, and what is wrong can be chosen. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon } = NetLearn;
  const UNITS = ['microgram', 'mg', 'g', 'ml', 'microgram/h', 'mg/h', 'ml/h'];
  const ROUTES = [['IV', 'into a vein (IV)'], ['SC', 'under the skin (SC)'], ['IM', 'into a muscle (IM)'], ['infusion', 'as an infusion']];
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
    const kinds = data.actions.filter(({ dose, infusion }) => dose !== 'none' && infusion !== undefined).concat(data.actions.filter(({ dose }) => dose === 'unread'));
    const name = ({ label }) => label.split(', by')[0];
    const drug = menu('Drug or fluid', [['', 'choose'], ...kinds.map((kind) => [kind.id, name(kind)])]);
    const unit = menu('Unit', [['', 'choose'], ...UNITS.map((each) => [each, each])]);
    const route = menu('Route', [['', 'not stated'], ...ROUTES]);
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
      if (!drug.select.value) return 'Choose a drug or a fluid first.';
      if (!dose.value.trim() && unit.select.value) return 'Dose: a unit is chosen, but no number is written.';
      return (read(line()).error || '').replace(/\.$/, '. Nothing was given, and no minute passed.');
    };
    /* no form of its own: in an exercise the room stands inside one */
    const submit = () => {
      const wrong = problem();
      refuse(wrong);
      if (wrong) return (drug.select.value ? dose : drug.select).focus();
      give(line());
      dose.value = '';
    };
    const doseField = h('div', { class: 'nl-field is-dose' }, h('label', { for: id }, 'Dose'), dose);
    const send = NetLearn.button('Give', submit);
    const element = h('div', { class: 'nl-order', role: 'group', 'aria-label': 'An order in writing' }, drug.element, doseField, unit.element, route.element, send, error);
    return { element, focus: () => drug.select.focus(), refuse };
  };

  /* ----- the groups ----- */
  /* options: data, read(line), act(line), debrief or null. Returns { element, show(scene, state), press(key) }. */
  NetLearn.crisisTray = ({ data, read, act, debrief }) => {
    const resets = new Set(data.given.filter((entry) => entry.resets).map(({ id }) => id));
    const gives = (kind) => data.moves.find((move) => move.actions.includes(kind.id)).gives;
    const causeOf = new Map(data.given.map(({ id, treats }) => [id, treats]));
    const offered = data.actions.filter((kind) => kind.id !== 'octreotide' && !resets.has(gives(kind)));
    const all = offered.map((kind) => ({ kind, treats: kind.group === 'Treat the cause' && causeOf.get(gives(kind)), node: button(inGroup(kind), kind.key, () => act(kind.id)) }));
    const order = orderForm(data, read, act);
    const key = h('p', { class: 'nl-hint' }, letter('o'), 'An order in writing: number, unit and route are yours.');
    const groups = [...new Set(offered.map(({ group }) => group))].map((group) => {
      const inside = all.filter(({ kind }) => kind.group === group);
      const id = NetLearn.uid('nl-group');
      const acts = h('div', { class: 'acts' }, ...inside.map(({ node }) => node), group === 'Octreotide' && [key, order.element]);
      return { inside, treating: inside.every(({ treats }) => treats), element: h('div', { class: 'grp', role: 'group', 'aria-labelledby': id }, h('p', { class: 'name', id }, group), acts) };
    });
    const end = debrief && h('div', { class: 'grp' }, h('p', { class: 'name' }, 'End'), h('div', { class: 'acts' }, button('Debrief', 'd', debrief, 'is-main')));
    const element = h('div', { class: 'nl-tray' }, ...groups.map((group) => group.element), end);

    const show = (scene, state) => {
      for (const { kind, node, treats } of all) {
        node.hidden = (scene.without || []).includes(kind.id) || Boolean(treats && !state.given.has(treats));
        if (kind.group === 'Call') node.lastChild.textContent = NetLearn.crisisName(data, scene, kind);
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
