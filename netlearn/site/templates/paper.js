/* paper.js: while a page is printed it has the light theme, so that what a script drew for the dark is drawn anew. */
(function (root) {
  'use strict';
  let screen = '';
  const print = () => {
    screen = screen || root.dataset.theme;
    root.dataset.theme = 'light';
  };
  const back = () => {
    if (screen) root.dataset.theme = screen;
    screen = '';
  };
  addEventListener('beforeprint', print);
  addEventListener('afterprint', back);
  matchMedia('print').addEventListener('change', (media) => (media.matches ? print() : back()));
})(document.documentElement);
