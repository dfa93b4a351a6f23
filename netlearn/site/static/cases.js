/* cases.js: the patients of the library filtered; a link to one of them finds it, whatever is chosen. */
(function () {
  'use strict';
  const form = document.querySelector('[data-nl-cases]');
  const rows = [...document.querySelectorAll('.nl-cases > li')];
  function filter() {
    const asked = [...new FormData(form)].filter(([, value]) => value);
    const fits = (row) => asked.every(([name, value]) => row.dataset[name].split(' ').includes(value));
    let shown = 0;
    for (const row of rows) shown += !(row.hidden = !fits(row));
    const told = form.querySelector('[role=status]'); // stands in the page, of all of them
    told.textContent = told.textContent.replace(/^\d+/, shown);
  }
  function reveal() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !target.hidden) return;
    form.reset();
    filter();
    target.scrollIntoView();
  }
  form.addEventListener('change', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  addEventListener('hashchange', reveal);
  form.hidden = false;
  filter(); // what the browser kept from the last visit
  reveal();
})();
