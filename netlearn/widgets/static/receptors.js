/* receptors.js: which somatostatin analogue finds which receptor, on a tumour that a reader makes up. All words come from Python,
   and what is said is Python's too: a test compares. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;

  const wordOf = (map, drug, name) => map.strengths[drug.binds[name] || 'none'];
  const said = (map, carried) =>
    map.rows.map((drug) => {
      const names = carried.filter((name) => name in drug.binds).map((name) => name + ' (' + wordOf(map, drug, name).word + ')');
      return NetLearn.say(names.length ? map.found : map.none, { drug: drug.name, names: NetLearn.list(names, 'and') });
    });

  NetLearn.receptorsSaid = said;
  /* options: tables {name: {model: map}}, values { carried }, tell(case) after every press, level */
  NetLearn.receptors = (host, options) => {
    const map = Object.values(options.tables)[0].model;
    let { carried } = options.values;
    const sources = host.querySelector('.nl-receptor-sources');
    const press = (name) => {
      carried = map.subtypes.filter((each) => (each === name) !== carried.includes(each));
      draw();
      if (options.tell) options.tell({ values: { carried }, edition: 'model' });
    };
    const buttons = map.subtypes.map((name) => h('button', { type: 'button', class: 'nl-btn', onclick: () => press(name) }, name));
    const cells = map.rows.map((drug) =>
      map.subtypes.map((name) => {
        const { sign, word } = wordOf(map, drug, name);
        return h('td', {}, h('span', { 'aria-hidden': 'true' }, sign), h('span', { class: 'nl-sr' }, word));
      })
    );
    const rows = map.rows.map(({ name }, n) => h('tr', {}, h('th', { scope: 'row' }, name), ...cells[n]));
    const top = h('tr', {}, h('th', { scope: 'col' }, map.drugs), ...buttons.map((button) => h('th', { scope: 'col' }, button)));
    const key = Object.values(map.strengths).map(({ sign, word }) => sign + ' ' + word).join(', ') + '.';
    const lines = map.rows.map(() => h('li', {}));
    const draw = () => {
      buttons.forEach((button, n) => button.setAttribute('aria-pressed', carried.includes(map.subtypes[n])));
      map.rows.forEach(({ binds }, row) => {
        cells[row].forEach((cell, n) => cell.toggleAttribute('data-found', carried.includes(map.subtypes[n]) && map.subtypes[n] in binds));
      });
      said(map, carried).forEach((text, n) => (lines[n].textContent = text));
    };
    const id = NetLearn.uid('nl-title');
    draw();
    host.replaceChildren(
      h(
        'div',
        { class: 'nl nl-widget nl-receptors', role: 'group', 'aria-labelledby': id },
        h('header', {}, h('h' + NetLearn.levelOf(options), { id }, map.title), h('p', {}, map.question)),
        h('table', { 'aria-label': map.group }, h('thead', {}, top), h('tbody', {}, ...rows)),
        h('p', { class: 'nl-quiet' }, key),
        h('ul', { class: 'said', 'aria-live': 'polite' }, ...lines),
        h('p', {}, map.lesson),
        h('footer', {}, h('p', {}, map.note + ' ' + NetLearn.words.frame.advice), sources)
      )
    );
    return { set: (values) => (({ carried } = values), draw()) };
  };
  NetLearn.define('net-receptors', (element) => {
    const { value, ...map } = JSON.parse(element.getAttribute('values'));
    NetLearn.receptors(element, { ...NetLearn.optionsOf(element), values: value, tables: { [map.table]: { model: map } } });
  });
})();
