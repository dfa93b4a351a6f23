/* figure-tools.js: take a figure along: its drawing as SVG, its numbers as CSV, and how to cite it. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say, words } = NetLearn;
  const W = words.figure;

  const save = (name, address) => {
    const link = h('a', { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
  };
  const quoted = (text) => (/[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
  const csv = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => quoted(cell.textContent.trim())).join(',')).join('\r\n');
  const nameOf = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);

  /* a line of three buttons under the figure, once it can be drawn */
  NetLearn.figureTools = (host, begin) => {
    const figure = host.querySelector('figure');
    const title = figure && figure.querySelector('.t');
    if (!title) return;
    const plot = figure.querySelector('.plot');
    const table = figure.querySelector('details table');
    const said = h('span', { class: 'nl-told', role: 'status' });
    const name = nameOf(title.textContent);
    const drawing = () =>
      Promise.resolve(begin())
        .then(() => globalThis.Plotly.toImage(plot, { format: 'svg', width: plot.clientWidth, height: plot.clientHeight }))
        .then((address) => save(name + '.svg', address))
        .catch(() => (said.textContent = W.failed));
    const numbers = () => save(name + '.csv', 'data:text/csv;charset=utf-8,' + encodeURIComponent('\ufeff' + csv(table)));
    const cite = () => {
      const [page] = location.href.split('#');
      const text = say(W.citation, { title: title.textContent, page: document.title, address: page });
      said.textContent = text;
      if (navigator.clipboard) navigator.clipboard.writeText(text).catch(() => {});
    };
    const button = (label, run) => NetLearn.button(label, run, 'is-quiet');
    const tools = [button(W.svg, drawing), table && button(W.csv, numbers), button(W.cite, cite), said];
    figure.append(h('div', { class: 'nl-figure-tools', role: 'group', 'aria-label': W.tools }, tools));
  };
})();
