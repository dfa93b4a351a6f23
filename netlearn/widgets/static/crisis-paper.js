/* crisis-paper.js: the debrief on one sheet of paper, however long the run: steps that are alike share a row, and the type
   is set smaller until the sheet holds it. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const [WIDE, HIGH] = ['186mm', 268]; // of a sheet of A4 within its margins; mm
  const [LEAST, STEP] = [0.4, 0.04]; // of the usual size of type

  /* the same move with the same answer again: its number and minute join those of the first */
  const join = (table) => {
    const first = new Map();
    for (const row of table.querySelectorAll('tbody tr')) {
      const number = row.querySelector('.nl-num');
      const said = row.textContent.slice(number.textContent.length);
      if (first.has(said)) {
        first.get(said).append('; ' + number.textContent);
        row.remove();
      } else first.set(said, number);
    }
  };
  const fit = (sheet) => {
    sheet.style.cssText = 'display: block; position: absolute; visibility: hidden; width: ' + WIDE;
    const mm = sheet.clientWidth / parseFloat(WIDE);
    let size = 1;
    while (size > LEAST && sheet.scrollHeight > HIGH * mm) {
      size -= STEP;
      sheet.style.setProperty('--nl-fit', size.toFixed(2));
    }
    sheet.style.cssText = '--nl-fit: ' + size.toFixed(2);
  };

  /* a copy of the debrief beside everything else, which the style of paper hides */
  NetLearn.printSheet = (title, content) => {
    const sheet = h('div', { class: 'nl nl-sheet' }, h('h1', {}, title), content.cloneNode(true));
    sheet.querySelectorAll('.nl-moves').forEach(join);
    document.body.append(sheet);
    fit(sheet);
    addEventListener('afterprint', () => sheet.remove(), { once: true });
    print();
  };
})();
