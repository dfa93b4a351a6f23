/* sheet.js: a card "In practice" can be printed alone, on one sheet of paper. Without it the page prints whole. */
(function () {
  'use strict';
  const only = (sheet) => {
    sheet.classList.add('is-printed');
    document.documentElement.classList.add('nl-one-sheet');
    print();
  };
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('nl-one-sheet');
    for (const sheet of document.querySelectorAll('.is-printed')) sheet.classList.remove('is-printed');
  });
  for (const sheet of document.querySelectorAll('[data-nl-sheet]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'nl-btn nl-sheet-print';
    button.textContent = globalThis.NetLearn.words.sheet.print;
    button.addEventListener('click', () => only(sheet));
    sheet.firstElementChild.append(button);
  }
})();
