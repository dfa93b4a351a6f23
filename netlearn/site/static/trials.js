/* trials.js: the trial wall filtered, two of its results held against one another in words, and saved. */
(function () {
  'use strict';
  const form = document.querySelector('[data-nl-trials]');
  const rows = [...document.querySelectorAll('.nl-trials tbody tr')];
  const lines = [...document.querySelectorAll('.nl-lines li')];
  const byKey = Object.fromEntries(rows.map((row) => [row.dataset.row, row]));
  const plain = (node) => node.textContent.replace(/\s+/g, ' ').trim();

  function filter() {
    const asked = [...new FormData(form)].filter(([, value]) => value);
    const fits = (row) => asked.every(([name, value]) => row.dataset[name].split(' ').includes(value));
    let shown = 0;
    for (const row of rows) shown += !(row.hidden = !fits(row));
    for (const line of lines) line.hidden = byKey[line.dataset.row].hidden;
    for (const group of document.querySelectorAll('.nl-lines .group')) group.hidden = !group.querySelector('li:not([hidden])');
    const said = form.querySelector('[role=status]'); // stands in the page, of all of them
    said.textContent = said.textContent.replace(/^\d+/, shown);
  }
  form.addEventListener('change', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));

  const compare = document.querySelector('[data-nl-compare]');
  const { words, rows: told } = JSON.parse(document.querySelector('[data-nl-aspects]').textContent);
  function answer() {
    const keys = [compare.one.value, compare.other.value];
    const [one, other] = keys.map((key) => byKey[key].dataset);
    const [first, second] = keys.map((key) => told[key]);
    let differ = Object.keys(first).filter((name) => first[name] !== second[name]);
    differ = differ.map((name) => name + ': ' + first[name] + '; ' + second[name]);
    let says = words['same-result'], rest = '';
    if (keys[0] !== keys[1] && one.trial === other.trial) says = words['same-patients'];
    else if (keys[0] !== keys[1]) {
      says = words['other-trial'];
      if (!differ.length) differ = [words['none-differs']];
      const odd = new Map([one, other].filter((each) => each.comparison !== 'randomised').map((each) => [each.row.split('.')[0], each]));
      rest = [words['own-arms'], ...[...odd.values()].map((each) => words[each.comparison].replace('{name}', each.name))].join(' ');
    }
    const list = document.createElement('ul');
    for (const each of differ) list.append(element('li', each));
    compare.querySelector('.answer').replaceChildren(element('p', says), list, element('p', rest));
  }
  function element(name, text) {
    const node = document.createElement(name);
    node.textContent = text;
    return node;
  }
  compare.addEventListener('change', answer);
  compare.addEventListener('submit', (event) => event.preventDefault());

  function save(name, type, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  const quoted = (text) => '"' + text.replace(/"/g, '""') + '"';
  document.querySelector('[data-csv]').addEventListener('click', () => {
    const cells = (row) => [...row.querySelectorAll('[data-col]')];
    const head = cells(rows[0]).map((cell) => cell.dataset.col);
    const table = [head, ...rows.filter((row) => !row.hidden).map((row) => cells(row).map(plain))];
    save('trials.csv', 'text/csv', table.map((line) => line.map(quoted).join(',')).join('\r\n'));
  });
  /* the figure as it is filtered, on white, its words beside its strips */
  function drawing(name) {
    const shown = [...document.querySelectorAll('[data-nl-lines=' + name + '] :is(.axis, li:not([hidden]))')];
    const style = 'text{font:13px sans-serif}.ci,.one{stroke:#333;fill:none}.one{stroke-dasharray:2 3}.a,.b{fill:#1a66d6;stroke:#1a66d6;stroke-width:2}.is-open{fill:#fff}';
    const parts = shown.map((line, n) => {
      const at = 26 * n + 10, strip = line.querySelector('svg');
      const text = (x, node) => '<text x="' + x + '" y="' + (at + 15) + '">' + new Option(plain(node)).innerHTML + '</text>';
      return text(8, line.querySelector('.who') || line) + (strip ? '<svg x="620" y="' + at + '" width="420" height="22">' + strip.innerHTML + '</svg>' + text(1056, line.querySelector('.said')) : '');
    });
    return '<svg xmlns="http://www.w3.org/2000/svg" width="1300" height="' + (26 * shown.length + 20) + '"><style>' + style + '</style><rect width="100%" height="100%" fill="#fff"/>' + parts.join('') + '</svg>';
  }
  for (const button of document.querySelectorAll('[data-svg]')) {
    button.addEventListener('click', () => save('trials-' + button.dataset.svg + '.svg', 'image/svg+xml', drawing(button.dataset.svg)));
  }
  for (const part of [form, compare, ...document.querySelectorAll('.nl-wall-tools')]) part.hidden = false;
  filter(); // what the browser kept from the last visit
  answer();
})();
