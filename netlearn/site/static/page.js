/* page.js: what every page can do: open the crisis card over it, and print that card alone. Without it the link leads to the card's page. */
(function () {
  'use strict';
  const opener = document.querySelector('[data-nl-opens]');
  const card = opener && document.getElementById(opener.dataset.nlOpens);
  if (!card || !card.showModal) return;
  opener.setAttribute('aria-haspopup', 'dialog');
  opener.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the reader wants its page
    event.preventDefault();
    card.showModal();
    card.scrollTop = 0;
  });
  card.addEventListener('click', (event) => event.target === card && card.close()); // beside the card
  card.querySelector('[data-nl-print]').addEventListener('click', () => print());
})();
