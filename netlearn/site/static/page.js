/* page.js: what every page can do: open the crisis card over it and print it alone, and answer in a search box.
   Without it the card's link leads to the card's page, and a search box to the theme's search page. */
(function () {
  'use strict';
  const statics = document.currentScript.src.replace(/page\.js.*$/, '');

  /* ----- the crisis card ----- */
  const opener = document.querySelector('[data-nl-opens]');
  const card = opener && document.getElementById(opener.dataset.nlOpens);
  const open = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the reader wants its page
    event.preventDefault();
    card.showModal();
    card.scrollTop = 0;
  };
  if (card && card.showModal) {
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.addEventListener('click', open);
    card.addEventListener('click', (event) => event.target === card && card.close()); // beside the card
    card.querySelector('[data-nl-print]').addEventListener('click', () => print());
  }

  /* ----- the search: its index comes when a box is first used ----- */
  const load = (name) =>
    new Promise((loaded, failed) => {
      const script = document.createElement('script');
      script.src = statics + name;
      script.onload = loaded;
      script.onerror = failed;
      document.head.append(script);
    });
  let begun = false;
  const begin = (target) => {
    if (begun || !target) return;
    begun = true;
    load('data/search.js').then(() => load('search.js')).catch(() => {}); // the theme's own search is there still
  };
  const box = (node) => node.closest('form.bd-search input');
  document.addEventListener('focusin', (event) => begin(box(event.target)));
  begin(document.querySelector('.bd-search-container')); // the search page is there to answer
})();
